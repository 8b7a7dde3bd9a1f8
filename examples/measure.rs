//! Plants every kind of slip in every figure, one at a time, and counts what the whole pipeline
//! finds: `cargo run --release --example measure [EVERY] [FILE]…`
//!
//! Without a file, made-up budgets are measured, exact and rounded, of each richness. EVERY thins
//! the slips out: 10 plants one in ten.
use gouji::{
    document::Where,
    examine,
    generator::{
        Damage, Figure, Options, Richness, Slip, damages, disclosure, figures, sentence_figures,
        text,
    },
    money::read_figure,
    read::{Content, Input},
    report::{Finding, Report, report},
};
use std::{collections::BTreeSet, env, fs};

fn main() {
    let mut arguments: Vec<String> = env::args().skip(1).collect();
    let every = arguments.first().and_then(|it| it.parse().ok());
    if every.is_some() {
        arguments.remove(0);
    }
    let documents = if arguments.is_empty() {
        made_up()
    } else {
        arguments.iter().filter_map(from_file).collect()
    };
    let mut sums = PLACES.map(|_| Slip::ALL.map(Count::new));
    for (name, text) in &documents {
        let known = tell_before(name, text);
        for ((what, figures), sums) in PLACES.iter().zip(&mut sums) {
            let mut damages = damages(&figures(text), 1);
            thin_out(&mut damages, every.unwrap_or(1));
            let counts = measure(text, &damages, &known);
            print(what, &counts);
            sums.iter_mut()
                .zip(&counts)
                .for_each(|(sum, count)| sum.add_up(count));
            print_several(text, &damages, &known);
        }
    }
    println!("\nall documents");
    PLACES
        .iter()
        .zip(&sums)
        .for_each(|((what, _), sums)| print(what, sums));
}

/// Where slips are planted.
type Planted = (&'static str, fn(&str) -> Vec<Figure>);

const PLACES: [Planted; 2] = [("tables", figures), ("sentences", sentence_figures)];

/// Keeps one slip in so many; one kind after the other comes first in turn.
fn thin_out(damages: &mut Vec<Damage>, every: usize) {
    let kinds = Slip::ALL.len();
    let mut index = 0;
    damages.retain(|_| {
        index += 1;
        (index / kinds + index % kinds).is_multiple_of(every)
    });
}

/// Made-up budgets with what they are.
fn made_up() -> Vec<(String, String)> {
    let kinds = Richness::ALL.into_iter().flat_map(|richness| {
        let options = Options::new(7, richness);
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

/// How slips of one kind fared.
#[derive(Clone)]
struct Count {
    slip: Slip,
    planted: usize,
    /// An error or a warning more than before.
    detected: usize,
    /// No more than a notice.
    noticed: usize,
    /// The damaged figure is the first suspect of a new finding.
    first: usize,
    /// And what stood there before is suggested.
    right: usize,
    /// One slip, one finding.
    single: usize,
}

impl Count {
    fn new(slip: Slip) -> Self {
        Count {
            slip,
            planted: 0,
            detected: 0,
            noticed: 0,
            first: 0,
            right: 0,
            single: 0,
        }
    }

    fn add(&mut self, damage: &Damage, new: &[Finding]) {
        let is_serious = |finding: &&Finding| finding.severity != "notice";
        let serious: Vec<&Finding> = new.iter().filter(is_serious).collect();
        let named = new.iter().filter_map(|finding| finding.suspects.first());
        let mut named = named.filter(|suspect| suspect.at == Some(place(damage)));
        let suspect = named.next();
        let suggested = suspect.and_then(|suspect| suspect.suggested.as_deref());
        let before = read_figure(&damage.figure.text);
        self.planted += 1;
        self.detected += usize::from(!serious.is_empty());
        self.noticed += usize::from(serious.is_empty() && !new.is_empty());
        self.single += usize::from(serious.len() == 1);
        self.first += usize::from(suspect.is_some());
        self.right += usize::from(suggested.is_some_and(|it| read_figure(it) == before));
    }

    fn add_up(&mut self, other: &Count) {
        self.planted += other.planted;
        self.detected += other.detected;
        self.noticed += other.noticed;
        self.first += other.first;
        self.right += other.right;
        self.single += other.single;
    }

    fn print(&self) {
        let Count { slip, planted, .. } = self;
        let slip = format!("{slip:?}");
        let share = |count: usize| (count * 1000).checked_div(*planted).unwrap_or(0);
        let parts = [
            self.detected,
            self.noticed,
            self.single,
            self.first,
            self.right,
        ];
        let parts = parts.map(|count| format!("{:>3}.{}%", share(count) / 10, share(count) % 10));
        println!("{slip:<11} {planted:>7}  {}", parts.join("  "));
    }
}

/// Where the damaged figure stands afterwards.
fn place(damage: &Damage) -> Where {
    Where::Text {
        line: damage.figure.line,
        column: damage.figure.column,
        end_column: damage.figure.column + damage.text.chars().count() as u32,
    }
}

/// Tells what is found before any slip is planted: nothing, in a sound document.
fn tell_before(name: &str, text: &str) -> BTreeSet<String> {
    let before = examined(text);
    println!("\n{name}: {} findings before", before.findings.len());
    for finding in before.findings.iter().take(9) {
        let (severity, message) = (&finding.severity, &finding.message.zh);
        println!("  {severity} {}: {message}", finding.rule);
    }
    before.findings.iter().map(identity).collect()
}

/// Plants each slip in turn and counts how it fares.
fn measure(text: &str, damages: &[Damage], known: &BTreeSet<String>) -> [Count; 5] {
    let mut counts = Slip::ALL.map(Count::new);
    for damage in damages {
        let mut new = examined(&damage.apply(text)).findings;
        new.retain(|finding| !known.contains(&identity(finding)));
        let of_kind = counts.iter_mut().filter(|it| it.slip == damage.slip);
        of_kind.for_each(|count| count.add(damage, &new));
        tell_missed(text, damage, &new);
    }
    counts
}

fn print(what: &str, counts: &[Count]) {
    println!("{what:<11} planted  detected noticed   single   first   right value");
    counts.iter().for_each(Count::print);
}

/// Plants two and then three slips at once, in different lines, and prints how often the findings
/// name every one of them first, with what stood there before.
fn print_several(text: &str, damages: &[Damage], known: &BTreeSet<String>) {
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
            new.retain(|finding| !known.contains(&identity(finding)));
            set.iter().all(|damage| is_named(damage, &new))
        };
        let (planted, right) = (sets.len(), sets.iter().filter(all_right).count());
        println!("{several} at once: {planted} planted, all named and mended in {right}");
    }
}

/// Whether a finding suspects the damaged figure first, and suggests what stood there.
fn is_named(damage: &Damage, findings: &[Finding]) -> bool {
    let before = read_figure(&damage.figure.text);
    let suspects = findings.iter().filter_map(|it| it.suspects.first());
    let mut suspects = suspects.filter(|it| it.at == Some(place(damage)));
    suspects.any(|it| it.suggested.as_deref().map(read_figure) == Some(before))
}

/// With `MISSED` set, every slip whose figure is not the first suspect.
fn tell_missed(text: &str, damage: &Damage, new: &[Finding]) {
    let suspects = new.iter().filter_map(|finding| finding.suspects.first());
    let mut suspects = suspects.map(|suspect| &suspect.at);
    if env::var_os("MISSED").is_none() || suspects.any(|at| *at == Some(place(damage))) {
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

/// What tells one finding from another.
fn identity(finding: &Finding) -> String {
    format!("{} {}", finding.rule, finding.message.zh)
}

fn examined(text: &str) -> Report {
    let input = Input::new("measured.txt", Content::Bytes(text.as_bytes().to_vec()));
    match examine(&input, &mut |_| {}) {
        Ok(examination) => report(&examination),
        Err(failure) => panic!("a text is always read: {failure:?}"),
    }
}
