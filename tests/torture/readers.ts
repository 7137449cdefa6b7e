/**
 * Everything that reads what strangers made, each with sound inputs to begin from and a way to spoil them.
 *
 * A reader passes where it answers, or throws what it says it throws: a Problem, for a change or an edition out of
 * JSON a RangeError. Anything else is a fault.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { zipSync } from "fflate";
import sharp from "sharp";
import { auditTrail } from "../../core/edition/audit.ts";
import {
  applyChanges,
  type Change,
  type ChangeJSON,
  changeFromJSON,
  changeToJSON,
} from "../../core/edition/change.ts";
import { run } from "../../core/edition/commands.ts";
import { standingThreads } from "../../core/edition/comments.ts";
import { compareEditions } from "../../core/edition/compare.ts";
import { editionFromJSON, editionToJSON } from "../../core/edition/edition.ts";
import { queriesText } from "../../core/edition/queries.ts";
import { readEdition } from "../../core/edition/reading.ts";
import { restoreBlock, restorePage } from "../../core/edition/restore.ts";
import { faults } from "../../core/edition/soundness.ts";
import { timeline } from "../../core/edition/timeline.ts";
import { intakeBytes, toEdition } from "../../core/intake/intake.ts";
import { preflight } from "../../core/press/preflight/preflight.ts";
import { Problem } from "../../core/problem.ts";
import { inspectPicture } from "../../host/pictures/inspect.ts";
import { decodeCmykJpeg } from "../../host/pictures/jpeg.ts";
import { previewPicture } from "../../host/pictures/preview.ts";
import { foundingChanges, insertRow } from "../../host/store/log.ts";
import { finished } from "../../host/store/past.ts";
import { pictureDigest } from "../../host/store/pictures.ts";
import { recover } from "../../host/store/recover.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { APPLICATION_ID, migrate, PAGE_SIZE } from "../../host/store/tables.ts";
import { decodeFrame, encodeFrame } from "../../host/transports/frame.ts";
import { blame } from "../../host/work/blame.ts";
import { makePdf } from "../../host/work/export.ts";
import { composeSheets } from "../../host/work/sheets.ts";
import {
  comment,
  commentedEntries,
  docx,
  end,
  p,
  picture,
  said,
  start,
  table,
} from "../core/intake/docx-builder.ts";
import { act, smallEdition, typing } from "../host/typing.ts";
import type { Chance } from "./chance.ts";
import { laidOut, onePixel, story } from "./material.ts";
import { mutateBytes, mutateJson } from "./mutate.ts";

export interface Reader {
  /** Sound inputs. */
  seeds(): Promise<readonly Uint8Array[]>;
  /** A spoiled input, the same for the same chance. */
  spoil(seeds: readonly Uint8Array[], random: Chance): Uint8Array;
  /** Reads one; throws whatever the reader throws. */
  read(input: Uint8Array): Promise<unknown>;
  /** Whether the reader says that it throws this. */
  expects(error: unknown): boolean;
}

const problem = (error: unknown) => error instanceof Problem;
const range = (error: unknown) => error instanceof RangeError || problem(error);
const utf8 = (text: string) => new TextEncoder().encode(text);
const json = (value: unknown) => utf8(JSON.stringify(value));
const parsed = (input: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(input));

/** Bytes changed anywhere, with words of the format thrown in. */
const byBytes =
  (...words: string[]) =>
  (seeds: readonly Uint8Array[], random: Chance) =>
    mutateBytes(
      seeds[random(seeds.length)] as Uint8Array,
      seeds[random(seeds.length)] as Uint8Array,
      words.map(utf8),
      random,
    );

const byBranches = (seeds: readonly Uint8Array[], random: Chance) =>
  json(mutateJson(parsed(seeds[random(seeds.length)] as Uint8Array), random));

const texts = [
  "# A9\n",
  "（下转 A2 版①）",
  "上接 A1 版",
  "　　",
  "\ufeff",
  "\ud800",
  "12亿3千万",
  "100%",
  "图：",
  "\r\n",
];

const utf16 = (words: string) => Buffer.from(words, "utf16le");

const text: Reader = {
  seeds: async () => [utf8(story), Buffer.from(`\ufeff${story}`, "utf16le"), utf8("标题\n\n　　一段。")],
  spoil(seeds, random) {
    if (random(3) === 0) return byBytes(...texts)(seeds, random);
    // Characters rather than bytes, so that it is still a text.
    const units = mutateBytes(utf16(story), utf16(story), texts.map(utf16), random);
    return utf8(Buffer.from(units).toString("utf16le"));
  },
  read: (input) => intakeBytes("a.txt", input, { digest: pictureDigest }),
  expects: problem,
};

const xmlWords = [
  "<w:p>",
  "</w:p>",
  "<w:tbl>",
  "&amp;",
  "&#x1;",
  '<w:commentRangeStart w:id="3"/>',
  '<w:comment w:id="4">',
  "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>",
];

/** Every part that a reader of .docx looks at: text, table, picture, comments with their states. */
const documentParts = () =>
  commentedEntries(
    [
      p("新桥今日通车", "heading 1"),
      table(["东区", "21"]),
      picture(),
      `<w:p>${start(3)}${said("全长3公里")}${end(3)}${said("。")}</w:p>`,
    ],
    comment(3, "李明", "与图纸不符？") + comment(4, "记者", "已核"),
    '<w15:commentEx w15:paraId="00000004" w15:paraIdParent="00000003" w15:done="1"/>',
  );

const document: Reader = {
  seeds: async () => [
    docx(p("新桥今日通车", "heading 1"), p("本报记者 周闻"), p("　　大桥全长3公里。"), picture()),
    docx(table(["项目", "例"], ["东区", "21"]), p("合计21例")),
    zipSync(documentParts()),
  ],
  spoil(seeds, random) {
    if (random(2) === 0) return byBytes("PK\u0003\u0004", "PK\u0001\u0002", "../../x")(seeds, random);
    // Or sound as an archive, and spoiled in what it holds.
    const parts = documentParts();
    const names = Object.keys(parts);
    const name = names[random(names.length)] as string;
    parts[name] = mutateBytes(parts[name] as Uint8Array, utf8(story), xmlWords.map(utf8), random);
    if (random(8) === 0) parts["../../../../tmp/dayang-evil"] = utf8("x");
    return zipSync(parts, { level: 1 });
  },
  async read(input) {
    const { draft } = await intakeBytes("a.docx", input, { digest: pictureDigest });
    let n = 0;
    toEdition(draft, { newId: () => `n${n++}` });
  },
  expects: problem,
};

const pictures: Reader = {
  async seeds() {
    const image = () => sharp({ create: { width: 24, height: 16, channels: 3, background: "#3366aa" } });
    const cmyk = image().toColourspace("cmyk");
    const files = [
      image().jpeg().withMetadata({ orientation: 6 }),
      cmyk.jpeg(),
      image().png(),
      image().tiff(),
      image().webp(),
    ];
    return [...(await Promise.all(files.map((file) => file.toBuffer()))), onePixel(0x123456)];
  },
  spoil: byBytes("IHDR", "IDAT", "Exif", "Adobe", "RIFF", "ICC_PROFILE"),
  async read(input) {
    await inspectPicture(input);
    return previewPicture(input, 64);
  },
  expects: problem,
};

const pdf: Reader = {
  async seeds() {
    const edition = smallEdition();
    const made = await makePdf({
      edition,
      sheets: composeSheets(edition),
      picture: () => null,
      standard: "x4",
      marks: true,
      created: act.time,
    });
    const stream = "BT /F1 12 Tf 10 10 Td (A) Tj ET q 1 0 0 1 0 0 cm /X Do Q 0 0 1 rg 0 0 5 5 re f";
    const plain = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>endobj
4 0 obj<</Length ${stream.length}>>stream
${stream}
endstream endobj
5 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 5>>stream
/X Do
endstream endobj
trailer<</Root 1 0 R/Size 6>>
%%EOF`;
    return [made, utf8(plain)];
  },
  spoil: byBytes(
    "<<",
    ">>",
    "stream\n",
    "endstream",
    "5 0 R",
    "1 0 R",
    "/Kids[2 0 R]",
    "/Length 99999999",
    "/FlateDecode",
    "xref",
  ),
  read: (input) => preflight(input, { decodeJpeg: decodeCmykJpeg }),
  expects: problem,
};

const log = () => {
  const edition = smallEdition(2);
  const typed = typing(edition, "快讯：");
  return [...foundingChanges(edition), ...typed, ...foundingComments()].map(changeToJSON);
};

/** A comment begun, answered, resolved and taken away. */
function foundingComments(): Change[] {
  const [to] = laidOut().comments ?? [];
  if (!to) throw new Error("the material has no comment");
  const first = { ...to, remarks: [to.remarks[0]] as const, resolved: null };
  return [
    { kind: "comment", from: null, to: first },
    { kind: "comment", from: first, to },
    { kind: "comment", from: to, to: null },
    { kind: "comment", from: null, to },
  ];
}

const changes: Reader = {
  seeds: async () => [json(log())],
  spoil: byBranches,
  async read(input) {
    const list = parsed(input);
    if (!Array.isArray(list)) throw new RangeError("no list");
    const edition = applyChanges(
      editionFromJSON(blank()),
      list.map((change) => changeFromJSON(change as ChangeJSON)),
    );
    return [faults(edition), readEdition(edition)];
  },
  expects: range,
};

const blank = () => ({ ...editionToJSON(smallEdition()), pages: [] });

const page: Reader = {
  seeds: async () => [json(editionToJSON(smallEdition(2))), json(editionToJSON(laidOut()))],
  spoil: byBranches,
  async read(input) {
    const edition = editionFromJSON(parsed(input) as never);
    return [faults(edition), composeSheets(edition)];
  },
  expects: range,
};

/** What is restored from a past that a stranger wrote leaves today's edition sound. */
const past: Reader = {
  seeds: async () => [json(editionToJSON(laidOut())), json(editionToJSON(smallEdition(2)))],
  spoil: byBranches,
  async read(input) {
    const then = editionFromJSON(parsed(input) as never);
    const now = laidOut();
    const known = faults(now);
    let made = 0;
    const newId = () => `new-${++made}`;
    const all = then.pages.flatMap((doc) => [
      restorePage(then, doc.attrs.id),
      ...doc.children.map((block) => restoreBlock(then, block.attrs.id)),
    ]);
    for (const command of all) {
      const back = applyChanges(now, run(command, now, newId));
      // A page that the past has twice is the past's fault, and stays in the past.
      const found = faults(back).filter((fault) => !known.includes(fault));
      if (found.length > 0 && faults(then).length === 0) throw new Error(found.join("; "));
    }
    return [compareEditions(then, now), standingThreads(then), queriesText(then, (key) => key)];
  },
  expects: range,
};

const home = () => mkdtempSync(join(tmpdir(), "dayang-fuzz-"));

/** A file whose checksums are right and whose contents are a stranger's. */
const hostileRows: Reader = {
  seeds: async () => [json(log().map((change) => [change]))],
  spoil: byBranches,
  async read(input) {
    const folder = home();
    const path = join(folder, "hostile.dayang");
    try {
      const db = new DatabaseSync(path);
      db.exec(
        `PRAGMA page_size = ${PAGE_SIZE}; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA synchronous = OFF`,
      );
      migrate(db, 0);
      const rows = parsed(input);
      const list = Array.isArray(rows) ? rows : [rows];
      list.forEach(
        (row, i) => void insertRow(db, { seq: i + 1, ...act, changes: JSON.stringify(row) ?? "" }),
      );
      db.close();
      return await readFile(path);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  expects: problem,
};

/** A file whose bytes were changed anywhere. */
const editionFile: Reader = {
  async seeds() {
    const folder = home();
    const path = join(folder, "a.dayang");
    const { createEditionFile } = await import("../../host/store/create.ts");
    const facts = { media: "image/png", width: 1, height: 1 };
    createEditionFile(path, smallEdition(2), { act, pictures: [{ bytes: onePixel(7), facts }] });
    const bytes = readFileSync(path);
    rmSync(folder, { recursive: true, force: true });
    return [bytes];
  },
  spoil: byBytes("SQLite format 3\0", "CREATE TRIGGER t", "CREATE TABLE log", "Dyng"),
  async read(input) {
    const folder = home();
    const path = join(folder, "a.dayang");
    try {
      const { writeFileSync } = await import("node:fs");
      writeFileSync(path, input);
      try {
        recover(path, join(folder, "saved.dayang"), { time: act.time, author: "值班" });
      } catch (error) {
        if (!problem(error)) throw error;
      }
      return await readFile(path);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  expects: problem,
};

/** Opens an edition file and reads all that is in it. */
async function readFile(path: string): Promise<unknown> {
  const store = openEditionFile(path, { readOnly: true });
  try {
    return [
      store.verify(),
      store.pictures.list(),
      store.decisions.list(),
      store.versions.list(),
      store.signatures.list(),
      store.releases.list(),
      store.reopenings.list(),
      store.edition.pages.map((doc) => timeline(finished(store.past.rowsOn(doc.attrs.id)))),
      store.edition.pages.map((doc) => finished(blame(store, doc.attrs.id, 1, 5))),
      [...auditTrail(store.log())],
      standingThreads(store.edition),
      faults(store.edition),
      readEdition(store.edition),
    ];
  } finally {
    store.close();
  }
}

const frame: Reader = {
  seeds: async () => [
    encodeFrame({ name: "pictures.add", input: { file: { name: "a", bytes: onePixel(1) } } }),
  ],
  spoil: byBytes('{"$bytes":0}', '{"$bytes":[0]}', "__proto__", "]", "}"),
  read: async (input) => decodeFrame(input),
  expects: (error) =>
    error instanceof RangeError || error instanceof TypeError || error instanceof SyntaxError,
};

export const readers: Readonly<Record<string, Reader>> = {
  text,
  docx: document,
  picture: pictures,
  pdf,
  "change JSON": changes,
  "edition JSON, composed": page,
  "edition JSON, restored": past,
  "edition file, bytes": editionFile,
  "edition file, rows": hostileRows,
  frame,
};
