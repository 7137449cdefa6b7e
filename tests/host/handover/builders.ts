/** Packages for delivery tests: small, with bytes that look like nothing else. */
import { createHash } from "node:crypto";
import type { Package } from "../../../host/handover/package.ts";
import { TICKET, ticketText } from "../../../host/handover/ticket.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Bytes that are the same for the same seed, and do not repeat. */
export function noise(length: number, seed: number): Uint8Array {
  let state = seed + 1;
  return Uint8Array.from({ length }, () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state >>> 24;
  });
}

/** A package of files of these sizes in bytes, and its ticket. */
export function packageOf(sizes: readonly number[], name = "晚报_2020-02-18_A1_0a1b2c3d"): Package {
  const files = sizes.map((size, i) => ({ name: `页-${i + 1}.pdf`, bytes: noise(size, i) }));
  const ticket = {
    format: "dayang-handover/1" as const,
    name,
    paper: "晚报",
    date: "2020-02-18",
    pages: [],
    ink: { limit: 220, error: 240 },
    resolution: 200,
    contact: "夜班编辑 林一苇",
    note: "",
    files: files.map((file) => ({ name: file.name, bytes: file.bytes.length, sha256: sha256(file.bytes) })),
    created: "2020-02-18T01:02:03.000Z",
    producer: "Dayang",
  };
  const text = new TextEncoder().encode(ticketText(ticket));
  return { name, files: [...files, { name: TICKET, bytes: text }], ticket };
}
