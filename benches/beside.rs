//! How fast PDF files are read beside other programs: `make bench`. On a made-up disclosure and on
//! published ones where they are there; the best of several runs. A program that is not installed is
//! named and left out.
#![allow(
    clippy::float_arithmetic,
    reason = "milliseconds are measured, not money"
)]
#[path = "../crates/reader/tests/reading/drawn.rs"]
mod drawn;

use gouji::{
    examine,
    read::{Content, Input, read},
};
use gouji_generator::{Options, Richness, disclosure, html};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

/// Where published disclosures are, if they are.
const PUBLISHED: &str = "../shared/documents";
/// Runs of what takes milliseconds.
const RUNS: usize = 7;
/// Runs of programs that take a second.
const FEW_RUNS: usize = 2;

/// Milliseconds that each file takes, or why it could not be measured.
type Times = Vec<Result<f64, String>>;

/// A way to measure files: what it is called, and what it does.
struct Contender {
    name: &'static str,
    what: &'static str,
    measure: fn(&[PathBuf]) -> Result<Times, String>,
}

/// A contender, and what it took for each file.
type Measured = (&'static Contender, Times);

/// What all others are compared with comes first.
static CONTENDERS: [Contender; 6] = [
    Contender {
        name: "read",
        what: "gouji reads words and tables",
        measure: |files| {
            Ok(each(files, |path| {
                best(|| read(&input(path)?, &mut |_| {}).ok())
            }))
        },
    },
    Contender {
        name: "examine",
        what: "gouji reads, recognises, checks, explains",
        measure: |files| {
            Ok(each(files, |path| {
                best(|| examine(&input(path)?, &mut |_| {}).ok())
            }))
        },
    },
    Contender {
        name: "gouji check",
        what: "the same as a program, its start and its report as JSON included",
        measure: |files| {
            let program = env!("CARGO_BIN_EXE_gouji");
            Ok(each(files, |path| {
                run(program, &["check", "--format", "json"], path, &[])
            }))
        },
    },
    Contender {
        name: "pdftotext",
        what: "pdftotext -layout reads words, its start included",
        measure: |files| {
            let there = Command::new("pdftotext").arg("-v").output();
            there.map_err(|it| it.to_string())?;
            Ok(each(files, |path| {
                run("pdftotext", &["-layout"], path, &["-"])
            }))
        },
    },
    Contender {
        name: "pdf.js",
        what: "pdf.js in node reads words, without its start",
        measure: |files| script("node", "benches/beside/with_pdfjs.mjs", RUNS, files),
    },
    Contender {
        name: "pdfplumber",
        what: "pdfplumber reads words and tables, without its start",
        measure: |files| {
            script(
                "python3",
                "benches/beside/with_pdfplumber.py",
                FEW_RUNS,
                files,
            )
        },
    },
];

fn main() {
    let folder = env::temp_dir().join("gouji-beside");
    let files = match made_up(&folder) {
        Ok(file) => [file].into_iter().chain(published()).collect::<Vec<_>>(),
        Err(failure) => return eprintln!("{}: {failure}", folder.display()),
    };
    let measured: Vec<Measured> = CONTENDERS
        .iter()
        .filter_map(|it| times(it, &files))
        .collect();
    print_times(&files, &measured);
    print_ratios(&measured);
}

/// A made-up disclosure of some twenty pages as a file.
fn made_up(folder: &Path) -> std::io::Result<PathBuf> {
    let page = html(&disclosure(&Options::new(1, Richness::Everything)));
    let content = Content::Pasted {
        html: Some(page),
        text: String::new(),
    };
    let document = read(&Input::new("made up", content), &mut |_| {}).unwrap_or_default();
    let path = folder.join("made-up.pdf");
    fs::create_dir_all(folder)?;
    fs::write(&path, drawn::document(&document))?;
    Ok(path)
}

/// What was published as PDF, and as text for gouji alone.
fn published() -> Vec<PathBuf> {
    let entries = fs::read_dir(PUBLISHED).into_iter().flatten().flatten();
    let paths = entries.map(|it| it.path());
    let mut files: Vec<_> = paths
        .filter(|it| it.extension().is_some_and(|it| it == "pdf" || it == "txt"))
        .collect();
    files.sort();
    files
}

/// Measures with one contender, or says why that cannot be done.
fn times(contender: &'static Contender, files: &[PathBuf]) -> Option<Measured> {
    match (contender.measure)(files) {
        Ok(times) => {
            println!("{:>12}  {}", contender.name, contender.what);
            Some((contender, times))
        }
        Err(failure) => {
            println!("{:>12}  left out: {failure}", contender.name);
            None
        }
    }
}

fn input(path: &Path) -> Option<Input> {
    Some(Input::new("measured", Content::Bytes(fs::read(path).ok()?)))
}

fn each(files: &[PathBuf], measure: impl Fn(&Path) -> Result<f64, String>) -> Times {
    files.iter().map(|it| measure(it)).collect()
}

/// The milliseconds of the best of several runs; `None` is a failure.
fn best<Made>(work: impl Fn() -> Option<Made>) -> Result<f64, String> {
    let once = |_| {
        let begun = Instant::now();
        let made = work();
        let time = begun.elapsed().as_secs_f64() * 1000.0;
        made.map(|_| time).ok_or_else(|| "fails".to_owned())
    };
    (0..RUNS)
        .map(once)
        .try_fold(f64::INFINITY, |least, time| Ok(least.min(time?)))
}

/// Runs a program on a file; it has succeeded if it has written something.
fn run(program: &str, before: &[&str], path: &Path, behind: &[&str]) -> Result<f64, String> {
    best(|| {
        let mut command = Command::new(program);
        let command = command.args(before).arg(path).args(behind);
        let output = command.stderr(Stdio::null()).output().ok()?;
        (!output.stdout.is_empty()).then_some(())
    })
}

/// Has a script measure all files; it writes a line for each.
fn script(program: &str, script: &str, runs: usize, files: &[PathBuf]) -> Result<Times, String> {
    let mut command = Command::new(program);
    let command = command.arg(script).arg(runs.to_string()).args(files);
    let output = command.output().map_err(|it| format!("{program}: {it}"))?;
    let lines = String::from_utf8_lossy(&output.stdout);
    let time = |line: &str| line.parse().map_err(|_| line.to_owned());
    let times: Times = lines.lines().map(time).collect();
    match (times.len() == files.len(), times.first()) {
        // The first file is our own and sound: who cannot read it cannot be measured.
        (true, Some(Err(failure))) => Err(failure.clone()),
        (true, _) => Ok(times),
        (false, _) => Err(last_line(&output.stderr)),
    }
}

/// What a program says of why it failed.
fn last_line(said: &[u8]) -> String {
    let said = String::from_utf8_lossy(said);
    let mut lines = said.lines().filter(|it| it.contains("Error"));
    lines.next_back().unwrap_or("it says nothing").to_owned()
}

/// Milliseconds of each file.
fn print_times(files: &[PathBuf], measured: &[Measured]) {
    let names: String = measured.iter().map(|it| column(it.0.name)).collect();
    println!("\n{names}  milliseconds of each file");
    for (index, file) in files.iter().enumerate() {
        let time = |it: &Measured| match it.1.get(index) {
            Some(Ok(time)) => column(&format!("{time:.1}")),
            _ => column("–"),
        };
        let times: String = measured.iter().map(time).collect();
        let name = file.file_name().unwrap_or_default();
        println!("{times}  {}", name.display());
    }
}

/// How many times as long as the first all others take, over the files that both can read.
fn print_ratios(measured: &[Measured]) {
    let Some((_, firsts)) = measured.first() else {
        return;
    };
    let ratio = |(_, times): &Measured| {
        let pairs = firsts.iter().zip(times);
        let both = pairs.filter_map(|(first, time)| first.as_ref().ok().zip(time.as_ref().ok()));
        let (first, other) = both.fold((0.0, 0.0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
        column(&format!("× {:.1}", other / first))
    };
    let ratios: String = measured.iter().map(ratio).collect();
    println!("{ratios}  as long as gouji reads, all files");
}

fn column(text: &str) -> String {
    format!("{text:>13}")
}
