/** 涉及15个区和经开区，其中朝阳区429例，…: the places a sum names against the number of places. */
import { type Claim, claimOf } from "./claim.ts";
import { itemEntry } from "./items.ts";
import { pseudoEntry } from "./pseudo.ts";
import type { Entry, Stream } from "./stream.ts";

export function placeCounts(stream: Stream, sums: readonly Claim[]): Claim[] {
  const claims: Claim[] = [];
  for (const { kind, total, parts, holds } of sums) {
    const first = parts[0];
    if (kind !== "sum" || !holds || !first || first.index <= total.index || first.index - total.index > 4)
      continue;
    for (let k = total.index + 1; k < first.index; k++) {
      const told = stream.entries[k];
      const words =
        told && /^(?:设区市|区县|县区|市州|[区县市州镇乡]|街道|省份?)(?:[和及](.{2,16}))?$/.exec(told.tail);
      if (!told || !words || told.mention.unit !== "个" || told.mention.approximation) continue;
      const extra = words[1]?.split("、").length ?? 0;
      const n = told.mention.value + extra;
      if (Math.abs(parts.length - n) > 2) continue;
      const start = told.mention.end;
      const more = Array.from({ length: extra }, () =>
        itemEntry(stream, told.part, { start, end: start + told.tail.length }),
      );
      const last = parts.at(-1) as Entry;
      const end = last.part === first.part ? last.mention.end : first.mention.end;
      const whole = pseudoEntry(stream, {
        part: first.part,
        start: first.mention.start,
        end,
        value: parts.length,
      });
      claims.push(claimOf("count", whole, [told, ...more], n, n === parts.length, "likely", "places"));
    }
  }
  return claims;
}
