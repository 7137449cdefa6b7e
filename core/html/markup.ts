/**
 * HTML put together safely: whatever is filled in is escaped, unless it is markup itself.
 *
 * `html` is the only way from a string to markup, so a headline that holds a tag is printed as it was written.
 */

const brand: unique symbol = Symbol("markup");

export interface Markup {
  readonly [brand]: string;
}

export type Fill = Markup | string | number | null | undefined | false | readonly Fill[];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML text or a quoted attribute's value. What HTML forbids (controls, lone surrogates) becomes U+FFFD. */
export function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
    .replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, (sign) =>
      "\t\n".includes(sign) ? sign : "\ufffd",
    );
}

/** html`<p title="${title}">${words}</p>`: attribute values stand in double quotes. Empty for null, undefined, false. */
export function html(parts: TemplateStringsArray, ...fills: readonly Fill[]): Markup {
  return { [brand]: parts.map((part, i) => part + filled(fills[i])).join("") };
}

function filled(fill: Fill): string {
  if (fill === null || fill === undefined || fill === false) return "";
  if (typeof fill === "object") return brand in fill ? fill[brand] : fill.map(filled).join("");
  return escaped(String(fill));
}

/** Text of a <style> element, from the program's own sources: CSS is not escaped as text is. */
const stylesheet = (css: string): Markup => ({ [brand]: `<style>${css.trim()}</style>` });

export const htmlText = (markup: Markup): string => markup[brand];

export interface HtmlPage {
  /** BCP 47 tag of the page's language. */
  readonly lang: string;
  readonly title: string;
  /** Styles of the page's own, or the address of a style sheet beside it. */
  readonly css: string | { readonly href: string };
  readonly body: Markup;
  /** Sources of pictures; "data:" for a page that carries its own. */
  readonly pictures: "'self'" | "data:" | "'none'";
  /** Further elements of the head. */
  readonly head?: Markup;
}

/** A whole page that runs no script and asks nothing of anybody but, where it says so, for pictures beside itself. */
export function htmlPage({ lang, title, css, body, pictures, head }: HtmlPage): string {
  const own = typeof css === "string";
  const styles = own ? "'unsafe-inline'" : "'self'";
  const policy = `default-src 'none'; img-src ${pictures}; style-src ${styles}; base-uri 'none'; form-action 'none'`;
  return htmlText(html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Dayang">
<title>${title}</title>
${head}
${own ? stylesheet(css) : html`<link rel="stylesheet" href="${css.href}">`}
</head>
<body>
${body}
</body>
</html>
`);
}
