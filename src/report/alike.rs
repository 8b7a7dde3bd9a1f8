//! Findings that say the same of several places are one finding with its places: a template that
//! was left unfilled in thirty places has one fault.
use super::{Finding, findings::Found};
use crate::{claim::Severity, note::Message};
use std::collections::HashMap;

/// Puts findings that say the same together, each group where its first one stood.
pub fn joined(found: Vec<Found>) -> Vec<Found> {
    let mut joined: Vec<Found> = Vec::new();
    let mut places: HashMap<(String, Severity, String), usize> = HashMap::new();
    for it in found {
        let finding = &it.finding;
        let said = said(&finding.message.zh);
        let key = (finding.rule.clone(), finding.severity, said);
        match places.get(&key).filter(|_| may_be_joined(&it)) {
            Some(at) => joined[*at].take_in(it),
            None => {
                if may_be_joined(&it) {
                    places.insert(key, joined.len());
                }
                joined.push(it);
            }
        }
    }
    joined.iter_mut().for_each(Found::count);
    joined
}

/// Figures that contradict each other are told one by one: each has its own remedy.
fn may_be_joined(found: &Found) -> bool {
    let is_error = found.finding.severity == Severity::Error && !found.finding.figures.is_empty();
    found.pointers.suspects.is_empty() && found.finding.also.is_empty() && !is_error
}

impl Found {
    fn take_in(&mut self, other: Found) {
        self.pointers.figures.extend(&other.pointers.figures);
        self.pointers.alike.push(other.pointers);
        self.finding.alike.push(other.finding);
    }

    /// Says how many places there are.
    fn count(&mut self) {
        let count = self.finding.alike.len() + 1;
        if count > 1 {
            let message = std::mem::take(&mut self.finding.message);
            self.finding.message = message + counted(count);
        }
    }
}

fn counted(count: usize) -> Message {
    Message::new(
        format!("同样的共 {count} 处。"),
        format!(" {count} places are like this."),
    )
}

impl Finding {
    /// The finding on each place that it is about.
    pub fn each(&self) -> Vec<Finding> {
        let counted = counted(self.alike.len() + 1);
        let own = |said: &str, counted: &str| said.strip_suffix(counted).unwrap_or(said).to_owned();
        let first = Finding {
            message: Message::new(
                own(&self.message.zh, &counted.zh),
                own(&self.message.en, &counted.en),
            ),
            alike: Vec::new(),
            ..self.clone()
        };
        std::iter::once(first)
            .chain(self.alike.iter().cloned())
            .collect()
    }
}

/// What a sentence says, whatever it quotes and whatever figures it names.
fn said(sentence: &str) -> String {
    let mut said = String::new();
    let mut quoted = 0_usize;
    for sign in sentence.chars() {
        match sign {
            '“' => quoted += 1,
            '”' => quoted = quoted.saturating_sub(1),
            _ if quoted > 0 || sign.is_ascii_digit() || sign == '.' => {}
            _ => said.push(sign),
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_figures_make_no_difference() {
        let one = said("空位没有填写：“2026年XX收入”。");
        assert_eq!(one, said("空位没有填写：“XXX万元”。"));
        assert_ne!(one, said("标点重复：“。。”。"));
    }
}
