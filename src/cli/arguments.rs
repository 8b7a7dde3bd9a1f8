//! What can be asked of the command line.
use clap::{Args, Parser, Subcommand, ValueEnum};
use gouji::note::Lang;
use std::path::PathBuf;

/// 勾稽：核对公开的预算是否对得上。 Checks that a published Chinese government budget adds up.
#[derive(Debug, Parser)]
#[command(name = "gouji", version, about)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// 核对文件。 Check documents.
    ///
    /// Exit status: 0 nothing disagrees; 1 something does; 2 something could not be read, the rest
    /// being reported all the same.
    Check(CheckArguments),
    /// 在文件的副本上批注不符之处（PDF 的批注、Word 的批注）。 Put the findings on copies of PDF and
    /// Word files.
    ///
    /// Exit status: 0 every copy was written; 2 one was not.
    Annotate(AnnotateArguments),
    /// 重做一次核对，与收据比较。 Check again what a receipt says was checked.
    ///
    /// Exit status: 0 the receipt agrees; 1 something differs; 2 something could not be read.
    Verify(VerifyArguments),
    /// 列出全部规则。 List every rule.
    Rules(RulesArguments),
    /// 说明一条规则。 Explain a rule, with examples.
    Explain(ExplainArguments),
}

/// What to check, and how to tell of it.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// 输出格式。 What to write.
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub format: ReportFormat,
    /// 语言。 The language of sentences.
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    pub lang: Language,
    /// 写到这个文件，不写到屏幕。 Write to this file.
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
    /// 全部文件合为一份公开核对（不写则按单位和年度自动判断）。 All files are one disclosure, whatever
    /// they say; without this, those of one unit and year that complete each other are.
    #[arg(long)]
    pub together: bool,
    /// 上年的公开文件（同一单位），核对所说的上年数并逐项比较。 Last year's disclosure of the same
    /// unit: what is said of last year is held against it, and both years are compared.
    #[arg(long, value_name = "FILE")]
    pub previous: Option<PathBuf>,
    /// 打开文件的密码。 The password that opens the documents.
    #[arg(long, value_name = "PASSWORD")]
    pub password: Option<String>,
    /// 取这份收据里的说明，写到各条发现上。 Put the notes of this receipt on their findings.
    #[arg(long, value_name = "RECEIPT")]
    pub notes: Option<PathBuf>,
    /// 文件、文件夹或“-”（标准输入）。 Files, folders, or - for standard input.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// Which files to put findings on.
#[derive(Debug, Args)]
pub struct AnnotateArguments {
    /// 语言。 The language of sentences.
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    pub lang: Language,
    /// 副本放在这个文件夹（不写则放在原文件旁边）。 The folder for the copies; without it they stand beside
    /// the files.
    #[arg(long, value_name = "FOLDER")]
    pub out: Option<PathBuf>,
    /// PDF 或 Word（.docx）文件。 PDF or Word (.docx) files.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// Which receipt to verify.
#[derive(Debug, Args)]
pub struct VerifyArguments {
    /// 语言。 The language of sentences.
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    pub lang: Language,
    /// 打开文件的密码。 The password that opens the documents.
    #[arg(long, value_name = "PASSWORD")]
    pub password: Option<String>,
    /// 收据。 The receipt.
    #[arg(value_name = "RECEIPT")]
    pub receipt: PathBuf,
    /// 收据所说的文件。 The files that it speaks of.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// How to list the rules.
#[derive(Debug, Args)]
pub struct RulesArguments {
    /// 输出格式。 What to write.
    #[arg(long, value_enum, default_value_t = CatalogueFormat::Text)]
    pub format: CatalogueFormat,
    /// 语言。 The language of sentences.
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    pub lang: Language,
}

/// Which rule to explain.
#[derive(Debug, Args)]
pub struct ExplainArguments {
    /// 语言。 The language of sentences.
    #[arg(long, value_enum, default_value_t = Language::Zh)]
    pub lang: Language,
    /// 规则，如 table/row-sum。 The rule's id.
    pub rule: String,
}

/// Formats of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For a terminal.
    Text,
    /// One object for one document, an array for several.
    Json,
    /// One object a line, written as each document is done.
    Ndjson,
    /// For wikis and chats.
    Markdown,
    /// One page that prints.
    Html,
    /// Findings for a spreadsheet.
    Csv,
    /// A workbook.
    Xlsx,
    /// What was checked and found, for `gouji verify`.
    Receipt,
}

/// Formats of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CatalogueFormat {
    /// A line a rule.
    Text,
    /// For programs.
    Json,
    /// A section a rule.
    Markdown,
}

/// Languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// 中文
    Zh,
    /// English
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Zh => Lang::Zh,
            Language::En => Lang::En,
        }
    }
}
