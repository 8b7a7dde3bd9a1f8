//! The format of a file, told from its bytes.
use super::{Failure, FailureKind, mime, package::Package, workbook::Kind};

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// Anything that has characters.
    Text,
    /// A web page, or what an office program writes as one.
    Html,
    /// A web page with all that it shows, in one file.
    WebArchive,
    /// A PDF.
    Pdf,
    /// A Word document.
    Word,
    /// A document of Word 97 or WPS.
    OldWord,
    /// A workbook.
    Workbook(Kind),
    /// An OFD file.
    Ofd,
    /// A zip file of other files.
    Archive,
    /// A format that is known, but not read.
    Known(Known),
}

/// A format that is known, but not read: its names, and what the reader can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    zh: &'static str,
    en: &'static str,
    way: Way,
}

/// How a reader gets at the contents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Paste,
    Unpack,
    Unlock,
    Recognise,
}

impl Way {
    fn zh(self) -> &'static str {
        match self {
            Way::Paste => "请另存为网页（.html）或文本（.txt），或打开后全选、复制，粘贴到这里。",
            Way::Unpack => "请先解压，再逐个读取其中的文件。",
            Way::Unlock => "请先用密码打开并另存为没有密码的文件。",
            Way::Recognise => "请先用文字识别（OCR）转成文字。",
        }
    }

    fn en(self) -> &'static str {
        match self {
            Way::Paste => {
                "Save it as a web page (.html) or text (.txt), or copy all of it and paste it here."
            }
            Way::Unpack => "Unpack it first and read the files in it.",
            Way::Unlock => "Open it with its password and save it without one.",
            Way::Recognise => "Have its text recognised (OCR) first.",
        }
    }
}

impl Known {
    /// Why it is not read, and what to do.
    pub(super) fn failure(self) -> Failure {
        let Known { zh, en, way } = self;
        Failure::new(
            FailureKind::Unsupported,
            format!("暂不能读取 {zh}。{}", way.zh()),
            format!("{en} cannot be read yet. {}", way.en()),
        )
    }
}

/// Why an archive is not one document.
pub(super) fn packed() -> Failure {
    PACKED.failure()
}

/// Why a web archive is not read.
pub(super) fn without_page() -> Failure {
    WEB_ARCHIVE.failure()
}

/// Why a file with a password is not read.
pub(super) fn locked() -> Failure {
    LOCKED_FILE.failure()
}

const fn known(zh: &'static str, en: &'static str, way: Way) -> Format {
    Format::Known(Known { zh, en, way })
}

const OLD_WORD_XML: Format = known("Word 2003 XML 文档", "A Word 2003 XML document", Way::Paste);
const OLD_WORD: Format = known(
    "Word 2 及更早的文档",
    "A document of Word 2 or before",
    Way::Paste,
);
const OLD_WORKBOOK_XML: Format = known(
    "Excel 2003 XML 表格",
    "An Excel 2003 XML workbook",
    Way::Paste,
);
const OLD_WORKBOOK: Format = known(
    "Excel 4 及更早的表格",
    "A workbook of Excel 4 or before",
    Way::Paste,
);
const SLIDES: Format = known("演示文稿", "A presentation", Way::Paste);
const OPEN_TEXT: Format = known("OpenDocument 文字文档", "An OpenDocument text", Way::Paste);
const OFFICE: Format = known(
    "旧版 Office 文件",
    "A file of an old office program",
    Way::Paste,
);
const LOCKED_FILE: Known = Known {
    zh: "加密的 Office 文件",
    en: "An encrypted office file",
    way: Way::Unlock,
};
const LOCKED: Format = Format::Known(LOCKED_FILE);
const PACKED: Known = Known {
    zh: "压缩文件",
    en: "An archive",
    way: Way::Unpack,
};
const ARCHIVE: Format = Format::Known(PACKED);
const IMAGE: Format = known("图片", "An image", Way::Recognise);
const RICH_TEXT: Format = known("RTF 文档", "RTF", Way::Paste);
/// A web archive without a page that can be found in it.
const WEB_ARCHIVE: Known = Known {
    zh: "网页归档（MHT）",
    en: "A web archive (MHT)",
    way: Way::Paste,
};
const XML: Format = known("XML 文件", "XML", Way::Paste);

/// First bytes that say what a file is.
const SIGNATURES: [(&[u8], Format); 16] = [
    (b"{\\rtf", RICH_TEXT),
    (b"\x89PNG\r\n", IMAGE),
    (b"\xff\xd8\xff", IMAGE),
    (b"GIF87a", IMAGE),
    (b"GIF89a", IMAGE),
    (b"II*\0", IMAGE),
    (b"MM\0*", IMAGE),
    (b"Rar!\x1a\x07", ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", ARCHIVE),
    (b"\x1f\x8b\x08", ARCHIVE),
    (b"BZh", ARCHIVE),
    (b"\xfd7zXZ\0", ARCHIVE),
    (b"\x28\xb5\x2f\xfd", ARCHIVE),
    (b"\xdb\xa5-\0", OLD_WORD),
    (b"\x09\x08\x10\0", OLD_WORKBOOK),
    (b"\x09\x04\x06\0", OLD_WORKBOOK),
];
/// What a zip file with a part of such a name is.
const PARTS: [(&str, Format); 5] = [
    ("word/document", Format::Word),
    ("xl/workbook", Format::Workbook(Kind::Xlsx)),
    ("ppt/presentation", SLIDES),
    ("OFD.xml", Format::Ofd),
    ("Index/Document.iwa", OFFICE),
];
/// What a zip file is that says its type in a part of its own.
const TYPES: [(&[u8], Format); 3] = [
    (b"opendocument.text", OPEN_TEXT),
    (b"opendocument.spreadsheet", Format::Workbook(Kind::Ods)),
    (b"opendocument.presentation", SLIDES),
];
/// Where an OpenDocument file says its type.
const TYPE_PART: &str = "mimetype";
/// What a compound file with such a stream is.
const STREAMS: [(&str, Format); 5] = [
    ("EncryptedPackage", LOCKED),
    ("WordDocument", Format::OldWord),
    ("Workbook", Format::Workbook(Kind::Xls)),
    ("Book", Format::Workbook(Kind::Xls)),
    ("PowerPoint Document", SLIDES),
];
/// What the bytes say, unless they have to be read as text. Fails where a packed file is over a
/// limit.
pub(super) fn of_bytes(bytes: &[u8]) -> Result<Option<Format>, Failure> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return of_zip(bytes).map(Some);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Ok(Some(of_compound(bytes)));
    }
    let is_box = bytes
        .get(4..12)
        .is_some_and(|it| it == b"ftypheic" || it == b"ftypmif1" || it == b"ftypavif");
    let is_riff = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    let is_bitmap = bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]);
    if is_box || is_riff || is_bitmap {
        return Ok(Some(IMAGE));
    }
    let found = SIGNATURES
        .iter()
        .find(|(signature, _)| bytes.starts_with(signature));
    if let Some((_, format)) = found {
        return Ok(Some(*format));
    }
    // A PDF may begin behind other bytes, and would be found inside an archive that is not
    // compressed: what the first bytes say comes before.
    if contains(&bytes[..bytes.len().min(1024)], b"%PDF-") {
        return Ok(Some(Format::Pdf));
    }
    Ok(mime::is_archive(bytes).then_some(Format::WebArchive))
}

fn of_zip(bytes: &[u8]) -> Result<Format, Failure> {
    let mut package = Package::open(bytes)?;
    let said = package.part(TYPE_PART)?.unwrap_or_default();
    let typed = TYPES.iter().find(|(name, _)| contains(&said, name));
    if let Some((_, format)) = typed {
        return Ok(*format);
    }
    let is_there = |name: &str| package.names().iter().any(|it| it.starts_with(name));
    let found = PARTS.iter().find(|(name, _)| is_there(name));
    Ok(found.map_or(Format::Archive, |(_, format)| *format))
}

fn of_compound(bytes: &[u8]) -> Format {
    let found = STREAMS.iter().find(|(name, _)| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        contains(bytes, &name)
    });
    found.map_or(OFFICE, |(_, format)| *format)
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// What the characters say.
pub(super) fn of_text(text: &str) -> Format {
    let start: String = text.trim_start().chars().take(4096).collect();
    let start = start.to_ascii_lowercase();
    let is_clipboard = start.starts_with("version:") && start.contains("starthtml:");
    if !start.starts_with('<') && !is_clipboard {
        return Format::Text;
    }
    const TAGS: [&str; 12] = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<meta",
        "<table",
        "<div",
        "<p>",
        "<p ",
        "<span",
        "<style",
        "<!--startfragment",
    ];
    if TAGS.iter().any(|tag| start.contains(tag)) {
        return Format::Html;
    }
    if !start.starts_with("<?xml") {
        return Format::Text;
    }
    if start.contains("word.document") {
        OLD_WORD_XML
    } else if start.contains("excel.sheet") {
        OLD_WORKBOOK_XML
    } else {
        XML
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn zipped(name: &str) -> Vec<u8> {
        stored(name, b"")
    }

    fn stored(name: &str, bytes: &[u8]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let stored = zip::write::SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Stored);
        zip.start_file(name, stored).expect("it is in memory");
        zip.write_all(bytes).expect("it is in memory");
        zip.finish().expect("it is in memory").into_inner()
    }

    #[test]
    fn formats_are_told_from_the_bytes() {
        for (bytes, format) in [
            (&b"\xef\xbb\xbf%PDF-1.7"[..], Format::Pdf),
            (&zipped("word/document.xml"), Format::Word),
            (&zipped("a.txt"), Format::Archive),
            (&stored("a.pdf", b"%PDF-1.7"), Format::Archive),
            (
                b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
                Format::Archive,
            ),
            (b"Rar!\x1a\x07\x01\0 a.pdf %PDF-1.7", ARCHIVE),
            (&zipped("of another/word/document.xml"), Format::Archive),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..W\0o\0r\0k\0b\0o\0o\0k\0",
                Format::Workbook(Kind::Xls),
            ),
            (b"\x89PNG\r\n\x1a\n", IMAGE),
            (b"{\\rtf1\\ansi", RICH_TEXT),
        ] {
            assert_eq!(of_bytes(bytes), Ok(Some(format)));
        }
        assert_eq!(of_bytes("收入合计".as_bytes()), Ok(None));
    }

    #[test]
    fn a_page_is_told_from_text() {
        assert_eq!(of_text("\n<!DOCTYPE html><p>收入"), Format::Html);
        assert_eq!(
            of_text("<?xml version=\"1.0\"?><html><p>收入"),
            Format::Html
        );
        assert_eq!(of_text("<table><tr><td>1"), Format::Html);
        assert_eq!(
            of_text("Version:0.9\r\nStartHTML:00\r\n<html>"),
            Format::Html
        );
        assert_eq!(of_text("<?xml version=\"1.0\"?><a/>"), XML);
        assert_eq!(of_text("<附件> 收入 < 支出"), Format::Text);
        assert_eq!(of_text("一、收入 <table>"), Format::Text);
    }
}
