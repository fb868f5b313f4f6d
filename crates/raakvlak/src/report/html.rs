//! One self-contained HTML page: readable without colour, by screen reader, and on paper.

use super::page::{Block, Item, Page, Picture, in_words};

const STYLE: &str = "\
:root{color-scheme:light}\
*{box-sizing:border-box}\
body{margin:0 auto;max-width:46rem;padding:1.5rem 1.25rem 3rem;background:#fff;color:#1d2b36;\
font:1rem/1.55 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}\
h1{font-size:1.75rem;line-height:1.2;margin:.5rem 0 1rem;color:#123c52}\
h2,summary{font-size:1.25rem;line-height:1.3;color:#123c52;font-weight:600}\
h2{margin:2.2rem 0 .6rem;border-bottom:2px solid #e3b23c;padding-bottom:.2rem}\
h3{font-size:1.05rem;margin:1.4rem 0 .4rem;color:#123c52}\
p{margin:.5rem 0}\
ul,ol{padding-left:1.4rem;margin:.5rem 0}\
li{margin:.7rem 0;padding-left:.15rem}\
li::marker{color:#123c52;font-weight:600}\
.label{font-weight:600;color:#123c52}\
.mark{display:inline-block;border:1px solid #123c52;border-radius:.3rem;padding:0 .4rem;margin-right:.4rem;font-size:.85rem}\
.small{display:block;font-size:.875rem;color:#46545f;overflow-wrap:anywhere}\
.notice{border:3px solid #9c1f1f;border-radius:.5rem;padding:.4rem 1.1rem 1rem;margin:1.2rem 0;background:#fff6f4}\
.notice h2{border:0;color:#8a1414;margin:.6rem 0 .3rem}\
.notice li{margin:.45rem 0}\
table{border-collapse:collapse;width:100%;margin:.8rem 0}\
caption{text-align:left;font-weight:600;padding:.3rem 0}\
th,td{text-align:left;padding:.35rem .6rem .35rem 0;border-bottom:1px solid #c9d3d9;vertical-align:top}\
.bars{width:8rem;padding-right:0}\
.bars svg{display:block;width:8rem}\
tr:has(.bars) th{font-weight:400}\
.bars rect{fill:#2f6f8f}\
.bars text{font-size:7px;text-anchor:middle;fill:#46545f}\
details{margin:1.6rem 0;border-top:1px solid #c9d3d9;padding-top:.6rem}\
summary{cursor:pointer}\
.fill{break-inside:avoid;margin:1rem 0}\
.fill .room{display:block;margin-top:.2rem;font-size:.875rem;color:#46545f}\
.fill .line{border:1px solid #7b8a94;border-radius:.3rem;min-height:4.2rem;padding:.4rem .6rem;white-space:pre-wrap;overflow-wrap:anywhere}\
.blanks{display:flex;flex-wrap:wrap;gap:.6rem 1.4rem;margin:.8rem 0}\
.blanks label{flex:1 1 14rem;display:flex;gap:.5rem;align-items:end}\
.blanks input{flex:1;min-width:4rem;border:0;border-bottom:1px solid #1d2b36;font:inherit;background:none}\
fieldset{border:0;padding:0;margin:1rem 0;break-inside:avoid}\
legend{font-weight:600;color:#123c52;padding:0}\
fieldset label{display:inline-block;margin:.25rem 1.2rem .25rem 0}\
input[type=radio]{appearance:none;width:1.05rem;height:1.05rem;margin:0 .25rem 0 0;border:1.5px solid #1d2b36;\
border-radius:.15rem;vertical-align:-.15rem;background:#fff}\
input[type=radio]:checked{background:linear-gradient(45deg,#0000 44%,#123c52 44% 56%,#0000 56%),\
linear-gradient(-45deg,#0000 44%,#123c52 44% 56%,#0000 56%),#fff;print-color-adjust:exact}\
input:focus-visible{outline:3px solid #0b67a3;outline-offset:1px}\
.scale{margin:1.1rem 0}\
.scale caption{font-size:1.05rem;color:#123c52;break-after:avoid}\
.scale th,.scale td{padding:.3rem .15rem;text-align:center;font-size:.85rem;font-weight:400}\
.scale th:first-child{text-align:left;font-size:.95rem;padding-right:.6rem;width:60%}\
.scale thead th{vertical-align:bottom;color:#46545f;line-height:1.15}\
.scale thead th:first-child{font-size:.85rem}\
.scale td{vertical-align:middle}\
.scale td input[type=radio]{margin:0}\
.scale .mark{border:0;padding:0;font-weight:600;font-size:inherit;color:#123c52}\
@media(max-width:40rem){.scale{display:block;overflow-x:auto}}\
figure{margin:1.2rem auto;max-width:26rem}\
figure svg{display:block;width:100%;height:auto}\
.chart{max-width:none;margin:1rem 0 .4rem}\
.chart svg{max-width:44rem}\
.chart svg.small{max-width:22rem}\
figcaption .small{margin-top:.15rem}\
nav{border:1px solid #c9d3d9;border-radius:.5rem;padding:.4rem 1rem .6rem;margin:1.2rem 0}\
nav h2{border:0;margin:.3rem 0}\
nav ul{margin:.2rem 0;padding-left:1.2rem}\
nav li{margin:.2rem 0}\
nav>ul{columns:18rem 2;column-gap:2rem}\
nav ul ul{list-style:none;padding-left:.6rem}\
nav ul ul li,nav>ul>li>a{break-inside:avoid}\
a{color:#0b5573}\
.same,.more{margin:.4rem 0 1.4rem;border:0;padding:0}\
.same>summary,.more>summary{font-size:1rem;font-weight:400}\
.scroll{overflow-x:auto}\
.figures{font-size:.875rem;font-variant-numeric:tabular-nums;line-height:1.35}\
.figures th,.figures td{padding:.2rem .5rem .2rem 0}\
.figures td,.figures thead th{text-align:right}\
.figures tbody th{min-width:10rem}\
.figures thead th:first-child,.names-2 :nth-child(2),.names-3 :nth-child(2),.names-3 :nth-child(3){text-align:left}\
@media(min-width:42rem){.chart:has(svg.small){display:grid;grid-template-columns:1fr 22rem;gap:1.2rem;align-items:center;\
border-top:1px solid #c9d3d9;padding-top:.8rem}}\
footer{margin-top:2.5rem;border-top:1px solid #c9d3d9;padding-top:.8rem;font-size:.85rem;color:#46545f;overflow-wrap:anywhere}\
@media print{html{font-size:9.5pt}body{max-width:none;padding:0;line-height:1.4}h1{margin-top:0}h2{margin-top:1.3rem}\
h2,h3{break-after:avoid}.scale{margin:.5rem 0}.scale th,.scale td{padding:.2rem .12rem}li,tr{break-inside:avoid}li{margin:.4rem 0}.notice{padding:.2rem .9rem .5rem;margin:.6rem 0}\
.notice li{margin:.25rem 0}figure{margin:.5rem auto;break-inside:avoid}details:not(.same)::details-content{content-visibility:visible;block-size:auto}.fill .line{min-height:3.4rem}\
.same:not([open]),nav{display:none}.chart:has(svg.small){display:grid;grid-template-columns:1fr 9cm;gap:.6cm;align-items:center;border-top:1px solid #c9d3d9}\
.chart svg{max-width:none}.scroll{overflow:visible}.figures{font-size:7.5pt}.figures tbody th{min-width:3.2cm}.figures th,.figures td{padding-right:.3em}h2,h3,summary{break-after:avoid}@page{size:A4;margin:16mm}}";

/// On top of it, for a sheet that is read from a distance. The size of its letters on paper follows.
const POSTER: &str = "\
html{font-size:125%}\
h1{font-size:2.2rem}\
h2{margin-top:1.1rem}\
li{margin:.3rem 0}\
@media print{h1{font-size:2.2rem}h2{margin-top:1.1rem}li{margin:.3rem 0}footer{margin-top:1.4rem}html{font-size:";

/// The letters of a poster, in points: as large as fits on one A4.
fn poster(page: &Page) -> String {
    let size = (9..=24).rev().find(|size| height(page, f64::from(*size)) < PAPER.1).unwrap_or(9);
    format!("{POSTER}{size}pt}}}}")
}

/// What the margins leave of A4, in points.
const PAPER: (f64, f64) = (504.0, 751.0);

/// How high the page is, in letters of so many points: reckoned with a typeface that is wide, so rather too high.
fn height(page: &Page, size: f64) -> f64 {
    let lines =
        |text: &str, larger: f64| (text.chars().count() as f64 * 0.52 * larger * size / PAPER.0).ceil().max(1.0);
    let of = |block: &Block| match block {
        Block::Heading(_, text) => 1.65 * lines(text, 1.35) + 1.7,
        Block::Text(text) => 1.4 * lines(text, 1.0) + 0.6,
        Block::List { items, .. } => items.iter().map(|item| 1.4 * lines(&item.text, 1.06) + 0.3).sum::<f64>() + 0.2,
        _ => 0.0,
    };
    let title = 2.7 * lines(&page.title, 2.5) + 0.8;
    (title + page.blocks.iter().map(of).sum::<f64>() + 3.2) * size
}

pub(super) fn write(page: &Page) -> String {
    let (lang, title) = (escape(&page.lang), escape(&page.title));
    let dir = if crate::text::is_right_to_left(&page.lang) { " dir=\"rtl\"" } else { "" };
    let poster = if page.poster { poster(page) } else { String::new() };
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\"{dir}>\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <title>{title}</title>\n<style>{STYLE}{poster}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
    );
    let places = page.blocks.iter().any(|block| matches!(block, Block::Contents(_)));
    blocks(&mut out, &page.blocks, places.then_some(&page.blocks));
    out.push_str(&format!("</main>\n<footer>{}</footer>\n</body>\n</html>\n", escape(&page.footer)));
    out
}

/// With the whole page at hand, its headings are places to go to.
fn blocks(out: &mut String, list: &[Block], page: Option<&Vec<Block>>) {
    let mut place = 0;
    for block in list {
        match block {
            Block::Heading(level, text) => {
                let level = (*level).clamp(2, 6);
                place += 1;
                let id = page.map(|_| format!(" id=\"h{place}\"")).unwrap_or_default();
                out.push_str(&format!("<h{level}{id}>{}</h{level}>\n", escape(text)));
            }
            Block::Contents(name) => contents(out, name, page.map_or(&[], Vec::as_slice)),
            Block::Text(text) => out.push_str(&format!("<p>{}</p>\n", escape(text))),
            Block::Notice(items) => {
                let Some((first, points)) = items.split_first() else { continue };
                out.push_str(&format!(
                    "<section class=\"notice\">\n<h2>{}</h2>\n<p>{}</p>\n{}",
                    escape(&first.label),
                    escape(&first.text),
                    small(first)
                ));
                if !points.is_empty() {
                    out.push_str("<ul>\n");
                    points.iter().for_each(|p| out.push_str(&format!("<li>{}</li>\n", item(p))));
                    out.push_str("</ul>\n");
                }
                out.push_str("</section>\n");
            }
            Block::List { numbered, items } => {
                let tag = if *numbered { "ol" } else { "ul" };
                out.push_str(&format!("<{tag}>\n"));
                items.iter().for_each(|i| out.push_str(&format!("<li>{}</li>\n", item(i))));
                out.push_str(&format!("</{tag}>\n"));
            }
            Block::Table { caption, head, rows } => table(out, "", caption, head, plain(rows)),
            Block::Distributions { caption, head, rows } => {
                table(out, "", caption, head, rows.iter().map(|(cells, distribution)| (cells, Some(distribution))));
            }
            Block::Picture { svg, caption } => {
                out.push_str(&format!("<figure aria-label=\"{}\">\n{svg}</figure>\n", escape(caption)));
            }
            Block::Chart { pictures, beyond, fold, caption, head, rows } => {
                pictures.iter().for_each(|one| picture(out, one));
                let class = if *beyond { "more" } else { "same" };
                out.push_str(&format!("<details class=\"{class}\">\n<summary>{}</summary>\n", escape(fold)));
                figures(out, caption, head, rows);
                out.push_str("</details>\n");
            }
            Block::Fold(title, inner) => {
                out.push_str(&format!("<details>\n<summary>{}</summary>\n", escape(title)));
                blocks(out, inner, None);
                out.push_str("</details>\n");
            }
            Block::Blanks(blanks) => {
                out.push_str("<div class=\"blanks\">");
                for blank in blanks {
                    out.push_str(&format!(
                        "<label>{}<input type=\"text\" autocomplete=\"off\"/></label>",
                        escape(blank)
                    ));
                }
                out.push_str("</div>\n");
            }
            Block::Tick { question, choices } => {
                let name = escape(question);
                out.push_str(&format!("<fieldset><legend>{name}</legend>"));
                for choice in choices {
                    let choice = escape(choice);
                    out.push_str(&format!("<label><input type=\"radio\" name=\"{name}\"/>{choice}</label>"));
                }
                out.push_str("</fieldset>\n");
            }
            Block::Scale { caption, meaning, choices, items } => {
                out.push_str("<table class=\"scale\">\n");
                if !caption.is_empty() {
                    out.push_str(&format!("<caption>{}</caption>\n", escape(caption)));
                }
                out.push_str(&format!("<thead><tr><th scope=\"col\">{}</th>", escape(meaning)));
                choices.iter().for_each(|c| out.push_str(&format!("<th scope=\"col\">{}</th>", escape(c))));
                out.push_str("</tr></thead>\n<tbody>\n");
                for i in items {
                    let (mark, text) = (escape(&i.mark), escape(&i.text));
                    let name = if mark.is_empty() { escape(&i.label) } else { mark.clone() };
                    out.push_str("<tr><th scope=\"row\">");
                    if !mark.is_empty() {
                        out.push_str(&format!("<span class=\"mark\">{mark}</span>"));
                    }
                    out.push_str(&format!("{text}</th>"));
                    for choice in choices {
                        let said = format!("{name}: {}", escape(choice));
                        out.push_str(&format!(
                            "<td><input type=\"radio\" name=\"{name}\" aria-label=\"{said}\"/></td>"
                        ));
                    }
                    out.push_str("</tr>\n");
                }
                out.push_str("</tbody>\n</table>\n");
            }
            Block::Fill { item: i, room, answer } => {
                out.push_str(&format!(
                    "<div class=\"fill\">{}<span class=\"room\">{}</span><div class=\"line\">{}</div></div>\n",
                    item(i),
                    escape(room),
                    answer.as_deref().map(escape).unwrap_or_default()
                ));
            }
        }
    }
}

fn contents(out: &mut String, name: &str, page: &[Block]) {
    out.push_str(&format!("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">{}</h2>\n<ul>\n", escape(name)));
    let (mut place, mut open, mut parts) = (0, false, false);
    for block in page {
        let Block::Heading(level, text) = block else { continue };
        place += 1;
        let link = format!("<a href=\"#h{place}\">{}</a>", escape(text));
        match level {
            0..=2 => {
                out.push_str(if parts {
                    "</ul></li>\n"
                } else if open {
                    "</li>\n"
                } else {
                    ""
                });
                out.push_str(&format!("<li>{link}"));
                (open, parts) = (true, false);
            }
            3 if open => {
                out.push_str(if parts { "" } else { "\n<ul>\n" });
                out.push_str(&format!("<li>{link}</li>\n"));
                parts = true;
            }
            _ => {}
        }
    }
    out.push_str(if parts {
        "</ul></li>\n"
    } else if open {
        "</li>\n"
    } else {
        ""
    });
    out.push_str("</ul>\n</nav>\n");
}

/// The rows of a table without bars.
fn plain(rows: &[Vec<String>]) -> impl Iterator<Item = (&Vec<String>, Option<&[u64; 10]>)> {
    rows.iter().map(|row| (row, None))
}

fn table<'a>(
    out: &mut String,
    attributes: &str,
    caption: &str,
    head: &[String],
    rows: impl Iterator<Item = (&'a Vec<String>, Option<&'a [u64; 10]>)>,
) {
    out.push_str(&format!("<table{attributes}>\n<caption>{}</caption>\n<thead><tr>", escape(caption)));
    head.iter().for_each(|h| out.push_str(&format!("<th scope=\"col\">{}</th>", escape(h))));
    out.push_str("</tr></thead>\n<tbody>\n");
    for (row, distribution) in rows {
        out.push_str("<tr>");
        for (i, cell) in row.iter().enumerate() {
            let cell = escape(cell);
            out.push_str(&if i == 0 { format!("<th scope=\"row\">{cell}</th>") } else { format!("<td>{cell}</td>") });
        }
        out.push_str(&distribution.map(bars).unwrap_or_default());
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

/// A cell with a bar for each score: a picture for the eye, words for a screen reader.
fn bars(distribution: &[u64; 10]) -> String {
    let most = distribution.iter().copied().max().unwrap_or(0).max(1);
    let mut out = format!(
        "<td class=\"bars\"><svg viewBox=\"0 0 100 40\" role=\"img\" aria-label=\"{}\">",
        escape(&in_words(distribution))
    );
    for (place, count) in (0u64..).zip(distribution) {
        // From a line that marks an empty score to the whole height for the score given most.
        let height = 1 + 28 * count / most;
        out.push_str(&format!(
            "<rect x=\"{}\" y=\"{}\" width=\"8\" height=\"{height}\"/><text x=\"{}\" y=\"39\">{}</text>",
            place * 10 + 1,
            30 - height,
            place * 10 + 5,
            place + 1
        ));
    }
    out + "</svg></td>"
}

/// A table of figures: names to the left, figures to the right. Where it is too wide, it scrolls by itself.
fn figures(out: &mut String, caption: &str, head: &[String], rows: &[Vec<String>]) {
    let figure = |cell: &String| cell.chars().all(|c| c.is_ascii_digit() || ['.', ',', '–'].contains(&c));
    let names = (1..head.len()).find(|at| rows.iter().all(|row| row.get(*at).is_none_or(figure))).unwrap_or(1);
    out.push_str(&format!("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"{}\">\n", escape(caption)));
    table(out, &format!(" class=\"figures names-{names}\""), caption, head, plain(rows));
    out.push_str("</div>\n");
}

fn picture(out: &mut String, picture: &Picture) {
    let Picture { svg, caption, folded } = picture;
    if *folded {
        let summary = escape(&caption.label);
        out.push_str(&format!(
            "<details class=\"same\">\n<summary>{summary}</summary>\n<figure class=\"chart\" aria-label=\"{summary}\">\n{svg}</figure>\n</details>\n"
        ));
        return;
    }
    out.push_str(&format!("<figure class=\"chart\">\n<figcaption>{}</figcaption>\n{svg}</figure>\n", item(caption)));
}

fn item(item: &Item) -> String {
    let mut out = String::new();
    if !item.mark.is_empty() {
        out.push_str(&format!("<span class=\"mark\">{}</span>", escape(&item.mark)));
    }
    if !item.label.is_empty() {
        out.push_str(&format!("<span class=\"label\">{}</span>", escape(&item.label)));
    }
    if !item.text.is_empty() {
        out.push_str(&format!("{}{}", if item.label.is_empty() { "" } else { "<br/>" }, escape(&item.text)));
    }
    out + &small(item)
}

fn small(item: &Item) -> String {
    item.small.iter().map(|s| format!("<span class=\"small\">{}</span>", escape(s))).collect()
}

/// Text in which nothing is markup, for HTML, XML and SVG, in an element or between quotes. A
/// character that these do not allow becomes U+FFFD.
///
/// ```
/// assert_eq!(raakvlak::report::escape("<a href=\"x\">\u{0}"), "&lt;a href=&quot;x&quot;&gt;\u{fffd}");
/// ```
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
