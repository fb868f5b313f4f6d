// The vectors of tests/vectors: `outcome` asks the package, in Node or in a browser; `differences` says in what the
// outcome is not what the vector states.

/** What the package makes of a vector: the answer as text, or the code and path of the error. */
export function outcome(raakvlak, vector) {
  const { Rules, advise, casework, compare, draw, houses, knowledge, observations, teamChecklist, why } = raakvlak;
  const { cooperation, districtTeam, facts, network, page, picture, vision } = raakvlak;
  const { lang, given, on } = vector;
  try {
    const rules = laidOver(Rules, vector.rules);
    const decides = { lang, rules };
    switch (vector.job) {
      case "advise": return { text: advise.json(vector.case, decides) };
      case "houses": return { text: houses.json(vector.case, decides) };
      case "casework": return { text: casework.json(vector.case, decides) };
      case "checklist": return { text: teamChecklist.json(vector.answers, decides) };
      case "why": return { text: why.json(vector.case, vector.advice, decides) };
      case "compare": return { text: compare.json(vector.old, vector.new, decides) };
      case "draw": return { text: draw(vector.case, { ...decides, show: vector.show }) };
      case "network-review": return { text: network.review.json(given, decides) };
      case "network-plan": return { text: network.plan.json(given, vector.schedule, { lang }) };
      case "network-vote": return { text: network.vote.json(given, { lang, vote: vector.vote }) };
      case "network-report": return { text: network.report.json(given, vector.audience, decides) };
      case "network-calendar": return { text: network.calendar(given, { lang, made: new Date(vector.made) }) };
      case "cooperation": return { text: cooperation.json(given, { ...decides, network: vector.network }) };
      case "page": return { text: page(vector.page, { lang, format: vector.format }) };
      case "district-team": return { text: districtTeam.json(given, decides) };
      case "vision": return { text: vision.json(given, { lang }) };
      case "facts": return { text: facts.json({ lang, on }) };
      case "picture": return { text: picture(vector.picture, { ...decides, of: given, on }) };
      case "knowledge-list": return { text: knowledge.list.json({ lang, kind: vector.kind }) };
      case "knowledge-show": return { text: knowledge.show.json(vector.id, { lang }) };
      case "knowledge-search": return { text: knowledge.search.json(vector.words, { lang }) };
      case "observations": return { text: observations.json({ lang, about: vector.about }) };
      case "rules": return { text: JSON.stringify({ digest_differs: rules.digest !== Rules.builtin().digest }) };
      default: throw new Error(`there is no job ${vector.job}`);
    }
  } catch (error) {
    if (error.name !== "RaakvlakError") throw error;
    return { error: { code: error.code, path: error.path } };
  }
}

function laidOver(Rules, rules) {
  if (rules === undefined) return undefined;
  return typeof rules === "string" ? Rules.fromToml(rules) : Rules.fromJson(rules);
}

/** What is not as the vector states: `{ path, expected, got }` each, none where all is well. */
export function differences(vector, { text, error }) {
  const found = [];
  const same = (path, got, expected) => {
    if (JSON.stringify(got) !== JSON.stringify(expected)) found.push({ path, expected, got });
  };
  const stated = ["expect", "answer", "error"].filter((key) => key in vector);
  if (stated.length !== 1) return [{ path: "$", expected: "one of expect, answer and error", got: stated }];
  if (vector.error) {
    same("error.code", error?.code, vector.error.code);
    same("error.path", error?.path, vector.error.path);
  } else if (error) {
    same("error", error, undefined);
  } else if ("answer" in vector) {
    if (text !== vector.answer) found.push(firstDifference(vector.job, vector.answer, text));
  } else {
    const judge = { advise: judgeAdvice, houses: judgeHouses, checklist: judgeChecklist }[vector.job] ?? judgeAsIs;
    judge(vector.expect, JSON.parse(text), same);
  }
  return found;
}

const ids = (facts) => facts.map((fact) => fact.observation);

/** Calls the judge of every key, and refuses a key that none judges: it would state nothing. */
function each(expect, judges) {
  for (const [key, wanted] of Object.entries(expect)) {
    if (!judges[key]) throw new Error(`expect.${key} is not known`);
    judges[key](wanted);
  }
}

function asking(answer, same) {
  return {
    ask_first: (wanted) => same("$.ask_next[0].observation", answer.ask_next[0]?.observation, wanted),
    never_asked: (wanted) =>
      wanted.forEach((id) => same(`$.ask_next[${id}]`, answer.ask_next.some((asked) => asked.observation === id), false)),
    notices: (wanted) => same("$.notices", answer.notices.map((notice) => notice.id), wanted),
  };
}

function judgeAdvice(expect, answer, same) {
  each(expect, {
    ...asking(answer, same),
    focus_first: (wanted) => same("$.focus[0].id", answer.focus[0]?.id, wanted),
    advice: (list) => list.forEach((wanted) => {
      const about = ({ about }) => (about === "case" ? about : [...about.between].sort());
      const asked = wanted.about === undefined || wanted.about === "case" ? wanted.about : [...wanted.about].sort();
      const of = answer.advice.filter((advice) =>
        advice.id === wanted.id && (asked === undefined || JSON.stringify(about(advice)) === JSON.stringify(asked)));
      const path = `$.advice[${wanted.id}]`;
      if (of.length === 0) return same(path, "absent", "there");
      // Where the pair is left open, one pair for which all of it holds will do.
      const tries = of.map((advice) => {
        const found = [];
        const compare = (at, got, expected) => JSON.stringify(got) !== JSON.stringify(expected) && found.push([at, got, expected]);
        each(wanted, {
          id: () => {},
          about: () => {},
          status: (status) => compare(`${path}.status`, advice.status, status),
          because: (because) => compare(`${path}.because`, ids(advice.because), because),
          settled_by: (by) => compare(`${path}.settled_by`, advice.settled_by, by),
        });
        return found;
      });
      if (!tries.some((found) => found.length === 0)) tries[0].forEach((found) => same(...found));
    }),
  });
}

function judgeHouses(expect, answer, same) {
  const house = (name) => answer.houses.find((one) => one.house === name);
  each(expect, {
    ...asking(answer, same),
    order: (wanted) => same("$.order", answer.order, wanted),
    next: (wanted) => same("$.next", answer.next, wanted),
    step: (wanted) => same("$.step.current", answer.step.current, wanted),
    back: (wanted) => same("$.step.back", answer.step.back, wanted),
    gate: (wanted) => same("$.step.gate.id", answer.step.gate?.id ?? null, wanted),
    needs: (wanted) => same("$.step.gate.needs", answer.step.gate?.needs.map((one) => one.comparison) ?? [], wanted),
    houses: (wanted) =>
      Object.entries(wanted).forEach(([name, status]) => same(`$.houses[${name}].status`, house(name)?.status, status)),
    because: (wanted) =>
      Object.entries(wanted).forEach(([name, because]) => same(`$.houses[${name}].because`, ids(house(name).because), because)),
    advice: (wanted) => Object.entries(wanted).forEach(([id, status]) =>
      same(`$.advice[${id}].status`, answer.advice.find((advice) => advice.id === id)?.status, status)),
  });
}

function judgeChecklist(expect, answer, same) {
  const advice = (id) => answer.advice.find((one) => one.id === id);
  const scores = (id) => [...answer.items, ...answer.blocks].find((one) => one.id === id)?.outcome;
  each(expect, {
    medians: (wanted) => Object.entries(wanted).forEach(([id, median]) =>
      same(`$.outcome[${id}].figures.median`, scores(id) && (scores(id).figures?.median ?? null), median)),
    advice: (wanted) => Object.entries(wanted).forEach(([id, status]) => same(`$.advice[${id}].status`, advice(id)?.status, status)),
    because: (wanted) =>
      Object.entries(wanted).forEach(([id, because]) => same(`$.advice[${id}].because`, ids(advice(id).because), because)),
    candidates: (wanted) => same("$.candidates", answer.candidates.map(({ tied }) => tied.map(({ id }) => id)), wanted),
    chosen: (wanted) => same("$.choice.chosen", answer.choice?.chosen.map(({ id }) => id) ?? null, wanted),
    undecided: (wanted) => same("$.choice.undecided", answer.choice?.undecided?.tied ?? null, wanted),
  });
}

function judgeAsIs(expect, answer, same) {
  for (const [key, wanted] of Object.entries(expect)) same(`$.${key}`, answer[key], wanted);
}

/** Where two texts part: the path in JSON, or the place in a picture. */
function firstDifference(job, expected, got) {
  const place = [...expected].findIndex((letter, i) => letter !== got[i]);
  const around = (text) => text.slice(Math.max(0, place - 20), place + 40);
  if (!["draw", "picture", "page", "network-calendar"].includes(job)) {
    const path = parting(JSON.parse(expected), JSON.parse(got), "$");
    if (path) return { path, expected: around(expected), got: around(got) };
  }
  return { path: `character ${place}`, expected: around(expected), got: around(got) };
}

function parting(one, other, path) {
  if (JSON.stringify(one) === JSON.stringify(other)) return undefined;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return path;
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = parting(one[key], other[key], Array.isArray(one) ? `${path}[${key}]` : `${path}.${key}`);
    if (found) return found;
  }
  return path;
}
