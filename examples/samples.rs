//! Writes the samples that the page offers: `cargo run --example samples`.
use gouji_generator::samples;
use std::{fs, io};

fn main() -> io::Result<()> {
    fs::create_dir_all("static/samples")?;
    fs::write("static/samples/sound.txt", samples::sound())?;
    fs::write("static/samples/planted.txt", samples::planted())
}
