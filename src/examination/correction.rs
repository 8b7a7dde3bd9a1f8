//! What a document would be with the figures that a reader puts right. The file itself is never changed.
use super::{Examination, understand};
use crate::{
    budget::Spot,
    document::{Block, Paragraph},
    offset::ByteOffset,
    recognize::recognize,
};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A figure or a word put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The block it stands in.
    pub block: usize,
    /// The spot in the block.
    pub spot: Spot,
    /// What should stand there.
    pub text: String,
}

impl Examination {
    /// The same document examined anew with these corrections, each made in what the ones before it left.
    pub fn corrected(&self, corrections: &[Correction]) -> Self {
        let mut document = self.document.clone();
        for correction in corrections {
            if let Some(block) = document.blocks.get_mut(correction.block) {
                correction.make(block);
            }
        }
        let budget = recognize(&document);
        Examination {
            previous: self.previous.clone(),
            ..understand(self.source.clone(), document, budget)
        }
    }
}

impl Correction {
    fn make(&self, block: &mut Block) {
        match (block, self.spot) {
            (Block::Grid(grid), Spot::Cell { row, column }) => {
                let mut cells = grid.cells.iter_mut();
                if let Some(cell) = cells.find(|it| (it.row, it.column) == (row, column)) {
                    cell.text.clone_from(&self.text);
                }
            }
            (Block::Paragraph(paragraph), Spot::Span { start, end }) => {
                replace(paragraph, start..end, &self.text);
            }
            _ => {}
        }
    }
}

/// Puts other words into a paragraph; what stands behind them moves.
fn replace(paragraph: &mut Paragraph, range: Range<ByteOffset>, text: &str) {
    let bytes = range.start.0..range.end.0;
    if paragraph.text.get(bytes.clone()).is_none() {
        return;
    }
    paragraph.text.replace_range(bytes.clone(), text);
    for (from, _) in &mut paragraph.pieces {
        if from.0 >= bytes.end {
            *from = ByteOffset(from.0 - bytes.len() + text.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::Where,
        examine,
        read::{Content, Input},
    };

    fn examined(text: &str) -> Examination {
        let input = Input::new("表.txt", Content::Bytes(text.as_bytes().to_vec()));
        examine(&input, &mut |_| {}).expect("text is read")
    }

    const TABLE: &str = "支出总表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n\
        201\t一般公共服务支出\t9.00\t4.00\t5.00\n208\t社会保障和就业支出\t1.00\t1.00\t0.00\n\
        \t总计\t10.00\t5.00\t6.00\n";

    #[test]
    fn a_corrected_figure_mends_what_it_broke_and_the_document_stays() {
        let wrong = examined(TABLE);
        let broken = |it: &Examination| {
            let judged = it.checked.judged.iter();
            judged.filter(|it| it.verdict.is_broken()).count()
        };
        assert!(broken(&wrong) > 0);
        let slip = wrong.budget.facts.iter().find(|it| it.text == "6.00");
        let slip = &slip.expect("it is there").source;
        let correction = Correction {
            block: slip.block,
            spot: slip.spot,
            text: "5.00".to_owned(),
        };
        let right = wrong.corrected(&[correction]);
        assert_eq!(broken(&right), 0);
        assert!(broken(&wrong) > 0);
    }

    #[test]
    fn words_behind_a_correction_keep_their_places() {
        let start = "支出".len();
        let at = Where::Sheet {
            sheet: "表".to_owned(),
            cell: "A1".to_owned(),
        };
        let mut paragraph = Paragraph {
            text: "支出9.00万元".to_owned(),
            pieces: vec![(ByteOffset(0), at.clone()), (ByteOffset(start + 4), at)],
        };
        replace(
            &mut paragraph,
            ByteOffset(start)..ByteOffset(start + 4),
            "12.00",
        );
        assert_eq!(paragraph.text, "支出12.00万元");
        let starts: Vec<usize> = paragraph.pieces.iter().map(|it| it.0.0).collect();
        assert_eq!(starts, [0, start + 5]);
    }
}
