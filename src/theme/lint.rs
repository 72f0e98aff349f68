//! Names that a template uses → those that no page gives it.
//!
//! In: the texts of templates, and the shape of what each page is given. Out: faults with line and column.
//! Holds: a name is looked at wherever it stands, also in a branch that no page of today takes; where the shape is not
//! known, nothing is said, so that no sound template is refused.
//! Absent on purpose: the grammar of templates, which the engine has checked before.

mod tokens;

use super::ThemeFault;
use crate::base::themes;
use serde_json::Value;
use std::collections::BTreeMap;
use tokens::{Token, tags};

/// What is known of a value that a template is given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Shape {
    /// Nothing: it may be anything.
    #[default]
    Any,
    /// A word, a number, yes or no.
    Plain,
    List(Box<Shape>),
    Keys(BTreeMap<String, Shape>),
}

impl Shape {
    pub fn of(value: &Value) -> Shape {
        match value {
            Value::Null => Shape::Any,
            Value::Array(items) => Shape::List(Box::new(items.iter().map(Shape::of).fold(Shape::Any, Shape::with))),
            Value::Object(keys) => {
                Shape::Keys(keys.iter().map(|(key, value)| (key.clone(), Shape::of(value))).collect())
            }
            _ => Shape::Plain,
        }
    }

    /// What fits both.
    pub fn with(self, other: Shape) -> Shape {
        match (self, other) {
            (Shape::Any, known) | (known, Shape::Any) => known,
            (Shape::List(one), Shape::List(other)) => Shape::List(Box::new(one.with(*other))),
            (Shape::Keys(mut keys), Shape::Keys(more)) => {
                for (key, shape) in more {
                    let known = keys.remove(&key).unwrap_or_default();
                    keys.insert(key, known.with(shape));
                }
                Shape::Keys(keys)
            }
            (Shape::Plain, Shape::Plain) => Shape::Plain,
            _ => Shape::Any,
        }
    }
}

/// The shapes of what each page is given, by the name of its template.
pub type Shapes = BTreeMap<String, Shape>;

type Scope = BTreeMap<String, Shape>;

/// All unknown names of all templates, in order.
pub(super) fn unknown_names(texts: &BTreeMap<&str, &str>, shapes: &Shapes) -> Vec<ThemeFault> {
    let mut lint = Lint { shapes, components: BTreeMap::new(), faults: Vec::new() };
    // A component may hand its values on to another: what it is given is known when all calls have been seen.
    for _ in 0..4 {
        lint.faults.clear();
        texts.iter().for_each(|(name, text)| lint.template(name, text));
    }
    lint.faults.sort();
    lint.faults.dedup();
    lint.faults
}

struct Lint<'a> {
    shapes: &'a Shapes,
    /// What each component was given so far, by its name and the name within it.
    components: BTreeMap<String, Scope>,
    faults: Vec<ThemeFault>,
}

impl Lint<'_> {
    fn template(&mut self, name: &str, text: &str) {
        let mut scopes = vec![self.roots(name)];
        for tag in tags(text) {
            let words: Vec<&Token<'_>> = tag.tokens.iter().collect();
            let head = match words.first() {
                Some(Token::Name(head, _)) if tag.is_statement => head.as_str(),
                _ => "",
            };
            match head {
                "for" => scopes.push(self.entered(name, text, &words, &scopes)),
                "component" => scopes = vec![self.component(&words)],
                "endfor" if scopes.len() > 1 => drop(scopes.pop()),
                "endcomponent" => scopes = vec![self.roots(name)],
                "set" | "set_global" => {
                    let shape = self.value(name, text, words.get(3..).unwrap_or_default(), &scopes);
                    if let (Some(Token::Name(set, _)), Some(scope)) = (words.get(1), scopes.last_mut()) {
                        scope.insert(set.clone(), shape);
                    }
                }
                "extends" | "include" | "block" | "endblock" | "raw" | "endraw" | "import" | "filter" | "endfilter" => {
                }
                _ => drop(self.value(name, text, &words, &scopes)),
            }
        }
    }

    /// What a template sees by itself: a page's own, or where it stands in several pages, what all of them have.
    fn roots(&self, name: &str) -> Scope {
        let own = self.shapes.get(name).cloned();
        let shape = own.unwrap_or_else(|| self.shapes.values().cloned().fold(Shape::Any, Shape::with));
        match shape {
            Shape::Keys(keys) => keys,
            _ => Scope::new(),
        }
    }

    /// `for a in b`, `for a, b in c`.
    fn entered(&mut self, name: &str, text: &str, words: &[&Token<'_>], scopes: &[Scope]) -> Scope {
        let is_in = |token: &&&Token<'_>| matches!(token, Token::Name(word, _) if word == "in");
        let at = words.iter().position(|token| is_in(&token)).unwrap_or(words.len());
        let whole = self.value(name, text, words.get(at + 1..).unwrap_or_default(), scopes);
        let names: Vec<&String> = words[1..at]
            .iter()
            .filter_map(|token| if let Token::Name(word, _) = token { Some(word) } else { None })
            .collect();
        let item = match whole {
            Shape::List(item) if names.len() == 1 => *item,
            _ => Shape::Any,
        };
        let mut scope = Scope::from([("loop".to_owned(), Shape::Any)]);
        scope.extend(names.into_iter().map(|name| (name.clone(), item.clone())));
        scope
    }

    /// `component name(a, b: String, c="x")`: a component sees what it is given, and nothing else.
    fn component(&self, words: &[&Token<'_>]) -> Scope {
        let Some(Token::Name(component, _)) = words.get(1) else { return Scope::new() };
        let given = self.components.get(component);
        let mut scope = Scope::from([("body".to_owned(), Shape::Any)]);
        for pair in words[2..].windows(2) {
            if let [Token::Mark('(' | ','), Token::Name(name, _)] = pair {
                scope.insert(name.clone(), given.and_then(|given| given.get(name)).cloned().unwrap_or_default());
            }
        }
        scope
    }

    /// Looks at all names of an expression; gives its shape where it is but one name.
    fn value(&mut self, name: &str, text: &str, words: &[&Token<'_>], scopes: &[Scope]) -> Shape {
        let mut shape = Shape::Any;
        let mut component: Option<&String> = None;
        for (at, token) in words.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| words.get(at));
            let after = words.get(at + 1);
            match token {
                Token::Opened(called) => component = Some(called),
                Token::Name(chain, byte) => {
                    let is_filter = matches!(before, Some(Token::Mark('|')) | Some(Token::Opened(_)));
                    let is_test = matches!(before, Some(Token::Name(word, _)) if word == "is" || word == "not");
                    let is_test =
                        is_test && words[..at].iter().any(|word| matches!(word, Token::Name(word, _) if word == "is"));
                    let is_called = matches!(after, Some(Token::Mark('(')));
                    let is_argument = matches!(after, Some(Token::Mark('=')));
                    if is_keyword(chain) || is_filter || is_test || is_called || is_argument {
                        continue;
                    }
                    shape = self.chain(name, text, chain, *byte, scopes);
                    if let (Some(called), Some(argument)) = (component, argument_before(words, at)) {
                        let given = self.components.entry(called.clone()).or_default();
                        let known = given.remove(argument).unwrap_or_default();
                        given.insert(argument.clone(), known.with(shape.clone()));
                    }
                }
                _ => {}
            }
        }
        if words.len() == 1 { shape } else { Shape::Any }
    }

    /// `it.title.words`: every part must be there.
    fn chain(&mut self, name: &str, text: &str, chain: &str, byte: usize, scopes: &[Scope]) -> Shape {
        let mut parts = chain.split('.');
        let first = parts.next().unwrap_or_default();
        let Some(mut shape) = scopes.iter().rev().find_map(|scope| scope.get(first)).cloned() else {
            if scopes.iter().all(Scope::is_empty) {
                return Shape::Any;
            }
            let known: Vec<&str> = scopes.iter().flat_map(|scope| scope.keys().map(String::as_str)).collect();
            self.tell(name, text, byte, first, &known);
            return Shape::Any;
        };
        let mut said = first.to_owned();
        for part in parts {
            said = format!("{said}.{part}");
            shape = match shape {
                Shape::Keys(keys) => match keys.get(part) {
                    Some(inner) => inner.clone(),
                    None => {
                        let known: Vec<&str> = keys.keys().map(String::as_str).collect();
                        self.tell(name, text, byte, &said, &known);
                        return Shape::Any;
                    }
                },
                _ => Shape::Any,
            };
        }
        shape
    }

    fn tell(&mut self, name: &str, text: &str, byte: usize, said: &str, known: &[&str]) {
        let file = format!("templates/{name}");
        let last = said.rsplit('.').next().unwrap_or(said);
        // The likeliest first; the message has room for a few.
        let mut near: Vec<&&str> = known.iter().collect();
        near.sort_by_cached_key(|key| (usize::MAX - (strsim::jaro(key, last) * 1000.0) as usize, **key));
        let near: Vec<&str> = near.into_iter().copied().take(5).collect();
        let fault = ThemeFault::at_byte(&file, text.as_bytes(), byte, &themes::TEMPLATE_UNKNOWN_NAME);
        self.faults.push(fault.word(said).word(near.join(", ")));
    }
}

/// `to` of `<link to={it.x} />`.
fn argument_before<'t>(words: &[&'t Token<'_>], at: usize) -> Option<&'t String> {
    match words.get(at.checked_sub(3)?..at)? {
        [Token::Name(argument, _), Token::Mark('='), Token::Mark('{')] => Some(argument),
        _ => None,
    }
}

fn is_keyword(word: &str) -> bool {
    const KEYWORDS: [&str; 26] = [
        "if",
        "elif",
        "else",
        "endif",
        "for",
        "in",
        "endfor",
        "and",
        "or",
        "not",
        "is",
        "true",
        "false",
        "True",
        "False",
        "none",
        "None",
        "null",
        "set",
        "set_global",
        "break",
        "continue",
        "self",
        "super",
        "component",
        "__tera_context",
    ];
    KEYWORDS.contains(&word)
}

#[cfg(test)]
mod tests;
