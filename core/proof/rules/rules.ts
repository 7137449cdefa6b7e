/** Every proofing rule that is not arithmetic, in the order the rule page shows them. */
import type { Rule } from "../rule.ts";
import { doubled } from "./doubled.ts";
import { duplicateParagraph, duplicateSentence } from "./duplicate.ts";
import { jump } from "./jump.ts";
import { pairing } from "./pairing.ts";
import { place } from "./place.ts";

export const rules: readonly Rule[] = [jump, pairing, doubled, duplicateParagraph, duplicateSentence, place];
