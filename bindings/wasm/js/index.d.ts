/// <reference lib="esnext.disposable" />
import type {
  AdviceDocument,
  AnswersDocument,
  CaseDocument,
  CaseworkDocument,
  ChecklistDocument,
  ComparisonDocument,
  CooperationDocument,
  DistrictTeamDocument,
  ErrorDocument,
  FactsDocument,
  HousePlanDocument,
  Kind,
  KnowledgeEntry,
  KnowledgeList,
  NetworkDocument,
  NetworkReportDocument,
  ObservationList,
  ReviewDocument,
  RuleFile,
  ScheduleDocument,
  SchedulePlanDocument,
  TextPack,
  VisionDocument,
  VisionChoices,
  VoteResultDocument,
  WhyDocument,
} from "./documents.js";

export type * from "./documents.js";

/** What is only read: objects that may not change go in too. */
type Read<T> = T extends object ? { readonly [Key in keyof T]: Read<T[Key]> } : T;

/** A case: an object, or JSON text. */
export type Case = Read<CaseDocument> | string;

/** A language of the package, or of a text pack that was loaded. Dutch is always there. */
export type Lang = "nl" | "en" | (string & {});

export interface InText {
  /** The language of the answer; `nl` unless another is asked for. */
  lang?: Lang;
}

export interface Decided extends InText {
  /** The rules that decide; the built-in ones unless others are given. */
  rules?: Rules;
}

/**
 * A job: it takes what is named and gives an object back. `.json` gives the same answer as text, the very bytes
 * that raakvlak gives in Rust and in Python.
 */
export interface Job<Given extends unknown[], Answer> {
  (...given: Given): Answer;
  json(...given: Given): string;
}

export interface InitOptions {
  /** Languages to load beside Dutch, or text packs of one's own. */
  texts?: Array<"en" | TextPack | (string & {})>;
  /**
   * Loads the whole module, with every job and rules of one's own. Without it a page gets the small one, half as
   * large: `advise`, `houses`, `draw` and text packs. In Node it is always the whole one.
   */
  whole?: boolean;
  /** The module asked for, where the package's own file cannot be fetched: its bytes, or compiled. */
  module?: BufferSource | WebAssembly.Module;
}

/**
 * Starts raakvlak; everything else waits for it. A second call does nothing again, beyond loading texts, or the
 * whole module where the small one ran.
 *
 * @throws {RaakvlakError} `file.unreadable` where a file of the package cannot be had; try again later.
 */
export function init(options?: InitOptions): Promise<void>;

/**
 * Loads the texts of one more language: one of the package, or a text pack (an object or JSON text).
 *
 * @throws {RaakvlakError} `value.unknown` for a language that the package does not bring; `file.unreadable`.
 */
export function loadTexts(pack: "en" | TextPack | (string & {})): Promise<void>;

/** What a case asks for, why, and what to ask next. */
export const advise: Job<[given: Case, options?: Decided], AdviceDocument>;

/** Which houses to explain to parents, where the conversation stands, and what to say. */
export const houses: Job<[given: Case, options?: Decided], HousePlanDocument>;

/** The worksheet for a case discussion. In the whole module. */
export const casework: Job<[given: Case, options?: Decided], CaseworkDocument>;

/** What one team answered in one wave, and what it chose: an object, or JSON text. */
export type Answers = Read<AnswersDocument> | string;

/**
 * The checklist of one team, for its own conversation: figures, what to talk about, what was chosen, and the whole
 * plan. It is not for publication: small groups stand in it as they are. In the whole module.
 *
 * @throws {RaakvlakError} `checklist.*`
 */
export const teamChecklist: Job<[answers: Answers, options?: Decided], ChecklistDocument>;

/**
 * The whole reasoning for one advice, also when it does not apply. In the whole module.
 *
 * @throws {RaakvlakError} `advice.unknown`
 */
export const why: Job<[given: Case, advice: string, options?: Decided], WhyDocument>;

/** What changed between two states of a case, and through which statement. In the whole module. */
export const compare: Job<[old: Case, now: Case, options?: Decided], ComparisonDocument>;

export interface DrawOptions extends Decided {
  /**
   * `plan`: the houses that apply, which is next, and which are kept back. `told`: what parents may see now.
   * `all`: the whole card. Or one house. `plan` unless another is asked for.
   */
  show?: "plan" | "told" | "all" | "green" | "orange" | "red";
}

/**
 * The card with the houses, as SVG text: safe to put in a page, without scripts or links.
 *
 * @throws {RaakvlakError} `houses.nothing-to-show` where there is no house yet that parents may see.
 */
export function draw(given: Case, options?: DrawOptions): string;

/** A learning network: an object, or JSON text. */
export type Network = Read<NetworkDocument> | string;

/**
 * Learning networks: what they lack, when they meet, what they chose, what they reached. Nothing changes the network
 * that is handed in. In the whole module.
 */
export const network: {
  /** What goes well, what is lacking and what is not known: advice, never a lock. */
  review: Job<[given: Network, options?: Decided], ReviewDocument>;
  /** The network with its sessions planned; what was held stays, what is moved keeps its id. */
  plan: Job<[given: Network, schedule: Read<ScheduleDocument> | string, options?: InText], SchedulePlanDocument>;
  /** A vote, counted; which one need not be said where there is one. Ties stay ties. */
  vote: Job<[given: Network, options?: InText & { vote?: string }], VoteResultDocument>;
  /** What was reached, for those whom it concerns; `wall` is one page to be hung up. */
  report: Job<
    [given: Network, audience: "participants" | "managers" | "municipality" | "wall", options?: Decided],
    NetworkReportDocument
  >;
  /** The sessions as iCalendar text; a later calendar of the same network updates the first. */
  calendar(given: Network, options?: InText & { made?: Date }): string;
};

/**
 * A review of the cooperation of formal and informal organisations; with the learning network that it belongs to, what
 * it says of that network is checked. In the whole module.
 */
export const cooperation: Job<
  [given: Read<CooperationDocument> | string, options?: Decided & { network?: Network }],
  ReviewDocument
>;

/** A review of a district team and its municipality. In the whole module. */
export const districtTeam: Job<[given: Read<DistrictTeamDocument> | string, options?: Decided], ReviewDocument>;

/** An organisation's own vision, from the parts of the knowledge with its own accents. In the whole module. */
export const vision: Job<[given: Read<VisionChoices> | string, options?: InText], VisionDocument>;

/** Every figure and finding of the sources; with a day, whether it has to be checked again. In the whole module. */
export const facts: Job<[options?: InText & { on?: string }], FactsDocument>;

export interface PictureOptions extends Decided {
  /** The network of which `phases` is, or the case of which `overlap`, `ecogram` and `lifeline` are. */
  of?: Network | Case;
  /** The day on which an infographic is read: figures that have to be checked again are marked. */
  on?: string;
}

/** A picture beside the card with the houses, as SVG text. In the whole module. */
export function picture(
  name: "phases" | "pillars" | "competences" | "overlap" | "ecogram" | "lifeline" | "infographic",
  options?: PictureOptions,
): string;

/**
 * A page to print that hangs on no document: the form of the checklist, the worksheet of an improvement plan, what
 * managers can start a policy from. A page of HTML by itself, where no other format is asked for. In the whole module.
 */
export function page(
  name: "checklist-form" | "checklist-form-elderly-care" | "improvement-form" | "manager-trajectory",
  options?: InText & { format?: "html" | "markdown" | "text" },
): string;

/** Everything that can be stated, about a case where nothing else is asked for, with the question that settles it. In the whole module. */
export const observations: Job<
  [options?: InText & { about?: "case" | "organisation" | "network" | "cooperation" | "district-team" }],
  ObservationList
>;

/** What is known, with sources. In the whole module. */
export const knowledge: {
  /** The entries, of one kind or all. */
  list: Job<[options?: InText & { kind?: Kind }], KnowledgeList>;
  /** One entry. Throws `knowledge.unknown`. */
  show: Job<[id: string, options?: InText], KnowledgeEntry>;
  /** The entries with all these words; hits in the heading come first. */
  search: Job<[words: string, options?: InText], KnowledgeList>;
};

/** The rules that decide: a handle on rules inside the module. Rules of one's own are in the whole module. */
export class Rules {
  private constructor();
  /** The built-in rules. */
  static builtin(): Rules;
  /** The built-in rules with a TOML file of one's own laid over them. Throws `rule.*` and `document.*`. */
  static fromToml(toml: string): Rules;
  /** The built-in rules with a JSON file of one's own laid over them. Throws `rule.*` and `document.*`. */
  static fromJson(json: RuleFile | string): Rules;
  /** The digest of the knowledge with everything laid over it: the same digest, the same answers. */
  get digest(): string;
  /** Gives the memory back now. Left undone, it is given back when the handle is collected. */
  free(): void;
  [Symbol.dispose](): void;
}

/** What the glue itself may find wrong, beside the codes of `raakvlak.error.v1`. */
export type GlueCode =
  | "init.missing"
  | "init.small"
  | "texts.missing"
  | "value.unreadable"
  | "rules.freed"
  | "module.failed";

/** A mistake in what was handed in: a stable code, plain words, the place, and what to do about it. */
export class RaakvlakError extends Error {
  constructor(error: Pick<ErrorDocument, "message"> & { code: ErrorDocument["code"] | GlueCode; path?: string; help?: string }, options?: ErrorOptions);
  name: "RaakvlakError";
  /** The stable code, such as `facet.unknown`. */
  code: ErrorDocument["code"] | GlueCode;
  /** The place, as a JSON path; empty where the mistake has no place. */
  path: string;
  /** What to do about it, where there is something to say. */
  help: string | undefined;
}
