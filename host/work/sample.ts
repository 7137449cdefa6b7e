/**
 * The sample edition that ships with the app: two pages, a picture and an advert of our own, with three planted errors.
 *
 * Its ids are counted, not drawn, so that the layout that ships beside it (layout.json: the changes planning makes)
 * fits what is read. `node assets/lay-out-sample.ts` plans it anew; tests/host/sample.test.ts tells when it must.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import about from "../../assets/sample/edition.json" with { type: "json" };
import layout from "../../assets/sample/layout.json" with { type: "json" };
import { applyChanges, type ChangeJSON, changeFromJSON } from "../../core/edition/change.ts";
import { schema } from "../../core/edition/schema.ts";
import type { NewId } from "../../core/edition/settle.ts";
import { type DeskFile, type Imported, importFiles, keepPicture } from "./import.ts";

/** Names of the sample's texts, for reports. */
export const sampleTexts: readonly string[] = about.pages.map((page) => page.text);

function read(name: string): DeskFile[] {
  const path = fileURLToPath(new URL(`../../assets/sample/${name}`, import.meta.url));
  return existsSync(path) ? [{ name, bytes: readFileSync(path) }] : [];
}

/** The sample as an import makes it, with its facts, the names of its pages and its advert. */
export async function readSample(): Promise<Imported> {
  const { paper, date } = about.facts;
  const newId = counted("sample");
  const { edition, pictures } = await importFiles({
    newId,
    texts: about.pages.flatMap((page) => read(page.text)),
    pictures: about.pictures.flatMap((picture) => read(picture.file)),
    paper,
    date,
  });
  const adverts = await Promise.all(
    about.adverts.flatMap((advert) =>
      read(advert.file).map(async (file) => ({ ...advert, picture: await keepPicture(file) })),
    ),
  );
  const pages = edition.pages.map((page) => {
    const number = page.attrs.number as string;
    const own = adverts.filter((advert) => advert.page === number);
    const title = about.pages.find((known) => known.number === number)?.title ?? "";
    return own.reduce(
      (tr, { caption, picture }) => tr.insert(tr.doc.content.size, advertOf(newId(), caption, picture)),
      new Transform(page).setDocAttribute("title", title),
    ).doc;
  });
  return {
    edition: { ...edition, facts: about.facts, pages },
    pictures: [...pictures, ...adverts.map((advert) => advert.picture)],
  };
}

/** The sample with a place for every block: what planning it comes to, without the seconds that takes. */
export async function readLaidOutSample(): Promise<Imported> {
  const { edition, pictures } = await readSample();
  const changes = (layout as readonly ChangeJSON[]).map(changeFromJSON);
  return { edition: applyChanges(edition, changes), pictures };
}

/** Ids in the order they are asked for: "sample-1", "sample-2" … */
export function counted(name: string): NewId {
  let last = 0;
  return () => `${name}-${++last}`;
}

function advertOf(id: string, caption: string, { digest, facts }: Imported["pictures"][number]): Node {
  const words = caption ? [schema.node("caption", null, schema.text(caption))] : [];
  const { width, height } = facts;
  return schema.node("advert", { id, source: digest, width, height }, words);
}
