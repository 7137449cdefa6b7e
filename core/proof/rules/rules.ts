/** Every proofing rule that is not arithmetic, in the order the rule page shows them. */
import type { Rule } from "../rule.ts";
import { country } from "./country.ts";
import { dateline } from "./dateline.ts";
import { dates } from "./dates.ts";
import { debris } from "./debris.ts";
import { doubled } from "./doubled.ts";
import { duplicateParagraph, duplicateSentence } from "./duplicate.ts";
import { form } from "./form.ts";
import { fragment } from "./fragment.ts";
import { headlinePlace } from "./headline-place.ts";
import { houseTerms } from "./house-terms.ts";
import { jump } from "./jump.ts";
import { jumpJoin } from "./jump-join.ts";
import { numerals } from "./numerals.ts";
import { pairing } from "./pairing.ts";
import { people } from "./people.ts";
import { place } from "./place.ts";
import { punctuation } from "./punctuation.ts";
import { reporters } from "./reporters.ts";
import { reportingDay } from "./reporting-day.ts";
import { spaces } from "./spaces.ts";
import { titles } from "./titles.ts";
import { deprecated, wording } from "./wording.ts";

export const rules: readonly Rule[] = [
  jump,
  jumpJoin,
  dateline,
  dates,
  reportingDay,
  place,
  headlinePlace,
  people,
  titles,
  reporters,
  form,
  country,
  pairing,
  doubled,
  duplicateParagraph,
  duplicateSentence,
  fragment,
  wording,
  deprecated,
  houseTerms,
  numerals,
  punctuation,
  spaces,
  debris,
];
