/** A small edition and an evening's work on it; imports nothing of the test runner, so that child processes can use it. */
import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import type { Change } from "../../core/edition/change.ts";
import { type Edition, noFacts } from "../../core/edition/edition.ts";
import { schema } from "../../core/edition/schema.ts";
import { broadsheet } from "../../core/edition/style.ts";
import type { Act } from "../../host/store/log.ts";

export const act: Act = { time: "2020-02-17T20:15:00.000Z", author: "夜班", label: "import" };

export function smallEdition(pages = 1): Edition {
  return {
    facts: { ...noFacts, id: "e1", paper: "江州晚报", date: "2020-02-18" },
    style: broadsheet,
    pages: Array.from({ length: pages }, (_, i) =>
      schema.node("page", { id: `p${i + 1}`, number: `A${i + 1}` }, [
        schema.node("article", { id: `a${i + 1}` }, [
          schema.node("headline", null, schema.text("新桥今日通车")),
          schema.node("paragraph", null, schema.text("大桥全长3公里，昨日完成荷载试验。")),
        ]),
      ]),
    ),
  };
}

/** Writes `text` at the head of the first page's headline. */
export function typing(edition: Edition, text: string, page = 0): Change[] {
  const doc = edition.pages[page];
  if (!doc) throw new RangeError(`no page ${page}`);
  const tr = new Transform(doc).insert(headlineStart(doc), schema.text(text));
  return [{ kind: "steps", page: doc.attrs.id, steps: tr.steps }];
}

function headlineStart(doc: Node): number {
  let at = 0;
  doc.descendants((node, pos) => {
    if (node.type.name === "headline" && !at) at = pos + 1;
    return !at;
  });
  return at;
}

export const headlineOf = (edition: Edition, page = 0) =>
  edition.pages[page]?.firstChild?.firstChild?.textContent ?? "";
