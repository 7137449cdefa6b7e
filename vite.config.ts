import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The renderer as static files, served alike by Electron's own scheme and by the loopback host. */
export default defineConfig({
  root: "renderer",
  base: "./",
  plugins: [react()],
  // HarfBuzz waits at its top level, which only a module may.
  worker: { format: "es" },
  build: {
    outDir: "../dist/renderer",
    emptyOutDir: true,
    target: "es2024",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
  },
});
