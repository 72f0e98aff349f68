//! Names of drawings, and how a user may shorten them.

use super::console::Console;
use super::failure::Failure;
use super::words;
use crate::base::{Id, Lang};
use crate::model::Corpus;
use crate::source::nearest;

/// A message names so many at most.
const NAMED_MAX: usize = 40;

/// One drawing of a corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Drawn<'a> {
    pub decree: &'a Id,
    pub regulation: &'a Id,
    pub path: &'a Id,
    /// Nothing for the language of the definition.
    pub translation: Option<Lang>,
}

impl Drawn<'_> {
    pub fn name(&self) -> String {
        let lang = self.translation.map_or(String::new(), |lang| format!(".{}", lang.tag()));
        format!("{}/{}/{}{lang}", self.decree, self.regulation, self.path)
    }
}

/// Every drawing, in the order of the corpus.
pub(super) fn drawings(corpus: &Corpus) -> Vec<Drawn<'_>> {
    let mut all = Vec::new();
    for decree in &corpus.decrees {
        for regulation in &decree.regulations {
            for lang in regulation.drawn_in() {
                let translation = Some(lang).filter(|lang| *lang != regulation.language);
                let diagrams = regulation.system_paths.iter().map(|path| &path.id);
                let handbooks = regulation.provider_paths.iter().map(|path| &path.id);
                let drawn = |path| Drawn { decree: &decree.id, regulation: &regulation.id, path, translation };
                all.extend(diagrams.chain(handbooks).map(drawn));
            }
        }
    }
    all
}

/// Which of the names is meant: the name itself, or the only one that has these parts next to one another.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Choice {
    One(usize),
    Many(Vec<usize>),
    None,
}

pub(super) fn choose(wanted: &str, names: &[String]) -> Choice {
    let wanted = wanted.replace('\\', "/");
    let wanted = wanted.trim_matches('/').trim_end_matches(".svg");
    if let Some(exact) = names.iter().position(|name| name == wanted) {
        return Choice::One(exact);
    }
    let parts: Vec<&str> = wanted.split('/').collect();
    let has_parts = |name: &String| name.split('/').collect::<Vec<_>>().windows(parts.len()).any(|some| some == parts);
    let fitting: Vec<usize> = names.iter().enumerate().filter(|(_, name)| has_parts(name)).map(|(at, _)| at).collect();
    match fitting.as_slice() {
        [] => Choice::None,
        [one] => Choice::One(*one),
        _ => Choice::Many(fitting),
    }
}

/// Why nothing was chosen, with what there is.
pub(super) fn not_chosen(wanted: &str, fitting: &[usize], names: &[String], console: &Console) -> Failure {
    if !fitting.is_empty() {
        let help = words::fill(console.say(&words::CHOOSE_ONE), &[&list(fitting.iter().map(|at| &names[*at]))]);
        return Failure::Asked { message: words::fill(console.say(&words::AMBIGUOUS), &[wanted]), help };
    }
    let short = |name: &str| name.split_once('/').map_or(String::new(), |(_, rest)| rest.to_owned());
    let shorts: Vec<String> = names.iter().map(|name| short(name)).collect();
    let near = nearest(wanted, names.iter().chain(&shorts).map(String::as_str));
    let message = words::fill(console.say(&words::NO_SUCH_NAME), &[wanted]);
    let there_is = words::fill(console.say(&words::THERE_IS), &[&list(names.iter())]);
    let help = match near {
        Some(near) => format!("{}; {there_is}", words::fill(console.say(&words::MEANT), &[near])),
        None => there_is,
    };
    Failure::Asked { message, help }
}

fn list<'a>(names: impl ExactSizeIterator<Item = &'a String>) -> String {
    let more = names.len().saturating_sub(NAMED_MAX);
    let mut out: String = names.take(NAMED_MAX).map(|name| format!("\n      {name}")).collect();
    if more > 0 {
        out.push_str(&format!("\n      … +{more}"));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Vec<String> {
        ["a-1/care/portal", "a-1/care/provider", "b-2/care/provider", "b-2/register/portal"].map(str::to_owned).to_vec()
    }

    #[test]
    fn a_name_may_be_short_as_long_as_one_fits() {
        assert_eq!(choose("a-1/care/provider", &names()), Choice::One(1));
        assert_eq!(choose("care/portal", &names()), Choice::One(0));
        assert_eq!(choose(r"b-2\register\portal.svg", &names()), Choice::One(3));
        assert_eq!(choose("register", &names()), Choice::One(3));
        assert_eq!(choose("care/provider", &names()), Choice::Many(vec![1, 2]));
        assert_eq!(choose("car", &names()), Choice::None, "half a word is no part");
        assert_eq!(choose("", &names()), Choice::None);
    }
}
