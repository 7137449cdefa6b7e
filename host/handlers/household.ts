/** What every handler is, and what all of them share. */
import type { CallName, EventBody, EventName, Output, Received } from "../contract.ts";
import type { Environment } from "../environment.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { OpenEditions } from "./open-editions.ts";
import type { SettingsFile } from "./settings-file.ts";

export type Handlers = {
  [N in CallName]: (input: Received<N>) => Output<N> | Promise<Output<N>>;
};

/** What handlers share. */
export interface Household {
  readonly environment: Environment;
  readonly editions: OpenEditions;
  readonly settings: SettingsFile;
  readonly jobs: Jobs;
  emit<E extends EventName>(event: E, body: EventBody<E>): void;
  /** Run when the host closes. */
  readonly closing: (() => Promise<unknown>)[];
}
