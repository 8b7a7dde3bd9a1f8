//! From the files that are handed in to documents: an archive is unpacked, what is one disclosure is
//! put together, and each file, also in an archive, ends in a document or in the reason why not.
//!
//! Units publish the explanation in one file and the tables in another, or every table in a workbook
//! of its own. Two files belong together when they are of one unit, of no two years or kinds, and
//! neither holds what the other one holds. Files that were joined wrongly would accuse each other, so
//! that files of which this is not known stay apart.
mod groups;
mod identity;
mod part;

pub use groups::groups;
pub use part::{Part, examine_parts};

use crate::{
    examination::{Examination, SourceEntry},
    note::{Message, Note},
    read::{Failure, Input, Progress, Unread, unpack},
    report::{entry::Entry, recomputed::Recomputed, report, workbook::Dossier},
};
use identity::Identity;

/// What came of what was handed in: a document, or a file that is none.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// A document was examined; several files may be one.
    Examined(Box<Examination>),
    /// A file could not be read.
    Unread(Unread),
}

impl From<&Outcome> for Entry {
    fn from(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Examined(examined) => report(examined).into(),
            Outcome::Unread(unread) => unread.into(),
        }
    }
}

impl From<&Outcome> for Dossier {
    fn from(outcome: &Outcome) -> Self {
        let recomputed = match outcome {
            Outcome::Examined(examined) => Recomputed::new(examined),
            Outcome::Unread(_) => Recomputed::default(),
        };
        Dossier {
            entry: outcome.into(),
            recomputed,
        }
    }
}

/// Hears how far the reading of a file is.
pub type Hears<'a> = dyn FnMut(&Input, Progress) + 'a;

/// Examines everything that is handed in, with the files of archives.
pub fn documents(
    inputs: impl IntoIterator<Item = Input>,
    progress: &mut Hears<'_>,
) -> Vec<Outcome> {
    Gathering::default().all(inputs, progress)
}

/// Examines files as the one disclosure they are, whatever they say.
pub fn as_one(inputs: impl IntoIterator<Item = Input>, progress: &mut Hears<'_>) -> Vec<Outcome> {
    Gathering::as_one().all(inputs, progress)
}

/// The files that a document was read from, among those handed in and those in archives, under the names
/// that its report gives them.
pub fn originals(inputs: &[Input], source: &SourceEntry) -> Vec<Input> {
    let is_of_document = |it: &Input| match source.files.as_slice() {
        [] => it.name == source.name,
        files => files.iter().any(|file| file.name == it.name),
    };
    let members = inputs.iter().flat_map(|it| unpack(it.clone()).members);
    members.flatten().filter(is_of_document).collect()
}

/// Whether a table is found in it, or in a file of an archive.
pub fn has_tables(input: &Input) -> bool {
    let mut members = unpack(input.clone()).members.into_iter().flatten();
    members.any(|it| Part::read(&it, &mut |_| {}).is_ok_and(|it| it.has_tables()))
}

/// The one document that something came of, and notes on whatever else was there. Fails where there
/// are several, or none.
pub fn only(outcomes: Vec<Outcome>) -> Result<(Examination, Vec<Note>), Failure> {
    let (mut examined, mut unread) = (Vec::new(), Vec::new());
    for outcome in outcomes {
        match outcome {
            Outcome::Examined(it) => examined.push(*it),
            Outcome::Unread(it) => unread.push(it),
        }
    }
    let mut silent = Vec::new();
    if examined.iter().any(|it| part::says(&it.budget)) {
        let (saying, rest) = examined.into_iter().partition(|it| part::says(&it.budget));
        (examined, silent) = (saying, rest);
    }
    let names: Vec<String> = examined.iter().map(|it| it.source.name.clone()).collect();
    match examined.pop() {
        None => Err(Failure::of_all(&unread)),
        Some(only) if examined.is_empty() => {
            let silent = silent.iter().map(|it| says_nothing(&it.source.name));
            let notes = silent.chain(unread.iter().map(was_not_read));
            Ok((only, notes.collect()))
        }
        Some(_) => Err(Failure::several(&names)),
    }
}

fn says_nothing(name: &str) -> Note {
    Note::new(
        format!("“{name}”里没有预算表，没有核对。"),
        format!("“{name}” holds no budget table and was not checked."),
    )
}

fn was_not_read(unread: &Unread) -> Note {
    let (name, why) = (&unread.name, &unread.failure.message);
    Note {
        message: Message::new(
            format!("“{name}”没有读出：{}", why.zh),
            format!("“{name}” was not read: {}", why.en),
        ),
        at: None,
        lost: None,
    }
}

/// Gathers what is handed in, one file after the other. A document is examined as soon as it is
/// whole; what may be a part of a disclosure waits for the others.
#[derive(Debug, Default)]
pub struct Gathering {
    /// Whether all files are one disclosure, whatever they say.
    is_one: bool,
    /// What may be parts of disclosures.
    waiting: Vec<Part>,
    /// Whose the documents are that did not wait.
    seen: Vec<Identity>,
    /// How many files could not be read.
    unread: usize,
}

impl Gathering {
    /// One in which all files are one disclosure, whatever they say.
    pub fn as_one() -> Self {
        Gathering {
            is_one: true,
            ..Gathering::default()
        }
    }

    /// Takes a file, or those of an archive, and gives what comes of them at once.
    pub fn take(
        &mut self,
        input: Input,
        progress: &mut Hears<'_>,
    ) -> impl Iterator<Item = Outcome> {
        let unpacked = unpack(input);
        let is_cut = unpacked.is_cut;
        let members = unpacked.members.into_iter();
        members.filter_map(move |member| {
            let read = member.and_then(|it| {
                let part = Part::read(&it, &mut |step| progress(&it, step));
                part.map_err(|failure| it.unread(failure))
            });
            match read {
                Ok(part) => self.add(part.from_archive(is_cut)),
                Err(unread) => Some(self.could_not_read(unread)),
            }
        })
    }

    /// Takes note of a file that could not be read.
    pub fn could_not_read(&mut self, unread: Unread) -> Outcome {
        self.unread += 1;
        Outcome::Unread(unread)
    }

    /// What comes of the files that waited for each other.
    pub fn rest(self) -> impl Iterator<Item = Outcome> {
        let is_pair = self.waiting.len() == 2 && self.seen.is_empty() && self.unread == 0;
        let groups = match self.is_one {
            true if self.waiting.is_empty() => Vec::new(),
            true => vec![self.waiting],
            false => groups::among(self.waiting, &self.seen, is_pair),
        };
        groups.into_iter().map(examined)
    }

    fn all(
        mut self,
        inputs: impl IntoIterator<Item = Input>,
        progress: &mut Hears<'_>,
    ) -> Vec<Outcome> {
        let mut outcomes = Vec::new();
        for input in inputs {
            outcomes.extend(self.take(input, progress));
        }
        outcomes.extend(self.rest());
        outcomes
    }

    /// Examines a file that no other can be a part of; others wait.
    fn add(&mut self, part: Part) -> Option<Outcome> {
        if self.is_one || part.says() && !part.is_whole() {
            self.waiting.push(part);
            return None;
        }
        // A letter says nothing of whose the other files are.
        if !part.is_silent() {
            self.seen.push(part.identity());
        }
        Some(examined(vec![part]))
    }
}

fn examined(parts: Vec<Part>) -> Outcome {
    Outcome::Examined(Box::new(examine_parts(parts)))
}
