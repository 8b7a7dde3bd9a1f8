//! `gouji check`: every document examined and told of.
use crate::{
    Status,
    arguments::{CheckArguments, ReportFormat},
    files::{Asked, asked},
    output::Output,
    says, verify, written,
};
use gouji::{
    Examination,
    note::Lang,
    read::Input,
    report::{
        csv,
        entry::Entry,
        explained::ReaderNote,
        html, json, markdown,
        receipt::{FileDigest, Options, Receipt},
        text,
        workbook::{self, Dossier},
    },
    together::{self, Gathering, Outcome},
};
use std::{io, path::PathBuf};

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
    let (previous, of_last_year) = last_year(arguments, lang);
    if previous.is_none() && of_last_year == Status::Unread {
        return Status::Unread;
    }
    let noted = arguments.notes.as_deref();
    let noted = match noted.map(|it| verify::receipt(it, lang)) {
        Some(None) => return Status::Unread,
        Some(Some(receipt)) => receipt.notes,
        None => Vec::new(),
    };
    let mut telling = Telling {
        previous,
        noted,
        format: arguments.format,
        lang,
        output,
        counts: Counts::default(),
        kept: Vec::new(),
        dossiers: Vec::new(),
        files: Vec::new(),
        options: Options {
            together: arguments.together,
        },
    };
    let gathering = match arguments.together {
        true => Gathering::as_one(),
        false => Gathering::default(),
    };
    let password = arguments.password.as_deref();
    let mut files = Vec::new();
    let takes = arguments.format == ReportFormat::Receipt;
    let mut take = |input: &Input| {
        if takes {
            files.extend(FileDigest::of(input));
        }
    };
    let told = examine(&asked, password, gathering, &mut take, |it| {
        telling.tell_of(it)
    });
    telling.files = files;
    let status = written(told.and_then(|()| telling.end()));
    status.max(telling.counts.status()).max(of_last_year)
}

/// One document after the other, told as soon as it is done; what holds only a part of a disclosure
/// waits for the others.
fn examine(
    asked: &[Asked],
    password: Option<&str>,
    mut gathering: Gathering,
    take: &mut dyn FnMut(&Input),
    mut tell: impl FnMut(Outcome) -> io::Result<()>,
) -> io::Result<()> {
    let progress = says::Progress::of(asked.len());
    for (number, file) in asked.iter().enumerate() {
        progress.at(number, &file.name());
        match file.open(password) {
            Err(unread) => {
                progress.clear();
                tell(gathering.could_not_read(unread))?;
            }
            // A picture or a program in a folder was never meant to be a disclosure.
            Ok(input) if !file.meant && !together::has_tables(&input) => {}
            Ok(input) => {
                take(&input);
                for outcome in gathering.take(input, &mut |_, _| {}) {
                    progress.clear();
                    tell(outcome)?;
                }
            }
        }
        progress.clear();
    }
    gathering.rest().try_for_each(tell)
}

/// Last year's document, and whether something of it could not be read.
fn last_year(arguments: &CheckArguments, lang: Lang) -> (Option<Examination>, Status) {
    let (mut last, mut status) = (None, Status::Sound);
    let Some(path) = &arguments.previous else {
        return (last, status);
    };
    let files = asked(std::slice::from_ref(path));
    let password = arguments.password.as_deref();
    let gathered = examine(
        &files,
        password,
        Gathering::as_one(),
        &mut |_| {},
        |outcome| {
            match outcome {
                Outcome::Examined(examined) => last = Some(*examined),
                Outcome::Unread(unread) => {
                    says::unread(&(&unread).into(), lang);
                    status = Status::Unread;
                }
            }
            Ok(())
        },
    );
    (last, status.max(written(gathered)))
}

/// Tells of documents in the format that was asked for.
struct Telling {
    /// Last year's document.
    previous: Option<Examination>,
    /// What readers noted.
    noted: Vec<ReaderNote>,
    format: ReportFormat,
    lang: Lang,
    output: Output,
    counts: Counts,
    /// Entries of a format that is written as a whole.
    kept: Vec<Entry>,
    /// The same for the workbook, which computes sums again.
    dossiers: Vec<Dossier>,
    /// The files that were checked, for a receipt.
    files: Vec<FileDigest>,
    options: Options,
}

impl Telling {
    fn tell_of(&mut self, outcome: Outcome) -> io::Result<()> {
        let outcome = match (outcome, &self.previous) {
            (Outcome::Examined(examined), Some(previous)) => {
                Outcome::Examined(Box::new(examined.against(previous)))
            }
            (outcome, _) => outcome,
        };
        if self.format == ReportFormat::Xlsx {
            let mut dossier = Dossier::from(&outcome);
            dossier.entry.explain(&self.noted);
            self.dossiers.push(dossier);
        }
        self.tell((&outcome).into())
    }

    fn tell(&mut self, mut entry: Entry) -> io::Result<()> {
        entry.explain(&self.noted);
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
            ReportFormat::Xlsx => Ok(()),
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
            ReportFormat::Xlsx => {
                workbook::workbook(&self.dossiers, lang).map_err(io::Error::other)?
            }
            ReportFormat::Receipt => {
                let files = std::mem::take(&mut self.files);
                Receipt::new(files, self.options, entries)
                    .json()
                    .into_bytes()
            }
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
