/** Work done in steps, between which others get their turn: a step of the log is written while an evening is read. */

/** Longest run of steps in ms. */
const RUN = 12;

/** What `work` comes to. `goOn` is asked before each run, and throws where the work is in vain. */
export async function unhurried<T>(work: Generator<void, T>, goOn: () => unknown = () => {}): Promise<T> {
  for (;;) {
    goOn();
    const end = performance.now() + RUN;
    do {
      const { done, value } = work.next();
      if (done) return value;
    } while (performance.now() < end);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
