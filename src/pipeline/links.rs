//! Every link of a site: those within it that lead nowhere, and those to other hosts with their places in the texts.

use super::publish::SITE;
use super::{Loaded, assemble};
use crate::base::{Artifacts, RelPath, Span, Spread};
use crate::site::links::{self, Broken, Outside};
use crate::source::folder_of;
use crate::theme::{Theme, ThemeFault};

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Links {
    pub broken: Vec<Broken>,
    /// With the place of the address in a text, where a text has it.
    pub outside: Vec<(Outside, Option<Span>)>,
}

/// Makes the whole site and looks at each link and each anchor.
pub fn links(loaded: &Loaded, theme: &Theme, spread: &impl Spread) -> Result<Links, Vec<ThemeFault>> {
    let files = assemble(&loaded.corpus, theme, spread)?;
    let within = |(path, bytes): (RelPath, Vec<u8>)| Some((path.within(SITE)?, bytes));
    let site: Artifacts = files.into_iter().filter_map(within).collect();
    let own = theme.publisher.address.as_ref().map(ToString::to_string);
    let outside = links::outside(&site, own.as_deref());
    let placed = outside.into_iter().map(|link| {
        let place = place(loaded, &link);
        (link, place)
    });
    Ok(Links { broken: links::broken(&site), outside: placed.collect() })
}

/// Where the address stands: in the folder of the page's decree, else in the first text that has it.
fn place(loaded: &Loaded, link: &Outside) -> Option<Span> {
    let decree = link.page.split('/').find_map(|part| loaded.folders.iter().find(|(id, _)| id.as_str() == part));
    let in_folder = |path: &str| decree.is_some_and(|(_, folder)| folder_of(path) == folder);
    let mut found: Vec<(bool, Span)> = Vec::new();
    for (id, source) in loaded.sources.iter() {
        if let Some(at) = source.text.find(&link.address) {
            let span = Span::new(id, at as u32, (at + link.address.len()) as u32);
            found.push((!in_folder(&source.path), span));
        }
    }
    found.into_iter().min().map(|(_, span)| span)
}
