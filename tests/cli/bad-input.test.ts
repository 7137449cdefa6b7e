/** Every kind of unusable input: exit 2, one line on stderr that says what and where, and nothing written. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { smallDisk } from "../host/small-disk.ts";
import { dayang, deskFolder, docx, page, type Run, type RunOptions } from "./run.ts";

const desk = deskFolder();
const disk = smallDisk(16);
const good = desk.file("good.txt", page.join("\n"));
const edition = join(desk.path, "good.dayang");
dayang(["import", good, "-o", edition]);
const out = join(desk.path, "out.dayang");
const pdf = join(desk.path, "out.pdf");

/** One line that speaks of `words`, in the user's language; no trace of the program's inside. */
function refused(run: Run, ...words: readonly string[]): void {
  expect(run.err.split("\n").filter(Boolean)).toHaveLength(1);
  for (const word of words) expect(run.err).toContain(word);
  expect(run.err).not.toMatch(/\{\w+\}|node:|\bat .*\d+:\d+|Error/);
  expect(run).toMatchObject({ code: 2, out: "" });
  expect(existsSync(out)).toBe(false);
  expect(existsSync(pdf)).toBe(false);
  expect(readdirSync(desk.path).filter((name) => /\.tmp$|-journal$/.test(name))).toEqual([]);
}

const importing = (file: string, ...rest: string[]) => dayang(["import", file, "-o", out, ...rest]);

describe("a file that cannot be read in", () => {
  const big = desk.file("big.txt", "");
  truncateSync(big, 50 * 1024 * 1024);
  const bomb = zipSync({ "word/document.xml": new Uint8Array(300_000_000) }, { level: 9 });
  const cases: Record<string, string> = {
    "an empty file": desk.file("empty.txt", ""),
    "white space only": desk.file("blank.txt", "\n 　\n"),
    "a binary file": desk.file(
      "binary.txt",
      Uint8Array.from({ length: 4000 }, (_, i) => (i * 37) & 255),
    ),
    "a PDF": desk.file("page.txt", "%PDF-1.6\n%âãÏÓ\n"),
    "50 MB of text": big,
    "no zip": desk.file("nozip.docx", "this is no zip archive"),
    "a zip bomb": desk.file("bomb.docx", bomb),
    "a zip without a document": desk.file("zip.docx", zipSync({ "readme.txt": Uint8Array.of(65) })),
    "an old Word file": desk.file("old.docx", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)),
    "a truncated document": desk.file("cut.docx", docx(page).subarray(0, 500)),
    "a file that is not there": join(desk.path, "nowhere.txt"),
  };
  it.each(Object.entries(cases))("%s", (_, path) => {
    const name = path.slice(desk.path.length + 1);
    refused(importing(path), name);
    if (/^(empty|bomb|big)/.test(name)) refused(dayang(["check", "--json", path]), name);
  });

  it("a folder", () => {
    mkdirSync(join(desk.path, "folder.txt"));
    refused(importing(join(desk.path, "folder.txt")), "folder.txt");
  });

  it("a name that would break the line, or hold a command for the terminal", () => {
    const { err, code } = dayang(["check", join(desk.path, "no\nsuch\x1b[31m.txt")]);
    expect(code).toBe(2);
    expect(err.trimEnd()).not.toContain("\n");
    expect(err).not.toContain("\x1b");
  });

  it("a kind that import does not take", () => refused(importing(edition), "good.dayang"));
});

describe("asked wrongly", () => {
  const two = desk.file("two.txt", `# A1\n\n${page.join("\n")}`);
  it.each<[string, () => Run, string]>([
    ["a date that does not exist", () => importing(good, "--date", "2020-02-30"), "2020-02-30"],
    ["a date in another form", () => importing(good, "--date", "18/2/2020"), "18/2/2020"],
    ["a date for check", () => dayang(["check", good, "--date", "2019-02-29"]), "2019-02-29"],
    ["two files for one page", () => dayang(["import", good, two, "-o", out]), "A1"],
    ["no output", () => dayang(["import", good]), "-o"],
    ["no file", () => dayang(["check"]), "check"],
    ["an unknown command", () => dayang(["chekc", good]), "chekc"],
    ["an unknown option", () => dayang(["check", "--jsno", good]), "--jsno"],
    ["an option without its value", () => dayang(["import", good, "-o"]), "-o"],
    ["an unknown language", () => dayang(["check", good, "--lang", "fr"]), "fr"],
    [
      "a measure that is none",
      () => dayang(["galley", good, "--pdf", pdf, "--measure", "wide"]),
      "--measure",
    ],
    ["half a column", () => dayang(["galley", good, "--pdf", pdf, "--columns", "2.5"]), "--columns"],
    ["an unknown standard", () => dayang(["export", edition, "--pdf", pdf, "--standard", "x3"]), "x3"],
    ["a page that is not there", () => dayang(["export", edition, "--pdf", pdf, "--pages", "B7"]), "B7"],
    [
      "a profile that is not there",
      () => dayang(["export", edition, "--pdf", pdf, "--profile", "no.icc"]),
      "no.icc",
    ],
    [
      "paper for what is no proof",
      () => dayang(["export", edition, "--pdf", pdf, "--paper", "a4"]),
      "--proof",
    ],
    ["tiles of no paper", () => dayang(["export", edition, "--pdf", pdf, "--proof", "--tile"]), "--paper"],
    [
      "paper that nobody has",
      () => dayang(["export", edition, "--pdf", pdf, "--proof", "--paper", "a5"]),
      "a5",
    ],
    [
      "adverts to be judged otherwise",
      () => dayang(["export", edition, "--pdf", pdf, "--adverts", "x"]),
      "x",
    ],
    ["one file too many", () => dayang(["fit", edition, "x.dayang"]), "x.dayang"],
    ["a text for an edition", () => dayang(["fit", good]), "good.txt"],
    ["a text for a PDF", () => dayang(["preflight", good]), "good.txt"],
    ["an edition that is nothing", () => dayang(["recover", good, "-o", out]), "good.txt"],
    ["an edition into itself", () => dayang(["recover", edition, "-o", edition, "--force"]), "good.dayang"],
    ["a name of Object's", () => dayang(["constructor"]), "constructor"],
  ])("%s", (_, run, word) => refused(run(), word));
});

describe("a place that cannot be written", () => {
  it("an output that exists stays as it was, and gives way to --force", () => {
    const path = desk.file("there.dayang", "mine");
    const first = dayang(["import", good, "-o", path]);
    refused(first, "there.dayang", "--force");
    expect(readFileSync(path, "utf8")).toBe("mine");
    for (const [command, file] of [
      ["export", edition],
      ["galley", good],
    ] as const) {
      refused(dayang([command, file, "--pdf", path]), "there.dayang");
    }
    expect(dayang(["import", good, "-o", path, "--force"]).code).toBe(0);
    expect(dayang(["check", path]).code).toBe(1);
  });

  it("a folder that is not there", () => {
    refused(dayang(["import", good, "-o", join(desk.path, "no", "such", "x.dayang")]), "x.dayang");
    refused(dayang(["export", edition, "--pdf", join(desk.path, "no", "x.pdf")]), "x.pdf");
  });

  const root = process.getuid?.() === 0;
  it.skipIf(!root)("a folder of somebody else's", () => {
    chmodSync(edition, 0o644);
    const nobody: RunOptions = { uid: 65534, cwd: "/" };
    refused(dayang(["import", good, "-o", out], nobody), "out.dayang");
    refused(dayang(["export", edition, "--pdf", pdf], nobody), "out.pdf");
    const before = readFileSync(edition);
    const plan = dayang(["plan", "--quiet", edition], nobody);
    refused(plan, "good.dayang");
    expect(readFileSync(edition).equals(before)).toBe(true);
  });

  it.skipIf(!disk)("a full disk", () => {
    const small = disk ?? "";
    refused(dayang(["import", good, "-o", join(small, "x.dayang")]), "x.dayang");
    refused(dayang(["export", "--quiet", edition, "--pdf", join(small, "x.pdf")]), "x.pdf");
    expect(readdirSync(small)).toEqual([]);
  });
});

describe("an edition that somebody else is editing", () => {
  it("is planned by nobody else, and read by anybody", async () => {
    const { openEditionFile } = await import("../../host/store/store.ts");
    const store = openEditionFile(edition);
    try {
      refused(dayang(["plan", edition]), "good.dayang", String(process.pid));
      expect(dayang(["fit", "--json", edition]).code).toBe(0);
    } finally {
      store.close();
    }
  });
});

describe("an edition file that is damaged", () => {
  const bytes = readFileSync(edition);
  const broken: Record<string, Uint8Array> = {
    "newer.dayang": Buffer.from(bytes).fill(9, 63, 64),
    "cut.dayang": bytes.subarray(0, bytes.length - 5000),
    "foreign.dayang": Buffer.from(bytes).fill(0, 68, 72),
    "empty.dayang": new Uint8Array(),
  };
  it.each(Object.entries(broken))("%s is refused by every command and left alone", (name, content) => {
    const path = desk.file(name, content);
    for (const args of [["check"], ["plan"], ["fit"], ["export", "--pdf", pdf]]) {
      refused(dayang([args[0] as string, path, ...args.slice(1)]), name);
    }
    expect(readFileSync(path).equals(Buffer.from(content))).toBe(true);
  });
});
