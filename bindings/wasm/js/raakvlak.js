// Objects in and out; in between, JSON text. What each function is for stands with its type, in index.d.ts.
import { guarded, kept, needs, only, textsIn } from "./engine.js";
import { RaakvlakError } from "./error.js";
import { document, text } from "./text.js";

export { init, loadTexts } from "./engine.js";
export { RaakvlakError };

let inside;
let builtin;

export class Rules {
  // Gives the rules inside the module.
  #handle;

  static {
    inside = (rules) => {
      const wrong = (code, message) => new RaakvlakError({ code, message, path: "options.rules" });
      if (rules === undefined) return (builtin ??= kept((engine) => engine.Rules.builtin()))();
      if (!(rules instanceof Rules && #handle in rules)) throw wrong("value.wrong-type", "these are no Rules");
      if (rules.#handle === undefined) throw wrong("rules.freed", "these rules were freed");
      return rules.#handle();
    };
  }

  static #of(make) {
    const rules = new Rules();
    rules.#handle = kept(make);
    return rules;
  }

  static builtin() {
    return Rules.#of((engine) => engine.Rules.builtin());
  }

  static fromToml(toml) {
    needs((engine) => engine.Rules.fromToml);
    const file = text(toml, "$");
    return Rules.#of((engine) => engine.Rules.fromToml(file));
  }

  static fromJson(json) {
    needs((engine) => engine.Rules.fromJson);
    const file = document(json);
    return Rules.#of((engine) => engine.Rules.fromJson(file));
  }

  get digest() {
    return guarded(() => inside(this).digest());
  }

  free() {
    this.#handle?.().free();
    this.#handle = undefined;
  }

  [Symbol.dispose]() {
    this.free();
  }
}

/**
 * A function that hands JSON text to the module and gives back what the module answers, as an object; with
 * `.json` on it the same, as the text that the module wrote.
 *
 * @param {string} name what it is called inside the module
 * @param {string[]} options what may stand in the options
 * @param {(engine, asked, ...given) => string} call
 */
function job(name, options, call) {
  const json = (...given) => {
    needs((engine) => engine[name]);
    // The options come last, after as many arguments as the call has.
    const asked = given[call.length - 2] ?? {};
    only(asked, options);
    return guarded((engine) => call(engine, asked, ...given));
  };
  return Object.assign((...given) => JSON.parse(json(...given)), { json });
}

const rulesOf = ({ rules }) => inside(rules);
const textsOf = ({ lang }) => textsIn(lang);
const DECIDES = ["lang", "rules"];

export const advise = job("advise", DECIDES, (engine, asked, given) =>
  engine.advise(document(given), rulesOf(asked), textsOf(asked)));

export const houses = job("houses", DECIDES, (engine, asked, given) =>
  engine.houses(document(given), rulesOf(asked), textsOf(asked)));

export const casework = job("casework", DECIDES, (engine, asked, given) =>
  engine.casework(document(given), rulesOf(asked), textsOf(asked)));

export const teamChecklist = job("teamChecklist", DECIDES, (engine, asked, answers) =>
  engine.teamChecklist(document(answers), rulesOf(asked), textsOf(asked)));

export const why = job("why", DECIDES, (engine, asked, given, advice) =>
  engine.why(document(given), text(advice, "advice"), rulesOf(asked), textsOf(asked)));

export const compare = job("compare", DECIDES, (engine, asked, old, now) =>
  engine.compare(document(old), document(now), rulesOf(asked), textsOf(asked)));

export const draw = job("draw", [...DECIDES, "show"], (engine, asked, given) =>
  engine.draw(document(given), text(asked.show === undefined ? "plan" : asked.show, "options.show"), rulesOf(asked), textsOf(asked))).json;

const LANG = ["lang"];
const optional = (value, name) => (value === undefined ? undefined : text(value, `options.${name}`));

export const network = {
  review: job("networkReview", DECIDES, (engine, asked, given) =>
    engine.networkReview(document(given), rulesOf(asked), textsOf(asked))),
  plan: job("networkSchedule", LANG, (engine, asked, given, schedule) =>
    engine.networkSchedule(document(given), document(schedule), textsOf(asked))),
  vote: job("networkVote", [...LANG, "vote"], (engine, asked, given) =>
    engine.networkVote(document(given), optional(asked.vote, "vote"), textsOf(asked))),
  report: job("networkReport", DECIDES, (engine, asked, given, audience) =>
    engine.networkReport(document(given), text(audience, "audience"), rulesOf(asked), textsOf(asked))),
  calendar: job("networkCalendar", [...LANG, "made"], (engine, asked, given) =>
    engine.networkCalendar(document(given), moment(asked.made ?? new Date()), textsOf(asked))).json,
};

export const cooperation = job("cooperationReview", [...DECIDES, "network"], (engine, asked, given) => {
  const network = asked.network === undefined ? undefined : document(asked.network);
  return engine.cooperationReview(document(given), network, rulesOf(asked), textsOf(asked));
});

export const districtTeam = job("districtTeamReview", DECIDES, (engine, asked, given) =>
  engine.districtTeamReview(document(given), rulesOf(asked), textsOf(asked)));

export const vision = job("vision", LANG, (engine, asked, given) => engine.vision(document(given), textsOf(asked)));

export const facts = job("facts", [...LANG, "on"], (engine, asked) =>
  engine.facts(optional(asked.on, "on"), textsOf(asked)));

export const page = job("page", [...LANG, "format"], (engine, asked, name) =>
  engine.page(text(name, "name"), optional(asked.format, "format") ?? "html", textsOf(asked))).json;

export const picture = job("picture", [...DECIDES, "of", "on"], (engine, asked, name) =>
  engine.picture(
    text(name, "name"),
    asked.of === undefined ? undefined : document(asked.of),
    optional(asked.on, "on"),
    rulesOf(asked),
    textsOf(asked),
  )).json;

/** A moment as the module reads it: to the second, in UTC. */
function moment(made) {
  if (made instanceof Date && !Number.isNaN(made.valueOf())) return `${made.toISOString().slice(0, 19)}Z`;
  throw new RaakvlakError({ code: "value.wrong-type", message: "this must be a Date", path: "options.made" });
}

export const observations = job("observations", [...LANG, "about"], (engine, asked) =>
  engine.observations(optional(asked.about, "about") ?? "case", textsOf(asked)));

export const knowledge = {
  list: job("knowledgeList", ["lang", "kind"], (engine, asked) =>
    engine.knowledgeList(asked.kind === undefined ? undefined : text(asked.kind, "options.kind"), textsOf(asked))),
  show: job("knowledgeShow", ["lang"], (engine, asked, id) => engine.knowledgeShow(text(id, "id"), textsOf(asked))),
  search: job("knowledgeSearch", ["lang"], (engine, asked, words) => engine.knowledgeSearch(text(words, "words"), textsOf(asked))),
};
