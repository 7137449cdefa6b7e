/** What was decided about findings. */
import { z } from "zod";
import { call, edition, text } from "./values.ts";

export const decision = z.object({
  /** What the finding says (see `subjectOf` in core/proof/subject.ts); the same words have the same subject. */
  subject: z.string().min(1).max(200),
  verdict: z.enum(["accepted", "ignored", "open"]),
  reason: text,
  author: text,
  time: z.string(),
});

export const decisionCalls = {
  /** Decisions in force, by what their findings say. */
  "decisions.list": call(z.object({ edition }), z.array(decision)),
  "decisions.set": call(
    z.object({
      edition,
      subject: decision.shape.subject,
      verdict: decision.shape.verdict,
      reason: text,
      author: text,
    }),
    z.array(decision),
  ),
} as const;
