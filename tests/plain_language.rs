//! What is said to parents is plain: measured in Dutch with the formula of Flesch and Douma,
//! 206.84 − 0.77 × syllables per 100 words − 0.93 × words per sentence. Above 70 reads
//! easily; each text by itself must reach 55.

use std::collections::BTreeMap;

use raakvlak::Texts;
use raakvlak::knowledge;

/// Vowels that sound as one, the longest first, and every single vowel.
const SOUNDS: &[&str] = &[
    "eeuw", "ieuw", "eau", "aai", "ooi", "oei", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ij", "ei", "ou", "au",
    "a", "e", "i", "o", "u", "y", "é", "è", "ê", "á", "à", "ó", "í", "ú",
];

/// Syllables of a Dutch word: its vowel sounds. A diaeresis starts a new one.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase().replace("qu", "kw");
    let mut rest: String = word
        .chars()
        .flat_map(|c| match c {
            'ë' => vec!['-', 'e'],
            'ï' => vec!['-', 'i'],
            'ö' => vec!['-', 'o'],
            'ü' => vec!['-', 'u'],
            'ä' => vec!['-', 'a'],
            c => vec![c],
        })
        .collect();
    let mut count = 0;
    while !rest.is_empty() {
        let sound = SOUNDS.iter().find(|s| rest.starts_with(**s));
        count += usize::from(sound.is_some());
        let first = rest.chars().next().map_or(1, char::len_utf8);
        rest.drain(..sound.map_or(first, |s| s.len()));
    }
    count.max(1)
}

/// The sentences of a text, as their words.
fn sentences(text: &str) -> Vec<Vec<&str>> {
    text.split_inclusive(['.', '!', '?', ':'])
        .map(|sentence| {
            sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).collect::<Vec<_>>()
        })
        .filter(|words| !words.is_empty())
        .collect()
}

struct Measured {
    score: f64,
    words_per_sentence: f64,
    longest: usize,
}

fn measure<'a>(texts: impl IntoIterator<Item = &'a str>) -> Measured {
    let sentences: Vec<Vec<&str>> = texts.into_iter().flat_map(sentences).collect();
    let words: Vec<&str> = sentences.iter().flatten().copied().collect();
    let sounds: usize = words.iter().map(|word| word.split('-').map(syllables).sum::<usize>()).sum();
    let words_per_sentence = words.len() as f64 / sentences.len() as f64;
    Measured {
        score: 206.84 - 77.0 * sounds as f64 / words.len() as f64 - 0.93 * words_per_sentence,
        words_per_sentence,
        longest: sentences.iter().map(Vec::len).max().unwrap_or(0),
    }
}

/// Every Dutch text for parents, by knowledge id.
fn for_parents() -> BTreeMap<String, String> {
    Texts::nl().to_pack().parents
}

#[test]
fn syllables_are_counted_as_a_reader_hears_them() {
    for (word, count) in [
        ("huis", 1),
        ("ouders", 2),
        ("opvoeden", 3),
        ("consultatiebureau", 6),
        ("ideeën", 3),
        ("nieuw", 1),
        ("leeuw", 1),
        ("mooie", 2),
        ("vrijwillige", 4),
        ("kwaliteit", 3),
        ("zo’n", 1),
        ("u", 1),
        ("coördinatie", 5),
    ] {
        assert_eq!(syllables(word), count, "{word}");
    }
}

#[test]
fn a_hard_text_is_measured_as_hard() {
    let hard = "De gespecialiseerde jeugdhulpverlening kan worden geïndiceerd indien ambulante ondersteuning \
                ontoereikend wordt geacht.";
    assert!(measure([hard]).score < 30.0);
    assert!(measure(["Wij komen bij u thuis. U zegt wat u wilt."]).score > 90.0);
}

#[test]
fn each_house_reads_easily_as_a_whole() {
    let texts = for_parents();
    for house in ["house.green", "house.orange", "house.red", "house", "parents"] {
        // The card itself, without its houses, is measured apart.
        let own = |id: &str| {
            let of = |family: &str| id == family || id.starts_with(&format!("{family}."));
            of(house) && (house != "house" || !["house.green", "house.orange", "house.red"].iter().any(|h| of(h)))
        };
        let of: Vec<&str> = texts.iter().filter(|(id, _)| own(id)).map(|(_, text)| text.as_str()).collect();
        assert!(of.len() >= 7, "{house}: {}", of.len());
        let measured = measure(of);
        println!("{house}: Flesch-Douma {:.1}, {:.1} words a sentence", measured.score, measured.words_per_sentence);
        assert!(measured.score >= 70.0, "{house}: {:.1}", measured.score);
        assert!(measured.words_per_sentence <= 12.0, "{house}: {:.1}", measured.words_per_sentence);
    }
}

#[test]
fn no_text_for_parents_is_hard_and_no_sentence_is_long() {
    let mut offenders = Vec::new();
    for (id, text) in for_parents() {
        let measured = measure([text.as_str()]);
        if measured.score < 55.0 || measured.longest > 18 || measured.words_per_sentence > 12.0 {
            let Measured { score, words_per_sentence, longest } = measured;
            offenders.push(format!("{id}: {score:.1}, {words_per_sentence:.1} on average, longest {longest}: {text}"));
        }
    }
    assert!(offenders.is_empty(), "{}", offenders.join("\n"));
}

#[test]
fn texts_for_parents_are_there_in_both_languages_and_name_no_figures() {
    let (nl, en) = (Texts::nl().to_pack().parents, Texts::en().to_pack().parents);
    assert_eq!(nl.keys().collect::<Vec<_>>(), en.keys().collect::<Vec<_>>());
    for (id, text) in nl.iter().chain(&en) {
        assert!(!text.contains(['%', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']), "{id}: {text}");
        assert!(text.ends_with(['.', '?', '!']), "{id}: {text}");
    }
    for entry in knowledge::all().iter().filter(|e| e.id.starts_with("house.")) {
        let told = ["foundation", "criterion", "helper", "message"].contains(&entry.kind.name());
        assert!(!told || nl.contains_key(entry.id), "{} has no text for parents", entry.id);
    }
}
