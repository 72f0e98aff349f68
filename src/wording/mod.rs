//! Wording: numerals, durations and dates of acts, and the Kazakh and Russian words for them.
//!
//! In: a sentence of an act, or a value. Out: the value that it says, or the words that an act would use.
//! Holds: pure functions, no tables read from outside; what is spelt can be read back.
//! Absent on purpose: sources, models, and any judgement of whether an act is right.

pub mod act_kind;
pub mod by_act;
pub mod case;
pub mod collate;
pub mod date;
pub mod duration;
pub mod form;
pub mod letters;
pub mod note;
pub mod numeral;
pub mod ordinal;
pub mod plural;
pub mod reference;
pub mod sentence;
pub mod subparagraph;
pub mod topic;
