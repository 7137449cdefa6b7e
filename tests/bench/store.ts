/**
 * `node tests/bench/store.ts`: an evening's file at full size (16 pages, 100,000 characters, 200,000 steps, 200
 * pictures): how long it takes to open, to save a step, to look back, to verify and to recover, and how large it is.
 *
 * Flags: --steps N, --pictures N.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Transform } from "prosemirror-transform";
import type { Change } from "../../core/edition/change.ts";
import { applyChanges } from "../../core/edition/change.ts";
import { type Edition, noFacts } from "../../core/edition/edition.ts";
import { schema } from "../../core/edition/schema.ts";
import { broadsheet } from "../../core/edition/style.ts";
import { createEditionFile } from "../../host/store/create.ts";
import { recover } from "../../host/store/recover.ts";
import { openEditionFile } from "../../host/store/store.ts";

const flag = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const steps = flag("--steps", 200_000);
const pictureCount = flag("--pictures", 200);
const PICTURE = 400_000;

const folder = mkdtempSync(join(tmpdir(), "dayang-bench-"));
const path = join(folder, "evening.dayang");
const act = { time: "2020-02-17T20:00:00.000Z", author: "夜班编辑", label: "typing" };

const words = "全市防控工作有序推进各县区落实责任企业复工复产逐步恢复";
const paragraph = (n: number) => words.repeat(10).slice(n % 20, (n % 20) + 230);

const edition: Edition = {
  facts: { ...noFacts, id: "bench", paper: "江州晚报", date: "2020-02-18" },
  style: broadsheet,
  pages: Array.from({ length: 16 }, (_, p) =>
    schema.node(
      "page",
      { id: `p${p}`, number: `A${p + 1}` },
      Array.from({ length: 9 }, (_, a) =>
        schema.node("article", { id: `p${p}a${a}` }, [
          schema.node("headline", null, schema.text(words.slice(a, a + 12))),
          ...Array.from({ length: 3 }, (_, i) =>
            schema.node("paragraph", null, schema.text(paragraph(a * 3 + i))),
          ),
        ]),
      ),
    ),
  ),
};

/** A character typed or taken away, somewhere. */
function* evening(from: Edition, count: number): Generator<{ act: typeof act; changes: Change[] }> {
  let current = from;
  for (let i = 0; i < count; i++) {
    const page = current.pages[i % 16];
    if (!page) return;
    const tr = new Transform(page);
    if (i % 2 === 0) tr.insert(3, schema.text(words[i % words.length] as string));
    else tr.delete(3, 4);
    const changes: Change[] = [{ kind: "steps", page: page.attrs.id, steps: tr.steps }];
    current = applyChanges(current, changes);
    yield { act, changes };
  }
}

const timed = <T>(name: string, work: () => T): T => {
  const start = performance.now();
  const result = work();
  console.log(`${name.padEnd(34)}${(performance.now() - start).toFixed(0).padStart(8)} ms`);
  return result;
};

try {
  const pictures = Array.from({ length: pictureCount }, () => ({
    bytes: randomBytes(PICTURE),
    facts: { media: "image/jpeg", width: 2000, height: 1500 },
  }));
  const characters = edition.pages.reduce((sum, page) => sum + page.textContent.length, 0);
  console.log(
    `${edition.pages.length} pages, ${characters} characters, ${steps} steps, ${pictureCount} pictures`,
  );
  timed("write it", () =>
    createEditionFile(path, edition, { act, later: evening(edition, steps), pictures }),
  );
  const size = statSync(path).size;
  const ofPictures = pictureCount * PICTURE;
  console.log(
    `${"size".padEnd(34)}${(size / 1e6).toFixed(1).padStart(8)} MB (pictures ${(ofPictures / 1e6).toFixed(1)} MB)`,
  );

  const store = timed("open after a clean close", () => openEditionFile(path));
  const times: number[] = [];
  for (const { changes } of evening(store.edition, 199)) {
    const start = performance.now();
    store.append(changes, act);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  console.log(
    `${"append, median / 95th / largest".padEnd(34)}${[0.5, 0.95, 1]
      .map((q) => times[Math.ceil(times.length * q) - 1]?.toFixed(1))
      .join(" / ")
      .padStart(8)} ms`,
  );
  timed("open with 199 steps to replay", () => openEditionFile(path, { readOnly: true }).close());
  timed("look back 100 steps", () => store.at(store.seq - 100));
  timed("verify every byte", () => {
    const faults = store.verify();
    if (faults.length > 0) throw new Error(faults.join("\n"));
  });
  store.close();
  timed("recover all of it", () =>
    recover(path, join(folder, "saved.dayang"), { time: act.time, author: "" }),
  );
  console.log(
    `${"memory".padEnd(34)}${Math.round(process.resourceUsage().maxRSS / 1024)
      .toString()
      .padStart(8)} MB`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
