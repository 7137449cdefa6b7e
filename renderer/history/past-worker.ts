/** Composes a page as it was, and says what changed on it, off the main thread: seconds of typesetting, now and then. */
import { composeSheet } from "../../core/compose/compose.ts";
import { compareEditions } from "../../core/edition/compare.ts";
import { type Edition, editionFromJSON } from "../../core/edition/edition.ts";
import { sharing } from "../../core/edition/share.ts";
import type { FaceId } from "../../core/edition/style.ts";
import { openFace } from "../../core/fonts/face.ts";
import type { Face, Faces } from "../../core/world.ts";
import { type FromPast, pageChanges, type ToPast } from "./past.ts";

/** Editions kept decoded, by their row. */
const KEPT = 40;

const open = new Map<string, Face>();
const faces: Faces = {
  face: (id) => {
    const face = open.get(id) ?? open.get("song") ?? [...open.values()][0];
    if (!face) throw new Error("there are no fonts");
    return face;
  },
  substituted: [],
};
const editions = new Map<number, Edition>();
/** The edition that was looked at last: what comes next shares its nodes. */
let last: Edition | null = null;

function editionAt(seq: number): Edition {
  const edition = editions.get(seq);
  if (!edition) throw new Error(`the edition after row ${seq} was not told`);
  return edition;
}

self.addEventListener("message", (event: MessageEvent<ToPast>) => {
  const asked = event.data;
  if (asked.kind === "font") {
    for (const face of asked.faces) open.set(face, openFace(face as FaceId, asked.bytes));
    return;
  }
  if (asked.kind === "edition") {
    const read = editionFromJSON(asked.content);
    editions.set(asked.seq, last ? sharing(last, read) : read);
    last ??= read;
    if (editions.size > KEPT) {
      const [oldest] = editions.keys();
      if (oldest !== undefined) editions.delete(oldest);
    }
    return;
  }
  let answer: FromPast;
  try {
    const edition = editionAt(asked.seq);
    last = edition;
    answer = { id: asked.id, sheet: composeSheet(edition, asked.page, faces) };
    if (asked.against !== null) {
      const other = editionAt(asked.against);
      const [before, after] = asked.against < asked.seq ? [other, edition] : [edition, other];
      answer = { ...answer, changes: pageChanges(compareEditions(before, after), before, after, asked.page) };
    }
  } catch (error) {
    answer = { id: asked.id, fault: String((error as Error).message) };
  }
  self.postMessage(answer);
});

// The module waited for HarfBuzz: what was said before now would have been lost.
self.postMessage({ ready: true } satisfies FromPast);
