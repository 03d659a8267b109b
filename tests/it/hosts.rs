//! The configuration of nginx that the blog's own post gives its readers, held to by the real nginx.

use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::site::{Draft, Site};

/// Where the configuration stands.
const POST: &str = "posts/2026-08-15-deploy-in-five-minutes.md";

/// What the test adds: all that a machine has beside the site. It listens to a file, so that nobody else's port is taken,
/// and is one process of whoever runs the test.
const AROUND: &str = "daemon on; master_process off; pid nginx.pid; error_log errors;\nevents {}\nhttp {\n\
    include TYPES; access_log off;\n\
    client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3; uwsgi_temp_path t4; scgi_temp_path t5;\n\
    include blog.conf;\n}\n";

/// Debian's list of types. nginx brings it along wherever it is installed.
const TYPES: &str = "/etc/nginx/mime.types";

/// A server that ends with the test.
struct Nginx {
    program: PathBuf,
    folder: TempDir,
}

/// What it answers.
struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Nginx {
    /// `None` where there is no nginx.
    fn start(site: &Site, base: &str) -> Option<Nginx> {
        let program = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx"].map(PathBuf::from);
        let Some(program) = program.into_iter().find(|program| program.is_file() && Path::new(TYPES).is_file()) else {
            // Not by a macro: what those print is not seen of tests that pass.
            let _ =
                writeln!(std::io::stderr(), "no nginx: its test is left out; `cargo xtask setup --tests` brings it");
            return None;
        };
        let folder = TempDir::new().expect("a folder");
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("a folder");
        let root = folder.path().join("root");
        for file in site.files() {
            let path = root.join(base.trim_matches('/')).join(&file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, site.bytes(&file)).expect("a file");
        }
        let post = Path::new(env!("CARGO_MANIFEST_DIR")).join(POST);
        let post = fs::read_to_string(post).expect("the post");
        let (_, config) = post.split_once("```nginx\n").expect("a configuration");
        let (config, _) = config.split_once("\n```").expect("its end");
        let socket = folder.path().join("socket");
        let config = replaced(config, "listen 80;", &format!("listen unix:{};", socket.display()));
        let config = replaced(&config, "root /srv/blog;", &format!("root {};", root.display()));
        let config = replaced(&config, " /404.html;", &format!(" {base}404.html;"));
        fs::write(folder.path().join("blog.conf"), config).expect("a file");
        fs::write(folder.path().join("nginx.conf"), AROUND.replace("TYPES", TYPES)).expect("a file");
        let nginx = Nginx { program, folder };
        // It returns once it listens.
        let errors = || fs::read_to_string(nginx.folder.path().join("errors")).unwrap_or_default();
        assert!(nginx.run(&[]), "{}", errors());
        Some(nginx)
    }

    /// Whether it did as told.
    fn run(&self, arguments: &[&str]) -> bool {
        let mut command = Command::new(&self.program);
        command.args(["-e", "errors", "-c", "nginx.conf", "-p"]).arg(self.folder.path()).args(arguments);
        // What stays behind would hold a pipe open, and whoever reads it would wait for the end of that.
        let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        // By a variable of this name it takes over the sockets of another one, and then stays in front.
        let quiet = quiet.env_remove("NGINX");
        quiet.status().expect("nginx runs").success()
    }

    fn get(&self, path: &str, headers: &str) -> Answer {
        let mut stream = UnixStream::connect(self.folder.path().join("socket")).expect("nginx listens");
        let request = format!("GET {path} HTTP/1.1\r\nHost: blog.example.org\r\n{headers}Connection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("it answers");
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("an end of the headers");
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|status| status.parse().ok());
        let headers = lines.filter_map(|line| line.split_once(": "));
        Answer {
            status: status.expect("a status"),
            headers: headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect(),
            body: bytes[end + 4..].to_vec(),
        }
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        self.run(&["-s", "stop"]);
    }
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}

/// What the post says is to be replaced must be there.
fn replaced(config: &str, from: &str, to: &str) -> String {
    assert_eq!(config.matches(from).count(), 1, "{from} in {POST}");
    config.replace(from, to)
}

fn blog(base: &str) -> Site {
    let long = "A long text that is worth to be made shorter on its way. ".repeat(20);
    Draft::new()
        .base(base)
        .post("2024-09-15-rivers.md", "title: Rivers\nredirect_from: /old/", &long)
        .post("_pages/about.md", "title: About", &long)
        .file("posts/app.webmanifest", "{}")
        .file("posts/assets/app-0123456789abcdef_bg.wasm", &"wasm".repeat(200))
        .press_clean()
}

#[test]
fn nginx_serves_the_site_as_the_post_on_deploying_says() {
    for base in ["/", "/repo/"] {
        let site = blog(base);
        let Some(nginx) = Nginx::start(&site, base) else { return };
        let get = |path: &str| nginx.get(&format!("{base}{path}"), "");
        let html = "text/html; charset=utf-8";
        let files = site.files();
        let style = files.iter().find(|file| file.starts_with("style-")).expect("a style sheet").as_str();
        for (path, status, kind) in [
            ("", 200, html),
            ("about/", 200, html),
            ("about/index.md", 200, "text/markdown; charset=utf-8"),
            ("2024/09/15/rivers.html", 200, html),
            ("2024/09/15/rivers", 200, html),
            ("2024/09/15/rivers.md", 200, "text/markdown; charset=utf-8"),
            ("old/", 200, html),
            ("feed.xml", 200, "text/xml; charset=utf-8"),
            ("index.json", 200, "application/json; charset=utf-8"),
            ("app.webmanifest", 200, "application/manifest+json"),
            ("assets/app-0123456789abcdef_bg.wasm", 200, "application/wasm"),
            (style, 200, "text/css; charset=utf-8"),
            ("gone/", 404, html),
            ("gone.md", 404, html),
            ("assets/", 404, html),
        ] {
            let answer = get(path);
            assert_eq!((answer.status, answer.header("content-type")), (status, kind), "{base}{path}");
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{base}{path}");
            let is_not_found = answer.body == site.bytes("404.html");
            assert_eq!(is_not_found, status == 404, "{base}{path}");
        }
        let forever = "public, max-age=31536000, immutable";
        for (path, cache) in [
            ("", "no-cache"),
            ("2024/09/15/rivers.md", "no-cache"),
            ("service-worker.js", "no-cache"),
            ("app.webmanifest", "no-cache"),
            ("assets/app-0123456789abcdef_bg.wasm", forever),
            (style, forever),
            ("assets/gone-0123456789abcdef.js", ""),
        ] {
            assert_eq!(get(path).header("cache-control"), cache, "{base}{path}");
        }
        let redirect = get("about");
        assert_eq!((redirect.status, redirect.header("location")), (301, format!("{base}about/").as_str()));
        for path in ["", "2024/09/15/rivers.md", "feed.xml", "assets/app-0123456789abcdef_bg.wasm"] {
            let answer = nginx.get(&format!("{base}{path}"), "Accept-Encoding: gzip\r\n");
            assert_eq!(answer.header("content-encoding"), "gzip", "{base}{path}");
            assert_eq!(answer.header("vary"), "Accept-Encoding", "{base}{path}");
        }
        let tag = get("").header("etag").to_owned();
        let again = nginx.get(base, &format!("If-None-Match: {tag}\r\n"));
        assert_eq!((again.status, again.body.len()), (304, 0));
    }
}

/// For hosts that publish a branch.
#[test]
fn a_site_has_the_files_that_hosts_want() {
    let domain = |domain: &str, url: &str| {
        Draft::new().file("lectern.toml", &format!("url = \"{url}\"")).file("CNAME", domain).press()
    };
    let site = domain("blog.example.org\n", "https://blog.example.org");
    assert_eq!(site.problems(), [""; 0]);
    assert_eq!((site.text(".nojekyll"), site.text("CNAME")), (String::new(), "blog.example.org\n".to_owned()));
    assert_eq!(
        domain("blog.example.org\n", "https://example.org").problems(),
        ["CNAME:1:1: the domain is `blog.example.org`, but `url` is `https://example.org`; write `url = \
          \"https://blog.example.org\"` in lectern.toml"]
    );
    assert!(!Draft::new().press_clean().files().contains(&"CNAME".to_owned()));
}
