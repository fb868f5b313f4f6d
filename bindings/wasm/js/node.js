// The entry for Node: the package's own files, read from disk.
import { readFile } from "node:fs/promises";

import { from } from "./engine.js";

// From disk, small brings nothing.
from({
  whole: {
    glue: () => import("./wasm/whole.js"),
    module: () => readFile(new URL("./wasm/whole_bg.wasm", import.meta.url)),
  },
  texts: { en: () => readFile(new URL("./texts/en.json", import.meta.url), "utf8") },
});

export * from "./raakvlak.js";
