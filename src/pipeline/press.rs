//! A site whose files are made when somebody asks for them, and kept as long as they would come out the same.
//!
//! In: a [`Workbook`], a theme, a path. Out: the file. Absent on purpose: files of a disk, and what asks.

use super::publish::make_part;
use super::stamp::{Stamp, Stamps};
use super::workbook::Workbook;
use crate::base::{Artifacts, Id, RelPath, Shelf};
use crate::scene;
use crate::site::{Part, Site};
use crate::theme::{Theme, ThemeFault};
use std::collections::{BTreeMap, BTreeSet};

/// More parts than this are not kept: who looks through a thousand pages while he writes one looks back at few.
const KEPT_MAX: usize = 200;

/// Files that were made, by their parts.
#[derive(Debug, Default)]
pub struct Press {
    stamps: Stamps,
    kept: BTreeMap<String, Kept>,
    assets: Artifacts,
}

#[derive(Debug)]
struct Kept {
    stamp: Stamp,
    files: Artifacts,
}

impl Press {
    /// Notes what definitions and theme give now.
    pub fn renew(&mut self, book: &Workbook, theme: &Theme, rest: Stamp) {
        let site = Site::new(book.corpus(), theme);
        self.stamps = book.stamps(&site, rest);
        self.kept.retain(|name, kept| self.stamps.get(name) == Some(&kept.stamp));
        self.assets = site.assets();
    }

    /// The file at a path within the folder of the site; nothing where there is none.
    pub fn file(&mut self, path: &RelPath, book: &Workbook, theme: &Theme) -> Result<Option<Vec<u8>>, ThemeFault> {
        if let Some(bytes) = self.assets.get(path) {
            return Ok(Some(bytes.clone()));
        }
        for name in candidates(path, book) {
            if !self.kept.contains_key(&name) {
                self.make(&name, book, theme)?;
            }
            if let Some(bytes) = self.kept.get(&name).and_then(|kept| kept.files.get(path)) {
                return Ok(Some(bytes.clone()));
            }
        }
        Ok(None)
    }

    fn make(&mut self, name: &str, book: &Workbook, theme: &Theme) -> Result<(), ThemeFault> {
        let site = Site::new(book.corpus(), theme);
        let Some(part) = site.parts().into_iter().find(|part| part.name() == name) else { return Ok(()) };
        let shelf = Shelf::default();
        make_part(&site, &part, theme, &scene::measures(&theme.drawing), &shelf)?;
        let files = shelf.into_artifacts().into_iter().filter_map(|(path, bytes)| {
            Some((RelPath::new(path.as_str().strip_prefix("site/")?)?, bytes))
        });
        if self.kept.len() >= KEPT_MAX {
            self.kept.clear();
        }
        let stamp = self.stamps.get(name).copied().unwrap_or_default();
        self.kept.insert(name.to_owned(), Kept { stamp, files: files.collect() });
        Ok(())
    }
}

/// The parts that may make a file of this path: those whose ids it names, then what belongs to all.
fn candidates(path: &RelPath, book: &Workbook) -> Vec<String> {
    let segments: BTreeSet<&str> =
        path.as_str().split('/').flat_map(|segment| [segment, segment.split('.').next().unwrap_or(segment)]).collect();
    let is_named = |id: &Id| segments.contains(id.as_str());
    let mut names = Vec::new();
    for decree in book.corpus().decrees.iter().filter(|decree| is_named(&decree.id)) {
        let regulations = decree.regulations.iter().filter(|regulation| is_named(&regulation.id));
        names.extend(regulations.map(|regulation| Part::Regulation(decree, regulation).name()));
        names.push(Part::Decree(decree).name());
    }
    names.extend([Part::Front, Part::Acts, Part::Machines, Part::Search].iter().map(Part::name));
    names
}
