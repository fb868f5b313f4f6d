// The entry for Node: the package's own files, read from disk.
import { readFile } from "node:fs/promises";

import { from } from "./engine.js";

from({
  module: () => readFile(new URL("./wasm/engine_bg.wasm", import.meta.url)),
  texts: { en: () => readFile(new URL("./texts/en.json", import.meta.url), "utf8") },
});

export * from "./raakvlak.js";
