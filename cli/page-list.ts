/**
 * The sample edition as a plain page with its composed pages as PDF: what `npm start` serves until the app's own
 * pages are there.
 */
import { word } from "../core/catalogue/catalogue.ts";
import type { Locale } from "../core/catalogue/message.ts";
import type { Edition } from "../core/edition/edition.ts";
import { makePdf } from "../host/work/export.ts";
import { readSample } from "../host/work/sample.ts";
import { composeSheets, pickSheets, planOnMachine } from "../host/work/sheets.ts";

interface Planned {
  readonly edition: Edition;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

async function planSample(): Promise<Planned> {
  const { edition, pictures } = await readSample();
  const { edition: planned } = planOnMachine(edition);
  return { edition: planned, pictures: new Map(pictures.map((p) => [p.digest, p.bytes])) };
}

export function pageList(locale: Locale) {
  let planned: Promise<Planned> | null = null;
  return async (path: string): Promise<{ type: string; body: Uint8Array | string } | null> => {
    const number = /^\/([A-Z]\d+)\.pdf$/.exec(path)?.[1];
    if (path !== "/" && !number) return null;
    planned ??= planSample();
    const { edition, pictures } = await planned;
    if (!number) return { type: "text/html; charset=utf-8", body: html(edition, locale) };
    if (!edition.pages.some((page) => page.attrs.number === number)) return null;
    const body = await makePdf({
      edition,
      sheets: pickSheets(composeSheets(edition), [number]),
      picture: (digest) => pictures.get(digest) ?? null,
      standard: "x4",
      marks: false,
      created: new Date().toISOString(),
    });
    return { type: "application/pdf", body };
  };
}

function html({ facts, pages }: Edition, locale: Locale): string {
  const items = pages.map((page) => {
    const { number, title } = page.attrs as { number: string; title: string };
    const headlines = page.children.flatMap((block) =>
      block.children.filter((child) => child.type.name === "headline").map((child) => child.textContent),
    );
    const list = headlines.map((headline) => `<li>${escaped(headline)}</li>`).join("");
    return `<li><a href="/${number}.pdf">${escaped(`${number} ${title}`)}</a><ul>${list}</ul></li>`;
  });
  const name = escaped(`${facts.paper} ${facts.date}`);
  return `<!doctype html>
<html lang="${locale === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"><title>${name}</title></head>
<body><h1>${name}</h1><p>${escaped(word(locale, "start.pages"))}</p><ul>${items.join("")}</ul></body></html>
`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
