//! What a page may load and run, told to the browser: a second wall, should anything ever pass the first.
//!
//! `default-src 'none'` forbids all that is not named. Scripts are the site's own files and those that stand in the
//! template, by their hashes; nothing comes from another host unless the author's settings name it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::redirects::KEEP_FRAGMENT;

/// Other hosts that the author lets into the pages: origins such as `https://example.org`, or `https:` for all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OtherHosts {
    /// For pictures, sound and film.
    pub media: Vec<String>,
    /// For players in frames.
    pub frames: Vec<String>,
}

/// The template with the policy for all its pages, as the first thing in its head after the encoding.
pub fn with_policy(template: &str, hosts: &OtherHosts) -> String {
    let template = &with_nonce(template);
    let tag = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", policy(template, hosts));
    let encoding = "<meta charset=\"utf-8\">";
    let place = template.find(encoding).map(|start| start + encoding.len());
    let place = place.or_else(|| template.find("<head>").map(|start| start + "<head>".len()));
    let Some((before, after)) = place.and_then(|place| template.split_at_checked(place)) else {
        return template.to_owned();
    };
    format!("{before}\n    {tag}{after}")
}

/// `trunk serve` adds a script that reloads the page after a change, and completes it only as it answers: nobody can know
/// its hash before. So a word allows it, at home alone.
fn with_nonce(template: &str) -> String {
    let script = template.find("{{__TRUNK_").and_then(|inside| template[..inside].rfind("<script"));
    let Some((before, script)) = script.map(|start| template.split_at(start + "<script".len())) else {
        return template.to_owned();
    };
    format!("{before} {NONCE}{script}")
}

const NONCE: &str = "nonce=\"trunk\"";

fn policy(template: &str, hosts: &OtherHosts) -> String {
    let hashes = inline_scripts(template).chain([KEEP_FRAGMENT]).map(|script| {
        format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(script.replace("\r\n", "\n").as_bytes())))
    });
    let nonce = template.contains(NONCE).then(|| " 'nonce-trunk'".to_owned());
    let hashes: String = hashes.chain(nonce).collect();
    let media: String = hosts.media.iter().map(|host| format!(" {host}")).collect();
    let frames = if hosts.frames.is_empty() { "'none'".to_owned() } else { hosts.frames.join(" ") };
    [
        "default-src 'none'".to_owned(),
        // Compiling WebAssembly is all that the middle word allows.
        format!("script-src 'self' 'wasm-unsafe-eval'{hashes}"),
        "style-src 'self'".to_owned(),
        // Colors that authors write into their HTML; what else a style may say is up to the sanitizer.
        "style-src-attr 'unsafe-inline'".to_owned(),
        format!("img-src 'self' data:{media}"),
        format!("media-src 'self'{media}"),
        "font-src 'self'".to_owned(),
        "connect-src 'self'".to_owned(),
        "manifest-src 'self'".to_owned(),
        "worker-src 'self'".to_owned(),
        format!("frame-src {frames}"),
        "base-uri 'none'".to_owned(),
        "form-action 'self'".to_owned(),
        "object-src 'none'".to_owned(),
        // Text becomes HTML in one place of the app, `browser/inert.rs`.
        "require-trusted-types-for 'script'".to_owned(),
        "trusted-types lectern".to_owned(),
    ]
    .join("; ")
}

/// What stands in the script elements that a browser would run.
fn inline_scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let is_file = attributes.split_ascii_whitespace().any(|attribute| attribute.starts_with("src="));
        let is_data = attributes.contains("type=\"application/") || attributes.contains("text/plain");
        let is_named = attributes.contains(NONCE);
        (!is_file && !is_data && !is_named).then(|| rest.split("</script").next().unwrap_or_default())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "<head>\n    <meta charset=\"utf-8\"></head><script data-js=\"a.js\">alert(1)</script>\
                            <script src=\"x.js\"></script><script type=\"application/json\">{}</script>";

    #[test]
    fn own_scripts_are_named_by_their_hashes() {
        let html = with_policy(TEMPLATE, &OtherHosts::default());
        assert!(
            html.starts_with("<head>\n    <meta charset=\"utf-8\">\n    <meta http-equiv=\"Content-Security-Policy\"")
        );
        // As `printf 'alert(1)' | openssl dgst -sha256 -binary | base64` has it.
        let hash = "script-src 'self' 'wasm-unsafe-eval' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";
        assert!(html.contains(hash), "{html}");
        assert_eq!(html.matches("sha256-").count(), 2, "its own and that of redirects");
    }

    #[test]
    fn at_home_the_script_that_reloads_is_allowed() {
        let template = format!("{TEMPLATE}<script>const address = '{{{{__TRUNK_ADDRESS__}}}}';</script>");
        let html = with_policy(&template, &OtherHosts::default());
        assert!(
            html.contains("pLsLg4GF+pI='")
                && html.contains(" 'nonce-trunk';")
                && html.contains("<script nonce=\"trunk\">const"),
            "{html}"
        );
        assert_eq!(html.matches("sha256-").count(), 2);
        assert!(!with_policy(TEMPLATE, &OtherHosts::default()).contains("nonce"));
    }

    #[test]
    fn other_hosts_come_in_by_name_only() {
        let strict = with_policy(TEMPLATE, &OtherHosts::default());
        assert!(!strict.contains("http:") && !strict.contains("https:"), "{strict}");
        assert!(strict.contains("frame-src 'none'"));
        let hosts = OtherHosts {
            media: vec!["https://i.example.org".to_owned()],
            frames: vec!["https://player.example.org".to_owned()],
        };
        let open = with_policy(TEMPLATE, &hosts);
        assert!(open.contains("img-src 'self' data: https://i.example.org;"), "{open}");
        assert!(open.contains("media-src 'self' https://i.example.org;"));
        assert!(open.contains("frame-src https://player.example.org;"));
    }
}
