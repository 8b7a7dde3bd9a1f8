//! `gouji verify`: a check made again, and held against its receipt.
use crate::{
    Status,
    arguments::VerifyArguments,
    files::{Asked, asked},
    output::Output,
    says, written,
};
use gouji::{
    note::{Lang, Message},
    read::{Input, Unread},
    report::{
        entry::Entry,
        receipt::{FileDigest, Receipt},
        text::plain,
    },
    together::{self, Outcome},
};
use std::{fs, path::Path};

/// Verifies a receipt.
pub fn verify(arguments: &VerifyArguments) -> Status {
    let lang = arguments.lang.into();
    let Some(receipt) = receipt(&arguments.receipt, lang) else {
        return Status::Unread;
    };
    let password = arguments.password.as_deref();
    let opened: Result<Vec<Input>, Unread> = (asked(&arguments.files).iter())
        .map(|it: &Asked| it.open(password))
        .collect();
    let inputs = match opened {
        Ok(inputs) => inputs,
        Err(unread) => {
            says::unread(&(&unread).into(), lang);
            return Status::Unread;
        }
    };
    let differences = differences(&receipt, inputs);
    let told = told(&receipt, &differences, lang);
    let status = match differences.is_empty() {
        true => Status::Sound,
        false => Status::Disagrees,
    };
    status.max(written(Output::stdout().write(told.as_bytes())))
}

/// The receipt in a file; where it is none, that is said.
pub fn receipt(path: &Path, lang: Lang) -> Option<Receipt> {
    let read = read(path);
    if let Err(why) = &read {
        says::not_done(&path.display().to_string(), why, lang);
    }
    read.ok()
}

fn read(path: &Path) -> Result<Receipt, Message> {
    let bytes = fs::read(path).map_err(|why| {
        Message::new(
            format!("收据打不开：{why}"),
            format!("The receipt cannot be opened: {why}"),
        )
    })?;
    Receipt::read(&bytes)
}

/// What cannot be reproduced. Files with other content are not checked: whatever was found in them would say
/// nothing of the receipt.
fn differences(receipt: &Receipt, inputs: Vec<Input>) -> Vec<Message> {
    let given = inputs.into_iter();
    let mut given: Vec<(Input, FileDigest)> = given
        .filter_map(|it| FileDigest::of(&it).map(|digest| (it, digest)))
        .collect();
    let digests: Vec<FileDigest> = given.iter().map(|it| it.1.clone()).collect();
    let of_files = receipt.of_files(&digests);
    if !of_files.is_empty() {
        return of_files;
    }
    // Messages and places name files as they were named then, and files are read in that order.
    let (mut ordered, mut files) = (Vec::new(), Vec::new());
    for noted in &receipt.files {
        if let Some(found) = given.iter().position(|it| it.1.sha256 == noted.sha256) {
            let (input, digest) = given.remove(found);
            let name = noted.name.clone();
            files.push(FileDigest {
                name: name.clone(),
                ..digest
            });
            ordered.push(Input { name, ..input });
        }
    }
    let outcomes: Vec<Outcome> = match receipt.options.together {
        true => together::as_one(ordered, &mut |_, _| {}),
        false => together::documents(ordered, &mut |_, _| {}),
    };
    let entries: Vec<Entry> = outcomes.iter().map(Entry::from).collect();
    receipt.differences(&Receipt::new(files, receipt.options, &entries))
}

fn told(receipt: &Receipt, differences: &[Message], lang: Lang) -> String {
    let (files, findings) = (
        receipt.files.len(),
        receipt
            .documents
            .iter()
            .map(|it| it.findings.len())
            .sum::<usize>(),
    );
    if differences.is_empty() {
        let agrees = lang.of(
            format!("与收据一致：{files} 个文件，{findings} 处发现，逐项相同。\n"),
            format!("The receipt agrees: {files} files, {findings} findings, all the same.\n"),
        );
        return agrees + &notes(receipt, lang);
    }
    let count = differences.len();
    let mut out = lang.of(
        format!("与收据不一致，有 {count} 处不同：\n"),
        format!("The receipt does not agree; {count} differences:\n"),
    );
    for difference in differences {
        out += &format!("- {}\n", plain(difference.said(lang)));
    }
    out
}

/// What readers noted on the findings of a receipt, a line each.
fn notes(receipt: &Receipt, lang: Lang) -> String {
    let findings = receipt.documents.iter().flat_map(|it| &it.findings);
    let noted = findings.filter_map(|finding| {
        let note = receipt.notes.iter().find(|it| it.finding == finding.id)?;
        let (what, note) = (plain(finding.message.said(lang)), plain(&note.text));
        Some(lang.of(
            format!("- {what}\n  已说明：{note}\n"),
            format!("- {what}\n  Explained: {note}\n"),
        ))
    });
    noted.collect()
}
