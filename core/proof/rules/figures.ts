/** The rules that do arithmetic, in the order the rule page shows them. */
import type { Rule } from "../rule.ts";
import { balance } from "./balance.ts";
import { change } from "./change.ts";
import { count } from "./count.ts";
import { countdown } from "./countdown.ts";
import { headlineFigure } from "./headline-figure.ts";
import { order } from "./order.ts";
import { ratio } from "./ratio.ts";
import { same } from "./same.ts";
import { sum } from "./sum.ts";
import { years } from "./years.ts";

export const figureRules: readonly Rule[] = [
  sum,
  balance,
  change,
  ratio,
  count,
  order,
  same,
  countdown,
  years,
  headlineFigure,
];
