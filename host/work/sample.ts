/** The sample edition that ships with the app: two pages and a photo of our own, with three planted errors. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Transform } from "prosemirror-transform";
import about from "../../assets/sample/edition.json" with { type: "json" };
import { type Imported, importFiles } from "./import.ts";

const sampleFile = (name: string) => fileURLToPath(new URL(`../../assets/sample/${name}`, import.meta.url));

/** Names and bytes of the sample's texts and pictures, as a desk would hand them in. */
export function sampleFiles(): {
  texts: { name: string; path: string }[];
  pictures: { name: string; path: string }[];
} {
  const named = (name: string) => ({ name, path: sampleFile(name) });
  return {
    texts: about.pages.map((page) => named(page.text)),
    pictures: about.pictures.map((picture) => named(picture.file)).filter(({ path }) => existsSync(path)),
  };
}

export async function readSample(): Promise<Imported> {
  const { texts, pictures } = sampleFiles();
  const read = ({ name, path }: { name: string; path: string }) => ({ name, bytes: readFileSync(path) });
  const { paper, date } = about.facts;
  const imported = await importFiles({ texts: texts.map(read), pictures: pictures.map(read), paper, date });
  const titles = new Map(about.pages.map((page) => [page.number, page.title]));
  const pages = imported.edition.pages.map((page) => {
    const title = titles.get(page.attrs.number);
    return title ? new Transform(page).setDocAttribute("title", title).doc : page;
  });
  return { ...imported, edition: { ...imported.edition, facts: about.facts, pages } };
}
