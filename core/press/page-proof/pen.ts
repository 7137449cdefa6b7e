/** What a proof is drawn with: short texts, rules, numbered badges, in PDF space (pt, y up). */
import { BLACK, type GlyphRun, type Ink, WHITE } from "../../compose/sheet.ts";
import type { FaceId } from "../../edition/style.ts";
import type { PressWorld } from "../../world.ts";
import type { Box } from "../boxes.ts";
import type { Content } from "../content.ts";
import type { PressFonts } from "../fonts.ts";
import { KNOCKOUT, writeRun } from "../glyphs.ts";
import type { SetText } from "../options.ts";
import { wrapped } from "../wrap.ts";
import { type MarkStyle, type ProofVoice, severityStyles } from "./styles.ts";

export const BOLD: FaceId = "hei-bold";

/** Numerals on badges, in pt: as small as a reader of fifty can be asked to read. */
export const NUMERAL = 7.5;
export const BADGE = 9.6;

export class Pen {
  readonly #setText: SetText;
  readonly #fonts: PressFonts;
  readonly #world: PressWorld;

  constructor(setText: SetText, fonts: PressFonts, world: PressWorld) {
    this.#setText = setText;
    this.#fonts = fonts;
    this.#world = world;
  }

  text(
    content: Content,
    text: string,
    size: number,
    x: number,
    y: number,
    ink: Ink = BLACK,
    face?: FaceId,
  ): void {
    for (const run of this.#setText(text, size, face)) this.run(content, run, x, y, ink);
  }

  run(content: Content, run: GlyphRun, x: number, y: number, ink: Ink): void {
    writeRun(content, { ...run, ink }, this.#fonts, { overprintLimit: 0, page: "" }, x + run.x, y - run.y);
  }

  /** `text` in lines of at most `width`. */
  lines(text: string, size: number, width: number, face?: FaceId): GlyphRun[][] {
    return wrapped(this.#setText(text, size, face), width, (id) => this.#world.program(id));
  }

  width(text: string, size: number, face?: FaceId): number {
    return Math.max(0, ...this.#setText(text, size, face).map((run) => run.x + this.runWidth(run)));
  }

  runWidth(run: GlyphRun): number {
    const program = this.#world.program(run.face);
    const last = program.advance(run.gids.at(-1) ?? 0) / program.unitsPerEm;
    return (run.along.at(-1) ?? 0) + last * run.size * (run.stretch ?? 1);
  }

  stroke(content: Content, ink: Ink, width: number, dash: readonly number[] = []): void {
    content.endText();
    content.set("gs", `/${KNOCKOUT} gs`);
    content.stroke(ink);
    content.set("width", width, "w");
    content.set("dash", `[${dash.join(" ")}] 0 d`);
  }

  frame(content: Content, [x1, y1, x2, y2]: Box, ink: Ink, width = 0.5): void {
    this.stroke(content, ink, width);
    content.draw(x1, y1, x2 - x1, y2 - y1, "re S");
  }

  /** A line in a mark's own style: told apart by its shape too, for a proof printed in black. */
  mark(content: Content, style: MarkStyle, x1: number, y1: number, x2: number, y2: number): void {
    this.stroke(content, style.ink, style.width, style.dash);
    if (!style.wave) {
      content.draw(x1, y1, "m", x2, y2, "l S");
      return;
    }
    const [dx, dy] = [x2 - x1, y2 - y1];
    const length = Math.hypot(dx, dy) || 1;
    const steps = Math.max(2, Math.round(length / 1.6));
    content.draw(x1, y1, "m");
    for (let i = 1; i <= steps; i++) {
      const [t, side] = [i / steps, (i % 2 === 0 ? 1 : -1) * 0.6];
      content.draw(x1 + dx * t - (dy / length) * side, y1 + dy * t + (dx / length) * side, "l");
    }
    content.draw("S");
  }

  badgeWidth(number: number, scale = 1): number {
    return Math.max(BADGE, this.width(String(number), NUMERAL, BOLD) + 3.6) * scale;
  }

  /** The number in a round box whose left bottom corner is (x, y): full for an error and a query, an outline for the others. */
  badge(content: Content, number: number, severity: ProofVoice, x: number, y: number, scale = 1): void {
    const { ink, full } = severityStyles[severity];
    const [width, height] = [this.badgeWidth(number, scale), BADGE * scale];
    this.stroke(content, ink, 0.7);
    content.fill(full ? ink : WHITE);
    const r = severity === "advice" || severity === "query" ? 1.5 * scale : height / 2;
    const inset = full ? 0 : 0.35;
    roundBox(content, [x + inset, y + inset, x + width - inset, y + height - inset], r - inset);
    content.draw(full ? "f" : "B");
    const [label, size] = [String(number), NUMERAL * scale];
    const at = x + (width - this.width(label, size, BOLD)) / 2;
    this.text(content, label, size, at, y + 2.1 * scale, full ? WHITE : ink, BOLD);
  }
}

/** A path with round corners; the constant is the usual 4/3·(√2 − 1). */
export function roundBox(content: Content, [x1, y1, x2, y2]: Box, r: number): void {
  const k = r * (1 - 0.5523);
  content.draw(x1 + r, y1, "m", x2 - r, y1, "l");
  content.draw(x2 - k, y1, x2, y1 + k, x2, y1 + r, "c", x2, y2 - r, "l");
  content.draw(x2, y2 - k, x2 - k, y2, x2 - r, y2, "c", x1 + r, y2, "l");
  content.draw(x1 + k, y2, x1, y2 - k, x1, y2 - r, "c", x1, y1 + r, "l");
  content.draw(x1, y1 + k, x1 + k, y1, x1 + r, y1, "c h");
}
