//! How the project is written: sizes, names, words and what must not be there. Sources are parsed,
//! not guessed at.
use gouji::{rule::Rule, rules::catalogue};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};
use syn::visit::Visit;

/// Words that name nothing; only whole words of a name count.
const EMPTY_WORDS: [&str; 7] = [
    "manager",
    "engine",
    "processor",
    "util",
    "helper",
    "data",
    "info",
];

/// What a rule may cite besides arithmetic.
const CITABLE: [&str; 13] = [
    "《预算法》",
    "《预算法实施条例》",
    "《地方预决算公开操作规程》",
    "《政府收支分类科目》",
    "《项目支出绩效评价管理办法》",
    "《政府采购促进中小企业发展管理办法》",
    "《个人信息保护法》",
    "财预〔2016〕143号",
    "财预〔2020〕10号",
    "财库〔2020〕46号",
    "国发〔2015〕2号",
    "国办发〔2015〕18号",
    "国办发〔2019〕13号",
];

/// A source file, parsed.
struct Source {
    path: PathBuf,
    text: String,
    syntax: syn::File,
}

/// A function's name and how many lines stand between its braces.
struct Function {
    name: String,
    lines: usize,
}

fn files_below(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{} is listed: {error}", folder.display()));
    let mut files = Vec::new();
    for path in entries.flatten().map(|it| it.path()) {
        if path.is_dir() {
            files.extend(files_below(&path, extension));
        } else if path.extension().is_some_and(|it| it == extension) {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn sources(folders: &[&str]) -> Vec<Source> {
    let paths = folders
        .iter()
        .flat_map(|it| files_below(Path::new(it), "rs"));
    let parse = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a source is text");
        let syntax =
            syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Source { path, text, syntax }
    };
    paths.map(parse).collect()
}

fn every_source() -> Vec<Source> {
    sources(&["src", "crates", "tests", "examples", "benches"])
}

/// The value below which `share` hundredths of the values lie.
fn percentile(values: &[usize], share: usize) -> usize {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    sorted
        .get((sorted.len() * share / 100).min(sorted.len().saturating_sub(1)))
        .copied()
        .unwrap_or_default()
}

/// Collects the functions of a file, those of its tests left out.
#[derive(Default)]
struct Functions(Vec<Function>);

impl Functions {
    fn push(&mut self, signature: &syn::Signature, body: &syn::Block) {
        let start = body.brace_token.span.open().start().line;
        let end = body.brace_token.span.close().end().line;
        self.0.push(Function {
            name: signature.ident.to_string(),
            lines: (end - start).max(2) - 1,
        });
    }
}

impl<'ast> Visit<'ast> for Functions {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if module.ident != "tests" {
            syn::visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.push(&function.sig, &function.block);
        syn::visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.push(&function.sig, &function.block);
        syn::visit::visit_impl_item_fn(self, function);
    }
}

/// Collects the names that a file gives: not those it uses.
#[derive(Default)]
struct Names(BTreeSet<String>);

impl Names {
    fn push(&mut self, name: &syn::Ident) {
        self.0.insert(name.to_string());
    }
}

impl<'ast> Visit<'ast> for Names {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        match item {
            syn::Item::Const(it) => self.push(&it.ident),
            syn::Item::Enum(it) => self.push(&it.ident),
            syn::Item::Mod(it) => self.push(&it.ident),
            syn::Item::Static(it) => self.push(&it.ident),
            syn::Item::Struct(it) => self.push(&it.ident),
            syn::Item::Trait(it) => self.push(&it.ident),
            syn::Item::Type(it) => self.push(&it.ident),
            _ => {}
        }
        syn::visit::visit_item(self, item);
    }

    /// Methods of a foreign trait have the names that it gives them.
    fn visit_item_impl(&mut self, block: &'ast syn::ItemImpl) {
        if block.trait_.is_none() {
            for item in &block.items {
                if let syn::ImplItem::Fn(function) = item {
                    self.push(&function.sig.ident);
                }
            }
        }
        syn::visit::visit_item_impl(self, block);
    }

    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.push(&function.sig.ident);
        syn::visit::visit_item_fn(self, function);
    }

    fn visit_field(&mut self, field: &'ast syn::Field) {
        field.ident.iter().for_each(|it| self.push(it));
        syn::visit::visit_field(self, field);
    }

    fn visit_variant(&mut self, variant: &'ast syn::Variant) {
        self.push(&variant.ident);
        syn::visit::visit_variant(self, variant);
    }

    fn visit_pat_ident(&mut self, pattern: &'ast syn::PatIdent) {
        self.push(&pattern.ident);
        syn::visit::visit_pat_ident(self, pattern);
    }
}

/// The words of `snake_case`, `CamelCase`, `UPPER_CASE` or `kebab-case`, in lower case.
fn words_of(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut after_lower = false;
    for sign in name.chars() {
        let parts = !sign.is_alphanumeric() || sign.is_uppercase() && after_lower;
        if parts {
            words.push(String::new());
        }
        after_lower = sign.is_lowercase();
        if let Some(word) = words.last_mut().filter(|_| sign.is_alphanumeric()) {
            word.extend(sign.to_lowercase());
        }
    }
    words
}

fn says_nothing(name: &str) -> bool {
    let empty = |word: &String| {
        let singular = word.strip_suffix('s').unwrap_or(word);
        EMPTY_WORDS.contains(&word.as_str()) || EMPTY_WORDS.contains(&singular)
    };
    words_of(name).iter().any(empty)
}

#[track_caller]
fn none_of(what: &str, found: Vec<String>) {
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}

#[test]
fn files_are_short() {
    let lengths: Vec<(PathBuf, usize)> = every_source()
        .into_iter()
        .map(|it| (it.path, it.text.lines().count()))
        .collect();
    let long = lengths.iter().filter(|it| it.1 > 600);
    none_of(
        "longer than 600 lines",
        long.map(|it| format!("{} {}", it.0.display(), it.1))
            .collect(),
    );
    let counts: Vec<usize> = lengths.iter().map(|it| it.1).collect();
    let median = percentile(&counts, 50);
    assert!(median <= 150, "the median file has {median} lines");
}

/// The page's functions hold markup, which runs over more lines than code.
#[test]
fn functions_are_short() {
    for (of_page, p95, most) in [(false, 45, 80), (true, 60, 100)] {
        let mut functions = Vec::new();
        for source in sources(&["src", "crates/reader/src", "crates/generator/src"]) {
            if source.path.starts_with("src/app") == of_page {
                let mut found = Functions::default();
                found.visit_file(&source.syntax);
                let path = source.path.display().to_string();
                functions.extend(found.0.into_iter().map(|it| (path.clone(), it)));
            }
        }
        let long = functions.iter().filter(|it| it.1.lines > most);
        let told = |(path, it): &(String, Function)| format!("{path} {} {}", it.name, it.lines);
        none_of("too long", long.map(told).collect());
        let lengths: Vec<usize> = functions.iter().map(|it| it.1.lines).collect();
        let (middle, upper) = (percentile(&lengths, 50), percentile(&lengths, 95));
        assert!(
            of_page || middle <= 8,
            "the median function has {middle} lines"
        );
        assert!(
            upper <= p95,
            "one function in twenty has more than {upper} lines"
        );
    }
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    let silent = every_source().into_iter().filter(|it| {
        let first = it.text.lines().next().unwrap_or_default();
        let words = first.strip_prefix("//! ").unwrap_or_default();
        words.chars().count() < 10
    });
    none_of(
        "no `//!` sentence at the top",
        silent.map(|it| it.path.display().to_string()).collect(),
    );
}

#[test]
fn names_say_something() {
    let mut found = Vec::new();
    for source in every_source() {
        let mut names = Names::default();
        names.visit_file(&source.syntax);
        let stem = source.path.file_stem().and_then(|it| it.to_str());
        names.0.extend(stem.map(str::to_owned));
        let path = source.path.display();
        // What a browser calls data, its clipboard and its events, the page may call so too.
        let of_page = ["src/app", "src/worker"]
            .iter()
            .any(|it| source.path.starts_with(it));
        let browsers_word = |name: &str| of_page && name == "data";
        let empty = names
            .0
            .iter()
            .filter(|it| says_nothing(it) && !browsers_word(it));
        found.extend(empty.map(|it| format!("{path}: {it}")));
    }
    none_of("names of empty words", found);
}

#[test]
fn nothing_is_left_undone_or_unsafe() {
    let unwanted = ["unsafe", "todo", "unimplemented", "dbg"];
    let mut found = Vec::new();
    for source in every_source() {
        let tokens: proc_macro2::TokenStream = source.text.parse().expect("it was parsed before");
        walk(tokens, &mut |name| {
            if unwanted.contains(&name.as_str()) {
                found.push(format!("{}: {name}", source.path.display()));
            }
        });
    }
    none_of("unwanted", found);
}

fn walk(tokens: proc_macro2::TokenStream, visit: &mut dyn FnMut(String)) {
    for token in tokens {
        match token {
            proc_macro2::TokenTree::Group(group) => walk(group.stream(), visit),
            proc_macro2::TokenTree::Ident(name) => visit(name.to_string()),
            _ => {}
        }
    }
}

/// Floats may draw and measure pages; they never touch money.
#[test]
fn money_is_never_a_float() {
    let manifest = fs::read_to_string("Cargo.toml").expect("it is there");
    assert!(manifest.contains("float_arithmetic = \"deny\""));
    assert!(manifest.contains("unsafe_code = \"forbid\""));
    let money = [
        "crates/document/src/money",
        "src/claim",
        "src/rule",
        "src/check",
        "src/rules",
        "src/repair",
        "src/budget",
        "src/forms",
        "src/recognize",
        "src/structure",
    ];
    let sources = every_source();
    let is_below = |source: &Source, room: &str| source.path.to_string_lossy().starts_with(room);
    for room in money {
        assert!(
            sources.iter().any(|it| is_below(it, room)),
            "nothing is in {room}"
        );
    }
    let of_money = sources
        .iter()
        .filter(|source| money.iter().any(|it| is_below(source, it)));
    let allowing = of_money.filter(|it| it.text.contains("float_arithmetic"));
    none_of(
        "floats are allowed",
        allowing.map(|it| it.path.display().to_string()).collect(),
    );
}

#[test]
fn no_path_of_a_machine_is_written_down() {
    let folders = [
        "src", "crates", "tests", "examples", "benches", "scripts", "static",
    ];
    let extensions = ["rs", "js", "mjs", "sh", "css", "html", "txt", "toml", "md"];
    let mut paths: Vec<PathBuf> = ["Cargo.toml", "Makefile", "index.html"]
        .map(PathBuf::from)
        .to_vec();
    for extension in extensions {
        let below = folders
            .iter()
            .flat_map(|it| files_below(Path::new(it), extension));
        paths.extend(below);
    }
    paths.extend(["README.md", "ARCHITECTURE.md", "CHANGELOG.md"].map(PathBuf::from));
    // Parted, so that this file is not found itself.
    let homes = [
        ["/ho", "me/"],
        ["/ro", "ot/"],
        ["/Us", "ers/"],
        ["C:\\", "Users"],
        ["/wo", "rk/"],
    ];
    let homes = homes.map(|it| it.concat());
    let mut found = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap_or_default();
        let named = homes.iter().filter(|it| text.contains(it.as_str()));
        found.extend(named.map(|it| format!("{}: {it}", path.display())));
    }
    none_of("paths of a machine", found);
}

fn texts(rule: &Rule) -> [gouji::note::Text; 4] {
    [rule.title, rule.basis, rule.why, rule.remedy]
}

#[test]
fn rules_speak_calmly_in_both_languages() {
    for rule in catalogue() {
        for text in texts(rule) {
            assert!(!text.zh.trim().is_empty(), "{}", rule.id);
            assert!(!text.en.trim().is_empty(), "{}", rule.id);
            let has_chinese = |it: &str| it.chars().any(|sign| ('一'..='鿿').contains(&sign));
            assert!(has_chinese(text.zh), "{}: {}", rule.id, text.zh);
            let loud = [text.zh, text.en].iter().any(|it| it.contains(['!', '！']));
            assert!(!loud, "{}: {}", rule.id, text.zh);
        }
    }
}

/// Only what is known to say what is claimed is cited; all else rests on arithmetic.
#[test]
fn rules_cite_only_what_is_known() {
    for rule in catalogue() {
        let mut rest = [rule.basis.zh, rule.basis.en].join(" ");
        for citation in CITABLE {
            rest = rest.replace(citation, "");
        }
        assert!(
            !rest.contains(['《', '〔']),
            "{}: {}",
            rule.id,
            rule.basis.zh
        );
    }
}
