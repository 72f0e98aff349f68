//! Making only what does not stand there from an earlier run, out of the same.
//!
//! In: [`Definitions`], a theme, and a store that knows what it has. Out: the files that are new, given to the store.
//! Holds: first every part is asked for; only then the acts are read whose pages have to be made and that are known in
//! brief. The links of what is made are looked up. Those of a part that is as it was need no second look: whatever it may
//! lead to has a say in its stamp, and nothing is kept of a run that had a broken link.

use super::publish::{SITE, gathered, give, make_part};
use super::recall::Definitions;
use super::stamp::{Stamp, Stamps};
use super::{Remark, remarks};
use crate::base::{Id, RelPath, Sink, Sources, Spread, Store};
use crate::scene;
use crate::site::links::{Broken, Ledger};
use crate::site::{Gathered, Part, Site};
use crate::theme::{Theme, ThemeFault};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

/// What there is to say of what was made.
#[derive(Debug, Clone, Default)]
pub struct Published {
    pub remarks: Vec<Remark>,
    /// Links that lead nowhere: what was made had better not be shown.
    pub broken: Vec<Broken>,
}

/// What to make, and with what.
struct Work<'w, S> {
    site: Site<'w>,
    /// What is known of the search.
    gathered: &'w Gathered,
    theme: &'w Theme,
    stamps: Stamps,
    /// What there was to say of each part that stands there.
    standing: BTreeMap<String, Vec<Remark>>,
    store: &'w S,
}

/// Makes what the store does not have from an earlier run, out of the same. `rest` stands for program and theme; `read`
/// gives the texts of some folders. Nothing where all texts have to be read first.
pub fn publish_changed(
    definitions: &mut Definitions,
    theme: &Theme,
    rest: Stamp,
    spread: &impl Spread,
    store: &impl Store,
    read: &dyn Fn(&BTreeSet<String>) -> Option<Sources>,
) -> Result<Option<Published>, Vec<ThemeFault>> {
    let site = Site::new(definitions.corpus(), theme);
    let stamps = definitions.stamps(&site, rest);
    let standing = standing(&site, definitions, &stamps, spread, store);
    let folders = definitions.to_read(acts_of_missing(&site, definitions, &standing).into_iter());
    let site = if folders.is_empty() {
        site
    } else {
        let texts = read(&folders);
        if !texts.is_some_and(|texts| definitions.complete(texts, spread)) {
            return Ok(None);
        }
        Site::new(definitions.corpus(), theme)
    };
    let gathered = definitions.gathered();
    let (published, kept) = Work { site, gathered, theme, stamps, standing, store }.make(spread)?;
    kept.into_iter().for_each(|kept| definitions.keep_gathered(kept));
    Ok(Some(published))
}

/// Asks for each part. The search is made again where it is not known what it holds: the next run needs that.
fn standing(
    site: &Site<'_>,
    definitions: &Definitions,
    stamps: &Stamps,
    spread: &impl Spread,
    store: &impl Store,
) -> BTreeMap<String, Vec<Remark>> {
    let has_search = definitions.has_all_passages();
    let found = spread.map(&site.parts(), |part| {
        let name = part.name();
        let stamp = stamps.get(&name).copied().unwrap_or_default().to_string();
        let is_known = has_search || !matches!(part, Part::Search);
        let note = if is_known { store.has(&name, &stamp) } else { None };
        Some((name, remarks::of_note_text(&note?)?))
    });
    found.into_iter().flatten().collect()
}

/// The decrees that the pages to make may look at: each its own, and those that it is related to.
fn acts_of_missing<'d>(
    site: &Site<'_>,
    definitions: &'d Definitions,
    standing: &BTreeMap<String, Vec<Remark>>,
) -> BTreeSet<&'d Id> {
    let parts = site.parts();
    let missing = parts.iter().filter(|part| !standing.contains_key(&part.name()));
    let own: BTreeSet<&Id> = missing.filter_map(|part| Some(&part.decree()?.id)).collect();
    let decrees = &definitions.corpus().decrees;
    let mut all: BTreeSet<&Id> = decrees.iter().map(|decree| &decree.id).filter(|id| own.contains(id)).collect();
    for (one, other) in site.related() {
        let (one, other) = (&decrees[one].id, &decrees[other].id);
        if own.contains(one) || own.contains(other) {
            all.extend([one, other]);
        }
    }
    all
}

impl<S: Store> Work<'_, S> {
    /// With what to keep of the search, where that was made.
    fn make(mut self, spread: &impl Spread) -> Result<(Published, Option<Gathered>), Vec<ThemeFault>> {
        let site = &self.site;
        let (ledger, kept) = (Ledger::default(), Mutex::default());
        give(site.assets(), &OfPart { store: self.store, part: None, ledger: &ledger });
        let measures = scene::measures(&self.theme.drawing);
        let parts = site.parts();
        let missing: Vec<&Part<'_>> = parts.iter().filter(|part| !self.standing.contains_key(&part.name())).collect();
        let made = spread.map(&missing, |part| {
            let name = part.name();
            let sink = OfPart { store: self.store, part: Some(&name), ledger: &ledger };
            let remarks = match part {
                Part::Search => {
                    let (files, gathered) = site.make_search(self.gathered);
                    give(files, &sink);
                    *kept.lock().unwrap_or_else(PoisonError::into_inner) = Some(gathered);
                    Vec::new()
                }
                part => make_part(site, part, self.theme, &measures, &sink)?,
            };
            let stamp = self.stamps.get(&name).copied().unwrap_or_default().to_string();
            self.store.complete(&name, &stamp, remarks::note_text(&remarks));
            Ok((name, remarks))
        });
        self.standing.extend(gathered(made)?);
        // What there was to say is said again, in the order of the parts.
        let remarks = parts.iter().filter_map(|part| self.standing.remove(&part.name())).flatten().collect();
        let is_there = |path: &RelPath| self.store.is_taken(&path.under(SITE));
        let read = |path: &RelPath| is_there(path).then(|| self.store.read(&path.under(SITE)))?;
        let broken = ledger.broken(&is_there, &read);
        Ok((Published { remarks, broken }, kept.into_inner().unwrap_or_else(PoisonError::into_inner)))
    }
}

/// A store that takes the files of one part, and a look at their links.
struct OfPart<'s, S> {
    store: &'s S,
    part: Option<&'s str>,
    ledger: &'s Ledger,
}

impl<S: Store> Sink for OfPart<'_, S> {
    fn take(&self, path: RelPath, bytes: Vec<u8>) {
        if let Some(path) = path.within(SITE) {
            self.ledger.enter(&path, &bytes);
        }
        self.store.take_of(self.part, path, bytes);
    }
}
