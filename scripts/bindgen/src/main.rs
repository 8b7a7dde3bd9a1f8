//! Makes of a compiled program what a page loads: `bindgen PROGRAM FOLDER`. It is `wasm-bindgen --target web
//! --no-typescript` without the web server and the client that the published command line brings for tests.
use anyhow::{Context, Result};
use std::env;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let mut given = env::args_os().skip(1);
    let program = given.next().context("no program is given")?;
    let folder = given.next().context("no folder is given")?;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(program)
        .web(true)?
        .omit_default_module_path(false)
        .generate(folder)
}
