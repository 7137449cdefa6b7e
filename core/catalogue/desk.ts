import type { Area } from "./message.ts";

export const desk = {} as const satisfies Area;
