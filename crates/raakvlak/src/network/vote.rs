//! Counting a vote on themes. It shows what people find urgent; the network chooses, together.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::Network;
use crate::boundary::{
    Ballot, Knowledge, RefusedBallot, Theme, TiedThemes, UndecidedThemes, Vote, VoteDecides, VoteMethod,
    VoteResultDocument, VoteStanding, word,
};
use crate::checklist::decide;
use crate::error::{Code, Error, nearest};
use crate::knowledge::{self, Places, places};
use crate::observation::shorten;
use crate::text::Texts;

/// So many dots each has in a dot vote where nobody said. Ours.
const DOTS: u32 = 3;
/// So many themes are chosen where nobody said. Ours.
const PLACES: u32 = 3;

/// Counts a vote: the one with this id, or the only one. A ballot that is not in order is refused with the
/// reason and the place, and the rest is counted.
///
/// With dots and approval, a theme has a point for every time that it stands on a ballot. In a ranking of n
/// themes the first on a ballot gets n points, the second one less, and so on; what is not ranked gets none.
/// Ties stay ties: where more themes have as many points than there are places left, the network chooses.
///
/// # Errors
/// `vote.unknown` where there is no such vote, or where there are several and it was not said which.
///
/// ```
/// use raakvlak::network::{self, Network};
/// use raakvlak::Texts;
///
/// let network = Network::from_json(r#"{
///     "schema": "raakvlak.network.v1",
///     "id": "maatwerk",
///     "themes": [{"id": "trust", "label": "Vertrouwen"}, {"id": "language", "label": "Taal"},
///                {"id": "access", "label": "Toegang"}],
///     "votes": [{"id": "autumn", "method": "dots", "dots": 2, "places": 2, "ballots": [
///         {"token": "a", "themes": ["trust", "trust"]},
///         {"token": "b", "themes": ["language", "access"]},
///         {"token": "b", "themes": ["access", "access"]}
///     ]}]
/// }"#)?;
/// let result = network::count(&network, None, &Texts::nl())?;
/// assert_eq!((result.counted, result.refused[0].path.as_str()), (2, "$.votes[0].ballots[2].token"));
///
/// let decides = result.decides.unwrap();
/// assert_eq!(decides.chosen, ["trust"]);
/// let undecided = decides.undecided.unwrap(); // one place, and two with as many points
/// assert_eq!((undecided.places, undecided.tied), (1, vec!["language".to_owned(), "access".to_owned()]));
/// # Ok::<(), raakvlak::Error>(())
/// ```
pub fn count(network: &Network, vote: Option<&str>, texts: &Texts) -> Result<VoteResultDocument, Error> {
    let document = network.document();
    let (at, vote) = find(&document.votes, vote)?;
    let rules = Ballots { vote, themes: places(document.themes.iter().map(|theme| theme.id.as_str())) };
    let mut points = vec![0; document.themes.len()];
    let (mut counted, mut refused, mut used) = (0, Vec::new(), BTreeSet::new());
    for (place, ballot) in vote.ballots.iter().enumerate() {
        match rules.read(ballot, &used) {
            Ok(given) => {
                counted += 1;
                used.extend(ballot.token.as_deref().map(str::trim));
                for (theme, given) in given {
                    if let Some(points) = points.get_mut(theme) {
                        *points += given;
                    }
                }
            }
            Err(error) => refused.push(RefusedBallot {
                code: error.code(),
                message: error.message().to_owned(),
                path: format!("$.votes[{at}].ballots[{place}]{}", error.path()),
                help: error.help().map(str::to_owned),
            }),
        }
    }
    let phrase = |of: &str| texts.phrase(&format!("vote-{of}-{}", word(&vote.method)));
    let reached = |needed: u32| counted >= needed as usize;
    let standing = match vote.quorum {
        _ if vote.voters.is_some_and(|voters| counted > voters as usize) => VoteStanding::TooManyBallots,
        _ if counted == 0 => VoteStanding::NoBallots,
        Some(needed) if !reached(needed) => VoteStanding::NoQuorum,
        _ => VoteStanding::Decides,
    };
    let points = tied(&document.themes, &points);
    let places = vote.places.unwrap_or(PLACES);
    Ok(VoteResultDocument {
        schema: Cow::Borrowed("raakvlak.vote-result.v1"),
        knowledge: Knowledge {
            version: Cow::Borrowed(knowledge::version()),
            digest: Cow::Borrowed(knowledge::digest()),
        },
        lang: Cow::Owned(texts.lang().to_owned()),
        network: document.id.clone(),
        name: document.name.clone(),
        vote: vote.id.clone(),
        method: vote.method,
        how: Cow::Owned(phrase("how").replace("{n}", &rules.dots().to_string())),
        operationalisation: phrase("choice"),
        counted,
        refused,
        voters: vote.voters,
        quorum: vote.quorum,
        quorum_reached: vote.quorum.map(reached),
        standing,
        places,
        decides: (standing == VoteStanding::Decides).then(|| decides(&points, places as usize)),
        clusters: clusters(&document.themes, &points),
        points,
    })
}

fn find<'a>(votes: &'a [Vote], id: Option<&str>) -> Result<(usize, &'a Vote), Error> {
    let ids = || votes.iter().map(|vote| vote.id.as_str());
    let wrong =
        |message: String, help: String| Err(Error::new(Code::VoteUnknown, message).at("$.votes").with_help(help));
    match (id, votes) {
        (Some(id), _) => match votes.iter().enumerate().find(|(_, vote)| vote.id == id) {
            Some(found) => Ok(found),
            None => wrong(format!("there is no vote `{}`", shorten(id)), nearest(id, ids()).unwrap_or_default()),
        },
        (None, [only]) => Ok((0, only)),
        (None, []) => wrong("the network has no vote".to_owned(), String::new()),
        (None, several) => {
            let known: Vec<String> = ids().map(|id| format!("`{}`", shorten(id))).collect();
            wrong(format!("there are {} votes", several.len()), format!("say which: {}", known.join(", ")))
        }
    }
}

/// What a ballot has to keep to.
struct Ballots<'a> {
    vote: &'a Vote,
    themes: Places<'a>,
}

impl Ballots<'_> {
    fn dots(&self) -> u32 {
        self.vote.dots.unwrap_or(DOTS)
    }

    /// The points that it gives, by the place of the theme. The place of an error is within the ballot. What
    /// stands on a ballot is in no message: it could be a token.
    fn read(&self, ballot: &Ballot, used: &BTreeSet<&str>) -> Result<Vec<(usize, u64)>, Error> {
        let wrong = |code, message: String, at: String| Err(Error::new(code, message).at(at));
        let Ballot { token, themes } = ballot;
        if themes.is_empty() {
            return wrong(Code::VoteEmpty, "nothing stands on the ballot".to_owned(), ".themes".to_owned());
        }
        if self.vote.method == VoteMethod::Dots && themes.len() > self.dots() as usize {
            let message = format!("{} dots, where each has {}", themes.len(), self.dots());
            return wrong(Code::VoteDots, message, ".themes".to_owned());
        }
        let mut given: Vec<(usize, u64)> = Vec::with_capacity(themes.len());
        let mut seen = BTreeSet::new();
        for (place, theme) in themes.iter().enumerate() {
            let at = format!(".themes[{place}]");
            let Some(of) = self.themes.get(theme.as_str()) else {
                return Err(Error::new(Code::VoteTheme, "the network has no such theme")
                    .at(at)
                    .with_help(nearest(theme, self.themes.keys().copied()).unwrap_or_default()));
            };
            if !seen.insert(of) && self.vote.method != VoteMethod::Dots {
                return wrong(Code::VoteRepeated, "the theme stands on the ballot twice".to_owned(), at);
            }
            given.push((
                *of,
                match self.vote.method {
                    VoteMethod::Dots | VoteMethod::Approval => 1,
                    VoteMethod::Ranking => (self.themes.len() - place) as u64,
                },
            ));
        }
        match token.as_deref().map(str::trim) {
            Some("") => wrong(Code::VoteToken, "a token may not be empty".to_owned(), ".token".to_owned()),
            Some(token) if used.contains(token) => {
                wrong(Code::VoteToken, "a ballot with this token was counted already".to_owned(), ".token".to_owned())
            }
            _ => Ok(given),
        }
    }
}

/// Themes by their points, most first.
fn tied(themes: &[Theme], points: &[u64]) -> Vec<TiedThemes> {
    let mut groups: BTreeMap<Reverse<u64>, Vec<Theme>> = BTreeMap::new();
    for (theme, points) in themes.iter().zip(points) {
        groups.entry(Reverse(*points)).or_default().push(theme.clone());
    }
    groups.into_iter().map(|(points, themes)| TiedThemes { points: points.0, themes }).collect()
}

fn clusters(themes: &[Theme], points: &[TiedThemes]) -> Vec<TiedThemes> {
    if themes.iter().all(|theme| theme.part_of.is_none()) {
        return Vec::new();
    }
    let mut sums: BTreeMap<&str, u64> = BTreeMap::new();
    for group in points {
        for theme in &group.themes {
            *sums.entry(theme.part_of.as_ref().unwrap_or(&theme.id)).or_default() += group.points;
        }
    }
    let whole: Vec<Theme> = themes.iter().filter(|theme| theme.part_of.is_none()).cloned().collect();
    let points: Vec<u64> = whole.iter().map(|theme| sums.get(theme.id.as_str()).copied().unwrap_or(0)).collect();
    tied(&whole, &points)
}

fn decides(points: &[TiedThemes], places: usize) -> VoteDecides {
    let ids = |group: &TiedThemes| group.themes.iter().map(|theme| theme.id.clone()).collect::<Vec<String>>();
    let groups: Vec<Vec<String>> = points.iter().filter(|group| group.points > 0).map(ids).collect();
    let (chosen, tied) = decide(groups.iter().map(Vec::as_slice), places);
    let left = |id: &String| !chosen.contains(id) && !tied.contains(id);
    VoteDecides {
        kept: points.iter().flat_map(ids).filter(left).collect(),
        undecided: (!tied.is_empty()).then(|| UndecidedThemes { places: places - chosen.len(), tied: tied.to_vec() }),
        chosen,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::{DOTS, count};
    use crate::boundary::{VoteMethod, VoteResultDocument, VoteStanding, word};
    use crate::error::Code;
    use crate::network::Network;
    use crate::text::Texts;

    const THEMES: [&str; 5] = ["access", "trust", "language", "interpreters", "leaflets"];
    const METHODS: [VoteMethod; 3] = [VoteMethod::Dots, VoteMethod::Approval, VoteMethod::Ranking];

    /// Five themes, of which the last two are parts of the third.
    fn network(vote: Value) -> Network {
        let themes: Vec<Value> = THEMES
            .iter()
            .enumerate()
            .map(|(place, id)| match place {
                0..=2 => json!({"id": id, "label": id.to_uppercase()}),
                _ => json!({"id": id, "label": id.to_uppercase(), "part_of": "language"}),
            })
            .collect();
        let network = json!({"schema": "raakvlak.network.v1", "id": "maatwerk", "themes": themes, "votes": [vote]});
        Network::from_json(&network.to_string()).unwrap()
    }

    fn counted(vote: Value) -> VoteResultDocument {
        count(&network(vote), None, &Texts::nl()).unwrap()
    }

    fn vote(method: VoteMethod, ballots: &[Value]) -> Value {
        json!({"id": "v", "method": word(&method), "ballots": ballots})
    }

    fn points(result: &VoteResultDocument) -> BTreeMap<String, u64> {
        let groups = result.points.iter();
        groups.flat_map(|group| group.themes.iter().map(|theme| (theme.id.clone(), group.points))).collect()
    }

    #[test]
    fn every_faulty_ballot_is_refused_with_its_place_and_the_rest_counts() {
        let ballots = [
            json!({"token": "a", "themes": ["trust", "access"]}),
            json!({"token": "b", "themes": []}),
            json!({"token": "c", "themes": ["trust", "acces"]}),
            json!({"token": "a ", "themes": ["access"]}),
            json!({"token": " ", "themes": ["access"]}),
            json!({"themes": ["trust", "trust"]}),
            json!({"themes": ["trust"]}),
        ];
        let refused = |method| {
            let result = counted(vote(method, &ballots));
            assert_eq!(result.counted + result.refused.len(), ballots.len());
            result.refused.into_iter().map(|r| (r.code, r.path)).collect::<Vec<_>>()
        };
        let at = |place: usize, rest: &str| format!("$.votes[0].ballots[{place}].{rest}");
        let mut expected = vec![
            (Code::VoteEmpty, at(1, "themes")),
            (Code::VoteTheme, at(2, "themes[1]")),
            (Code::VoteToken, at(3, "token")),
            (Code::VoteToken, at(4, "token")),
        ];
        assert_eq!(refused(VoteMethod::Dots), expected);
        expected.push((Code::VoteRepeated, at(5, "themes[1]")));
        assert_eq!(refused(VoteMethod::Approval), expected);
        assert_eq!(refused(VoteMethod::Ranking), expected);

        let dots = vec!["trust"; DOTS as usize + 1];
        let too_many = counted(vote(VoteMethod::Dots, &[json!({"themes": dots})]));
        assert_eq!(too_many.refused[0].code, Code::VoteDots);
        let help = counted(vote(VoteMethod::Dots, &[json!({"themes": ["acces"]})])).refused[0].help.clone();
        assert_eq!(help.as_deref(), Some("did you mean `access`?"));
    }

    #[test]
    fn a_refused_ballot_does_not_use_up_its_token() {
        let ballots = [json!({"token": "a", "themes": ["nothing"]}), json!({"token": "a", "themes": ["trust"]})];
        let result = counted(vote(VoteMethod::Approval, &ballots));
        assert_eq!((result.counted, points(&result)["trust"]), (1, 1));
    }

    #[test]
    fn no_token_and_nothing_that_stands_on_a_ballot_is_in_a_result() {
        // Somebody wrote the token where the theme goes.
        let ballots = [
            json!({"token": "geheim-1", "themes": ["geheim-1"]}),
            json!({"token": "geheim-2", "themes": ["trust"]}),
            json!({"token": "geheim-2", "themes": ["trust"]}),
        ];
        for method in METHODS {
            let result = counted(vote(method, &ballots));
            assert!(!serde_json::to_string(&result).unwrap().contains("geheim"));
            assert!(!format!("{result:?}").contains("geheim"));
        }
    }

    #[test]
    fn a_ranking_gives_the_first_as_many_points_as_there_are_themes_and_what_is_not_ranked_none() {
        let result = counted(vote(VoteMethod::Ranking, &[json!({"themes": ["trust", "access"]})]));
        let points = points(&result);
        assert_eq!((points["trust"], points["access"], points["language"]), (5, 4, 0));
    }

    #[test]
    fn a_tie_for_the_last_places_is_left_to_the_network() {
        let ballots = [json!({"themes": ["trust", "trust"]}), json!({"themes": ["access", "language", "leaflets"]})];
        let mut vote = vote(VoteMethod::Dots, &ballots);
        let result = counted(vote.clone());
        let decides = result.decides.unwrap();
        assert_eq!(decides.chosen, ["trust"]);
        let undecided = decides.undecided.unwrap();
        assert_eq!(
            (undecided.places, undecided.tied),
            (2, ["access", "language", "leaflets"].map(String::from).to_vec())
        );
        assert_eq!(decides.kept, ["interpreters"]); // no points is no place, and it is kept
        // With a place for each the points decide.
        vote["places"] = json!(4);
        let decides = counted(vote).decides.unwrap();
        assert_eq!((decides.chosen.len(), decides.undecided), (4, None));
    }

    #[test]
    fn parts_are_added_up_with_their_theme_and_decide_nothing() {
        let ballots = [json!({"themes": ["interpreters", "leaflets", "trust"]}), json!({"themes": ["trust"]})];
        let result = counted(vote(VoteMethod::Approval, &ballots));
        let of = |group: &crate::boundary::TiedThemes| {
            (group.points, group.themes.iter().map(|theme| theme.id.clone()).collect::<Vec<_>>())
        };
        let clusters: Vec<_> = result.clusters.iter().map(of).collect();
        assert_eq!(clusters, [(2, vec!["trust".to_owned(), "language".to_owned()]), (0, vec!["access".to_owned()])]);
        assert!(!result.decides.unwrap().chosen.contains(&"language".to_owned()));
    }

    #[test]
    fn without_quorum_nothing_is_decided_and_the_figures_show() {
        let one = [json!({"themes": ["trust"]})];
        let with = |more: Value| {
            let mut vote = vote(VoteMethod::Approval, &one);
            vote.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            counted(vote)
        };
        for (more, reached, standing) in [
            (json!({}), None, VoteStanding::Decides),
            (json!({"quorum": 1}), Some(true), VoteStanding::Decides),
            (json!({"quorum": 2}), Some(false), VoteStanding::NoQuorum),
            (json!({"quorum": 1, "ballots": []}), Some(false), VoteStanding::NoBallots),
            (json!({"voters": 1}), None, VoteStanding::Decides),
            (json!({"voters": 0}), None, VoteStanding::TooManyBallots),
        ] {
            let result = with(more.clone());
            assert_eq!((result.quorum_reached, result.standing), (reached, standing), "{more}");
            assert_eq!(result.decides.is_some(), standing == VoteStanding::Decides, "{more}");
            assert_eq!(points(&result).len(), THEMES.len(), "{more}");
        }
    }

    #[test]
    fn of_several_votes_it_has_to_be_said_which() {
        let mut document = network(vote(VoteMethod::Dots, &[])).document().clone();
        let mut with = |votes: &[&str]| {
            document.votes = votes
                .iter()
                .map(|id| {
                    let vote = json!({"id": id, "method": "dots", "ballots": []});
                    serde_json::from_value(vote).unwrap()
                })
                .collect();
            Network::try_from(document.clone()).unwrap()
        };
        let wrong = |network: &Network, id| {
            let error = count(network, id, &Texts::nl()).unwrap_err();
            assert_eq!((error.code(), error.path()), (Code::VoteUnknown, "$.votes"));
            error
        };
        let (none, two) = (with(&[]), with(&["spring", "autumn"]));
        assert_eq!(wrong(&none, None).message(), "the network has no vote");
        assert_eq!(wrong(&two, None).help(), Some("say which: `spring`, `autumn`"));
        assert_eq!(wrong(&two, Some("autum")).help(), Some("did you mean `autumn`?"));
        assert_eq!(count(&two, Some("autumn"), &Texts::nl()).unwrap().vote, "autumn");
    }

    /// A ballot, in order or not; without a token, or with one of its own.
    fn ballot() -> impl Strategy<Value = Vec<&'static str>> {
        let theme = prop::sample::select([&THEMES[..], &["nothing"]].concat());
        prop::collection::vec(theme, 0..5)
    }

    fn ballots(given: &[Vec<&'static str>]) -> Vec<Value> {
        given.iter().enumerate().map(|(i, themes)| json!({"token": format!("t{i}"), "themes": themes})).collect()
    }

    proptest! {
        #[test]
        fn the_order_of_ballots_makes_no_difference(
            (given, mixed) in prop::collection::vec(ballot(), 0..12)
                .prop_flat_map(|given| (Just(given.clone()), Just(given).prop_shuffle())),
            method in prop::sample::select(METHODS.to_vec()),
        ) {
            let (one, other) = (counted(vote(method, &ballots(&given))), counted(vote(method, &ballots(&mixed))));
            prop_assert_eq!((one.points, one.clusters, one.decides, one.counted), (other.points, other.clusters, other.decides, other.counted));
        }

        #[test]
        fn the_points_are_those_that_the_ballots_give_and_a_refused_ballot_gives_none(
            given in prop::collection::vec(ballot(), 0..12),
            method in prop::sample::select(METHODS.to_vec()),
        ) {
            let result = counted(vote(method, &ballots(&given)));
            let faulty: Vec<usize> = result.refused.iter()
                .map(|r| r.path.trim_start_matches("$.votes[0].ballots[").split(']').next().unwrap().parse().unwrap())
                .collect();
            let kept: Vec<Vec<&'static str>> =
                given.iter().enumerate().filter(|(i, _)| !faulty.contains(i)).map(|(_, b)| b.clone()).collect();
            let worth = |ballot: &Vec<&str>| -> u64 {
                let given = ballot.len() as u64;
                match method {
                    VoteMethod::Ranking => (0..given).map(|place| THEMES.len() as u64 - place).sum(),
                    _ => given,
                }
            };
            prop_assert_eq!(points(&result).values().sum::<u64>(), kept.iter().map(worth).sum::<u64>());
            // The same without the faulty ones.
            let alone = counted(vote(method, &ballots(&kept)));
            prop_assert!(alone.refused.is_empty());
            prop_assert_eq!((&alone.points, alone.counted), (&result.points, result.counted));
        }

        #[test]
        fn a_ballot_more_for_a_theme_never_lowers_it(
            given in prop::collection::vec(ballot(), 0..12),
            more in ballot(),
            method in prop::sample::select(METHODS.to_vec()),
        ) {
            let before = points(&counted(vote(method, &ballots(&given))));
            let after = counted(vote(method, &ballots(&[&given[..], std::slice::from_ref(&more)].concat())));
            let lower = |id: &str| points(&after)[id] < before[id];
            prop_assert!(!more.iter().any(|id| before.contains_key(*id) && lower(id)));
        }

        #[test]
        fn every_theme_is_decided_left_or_kept_and_no_tie_is_broken(
            given in prop::collection::vec(ballot(), 1..12),
            method in prop::sample::select(METHODS.to_vec()),
            places in 1_u32..7,
        ) {
            let mut vote = vote(method, &ballots(&given));
            vote["places"] = json!(places);
            let result = counted(vote);
            let Some(decides) = &result.decides else { return Ok(()) };
            let tied = decides.undecided.as_ref().map_or(&[][..], |undecided| &undecided.tied);
            let mut all: Vec<&String> = decides.chosen.iter().chain(tied).chain(&decides.kept).collect();
            all.sort();
            let mut themes = THEMES.to_vec();
            themes.sort();
            prop_assert_eq!(all, themes);
            prop_assert!(decides.chosen.len() <= places as usize);
            for group in &result.points {
                let places = |list: &[String]| group.themes.iter().filter(|theme| list.contains(&theme.id)).count();
                let together = [&decides.chosen[..], tied, &decides.kept].map(places);
                prop_assert!(together.iter().filter(|n| **n > 0).count() == 1, "{:?}", group);
            }
        }
    }
}
