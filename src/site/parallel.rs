//! The page of a regulation with both of its texts side by side, where both exist.

use super::address::Place;
use super::context::{Link, ParallelPage, View, Words};
use super::desk::Desk;
use super::regulation;
use crate::backend::html::{self, Lacks};
use crate::base::Lang;
use crate::manuscript::{self, Aligned, Manuscript};
use crate::model::{Decree, Prose, Regulation, Twins};

/// Whether there are two texts to set side by side.
pub(super) fn exists(regulation: &Regulation) -> bool {
    Lang::ALL.into_iter().all(|lang| regulation.prose.iter().any(|prose| prose.language == lang))
}

/// Both texts of an act against each other; nothing where there is one text.
pub(super) fn align<'m>(prose: &[Prose], [kk, ru]: &'m [Manuscript; 2]) -> Aligned<'m> {
    Twins::of(prose).map_or_else(Aligned::default, |twins| manuscript::align(kk, ru, &twins))
}

/// What the language switch must know of places that the other text calls otherwise: `p5=p4`; nothing where the texts
/// number alike, for then what stands in both has one name.
pub(super) fn crossings(aligned: &Aligned<'_>, lang: Lang) -> Option<String> {
    let said: Vec<String> = aligned.crossings(lang).into_iter().map(|(own, other)| format!("{own}={other}")).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// The same for the page of each language.
pub(super) fn all_crossings(prose: &[Prose], manuscripts: &[Manuscript; 2]) -> [Option<String>; 2] {
    let aligned = align(prose, manuscripts);
    Lang::ALL.map(|lang| crossings(&aligned, lang))
}

/// The way to the page from that of the regulation.
pub(super) fn link(desk: &Desk<'_>, decree: &Decree, regulation: &Regulation, from: Place<'_>) -> Option<Link> {
    let href = from.link(Place::Parallel(&decree.id, &regulation.id));
    exists(regulation).then(|| Link { href, text: Words::own(desk.word("parallel_link")) })
}

pub(super) fn page(
    desk: &Desk<'_>,
    decree: &Decree,
    regulation: &Regulation,
    manuscripts: &[Manuscript; 2],
    aligned: &Aligned<'_>,
) -> View<ParallelPage> {
    let place = Place::Parallel(&decree.id, &regulation.id);
    let words = desk.words();
    let lacks = Lacks { kk: words.get("lacks_kk"), ru: words.get("lacks_ru") };
    let options = html::Options { labels: regulation::labels(desk), level: 2, drawings: &[], parallel: None };
    let title = Words::of(&regulation.title, desk.lang);
    let repealed = desk.repealed(decree, place);
    let mark = repealed.as_ref().map(|repealed| format!("{}: ", repealed.mark)).unwrap_or_default();
    let both = words.fill("parallel", &[&title.words]);
    let [headline, description] = desk.in_region(decree, &mark, [&both; 2]);
    let mut frame = desk.frame(place, "parallel", &headline, &description);
    frame.is_repealed = repealed.is_some();
    frame.trail = desk.trail_to(decree, place);
    frame.trail.extend([
        Link { href: place.link(Place::Decree(&decree.id)), text: desk.short_name(decree) },
        Link { href: place.link(Place::Regulation(&decree.id, &regulation.id)), text: title.clone() },
    ]);
    let names = Lang::ALL.map(|lang| {
        let words = desk.stock.theme.words(lang).get("language").to_owned();
        Words { words, lang: Some(lang.tag()) }
    });
    frame.crossings = crossings(aligned, desk.lang);
    let text = html::render_parallel(&manuscripts[0], &aligned.pairs, desk.lang, &options, lacks);
    View { frame, it: ParallelPage { title, repealed, names, text } }
}
