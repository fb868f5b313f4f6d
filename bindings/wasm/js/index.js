// The entry for browsers and bundlers: the package's own files, fetched from beside this one.
import { from } from "./engine.js";

// Written out file by file: a bundler follows only what it can read here.
from({
  small: {
    glue: () => import("./wasm/small.js"),
    module: () => fetched(new URL("./wasm/small_bg.wasm", import.meta.url), (answer) => answer.arrayBuffer()),
  },
  whole: {
    glue: () => import("./wasm/whole.js"),
    module: () => fetched(new URL("./wasm/whole_bg.wasm", import.meta.url), (answer) => answer.arrayBuffer()),
  },
  texts: { en: () => fetched(new URL("./texts/en.json", import.meta.url), (answer) => answer.text()) },
});

async function fetched(url, body) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url.pathname}: ${answer.status}`);
  return body(answer);
}

export * from "./raakvlak.js";
