//! The catalogue of rules as the page shows it.

use gouji::{
    note::Message,
    rules::{self, Text},
};
use serde::Serialize;

/// A rule, as its page shows it.
#[derive(Serialize)]
struct RuleEntry {
    id: &'static str,
    title: Message,
    kind: Message,
    basis: Message,
    why: Message,
    remedy: Message,
    holds: &'static [&'static str],
    fails: &'static [&'static str],
}

/// Every rule, as JSON.
pub fn json() -> String {
    let entry = |rule: &'static rules::Rule| RuleEntry {
        id: rule.id,
        title: message(rule.title),
        kind: message(rule.kind.title()),
        basis: message(rule.basis),
        why: message(rule.why),
        remedy: message(rule.remedy),
        holds: rule.holds,
        fails: rule.fails,
    };
    let entries: Vec<RuleEntry> = rules::catalogue().map(entry).collect();
    // The entries hold nothing but text, which JSON can always say.
    serde_json::to_string(&entries).unwrap_or_default()
}

fn message(words: Text) -> Message {
    Message::new(words.zh, words.en)
}
