/** Small sound inputs that torture starts from. */
import { crc32, deflateSync } from "node:zlib";
import type { Node } from "prosemirror-model";
import { applyChanges } from "../../core/edition/change.ts";
import { run } from "../../core/edition/commands.ts";
import { addThread, reply, resolve } from "../../core/edition/comments.ts";
import type { Edition } from "../../core/edition/edition.ts";
import { schema } from "../../core/edition/schema.ts";
import { smallEdition } from "../host/typing.ts";

/** A PNG of one pixel in the colour `rgb` (24 bits): a different picture for each. */
export function onePixel(rgb: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(1, 0);
  header.writeUInt32BE(1, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = deflateSync(Uint8Array.of(0, rgb >> 16, (rgb >> 8) & 255, rgb & 255));
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", row),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  out.set(body, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** Two pages as a desk sends them in. */
export const story = [
  "# A1",
  "江州晚报 2020年2月18日 星期二",
  "引题在此",
  "新桥今日通车",
  "——全长3公里，投资12亿元",
  "",
  "本报记者 周闻 通讯员 李言",
  "",
  "　　本报江州2月17日讯 大桥全长3公里，其中主桥1.2公里、引桥1.8公里，增长12.5%。（下转 A2 版①）",
  "",
  "# A2",
  "（上接 A1 版①）",
  "　　累计78例：东区21例，西区57例。",
  "图为大桥。 周闻 摄",
].join("\n");

/** Two small pages with a bit of everything in its place. */
export function laidOut(): Edition {
  const part = (role: string, words: string) => schema.node(role, null, schema.text(words));
  const at = (column: number, line: number, columns: number, lines: number) => ({
    place: { column, line, columns, lines },
  });
  const crop = { x: 0.1, y: 0, width: 0.8, height: 1 };
  const body = Array.from({ length: 4 }, () =>
    part("paragraph", "大桥全长3公里，昨日完成荷载试验。".repeat(8)),
  );
  const front = [
    schema.node("masthead", { id: "m", ...at(0, 0, 6, 14) }),
    schema.node("article", { id: "a", ...at(0, 14, 4, 30), rank: 1, textColumns: 2, box: "tint" }, [
      part("kicker", "引题"),
      part("headline", "新桥今日通车"),
      part("byline", "本报记者 周闻"),
      part("dateline", "本报江州2月17日讯 "),
      ...body,
      part("crosshead", "小标题"),
      schema.node(
        "picture",
        { id: "i", source: "0".repeat(64), width: 300, height: 200, crop, ...at(1, 4, 1, 8) },
        [part("caption", "图为大桥。"), part("credit", "周闻 摄")],
      ),
      schema.node("jump", { id: "j", target: "A2" }),
      ...body,
    ]),
    schema.node("picture", { id: "q", source: "1".repeat(64), width: 300, height: 200, ...at(4, 14, 4, 20) }),
  ];
  const back = [
    schema.node("continuation", { id: "c", article: "a", jump: "j", ...at(0, 0, 3, 40) }, [
      part("headline", "新桥"),
    ]),
    schema.node("advert", { id: "d", ...at(3, 60, 5, 40) }),
  ];
  const pages = [front, back].map((blocks, i) =>
    schema.node("page", { id: `p${i}`, number: `A${i + 1}`, title: "要闻" }, blocks),
  );
  return commented({ ...smallEdition(), pages });
}

/** The edition with a query on its second page's first words, answered and resolved, and a comment over a bold one. */
function commented(edition: Edition): Edition {
  const remark = (text: string, minute: number) => ({
    author: "校对",
    time: `2020-02-17T21:0${minute}:00.000Z`,
    text,
  });
  const [first, second] = edition.pages as [Node, Node];
  const say = (id: string, kind: "comment" | "query", page: Node, words: string) => {
    let from = 0;
    page.descendants((node, pos) => {
      const at = node.isTextblock ? node.textContent.indexOf(words) : -1;
      if (at >= 0 && from === 0) from = pos + 1 + at;
      return !node.isTextblock;
    });
    const range = { page: page.attrs.id as string, from, to: from + words.length };
    return addThread({ id, kind, ...range, remark: remark("=SUM(A1)<script>？", 1) });
  };
  const commands = [
    say("t1", "query", first, "3公里"),
    say("t2", "comment", second, "新桥"),
    reply("t1", remark("是3.2公里", 2)),
    resolve("t1", "责编", "2020-02-17T21:05:00.000Z"),
  ];
  return commands.reduce(
    (now, command) =>
      applyChanges(
        now,
        run(command, now, () => "new"),
      ),
    edition,
  );
}
