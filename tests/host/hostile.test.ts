/** An edition file is input from strangers: nothing in it reaches SQL, the file system, a page's markup or a spreadsheet as anything but text. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { deflateSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { auditTrail, csv } from "../../core/edition/audit.ts";
import { standingThreads } from "../../core/edition/comments.ts";
import { type Edition, noFacts } from "../../core/edition/edition.ts";
import { schema } from "../../core/edition/schema.ts";
import { broadsheet } from "../../core/edition/style.ts";
import { Problem } from "../../core/problem.ts";
import { clientOf } from "../../host/client.ts";
import { createHost } from "../../host/host.ts";
import { createEditionFile } from "../../host/store/create.ts";
import { headChecksum, heads } from "../../host/store/log.ts";
import { pictureDigest } from "../../host/store/pictures.ts";
import { snapshotChecksum } from "../../host/store/snapshot.ts";
import { openEditionFile } from "../../host/store/store.ts";
import { memoryWire } from "../../host/transports/memory.ts";
import { entries, p, picture } from "../core/intake/docx-builder.ts";
import { onePixel } from "../torture/material.ts";
import { act, headlineOf, smallEdition, typing, workFolder } from "./evening.ts";
import { machine } from "./wires.ts";

const folder = workFolder();

/** What strangers write where a name, a headline or a reason is asked for. */
const attacks = [
  "'; DROP TABLE log; --",
  '"); DELETE FROM log; --',
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  "../../../../etc/passwd",
  "..\\..\\windows\\system32",
  "$(touch /tmp/pwned)`touch /tmp/pwned`; touch /tmp/pwned",
  '=HYPERLINK("http://evil.example","x")',
  "＝cmd|' /C calc'!A0",
  "\u202etxt.exe",
  "{{constructor.constructor('return 1')()}}",
  "__proto__",
];

/** An edition with `attack` in every field that takes a text. */
function hostileEdition(attack: string): Edition {
  const text = (role: string) => schema.node(role, null, schema.text(attack));
  const facts = Object.fromEntries(
    Object.keys(noFacts).map((name) => [name, attack]),
  ) as unknown as Edition["facts"];
  return {
    facts,
    style: { ...broadsheet, name: attack, proof: { ...broadsheet.proof, lexicon: [attack] } },
    pages: [
      schema.node("page", { id: attack, number: attack, title: attack }, [
        schema.node("article", { id: `${attack}1` }, [
          ...["kicker", "headline", "deck", "series", "byline", "dateline", "paragraph", "crosshead"].map(
            text,
          ),
          schema.node("jump", {
            id: `${attack}2`,
            target: attack,
            literal: { text: attack, page: null, number: null },
          }),
        ]),
        schema.node("article", { id: `${attack}4` }, [
          schema.node("headline", null, schema.text(attack, [schema.mark("comment", { id: attack })])),
        ]),
        schema.node("picture", { id: `${attack}3`, source: attack }, [text("caption"), text("credit")]),
      ]),
    ],
    comments: [
      {
        ...{ id: attack, kind: "query", page: attack, block: `${attack}4`, quote: attack },
        remarks: [{ author: attack, time: attack, text: attack }],
        resolved: { by: attack, time: attack },
      },
    ],
  };
}

const fresh = () => join(mkdtempSync(join(folder, "hostile-")), "a.dayang");

/** Every file under the test's folder, to see that nothing else was written. */
const everything = () => (readdirSync(folder, { recursive: true }) as string[]).sort();

describe.each(attacks)("%s in every field", (attack) => {
  it("is kept as it is, and does nothing", () => {
    const path = fresh();
    const row = { time: act.time, author: attack, label: attack };
    createEditionFile(path, hostileEdition(attack), { act: row });
    const store = openEditionFile(path);
    store.append(typing(store.edition, attack), row);
    store.decisions.add({
      subject: attack,
      verdict: "ignored",
      reason: attack,
      author: attack,
      time: attack,
    });
    const { id, pages } = store.versions.take({ round: "named", name: attack, author: attack, time: attack });
    const open = [{ subject: attack, message: attack }];
    const signer = { role: "editor", author: attack, time: attack, note: attack } as const;
    store.signatures.add({ version: id, page: pages[0]?.id ?? "", open, ...signer });
    store.close();

    const again = openEditionFile(path, { readOnly: true });
    expect(again.verify()).toEqual([]);
    expect(headlineOf(again.edition)).toBe(attack);
    const [thread] = standingThreads(again.edition);
    expect(thread).toMatchObject({
      headline: attack,
      thread: { quote: attack, remarks: [{ text: attack }] },
    });
    expect([...again.log()].map(({ author, label }) => [author, label])).toEqual([
      [attack, attack],
      [attack, attack],
    ]);
    expect(again.decisions.list()).toMatchObject([{ subject: attack, reason: attack }]);
    expect(again.signatures.list()).toMatchObject([{ author: attack, open, note: attack }]);
    again.close();
  });

  it("is an attribute's value or a text in a document, never a tag or an attribute's name", () => {
    const tags = new Set<string>();
    const names = new Set<string>();
    const look = (spec: unknown) => {
      const [tag, attributes] = spec as [string, Record<string, unknown> | number];
      tags.add(tag);
      if (typeof attributes === "object") for (const name of Object.keys(attributes)) names.add(name);
    };
    hostileEdition(attack).pages[0]?.descendants((node) => {
      if (!node.isText) look(node.type.spec.toDOM?.(node));
      for (const mark of node.marks) look(mark.type.spec.toDOM?.(mark, true));
    });
    expect([...tags].filter((tag) => !["div", "section", "hr", "p", "span"].includes(tag))).toEqual([]);
    expect([...names].filter((name) => name !== "class" && !/^data-[a-z]+$/.test(name))).toEqual([]);
  });

  it("is no formula in the audit trail", () => {
    const row = { seq: 1, time: act.time, author: attack, label: attack, changes: [] };
    const [line] = [...auditTrail([row])].map(({ author, label }) => csv([[author, label]]));
    const cell = `"${(/^[=＝]/.test(attack) ? `'${attack}` : attack).replaceAll('"', '""')}"`;
    expect(line).toBe(`${cell},${cell}\r\n`);
  });
});

describe("a spreadsheet's cell", () => {
  it.each([
    ["=1+1", '"\'=1+1"'],
    [" \t=1+1", '"\' \t=1+1"'],
    ["\u200b@SUM(A1)", '"\'\u200b@SUM(A1)"'],
    ["-2", '"\'-2"'],
    ["\r\n=1", '"\'\r\n=1"'],
    ["张三，李四\n王五", '"张三，李四\n王五"'],
    ['说"是"', '"说""是"""'],
    [78, "78"],
  ])("%j", (value, expected) => {
    expect(csv([[value]])).toBe(`${expected}\r\n`);
  });
});

describe("through the host", () => {
  const home = mkdtempSync(join(folder, "home-"));
  const host = clientOf(memoryWire(createHost({ ...machine(home), now: () => act.time })));

  it("names of pictures and texts write no file, whatever they say", async () => {
    const path = fresh();
    createEditionFile(path, smallEdition(), { act });
    const { edition } = await host.call("editions.open", { path });
    const before = everything();
    for (const attack of attacks) {
      const file = { name: attack, bytes: onePixel(7) };
      expect((await host.call("pictures.add", { edition, file })).digest).toBe(pictureDigest(file.bytes));
      const texts = [{ name: `${attack}.txt`, bytes: strToU8("新桥通车\n\n　　大桥全长3公里。") }];
      await host.call("import.preview", { texts });
    }
    const parts = {
      ...entries(p("新桥通车"), picture()),
      "../../../evil.txt": strToU8("x"),
      "/tmp/evil.txt": strToU8("x"),
    };
    await host
      .call("import.preview", { texts: [{ name: "../a.docx", bytes: zipSync(parts) }] })
      .catch((error: unknown) => expect(error).toBeInstanceOf(Problem));
    expect(everything()).toEqual(before);
  });

  it("the audit trail goes where it is asked, once, and as text", async () => {
    const path = fresh();
    createEditionFile(path, smallEdition(2), { act: { ...act, author: "=1+1" } });
    const { edition, content: _, ...opened } = await host.call("editions.open", { path });
    const out = join(path, "..", "trail.csv");
    const ask = { edition, path: out, format: "csv" } as const;
    expect(await host.call("log.export", ask)).toEqual({ rows: 1 });
    expect(readFileSync(out, "utf8")).toBe(
      `\ufeff"序号","时间","操作人","操作","版面","说明","机器"\r\n1,"${act.time}","'=1+1","导入","A1 A2","",""\r\n`,
    );
    await expect(host.call("log.export", ask)).rejects.toMatchObject({ key: "store.exists" });
    const own = host.call("log.export", { ...ask, path: opened.path, force: true });
    await expect(own).rejects.toMatchObject({ key: "cli.same-file" });
    const json = { ...ask, path: `${out}.json`, format: "json", page: "A9" } as const;
    expect(await host.call("log.export", json)).toEqual({ rows: 0 });
    expect(JSON.parse(readFileSync(json.path, "utf8"))).toEqual([]);
  });

  it("the machine and the names in a record of signing off are no formulas in the audit trail", async () => {
    const path = fresh();
    createEditionFile(path, smallEdition(), { act });
    const formula = "=cmd|' /C calc'!A0";
    const { edition } = await host.call("editions.open", { path });
    const named = { edition, name: formula, author: formula };
    await host.call("versions.take", { ...named, round: "first", page: "p1" });
    await host.call("editions.close", { edition });
    const db = new DatabaseSync(path);
    db.prepare("UPDATE chain SET station = ?").run(`${formula}@desk`);
    db.close();
    const again = await host.call("editions.open", { path });
    const out = join(path, "..", "machine.csv");
    await host.call("log.export", { edition: again.edition, path: out, format: "csv" });
    await host.call("editions.close", { edition: again.edition });
    const row = readFileSync(out, "utf8").trim().split("\r\n").at(-1) ?? "";
    const cells = row
      .slice(0, -1)
      .split(/,?"(?:,")?/)
      .slice(1);
    expect(cells).toEqual([
      act.time,
      `'${formula}`,
      "出样",
      "A1",
      `一校，第 1 号版本 ${formula}`,
      `'${formula}@desk`,
    ]);
  });

  it("a backup's name is no pattern and no path", async () => {
    const path = join(mkdtempSync(join(folder, "odd-")), "a.*(+)[1].dayang");
    mkdirSync(join(path, ".."), { recursive: true });
    createEditionFile(path, smallEdition(), { act });
    writeFileSync(join(path, "..", "a.XX1.dayang.1~"), "");
    expect(await host.call("editions.backups", { path })).toEqual([]);
  });
});

describe("a file made by hand, its checksums right", () => {
  const spoiled = (sql: (db: DatabaseSync) => void) => {
    const path = fresh();
    const facts = { media: "image/png", width: 1, height: 1 };
    createEditionFile(path, smallEdition(), { act, pictures: [{ bytes: onePixel(7), facts }] });
    const db = new DatabaseSync(path);
    sql(db);
    db.close();
    return path;
  };

  it("says of a picture that it is a page, and is not believed", () => {
    const path = spoiled((db) => db.exec("UPDATE picture SET media = 'text/html'"));
    const store = openEditionFile(path);
    expect(store.pictures.list()).toEqual([]);
    expect(() => store.pictures.get(pictureDigest(onePixel(7)))).toThrow(Problem);
    expect(store.verify()).toHaveLength(1);
    store.close();
  });

  it("says of its log that it never ends, and is refused at once", () => {
    const endless = Number.MAX_SAFE_INTEGER;
    const path = spoiled((db) =>
      db.prepare("UPDATE head SET seq = ?, checksum = ?").run(endless, headChecksum(endless, heads.log)),
    );
    expect(() => openEditionFile(path)).toThrow(expect.objectContaining({ key: "store.damaged" }) as Problem);
  });

  it("holds a snapshot that would fill the memory, and is opened without it", () => {
    const bomb = deflateSync(Buffer.alloc(300 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(1_000_000);
    const path = spoiled((db) =>
      db.prepare("UPDATE snapshot SET edition = ?, checksum = ?").run(bomb, snapshotChecksum(1, bomb)),
    );
    const store = openEditionFile(path);
    expect(headlineOf(store.edition)).toBe("新桥今日通车");
    expect(store.verify()).toEqual(["snapshot 1"]);
    store.close();
  });

  it.each([
    "CREATE TRIGGER t AFTER INSERT ON log BEGIN DELETE FROM log; END",
    "CREATE VIEW v AS SELECT * FROM log",
    "CREATE INDEX i ON log (author)",
    "CREATE TABLE extra (x)",
    "ALTER TABLE log ADD COLUMN x DEFAULT (load_extension('evil'))",
  ])("brings a schema of its own, and is refused: %s", (sql) => {
    const path = spoiled((db) => {
      try {
        db.exec(sql);
      } catch {
        // SQLite itself refuses some of them.
        db.exec("CREATE TABLE extra (x)");
      }
    });
    expect(() => openEditionFile(path)).toThrow(expect.objectContaining({ key: "store.damaged" }) as Problem);
  });
});
