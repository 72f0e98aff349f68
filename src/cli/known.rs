//! Definitions for `build`: as far as an earlier run knows them, they are not read again.

use super::failure::Failure;
use super::load;
use crate::base::{Sources, Spread};
use crate::edge::{self, Survey};
use crate::pipeline::{self, Definitions, Loaded, Recall, Stamp};
use crate::source::folder_of;
use std::collections::BTreeSet;
use std::path::Path;

/// A folder of definitions that was looked at.
pub(super) struct Reading(Survey);

impl Reading {
    pub fn of(folder: &Path) -> Result<Reading, Failure> {
        Ok(Reading(Survey::of(folder)?))
    }

    /// Everything, with what is wrong in it.
    pub fn all(&self, spread: &impl Spread) -> Result<Loaded, Failure> {
        Ok(pipeline::load(self.0.read(|_| true)?, spread))
    }

    /// Everything; or where it has errors, what is wrong.
    pub fn sound(&self, spread: &impl Spread) -> Result<Result<Definitions, Box<Loaded>>, Failure> {
        let loaded = self.all(spread)?;
        Ok(match load::has_errors(&loaded) {
            true => Err(Box::new(loaded)),
            // With the texts goes a good part of the memory, long before the most is needed.
            false => Ok(edge::give_back(|| Definitions::of(loaded, self.0.listing()))),
        })
    }

    /// What changed, beside what the last run kept. Nothing where everything has to be read: then whatever is wrong is
    /// told from there.
    pub fn recalled(&self, record: &[u8], rest: Stamp, spread: &impl Spread) -> Option<Definitions> {
        let recall = Recall::open(record, rest, self.0.listing())?;
        let texts = self.0.read(|path| recall.is_stale(path)).ok()?;
        recall.renew(texts, spread)
    }

    /// The texts of some folders.
    pub fn folders(&self, folders: &BTreeSet<String>) -> Option<Sources> {
        self.0.read(|path| folders.contains(folder_of(path))).ok()
    }
}
