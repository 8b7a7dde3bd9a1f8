//! Why a figure was not checked: there is always a reason.
use crate::{
    Examination,
    budget::{FactId, statement::Statement},
    money::Unit,
    note::Message,
    recognize::narrative::FORM,
};

/// Why no rule ties a figure to another.
pub fn reason(examined: &Examination, id: FactId) -> Message {
    let budget = &examined.budget;
    let fact = budget.fact(id);
    if fact.name.form == FORM {
        return of_sentence(examined, id);
    }
    let known = budget
        .table(&fact.name.form)
        .is_some_and(|it| it.form.is_some());
    if known {
        Message::new(
            "没有规则把这个数与别的数联系起来",
            "No rule ties this figure to another",
        )
    } else {
        Message::new(
            "这张表不是已知的标准表，也看不出可靠的合计关系",
            "This table is no known form, and no reliable sums can be seen in it",
        )
    }
}

fn of_sentence(examined: &Examination, id: FactId) -> Message {
    let budget = &examined.budget;
    let Some(statement) = budget.statements.iter().find(|it| speaks_of(it, id)) else {
        return Message::new(
            "没有读懂这句话里的这个数说的是什么",
            "What this figure of the sentence stands for was not understood",
        );
    };
    match budget.fact(id).unit {
        Unit::Piece => Message::new(
            "这是面积、人数或件数，不是金额，文中没有别的数可以核对它",
            "An area or a number of people or things, no money: nothing else in the text tells it",
        ),
        Unit::Percent => Message::new(
            "文中没有可以重新计算这个比率的数",
            "The text has no figures to recompute this rate from",
        ),
        _ if statement.amount == Some(id) => Message::new(
            "全文只在这里说到这个金额，没有别处可以核对",
            "The document tells this amount here only: there is nothing to hold it against",
        ),
        _ => Message::new(
            "文中没有说明可以与它核对的上年数或增减数",
            "The text tells no figure of last year to hold it against",
        ),
    }
}

fn speaks_of(statement: &Statement, id: FactId) -> bool {
    let moved = [statement.change, statement.rate].into_iter().flatten();
    let plain = [
        statement.amount,
        statement.count,
        statement.share,
        statement.base,
        statement.completion,
    ];
    plain.contains(&Some(id)) || moved.into_iter().any(|it| it.fact == id)
}
