/** Tests of the window's parts see what a window has. Core is checked without it (core/tsconfig.json). */
/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/// <reference types="vite/client" />
