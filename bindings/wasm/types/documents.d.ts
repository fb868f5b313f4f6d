// Made by types/generate.mjs from docs/schemas; do not edit.

/** What was seen, as it is handed in: people, differences stated between them, circumstances.
 * 
 * What is absent is not known; it is never taken for a no. No names are needed: an id is
 * any short text. There is no field for ethnicity, nationality or country of birth. */
export type CaseDocument = {
  /** What is stated about the case as a whole, by observation id. */
  circumstances?: {
    "alignment.one-line"?: true | false | "declined";
    "alternatives.discussed"?: true | false | "declined";
    "care.distrust"?: true | false | "declined";
    "care.fear"?: true | false | "declined";
    "care.one-sided-image"?: true | false | "declined";
    "care.phase"?: "contact" | "intake" | "under-way" | "declined";
    "care.recognised"?: true | false | "declined";
    "care.removal-fear"?: true | false | "declined";
    "care.system-unknown"?: true | false | "declined";
    "care.threshold-high"?: true | false | "declined";
    "client.feels-understood"?: true | false | "declined";
    "client.hesitant"?: true | false | "declined";
    "client.open-to-knowledge"?: true | false | "declined";
    "client.openness-probed"?: true | false | "declined";
    "clientele.diverse"?: true | false | "declined";
    "differences.explored"?: true | false | "declined";
    "explained.green"?: true | false | "declined";
    "explained.orange"?: true | false | "declined";
    "explained.red"?: true | false | "declined";
    "family.feels-heard"?: true | false | "declined";
    "family.interests-differ"?: true | false | "declined";
    "family.parents-and-children"?: true | false | "declined";
    "goals.set-together"?: true | false | "declined";
    "help.circle-enough"?: true | false | "declined";
    "help.voluntary-consented"?: true | false | "declined";
    "help.voluntary-enough"?: true | false | "declined";
    "hope.lacking"?: true | false | "declined";
    "image.checked"?: true | false | "declined";
    "image.explanation-needed"?: true | false | "declined";
    "instrument.in-use"?: true | false | "declined";
    "language.shared"?: true | false | "declined";
    "life-world.far-from-system"?: true | false | "declined";
    "life-world.mapped"?: true | false | "declined";
    "lifeline.made"?: true | false | "declined";
    "management.attention-lasts"?: true | false | "declined";
    "management.enables"?: true | false | "declined";
    "network.mapped"?: true | false | "declined";
    "network.origin-country-included"?: true | false | "declined";
    "pair.parent-and-child"?: true | false | "declined";
    "person.newcomer-or-refugee"?: true | false | "declined";
    "person.young"?: true | false | "declined";
    "practical.worries"?: true | false | "declined";
    "problems.persist"?: true | false | "declined";
    "problems.worse"?: true | false | "declined";
    "reflection.own-frame"?: true | false | "declined";
    "safety.child-unsafe"?: true | false | "declined";
    "safety.concern"?: true | false | "declined";
    "safety.suicide-concern"?: true | false | "declined";
    "strengths.discussed"?: true | false | "declined";
    "taboo.in-play"?: true | false | "declined";
    "team.diverse"?: true | false | "declined";
    "training.regular"?: true | false | "declined";
    trust?: "none" | "beginning" | "basis" | "declined";
    "understanding.checked"?: true | false | "declined";
    "upbringing.goals-known"?: true | false | "declined";
    "upbringing.shared-goals"?: true | false | "declined";
    "upbringing.some-aspects-not-well"?: true | false | "declined";
    "vision.own"?: true | false | "declined";
  };
  /** Differences stated between two people. */
  comparisons?: Array<Comparison>;
  /** What is stated about two people in particular; it goes before what is stated about the case. */
  contacts?: Array<Contact>;
  /** The network of the client. */
  ecogram?: Ecogram | null;
  /** What the client has lived through. */
  lifeline?: Lifeline | null;
  /** A free note; never logged, never needed. */
  note?: string | null;
  /** The people, each with a frame of their own; may be empty. */
  people: Array<Person>;
  schema: "raakvlak.case.v1";
  /** The sector of care. */
  sector: Sector;
};

/** A difference between two people on one facet, as somebody states it. */
export type Comparison = {
  /** The ids of the two people, in either order. */
  between: [string, string];
  /** How far they differ. */
  difference: Grade;
  /** The facet, for instance `culture.norms-values`. */
  facet: "culture.norms-values" | "culture.communication" | "culture.view-of-problem" | "culture.dimensions" | "culture.religion" | "culture.orientation" | "culture.parenting-frame" | "capacity.dutch-language" | "capacity.finding-way-in-society" | "capacity.migration-history" | "capacity.being-migrant" | "capacity.specific-arrears" | "capacity.education-level" | "capacity.system-knowledge" | "capacity.health-literacy" | "position.dominant-or-minority" | "position.expected-adaptation" | "position.stereotyping" | "position.exclusion" | "position.power-difference" | "position.social-position" | "position.image-of-care" | "position.socio-economic-status" | "position.socio-cultural-context";
  /** A free note; never logged. */
  note?: string | null;
  /** The id of the person who states it. */
  stated_by?: string | null;
};

/** What is stated about two people in particular, for instance that they share a language. */
export type Contact = {
  /** The ids of the two people, in either order. */
  between: [string, string];
  /** What is stated, by observation id; only observations that may differ per pair. */
  circumstances: {
    "client.feels-understood"?: true | false | "declined";
    "differences.explored"?: true | false | "declined";
    "language.shared"?: true | false | "declined";
    "pair.parent-and-child"?: true | false | "declined";
    "understanding.checked"?: true | false | "declined";
  };
};

/** The network of a client. */
export type Ecogram = {
  /** Whether everyone who matters is in it. Only then is it known who is lacking. */
  complete?: boolean;
  /** People and places in the network, beside the people of the case. */
  members?: Array<Member>;
  /** The ties between members, or between a member and a person of the case. */
  ties: Array<Tie>;
};

/** An event in a life. */
export type Event = {
  /** What it meant to the client, in their own words. */
  meant?: string | null;
  /** What happened, in a few words. */
  what: string;
  /** When: a year, a year and month, or a day (`2015`, `2015-03`, `2015-03-21`); absent when not known. */
  when?: string | null;
};

/** A stated difference, or that it was declined to say. */
export type Grade = 
  /** They have it in common. */
  | "shared"
  /** Partly in common, partly not. */
  | "partly"
  /** They differ. */
  | "different"
  /** Asked, and not answered on purpose. */
  | "declined";

/** What a client has lived through, as they tell it. */
export type Lifeline = {
  /** The events, in the order in which they were told. */
  events: Array<Event>;
};

/** Where a member of the network lives. */
export type Lives = 
  /** In the same home. */
  | "together"
  /** Elsewhere in the Netherlands. */
  | "netherlands"
  /** In the country of origin. */
  | "origin-country"
  /** In another country. */
  | "elsewhere";

/** Someone, or some place, in the network. */
export type Member = {
  /** Any short text that is not empty and not the id of another person. */
  id: string;
  /** What they are to the client. */
  kind?: MemberKind | null;
  /** Where they live. */
  lives?: Lives | null;
  /** A free note; never logged. */
  note?: string | null;
};

/** What a member of the network is to the client. */
export type MemberKind = 
  /** Family. */
  | "family"
  /** A friend. */
  | "friend"
  /** A neighbour. */
  | "neighbour"
  /** School or work. */
  | "school-or-work"
  /** A community of faith, an association, a self-organisation. */
  | "community"
  /** An informal key person or volunteer. */
  | "informal-help"
  /** Professional care. */
  | "care"
  /** Anyone else. */
  | "other";

/** A person in the case. */
export type Person = {
  /** Any short text that is not empty; a name is not needed. */
  id: string;
  /** A free note; never logged. */
  note?: string | null;
  /** The part they have in the case. */
  role: Role;
};

/** How a tie is. */
export type Quality = 
  /** Close. */
  | "strong"
  /** Neither close nor distant. */
  | "ordinary"
  /** Distant. */
  | "weak"
  /** Under strain. */
  | "tense"
  /** Broken off. */
  | "broken";

/** The part a person has in the case. */
export type Role = 
  /** A professional in care. */
  | "professional"
  /** The client, where that is neither parent nor child, such as an older person. */
  | "client"
  /** A parent. */
  | "parent"
  /** A child, of any age. */
  | "child"
  /** Another member of the family. */
  | "other-family"
  /** A key person or volunteer of an informal organisation. */
  | "informal-key-person"
  /** An interpreter. */
  | "interpreter"
  /** Anyone else. */
  | "other";

/** The sector of care. */
export type Sector = 
  /** Youth care. */
  | "youth-care"
  /** Care for older people. */
  | "elderly-care"
  /** A district team. */
  | "district-team"
  /** Any other sector. */
  | "other";

/** A form of support. */
export type Support = 
  /** Help with practical matters. */
  | "practical"
  /** Company. */
  | "company"
  /** Advice. */
  | "advice"
  /** A listening ear, comfort. */
  | "emotional";

/** A tie between two people. */
export type Tie = {
  /** The ids of the two people, in either order. */
  between: [string, string];
  /** A free note; never logged. */
  note?: string | null;
  /** How the tie is; absent when nobody said. */
  quality?: Quality | null;
  /** The support that goes along it. */
  support?: Array<Support>;
};

/** What a case asks for, why, and what to ask next. */
export type AdviceDocument = {
  /** Every advice of the rules, per pair or for the case, in the order of the knowledge. */
  advice: Array<Advised>;
  /** The questions worth asking, the best first. */
  ask_next: Array<Asked>;
  /** What is specific to this case: at most seven, with most of the case behind them first. */
  focus: Array<Point>;
  /** The knowledge that decided. */
  knowledge: Knowledge;
  /** The language of the texts. */
  lang: string;
  /** What goes before everything else. */
  notices: Array<Notice>;
  /** How far the frames of people overlap. */
  overlap: OverlapReport;
  schema: "raakvlak.advice.v1";
  /** What was declined, and on what people differ in what they state. */
  unsettled: Array<Unsettled>;
};

/** An advice, decided. */
export type Advised = {
  /** The two people, or the case. */
  about: PairOrCase;
  /** It holds in every case, whatever is stated. */
  always?: boolean;
  /** The smallest set of statements that settled it, in catalogue order. */
  because: Array<Fact>;
  /** The knowledge id of what it brings. */
  id: string;
  /** What sort of knowledge that is. */
  kind: Kind;
  /** The heading. */
  label: string;
  /** The rules with that status; for an advice that does not hold now, all its rules. */
  rules: Array<string>;
  /** A smallest set of observations that can settle it, first in catalogue order. */
  settled_by: [];
  /** Where it is said. */
  source: Source;
  /** Whether it holds. */
  status: "applies" | "not-now";
  /** What to do. */
  text: string;
} | {
  /** The two people, or the case. */
  about: PairOrCase;
  /** It holds in every case, whatever is stated. */
  always?: boolean;
  /** The smallest set of statements that settled it, in catalogue order. */
  because: [];
  /** The knowledge id of what it brings. */
  id: string;
  /** What sort of knowledge that is. */
  kind: Kind;
  /** The heading. */
  label: string;
  /** The rules with that status; for an advice that does not hold now, all its rules. */
  rules: Array<string>;
  /** A smallest set of observations that can settle it, first in catalogue order. */
  settled_by: Array<string>;
  /** Where it is said. */
  source: Source;
  /** Whether it holds. */
  status: "open";
  /** What to do. */
  text: string;
};

/** A question worth asking. */
export type Asked = {
  /** The two people it is about, or the case. */
  about: PairOrCase;
  /** How many open advices some possible answer settles. */
  can_settle: number;
  /** The observation it settles. */
  observation: string;
  /** The question. */
  question: string;
  /** How many open advices every possible answer settles. */
  settles: number;
};

/** What was stated about one facet. */
export type Facet = {
  /** The grade, or `declined`, or `contested`. */
  answer: string;
  /** The facet. */
  facet: string;
  /** Who stated what, where people differ in what they state. */
  views?: Array<View>;
};

/** A statement: an observation and its value. */
export type Fact = {
  /** The observation. */
  observation: string;
  /** True or false, or the name of a grade or step. */
  value: Stated;
};

/** What sort of knowledge an entry is. */
export type Kind = 
  /** A term with one meaning. */
  | "concept"
  /** One of the three aspects of a frame of reference. */
  | "aspect"
  /** A part of an aspect, on which two people can be compared. */
  | "facet"
  /** What follows when. */
  | "rule"
  /** What holds in every contact. */
  | "principle"
  /** What keeps people from care, or organisations from acting. */
  | "barrier"
  /** What the organisation, management or municipality arranges. */
  | "condition"
  /** One of the four domains of competence. */
  | "domain"
  /** A competence of the model. */
  | "competence"
  /** What shows a competence. */
  | "indicator"
  /** A method. */
  | "method"
  /** An instrument of a method, such as the ecogram. */
  | "instrument"
  /** A question of the case discussion. */
  | "question"
  /** A point of attention of the case discussion. */
  | "attention-point"
  /** What has to be there before a next step. */
  | "gate"
  /** An example case. */
  | "case"
  /** A fact of an example case. */
  | "case-fact"
  /** A publication or a named source. */
  | "reference"
  /** A title of further material. */
  | "link"
  /** Something that goes before everything else. */
  | "notice"
  /** A step of a procedure. */
  | "step"
  /** Something to do in a step. */
  | "action"
  /** Something to say. */
  | "message"
  /** Something better left unsaid or undone. */
  | "avoid"
  /** One of the three houses that explain youth care to parents. */
  | "house"
  /** A stone in the foundation of a house. */
  | "foundation"
  /** What goes with a house, or with a person who is asked along. */
  | "criterion"
  /** Who helps. */
  | "helper"
  /** A figure or finding of the sources. */
  | "fact"
  /** What a conversation about a house works towards. */
  | "talking-point"
  /** An advice that follows from the statements of a case. */
  | "advice"
  /** Where to turn to. */
  | "contact"
  /** A building block of the checklist, or a part of one. */
  | "block"
  /** A statement of the checklist. */
  | "item"
  /** How the statements are scored. */
  | "scale"
  /** An advice that a user's rule file adds. */
  | "own";

/** Which knowledge decided: the same digest and the same case give the same answer. */
export type Knowledge = {
  /** SHA-256 over the knowledge and everything laid over it. */
  digest: string;
  /** The version of the built-in knowledge. */
  version: string;
};

/** Something that goes before everything else. */
export type Notice = {
  /** The statements that bring it. */
  because: Array<Fact>;
  /** The knowledge id, for instance `safety.notice`. */
  id: string;
  /** The heading. */
  label: string;
  /** The steps to take and where to turn to. */
  points: Array<NoticePoint>;
  /** What it rests on. */
  source: Source;
  /** What to do. */
  text: string;
};

/** A step of a notice, or where to turn to. */
export type NoticePoint = {
  /** The knowledge id. */
  id: string;
  /** A step, or a contact. */
  kind: Kind;
  /** The heading. */
  label: string;
  /** What it rests on, and when that was checked. */
  source: Source;
  /** What to do. */
  text: string;
};

/** How far two frames overlap, as an interval: what is not known counts both ways.
 * 
 * An ordinal aid to talk about, not a measurement. A shared facet counts 1, a partly
 * shared one ½, a different one 0; one that is unknown, declined or contested counts 0
 * in `low` and 1 in `high`. */
export type Overlap = {
  /** At most so many hundredths, from 0 to 100, rounded up. */
  high: number;
  /** On how many facets something is known. */
  known: number;
  /** At least so many hundredths, from 0 to 100, rounded down. */
  low: number;
  /** How many facets there are. */
  of: number;
};

/** The overlap per pair of people. What differs within the family stands apart and is
 * never averaged with what differs from the professional. */
export type OverlapReport = {
  /** Between a professional, or someone else from outside, and another. */
  contacts: Array<Pair>;
  /** Within the family. */
  family: Array<Pair>;
};

/** Two people: how far their frames overlap. */
export type Pair = {
  /** Their ids, in the order of the case. */
  between: [string, string];
  /** On capacity. */
  capacity: Overlap;
  /** On culture. */
  culture: Overlap;
  /** What was stated, facet by facet. */
  facets: Array<Facet>;
  /** As a whole: the least of the three. */
  overall: Overlap;
  /** On position. */
  position: Overlap;
};

/** Two people, or the case or organisation as a whole. */
export type PairOrCase = 
  /** The case, or the organisation, as a whole. */
  | WholeCase
  /** Two people. */
  | {
    /** Their ids, in the order of the case. */
    between: [string, string];
  };

/** An advice on the first page. */
export type Point = {
  /** For whom it applies. */
  about: Array<PairOrCase>;
  /** How many statements of the case stand behind it. */
  facts: number;
  /** The knowledge id. */
  id: string;
  /** The heading. */
  label: string;
  /** What to do. */
  text: string;
};

/** The source of an entry or a rule.
 * 
 * The documents are `handbook`, `interim`, `district-teams`, `trajectory` and
 * `announcement` (see the entries `ref.*` of the knowledge), `law` for what the safety
 * notices rest on, and `own` for what a user's rule file adds.
 * 
 * ```
 * let entry = raakvlak::knowledge::entry("principle.client-pace").expect("it is there");
 * assert_eq!(entry.source.to_string(), "handbook, 1.3 Attitude");
 * ``` */
export type Source = {
  /** The document, by its short name. */
  document: string;
  /** The section, as the catalogue of the sources names it. */
  section: string;
};

/** A stated value: yes or no, or the name of a step, or `declined`. */
export type Stated = 
  /** Yes or no. */
  | boolean
  /** A step by its name, or `declined`. */
  | string;

/** Whether an advice holds. */
export type Status = 
  /** It holds, whatever is still unknown. */
  | "applies"
  /** What is not known decides. */
  | "open"
  /** It does not hold now, whatever is still unknown. */
  | "not-now";

/** Something that stays unknown although it was asked. */
export type Unsettled = {
  /** The two people it is about, or the case. */
  about: PairOrCase;
  /** The observation. */
  observation: string;
  /** `declined`, or `contested`. */
  state: string;
  /** Who stated what, where people differ in what they state. */
  views?: Array<View>;
};

/** What one person stated. */
export type View = {
  /** What. */
  difference: Grade;
  /** Who; absent when that was not said. */
  stated_by?: string | null;
};

/** The word `case`, or `organisation`. */
export type WholeCase = 
  /** The case as a whole. */
  | "case"
  /** The organisation, in what its checklist asks for. */
  | "organisation";

/** The case discussion of appendix 1 as a worksheet, made for one case. It can be filled
 * in, kept and read again. */
export type CaseworkDocument = {
  /** The points of attention, in the order that the case asks for. */
  attention: Array<Attention>;
  /** The knowledge that decided. */
  knowledge: Knowledge;
  /** The language of the texts. */
  lang: string;
  /** What goes before everything else. */
  notices: Array<Notice>;
  /** The four opening questions. */
  questions: Array<Question>;
  schema: "raakvlak.casework.v1";
};

/** A point of attention with its parts. */
export type Attention = {
  /** It waits until the other feels understood. */
  held_back?: boolean;
  /** The knowledge id. */
  id: string;
  /** The heading. */
  label: string;
  /** Its number in the source, 5 to 11. */
  number: number;
  /** Its parts. */
  points: Array<AttentionPoint>;
  /** How much the case asks for it. */
  stress: Stress;
  /** What to do. */
  text: string;
};

/** A part of a point of attention, with room for notes. */
export type AttentionPoint = {
  /** What the team notes; never logged. */
  answer?: string | null;
  /** The statements that bring it. */
  because: Array<Fact>;
  /** The knowledge id. */
  id: string;
  /** The heading. */
  label: string;
  /** Whether the case asks for it; absent where no rule decides that. */
  status?: Status | null;
  /** What to do. */
  text: string;
};

/** An opening question. */
export type Question = {
  /** The knowledge id. */
  id: string;
  /** The heading. */
  label: string;
  /** Its number in the source, 1 to 4. */
  number: number;
  /** Its sub-questions. */
  sub: Array<SubQuestion>;
  /** The question. */
  text: string;
};

/** How much a case asks for a point of attention. */
export type Stress = 
  /** Something stated in the case asks for it. */
  | "extra"
  /** It belongs to every case discussion. */
  | "normal";

/** A sub-question with room for an answer. */
export type SubQuestion = {
  /** What the team answers; never logged. */
  answer?: string | null;
  /** The knowledge id. */
  id: string;
  /** The heading. */
  label: string;
  /** The question. */
  text: string;
};

/** Which houses to explain to parents, where the conversation stands, and what to say. */
export type HousePlanDocument = {
  /** What else follows: looking at safety again, arranging voluntary help, going back to
   * the shared picture, and what a user's own rules add. */
  advice: Array<Advised>;
  /** The questions worth asking, the best first. */
  ask_next: Array<Asked>;
  /** Each of the three houses: whether it belongs to the explanation, and why. */
  houses: Array<HouseDecided>;
  /** The knowledge that decided. */
  knowledge: Knowledge;
  /** The language of the texts. */
  lang: string;
  /** The first of them that is not stated to be explained; null outside step 3. */
  next?: House | null;
  /** What goes before everything else: those that apply, whatever the step. */
  notices: Array<Notice>;
  /** The houses that apply, in the order in which they are explained, whatever the step
   * and whatever was explained. */
  order: Array<House>;
  schema: "raakvlak.house-plan.v1";
  /** What parents may see now: of the houses that apply, those that were explained and the one
   * that is next, in their order. */
  shown: Array<House>;
  /** Where the conversation stands. */
  step: StepReached;
  /** What to do, say, ask and avoid now. */
  talk: Talk;
};

/** A comparison and what was seen. */
export type Compared = {
  /** The comparison, as a rule file writes it. */
  comparison: string;
  /** `declined` or `contested`, where that is why it is not known. */
  state?: string | null;
  /** Whether it holds. */
  status: Status;
  /** The value; absent when it is not known. */
  value?: Stated | null;
};

/** A gate that keeps a step closed, and what would open it. */
export type Gate = {
  /** The knowledge id. */
  id: string;
  /** The heading. */
  label: string;
  /** What has to be stated to open it: all of these. */
  needs: Array<Compared>;
  /** Where it is said. */
  source: Source;
  /** The step that it keeps closed. */
  step: number;
  /** What it asks. */
  text: string;
};

/** One of the three houses of the card: an explanation aid, never a verdict on a family. */
export type House = 
  /** Raising children together: informal help. */
  | "green"
  /** Voluntary help. */
  | "orange"
  /** Forced help, where a child is not safe. */
  | "red";

/** One house, decided. */
export type HouseDecided = {
  /** The smallest set of statements that settled it, in catalogue order. */
  because: Array<Fact>;
  /** Whether it was explained, as far as that was stated; null where nobody said. */
  explained?: Stated | null;
  /** Which house. */
  house: House;
  /** Its name. */
  label: string;
  /** A smallest set of observations that can settle it, first in catalogue order. */
  settled_by: [];
  /** Where it is said. */
  source: Source;
  /** Whether it belongs to the explanation. */
  status: "applies" | "not-now";
} | {
  /** The smallest set of statements that settled it, in catalogue order. */
  because: [];
  /** Whether it was explained, as far as that was stated; null where nobody said. */
  explained?: Stated | null;
  /** Which house. */
  house: House;
  /** Its name. */
  label: string;
  /** A smallest set of observations that can settle it, first in catalogue order. */
  settled_by: Array<string>;
  /** Where it is said. */
  source: Source;
  /** Whether it belongs to the explanation. */
  status: "open";
};

/** Where the conversation stands: a position, worked out from what was recorded so far. */
export type StepReached = {
  /** Whether the conversation goes back a step, because parents and professional no
   * longer agree. Nothing that was recorded is lost. */
  back: boolean;
  /** The statements that bring it back. */
  because: Array<Fact>;
  /** The step, 1 to 4. */
  current: number;
  /** What keeps the next step closed; null where nothing does. */
  gate?: Gate | null;
  /** What the step is called. */
  label: string;
};

/** What to do, say, ask and avoid in a conversation, now. */
export type Talk = {
  /** What to ask. */
  ask: Array<TalkPoint>;
  /** What is better left unsaid or undone. */
  avoid: Array<TalkPoint>;
  /** What to do and to work towards. */
  do: Array<TalkPoint>;
  /** What to say. */
  say: Array<TalkPoint>;
};

/** A point of the conversation. */
export type TalkPoint = {
  /** What has to be said with a figure in the text for the professional. */
  caveat?: string | null;
  /** The knowledge id. */
  id: string;
  /** The heading. */
  label: string;
  /** In words for parents: plain, and ready to be said. */
  parents?: string | null;
  /** For the professional. */
  text: string;
};

/** The whole reasoning for one advice, also where it does not apply. */
export type WhyDocument = {
  /** Once for the case, or once for every pair. */
  decided: Array<WhyItem>;
  /** The knowledge id of the advice. */
  id: string;
  /** The knowledge that decided. */
  knowledge: Knowledge;
  /** The heading. */
  label: string;
  /** The language of the texts. */
  lang: string;
  /** What goes before everything else. */
  notices: Array<Notice>;
  schema: "raakvlak.why.v1";
  /** Where that is said. */
  source: Source;
  /** What to do. */
  text: string;
};

/** A list of which so many must hold. */
export type Counted = {
  /** How many must hold. */
  count: number;
  /** The comparisons. */
  of: Array<Compared>;
};

/** An advice that a rule needs. */
export type Needed = {
  /** The advice. */
  advice: string;
  /** Whether it applies. */
  status: Status;
};

/** One rule: how it came out, comparison by comparison. */
export type RuleReasoning = {
  /** Every one of these must hold. */
  all?: Array<Compared>;
  /** Of each of these, so many must hold. */
  at_least?: Array<Counted>;
  /** The rule. */
  id: string;
  /** Where a choice is ours: what, and why. */
  operationalisation?: string | null;
  /** Where it is said. */
  source?: Source | null;
  /** How it came out. */
  status: Status;
  /** The advices that must apply too, and whether they do. */
  with?: Array<Needed>;
};

/** The reasoning for the case or for one pair. */
export type WhyItem = {
  /** What was decided, as in the advice document. */
  advice: Advised;
  /** Every rule that gives it. */
  rules: Array<RuleReasoning>;
};

/** What changed between two states of a case. */
export type ComparisonDocument = {
  /** The advices that changed, in the order of the knowledge. */
  changed: Array<Changed>;
  /** The knowledge that decided. */
  knowledge: Knowledge;
  /** The language of the texts. */
  lang: string;
  /** What goes before everything else, in the case as it is. */
  notices: Array<Notice>;
  schema: "raakvlak.comparison.v1";
};

/** An advice that changed. */
export type Changed = {
  /** The two people, or the case. */
  about: PairOrCase;
  /** What it was; absent when the pair was not there. */
  from?: Status | null;
  /** The knowledge id. */
  id: string;
  /** The heading. */
  label: string;
  /** The statements that made the change. */
  through: Array<Through>;
  /** What it is; absent when the pair is no longer there. */
  to?: Status | null;
};

/** A statement that changed. */
export type Through = {
  /** What was stated; absent when it was not known. */
  from?: Stated | null;
  /** The observation. */
  observation: string;
  /** What is stated; absent when it is not known. */
  to?: Stated | null;
};

/** What a team answered in one wave, as a form hands it over. It scores the conditions of an
 * organisation; there is no field for a name, and none for a score of a person. */
export type AnswersDocument = {
  /** What the team chose to start with. */
  choice?: ChoiceDocument | null;
  /** The instrument that was answered; the current one when left out. */
  instrument?: InstrumentName | null;
  schema: "raakvlak.answers.v1";
  /** What each respondent answered. */
  sheets: Array<AnswerSheet>;
  /** The wave: the round in which it was filled in, such as `2024`. */
  wave?: string | null;
  /** The wording in which the statements were shown; any sector when left out. */
  wording?: Wording;
};

/** What one respondent answered. */
export type AnswerSheet = {
  /** The answers, by statement: `1` to `30`, and `anchoring`. What is left out is not answered. */
  answers: {
    "1"?: number | "not-applicable" | "dont-know";
    "2"?: number | "not-applicable" | "dont-know";
    "3"?: number | "not-applicable" | "dont-know";
    "4"?: number | "not-applicable" | "dont-know";
    "5"?: number | "not-applicable" | "dont-know";
    "6"?: number | "not-applicable" | "dont-know";
    "7"?: number | "not-applicable" | "dont-know";
    "8"?: number | "not-applicable" | "dont-know";
    "9"?: number | "not-applicable" | "dont-know";
    "10"?: number | "not-applicable" | "dont-know";
    "11"?: number | "not-applicable" | "dont-know";
    "12"?: number | "not-applicable" | "dont-know";
    "13"?: number | "not-applicable" | "dont-know";
    "14"?: number | "not-applicable" | "dont-know";
    "15"?: number | "not-applicable" | "dont-know";
    "16"?: number | "not-applicable" | "dont-know";
    "17"?: number | "not-applicable" | "dont-know";
    "18"?: number | "not-applicable" | "dont-know";
    "19"?: number | "not-applicable" | "dont-know";
    "20"?: number | "not-applicable" | "dont-know";
    "21"?: number | "not-applicable" | "dont-know";
    "22"?: number | "not-applicable" | "dont-know";
    "23"?: number | "not-applicable" | "dont-know";
    "24"?: number | "not-applicable" | "dont-know";
    "25"?: number | "not-applicable" | "dont-know";
    "26"?: number | "not-applicable" | "dont-know";
    "27"?: number | "not-applicable" | "dont-know";
    "28"?: number | "not-applicable" | "dont-know";
    "29"?: number | "not-applicable" | "dont-know";
    "30"?: number | "not-applicable" | "dont-know";
    anchoring?: number | "not-applicable" | "dont-know";
  };
  /** A pseudonym, never a name; not needed within one wave. */
  respondent?: string | null;
  /** The part the respondent has in the work. */
  role?: RespondentRole | null;
};

/** What a team chose to start with, and how. */
export type ChoiceDocument = {
  /** How it was chosen. */
  by: ChosenBy;
  /** What was chosen, at most three. After a vote it may be left out: the votes say it, as far
   * as they decide. */
  chosen?: Array<ChosenPriority>;
  /** Who took part: numbers by role, never names. */
  took_part: Array<TookPart>;
  /** After a vote: the votes, by statement (`1` to `30`, `anchoring`) or knowledge id. */
  votes?: Record<string, number>;
};

/** How a team chose. */
export type ChosenBy = 
  /** They agreed. */
  | "consensus"
  /** They voted. */
  | "vote";

/** A priority, as it was chosen. */
export type ChosenPriority = {
  /** A statement (`1` to `30`, `anchoring`), or the knowledge id of a statement or block. */
  priority: string;
  /** Why, in the words of the team; never logged. */
  reason?: string | null;
};

/** An instrument and its version. */
export type InstrumentName = {
  /** The instrument: `raakvlak.checklist`. */
  id: string;
  /** Its version. */
  version: number;
};

/** The part a respondent has in the work. Nothing else is asked of a respondent. */
export type RespondentRole = 
  /** A professional in care. */
  | "professional"
  /** A manager. */
  | "manager"
  /** Somebody of an informal organisation. */
  | "informal-partner"
  /** Somebody who speaks for clients. */
  | "client-representative"
  /** Staff for policy, quality or training. */
  | "staff"
  /** Anyone else. */
  | "other";

/** How many of a role took part. */
export type TookPart = {
  /** How many. */
  number: number;
  /** The part they have in the work; left out where it is not known. */
  role?: RespondentRole | null;
};

/** A wording of the statements; their meaning, ids and scores are the same. */
export type Wording = 
  /** For any sector. */
  | "any-sector"
  /** For elderly care, for which the source wrote them. */
  | "elderly-care";

/** The checklist of one team, for its own conversation: figures, what to talk about, what was
 * chosen, and the whole plan. It is not for publication: small groups stand in it as they are. */
export type ChecklistDocument = {
  /** Every advice of the rules about an organisation, in the order of the knowledge. */
  advice: Array<Advised>;
  /** The questions worth asking, the best first. */
  ask_next: Array<Asked>;
  /** The building blocks, each before its parts. */
  blocks: Array<BlockOutcome>;
  /** What can be talked about. Those with the same median stand together; the order decides nothing. */
  candidates: Array<TiedCandidates>;
  /** What the team chose; absent where it did not yet. */
  choice?: TeamChoice | null;
  /** The instrument that was answered. */
  instrument: InstrumentName;
  /** The statements. */
  items: Array<ItemOutcome>;
  /** The knowledge that decided. */
  knowledge: Knowledge;
  /** The language of the texts. */
  lang: string;
  /** That this is for the team alone, in words to show with it. */
  notice: string;
  /** The integral plan: every block, chosen or not. */
  plan: Array<PlanPart>;
  /** By whom: each role that filled in a sheet. */
  roles: Array<RoleSheets>;
  schema: "raakvlak.checklist.v1";
  /** How many sheets were filled in. */
  sheets: number;
  /** Always `in-team`. */
  view: "in-team";
  /** The wave; absent when that was not said. */
  wave?: string | null;
  /** The wording of the statements. */
  wording: Wording;
};

/** How a building block comes out: the answers to all its statements together. */
export type BlockOutcome = {
  /** The same for each role, where several filled it in. */
  by_role?: Array<RoleOutcome>;
  /** The knowledge id. */
  id: string;
  /** Its name. */
  label: string;
  /** The figures. */
  outcome: Outcome;
  /** The block it is a part of; absent for one of the five. */
  part_of?: string | null;
};

/** Why a statement or block is something to talk about. The limits are ours: see
 * `checklist.candidates` in the knowledge. */
export type CandidateReason = 
  /** Its median lies in the lower half of the scale. */
  | "low-median"
  /** Its answers lie far apart. */
  | "wide-spread"
  /** Two roles see it differently. */
  | "roles-differ"
  /** At least half do not know; of those whom it fits. */
  | "unknown-for-many";

/** How a statement comes out. */
export type ItemOutcome = {
  /** The lowest block it stands in. */
  block: string;
  /** The same for each role, where several filled it in. */
  by_role?: Array<RoleOutcome>;
  /** The knowledge id. */
  id: string;
  /** The heading. */
  label: string;
  /** Its number; null for the one without. */
  number?: number | null;
  /** The figures. */
  outcome: Outcome;
  /** The statement, in the wording that was asked for. */
  statement: string;
};

/** A statement or block to talk about. */
export type NamedCandidate = {
  /** The knowledge id. */
  id: string;
  /** The heading. */
  label: string;
  /** Why; at least one. */
  reasons: Array<CandidateReason>;
};

/** A priority that was chosen. */
export type NamedPriority = {
  /** The knowledge id of a statement or block. */
  id: string;
  /** The heading. */
  label: string;
  /** Why, in the words of the team; never logged. */
  reason?: string | null;
};

/** Counts, and the figures that are made of them. */
export type Outcome = {
  /** How many scores were given. */
  answered: number;
  /** How often each score was given, from 1 to 10. */
  distribution: Array<number>;
  /** How often the respondent did not know. */
  dont_know: number;
  /** The figures; null where too few gave a score, so that it is not known. */
  figures?: OutcomeFigures | null;
  /** How often it was left open. */
  not_answered: number;
  /** How often it did not fit the organisation. */
  not_applicable: number;
};

/** Figures of scores. They are on an ordinal scale, so the median stands beside every mean. */
export type OutcomeFigures = {
  /** The highest. */
  highest: number;
  /** The lowest score that was given. */
  lowest: number;
  /** The mean, unrounded. */
  mean: number;
  /** Half of the scores lie at or below it, half at or above it. */
  median: number;
  /** The same of a quarter and three quarters. */
  quartiles: [number, number];
  /** Low, high or in between: see `checklist.steps` in the knowledge. */
  step: ScoreStep;
};

/** A block in the integral plan, chosen or not. */
export type PlanPart = {
  /** The advices that apply here, by their ids. */
  applies: Array<string>;
  /** What was chosen of it: itself, or statements right under it. */
  chosen: Array<string>;
  /** The knowledge id of the block. */
  id: string;
  /** Its name. */
  label: string;
  /** Its median; null where it is not known. */
  median?: number | null;
  /** The advices that are open here: what decides is not known. */
  open: Array<string>;
  /** The block it is a part of; absent for one of the five. */
  part_of?: string | null;
};

/** How it comes out for one role. */
export type RoleOutcome = {
  /** The figures. */
  outcome: Outcome;
  /** The role. */
  role: RespondentRole;
};

/** How many sheets a role filled in. */
export type RoleSheets = {
  /** The role; null where that was not said. */
  role?: RespondentRole | null;
  /** How many. */
  sheets: number;
};

/** How a statement or block comes out, by the median of its answers. The limits are ours: see
 * `checklist.steps` in the knowledge. */
export type ScoreStep = 
  /** A median of 5 or less: the lower half of the scale. */
  | "low"
  /** Neither low nor high. */
  | "between"
  /** A median of 8 or more: almost wholly true, for most. */
  | "high";

/** What the team chose, and how. */
export type TeamChoice = {
  /** How it was chosen. */
  by: ChosenBy;
  /** What was chosen. */
  chosen: Array<NamedPriority>;
  /** Who took part. */
  took_part: Array<TookPart>;
  /** What the votes leave to the team; absent where they decide. */
  undecided?: UndecidedPlaces | null;
  /** The votes, most first; what has as many stands together. */
  votes?: Array<TiedVotes>;
};

/** Candidates with the same median. */
export type TiedCandidates = {
  /** The median; null where it is not known. */
  median?: number | null;
  /** The candidates, in the order of the checklist. */
  tied: Array<NamedCandidate>;
};

/** What has so many votes. */
export type TiedVotes = {
  /** The knowledge ids; more than one is a tie. */
  tied: Array<string>;
  /** How many. */
  votes: number;
};

/** A tie that the votes do not break. */
export type UndecidedPlaces = {
  /** How many of the three places are left. */
  places: number;
  /** The knowledge ids among which the team chooses. */
  tied: Array<string>;
};

/** A file of rules that a user lays over the built-in ones: `raakvlak.rules.v1`. */
export type RuleFile = {
  /** Ids of rules to switch off. */
  off?: Array<string>;
  /** Rules to add; one with the id of a built-in rule replaces it. */
  rule?: Array<Rule>;
  schema: "raakvlak.rules.v1";
  /** Texts to add, or to put in place of ours; an id that is new here is a new advice. */
  text?: Array<OwnText>;
};

/** What a rule, and the advice it gives, is about. */
export type About = 
  /** The case as a whole: decided once. */
  | "case"
  /** Two people who are in contact, one of them usually a professional: decided per pair. */
  | "contact"
  /** Two members of the family: decided per pair, apart from the contacts with a professional. */
  | "family"
  /** The conversation with parents about the three houses: decided once, apart from the advice. */
  | "houses"
  /** An organisation, as its checklist comes out: decided once, apart from every case. */
  | "organisation";

/** A condition of which a number must hold. */
export type AtLeast = {
  /** How many must hold, from one to all of them. */
  count: number;
  /** The comparisons. */
  of: Array<string>;
};

export type OneOrMany = AtLeast | Array<AtLeast>;

/** A text of a user's own. */
export type OwnText = {
  /** The id of the knowledge or the new advice. */
  id: string;
  /** A short heading, per language. */
  label: Translated;
  /** One to three sentences, per language. */
  text: Translated;
};

/** A rule, as a domain expert writes it. See `knowledge/README.md` for the form.
 * 
 * Comparisons read `"person.young"`, `"person.young = no"`, `"trust >= beginning"`,
 * `"culture.norms-values = different"` or, for every facet of an aspect,
 * `"culture.* = different"`. Lists used together must all hold. */
export type Rule = {
  /** What it is about; the advice's other rules or `case` when left out. */
  about?: About | null;
  /** The knowledge id of what the rule brings. */
  advice: string;
  /** Every one of these must hold. */
  all?: Array<string>;
  /** Holds always: the rule has no condition. */
  always?: boolean;
  /** At least one of these must hold. */
  any?: Array<string>;
  /** Of each of these lists, so many must hold. */
  "at-least"?: OneOrMany;
  /** The stable id of the rule. */
  id: string;
  /** Where a choice is ours and not the source's: what, and why. */
  operationalisation?: Translated | null;
  /** Where it is said. */
  source?: Source | null;
  /** None of these may hold. */
  unless?: Array<string>;
  /** Advices that must apply too. */
  with?: Array<string>;
};

/** A text in Dutch and English. */
export type Translated = {
  /** In English. */
  en: string;
  /** In Dutch. */
  nl: string;
};

/** A text pack: every text that is shown, in one language. The document `raakvlak.texts.v1`.
 * 
 * Two packs are baked in, behind the features `nl` and `en`. Without them, or for a
 * further language, a pack is read with [`Texts::from_json`]. What a pack lacks falls
 * back: to ours in that language, or else visibly to another, with that language before it
 * in brackets. */
export type TextPack = {
  /** What has to be said with a figure, by knowledge id. */
  caveats?: Record<string, string>;
  /** The statements of the checklist in the wording for elderly care. */
  elderly?: Record<string, string>;
  /** What each statement of the checklist looks like in practice. */
  examples?: Record<string, string>;
  /** What each figure of the knowledge counts or measures, by knowledge id. */
  figures?: Record<string, string>;
  /** The short heading of each knowledge id. */
  labels?: Record<string, string>;
  /** The language, as a BCP 47 tag. */
  lang: string;
  /** Why each statement of the checklist matters. */
  matters?: Record<string, string>;
  /** Where a choice is ours: what and why, by knowledge id, or `rule:` and a rule id. */
  operationalisations?: Record<string, string>;
  /** What can be said to parents, in plain words, by knowledge id. */
  parents?: Record<string, string>;
  /** Headings and set phrases of reports. */
  phrases?: Record<string, string>;
  /** The question that settles each observation. */
  questions?: Record<string, string>;
  schema: "raakvlak.texts.v1";
  /** The text of each knowledge id. */
  texts?: Record<string, string>;
};

/** An error as a document. */
export type ErrorDocument = {
  /** The stable code. */
  code: Code;
  /** What to do about it. */
  help?: string | null;
  /** The number of the line, counted from 1, where documents came one a line. */
  line?: number | null;
  /** What is wrong, in plain words. */
  message: string;
  /** The place, as a JSON path; empty where the mistake has no place. */
  path: string;
  schema: "raakvlak.error.v1";
};

/** The stable code of an [`Error`]. A code keeps its meaning for ever; its message may be reworded. */
export type Code = 
  /** The text is not JSON. */
  | "document.not-json"
  /** The text is not TOML. */
  | "document.not-toml"
  /** The document nests deeper than any document of ours does. */
  | "document.too-deep"
  /** The document is of another kind than was asked for. */
  | "document.schema-wrong"
  /** The document is of a newer version than this library knows. */
  | "document.schema-newer"
  /** A field that the document must have is absent. */
  | "field.missing"
  /** The document has a field that is not known here. */
  | "field.unknown"
  /** The same field or key stands twice. */
  | "field.repeated"
  /** A value is of another type than it must be. */
  | "value.wrong-type"
  /** A value is not one of those that are allowed here. */
  | "value.unknown"
  /** A person has no id. */
  | "person.id-empty"
  /** Two people have the same id. */
  | "person.id-repeated"
  /** An id names nobody in the list of people. */
  | "person.unknown"
  /** A person is set beside themself. */
  | "pair.one-person"
  /** One person states two different things about the same pair and facet. */
  | "comparison.conflict"
  /** There is no facet of that name. */
  | "facet.unknown"
  /** There is no observation of that name. */
  | "observation.unknown"
  /** The observation does not take that value. */
  | "observation.wrong-value"
  /** What is stated contradicts what the people, the ecogram or the lifeline show. */
  | "observation.contradicts"
  /** A date is not a year, a year and month, or a day that exists. */
  | "date.invalid"
  /** There is no knowledge of that id. */
  | "knowledge.unknown"
  /** No rule gives that advice. */
  | "advice.unknown"
  /** There is no rule of that id. */
  | "rule.unknown"
  /** Two rules have the same id. */
  | "rule.id-repeated"
  /** Rules about safety, and those that the laws of the houses rest on, cannot be changed, added to or switched off. */
  | "rule.locked"
  /** A rule has no condition, or a condition beside `always`. */
  | "rule.condition"
  /** A comparison cannot be read. */
  | "rule.comparison"
  /** A comparison holds, or fails, for every value: it would test only whether something is known. */
  | "rule.tests-known"
  /** The count of an `at-least` is not between one and the number of its comparisons. */
  | "rule.count"
  /** The rule is about something else than what it compares, or than the other rules of its advice. */
  | "rule.about"
  /** A rule needs an advice that needs the rule. */
  | "rule.circular"
  /** An advice hangs on more comparisons than can be explained. */
  | "rule.too-wide"
  /** There is no house yet that parents may see. */
  | "houses.nothing-to-show"
  /** An instrument, or a version of it, that this library does not know. */
  | "checklist.instrument"
  /** There is no statement of that name in the checklist. */
  | "checklist.item"
  /** An answer to a statement is neither a score from 1 to 10 nor one of the words for no score. */
  | "checklist.score"
  /** A respondent has two sheets in the same wave. */
  | "checklist.repeated"
  /** A smaller group than five is never published. */
  | "checklist.minimum"
  /** A choice of priorities cannot be: more than three, one twice, more votes than voters, or against the votes. */
  | "checklist.choice"
  /** Rows of a table cannot be read as answers; each is told with its column, its value and what was expected. */
  | "table.faulty"
  /** An option that would have no effect beside the others. */
  | "option.unused"
  /** Some of the lines could not be answered; each has an error in its place. */
  | "lines.unanswered"
  /** There is no document of that name. */
  | "schema.unknown"
  /** A file cannot be read. */
  | "file.unreadable"
  /** A file cannot be written. */
  | "file.unwritable";

export type KnowledgeList = Array<KnowledgeEntry>;

/** A figure of the sources: a value, or a low and a high one. What it is of, and what has
 * to be said with it, stands in the texts: [`Texts::figure`], [`Texts::caveat`].
 * 
 * ```
 * use raakvlak::knowledge;
 * 
 * let share = knowledge::entry("house.green.fact.share").expect("it is there");
 * assert_eq!(share.figure.as_ref().and_then(|f| f.value), Some(85.0));
 * ``` */
export type Figure = {
  /** The highest value of a range. */
  high?: number | null;
  /** The lowest value of a range. */
  low?: number | null;
  /** The unit, for instance `percent`. */
  unit: string;
  /** The value, where there is one. */
  value?: number | null;
};

/** An entry of the catalogue with its texts. */
export type KnowledgeEntry = {
  /** What has to be said with the figure, per language. */
  caveat?: Record<string, string>;
  /** Further ids of the sources' catalogue that this entry answers for. */
  covers: Array<string>;
  /** A statement of the checklist in the wording for elderly care, per language. */
  elderly?: Record<string, string>;
  /** What it looks like in practice, per language. */
  example?: Record<string, string>;
  /** The figure it gives. */
  figure?: Figure | null;
  /** What the figure counts or measures, per language. */
  figure_of?: Record<string, string>;
  /** The stable id. */
  id: string;
  /** What sort of knowledge it is. */
  kind: Kind;
  /** A short heading, per language. */
  label: Record<string, string>;
  /** Why a statement of the checklist matters, per language. */
  matters?: Record<string, string>;
  /** Where a choice is ours and not the source's, per language. */
  operationalisation?: Record<string, string>;
  /** The entry above it; null for the root of a family. */
  parent?: string | null;
  /** What can be said to parents, in plain words, per language. */
  parents?: Record<string, string>;
  /** Entries that say the same from another side. */
  restates: Array<string>;
  /** Where it is said. */
  source: Source;
  /** The text, per language. */
  text: Record<string, string>;
  /** Entries that say how to get further with it. */
  tips?: Array<string>;
};

export type ObservationList = Array<ObservationEntry>;

/** An observation with its question. */
export type ObservationEntry = {
  /** The case, or two people. */
  about: Scope;
  /** The stable id. */
  id: string;
  /** `flag`, `difference` or `level`. */
  kind: string;
  /** The question that settles it, per language. */
  question: Record<string, string>;
  /** Where the sources speak of it. */
  source: Source;
  /** The values it can take, from low to high. */
  values: Array<string>;
};

/** What an observation is about. */
export type Scope = 
  /** The case as a whole. */
  | "case"
  /** Two people: it may differ from pair to pair. */
  | "contact"
  /** An organisation: how a statement or block of the checklist comes out. No case can state it. */
  | "organisation";
