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
  /** A form of learning network. */
  | "network-kind"
  /** A kind of organisation that takes part in a network or a cooperation. */
  | "party"
  /** What somebody, or an organisation, does in it. */
  | "role"
  /** What a good network has. */
  | "feature"
  /** What worked in the networks of the sources, and why. */
  | "success-factor"
  /** A tip for setting up a network. */
  | "tip"
  /** A phase of a network. */
  | "phase"
  /** What to do in a phase. */
  | "recommendation"
  /** What was done in a network of the sources. */
  | "activity"
  /** What those involved would do otherwise. */
  | "lesson"
  /** What came of it. */
  | "outcome"
  /** What somebody says of it, by role. */
  | "testimony"
  /** An instrument that the sources made or name. */
  | "tool"
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
  | "organisation"
  /** The learning network. */
  | "network"
  /** The cooperation of formal and informal organisations. */
  | "cooperation"
  /** The district team and its municipality. */
  | "district-team";

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
  | "organisation"
  /** A learning network: decided once. */
  | "network"
  /** The cooperation of formal and informal organisations: decided once. */
  | "cooperation"
  /** A district team and its municipality: decided once. */
  | "district-team";

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
  /** In a network, or beside it: an id is not in lower case with hyphens, or two things of a kind have the same id. */
  | "network.id"
  /** In a network, or beside it: an id names nothing in the list that it points to. */
  | "network.unknown"
  /** In a network, or beside it: a number cannot be, such as a phase over 6, or more people who came than were asked. */
  | "network.number"
  /** Two things that are stated of a network do not go together. */
  | "network.conflict"
  /** There is no vote of that id, or there are several and it was not said which. */
  | "vote.unknown"
  /** Nothing stands on a ballot. */
  | "vote.empty"
  /** A ballot names a theme that the network does not have. */
  | "vote.theme"
  /** A ballot has more dots than each may give. */
  | "vote.dots"
  /** A theme stands twice on a ballot on which it may stand once. */
  | "vote.repeated"
  /** The token of a ballot is empty, or was counted already. */
  | "vote.token"
  /** A change of a vision cannot be: of a part that is not in it, or a second one of the same part. */
  | "vision.change"
  /** There is no free day for a session within two years of when its turn comes. */
  | "schedule.no-free-day"
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
  | "file.unwritable"
  /** A file is there already, and nobody said to write over it. */
  | "file.exists"
  /** A file was changed by someone else after it was read; it is left as they made it. */
  | "file.changed"
  /** Someone else is writing the file now, or was broken off while doing so. */
  | "file.busy";

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
  /** The last day on which a fact can be used as it stands. */
  check_by?: string | null;
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
  /** From whom a fact is, as the source says. */
  named_source?: string | null;
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
  /** The year that a fact is about. */
  year?: number | null;
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
  | "organisation"
  /** A learning network; no case can state it. */
  | "network"
  /** The cooperation of formal and informal organisations; no case can state it. */
  | "cooperation"
  /** A district team and its municipality; no case can state it. */
  | "district-team";

/** A learning network, from first idea to anchoring: who takes part, when they meet, what they chose
 * and made, and how far it has come (handbook, chapters 2 to 5).
 * 
 * What is absent is not known. A list says what is there; only where [`Self::complete`] names it does it
 * also say that there is nothing else. People stand in it by pseudonym, never by name. */
export type NetworkDocument = {
  /** What the checklist said, wave by wave. */
  checklist?: Array<ChecklistWave>;
  /** What is stated about the network, by observation id. */
  circumstances?: {
    "learning-network.acquainted"?: true | false | "declined";
    "learning-network.adjusted"?: true | false | "declined";
    "learning-network.advanced-served"?: true | false | "declined";
    "learning-network.agreements"?: true | false | "declined";
    "learning-network.ambassadors"?: true | false | "declined";
    "learning-network.ambitions-discussed"?: true | false | "declined";
    "learning-network.attendance-steady"?: true | false | "declined";
    "learning-network.backing"?: true | false | "declined";
    "learning-network.better-shared"?: true | false | "declined";
    "learning-network.bottlenecks-analysed"?: true | false | "declined";
    "learning-network.bottlenecks-discussed"?: true | false | "declined";
    "learning-network.bottom-up"?: true | false | "declined";
    "learning-network.build-up"?: true | false | "declined";
    "learning-network.can"?: true | false | "declined";
    "learning-network.cases-used"?: true | false | "declined";
    "learning-network.checklist-filled"?: true | false | "declined";
    "learning-network.clients"?: true | false | "declined";
    "learning-network.clustered"?: true | false | "declined";
    "learning-network.complementary-contacts"?: true | false | "declined";
    "learning-network.contact-exchanged"?: true | false | "declined";
    "learning-network.coordinator"?: true | false | "declined";
    "learning-network.culture-specific"?: true | false | "declined";
    "learning-network.definitions-checked"?: true | false | "declined";
    "learning-network.disciplines-mixed"?: true | false | "declined";
    "learning-network.dream"?: true | false | "declined";
    "learning-network.embedded"?: true | false | "declined";
    "learning-network.evaluated"?: true | false | "declined";
    "learning-network.few-themes"?: true | false | "declined";
    "learning-network.follow-up"?: true | false | "declined";
    "learning-network.follow-up-experiences"?: true | false | "declined";
    "learning-network.follow-up-next-steps"?: true | false | "declined";
    "learning-network.generic"?: true | false | "declined";
    "learning-network.generic-enough"?: true | false | "declined";
    "learning-network.governance-group"?: true | false | "declined";
    "learning-network.governance-meetings"?: true | false | "declined";
    "learning-network.homework-done"?: true | false | "declined";
    "learning-network.implementation-support"?: true | false | "declined";
    "learning-network.implementation-time"?: true | false | "declined";
    "learning-network.implemented"?: true | false | "declined";
    "learning-network.informal"?: true | false | "declined";
    "learning-network.interactive"?: true | false | "declined";
    "learning-network.interest"?: true | false | "declined";
    "learning-network.interval"?: true | false | "declined";
    "learning-network.joint-goal"?: true | false | "declined";
    "learning-network.joint-tool"?: true | false | "declined";
    "learning-network.knowledge-as-steps"?: true | false | "declined";
    "learning-network.knowledge-combined"?: true | false | "declined";
    "learning-network.learning-expert"?: true | false | "declined";
    "learning-network.life-world-insiders"?: true | false | "declined";
    "learning-network.main-issues-named"?: true | false | "declined";
    "learning-network.management-from-start"?: true | false | "declined";
    "learning-network.managers"?: true | false | "declined";
    "learning-network.mandate"?: true | false | "declined";
    "learning-network.maturity-mixed"?: true | false | "declined";
    "learning-network.may"?: true | false | "declined";
    "learning-network.moderator"?: true | false | "declined";
    "learning-network.municipality"?: true | false | "declined";
    "learning-network.needs-urgency"?: true | false | "declined";
    "learning-network.online"?: true | false | "declined";
    "learning-network.online-preferences"?: true | false | "declined";
    "learning-network.online-workable"?: true | false | "declined";
    "learning-network.participants-ideas"?: true | false | "declined";
    "learning-network.participants-questions"?: true | false | "declined";
    "learning-network.partners"?: true | false | "declined";
    "learning-network.phase"?: "preparation" | "start" | "goal" | "priorities" | "development" | "try-out" | "anchoring" | "declined";
    "learning-network.plans"?: true | false | "declined";
    "learning-network.preparation-thorough"?: true | false | "declined";
    "learning-network.professional-association"?: true | false | "declined";
    "learning-network.project-support"?: true | false | "declined";
    "learning-network.realisation-discussed"?: true | false | "declined";
    "learning-network.recruitment-contacts"?: true | false | "declined";
    "learning-network.regional-cooperation"?: true | false | "declined";
    "learning-network.safe"?: true | false | "declined";
    "learning-network.same-sector"?: true | false | "declined";
    "learning-network.scientific-expert"?: true | false | "declined";
    "learning-network.session-length"?: true | false | "declined";
    "learning-network.sessions-six"?: true | false | "declined";
    "learning-network.setup-discussed"?: true | false | "declined";
    "learning-network.small-actions"?: true | false | "declined";
    "learning-network.themes-listed"?: true | false | "declined";
    "learning-network.time-committed"?: true | false | "declined";
    "learning-network.tools"?: true | false | "declined";
    "learning-network.tried-out"?: true | false | "declined";
    "learning-network.tuned"?: true | false | "declined";
    "learning-network.university"?: true | false | "declined";
    "learning-network.voted"?: true | false | "declined";
    "learning-network.want"?: true | false | "declined";
    "learning-network.works-shared"?: true | false | "declined";
  };
  /** Which of the lists below are complete: what does not stand in them is not there. */
  complete?: Array<NetworkList>;
  /** What it is after, and whether that was reached. */
  goals?: Array<NetworkGoal>;
  /** A short id that stays the same, in lower case with hyphens: calendars know the network by it. */
  id: string;
  /** What form of network it is; several may fit. */
  kinds?: Array<NetworkKind>;
  /** What those involved would do otherwise next time. */
  lessons?: Array<string>;
  /** What the network is called. */
  name?: string | null;
  /** A free note; never logged. */
  note?: string | null;
  /** The people who take part. */
  participants?: Array<Participant>;
  /** The organisations. */
  parties?: Array<Party>;
  /** The phases it was in, the last of which it is in now. Going back is normal, and stands in it too. */
  phases?: Array<PhaseReached>;
  /** The improvement plans. */
  plans?: Array<ImprovementPlan>;
  schema: "raakvlak.network.v1";
  /** The sector of care. */
  sector?: Sector | null;
  /** The meetings. */
  sessions?: Array<Session>;
  /** The themes, and which were chosen. */
  themes?: Array<Theme>;
  /** The tools that come out. */
  tools?: Array<NetworkTool>;
  /** The votes on themes. */
  votes?: Array<Vote>;
};

/** An agreement between a participant and the manager. */
export type Agreement = {
  /** Whether there is one. */
  agreed: boolean;
  /** What it says, for instance hours to visit other teams. */
  what?: string | null;
};

/** How many were asked, and how many came. */
export type Attendance = {
  /** How many were asked. */
  asked: number;
  /** How many came. */
  came: number;
};

/** A ballot. Anonymous: a token says that somebody voted, and not who. */
export type Ballot = {
  /** The ids of themes: with dots one for every dot, in a ranking the most urgent first. */
  themes: Array<string>;
  /** A token that was handed out, so that nobody votes twice; never a name. It is in no result. */
  token?: string | null;
};

/** What the checklist said in one wave, over the whole network. */
export type ChecklistWave = {
  /** The median of each block or statement, by knowledge id; without `checklist.block.` where it is a block. */
  medians: Record<string, number>;
  /** How many filled it in. A report for others leaves a wave out with fewer than ten. */
  sheets: number;
  /** The wave: the round in which it was filled in. */
  wave: string;
};

/** An improvement plan: the worksheet of a participant for the own organisation. The source gives its use
 * (handbook, 4.4 step 3) and not its fields: those are ours. */
export type ImprovementPlan = {
  /** What will be done: small and concrete. */
  actions?: Array<PlannedAction>;
  /** What was agreed with the manager. */
  agreement?: Agreement | null;
  /** Where in the policy of the organisation it gets its place. */
  anchoring?: string | null;
  /** Conditions that it needs: knowledge ids, such as `organisation.interpreters`. */
  conditions?: Array<string>;
  /** The dream: what it would be like. */
  dream?: string | null;
  /** How it will be seen whether it works. */
  evaluation?: string | null;
  /** What other participants said of it. */
  feedback?: Array<string>;
  /** The goal. */
  goal?: string | null;
  /** A short id. */
  id: string;
  /** In which function somebody looks after it; never a name. */
  owner?: string | null;
  /** The id of the organisation that it is for. */
  party?: string | null;
  /** How far it came, the last of which is now. */
  status?: Array<StatusReached>;
  /** The id of the theme. */
  theme?: string | null;
  /** What is tried out, and with whom. */
  try_out?: string | null;
};

/** How far an organisation has come with diversity-sensitive working, as it says itself. */
export type Maturity = 
  /** It begins. */
  | "beginning"
  /** It is on its way. */
  | "under-way"
  /** It has come far. */
  | "far";

/** Something that the network is after. */
export type NetworkGoal = {
  /** What it is after, in the words of the network. */
  goal: string;
  /** How far it came; absent where that is not known. */
  reached?: Reached | null;
};

/** A form of learning network (handbook, chapter 2): `network.kind` in the knowledge. */
export type NetworkKind = 
  /** A community of practice. */
  | "community-of-practice"
  /** A living lab. */
  | "living-lab"
  /** A learning practice: the umbrella term. */
  | "learning-practice"
  /** People who want to learn from each other. */
  | "individuals"
  /** Education, science and practice together. */
  | "education-science-practice"
  /** Improvement of each one's own organisation. */
  | "own-improvement"
  /** Better cooperation between organisations. */
  | "between-organisations"
  /** Directors. */
  | "directors";

/** A list of a network that can be complete. */
export type NetworkList = 
  /** The organisations. */
  | "parties"
  /** The people who take part; with it, the roles. */
  | "participants"
  /** The meetings. */
  | "sessions"
  /** The themes. */
  | "themes"
  /** The improvement plans. */
  | "plans"
  /** The tools. */
  | "tools";

/** What somebody, or an organisation, does in a network: `network.role` in the knowledge. */
export type NetworkRole = 
  /** The fixed person who organises it. */
  | "coordinator"
  /** Leads the conversation. */
  | "moderator"
  /** Brings in what research knows. */
  | "scientific-expert"
  /** Knows how people learn from practice. */
  | "learning-expert"
  /** Gives practical support. */
  | "project-support"
  /** Guides the process. */
  | "process-guide"
  /** Helps to find parties at the start. */
  | "initiating-partner"
  /** Carries the results into the own organisation. */
  | "ambassador"
  /** Sits in the group of managers and policy staff. */
  | "governance-group"
  /** Takes part. */
  | "participant"
  /** Teaches. */
  | "lecturer"
  /** Studies. */
  | "student"
  /** Does research. */
  | "researcher"
  /** Is responsible in an organisation. */
  | "manager"
  /** Knows the life-world of clients from within. */
  | "key-figure"
  /** Has lived through it. */
  | "experience-expert"
  /** Represents clients. */
  | "client-representative";

/** A tool that the network makes. */
export type NetworkTool = {
  /** A short id. */
  id: string;
  /** Whether the network made it together. */
  joint?: boolean | null;
  /** What it is called. */
  label: string;
  /** The tool of the knowledge that it is, or is like: `tool.case-discussion`. */
  like?: string | null;
  /** How far it came, the last of which is now. */
  status?: Array<StatusReached>;
  /** To how many teams ambassadors brought it. */
  teams?: number | null;
};

/** Somebody who takes part, by pseudonym. */
export type Participant = {
  /** Whether they can: have room enough. Yes, no, or declined. */
  can?: Stated | null;
  /** A pseudonym, never a name. */
  id: string;
  /** Whether they may: have their management's backing. Yes, no, or declined. */
  may?: Stated | null;
  /** A free note; never logged. */
  note?: string | null;
  /** The id of the organisation. */
  party?: string | null;
  /** What they do in the network. */
  roles?: Array<NetworkRole>;
  /** Whether they want to: open to what others found. Yes, no, or declined. */
  want?: Stated | null;
};

/** An organisation that takes part in a network or supports it. */
export type Party = {
  /** Whether its management backs taking part: yes, no, or declined. */
  backing?: Stated | null;
  /** Any short text that is not empty. */
  id: string;
  /** What kind of organisation it is. */
  kind?: PartyKind | null;
  /** How far it has come with diversity-sensitive working, as it says itself. */
  maturity?: Maturity | null;
  /** What it is called. */
  name?: string | null;
  /** A free note; never logged. */
  note?: string | null;
  /** What it does in the network. */
  roles?: Array<NetworkRole>;
  /** Its sector, where it gives care. */
  sector?: Sector | null;
};

/** A kind of organisation: `network.party` in the knowledge. */
export type PartyKind = 
  /** A generic provider of care. */
  | "generic"
  /** A provider directed at clients with a migration background. */
  | "culture-specific"
  /** An informal or volunteer organisation, also a key person on their own. */
  | "informal"
  /** A university of applied sciences, or another school. */
  | "university"
  /** A knowledge institute. */
  | "knowledge-institute"
  /** A municipality. */
  | "municipality"
  /** An association of professionals. */
  | "professional-association"
  /** A regional alliance in care. */
  | "regional-cooperation"
  /** An anti-discrimination agency. */
  | "anti-discrimination"
  /** Family carers. */
  | "family-carers"
  /** An umbrella organisation. */
  | "umbrella-bodies"
  /** Anything else. */
  | "other";

/** A phase that a network came into. */
export type PhaseReached = {
  /** Since when: a year, a year and month, or a day. */
  on?: string | null;
  /** The phase, 0 to 6. */
  phase: number;
};

/** An action of an improvement plan. */
export type PlannedAction = {
  /** What will be done. */
  action: string;
  /** By when: a year, a year and month, or a day. */
  by?: string | null;
  /** Whether it was done; absent where that is not known. */
  done?: boolean | null;
};

/** How far a plan or a tool came. */
export type Progress = 
  /** Thought of. */
  | "idea"
  /** Worked out. */
  | "worked-out"
  /** Being tried. */
  | "tried-out"
  /** Looked back on. */
  | "evaluated"
  /** Changed after that. */
  | "adjusted"
  /** In use in the organisation. */
  | "implemented"
  /** Part of its policy. */
  | "anchored"
  /** Given up. */
  | "stopped";

/** How far a goal was reached. */
export type Reached = 
  /** Not. */
  | "no"
  /** In part. */
  | "partly"
  /** Wholly. */
  | "yes";

/** A meeting. */
export type Session = {
  /** What is on the agenda: knowledge ids, or words of one's own. */
  agenda?: Array<string>;
  /** How many were asked and how many came; never who. */
  attendance?: Attendance | null;
  /** It was called off; it stays in the list, so that calendars learn of it. */
  cancelled?: boolean;
  /** Planning leaves it where it is, also when it is still to come. */
  fixed?: boolean;
  /** Whether it took place; where it did not, it counts as called off. Attendance shows that it did; absent
   * where it is not known. */
  held?: boolean | null;
  /** What participants do before the next. */
  homework?: string | null;
  /** A short id that stays the same when the meeting is moved. */
  id: string;
  /** What sort of meeting it is. */
  kind?: SessionKind;
  /** How long it lasts, in minutes. */
  minutes?: number | null;
  /** Whether it is online. */
  online?: boolean | null;
  /** The phases that it works on. */
  phases?: Array<number>;
  /** Where it is. */
  place?: string | null;
  /** How often it was changed since it was first planned: calendars take over what is higher. */
  revision?: number;
  /** When it starts, in Dutch time: `2027-01-12T14:00`. Absent where that is not known. */
  start?: string | null;
};

/** A sort of meeting. */
export type SessionKind = 
  /** One of the series in which the network learns and works. */
  | "working"
  /** A meeting before the series, such as an opening or a masterclass. */
  | "opening"
  /** The governance group: managers and policy staff. */
  | "governance"
  /** A meeting afterwards, to hear how it went. */
  | "follow-up";

/** How far a plan or a tool came, and when. */
export type StatusReached = {
  /** Since when: a year, a year and month, or a day. */
  on?: string | null;
  /** How far. */
  status: Progress;
};

/** A theme. */
export type Theme = {
  /** Whether the network chose it; absent while that is not settled. */
  chosen?: boolean | null;
  /** A short id. */
  id: string;
  /** What it is about, in the words of the network. */
  label: string;
  /** The theme of which it is a part. */
  part_of?: string | null;
};

/** A vote on themes. It shows what each finds urgent; the network chooses. */
export type Vote = {
  /** The ballots, in any order. */
  ballots: Array<Ballot>;
  /** In a dot vote: how many dots each has; three when left out. */
  dots?: number | null;
  /** A short id. */
  id: string;
  /** How is voted. */
  method: VoteMethod;
  /** How many themes the network wants to choose; three when left out. */
  places?: number | null;
  /** How many ballots it takes to count. */
  quorum?: number | null;
  /** How many may vote; absent where that is not known. */
  voters?: number | null;
};

/** A way of voting. */
export type VoteMethod = 
  /** Dots to share out, several on one theme if one likes. */
  | "dots"
  /** Every theme that one supports. */
  | "approval"
  /** Themes in order, the most urgent first. */
  | "ranking";

/** A review: what goes well, what is lacking and what is not known, of a learning network, a cooperation or
 * a district team. It is about how organisations arrange things, never about the people in them. */
export type ReviewDocument = {
  /** Every advice of the rules, in the order of the knowledge. */
  advice: Array<Advised>;
  /** The questions worth asking, the best first. */
  ask_next: Array<Asked>;
  /** Its id, where it has one. */
  id?: string | null;
  /** The knowledge that decided. */
  knowledge: Knowledge;
  /** The language of the texts. */
  lang: string;
  /** Of a district team: how the checklist came out over all teams, of waves with at least ten sheets. */
  monitor?: ReportedChecklist | null;
  /** What it is called. */
  name?: string | null;
  /** The part that is at hand now: the phase of a network; absent where nobody said, or where there is no order. */
  now?: string | null;
  /** What is reviewed. */
  of: WholeCase;
  /** The phases, steps or subjects, in their order, and of each what applies, is open and is done. */
  parts: Array<ReviewPart>;
  schema: "raakvlak.review.v1";
  /** What goes well, by the words of the sources: features and success factors that are there. */
  strengths: Array<string>;
};

/** Where a part stands in time. */
export type Position = 
  /** Before what is at hand. */
  | "earlier"
  /** At hand. */
  | "now"
  /** After it. */
  | "later";

/** What a network that the sources tell of did. */
export type Practice = {
  /** The knowledge id. */
  id: string;
  /** What it is called. */
  label: string;
  /** Where it is said. */
  source: Source;
  /** What they did. */
  text: string;
};

/** What the checklist said, wave by wave. */
export type ReportedChecklist = {
  /** Waves that are left out, because fewer than ten filled it in. */
  left_out: Array<string>;
  /** Blocks and statements, in the order of the checklist. */
  medians: Array<ReportedMedians>;
  /** The waves, the first first. */
  waves: Array<ReportedWave>;
};

/** A block or statement in every wave. */
export type ReportedMedians = {
  /** The last median less the first; absent where one of these is not known, or there is one wave. */
  change?: number | null;
  /** The knowledge id. */
  id: string;
  /** What it is called. */
  label: string;
  /** The median in each wave; null where it is not known. */
  medians: Array<number | null>;
};

/** A wave. */
export type ReportedWave = {
  /** How many filled it in. */
  sheets: number;
  /** What it is called. */
  wave: string;
};

/** A part of a review: a phase, a step or a subject. */
export type ReviewPart = {
  /** What there is to do: advices that apply. */
  applies: Array<string>;
  /** How others did it: activities of networks that the sources tell of. */
  examples?: Array<Practice>;
  /** The knowledge id. */
  id: string;
  /** What it is called. */
  label: string;
  /** What need not be done, because it is there, or because it is not yet time. */
  not_now: Array<string>;
  /** What is not known. */
  open: Array<string>;
  /** Where it stands in time; absent where there is no order, or where it is not known. */
  position?: Position | null;
};

/** What to plan: when the sessions of a network start, how many there are, and which days are not free.
 * 
 * Only the start is needed. What is left out is filled in by what the sources say, with the reason. */
export type ScheduleDocument = {
  /** Days without sessions: school holidays and others. */
  blocked?: Array<BlockedDays>;
  /** How many weeks lie between them; six when left out. */
  every_weeks?: number | null;
  /** How many months after the last working session the network meets again; six when left out, and 0 for
   * not at all. */
  follow_up_months?: number | null;
  /** How often the governance group meets; twice when left out, and 0 for not at all. */
  governance?: number | null;
  /** How long a session lasts, in minutes. When left out, what a session says of itself stays, and the
   * others last two and a half hours. */
  minutes?: number | null;
  schema: "raakvlak.schedule.v1";
  /** How many working sessions the series has, with those that were held; six when left out. */
  sessions?: number | null;
  /** When the first working session that is still to come starts, in Dutch time: `2027-01-12T14:00`. */
  start: string;
  /** The day on which is planned, such as `2026-11-30`: nothing before it is planned or moved. Without it
   * only a session with attendance counts as held. */
  today?: string | null;
};

/** Days on which there is no session. */
export type BlockedDays = {
  /** The first day: `2027-02-20`. */
  from: string;
  /** The last day, which belongs to it; the first when left out. */
  to?: string | null;
  /** Why, in a few words: it stands with every session that is moved by it. */
  why?: string | null;
};

/** A network with its sessions planned, and why it came out so. */
export type SchedulePlanDocument = {
  /** The numbers that it was planned by, and what the sources say of them. */
  decided: Array<Decided>;
  /** The knowledge from which the reasons are. */
  knowledge: Knowledge;
  /** The language of the texts. */
  lang: string;
  /** The sessions that could not be when their turn came, in the order in which they were planned. */
  moved: Array<MovedSession>;
  /** The network. */
  network: NetworkDocument;
  /** What to look at again. */
  remarks?: Array<SessionRemark>;
  schema: "raakvlak.schedule-plan.v1";
};

/** A number by which was planned. */
export type Decided = {
  /** What has to be said with it. */
  caveat?: string | null;
  /** Whether the request gave it. */
  given: boolean;
  /** The highest that is usual; absent where there is none. */
  high?: number | null;
  /** The knowledge id of what is usual. */
  id: string;
  /** What it is called. */
  label: string;
  /** The lowest that is usual; absent where there is none. */
  low?: number | null;
  /** What to note where the number is lower or higher than that. It is never refused for it. */
  note?: string | null;
  /** What of it is our choice. */
  operationalisation?: string | null;
  /** Where it is said. */
  source: Source;
  /** The number. */
  value: number;
  /** The field of the request. */
  what: Decision;
  /** What is usual. */
  why: string;
};

/** A number to plan by, named as in the request. */
export type Decision = 
  /** How many working sessions. */
  | "sessions"
  /** How many weeks between them. */
  | "every_weeks"
  /** How long they last, in minutes. */
  | "minutes"
  /** How often the governance group meets. */
  | "governance"
  /** After how many months the network meets again. */
  | "follow_up_months";

/** A session that could not be when its turn came. */
export type MovedSession = {
  /** What was in the way. */
  because: Array<string>;
  /** When its turn came. */
  from: string;
  /** The id of the session. */
  session: string;
  /** When it is: whole weeks later. */
  to: string;
};

/** What there is about a session. */
export type Remark = 
  /** It is in the past, and nobody said whether it took place: the plan counts on it. */
  | "not-said-held"
  /** Its moment is fixed, on a day that is blocked. */
  | "fixed-on-blocked";

/** Something about a session that the plan leaves as it is. */
export type SessionRemark = {
  /** What is in the way. */
  because?: Array<string>;
  /** The id of the session. */
  session: string;
  /** When it is. */
  start: string;
  /** What there is about it. */
  what: Remark;
};

/** How a vote on themes came out. It shows what people find urgent; the network chooses, together.
 * 
 * No token stands in it, and nothing that ties a ballot to somebody. */
export type VoteResultDocument = {
  /** The same of whole themes: the points of a theme and of its parts added up. Empty where no theme has parts. */
  clusters: Array<TiedThemes>;
  /** How many ballots count. */
  counted: number;
  /** What the points decide; absent where the vote does not decide. */
  decides?: VoteDecides | null;
  /** How points come about, in words. */
  how: string;
  /** The knowledge that it was made with. */
  knowledge: Knowledge;
  /** The language of the texts. */
  lang: string;
  /** How was voted. */
  method: VoteMethod;
  /** What the network is called. */
  name?: string | null;
  /** The id of the network. */
  network: string;
  /** What of it is our choice: the sources ask to vote, and do not say how. */
  operationalisation: string;
  /** How many themes the network wants to choose. */
  places: number;
  /** Every theme by its points, most first; those with as many stand together, in the order of the network. */
  points: Array<TiedThemes>;
  /** How many ballots it takes to decide; absent where that is not known. */
  quorum?: number | null;
  /** Whether so many count; absent where it is not known how many it takes. */
  quorum_reached?: boolean | null;
  /** The ballots that do not count, and why. */
  refused: Array<RefusedBallot>;
  schema: "raakvlak.vote-result.v1";
  /** Whether it decides. */
  standing: VoteStanding;
  /** The id of the vote. */
  vote: string;
  /** How many may vote; absent where that is not known. */
  voters?: number | null;
};

/** A ballot that does not count. */
export type RefusedBallot = {
  /** The stable code of what is wrong. */
  code: Code;
  /** What to do about it. */
  help?: string | null;
  /** What is wrong, in plain words. */
  message: string;
  /** The place in the document of the network, as a JSON path. */
  path: string;
};

/** Themes with as many points. */
export type TiedThemes = {
  /** How many. */
  points: number;
  /** The themes; more than one is a tie. */
  themes: Array<Theme>;
};

/** A tie that the points do not break. */
export type UndecidedThemes = {
  /** How many places are left. */
  places: number;
  /** The ids of the themes among which the network chooses. */
  tied: Array<string>;
};

/** What the points of a vote decide. They never break a tie. */
export type VoteDecides = {
  /** The ids of the themes that get a place, most points first. */
  chosen: Array<string>;
  /** The ids of the other themes. They are kept for later. */
  kept: Array<string>;
  /** What the network still has to choose among; absent where the points decide. */
  undecided?: UndecidedThemes | null;
};

/** Whether a vote decides. */
export type VoteStanding = 
  /** It does, as far as there is no tie. */
  | "decides"
  /** Fewer ballots count than it takes. */
  | "no-quorum"
  /** No ballot counts. */
  | "no-ballots"
  /** More ballots count than there are people who may vote. */
  | "too-many-ballots";

/** What a network reached, for one audience: what is not for that audience is not in it.
 * 
 * No person stands in it, not by pseudonym either. */
export type NetworkReportDocument = {
  /** The questions worth asking, the best first: for the participants. */
  ask_next: Array<Asked>;
  /** What is asked of the reader, or what the reader can do. */
  asked: Array<AskedOfReader>;
  /** In how many organisations of care management backs taking part: for managers. */
  backing?: HowMany | null;
  /** What the checklist said. */
  checklist: ReportedChecklist;
  /** Which lists of the network are complete: what does not stand in them is not there. */
  complete: Array<NetworkList>;
  /** For whom it is. */
  for: Audience;
  /** What it is after, and how far that came. */
  goals: Array<NetworkGoal>;
  /** The id of the network. */
  id: string;
  /** The knowledge that decided. */
  knowledge: Knowledge;
  /** What the review finds lacking, now and in earlier phases. */
  lacking: Array<Advised>;
  /** The language of the texts. */
  lang: string;
  /** What is left out for this audience although it is known, and why. */
  left_out: Array<LeftOut>;
  /** What those involved would do otherwise next time. */
  lessons: Array<string>;
  /** What it is called. */
  name?: string | null;
  /** Of how many advices it cannot be said yet, because something is not known. */
  open: number;
  /** How many organisations take part, by kind. */
  parties: Array<PartyNumber>;
  /** The phases it was in, the last of which it is in now. */
  phases: Array<ReportedPhase>;
  /** The plans in figures; absent where there is none. */
  plan_figures?: PlanFigures | null;
  /** The improvement plans: for the participants. */
  plans: Array<ReportedPlan>;
  schema: "raakvlak.network-report.v1";
  /** The meetings in the order of time. For the wall, those that are planned after the last one that was held. */
  sessions: Array<ReportedSession>;
  /** The themes: chosen, kept for later, or not settled. For the wall, those that were chosen. */
  themes: Array<Theme>;
  /** The tools. For the wall, those that were not given up. */
  tools: Array<ReportedTool>;
};

/** Something that is asked of the reader, or that the reader can do. */
export type AskedOfReader = {
  /** Whether it comes from the plans: some of them need it. */
  from_plans?: boolean;
  /** The knowledge id. */
  id: string;
  /** What it is called. */
  label: string;
  /** What of it is our choice. */
  operationalisation?: string | null;
  /** How many plans need it; absent where that is left out, because fewer than five organisations have a plan. */
  plans?: number | null;
  /** Where it is said. */
  source: Source;
  /** What it is. */
  text: string;
};

/** For whom a report of a network is. */
export type Audience = 
  /** The people who take part. */
  | "participants"
  /** Managers of the organisations: what is asked of them. */
  | "managers"
  /** The municipality: what it can do. */
  | "municipality"
  /** Everybody: one page to hang up. */
  | "wall";

/** Of how many it is so, of how many not, and of how many that is not known. */
export type HowMany = {
  /** Somebody preferred not to say. */
  declined: number;
  /** It is not. */
  no: number;
  /** It is not known. */
  unknown: number;
  /** It is so. */
  yes: number;
};

/** Something that is left out for an audience. */
export type LeftOut = {
  /** Why, in words. */
  text: string;
  /** What. */
  what: LeftOutOf;
};

/** What can be left out for an audience. */
export type LeftOutOf = 
  /** What stands in the improvement plans. An organisation shared that with the others in the network, to learn;
   * its own manager, and the municipality that buys its care, get it from the organisation itself. */
  | "plan-texts"
  /** Figures on plans and backing: with fewer than five organisations they would be about one. */
  | "few-organisations"
  /** Who came, where fewer than five were asked. */
  | "small-attendance"
  /** Waves of the checklist with fewer than ten sheets. */
  | "small-waves"
  /** What rests on what participants or managers said of themselves. */
  | "said-by-people";

/** How many organisations of a kind take part. */
export type PartyNumber = {
  /** The kind; absent where that is not known. */
  kind?: PartyKind | null;
  /** What the kind is called. */
  label: string;
  /** How many. */
  number: number;
};

/** Improvement plans in figures. */
export type PlanFigures = {
  /** How many plans there are. */
  plans: number;
  /** How far they came; absent where it is left out, because fewer than five organisations have a plan. */
  progress?: PlanProgress | null;
  /** How many on each theme; none where that is left out, because fewer than five organisations have a plan. */
  themes: Array<PlannedTheme>;
};

/** How far plans came, all together. */
export type PlanProgress = {
  /** The actions: done or not. */
  actions: HowMany;
  /** An agreement with the manager: for participants and managers. */
  agreements?: HowMany | null;
  /** How many plans came how far. */
  status: Array<PlansSoFar>;
};

/** How many plans there are on a theme. */
export type PlannedTheme = {
  /** How many. */
  plans: number;
  /** What the theme is about; absent where the plans do not say. */
  theme?: string | null;
};

/** How many plans came so far. */
export type PlansSoFar = {
  /** How many. */
  plans: number;
  /** How far; absent where that is not known. */
  status?: Progress | null;
};

/** A phase that the network came into. */
export type ReportedPhase = {
  /** The knowledge id. */
  id: string;
  /** What it is called. */
  label: string;
  /** Since when: a year, a year and month, or a day. */
  on?: string | null;
};

/** An improvement plan. */
export type ReportedPlan = {
  /** What the conditions that it needs are called. */
  conditions: Array<string>;
  /** What the organisation is called, or its id. */
  organisation?: string | null;
  /** The plan as it stands in the document of the network. */
  plan: ImprovementPlan;
  /** What the theme is about. */
  theme?: string | null;
};

/** A meeting. */
export type ReportedSession = {
  /** How many were asked and how many came; absent where that is not known, or left out. */
  attendance?: Attendance | null;
  /** It is known how many came, and left out: fewer than five were asked. */
  attendance_left_out?: boolean;
  /** What sort of meeting it is. */
  kind: SessionKind;
  /** How long it lasts, in minutes. */
  minutes?: number | null;
  /** Whether it is online. */
  online?: boolean | null;
  /** The phases that it works on. */
  phases: Array<number>;
  /** Where it is: for those who go there. */
  place?: string | null;
  /** When it starts, in Dutch time; absent where that is not known. */
  start?: string | null;
  /** What became of it. */
  state: SessionState;
};

/** A tool that the network makes. */
export type ReportedTool = {
  /** What the tool of the knowledge that it is like is called. */
  like?: string | null;
  /** The tool as it stands in the document of the network. */
  tool: NetworkTool;
};

/** What became of a meeting, as far as it was written down. */
export type SessionState = 
  /** It was held. */
  | "held"
  /** It has a moment; whether it was held is not known. */
  | "planned"
  /** It has no moment; whether it was held is not known. */
  | "undated"
  /** It was called off. */
  | "called-off";

/** How formal and informal organisations work together around families: who there is, what it brings, who
 * does what, and how it goes (handbook, appendix 2).
 * 
 * What is absent is not known. A list says what is there; only where [`Self::complete`] names it does it
 * also say that there is nothing else. It is about organisations: people do not stand in it. */
export type CooperationDocument = {
  /** What the cooperation brings, in words that both sides found together. */
  added_value?: string | null;
  /** What was agreed. */
  agreements?: Array<WorkingAgreement>;
  /** What is stated about the cooperation, by observation id. */
  circumstances?: {
    "cooperation-state.agreements"?: true | false | "declined";
    "cooperation-state.equal"?: true | false | "declined";
    "cooperation-state.evaluated"?: true | false | "declined";
    "cooperation-state.gain-formulated"?: true | false | "declined";
    "cooperation-state.honoured"?: true | false | "declined";
    "cooperation-state.informal-first"?: true | false | "declined";
    "cooperation-state.key-figures-known"?: true | false | "declined";
    "cooperation-state.met"?: true | false | "declined";
    "cooperation-state.offer-known"?: true | false | "declined";
    "cooperation-state.roles-described"?: true | false | "declined";
    "cooperation-state.routes-used"?: true | false | "declined";
    "cooperation-state.support-known"?: true | false | "declined";
    "cooperation-state.threshold-named"?: true | false | "declined";
    "cooperation-state.trust-management"?: true | false | "declined";
    "cooperation-state.trust-practice"?: true | false | "declined";
  };
  /** Which of the lists below are complete: what does not stand in them is not there. */
  complete?: Array<CooperationList>;
  /** When it was looked back on. */
  evaluations?: Array<Evaluation>;
  /** The formal organisations: those of professionals. */
  formal?: Array<FormalParty>;
  /** What volunteers get in return. */
  honours?: Array<Honour>;
  /** A short id that stays the same, in lower case with hyphens. */
  id?: string | null;
  /** The informal organisations, and key persons on their own. */
  informal?: Array<InformalParty>;
  /** What the cooperation is called. */
  name?: string | null;
  /** The id of the learning network that it belongs to. */
  network?: string | null;
  /** A free note; never logged. */
  note?: string | null;
  /** Who has which role. */
  roles?: Array<DescribedRole>;
  schema: "raakvlak.cooperation.v1";
};

/** A list of a cooperation that can be complete. */
export type CooperationList = 
  /** The formal organisations. */
  | "formal"
  /** The informal organisations. */
  | "informal"
  /** The agreements. */
  | "agreements";

/** The role of an organisation. */
export type DescribedRole = {
  /** The id of the organisation. */
  of: string;
  /** What it does. */
  role: string;
};

/** A moment at which both sides looked back. */
export type Evaluation = {
  /** When: a year, a year and month, or a day. */
  on: string;
  /** What came out of it. */
  what?: string | null;
};

/** A formal organisation. */
export type FormalParty = {
  /** Any short text that is not empty. */
  id: string;
  /** What it is called. */
  name?: string | null;
  /** Its id in the learning network. */
  network_party?: string | null;
};

/** What volunteers get in return: `cooperation.step.4.honour` in the knowledge. */
export type Honour = 
  /** A place to meet. */
  | "location"
  /** An allowance. */
  | "allowance"
  /** Guidance. */
  | "guidance"
  /** Anything else. */
  | "other";

/** A kind of informal organisation: `cooperation.step.1.party` in the knowledge. */
export type InformalKind = 
  /** Residents organised it themselves, for each other. */
  | "self-organisation"
  /** Of women. */
  | "women"
  /** For fathers. */
  | "fathers"
  /** A cultural organisation. */
  | "cultural"
  /** A place of worship. */
  | "religious"
  /** A key person or bridge worker on their own. */
  | "key-person"
  /** Anything else. */
  | "other";

/** An informal organisation, or a key person on their own. */
export type InformalParty = {
  /** Any short text that is not empty; of a person a pseudonym, never a name. */
  id: string;
  /** What kind of organisation it is. */
  kind: InformalKind;
  /** Whether the formal side got to know it: yes, no, or declined. */
  met?: Stated | null;
  /** What it is called, where it is an organisation. */
  name?: string | null;
  /** Its id in the learning network. */
  network_party?: string | null;
  /** What exactly it does for families. */
  offers?: string | null;
  /** Whether it helps families with raising children: yes, no, or declined. */
  supports_families?: Stated | null;
};

/** An agreement about how to work with families together. */
export type WorkingAgreement = {
  /** A short id. */
  id: string;
  /** Since when: a year, a year and month, or a day. */
  since?: string | null;
  /** The ids of the organisations whose task it is. */
  task_of?: Array<string>;
  /** What was agreed. */
  what: string;
};

/** The district teams of a municipality, and what they and the municipality do so that every resident is
 * reached and helped (the article on district teams).
 * 
 * What is absent is not known. It is about teams and a municipality: people do not stand in it. */
export type DistrictTeamDocument = {
  /** What it yields, and who sees that it is urgent. */
  business_case?: BusinessCase | null;
  /** What is stated about teams and municipality, by observation id. */
  circumstances?: {
    "district-team.adapted"?: true | false | "declined";
    "district-team.gains-seen"?: true | false | "declined";
    "district-team.guide-used"?: true | false | "declined";
    "district-team.known-to-residents"?: true | false | "declined";
    "district-team.match"?: true | false | "declined";
    "district-team.meetings-held"?: true | false | "declined";
    "district-team.migrant-organisations"?: true | false | "declined";
    "district-team.monitor"?: true | false | "declined";
    "district-team.municipal-attention"?: true | false | "declined";
    "district-team.municipal-urgency"?: true | false | "declined";
    "district-team.only-one-afternoon"?: true | false | "declined";
    "district-team.outreach"?: true | false | "declined";
    "district-team.outreach-informal"?: true | false | "declined";
    "district-team.plan-accessibility"?: true | false | "declined";
    "district-team.plan-composition"?: true | false | "declined";
    "district-team.plan-expertise"?: true | false | "declined";
    "district-team.plan-method"?: true | false | "declined";
    "district-team.project-leader"?: true | false | "declined";
    "district-team.reach"?: true | false | "declined";
    "district-team.tailoring-checked"?: true | false | "declined";
    "district-team.threshold-low"?: true | false | "declined";
    "district-team.throughout"?: true | false | "declined";
    "district-team.urgency-seen"?: true | false | "declined";
    "district-team.wishes-asked"?: true | false | "declined";
    "district-team.working-group"?: true | false | "declined";
  };
  /** A short id that stays the same, in lower case with hyphens. */
  id?: string | null;
  /** With what the municipality follows it in outline: what the checklist said, wave by wave, over all teams. */
  monitor?: Array<ChecklistWave>;
  /** The municipality. */
  municipality?: string | null;
  /** What the team, or the teams together, are called. */
  name?: string | null;
  /** A free note; never logged. */
  note?: string | null;
  /** The improvement plan over everything that the team does. */
  plan?: IntegralPlan | null;
  /** What the municipality demands where it purchases care. */
  procurement?: Procurement | null;
  /** Who at the municipality carries the lasting introduction. */
  project_leader?: ProjectLeader | null;
  schema: "raakvlak.district-team.v1";
  /** The group in the teams that keeps it going. */
  working_group?: WorkingGroup | null;
};

/** What diversity-sensitive working yields, and who sees that it is urgent: `team.business-case` in the knowledge. */
export type BusinessCase = {
  /** How help has better results. */
  better_results?: string | null;
  /** How people are reached earlier. */
  earlier?: string | null;
  /** Who sees that it is urgent, and who does not. */
  urgency?: UrgencySeen | null;
};

/** An improvement plan that covers every part of the work. Its four subjects are those of the source, what
 * stands in each is ours. */
export type IntegralPlan = {
  /** How easily residents find and reach it. */
  accessibility?: SubjectPlan | null;
  /** Whether this is the whole plan: what does not stand in it, is not in the plan either. */
  complete?: boolean;
  /** Who is in the team. */
  composition?: SubjectPlan | null;
  /** What its members know and can do. */
  expertise?: SubjectPlan | null;
  /** How it works. */
  method?: SubjectPlan | null;
};

/** What a municipality demands where it purchases care. */
export type Procurement = {
  /** The demands. */
  demands: Array<string>;
  /** The tool of the knowledge after which it was modelled: `tool.procurement-checklist`. */
  like?: string | null;
};

/** Who carries the lasting introduction. */
export type ProjectLeader = {
  /** In which function; never a name. */
  function: string;
  /** Since when: a year, a year and month, or a day. */
  since?: string | null;
};

/** What a plan says of one subject. */
export type SubjectPlan = {
  /** What will be done. */
  actions?: Array<PlannedAction>;
  /** What is to be reached. */
  goals?: Array<string>;
  /** In which function somebody looks after it; never a name. */
  owner?: string | null;
  /** How far it came, the last of which is now. */
  status?: Array<StatusReached>;
};

/** Whether those involved see that it is urgent: of each yes, no, or declined; absent where that is not known. */
export type UrgencySeen = {
  /** Those who manage the teams. */
  management?: Stated | null;
  /** The officials of the municipality. */
  municipality?: Stated | null;
  /** The organisations that they work with. */
  partners?: Stated | null;
  /** The members of the teams. */
  team?: Stated | null;
};

/** A group in the teams that sees to lasting attention. */
export type WorkingGroup = {
  /** Which functions sit in it; never names. */
  functions: Array<string>;
  /** Since when: a year, a year and month, or a day. */
  since?: string | null;
};

/** What an organisation changes in the vision of the sources to make it its own: each change with a reason,
 * which the vision shows. Without a change it is that of the sources. */
export type VisionChoices = {
  /** Parts of the knowledge that do not stand in a vision from the start. */
  add?: Array<ChosenPart>;
  /** Parts that are left out, each with what hangs under it. */
  leave_out?: Array<ChosenPart>;
  /** The organisation. */
  name?: string | null;
  /** Parts in words of one's own. */
  own?: Array<OwnPart>;
  /** Parts that are said in words of one's own instead. */
  replace?: Array<ReplacedPart>;
  schema: "raakvlak.vision.v1";
};

/** A part of the knowledge, and why it is added or left out. */
export type ChosenPart = {
  /** The knowledge id. */
  part: string;
  /** Why. */
  reason: string;
};

/** A part in words of one's own. */
export type OwnPart = {
  /** A short heading. */
  label: string;
  /** Why. */
  reason: string;
  /** The section that it belongs to, for instance `organisation`. */
  section: "concept.vision" | "frame" | "principle" | "organisation" | "competence" | "method" | "organisation.management";
  /** What it says. */
  text: string;
};

/** A part that is said in words of one's own. */
export type ReplacedPart = {
  /** Another heading; without it, that of the knowledge stays. */
  label?: string | null;
  /** The knowledge id. */
  part: string;
  /** Why. */
  reason: string;
  /** What it says instead. */
  text: string;
};

/** The vision of an organisation, to print and to keep: section by section, every text with its source, the
 * organisation's own accents marked as such, and at the end what it left out and why. */
export type VisionDocument = {
  /** The knowledge that the texts are from. */
  knowledge: Knowledge;
  /** The language of the texts of the knowledge. */
  lang: string;
  /** What was left out, and why. */
  left_out: Array<LeftOutPart>;
  /** The organisation. */
  name?: string | null;
  schema: "raakvlak.vision-document.v1";
  /** The sections; one of which everything was left out is not there. */
  sections: Array<VisionSection>;
};

/** What was left out of a vision. */
export type LeftOutPart = {
  /** The knowledge id. */
  id: string;
  /** The heading. */
  label: string;
  /** Why. */
  reason: string;
};

/** What the knowledge says, where a vision says it otherwise. */
export type Replaced = {
  /** The heading. */
  label: string;
  /** Where it is said. */
  source: Source;
  /** What it says. */
  text: string;
};

/** A part of a vision. */
export type VisionPart = {
  /** The knowledge id; absent where the part is wholly the organisation's own. */
  id?: string | null;
  /** What the knowledge says, where that was replaced. */
  instead_of?: Replaced | null;
  /** The heading. */
  label: string;
  /** Why the organisation changed it; absent where it did not. */
  reason?: string | null;
  /** Where it is said; absent for words of one's own. */
  source?: Source | null;
  /** What it says. */
  text: string;
  /** Whose words these are. */
  words: Words;
};

/** A section of a vision. */
export type VisionSection = {
  /** The knowledge id. */
  id: string;
  /** The heading. */
  label: string;
  /** What stands in it, in the order of the knowledge; what is wholly the organisation's own comes last. */
  parts: Array<VisionPart>;
};

/** Whose words a part of a vision is in. */
export type Words = 
  /** Those of the knowledge. */
  | "knowledge"
  /** The organisation's own. */
  | "own";

/** The facts of the sources, each with whom it is from and when it has to be checked again. None of them says
 * anything about one client. */
export type FactsDocument = {
  /** The facts, in the order of the knowledge. */
  facts: Array<DatedFact>;
  /** The knowledge that they are from. */
  knowledge: Knowledge;
  /** The language of the texts. */
  lang: string;
  /** The day on which was looked; absent where none was given. */
  on?: string | null;
  schema: "raakvlak.facts.v1";
};

/** A fact of the sources. */
export type DatedFact = {
  /** What has to be said with it. */
  caveat?: string | null;
  /** The last day on which it can be used as it stands; a few facts have none. */
  check_by?: string | null;
  /** The figure, where it gives one. */
  figure?: Figure | null;
  /** What the figure counts or measures. */
  figure_of?: string | null;
  /** The knowledge id. */
  id: string;
  /** The heading. */
  label: string;
  /** From whom it is, as the source says. */
  named_source?: string | null;
  /** Where it is said. */
  source: Source;
  /** Whether that day has passed; absent where there is no such day, or where it was not said on which day was
   * looked. */
  stale?: boolean | null;
  /** What it says. */
  text: string;
  /** The year that it is about. */
  year?: number | null;
};
