/**
 * Names of files after pages. A page's number is whatever somebody wrote, in a file that came from anywhere: its name
 * holds letters and digits only, so that it leads nowhere, and no two are alike on any file system.
 */

/** Names that mean something else: the index, and devices of Windows. */
const TAKEN = /^(?:index|con|prn|aux|nul|com\d|lpt\d)$/i;

/** By number, in the order given. */
export function pageNames(numbers: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const used = new Set<string>();
  for (const number of numbers) {
    if (names.has(number)) continue;
    const plain = [...number.normalize("NFC").replace(/[^\p{L}\p{N}]/gu, "")].slice(0, 40).join("");
    const base = plain === "" || TAKEN.test(plain) ? `page${plain}` : plain;
    let name = base;
    for (let i = 2; used.has(name.toLowerCase()); i++) name = `${base}x${i}`;
    used.add(name.toLowerCase());
    names.set(number, name);
  }
  return names;
}
