//! The manuscript: what an act says, as headings, paragraphs with anchors, and slots for drawings.
//!
//! In: a `Decree`, or one of its `Regulation`s. Out: a [`Manuscript`], flat, in reading order; and the graph of a drawing
//! as a [`FlowTable`].
//! Holds: every text of the model stands in it, letter for letter; anchors are unique and do not depend on wording.
//! Absent on purpose: HTML, words of the interface (a table's rows are named in words that the caller gives), and what a
//! drawing looks like.

mod anchors;
mod appendices;
mod compose;
mod edition_notes;
#[cfg(test)]
pub(crate) mod fixture;
mod flow_table;
mod flow_words;
mod lists;
mod parallel;
mod references;
#[cfg(test)]
mod tests;
mod types;

pub use flow_table::{Branch, FlowKind, FlowRow, FlowTable, Follow, NodeKind, Notation, tabulate};
pub use flow_words::TableWords;
pub use parallel::{Aligned, Pair, align};
pub use types::{
    AppendixSlot, Block, Element, Heading, LegendText, Manuscript, Mark, MarkTo, Markup, Paragraph, Phrase, Role,
    Standing, TermEntry,
};

use crate::base::Lang;
use crate::model::{Decree, Regulation};
use crate::wording::reference::Owner;

/// A regulation as a reader of `lang` gets it: in that language where it exists, else in the other one.
pub fn compose(regulation: &Regulation, lang: Lang) -> Manuscript {
    let mut manuscript = compose::regulation(regulation, lang);
    let used = references::mark(&mut manuscript.blocks, Owner::Regulation, &regulation.system_paths, &regulation.terms);
    manuscript.terms = references::entries(&regulation.terms, &used, lang);
    manuscript
}

/// A regulation as readers of each language get it, in the order of [`Lang::ALL`]. Most acts exist in one language, and
/// then what their words lead to is looked for once.
pub fn compose_each(regulation: &Regulation) -> [Manuscript; 2] {
    let [mut kk, mut ru] = Lang::ALL.map(|lang| compose::regulation(regulation, lang));
    let (paths, terms) = (&regulation.system_paths, &regulation.terms);
    let are_alike = kk.blocks == ru.blocks;
    let used = references::mark(&mut kk.blocks, Owner::Regulation, paths, terms);
    kk.terms = references::entries(terms, &used, Lang::Kk);
    if are_alike {
        ru.blocks.clone_from(&kk.blocks);
        ru.terms = references::entries(terms, &used, Lang::Ru);
    } else {
        let used = references::mark(&mut ru.blocks, Owner::Regulation, paths, terms);
        ru.terms = references::entries(terms, &used, Lang::Ru);
    }
    [kk, ru]
}

/// The decree itself, without its regulations.
pub fn compose_decree(decree: &Decree, lang: Lang) -> Manuscript {
    let mut manuscript = compose::decree(decree, lang);
    references::mark(&mut manuscript.blocks, Owner::Decree, &[], &[]);
    manuscript
}

/// The words of a regulation alone, without what they lead to.
pub fn compose_words(regulation: &Regulation, lang: Lang) -> Manuscript {
    compose::regulation(regulation, lang)
}

/// The words of a decree alone.
pub fn compose_decree_words(decree: &Decree, lang: Lang) -> Manuscript {
    compose::decree(decree, lang)
}
