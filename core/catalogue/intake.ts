import type { Area } from "./message.ts";

export const intake = {} as const satisfies Area;
