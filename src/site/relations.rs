//! Which act amends or repeals which.

use crate::base::{Id, Lang, Text};
use crate::model::{Amended, Corpus, Decree, Edition, Regulation, Repeal};
use crate::wording::collate::fold;
use crate::wording::date::{Date, DateForm, say_date};
use crate::wording::form;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Amends,
    Repeals,
}

/// One act does something to another; both are indices of [`Relations::acts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Relation {
    pub from: usize,
    pub to: usize,
    pub kind: Kind,
}

/// An act that takes part in a relation.
#[derive(Debug, Clone, Copy)]
pub(super) enum Act<'a> {
    /// A decree of the corpus, by its index.
    Own(usize),
    /// An act elsewhere that a decree amends.
    Amended(&'a Amended),
    /// An act elsewhere that repeals a decree.
    Repealing(&'a Repeal),
    /// An act elsewhere that words a regulation of a decree anew.
    Wording(&'a Edition),
}

/// An act that amends a decree of the corpus.
#[derive(Debug, Clone, Copy)]
enum Amending<'a> {
    Own(usize),
    Elsewhere(&'a Edition),
}

/// All relations, in the order of the decrees.
#[derive(Debug, Default)]
pub(super) struct Relations<'a> {
    pub acts: Vec<Act<'a>>,
    pub all: Vec<Relation>,
    known: BTreeSet<(usize, usize, Kind)>,
    /// Acts that amend a decree of the corpus, by its id.
    amending: BTreeMap<&'a Id, Vec<Amending<'a>>>,
    lookup: Lookup,
}

/// How acts are recognised.
#[derive(Debug, Default)]
struct Lookup {
    /// Decrees by their number in the register.
    by_registry: BTreeMap<String, usize>,
    /// Decrees by day and number.
    by_date: BTreeMap<(Date, String), Vec<usize>>,
}

impl<'a> Relations<'a> {
    pub fn of(corpus: &'a Corpus) -> Relations<'a> {
        let mut relations = Relations { lookup: Lookup::of(corpus), ..Relations::default() };
        let mut nodes = BTreeMap::new();
        for (index, decree) in corpus.decrees.iter().enumerate() {
            for amended in &decree.amends {
                let target = relations.lookup.amended(corpus, amended).filter(|target| *target != index);
                let to = match target {
                    Some(target) => relations.node(&mut nodes, format!("own {target}"), Act::Own(target)),
                    None => relations.node(&mut nodes, key_of(amended), Act::Amended(amended)),
                };
                let from = relations.node(&mut nodes, format!("own {index}"), Act::Own(index));
                if relations.add(from, to, Kind::Amends)
                    && let Some(target) = target
                {
                    relations.amending.entry(&corpus.decrees[target].id).or_default().push(Amending::Own(index));
                }
            }
            let editions = decree.regulations.iter().flat_map(Regulation::editions);
            for edition in editions.filter_map(|one| one.edition.as_ref()) {
                let source = relations.lookup.dated(corpus, &edition.by, edition.date, &edition.number);
                let from = match source {
                    Some(source) => relations.node(&mut nodes, format!("own {source}"), Act::Own(source)),
                    None => relations.node(&mut nodes, key_of_edition(edition), Act::Wording(edition)),
                };
                let to = relations.node(&mut nodes, format!("own {index}"), Act::Own(index));
                if relations.add(from, to, Kind::Amends) {
                    let act = source.map_or(Amending::Elsewhere(edition), Amending::Own);
                    relations.amending.entry(&decree.id).or_default().push(act);
                }
            }
            if let Some(repeal) = &decree.repealed {
                let source = relations.lookup.repealing(corpus, repeal).filter(|source| *source != index);
                let from = match source {
                    Some(source) => relations.node(&mut nodes, format!("own {source}"), Act::Own(source)),
                    None => relations.node(&mut nodes, key_of_repeal(repeal), Act::Repealing(repeal)),
                };
                let to = relations.node(&mut nodes, format!("own {index}"), Act::Own(index));
                relations.add(from, to, Kind::Repeals);
            }
        }
        relations
    }

    fn node(&mut self, nodes: &mut BTreeMap<String, usize>, key: String, act: Act<'a>) -> usize {
        *nodes.entry(key).or_insert_with(|| {
            self.acts.push(act);
            self.acts.len() - 1
        })
    }

    /// A decree that amends two appendices of one act amends the act once. Says whether the relation is new.
    fn add(&mut self, from: usize, to: usize, kind: Kind) -> bool {
        let is_new = from != to && self.known.insert((from, to, kind));
        if is_new {
            self.all.push(Relation { from, to, kind });
        }
        is_new
    }

    /// Every relation of two decrees of the corpus, by their places in it.
    pub fn between_own(&self) -> impl Iterator<Item = (usize, usize)> {
        let own = |act: usize| match self.acts[act] {
            Act::Own(place) => Some(place),
            _ => None,
        };
        self.all.iter().filter_map(move |relation| Some((own(relation.from)?, own(relation.to)?)))
    }

    /// The decree of the corpus that repeals this one, which never is itself.
    pub fn repealing_decree<'c>(&self, corpus: &'c Corpus, decree: &Decree) -> Option<&'c Decree> {
        let index = self.lookup.repealing(corpus, decree.repealed.as_ref()?)?;
        Some(&corpus.decrees[index]).filter(|repealing| repealing.id != decree.id)
    }

    /// The decree of the corpus that brought an edition in.
    pub fn edition_decree<'c>(&self, corpus: &'c Corpus, edition: &Edition) -> Option<&'c Decree> {
        let index = self.lookup.dated(corpus, &edition.by, edition.date, &edition.number);
        index.map(|index| &corpus.decrees[index])
    }

    /// The decrees of the corpus that amend this one.
    pub fn amending<'c>(&self, corpus: &'c Corpus, decree: &Id) -> impl Iterator<Item = &'c Decree> {
        self.amending.get(decree).into_iter().flatten().filter_map(|act| match act {
            Amending::Own(index) => Some(&corpus.decrees[*index]),
            Amending::Elsewhere(_) => None,
        })
    }

    /// The acts elsewhere that amend it, as the editions of its regulations name them.
    pub fn amending_elsewhere(&self, decree: &Id) -> impl Iterator<Item = &'a Edition> {
        self.amending.get(decree).into_iter().flatten().filter_map(|act| match act {
            Amending::Own(_) => None,
            Amending::Elsewhere(edition) => Some(*edition),
        })
    }

    /// The decree of the corpus that is amended.
    pub fn amended_decree<'c>(&self, corpus: &'c Corpus, amended: &Amended) -> Option<&'c Decree> {
        self.lookup.amended(corpus, amended).map(|index| &corpus.decrees[index])
    }
}

impl Lookup {
    fn of(corpus: &Corpus) -> Lookup {
        let mut lookup = Lookup::default();
        for (index, decree) in corpus.decrees.iter().enumerate() {
            if let Some(registered) = &decree.registered {
                lookup.by_registry.entry(registered.number.clone()).or_insert(index);
            }
            lookup.by_date.entry((decree.adopted, squeezed(&decree.number))).or_default().push(index);
        }
        lookup
    }

    /// By the number in the register, which is unique; an act without one is not guessed at.
    fn amended(&self, corpus: &Corpus, amended: &Amended) -> Option<usize> {
        let index = *self.by_registry.get(amended.registry.as_deref()?)?;
        // Registers of different authorities may count alike: the act must also be named by its number.
        let names = |text: &Text| {
            text.iter().any(|(_, words)| squeezed(words).contains(&squeezed(&corpus.decrees[index].number)))
        };
        names(&amended.act).then_some(index)
    }

    fn repealing(&self, corpus: &Corpus, repeal: &Repeal) -> Option<usize> {
        self.dated(corpus, &repeal.by, repeal.date, &repeal.number)
    }

    /// By day and number, which several bodies may share, and by the body's name; of several acts, none is guessed at.
    fn dated(&self, corpus: &Corpus, by: &Text, date: Date, number: &str) -> Option<usize> {
        let found = self.by_date.get(&(date, squeezed(number)))?;
        let same_body = |index: &usize| {
            let body = &corpus.decrees[*index].adopting_body;
            // «Жамбыл облысының әкімдігі» is named by «Жамбыл облысы әкімдігінің қаулысы».
            body.iter().any(|(lang, name)| by.get(lang).is_some_and(|by| form::says(by, name, lang)))
        };
        let mut found = found.iter().copied().filter(same_body);
        found.next().filter(|_| found.next().is_none())
    }
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn key_of(amended: &Amended) -> String {
    match &amended.registry {
        Some(registry) => format!("registry {registry}"),
        None => format!("act {}", fold(amended.act.best(Lang::Kk).1)),
    }
}

/// One act may repeal a decree and word a regulation of another anew.
fn key_of_repeal(repeal: &Repeal) -> String {
    key_of_act(&repeal.by, repeal.date, &repeal.number)
}

fn key_of_edition(edition: &Edition) -> String {
    key_of_act(&edition.by, edition.date, &edition.number)
}

fn key_of_act(by: &Text, date: Date, number: &str) -> String {
    let date = say_date(date, Lang::Kk, DateForm::Numeric);
    format!("dated {date} {} {}", squeezed(number), fold(by.best(Lang::Kk).1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manuscript::fixture::{decree, kk};

    /// A repealed act, and acts of the day and number of its repeal, by their bodies; and which of these repealed it.
    fn repealing(bodies: &[&str]) -> Option<String> {
        let day = Date::new(2020, 10, 20).expect("a day");
        let mut old = decree("old");
        let by = kk("Сынақ облысы әкімдігінің қаулысы");
        old.repealed = Some(Repeal { by, date: day, number: "4/438".to_owned(), note: None });
        let mut decrees = vec![old];
        for (at, body) in bodies.iter().enumerate() {
            let mut act = decree(&format!("act{at}"));
            (act.adopting_body, act.adopted, act.number) = (kk(body), day, "4/438".to_owned());
            act.repealed.clone_from(&decrees[0].repealed);
            decrees.push(act);
        }
        let corpus = Corpus { decrees };
        let relations = Relations::of(&corpus);
        let last = corpus.decrees.last().expect("an act");
        assert!(relations.repealing_decree(&corpus, last).is_none_or(|own| own.id != last.id), "no act repeals itself");
        relations.repealing_decree(&corpus, &corpus.decrees[0]).map(|act| act.id.to_string())
    }

    #[test]
    fn of_acts_of_one_day_and_number_that_of_the_named_body_is_meant() {
        assert_eq!(repealing(&["Сынақ облысының әкімдігі"]).as_deref(), Some("act0"));
        assert_eq!(repealing(&["Сынақ қаласының әкімдігі"]), None);
        assert_eq!(repealing(&["Сынақ қаласының әкімдігі", "Сынақ облысының әкімдігі"]).as_deref(), Some("act1"));
        assert_eq!(repealing(&["Сынақ облысының әкімдігі", "Сынақ облысының әкімдігі"]), None);
    }
}
