// Time and memory of a command.
import { spawn } from "node:child_process";
import fs from "node:fs";

/** Runs it with GNU time, which knows the peak of the largest process among it and its children. */
export async function run(command) {
  const report = `${process.env.TMPDIR ?? "/tmp"}/usage-${process.pid}.txt`;
  const timed = ["-f", "%e %U %S %M", "-o", report, ...command];
  const child = spawn("/usr/bin/time", timed, { stdio: ["ignore", "ignore", "inherit"] });
  const code = await new Promise((resolve, reject) => child.on("close", resolve).on("error", reject));
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}`);
  const line = fs.readFileSync(report, "utf8").trim().split("\n").at(-1);
  const [seconds, user, system, kilobytes] = line.split(" ").map(Number);
  fs.rmSync(report);
  return { seconds, processor: user + system, peak: kilobytes * 1024 };
}
