/**
 * What every transport carries: named requests with plain values and bytes, answers, events. And how a failure
 * travels: a Problem as itself, anything else as a sentence without a stack.
 */
import { Problem } from "../core/problem.ts";
import type { HostEvent } from "./contract.ts";

export interface Wire {
  /** Rejects with a Problem, or with a HostFault where the program failed or the request is not in the contract. */
  request(name: string, input: unknown): Promise<unknown>;
  /** Returns a function that ends the subscription. */
  subscribe(listener: (event: HostEvent) => void): () => void;
  close(): Promise<void>;
}

/** A fault of the program, or a transport that is gone; not of the user. */
export class HostFault extends Error {
  override readonly name = "HostFault";
}

export type Answer =
  | { readonly output: unknown }
  | { readonly problem: { readonly key: string; readonly values: Readonly<Record<string, string | number>> } }
  | { readonly fault: string };

export async function answer(work: () => Promise<unknown>): Promise<Answer> {
  try {
    return { output: await work() };
  } catch (error) {
    if (error instanceof Problem) return { problem: { key: error.key, values: error.values } };
    return { fault: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error) };
  }
}

export function unwrap(answer: Answer): unknown {
  if ("output" in answer) return answer.output;
  if ("problem" in answer) throw new Problem(answer.problem.key, answer.problem.values);
  throw new HostFault(answer.fault);
}
