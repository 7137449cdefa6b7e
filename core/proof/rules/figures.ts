/** The rules that do arithmetic, in the order the rule page shows them. */
import type { Rule } from "../rule.ts";
import { balance } from "./balance.ts";
import { sum } from "./sum.ts";

export const figureRules: readonly Rule[] = [sum, balance];
