//! The types of the model: what a decree and its regulations say, resolved. Nothing in them dangles.
//!
//! Serialised field names are those of `dump --stage model`; they are part of the public interface.

pub use super::channels::{Channel, ChannelKind, Form};
use super::editions::Edition;
use super::fact_paragraphs::FactParagraphs;
use crate::base::{Id, Lang, Spanned, Text};
use crate::wording::act_kind::{ActKind, kind_of_body, named_kind};
use crate::wording::date::Date;
use crate::wording::duration::Duration;
use serde::Serialize;

/// All decrees of one folder of definitions, in the order of their ids.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Corpus {
    pub decrees: Vec<Decree>,
}

/// A decree (қаулы, постановление).
#[derive(Debug, Clone, Serialize)]
pub struct Decree {
    pub id: Id,
    /// The language that most of its texts are in.
    pub language: Lang,
    pub region: Option<Region>,
    pub title: Text,
    pub adopting_body: Text,
    pub adopted: Date,
    pub number: String,
    pub kind: DecreeKind,
    pub requisites_line: Option<Text>,
    pub status: Option<Text>,
    pub registered: Option<Registration>,
    pub repealed: Option<Repeal>,
    pub notes: Vec<Text>,
    pub amends: Vec<Amended>,
    pub signatory: Option<Signatory>,
    /// The number of the paragraph on the entry into force.
    pub in_force_paragraph: Option<u32>,
    pub amendments: Vec<Amendment>,
    pub prose: Vec<Prose>,
    pub regulations: Vec<Regulation>,
}

impl Decree {
    /// What it calls itself in its requisites; without them, what its body adopts.
    pub fn act_kind(&self) -> ActKind {
        let requisites = self.requisites_line.as_ref().map(|line| line.best(self.language).1);
        let (_, body) = self.adopting_body.best(self.language);
        requisites.and_then(named_kind).or_else(|| kind_of_body(body)).unwrap_or(ActKind::Resolution)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Region {
    pub id: Id,
    pub name: Text,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DecreeKind {
    Approving,
    Amending,
}

#[derive(Debug, Clone, Serialize)]
pub struct Registration {
    pub by: Option<Text>,
    pub date: Date,
    pub number: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct Repeal {
    pub by: Text,
    pub date: Date,
    pub number: String,
    /// The publisher's note, as printed.
    #[serde(rename = "effect")]
    pub note: Option<Text>,
}

/// An act that a decree changes.
#[derive(Debug, Clone, Serialize)]
pub struct Amended {
    #[serde(rename = "decree")]
    pub act: Text,
    #[serde(rename = "reg_number")]
    pub registry: Option<String>,
    #[serde(rename = "annex")]
    pub appendix: Option<u32>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Signatory {
    pub post: Option<Text>,
    pub name: Text,
}

/// A command of amendment to one regulation: changes of wording, or a new edition.
#[derive(Debug, Clone, Serialize)]
pub struct Amendment {
    /// Title of the service whose regulation is changed.
    pub regulation: Option<Text>,
    /// The sentence that names the regulation, as printed.
    pub intro: Text,
    pub changes: Vec<Change>,
    /// The regulation of this decree that is the new edition.
    pub new_edition: Option<Id>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Change {
    pub paragraph: Option<u32>,
    pub command: Text,
    /// The new wording as printed; a blank line parts its paragraphs.
    pub text: Text,
}

/// A regulation (регламент) of a state service.
#[derive(Debug, Clone, Serialize)]
pub struct Regulation {
    pub id: Id,
    pub language: Lang,
    pub title: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<Field>,
    /// What brought this wording in; `None` for that of the decree itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<Edition>,
    /// The wordings before this one, the oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<Regulation>,
    #[serde(rename = "title_line")]
    pub heading: Option<Text>,
    /// Which act approved the regulation, line by line as printed.
    #[serde(rename = "approval_block")]
    pub approval: Option<Text>,
    pub notes: Vec<Text>,
    pub provider: Text,
    pub channels: Vec<Channel>,
    pub form: Vec<Form>,
    pub standard: Option<Standard>,
    pub terms: Vec<Term>,
    pub paragraphs: FactParagraphs,
    pub units: Vec<Unit>,
    pub provider_paths: Vec<ProviderPath>,
    #[serde(rename = "is_paths")]
    pub system_paths: Vec<SystemPath>,
    pub appendices: Vec<Appendix>,
    pub prose: Vec<Prose>,
}

/// A field (сала, область) of state services.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Field {
    pub id: Id,
    pub name: Text,
}

#[derive(Debug, Clone, Serialize)]
pub struct Standard {
    pub order: Text,
    pub registry: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amended_by: Option<Text>,
}

/// An abbreviation of the text; without an expansion where the act never gives one.
#[derive(Debug, Clone, Serialize)]
pub struct Term {
    pub abbr: Text,
    pub expansion: Option<Text>,
}

/// A structural unit (ҚФБ, СФЕ): a column of the handbook.
#[derive(Debug, Clone, Serialize)]
pub struct Unit {
    pub id: Id,
    pub name: Text,
    /// The entry of the list as printed.
    pub printed: Text,
}

/// A provider path (рәсімдер реттілігі): one handbook.
#[derive(Debug, Clone, Serialize)]
pub struct ProviderPath {
    pub id: Id,
    /// The heading of the variant as printed, colon and all.
    pub variant: Option<Text>,
    pub results: ResultsPlace,
    pub steps: Vec<Step>,
    pub total_term: Option<TotalTerm>,
    /// Chapter 3's restatement; empty where the act has none.
    pub sequence: Vec<Restated>,
}

/// Where an act states the results of the steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ResultsPlace {
    /// Under each step.
    Inline,
    /// In a list of their own.
    List,
    /// In sentences of the running text, which the definition quotes.
    Prose,
}

/// A step (рәсім, іс-қимыл) of a provider path, or a choice in it.
#[derive(Debug, Clone, Serialize)]
pub struct Step {
    pub id: Spanned<Id>,
    /// From 1, within its path.
    pub n: u32,
    /// The marker as printed; empty where the only step has none.
    pub marker: Text,
    /// Index into the regulation's units.
    pub unit: usize,
    /// The actor as the sentence names it, with its ending; `None` where the sentence names none.
    pub actor: Option<Text>,
    pub actor_nominative: Option<Text>,
    pub label: Option<Text>,
    /// The sentence as printed, without its marker.
    pub text: Text,
    /// The sentence without its term and final punctuation.
    pub action: Text,
    /// The sentence as a box bears it, without final punctuation: whole, or without a term that it does not need.
    pub shown: Text,
    pub duration: Option<StatedDuration>,
    pub result: Option<StepResult>,
    pub extra: Vec<Extra>,
    pub is_choice: bool,
    pub ways: Vec<Way>,
}

/// A term as a value, and as the sentence words it.
#[derive(Debug, Clone, Serialize)]
pub struct StatedDuration {
    #[serde(flatten)]
    pub value: Duration,
    /// The words of the sentence; `None` where the term is not in the sentence.
    pub raw: Option<String>,
    /// The number in words as printed in brackets, even if misspelt.
    pub words: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
pub struct StepResult {
    pub marker: Text,
    /// As printed, punctuation included.
    pub printed: Text,
    /// Without the final punctuation.
    pub text: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<StatedDuration>,
    /// What stands beside the term in a drawing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
}

/// A further term or a note that follows a step or an item.
#[derive(Debug, Clone, Serialize)]
pub struct Extra {
    pub text: Text,
    pub duration: Option<StatedDuration>,
    /// When it holds, beside the term in a drawing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
}

#[derive(Debug, Clone, Serialize)]
pub struct TotalTerm {
    pub text: Text,
    pub duration: StatedDuration,
}

/// A step as chapter 3 says it again.
#[derive(Debug, Clone, Serialize)]
pub struct Restated {
    /// Number within the restatement, from 1; also that of the step it restates.
    pub n: u32,
    pub marker: Text,
    pub text: Text,
    pub action: Text,
    pub actor: Option<Text>,
    pub actor_nominative: Option<Text>,
    pub duration: Option<StatedDuration>,
    pub result: Option<StepResult>,
    pub extra: Vec<Extra>,
}

/// Where a path goes on after a step or an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Way {
    pub branch: Option<Branch>,
    pub to: Target,
    /// The order of the text says so; no key of the definition.
    pub inferred: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Branch {
    Yes,
    No,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Target {
    /// Index of a step or an item of the same path.
    Element(usize),
    /// The service is rendered.
    End,
    /// The service is refused.
    Refused,
}

/// A path of the applicant through information systems: one diagram.
#[derive(Debug, Clone, Serialize)]
pub struct SystemPath {
    pub id: Id,
    pub channel: Option<ChannelKind>,
    /// The channel as the text calls it.
    pub named: Option<Text>,
    pub participants: Vec<Participant>,
    pub items: Vec<Item>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ParticipantKind {
    Applicant,
    Person,
    Organisation,
    System,
}

#[derive(Debug, Clone, Serialize)]
pub struct Participant {
    pub id: Id,
    pub name: Text,
    pub kind: ParticipantKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ItemKind {
    Process,
    Condition,
    Plain,
}

/// What an item is to the outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The process that refuses what a condition found wanting.
    Refusal,
    /// The process that hands over the result.
    Result,
}

/// A process, a condition or a plain sentence of a system path.
#[derive(Debug, Clone, Serialize)]
pub struct Item {
    /// What the definition calls it, else kind and number as the decree counts them: `p1`, `c2`, `s1`.
    pub id: Spanned<Id>,
    pub kind: ItemKind,
    pub number: u32,
    /// Place in the printed list; `None` where the list is not numbered.
    pub list_index: Option<u32>,
    /// Which printed list, from 0: a list that begins again opens the next.
    pub part: usize,
    pub marker: Text,
    pub text: Text,
    pub label: Option<Text>,
    /// Indices of the participants where it happens; the first is its band.
    pub at: Vec<usize>,
    /// Index of the participant that acts.
    pub by: usize,
    pub actor: Text,
    pub system: Option<Text>,
    pub duration: Option<StatedDuration>,
    pub role: Option<Role>,
    /// For a refusal: the index of its condition.
    pub refuses: Option<usize>,
    pub extra: Vec<Extra>,
    pub ways: Vec<Way>,
}

/// Which path of the regulation an appendix draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Shown {
    /// Index into the provider paths.
    Handbook(usize),
    /// Index into the system paths.
    Diagram(usize),
}

#[derive(Debug, Clone, Serialize)]
pub struct Appendix {
    pub number: Option<u32>,
    /// As printed: «1-қосымша».
    pub label: Option<Text>,
    /// The block at its head, line by line as printed.
    pub header: Option<Text>,
    pub heading: Option<Text>,
    pub shows: Shown,
    pub legend: Option<Legend>,
    /// The text refers to it, the published act has none.
    pub is_missing: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct Legend {
    pub heading: Option<Text>,
    pub show: LegendShow,
    pub items: Vec<LegendItem>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LegendShow {
    /// Every symbol of the notation, as the decree prints it.
    Full,
    /// Only what the drawing holds.
    #[default]
    Used,
}

#[derive(Debug, Clone, Serialize)]
pub struct LegendItem {
    pub text: Text,
    pub element: Symbol,
    /// The entry as printed, where it has more than the words.
    pub printed: Option<Text>,
}

/// A symbol of the notation. The first twelve are those of a diagram, in the order of the legend; then those of a handbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Symbol {
    StartMessage,
    EndMessage,
    IntermediateMessage,
    EndNone,
    EndError,
    IntermediateTimer,
    Participant,
    Task,
    ExclusiveGateway,
    MessageFlow,
    SequenceFlow,
    DataObjectOutput,
    Terminator,
    Action,
    Choice,
    Arrow,
}

impl Symbol {
    pub const ALL: [Symbol; 16] = [
        Symbol::StartMessage,
        Symbol::EndMessage,
        Symbol::IntermediateMessage,
        Symbol::EndNone,
        Symbol::EndError,
        Symbol::IntermediateTimer,
        Symbol::Participant,
        Symbol::Task,
        Symbol::ExclusiveGateway,
        Symbol::MessageFlow,
        Symbol::SequenceFlow,
        Symbol::DataObjectOutput,
        Symbol::Terminator,
        Symbol::Action,
        Symbol::Choice,
        Symbol::Arrow,
    ];

    /// As a definition writes it, and as the ids of a legend's rows end.
    pub const fn name(self) -> &'static str {
        match self {
            Symbol::StartMessage => "start-message",
            Symbol::EndMessage => "end-message",
            Symbol::IntermediateMessage => "intermediate-message",
            Symbol::EndNone => "end-none",
            Symbol::EndError => "end-error",
            Symbol::IntermediateTimer => "intermediate-timer",
            Symbol::Participant => "participant",
            Symbol::Task => "task",
            Symbol::ExclusiveGateway => "exclusive-gateway",
            Symbol::MessageFlow => "message-flow",
            Symbol::SequenceFlow => "sequence-flow",
            Symbol::DataObjectOutput => "data-object-output",
            Symbol::Terminator => "terminator",
            Symbol::Action => "action",
            Symbol::Choice => "choice",
            Symbol::Arrow => "arrow",
        }
    }
}

/// The running text of an act in one language.
#[derive(Debug, Clone, Serialize)]
pub struct Prose {
    pub language: Lang,
    pub blocks: Vec<Block>,
}

/// A block of the running text, flat, in reading order.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    Heading {
        /// From 1.
        level: u8,
        words: Words,
    },
    Paragraph {
        /// «5.» or «1)» as printed.
        marker: Option<String>,
        words: Words,
    },
    /// An editor's note: «Ескерту. …».
    Note(Words),
    /// Anything else that Markdown allows: tables, rules, code.
    Other(Words),
    /// The list of units.
    Units,
    /// Steps of these provider paths (indices).
    Steps(Vec<usize>),
    /// The list of results of these provider paths.
    Results(Vec<usize>),
    /// Chapter 3's restatement of these provider paths.
    Sequence(Vec<usize>),
    /// One printed list of a system path; all of them where `part` is `None`.
    Items { path: usize, part: Option<usize> },
    /// The commands of amendment of a decree.
    Amendments,
}

/// Words of the running text: as plain text, and as an HTML fragment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Words {
    pub plain: String,
    /// Escaped where it is text. It must be sanitised before it is published when `is_raw`. `None`: the plain words, which
    /// hold neither markup nor anything to escape.
    #[serde(skip)]
    pub fragment: Option<String>,
    /// The fragment holds markup that the author wrote as HTML, or links.
    #[serde(skip)]
    pub is_raw: bool,
}

impl Words {
    /// As an HTML fragment, whatever they hold.
    pub fn html(&self) -> &str {
        self.fragment.as_deref().unwrap_or(&self.plain)
    }
}
