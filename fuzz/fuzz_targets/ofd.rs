//! The content of a page of an OFD.
#![no_main]
use gouji_fuzz::{packed, read_file};

const ENTRY: &str = "<ofd:OFD xmlns:ofd='http://www.ofdspec.org/2016'><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>";
const ROOT: &str = "<ofd:Document><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID='0' BaseLoc='Pages/Page_0/Content.xml'/></ofd:Pages></ofd:Document>";

libfuzzer_sys::fuzz_target!(|page: &[u8]| {
    read_file(packed(&[
        ("OFD.xml", ENTRY.as_bytes()),
        ("Doc_0/Document.xml", ROOT.as_bytes()),
        ("Doc_0/Pages/Page_0/Content.xml", page),
    ]));
});
