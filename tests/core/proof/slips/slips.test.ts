/**
 * Slips a desk makes, line by line, and what looks like one and is none: each `!` line is shown at its ⟦place⟧, each `.` line
 * is passed in silence. A file an area; `#` begins a kind, `house` gives the lists it speaks of, `|` a new paragraph. `page` lines
 * are whole stories with their own headline, others stand under one.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { word } from "../../../../core/catalogue/catalogue.ts";
import { type Pack, readPack } from "../../../../core/proof/pack.ts";
import { checkText } from "../../../../host/work/check.ts";

interface Line {
  readonly slip: boolean;
  readonly words: string;
}

interface Kind {
  readonly name: string;
  readonly packs: Pack[];
  readonly lines: Line[];
  page: boolean;
}

const folder = new URL(".", import.meta.url);

function kindsOf(text: string): Kind[] {
  const kinds: Kind[] = [];
  for (const line of text.split("\n")) {
    const [mark, words] = [line[0], line.slice(2)];
    if (mark === "#") kinds.push({ name: words, packs: [], lines: [], page: false });
    const kind = kinds.at(-1);
    if (line.startsWith("house ")) kind?.packs.push(readPack(line.slice(6)));
    else if (line === "page" && kind) kind.page = true;
    else if (mark === "!" || mark === ".") kind?.lines.push({ slip: mark === "!", words });
  }
  return kinds;
}

/** What is wrong with the answer to one line, or null. */
async function faultOf({ slip, words }: Line, { page, packs }: Kind): Promise<string | null> {
  const marked = `${page ? "" : "春灌提前放水入田\n"}${words.replaceAll("|", "\n")}`;
  const start = marked.indexOf("⟦");
  const end = marked.indexOf("⟧") - 1;
  const bytes = new TextEncoder().encode(marked.replace(/[⟦⟧]/g, ""));
  const { findings } = await checkText(
    { name: "slip.txt", bytes },
    { date: "2020-02-18", paper: "株洲日报", packs },
  );
  if (slip) {
    const shown = findings.some((finding) =>
      [finding, ...finding.evidence].some((place) => place.start <= end && place.end >= start),
    );
    return shown ? null : `missed: ${words}`;
  }
  const [alarm] = findings;
  return alarm ? `${words}: ${alarm.rule} ${word("zh", alarm.message.key, alarm.message.values)}` : null;
}

for (const file of readdirSync(folder).filter((name) => name.endsWith(".txt")))
  describe(file.replace(".txt", ""), () => {
    for (const kind of kindsOf(readFileSync(new URL(file, folder), "utf8")))
      test(kind.name, async () => {
        expect(kind.lines.some(({ slip }) => slip)).toBe(true);
        const faults = await Promise.all(kind.lines.map((line) => faultOf(line, kind)));
        expect(faults.filter((fault) => fault !== null)).toEqual([]);
      });
  });
