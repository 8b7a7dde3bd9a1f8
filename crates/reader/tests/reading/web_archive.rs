//! Pages that a browser saved in one file.
use crate::contents::{cells, document, grids, read_bytes};

#[test]
fn a_web_archive_is_read_as_its_page() {
    let page = "<html><body><p>预算</p><table><tr><td>项目</td><td>金额</td></tr><tr><td>收入</td><td>1.00</td></tr></table></body></html>";
    let quoted: String = page.bytes().map(|it| format!("={it:02X}=\r\n")).collect();
    let archive = |boundary: &str| {
        format!(
            "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"{boundary}\"\r\n\r\n\
             --{boundary}\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n\
             --{boundary}\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{quoted}\r\n--{boundary}--\r\n"
        )
    };
    let read = document(archive("----=_Part1").into_bytes());
    assert_eq!(cells(grids(&read)[0]), [["项目", "金额"], ["收入", "1.00"]]);
    let without = archive("----=_Part1").replace("text/html", "text/css");
    assert!(read_bytes(without.into_bytes()).is_err());
}
