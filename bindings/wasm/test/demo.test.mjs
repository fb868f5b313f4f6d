// The demo, as someone uses it: with a keyboard, in two languages, on paper, with axe-core looking on.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, afterEach, test } from "node:test";

import { browser, project, served, watched, wasm } from "./support.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const installed = project();
let chromium, server, page, wrong;

before(async () => {
  chromium = await browser();
  server = await served({
    "/bindings/wasm/demo/": join(wasm, "demo"),
    "/target/packages/npm/": join(installed, "node_modules/raakvlak"),
  });
});
after(async () => {
  await chromium?.close();
  await server?.close();
});
beforeEach(async () => {
  ({ page, wrong } = await watched(chromium, { viewport: { width: 1200, height: 900 } }));
  await page.goto(`${server.url}/bindings/wasm/demo/`);
  await page.waitForSelector("#plan svg");
});
afterEach(async () => {
  assert.deepEqual(wrong, []);
  await page.close();
});

const state = (id, value) => page.check(`input[name="${id}"][value="${value}"]`);
const shown = (id) => page.innerText(`#${id}`);

async function violations() {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  assert.ok(passes.length > 20, "axe looked at the page");
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
}

test("nothing is known at first: every question stands at not known, green comes first", async () => {
  const checked = await page.$$eval(".question", (all) => all.map((one) => one.querySelector(":checked")?.value));
  assert.ok(checked.length >= 15);
  assert.ok(checked.every((value) => value === "undefined"), checked.join());
  assert.match(await shown("houses"), /Groen[^\n]*hoort bij de uitleg/);
  assert.match(await shown("houses"), /Rood[^\n]*nog niet te zeggen/);
});

test("what is stated changes the plan; a concern about safety goes before everything", async () => {
  await state("trust", "basis");
  await state("image.checked", "true");
  await state("image.explanation-needed", "true");
  assert.match(await shown("houses"), /Groen[^\n]*nu aan de beurt/);
  await state("safety.concern", "true");
  assert.match(await shown("notices"), /112/);
  const [notices, picture] = await page.$$eval("#notices, #picture", (all) => all.map((one) => one.getBoundingClientRect().top));
  assert.ok(notices < picture);
  await page.click("[type=reset]");
  assert.equal(await shown("notices"), "");
  assert.match(await shown("houses"), /Groen[^\n]*hoort bij de uitleg/);
});

test("what follows besides is shown, and the questions that help most", async () => {
  await state("help.voluntary-enough", "false");
  await state("problems.worse", "true");
  assert.match(await shown("houses"), /Ook van belang[\s\S]*veilig/);
  assert.match(await shown("houses"), /Vragen die nu het meest verder helpen/);
});

test("in English, with what was stated kept", async () => {
  await state("safety.child-unsafe", "true");
  await page.check('[name="lang"][value="en"]');
  await page.waitForSelector('html[lang="en"]');
  assert.match(await shown("houses"), /Red: forced help – belongs to the explanation/);
  assert.match(await page.title(), /houses/);
  assert.equal(await page.getAttribute("#picture svg", "lang"), "en");
});

test("a page for parents holds only what they may see now", async () => {
  await page.check('[name="for"][value="parents"]');
  assert.match(await shown("picture"), /later in het gesprek/);
  await page.check('[name="for"][value="professional"]');
  for (const [id, value] of [["trust", "basis"], ["image.checked", "true"], ["image.explanation-needed", "true"], ["safety.child-unsafe", "true"]]) await state(id, value);
  await page.check('[name="for"][value="parents"]');
  const text = await page.innerText("body");
  assert.match(text, /Groen/);
  assert.doesNotMatch(text, /Oranje|Rood|112|veilig/i);
});

test("by keyboard alone", async () => {
  await page.focus('[name="lang"]:checked');
  for (let i = 0; i < 40; i += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.name === "trust")) break;
  }
  assert.equal(await page.evaluate(() => document.activeElement.name), "trust");
  const ring = await page.evaluate(() => getComputedStyle(document.activeElement.closest("label")).outlineStyle);
  assert.equal(ring, "solid");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.inputValue('[name="trust"]:checked'), "beginning");
  assert.match(await shown("houses"), /Stap 2 van 4/);
});

for (const lang of ["nl", "en"]) {
  test(`axe-core finds nothing to object to: ${lang}`, async () => {
    if (lang === "en") {
      await page.check('[name="lang"][value="en"]');
      await page.waitForSelector('html[lang="en"]');
    }
    assert.deepEqual(await violations(), []);
    for (const [id, value] of [["safety.child-unsafe", "true"], ["trust", "basis"], ["image.checked", "true"], ["image.explanation-needed", "true"], ["explained.green", "true"]]) await state(id, value);
    assert.deepEqual(await violations(), []);
    await page.check('[name="for"][value="parents"]');
    assert.deepEqual(await violations(), []);
  });
}

test("it fits a narrow screen, and paper shows the plan without the questions", async () => {
  await page.setViewportSize({ width: 320, height: 700 });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.isVisible("#questions"), false);
  assert.equal(await page.isVisible("#print"), false);
  assert.equal(await page.isVisible("#picture svg"), true);
  await page.emulateMedia({ media: "screen" });
  await state("safety.concern", "true");
  const [notices, form] = await page.$$eval("#notices, #questions", (all) => all.map((one) => one.getBoundingClientRect().top));
  assert.ok(notices < form, "safety stands before the questions");
});
