//! The houses and the conversation once more, as a plain lookup written from the domain
//! rules in docs/houses.md. It imports nothing, so that it cannot share a mistake.

/// What is stated of a yes-or-no observation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Flag {
    Yes,
    No,
    Unknown,
    Declined,
}

/// What is stated of the trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Trust {
    None,
    Beginning,
    Basis,
    Unknown,
    Declined,
}

/// Everything that takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Seen {
    pub concern: Flag,
    pub child_unsafe: Flag,
    pub some_aspects_not_well: Flag,
    pub problems_persist: Flag,
    pub problems_worse: Flag,
    pub circle_enough: Flag,
    pub consented: Flag,
    pub voluntary_enough: Flag,
    pub trust: Trust,
    pub image_checked: Flag,
    pub explanation_needed: Flag,
    pub one_line: Flag,
    pub explained: [Flag; 3],
}

impl Seen {
    pub const NOTHING: Seen = Seen {
        concern: Flag::Unknown,
        child_unsafe: Flag::Unknown,
        some_aspects_not_well: Flag::Unknown,
        problems_persist: Flag::Unknown,
        problems_worse: Flag::Unknown,
        circle_enough: Flag::Unknown,
        consented: Flag::Unknown,
        voluntary_enough: Flag::Unknown,
        trust: Trust::Unknown,
        image_checked: Flag::Unknown,
        explanation_needed: Flag::Unknown,
        one_line: Flag::Unknown,
        explained: [Flag::Unknown; 3],
    };
}

/// What should come out. Some(true) applies, Some(false) does not now, None is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// Green, orange, red.
    pub houses: [Option<bool>; 3],
    /// Numbers of the houses that are told: 0 green, 1 orange, 2 red.
    pub order: Vec<usize>,
    pub next: Option<usize>,
    pub step: u8,
    pub back: bool,
    pub safety_notice: bool,
    pub red_told: bool,
    pub look_again: Option<bool>,
    pub arrange: Option<bool>,
    pub shared_picture: Option<bool>,
}

fn yes(flag: Flag) -> Option<bool> {
    match flag {
        Flag::Yes => Some(true),
        Flag::No => Some(false),
        Flag::Unknown | Flag::Declined => None,
    }
}

fn no(flag: Flag) -> Option<bool> {
    match flag {
        Flag::No => Some(true),
        Flag::Yes => Some(false),
        Flag::Unknown | Flag::Declined => None,
    }
}

fn and(a: Option<bool>, b: Option<bool>) -> Option<bool> {
    match (a, b) {
        (Some(true), Some(true)) => Some(true),
        (Some(false), _) | (_, Some(false)) => Some(false),
        _ => None,
    }
}

fn or(a: Option<bool>, b: Option<bool>) -> Option<bool> {
    match (a, b) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), Some(false)) => Some(false),
        _ => None,
    }
}

pub fn look_up(seen: &Seen) -> Expected {
    let green = Some(true);
    let persisting = and(yes(seen.problems_persist), no(seen.circle_enough));
    let orange = or(or(yes(seen.some_aspects_not_well), persisting), yes(seen.child_unsafe));
    let red = match seen.child_unsafe {
        Flag::Yes => Some(true),
        Flag::No => Some(false),
        Flag::Unknown | Flag::Declined => None,
    };
    let houses = [green, orange, red];
    let mut order = Vec::new();
    for (number, house) in houses.iter().enumerate() {
        if *house == Some(true) {
            order.push(number);
        }
    }
    let to_tell: Vec<usize> =
        order.iter().copied().filter(|house| seen.explained.get(*house) != Some(&Flag::Yes)).collect();

    // Where the conversation stands.
    let begun = matches!(seen.trust, Trust::Beginning | Trust::Basis);
    let basis = seen.trust == Trust::Basis;
    let checked = seen.image_checked == Flag::Yes;
    let third = begun && checked && seen.explanation_needed == Flag::Yes && basis;
    let not_needed = seen.explanation_needed == Flag::No;
    let fourth = checked && basis && (not_needed || to_tell.is_empty());
    let furthest = if !begun {
        1
    } else if not_needed {
        if fourth { 4 } else { 2 }
    } else if !third {
        2
    } else if !fourth {
        3
    } else {
        4
    };
    let back = seen.one_line == Flag::No;
    let step = if back && furthest > 1 { furthest - 1 } else { furthest };

    Expected {
        houses,
        next: if step == 3 { to_tell.first().copied() } else { None },
        order,
        step,
        back,
        safety_notice: seen.concern == Flag::Yes || seen.child_unsafe == Flag::Yes,
        red_told: seen.explained.last() == Some(&Flag::Yes) && seen.child_unsafe != Flag::Yes,
        look_again: or(no(seen.voluntary_enough), yes(seen.problems_worse)),
        arrange: and(orange, yes(seen.consented)),
        shared_picture: no(seen.consented),
    }
}
