/**
 * Where the window stood, kept across launches. A power cut while it is written leaves the last state or the one
 * before; a file that makes no sense, or a screen that has been unplugged, gives the default place.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

const bounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(200).max(20_000),
  height: z.number().int().min(200).max(20_000),
});
const stateSchema = z.object({ bounds, maximized: z.boolean() });

/** Bounds of the window when it is not maximized, in DIP. */
export type WindowState = z.output<typeof stateSchema>;
export type Bounds = WindowState["bounds"];

/** Part of the title bar that must be on a screen, in DIP: enough to take hold of. */
const GRIP = { width: 120, height: 40 };

export function readWindowState(file: string): WindowState | null {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

/** Written beside the file and put in its place. Throws where the folder cannot be written. */
export function writeWindowState(file: string, state: WindowState): void {
  mkdirSync(dirname(file), { recursive: true });
  const temp = `${file}.${process.pid}.tmp`;
  const handle = openSync(temp, "w");
  try {
    writeSync(handle, JSON.stringify(state));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(temp, file);
}

/** True where a person could take hold of a window with these bounds on one of the screens. */
export function isReachable(bounds: Bounds, screens: readonly Bounds[]): boolean {
  return screens.some((screen) => {
    const across = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x);
    const below = screen.y + screen.height - bounds.y;
    return across >= GRIP.width && below >= GRIP.height && bounds.y >= screen.y - GRIP.height / 2;
  });
}
