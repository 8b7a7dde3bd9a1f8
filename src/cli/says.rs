//! What the command line says beside its reports, on standard error.
use gouji::{
    note::{Lang, Message},
    report::{entry::Entry, text::plain},
};
use std::io::{self, IsTerminal, Write};

/// Writes a line; where even that fails there is nobody to tell.
fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// Why a document could not be read.
pub fn unread(entry: &Entry, lang: Lang) {
    if let Entry::Unread(unread) = entry {
        let (name, message) = (plain(entry.name()), unread.failure.message.said(lang));
        say(&format!("{name}{}{message}", lang.of("：", ": ")));
    }
}

/// That no rule has this id.
pub fn unknown_rule(id: &str, near: &[&str], lang: Lang) {
    let (id, near) = (plain(id), near.join(lang.of("、", ", ")));
    say(&lang.of(
        format!("没有规则“{id}”。相近的有：{near}。全部规则见 gouji rules。"),
        format!("There is no rule “{id}”. Near to it: {near}. `gouji rules` lists them all."),
    ));
}

/// That the output could not be written.
pub fn not_written(error: &io::Error) {
    say(&format!(
        "写不出结果。 The output could not be written: {error}"
    ));
}

/// That a folder or a list held no document.
pub fn nothing(lang: Lang) {
    say(lang.of(
        "没有找到可以核对的文件。",
        "No document to check was found.",
    ));
}

/// That the report would be written over a document.
pub fn would_replace(lang: Lang) {
    say(lang.of(
        "--out 指定的就是要核对的文件，请另取一个名字。",
        "--out names a document that is to be checked; choose another name.",
    ));
}

/// That a workbook is nothing for a terminal.
pub fn workbook_needs_file(lang: Lang) {
    say(lang.of(
        "工作簿不能显示在屏幕上，请用 --out 指定文件。",
        "A workbook cannot be shown on a terminal; name a file with --out.",
    ));
}

/// Why something could not be done with a file.
pub fn not_done(name: &str, why: &Message, lang: Lang) {
    let (name, why) = (plain(name), plain(why.said(lang)));
    say(&format!("{name}{}{why}", lang.of("：", ": ")));
}

/// How far the work is, on a terminal only, for several documents.
pub struct Progress {
    shown: bool,
    total: usize,
}

impl Progress {
    /// Of so many documents.
    pub fn of(total: usize) -> Self {
        Progress {
            shown: total > 1 && io::stderr().is_terminal(),
            total,
        }
    }

    /// That this document is being examined.
    pub fn at(&self, number: usize, name: &str) {
        if self.shown {
            let line = format!("[{}/{}] {}", number + 1, self.total, plain(name));
            let _ = write!(io::stderr(), "\r\u{1b}[K{line}");
        }
    }

    /// Makes room for what is written next.
    pub fn clear(&self) {
        if self.shown {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }
}
