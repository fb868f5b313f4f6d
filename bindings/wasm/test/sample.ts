// A program as a user writes one: it only has to pass the compiler, in strict mode.
import {
  advise,
  draw,
  houses,
  init,
  knowledge,
  RaakvlakError,
  Rules,
  type Advised,
  type CaseDocument,
  type HousePlanDocument,
  type Status,
} from "raakvlak";

await init({ texts: ["en"], whole: true });

const talk: CaseDocument = {
  schema: "raakvlak.case.v1",
  sector: "youth-care",
  people: [{ id: "father", role: "parent" }],
  circumstances: { trust: "basis", "image.checked": true, "safety.child-unsafe": "declined" },
};

// A status tells what there is: reasons where it is settled, a question where it is open.
function say(advice: Advised): string {
  switch (advice.status) {
    case "applies":
    case "not-now": {
      const nothing: [] = advice.settled_by;
      return `${nothing.length} because ${advice.because.map((fact) => fact.observation).join()}`;
    }
    case "open": {
      const nothing: [] = advice.because;
      return `${nothing.length} ask ${advice.settled_by[0]}`;
    }
    default: {
      const never: never = advice;
      return never;
    }
  }
}

const plan: HousePlanDocument = houses(talk, { lang: "en" });
const status: Status | undefined = plan.houses.at(0)?.status;
const next: "green" | "orange" | "red" | null = plan.next ?? null;
const text: string = advise.json(JSON.stringify(talk));
const svg: string = draw(talk, { show: "told" });
const first: string | undefined = knowledge.search("trust", { lang: "en" })[0]?.label["en"];
console.log(advise(talk).advice.map(say), status, next, text, svg, first);

{
  using rules = Rules.fromJson({ schema: "raakvlak.rules.v1", off: ["organisation.matching"] });
  console.log(rules.digest);
}

try {
  houses("");
} catch (error) {
  if (error instanceof RaakvlakError && error.code === "document.not-json") console.log(error.path, error.help?.trim());
}

// @ts-expect-error no such sector
houses({ schema: "raakvlak.case.v1", sector: "clinic", people: [] });
// @ts-expect-error no such observation
houses({ schema: "raakvlak.case.v1", sector: "other", people: [], circumstances: { "trust.level": true } });
// @ts-expect-error no such value
houses({ schema: "raakvlak.case.v1", sector: "other", people: [], circumstances: { trust: true } });
// @ts-expect-error no such option
houses(talk, { language: "en" });
// @ts-expect-error rules are not made with new
new Rules();
// @ts-expect-error a document, not its text
const wrong: string = houses(talk);
console.log(wrong);
