//! Letters: how wide a text is, about, and how much of it fits.

use crate::palette::INK;
use crate::svg::Svg;

/// No more of a text is looked at than could ever be shown on two lines.
const LOOKED_AT: usize = 200;

/// A place for a text: centred, on at most two lines.
#[derive(Clone, Copy)]
pub(crate) struct Room {
    /// The middle of the text.
    pub(crate) centre: (i32, i32),
    pub(crate) width: i32,
    /// The sizes to try, the largest first.
    pub(crate) sizes: &'static [i32],
    pub(crate) bold: bool,
}

/// Writes a text where it belongs: what fits of it, and the whole as its name.
pub(crate) fn write(svg: &mut Svg, text: &str, from_right: bool, room: Room) {
    let (size, lines) = fitted(text, room);
    let (x, middle) = room.centre;
    let height = size + 1;
    let first = middle + size * 35 / 100 - height * (count(&lines) - 1) / 2;
    let weight = if room.bold { " font-weight=\"700\"" } else { "" };
    let direction = if from_right { " direction=\"rtl\"" } else { "" };
    let attributes =
        format!("font-size=\"{size}\"{weight}{direction} text-anchor=\"middle\" fill=\"{INK}\" stroke=\"none\"");
    svg.text(&attributes, text, |svg| {
        for (line, y) in lines.iter().zip((first..).step_by(height.unsigned_abs() as usize)) {
            let narrow = if width(line, size, room.bold) > room.width {
                format!(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", room.width)
            } else {
                String::new()
            };
            svg.line_of_text(&format!("x=\"{x}\" y=\"{y}\"{narrow}"), line);
        }
    });
}

/// As much of a text as fits on one line.
#[cfg(feature = "checklist")]
pub(crate) fn on_one_line(text: &str, room: i32, size: i32, bold: bool) -> String {
    let mut line: String = text.chars().take(LOOKED_AT).collect();
    if line.len() == text.len() && width(&line, size, bold) <= room {
        return line;
    }
    while width(&line, size, bold) + width("…", size, bold) > room && line.pop().is_some() {}
    line.truncate(line.trim_end().len());
    line + "…"
}

/// A text on no more than so many lines, or as much of it as fits on these.
#[cfg(any(feature = "checklist", feature = "pictures"))]
pub(crate) fn on_lines(text: &str, room: i32, size: i32, bold: bool, most: usize) -> (Vec<String>, Fit) {
    wrapped(text, room, size, bold, most)
}

fn count(lines: &[String]) -> i32 {
    if lines.len() > 1 { 2 } else { 1 }
}

/// How many lines a text takes, and how wide the widest is.
pub(crate) fn extent(text: &str, room: Room) -> (i32, i32) {
    let (size, lines) = fitted(text, room);
    let widest = lines.iter().map(|line| width(line, size, room.bold)).max().unwrap_or(0);
    (count(&lines), widest.min(room.width))
}

/// The largest size at which the whole text fits, or else the smallest and what fits then.
fn fitted(text: &str, room: Room) -> (i32, Vec<String>) {
    for size in room.sizes {
        if let Some(lines) = at_colon(text, room.width, *size, room.bold) {
            return (*size, lines);
        }
    }
    let smallest = room.sizes.last().copied().unwrap_or(24);
    // Last, a little too long: that is drawn narrower.
    let narrower = (smallest, room.width * 5 / 4);
    for (size, width) in room.sizes.iter().map(|size| (*size, room.width)).chain([narrower]) {
        if let (lines, Fit::Whole) = wrapped(text, width, size, room.bold, 2) {
            return (size, balanced(lines, size, room.bold));
        }
    }
    (smallest, wrapped(text, room.width, smallest, room.bold, 2).0)
}

/// A name and what it is, each on a line of its own: broken after the colon, when it fits that way.
fn at_colon(text: &str, room: i32, size: i32, bold: bool) -> Option<Vec<String>> {
    let (name, rest) = text.split_once(':').filter(|(_, rest)| rest.starts_with(' '))?;
    if text.len() >= LOOKED_AT || width(text, size, bold) <= room {
        return None;
    }
    let lines = vec![format!("{name}:"), rest.trim().to_owned()];
    lines.iter().all(|line| !line.is_empty() && width(line, size, bold) <= room).then_some(lines)
}

/// Two lines that differ least in width, of the same words.
fn balanced(lines: Vec<String>, size: i32, bold: bool) -> Vec<String> {
    let words: Vec<&str> = lines.iter().flat_map(|line| line.split(' ')).collect();
    let split = |at: usize| words.split_at_checked(at).map(|(first, rest)| [first.join(" "), rest.join(" ")]);
    let widest = |lines: &[String; 2]| lines.iter().map(|line| width(line, size, bold)).max();
    match (1..words.len()).filter_map(split).min_by_key(widest) {
        Some(two) if lines.len() == 2 => two.to_vec(),
        _ => lines,
    }
}

/// What became of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Fit {
    Whole,
    /// A word was broken.
    Broken,
    /// It was too long.
    Cut,
}

/// A text on no more than so many lines.
fn wrapped(text: &str, room: i32, size: i32, bold: bool, most: usize) -> (Vec<String>, Fit) {
    let wide = |line: &str| width(line, size, bold);
    let start: String = text.chars().take(LOOKED_AT / 2 * most.max(2)).collect();
    let mut fit = if start.len() < text.len() { Fit::Cut } else { Fit::Whole };
    let mut lines: Vec<String> = Vec::new();
    'words: for word in start.split_whitespace() {
        if fit == Fit::Whole && wide(word) > room && !breaks_anywhere(word) {
            fit = Fit::Broken;
        }
        for piece in pieces(word, room, &wide) {
            let full = lines.len() >= most;
            match lines.last_mut() {
                Some(line) if wide(line) + wide(" ") + wide(&piece) <= room => {
                    line.push(' ');
                    line.push_str(&piece);
                }
                _ if full => {
                    fit = Fit::Cut;
                    break 'words;
                }
                _ => lines.push(piece),
            }
        }
    }
    if fit == Fit::Cut
        && let Some(line) = lines.last_mut()
    {
        while wide(line) + wide("…") > room && line.pop().is_some() {}
        line.truncate(line.trim_end().len());
        line.push('…');
    }
    (lines, fit)
}

/// A word, broken where it does not fit on a line.
fn pieces(word: &str, room: i32, wide: &impl Fn(&str) -> i32) -> Vec<String> {
    if wide(word) <= room {
        return vec![word.to_owned()];
    }
    let mut pieces = vec![String::new()];
    for c in word.chars() {
        match pieces.last_mut() {
            Some(piece) if wide(piece) + wide(c.encode_utf8(&mut [0; 4])) <= room => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
    }
    pieces
}

/// Whether a word is of a script that writes no spaces between words.
fn breaks_anywhere(word: &str) -> bool {
    word.chars().any(|c| matches!(c, '\u{e00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{d7ff}'))
}

/// About how wide a text is: rather too wide than too narrow, for we do not know the font.
pub(crate) fn width(text: &str, size: i32, bold: bool) -> i32 {
    let hundredths: i32 = text.chars().map(letter).sum();
    hundredths * size / if bold { 90 } else { 100 }
}

/// The width of a letter, in hundredths of its size.
fn letter(c: char) -> i32 {
    match c {
        ' ' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | 'i' | 'j' | 'l' | 'I' => 31,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' => 41,
        'm' | 'M' | 'w' | 'W' | '@' | '%' => 92,
        'A'..='Z' => 71,
        ' '..='\u{2ff}' => 63,
        // Marks over and under letters, and marks for the direction.
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' => 0,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'.. => 105,
        '…' => 100,
        _ => 70,
    }
}

#[cfg(test)]
mod tests {
    use super::{Fit, width, wrapped};

    #[test]
    fn a_text_takes_two_lines_at_most_and_shows_that_it_was_cut() {
        assert_eq!(wrapped("Ouders", 150, 24, false, 2), (vec!["Ouders".to_owned()], Fit::Whole));
        assert_eq!(wrapped("Informele hulp", 150, 24, false, 2).0, ["Informele", "hulp"]);
        for long in ["word ".repeat(20_000), "x".repeat(100_000), "字".repeat(999), "\u{200f}".repeat(999)] {
            let (lines, fit) = wrapped(&long, 150, 24, false, 2);
            assert!(fit == Fit::Cut && lines.len() <= 2 && lines.last().unwrap().ends_with('…'));
            assert!(lines.iter().all(|line| width(line, 24, false) <= 150));
        }
        assert_eq!(wrapped(" \n ", 150, 24, false, 2), (Vec::new(), Fit::Whole));
    }
}
