//! Slips in words: 增加 for 减少, another year.
use super::{Damage, Figure, Slip};

/// Words of change and what is written for them by mistake.
const OPPOSITES: [(&str, &str); 9] = [
    ("增加", "减少"),
    ("减少", "增加"),
    ("增长", "下降"),
    ("下降", "增长"),
    ("上升", "下降"),
    ("提高", "降低"),
    ("降低", "提高"),
    ("持平", "增加"),
    ("无变化", "增加"),
];

/// Every word of the sentences of a text that says how money changed, turned round. What stands
/// before 0 may be called either, and what other things did (人员增加) is nobody's to check.
pub fn directions(text: &str) -> Vec<Damage> {
    let mut damages = Vec::new();
    for (line, number) in sentences(text) {
        for (word, opposite) in OPPOSITES {
            let said = line
                .match_indices(word)
                .filter(|(at, _)| tells(line, *at, word));
            damages.extend(said.map(|(at, _)| damage(line, number, at, word, opposite)));
        }
    }
    damages
}

fn sentences(text: &str) -> impl Iterator<Item = (&str, u32)> {
    let lines = text.lines().zip(1..);
    lines.filter(|(line, _)| !line.contains('\t'))
}

fn tells(line: &str, at: usize, word: &str) -> bool {
    let behind = line[at + word.len()..].trim_start();
    let figure: String = behind
        .chars()
        .take_while(|it| it.is_ascii_digit() || *it == '.')
        .collect();
    if !figure.is_empty() {
        return figure.contains(|it| ('1'..='9').contains(&it));
    }
    let clause = line[..at]
        .rsplit(['，', '。', '；', '：'])
        .next()
        .unwrap_or("");
    let ends = behind.is_empty() || behind.starts_with(['，', '。', '；']);
    let compared = clause.contains("上年") && !clause.contains("原因");
    let concludes = ["因此", "与", "同", "比", "较"]
        .iter()
        .any(|it| clause.starts_with(it));
    ends && compared && concludes
}

fn damage(line: &str, number: u32, at: usize, word: &str, other: &str) -> Damage {
    let column = line[..at].chars().count() as u32 + 1;
    Damage {
        figure: Figure {
            line: number,
            column,
            end_column: column + word.chars().count() as u32,
            text: word.to_owned(),
        },
        slip: if word.starts_with("20") {
            Slip::OtherYear
        } else {
            Slip::Reversed
        },
        text: other.to_owned(),
    }
}

/// Every year that the sentences and headings of a text name, one less in turn with one more.
pub fn years(text: &str) -> Vec<Damage> {
    let mut damages = Vec::new();
    for (line, number) in sentences(text) {
        for (at, _) in line.match_indices("20") {
            let named = line
                .get(at..at + 4)
                .and_then(|it| Some((it, it.parse::<u16>().ok()?)));
            let behind = line.get(at + 4..).unwrap_or_default().trim_start();
            if let Some((word, year)) = named.filter(|_| behind.starts_with('年')) {
                let other = if damages.len() % 2 == 0 {
                    year - 1
                } else {
                    year + 1
                };
                damages.push(damage(line, number, at, word, &other.to_string()));
            }
        }
    }
    damages
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(damages: Vec<Damage>) -> Vec<(String, String)> {
        let told = damages.into_iter();
        told.map(|it| (it.figure.text, it.text)).collect()
    }

    #[test]
    fn words_of_money_are_turned_and_words_of_reasons_are_not() {
        let text = "预算增加 5.00 万元，增长0.00%，主要原因是人员增加，因此预算较上年减少。\n";
        assert_eq!(
            told(directions(text)),
            [("增加", "减少"), ("减少", "增加")].map(owned)
        );
        let text = "预算减少 5.00 万元，因此预算安排较上年减少。\n与上年预算持平。\n";
        let expected = [("减少", "增加"), ("减少", "增加"), ("持平", "增加")];
        assert_eq!(told(directions(text)), expected.map(owned));
    }

    #[test]
    fn years_become_others() {
        let text = "2026 年预算比2025年预算增加2025.10万元。\n2026\t年\n";
        assert_eq!(
            told(years(text)),
            [("2026", "2025"), ("2025", "2026")].map(owned)
        );
    }

    fn owned((one, two): (&str, &str)) -> (String, String) {
        (one.to_owned(), two.to_owned())
    }
}
