//! One error for every mistake in what was handed in: a stable code, plain words, the
//! place, and where useful what to do.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::observation::shorten;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $text:literal,)+) => {
        /// The stable code of an [`Error`]. A code keeps its meaning for ever; its message may be reworded.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $doc])+ #[serde(rename = $text)] $variant,)+
        }

        impl Code {
            /// Every code there is.
            pub const ALL: &[Code] = &[$(Code::$variant,)+];

            /// The code as it stands in documents, for instance `facet.unknown`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $text,)+ }
            }

            /// What the code means, in a sentence.
            pub const fn meaning(self) -> &'static str {
                match self { $(Code::$variant => concat!($($doc,)+),)+ }
            }
        }
    };
}

codes! {
    /// The text is not JSON.
    NotJson = "document.not-json",
    /// The text is not TOML.
    NotToml = "document.not-toml",
    /// The document nests deeper than any document of ours does.
    TooDeep = "document.too-deep",
    /// The document is of another kind than was asked for.
    SchemaWrong = "document.schema-wrong",
    /// The document is of a newer version than this library knows.
    SchemaNewer = "document.schema-newer",
    /// A field that the document must have is absent.
    FieldMissing = "field.missing",
    /// The document has a field that is not known here.
    FieldUnknown = "field.unknown",
    /// The same field or key stands twice.
    FieldRepeated = "field.repeated",
    /// A value is of another type than it must be.
    ValueType = "value.wrong-type",
    /// A value is not one of those that are allowed here.
    ValueUnknown = "value.unknown",
    /// A person has no id.
    PersonIdEmpty = "person.id-empty",
    /// Two people have the same id.
    PersonIdRepeated = "person.id-repeated",
    /// An id names nobody in the list of people.
    PersonUnknown = "person.unknown",
    /// A person is set beside themself.
    PairOfOne = "pair.one-person",
    /// One person states two different things about the same pair and facet.
    ComparisonConflict = "comparison.conflict",
    /// There is no facet of that name.
    FacetUnknown = "facet.unknown",
    /// There is no observation of that name.
    ObservationUnknown = "observation.unknown",
    /// The observation does not take that value.
    ObservationValue = "observation.wrong-value",
    /// What is stated contradicts what the people, the ecogram or the lifeline show.
    ObservationContradicts = "observation.contradicts",
    /// A date is not a year, a year and month, or a day that exists.
    DateInvalid = "date.invalid",
    /// There is no knowledge of that id.
    KnowledgeUnknown = "knowledge.unknown",
    /// No rule gives that advice.
    AdviceUnknown = "advice.unknown",
    /// There is no rule of that id.
    RuleUnknown = "rule.unknown",
    /// Two rules have the same id.
    RuleRepeated = "rule.id-repeated",
    /// Rules about safety, and those that the laws of the houses rest on, cannot be changed, added to or switched off.
    RuleLocked = "rule.locked",
    /// A rule has no condition, or a condition beside `always`.
    RuleCondition = "rule.condition",
    /// A comparison cannot be read.
    RuleComparison = "rule.comparison",
    /// A comparison holds, or fails, for every value: it would test only whether something is known.
    RuleTestsKnown = "rule.tests-known",
    /// The count of an `at-least` is not between one and the number of its comparisons.
    RuleCount = "rule.count",
    /// The rule is about something else than what it compares, or than the other rules of its advice.
    RuleAbout = "rule.about",
    /// A rule needs an advice that needs the rule.
    RuleCircular = "rule.circular",
    /// An advice hangs on more comparisons than can be explained.
    RuleTooWide = "rule.too-wide",
    /// There is no house yet that parents may see.
    NothingToShow = "houses.nothing-to-show",
    /// An instrument, or a version of it, that this library does not know.
    ChecklistInstrument = "checklist.instrument",
    /// There is no statement of that name in the checklist.
    ChecklistItem = "checklist.item",
    /// An answer to a statement is neither a score from 1 to 10 nor one of the words for no score.
    ChecklistScore = "checklist.score",
    /// A respondent has two sheets in the same wave.
    ChecklistRepeated = "checklist.repeated",
    /// A smaller group than five is never published.
    ChecklistMinimum = "checklist.minimum",
    /// A choice of priorities cannot be: more than three, one twice, more votes than voters, or against the votes.
    ChecklistChoice = "checklist.choice",
    /// In a network, or beside it: an id is not in lower case with hyphens, or two things of a kind have the same id.
    NetworkId = "network.id",
    /// In a network, or beside it: an id names nothing in the list that it points to.
    NetworkUnknown = "network.unknown",
    /// In a network, or beside it: a number cannot be, such as a phase over 6, or more people who came than were asked.
    NetworkNumber = "network.number",
    /// Two things that are stated of a network do not go together.
    NetworkConflict = "network.conflict",
    /// There is no vote of that id, or there are several and it was not said which.
    VoteUnknown = "vote.unknown",
    /// Nothing stands on a ballot.
    VoteEmpty = "vote.empty",
    /// A ballot names a theme that the network does not have.
    VoteTheme = "vote.theme",
    /// A ballot has more dots than each may give.
    VoteDots = "vote.dots",
    /// A theme stands twice on a ballot on which it may stand once.
    VoteRepeated = "vote.repeated",
    /// The token of a ballot is empty, or was counted already.
    VoteToken = "vote.token",
    /// A change of a vision cannot be: of a part that is not in it, or a second one of the same part.
    VisionChange = "vision.change",
    /// There is no free day for a session within two years of when its turn comes.
    ScheduleNoFreeDay = "schedule.no-free-day",
    /// Rows of a table cannot be read as answers; each is told with its column, its value and what was expected.
    TableFaulty = "table.faulty",
    /// An option that would have no effect beside the others.
    OptionUnused = "option.unused",
    /// Some of the lines could not be answered; each has an error in its place.
    LinesUnanswered = "lines.unanswered",
    /// There is no document of that name.
    SchemaUnknown = "schema.unknown",
    /// A file cannot be read.
    FileUnreadable = "file.unreadable",
    /// A file cannot be written.
    FileUnwritable = "file.unwritable",
    /// A file is there already, and nobody said to write over it.
    FileExists = "file.exists",
    /// A file was changed by someone else after it was read; it is left as they made it.
    FileChanged = "file.changed",
    /// Someone else is writing the file now, or was broken off while doing so.
    FileBusy = "file.busy",
}

/// A mistake in what was handed in.
///
/// Serialises as the document `raakvlak.error.v1` when wrapped by
/// [`crate::boundary::ErrorDocument`].
///
/// ```
/// use raakvlak::{Case, error::Code};
///
/// let wrong = r#"{"schema": "raakvlak.case.v1", "sector": "youth-care", "people": [],
///                 "circumstances": {"person.yong": true}}"#;
/// let error = Case::from_json(wrong).unwrap_err();
/// assert_eq!(error.code(), Code::ObservationUnknown);
/// assert_eq!(error.path(), "$.circumstances['person.yong']");
/// assert!(error.help().is_some_and(|help| help.contains("person.young")));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{}", self.message(), if self.path().is_empty() { String::new() } else { format!(" (at {})", self.path()) })]
pub struct Error(Box<Mistake>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Mistake {
    code: Code,
    message: Cow<'static, str>,
    path: String,
    help: Option<String>,
}

impl Error {
    /// An error with a code and a message in plain words, lower case, without a full stop.
    pub fn new(code: Code, message: impl Into<Cow<'static, str>>) -> Self {
        Error(Box::new(Mistake { code, message: message.into(), path: String::new(), help: None }))
    }

    /// The same error, with the place it stands: a JSON path such as `$.people[0].id`.
    #[must_use]
    pub fn at(mut self, path: impl Into<String>) -> Self {
        self.0.path = path.into();
        self
    }

    /// The same error, with the name of the file it stands in before the message.
    #[must_use]
    pub fn in_file(mut self, name: &str) -> Self {
        self.0.message = Cow::Owned(format!("{name}: {}", self.0.message));
        self
    }

    /// The same error, with what to do about it.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        let help = help.into();
        self.0.help = (!help.is_empty()).then_some(help);
        self
    }

    /// The stable code.
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// What is wrong, in plain words.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The place, as a JSON path; empty where the mistake has no place.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// What to do about it, where there is something to say.
    pub fn help(&self) -> Option<&str> {
        self.0.help.as_deref()
    }
}

/// One more step of a JSON path: `['a.b']` for a key that needs it, `.a` otherwise. A very long key is cut.
pub(crate) fn key(path: &str, key: &str) -> String {
    let key = shorten(key);
    let plain = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if plain { format!("{path}.{key}") } else { format!("{path}['{}']", key.replace('\'', "\\'")) }
}

/// "did you mean …?", when one of the known words is near enough.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest_of(word, &mut known.into_iter())
}

fn nearest_of(word: &str, known: &mut dyn Iterator<Item = &str>) -> Option<String> {
    known
        .map(|k| (distance(word, k), k))
        .min()
        .filter(|(d, k)| *d <= (k.len().min(word.len()) / 3).max(1))
        .map(|(_, k)| format!("did you mean `{k}`?"))
}

/// How many letters to add, drop or change; a word of unreasonable length is far from everything.
fn distance(a: &str, b: &str) -> usize {
    if a.len() > 80 {
        return usize::MAX;
    }
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        let mut next = vec![left];
        for (cb, &up) in b.iter().zip(row.iter().skip(1)) {
            left = (diagonal + usize::from(ca != *cb)).min(up + 1).min(left + 1);
            diagonal = up;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::{distance, key};

    #[test]
    fn a_path_quotes_keys_with_dots() {
        assert_eq!(key("$.circumstances", "trust"), "$.circumstances.trust");
        assert_eq!(key("$.circumstances", "a.b'c"), "$.circumstances['a.b\\'c']");
        assert_eq!(key("$", &"a".repeat(1_000_000)).chars().count(), 66);
    }

    #[test]
    fn distance_counts_letters_to_change() {
        assert_eq!(distance("yong", "young"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
