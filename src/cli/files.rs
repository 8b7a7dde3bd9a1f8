//! From what stands on the command line to documents: folders are gone through, `-` is standard
//! input.
use gouji::read::{Content, Failure, FailureKind, Input, Unread};
use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

/// Endings of files that are meant to be documents; others in a folder are tried by their content,
/// and passed over in silence where that is no disclosure.
const ENDINGS: &[&str] = &[
    "txt", "md", "csv", "tsv", "html", "htm", "mht", "mhtml", "pdf", "xlsx", "xlsm", "xls", "ods",
    "et", "docx", "doc", "odt", "wps", "rtf", "ofd", "zip",
];
/// Folders in folders are gone into so deep.
const MAX_DEPTH: usize = 32;
/// Most bytes that are taken from one file.
const MAX_BYTES: u64 = 512 << 20;

/// A document to be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Where it is; `-` is standard input.
    path: PathBuf,
    /// Whether it is meant to be a document: named by the user, or by its ending.
    pub meant: bool,
}

/// Every document that the arguments mean, in the order of their names inside a folder.
pub fn asked(paths: &[PathBuf]) -> Vec<Asked> {
    let mut asked = Vec::new();
    for path in paths {
        if path.is_dir() {
            gather(path, 0, &mut asked);
        } else {
            asked.push(Asked {
                path: path.clone(),
                meant: true,
            });
        }
    }
    asked
}

fn gather(folder: &Path, depth: usize, asked: &mut Vec<Asked>) {
    let Ok(entries) = fs::read_dir(folder) else {
        // Opening it as a file tells the reader why.
        return asked.push(Asked {
            path: folder.to_owned(),
            meant: true,
        });
    };
    let mut entries: Vec<_> = entries.flatten().collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        // A link to a folder could lead round in a circle.
        let folder = entry.file_type().is_ok_and(|it| it.is_dir());
        match () {
            () if is_hidden(&path) => {}
            () if folder && depth < MAX_DEPTH => gather(&path, depth + 1, asked),
            () if folder || path.is_dir() => {}
            () => asked.push(Asked {
                meant: is_document(&path),
                path,
            }),
        }
    }
}

/// Hidden files, and the locks that office programs leave beside an open document.
fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().and_then(|it| it.to_str()).unwrap_or("");
    name.starts_with(['.', '~'])
}

/// Whether a file is meant to be a document, by the ending of its name.
fn is_document(path: &Path) -> bool {
    let ending = path.extension().and_then(|it| it.to_str()).unwrap_or("");
    ENDINGS.contains(&ending.to_ascii_lowercase().as_str())
}

impl Asked {
    /// The name for reports.
    pub fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// Whether it is this very file.
    pub fn is_at(&self, other: &Path) -> bool {
        let real = |path: &Path| fs::canonicalize(path).ok();
        real(&self.path).is_some_and(|it| Some(it) == real(other))
    }

    /// Where a copy of it is put: beside it or in a folder, under its name and a word.
    pub fn copy(&self, folder: Option<&Path>, word: &str) -> PathBuf {
        let part = |part: Option<&std::ffi::OsStr>| {
            part.map_or_else(String::new, |it| it.to_string_lossy().into_owned())
        };
        let (stem, ending) = (part(self.path.file_stem()), part(self.path.extension()));
        let name = format!("{stem}-{word}.{ending}");
        match folder {
            Some(folder) => folder.join(name),
            None => self.path.with_file_name(name),
        }
    }

    /// Its bytes, or why there are none.
    pub fn open(&self, password: Option<&str>) -> Result<Input, Unread> {
        let unread = |bytes: u64, failure: Failure| Unread {
            name: self.name(),
            bytes,
            failure,
        };
        let bytes = self.bytes().map_err(|it| unread(0, unavailable(&it)))?;
        let read = bytes.len() as u64;
        if read > MAX_BYTES {
            return Err(unread(read, too_large()));
        }
        Ok(Input {
            name: self.name(),
            content: Content::Bytes(bytes),
            password: password.map(str::to_owned),
        })
    }

    fn bytes(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        if self.path.as_os_str() == "-" {
            io::stdin()
                .lock()
                .take(MAX_BYTES + 1)
                .read_to_end(&mut bytes)?;
        } else {
            let file = fs::File::open(&self.path)?;
            file.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
        }
        Ok(bytes)
    }
}

fn unavailable(error: &io::Error) -> Failure {
    let (zh, en) = match error.kind() {
        io::ErrorKind::NotFound => ("没有这个文件。", "There is no such file."),
        io::ErrorKind::PermissionDenied => (
            "没有读取这个文件的权限。",
            "You are not allowed to read this file.",
        ),
        _ => ("文件打不开。", "The file cannot be opened."),
    };
    Failure::new(FailureKind::Unavailable, zh, en)
}

fn too_large() -> Failure {
    let limit = MAX_BYTES >> 20;
    Failure::new(
        FailureKind::TooLarge,
        format!("文件过大：超过上限 {limit} MB，请拆分后再核对。"),
        format!("Too large: more than {limit} MB. Please split it."),
    )
}
