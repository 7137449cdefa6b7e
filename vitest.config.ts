import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { compileCache } from "./cli/compile-cache.ts";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One worker fewer than there are cores would leave a machine of two half idle: most tests wait for processes and browsers.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ["default"],
    // Threads and processes that tests start load the program as it is compiled once.
    env: { NODE_COMPILE_CACHE: compileCache },
  },
});
