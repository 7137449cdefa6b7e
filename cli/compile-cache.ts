/**
 * Modules as they are compiled, already stripped of their types, kept between runs: for this process, and by the
 * environment for the threads and processes it starts. A thread that strips hundreds of modules anew starts five times
 * as slowly, and the more WebAssembly comes and goes with threads, the likelier V8 stops the process (nodejs/node#64500).
 */
import { enableCompileCache } from "node:module";
import { join } from "node:path";

export const compileCache = join(import.meta.dirname, "../node_modules/.cache/compiled");

/** A cache that cannot be written is none, and nothing else. */
export function keepCompiled(): void {
  process.env.NODE_COMPILE_CACHE ??= compileCache;
  enableCompileCache(process.env.NODE_COMPILE_CACHE);
}
