//! What Trunk can fetch by itself.

use std::{
    env,
    net::{TcpStream, ToSocketAddrs},
    path::PathBuf,
    time::Duration,
};

/// Whether GitHub, where Trunk gets its tools, answers.
///
/// A machine that is online only through a proxy counts as offline: the other way then brings the same tool.
pub(crate) fn github_answers() -> bool {
    let Ok(mut addresses) = ("github.com", 443).to_socket_addrs() else {
        return false;
    };
    addresses.next().is_some_and(|it| TcpStream::connect_timeout(&it, Duration::from_secs(3)).is_ok())
}

/// Whether Trunk fetched this tool before, so that it needs no network for it.
pub(crate) fn trunk_has(tool: &str, version: &str) -> bool {
    trunk_cache().is_some_and(|cache| cache.join(format!("{tool}-{version}")).is_dir())
}

/// Trunk's own cache folder on each system.
fn trunk_cache() -> Option<PathBuf> {
    let home = env::home_dir()?;
    if cfg!(target_os = "macos") {
        return Some(home.join("Library/Caches/dev.trunkrs.trunk"));
    }
    if cfg!(windows) {
        return Some(PathBuf::from(env::var_os("LOCALAPPDATA")?).join("trunkrs/trunk/cache"));
    }
    let caches = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).unwrap_or_else(|| home.join(".cache"));
    Some(caches.join("trunk"))
}
