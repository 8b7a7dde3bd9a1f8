//! A sheet of the workbook, written cell by cell: text stays text, numbers are numbers.
use rust_decimal::Decimal;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Formula, Worksheet, XlsxError};
use std::collections::HashMap;

/// Rows and columns behind which Excel has no cells.
const LAST: (u32, u16) = (1_048_575, 16_383);
/// Maximum number of characters of a cell.
const CELL: usize = 32_767;
/// A binary number keeps this many decimal digits.
const DIGITS: usize = 15;
/// Maximum number of decimals shown.
const DECIMALS: u32 = 6;

/// What a cell holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Blank,
    /// Text, whatever it looks like.
    Text(String),
    /// A heading.
    Head(String),
    /// A number, with so many decimals.
    Number(Decimal, u32),
    /// A share of one, shown in percent with so many decimals.
    Percent(Decimal, u32),
    /// A formula of ours, what it comes to, and with how many decimals.
    Formula(String, Decimal, u32),
}

impl Cell {
    /// Text, or nothing.
    pub fn text(text: impl Into<String>) -> Self {
        Cell::Text(text.into())
    }

    /// A count.
    pub fn count(count: usize) -> Self {
        Cell::Number(Decimal::from(count), 0)
    }

    /// A printed figure as a number if it is one, else as the text it is.
    pub fn figure(text: &str) -> Self {
        let plain = text.trim().replace([',', '，'], "");
        let (plain, is_percent) = match plain.strip_suffix(['%', '％']) {
            Some(plain) => (plain, true),
            None => (plain.as_str(), false),
        };
        match plain.parse::<Decimal>() {
            Ok(value) if is_percent => Cell::Percent(value / Decimal::ONE_HUNDRED, value.scale()),
            Ok(value) => Cell::Number(value, value.scale()),
            Err(_) => Cell::text(text),
        }
    }
}

/// A sheet that is being written.
pub struct Sheet<'a> {
    sheet: &'a mut Worksheet,
    /// Formats of numbers by how they are written.
    numbers: HashMap<String, Format>,
    text: Format,
    quoted: Format,
    head: Format,
}

impl<'a> Sheet<'a> {
    /// An empty sheet with columns of these widths, printed across.
    pub fn new(sheet: &'a mut Worksheet, name: &str, widths: &[u8]) -> Result<Self, XlsxError> {
        sheet.set_name(name)?;
        sheet.set_landscape();
        sheet.set_print_fit_to_pages(1, 0);
        for (column, width) in (0..).zip(widths) {
            sheet.set_column_width(column, *width)?;
        }
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let head = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_background_color(Color::RGB(0x00EE_F1F6))
            .set_border_bottom(FormatBorder::Thin);
        Ok(Sheet {
            sheet,
            numbers: HashMap::new(),
            // Edited in Excel, a text that begins like a formula would become one.
            quoted: text.clone().set_quote_prefix(),
            text,
            head,
        })
    }

    /// Writes a list with its headings, which stay in view and can be filtered by.
    pub fn list(&mut self, head: &[&str], rows: Vec<Vec<Cell>>) -> Result<(), XlsxError> {
        let last = u32::try_from(rows.len()).unwrap_or(LAST.0).min(LAST.0);
        let columns = u16::try_from(head.len()).unwrap_or(LAST.1);
        let head = head.iter().map(|it| Cell::Head((*it).to_owned()));
        self.row(0, head.collect())?;
        for (number, row) in (1..=LAST.0).zip(rows) {
            self.row(number, row)?;
        }
        self.freeze()?;
        self.sheet
            .autofilter(0, 0, last, columns.saturating_sub(1))?;
        Ok(())
    }

    /// Keeps the first row in view, on paper on every page.
    pub fn freeze(&mut self) -> Result<(), XlsxError> {
        self.sheet.set_freeze_panes(1, 0)?;
        self.sheet.set_repeat_rows(0, 0)?;
        Ok(())
    }

    /// Writes a row.
    pub fn row(&mut self, row: u32, cells: Vec<Cell>) -> Result<(), XlsxError> {
        for (column, cell) in (0..=LAST.1).zip(cells) {
            self.write(row, column, cell)?;
        }
        Ok(())
    }

    /// Writes a cell; what stands behind the last row or column of Excel is left out.
    pub fn write(&mut self, row: u32, column: u16, cell: Cell) -> Result<(), XlsxError> {
        if row > LAST.0 || column > LAST.1 {
            return Ok(());
        }
        match cell {
            Cell::Blank => {}
            Cell::Head(text) => {
                let head = self.head.clone();
                self.sheet
                    .write_string_with_format(row, column, cut(&text), &head)?;
            }
            Cell::Text(text) => self.write_text(row, column, &text)?,
            Cell::Number(value, decimals) => self.write_number(row, column, value, decimals, "")?,
            Cell::Percent(value, decimals) => {
                self.write_number(row, column, value, decimals, "%")?;
            }
            Cell::Formula(formula, value, decimals) => {
                let format = self.format(decimals, "");
                let formula = Formula::new(formula).set_result(value.normalize().to_string());
                self.sheet
                    .write_formula_with_format(row, column, formula, &format)?;
            }
        }
        Ok(())
    }

    fn write_text(&mut self, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
        if text.is_empty() {
            return Ok(());
        }
        let begins = text.trim_start().starts_with(['=', '+', '-', '@']);
        let format = if begins { &self.quoted } else { &self.text };
        self.sheet
            .write_string_with_format(row, column, cut(text), format)?;
        Ok(())
    }

    /// The writer takes binary numbers only: here, at its edge, the exact decimal becomes the nearest
    /// one, which shows the same digits. A figure of more digits than that keeps is written as text.
    fn write_number(
        &mut self,
        row: u32,
        column: u16,
        value: Decimal,
        decimals: u32,
        sign: &str,
    ) -> Result<(), XlsxError> {
        let written = value.normalize().to_string();
        let digits = written.chars().filter(char::is_ascii_digit).count();
        let (true, Ok(number)) = (digits <= DIGITS, written.parse::<f64>()) else {
            return self.write_text(row, column, &written);
        };
        let format = self.format(decimals, sign);
        self.sheet
            .write_number_with_format(row, column, number, &format)?;
        Ok(())
    }

    /// `#,##0.00`, perhaps with a percent sign behind.
    fn format(&mut self, decimals: u32, sign: &str) -> Format {
        let decimals = decimals.min(DECIMALS) as usize;
        let point = if decimals > 0 { "." } else { "" };
        let written = format!("#,##0{point}{}{sign}", "0".repeat(decimals));
        let format = self.numbers.entry(written);
        format
            .or_insert_with_key(|it| {
                Format::new()
                    .set_num_format(it.as_str())
                    .set_align(FormatAlign::Top)
            })
            .clone()
    }
}

fn cut(text: &str) -> String {
    text.chars().take(CELL).collect()
}
