//! `.zip` archives → the files in them, also in archives inside, as far as the limits go.
use super::{
    Content, Failure, FailureKind, Input, MAX_ARCHIVE_DEPTH, MAX_ENTRIES, MAX_INFLATED, Unread,
    format::{self, Format},
    package::{Package, damaged, too_large},
};

/// Folders that programs put into archives for themselves.
const OWN_FOLDERS: [&str; 1] = ["__MACOSX"];
/// Files that programs put into archives for themselves.
const OWN_FILES: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// What was in an archive.
#[derive(Debug, Clone, Default)]
pub struct Unpacked {
    /// Every file in it, or why it could not be taken out.
    pub members: Vec<Result<Input, Unread>>,
    /// Whether the archive is cut off or damaged, so that there may have been more.
    pub is_cut: bool,
}

/// The files of an archive, each under the archive's name and its own; of any other input, itself.
pub fn unpack(input: Input) -> Unpacked {
    let mut unpacking = Unpacking::default();
    unpacking.take(input, 0);
    unpacking.unpacked
}

#[derive(Default)]
struct Unpacking {
    unpacked: Unpacked,
    /// Bytes that were inflated so far.
    inflated: usize,
}

impl Unpacking {
    /// Takes the files out of an archive; any other file as it is.
    fn take(&mut self, input: Input, depth: usize) {
        let failure = match &input.content {
            Content::Bytes(bytes) if depth < MAX_ARCHIVE_DEPTH && is_archive(bytes) => {
                self.open(&input, bytes, depth).err()
            }
            _ => return self.unpacked.members.push(Ok(input)),
        };
        let unread = failure.map(|it| Err(input.unread(it)));
        self.unpacked.members.extend(unread);
    }

    /// Takes every file out of an archive. Fails where not all of them could be looked at.
    fn open(&mut self, archive: &Input, bytes: &[u8], depth: usize) -> Result<(), Failure> {
        let mut package = Package::open(bytes)?;
        let before = self.unpacked.members.len();
        for index in 0..package.names().len() {
            let name = &package.names()[index];
            if name.ends_with('/') || is_own(name) {
                continue;
            }
            if self.unpacked.members.len() >= MAX_ENTRIES {
                return Err(too_many());
            }
            let name = format!("{}/{name}", archive.name);
            let password = archive.password.clone();
            match self.inflate(&mut package, index, password.as_deref()) {
                Ok(bytes) => {
                    let content = Content::Bytes(bytes);
                    let inner = Input {
                        name,
                        content,
                        password,
                    };
                    self.take(inner, depth + 1);
                }
                Err(failure) => self.unpacked.members.push(Err(Unread {
                    name,
                    bytes: package.size_at(index),
                    failure,
                })),
            }
        }
        self.unpacked.is_cut |= package.is_cut;
        match self.unpacked.members.len() > before {
            true => Ok(()),
            false if package.is_cut => Err(damaged()),
            false => Err(nothing()),
        }
    }

    /// The bytes of a file. Once the limit is reached, nothing more is inflated.
    fn inflate(
        &mut self,
        package: &mut Package,
        index: usize,
        password: Option<&str>,
    ) -> Result<Vec<u8>, Failure> {
        if self.inflated > MAX_INFLATED {
            return Err(too_large());
        }
        let read = package.member_at(index, password);
        self.inflated += match &read {
            Ok(bytes) => bytes.len(),
            Err(failure) if failure.kind == FailureKind::TooLarge => MAX_INFLATED,
            Err(_) => 0,
        };
        match self.inflated > MAX_INFLATED {
            true => Err(too_large()),
            false => read,
        }
    }
}

fn is_archive(bytes: &[u8]) -> bool {
    matches!(format::of_bytes(bytes), Ok(Some(Format::Archive)))
}

/// Whether a file is there for a program's own use only.
fn is_own(name: &str) -> bool {
    let mut folders = name.split('/');
    let file = folders.next_back().unwrap_or_default();
    OWN_FILES.iter().any(|it| file.eq_ignore_ascii_case(it))
        || folders.any(|it| OWN_FOLDERS.contains(&it))
}

fn too_many() -> Failure {
    Failure::too_large("压缩包内的文件数", "files in an archive", MAX_ENTRIES)
}

fn nothing() -> Failure {
    Failure::new(
        FailureKind::Empty,
        "压缩包里没有文件。",
        "There is no file in the archive.",
    )
}
