//! Reading a theme: each part from its files, all faults of all parts together.

use super::publisher::{FILE, Publisher};
use super::templates::Templates;
use super::{Drawing, Theme, ThemeFault, Words, embedded};
use crate::base::{RelPath, themes};
use std::borrow::Cow;
use std::collections::BTreeMap;

type Assets = BTreeMap<RelPath, Cow<'static, [u8]>>;

/// The theme that these files make when laid over the embedded one.
pub(super) fn read(over: &BTreeMap<String, Vec<u8>>) -> Result<Theme, Vec<ThemeFault>> {
    let files = Layers { over };
    let mut faults = Vec::new();
    let words = read_words(&files, &mut faults);
    let drawing = read_drawing(&files, &mut faults);
    let assets = read_assets(&files, &mut faults);
    let publisher = read_publisher(&files, &assets, &mut faults);
    let texts = read_templates(&files, &mut faults);
    let (Some(words), Some(drawing), Some(publisher)) = (words, drawing, publisher) else { return Err(faults) };
    match Templates::compile(&texts, &words) {
        Ok(templates) if faults.is_empty() => {
            let texts = texts.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
            Ok(Theme { drawing, publisher, assets, words, texts, templates, noted: None })
        }
        Ok(_) => Err(faults),
        Err(broken) => {
            faults.extend(broken);
            Err(faults)
        }
    }
}

/// The files of a theme folder over those of the embedded theme.
struct Layers<'a> {
    over: &'a BTreeMap<String, Vec<u8>>,
}

impl<'a> Layers<'a> {
    fn get(&self, path: &str) -> &'a [u8] {
        let own = embedded::FILES.iter().find(|(name, _)| *name == path).map_or(&[][..], |(_, bytes)| bytes);
        self.over.get(path).map_or(own, Vec::as_slice)
    }

    /// All files in a folder, by their place in it.
    fn in_folder(&self, folder: &str) -> BTreeMap<&'a str, &'a [u8]> {
        let own = embedded::FILES.iter().copied();
        let over = self.over.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        own.chain(over)
            .filter_map(|(path, bytes)| Some((path.strip_prefix(folder)?.strip_prefix('/')?, bytes)))
            .collect()
    }
}

pub(super) fn utf8<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, ThemeFault> {
    str::from_utf8(bytes)
        .map_err(|error| ThemeFault::at_byte(file, bytes, error.valid_up_to(), &themes::THEME_NOT_TEXT))
}

/// Both files of words; the embedded Kazakh file says which keys there must be.
fn read_words(files: &Layers<'_>, faults: &mut Vec<ThemeFault>) -> Option<[Words; 2]> {
    let own = embedded::FILES.iter().find(|(name, _)| *name == "words.kk.yaml")?.1;
    let pattern = Words::read("words.kk.yaml", own, None).map_err(|found| faults.extend(found)).ok()?;
    let mut read = |file: &str| match files.get(file) {
        // Most themes have the words of the embedded one.
        same if same == own => Some(pattern.clone()),
        other => Words::read(file, other, Some(&pattern)).map_err(|found| faults.extend(found)).ok(),
    };
    let (kk, ru) = (read("words.kk.yaml"), read("words.ru.yaml"));
    Some([kk?, ru?])
}

fn read_drawing(files: &Layers<'_>, faults: &mut Vec<ThemeFault>) -> Option<Drawing> {
    let file = "drawing.yaml";
    let text = utf8(file, files.get(file)).map_err(|fault| faults.push(fault)).ok()?;
    Drawing::read(text).map_err(|fault| faults.push(fault)).ok()
}

/// Whose site it is; the embedded file gives the colours that a theme does not name.
fn read_publisher(files: &Layers<'_>, assets: &Assets, faults: &mut Vec<ThemeFault>) -> Option<Publisher> {
    let own = embedded::FILES.iter().find(|(name, _)| *name == FILE).and_then(|(_, own)| str::from_utf8(own).ok())?;
    let text = utf8(FILE, files.get(FILE)).map_err(|fault| faults.push(fault)).ok()?;
    Publisher::read(text, own, assets).map_err(|found| faults.extend(found)).ok()
}

/// Assets and fonts; fonts are published in a folder of their own among the assets.
fn read_assets(files: &Layers<'_>, faults: &mut Vec<ThemeFault>) -> Assets {
    let assets = files.in_folder("assets").into_iter().map(|(name, bytes)| (name.to_owned(), bytes));
    let fonts = files.in_folder("fonts").into_iter().map(|(name, bytes)| (format!("fonts/{name}"), bytes));
    let mut all = BTreeMap::new();
    for (name, bytes) in assets.chain(fonts) {
        match RelPath::new(&name) {
            Some(path) => drop(all.insert(path, own(bytes))),
            None => faults.push(ThemeFault::of_file(name, &themes::THEME_BAD_FILE_NAME)),
        }
    }
    all
}

/// Bytes of the program are borrowed, bytes of a theme folder copied.
fn own(bytes: &[u8]) -> Cow<'static, [u8]> {
    let embedded = embedded::FILES.iter().find(|(_, own)| std::ptr::eq(*own, bytes));
    embedded.map_or_else(|| Cow::Owned(bytes.to_vec()), |(_, own)| Cow::Borrowed(*own))
}

fn read_templates<'a>(files: &Layers<'a>, faults: &mut Vec<ThemeFault>) -> BTreeMap<&'a str, &'a str> {
    let mut texts = BTreeMap::new();
    for (name, bytes) in files.in_folder("templates") {
        match utf8(&format!("templates/{name}"), bytes) {
            Ok(text) => drop(texts.insert(name, text)),
            Err(fault) => faults.push(fault),
        }
    }
    texts
}
