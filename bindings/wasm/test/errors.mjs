// Everything that can be handed in wrong, with what must be said of it. The same in Node and in a browser:
// `check` gives back what did not go as it should.

const good = { schema: "raakvlak.case.v1", sector: "youth-care", people: [] };

function nested(depth) {
  let value = {};
  for (let i = 0; i < depth; i += 1) value = { a: value };
  return value;
}

function circle() {
  const value = { ...good };
  value.people = [value];
  return value;
}

const throwing = () => {
  throw new Error("no");
};

/** What is handed in, the code, the path. */
const CASES = {
  "nothing at all": [undefined, "value.wrong-type", "$"],
  "a number": [5, "value.wrong-type", "$"],
  null: [null, "value.wrong-type", "$"],
  "an empty text": ["", "document.not-json", ""],
  "a text that is not JSON": ["{", "document.not-json", "$"],
  "a list": [[], "value.wrong-type", "$"],
  "a function": [() => good, "value.wrong-type", "$"],
  "a Map": [new Map(Object.entries(good)), "value.wrong-type", "$"],
  "a date": [{ ...good, note: new Date() }, "value.wrong-type", "$.note"],
  NaN: [{ ...good, circumstances: { trust: NaN } }, "value.wrong-type", "$.circumstances.trust"],
  "NaN where null may stand": [{ ...good, note: NaN }, "value.wrong-type", "$.note"],
  infinity: [{ ...good, circumstances: { "person.young": Infinity } }, "value.wrong-type", "$.circumstances['person.young']"],
  "a huge number": [{ ...good, circumstances: { trust: 1e300 } }, "value.wrong-type", "$.circumstances.trust"],
  "a huge number as text": [`{"schema": ${"9".repeat(5000)}}`, "document.not-json", "$"],
  "a BigInt": [{ ...good, circumstances: { trust: 10n ** 40n } }, "value.wrong-type", "$.circumstances.trust"],
  "a symbol": [{ ...good, sector: Symbol("x") }, "value.wrong-type", "$.sector"],
  "a hole in a list": [{ ...good, people: [,] }, "value.wrong-type", "$.people[0]"],
  "half a surrogate pair": [{ ...good, note: "\ud83d" }, "document.not-json", "$.note"],
  "half a surrogate pair in a key": [{ ...good, circumstances: { "\udc00": true } }, "document.not-json", "$.circumstances"],
  "half a surrogate pair in JSON text": [JSON.stringify(good).replace("youth", "\ud83d"), "document.not-json", "$"],
  "10,000 objects in each other": [nested(10_000), "document.too-deep", "$"],
  "10,000 objects in each other, as text": ['{"schema":'.repeat(10_000) + "0" + "}".repeat(10_000), "document.too-deep", "$"],
  "10,000 lists in each other, as text": [`{"schema":${"[".repeat(10_000)}`, "document.too-deep", "$"],
  "10,000 lists in a field": [
    `{"schema":"raakvlak.case.v1","sector":"other","people":${"[".repeat(10_000)}${"]".repeat(10_000)}}`,
    "document.too-deep",
    "$",
  ],
  "a circle": [circle(), "document.too-deep", "$"],
  "50 MB that is no JSON": ["x".repeat(50_000_000), "document.not-json", "$"],
  "50 MB in the wrong place": [{ ...good, sector: "x".repeat(50_000_000) }, "value.unknown", "$.sector"],
  "a getter that throws": [{ ...good, get people() { return throwing(); } }, "value.unreadable", "$.people"],
  "a Proxy that throws on reading": [new Proxy(good, { get: throwing }), "value.unreadable", "$.schema"],
  "a Proxy that throws on listing": [{ ...good, people: [new Proxy({}, { ownKeys: throwing })] }, "value.unreadable", "$.people[0]"],
  "a Proxy that was revoked": [(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; })(), "value.unreadable", "$"],
  "an unknown field": [{ ...good, nationality: "x" }, "field.unknown", "$.nationality"],
};

export function check(raakvlak) {
  const { RaakvlakError, Rules, advise, compare, draw, houses, knowledge, why } = raakvlak;
  const wrong = [];

  const expect = (name, job, code, path) => {
    try {
      job();
      wrong.push(`${name}: nothing was thrown`);
    } catch (error) {
      if (!(error instanceof RaakvlakError) || error.code !== code || error.path !== path) {
        wrong.push(`${name}: ${error.name} ${error.code} at ${error.path} (${error.message}), expected ${code} at ${path}`);
      } else if (!error.message || /panick|unreachable|serde/.test(error.message)) {
        wrong.push(`${name}: the message is “${error.message}”`);
      }
    }
    // Nothing is left behind: the next call works.
    const next = houses.json(good);
    if (next !== after) wrong.push(`${name}: the next call gives ${next.slice(0, 80)}`);
  };

  const after = houses.json(good);
  for (const [name, [given, code, path]] of Object.entries(CASES)) {
    expect(name, () => advise(given), code, path);
    expect(`${name}, second of a comparison`, () => compare(good, given), code, path);
  }
  expect("rules: 10,000 lists in each other", () => Rules.fromToml(`a = ${"[".repeat(10_000)}`), "document.not-toml", "");
  expect("rules: 10,000 dots", () => Rules.fromToml(`a${".a".repeat(10_000)} = 1`), "document.not-toml", "");
  expect("rules: no text", () => Rules.fromToml(5), "value.wrong-type", "$");
  expect("rules: NaN", () => Rules.fromJson({ schema: "raakvlak.rules.v1", off: [NaN] }), "value.wrong-type", "$.off[0]");
  expect("rules: an unknown one", () => Rules.fromJson({ schema: "raakvlak.rules.v1", off: ["x"] }), "rule.unknown", "off[0]");
  expect("rules: none of ours", () => advise(good, { rules: {} }), "value.wrong-type", "options.rules");
  expect("an option that is not there", () => advise(good, { language: "en" }), "field.unknown", "options.language");
  expect("options that are no object", () => advise(good, "en"), "value.wrong-type", "options");
  expect("a language that is not there", () => advise(good, { lang: "xx" }), "value.unknown", "");
  expect("a picture that is not there", () => draw(good, { show: "blue" }), "value.unknown", "");
  expect("no picture yet", () => draw(good, { show: "told" }), "houses.nothing-to-show", "");
  expect("knowledge that is no advice", () => why(good, "concept"), "advice.unknown", "");
  expect("an advice that is no text", () => why(good, 5), "value.wrong-type", "advice");
  expect("knowledge that is not there", () => knowledge.show("x"), "knowledge.unknown", "");

  const rules = Rules.builtin();
  rules.free();
  rules.free();
  expect("freed rules", () => advise(good, { rules }), "rules.freed", "options.rules");
  expect("the digest of freed rules", () => rules.digest, "rules.freed", "options.rules");
  return wrong;
}

/** More than the module can hold: it is started afresh, with the rules and texts it had. */
export function exhaust({ Rules, advise, houses }) {
  const rules = Rules.fromJson({ schema: "raakvlak.rules.v1", off: ["organisation.matching"] });
  const before = [rules.digest, houses.json(good), advise.json(good, { rules, lang: "en" })];
  let thrown;
  try {
    advise("9".repeat(500_000_000));
  } catch (error) {
    thrown = `${error.name} ${error.code}`;
  }
  const now = [rules.digest, houses.json(good), advise.json(good, { rules, lang: "en" })];
  return { thrown, same: before.every((text, i) => text === now[i]) };
}

/** Calls before `init`. */
export function early({ Rules, advise, draw, knowledge, observations, loadTexts }) {
  const code = (job) => {
    try {
      job();
      return "nothing";
    } catch (error) {
      return `${error.name} ${error.code}`;
    }
  };
  return Promise.all([
    code(() => advise(good)),
    code(() => advise(NaN)),
    code(() => draw(good)),
    code(() => knowledge.list()),
    code(() => observations()),
    code(() => Rules.builtin()),
    code(() => Rules.fromJson({})),
    loadTexts("en").then(() => "nothing", (error) => `${error.name} ${error.code}`),
  ]);
}
