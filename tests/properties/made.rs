//! Disclosures that chance makes up, each with a slip that may be planted in it.
use gouji::money::decimals;
use gouji_generator::{
    Damage, Form, Options, Print, Richness, Rounding, damages, disclosure, figures,
    sentence_figures, text,
};
use proptest::{prelude::*, sample};

/// A made-up disclosure and a slip.
#[derive(Clone)]
pub struct Made {
    options: Options,
    /// The slip.
    pub damage: Damage,
}

impl Made {
    /// The text in which everything adds up.
    pub fn sound(&self) -> String {
        text(&disclosure(&self.options))
    }

    /// Whether the same could be printed in a smaller unit: printed figures are what they stand for, and
    /// the slip is not in the number of decimals, which is another in that unit.
    pub fn is_whole(&self) -> bool {
        let Options {
            rounding, print, ..
        } = self.options;
        rounding == Rounding::Exact
            && print == Print::TEN_THOUSAND
            && decimals(&self.damage.text) == decimals(&self.damage.figure.text)
    }

    /// The text with the slip in it.
    pub fn damaged(&self) -> String {
        self.damage.apply(&self.sound())
    }
}

impl std::fmt::Debug for Made {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Options {
            form,
            seed,
            richness,
            rounding,
            ..
        } = &self.options;
        write!(out, "{form:?} {seed} {richness:?} {rounding:?}: ")?;
        let (figure, slip) = (&self.damage.figure, self.damage.slip);
        let (line, column) = (figure.line, figure.column);
        write!(out, "{slip:?} {} → ", figure.text)?;
        write!(out, "{} at {line}:{column}", self.damage.text)
    }
}

/// Any form, richness and rounding, with any slip in a figure of a table or a sentence.
pub fn made() -> impl Strategy<Value = Made> {
    let form = sample::select(Form::ALL.as_slice());
    let richness = sample::select(Richness::ALL.as_slice());
    let chosen = (0_u64..100_000, form, richness, any::<bool>());
    let slip = (any::<sample::Index>(), any::<u64>());
    (chosen, slip).prop_map(|((seed, form, richness, rounded), (index, chance))| {
        let exact = Options::new(seed, richness).of(form);
        let options = if rounded { exact.rounded() } else { exact };
        let sound = text(&disclosure(&options));
        let mut all = figures(&sound);
        all.extend(sentence_figures(&sound));
        // Without decimals it may be a code, which is no figure to add up.
        all.retain(|it| it.text.contains('.'));
        let figure = all.swap_remove(index.index(all.len()));
        let slips = damages(&[figure], chance);
        let damage = slips[index.index(slips.len())].clone();
        Made { options, damage }
    })
}

/// What takes a slip back.
pub fn undone(damage: &Damage) -> Damage {
    let mut figure = damage.figure.clone();
    figure.end_column = figure.column + damage.text.chars().count() as u32;
    Damage {
        text: std::mem::replace(&mut figure.text, damage.text.clone()),
        figure,
        slip: damage.slip,
    }
}
