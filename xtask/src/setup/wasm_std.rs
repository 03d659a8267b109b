//! Rust's standard library for WebAssembly: from rustup, else built from Debian's copy of Rust's sources.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use super::rust_src;
use crate::{project::Project, report};

const TARGET: &str = "wasm32-unknown-unknown";

/// How long rustup may take. It fails at once without a network; this is for one that swallows requests.
const PATIENCE: Duration = Duration::from_secs(60);

/// Makes sure that `rustc --target wasm32-unknown-unknown` has a standard library.
pub(crate) fn ensure(project: &Project) -> Result<String> {
    let sysroot = PathBuf::from(cmd!(project.sh, "rustc --print sysroot").quiet().read()?);
    let lib = sysroot.join("lib/rustlib").join(TARGET).join("lib");
    if !complete(&lib)? {
        report::step(&format!("Rust's standard library for {TARGET}"), || bring(project, &sysroot, &lib))?;
    }
    Ok("wasm std".to_owned())
}

fn bring(project: &Project, sysroot: &Path, lib: &Path) -> Result<()> {
    if project.which("rustup").is_some() {
        report::note("by rustup target add");
        if rustup_target_add()? && complete(lib)? {
            return Ok(());
        }
        report::note("rustup could not bring it");
    }
    report::note("building it from the sources in Debian's package rust-src");
    let hint = format!("WebAssembly needs Rust's {TARGET} target: run `rustup target add {TARGET}`");
    rust_src::ensure(project, sysroot).with_context(|| hint.clone())?;
    build(project, lib).context(hint)
}

/// Whether the folder holds one standard library. A second `core` beside the first breaks every build.
fn complete(lib: &Path) -> Result<bool> {
    let Ok(files) = fs::read_dir(lib) else {
        return Ok(false);
    };
    let names = files.flatten().map(|file| file.file_name().to_string_lossy().into_owned());
    match names.filter(|name| name.starts_with("libcore-") && name.ends_with(".rlib")).count() {
        0 => Ok(false),
        1 => Ok(true),
        n => bail!("`{}` holds {n} copies of core: remove that folder and start again", lib.display()),
    }
}

fn rustup_target_add() -> Result<bool> {
    let mut rustup = Command::new("rustup").args(["target", "add", TARGET]).stdin(Stdio::null()).spawn()?;
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if let Some(status) = rustup.try_wait()? {
            return Ok(status.success());
        }
        thread::sleep(Duration::from_millis(100));
    }
    rustup.kill()?;
    rustup.wait()?;
    Ok(false)
}

/// Builds the standard library in a folder of its own and moves it into place when it is whole.
fn build(project: &Project, lib: &Path) -> Result<()> {
    let sh = &project.sh;
    let work = project.scratch.join("std");
    sh.remove_path(&work)?;
    sh.write_file(work.join("Cargo.toml"), MANIFEST)?;
    sh.write_file(work.join("src/lib.rs"), "")?;
    let (out, quiet) = (work.join("out"), report::quiet());
    {
        let _here = sh.push_dir(&work);
        cmd!(sh, "cargo build {quiet...} --release --target {TARGET} -Zbuild-std=std,panic_abort,panic_unwind,test")
            .env("RUSTC_BOOTSTRAP", "1") // -Z on a stable compiler; std itself is built this way too
            .env("CARGO_TARGET_DIR", &out)
            // Cargo leaves this out where nothing is optimized at link time; the app's release build is.
            .env("RUSTFLAGS", "-Cembed-bitcode=yes")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .quiet()
            .run()?;
    }
    let parts = out.join(TARGET).join("release/deps");
    let whole = lib.with_file_name("lib.partial");
    sh.remove_path(&whole)?;
    sh.create_dir(&whole)?;
    for part in sh.read_dir(&parts)? {
        let name = part.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".rlib") && !name.starts_with("liblectern_std") {
            sh.copy_file(&part, &whole)?;
        }
    }
    sh.remove_path(lib)?; // half of one that someone else began
    fs::rename(&whole, lib).with_context(|| format!("failed to write `{}`", lib.display()))?;
    sh.remove_path(&work)?;
    Ok(())
}

/// An empty crate: only what Cargo builds for its sake is wanted.
const MANIFEST: &str = "[package]\nname = \"lectern_std\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n";
