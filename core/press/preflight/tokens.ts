/**
 * A content stream as operators with their operands (ISO 32000-1, 7.8.2): the lexer of preflight.
 *
 * Damage is passed over, not reported: viewers differ in how they recover, and every check here asks what certainly
 * is on the page.
 */

export type Operand =
  | number
  | boolean
  | null
  | { readonly name: string }
  | { readonly string: Uint8Array }
  | readonly Operand[]
  | ReadonlyMap<string, Operand>;

/** The name an operand is, or "". */
export function nameOf(operand: Operand | undefined): string {
  return typeof operand === "object" && operand !== null && "name" in operand ? operand.name : "";
}

export interface Operation {
  readonly operator: string;
  readonly operands: readonly Operand[];
  /** For BI: the picture's bytes as they stand in the stream. */
  readonly data?: Uint8Array;
}

const REGULAR = 0;
const WHITE = 1;
const DELIMITER = 2;
const kinds = new Uint8Array(256);
for (const c of [0, 9, 10, 12, 13, 32]) kinds[c] = WHITE;
for (const c of "()<>[]{}/%") kinds[c.charCodeAt(0)] = DELIMITER;

const isWhite = (c: number) => kinds[c] === WHITE;
const isRegular = (c: number) => kinds[c] === REGULAR;

/** Operators in order. Operands before an operator that never comes are dropped. */
export function* operations(data: Uint8Array): Generator<Operation> {
  const lexer = new Lexer(data);
  let operands: Operand[] = [];
  for (;;) {
    const token = lexer.next(0);
    if (token === END) return;
    if (!(token instanceof Keyword)) {
      if (operands.length < 64) operands.push(token);
      continue;
    }
    if (token.word === "BI") yield lexer.inlineImage();
    else yield { operator: token.word, operands };
    operands = [];
  }
}

class Keyword {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
}
const END = Symbol("end of stream");

class Lexer {
  readonly #data: Uint8Array;
  #at = 0;

  constructor(data: Uint8Array) {
    this.#data = data;
  }

  next(depth: number): Operand | Keyword | typeof END {
    this.#skipWhite();
    const data = this.#data;
    const c = data[this.#at];
    if (c === undefined) return END;
    if (c === 0x2f) return { name: this.#name() };
    if (c === 0x28) return { string: this.#literal() };
    if (c === 0x3c) {
      if (data[this.#at + 1] !== 0x3c) return { string: this.#hex() };
      this.#at += 2;
      return this.#dictionary(depth);
    }
    if (c === 0x5b) {
      this.#at++;
      return this.#list(depth, 0x5d);
    }
    if (!isRegular(c)) {
      this.#at++;
      return this.next(depth);
    }
    const start = this.#at;
    while (this.#at < data.length && isRegular(data[this.#at] ?? 0)) this.#at++;
    const word = String.fromCharCode(...data.subarray(start, Math.min(this.#at, start + 64)));
    const first = word.charCodeAt(0);
    if ((first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d || first === 0x2e) {
      const value = Number.parseFloat(word);
      return Number.isNaN(value) ? 0 : value;
    }
    if (word === "true" || word === "false") return word === "true";
    return word === "null" ? null : new Keyword(word);
  }

  /** From behind BI to behind EI. */
  inlineImage(): Operation {
    const dict = new Map<string, Operand>();
    for (;;) {
      const key = this.next(1);
      if (key === END || (key instanceof Keyword && key.word === "ID")) break;
      const value = this.next(1);
      if (value === END) break;
      if (typeof key === "object" && key !== null && "name" in key && !(value instanceof Keyword))
        dict.set(key.name, value);
    }
    this.#at++;
    const start = this.#at;
    const data = this.#data;
    for (let at = start; at + 1 < data.length; at++) {
      const ends =
        data[at] === 0x45 &&
        data[at + 1] === 0x49 &&
        isWhite(data[at - 1] ?? 32) &&
        (at + 2 >= data.length || isWhite(data[at + 2] ?? 32)) &&
        this.#looksLikeText(at + 2);
      if (!ends) continue;
      this.#at = at + 2;
      return { operator: "BI", operands: [dict], data: data.subarray(start, at - 1) };
    }
    this.#at = data.length;
    return { operator: "BI", operands: [dict], data: data.subarray(start) };
  }

  /** EI may occur by chance in a picture's bytes; what follows the real one is plain text. */
  #looksLikeText(from: number): boolean {
    const following = this.#data.subarray(from, from + 12);
    return following.every((c) => isWhite(c) || (c >= 32 && c < 127));
  }

  #skipWhite(): void {
    const data = this.#data;
    for (;;) {
      const c = data[this.#at];
      if (c === undefined) return;
      if (isWhite(c)) this.#at++;
      else if (c === 0x25) {
        while (this.#at < data.length && data[this.#at] !== 10 && data[this.#at] !== 13) this.#at++;
      } else return;
    }
  }

  #name(): string {
    const data = this.#data;
    const start = ++this.#at;
    while (this.#at < data.length && isRegular(data[this.#at] ?? 0)) this.#at++;
    const raw = String.fromCharCode(...data.subarray(start, Math.min(this.#at, start + 256)));
    return raw.replace(/#([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  }

  #literal(): Uint8Array {
    const data = this.#data;
    const bytes: number[] = [];
    let nesting = 1;
    this.#at++;
    while (this.#at < data.length) {
      let c = data[this.#at++] ?? 0;
      if (c === 0x28) nesting++;
      else if (c === 0x29 && --nesting === 0) break;
      else if (c === 0x5c) {
        const escaped = this.#escape();
        if (escaped === null) continue;
        c = escaped;
      }
      bytes.push(c);
    }
    return Uint8Array.from(bytes);
  }

  /** What a backslash stands for; null for a line's continuation. */
  #escape(): number | null {
    const data = this.#data;
    const c = data[this.#at++] ?? 0;
    if (c >= 0x30 && c <= 0x37) {
      let value = c - 0x30;
      for (let i = 0; i < 2; i++) {
        const digit = data[this.#at] ?? 0;
        if (digit < 0x30 || digit > 0x37) break;
        value = value * 8 + digit - 0x30;
        this.#at++;
      }
      return value & 255;
    }
    if (c === 13) {
      if (data[this.#at] === 10) this.#at++;
      return null;
    }
    if (c === 10) return null;
    const known = "nrtbf".indexOf(String.fromCharCode(c));
    return known < 0 ? c : ([10, 13, 9, 8, 12][known] ?? c);
  }

  #hex(): Uint8Array {
    const data = this.#data;
    const bytes: number[] = [];
    let high = -1;
    this.#at++;
    while (this.#at < data.length) {
      const c = data[this.#at++] ?? 0;
      if (c === 0x3e) break;
      const digit = Number.parseInt(String.fromCharCode(c), 16);
      if (Number.isNaN(digit)) continue;
      if (high < 0) high = digit;
      else {
        bytes.push(high * 16 + digit);
        high = -1;
      }
    }
    if (high >= 0) bytes.push(high * 16);
    return Uint8Array.from(bytes);
  }

  #list(depth: number, close: number): Operand[] {
    const items: Operand[] = [];
    for (;;) {
      this.#skipWhite();
      const c = this.#data[this.#at];
      if (c === undefined) return items;
      if (c === close) {
        this.#at++;
        return items;
      }
      const item = depth > 32 ? END : this.next(depth + 1);
      if (item === END) return items;
      if (!(item instanceof Keyword)) items.push(item);
    }
  }

  #dictionary(depth: number): ReadonlyMap<string, Operand> {
    const items = this.#list(depth, 0x3e);
    if (this.#data[this.#at] === 0x3e) this.#at++;
    const dict = new Map<string, Operand>();
    for (let i = 0; i + 1 < items.length; i += 2) {
      const key = items[i];
      const value = items[i + 1];
      if (typeof key === "object" && key !== null && "name" in key && value !== undefined)
        dict.set(key.name, value);
    }
    return dict;
  }
}
