//! What a made-up disclosure consists of: paragraphs, and tables with merged cells.
use super::plan::Layout;

/// A disclosure, ready to be written down.
#[derive(Debug, Clone)]
pub struct Disclosure {
    /// Paragraphs and tables, in order.
    pub pieces: Vec<Piece>,
    /// What a paste does to the text.
    pub layout: Layout,
    /// Fixes where the paste does it.
    pub seed: u64,
}

/// A paragraph or a table.
#[derive(Debug, Clone)]
pub enum Piece {
    /// A heading, a title or running text.
    Paragraph(String),
    /// A table.
    Table(Sheet),
}

/// A table with merged cells.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// Number of columns.
    pub columns: usize,
    /// How many of the rows are headings.
    pub head: usize,
    /// The rows; a merged cell stands once, where it begins.
    pub rows: Vec<Vec<Cell>>,
    /// After how many characters a name is wrapped where columns are narrow.
    pub narrow: Option<usize>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What is printed in it.
    pub text: String,
    /// Rows that it covers.
    pub row_span: usize,
    /// Columns that it covers.
    pub column_span: usize,
}

impl Cell {
    /// A cell over so many rows and columns.
    pub fn merged(text: impl Into<String>, row_span: usize, column_span: usize) -> Self {
        Cell {
            text: text.into(),
            row_span,
            column_span,
        }
    }

    /// A cell of one row and one column.
    pub fn plain(text: impl Into<String>) -> Self {
        Cell::merged(text, 1, 1)
    }
}

/// A row of headings as data: text, rows and columns covered.
pub type Heading = (&'static str, usize, usize);

impl Sheet {
    /// A table with these rows of headings and no other row yet.
    pub fn new(head: &[&[Heading]]) -> Self {
        let cell = |&(text, rows, columns): &Heading| Cell::merged(text, rows, columns);
        let rows: Vec<Vec<Cell>> = head
            .iter()
            .map(|row| row.iter().map(cell).collect())
            .collect();
        let columns = rows.first().into_iter().flatten();
        Sheet {
            columns: columns.map(|cell| cell.column_span).sum(),
            head: head.len(),
            rows,
            narrow: None,
        }
    }

    /// The same with names wrapped after so many characters.
    pub fn narrow(self, characters: usize) -> Self {
        Sheet {
            narrow: Some(characters),
            ..self
        }
    }

    /// Adds a row of cells that are not merged.
    pub fn row<T: Into<String>>(&mut self, texts: impl IntoIterator<Item = T>) {
        self.rows.push(texts.into_iter().map(Cell::plain).collect());
    }

    /// Every position of the table, row by row: what begins there, if a cell does.
    pub fn positions(&self) -> Vec<Vec<Option<&Cell>>> {
        let mut taken = vec![vec![false; self.columns]; self.rows.len()];
        let mut positions = vec![vec![None; self.columns]; self.rows.len()];
        for (row, cells) in self.rows.iter().enumerate() {
            for cell in cells {
                let free = taken[row].iter().position(|taken| !taken);
                let Some(column) = free else { continue };
                positions[row][column] = Some(cell);
                let end = (column + cell.column_span).min(self.columns);
                for below in taken.iter_mut().skip(row).take(cell.row_span) {
                    below[column..end].fill(true);
                }
            }
        }
        positions
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_cells_push_the_next_ones_aside() {
        let sheet = Sheet::new(&[
            &[("科目", 1, 2), ("合计", 2, 1)],
            &[("类", 1, 1), ("款", 1, 1)],
        ]);
        let texts: Vec<Vec<&str>> = sheet
            .positions()
            .iter()
            .map(|row| {
                row.iter()
                    .map(|cell| cell.map_or("", |it| it.text.as_str()))
                    .collect()
            })
            .collect();
        assert_eq!(texts, [["科目", "", "合计"], ["类", "款", ""]]);
    }
}
