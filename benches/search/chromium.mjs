// The browser, from the folder this is run in: npm's packages stay out of the repository.
import { createRequire } from "node:module";
import path from "node:path";

const inFolder = createRequire(path.resolve("package.json"));
const ARGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

/** Starts Chromium; the environment variable CHROMIUM names another than Debian's. */
export function launch() {
  const { chromium } = inFolder("playwright-core");
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGS });
}

/** The folder of an npm package. */
export const packageFolder = (name) => path.resolve("node_modules", name);
