//! Accounts: what comes of several things told in one sentence.
use super::telling::{Reader, is_money, sum};
use crate::{
    budget::Budget,
    claim::{Certainty, Claim, Term},
    language::{
        lexicon::{ACCOUNTS, Account},
        told::{FigureId, Role, ToldFigure},
    },
};

/// Every account whose things a sentence tells, each once.
pub fn accounts(budget: &Budget) -> Vec<Claim> {
    let reader = Reader::new(budget);
    let last = reader.telling.figures().map(|it| it.1.place.sentence).max();
    let sentences = 0..last.map_or(0, |it| it + 1);
    let told = sentences.flat_map(|sentence| {
        let reader = &reader;
        ACCOUNTS
            .iter()
            .filter_map(move |it| told_in(reader, it, sentence))
    });
    told.collect()
}

fn told_in(reader: &Reader, account: &Account, sentence: usize) -> Option<Claim> {
    let of = |name: &&str| amount(reader, name, sentence);
    let result = of(&account.result)?;
    let more: Vec<FigureId> = account.more.iter().map(of).collect::<Option<_>>()?;
    let less: Vec<FigureId> = account.less.iter().map(of).collect::<Option<_>>()?;
    let added = more.iter().map(|it| Term::plus(reader.fact(*it)));
    let taken = less.iter().map(|it| Term {
        minus: true,
        fact: reader.fact(*it),
    });
    let tie = sum(reader.fact(result), added.chain(taken).collect());
    let among = reader.usual(more[0], 1);
    let figures: Vec<FigureId> = [vec![result], more, less].concat();
    // Where the sentence tells more, money may have been given back or moved.
    let told = reader
        .telling
        .figures()
        .filter(|(_, it)| it.place.sentence == sentence && it.role == Role::Amount && is_money(it));
    let certainty = if told.count() == figures.len() {
        Certainty::Said
    } else {
        among
    };
    let claim = Claim {
        certainty,
        ..Claim::said(tie)
    };
    Some(reader.claim(&figures, claim))
}

/// The only amount of a thing in a sentence, in the year of the document: of its own name, or of one that ends
/// so.
fn amount(reader: &Reader, subject: &str, sentence: usize) -> Option<FigureId> {
    let told = reader.telling.figures().filter(|(_, it)| {
        it.place.sentence == sentence && it.role == Role::Amount && it.year == reader.year
    });
    let name = |it: &ToldFigure| it.subject.clone().unwrap_or_default();
    let named: Vec<(FigureId, String)> = told
        .map(|(id, it)| (id, name(it)))
        .filter(|it| it.1.ends_with(subject))
        .collect();
    let own: Vec<&(FigureId, String)> = named.iter().filter(|it| it.1 == subject).collect();
    match (own.as_slice(), named.as_slice()) {
        ([only], _) => Some(only.0),
        ([], [only]) => Some(only.0),
        _ => None,
    }
}
