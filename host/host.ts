/**
 * The host: the contract answered by handlers, each request checked on its way in and each answer on its way out.
 */
import type { z } from "zod";
import { type CallName, contract, type HostEvent } from "./contract.ts";
import type { Environment } from "./environment.ts";
import { decisionHandlers } from "./handlers/decisions.ts";
import { editionHandlers } from "./handlers/editions.ts";
import { exportHandlers } from "./handlers/export.ts";
import { fileHandlers } from "./handlers/files.ts";
import { fontHandlers } from "./handlers/fonts.ts";
import { handoverHandlers } from "./handlers/handover.ts";
import { houseHandlers } from "./handlers/house.ts";
import type { Handlers, Household } from "./handlers/household.ts";
import { importHandlers } from "./handlers/import.ts";
import { logHandlers } from "./handlers/log.ts";
import { lookHandlers } from "./handlers/look.ts";
import { OpenEditions } from "./handlers/open-editions.ts";
import { pictureHandlers } from "./handlers/pictures.ts";
import { platesHandlers } from "./handlers/plates.ts";
import { preflightHandlers } from "./handlers/preflight.ts";
import { readerHandlers } from "./handlers/readers.ts";
import { roundHandlers } from "./handlers/rounds.ts";
import { settingsHandlers } from "./handlers/settings.ts";
import { SettingsFile } from "./handlers/settings-file.ts";
import { systemHandlers } from "./handlers/system.ts";
import { versionHandlers } from "./handlers/versions.ts";
import { Jobs } from "./jobs/jobs.ts";
import { HostFault, type Wire } from "./wire.ts";

export function createHost(environment: Environment): Wire {
  const listeners = new Set<(event: HostEvent) => void>();
  const settings = new SettingsFile(environment);
  const emit: Household["emit"] = (event, body) => {
    for (const listener of listeners) listener({ event, body } as HostEvent);
  };
  const jobs = new Jobs(emit);
  const household: Household = {
    environment,
    editions: new OpenEditions(environment, () => settings.read().backups),
    settings,
    jobs,
    emit,
    closing: [() => jobs.cancelAll()],
  };
  const handlers: Handlers = {
    ...editionHandlers(household),
    ...lookHandlers(household),
    ...logHandlers(household),
    ...decisionHandlers(household),
    ...pictureHandlers(household),
    ...fontHandlers(household),
    ...importHandlers(household),
    ...exportHandlers(household),
    ...platesHandlers(household),
    ...handoverHandlers(household),
    ...readerHandlers(household),
    ...preflightHandlers(household),
    ...settingsHandlers(household),
    ...houseHandlers(household),
    ...fileHandlers(household),
    ...systemHandlers(household),
    ...versionHandlers(household),
    ...roundHandlers(household),
  };
  return {
    async request(name, input) {
      if (!Object.hasOwn(contract, name)) throw new HostFault(`no call "${name}"`);
      const { input: asked, output } = contract[name as CallName];
      const received = check(asked, input, `${name} was asked wrongly`);
      const handler = handlers[name as CallName] as (input: unknown) => unknown;
      return check(output, await handler(received), `${name} answered wrongly`);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      for (const act of household.closing) await act();
      await household.editions.closeAll();
      listeners.clear();
    },
  };
}

function check(schema: z.ZodType, value: unknown, what: string): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new HostFault(`${what}: ${issue?.path.join(".")} ${issue?.message}`);
}
