import type { Area } from "./message.ts";

export const proof = {} as const satisfies Area;
