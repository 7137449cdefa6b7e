#!/usr/bin/env node
/**
 * The process of the command line. What it says of memory holds only if said first, so nothing of ours but the compile
 * cache is imported before: modules loaded after it come from there.
 */
import { setFlagsFromString } from "node:v8";
import { keepCompiled } from "./compile-cache.ts";

// A command lives for a second: room for young objects that grows to 32 MB is never filled twice.
setFlagsFromString("--semi-space-growth-factor=1");
// Each thread that decodes a picture keeps a heap of its own; pictures are prepared one after the other anyway.
process.env.UV_THREADPOOL_SIZE ??= "1";
keepCompiled();

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // Whoever read us has gone: nothing more to say, and nothing went wrong.
    if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
    throw error;
  });
}

const { commandLine } = await import("./command-line.ts");
process.exitCode = await commandLine(process.argv.slice(2));
