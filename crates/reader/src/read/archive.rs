//! `.zip` archives → the files in them, also in archives inside, as far as the limits go.
use super::{
    Content, Failure, FailureKind, Input, MAX_ARCHIVE_DEPTH, MAX_ENTRIES, MAX_INFLATED,
    format::{self, Format},
    package::{Package, too_large},
};

/// Names that programs put into archives for themselves.
const OWN: [&str; 3] = ["__MACOSX/", ".DS_Store", "Thumbs.db"];

/// Whether an input is an archive of files.
pub fn is_archive(input: &Input) -> bool {
    let Content::Bytes(bytes) = &input.content else {
        return false;
    };
    matches!(format::of_bytes(bytes), Ok(Some(Format::Archive)))
}

/// What was in an archive.
#[derive(Debug, Clone, Default)]
pub struct Unpacked {
    /// The files.
    pub files: Vec<Input>,
    /// Whether the archive is cut off or damaged, so that there may have been more.
    pub is_cut: bool,
}

/// The files of an archive, each under the archive's name and its own; of any other input, itself.
pub fn unpack(input: Input) -> Result<Unpacked, Failure> {
    let mut files = Files::default();
    files.take(input, 0)?;
    if files.unpacked.files.is_empty() {
        return Err(files.locked.then(locked).unwrap_or_else(nothing));
    }
    Ok(files.unpacked)
}

#[derive(Default)]
struct Files {
    unpacked: Unpacked,
    inflated: usize,
    /// Whether a file can only be unpacked with a password.
    locked: bool,
}

impl Files {
    fn take(&mut self, input: Input, depth: usize) -> Result<(), Failure> {
        let Content::Bytes(bytes) = &input.content else {
            self.unpacked.files.push(input);
            return Ok(());
        };
        match format::of_bytes(bytes) {
            Ok(Some(Format::Archive)) if depth < MAX_ARCHIVE_DEPTH => {}
            // A limit that a file inside is over is its own matter, as any other fault.
            Err(failure) if depth == 0 => return Err(failure),
            _ => {
                self.unpacked.files.push(input);
                return Ok(());
            }
        }
        let mut package = Package::open(bytes)?;
        for index in 0..package.names().len() {
            let name = package.names()[index].clone();
            if name.ends_with('/') || OWN.iter().any(|it| name.contains(it)) {
                continue;
            }
            if package.is_locked(index) {
                self.locked = true;
                continue;
            }
            let bytes = package.part_at(index)?;
            self.inflated += bytes.len();
            if self.inflated > MAX_INFLATED {
                return Err(too_large());
            }
            if self.unpacked.files.len() >= MAX_ENTRIES {
                return Err(Failure::too_large(
                    "压缩包内的文件数",
                    "files in an archive",
                    MAX_ENTRIES,
                ));
            }
            let inner = Input {
                name: format!("{}/{name}", input.name),
                content: Content::Bytes(bytes),
                password: input.password.clone(),
            };
            self.take(inner, depth + 1)?;
        }
        self.unpacked.is_cut |= package.is_cut;
        Ok(())
    }
}

fn locked() -> Failure {
    Failure::new(
        FailureKind::Unsupported,
        "压缩包是加密的。请先用密码解压，再读取其中的文件。",
        "The archive is encrypted. Unpack it with its password and read the files in it.",
    )
}

fn nothing() -> Failure {
    Failure::new(
        FailureKind::Empty,
        "压缩包里没有文件。",
        "There is no file in the archive.",
    )
}
