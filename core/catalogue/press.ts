import type { Area } from "./message.ts";

export const press = {} as const satisfies Area;
