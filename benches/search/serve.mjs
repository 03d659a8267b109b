// Serves a folder as GitHub Pages does, and writes down what every answer weighed.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import zlib from "node:zlib";

const TYPES = {
  html: "text/html; charset=utf-8", css: "text/css; charset=utf-8", js: "application/javascript; charset=utf-8",
  json: "application/json; charset=utf-8", wasm: "application/wasm", md: "text/markdown; charset=utf-8",
  xml: "application/xml", svg: "image/svg+xml", txt: "text/plain; charset=utf-8", png: "image/png",
  webmanifest: "application/manifest+json",
};
// Pages compresses what it knows to be text or wasm. Whatever else there is goes out as it is on disk, as
// `application/octet-stream`; Pagefind's files have gzip inside for that reason.
const COMPRESSED = new Set(["html", "css", "js", "json", "wasm", "md", "xml", "svg", "txt", "webmanifest"]);

const extensionOf = (name) => path.extname(name).slice(1);

/** What goes over the wire for a file. */
export function transferred(name, bytes) {
  return COMPRESSED.has(extensionOf(name)) ? zlib.gzipSync(bytes, { level: 6 }) : bytes;
}

/** All files below a folder, as paths below it. */
export function filesBelow(folder) {
  return fs.readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)));
}

function find(folder, pathname) {
  const name = path.join(folder, path.normalize(pathname));
  const candidates = pathname.endsWith("/") ? [path.join(name, "index.html")] : [name, `${name}.html`];
  return candidates.find((file) => fs.existsSync(file) && fs.statSync(file).isFile());
}

/** A blank page of the same origin, for what needs a page but not the blog's. */
export const BLANK = "/blank-page-of-the-benchmark";

/** Starts the server. `log` fills with `{ path, status, bytes }`, bytes being headers and body. */
export async function serve(folder) {
  const log = [];
  const cache = new Map();
  const server = http.createServer((request, response) => {
    const pathname = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const common = { server: "GitHub.com", vary: "Accept-Encoding", "cache-control": "max-age=600" };
    const send = (status, type, body, more = {}) => {
      response.writeHead(status, { ...common, "content-type": type, "content-length": body.length, ...more });
      // `_header` is what Node sends as the head, which it tells in no other way.
      const bytes = body.length + Buffer.byteLength(response._header);
      response.on("finish", () => log.push({ path: pathname, status, bytes }));
      response.end(body);
    };
    if (pathname === BLANK) return send(200, TYPES.html, Buffer.from("<!doctype html><title>Blank</title>"));
    const file = find(folder, pathname);
    if (!file) return send(404, TYPES.txt, Buffer.from("not found"));
    if (!cache.has(file)) cache.set(file, transferred(file, fs.readFileSync(file)));
    const extension = extensionOf(file);
    const encoding = COMPRESSED.has(extension) ? { "content-encoding": "gzip" } : {};
    send(200, TYPES[extension] ?? "application/octet-stream", cache.get(file), encoding);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); });
  return { origin: `http://127.0.0.1:${server.address().port}`, log, close };
}
