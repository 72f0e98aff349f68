//! Every finding that the program can make, worded once in each language it speaks.
//!
//! Codes are permanent: `S` syntax, `M` model, `L` lint, `G` geometry, `T` theme.

use super::{Severity, Voice};

pub mod codes;
pub mod contradictions;
pub mod slips;
pub mod terms;
pub mod themes;

/// The same sentence in the three languages of the program.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said {
    pub kk: &'static str,
    pub ru: &'static str,
    pub en: &'static str,
}

impl Said {
    pub const fn say(&self, voice: Voice) -> &'static str {
        match voice {
            Voice::Kk => self.kk,
            Voice::Ru => self.ru,
            Voice::En => self.en,
        }
    }
}

/// One kind of finding: its code for life, its name, and its words.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    pub code: &'static str,
    pub name: &'static str,
    pub severity: Severity,
    /// One line; `{0}` and so on stand for the words of the finding.
    pub message: Said,
    /// What to do.
    pub help: Said,
    /// Why it matters: a paragraph for `explain`.
    pub why: Said,
    /// A definition that has the fault, and the same without it.
    pub example: (&'static str, &'static str),
}

/// The entry with this code or this name.
pub fn entry(code_or_name: &str) -> Option<&'static Entry> {
    CATALOGUE.iter().copied().find(|entry| entry.code.eq_ignore_ascii_case(code_or_name) || entry.name == code_or_name)
}

/// All entries, in the order of their codes.
pub static CATALOGUE: &[&Entry] = &ALL;

static ALL: [&Entry; codes::ALL.len() + contradictions::ALL.len() + themes::ALL.len()] = {
    let mut all = [codes::ALL[0]; codes::ALL.len() + contradictions::ALL.len() + themes::ALL.len()];
    let parts = [codes::ALL, contradictions::ALL, themes::ALL];
    let (mut part, mut at, mut to) = (0, 0, 0);
    while to < all.len() {
        if at == parts[part].len() {
            (part, at) = (part + 1, 0);
        } else {
            all[to] = parts[part][at];
            (at, to) = (at + 1, to + 1);
        }
    }
    all
};
