// The page of the checklist in a browser: read with axe-core looking on, without scripts, narrow and on paper.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { browser, root, served, watched } from "./support.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PAGES = [["district", "nl"], ["district", "en"], ["team", "nl"]];
let chromium, server;

function written(what, lang) {
  const cargo = ["run", "--quiet", "--locked", "--package", "raakvlak-tests", "--bin", "checklist-page", "--", what, lang];
  return execFileSync(process.env.CARGO ?? "cargo", cargo, { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
}

before(async () => {
  chromium = await browser();
  server = await served(Object.fromEntries(PAGES.map(([what, lang]) => [`/${what}.${lang}`, written(what, lang)])));
});
after(async () => {
  await chromium?.close();
  await server?.close();
});

for (const [what, lang] of PAGES) {
  test(`axe-core finds nothing to object to, closed and wide, open and narrow: ${what}, ${lang}`, async () => {
    const { page, wrong } = await watched(chromium, { viewport: { width: 1100, height: 900 } });
    await page.goto(`${server.url}/${what}.${lang}`);
    await page.evaluate(axe);
    for (const [open, width] of [[false, 1100], [true, 360]]) {
      await page.$$eval("details", (all, open) => all.forEach((one) => { one.open = open; }), open);
      await page.setViewportSize({ width, height: 900 });
      const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      assert.ok(found.passes.length > 20, "axe looked at the page");
      assert.deepEqual(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, `${width} wide`);
    }
    assert.deepEqual(wrong, []);
    await page.close();
  });
}

test("without scripts: every picture is named and told, and what the list of contents names is there", async () => {
  const { page, wrong } = await watched(chromium, { javaScriptEnabled: false });
  await page.goto(`${server.url}/district.nl`);
  assert.equal(await page.locator("nav a").count() > 10, true);
  const pictures = page.getByRole("img");
  assert.equal(await pictures.count() > 40, true);
  const names = await pictures.evaluateAll((all) => all.map((one) => one.getAttribute("aria-labelledby").split(" ").map((id) => one.ownerDocument.getElementById(id)?.textContent ?? "")));
  assert.ok(names.every(([title, desc]) => title && desc.length > 20));
  assert.equal(new Set(names.map(([title]) => title)).size > names.length / 2, true);
  await page.click("nav a[href='#h3']");
  assert.deepEqual(wrong, []);
  await page.close();
});

test("on paper: A4, no list of contents, tables only where they were opened", async () => {
  const { page } = await watched(chromium);
  await page.goto(`${server.url}/district.nl`);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.isVisible("nav"), false);
  assert.equal(await page.locator("table").first().isVisible(), false);
  await page.locator("details:has(table)").first().evaluate((one) => { one.open = true; });
  assert.equal(await page.locator("table").first().isVisible(), true);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf);
  assert.deepEqual([Math.round(box[1]), Math.round(box[2])], [595, 842]);
  await page.close();
});
