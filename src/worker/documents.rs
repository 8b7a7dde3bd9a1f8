//! The documents of two years, which the page puts beside each other.
use gouji::{
    Examination,
    previous::Previous,
    read::Input,
    together::{Gathering, Hears, Outcome, documents, only},
};

/// Examines everything that was handed in, each file by itself or all as one disclosure, and says what came of it
/// as soon as that is known. A document whose unit's document of the year before was handed in with it is put
/// beside that.
pub fn examine(
    inputs: Vec<Input>,
    together: bool,
    progress: &mut Hears<'_>,
    done: &mut dyn FnMut(&Outcome),
) -> Vec<Outcome> {
    let mut gathering = match together {
        true => Gathering::as_one(),
        false => Gathering::default(),
    };
    let mut outcomes: Vec<Outcome> = Vec::new();
    for input in inputs {
        let known = outcomes.len();
        outcomes.extend(gathering.take(input, progress));
        outcomes[known..].iter().for_each(&mut *done);
    }
    outcomes.extend(gathering.rest());
    for now in 0..outcomes.len() {
        let compared = outcomes.iter().find_map(|it| beside(&outcomes[now], it));
        if let Some(compared) = compared {
            outcomes[now] = Outcome::Examined(Box::new(compared));
        }
    }
    outcomes
}

/// A document beside that of the year before; `None` where the other is not plainly that.
fn beside(now: &Outcome, before: &Outcome) -> Option<Examination> {
    let (Outcome::Examined(now), Outcome::Examined(before)) = (now, before) else {
        return None;
    };
    let follows = now.budget.year? == before.budget.year? + 1;
    let compared = follows.then(|| (**now).clone().against(before))?;
    let is_sure = compared.previous.as_ref()?.caution.is_none();
    is_sure.then_some(compared)
}

/// Puts the document beside what the reader chose as last year's. Whether it is that may stay open:
/// then the comparison says so.
pub fn compare(now: &mut Examination, last: Input, progress: &mut Hears<'_>) {
    let name = last.name.clone();
    match only(documents([last], progress)) {
        Ok((last, others)) => {
            *now = now.clone().against(&last);
            if let Some(previous) = &mut now.previous {
                let others = others.into_iter().map(|it| it.message);
                previous.caution = previous
                    .caution
                    .take()
                    .into_iter()
                    .chain(others)
                    .reduce(|all, it| all + it);
            }
        }
        Err(failure) => {
            now.previous = Some(Previous {
                name,
                caution: Some(failure.message),
                ..Previous::default()
            });
        }
    }
}
