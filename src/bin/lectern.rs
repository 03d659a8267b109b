//! The press: what authors and Trunk's hook run.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    lectern::press::command_line::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
