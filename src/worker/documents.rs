//! From the files that were handed in to documents: an archive is unpacked, and what is one
//! disclosure is put together.
use gouji::{
    Examination, examine as examine_one,
    read::{Content, Failure, Input, Progress, is_archive, unpack},
    report::{
        SCHEMA, SourceEntry,
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
    groups.chain(read.failed).collect()
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
