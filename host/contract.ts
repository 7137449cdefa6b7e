/**
 * What the app asks of a machine: every call with its input and output, every event with what it carries.
 *
 * Handlers answer it once, in Node and off the main thread; transports carry it; a window sees this file and a
 * client, and nothing else of the host. Nothing here touches a machine, so that a browser can load it.
 */
import type { z } from "zod";
import { decisionCalls } from "./contract/decisions.ts";
import { editionCalls, type opened, type recent } from "./contract/editions.ts";
import { handoverCalls } from "./contract/handover.ts";
import { houseCalls } from "./contract/house.ts";
import { importCalls, type importSummary } from "./contract/imports.ts";
import { logCalls } from "./contract/log.ts";
import { machineCalls, type settings } from "./contract/machine.ts";
import { pictureCalls } from "./contract/pictures.ts";
import { type plates, platesCalls } from "./contract/plates.ts";
import { jobEvents, pressCalls } from "./contract/press.ts";
import { readerCalls } from "./contract/readers.ts";
import { roundCalls, roundEvents } from "./contract/rounds.ts";
import { versionCalls } from "./contract/versions.ts";

export { recent as recentSchema } from "./contract/editions.ts";
export { settings as settingsSchema } from "./contract/machine.ts";

export const contract = {
  ...editionCalls,
  ...logCalls,
  ...decisionCalls,
  ...versionCalls,
  ...roundCalls,
  ...pictureCalls,
  ...importCalls,
  ...pressCalls,
  ...platesCalls,
  ...handoverCalls,
  ...readerCalls,
  ...machineCalls,
  ...houseCalls,
} as const;

export const events = { ...jobEvents, ...roundEvents } as const;

export type CallName = keyof typeof contract;
/** As the caller gives it (defaults may be left out), and as the handler gets it. */
export type Input<N extends CallName> = z.input<(typeof contract)[N]["input"]>;
export type Received<N extends CallName> = z.output<(typeof contract)[N]["input"]>;
export type Output<N extends CallName> = z.output<(typeof contract)[N]["output"]>;

export type EventName = keyof typeof events;
export type EventBody<E extends EventName> = z.output<(typeof events)[E]>;
export type HostEvent = { [E in EventName]: { readonly event: E; readonly body: EventBody<E> } }[EventName];

export type OpenedEdition = z.output<typeof opened>;
export type RecentEdition = z.output<typeof recent>;
export type PagePlates = z.output<typeof plates>;
export type ImportSummary = z.output<typeof importSummary>;
export type Settings = z.output<typeof settings>;
