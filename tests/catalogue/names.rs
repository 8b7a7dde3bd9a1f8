//! What the code names is there: forms, their rows and their columns.
use gouji::{
    check::formula::Formula,
    forms::{self, Form, PanelForm, Rows},
    rule::Requirement,
    rules::catalogue,
};
use std::{fs, path::Path, sync::OnceLock};
use syn::visit::{self, Visit};

/// Rows that stand between codes.
const BETWEEN_CODES: [&str; 1] = ["本年支出"];
/// Rows that units write themselves, in lists of what they buy.
const PURCHASES: [&str; 8] = [
    "货物A",
    "货物",
    "工程B",
    "工程",
    "服务C",
    "服务",
    "集中采购",
    "分散采购",
];

fn layouts(form: &str) -> impl Iterator<Item = &'static Form> {
    forms::CATALOGUE
        .iter()
        .copied()
        .filter(move |it| it.name == form)
}

/// `表.列` or `表.行.列`: a layout of the form has the column, and the row if it prints its rows.
fn is_declared(name: &str) -> bool {
    let parts: Vec<&str> = name.split('.').collect();
    let (form, row, column) = match parts[..] {
        [form, column] => (form, None, column),
        [form, row, column] => (form, Some(row), column),
        _ => return false,
    };
    let panels = || layouts(form).flat_map(|it| it.panels);
    // A form that is no plain table has no columns on record.
    let has_column = |it: &PanelForm| it.columns.is_empty() || has_column(it, column);
    panels().any(has_column) && row.is_none_or(|row| panels().any(|it| has_row(it, row)))
}

fn has_column(panel: &PanelForm, column: &str) -> bool {
    panel.columns.iter().any(|it| it.name == column)
}

fn has_row(panel: &PanelForm, row: &str) -> bool {
    let is_sum = row.ends_with("总计") || row.ends_with("合计");
    match panel.rows {
        Rows::Named(rows) | Rows::Across(rows) => is_sum || rows.iter().any(|it| it.name == row),
        Rows::Free | Rows::Units => is_sum || PURCHASES.contains(&row),
        Rows::Function | Rows::Economic => {
            let is_code = row.bytes().all(|it| it.is_ascii_digit());
            is_sum || is_code || BETWEEN_CODES.contains(&row)
        }
    }
}

/// The strings of a source, but for those of its documentation, its tests and its macros.
#[derive(Default)]
struct Strings(Vec<String>);

impl<'ast> Visit<'ast> for Strings {
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if module.ident != "tests" {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_lit_str(&mut self, string: &'ast syn::LitStr) {
        self.0.push(string.value());
    }
}

/// A string, and the file in which it stands.
type Placed = (String, String);

/// The strings of every source.
fn strings() -> &'static [Placed] {
    static STRINGS: OnceLock<Vec<Placed>> = OnceLock::new();
    STRINGS.get_or_init(|| {
        let mut found = Vec::new();
        strings_below(Path::new("src"), &mut found);
        found
    })
}

fn strings_below(folder: &Path, found: &mut Vec<Placed>) {
    let entries = fs::read_dir(folder).expect("a folder of sources");
    for path in entries.flatten().map(|it| it.path()) {
        if path.is_dir() {
            strings_below(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let text = fs::read_to_string(&path).expect("a source is text");
            let mut strings = Strings::default();
            strings.visit_file(&syn::parse_file(&text).expect("a source is parsed"));
            let file = path.display().to_string();
            found.extend(strings.0.into_iter().map(|it| (it, file.clone())));
        }
    }
}

/// `表.列` and `表.行.列` in a string: a cell by itself, or the cells of a formula.
fn cells(string: &str) -> impl Iterator<Item = &str> {
    let pieces = string
        .split([' ', '/', '|'])
        .map(|it| it.trim_end_matches('?'));
    pieces.filter(|it| {
        it.split_once('.')
            .is_some_and(|(form, _)| form.ends_with('表'))
    })
}

/// A formula that names a cell no form has would never fire, a sentence would never be held to it.
#[test]
fn every_cell_that_is_named_is_declared() {
    let cells = strings().iter().flat_map(|(string, file)| {
        let cells = cells(string);
        cells.map(move |it| (it, file))
    });
    let named: Vec<(&str, &String)> = cells.collect();
    assert!(named.len() > 150, "only {} cells are named", named.len());
    let unknown: Vec<_> = named.into_iter().filter(|it| !is_declared(it.0)).collect();
    assert!(unknown.is_empty(), "{unknown:#?}");
}

#[test]
fn every_column_of_a_formula_on_rows_is_declared() {
    for check in catalogue().flat_map(|it| it.checks) {
        if let Requirement::EachRow(form, formula) = check.requirement {
            let formula = Formula::parse(formula).expect("a formula");
            for column in formula.names().flat_map(|it| it.places()) {
                assert!(
                    is_declared(&format!("{form}.{column}")),
                    "{form} has no {column}"
                );
            }
        }
    }
}

/// Whatever ends as the names of forms do is one; `forms` itself has other spellings of them.
#[test]
fn every_form_that_is_named_is_there() {
    let ending = |name: &str| name.chars().rev().take(3).collect::<String>();
    let endings: Vec<String> = forms::CATALOGUE.iter().map(|it| ending(it.name)).collect();
    let is_name = |it: &str| {
        it.chars()
            .all(|it| it.is_alphanumeric() || "“”".contains(it))
    };
    let bare = |it: &str| it.replace(['“', '”'], "");
    let is_form = |it: &str| {
        forms::CATALOGUE
            .iter()
            .any(|form| bare(form.name) == bare(it))
    };
    let named = strings().iter().filter(|(it, file)| {
        !file.starts_with("src/forms") && is_name(it) && endings.contains(&ending(it))
    });
    let unknown: Vec<_> = named.filter(|it| !is_form(&it.0)).collect();
    assert!(unknown.is_empty(), "{unknown:#?}");
}

/// What columns and rows are parts of stands beside them.
#[test]
fn every_part_has_its_whole() {
    for form in forms::CATALOGUE {
        for panel in form.panels {
            for whole in panel.columns.iter().filter_map(|it| it.part_of) {
                assert!(has_column(panel, whole), "{} has no {whole}", form.name);
            }
            let rows = match panel.rows {
                Rows::Named(rows) | Rows::Across(rows) => rows,
                _ => &[],
            };
            for whole in rows.iter().filter_map(|it| it.under) {
                assert!(has_row(panel, whole), "{} has no {whole}", form.name);
            }
            for whole in rows.iter().filter(|it| it.exhaustive) {
                let has_parts = rows.iter().any(|it| it.under == Some(whole.name));
                assert!(has_parts, "{}: {} has no parts", form.name, whole.name);
            }
        }
    }
}
