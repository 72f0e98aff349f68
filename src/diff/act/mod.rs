//! The draft of an amending act: the changes as commands, with the new wording quoted, in Kazakh and in Russian.
//!
//! In: two corpora. Out: text to be edited by a lawyer. Holds: a command names the number that the act in force has; a
//! paragraph whose parts were put in, moved or numbered anew is given whole.
//! Absent on purpose: grounds, date and number of the new act, its entry into force, and a translation of what exists in
//! one language only: its place is marked.

mod commands;
mod kk;
mod printed;
mod ru;

use super::drawing::drawings;
use crate::base::Lang;
use crate::model::{Corpus, Decree, Regulation};
use crate::wording::date::{DateForm, say_date};
use commands::{Command, commands};

/// Everything that is to be amended, first in Kazakh, then in Russian. Empty where nothing is.
pub fn draft(before: &Corpus, after: &Corpus) -> String {
    Lang::ALL.into_iter().map(|lang| draft_in(before, after, lang)).collect::<Vec<_>>().join("\n")
}

/// The draft in one language.
pub fn draft_in(before: &Corpus, after: &Corpus, lang: Lang) -> String {
    let mut points = Vec::new();
    // Appendices of the new act are counted through.
    let mut attached = 0;
    for new in &after.decrees {
        let Some(old) = before.decrees.iter().find(|old| old.id == new.id) else { continue };
        if new.repealed.is_some() && old.repealed.is_none() {
            points.push(repeal(old, lang));
            continue;
        }
        points.extend(decree(old, new, lang, &mut attached));
    }
    let gone = before.decrees.iter().filter(|old| after.decrees.iter().all(|new| new.id != old.id));
    points.extend(gone.map(|old| repeal(old, lang)));
    if points.is_empty() {
        return String::new();
    }
    let note = if lang == Lang::Kk { kk::NOTE } else { ru::NOTE };
    let numbered = points.iter().enumerate().map(|(at, point)| format!("{}. {point}\n", at + 1));
    format!("{note}\n\n{}", numbered.collect::<Vec<_>>().join("\n"))
}

/// The commands on one decree; `None` where its regulations say what they said.
fn decree(old: &Decree, new: &Decree, lang: Lang, attached: &mut u32) -> Option<String> {
    let find =
        |decree: &'_ Decree, regulation: &Regulation| decree.regulations.iter().position(|one| one.id == regulation.id);
    let mut said: Vec<String> = Vec::new();
    for regulation in &new.regulations {
        let Some(at) = find(old, regulation) else {
            *attached += 1;
            said.push(say(lang, &Command::RegulationAdded { title: title(regulation, lang), attached: *attached }));
            continue;
        };
        let before = &old.regulations[at];
        let mut all = commands(before, regulation, lang);
        for number in appendices((old, before), (new, regulation)) {
            *attached += 1;
            all.push(Command::Appendix { number, attached: *attached });
        }
        if !all.is_empty() {
            said.push(if lang == Lang::Kk {
                kk::regulation(&title(before, lang))
            } else {
                ru::regulation(&title(before, lang))
            });
            said.extend(all.iter().map(|command| say(lang, command)));
        }
    }
    for regulation in old.regulations.iter().filter(|one| find(new, one).is_none()) {
        said.push(say(lang, &Command::RegulationRemoved { title: title(regulation, lang) }));
    }
    let last = said.last_mut()?;
    if last.ends_with(';') {
        last.pop();
        last.push('.');
    }
    let act = act(old, lang);
    let head = if lang == Lang::Kk { kk::decree(&act) } else { ru::decree(&act) };
    Some(format!("{head}\n\n{}", said.join("\n\n")))
}

fn say(lang: Lang, command: &Command) -> String {
    match lang {
        Lang::Kk => kk::say(command),
        Lang::Ru => ru::say(command),
    }
}

fn title(regulation: &Regulation, lang: Lang) -> String {
    regulation.title.best(lang).1.to_owned()
}

fn repeal(decree: &Decree, lang: Lang) -> String {
    let act = act(decree, lang);
    if lang == Lang::Kk { kk::repeal(&act) } else { ru::repeal(&act) }
}

/// What an act is called by: body, day, number, title.
struct Act {
    body: String,
    date: String,
    number: String,
    title: String,
}

fn act(decree: &Decree, lang: Lang) -> Act {
    Act {
        body: decree.adopting_body.best(lang).1.to_owned(),
        date: say_date(decree.adopted, lang, DateForm::Attributive),
        number: decree.number.clone(),
        title: decree.title.best(lang).1.to_owned(),
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
