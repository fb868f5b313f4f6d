// The houses for parents: questions in, the plan and the picture out. All of it is decided by raakvlak; here it is shown.
import { draw, houses, init, knowledge, loadTexts, observations } from "raakvlak";

/** What the plan goes by, in the order of a conversation. */
const GROUPS = {
  safety: ["safety.concern", "safety.child-unsafe", "safety.suicide-concern"],
  contact: ["trust", "image.checked", "image.explanation-needed", "alignment.one-line"],
  family: ["upbringing.some-aspects-not-well", "problems.persist", "problems.worse", "help.circle-enough"],
  help: ["help.voluntary-consented", "help.voluntary-enough"],
  explained: ["explained.green", "explained.orange", "explained.red"],
};

const WORDS = {
  nl: {
    title: "De huizen: een gesprek met ouders voorbereiden",
    intro: "Wat weet je van dit gesprek? Je ziet meteen welke huizen bij de uitleg horen, waar je staat en wat je kunt zeggen. De huizen leggen uit; ze zeggen niets over een gezin.",
    language: "Taal", for: "Voor", professional: "de professional", parents: "ouders", print: "Afdrukken", reset: "Opnieuw beginnen",
    questions: "Wat je weet", "unknown-is-fine": "Weet je iets niet? Laat het dan op ‘onbekend’ staan.",
    footer: "Alles gebeurt op deze pagina: wat je invult gaat nergens heen en wordt niet bewaard.",
    safety: "Veiligheid", contact: "Het contact", family: "Het gezin", help: "De hulp", explained: "Wat al is uitgelegd",
    unknown: "onbekend", yes: "ja", no: "nee", declined: "liever niet gezegd", none: "nog niet", beginning: "een begin", basis: "een basis",
    picture: "De kaart", houses: "Welke huizen", applies: "hoort bij de uitleg", open: "nog niet te zeggen", "not-now": "nu niet", next: "nu aan de beurt", told: "uitgelegd",
    because: "Omdat", ask: "Vraag eerst", step: "Stap", of: "van", gate: "Voor de volgende stap is nodig", back: "Je gaat een stap terug: jij en de ouders zitten niet meer op één lijn.",
    say: "Zeggen", "ask-now": "Vragen", do: "Doen", avoid: "Liever niet", now: "Nu in het gesprek", source: "Bron",
    nothing: "Deze kaart komt later in het gesprek aan de orde.",
    also: "Ook van belang", "ask-first": "Vragen die nu het meest verder helpen",
    "for-parents": "Zo werkt hulp voor ouders en kinderen", changed: "Het plan is bijgewerkt", failed: "Dit kan niet worden geladen",
  },
  en: {
    title: "The houses: preparing a conversation with parents",
    intro: "What do you know about this conversation? You see at once which houses belong to the explanation, where you are and what you can say. The houses explain; they say nothing about a family.",
    language: "Language", for: "For", professional: "the professional", parents: "parents", print: "Print", reset: "Start again",
    questions: "What you know", "unknown-is-fine": "Is there something you do not know? Leave it at ‘not known’.",
    footer: "Everything happens on this page: what you fill in goes nowhere and is not kept.",
    safety: "Safety", contact: "The contact", family: "The family", help: "The help", explained: "What was explained already",
    unknown: "not known", yes: "yes", no: "no", declined: "preferred not to say", none: "not yet", beginning: "a beginning", basis: "a basis",
    picture: "The card", houses: "Which houses", applies: "belongs to the explanation", open: "cannot be said yet", "not-now": "not now", next: "to be explained now", told: "explained",
    because: "Because", ask: "Ask first", step: "Step", of: "of", gate: "The next step needs", back: "You go back a step: you and the parents no longer agree.",
    say: "Say", "ask-now": "Ask", do: "Do", avoid: "Better not", now: "Now in the conversation", source: "Source",
    nothing: "This card comes later in the conversation.",
    also: "Also of importance", "ask-first": "Questions that now help most",
    "for-parents": "How help for parents and children works", changed: "The plan is up to date", failed: "This cannot be loaded",
  },
};

const at = (id) => document.getElementById(id);
const stated = {};
let lang = "nl";
let questions = new Map();

/** An element with attributes and children; text goes in as text. */
function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.flat().filter((child) => child !== undefined && child !== false));
  return element;
}

const word = (key) => WORDS[lang][key];
const asked = (id) => questions.get(id)?.question[lang] ?? id;
const valueWord = (value) => word(value === true ? "yes" : value === false ? "no" : value) ?? String(value);

function page() {
  document.documentElement.lang = lang;
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = word(element.dataset.text);
  questions = new Map(observations({ lang }).map((entry) => [entry.id, entry]));
  const groups = Object.entries(GROUPS).map(([name, ids]) => [el("h3", {}, word(name)), ids.map(question)]);
  at("groups").replaceChildren(...groups.flat(2));
  plan();
}

function question(id) {
  const { kind, values } = questions.get(id);
  const known = kind === "flag" ? [true, false] : values;
  // Not known comes first and is what stands there until something is said.
  const options = [undefined, ...known, "declined"].map((value) => {
    const input = el("input", { type: "radio", name: id, value: String(value) });
    input.defaultChecked = value === undefined;
    input.checked = stated[id] === value;
    input.addEventListener("change", () => {
      if (value === undefined) delete stated[id];
      else stated[id] = value;
      plan();
    });
    return el("label", {}, input, value === undefined ? word("unknown") : valueWord(value));
  });
  return el("fieldset", { class: "question" }, el("legend", {}, asked(id)), el("div", { class: "options" }, options));
}

function plan() {
  const given = { schema: "raakvlak.case.v1", sector: "youth-care", people: [], circumstances: stated };
  const answer = houses(given, { lang });
  const parents = document.querySelector("[name=for]:checked").value === "parents";
  at("plan").classList.toggle("for-parents", parents);
  document.body.classList.toggle("parents", parents);
  at("title").textContent = document.title = word(parents ? "for-parents" : "title");
  // Parents get a page of their own: nothing of it speaks about them.
  const before = at("notices").childElementCount;
  at("notices").replaceChildren(...(parents ? [] : answer.notices.flatMap(notice)));
  // What goes before everything is also seen first, wherever the page stood.
  if (at("notices").childElementCount > before) at("notices").scrollIntoView({ block: "nearest" });
  if (parents) forParents(given, answer);
  else forProfessional(given, answer);
  at("plan").hidden = false;
  // For who hears the page: what changed, and to parents not what they may not see yet.
  const order = answer.order.map((house) => answer.houses.find((one) => one.house === house).label);
  at("status").textContent = parents ? word("changed") : `${word("changed")}: ${order.join("; ")}`;
}

function notice({ label, text, points }) {
  return [el("h2", {}, label), el("p", {}, text), el("ul", {}, points.map((point) =>
    el("li", {}, el("strong", {}, point.label), " ", point.text)))];
}

/** The picture is ours and holds no script; it names itself for who cannot see it. */
function picture(given, show) {
  at("picture").innerHTML = draw(given, { show, lang });
}

function forProfessional(given, answer) {
  picture(given, "plan");
  at("picture").prepend(el("h2", {}, word("picture")));
  at("houses").replaceChildren(
    el("h2", {}, word("houses")),
    el("ol", { class: "houses" }, answer.houses.map((one) => {
      const state = one.house === answer.next ? word("next") : one.explained === true && one.status === "applies" ? word("told") : word(one.status);
      return el("li", { class: one.house },
        el("strong", {}, one.label), ` – ${state}`,
        one.because.length > 0 && el("small", {}, `${word("because")}: `, one.because.map(fact).join("; ")),
        one.settled_by.length > 0 && el("small", {}, `${word("ask")}: ${asked(one.settled_by[0])}`),
        el("small", {}, `${word("source")}: ${one.source.document}, ${one.source.section}`));
    })),
    ...step(answer.step),
    ...points("also", answer.advice.filter(({ status }) => status === "applies").map(point)),
    ...points("ask-first", answer.ask_next.slice(0, 3).map(({ question }) => el("li", {}, question))),
  );
  const parts = [["say", answer.talk.say], ["ask-now", answer.talk.ask], ["do", answer.talk.do], ["avoid", answer.talk.avoid]];
  const said = parts.filter(([, points]) => points.length > 0);
  at("talk").replaceChildren(el("h2", {}, word("now")), ...said.map(([name, points]) =>
    el("details", { open: "" }, el("summary", {}, word(name)), el("ul", {}, points.map(point)))));
}

/** A heading with a list under it, where there is something in the list. */
const points = (name, list) => (list.length > 0 ? [el("h3", {}, word(name)), el("ul", {}, list)] : []);

const fact = ({ observation, value }) => `${asked(observation)} ${valueWord(value)}`;

function step({ current, label, gate, back }) {
  return [
    el("h3", {}, `${word("step")} ${current} ${word("of")} 4: ${label}`),
    back && el("p", {}, word("back")),
    gate && el("p", {}, el("strong", {}, `${word("gate")}: ${gate.label}.`), ` ${gate.text}`),
  ].filter(Boolean);
}

function point({ label, text, parents, caveat }) {
  return el("li", {}, el("strong", {}, label), el("br"), parents ? el("q", {}, parents) : text,
    parents && el("small", {}, text), caveat && el("small", {}, caveat));
}

function forParents(given, answer) {
  const shown = answer.houses.filter(({ house }) => answer.shown.includes(house));
  at("houses").replaceChildren();
  at("talk").replaceChildren();
  if (shown.length === 0) {
    at("picture").replaceChildren(el("p", {}, word("nothing")));
    return;
  }
  picture(given, "told");
  at("houses").replaceChildren(el("ol", { class: "houses" }, shown.map(({ house, label }) => el("li", { class: house },
    el("h2", {}, label), el("q", {}, knowledge.show(`house.${house}`, { lang }).parents[lang])))));
}

at("lang").addEventListener("change", async ({ target }) => {
  try {
    await loadTexts(target.value);
    lang = target.value;
    page();
  } catch (error) {
    failed(error);
  }
});
at("for").addEventListener("change", plan);
at("print").addEventListener("click", () => window.print());
at("questions").addEventListener("submit", (event) => event.preventDefault());
at("questions").addEventListener("reset", () => {
  for (const id of Object.keys(stated)) delete stated[id];
  plan();
});

try {
  await init({ whole: true });
  page();
} catch (error) {
  failed(error);
}

function failed(error) {
  at("failed").textContent = `${word("failed")}: ${error.message}`;
  at("failed").hidden = false;
}
