//! Files of a folder made for each test.

use super::*;

#[test]
fn writes_into_folders_that_are_not_there_yet() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a/b/c.txt");
    write(&path, b"one").expect("written");
    write_atomically(&path, b"two").expect("written");
    assert_eq!(read(&path, 10).expect("read"), b"two");
    let other = folder.path().join("x/y.txt");
    copy(&path, &other).expect("copied");
    assert_eq!(read(&other, 3).expect("read"), b"two");
    let names: Vec<_> =
        list(&folder.path().join("a/b")).expect("listed").into_iter().map(|listed| listed.path).collect();
    assert_eq!(names, [path]);
}

#[test]
fn never_replaces_what_must_be_new() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a/new.md");
    create_new(&path, b"one").expect("created");
    let error = create_new(&path, b"two").expect_err("it is there");
    assert!(error.is_there_already());
    assert_eq!(read(&path, 10).expect("read"), b"one");
}

#[test]
fn errors_name_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("missing.md");
    let message = read(&path, 10).expect_err("it is missing").to_string();
    assert!(message.starts_with(&format!("failed to read `{}`: ", path.display())), "{message}");
    write(&path, b"12345").expect("written");
    assert!(matches!(read(&path, 4), Err(FileError::TooLarge { limit: 4, .. })));
    // A file cannot be a folder.
    let below = path.join("x.md");
    assert!(write(&below, b"").expect_err("no folder").to_string().contains("missing.md/x.md"));
    assert!(write_atomically(&below, b"").is_err());
}
