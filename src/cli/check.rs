//! `gouji check`: every document examined and told of.
use crate::{
    Status,
    arguments::{CheckArguments, ReportFormat},
    files::{Asked, asked, is_document},
    output::Output,
    says, written,
};
use gouji::{
    Examination, examine_together,
    note::Lang,
    read::{Content, Input, Unpacked, is_archive, unpack},
    report::{self, csv, entry::Entry, html, json, markdown, text, workbook},
    together::{Part, examine_parts, groups},
};
use std::{
    io,
    path::{Path, PathBuf},
};

/// Checks what the arguments name.
pub fn check(arguments: &CheckArguments) -> Status {
    let lang = arguments.lang.into();
    let asked = asked(&arguments.files);
    if asked.is_empty() {
        says::nothing(lang);
        return Status::Unread;
    }
    let replaces = |out: &PathBuf| asked.iter().any(|it| it.is_at(out));
    if arguments.out.as_ref().is_some_and(replaces) {
        says::would_replace(lang);
        return Status::Unread;
    }
    let output = match Output::open(arguments.out.as_deref()) {
        Ok(output) => output,
        Err(error) => return written(Err(error)),
    };
    if arguments.format == ReportFormat::Xlsx && output.terminal {
        says::workbook_needs_file(lang);
        return Status::Unread;
    }
    let previous = match last_year(arguments) {
        Ok(previous) => previous,
        Err(entry) => {
            says::unread(&entry, lang);
            return Status::Unread;
        }
    };
    let mut telling = Telling {
        previous,
        format: arguments.format,
        lang,
        output,
        counts: Counts::default(),
        kept: Vec::new(),
    };
    let told = if arguments.together {
        match together(&asked, arguments.password.as_deref()) {
            Ok(examined) => telling.tell_of(examined),
            Err(entry) => telling.tell(entry),
        }
    } else {
        each(&asked, arguments.password.as_deref(), &mut telling)
    };
    let status = written(told.and_then(|()| telling.end()));
    status.max(telling.counts.status())
}

/// One document after the other, told as soon as it is done; what holds only a part of a disclosure
/// waits for the others.
fn each(asked: &[Asked], password: Option<&str>, telling: &mut Telling) -> io::Result<()> {
    let progress = says::Progress::of(asked.len());
    let mut waiting: Vec<Part> = Vec::new();
    let mut files = 0;
    for (number, file) in asked.iter().enumerate() {
        progress.at(number, &file.name());
        let found = found(file, password);
        progress.clear();
        files += found.len();
        for (meant, found) in found {
            match found {
                // A picture or a program in a folder was never meant to be a disclosure.
                Ok(part) if !meant && !part.has_tables() => {}
                Ok(part) if part.is_whole() => telling.tell_of(examine_parts(vec![part]))?,
                Ok(part) => waiting.push(part),
                Err(entry) if meant => telling.tell(entry)?,
                Err(_) => {}
            }
        }
    }
    let groups = groups(waiting, files == 2).into_iter();
    groups
        .map(examine_parts)
        .try_for_each(|it| telling.tell_of(it))
}

/// Last year's document, or why it could not be read.
fn last_year(arguments: &CheckArguments) -> Result<Option<Examination>, Entry> {
    let Some(path) = &arguments.previous else {
        return Ok(None);
    };
    together(
        &asked(std::slice::from_ref(path)),
        arguments.password.as_deref(),
    )
    .map(Some)
}

/// What a file holds, or an archive's files, each with whether it is meant to be a document.
fn found(file: &Asked, password: Option<&str>) -> Vec<(bool, Result<Part, Entry>)> {
    let input = match file.open(password) {
        Ok(input) => input,
        Err(entry) => return vec![(file.meant, Err(entry))],
    };
    let (is_packed, bytes) = (is_archive(&input), size(&input));
    let Unpacked { files, is_cut } = match unpack(input) {
        Ok(unpacked) => unpacked,
        Err(failure) => return vec![(file.meant, Err(file.unread(bytes, (&failure).into())))],
    };
    let part = |it: &Input| part(it).map(|it| it.from_archive(is_cut));
    let mut found: Vec<_> = files.iter().map(|it| (file.meant, part(it))).collect();
    if is_packed {
        for (input, (meant, _)) in files.iter().zip(&mut found) {
            *meant = is_document(Path::new(&input.name));
        }
        // Where nothing in it is a document, why the first one is none is told.
        if file.meant && !found.iter().any(|(meant, it)| *meant || it.is_ok()) {
            found.truncate(1);
            found.iter_mut().for_each(|it| it.0 = true);
        }
    }
    found
}

fn part(input: &Input) -> Result<Part, Entry> {
    Part::read(input, &mut |_| {})
        .map_err(|it| Entry::unread(&input.name, size(input), (&it).into()))
}

/// All files as one disclosure.
fn together(asked: &[Asked], password: Option<&str>) -> Result<Examination, Entry> {
    let mut inputs = Vec::new();
    for file in asked {
        inputs.push(file.open(password)?);
    }
    examine_together(&inputs, &mut |_| {})
        .map_err(|(number, failure)| asked[number].unread(size(&inputs[number]), (&failure).into()))
}

fn size(input: &Input) -> u64 {
    match &input.content {
        Content::Bytes(bytes) => bytes.len() as u64,
        Content::Pasted { text, .. } => text.len() as u64,
    }
}

/// Tells of documents in the format that was asked for.
struct Telling {
    /// Last year's document.
    previous: Option<Examination>,
    format: ReportFormat,
    lang: Lang,
    output: Output,
    counts: Counts,
    /// Entries of a format that is written as a whole.
    kept: Vec<Entry>,
}

impl Telling {
    fn tell_of(&mut self, examined: Examination) -> io::Result<()> {
        let examined = match &self.previous {
            Some(previous) => examined.against(previous),
            None => examined,
        };
        self.tell(report::report(&examined).into())
    }

    fn tell(&mut self, entry: Entry) -> io::Result<()> {
        let first = self.counts.told == 0;
        self.counts.count(&entry);
        says::unread(&entry, self.lang);
        match self.format {
            ReportFormat::Ndjson => self.output.write(json::line(&entry).as_bytes()),
            ReportFormat::Text if entry.is_unread() => Ok(()),
            ReportFormat::Text => {
                let between = if first {
                    ""
                } else {
                    "\n────────\n\n"
                };
                let told = text::one(&entry, self.lang, self.output.ink());
                self.output.write(format!("{between}{told}").as_bytes())
            }
            _ => {
                self.kept.push(entry);
                Ok(())
            }
        }
    }

    /// Writes what is written as a whole.
    fn end(&mut self) -> io::Result<()> {
        let (entries, lang) = (&self.kept, self.lang);
        let bytes = match self.format {
            ReportFormat::Ndjson => return Ok(()),
            ReportFormat::Text => self.counts.summary(lang).into_bytes(),
            ReportFormat::Json => json::json(entries).into_bytes(),
            ReportFormat::Markdown => markdown::markdown(entries, lang).into_bytes(),
            ReportFormat::Html => html::html(entries, lang).into_bytes(),
            ReportFormat::Csv => csv::csv(entries, lang).into_bytes(),
            ReportFormat::Xlsx => workbook::workbook(entries, lang).map_err(io::Error::other)?,
        };
        self.output.write(&bytes)
    }
}

/// How the documents fared.
#[derive(Debug, Default)]
struct Counts {
    told: usize,
    disagree: usize,
    unread: usize,
}

impl Counts {
    fn count(&mut self, entry: &Entry) {
        self.told += 1;
        self.disagree += usize::from(entry.has_error());
        self.unread += usize::from(entry.is_unread());
    }

    fn status(&self) -> Status {
        match self {
            Counts { unread: 1.., .. } => Status::Unread,
            Counts { disagree: 1.., .. } => Status::Disagrees,
            _ => Status::Sound,
        }
    }

    /// A line for several documents.
    fn summary(&self, lang: Lang) -> String {
        if self.told < 2 {
            return String::new();
        }
        let (told, disagree, unread) = (self.told, self.disagree, self.unread);
        let sound = told - disagree - unread;
        lang.of(
            format!("\n────────\n\n共 {told} 份文件：{sound} 份没有不符，{disagree} 份有不符，{unread} 份未能读取。\n"),
            format!("\n────────\n\n{told} documents: {sound} without disagreement, {disagree} with, {unread} unread.\n"),
        )
    }
}
