/** Values between Node and the page as one string: what a structured clone would carry here, bytes included. */
import { decodeFrame, encodeFrame } from "../../host/transports/frame.ts";

/** What Node tells a page: in the message itself, or, where it is long, to be fetched under /PARCELS/number. */
export interface Sent {
  readonly text?: string;
  readonly parcel?: string;
}
export const PARCELS = ".electron-double";

/** Fonts pass here, tens of megabytes: each side uses what it has that is fast. */
interface Fast {
  readonly Buffer?: typeof Buffer;
  readonly Uint8Array: { fromBase64(text: string): Uint8Array; prototype: { toBase64(): string } };
}
const fast = globalThis as unknown as Fast;

export function toText(value: unknown): string {
  const frame = encodeFrame(value);
  if (fast.Buffer) return fast.Buffer.from(frame.buffer).toString("base64");
  return fast.Uint8Array.prototype.toBase64.call(frame);
}

export function fromText(text: string): unknown {
  return decodeFrame(fast.Buffer ? fast.Buffer.from(text, "base64") : fast.Uint8Array.fromBase64(text));
}
