//! Languages of texts and of messages.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A language that a legal text can be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    Kk,
    Ru,
}

impl Lang {
    /// Both, Kazakh first: the order in which acts are published.
    pub const ALL: [Lang; 2] = [Lang::Kk, Lang::Ru];

    /// The BCP 47 tag: `kk` or `ru`.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Kk => "kk",
            Lang::Ru => "ru",
        }
    }

    pub const fn other(self) -> Lang {
        match self {
            Lang::Kk => Lang::Ru,
            Lang::Ru => Lang::Kk,
        }
    }

    pub fn from_tag(tag: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.tag() == tag)
    }
}

/// A language that the program speaks to its user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Voice {
    Kk,
    Ru,
    #[default]
    En,
}

impl Voice {
    pub const fn tag(self) -> &'static str {
        match self {
            Voice::Kk => "kk",
            Voice::Ru => "ru",
            Voice::En => "en",
        }
    }

    pub fn from_tag(tag: &str) -> Option<Voice> {
        match tag {
            "kk" => Some(Voice::Kk),
            "ru" => Some(Voice::Ru),
            "en" => Some(Voice::En),
            _ => None,
        }
    }

    /// The language in which an act is quoted to who is spoken to like this.
    pub const fn of_acts(self) -> Lang {
        match self {
            Voice::Kk | Voice::En => Lang::Kk,
            Voice::Ru => Lang::Ru,
        }
    }
}

impl From<Lang> for Voice {
    fn from(lang: Lang) -> Voice {
        match lang {
            Lang::Kk => Voice::Kk,
            Lang::Ru => Voice::Ru,
        }
    }
}

/// A text in one or both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Text {
    #[serde(skip_serializing_if = "Option::is_none")]
    kk: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ru: Option<String>,
}

impl Text {
    pub fn of(lang: Lang, words: impl Into<String>) -> Text {
        let mut text = Text::default();
        text.set(lang, words.into());
        text
    }

    pub fn set(&mut self, lang: Lang, words: String) {
        match lang {
            Lang::Kk => self.kk = Some(words),
            Lang::Ru => self.ru = Some(words),
        }
    }

    pub fn get(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::Kk => self.kk.as_deref(),
            Lang::Ru => self.ru.as_deref(),
        }
    }

    /// The text in `lang`, else in the other language; with the language that it is really in.
    pub fn best(&self, lang: Lang) -> (Lang, &str) {
        let other = lang.other();
        match (self.get(lang), self.get(other)) {
            (Some(words), _) => (lang, words),
            (None, Some(words)) => (other, words),
            (None, None) => (lang, ""),
        }
    }

    /// Each language that the text exists in, Kazakh first.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        Lang::ALL.into_iter().filter_map(|lang| Some((lang, self.get(lang)?)))
    }

    /// The text with each language's words changed; languages for which nothing comes back are dropped.
    pub fn map(&self, change: impl Fn(Lang, &str) -> Option<String>) -> Text {
        let mut changed = Text::default();
        for (lang, words) in self.iter() {
            if let Some(words) = change(lang, words) {
                changed.set(lang, words);
            }
        }
        changed
    }

    pub fn is_empty(&self) -> bool {
        self.iter().all(|(_, words)| words.is_empty())
    }
}
