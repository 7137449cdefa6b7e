/**
 * Sheets to a print-ready PDF/X file. One writer serves both standards: PDF/X-1a is the same file under an older
 * header, because nothing written here needs transparency, layers or compressed objects.
 */
import type { Sheet } from "../compose/sheet.ts";
import { Problem } from "../problem.ts";
import type { PressWorld } from "../world.ts";
import { boxesOf, type PageBoxes } from "./boxes.ts";
import type { Content } from "./content.ts";
import { PdfFile } from "./file.ts";
import { PressFonts } from "./fonts.ts";
import { graphicsStates } from "./glyphs.ts";
import { REGISTERED, REGISTRATION, writeMarks, writeSlug } from "./marks.ts";
import { moment } from "./metadata.ts";
import type { PdfDict } from "./objects.ts";
import { type PressOptions, type PressRequest, pressOptions } from "./options.ts";
import { writeSheet } from "./page.ts";
import { PressPictures } from "./pictures.ts";
import { separation, spotSpaces } from "./spots.ts";
import { digestOf, versionOf } from "./version.ts";

/**
 * The file, a page for each sheet. The same sheets, world and options give the same bytes.
 *
 * Throws a Problem: `press.missing-glyph` (no face has a character), `press.font-not-embeddable`,
 * `press.font-unsupported`, `press.picture-missing` (where options refuse it), `press.picture-damaged`,
 * `press.profile-…`, `press.bad-date`, `press.no-sheets`.
 */
export function exportPdf(sheets: readonly Sheet[], world: PressWorld, request: PressRequest): Uint8Array {
  const options = pressOptions(request);
  const created = moment(options.created);
  if (sheets.length === 0) throw new Problem("press.no-sheets");
  const digest = identity(sheets, options, world);
  const file = new PdfFile(options.standard === "x4" ? 6 : 4, (data) => world.deflate(data));
  const fonts = new PressFonts(world);
  const pictures = new PressPictures(world);

  const resources = file.promise();
  const contents: { readonly sheet: Sheet; readonly boxes: PageBoxes; readonly content: Content }[] = [];
  for (const sheet of sheets) {
    const boxes = boxesOf(sheet, options.marks);
    const content = writeSheet(sheet, boxes, fonts, pictures, options);
    if (options.marks) {
      writeMarks(content, boxes);
      const line = [options.paper, options.date, sheet.number, versionOf(sheet, world)]
        .filter(Boolean)
        .join("  ");
      if (options.setText) writeSlug(content, boxes, line, options.setText, fonts, sheet.number);
    }
    contents.push({ sheet, boxes, content });
  }
  file.keep(resources, {
    Font: fonts.write(file),
    XObject: pictures.write(file),
    ExtGState: graphicsStates,
    ColorSpace: {
      ...spotSpaces(contents.map(({ content }) => content)),
      ...(options.marks ? { [REGISTRATION]: separation("All", REGISTERED) } : {}),
    },
  });
  for (const { sheet, boxes, content } of contents)
    file.addPage({
      MediaBox: boxes.media,
      BleedBox: boxes.bleed,
      TrimBox: boxes.trim,
      Resources: resources,
      Group: blends(sheet, world) ? BLENDING : undefined,
      Contents: file.stream(content.bytes()),
    });
  file.setOutputIntent(options.profile);
  return file.finish({
    title: options.title || [options.paper, options.date].filter(Boolean).join(" ") || "Untitled",
    creator: options.creator,
    created,
    digest,
    standard: options.standard,
  });
}

/** Where a placed page blends, it is in the press's inks (ISO 15930-7, 6.7). */
const BLENDING: PdfDict = { Type: "Group", S: "Transparency", CS: "DeviceCMYK" };

const blends = (sheet: Sheet, world: PressWorld): boolean =>
  sheet.items.some(
    (item) => item.kind === "picture" && item.source !== null && world.page?.(item.source)?.transparent,
  );

/** What the file is made of: what the sheets print, and every choice but the moment of export. */
function identity(sheets: readonly Sheet[], options: PressOptions, world: PressWorld): string {
  const profile = world.digest(options.profile.data);
  const choices = { ...options, created: undefined, profile, setText: undefined };
  const pages = sheets.map((sheet) => digestOf(sheet, world));
  return world.digest(new TextEncoder().encode(JSON.stringify([pages, choices])));
}
