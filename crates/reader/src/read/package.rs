//! Zip files: office documents and archives, inflated no further than a limit. One that is cut off
//! has lost its list of contents; what stands before the cut is read all the same.
use super::{Failure, FailureKind, MAX_ENTRIES, MAX_INFLATED};
use crate::note::{LostKind, Note};
use encoding_rs::GB18030;
use std::io::{Cursor, Read};
use zip::{ZipArchive, read::read_zipfile_from_stream};

/// A zip file.
pub(super) struct Package<'a> {
    archive: Option<ZipArchive<Cursor<&'a [u8]>>>,
    /// What could be saved of one that is cut off.
    saved: Vec<Vec<u8>>,
    names: Vec<String>,
    /// Bytes that were inflated so far.
    inflated: usize,
    /// Whether something of it is missing or damaged.
    pub is_cut: bool,
}

impl<'a> Package<'a> {
    /// Opens one: only its list of contents is read.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Failure> {
        let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
            return Self::saved(bytes);
        };
        if archive.len() > MAX_ENTRIES {
            return Err(Failure::too_large(
                "压缩包内的文件数",
                "files in an archive",
                MAX_ENTRIES,
            ));
        }
        if archive.decompressed_size() > Some(MAX_INFLATED as u128) {
            return Err(too_large());
        }
        let names = (0..archive.len()).map(|index| match archive.by_index_raw(index) {
            Ok(part) => part_name(part.name_raw()),
            Err(_) => String::new(),
        });
        Ok(Package {
            names: names.collect(),
            archive: Some(archive),
            saved: Vec::new(),
            inflated: 0,
            is_cut: false,
        })
    }

    /// Reads one without its list of contents, part by part as far as it goes.
    fn saved(bytes: &'a [u8]) -> Result<Self, Failure> {
        let mut package = Package {
            archive: None,
            saved: Vec::new(),
            names: Vec::new(),
            inflated: 0,
            is_cut: true,
        };
        let mut rest = Cursor::new(bytes);
        while let Ok(Some(mut file)) = read_zipfile_from_stream(&mut rest) {
            let name = part_name(file.name_raw());
            let (bytes, is_whole) = package.inflate(&mut file)?;
            package.names.push(name);
            package.saved.push(bytes);
            if !is_whole {
                break;
            }
        }
        if package.saved.is_empty() {
            return Err(damaged());
        }
        Ok(package)
    }

    /// The names of all parts.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether a part can only be read with a password.
    pub(super) fn is_locked(&mut self, index: usize) -> bool {
        let archive = self.archive.as_mut();
        let part = archive.and_then(|it| it.by_index_raw(index).ok());
        part.is_some_and(|it| it.encrypted())
    }

    /// A part by its name, letters in either case.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Failure> {
        let same = |it: &String| it.eq_ignore_ascii_case(name.trim_start_matches('/'));
        match self.names.iter().position(same) {
            Some(index) => self.part_at(index).map(Some),
            None => Ok(None),
        }
    }

    /// A part by its number; what of it can be inflated.
    pub(super) fn part_at(&mut self, index: usize) -> Result<Vec<u8>, Failure> {
        let Some(mut archive) = self.archive.take() else {
            let part = self.saved.get(index);
            return Ok(part.cloned().unwrap_or_default());
        };
        let read = match archive.by_index(index) {
            Ok(mut file) => self.inflate(&mut file),
            Err(_) => Ok((Vec::new(), false)),
        };
        self.archive = Some(archive);
        let (bytes, is_whole) = read?;
        self.is_cut |= !is_whole;
        Ok(bytes)
    }

    /// The bytes of a part, and whether they are all there.
    fn inflate(&mut self, part: &mut impl Read) -> Result<(Vec<u8>, bool), Failure> {
        let room = MAX_INFLATED - self.inflated;
        let mut bytes = Vec::new();
        let read = part.take(room as u64 + 1).read_to_end(&mut bytes);
        if bytes.len() > room {
            return Err(too_large());
        }
        self.inflated += bytes.len();
        Ok((bytes, read.is_ok()))
    }
}

/// Names are UTF-8, or GB18030 as Chinese Windows writes them.
fn part_name(raw: &[u8]) -> String {
    let name = match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => GB18030.decode_without_bom_handling(raw).0.into_owned(),
    };
    name.replace('\\', "/")
}

/// Bytes that inflate to more than the limit.
pub(super) fn too_large() -> Failure {
    Failure::too_large("解压后的字节数", "bytes when unpacked", MAX_INFLATED)
}

/// Nothing of it can be read.
pub(super) fn damaged() -> Failure {
    Failure::new(
        FailureKind::Damaged,
        "文件已损坏或不完整（压缩结构无法读取），请重新下载或重新导出。",
        "The file is damaged or cut off (its zip structure cannot be read). Please fetch or export it again.",
    )
}

/// What to tell of a file that could be read in part.
pub(super) fn cut_off() -> Note {
    Note::new(
        "文件不完整或已损坏：只核对了读得出的部分，其余缺失。",
        "The file is cut off or damaged: what could be read is checked, the rest is missing.",
    )
    .lost(LostKind::Rest, 1)
}
