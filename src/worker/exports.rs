//! What was examined as files in one of the formats.

use gouji::{
    note::{Lang, Message},
    read::{Content, Input},
    report::{
        Report,
        csv::csv,
        entry::{Entry, base_name},
        explained::ReaderNote,
        html::html,
        json::json,
        markdown::markdown,
        receipt::{FileDigest, Options, Receipt},
        remarked,
        workbook::{Dossier, workbook},
    },
    together::{Outcome, originals},
};

/// A file to hand to the reader.
pub struct File {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What files are made from.
pub struct Made<'a> {
    /// What the reader gave.
    pub given: &'a [Input],
    /// Everything that came of it.
    pub all: &'a [Outcome],
    /// What of it is asked for.
    pub asked: &'a [Outcome],
    /// What the reader noted on findings.
    pub notes: &'a [ReaderNote],
    /// How it was examined.
    pub options: Options,
    /// The language of sentences.
    pub lang: Lang,
}

impl Made<'_> {
    /// The files of a format, or why there are none.
    pub fn files(&self, format: &str) -> Result<Vec<File>, Message> {
        let entries = self.entries(self.asked);
        let text = |ending, kind, text: String| {
            let name = self.name(&entries, ending);
            let bytes = text.into_bytes();
            Ok(vec![File { name, kind, bytes }])
        };
        match format {
            "json" => text("json", "application/json", json(&entries)),
            "markdown" => text(
                "md",
                "text/markdown;charset=utf-8",
                markdown(&entries, self.lang),
            ),
            "html" => text("html", "text/html;charset=utf-8", html(&entries, self.lang)),
            "csv" => text("csv", "text/csv;charset=utf-8", csv(&entries, self.lang)),
            "xlsx" => self.workbook(&entries),
            "receipt" => self.receipt(),
            "copy" => self.copies(&entries),
            _ => Err(Message::new("没有这种格式。", "There is no such format.")),
        }
    }

    /// Entries with what the reader noted.
    fn entries(&self, outcomes: &[Outcome]) -> Vec<Entry> {
        let mut entries: Vec<Entry> = outcomes.iter().map(Entry::from).collect();
        entries.iter_mut().for_each(|it| it.explain(self.notes));
        entries
    }

    /// `名称-勾稽.html`, or how many documents it is about.
    fn name(&self, entries: &[Entry], ending: &str) -> String {
        match entries {
            [only] => format!("{}.{ending}", of_document(only.name())),
            several => {
                let count = several.len();
                let named = self
                    .lang
                    .of(format!("勾稽-{count}份"), format!("gouji-{count}"));
                format!("{named}.{ending}")
            }
        }
    }

    fn workbook(&self, entries: &[Entry]) -> Result<Vec<File>, Message> {
        let dossier = |it: &Outcome| {
            let mut dossier = Dossier::from(it);
            dossier.entry.explain(self.notes);
            dossier
        };
        let dossiers: Vec<Dossier> = self.asked.iter().map(dossier).collect();
        let bytes = workbook(&dossiers, self.lang).map_err(|why| {
            Message::new(
                format!("工作簿没有写成：{why}"),
                format!("The workbook was not written: {why}"),
            )
        })?;
        Ok(vec![File {
            name: self.name(entries, "xlsx"),
            kind: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            bytes,
        }])
    }

    /// A receipt is of everything that was given: files that were checked together are verified together.
    fn receipt(&self) -> Result<Vec<File>, Message> {
        let digests: Vec<FileDigest> = self.given.iter().filter_map(FileDigest::of).collect();
        if digests.is_empty() {
            return Err(Message::new(
                "粘贴的内容不是文件，不能出具收据。",
                "What was pasted is no file, so there is no receipt of it.",
            ));
        }
        let entries = self.entries(self.all);
        let receipt = Receipt::new(digests, self.options, &entries);
        Ok(vec![File {
            name: self.name(&entries, "收据.json"),
            kind: "application/json",
            bytes: receipt.json().into_bytes(),
        }])
    }

    /// A copy of every file that can carry remarks; fails where there is none.
    fn copies(&self, entries: &[Entry]) -> Result<Vec<File>, Message> {
        let mut copies = Vec::new();
        let mut failure = None;
        for entry in entries {
            let Entry::Report(report) = entry else {
                continue;
            };
            for original in originals(self.given, &report.source) {
                match self.copy(report, &original) {
                    Ok(copy) => copies.push(copy),
                    Err(why) => failure = Some(why),
                }
            }
        }
        if copies.is_empty() {
            return Err(failure.unwrap_or_else(no_original));
        }
        Ok(copies)
    }

    fn copy(&self, report: &Report, original: &Input) -> Result<File, Message> {
        let Content::Bytes(bytes) = &original.content else {
            return Err(Message::new(
                "粘贴的内容不是文件，没有副本可以批注。",
                "What was pasted is no file that remarks could be put on.",
            ));
        };
        let copy = remarked::copy(report, &original.name, bytes, self.lang);
        let (ending, kind) = match bytes.starts_with(b"PK") {
            true => (
                "docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ),
            false => ("pdf", "application/pdf"),
        };
        Ok(File {
            name: format!("{}.{ending}", of_document(&original.name)),
            kind,
            bytes: copy.map_err(|it| it.message)?.bytes,
        })
    }
}

/// The name of a file in an archive or a folder, without them and without its ending, and our word.
fn of_document(name: &str) -> String {
    let base = base_name(name);
    let stem = base.rsplit_once('.').map_or(base, |it| it.0);
    match stem {
        "" => "勾稽".to_owned(),
        stem => format!("{stem}-勾稽"),
    }
}

fn no_original() -> Message {
    Message::new(
        "没有可以批注的文件。",
        "There is no file that remarks could be put on.",
    )
}
