//! Plants every kind of slip in every figure, one at a time, and counts what the whole pipeline
//! finds: `cargo run --release --example measure [EVERY] [FILE]…`
//!
//! Without a file, made-up budgets are measured, exact and rounded, of each richness; `central` or
//! another form instead of a file measures that form. EVERY thins the slips out: 10 plants one in ten.
use gouji::{
    document::Where,
    examine,
    money::{Printed, read_figure},
    read::{Content, Input},
    report::{Finding, Report, Suspect, report},
    self_test::{Fate, Known, Tally},
};
use gouji_generator::{
    Damage, Form, Options, Richness, Slip, damages, directions, disclosure, figures,
    sentence_figures, text, years,
};
use std::{collections::BTreeSet, env, fs};

fn main() {
    let mut arguments: Vec<String> = env::args().skip(1).collect();
    let every = arguments.first().and_then(|it| it.parse().ok());
    if every.is_some() {
        arguments.remove(0);
    }
    let asked = |form: &Form| {
        let name = format!("{form:?}");
        arguments
            .first()
            .is_some_and(|it| name.eq_ignore_ascii_case(it))
    };
    let documents = match Form::ALL.into_iter().find(asked) {
        Some(form) => made_up(form),
        None if arguments.is_empty() => made_up(Form::Xinjiang),
        None => arguments.iter().filter_map(from_file).collect(),
    };
    let mut sums = PLACES.map(|_| KINDS.map(|_| Tally::default()));
    for (name, text) in &documents {
        let (known, untied) = tell_before(name, text);
        for ((what, planted), sums) in PLACES.iter().zip(&mut sums) {
            let mut damages = planted(text, &untied);
            thin_out(&mut damages, every.unwrap_or(1));
            let counts = measure(text, &damages, &known);
            print(what, &counts);
            sums.iter_mut()
                .zip(&counts)
                .for_each(|(sum, count)| sum.add_up(count));
            if *what == "tables" || *what == "sentences" {
                print_several(text, &damages, &known);
            }
        }
    }
    println!("\nall documents");
    PLACES
        .iter()
        .zip(&sums)
        .for_each(|((what, _), sums)| print(what, sums));
}

/// Figures that no rule ties to another, by the line and column that they begin at.
type Untied = BTreeSet<(u32, u32)>;
/// Where slips are planted.
type Planted = (&'static str, fn(&str, &Untied) -> Vec<Damage>);

const PLACES: [Planted; 5] = [
    ("tables", |text, _| damages(&figures(text), 1)),
    ("sentences", |text, untied| {
        in_sentences(text, untied, false)
    }),
    // Nothing else in the document says the same: a slip in them changes one truth to another.
    ("told once", |text, untied| in_sentences(text, untied, true)),
    ("directions", |text, _| directions(text)),
    ("years", |text, _| years(text)),
];

fn in_sentences(text: &str, untied: &Untied, alone: bool) -> Vec<Damage> {
    let mut figures = sentence_figures(text);
    figures.retain(|it| untied.contains(&(it.line, it.column)) == alone);
    damages(&figures, 1)
}

/// Every kind of slip that is counted.
const KINDS: [Slip; 7] = [
    Slip::Exchanged,
    Slip::Replaced,
    Slip::Dropped,
    Slip::Added,
    Slip::PointMoved,
    Slip::Reversed,
    Slip::OtherYear,
];

/// Keeps one slip in so many; one kind after the other comes first in turn.
fn thin_out(damages: &mut Vec<Damage>, every: usize) {
    let kinds = Slip::OF_FIGURES.len();
    let mut index = 0;
    damages.retain(|_| {
        index += 1;
        (index / kinds + index % kinds).is_multiple_of(every)
    });
}

/// Made-up budgets with what they are.
fn made_up(form: Form) -> Vec<(String, String)> {
    let kinds = Richness::ALL.into_iter().flat_map(|richness| {
        let options = Options::new(7, richness).of(form);
        [options, options.rounded()]
    });
    let made = |options: Options| {
        let name = format!("{:?}, {:?}", options.richness, options.rounding);
        (name, text(&disclosure(&options)))
    };
    kinds.map(made).collect()
}

fn from_file(path: &String) -> Option<(String, String)> {
    match fs::read_to_string(path) {
        Ok(text) => Some((path.clone(), text)),
        Err(failure) => {
            eprintln!("{path}: {failure}");
            None
        }
    }
}

/// Prints how slips of one kind fared.
fn print_tally(slip: Slip, tally: &Tally) {
    let slip = format!("{slip:?}");
    let parts = [
        tally.detected,
        tally.noticed,
        tally.single,
        tally.first,
        tally.right,
    ];
    let parts = parts.map(|count| format!("{:>6}", tally.share(count)));
    println!("{slip:<11} {:>7}  {}", tally.planted, parts.join("  "));
}

/// How a slip fared by the findings that are new.
fn fate(damage: &Damage, new: &[Finding]) -> Fate {
    let is_first = |it: &Finding| it.suspects.first().is_some_and(|it| is_there(damage, it));
    Fate::of(new.iter().map(|it| (it, is_first(it))), |suspect| {
        suspect
            .suggested
            .as_deref()
            .is_some_and(|it| says(it, damage))
    })
}

/// Whether a suspect stands where the damaged figure or word does.
fn is_there(damage: &Damage, suspect: &Suspect) -> bool {
    let begins = damage.figure.column;
    let ends = begins + damage.text.chars().count() as u32;
    match &suspect.at {
        Some(Where::Text {
            line,
            column,
            end_column,
        }) => *line == damage.figure.line && column.0 < ends && begins < end_column.0,
        _ => false,
    }
}

/// Whether a suggestion is what stood there before; a year may carry its 年.
fn says(suggested: &str, damage: &Damage) -> bool {
    let before = &damage.figure.text;
    match read_figure(before) {
        Printed::Figure(_) if damage.slip != Slip::OtherYear => {
            read_figure(suggested) == read_figure(before)
        }
        _ => suggested.trim_end_matches('年') == before,
    }
}

/// Tells what is found before any slip is planted: nothing, in a sound document.
fn tell_before(name: &str, text: &str) -> (Known, Untied) {
    let before = examined(text);
    println!("\n{name}: {} findings before", before.findings.len());
    for finding in before.findings.iter().take(9) {
        let (severity, message) = (&finding.severity, &finding.message.zh);
        println!("  {} {}: {message}", severity.word(), finding.rule);
    }
    let begins = |it: &gouji::report::Unchecked| match it.at {
        Some(Where::Text { line, column, .. }) => Some((line, column.0)),
        _ => None,
    };
    let untied = before.unchecked.iter().filter_map(begins).collect();
    (before.findings.iter().collect(), untied)
}

/// Plants each slip in turn and counts how it fares.
fn measure(text: &str, damages: &[Damage], known: &Known) -> [Tally; 7] {
    let mut tallies = KINDS.map(|_| Tally::default());
    for damage in damages {
        let mut new = examined(&damage.apply(text)).findings;
        new.retain(|finding| !known.holds(finding));
        let of_kind = KINDS.iter().position(|it| *it == damage.slip);
        if let Some(of_kind) = of_kind {
            tallies[of_kind].add(fate(damage, &new));
        }
        tell_missed(text, damage, &new);
    }
    tallies
}

fn print(what: &str, tallies: &[Tally]) {
    println!("{what:<11} planted  detected noticed   single   first   right value");
    for (slip, tally) in KINDS.iter().zip(tallies).filter(|it| it.1.planted > 0) {
        print_tally(*slip, tally);
    }
}

/// Plants two and then three slips at once, in different lines, and prints how often the findings
/// name every one of them first, with what stood there before.
fn print_several(text: &str, damages: &[Damage], known: &Known) {
    for several in [2, 3] {
        let apart = damages.len() / several;
        let sets = (0..apart).map(|at| {
            let set = (0..several).map(|nth| &damages[at + nth * apart]);
            set.collect::<Vec<_>>()
        });
        let lines = |set: &[&Damage]| set.iter().map(|it| it.figure.line).collect::<BTreeSet<_>>();
        let sets: Vec<_> = sets.filter(|set| lines(set).len() == several).collect();
        let all_right = |set: &&Vec<&Damage>| {
            let damaged = set
                .iter()
                .fold(text.to_string(), |text, it| it.apply(&text));
            let mut new = examined(&damaged).findings;
            new.retain(|finding| !known.holds(finding));
            set.iter().all(|damage| is_named(damage, &new))
        };
        let (planted, right) = (sets.len(), sets.iter().filter(all_right).count());
        println!("{several} at once: {planted} planted, all named and mended in {right}");
    }
}

/// Whether a finding suspects the damaged figure first, and suggests what stood there.
fn is_named(damage: &Damage, findings: &[Finding]) -> bool {
    let suspects = findings.iter().filter_map(|it| it.suspects.first());
    let mut suspects = suspects.filter(|it| is_there(damage, it));
    suspects.any(|it| it.suggested.as_deref().is_some_and(|it| says(it, damage)))
}

/// With `MISSED` set, every slip whose figure is not the first suspect.
fn tell_missed(text: &str, damage: &Damage, new: &[Finding]) {
    let suspects = new.iter().filter_map(|finding| finding.suspects.first());
    let mut suspects = suspects.filter(|it| is_there(damage, it));
    if env::var_os("MISSED").is_none() || suspects.next().is_some() {
        return;
    }
    let line = text.lines().nth(damage.figure.line as usize - 1);
    let line = line.unwrap_or_default().replace('\t', "|");
    let (slip, before, after) = (damage.slip, &damage.figure.text, &damage.text);
    println!(
        "  {slip:?} {before} → {after} at {}: {line}",
        damage.figure.column
    );
    for finding in new {
        let suspects = finding.suspects.iter().take(3);
        let suspects = suspects.map(|it| format!("{} {}→{:?}", it.place, it.text, it.suggested));
        let suspects: Vec<_> = suspects.collect();
        println!("    {} {:?}", finding.rule, suspects);
    }
}

fn examined(text: &str) -> Report {
    let input = Input::new("measured.txt", Content::Bytes(text.as_bytes().to_vec()));
    match examine(&input, &mut |_| {}) {
        Ok(examination) => report(&examination),
        Err(failure) => panic!("a text is always read: {failure:?}"),
    }
}
