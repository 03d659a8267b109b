//! A screen that nobody sees, for a browser that cannot do without one.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use tempfile::TempDir;

/// A running X server. Dropping it ends it.
pub(crate) struct Screen {
    server: Child,
    display: String,
    /// What a person would have in their home folder.
    home: TempDir,
}

/// GTK's way to say that the reader wants no movement.
const SETTINGS: &str = "[Settings]\ngtk-enable-animations=false\n";

impl Screen {
    /// Starts one, by the number that is free.
    pub(crate) fn start(xvfb: &Path) -> Screen {
        let mut command = Command::new(xvfb);
        command.args(["-displayfd", "1", "-screen", "0", "1200x1000x24", "-nolisten", "tcp"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = command.spawn().unwrap_or_else(|error| panic!("cannot run {xvfb:?}: {error}"));
        let mut number = String::new();
        let mut output = BufReader::new(server.stdout.take().expect("it is piped"));
        output.read_line(&mut number).expect("the screen says its number");
        let home = TempDir::new().expect("a folder");
        let settings = home.path().join("gtk-3.0/settings.ini");
        fs::create_dir_all(settings.parent().expect("a folder")).expect("a folder");
        fs::write(settings, SETTINGS).expect("a file of settings");
        Screen { server, display: format!(":{}", number.trim()), home }
    }

    /// What tells programs to use this screen.
    pub(crate) fn environment(&self) -> [(&'static str, PathBuf); 3] {
        let home = self.home.path().to_owned();
        [("DISPLAY", self.display.clone().into()), ("GDK_BACKEND", "x11".into()), ("XDG_CONFIG_HOME", home)]
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
