/**
 * The strip under a proofed page: what this is and which version of it, what the marks mean and how many there are,
 * and the table where every reader of every proof signs.
 */
import { word } from "../../catalogue/catalogue.ts";
import type { Values } from "../../catalogue/message.ts";
import { BLACK, grey } from "../../compose/sheet.ts";
import type { Box } from "../boxes.ts";
import type { Content } from "../content.ts";
import { moment } from "../metadata.ts";
import { drawSymbol } from "./correction-marks.ts";
import { BADGE, BOLD, type Pen } from "./pen.ts";
import { type ProofRequest, type ProofSignature, proofRoles, proofStages } from "./request.ts";
import {
  figureStates,
  figureStyles,
  type ProofFigureState,
  type ProofSeverity,
  severities,
  severityStyles,
} from "./styles.ts";

export interface FootFacts {
  readonly page: string;
  readonly version: string;
  readonly findings: Readonly<Record<ProofSeverity, number>>;
  /** What people remarked, and ask the authors. */
  readonly remarks: Readonly<Record<"comment" | "query", number>>;
  /** Findings that a person has decided on, which are not told. */
  readonly ignored: number;
  /** Notes that did not fit beside the page and follow on the next. */
  readonly overleaf: number;
  /** Null where the figures were not looked at. */
  readonly figures: Readonly<Record<ProofFigureState, number>> | null;
  /** Lines that were changed since the last proof; null where there was none. */
  readonly revised: number | null;
  /** Of this page. */
  readonly signed: readonly ProofSignature[];
}

/** Height of the strip at its own size, in pt; it grows with the paper, which large pages reach the desk reduced on. */
const HEIGHT = 126;
const WIDTH = 1000;

/** How much larger than its own size the strip is drawn across `width` pt. */
const scaleOf = (width: number) => Math.min(1.6, Math.max(0.8, width / WIDTH));

/** Height in pt of a strip `width` pt wide. */
export const footHeight = (width: number): number => HEIGHT * scaleOf(width);

const correctionKinds = ["replace", "delete", "insert", "transpose", "space", "close"] as const;

/** Draws the strip in `box`, as high as `footHeight` says. */
export function writeFoot(
  content: Content,
  pen: Pen,
  box: Box,
  facts: FootFacts,
  request: Pick<ProofRequest, "locale" | "paper" | "date" | "created" | "since">,
): void {
  const [left, bottom, right, top] = box;
  const say = (key: string, values?: Values) => word(request.locale, key, values);
  const first = left + (right - left) * 0.24;
  const second = left + (right - left) * 0.58;
  pen.frame(content, box, BLACK, 0.7);
  pen.stroke(content, BLACK, 0.4);
  for (const x of [first, second]) content.draw(x, bottom, "m", x, top, "l S");
  const scale = scaleOf(right - left);
  const pad = 9 * scale;
  const draw = { content, pen, say, scale };
  title(draw, [left + pad, bottom, first - pad, top], facts, request);
  key(draw, [first + pad, bottom, second - pad, top], facts);
  table(draw, [second, bottom, right, top], facts.signed);
}

interface Drawing {
  readonly content: Content;
  readonly pen: Pen;
  readonly say: (key: string, values?: Values) => string;
  readonly scale: number;
}

function title(
  { content, pen, say, scale }: Drawing,
  [x, bottom, right, top]: Box,
  facts: FootFacts,
  { paper, date, created, since }: Pick<ProofRequest, "paper" | "date" | "created" | "since">,
): void {
  const { page, version, findings, remarks, ignored, overleaf, revised } = facts;
  const remarked = remarks.comment + remarks.query;
  const heading = [paper, page].filter(Boolean).join("　");
  let y = top - 25 * scale;
  pen.text(content, heading, fitting(pen, heading, 17 * scale, right - x), x, y, BLACK, BOLD);
  const count = findings.error + findings.warning + findings.advice;
  const time = readable(created);
  const lines = [
    ...(date ? [say("press.proof.edition", { date })] : []),
    say("press.proof.made", { time }),
    say("press.proof.version", { version }),
    overleaf > 0
      ? say("press.proof.count-overleaf", { count, overleaf })
      : say("press.proof.count", { count }),
    ...(since && revised !== null
      ? [say("press.proof.revised", { count: revised, since: since.name, time: readable(since.time) })]
      : []),
    ...(remarked > 0 ? [say("press.proof.remarks", { count: remarked, queries: remarks.query })] : []),
    ...(ignored > 0 ? [say("press.proof.ignored", { count: ignored })] : []),
  ];
  y -= 4 * scale;
  // Where there is more to say the lines stand closer: the last of them, not to be printed from, must stay in the strip.
  const step = Math.min(14.5 * scale, (y - bottom - 8 * scale) / (lines.length + 1.14));
  for (const line of lines) {
    y -= step;
    pen.text(content, line, fitting(pen, line, 9 * scale, right - x), x, y);
  }
  const warning = say("press.proof.not-for-press");
  const size = fitting(pen, warning, 9 * scale, right - x);
  pen.text(content, warning, size, x, y - 1.14 * step, severityStyles.error.ink, BOLD);
}

/** "2020-02-18 00:40 +08:00": with the offset, for a proof travels. */
function readable(instant: string): string {
  const { iso } = moment(instant);
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} ${iso.slice(19).replace("Z", "UTC")}`;
}

function key(draw: Drawing, [x, , right, top]: Box, facts: FootFacts): void {
  const { content, pen, say, scale } = draw;
  const { findings, figures } = facts;
  const half = (right - x) / 2;
  const sample = 28 * scale;
  const head = (text: string, at: number) =>
    pen.text(content, text, fitting(pen, text, 10 * scale, half - 8), at, top - 20 * scale, BLACK, BOLD);
  const row = (index: number) => top - (42 + index * 22) * scale;
  const label = (at: number, y: number, name: string, count: number, about: string) => {
    const [text, room] = [say("press.proof.key", { name, count }), half - sample - 12 * scale];
    const left = at + sample + 6 * scale;
    pen.text(content, text, fitting(pen, text, 9 * scale, room), left, y, BLACK, BOLD);
    pen.text(content, about, fitting(pen, about, 7.5 * scale, room), left, y - 10.5 * scale, grey(70));
  };
  head(say("press.proof.findings"), x);
  severities.forEach((severity, index) => {
    const y = row(index);
    pen.badge(content, index + 1, severity, x, y - 1.6 * scale, scale);
    const line = y - 1.6 * scale;
    pen.mark(content, severityStyles[severity], x + (BADGE + 2) * scale, line, x + sample, line);
    label(x, y, say(`press.proof.${severity}`), findings[severity], say(`press.proof.${severity}.about`));
  });
  marksKey(draw, x, row(severities.length) - 1.5 * scale, half);
  if (!figures) return;
  head(say("press.proof.figures"), x + half);
  figureStates.forEach((state, index) => {
    const y = row(index);
    pen.mark(content, figureStyles[state], x + half, y - 0.6, x + half + sample, y - 0.6);
    label(x + half, y, say(`press.proof.${state}`), figures[state], say(`press.proof.${state}.about`));
  });
}

/** The proofreading marks, in one row. */
function marksKey({ content, pen, say, scale }: Drawing, x: number, y: number, width: number): void {
  const step = Math.min(30 * scale, (width - 8) / correctionKinds.length);
  correctionKinds.forEach((kind, index) => {
    const left = x + index * step;
    drawSymbol(content, pen, kind, left + 5 * scale, y + 2.4 * scale, 8 * scale);
    const name = say(`press.proof.mark.${kind}`);
    pen.text(
      content,
      name,
      fitting(pen, name, 7.5 * scale, step - 14 * scale),
      left + 13 * scale,
      y,
      grey(70),
    );
  });
}

function table(
  { content, pen, say, scale }: Drawing,
  [x1, y1, x2, y2]: Box,
  signed: readonly ProofSignature[],
): void {
  const corner = Math.min(66 * scale, (x2 - x1) * 0.2);
  const head = 20 * scale;
  const height = (y2 - y1 - head) / proofStages.length;
  const width = (x2 - x1 - corner) / proofRoles.length;
  pen.stroke(content, BLACK, 0.4);
  proofStages.forEach((_, i) => {
    const y = y2 - head - i * height;
    content.draw(x1, y, "m", x2, y, "l S");
  });
  proofRoles.forEach((_, i) => {
    const x = x1 + corner + i * width;
    content.draw(x, y1, "m", x, y2, "l S");
  });
  const put = (text: string, left: number, room: number, middle: number, face?: typeof BOLD) => {
    const size = fitting(pen, text, 9 * scale, room - 6);
    const x = left + (room - pen.width(text, size, face)) / 2;
    pen.text(content, text, size, x, middle - 0.36 * size, BLACK, face);
  };
  put(say("press.proof.sign"), x1, corner, y2 - head / 2);
  proofRoles.forEach((role, i) => {
    put(say(`press.proof.${role}`), x1 + corner + i * width, width, y2 - head / 2, BOLD);
  });
  for (const { stage, role, name, time, stale } of signed) {
    const left = x1 + corner + proofRoles.indexOf(role) * width;
    const middle = y2 - head - (proofStages.indexOf(stage) + 0.5) * height;
    put(stale ? say("press.proof.stale", { name }) : name, left, width, middle + 4.6 * scale, BOLD);
    const size = fitting(pen, time, 7 * scale, width - 6);
    pen.text(content, time, size, left + (width - pen.width(time, size)) / 2, middle - 7 * scale, grey(70));
  }
  proofStages.forEach((stage, i) => {
    put(say(`press.proof.${stage}`), x1, corner, y2 - head - (i + 0.5) * height, BOLD);
  });
}

/** The size in pt, `most` or less, at which `text` is no wider than `room`. */
function fitting(pen: Pen, text: string, most: number, room: number): number {
  const width = pen.width(text, most, BOLD);
  return width <= room ? most : Math.max(3, (most * room) / width);
}
