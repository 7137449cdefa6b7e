/** What a desk changes of its house style's proofing, each as a new style: rules switched and weighed, lists replaced. */
import type { HouseStyle } from "../edition/style.ts";
import type { Severity } from "./proofing.ts";

type Proof = HouseStyle["proof"];

export function withProof(style: HouseStyle, proof: Partial<Proof>): HouseStyle {
  return { ...style, proof: { ...style.proof, ...proof } };
}

/** The style with a rule on or off; ids of rules that no longer exist are kept as they are. */
export function withRuleOn(style: HouseStyle, rule: string, on: boolean): HouseStyle {
  const others = style.proof.off.filter((id) => id !== rule);
  return withProof(style, { off: on ? others : [...others, rule] });
}

/** The style with a severity for every finding of a rule; null leaves each finding its own. */
export function withSeverity(style: HouseStyle, rule: string, severity: Severity | null): HouseStyle {
  const { [rule]: _, ...others } = style.proof.severity;
  return withProof(style, { severity: severity === null ? others : { ...others, [rule]: severity } });
}

export const isReporter = ({ title }: Proof["people"][number]): boolean => title.includes("记者");

/** The house's people with the officials, or the reporters, replaced: officials come first, in the order given. */
export function withPeople(
  style: HouseStyle,
  which: "officials" | "reporters",
  people: Proof["people"],
): HouseStyle {
  const kept = style.proof.people.filter((person) => isReporter(person) === (which === "officials"));
  return withProof(style, { people: which === "officials" ? [...people, ...kept] : [...kept, ...people] });
}
