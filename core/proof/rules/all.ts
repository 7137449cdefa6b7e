/** Every rule there is: arithmetic first, then words. */
import type { Rule } from "../rule.ts";
import { figureRules } from "./figures.ts";
import { rules as textRules } from "./rules.ts";

export const allRules: readonly Rule[] = [...figureRules, ...textRules];
