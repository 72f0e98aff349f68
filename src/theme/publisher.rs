//! Whose site it is: public address, name, emblem, contact, colours of the pages.
//!
//! In: `site.yaml` of the default theme, or one that replaces it. Out: [`Publisher`].
//! Holds: the address is one that anything can be appended to; the emblem is a picture among the assets; words can be
//! read on every ground that they may stand on; a fault names its line.
//! Absent on purpose: what the site does with it, and the look beyond a few colours, which is the style sheet's.

mod address;
mod emblem;
mod palette;

use super::ThemeFault;
use super::drawing::Both;
use crate::base::{Entry, RelPath, themes};
use palette::{Palette, RawPalette};
use serde::Deserialize;
use serde_yaml::{Location, Spanned};
use std::borrow::Cow;
use std::collections::BTreeMap;

pub use address::Address;
pub use emblem::{Emblem, PIXEL};

/// The file that holds it, in the theme folder.
pub(super) const FILE: &str = "site.yaml";

/// Everything that `site.yaml` says.
#[derive(Debug, Clone)]
pub struct Publisher {
    /// Without it nothing absolute can be said.
    pub address: Option<Address>,
    /// In place of the site's own title at the head of pages.
    pub name: Option<Both>,
    pub emblem: Option<Emblem>,
    pub contact: Option<Both>,
    palette: Palette,
}

/// The file as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RawPublisher {
    address: Option<Address>,
    name: Option<Spanned<Both>>,
    emblem: Option<Spanned<String>>,
    contact: Option<Spanned<Both>>,
    colours: RawPalette,
}

pub(super) type Assets = BTreeMap<RelPath, Cow<'static, [u8]>>;

impl Publisher {
    /// Reads a `site.yaml`; colours that it does not name are those of `default`.
    pub(super) fn read(text: &str, default: &str, assets: &Assets) -> Result<Publisher, Vec<ThemeFault>> {
        let raw = parse(text)?;
        let mut faults = Vec::new();
        let palette = Palette::of(&raw.colours, &parse(default)?.colours, &mut faults);
        let name = raw.name.and_then(|name| said(&name, "name", &mut faults));
        let contact = raw.contact.and_then(|contact| said(&contact, "contact", &mut faults));
        let emblem = raw.emblem.and_then(|named| {
            let found = emblem::emblem(&named.value, assets);
            found.map_err(|fault| faults.push(at(&named.referenced, fault))).ok()
        });
        if faults.is_empty() {
            Ok(Publisher { address: raw.address, name, emblem, contact, palette })
        } else {
            Err(faults)
        }
    }

    /// The colours as custom properties, light and dark. A style sheet that comes after it may set them anew.
    pub fn css(&self) -> String {
        self.palette.css()
    }
}

/// An empty file says nothing, which is allowed.
fn parse(text: &str) -> Result<RawPublisher, Vec<ThemeFault>> {
    let raw: Option<RawPublisher> = serde_yaml::from_str(text).map_err(|error| {
        let message = error.without_snippet().to_string().lines().next().unwrap_or("").to_owned();
        let fault = ThemeFault::of_file(FILE, &themes::THEME_NOT_YAML).word(message);
        vec![match error.location() {
            Some(place) => at(&place, fault),
            None => fault,
        }]
    })?;
    Ok(raw.unwrap_or_default())
}

fn at(place: &Location, fault: ThemeFault) -> ThemeFault {
    fault.at(place.line() as u32, place.column() as u32)
}

fn fault_at(place: &Location, entry: &'static Entry) -> ThemeFault {
    at(place, ThemeFault::of_file(FILE, entry))
}

/// A text that has words in both languages.
fn said(text: &Spanned<Both>, key: &str, faults: &mut Vec<ThemeFault>) -> Option<Both> {
    let Both { kk, ru } = &text.value;
    if kk.trim().is_empty() || ru.trim().is_empty() {
        faults.push(fault_at(&text.referenced, &themes::THEME_ONE_LANGUAGE).word(key));
        return None;
    }
    Some(Both { kk: kk.trim().to_owned(), ru: ru.trim().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEFAULT: &str = include_str!("../../themes/default/site.yaml");

    fn read(text: &str) -> Result<Publisher, Vec<ThemeFault>> {
        let file = |name: &str, bytes: &'static [u8]| (RelPath::new(name).unwrap(), Cow::Borrowed(bytes));
        let assets = [
            file("bad.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><g\n oNclick='x'/></svg>"),
            file("e.svg", b"<?xml version='1.0'?>\n<s:svg xmlns:s='http://www.w3.org/2000/svg'><s:g/></s:svg>"),
            file("torn.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><g>"),
            file("crossed.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg></g>"),
            file("nameless.svg", b"<svg/>"),
            file("page.svg", b"<html xmlns='http://www.w3.org/1999/xhtml'/>"),
            file("e.png", PIXEL),
            file("torn.png", &PIXEL[..50]),
            file("head.png", &PIXEL[..8]),
            file("no.png", b"x"),
            file("a.css", b""),
        ];
        Publisher::read(text, DEFAULT, &assets.into())
    }

    /// Places and messages of all faults.
    fn faults(text: &str) -> Vec<String> {
        read(text).expect_err("it is broken").iter().map(ThemeFault::to_string).collect()
    }

    #[test]
    fn the_default_says_nothing_but_colours() {
        let publisher = read(DEFAULT).unwrap();
        assert!(publisher.address.is_none() && publisher.name.is_none() && publisher.emblem.is_none());
        assert_eq!(read("").unwrap().css(), publisher.css());
        assert!(publisher.css().contains("--on-mark: #ffffff"));
    }

    #[test]
    fn all_of_it_is_read() {
        let text = "address: https://example.kz/a\nname: {kk: ' А ', ru: Б}\nemblem: e.png\ncontact: {kk: В, ru: Г}\n";
        let publisher = read(text).unwrap();
        assert_eq!(publisher.address.unwrap().to("kk/index.html"), "https://example.kz/a/kk/index.html");
        assert_eq!(publisher.name.unwrap().kk, "А");
        assert!(publisher.emblem.unwrap().is_png);
        assert!(!read("emblem: e.svg").unwrap().emblem.unwrap().is_png);
    }

    #[test]
    fn the_lines_of_the_comments_are_sound() {
        let lines = DEFAULT.lines().map(|line| match line.strip_prefix("# ") {
            Some(key) if ["address", "name", "emblem", "contact"].iter().any(|known| key.starts_with(known)) => key,
            Some(inner) if inner.starts_with("  kk: ") || inner.starts_with("  ru: ") => inner,
            _ => "",
        });
        let publisher = read(&lines.map(|line| format!("{line}\n")).collect::<String>().replace("emblem.svg", "e.svg"));
        let publisher = publisher.unwrap();
        assert!(publisher.address.is_some() && publisher.name.is_some());
        assert!(publisher.emblem.is_some() && publisher.contact.is_some());
    }

    #[test]
    fn every_fault_names_its_line() {
        let places = [
            ("\nadress: x", "site.yaml:2:1: "),
            ("\nname: {kk: a}", "site.yaml:2:"),
            ("name:\n  kk: a\n  ru: ' '", "site.yaml:2:3: `name` needs words"),
            ("\n\nemblem: gone.svg", "site.yaml:3:9: the theme has no file `assets/gone.svg`"),
            ("emblem: ../e.svg", "site.yaml:1:9: the theme has no file"),
            ("emblem: a.css", "site.yaml:1:9: `assets/a.css` is neither"),
            ("emblem: bad.svg", "site.yaml:1:9: `assets/bad.svg` holds what no picture needs: `on…=`"),
            ("emblem: no.png", "site.yaml:1:9: `assets/no.png` is neither"),
            ("emblem: torn.png", "site.yaml:1:9: `assets/torn.png` is neither"),
            ("emblem: head.png", "site.yaml:1:9: `assets/head.png` is neither"),
            ("emblem: torn.svg", "site.yaml:1:9: `assets/torn.svg` is neither"),
            ("emblem: crossed.svg", "site.yaml:1:9: `assets/crossed.svg` is neither"),
            ("emblem: nameless.svg", "site.yaml:1:9: `assets/nameless.svg` is neither"),
            ("emblem: page.svg", "site.yaml:1:9: `assets/page.svg` is neither"),
            ("\naddress: ftp://example.kz", "site.yaml:2:10: "),
            ("colours:\n  light:\n    mark: red", "site.yaml:3:11: "),
            ("colours:\n  light:\n    marc: '#000000'", "site.yaml:3:5: "),
            ("colours:\n  dark:\n    link: none", "site.yaml:3:11: "),
        ];
        for (text, start) in places {
            let found = faults(text);
            assert!(found.len() == 1 && found[0].starts_with(start), "{text:?}: {found:?}");
        }
        let both = faults("emblem: gone.svg\ncolours: {light: {ink: '#eeeeee'}}");
        assert_eq!(both.len(), 2, "a fault does not hide the next: {both:?}");
    }
}
