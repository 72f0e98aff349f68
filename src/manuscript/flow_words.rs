//! What the table beside a drawing calls its columns and rows, in the words of whoever shows it.
//!
//! In: a [`FlowTable`], [`TableWords`] of one language. Out: words, the same on a page and in a file.
//! Absent on purpose: markup, and where a name leads.

use super::{Branch, FlowKind, FlowRow, FlowTable, Follow, NodeKind, Notation};

/// Words of the interface within the table beside a drawing.
#[derive(Debug, Clone, Copy, Default)]
pub struct TableWords<'a> {
    /// What opens the table, and what names its region.
    pub title: &'a str,
    /// Heads of columns: of both notations, of a diagram, of a handbook.
    pub name: &'a str,
    pub next: &'a str,
    pub what: &'a str,
    pub who: &'a str,
    pub place: &'a str,
    pub kind: &'a str,
    pub unit: &'a str,
    pub action: &'a str,
    pub term: &'a str,
    pub handed_to: &'a str,
    /// What the drawing itself writes.
    pub yes: &'a str,
    pub no: &'a str,
    pub start: &'a str,
    pub finish: &'a str,
    /// Kinds: they also name what the act does not number.
    pub task: &'a str,
    pub gateway: &'a str,
    pub event: &'a str,
    pub message: &'a str,
    pub document: &'a str,
    pub step: &'a str,
    pub choice: &'a str,
    /// A kind and the number of a row among those named alike: `{0}`, `{1}`.
    pub counted: &'a str,
    /// What happens at symbols that no sentence speaks of.
    pub begins: &'a str,
    pub ends: &'a str,
    pub hears: &'a str,
    pub sends: &'a str,
    pub ends_sending: &'a str,
    pub is_given: &'a str,
}

impl<'a> TableWords<'a> {
    /// The heads of the columns.
    pub fn columns(&self, notation: Notation) -> Vec<&'a str> {
        match notation {
            Notation::Diagram => vec![self.name, self.what, self.who, self.place, self.kind, self.next],
            Notation::Handbook => vec![self.name, self.unit, self.action, self.term, self.next, self.handed_to],
        }
    }

    pub fn branch(&self, branch: Branch) -> &'a str {
        if branch == Branch::Yes { self.yes } else { self.no }
    }

    /// The name of a row that the act does not number.
    pub fn symbol(&self, row: &FlowRow) -> &'a str {
        match row.kind {
            NodeKind::Start if !row.opens => self.message,
            NodeKind::Start => self.start,
            NodeKind::Terminator if row.next.is_empty() => self.finish,
            NodeKind::Terminator => self.start,
            NodeKind::EndNone => self.finish,
            NodeKind::Task | NodeKind::Action => self.step,
            NodeKind::Catch | NodeKind::Throw | NodeKind::EndMessage => self.message,
            NodeKind::Gateway => self.gateway,
            NodeKind::Document => self.document,
            NodeKind::Choice => self.choice,
            NodeKind::Other(_) => self.event,
        }
    }

    /// The same, told apart from those that are named alike.
    pub fn nameless(&self, row: &FlowRow) -> String {
        let symbol = self.symbol(row);
        match row.count {
            Some(count) => self.counted.replace("{0}", symbol).replace("{1}", &count.to_string()),
            None => symbol.to_owned(),
        }
    }

    /// What a row is.
    pub fn kind(&self, kind: NodeKind) -> &'a str {
        match kind {
            NodeKind::Task | NodeKind::Action => self.task,
            NodeKind::Gateway | NodeKind::Choice => self.gateway,
            NodeKind::Document => self.document,
            NodeKind::Start
            | NodeKind::Catch
            | NodeKind::Throw
            | NodeKind::EndMessage
            | NodeKind::EndNone
            | NodeKind::Terminator
            | NodeKind::Other(_) => self.event,
        }
    }

    /// What a symbol without a sentence says.
    pub fn happens(&self, row: &FlowRow) -> &'a str {
        match row.kind {
            NodeKind::Terminator if row.next.is_empty() => self.ends,
            NodeKind::Start if !row.opens => self.hears,
            NodeKind::Start | NodeKind::Terminator => self.begins,
            NodeKind::EndNone => self.ends,
            NodeKind::EndMessage if row.next.is_empty() => self.ends_sending,
            NodeKind::Catch => self.hears,
            NodeKind::Throw | NodeKind::EndMessage => self.sends,
            NodeKind::Document => self.is_given,
            NodeKind::Task | NodeKind::Gateway | NodeKind::Action | NodeKind::Choice | NodeKind::Other(_) => "",
        }
    }
}

impl FlowTable {
    /// Whether a flow is to be called a message: not where a row at either end is one, and has said so.
    pub fn is_told_as_message(&self, from: &FlowRow, next: &Follow) -> bool {
        next.kind == FlowKind::Message && !is_message(from) && !is_message(&self.rows[next.row])
    }
}

fn is_message(row: &FlowRow) -> bool {
    match row.kind {
        NodeKind::Catch | NodeKind::Throw | NodeKind::EndMessage => true,
        NodeKind::Start => !row.opens,
        _ => false,
    }
}
