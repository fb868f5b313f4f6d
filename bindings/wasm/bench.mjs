// What the package costs, measured on this machine: the first answer in a fresh page of Chromium once the bytes are
// there, and a case from object to object beside text to text.
import { join } from "node:path";

import { browser, example, imported, project, served, watched } from "./test/support.mjs";

const folder = project();
const server = await served({ "/": "<!doctype html><title>t</title>", "/raakvlak/": join(folder, "node_modules/raakvlak") });
const chromium = await browser();
const first = [];
for (let i = 0; i < 10; i += 1) {
  const { page } = await watched(chromium);
  await page.goto(server.url);
  first.push(await page.evaluate(async (talk) => {
    const { init, houses } = await import("/raakvlak/index.js");
    const module = await (await fetch("/raakvlak/wasm/small_bg.wasm")).arrayBuffer();
    const start = performance.now();
    await init({ module });
    houses(talk);
    return performance.now() - start;
  }, example("explaining-the-system")));
  await page.close();
}
await chromium.close();
await server.close();

const raakvlak = await imported(folder);
await raakvlak.init();
const given = example("appendix-1");
const text = JSON.stringify(given);

/** The least of many runs, in microseconds: a busy machine only ever makes it slower. */
function least(job, times = 300) {
  let best = Infinity;
  for (let i = 0; i < times; i += 1) {
    const start = performance.now();
    job();
    best = Math.min(best, performance.now() - start);
  }
  return best * 1000;
}

const bare = least(() => raakvlak.advise.json(text));
const whole = least(() => raakvlak.advise(given));
console.log("JavaScript");
console.log(`  first answer in a fresh page   ${Math.max(...first).toFixed(1).padStart(8)} ms, the most of 10 (aim: 100)`);
console.log(`  advise, text to text           ${bare.toFixed(0).padStart(8)} µs`);
console.log(`  advise, object to object       ${whole.toFixed(0).padStart(8)} µs, ${(whole / bare).toFixed(2)} times as long`);
