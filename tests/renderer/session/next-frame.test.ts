import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { frameScheduler } from "../../../renderer/session/next-frame.ts";

let now = 0;
let frames: (() => void)[] = [];

beforeEach(() => {
  now = 1000;
  frames = [];
  vi.stubGlobal("performance", { now: () => now });
  vi.stubGlobal("requestAnimationFrame", (work: () => void) => frames.push(work));
  vi.stubGlobal("cancelAnimationFrame", (id: number) => frames.splice(id - 1, 1, () => {}));
});
afterEach(() => vi.unstubAllGlobals());

const microtask = () => new Promise<void>((resolve) => queueMicrotask(resolve));

it("begins at once after a pause, and with the next frame in a burst", async () => {
  const soon = frameScheduler();
  const done: string[] = [];
  soon(() => done.push("first key"));
  expect(done).toEqual([]);
  await microtask();
  now += 3;
  soon(() => done.push("second key"));
  await microtask();
  expect(done).toEqual(["first key"]);
  frames[0]?.();
  expect(done).toEqual(["first key", "second key"]);
  now += 40;
  soon(() => done.push("third key"));
  await microtask();
  expect(done).toHaveLength(3);
});

it("does not do what was called off", async () => {
  const soon = frameScheduler();
  const done: string[] = [];
  soon(() => done.push("at once"))();
  await microtask();
  soon(() => done.push("kept"));
  await microtask();
  soon(() => done.push("with the frame"))();
  for (const frame of frames) frame();
  expect(done).toEqual(["kept"]);
});
