/**
 * One window writes an edition at a time: a second window of this browser reads it, and is told.
 *
 * The host joins everybody who opens a path to one writer, since it cannot tell a reloaded window from another one; the
 * browser can, and lets go of the lock itself when a window is closed, reloaded or crashes.
 */

let letGo: (() => void) | null = null;

/** Takes the edition (by the host's name for it) for this window; false where another window of this browser has it. */
export async function hold(edition: string): Promise<boolean> {
  release();
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return true;
  const answer = Promise.withResolvers<boolean>();
  locks
    .request(`edition ${edition}`, { ifAvailable: true }, (lock) => {
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

export function release(): void {
  letGo?.();
  letGo = null;
}
