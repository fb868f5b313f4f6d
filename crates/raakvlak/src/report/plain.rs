//! Plain text, at most 80 columns.

use super::page::{Block, Item, Page, worded};

const WIDTH: usize = 80;

struct Out {
    text: String,
    colour: bool,
}

pub(super) fn write(page: &Page, colour: bool) -> String {
    let mut out = Out { text: String::new(), colour };
    out.styled("1", &page.title, "", "");
    out.line(&"=".repeat(width(&page.title).min(WIDTH)));
    blocks(&mut out, &page.blocks);
    out.line("");
    out.styled("2", &page.footer, "", "");
    out.text
}

fn blocks(out: &mut Out, list: &[Block]) {
    for block in list.iter().filter(|b| !matches!(b, Block::Picture { .. } | Block::Contents(_))) {
        out.line("");
        match block {
            Block::Heading(level, text) => {
                out.styled("1", text, "", "");
                out.line(&(if *level <= 2 { "-" } else { "." }).repeat(width(text).min(WIDTH)));
            }
            Block::Text(text) => out.wrapped(text, "", ""),
            Block::Notice(items) => {
                for (i, item) in items.iter().enumerate() {
                    let style = if i == 0 { "1;31" } else { "1" };
                    out.styled(style, &heading(item), "! ", "! ");
                    out.wrapped(&item.text, "! ", "! ");
                    small(out, item, "! ");
                }
            }
            Block::List { numbered, items } => {
                for (i, item) in items.iter().enumerate() {
                    let bullet = if *numbered { format!("{:>2}. ", i + 1) } else { " -  ".to_owned() };
                    item_lines(out, item, &bullet);
                }
            }
            Block::Table { caption, head, rows } | Block::Chart { caption, head, rows, .. } => {
                table(out, caption, head, rows)
            }
            Block::Distributions { caption, head, rows } => table(out, caption, head, &worded(rows)),
            Block::Picture { .. } | Block::Contents(_) => {}
            Block::Fold(title, inner) => {
                out.styled("1", title, "", "");
                out.line(&"-".repeat(width(title).min(WIDTH)));
                blocks(out, inner);
            }
            Block::Blanks(blanks) => {
                for blank in blanks {
                    let line = "_".repeat(WIDTH.saturating_sub(width(blank) + 6));
                    out.wrapped(&format!("{blank}: {line}"), "    ", "    ");
                }
            }
            Block::Tick { question, choices } => {
                out.styled("1", question, "", "");
                choices.iter().for_each(|choice| out.wrapped(choice, "    [_] ", "        "));
            }
            Block::Scale { caption, meaning, choices, items } => {
                out.styled("1", caption, "", "");
                out.styled("2", meaning, "", "");
                let boxes = choices.iter().map(|choice| format!("[_]{}", choice.replace(' ', "-")));
                let boxes = boxes.collect::<Vec<_>>().join(" ");
                for item in items {
                    let bullet = format!("{:>3} ", item.mark);
                    out.wrapped(&item.text, &bullet, "    ");
                    out.wrapped(&boxes, "    ", "    ");
                }
            }
            Block::Fill { item, room, answer } => {
                item_lines(out, item, " -  ");
                match answer {
                    Some(answer) => out.wrapped(&format!("{room}: {answer}"), "    > ", "    > "),
                    None => out.line("    ______________________________________________________________________"),
                }
            }
        }
    }
}

fn item_lines(out: &mut Out, item: &Item, bullet: &str) {
    let indent = " ".repeat(width(bullet));
    let heading = heading(item);
    if heading.is_empty() {
        out.wrapped(&item.text, bullet, &indent);
    } else {
        out.styled("1", &heading, bullet, &indent);
        out.wrapped(&item.text, &indent, &indent);
    }
    small(out, item, &indent);
}

fn heading(item: &Item) -> String {
    if item.mark.is_empty() { item.label.clone() } else { format!("[{}] {}", item.mark, item.label) }
}

fn small(out: &mut Out, item: &Item, indent: &str) {
    for line in &item.small {
        out.styled("2", line, indent, &format!("{indent}  "));
    }
}

fn table(out: &mut Out, caption: &str, head: &[String], rows: &[Vec<String>]) {
    out.styled("1", caption, "", "");
    let mut widths: Vec<usize> = head.iter().map(|h| width(h)).collect();
    for row in rows {
        for (w, cell) in widths.iter_mut().zip(row) {
            *w = (*w).max(width(cell));
        }
    }
    // A first column that is too wide gives way, as far as no word of it is broken.
    let rest: usize = widths.iter().skip(1).map(|w| w + 2).sum();
    let names = rows.iter().filter_map(|row| row.first()).chain(head.first());
    let word = names.flat_map(|name| name.split_whitespace()).map(width).max().unwrap_or(0);
    if rest + 2 + word > WIDTH {
        return list_of_rows(out, head, rows);
    }
    if let Some(first) = widths.first_mut() {
        *first = (*first).min(WIDTH.saturating_sub(rest + 2));
    }
    for row in std::iter::once(head).chain(rows.iter().map(Vec::as_slice)) {
        let mut cells = row.iter().zip(&widths);
        let Some((first, w)) = cells.next() else { continue };
        let mut lines = wrap(first, *w).into_iter();
        let mut line = format!("  {:<w$}", lines.next().unwrap_or_default());
        for (cell, w) in cells {
            line.push_str(&format!("  {cell:<w$}"));
        }
        out.line(line.trim_end());
        for more in lines {
            out.line(&format!("    {more}"));
        }
    }
}

/// A table that is too wide, row by row.
fn list_of_rows(out: &mut Out, head: &[String], rows: &[Vec<String>]) {
    for row in rows {
        for (i, (cell, name)) in row.iter().zip(head).enumerate() {
            match i {
                0 => out.wrapped(cell, " -  ", "    "),
                _ if name.is_empty() => out.wrapped(cell, "    ", "    "),
                _ => out.wrapped(&format!("{name}: {cell}"), "    ", "      "),
            }
        }
    }
}

impl Out {
    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn wrapped(&mut self, text: &str, first: &str, rest: &str) {
        self.styled("", text, first, rest);
    }

    /// Wraps before it colours, so that a colour never counts as width.
    fn styled(&mut self, style: &str, text: &str, first: &str, rest: &str) {
        if text.is_empty() {
            return;
        }
        let indent = width(first).max(width(rest));
        for (i, line) in wrap(&clean(text), WIDTH - indent).into_iter().enumerate() {
            let before = if i == 0 { first } else { rest };
            if self.colour && !style.is_empty() {
                self.line(&format!("{before}\u{1b}[{style}m{line}\u{1b}[0m"));
            } else {
                self.line(&format!("{before}{line}"));
            }
        }
    }
}

/// Without control characters: a user's text must not steer the terminal.
fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn width(text: &str) -> usize {
    text.chars().count()
}

/// Breaks at spaces; a word that is too long is cut.
fn wrap(text: &str, width_: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split_whitespace() {
        let mut word: Vec<char> = word.chars().collect();
        loop {
            let gap = usize::from(used > 0);
            if used + gap + word.len() <= width_ {
                if let Some(line) = lines.last_mut() {
                    if gap == 1 {
                        line.push(' ');
                    }
                    line.extend(&word);
                }
                used += gap + word.len();
                break;
            }
            if used > 0 {
                lines.push(String::new());
                used = 0;
                continue;
            }
            let rest = word.split_off(width_);
            if let Some(line) = lines.last_mut() {
                line.extend(&word);
            }
            lines.push(String::new());
            word = rest;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn a_long_word_is_cut_and_nothing_is_lost() {
        assert_eq!(wrap("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(wrap("a b c d", 3), ["a b", "c d"]);
        assert_eq!(wrap("", 3), [""]);
    }
}
