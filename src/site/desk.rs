//! What the pages of one language share: words, dates, counts, links, and the relations between acts.

use super::address::{List, Place};
use super::context::{Frame, Link, Repealed, Words};
use super::lists::Lists;
use super::machine::head::{self, About};
use super::relations::Relations;
use crate::base::{Id, Lang, Text};
use crate::model::{Corpus, Decree};
use crate::theme::{self, Theme};
use crate::wording::act_kind::ActKind;
use crate::wording::date::{Date, DateForm, say_date};
use crate::wording::plural::choose_ru;

/// What every page may look at.
#[derive(Clone, Copy)]
pub(super) struct Stock<'a> {
    pub corpus: &'a Corpus,
    pub theme: &'a Theme,
    pub relations: &'a Relations<'a>,
    pub lists: &'a Lists<'a>,
}

/// The desk at which the pages of one language are written.
#[derive(Clone, Copy)]
pub(super) struct Desk<'a> {
    pub stock: Stock<'a>,
    pub lang: Lang,
}

impl<'a> Desk<'a> {
    pub fn words(&self) -> &'a theme::Words {
        self.stock.theme.words(self.lang)
    }

    pub fn word(&self, key: &str) -> String {
        self.words().get(key).to_owned()
    }

    /// «5 процедур».
    pub fn count(&self, key: &str, count: usize) -> String {
        let forms = self.words().forms(key);
        let form = if self.lang == Lang::Ru { choose_ru(count as u64, forms) } else { forms[0] };
        format!("{count} {form}")
    }

    pub fn date(&self, date: Date) -> String {
        say_date(date, self.lang, DateForm::Plain)
    }

    pub fn frame(&self, place: Place<'_>, kind: &'static str, title: &str, description: &str) -> Frame {
        let other = self.lang.other();
        let site = self.words().get("site");
        let description = if description.is_empty() { site.to_owned() } else { clip(description) };
        let is_of_acts =
            matches!(place, Place::Decree(_) | Place::Regulation(..) | Place::Parallel(..) | Place::Edition(..));
        let about = About {
            title: if title.is_empty() { site } else { title },
            description: &description,
            kind: if is_of_acts { "article" } else { "website" },
        };
        let head = head::of_page(self, place, &about);
        Frame {
            lang: self.lang.tag(),
            other: other.tag(),
            other_name: self.stock.theme.words(other).get("language").to_owned(),
            root: place.to_root(),
            here: place.here(),
            crossings: None,
            kind,
            title: if title.is_empty() {
                site.to_owned()
            } else {
                format!("{title} – {}", self.words().get("site_short"))
            },
            description,
            is_repealed: false,
            trail: Vec::new(),
            home: place.link(Place::Home),
            head,
        }
    }

    /// How a decree is named in a line of links: «№ 332 қаулы», «№ 601 бұйрық».
    pub fn short_name(&self, decree: &Decree) -> Words {
        self.act_by_number(decree.act_kind(), &decree.number)
    }

    /// An act by its number alone.
    pub fn act_by_number(&self, kind: ActKind, number: &str) -> Words {
        let key = if kind == ActKind::Order { "order_no" } else { "decree_no" };
        Words::own(self.words().fill(key, &[number]))
    }

    pub fn home_link(&self, from: Place<'_>) -> Link {
        Link { href: from.link(Place::Home), text: Words::own(self.word("home")) }
    }

    /// The pages above that of a decree.
    pub fn trail_to(&self, decree: &Decree, from: Place<'_>) -> Vec<Link> {
        let mut trail = vec![self.home_link(from)];
        if self.stock.lists.are_parted {
            let list = self.stock.lists.of_decree(decree);
            trail.push(self.region_link(list.region, decree.region.as_ref().map(|region| &region.name), from));
            trail.extend(list.year.map(|year| self.year_link(list, year, from)));
        }
        trail
    }

    /// To the page of a region.
    pub fn region_link(&self, region: Option<&Id>, name: Option<&Text>, from: Place<'_>) -> Link {
        Link { href: from.link(Place::Region(List { region, year: None })), text: self.region_name(name) }
    }

    /// To the page of a year of a region.
    pub fn year_link(&self, list: List<'_>, year: u16, from: Place<'_>) -> Link {
        let href = from.link(Place::Region(List { year: Some(year), ..list }));
        Link { href, text: Words::own(self.year(year)) }
    }

    /// «2016 год».
    pub fn year(&self, year: u16) -> String {
        self.words().fill("year", &[&year.to_string()])
    }

    /// The name of a region, or of all acts that belong to none.
    pub fn region_name(&self, name: Option<&Text>) -> Words {
        name.map_or_else(|| Words::own(self.word("other_region")), |name| Words::of(name, self.lang))
    }

    /// An act in short: body, day, number. The day is said in the language of the body's name.
    pub fn act_of(&self, body: &Text, date: Date, number: &str) -> Words {
        let (lang, body) = body.best(self.lang);
        let date = say_date(date, lang, DateForm::Plain);
        Words {
            words: self.words().fill("act_of", &[body, &date, number]),
            lang: (lang != self.lang).then_some(lang.tag()),
        }
    }

    /// A text in which days are written as in `2015-06-23`, with the days as an act would write them.
    pub fn with_days(&self, text: &Text) -> Words {
        let (lang, words) = text.best(self.lang);
        Words { words: say_days(words, lang), ..Words::of(text, self.lang) }
    }

    /// The title of a page of an act and its description, behind a mark, with the region, for services of many regions
    /// bear one name. A description is cut where it is long, and so the region stands first in it.
    pub fn in_region(&self, decree: &Decree, mark: &str, [title, description]: [&str; 2]) -> [String; 2] {
        let Some(region) = decree.region.as_ref().map(|region| region.name.best(self.lang).1) else {
            return [title, description].map(|said| format!("{mark}{said}"));
        };
        [format!("{mark}{title} – {region}"), format!("{mark}{region}. {description}")]
    }

    /// That the decree has lost force, as the banner and the list of decrees say it.
    pub fn repealed(&self, decree: &Decree, from: Place<'_>) -> Option<Repealed> {
        let repeal = decree.repealed.as_ref()?;
        let own_page = self.stock.relations.repealing_decree(self.stock.corpus, decree);
        let href = match own_page {
            Some(decree) => from.link(Place::Decree(&decree.id)),
            None => format!("{}#repeal-{}", from.link(self.relations_of(decree)), decree.id),
        };
        Some(Repealed {
            mark: self.word("repealed"),
            act: Link { href, text: self.act_of(&repeal.by, repeal.date, &repeal.number) },
            note: repeal.note.as_ref().map(|note| Words::of(note, self.lang)),
        })
    }

    /// The page that tells the relations of a decree.
    fn relations_of<'d>(&self, decree: &'d Decree) -> Place<'d> {
        let lists = self.stock.lists;
        if lists.are_relations_parted { Place::Relations(lists.of_decree(decree)) } else { Place::Acts }
    }

    /// Where the text of an act is not in the language of the page, the sentence that says so.
    pub fn only_in(&self, language: Lang) -> Option<String> {
        let key = if language == Lang::Kk { "only_in_kk" } else { "only_in_ru" };
        (language != self.lang).then(|| self.word(key))
    }
}

/// The text with every day like `2015-06-23` in words.
fn say_days(text: &str, lang: Lang) -> String {
    const LENGTH: usize = "2015-06-23".len();
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let day = rest.get(..LENGTH).and_then(Date::parse_iso);
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let taken = if day.is_some() { LENGTH } else { digits };
        match day {
            Some(day) => out.push_str(&say_date(day, lang, DateForm::Attributive)),
            None => out.push_str(&rest[..taken]),
        }
        rest = &rest[taken..];
    }
    out + rest
}

/// As much of a text as a description of a page may hold, cut between words.
fn clip(text: &str) -> String {
    const CHARS_MAX: usize = 155;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = text.char_indices().nth(CHARS_MAX) else { return text };
    let end = text[..end].rfind(' ').unwrap_or(end);
    format!("{}…", &text[..end])
}
