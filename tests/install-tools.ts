/**
 * The system's tools that the tests check PDFs and pages with. Missing ones are installed on Debian as root; elsewhere
 * they are named with the command that installs them. Exits 1 only in CI, where every one of them must be there.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const tools = [
  { package: "chromium", there: () => has("chromium") || has("chromium-browser") || has("google-chrome") },
  { package: "qpdf", there: () => has("qpdf") },
  { package: "poppler-utils", there: () => has("pdftotext") && has("pdffonts") && has("pdftoppm") },
  { package: "ghostscript", there: () => has("gs") },
  { package: "mupdf-tools", there: () => has("mutool") },
  {
    package: "fonts-lxgw-wenkai",
    there: () => process.platform !== "linux" || existsSync("/usr/share/fonts/truetype/lxgw-wenkai"),
  },
];

function has(command: string): boolean {
  return spawnSync(process.platform === "win32" ? "where" : "which", [command]).status === 0;
}

const missing = () => tools.filter((tool) => !tool.there()).map((tool) => tool.package);

let names = missing();
if (names.length > 0 && has("apt-get") && process.getuid?.() === 0) {
  console.error(`Installing with apt-get: ${names.join(" ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) =>
    spawnSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] });
  apt("update", "-qq");
  apt("install", "-y", "-qq", "--no-install-recommends", ...names);
  names = missing();
}
if (names.length > 0) {
  console.error(`Not installed: ${names.join(" ")}. Their checks are skipped. On Debian or Ubuntu:`);
  console.error(`  sudo apt-get install ${names.join(" ")}`);
  if (process.env.CI) process.exitCode = 1;
}
