import type { Area } from "./message.ts";

/** The galley editor. */
export const deskEditor = {} as const satisfies Area;
