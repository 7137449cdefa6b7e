/**
 * A content stream under construction: operators as text, with the graphics state remembered so that nothing is said
 * twice. Coordinates are PDF's: pt, y up; the page's writer turns the sheet's upside down.
 */
import type { Ink } from "../compose/sheet.ts";

/** At most three decimals: 0.001 pt is a third of a micrometre. */
export function number(value: number): string {
  return String(Math.round(value * 1000) / 1000 + 0);
}

export class Content {
  readonly #lines: string[] = [];
  #inText = false;
  readonly #state = new Map<string, string>();
  readonly #saved: Map<string, string>[] = [];

  op(...operands: (string | number)[]): void {
    this.#lines.push(operands.map((o) => (typeof o === "number" ? number(o) : o)).join(" "));
  }

  /** A graphics operator outside text. */
  draw(...operands: (string | number)[]): void {
    this.endText();
    this.op(...operands);
  }

  /** An operator that sets a parameter: left out where `what` already has that value. */
  set(what: string, ...operands: (string | number)[]): void {
    const line = operands.map((o) => (typeof o === "number" ? number(o) : o)).join(" ");
    if (this.#state.get(what) === line) return;
    this.#state.set(what, line);
    this.#lines.push(line);
  }

  beginText(): void {
    if (!this.#inText) this.#lines.push("BT");
    this.#inText = true;
  }

  endText(): void {
    if (this.#inText) this.#lines.push("ET");
    this.#inText = false;
  }

  save(): void {
    this.draw("q");
    this.#saved.push(new Map(this.#state));
  }

  restore(): void {
    this.draw("Q");
    const saved = this.#saved.pop();
    this.#state.clear();
    for (const [what, line] of saved ?? []) this.#state.set(what, line);
  }

  fill(ink: Ink): void {
    this.set("fill", `${percent(ink)} k`);
  }

  stroke(ink: Ink): void {
    this.set("stroke", `${percent(ink)} K`);
  }

  toString(): string {
    this.endText();
    return `${this.#lines.join("\n")}\n`;
  }
}

function percent(ink: Ink): string {
  return [ink.c, ink.m, ink.y, ink.k].map((p) => number(p / 100)).join(" ");
}
