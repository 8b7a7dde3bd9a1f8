//! Files that are handed in: a document, and such as cannot be read.
use std::{
    fs,
    io::{Cursor, Write},
};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// The password of [`locked`].
pub const PASSWORD: &str = "kai";
/// One line of text as [`PASSWORD`] encrypts it in the object 4: standard security, revision 2.
const LOCKED_LINE: &[u8] = b"\xb0]\x90W\xe4]\x08\x05\xc5\x8e\x09\x0f\x12M\xc445}\xf0\xa5\x8a\x91zE\xfa\x7f\x88\xff!\xb3M\xb9*P\xf5\xa4\x8d\x14\x17\xd9\x13\x88\x90\x03\x99\x8d:";
/// The keys that go with it.
const LOCK: &str = "<< /Filter /Standard /V 1 /R 2 /P -4 /O <0f452841e103c7886d291dd913966f197b7f43e52c327a0c9d6099c1689b5a33> /U <a55142e3540814a585e3a1b83b5d30b658054132a31468ab911843d5f0033106> >>";
const LOCKED_ID: &str = "<b80bb7740288fda1f201890375a60c8f>";

/// The sound sample.
pub fn sound() -> Vec<u8> {
    fs::read("static/samples/sound.txt").expect("the sample is there")
}

/// A letter: nothing of a disclosure.
pub fn letter() -> Vec<u8> {
    "各位同事：\n附件请查收。\n办公室\n".into()
}

/// The first bytes of a picture.
pub fn picture() -> Vec<u8> {
    b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec()
}

/// A PDF whose only page is an image.
pub fn scan() -> Vec<u8> {
    let image = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8";
    pdf(
        "/XObject << /I 5 0 R >>",
        stream("<<", b"595 0 0 842 0 0 cm /I Do"),
        &[stream(image, b"\x80")],
        "",
    )
}

/// A PDF with a line of text that opens with [`PASSWORD`] only.
pub fn locked() -> Vec<u8> {
    let font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_vec();
    pdf(
        "/Font << /F1 5 0 R >>",
        stream("<<", LOCKED_LINE),
        &[font, LOCK.into()],
        &format!("/Encrypt 6 0 R /ID [{LOCKED_ID} {LOCKED_ID}]"),
    )
}

/// A PDF with one page: what is on it is object 4, further objects are counted from 5.
fn pdf(resources: &str, content: Vec<u8>, further: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let page = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << {resources} >> >>"
    );
    let mut objects: Vec<Vec<u8>> = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        page.into(),
        content,
    ];
    objects.extend_from_slice(further);
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = String::new();
    for (at, object) in objects.iter().enumerate() {
        places += &format!("{:010} 00000 n \n", file.len());
        file.extend(format!("{} 0 obj\n", at + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let (size, start) = (objects.len() + 1, file.len());
    file.extend(format!("xref\n0 {size}\n0000000000 65535 f \n{places}").bytes());
    file.extend(format!("trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n").bytes());
    file.extend(format!("startxref\n{start}\n%%EOF\n").bytes());
    file
}

fn stream(entries: &str, bytes: &[u8]) -> Vec<u8> {
    let mut stream = format!("{entries} /Length {} >>\nstream\n", bytes.len()).into_bytes();
    stream.extend(bytes);
    stream.extend(b"\nendstream");
    stream
}

/// How an archive holds its files.
#[derive(Debug, Clone, Copy)]
pub enum Packing {
    /// As they are.
    Stored,
    /// Compressed.
    Deflated,
}

/// A document, a scan, a PDF with a password and a picture.
pub fn four() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("一份.txt", sound()),
        ("扫描.pdf", scan()),
        ("加密.pdf", locked()),
        ("照片.png", picture()),
    ]
}

/// An archive of files.
pub fn packed(packing: Packing, files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let method = match packing {
        Packing::Stored => CompressionMethod::Stored,
        Packing::Deflated => CompressionMethod::Deflated,
    };
    let options = SimpleFileOptions::default().compression_method(method);
    zipped(files, |_| options)
}

/// An archive of files with options of their own.
pub fn zipped<'k>(
    files: &[(&str, Vec<u8>)],
    options: impl Fn(&str) -> zip::write::FileOptions<'k, 'k, ()>,
) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, options(name))
            .expect("memory takes it");
        zip.write_all(bytes).expect("memory takes it");
    }
    zip.finish().expect("memory takes it").into_inner()
}
