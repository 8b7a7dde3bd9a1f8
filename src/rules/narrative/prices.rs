//! What each of several costs, and what all of them cost.
use super::telling::Reader;
use crate::{
    budget::Budget,
    claim::{Claim, Rate, RateKind, Term, Tie},
    language::{
        line::Measure,
        told::{FigureId, Priced, Role},
    },
};

/// So many at a price each usually cost so much: 18台，每台0.45万元，共8.10万元.
pub fn prices(budget: &Budget) -> Vec<Claim> {
    let reader = Reader::new(budget);
    let prices = reader.telling.told.prices.iter();
    prices.filter_map(|it| priced(&reader, it)).collect()
}

/// Any count of the sentence may be the one that is meant, the nearest first.
fn priced(reader: &Reader, it: &Priced) -> Option<Claim> {
    let total = it.total.or_else(|| total_of(reader, it))?;
    let tie = |count: FigureId| {
        Tie::Quotient(Rate {
            printed: reader.fact(count),
            part: vec![Term::plus(reader.fact(total))],
            whole: vec![Term::plus(reader.fact(it.price))],
            kind: RateKind::Multiple,
            strict: false,
        })
    };
    let sentence = reader.figure(it.price).place.sentence;
    let counts = reader.telling.figures().filter(|(id, other)| {
        let counts = matches!(other.measure(), Measure::Count(_));
        other.place.sentence == sentence && counts && *id != it.count
    });
    // 每村5人，每人3万元: one price of another.
    let mut others = reader.telling.figures().filter(|(id, other)| {
        other.place.sentence == sentence && other.role == Role::Price && *id != it.price
    });
    if others.next().is_some_and(|it| it.1.depth == 0) {
        return None;
    }
    let mut readings = vec![tie(it.count)];
    readings.extend(counts.map(|(id, _)| tie(id)));
    let claim = Claim {
        readings,
        certainty: reader.usual(total, 1),
        doubt: None,
    };
    Some(reader.claim(&[it.count, it.price, total], claim))
}

/// What all cost, told before: 公务用车运行费36.96万元。公务用车14辆，车均运行费2.64万元。
fn total_of(reader: &Reader, priced: &Priced) -> Option<FigureId> {
    let price = reader.figure(priced.price);
    let told = reader.telling.figures().filter(|(id, it)| {
        let before = it.place.section == price.place.section && *id < priced.price;
        let same = price.subject.is_none() || it.subject == price.subject;
        let own = it.role == Role::Amount && !it.is_base && it.year == reader.year;
        own && before && same && reader.alike(*id, priced.price)
    });
    told.last().map(|it| it.0)
}
