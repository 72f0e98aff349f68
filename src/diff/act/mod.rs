//! The draft of an amending act: the changes as commands, with the new wording quoted, in Kazakh and in Russian.
//!
//! In: two corpora. Out: text to be edited by a lawyer. Holds: a command names the number that the act in force has; a
//! paragraph whose parts were put in, moved or numbered anew is given whole; an act is changed by one of its own kind, a
//! resolution by a resolution and an order by an order.
//! Absent on purpose: grounds, date and number of the new act, its entry into force, and a translation of what exists in
//! one language only: its place is marked.

mod commands;
mod kk;
mod printed;
mod ru;

use super::drawing::drawings;
use crate::base::{Lang, Text};
use crate::model::{Corpus, Decree, Regulation};
use crate::wording::act_kind::ActKind;
use crate::wording::date::{DateForm, say_date};
use commands::{Command, commands, is_most};

/// Everything that is to be amended, first in Kazakh, then in Russian. Empty where nothing is.
pub fn draft(before: &Corpus, after: &Corpus) -> String {
    Lang::ALL.into_iter().map(|lang| draft_in(before, after, lang)).collect::<Vec<_>>().join("\n")
}

/// The draft in one language.
pub fn draft_in(before: &Corpus, after: &Corpus, lang: Lang) -> String {
    let mut points = Vec::new();
    for new in &after.decrees {
        let Some(old) = before.decrees.iter().find(|old| old.id == new.id) else { continue };
        match new.repealed.is_some() && old.repealed.is_none() {
            true => points.push(Point::Repeal(old)),
            false => points.push(Point::Amend(old, decree(old, new, lang))),
        }
    }
    let gone = before.decrees.iter().filter(|old| after.decrees.iter().all(|new| new.id != old.id));
    points.extend(gone.map(Point::Repeal));
    points.retain(|point| !matches!(point, Point::Amend(_, groups) if groups.is_empty()));
    if points.is_empty() {
        return String::new();
    }
    count_attached(&mut points);
    let note = if lang == Lang::Kk { kk::NOTE } else { ru::NOTE };
    let numbered = points.iter().enumerate().map(|(at, point)| format!("{}. {}\n", at + 1, point.say(lang)));
    format!("{note}\n\n{}", numbered.collect::<Vec<_>>().join("\n"))
}

/// A numbered point of the new act.
enum Point<'d> {
    Repeal(&'d Decree),
    Amend(&'d Decree, Vec<Group>),
}

/// Commands on one regulation, or on the decree itself.
struct Group {
    title: Option<String>,
    commands: Vec<Command>,
}

/// Appendices of the new act are counted through; one alone bears no number.
fn count_attached(points: &mut [Point]) {
    let groups =
        points.iter_mut().filter_map(|point| if let Point::Amend(_, groups) = point { Some(groups) } else { None });
    let all: Vec<_> = groups.flatten().flat_map(|group| &mut group.commands).filter_map(Command::attached).collect();
    let is_only = all.len() == 1;
    for (number, attached) in (1..).zip(all) {
        *attached = (!is_only).then_some(number);
    }
}

impl Point<'_> {
    fn say(&self, lang: Lang) -> String {
        let (decree, groups) = match self {
            Point::Repeal(decree) => return repeal(decree, lang),
            Point::Amend(decree, groups) => (decree, groups),
        };
        let act = act(decree, lang);
        let mut said: Vec<String> = Vec::new();
        for Group { title, commands } in groups {
            said.extend(title.as_ref().map(|title| match lang {
                Lang::Kk => kk::regulation(title, act.kind),
                Lang::Ru => ru::regulation(title, act.kind),
            }));
            said.extend(commands.iter().map(|command| say(lang, command, act.kind)));
        }
        if let Some(last) = said.last_mut().filter(|last| last.ends_with(';')) {
            last.pop();
            last.push('.');
        }
        let all = || groups.iter().flat_map(|group| &group.commands);
        let additions = all().filter(|command| command.is_addition()).count();
        let counts = Counts { changes: all().count() - additions, additions };
        let head = if lang == Lang::Kk { kk::decree(&act, counts) } else { ru::decree(&act, counts) };
        format!("{head}\n\n{}", said.join("\n\n"))
    }
}

/// How many commands change something, and how many add.
#[derive(Clone, Copy)]
struct Counts {
    changes: usize,
    additions: usize,
}

/// The commands on one decree; none where its regulations say what they said.
fn decree(old: &Decree, new: &Decree, lang: Lang) -> Vec<Group> {
    let find =
        |decree: &'_ Decree, regulation: &Regulation| decree.regulations.iter().position(|one| one.id == regulation.id);
    let of_decree = |command| Group { title: None, commands: vec![command] };
    let mut groups = Vec::new();
    for regulation in &new.regulations {
        let Some(at) = find(old, regulation) else {
            groups.push(of_decree(Command::RegulationAdded { title: title(regulation, lang), attached: None }));
            continue;
        };
        let before = &old.regulations[at];
        let mut all = commands(before, regulation, lang);
        if is_most(&all, regulation, lang) {
            groups.push(of_decree(Command::RegulationAnew { title: title(before, lang), attached: None }));
            continue;
        }
        let appendices = appendices((old, before), (new, regulation)).into_iter();
        all.extend(appendices.map(|number| Command::Appendix { number, attached: None }));
        if !all.is_empty() {
            groups.push(Group { title: Some(title(before, lang)), commands: all });
        }
    }
    for regulation in old.regulations.iter().filter(|one| find(new, one).is_none()) {
        groups.push(of_decree(Command::RegulationRemoved { title: title(regulation, lang) }));
    }
    groups
}

fn say(lang: Lang, command: &Command, kind: ActKind) -> String {
    match lang {
        Lang::Kk => kk::say(command, kind),
        Lang::Ru => ru::say(command, kind),
    }
}

fn title(regulation: &Regulation, lang: Lang) -> String {
    own(&regulation.title, lang)
}

/// Words in the language of the draft; those of the other one in brackets, to be translated.
fn own(text: &Text, lang: Lang) -> String {
    let (found, words) = text.best(lang);
    if found == lang { words.to_owned() } else { format!("[{words}]") }
}

fn repeal(decree: &Decree, lang: Lang) -> String {
    let act = act(decree, lang);
    if lang == Lang::Kk { kk::repeal(&act) } else { ru::repeal(&act) }
}

/// What an act is called by: its kind, body, day, number, title.
struct Act {
    kind: ActKind,
    body: String,
    date: String,
    number: String,
    title: String,
}

fn act(decree: &Decree, lang: Lang) -> Act {
    Act {
        kind: decree.act_kind(),
        body: own(&decree.adopting_body, lang),
        date: say_date(decree.adopted, lang, DateForm::Attributive),
        number: decree.number.clone(),
        title: own(&decree.title, lang),
    }
}

/// Numbers of the printed appendices whose drawing or words changed.
fn appendices(old: (&Decree, &Regulation), new: (&Decree, &Regulation)) -> Vec<Option<u32>> {
    let marked = drawings(old, new);
    let path = |regulation: &'_ Regulation, at: usize| match regulation.appendices[at].shows {
        crate::model::Shown::Handbook(path) => regulation.provider_paths[path].id.clone(),
        crate::model::Shown::Diagram(path) => regulation.system_paths[path].id.clone(),
    };
    let mut numbers = Vec::new();
    for (at, appendix) in old.1.appendices.iter().enumerate().filter(|(_, appendix)| !appendix.is_missing) {
        let path_id = path(old.1, at);
        let after = (0..new.1.appendices.len()).find(|other| path(new.1, *other) == path_id);
        let Some(after) = after.map(|after| &new.1.appendices[after]) else { continue };
        let is_redrawn = marked.iter().any(|one| one.path == path_id && !one.marks.is_empty());
        let is_reworded = (&appendix.header, &appendix.heading) != (&after.header, &after.heading);
        if is_redrawn || is_reworded {
            numbers.push(appendix.number);
        }
    }
    numbers
}
