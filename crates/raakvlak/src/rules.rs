//! The rule book: the built-in rules, with a user's own laid over them.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use crate::boundary::read;
use crate::error::{Code, Error, nearest};
use crate::knowledge::{self, baked, places};
use crate::observation::{Scope, shorten};
use crate::program::Program;
use crate::rule::{About, AtLeast, OwnText, Rule, RuleFile, by_advice, is_locked, is_safety};
use crate::source::Source;
use crate::text::Texts;

/// The rules that decide, compiled.
///
/// Cheap to clone and safe to share between threads.
///
/// ```
/// use raakvlak::Rules;
///
/// let rules = Rules::from_toml(r#"
///     schema = "raakvlak.rules.v1"
///     off = ["organisation.matching"]
///
///     [[rule]]
///     id = "own.buddy"
///     advice = "own.buddy"
///     all = ["person.newcomer-or-refugee", "help.circle-enough = no"]
///
///     [[text]]
///     id = "own.buddy"
///     label = { nl = "Een maatje", en = "A buddy" }
///     text = { nl = "Vraag of een maatje welkom is.", en = "Ask whether a buddy is welcome." }
/// "#)?;
/// assert_ne!(rules.digest(), Rules::builtin().digest());
/// # Ok::<(), raakvlak::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Rules {
    book: Arc<Book>,
}

#[derive(Debug)]
struct Book {
    rules: Vec<Rule>,
    texts: Vec<OwnText>,
    digest: String,
    chapters: [Chapter; About::ALL.len()],
}

/// The rules about one thing, compiled.
#[derive(Debug, Default)]
pub(crate) struct Chapter {
    pub(crate) rules: Vec<Rule>,
    pub(crate) program: Program,
}

impl Rules {
    /// The built-in rules.
    pub fn builtin() -> Rules {
        static BUILTIN: OnceLock<Rules> = OnceLock::new();
        BUILTIN
            .get_or_init(|| {
                let rules = baked::RULES.all().iter().map(|line| builtin_rule(line)).collect();
                // The bake refuses rules that do not compile, so this arm is not reached.
                Book::new(rules, Vec::new(), baked::DIGEST.to_owned())
                    .map_or_else(|_| Rules { book: Arc::new(Book::empty()) }, |book| Rules { book: Arc::new(book) })
            })
            .clone()
    }

    /// The built-in rules with a TOML file of one's own laid over them.
    ///
    /// # Errors
    /// `document.*`, `field.*` and `value.*` where the file cannot be read; `rule.*`,
    /// `observation.*` and `advice.unknown`, with the rule's id and the field.
    #[cfg(feature = "toml")]
    pub fn from_toml(toml: &str) -> Result<Rules, Error> {
        Rules::builtin().lay_over_toml(toml)
    }

    /// The built-in rules with a JSON file of one's own laid over them.
    ///
    /// # Errors
    /// As [`Rules::from_toml`].
    pub fn from_json(json: &str) -> Result<Rules, Error> {
        Rules::builtin().lay_over_json(json)
    }

    /// These rules with one more TOML file laid over them.
    ///
    /// # Errors
    /// As [`Rules::from_toml`].
    #[cfg(feature = "toml")]
    pub fn lay_over_toml(&self, toml: &str) -> Result<Rules, Error> {
        self.lay_over(crate::boundary::read_toml(toml, "raakvlak.rules")?)
    }

    /// These rules with one more JSON file laid over them.
    ///
    /// # Errors
    /// As [`Rules::from_toml`].
    pub fn lay_over_json(&self, json: &str) -> Result<Rules, Error> {
        self.lay_over(read(json, "raakvlak.rules")?)
    }

    /// These rules with one more file laid over them: its rules are added, or replace those
    /// of the same id; those it switches off are left out; its texts go before ours.
    ///
    /// # Errors
    /// As [`Rules::from_toml`].
    pub fn lay_over(&self, file: RuleFile) -> Result<Rules, Error> {
        let locked = |path: String| {
            let message = "what is under `safety.`, and what the houses rest on, cannot be changed, added to or \
                           switched off";
            Error::new(Code::RuleLocked, message)
                .at(path)
                .with_help("rules may be added to `house.orange`, and advices of your own with about = \"houses\"")
        };
        // A built-in rule of the houses stays: without it, their order and gates would not hold.
        let stays = |rule: &Rule| is_safety(&rule.id) || is_locked(&rule.advice) || builtin_of_the_houses(&rule.id);
        let canonical = serde_json::to_string(&file).unwrap_or_default();
        let mut rules = self.book.rules.clone();
        for (i, id) in file.off.iter().enumerate() {
            let at = rules.iter().position(|r| r.id == *id);
            if is_safety(id) || at.and_then(|at| rules.get(at)).is_some_and(stays) {
                return Err(locked(format!("off[{i}]")));
            }
            let Some(at) = at else {
                let gives: Vec<&str> = rules.iter().filter(|r| r.advice == *id).map(|r| &*r.id).collect();
                let help = if Rules::builtin().all().iter().any(|r| r.id == *id) {
                    "it is switched off already".to_owned()
                } else if gives.is_empty() {
                    nearest(id, rules.iter().map(|r| &*r.id)).unwrap_or_default()
                } else {
                    format!("that is an advice; the rules that give it: {}", gives.join(", "))
                };
                return Err(Error::new(Code::RuleUnknown, format!("there is no rule `{}`", shorten(id)))
                    .at(format!("off[{i}]"))
                    .with_help(help));
            };
            rules.remove(at);
        }
        let mut texts = self.book.texts.clone();
        let mut written = BTreeSet::new();
        for (i, text) in file.text.into_iter().enumerate() {
            if is_safety(&text.id) {
                return Err(locked(format!("text[{i}].id")));
            }
            if !written.insert(text.id.clone()) {
                let message = format!("two texts have the id `{}`", shorten(&text.id));
                return Err(Error::new(Code::FieldRepeated, message).at(format!("text[{i}].id")));
            }
            texts.retain(|t| t.id != text.id);
            texts.push(text);
        }
        let mut seen = BTreeSet::new();
        for (i, mut rule) in file.rule.into_iter().enumerate() {
            let at = |field: &str| format!("rule[{i}].{field}");
            if is_safety(&rule.id) || builtin_of_the_houses(&rule.id) {
                return Err(locked(at("id")));
            }
            if is_locked(&rule.advice) {
                return Err(locked(at("advice")));
            }
            if rule.id.trim().is_empty() {
                return Err(Error::new(Code::ValueUnknown, "a rule needs an id").at(at("id")));
            }
            if !seen.insert(rule.id.clone()) {
                return Err(Error::new(Code::RuleRepeated, format!("two rules have the id `{}`", shorten(&rule.id)))
                    .at(at("id")));
            }
            if knowledge::place(&rule.advice).is_none() && !texts.iter().any(|t| t.id == rule.advice) {
                return Err(Error::new(
                    Code::AdviceUnknown,
                    format!(
                        "rule `{}` gives the advice `{}`, of which nothing is known",
                        shorten(&rule.id),
                        shorten(&rule.advice)
                    ),
                )
                .at(at("advice"))
                .with_help(
                    nearest(&rule.advice, knowledge::all().iter().map(|e| e.id))
                        .unwrap_or_else(|| "add a `[[text]]` with this id".to_owned()),
                ));
            }
            if rule.about.is_none() {
                let mut others = rules.iter().filter(|r| r.advice == rule.advice && r.id != rule.id);
                rule.about = others.clone().find(|r| !beside_cases(r)).or_else(|| others.next()).and_then(|r| r.about);
            }
            match rules.iter_mut().find(|r| r.id == rule.id) {
                Some(old) => *old = rule,
                None => rules.push(rule),
            }
        }
        // All of them, ours too, which are not checked when they are read from the bake.
        check_about(&rules)?;
        let digest = hex(&hmac_sha256::Hash::hash(format!("{}\n{canonical}", self.book.digest).as_bytes()));
        Ok(Rules { book: Arc::new(Book::new(rules, texts, digest)?) })
    }

    /// The digest of the knowledge with everything laid over it: the same digest, the same answers.
    pub fn digest(&self) -> &str {
        &self.book.digest
    }

    /// Every rule, in order.
    pub fn all(&self) -> &[Rule] {
        &self.book.rules
    }

    /// The ids of all advices that some rule gives, in order.
    pub fn advices(&self) -> Vec<&str> {
        by_advice(&self.book.rules).0
    }

    /// The program of the rules about one thing. With the houses goes safety.
    ///
    /// ```
    /// use raakvlak::Rules;
    /// use raakvlak::rule::About;
    ///
    /// let rules = Rules::builtin();
    /// assert!(rules.program(About::Houses).find("house.red").is_some());
    /// assert!(rules.program(About::Case).find("house.red").is_none());
    /// ```
    pub fn program(&self, about: About) -> &Program {
        &self.chapter(about).program
    }

    /// A program of only what these advices need, of the rules about one thing. It gives
    /// them, and the advices that they need.
    ///
    /// ```
    /// use raakvlak::Rules;
    /// use raakvlak::rule::About;
    ///
    /// let red = Rules::builtin().program_of(About::Houses, &["house.red"])?;
    /// assert_eq!((red.len(), red.inputs().len()), (1, 1));
    /// # Ok::<(), raakvlak::Error>(())
    /// ```
    ///
    /// # Errors
    /// `advice.unknown` where no rule about it gives an advice.
    pub fn program_of(&self, about: About, advices: &[&str]) -> Result<Program, Error> {
        let chapter = self.chapter(about);
        for advice in advices {
            if chapter.program.find(advice).is_none() {
                let message = format!("no rule about the {} gives the advice `{}`", about.name(), shorten(advice));
                let elsewhere = self.book.rules.iter().find(|r| r.advice == *advice);
                let help = match elsewhere.map(|r| r.about.unwrap_or_default()) {
                    Some(other) => Some(format!("that advice is about the {}", other.name())),
                    None => nearest(advice, chapter.rules.iter().map(|r| &*r.advice)),
                };
                return Err(Error::new(Code::AdviceUnknown, message).with_help(help.unwrap_or_default()));
            }
        }
        let mut needed: BTreeSet<&str> = advices.iter().copied().collect();
        loop {
            let before = needed.len();
            let with = chapter.rules.iter().filter(|r| needed.contains(&*r.advice)).flat_map(|r| &r.with);
            let with: Vec<&str> = with.map(String::as_str).collect();
            needed.extend(with);
            if needed.len() == before {
                break;
            }
        }
        let rules: Vec<Rule> = chapter.rules.iter().filter(|r| needed.contains(&*r.advice)).cloned().collect();
        Program::compile(&rules)
    }

    pub(crate) fn chapter(&self, about: About) -> &Chapter {
        let [case, contact, family, houses, organisation, network, cooperation, district_team] = &self.book.chapters;
        match about {
            About::Case => case,
            About::Contact => contact,
            About::Family => family,
            About::Houses => houses,
            About::Organisation => organisation,
            About::Network => network,
            About::Cooperation => cooperation,
            About::DistrictTeam => district_team,
        }
    }

    /// The heading of an advice: the user's own text, or ours.
    pub(crate) fn label(&self, id: &str, texts: &Texts) -> Cow<'static, str> {
        self.own(id, texts, |t| &t.label).map_or_else(|| texts.label(id), Cow::Owned)
    }

    /// The text of an advice: the user's own text, or ours.
    pub(crate) fn text(&self, id: &str, texts: &Texts) -> Cow<'static, str> {
        self.own(id, texts, |t| &t.text).map_or_else(|| texts.text(id), Cow::Owned)
    }

    /// Heading and text of an advice, given its place among the entries.
    pub(crate) fn words(
        &self,
        id: &str,
        place: Option<usize>,
        texts: &Texts,
    ) -> (Cow<'static, str>, Cow<'static, str>) {
        match place {
            Some(place) if self.book.texts.is_empty() => texts.entry(place),
            _ => (self.label(id, texts), self.text(id, texts)),
        }
    }

    fn own(&self, id: &str, texts: &Texts, part: impl Fn(&OwnText) -> &crate::text::Translated) -> Option<String> {
        let own = part(self.book.texts.iter().find(|t| t.id == id)?);
        Some(match texts.lang() {
            "nl" => own.nl.clone(),
            "en" => own.en.clone(),
            _ => format!("[nl] {}", own.nl),
        })
    }
}

impl Book {
    fn new(rules: Vec<Rule>, texts: Vec<OwnText>, digest: String) -> Result<Book, Error> {
        let chapter = |about| -> Result<Chapter, Error> {
            // Safety goes before the houses too.
            let safety = |r: &Rule| about == About::Houses && is_safety(&r.advice);
            let rules = rules.iter().filter(|r| r.about.unwrap_or_default() == about || safety(r));
            let rules: Vec<Rule> = rules.cloned().collect();
            Ok(Chapter { program: Program::compile(&rules)?, rules })
        };
        let mut chapters = std::array::from_fn(|_| Chapter::default());
        for (place, about) in chapters.iter_mut().zip(About::ALL) {
            *place = chapter(about)?;
        }
        Ok(Book { rules, texts, digest, chapters })
    }

    fn empty() -> Book {
        Book {
            rules: Vec::new(),
            texts: Vec::new(),
            digest: String::new(),
            chapters: std::array::from_fn(|_| Chapter::default()),
        }
    }
}

/// Whether this is a built-in rule about the houses.
fn builtin_of_the_houses(rule: &str) -> bool {
    Rules::builtin().all().iter().any(|r| r.about == Some(About::Houses) && r.id == rule)
}

/// Whether a rule is about organisations: what it advises there, a case may ask for too.
fn beside_cases(rule: &Rule) -> bool {
    rule.about.is_some_and(About::beside_cases)
}

/// All rules of an advice are about the same, but for those about organisations; a rule
/// about the case compares nothing that differs from pair to pair; and what is about an
/// organisation, a network, a cooperation or a district team is compared by a rule about
/// just that, and there nothing else.
fn check_about(rules: &[Rule]) -> Result<(), Error> {
    let of_cases: Vec<&Rule> = rules.iter().filter(|r| !beside_cases(r)).collect();
    let first = places(of_cases.iter().map(|r| &*r.advice));
    for rule in rules {
        let about = rule.about.unwrap_or_default();
        let error =
            |message: String| Err(Error::new(Code::RuleAbout, message).at(format!("rule['{}'].about", rule.id)));
        let other = first.get(&*rule.advice).and_then(|place| of_cases.get(*place)).copied().unwrap_or(rule);
        if other.about.unwrap_or_default() != about && !beside_cases(rule) {
            return error(format!("rule `{}` gives the same advice about something else", shorten(&other.id)));
        }
        let condition = rule.condition().map_err(|e| {
            let path = format!("rule['{}']{}", rule.id, e.path());
            e.at(path)
        })?;
        let compared = condition.every.iter().chain(condition.counted.iter().flat_map(|(_, of)| of));
        for o in compared.filter_map(|c| crate::observation::get(c.observation)) {
            let way = match (o.scope.beside_cases(), about) {
                (Some(other), _) if other == about => continue,
                (Some(other), _) => format!("is about the {0}: write about = \"{0}\"", other.name()),
                (None, _) if about.beside_cases() => format!("is about a case, not about the {}", about.name()),
                _ if o.scope == Scope::Contact && matches!(about, About::Case | About::Houses) => {
                    "may differ from pair to pair: write about = \"contact\" or \"family\"".to_owned()
                }
                _ => continue,
            };
            return error(format!("`{}` {way}", o.id));
        }
    }
    Ok(())
}

/// A built-in rule, from a line of the bake.
fn builtin_rule(line: &'static str) -> Rule {
    let mut fields = line.split('\t');
    let mut next = || fields.next().unwrap_or_default();
    let list = |of: &str| of.split(',').filter(|one| !one.is_empty()).map(str::to_owned).collect();
    let clause = |of: &str| {
        let (count, of) = of.split_once(':')?;
        Some(AtLeast { count: count.parse().ok()?, of: list(of) })
    };
    let (id, advice, about) = (next(), next(), next());
    let of_advice = || knowledge::entry(advice).map(|e| e.source.clone());
    Rule {
        id: Cow::Borrowed(id),
        advice: Cow::Borrowed(advice),
        about: About::ALL.into_iter().find(|a| a.name() == about),
        always: next() == "always",
        with: list(next()),
        all: list(next()),
        any: list(next()),
        unless: list(next()),
        at_least: next().split(';').filter_map(clause).collect(),
        source: Some(Source::new(next(), next())).filter(|own| !own.document.is_empty()).or_else(of_advice),
        operationalisation: None,
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::from("sha256:"), |mut text, b| {
        let _ = write!(text, "{b:02x}");
        text
    })
}
