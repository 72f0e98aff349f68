//! The file of a drawing, as readers take it away.
//!
//! Holds: who has the file alone is told, as the page tells, that the act is repealed or the wording a former one; the
//! drawing itself is that of the act, and so is the file that reviewers keep.

use super::Figured;
use super::desk::{Desk, Stock};
use super::editions::{self, Wording};
use crate::backend::svg::{self, SvgOptions};
use crate::scene::under_notice;

pub(super) fn of(stock: &Stock<'_>, wording: &Wording<'_>, figure: &Figured<'_>) -> Vec<u8> {
    let desk = Desk { stock: *stock, lang: figure.paper.language };
    let Some(standing) = standing(&desk, wording) else { return figure.file.into() };
    let options = SvgOptions { standalone: true, ..SvgOptions::default() };
    svg::render(&under_notice(figure.paper, &standing), &stock.theme.drawing, &options).into_bytes()
}

/// «Прежняя редакция (8 января 2017 года). Документ утратил силу: постановление акимата…»; nothing of an act in force.
fn standing(desk: &Desk<'_>, wording: &Wording<'_>) -> Option<String> {
    let former = editions::former(desk, wording).map(|former| former.headline);
    let repealed = desk.repealed(wording.decree, wording.place);
    let repealed = repealed.map(|repealed| format!("{}: {}", repealed.mark, repealed.act.text.words));
    let all: Vec<String> = former.into_iter().chain(repealed).collect();
    (!all.is_empty()).then(|| all.join(". "))
}
