//! The two samples that the page offers: a sound disclosure, and the same with errors planted.
use super::{Damage, Figure, Layout, Options, Richness, Slip, disclosure, figures, text};

/// A unit of 2026 with a project of every kind, transfers, a new car and a trip abroad.
const SEED: u64 = 192;

/// A sound disclosure in which every table has content.
pub fn sound() -> String {
    let layout = Layout {
        rows_on_page: Some(20),
        spaced: false,
        ..Layout::PASTED
    };
    text(&disclosure(&Options {
        layout,
        ..Options::new(SEED, Richness::Everything)
    }))
}

/// An error in the tables: in the rows that begin like this, the figure of this number, counted
/// from 0, or every one of them.
struct Plant {
    table: &'static str,
    row: &'static str,
    figure: Option<usize>,
    slip: Slip,
}

/// A leaf with two digits exchanged, a wrong total, and a table that agrees with itself and with no
/// other.
const PLANTS: [Plant; 3] = [
    Plant {
        table: "表 3",
        row: "201\t03\t50\t",
        figure: Some(1),
        slip: Slip::Exchanged,
    },
    Plant {
        table: "表 6",
        row: "\t\t总计\t",
        figure: Some(2),
        slip: Slip::Replaced,
    },
    Plant {
        table: "表 9",
        row: "",
        figure: None,
        slip: Slip::Replaced,
    },
];

/// The sentence that states another amount than the tables.
const SENTENCE: &str = "机关事业单位基本养老保险缴费支出（项）：";

/// The sound sample with three errors in its tables and one in its narrative.
pub fn planted() -> String {
    let sound = sound();
    let mut damages: Vec<Damage> = PLANTS
        .iter()
        .flat_map(|plant| planted_in(&sound, plant))
        .collect();
    damages.extend(sentence_figure(&sound).map(|figure| slipped(figure, Slip::Replaced)));
    // From the right to the left, so that a longer figure does not push the next one aside.
    damages.sort_by_key(|damage| std::cmp::Reverse((damage.figure.line, damage.figure.column)));
    damages
        .iter()
        .fold(sound, |text, damage| damage.apply(&text))
}

fn planted_in(text: &str, plant: &Plant) -> Vec<Damage> {
    let lines: Vec<&str> = text.lines().collect();
    let begins = lines
        .iter()
        .position(|line| *line == plant.table)
        .unwrap_or(lines.len());
    let after = &lines[(begins + 1).min(lines.len())..];
    let ends = begins
        + 1
        + after
            .iter()
            .position(|line| line.starts_with("表 "))
            .unwrap_or(after.len());
    let in_rows = |figure: &Figure| {
        let line = figure.line as usize - 1;
        (begins..ends).contains(&line) && lines[line].starts_with(plant.row)
    };
    let found: Vec<Figure> = figures(text).into_iter().filter(in_rows).collect();
    let chosen = match plant.figure {
        Some(index) => found.into_iter().skip(index).take(1).collect(),
        None => found,
    };
    chosen
        .into_iter()
        .map(|figure| slipped(figure, plant.slip))
        .collect()
}

/// The same slip for the same figure, and one that is large enough to see.
fn slipped(figure: Figure, slip: Slip) -> Damage {
    let made = slip.of(&figure.text);
    let text = made.get(made.len() * 3 / 4).cloned().unwrap_or_default();
    Damage { figure, slip, text }
}

/// The first amount behind the sentence's subject.
fn sentence_figure(text: &str) -> Option<Figure> {
    let (words, line) = text
        .lines()
        .zip(1..)
        .find(|(it, _)| it.contains(SENTENCE))?;
    let subject_ends = words.find(SENTENCE)? + SENTENCE.len();
    let amount_ends = subject_ends + words[subject_ends..].find("万元")?;
    let before = words[..amount_ends].trim_end_matches(|it: char| it.is_ascii_digit() || it == '.');
    let column = before.chars().count() as u32 + 1;
    let figure = words[before.len()..amount_ends].to_string();
    Some(Figure {
        line,
        column,
        end_column: column + figure.len() as u32,
        text: figure,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_samples_are_what_the_generator_makes() {
        let again = "run `cargo run --example samples`";
        assert!(
            include_str!("../../../static/samples/sound.txt") == sound(),
            "{again}"
        );
        assert!(
            include_str!("../../../static/samples/planted.txt") == planted(),
            "{again}"
        );
    }

    #[test]
    fn four_errors_are_planted() {
        let (sound, planted) = (sound(), planted());
        let pairs = sound.lines().zip(planted.lines());
        let changed: Vec<_> = pairs.filter(|(one, other)| one != other).collect();
        assert_eq!(sound.lines().count(), planted.lines().count());
        // One row, one total, the four rows of the table that agrees with itself, one sentence.
        assert_eq!(changed.len(), 1 + 1 + 4 + 1, "{changed:?}");
    }
}
