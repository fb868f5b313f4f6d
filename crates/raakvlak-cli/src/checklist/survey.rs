//! From files of answers to a survey.

use std::path::{Path, PathBuf};

use raakvlak::Error;
use raakvlak::checklist::{Key, Survey};
use raakvlak::error::Code;
use raakvlak_arrow::checklist::{Counts, Layout, Reader};

use super::faults::{Faults, Rejects, Shown};
use super::progress::Progress;
use super::table::Table;
use crate::io::named;

/// How files are read.
pub(crate) struct Reading<'a> {
    pub(crate) files: &'a [String],
    /// What will be asked of them.
    pub(crate) by: &'a [Key],
    pub(crate) rejects: Option<&'a Path>,
    pub(crate) shown: Shown,
    pub(crate) json: bool,
    pub(crate) output: Option<&'a Path>,
}

impl Reading<'_> {
    /// Counts the answers in the files, one after the other, in memory that does not grow with
    /// the rows.
    pub(crate) fn read(&self) -> Result<Survey, Error> {
        self.check_paths()?;
        // Every header before the first row: a column that is not there shows now, not in an hour.
        let mut first = Vec::new();
        for file in self.files {
            let table = Table::open(file, self.rejects.is_some())?;
            first.push((table.columns(), table.form(), table.layout().clone(), (file == "-").then_some(table)));
        }
        if !self.json {
            for (file, (_, _, layout, _)) in self.files.iter().zip(&first) {
                let absent = ranges(layout.absent());
                if !absent.is_empty() {
                    tell!("{}: no column for the statements {absent}: not answered there", named(file));
                }
            }
        }
        self.check_columns(first.iter().map(|(_, _, layout, _)| layout))?;
        let rejects = self.rejects.map(|path| {
            let form = first.iter().find_map(|(_, form, ..)| *form).unwrap_or_default();
            let columns: Vec<_> = first.iter().map(|(columns, ..)| columns.clone()).collect();
            Rejects::create(path, &columns, form)
        });
        let mut faults = Faults::new(self.shown, self.json, rejects.transpose()?);
        let mut progress = Progress::of(self.bytes());
        let mut counts = Counts::default();
        let (mut reader, mut before, mut unreadable) = (None::<Reader>, 0, 0);
        for (file, (.., open)) in self.files.iter().zip(first) {
            let mut table = match open {
                Some(table) => table,
                None => Table::open(file, self.rejects.is_some())?,
            };
            let layout = table.layout().clone();
            let reader = match &mut reader {
                Some(reader) => {
                    reader.go_on(layout);
                    reader
                }
                none => none.insert(Reader::new(layout)),
            };
            let in_file = |e: Error| e.in_file(named(file));
            while let Some(part) = table.next().map_err(in_file)? {
                let rows = reader.read(&part.table).map_err(in_file)?;
                unreadable += part.wrong.len() as u64;
                faults.take(named(file), &table, &part, &rows, &mut progress)?;
                counts.add(&rows).map_err(in_file)?;
                progress.at(before + table.read(), reader.rows());
            }
            before += table.read();
        }
        drop(progress);
        let rows = reader.as_ref().map_or(0, Reader::rows) + unreadable;
        if let Some(reader) = reader {
            counts.add(&reader.finish())?;
        }
        let apart = faults.rows();
        faults.settle(rows)?;
        if let (Some(path), true, false) = (self.rejects, apart > 0, self.json) {
            let path = path.display();
            tell!("{apart} of {rows} rows were set apart in {path}; the others were scored");
        }
        Ok(counts.survey())
    }

    /// Refuses to write over what is read, and two files in one place.
    fn check_paths(&self) -> Result<(), Error> {
        let real = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let is_file = |path: &PathBuf| !path.exists() || path.is_file();
        let mut taken: Vec<PathBuf> = Vec::new();
        for (at, file) in self.files.iter().enumerate() {
            let repeated = self.files.iter().take(at).any(|other| real(Path::new(other)) == real(Path::new(file)));
            if repeated {
                return Err(Error::new(Code::FileUnreadable, format!("{} stands there twice", named(file))));
            }
            taken.push(real(Path::new(file)));
        }
        for path in [self.rejects, self.output].into_iter().flatten() {
            let path = real(path);
            if taken.contains(&path) && is_file(&path) {
                let message = format!("{} would be written over", path.display());
                return Err(Error::new(Code::FileUnwritable, message).with_help("write to another file"));
            }
            taken.push(path);
        }
        Ok(())
    }

    /// Says where figures are asked by what no file states.
    fn check_columns<'l>(&self, layouts: impl Iterator<Item = &'l Layout> + Clone) -> Result<(), Error> {
        for key in self.by {
            if !layouts.clone().any(|layout| layout.states(*key)) {
                let mut extra: Vec<&str> = layouts.clone().flat_map(|l| l.extra()).map(String::as_str).collect();
                extra.sort_unstable();
                extra.dedup();
                let help = match extra.as_slice() {
                    [] => String::new(),
                    extra => format!("columns that mean nothing here: {}", extra.join(", ")),
                };
                let message = format!("no file has the column `{}`", key.name());
                return Err(Error::new(Code::FieldMissing, message).with_help(help));
            }
        }
        Ok(())
    }

    /// How much there is to read; none where that is not known.
    fn bytes(&self) -> Option<u64> {
        self.files.iter().map(|file| std::fs::metadata(file).ok().filter(|_| file != "-").map(|file| file.len())).sum()
    }
}

/// Names of statements, with those that follow each other taken together.
fn ranges<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let mut ranges: Vec<(&str, &str)> = Vec::new();
    for name in names {
        let number = |name: &str| name.parse::<u32>().ok();
        match ranges.last_mut() {
            Some((_, last)) if number(name).is_some() && number(last).map(|n| n + 1) == number(name) => *last = name,
            _ => ranges.push((name, name)),
        }
    }
    let range =
        |(first, last): &(&str, &str)| if first == last { (*first).to_owned() } else { format!("{first} to {last}") };
    ranges.iter().map(range).collect::<Vec<_>>().join(", ")
}
