/**
 * One window writes an edition at a time: a second window of this browser reads it, and is told.
 *
 * The host joins everybody who opens a path to one writer, since it cannot tell a reloaded window from another one; the
 * browser can, and lets go of the lock itself when a window is closed, reloaded or crashes.
 */

let letGo: (() => void) | null = null;

const lockOf = (path: string) => `edition ${path}`;

/** Takes the edition at `path` (as the host tells it) for this window; false where another window of this browser has it. */
export async function hold(path: string): Promise<boolean> {
  release();
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return true;
  const answer = Promise.withResolvers<boolean>();
  locks
    .request(lockOf(path), { ifAvailable: true }, (lock) => {
      answer.resolve(lock !== null);
      if (!lock) return;
      const held = Promise.withResolvers<void>();
      letGo = held.resolve;
      return held.promise;
    })
    // A window that may have no locks is taken to be the only one, as before there were any.
    .catch(() => answer.resolve(true));
  return answer.promise;
}

/** Whether a window of this browser writes the edition at `path`; true where that cannot be told. */
export async function isHeld(path: string): Promise<boolean> {
  const locks = navigator.locks as LockManager | undefined;
  const all = await locks?.query().catch(() => null);
  return all?.held?.some(({ name }) => name === lockOf(path)) ?? true;
}

export function release(): void {
  letGo?.();
  letGo = null;
}
