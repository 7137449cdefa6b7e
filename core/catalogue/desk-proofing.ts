import type { Area } from "./message.ts";

/** The proofing panels: findings, figures, decisions. */
export const deskProofing = {} as const satisfies Area;
