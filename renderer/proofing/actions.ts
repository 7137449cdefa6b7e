/**
 * What a proofreader does about what was found. Nothing here happens by itself: each is a person's command.
 *
 * Text changes through the session (one undo each), decisions through the host, the screen through desk and round.
 */
import { setStyle } from "../../core/edition/commands.ts";
import { withProof } from "../../core/proof/house.ts";
import type { Span } from "../../core/proof/proofing.ts";
import type { CommandContext } from "../commands/command.ts";
import type { Workplace } from "../desk/workplace.ts";
import { translator } from "../i18n/locale.tsx";
import type { OpenEdition } from "../session/open-edition.ts";
import { markRects } from "../sheet/overlay.ts";
import { announce } from "./announce.ts";
import { fixing } from "./fixing.ts";
import type { FigureItem, FindingItem } from "./items.ts";
import { type Stretch, tracer } from "./places.ts";
import { inFront, isFigure, itemsIn, roundOf, type Scope, walked } from "./round.ts";
import { spoken } from "./words.ts";

type Item = FindingItem | FigureItem;

/** The edition's item in front, with what it stands in; null where there is none. */
export function front({ open, state }: Pick<CommandContext, "open" | "state">): Item | null {
  const items = open && itemsIn(open);
  return items ? inFront(items, state.snapshot().mark) : null;
}

/** Where a span of the last proofing stands now. */
function placesNow(open: OpenEdition, span: Span): Stretch[] {
  const { proofed, reading } = open.session.state;
  return proofed ? tracer(proofed, reading)(span) : [];
}

/** Brings an item in front: list, sheet and galley follow, and a screen reader hears it. */
export function show(workplace: Workplace, open: OpenEdition, item: Item): void {
  const { state } = workplace;
  const round = roundOf(open);
  const items = itemsIn(open);
  if (!items) return;
  const order = walked(items, round.snapshot(), state.snapshot());
  const at = order.findIndex(({ id }) => id === item.id);
  round.dispatch({ relation: 0, lit: [], asking: null, ...(at >= 0 ? { at } : {}) });
  turnTo(workplace, open, placesNow(open, item.span), item.article.id);
  state.dispatch({ type: "mark", mark: item.id });
  const { view, locale } = state.snapshot();
  if (view === "write" && !isFigure(item)) {
    // No card stands beside the galley: the notice says what was found, aloud too.
    const { key, values } = item.finding.message;
    state.dispatch({ type: "notice", notice: { tone: "warn", key, values, passing: true } });
    return;
  }
  const t = translator(locale);
  const position = at >= 0 ? t("desk.proof.position", { n: at + 1, of: order.length }) : "";
  announce(`${spoken(t, item)} ${position}`);
}

/** Leads to a place an item speaks of: it is lit on the sheet, and the galley's caret goes there. */
export function follow(workplace: Workplace, open: OpenEdition, span: Span, article: string): void {
  const stretches = placesNow(open, span);
  turnTo(workplace, open, stretches, article);
  roundOf(open).dispatch({ lit: stretches });
}

function turnTo(
  { state }: Workplace,
  open: OpenEdition,
  stretches: readonly Stretch[],
  article: string,
): void {
  const [first] = stretches;
  if (!first) return;
  const mark = { id: "", kind: "error" as const, ...first };
  const { page } = state.snapshot();
  // A jumped article is printed on two pages; the one in front is kept where the place is on it.
  const sheets = open.session.state.sheets.filter((sheet) => markRects(sheet, mark).length > 0);
  const sheet = sheets.find((candidate) => candidate.page === page) ?? sheets[0];
  state.dispatch({ type: "page", page: sheet?.page ?? first.page });
  state.dispatch({ type: "block", block: article });
  state.dispatch({ type: "caret", page: first.page, pos: first.pos + 1 + first.from });
}

/** The next item of the list (or the one before), round and round. */
export function step(context: CommandContext, by: 1 | -1): void {
  const { open, state } = context;
  const items = open && itemsIn(open);
  if (!items) return;
  if (state.snapshot().view === "layout") state.dispatch({ type: "view", view: "proof" });
  const round = roundOf(open).snapshot();
  const order = walked(items, round, state.snapshot());
  const t = translator(state.snapshot().locale);
  if (order.length === 0) {
    announce(t(state.snapshot().view === "figures" ? "desk.figures.none" : "desk.proof.none"));
    return;
  }
  const at = order.findIndex(({ id }) => id === state.snapshot().mark);
  // Where the one in front is gone, the next has taken its place.
  const from = at >= 0 ? at + by : by > 0 ? Math.max(0, round.at) : round.at - 1;
  const next = order[(from + order.length) % order.length];
  if (next) show(context, open, next);
  focusList();
}

/** Takes the keyboard to the list, where it is in sight: its letters are the rest of the round. */
export function focusList(): void {
  const galley = document.activeElement?.closest(".ProseMirror");
  if (galley) return;
  // A view that was just asked for stands there in the next frame.
  requestAnimationFrame(() => document.querySelector<HTMLElement>("[data-findings]")?.focus());
}

/** Makes the corrections of the finding in front. False where the text is no longer what was checked. */
export function accept(context: CommandContext): boolean {
  const { open, state } = context;
  const item = front(context);
  if (!open || !item || isFigure(item) || item.finding.fixes.length === 0) return false;
  const done = open.session.dispatch(
    fixing((span) => placesNow(open, span), item.finding.fixes),
    { label: "desk.proof.accept" },
  );
  const t = translator(state.snapshot().locale);
  if (!done) {
    const notice = { tone: "warn" as const, key: "desk.proof.moved-on", values: {}, passing: true as const };
    state.dispatch({ type: "notice", notice });
    return false;
  }
  announce(t("desk.proof.accepted", { quote: item.passage.quote, fix: item.finding.fixes[0]?.text ?? "" }));
  step(context, 1);
  return true;
}

/**
 * Rules about words of their own, of which a house can say that they are right. Not those about arithmetic and counts,
 * where the words are right and what they say is not, nor the house's terms, which have a list of their own.
 */
const LEXICAL: ReadonlySet<string> = new Set([
  "place",
  "people",
  "titles",
  "reporters",
  "wording",
  "deprecated",
  "doubled",
]);

export const isLexical = (item: Item): item is FindingItem =>
  !isFigure(item) && LEXICAL.has(item.finding.rule) && item.passage.quote !== "";

/** Says that the words in front are right, to this house from now on: a reporter's name goes to the reporters. */
export function addToLexicon(context: CommandContext): void {
  const { open, state } = context;
  const item = front(context);
  if (!open || !item || !isLexical(item)) return;
  const { style } = open.session.state.edition;
  const word = item.passage.quote;
  const reporter = item.finding.message.key === "proof.reporters.unknown";
  if (style.proof.lexicon.includes(word)) return;
  const to = reporter
    ? withProof(style, { people: [...style.proof.people, { name: word, title: "记者" }] })
    : withProof(style, { lexicon: [...style.proof.lexicon, word] });
  if (!open.session.dispatch(setStyle(to), { label: "desk.proof.lexicon" })) return;
  const key = reporter ? "desk.proof.reporter.done" : "desk.proof.lexicon.done";
  state.dispatch({ type: "notice", notice: { tone: "ok", key, values: { word } } });
}

/** An error, and anything for the whole edition, is ignored with a reason: the form asks for it. */
export async function ignore(context: CommandContext, scope: Scope): Promise<void> {
  const { open } = context;
  const item = front(context);
  if (!open || !item || isFigure(item)) return;
  if (scope === "once" && item.finding.severity !== "error") await decideIgnored(context, item, scope, "");
  else roundOf(open).dispatch({ asking: { id: item.id, scope } });
}

export async function decideIgnored(
  context: CommandContext,
  item: FindingItem,
  scope: Scope,
  reason: string,
): Promise<void> {
  const { open, state } = context;
  if (!open) return;
  roundOf(open).dispatch({ asking: null });
  const subject = scope === "once" ? item.subject : item.everywhere;
  await open.decisions.decide(subject, "ignored", reason, open.author);
  const t = translator(state.snapshot().locale);
  announce(t("desk.proof.ignored.said", { quote: item.passage.quote }));
  step(context, 1);
}

/** A person has compared the figure in front with its source, and says so by name; the next one comes in front. */
export async function check(context: CommandContext): Promise<void> {
  const { open, state } = context;
  const item = front(context);
  const items = open && itemsIn(open);
  if (!items || !item || !isFigure(item) || item.state !== "unchecked") return;
  // At once, not when it is kept: a person who presses the key again means the next figure.
  const order = walked(items, roundOf(open).snapshot(), state.snapshot());
  const at = order.findIndex(({ id }) => id === item.id);
  const rest = [...order.slice(at + 1), ...order.slice(0, Math.max(0, at))];
  const next = rest.find((other) => isFigure(other) && other.state === "unchecked");
  if (next) show(context, open, next);
  focusList();
  await open.decisions.decide(item.subject, "accepted", "", open.author);
}

/** Takes a decision back: an ignored finding is open again, a figure unchecked. */
export async function reopen(context: CommandContext): Promise<void> {
  const { open } = context;
  const item = front(context);
  if (!open || !item?.decision) return;
  await open.decisions.decide(item.decision.subject, "open", "", open.author);
  focusList();
}

/** Chooses another relation of the figure in front. */
export function nextRelation(context: CommandContext): void {
  const { open } = context;
  const item = front(context);
  if (!open || !item || !isFigure(item) || item.relations.length < 2) return;
  const round = roundOf(open);
  round.dispatch({ relation: (round.snapshot().relation + 1) % item.relations.length, lit: [] });
}
