//! `gouji annotate`: copies of files with the findings on them.
use crate::{
    Status,
    arguments::AnnotateArguments,
    files::{Asked, asked},
    output::Output,
    says, written,
};
use gouji::{
    note::{Lang, Message},
    read::{Content, Input, Remarked},
    report::{entry::Entry, remarked, text::plain},
    together,
};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// What stands behind the name of a file in that of its copy.
const WORD: &str = "勾稽";

/// Writes a copy of each file.
pub fn annotate(arguments: &AnnotateArguments) -> Status {
    let lang = arguments.lang.into();
    let files = asked(&arguments.files);
    if files.is_empty() {
        says::nothing(lang);
        return Status::Unread;
    }
    let mut made = BTreeSet::new();
    let statuses = files
        .iter()
        .map(|it| one(it, arguments.out.as_deref(), &mut made, lang));
    statuses.max().unwrap_or(Status::Sound)
}

/// `made` are the copies so far: two files of one name from two folders have two.
fn one(file: &Asked, folder: Option<&Path>, made: &mut BTreeSet<PathBuf>, lang: Lang) -> Status {
    let copied = match file.open(None) {
        Ok(input) => copy(&input, lang),
        Err(unread) => Err(unread.failure.message),
    };
    let to = file.copy(folder, WORD);
    if !made.insert(to.clone()) {
        let why = Message::new(
            "另一份同名文件的副本已经写在那里，这一份没有写；请分别写到不同的文件夹。",
            "The copy of another file of this name is there already; write this one to another folder.",
        );
        says::not_done(&file.name(), &why, lang);
        return Status::Unread;
    }
    match copied {
        Err(why) => {
            says::not_done(&file.name(), &why, lang);
            Status::Unread
        }
        Ok(copied) => {
            let saved = fs::write(&to, &copied.bytes);
            let (name, count) = (plain(&to.display().to_string()), copied.placed);
            let told = lang.of(
                format!("{name}：{count} 处批注\n"),
                format!("{name}: {count} remarks\n"),
            );
            written(saved.and_then(|()| Output::stdout().write(told.as_bytes())))
        }
    }
}

/// The copy of a file that is a document by itself.
fn copy(input: &Input, lang: Lang) -> Result<Remarked, Message> {
    let outcomes = together::documents([input.clone()], &mut |_, _| {});
    let entry = outcomes.first().map(Entry::from);
    match (entry, outcomes.len(), &input.content) {
        (Some(Entry::Unread(unread)), 1, _) => Err(unread.failure.message),
        (Some(Entry::Report(report)), 1, Content::Bytes(bytes)) => {
            remarked::copy(&report, &input.name, bytes, lang).map_err(|it| it.message)
        }
        _ => Err(Message::new(
            "这里面有几份文件，请先解压，再逐个批注。",
            "There are several files in it: unpack them and annotate each.",
        )),
    }
}
