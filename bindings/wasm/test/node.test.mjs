// The installed package in Node: answers, mistakes, size, and what the README promises.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

import { check, early, exhaust } from "./errors.mjs";
import { example, imported, project, root, wasm } from "./support.mjs";

const installed = project();
const packed = join(installed, "node_modules/raakvlak");
const raakvlak = await imported(installed);
const { Rules, RaakvlakError, advise, casework, compare, draw, houses, init, knowledge, loadTexts, observations, teamChecklist, why } = raakvlak;
const talk = example("explaining-the-system");

// The first of all tests: nothing was started yet.
const beforeInit = await early(raakvlak);
const noEnglish = await init().then(() => thrown(() => houses(talk, { lang: "en" })));
await init({ texts: ["en"] });

function thrown(job) {
  try {
    job();
  } catch (error) {
    assert.ok(error instanceof RaakvlakError && error instanceof Error, String(error));
    return { code: error.code, path: error.path, help: error.help };
  }
  return assert.fail("nothing was thrown");
}

test("before init every call says so", () => {
  assert.deepEqual([...new Set(beforeInit)], ["RaakvlakError init.missing"]);
});

test("a language that was not loaded is said, not replaced", () => {
  assert.deepEqual(noEnglish, { code: "texts.missing", path: "options.lang", help: 'await loadTexts("en") first' });
});

test("a case as an object and as text give the same answer, every time", () => {
  assert.deepEqual(houses(talk).order, ["green", "orange"]);
  assert.equal(houses(talk).next, "orange");
  assert.equal(houses.json(JSON.stringify(talk)), houses.json(talk));
  assert.deepEqual(JSON.parse(advise.json(talk)), advise(talk));
});

test("every job answers with its document, in both languages", () => {
  for (const lang of ["nl", "en"]) {
    assert.equal(advise(talk, { lang }).schema, "raakvlak.advice.v1");
    assert.equal(houses(talk, { lang }).schema, "raakvlak.house-plan.v1");
    assert.equal(casework(talk, { lang }).schema, "raakvlak.casework.v1");
    assert.equal(teamChecklist(example("checklist-team"), { lang }).schema, "raakvlak.checklist.v1");
    assert.equal(why(talk, "house.orange", { lang }).schema, "raakvlak.why.v1");
    assert.equal(compare(talk, talk, { lang }).schema, "raakvlak.comparison.v1");
    assert.equal(advise(talk, { lang }).lang, lang);
    assert.ok(knowledge.list({ lang, kind: "house" }).length >= 3);
    assert.equal(knowledge.show("house.green", { lang }).id, "house.green");
    assert.equal(knowledge.search("ecogram", { lang })[0].id, "method.analysis.network");
    assert.ok(observations({ lang }).every(({ question }) => question[lang].endsWith("?")));
    assert.match(draw(talk, { lang }), /^<svg /);
  }
});

test("the texts that are loaded are the bytes that Rust bakes in", () => {
  for (const lang of ["nl", "en"]) {
    for (const [show, name] of [["plan", "houses.plan"], ["told", "houses.told"], ["all", "houses"]]) {
      const picture = readFileSync(join(root, `docs/pictures/${name}.${lang}.svg`), "utf8");
      assert.equal(draw(talk, { show, lang }).trim(), picture.trim(), `${name}.${lang}`);
    }
  }
});

test("rules of one's own decide, whichever way they come", () => {
  const json = { schema: "raakvlak.rules.v1", off: ["organisation.matching"] };
  const toml = 'schema = "raakvlak.rules.v1"\noff = ["organisation.matching"]';
  const rules = [Rules.fromToml(toml), Rules.fromJson(json), Rules.fromJson(JSON.stringify(json))];
  assert.equal(new Set(rules.map(({ digest }) => digest)).size, 1);
  assert.notEqual(rules[0].digest, Rules.builtin().digest);
  for (const one of rules) {
    assert.equal(advise(talk, { rules: one }).knowledge.digest, one.digest);
    assert.equal(houses(talk, { rules: one }).knowledge.digest, one.digest);
    one.free();
  }
  const kept = Rules.builtin();
  kept[Symbol.dispose]();
  assert.equal(thrown(() => kept.digest).code, "rules.freed");
});

test("handles that nobody freed are given back when they are collected", async () => {
  const { memory } = (await import(pathToFileURL(join(packed, "wasm/whole.js")))).initSync();
  const make = () => Rules.fromJson({ schema: "raakvlak.rules.v1", off: ["organisation.matching"] });
  const grown = async (rounds) => {
    const before = memory.buffer.byteLength;
    for (let i = 0; i < rounds; i += 1) {
      make();
      if (i % 100 === 0) await collected();
    }
    return memory.buffer.byteLength - before;
  };
  const first = await grown(300);
  const later = await grown(300);
  // The first round needs room for some; after that, what is given back has to be enough.
  assert.ok(later <= first / 4, `the module grew by ${first} bytes, then by ${later}`);
});

async function collected() {
  const { setFlagsFromString } = await import("node:v8");
  const { runInNewContext } = await import("node:vm");
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  await new Promise((next) => setTimeout(next, 5));
}

test("a text pack brings a further language", async () => {
  await loadTexts({ schema: "raakvlak.texts.v1", lang: "fr", labels: { "house.green": "Maison verte" } });
  const plan = houses(talk, { lang: "fr" });
  assert.equal(plan.lang, "fr");
  assert.equal(plan.houses[0].label, "Maison verte");
  assert.match(plan.houses[1].label, /^\[nl\] /);
  await assert.rejects(loadTexts("xx"), { name: "RaakvlakError", code: "value.unknown" });
  await assert.rejects(loadTexts({ schema: "raakvlak.texts.v1" }), { code: "field.missing", path: "$.lang" });
  await assert.rejects(init({ text: ["en"] }), { code: "field.unknown", path: "options.text" });
});

test("whatever is handed in wrong is a clear error, and the next call works", () => {
  assert.deepEqual(check(raakvlak), []);
});

test("what is right goes through, however large", () => {
  const note = "é".repeat(25_000_000);
  assert.equal(houses.json({ ...talk, note }), houses.json(talk));
  const plain = Object.assign(Object.create(null), talk);
  assert.equal(houses.json(plain), houses.json(talk));
  assert.equal(houses.json({ ...talk, lifeline: undefined }), houses.json(talk));
  assert.equal(houses.json(new Proxy(talk, {})), houses.json(talk));
});

test("a module that ran out of memory is started afresh, with the rules and texts it had", () => {
  assert.deepEqual(exhaust(raakvlak), { thrown: "RaakvlakError module.failed", same: true });
});

test("a module that cannot be had can be tried again", () => {
  const program = `
    import { init, houses } from "raakvlak";
    const first = await init({ module: new Uint8Array([1, 2, 3]) }).catch((error) => error.code);
    await init();
    console.log(first, houses({ schema: "raakvlak.case.v1", sector: "other", people: [] }).order);
  `;
  assert.equal(ran(program), "file.unreadable [ 'green' ]\n");
});

test("what has a status says what settled it, or what would: never both", () => {
  const cases = ["appendix-1", "elderly-care", "almost-unknown", "explaining-the-system"].map(example);
  const seen = new Set();
  const look = (value) => {
    if (typeof value !== "object" || value === null) return;
    if ("status" in value && "because" in value && "settled_by" in value) {
      seen.add(value.status);
      assert.deepEqual(value[value.status === "open" ? "because" : "settled_by"], [], JSON.stringify(value));
    }
    Object.values(value).forEach(look);
  };
  for (const one of cases) [advise(one), houses(one), casework(one), why(one, "house.red")].forEach(look);
  assert.deepEqual([...seen].sort(), ["applies", "not-now", "open"]);
});

for (const page of ["bindings/wasm/README.md", "README.md", "docs/three-languages.md"]) {
  test(`${page} works as it stands there`, () => {
    const text = readFileSync(join(root, page), "utf8");
    const programs = [...text.matchAll(/```js\n([\s\S]*?)```/g)].map(([, program]) => program);
    assert.ok(programs.length >= 1);
    for (const program of programs) {
      const said = [...program.matchAll(/\/\/ → (.*)/g)].map(([, line]) => line);
      assert.deepEqual(ran(program).trimEnd().split("\n"), said);
    }
  });
}

test("answers come a case a line, as the module wrote them", () => {
  const lines = [
    { job: "houses", lang: "nl", case: talk },
    { job: "advise", lang: "en", case: { schema: "raakvlak.case.v1" } },
    { job: "casework", lang: "en", case: talk },
  ].map((line) => JSON.stringify(line)).join("\n");
  const said = execFileSync("node", [join(wasm, "test/answer-cases.mjs"), installed], { input: lines, encoding: "utf8" });
  const [plan, error, sheet] = said.trimEnd().split("\n");
  assert.equal(plan, houses.json(talk));
  assert.deepEqual(JSON.parse(error), { code: "field.missing", path: "$.sector" });
  assert.equal(sheet, casework.json(talk, { lang: "en" }));
});

test("it is small", () => {
  const files = ["index.js", "raakvlak.js", "engine.js", "text.js", "error.js", "wasm/small.js", "wasm/small_bg.wasm"];
  let all = 0;
  for (const file of files) {
    const size = brotli(join(packed, file));
    all += size;
    console.log(`${file}: ${statSync(join(packed, file)).size} bytes, ${size} brotli`);
  }
  console.log(`whole module and glue: ${brotli(join(packed, "wasm/whole_bg.wasm")) + brotli(join(packed, "wasm/whole.js"))} brotli`);
  console.log(`small module, glue and Dutch: ${(all / 1000).toFixed(1)} kB brotli; English: ${brotli(join(packed, "texts/en.json")) / 1000} kB`);
  assert.ok(all <= 121_000, `${all} bytes brotli; the budget is 121,000`);
});

function brotli(file) {
  const bytes = readFileSync(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

function ran(program) {
  const file = join(installed, `program-${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(file, program);
  return execFileSync("node", [file], { cwd: installed, encoding: "utf8" });
}
