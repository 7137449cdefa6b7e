/**
 * Work that must be seen in the next frame: begun at once where the last is a frame ago, else with the next frame.
 *
 * A single key is composed and painted without waiting for the display's beat, so that it is shown with the beat it
 * was typed in; a burst of keys, or a drag, is still composed once a frame.
 */

/** Shortest time between two runs that do not wait for a frame, in ms. */
const FRAME = 12;

export function frameScheduler(): (work: () => void) => () => void {
  let last = Number.NEGATIVE_INFINITY;
  return (work) => {
    let called = true;
    const run = () => {
      if (!called) return;
      last = performance.now();
      work();
    };
    if (performance.now() - last < FRAME) {
      const frame = requestAnimationFrame(run);
      return () => cancelAnimationFrame(frame);
    }
    // After what the key did in the editor, in the same task: a task of its own would stand behind the next frame,
    // which Chromium puts first after an input.
    queueMicrotask(run);
    return () => {
      called = false;
    };
  };
}
