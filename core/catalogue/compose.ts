import type { Area } from "./message.ts";

export const compose = {} as const satisfies Area;
