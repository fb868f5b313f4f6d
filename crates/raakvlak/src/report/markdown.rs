//! Markdown.

use super::page::{Block, Item, Page, worded};

pub(super) fn write(page: &Page) -> String {
    let mut out = format!("# {}\n", escape(&page.title));
    blocks(&mut out, &page.blocks);
    out.push_str(&format!("\n---\n\n{}\n", escape(&page.footer)));
    out
}

fn blocks(out: &mut String, list: &[Block]) {
    for block in list.iter().filter(|b| !matches!(b, Block::Picture { .. } | Block::Contents(_))) {
        out.push('\n');
        match block {
            Block::Heading(level, text) => {
                out.push_str(&format!("{} {}\n", "#".repeat(usize::from(*level)), escape(text)));
            }
            Block::Text(text) => out.push_str(&format!("{}\n", escape(text))),
            Block::Notice(items) => {
                for (i, item) in items.iter().enumerate() {
                    if i > 0 {
                        out.push_str(">\n");
                    }
                    for line in item_lines(item) {
                        out.push_str(&format!("> {line}  \n"));
                    }
                }
            }
            Block::List { numbered, items } => {
                for (i, item) in items.iter().enumerate() {
                    let bullet = if *numbered { format!("{}. ", i + 1) } else { "- ".to_owned() };
                    list_item(out, item, &bullet);
                }
            }
            Block::Table { caption, head, rows } | Block::Chart { caption, head, rows, .. } => {
                table(out, caption, head, rows)
            }
            Block::Distributions { caption, head, rows } => table(out, caption, head, &worded(rows)),
            Block::Picture { .. } | Block::Contents(_) => {}
            Block::Fold(title, inner) => {
                out.push_str(&format!("## {}\n", escape(title)));
                blocks(out, inner);
            }
            Block::Blanks(blanks) => blanks.iter().for_each(|b| out.push_str(&format!("- {}: …\n", escape(b)))),
            Block::Tick { question, choices } => {
                out.push_str(&format!("**{}**\n\n", escape(question)));
                choices.iter().for_each(|choice| out.push_str(&format!("- ☐ {}\n", escape(choice))));
            }
            Block::Scale { caption, meaning, choices, items } => {
                if !caption.is_empty() {
                    out.push_str(&format!("**{}**\n\n", escape(caption)));
                }
                out.push_str(&format!("*{}*\n\n", escape(meaning)));
                let boxes: Vec<String> = choices.iter().map(|choice| format!("☐ {}", escape(choice))).collect();
                for item in items {
                    let mark =
                        if item.mark.is_empty() { String::new() } else { format!("**{}** ", escape(&item.mark)) };
                    out.push_str(&format!("- {mark}{}  \n  {}\n", escape(&item.text), boxes.join(" ")));
                }
            }
            Block::Fill { item, room, answer } => {
                list_item(out, item, "- ");
                let answer = answer.as_deref().map_or_else(|| "…".to_owned(), escape);
                out.push_str(&format!("  *{}:* {answer}\n", escape(room)));
            }
        }
    }
}

fn table(out: &mut String, caption: &str, head: &[String], rows: &[Vec<String>]) {
    let row = |cells: &[String]| format!("| {} |\n", cells.iter().map(|c| escape(c)).collect::<Vec<_>>().join(" | "));
    out.push_str(&format!("**{}**\n\n{}", escape(caption), row(head)));
    out.push_str(&format!("|{}\n", "---|".repeat(head.len())));
    rows.iter().for_each(|r| out.push_str(&row(r)));
}

fn list_item(out: &mut String, item: &Item, bullet: &str) {
    let indent = " ".repeat(bullet.len());
    for (i, line) in item_lines(item).into_iter().enumerate() {
        let before = if i == 0 { bullet } else { &indent };
        out.push_str(&format!("{before}{line}  \n"));
    }
}

fn item_lines(item: &Item) -> Vec<String> {
    let mut lines = Vec::new();
    if !item.label.is_empty() {
        let mark = if item.mark.is_empty() { String::new() } else { format!("*{}* ", escape(&item.mark)) };
        lines.push(format!("{mark}**{}**", escape(&item.label)));
    }
    if !item.text.is_empty() {
        lines.push(escape(&item.text));
    }
    lines.extend(item.small.iter().map(|s| format!("<sub>{}</sub>", escape(s))));
    lines
}

/// One line in which nothing is markup.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
