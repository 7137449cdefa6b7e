/** Values between Node and the page as one string: what a structured clone would carry here, bytes included. */
import { decodeFrame, encodeFrame } from "../../host/transports/frame.ts";

/** btoa takes a string of bytes, and a call takes only so many arguments. */
const CHUNK = 0x8000;

export function toText(value: unknown): string {
  const frame = encodeFrame(value);
  let bytes = "";
  for (let at = 0; at < frame.length; at += CHUNK) {
    bytes += String.fromCharCode(...frame.subarray(at, at + CHUNK));
  }
  return btoa(bytes);
}

export function fromText(text: string): unknown {
  return decodeFrame(Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0)));
}
