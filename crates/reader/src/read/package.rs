//! Zip files: office documents and archives, inflated no further than a limit. One that is cut off
//! has lost its list of contents; what stands before the cut is read all the same.
use super::{Failure, FailureKind, MAX_ENTRIES, MAX_INFLATED};
use crate::note::{LostKind, Note};
use encoding_rs::GB18030;
use std::io::{Cursor, Read};
use zip::{
    CompressionMethod, ZipArchive,
    read::{ZipReadOptions, read_zipfile_from_stream},
    result::ZipError,
};

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

    /// The size that the list of contents gives a part.
    pub(super) fn size_at(&mut self, index: usize) -> u64 {
        let archive = self.archive.as_mut();
        let part = archive.and_then(|it| it.by_index_raw(index).ok());
        part.map_or(0, |it| it.size())
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
        match self.member_at(index, None) {
            Err(failure) if failure.kind != FailureKind::TooLarge => {
                self.is_cut = true;
                Ok(Vec::new())
            }
            read => read,
        }
    }

    /// The same, where a part of which nothing can be inflated is a failure.
    pub(super) fn member_at(
        &mut self,
        index: usize,
        password: Option<&str>,
    ) -> Result<Vec<u8>, Failure> {
        let Some(mut archive) = self.archive.take() else {
            return self.saved_at(index);
        };
        let read = self.inflate_of(&mut archive, index, password);
        self.archive = Some(archive);
        let (bytes, is_whole) = read?;
        self.is_cut |= !is_whole;
        match bytes.is_empty() && !is_whole {
            true => Err(damaged()),
            false => Ok(bytes),
        }
    }

    /// A part that was saved; of the last one the cut may have left nothing.
    fn saved_at(&self, index: usize) -> Result<Vec<u8>, Failure> {
        let part = self.saved.get(index).cloned().unwrap_or_default();
        match part.is_empty() && index + 1 == self.saved.len() {
            true => Err(damaged()),
            false => Ok(part),
        }
    }

    /// The bytes of a part, and whether they are all there.
    fn inflate_of(
        &mut self,
        archive: &mut ZipArchive<Cursor<&'a [u8]>>,
        index: usize,
        password: Option<&str>,
    ) -> Result<(Vec<u8>, bool), Failure> {
        let options = ZipReadOptions::new().password(password.map(str::as_bytes));
        let mut part = archive
            .by_index_with_options(index, options)
            .map_err(|it| closed(&it))?;
        let method = part.compression();
        if !matches!(
            method,
            CompressionMethod::Stored | CompressionMethod::Deflated
        ) {
            return Err(unknown_packing());
        }
        let is_locked = part.encrypted();
        let read = self.inflate(&mut part)?;
        // A wrong password may pass the one byte that it is checked against at first.
        match is_locked && !read.1 {
            true => Err(wrong_password()),
            false => Ok(read),
        }
    }

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

/// Why a part cannot be inflated.
fn closed(error: &ZipError) -> Failure {
    match error {
        ZipError::InvalidPassword => wrong_password(),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Failure::new(
            FailureKind::PasswordNeeded,
            "这个文件在压缩包里是加密的，请输入压缩包的密码。密码只在本机使用。",
            "This file is encrypted in its archive. Please enter the archive's password; it stays on this machine.",
        ),
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            unknown_packing()
        }
        _ => damaged(),
    }
}

fn unknown_packing() -> Failure {
    Failure::new(
        FailureKind::Unsupported,
        "这个文件在压缩包里的压缩或加密方式不能识别。请先解压，再读取这个文件。",
        "This file is compressed or encrypted in its archive in a way that is not known. Unpack the archive first and read the file.",
    )
}

fn wrong_password() -> Failure {
    Failure::new(
        FailureKind::WrongPassword,
        "密码不对，压缩包里的这个文件打不开。请再输入一次。",
        "The password is wrong: this file of the archive does not open. Please enter it again.",
    )
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
