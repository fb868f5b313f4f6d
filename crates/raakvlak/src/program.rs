//! The one evaluator: rules compiled to a flat program over two rails of bits.
//!
//! Every comparison has two words of bits, *known true* and *known false*; a bit that is
//! in neither is not known. *And* and *or* are both "at least so many": of the true rails
//! for one rail, of the false rails for the other. Over one word a program explains one
//! case: lane 0 is the case, the other lanes try what each unknown could turn out to be.
//! Over blocks of words it decides many cases at once.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::because::{Form, Search, states};
use crate::error::{Code, Error};
use crate::knowledge::{self, Places};
use crate::observation::{self, Index};
use crate::order;
use crate::rule::{Comparison, Condition, Rule, by_advice};
use crate::situation::Situation;

/// Whether an advice holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It holds, whatever is still unknown.
    Applies,
    /// What is not known decides.
    Open,
    /// It does not hold now, whatever is still unknown.
    NotNow,
}

/// The two rails: bits where something is known true, and where it is known false.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rails<const W: usize> {
    /// Known true.
    pub yes: [u64; W],
    /// Known false.
    pub no: [u64; W],
}

impl<const W: usize> Rails<W> {
    /// Nothing is known.
    pub const UNKNOWN: Self = Rails { yes: [0; W], no: [0; W] };

    fn swapped(self) -> Self {
        Rails { yes: self.no, no: self.yes }
    }

    fn and(mut self, other: Self) -> Self {
        self.yes.iter_mut().zip(other.yes).for_each(|(a, b)| *a &= b);
        self.no.iter_mut().zip(other.no).for_each(|(a, b)| *a |= b);
        self
    }

    #[inline(always)]
    fn rail(&self, yes: bool) -> &[u64; W] {
        if yes { &self.yes } else { &self.no }
    }
}

/// A value in the program: a register, read as it is or with its rails swapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Ref {
    register: u16,
    swapped: bool,
}

/// "At least `count` of these", into the next register.
#[derive(Debug, Clone, Copy)]
struct Op {
    count: u16,
    from: u32,
    to: u32,
}

/// What an advice hangs on.
#[derive(Debug, Clone)]
struct Advice {
    id: Cow<'static, str>,
    /// Its entry of the knowledge; none for what a user's own rules add.
    place: Option<usize>,
    root: u16,
    /// Its rules: place in the list that was compiled, and register.
    rules: Vec<(usize, u16)>,
    form: Form,
}

/// A set of rules, compiled. Advices keep the order in which the rules first name them.
///
/// ```
/// use raakvlak::program::{Program, Status};
/// use raakvlak::rule::Rule;
/// use raakvlak::situation::Situation;
///
/// let rule = Rule {
///     id: "own.rule".into(),
///     advice: "own.advice".into(),
///     all: vec!["person.young".into(), "trust <= beginning".into()],
///     ..Rule::default()
/// };
/// let program = Program::compile(&[rule])?;
/// let mut seen = Situation::default();
/// seen.state("person.young", "yes")?;
/// let decision = program.decide(&seen);
/// assert_eq!(decision.status(0), Status::Open);
/// assert_eq!(program.names(0, decision.settled_by(0)), ["trust"]);
/// # Ok::<(), raakvlak::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Program {
    /// The comparisons, one register each, in canonical form (they fail for the lowest value).
    inputs: Vec<Comparison>,
    /// The observations compared, in catalogue order.
    observations: Vec<Index>,
    ops: Vec<Op>,
    args: Vec<Ref>,
    advices: Vec<Advice>,
}

/// What a program makes of one situation.
#[derive(Debug, Clone, Default)]
pub struct Decision {
    findings: Vec<Finding>,
    questions: Vec<Question>,
    lanes: Vec<Lanes>,
    states: Vec<u8>,
    /// Register 0… of lane 0: which are true, which are false.
    rails: Vec<Rails<LANE_WORDS>>,
}

/// One advice, decided. The sets are bits over the advice's own observations.
#[derive(Debug, Clone, Copy)]
struct Finding {
    status: Status,
    because: u64,
    settled_by: u64,
}

/// The lanes in which an unknown observation is tried: one for each of its values.
#[derive(Debug, Clone, Copy)]
struct Lanes {
    observation: Index,
    /// The bits of its lanes.
    tries: u64,
    first: u8,
}

/// A comparison that a program starts from: an observation, and the values for which it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Input {
    /// The place of the observation in the catalogue: see [`observation::all`].
    pub observation: Index,
    /// Bit v is set when the comparison holds for value v. The lowest value is never among them.
    pub holds_for: u8,
}

/// `64 * W` cases that are decided at once, without reasons.
///
/// The rails of every comparison are filled in, one bit a case; then the program runs over
/// all of them, and the rails of each advice tell where it applies (yes), where it does not
/// now (no), and where it is open (neither).
///
/// ```
/// use raakvlak::observation;
/// use raakvlak::program::{Program, Rails};
/// use raakvlak::rule::Rule;
///
/// let rule = Rule {
///     id: "own.rule".into(),
///     advice: "own.advice".into(),
///     all: vec!["person.young".into(), "trust <= beginning".into()],
///     ..Rule::default()
/// };
/// let program = Program::compile(&[rule])?;
/// let mut block = program.block::<1>();
/// for (input, rails) in program.inputs().zip(block.inputs_mut()) {
///     let id = observation::all()[usize::from(input.observation)].id;
///     // Young in cases 0 and 1, not in case 2; the trust of case 1 is `basis`, of the others unknown.
///     *rails = match id {
///         "person.young" => Rails { yes: [0b011], no: [0b100] },
///         _ if input.holds_for == 0b100 => Rails { yes: [0b010], no: [0b000] },
///         _ => Rails::UNKNOWN,
///     };
/// }
/// block.decide();
/// // Open, not now, not now.
/// let rails = block.advice(0);
/// assert_eq!((rails.yes[0] & 0b111, rails.no[0] & 0b111), (0b000, 0b110));
/// # Ok::<(), raakvlak::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Block<'p, const W: usize> {
    program: &'p Program,
    registers: Vec<Rails<W>>,
}

impl<const W: usize> Block<'_, W> {
    /// The rails of each comparison to fill in, in the order of [`Program::inputs`]. What was
    /// filled in stays until it is changed; in the beginning nothing is known.
    pub fn inputs_mut(&mut self) -> &mut [Rails<W>] {
        self.registers.get_mut(..self.program.inputs.len()).unwrap_or_default()
    }

    /// Decides every case.
    ///
    /// It becomes a part of the function that calls it, and so makes use of whatever that one
    /// was compiled for.
    #[inline(always)]
    pub fn decide(&mut self) {
        self.program.run(&mut self.registers);
    }

    /// Where an advice applies, and where it does not now. Nothing is known of one that is not there.
    pub fn advice(&self, advice: usize) -> &Rails<W> {
        let root = self.program.advices.get(advice).map(|a| usize::from(a.root));
        root.and_then(|root| self.registers.get(root)).unwrap_or(const { &Rails::UNKNOWN })
    }
}

/// What answering one unknown observation would bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    pub(crate) observation: Index,
    /// Open advices that every possible answer settles.
    pub settles: u32,
    /// Open advices that some possible answer settles.
    pub can_settle: u32,
}

const LANE_WORDS: usize = 1;

impl Program {
    /// Compiles rules. They should all be about the same: see [`crate::rule::About`].
    ///
    /// # Errors
    /// Every `rule.*` code; the path starts with `rule['<id>']`.
    pub fn compile(rules: &[Rule]) -> Result<Program, Error> {
        Compiler::default().compile(rules)
    }

    /// How many advices the rules give.
    pub fn len(&self) -> usize {
        self.advices.len()
    }

    /// Whether there is no rule at all.
    pub fn is_empty(&self) -> bool {
        self.advices.is_empty()
    }

    /// The id of an advice.
    pub fn advice(&self, advice: usize) -> &str {
        self.advices.get(advice).map_or("", |a| &*a.id)
    }

    pub(crate) fn advice_id(&self, advice: usize) -> Cow<'static, str> {
        self.advices.get(advice).map_or(Cow::Borrowed(""), |a| a.id.clone())
    }

    /// The place of an advice, by its id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.advices.iter().position(|a| a.id == id)
    }

    /// The comparisons that the program starts from, in catalogue order.
    pub fn inputs(&self) -> impl ExactSizeIterator<Item = Input> + '_ {
        self.inputs.iter().map(|c| Input { observation: c.observation, holds_for: c.holds_for })
    }

    /// Room to decide `64 * W` cases at once. See [`Block`].
    pub fn block<const W: usize>(&self) -> Block<'_, W> {
        Block { program: self, registers: vec![Rails::UNKNOWN; self.inputs.len() + self.ops.len()] }
    }

    /// The rules that give an advice, as places in the list that was compiled.
    pub fn rules(&self, advice: usize) -> impl Iterator<Item = usize> + '_ {
        self.advices.get(advice).into_iter().flat_map(|a| a.rules.iter().map(|(rule, _)| *rule))
    }

    /// The observations an advice hangs on, in catalogue order.
    pub(crate) fn observations(&self, advice: usize) -> &[Index] {
        self.advices.get(advice).map_or(&[], |a| &a.form.observations)
    }

    /// The observations of a set that a [`Decision`] gave, in catalogue order.
    pub(crate) fn set(&self, advice: usize, set: u64) -> impl Iterator<Item = Index> + '_ {
        self.observations(advice).iter().enumerate().filter(move |(i, _)| set >> i & 1 == 1).map(|(_, o)| *o)
    }

    /// The ids of the observations of a set that a [`Decision`] gave, in catalogue order.
    pub fn names(&self, advice: usize, set: u64) -> Vec<&'static str> {
        self.set(advice, set).filter_map(observation::get).map(|o| o.id).collect()
    }

    /// Decides a situation, with all reasons: for each advice its status, the smallest set
    /// of observations that settled it or can settle it, and what is best asked next.
    pub fn decide(&self, seen: &Situation) -> Decision {
        let mut decision = Decision::default();
        self.decide_into(seen, &mut decision);
        decision
    }

    /// As [`Self::decide`], into a decision whose memory is used again.
    pub fn decide_into(&self, seen: &Situation, into: &mut Decision) {
        into.findings.clear();
        into.questions.clear();
        into.rails.clear();
        into.rails.resize(self.inputs.len() + self.ops.len(), Rails::UNKNOWN);
        states(&self.inputs, seen, &mut into.states);

        // The unknowns that asking can settle get a lane for each of their values. When the
        // word is full the program runs again: lane 0 is the case itself every time.
        let mut asked = self.observations.iter().copied().filter(|o| seen.get(*o).askable()).peekable();
        loop {
            into.lanes.clear();
            let mut first = 1u8;
            while let Some(&o) = asked.peek() {
                let values = observation::get(o).map_or(0, |o| o.values().len() as u8);
                if first + values > 64 {
                    break;
                }
                into.lanes.push(Lanes { observation: o, tries: ((1u64 << values) - 1) << first, first });
                first += values;
                asked.next();
            }
            self.load(&into.states, &into.lanes, &mut into.rails);
            self.run(&mut into.rails);
            if into.findings.is_empty() {
                self.settle(&into.states, &into.rails, &mut into.findings);
            }
            self.count(&into.lanes, &into.rails, &into.findings, &mut into.questions);
            if asked.peek().is_none() {
                break;
            }
        }
        order::sort_by(&mut into.questions, |a, b| {
            (b.settles, b.can_settle).cmp(&(a.settles, a.can_settle)).then(a.observation.cmp(&b.observation))
        });
    }

    /// The comparisons of the case in every lane, and of each try in its own.
    fn load(&self, states: &[u8], lanes: &[Lanes], registers: &mut [Rails<LANE_WORDS>]) {
        let mut lanes = lanes.iter().peekable();
        for ((input, state), register) in self.inputs.iter().zip(states.iter().step_by(2)).zip(registers) {
            // All bits or none, without a branch: which of the two is not to be foreseen.
            let all = |bit: u8| 0u64.wrapping_sub(u64::from(state >> bit & 1));
            *register = Rails { yes: [all(0)], no: [all(1)] };
            while lanes.next_if(|l| l.observation < input.observation).is_some() {}
            if let Some(l) = lanes.peek().filter(|l| l.observation == input.observation) {
                let holds = u64::from(input.holds_for) << l.first & l.tries;
                *register = Rails { yes: [holds], no: [l.tries & !holds] };
            }
        }
    }

    /// Runs the operations, each into its own register. The inputs are loaded before.
    #[inline(always)]
    fn run<const W: usize>(&self, registers: &mut [Rails<W>]) {
        let mut counts = Vec::new();
        for (i, op) in self.ops.iter().enumerate() {
            let (done, rest) = registers.split_at_mut(self.inputs.len() + i);
            let Some(out) = rest.first_mut() else { return };
            let args = self.args.get(op.from as usize..op.to as usize).unwrap_or_default();
            let rail = |r: &Ref, yes: bool| match done.get(usize::from(r.register)) {
                Some(v) => v.rail(yes != r.swapped),
                None => const { &[0; W] },
            };
            let (n, k) = (args.len(), usize::from(op.count));
            if W == 1 && (k == n || k == 1) {
                // One word is joined on the spot, both rails at once.
                let values = args.iter().map(|r| {
                    let v = done.get(usize::from(r.register)).copied().unwrap_or(Rails::UNKNOWN);
                    if r.swapped { v.swapped() } else { v }
                });
                *out = if k == n {
                    values.fold(Rails { yes: [And::NONE; W], no: [Or::NONE; W] }, Rails::and)
                } else {
                    values.fold(Rails { yes: [Or::NONE; W], no: [And::NONE; W] }, |a, b| {
                        a.swapped().and(b.swapped()).swapped()
                    })
                };
            } else if k == n || k == 1 {
                // All of one rail, and some of the other.
                let yes = k == n;
                let (all, some) = if yes { (&mut out.yes, &mut out.no) } else { (&mut out.no, &mut out.yes) };
                join::<And, W>(all, args, |r| rail(r, yes));
                join::<Or, W>(some, args, |r| rail(r, !yes));
            } else {
                out.yes = at_least(k, args.iter().map(|r| rail(r, true)), &mut counts);
                out.no = at_least(n + 1 - k, args.iter().map(|r| rail(r, false)), &mut counts);
            }
        }
    }

    fn settle(&self, states: &[u8], registers: &[Rails<LANE_WORDS>], into: &mut Vec<Finding>) {
        for advice in &self.advices {
            let status = lane_0(registers, advice.root);
            let search = Search::new(&advice.form, states);
            let (because, settled_by) = match status {
                Status::Applies => (search.because(true), 0),
                Status::NotNow => (search.because(false), 0),
                Status::Open => (0, search.settled_by()),
            };
            into.push(Finding { status, because, settled_by });
        }
    }

    fn count(
        &self,
        lanes: &[Lanes],
        registers: &[Rails<LANE_WORDS>],
        findings: &[Finding],
        questions: &mut Vec<Question>,
    ) {
        let first = questions.len();
        questions.extend(lanes.iter().map(|l| Question { observation: l.observation, settles: 0, can_settle: 0 }));
        let Some(questions) = questions.get_mut(first..) else { return };
        for (advice, finding) in self.advices.iter().zip(findings) {
            let Some(root) = registers.get(usize::from(advice.root)) else { continue };
            let settled = root.yes[0] | root.no[0];
            if finding.status != Status::Open || settled == 0 {
                continue;
            }
            for (question, lanes) in questions.iter_mut().zip(lanes) {
                question.can_settle += u32::from(settled & lanes.tries != 0);
                question.settles += u32::from(settled & lanes.tries == lanes.tries);
            }
        }
    }

    /// The status of one rule of an advice.
    pub(crate) fn rule_status(&self, decision: &Decision, advice: usize, rule: usize) -> Status {
        let register = self
            .advices
            .get(advice)
            .and_then(|a| a.rules.iter().find(|(r, _)| *r == rule))
            .map_or(0, |(_, register)| *register);
        lane_0(&decision.rails, register)
    }

    /// The known observations that speak for an advice that applies: all that take part in
    /// a rule of it that holds, not only the smallest set.
    pub(crate) fn support(&self, advice: usize, decision: &Decision) -> u64 {
        self.advices.get(advice).map_or(0, |a| Search::new(&a.form, &decision.states).support())
    }

    /// The place of an advice among the entries of the knowledge.
    pub(crate) fn place(&self, advice: usize) -> Option<usize> {
        self.advices.get(advice).and_then(|a| a.place)
    }
}

fn lane_0(registers: &[Rails<LANE_WORDS>], register: u16) -> Status {
    match registers.get(usize::from(register)) {
        Some(r) if r.yes[0] & 1 == 1 => Status::Applies,
        Some(r) if r.no[0] & 1 == 1 => Status::NotNow,
        _ => Status::Open,
    }
}

/// How bits are joined.
trait Join {
    /// What joining none of them gives.
    const NONE: u64;

    fn bits(a: u64, b: u64) -> u64;
}

struct And;

impl Join for And {
    const NONE: u64 = u64::MAX;

    fn bits(a: u64, b: u64) -> u64 {
        a & b
    }
}

struct Or;

impl Join for Or {
    const NONE: u64 = 0;

    fn bits(a: u64, b: u64) -> u64 {
        a | b
    }
}

/// Joins the rails of the arguments into `out`, up to four in one pass: what comes between
/// stays off the memory.
#[inline(always)]
fn join<'a, J: Join, const W: usize>(out: &mut [u64; W], args: &[Ref], rail: impl Fn(&Ref) -> &'a [u64; W]) {
    let mut rest = match args {
        [] => return *out = [J::NONE; W],
        [a] => return *out = *rail(a),
        [a, b] => return join_words(out, [a, b].map(rail), |_, [a, b]| J::bits(a, b)),
        [a, b, c] => {
            return join_words(out, [a, b, c].map(rail), |_, [a, b, c]| J::bits(J::bits(a, b), c));
        }
        [a, b, c, d, rest @ ..] => {
            let join = |_, [a, b, c, d]: [u64; 4]| J::bits(J::bits(a, b), J::bits(c, d));
            join_words(out, [a, b, c, d].map(&rail), join);
            rest
        }
    };
    loop {
        rest = match rest {
            [] => return,
            [a] => return join_words(out, [rail(a)], |out, [a]| J::bits(out, a)),
            [a, b, rest @ ..] => {
                join_words(out, [a, b].map(&rail), |out, [a, b]| J::bits(out, J::bits(a, b)));
                rest
            }
        }
    }
}

/// Joins words into `out`, of which what stood there may be one.
///
/// Some words are read before any is written: so the compiler takes them in one instruction,
/// although it does not see that `out` overlaps with none of the others.
#[inline(always)]
fn join_words<const N: usize, const W: usize>(
    out: &mut [u64; W],
    words: [&[u64; W]; N],
    join: impl Fn(u64, [u64; N]) -> u64,
) {
    let (chunks, rest) = out.as_chunks_mut::<AT_ONCE>();
    let words = words.map(|words| words.as_chunks::<AT_ONCE>());
    for (i, out) in chunks.iter_mut().enumerate() {
        let words = words.map(|(chunks, _)| chunks.get(i).copied().unwrap_or_default());
        let before = *out;
        *out = std::array::from_fn(|j| join(at(&before, j), words.map(|words| at(&words, j))));
    }
    for (i, out) in rest.iter_mut().enumerate() {
        *out = join(*out, words.map(|(_, rest)| at(rest, i)));
    }
}

/// So many words fit in one register of most processors.
const AT_ONCE: usize = 4;

#[inline(always)]
fn at(words: &[u64], i: usize) -> u64 {
    words.get(i).copied().unwrap_or_default()
}

/// Bits in which at least `k` of the words are set. `counts[j]` holds where more than `j` are.
#[inline(always)]
fn at_least<'a, const W: usize>(
    k: usize,
    words: impl Iterator<Item = &'a [u64; W]>,
    counts: &mut Vec<[u64; W]>,
) -> [u64; W] {
    counts.clear();
    counts.resize(k, [0; W]);
    for word in words {
        let mut carry = *word;
        for count in counts.iter_mut() {
            for (count, carry) in count.iter_mut().zip(&mut carry) {
                (*count, *carry) = (*count | *carry, *count & *carry);
            }
        }
    }
    counts.last().copied().unwrap_or([u64::MAX; W])
}

impl Decision {
    /// The status of an advice.
    pub fn status(&self, advice: usize) -> Status {
        self.findings.get(advice).map_or(Status::Open, |f| f.status)
    }

    /// The smallest set of observations that settled the advice; empty while it is open.
    /// See [`Program::names`].
    pub fn because(&self, advice: usize) -> u64 {
        self.findings.get(advice).map_or(0, |f| f.because)
    }

    /// A smallest set of observations that can settle the advice, first in catalogue
    /// order; empty where it is settled, or where only declined observations could.
    pub fn settled_by(&self, advice: usize) -> u64 {
        self.findings.get(advice).map_or(0, |f| f.settled_by)
    }

    /// The unknown observations, the best question first.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }
}

impl Question {
    /// The observation to ask about.
    pub fn id(&self) -> &'static str {
        observation::get(self.observation).map_or("", |o| o.id)
    }
}

#[derive(Default)]
struct Compiler {
    program: Program,
    known: BTreeMap<(u16, Vec<Ref>), u16>,
}

impl Compiler {
    fn compile(mut self, rules: &[Rule]) -> Result<Program, Error> {
        let here = |rule: &Rule, e: Error| {
            let path = format!("rule['{}']{}", rule.id, e.path());
            e.at(path)
        };
        let mut conditions = Vec::with_capacity(rules.len());
        for rule in rules {
            conditions.push(rule.condition().map_err(|e| here(rule, e))?);
        }
        // Inputs first, in catalogue order, so that lanes and inputs run side by side.
        let mut inputs: Vec<Comparison> = conditions
            .iter()
            .flat_map(|c| c.every.iter().chain(c.counted.iter().flat_map(|(_, of)| of)))
            .map(|c| c.canonical().0)
            .collect();
        order::sort(&mut inputs);
        inputs.dedup();
        self.program.observations = inputs.iter().map(|c| c.observation).collect();
        self.program.observations.dedup();
        self.program.inputs = inputs;

        let (order, places) = by_advice(rules);
        let sorted = self.in_order(rules, &order, &places).map_err(|(rule, e)| here(rule, e))?;
        let mut compiled: Vec<Option<Advice>> = vec![None; order.len()];
        for place in sorted {
            let mut of_rules = Vec::new();
            let mut variants = Vec::new();
            let mut own = Vec::new();
            let mut last = None;
            for (at, rule) in rules.iter().enumerate() {
                if places.get(&*rule.advice) != Some(&place) {
                    continue;
                }
                last = Some(rule);
                let Some(condition) = conditions.get(at) else { continue };
                let with: Vec<&Advice> = rule
                    .with
                    .iter()
                    .filter_map(|id| places.get(id.as_str()))
                    .filter_map(|p| compiled.get(*p).and_then(Option::as_ref))
                    .collect();
                let register = self.rule(condition, with.iter().map(|a| a.root));
                of_rules.push((at, register));
                own.push(Ref { register, swapped: false });
                variants.extend(Form::variants(condition, with.iter().map(|a| &a.form)));
            }
            let Some(last) = last else { continue };
            let form = Form::new(variants, &self.program.inputs).map_err(|e| here(last, e))?;
            let root = self.at_least(1, own);
            if let Some(slot) = compiled.get_mut(place) {
                *slot = Some(Advice {
                    place: knowledge::place(&last.advice),
                    id: last.advice.clone(),
                    root,
                    rules: of_rules,
                    form,
                });
            }
        }
        self.program.advices = compiled.into_iter().flatten().collect();
        if self.program.inputs.len() + self.program.ops.len() > usize::from(u16::MAX) {
            return Err(Error::new(Code::RuleTooWide, "these are too many rules for one book"));
        }
        Ok(self.program)
    }

    /// The advices, each after those its rules need.
    fn in_order<'r>(
        &self,
        rules: &'r [Rule],
        order: &[&str],
        places: &Places<'_>,
    ) -> Result<Vec<usize>, (&'r Rule, Error)> {
        let mut needs: Vec<Vec<(usize, &Rule)>> = vec![Vec::new(); order.len()];
        for rule in rules {
            for (i, id) in rule.with.iter().enumerate() {
                let Some(needed) = places.get(id.as_str()) else {
                    return Err((
                        rule,
                        Error::new(
                            Code::AdviceUnknown,
                            format!("no rule about the same gives the advice `{}`", observation::shorten(id)),
                        )
                        .at(format!(".with[{i}]")),
                    ));
                };
                if let Some(list) = places.get(&*rule.advice).and_then(|p| needs.get_mut(*p)) {
                    list.push((*needed, rule));
                }
            }
        }
        let mut sorted = Vec::with_capacity(order.len());
        let mut done = vec![false; order.len()];
        while sorted.len() < order.len() {
            let before = sorted.len();
            for place in 0..order.len() {
                let ready = needs
                    .get(place)
                    .is_none_or(|list| list.iter().all(|(needed, _)| done.get(*needed).copied().unwrap_or(true)));
                if let Some(slot) = done.get_mut(place).filter(|d| !**d && ready) {
                    *slot = true;
                    sorted.push(place);
                }
            }
            if sorted.len() == before {
                let stuck = (0..order.len())
                    .filter(|p| !done.get(*p).copied().unwrap_or(true))
                    .find_map(|p| needs.get(p).and_then(|l| l.first()));
                return match stuck {
                    Some((_, rule)) => Err((
                        rule,
                        Error::new(Code::RuleCircular, "this rule needs an advice that in the end needs this rule")
                            .at(".with"),
                    )),
                    None => Ok(sorted),
                };
            }
        }
        Ok(sorted)
    }

    fn rule(&mut self, condition: &Condition, with: impl Iterator<Item = u16>) -> u16 {
        let mut parts: Vec<Ref> = condition.every.iter().map(|c| self.comparison(*c)).collect();
        parts.extend(with.map(|register| Ref { register, swapped: false }));
        for (count, of) in &condition.counted {
            let args = of.iter().map(|c| self.comparison(*c)).collect();
            let register = self.at_least(*count as u16, args);
            parts.push(Ref { register, swapped: false });
        }
        order::sort(&mut parts);
        parts.dedup();
        let count = parts.len() as u16;
        self.at_least(count, parts)
    }

    fn comparison(&self, comparison: Comparison) -> Ref {
        let (input, swapped) = comparison.canonical();
        Ref { register: self.program.inputs.binary_search(&input).unwrap_or(0) as u16, swapped }
    }

    /// The register that holds this; an operation that stands already is not written again.
    fn at_least(&mut self, count: u16, mut args: Vec<Ref>) -> u16 {
        order::sort(&mut args);
        if let [Ref { register, swapped: false }] = args.as_slice()
            && usize::from(*register) >= self.program.inputs.len()
        {
            return *register;
        }
        let next = (self.program.inputs.len() + self.program.ops.len()) as u16;
        *self.known.entry((count, args)).or_insert_with_key(|(count, args)| {
            let from = self.program.args.len() as u32;
            self.program.args.extend(args);
            let to = self.program.args.len() as u32;
            self.program.ops.push(Op { count: *count, from, to });
            next
        })
    }
}
