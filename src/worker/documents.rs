//! From the files that were handed in to documents: an archive is unpacked, and what is one
//! disclosure is put together.
use gouji::{
    Examination,
    examination::SourceEntry,
    examine as examine_one,
    note::Message,
    previous::Previous,
    read::{Content, Failure, Input, Progress, is_archive, unpack},
    report::{
        SCHEMA,
        entry::{Entry, FailureEntry, Unread},
        report,
    },
    together::{Part, examine_parts, groups},
};

/// What came of a document.
pub enum Outcome {
    /// It was examined.
    Examined(Box<Examination>),
    /// It could not be read.
    Unread(Box<Unread>),
}

impl Outcome {
    /// The same, for the list.
    pub fn entry(&self) -> Entry {
        match self {
            Outcome::Examined(examined) => report(examined).into(),
            Outcome::Unread(unread) => Entry::Unread(unread.clone()),
        }
    }

    /// This document beside that of the year before; `None` where the other is not plainly that.
    fn beside(&self, before: &Self) -> Option<Examination> {
        let (Outcome::Examined(now), Outcome::Examined(before)) = (self, before) else {
            return None;
        };
        let follows = now.budget.year? == before.budget.year? + 1;
        let compared = follows.then(|| (**now).clone().against(before))?;
        let is_sure = compared.previous.as_ref()?.caution.is_none();
        is_sure.then_some(compared)
    }
}

/// Examines everything that was handed in. `progress` gives each file its own.
pub fn examine<P: FnMut(Progress)>(
    inputs: Vec<Input>,
    mut progress: impl FnMut(&Input) -> P,
) -> Vec<Outcome> {
    if let [only] = inputs.as_slice()
        && !is_archive(only)
    {
        return vec![outcome(only, examine_one(only, &mut progress(only)))];
    }
    let mut read = Read::default();
    let is_pair = inputs.len() == 2;
    for input in inputs {
        read.take(input, &mut progress);
    }
    let examined = |group| Outcome::Examined(Box::new(examine_parts(group)));
    let groups = groups(read.parts, is_pair).into_iter().map(examined);
    let mut outcomes: Vec<Outcome> = groups.chain(read.failed).collect();
    compare_years(&mut outcomes);
    outcomes
}

/// Puts the document beside what the reader chose as last year's. Whether it is that may stay open:
/// then the comparison says so.
pub fn compare<P: FnMut(Progress)>(
    now: &mut Examination,
    last: Input,
    progress: impl FnMut(&Input) -> P,
) {
    let name = last.name.clone();
    let mut before = examine(vec![last], progress);
    let caution = match before.pop() {
        Some(Outcome::Examined(last)) if before.is_empty() => {
            *now = now.clone().against(&last);
            return;
        }
        Some(Outcome::Unread(unread)) if before.is_empty() => unread.failure.message,
        _ => Message::new(
            "里面不止一份文件，没有与上年比较。请选上年的那一份。",
            "It holds more than one document: the years are not compared. Choose the one of last year.",
        ),
    };
    now.previous = Some(Previous {
        name,
        caution: Some(caution),
        ..Previous::default()
    });
}

/// A document whose unit's document of the year before was handed in with it is put beside that.
fn compare_years(outcomes: &mut [Outcome]) {
    for now in 0..outcomes.len() {
        let compared = outcomes.iter().find_map(|it| outcomes[now].beside(it));
        if let Some(compared) = compared {
            outcomes[now] = Outcome::Examined(Box::new(compared));
        }
    }
}

fn outcome(input: &Input, examined: Result<Examination, Failure>) -> Outcome {
    match examined {
        Ok(examined) => Outcome::Examined(Box::new(examined)),
        Err(failure) => unread(input, &failure),
    }
}

fn unread(input: &Input, failure: &Failure) -> Outcome {
    let size = match &input.content {
        Content::Bytes(bytes) => bytes.len(),
        Content::Pasted { text, .. } => text.len(),
    };
    Outcome::Unread(Box::new(Unread {
        schema: SCHEMA.to_owned(),
        source: SourceEntry {
            name: input.name.clone(),
            bytes: size as u64,
            ..SourceEntry::default()
        },
        failure: FailureEntry::from(failure),
    }))
}

/// What was read so far.
#[derive(Default)]
struct Read {
    parts: Vec<Part>,
    failed: Vec<Outcome>,
}

impl Read {
    /// Reads a file, or those of an archive. What an archive holds beside its documents, a picture
    /// or a letter, was not meant to be one.
    fn take<P: FnMut(Progress)>(&mut self, input: Input, progress: &mut impl FnMut(&Input) -> P) {
        let is_packed = is_archive(&input);
        let unpacked = match unpack(input.clone()) {
            Ok(unpacked) => unpacked,
            Err(failure) => return self.failed.push(unread(&input, &failure)),
        };
        let mut failed = Vec::new();
        let mut parts = Vec::new();
        for file in &unpacked.files {
            match Part::read(file, &mut progress(file)) {
                Ok(part) => parts.push(part.from_archive(unpacked.is_cut)),
                Err(failure) => failed.push(unread(file, &failure)),
            }
        }
        if is_packed && parts.iter().any(Part::says) {
            parts.retain(Part::says);
            failed.clear();
        }
        self.parts.extend(parts);
        self.failed.extend(failed);
    }
}
