//! The dated address of the wording in force: what is cited today leads to the same text when there are later editions.
//!
//! Holds: as long as the wording is the latest, a small page says so and leads to the page of the regulation, which
//! search engines are to show in its place; when a later edition comes, the former one has its full page at this very
//! address. Absent on purpose: the text, which would double the weight of a site.

use super::address::Place;
use super::context::{DatedPage, Link, View, Words};
use super::desk::Desk;
use super::editions::{self, Wording};
use crate::base::Artifacts;
use crate::model::{Decree, Regulation};
use crate::theme::ThemeFault;

/// Where the wording in force will be found for good.
pub(super) fn place<'a>(decree: &'a Decree, regulation: &'a Regulation) -> Place<'a> {
    Place::Edition(&decree.id, &regulation.id, regulation.begins(decree))
}

/// The way there from the page of the regulation; none from that of a former edition, which has such an address.
pub(super) fn link(desk: &Desk<'_>, wording: &Wording<'_>) -> Option<Link> {
    let to = place(wording.decree, wording.latest);
    let link = || Link { href: wording.place.link(to), text: Words::own(desk.word("dated_link")) };
    wording.next().is_none().then(link)
}

/// The page in each language.
pub(super) fn files(
    desk: &Desk<'_>,
    decree: &Decree,
    regulation: &Regulation,
    files: &mut Artifacts,
) -> Result<(), ThemeFault> {
    let page = desk.stock.theme.page("dated.html", desk.lang, &page(desk, decree, regulation))?;
    files.insert(place(decree, regulation).file(desk.lang), page);
    Ok(())
}

fn page(desk: &Desk<'_>, decree: &Decree, regulation: &Regulation) -> View<DatedPage> {
    let (here, now) = (place(decree, regulation), Place::Regulation(&decree.id, &regulation.id));
    let day = editions::name(desk, decree, regulation);
    let title = Words::of(&regulation.title, desk.lang);
    let repealed = desk.repealed(decree, here);
    let mark = repealed.as_ref().map(|repealed| format!("{}: ", repealed.mark)).unwrap_or_default();
    let dated = format!("{}. {day}", title.words);
    let [headline, description] = desk.in_region(decree, &mark, [&dated; 2]);
    let mut frame = desk.frame(here, "dated", &headline, &description);
    frame.is_repealed = repealed.is_some();
    frame.head.stand_for(desk.stock.theme.publisher.address.as_ref().map(|all| all.to(now.file(desk.lang).as_str())));
    let text = Link { href: here.link(now), text: title.clone() };
    frame.trail = desk.trail_to(decree, here);
    frame
        .trail
        .extend([Link { href: here.link(Place::Decree(&decree.id)), text: desk.short_name(decree) }, text.clone()]);
    View { frame, it: DatedPage { title, day, repealed, text } }
}
