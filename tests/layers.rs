//! Rooms are layers: a file imports only from its own room and from rooms below. Imports are read from
//! the parsed sources, with the paths that stand in the code itself; tests may import anything.
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    sync::OnceLock,
};
use syn::visit::{self, Visit};

/// The rooms from bottom to top, each with its folder or file: a room imports only from those listed
/// before it, so that no circle of rooms can close.
const ROOMS: &[&str] = &[
    "crates/document/src",
    "crates/reader/src",
    "crates/language/src",
    "crates/generator/src",
    "src/words",
    "src/writing",
    "src/forms",
    "src/budget",
    "src/claim",
    "src/rule",
    "src/check",
    "src/recognize",
    "src/rules",
    "src/repair",
    "src/structure",
    "src/places",
    "src/previous",
    "src/examination",
    "src/report",
    "src/self_test",
    "src/together",
    "src/lib",
    "src/cli",
    "src/worker",
    "src/app",
];

/// Circles inside rooms besides those of a parent and its parts. There should not be more.
const MOST_CIRCLES: usize = 11;

/// A crate: the name that others import it by, its folder and its first file.
struct Crate {
    name: &'static str,
    folder: &'static str,
    root: &'static str,
}

/// Packages and the targets of the package at the top; what stands deeper comes first.
const CRATES: [Crate; 8] = [
    Crate::new("gouji_document", "crates/document/src", "lib"),
    Crate::new("gouji_reader", "crates/reader/src", "lib"),
    Crate::new("gouji_language", "crates/language/src", "lib"),
    Crate::new("gouji_generator", "crates/generator/src", "lib"),
    Crate::new("cli", "src/cli", "main"),
    Crate::new("worker", "src/worker", "main"),
    Crate::new("app", "src/app", "main"),
    Crate::new("gouji", "src", "lib"),
];

impl Crate {
    const fn new(name: &'static str, folder: &'static str, root: &'static str) -> Self {
        Crate { name, folder, root }
    }

    fn of(file: &str) -> &'static Crate {
        let holds = |it: &&Crate| {
            file.strip_prefix(it.folder)
                .is_some_and(|it| it.starts_with('/'))
        };
        CRATES
            .iter()
            .find(holds)
            .unwrap_or_else(|| panic!("{file} belongs to no crate"))
    }

    /// The file of a module, without its extension.
    fn file(&self, module: &[String]) -> String {
        match module {
            [] => format!("{}/{}", self.folder, self.root),
            _ => format!("{}/{}", self.folder, module.join("/")),
        }
    }

    /// The module of a file.
    fn module(&self, file: &str) -> Vec<String> {
        let inside = &file[self.folder.len() + 1..];
        match inside == self.root {
            true => Vec::new(),
            false => inside.split('/').map(str::to_owned).collect(),
        }
    }
}

/// The files that each file imports from.
type Imports = BTreeMap<String, BTreeSet<String>>;

/// Parsed sources by their paths without the extension.
struct Sources(BTreeMap<String, syn::File>);

impl Sources {
    fn of_the_project() -> Self {
        let mut texts = Vec::new();
        for package in fs::read_dir("crates").expect("it is there").flatten() {
            read_below(&package.path().join("src"), &mut texts);
        }
        read_below(Path::new("src"), &mut texts);
        Sources::new(texts.iter().map(|it| (it.0.as_str(), it.1.as_str())))
    }

    fn new<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let parse = |(file, text): (&str, &str)| {
            let parsed = syn::parse_file(text).unwrap_or_else(|error| panic!("{file}: {error}"));
            (file.to_owned(), parsed)
        };
        Sources(texts.into_iter().map(parse).collect())
    }

    /// The files that each file imports from.
    fn imports(&self) -> Imports {
        let imports = |(file, syntax): (&'_ String, &syn::File)| {
            let owner = Crate::of(file);
            let mut paths = Paths {
                module: owner.module(file),
                found: Vec::new(),
            };
            paths.visit_file(syntax);
            let targets = paths
                .found
                .iter()
                .filter_map(|it| self.target(owner, &it.0, &it.1));
            targets.filter(|it| it != file).collect()
        };
        self.0
            .iter()
            .map(|it| (it.0.clone(), imports(it)))
            .collect()
    }

    /// The file that a path leads to, seen from a module; `None` if it is a local name or foreign.
    fn target(&self, owner: &'static Crate, module: &[String], path: &[String]) -> Option<String> {
        let mut within = module.to_vec();
        let mut rest = path;
        let mut owner = owner;
        match path.first()?.as_str() {
            "crate" => {
                within.clear();
                rest = &path[1..];
            }
            "self" | "super" => {
                while let Some("self" | "super") = rest.first().map(String::as_str) {
                    if rest[0] == "super" {
                        within.pop();
                    }
                    rest = &rest[1..];
                }
            }
            name => match CRATES.iter().find(|it| it.name == name) {
                Some(named) => {
                    owner = named;
                    within.clear();
                    rest = &path[1..];
                }
                None => {
                    within.push(name.to_owned());
                    if !self.0.contains_key(&owner.file(&within)) {
                        return None;
                    }
                    rest = &path[1..];
                }
            },
        }
        self.deepest(owner, within, rest)
    }

    /// The deepest module on a path; from the first file of a crate on where its re-exports lead.
    fn deepest(
        &self,
        owner: &'static Crate,
        mut module: Vec<String>,
        path: &[String],
    ) -> Option<String> {
        for name in path {
            module.push(name.clone());
            if !self.0.contains_key(&owner.file(&module)) {
                module.pop();
                break;
            }
        }
        let file = owner.file(&module);
        let passed_on = path.first().filter(|_| module.is_empty()).and_then(|name| {
            let mut leads = exports(self.0.get(&file)?).into_iter();
            leads.find(|it| it.0 == *name).map(|it| it.1)
        });
        match passed_on {
            Some(lead) => self.target(owner, &module, &[&lead[..], &path[1..]].concat()),
            None => self.0.contains_key(&file).then_some(file),
        }
    }
}

fn read_below(folder: &Path, texts: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder)
        .expect("the folder is listed")
        .flatten()
    {
        let path = entry.path();
        if path.is_dir() {
            read_below(&path, texts);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let text = fs::read_to_string(&path).expect("a source is text");
            texts.push((path.with_extension("").display().to_string(), text));
        }
    }
}

/// Paths of a file, each with the module that it stands in.
struct Paths {
    module: Vec<String>,
    found: Vec<(Vec<String>, Vec<String>)>,
}

impl Paths {
    fn push(&mut self, path: Vec<String>) {
        self.found.push((self.module.clone(), path));
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if !is_for_tests(&module.attrs) {
            self.module.push(module.ident.to_string());
            visit::visit_item_mod(self, module);
            self.module.pop();
        }
    }

    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        if !is_for_tests(&function.attrs) {
            visit::visit_item_fn(self, function);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        if !is_for_tests(&item.attrs) {
            leaves(&item.tree, &[])
                .into_iter()
                .for_each(|it| self.push(it.1));
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.segments.len() > 1 {
            self.push(
                path.segments
                    .iter()
                    .map(|it| it.ident.to_string())
                    .collect(),
            );
        }
        visit::visit_path(self, path);
    }

    /// The arguments of a macro are tokens; paths are read from their text.
    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        let text = call.tokens.to_string().replace(" :: ", "::");
        let of_path = |sign: char| sign.is_alphanumeric() || matches!(sign, '_' | ':');
        for piece in text
            .split(|sign| !of_path(sign))
            .filter(|it| it.contains("::"))
        {
            self.push(piece.split("::").map(str::to_owned).collect());
        }
        visit::visit_macro(self, call);
    }
}

fn is_for_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|it| match &it.meta {
        syn::Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string() == "test",
        _ => false,
    })
}

/// The paths of a `use`, each with the name that it brings in.
fn leaves(tree: &syn::UseTree, above: &[String]) -> Vec<(String, Vec<String>)> {
    let with = |name: &syn::Ident| [above, &[name.to_string()]].concat();
    match tree {
        syn::UseTree::Path(it) => leaves(&it.tree, &with(&it.ident)),
        syn::UseTree::Group(it) => it.items.iter().flat_map(|it| leaves(it, above)).collect(),
        syn::UseTree::Glob(_) => vec![("*".to_owned(), above.to_vec())],
        syn::UseTree::Rename(it) => vec![(it.rename.to_string(), with(&it.ident))],
        syn::UseTree::Name(it) if it.ident == "self" => {
            vec![(above.last().cloned().unwrap_or_default(), above.to_vec())]
        }
        syn::UseTree::Name(it) => vec![(it.ident.to_string(), with(&it.ident))],
    }
}

/// What a file passes on under names of its own.
fn exports(file: &syn::File) -> Vec<(String, Vec<String>)> {
    let public = file.items.iter().filter_map(|it| match it {
        syn::Item::Use(it) if !matches!(it.vis, syn::Visibility::Inherited) => Some(&it.tree),
        _ => None,
    });
    public.flat_map(|it| leaves(it, &[])).collect()
}

/// The room of a file, as a position in [`ROOMS`].
fn room(file: &str) -> Option<usize> {
    let holds = |room: &&str| {
        let rest = file.strip_prefix(*room);
        rest.is_some_and(|it| it.is_empty() || it.starts_with('/'))
    };
    ROOMS.iter().position(holds)
}

fn imports_of_the_project() -> &'static Imports {
    static IMPORTS: OnceLock<Imports> = OnceLock::new();
    IMPORTS.get_or_init(|| Sources::of_the_project().imports())
}

/// Imports from a room that stands above.
fn upward(imports: &Imports) -> Vec<String> {
    let mut found = Vec::new();
    for (file, targets) in imports {
        let above = targets.iter().filter(|it| room(it) > room(file));
        found.extend(above.map(|it| format!("{file} imports from {it}")));
    }
    found
}

/// Whether a file stands in the folder of the other one: a parent calls its parts, and they use its
/// types, which is no circle that anyone has to untangle.
fn is_part_of(part: &str, whole: &str) -> bool {
    let folder = whole.strip_suffix("/lib").or(whole.strip_suffix("/main"));
    let rest = part.strip_prefix(folder.unwrap_or(whole));
    rest.is_some_and(|it| it.starts_with('/'))
}

/// The files of its room that a file leads to, itself only by way of others.
fn reached(imports: &Imports, from: &str) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from.to_owned()];
    while let Some(file) = open.pop() {
        let targets = imports[&file].iter().filter(|it| room(it) == room(from));
        for target in targets.filter(|it| !is_part_of(it, &file)) {
            if reached.insert(target.clone()) {
                open.push(target.clone());
            }
        }
    }
    reached
}

/// Files of one room that import each other, directly or through others.
fn circles(imports: &Imports) -> BTreeSet<BTreeSet<String>> {
    let reached: Imports = imports
        .keys()
        .map(|it| (it.clone(), reached(imports, it)))
        .collect();
    let circle = |file: &String| -> BTreeSet<String> {
        let leads_back = |it: &&String| reached[*it].contains(file);
        reached[file].iter().filter(leads_back).cloned().collect()
    };
    let circles = imports.keys().map(circle);
    circles.filter(|it| !it.is_empty()).collect()
}

#[test]
fn every_file_is_in_a_room_and_every_room_has_files() {
    let files = imports_of_the_project().keys();
    let homeless: Vec<&String> = files.clone().filter(|it| room(it).is_none()).collect();
    assert!(homeless.is_empty(), "in no room of `ROOMS`: {homeless:?}");
    let filled: BTreeSet<Option<usize>> = files.map(|it| room(it)).collect();
    assert_eq!(filled.len(), ROOMS.len(), "a room of `ROOMS` has no files");
}

#[test]
fn imports_lead_down() {
    let found = upward(imports_of_the_project());
    assert!(found.is_empty(), "upward imports:\n{}", found.join("\n"));
}

#[test]
fn circles_inside_rooms_do_not_grow() {
    let circles = circles(imports_of_the_project());
    assert!(
        circles.len() <= MOST_CIRCLES,
        "{} circles:\n{circles:#?}",
        circles.len()
    );
}

/// The upward imports of a made-up project whose lower room has this text.
fn with_lower(text: &str) -> Vec<String> {
    let sources = Sources::new([
        ("src/lib", "pub use rules::{catalogue, rule as only};"),
        ("src/words", text),
        ("src/rules", "use crate::words::key; pub fn catalogue() {}"),
        ("src/rules/table", ""),
    ]);
    upward(&sources.imports())
}

#[test]
fn an_upward_import_is_found_wherever_it_is_written() {
    for text in [
        "use crate::rules::catalogue;",
        "use crate::{rules::table::RULES as all, words};",
        "use super::rules;",
        "use crate::catalogue;",
        "use crate::only;",
        "fn f() { crate::rules::catalogue() }",
        "fn f(it: Vec<crate::rules::Rule>) {}",
        "fn f() { println!(\"{}\", crate::rules::table::RULES) }",
    ] {
        assert_eq!(with_lower(text).len(), 1, "{text}");
    }
    for text in [
        "use std::rules;",
        "#[cfg(test)] mod tests { use crate::rules::catalogue; }",
        "#[cfg(test)] use crate::rules::catalogue;",
        "fn f() { rules::catalogue() }",
    ] {
        assert_eq!(with_lower(text), [""; 0], "{text}");
    }
}

#[test]
fn a_circle_is_found_through_other_files() {
    let sources = Sources::new([
        ("src/lib", ""),
        ("src/forms", "use fund::FUND;"),
        ("src/forms/fund", "use super::{Form, title::essence};"),
        ("src/forms/title", "use crate::forms::title::words::WORDS;"),
        ("src/forms/title/words", "use super::super::basic::BASIC;"),
        ("src/forms/basic", "use super::fund::FUND;"),
    ]);
    assert_eq!(circles(&sources.imports()), BTreeSet::new());
    let sources = Sources::new([
        ("src/lib", ""),
        ("src/forms", ""),
        ("src/forms/fund", "use super::title::essence;"),
        ("src/forms/title", "use crate::forms::basic::BASIC;"),
        ("src/forms/basic", "use super::fund::FUND;"),
        ("src/forms/revenue", "use super::fund::FUND;"),
    ]);
    let circle = ["src/forms/basic", "src/forms/fund", "src/forms/title"].map(str::to_owned);
    let found = circles(&sources.imports());
    assert_eq!(found, BTreeSet::from([BTreeSet::from(circle)]));
}
