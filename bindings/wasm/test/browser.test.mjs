// The installed package in Chromium: straight from a script, and through a Vite build.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { build } from "vite";

import { browser, example, imported, project, served, watched, wasm } from "./support.mjs";

const installed = project();
const talk = example("explaining-the-system");
let chromium, expected;

before(async () => {
  chromium = await browser();
  const raakvlak = await imported(installed);
  await raakvlak.init({ texts: ["en"] });
  expected = {
    nl: raakvlak.houses.json(talk),
    en: raakvlak.houses.json(talk, { lang: "en" }),
    advice: raakvlak.advise.json(talk),
    svg: raakvlak.draw(talk, { lang: "en" }),
  };
});
after(() => chromium?.close());

/** The same program in both: what it shows has to be what Node answers. */
const program = (from) => `
  import { init, houses, advise, draw } from "${from}";
  const talk = ${JSON.stringify(talk)};
  await init();
  await init({ texts: ["en"] });
  globalThis.answers = {
    nl: houses.json(talk), en: houses.json(talk, { lang: "en" }), advice: advise.json(talk), svg: draw(talk, { lang: "en" }),
  };
`;

async function answers(url) {
  const { page, wrong } = await watched(chromium);
  await page.goto(url);
  await page.waitForFunction(() => globalThis.answers);
  const found = await page.evaluate(() => globalThis.answers);
  assert.deepEqual(wrong, []);
  await page.close();
  return found;
}

test("straight in the browser, by a script of a page", async () => {
  const page = `<!doctype html><title>t</title><script type="module">${program("/raakvlak/index.js")}</script>`;
  const server = await served({ "/": page, "/raakvlak/": join(installed, "node_modules/raakvlak") });
  try {
    assert.deepEqual(await answers(server.url), expected);
  } finally {
    await server.close();
  }
});

test("in a Vite build", async () => {
  writeFileSync(join(installed, "index.html"), '<!doctype html><title>t</title><script type="module" src="/main.js"></script>');
  writeFileSync(join(installed, "main.js"), program("raakvlak"));
  // Nothing set but where it is: it has to work as Vite comes. Top-level await is what the program uses.
  await build({ root: installed, logLevel: "error", configFile: false });
  const server = await served({ "/": join(installed, "dist") });
  try {
    assert.deepEqual(await answers(server.url), expected);
  } finally {
    await server.close();
  }
});

test("whatever is handed in wrong is a clear error in the browser too", async () => {
  const server = await served({ "/": "<!doctype html><title>t</title>", "/raakvlak/": join(installed, "node_modules/raakvlak"), "/test/": join(wasm, "test") });
  const { page, wrong } = await watched(chromium);
  try {
    await page.goto(server.url);
    const found = await page.evaluate(async () => {
      const raakvlak = await import("/raakvlak/index.js");
      const { check, early } = await import("/test/errors.mjs");
      const before = await early(raakvlak);
      await raakvlak.init({ texts: ["en"], whole: true });
      return { before: [...new Set(before)], wrong: check(raakvlak) };
    });
    assert.deepEqual(found, { before: ["RaakvlakError init.missing"], wrong: [] });
    assert.deepEqual(wrong, []);
  } finally {
    await page.close();
    await server.close();
  }
});

test("a page that started small says what it lacks, and goes on whole with what it had", async () => {
  const server = await served({ "/": "<!doctype html><title>t</title>", "/raakvlak/": join(installed, "node_modules/raakvlak") });
  const { page, wrong } = await watched(chromium);
  const fetched = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname.split("/").pop()));
  try {
    await page.goto(server.url);
    const found = await page.evaluate(async (talk) => {
      const { init, houses, casework, knowledge, observations, Rules } = await import("/raakvlak/index.js");
      const code = (job) => { try { job(); return "nothing"; } catch (error) { return error.code; } };
      await Promise.all([init({ texts: ["en"] }), init()]);
      const rules = Rules.builtin();
      const small = houses.json(talk, { rules, lang: "en" });
      const lacking = [() => casework(talk), () => knowledge.list(), () => observations(), () => Rules.fromJson({})].map(code);
      await Promise.all([init({ whole: true }), init()]);
      return { lacking, same: houses.json(talk, { rules, lang: "en" }) === small, sheet: casework(talk).schema };
    }, talk);
    assert.deepEqual(found, { lacking: Array(4).fill("init.small"), same: true, sheet: "raakvlak.casework.v1" });
    const modules = fetched.filter((name) => name.endsWith(".wasm"));
    assert.deepEqual(modules, ["small_bg.wasm", "whole_bg.wasm"]);
    assert.deepEqual(wrong, []);
  } finally {
    await page.close();
    await server.close();
  }
});

test("a file that cannot be fetched is said, and can be tried again", async () => {
  const server = await served({ "/": "<!doctype html><title>t</title>", "/raakvlak/": join(installed, "node_modules/raakvlak") });
  const { page } = await watched(chromium);
  try {
    await page.goto(server.url);
    await page.route("**/*.wasm", (route) => route.abort());
    const first = await page.evaluate(async () => (await import("/raakvlak/index.js")).init().catch((error) => error.code));
    await page.unroute("**/*.wasm");
    const order = await page.evaluate(async () => {
      const { init, houses } = await import("/raakvlak/index.js");
      await init();
      return houses({ schema: "raakvlak.case.v1", sector: "other", people: [] }).order;
    });
    assert.deepEqual([first, order], ["file.unreadable", ["green"]]);
  } finally {
    await page.close();
    await server.close();
  }
});
