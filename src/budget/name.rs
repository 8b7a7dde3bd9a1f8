//! What tables, rows and cells are called: the same figure has the same name in every document.
use crate::forms::{Form, form};
use std::{borrow::Cow, fmt};

/// What a row is called whose sentence was not understood.
pub const UNRECOGNISED: &str = "未识别";

/// What a table is called.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct TableName {
    /// The form's name, or the printed title of a table of no known form.
    pub title: String,
    /// Whether a table that is not laid out as the form has the form's name for its title: rules
    /// look for the form's cells under that name, and must not find other columns there.
    pub has_other_layout: bool,
    /// Which of several tables of one name it is, from 2; the first has no number.
    pub nth: Option<usize>,
}

impl TableName {
    /// Whether it is the first table of this title.
    pub fn is(&self, title: &str) -> bool {
        self.title == title && !self.has_other_layout && self.nth.is_none()
    }

    /// The same name with the number that it gets behind the names before it.
    pub fn numbered<'a>(self, before: impl Iterator<Item = &'a TableName>) -> Self {
        let is_same = |it: &&TableName| {
            it.title == self.title && it.has_other_layout == self.has_other_layout
        };
        let nth = number(before.filter(is_same).count());
        TableName { nth, ..self }
    }

    /// The form whose first table it is.
    pub fn form(&self) -> Option<&'static Form> {
        form(&self.title).filter(|it| self.is(it.name))
    }

    /// The name of another table that has the same name but for its number.
    pub fn with_number(&self, nth: usize) -> Self {
        TableName {
            nth: Some(nth),
            ..self.clone()
        }
    }
}

/// The number of what stands behind so many of the same name.
fn number(before: usize) -> Option<usize> {
    (before > 0).then_some(before + 1)
}

impl fmt::Display for TableName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.title)?;
        if self.has_other_layout {
            out.write_str("（其他格式）")?;
        }
        self.nth.map_or(Ok(()), |nth| write!(out, "#{nth}"))
    }
}

impl From<&str> for TableName {
    fn from(title: &str) -> Self {
        TableName {
            title: title.to_owned(),
            ..TableName::default()
        }
    }
}

/// What a row is called.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct RowName {
    /// The unit that the row belongs to, in tables of several units.
    pub owner: Option<String>,
    /// A code, the name of a form's row, the label as printed, or what a sentence speaks of.
    pub key: String,
    /// What is named beside the key and tells the row from others: a project under its code.
    pub project: Option<String>,
    /// Which of several rows of one name it is, from 2, the first having no number; each figure of a
    /// sentence has a number.
    pub nth: Option<usize>,
}

impl RowName {
    /// Whether it is the first row of this key, of no unit and no project.
    pub fn is(&self, key: &str) -> bool {
        self.key == key && self.owner.is_none() && self.project.is_none() && self.nth.is_none()
    }

    /// Whether it is the first row of one of these keys.
    pub fn is_one_of(&self, keys: &[&str]) -> bool {
        keys.iter().any(|it| self.is(it))
    }

    /// The same name with the number that it gets behind the names before it.
    pub fn numbered<'a>(self, before: impl Iterator<Item = &'a RowName>) -> Self {
        let is_same = |it: &&RowName| {
            it.key == self.key && it.project == self.project && it.owner == self.owner
        };
        let nth = number(before.filter(is_same).count());
        RowName { nth, ..self }
    }

    /// The name without its number, as it is printed.
    pub fn words(&self) -> Cow<'_, str> {
        if self.owner.is_none() && self.project.is_none() {
            return Cow::Borrowed(&self.key);
        }
        let parts = self.owner.iter().chain([&self.key]).chain(&self.project);
        let parts: Vec<&str> = parts.map(String::as_str).collect();
        Cow::Owned(parts.join("·"))
    }

    /// The name as it is printed.
    pub fn text(&self) -> Cow<'_, str> {
        match self.nth {
            Some(nth) => Cow::Owned(format!("{}#{nth}", self.words())),
            None => self.words(),
        }
    }
}

impl fmt::Display for RowName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text())
    }
}

impl From<&str> for RowName {
    fn from(key: &str) -> Self {
        key.to_owned().into()
    }
}

impl From<String> for RowName {
    fn from(key: String) -> Self {
        RowName {
            key,
            ..RowName::default()
        }
    }
}

/// What a column is called.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct ColumnName {
    /// Its name as on the form; as printed in a table of no known form.
    pub key: String,
    /// Its place among the columns of figures, from 1, where nothing is printed over it or a column
    /// before it has the same name.
    pub nth: Option<usize>,
}

impl ColumnName {
    /// Whether it is the first column of this name.
    pub fn is(&self, key: &str) -> bool {
        self.key == key && self.nth.is_none()
    }

    /// The same name with the number that it gets at this place behind the names before it.
    pub fn numbered<'a>(
        self,
        place: usize,
        mut before: impl Iterator<Item = &'a ColumnName>,
    ) -> Self {
        let is_taken = self.key.is_empty() || before.any(|it| it.is(&self.key));
        let nth = is_taken.then_some(place + 1);
        ColumnName { nth, ..self }
    }

    /// The name as it is printed.
    pub fn text(&self) -> Cow<'_, str> {
        match self.nth {
            Some(nth) => Cow::Owned(format!("{}#{nth}", self.key)),
            None => Cow::Borrowed(&self.key),
        }
    }
}

impl fmt::Display for ColumnName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text())
    }
}

impl From<&str> for ColumnName {
    fn from(key: &str) -> Self {
        key.to_owned().into()
    }
}

impl From<String> for ColumnName {
    fn from(key: String) -> Self {
        ColumnName { key, nth: None }
    }
}

/// A cell of a form.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CellName {
    /// The table.
    pub table: TableName,
    /// The row.
    pub row: RowName,
    /// The column.
    pub column: ColumnName,
}

impl CellName {
    /// A name from its three parts.
    pub fn new(
        table: impl Into<TableName>,
        row: impl Into<RowName>,
        column: impl Into<ColumnName>,
    ) -> Self {
        CellName {
            table: table.into(),
            row: row.into(),
            column: column.into(),
        }
    }

    /// Reads `表.行.列`, as rules and forms name a cell; `None` if it has not three parts.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().splitn(3, '.');
        Some(CellName::new(parts.next()?, parts.next()?, parts.next()?))
    }

    /// `表.行.列` without the number of the row.
    pub fn without_number(&self) -> String {
        format!("{}.{}.{}", self.table, self.row.words(), self.column)
    }
}

impl fmt::Display for CellName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}.{}", self.table, self.row, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_printed_with_what_tells_them_apart() {
        let table = TableName {
            has_other_layout: true,
            .."收入总表".into()
        };
        let row = RowName {
            owner: Some("云泽市图书馆".to_owned()),
            project: Some("1#楼维修".to_owned()),
            ..RowName::from("2070104")
        };
        let first = CellName::new(table.clone(), row.clone(), "合计");
        let second = CellName::new(
            table.clone().numbered([&table].into_iter()),
            row.clone().numbered([&row, &"2070104".into()].into_iter()),
            "合计",
        );
        assert_eq!(
            first.to_string(),
            "收入总表（其他格式）.云泽市图书馆·2070104·1#楼维修.合计"
        );
        assert_eq!(
            second.to_string(),
            "收入总表（其他格式）#2.云泽市图书馆·2070104·1#楼维修#2.合计"
        );
        assert_eq!(
            second.without_number(),
            "收入总表（其他格式）#2.云泽市图书馆·2070104·1#楼维修.合计"
        );
    }

    #[test]
    fn a_column_without_a_name_of_its_own_has_its_place_for_one() {
        let first = ColumnName::from("金额").numbered(0, [].into_iter());
        let again = ColumnName::from("金额").numbered(2, [&first].into_iter());
        let unnamed = ColumnName::from("").numbered(3, [&first, &again].into_iter());
        assert!(first.is("金额") && !again.is("金额"));
        let printed = [first, again, unnamed].map(|it| it.to_string());
        assert_eq!(printed, ["金额", "金额#3", "#4"]);
    }

    #[test]
    fn a_rule_names_the_first_row_of_the_form_itself() {
        let named = CellName::parse("支出总表.2080505.合计").expect("it has three parts");
        assert_eq!(named, CellName::new("支出总表", "2080505", "合计"));
        assert!(CellName::parse("支出总表.合计").is_none());
        let row = RowName::from("2080505");
        assert!(row.is("2080505"));
        let again = row.clone().numbered([&row].into_iter());
        assert!(!again.is("2080505"));
        let of_another = TableName {
            has_other_layout: true,
            .."支出总表".into()
        };
        assert!(!of_another.is("支出总表"));
    }
}
