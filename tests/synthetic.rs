//! A made-up survey with the checklist: synthetic, seeded, and as uneven as real ones.

use raakvlak::checklist::{Answer, Cell, Instrument, Respondent, Role, Score, Sheet, Survey};

use crate::random_cases::Random;

/// How large a survey is.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// How many municipalities.
    pub municipalities: usize,
    /// How many organisations, over the municipalities.
    pub organisations: usize,
    /// How many teams, over the organisations.
    pub teams: usize,
    /// How many waves.
    pub waves: usize,
}

impl Size {
    /// Three municipalities, eight organisations, thirty teams, three waves.
    pub const REGION: Size = Size { municipalities: 3, organisations: 8, teams: 30, waves: 3 };
    /// Two municipalities, three organisations, eight teams, three waves.
    pub const DISTRICT: Size = Size { municipalities: 2, organisations: 3, teams: 8, waves: 3 };
    /// Two hundred organisations.
    pub const COUNTRY: Size = Size { municipalities: 40, organisations: 200, teams: 400, waves: 3 };
    /// One team, once.
    pub const TEAM: Size = Size { municipalities: 1, organisations: 1, teams: 1, waves: 1 };
}

const MUNICIPALITIES: [&str; 3] = ["Arkelstede", "Berkenoord", "Dijkhaven"];
const ORGANISATIONS: [&str; 8] = [
    "De Brug",
    "Zorgkring",
    "Samen Thuis",
    "Stichting Welzijn en Ondersteuning Berkenoord-West",
    "Jeugdpunt",
    "Het Raadhuis",
    "Buurtkracht",
    "Anker",
];
const TEAMS: [&str; 6] = ["Noord", "Oost", "Zuid", "West", "Centrum", "Jonge gezinnen"];

/// A survey of this size; the same seed gives the same one.
pub fn survey(size: Size, seed: u64) -> Survey {
    let mut random = Random::new(seed);
    let mut survey = Survey::default();
    let items = Instrument::current().items();
    let hard: Vec<f64> = items.iter().map(|_| random.around(6.0, 1.2)).collect();
    let homes: Vec<f64> = (0..size.organisations).map(|_| random.around(0.0, 0.9)).collect();
    let mut next = 0u32;
    for team in 0..size.teams {
        let organisation = team % size.organisations;
        let cell = Cell {
            municipality: Some(named(&MUNICIPALITIES, organisation % size.municipalities, "Gemeente")),
            organisation: Some(named(&ORGANISATIONS, organisation, "Organisatie")),
            team: Some(named(&TEAMS, team / size.organisations, "Team")),
            role: None,
            wave: None,
        };
        let home = homes.get(organisation).copied().unwrap_or_default() + random.around(0.0, 0.4);
        let mut staff: Vec<(u32, Role, f64)> = Vec::new();
        let many = 6 + random.below(26);
        for wave in 0..size.waves {
            staff.retain(|_| random.below(10) < 7);
            while staff.len() < many {
                let role = match random.below(20) {
                    0..12 => Role::Professional,
                    12..15 => Role::Manager,
                    15..18 => Role::InformalPartner,
                    _ => Role::ClientRepresentative,
                };
                staff.push((next, role, random.around(0.0, 0.8)));
                next += 1;
            }
            let cell = Cell { wave: (size.waves > 1).then(|| format!("{}", 2023 + wave)), ..cell.clone() };
            for (person, role, view) in &staff {
                let mut sheet = Sheet::new(Respondent { pseudonym: Some(format!("p{person}")), role: Some(*role) });
                let sees = match role {
                    Role::Manager => 1.1,
                    Role::ClientRepresentative => -1.4,
                    _ => 0.0,
                };
                for (item, hard) in items.iter().zip(&hard) {
                    let answer = match random.below(50) {
                        0 => Answer::NotAnswered,
                        1 => Answer::NotApplicable,
                        2..=4 => Answer::DontKnow,
                        _ => {
                            let score = random.around(hard + home + view + sees + 0.3 * wave as f64, 1.5);
                            Answer::Score(Score::new(score.round().clamp(1.0, 10.0) as u8).unwrap())
                        }
                    };
                    sheet.answer(item.name(), answer).unwrap();
                }
                survey.add(&cell, &sheet).unwrap();
            }
        }
    }
    survey
}

fn named(names: &[&str], place: usize, otherwise: &str) -> String {
    names.get(place).map_or_else(|| format!("{otherwise} {:03}", place + 1), |name| (*name).to_owned())
}
