import type { Area } from "./message.ts";

export const host = {} as const satisfies Area;
