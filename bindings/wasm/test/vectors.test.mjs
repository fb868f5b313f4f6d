// The vectors that every language runs, here in Node and in Chromium.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { browser, imported, project, root, served, watched, wasm } from "./support.mjs";
import { differences, outcome } from "./vectors.mjs";

const folder = join(root, "tests/vectors");
const files = readdirSync(folder).filter((file) => file.endsWith(".json")).sort();
const vectors = files.flatMap((file) =>
  JSON.parse(readFileSync(join(folder, file), "utf8")).vectors.map((vector) => ({ file, vector })));

const installed = project();
let chromium, server;
before(async () => {
  chromium = await browser();
  server = await served({ "/": "<!doctype html><title>vectors</title>", "/node_modules/": join(installed, "node_modules"), "/test/": join(wasm, "test") });
});
after(async () => {
  await chromium?.close();
  await server?.close();
});

test("there are vectors, each with a name of its own", () => {
  assert.ok(vectors.length >= 60, `${vectors.length} vectors`);
  assert.equal(new Set(vectors.map(({ vector }) => vector.name)).size, vectors.length);
});

test("a vector that is not met is found", () => {
  const vector = { job: "houses", expect: { order: ["green"], step: 1 } };
  const answer = { text: JSON.stringify({ order: ["green", "red"], step: { current: 1 } }) };
  assert.deepEqual(differences(vector, answer), [{ path: "$.order", expected: ["green"], got: ["green", "red"] }]);
  assert.equal(differences({ job: "why", answer: '{"a":[1,2]}' }, { text: '{"a":[1,3]}' })[0].path, "$.a[1]");
  assert.throws(() => differences({ job: "houses", expect: { ordr: [] } }, { text: "{}" }));
});

test("Node", async () => {
  const raakvlak = await imported(installed);
  await raakvlak.init({ texts: ["en"] });
  assert.deepEqual(report(vectors.map(({ vector }) => outcome(raakvlak, vector))), []);
});

/** What Chromium makes of vectors, with the module started in this way. */
async function inChromium(vectors, options) {
  const { page, wrong } = await watched(chromium);
  await page.goto(server.url);
  const outcomes = await page.evaluate(async ([vectors, options]) => {
    const raakvlak = await import("/node_modules/raakvlak/index.js");
    const { outcome } = await import("/test/vectors.mjs");
    await raakvlak.init(options);
    return vectors.map((vector) => outcome(raakvlak, vector));
  }, [vectors.map(({ vector }) => vector), options]);
  assert.deepEqual(wrong, []);
  await page.close();
  return outcomes;
}

test("Chromium", async () => {
  assert.deepEqual(report(await inChromium(vectors, { texts: ["en"], whole: true })), []);
});

test("the small module in Chromium", async () => {
  const decides = ({ vector }) => ["advise", "houses", "draw"].includes(vector.job) && vector.rules === undefined;
  const small = vectors.filter(decides);
  assert.ok(small.length >= 60, `${small.length} vectors`);
  assert.deepEqual(report(await inChromium(small, { texts: ["en"] }), small), []);
});

function report(outcomes, of = vectors) {
  return outcomes.flatMap((outcome, i) => {
    const { file, vector } = of[i];
    return differences(vector, outcome).map(({ path, expected, got }) =>
      `${file}: ${vector.name}: ${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`);
  });
}
