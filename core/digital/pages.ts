/**
 * The digital edition's pages: an index of the edition, a page for each printed one with its articles as links on the
 * picture and beside it, and a page for each article. Every page works without scripts and from any folder.
 */
import { word } from "../catalogue/catalogue.ts";
import type { Locale, Values } from "../catalogue/message.ts";
import type { EditionFacts } from "../edition/facts.ts";
import { html, htmlPage, type Markup } from "../html/markup.ts";
import type { Story, StoryArea, StoryPart, StoryPicture } from "./stories.ts";

/** A printed page: its sheet's trim in pt, and its pictures' size in pixels. */
export interface DigitalPage {
  /** Name of its file without the ending (see names.ts). */
  readonly name: string;
  readonly number: string;
  readonly title: string;
  readonly trim: { readonly width: number; readonly height: number };
  readonly image: { readonly width: number; readonly height: number };
}

/** A picture in an article, as it is stored: in two widths, the smaller first; one where the picture is small. */
export interface DigitalPicture {
  readonly width: number;
  readonly height: number;
  readonly sizes: readonly { readonly file: string; readonly width: number }[];
}

export interface DigitalEdition {
  readonly locale: Locale;
  readonly facts: EditionFacts;
  readonly pages: readonly DigitalPage[];
  readonly stories: readonly Story[];
  picture(picture: StoryPicture): DigitalPicture | null;
}

export const STYLE = "style.css";
export const imageFile = (name: string, ending: "png" | "webp", twice: boolean): string =>
  `pages/${name}${twice ? "@2x" : ""}.${ending}`;

/** Every HTML file by its name. */
export function digitalFiles(edition: DigitalEdition): Map<string, string> {
  const writer = new Writer(edition);
  return new Map([
    ["index.html", writer.index()],
    ...edition.pages.map((page, i) => [`${page.name}.html`, writer.page(page, i)] as const),
    ...edition.stories.map((story, i) => [`${story.name}.html`, writer.article(story, i)] as const),
  ]);
}

class Writer {
  readonly #edition: DigitalEdition;

  constructor(edition: DigitalEdition) {
    this.#edition = edition;
  }

  index(): string {
    const { pages, facts, stories } = this.#edition;
    const items = pages.map((page) => {
      const own = stories.filter((story) => story.page === page.number);
      return html`<li>
<a class="sheet" href="${page.name}.html" aria-label="${this.#name(page)}">${this.#image(page, "260px", "")}</a>
<h3><a href="${page.name}.html">${this.#name(page)}</a></h3>
<ol>${own.map((story) => html`<li><a href="${story.name}.html">${story.headline}</a></li>`)}</ol>
</li>`;
    });
    return this.#whole(
      [facts.paper, facts.date],
      null,
      html`<main class="pages" id="main"><h1 class="ui">${this.#say("digital.index")}</h1><ol>${items}</ol></main>`,
    );
  }

  page(page: DigitalPage, at: number): string {
    const { pages, stories } = this.#edition;
    const onPage = stories.filter((story) => story.areas.some((area) => area.page === page.number));
    const own = stories.filter((story) => story.page === page.number);
    const { width, height } = page.trim;
    const links = onPage.flatMap((story) =>
      story.areas
        .filter((area) => area.page === page.number)
        .map(
          (area) =>
            html`<a href="${story.name}.html" aria-label="${story.headline}"><title>${story.headline}</title><polygon points="${corners(area)}"/></a>`,
        ),
    );
    const rows = own.map(
      (story) =>
        html`<li><a href="${story.name}.html">${story.kicker && html`<small>${story.kicker}</small>`}${story.headline}${story.decks.map((deck) => html`<span>${deck}</span>`)}</a></li>`,
    );
    const from = onPage.filter((story) => story.page !== page.number);
    const body = html`<main class="spread" id="main">
<div class="sheet">${this.#image(page, "(max-width: 820px) 100vw, 828px", this.#say("digital.image", { page: this.#name(page) }))}
<svg viewBox="0 0 ${round(width)} ${round(height)}" preserveAspectRatio="none" role="group" aria-label="${this.#say("digital.map")}">${links}</svg></div>
<div class="rows"><h1 class="ui">${this.#name(page)}</h1>
<ol>${rows}</ol>
${from.length > 0 && html`<h2>${this.#say("digital.continued")}</h2><ol>${from.map((story) => html`<li><a href="${story.name}.html">${story.headline}<span>${this.#say("digital.from", { page: story.page })}</span></a></li>`)}</ol>`}
${this.#turn(pages[at - 1], pages[at + 1], (other) => [`${other.name}.html`, this.#name(other)])}</div>
</main>`;
    return this.#whole(
      [this.#name(page), this.#edition.facts.paper, this.#edition.facts.date],
      page.number,
      body,
    );
  }

  article(story: Story, at: number): string {
    const { stories, facts } = this.#edition;
    const { paper, date } = facts;
    const onto = [...new Set(story.areas.map((area) => area.page))].filter((page) => page !== story.page);
    const where = html`<a href="${this.#fileOf(story.page)}">${this.#say("digital.page", { page: story.page })}</a>${onto.map((page) => html` · <a href="${this.#fileOf(page)}">${this.#say("digital.onto", { page })}</a>`)}`;
    const body = html`<main id="main"><article>
<header>
${story.series && html`<p class="series">${story.series}</p>`}
${story.kicker && html`<p class="kicker">${story.kicker}</p>`}
<h1>${story.headline}</h1>
${story.decks.map((deck) => html`<p class="deck">${deck}</p>`)}
${story.bylines.map((byline) => html`<p class="byline">${byline}</p>`)}
<p class="facts">${paper} ${date && html`<time datetime="${date}">${date}</time>`} ${where}</p>
</header>
${story.body.map((part) => this.#part(part))}
${this.#turn(stories[at - 1], stories[at + 1], (other) => [`${other.name}.html`, other.headline])}
</article></main>`;
    return this.#whole([story.headline, paper, date], story.page, body);
  }

  #part(part: StoryPart): Markup | null {
    if (part.kind === "crosshead") return html`<h2>${part.text}</h2>\n`;
    if (part.kind === "paragraph")
      return html`<p class="text">${part.words.map(({ text, emphasis }) => (emphasis ? html`<strong>${text}</strong>` : text))}</p>\n`;
    const stored = this.#edition.picture(part);
    const [first] = stored?.sizes ?? [];
    if (!stored || !first) return null;
    const set = stored.sizes.map(({ file, width }) => `${file} ${width}w`).join(", ");
    const alt = part.caption || this.#say("digital.picture");
    return html`<figure><img src="${first.file}" srcset="${set}" sizes="(max-width: 820px) 100vw, 660px" width="${stored.width}" height="${stored.height}" alt="${alt}" loading="lazy">${
      (part.caption || part.credit) &&
      html`<figcaption>${part.caption}${part.credit && ` ${part.credit}`}</figcaption>`
    }</figure>\n`;
  }

  #image({ name, image }: DigitalPage, sizes: string, alt: string): Markup {
    const set = (ending: "png" | "webp") =>
      `${imageFile(name, ending, false)} ${image.width}w, ${imageFile(name, ending, true)} ${image.width * 2}w`;
    return html`<picture><source type="image/webp" srcset="${set("webp")}" sizes="${sizes}"><img src="${imageFile(name, "png", false)}" srcset="${set("png")}" sizes="${sizes}" width="${image.width}" height="${image.height}" alt="${alt}"></picture>`;
  }

  #turn<T>(
    before: T | undefined,
    after: T | undefined,
    link: (other: T) => readonly [string, string],
  ): Markup | null {
    if (before === undefined && after === undefined) return null;
    const to = (other: T | undefined, key: string, rel: string) => {
      if (other === undefined) return null;
      const [href, name] = link(other);
      return html`<a href="${href}" rel="${rel}">${this.#say(key, { name })}</a>`;
    };
    return html`<nav class="turn" aria-label="${this.#say("digital.turn")}">${to(before, "digital.before", "prev")}${to(after, "digital.after", "next")}</nav>`;
  }

  #whole(title: readonly string[], current: string | null, body: Markup): string {
    const { facts, pages, locale } = this.#edition;
    const tabs = pages.map(
      ({ name, number }) =>
        html`<a href="${name}.html"${current === number && html` aria-current="page"`}>${number}</a>`,
    );
    return htmlPage({
      lang: locale === "zh" ? "zh-Hans" : "en",
      title: title.filter(Boolean).join(" · ") || this.#say("digital.untitled"),
      css: { href: STYLE },
      pictures: "'self'",
      body: html`<a class="skip ui" href="#main">${this.#say("digital.skip")}</a>
<header class="top"><a href="index.html"><strong>${facts.paper || this.#say("digital.untitled")}</strong></a>
${facts.date && html`<time class="ui" datetime="${facts.date}">${this.#date(facts.date)}</time>`}
<nav aria-label="${this.#say("digital.pages")}">${tabs}</nav></header>
${body}
<footer>${[facts.serial, facts.publisher].filter(Boolean).join(" · ")}</footer>`,
    });
  }

  /** File of a page by its number. */
  #fileOf(number: string): string {
    return `${this.#edition.pages.find((page) => page.number === number)?.name ?? "index"}.html`;
  }

  #name({ number, title }: DigitalPage): string {
    return title ? `${number} ${title}` : this.#say("digital.page", { page: number });
  }

  #date(date: string): string {
    const [year = "", month = "", day = ""] = date.split("-");
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    const values = { year, month: Number(month), day: Number(day) };
    return Number.isNaN(weekday)
      ? date
      : `${this.#say("digital.date", values)} ${this.#say(`desk.weekday.${weekday}`)}`;
  }

  #say(key: string, values: Values = {}): string {
    return word(this.#edition.locale, key, values);
  }
}

const round = (value: number): number => Math.round(value * 10) / 10;

const corners = ({ points }: StoryArea): string =>
  points.map(({ x, y }) => `${round(x)},${round(y)}`).join(" ");
