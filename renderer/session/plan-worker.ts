/** Plans a page off the main thread: seconds of search that no key stroke should wait for. */
import { proposals } from "../../core/compose/plan/plan.ts";
import { editionFromJSON } from "../../core/edition/edition.ts";
import type { FaceId } from "../../core/edition/style.ts";
import { openFace } from "../../core/fonts/face.ts";
import type { Face, Faces } from "../../core/world.ts";
import type { FromPlanner, ToPlanner } from "./planner.ts";

const open = new Map<string, Face>();
const faces: Faces = {
  face: (id) => {
    const face = open.get(id) ?? open.get("song") ?? [...open.values()][0];
    if (!face) throw new Error("the planner has no fonts");
    return face;
  },
  substituted: [],
};

self.addEventListener("message", (event: MessageEvent<ToPlanner>) => {
  const asked = event.data;
  if (asked.kind === "font") {
    for (const face of asked.faces) open.set(face, openFace(face as FaceId, asked.bytes));
    return;
  }
  let answer: FromPlanner;
  try {
    const edition = editionFromJSON(asked.edition);
    const page = edition.pages.find((candidate) => candidate.attrs.id === asked.page);
    answer = {
      id: asked.id,
      proposals: page ? proposals(edition, page, faces, { seed: asked.seed, count: asked.count }) : [],
    };
  } catch (error) {
    answer = { id: asked.id, fault: String((error as Error).message) };
  }
  self.postMessage(answer);
});

// The module waited for HarfBuzz: what was said before now would have been lost.
self.postMessage({ ready: true } satisfies FromPlanner);
