//! A site whose files are made when somebody asks for them, and kept as long as they would come out the same.
//!
//! In: a [`Workbook`], a theme, a path. Out: the file. Absent on purpose: files of a disk, and what asks.

use super::publish::{SITE, make_part};
use super::stamp::{Stamp, Stamps};
use super::workbook::Workbook;
use crate::base::{Artifacts, RelPath, Shelf};
use crate::scene;
use crate::site::Site;
use crate::theme::{Theme, ThemeFault};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::iter;

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
        for name in self.candidates(path) {
            if !self.kept.contains_key(&name) {
                self.make(&name, book, theme)?;
            }
            if let Some(bytes) = self.kept.get(&name).and_then(|kept| kept.files.get(path)) {
                return Ok(Some(bytes.clone()));
            }
        }
        Ok(None)
    }

    /// The parts that may make a file of this path: those whose ids it names, then what belongs to all.
    fn candidates(&self, path: &RelPath) -> Vec<String> {
        let segments: BTreeSet<&str> =
            path.as_str().split('/').flat_map(|segment| iter::once(segment).chain(segment.split('.'))).collect();
        let is_named = |name: &&String| name.split('/').skip(1).all(|id| segments.contains(id));
        let mut names: Vec<&String> = self.stamps.keys().filter(is_named).collect();
        names.sort_by_key(|name| Reverse(name.matches('/').count()));
        names.into_iter().cloned().collect()
    }

    fn make(&mut self, name: &str, book: &Workbook, theme: &Theme) -> Result<(), ThemeFault> {
        let site = Site::new(book.corpus(), theme);
        let Some(part) = site.parts().into_iter().find(|part| part.name() == name) else { return Ok(()) };
        let shelf = Shelf::default();
        make_part(&site, &part, theme, &scene::measures(&theme.drawing), &shelf)?;
        let files = shelf.into_artifacts().into_iter().filter_map(|(path, bytes)| Some((path.within(SITE)?, bytes)));
        if self.kept.len() >= KEPT_MAX {
            self.kept.clear();
        }
        let stamp = self.stamps.get(name).copied().unwrap_or_default();
        self.kept.insert(name.to_owned(), Kept { stamp, files: files.collect() });
        Ok(())
    }
}
