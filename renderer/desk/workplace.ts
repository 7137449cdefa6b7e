/** What commands and components work with: the host, the window, the desk's state, the edition that is open. */
import { createContext, useContext } from "react";
import type { Client } from "../../host/client.ts";
import type { Fonts } from "../session/fonts.ts";
import type { OpenEdition, OpenEditionHolder } from "../session/open-edition.ts";
import type { Planner } from "../session/planner.ts";
import type { Session, SessionState } from "../session/session.ts";
import type { Shell } from "./shell.ts";
import type { DeskState, DeskStore } from "./state.ts";
import { useSelected } from "./store.ts";

export interface Workplace {
  readonly client: Client;
  readonly shell: Shell;
  readonly state: DeskStore;
  readonly editions: OpenEditionHolder;
  readonly fonts: Fonts;
  readonly planner: Planner;
}

export const WorkplaceContext = createContext<Workplace | null>(null);

export function useWorkplace(): Workplace {
  const workplace = useContext(WorkplaceContext);
  if (!workplace) throw new Error("a component of the desk stands outside it");
  return workplace;
}

/** A part of the desk's state. `select` makes no new objects. */
export const useDesk = <V>(select: (state: DeskState) => V): V => useSelected(useWorkplace().state, select);

export const useDispatch = () => useWorkplace().state.dispatch;

/** The open edition, or null on the start screen. */
export const useOpenEdition = (): OpenEdition | null => useSelected(useWorkplace().editions, (open) => open);

/** The session of the open edition. Throws where none is open: only for what stands inside the desk's workspace. */
export function useOpenSession(): Session {
  const open = useOpenEdition();
  if (!open) throw new Error("no edition is open");
  return open.session;
}

/** A part of the session's state. `select` makes no new objects. */
export const useSession = <V>(select: (state: SessionState) => V): V => useSelected(useOpenSession(), select);
