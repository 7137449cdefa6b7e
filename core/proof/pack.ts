/**
 * Rule packs: what a newsroom decides about proofing, as data that can be kept in a file and shared.
 *
 * A pack adds to a house style; it never takes away what the style has. Every field is checked as it is read, and
 * what is wrong is told with its place in the pack, so that a slip of the pen never switches a rule off unseen.
 */
import type { HouseStyle } from "../edition/style.ts";
import { Problem } from "../problem.ts";
import { allRules } from "./rules/all.ts";

type Proof = HouseStyle["proof"];

export interface Pack {
  /** For people; no part of the style. */
  readonly name: string;
  readonly off: Proof["off"];
  readonly severity: Proof["severity"];
  readonly lexicon: Proof["lexicon"];
  readonly places: Proof["places"];
  readonly people: Proof["people"];
  readonly terms: Proof["terms"];
  /** Only the forms the pack decides. */
  readonly forms: Partial<Proof["forms"]>;
}

/** Entries of one list. */
const MAX_ENTRIES = 50_000;
const SEVERITIES = ["error", "warning", "advice"];
const FIELDS = ["name", "off", "severity", "lexicon", "places", "people", "terms", "forms"];
const FORMS: { readonly [K in keyof Proof["forms"]]: readonly Proof["forms"][K][] } = {
  byline: ["", "space", "slash", "close"],
  dateline: ["", "space", "close"],
  reporter: ["", "named", "unnamed"],
};

/**
 * The pack that JSON text holds. Throws a Problem: proof.pack.json where it is no JSON, proof.pack.whole, proof.pack.object, proof.pack.field,
 * proof.pack.list, proof.pack.long, proof.pack.missing, proof.pack.word, proof.pack.text, proof.pack.rule, proof.pack.severity, proof.pack.form, with `file` and `place`.
 */
export function readPack(text: string, file = ""): Pack {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const at = Number(/position (\d+)/.exec(error.message)?.[1] ?? text.length);
    throw new Problem("proof.pack.json", { file, line: text.slice(0, at).split("\n").length }, error);
  }
  const reader = new Reader(file);
  const pack = reader.object(value, "", FIELDS);
  const known = new Set(allRules.map((rule) => rule.id));
  const rule = (id: string, place: string) => {
    if (!known.has(id)) throw new Problem("proof.pack.rule", { file, place, rule: id });
    return id;
  };
  const severity = (said: unknown, place: string) => {
    if (typeof said !== "string" || !SEVERITIES.includes(said))
      throw new Problem("proof.pack.severity", { file, place, said: String(said) });
    return said as "error" | "warning" | "advice";
  };
  return {
    name: pack.name === undefined ? "" : reader.text(pack.name, "name", 0),
    off: reader.list(pack.off, "off", (id, place) => rule(reader.text(id, place), place)),
    severity: Object.fromEntries(
      Object.entries(reader.object(pack.severity ?? {}, "severity")).map(([id, said]) => [
        rule(id, `severity.${id}`),
        severity(said, `severity.${id}`),
      ]),
    ),
    lexicon: reader.list(pack.lexicon, "lexicon", (word, place) => reader.text(word, place)),
    places: reader.list(pack.places, "places", (entry, place) => {
      const { name, parent } = reader.object(entry, place, ["name", "parent"]);
      return { name: reader.text(name, `${place}.name`, 2), parent: reader.text(parent, `${place}.parent`) };
    }),
    people: reader.list(pack.people, "people", (entry, place) => {
      const { name, title } = reader.object(entry, place, ["name", "title"]);
      return { name: reader.text(name, `${place}.name`, 2), title: reader.text(title, `${place}.title`, 0) };
    }),
    terms: reader.list(pack.terms, "terms", (entry, place) => {
      const { term, instead, severity: grave } = reader.object(entry, place, ["term", "instead", "severity"]);
      return {
        term: reader.text(term, `${place}.term`, 2),
        ...(instead !== undefined && { instead: reader.text(instead, `${place}.instead`, 0) }),
        ...(grave !== undefined && { severity: severity(grave, `${place}.severity`) }),
      };
    }),
    forms: formsOf(reader, pack.forms ?? {}, file),
  };
}

function formsOf(reader: Reader, value: unknown, file: string): Pack["forms"] {
  const said = reader.object(value, "forms", Object.keys(FORMS));
  for (const [name, form] of Object.entries(said)) {
    const known: readonly unknown[] = FORMS[name as keyof typeof FORMS];
    if (!known.includes(form))
      throw new Problem("proof.pack.form", {
        file,
        place: `forms.${name}`,
        said: String(form),
        forms: known.filter(Boolean).join(", "),
      });
  }
  return said as Pack["forms"];
}

class Reader {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  object(value: unknown, place: string, fields?: readonly string[]): Readonly<Record<string, unknown>> {
    const file = this.#file;
    if (typeof value !== "object" || value === null || Array.isArray(value))
      throw new Problem(place === "" ? "proof.pack.whole" : "proof.pack.object", { file, place });
    const odd = fields && Object.keys(value).find((field) => !fields.includes(field));
    if (odd !== undefined)
      throw new Problem("proof.pack.field", {
        file,
        place: place === "" ? odd : `${place}.${odd}`,
        fields: (fields ?? []).join(", "),
      });
    return value as Record<string, unknown>;
  }

  list<T>(value: unknown, place: string, read: (entry: unknown, place: string) => T): T[] {
    const file = this.#file;
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw new Problem("proof.pack.list", { file, place });
    if (value.length > MAX_ENTRIES) throw new Problem("proof.pack.long", { file, place, limit: MAX_ENTRIES });
    return value.map((entry, i) => read(entry, `${place}[${i}]`));
  }

  text(value: unknown, place: string, least = 1): string {
    const file = this.#file;
    if (value === undefined) throw new Problem("proof.pack.missing", { file, place });
    if (typeof value !== "string") throw new Problem("proof.pack.word", { file, place });
    if (value.trim().length < least) throw new Problem("proof.pack.text", { file, place, least });
    return value.trim();
  }
}

/** The style with what the pack adds. Places and people of the pack come first: its order of officials counts. */
export function withPack(style: HouseStyle, pack: Pack): HouseStyle {
  const { proof } = style;
  const named = new Set(pack.people.map(({ name }) => name));
  const placed = new Set(pack.places.map(({ name }) => name));
  const termed = new Set(pack.terms.map(({ term }) => term));
  return {
    ...style,
    proof: {
      off: [...new Set([...proof.off, ...pack.off])],
      severity: { ...proof.severity, ...pack.severity },
      lexicon: [...new Set([...proof.lexicon, ...pack.lexicon])],
      places: [...pack.places, ...proof.places.filter(({ name }) => !placed.has(name))],
      people: [...pack.people, ...proof.people.filter(({ name }) => !named.has(name))],
      terms: [...pack.terms, ...proof.terms.filter(({ term }) => !termed.has(term))],
      forms: { ...proof.forms, ...pack.forms },
    },
  };
}

/** The style with what the pack decides in place of all that the style did. */
export function withOnlyPack(style: HouseStyle, pack: Pack): HouseStyle {
  const { forms } = style.proof;
  const bare = { off: [], severity: {}, lexicon: [], places: [], people: [], terms: [], forms };
  return withPack({ ...style, proof: bare }, pack);
}

/** What a style decides about proofing, as a pack's text: two spaces of indent, a line break at the end. */
export function packText(style: HouseStyle, name = style.name): string {
  const { off, severity, lexicon, places, people, terms, forms } = style.proof;
  const decided = Object.fromEntries(Object.entries(forms).filter(([, form]) => form !== ""));
  const pack: Pack = { name, off, severity, lexicon, places, people, terms, forms: decided };
  return `${JSON.stringify(pack, null, 2)}\n`;
}
