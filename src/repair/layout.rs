//! Where figures stand to each other: the table of each, its row, its neighbours.
use crate::budget::{Budget, FactId, Panel};

/// The place of a figure in its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// Index of the table.
    pub table: u32,
    /// Index of the panel.
    pub panel: u32,
    /// Row of the panel.
    pub row: u32,
    /// Amount column of the panel.
    pub column: u32,
}

/// The place of every figure that stands in a table.
#[derive(Debug)]
pub struct Layout {
    places: Vec<Option<Place>>,
}

impl Layout {
    /// Walks through the panels once.
    pub fn of(budget: &Budget) -> Self {
        let mut places = vec![None; budget.facts.len()];
        for (table, it) in budget.tables.iter().enumerate() {
            for (panel, it) in it.panels.iter().enumerate() {
                note_places(&mut places, table, panel, it);
            }
        }
        Layout { places }
    }

    /// Where the figure stands; `None` for one of the narrative.
    pub fn place(&self, fact: u32) -> Option<Place> {
        *self.places.get(fact as usize)?
    }

    /// Whether all of them stand in one table.
    pub fn in_one_table(&self, mut facts: impl Iterator<Item = u32>) -> bool {
        let Some(first) = facts.next().and_then(|it| self.place(it)) else {
            return false;
        };
        facts.all(|it| {
            self.place(it)
                .is_some_and(|place| place.table == first.table)
        })
    }
}

fn note_places(places: &mut [Option<Place>], table: usize, panel: usize, it: &Panel) {
    let width = it.columns.len().max(1);
    for (index, cell) in it.cells.iter().enumerate() {
        let Some(place) = cell.and_then(|FactId(fact)| places.get_mut(fact)) else {
            continue;
        };
        *place = Some(Place {
            table: table as u32,
            panel: panel as u32,
            row: (index / width) as u32,
            column: (index % width) as u32,
        });
    }
}

/// The panel of a place.
pub fn panel(budget: &Budget, place: Place) -> &Panel {
    &budget.tables[place.table as usize].panels[place.panel as usize]
}

/// The figures of one row of a panel.
pub fn row(budget: &Budget, place: Place) -> impl Iterator<Item = u32> + '_ {
    let panel = panel(budget, place);
    (0..panel.columns.len())
        .filter_map(move |column| panel.fact(place.row as usize, column))
        .map(|FactId(fact)| fact as u32)
}

/// What the eye may slip to: the rest of the row, and the cells above and below.
pub fn neighbours(budget: &Budget, place: Place) -> impl Iterator<Item = u32> + '_ {
    let panel = panel(budget, place);
    let (at, column) = (place.row as usize, place.column as usize);
    let own = panel.fact(at, column);
    let above = at.checked_sub(1).and_then(|it| panel.fact(it, column));
    let below = panel.fact(at + 1, column);
    row(budget, place)
        .filter(move |it| own != Some(FactId(*it as usize)))
        .chain(above.into_iter().chain(below).map(|it| it.0 as u32))
}
