//! The source format, once: these declarations make the reader, the list of known keys and the JSON Schema.
//!
//! Every field keeps its place and may be missing; what must be there stands under `requires`.

use super::decode::{Named, record};
use super::scalar::{RawDate, RawList, RawNumber, RawNumbers, RawText, Word};
use super::vocabulary::{ACTS, CHANNELS, LANGUAGES, PARTICIPANTS, PICTURES, RESULTS, SHOWN, SYMBOLS, flag, forms};

record! {
    /// A decree (қаулы, постановление): the act that approves or amends regulations.
    pub struct RawDecree requires ["title", "body", "date", "number"] {
        /// Id of the decree: short Latin words, stable for life. It names the folder on the site.
        pub decree: Word,
        /// Language of every text that does not say its own: `kk` or `ru`.
        #[schemars(extend("enum" = LANGUAGES))]
        pub language: Word,
        /// Region that the deciding body governs, as the front page groups decrees.
        pub region: RawRegion,
        /// Title of the act as published.
        pub title: RawText,
        /// Body that adopted the act.
        pub body: RawText,
        /// Day of adoption, `2016-01-08`.
        pub date: RawDate,
        /// Number of the act as printed: `01/03`.
        pub number: Word,
        /// What the act does: `approving` or `amending`.
        #[schemars(extend("enum" = ACTS))]
        pub kind: Word,
        /// The line of requisites under the title, as published.
        pub requisites: RawText,
        /// Mark of status that the publisher prints under the title: «Күшін жойған».
        pub status: RawText,
        /// Registration with the justice authority.
        pub registered: RawRegistration,
        /// The act that ended this one.
        pub repealed: RawRepeal,
        /// Notes printed between requisites and body: «Ескерту. …».
        pub notes: RawList<RawText>,
        /// Acts that this one changes.
        pub amends: RawList<RawAmended>,
        /// Number of the paragraph on the entry into force.
        pub in_force: RawNumber,
        /// Who signed.
        pub signatory: RawSignatory,
        /// Commands of amendment, drawn into the text at `{amendments}`.
        pub amendments: RawList<RawAmendment>,
        /// Regulations of this decree in the order of its appendices; without it, by file name.
        pub regulations: RawList<Word>,
    }
}

record! {
    /// A region: an oblast or a city of republican significance.
    pub struct RawRegion requires ["id", "name"] {
        /// Id of the region.
        pub id: Word,
        /// Name as the front page shows it.
        pub name: RawText,
    }
}

record! {
    /// Entry in the register of legal acts.
    pub struct RawRegistration requires ["date", "number"] {
        /// Authority that registered the act.
        pub by: RawText,
        /// Day of registration.
        pub date: RawDate,
        /// Number in the register.
        pub number: Word,
    }
}

record! {
    /// Loss of force.
    pub struct RawRepeal requires ["by", "date", "number"] {
        /// The repealing act: body and kind.
        pub by: RawText,
        /// Its day.
        pub date: RawDate,
        /// Its number.
        pub number: Word,
        /// The publisher's note on the repeal, as printed.
        pub note: RawText,
    }
}

record! {
    /// An act that a decree changes.
    pub struct RawAmended requires ["act"] {
        /// The act: body, day, number.
        pub act: RawText,
        /// Its number in the register of legal acts.
        pub registry: Word,
        /// Number of the appendix that holds the new wording.
        pub appendix: RawNumber,
    }
}

record! {
    /// The signature under an act.
    pub struct RawSignatory requires ["name"] {
        /// Post.
        pub post: RawText,
        /// Initials and surname.
        pub name: RawText,
    }
}

record! {
    /// A command of amendment to one regulation.
    pub struct RawAmendment requires ["intro"] {
        /// Title of the service whose regulation is changed.
        pub regulation: RawText,
        /// The sentence that names the regulation, as printed.
        pub intro: RawText,
        /// Changes by paragraph.
        pub changes: RawList<RawChange>,
        /// The regulation is given anew: id of its definition.
        pub new_edition: Word,
    }
}

record! {
    /// One change of wording.
    pub struct RawChange requires ["command", "text"] {
        /// Number of the paragraph that is changed.
        pub paragraph: RawNumber,
        /// The command as printed: «3 тармақ келесі редакцияда мазмұндалсын:».
        pub command: RawText,
        /// The new wording as printed, quotation marks and all; a blank line parts its paragraphs.
        pub text: RawText,
    }
}

record! {
    /// A regulation (регламент) of a state service.
    pub struct RawRegulation requires ["title", "provider"] {
        /// Id of the regulation: short Latin words, stable for life.
        pub regulation: Word,
        /// Language of every text that does not say its own: `kk` or `ru`.
        #[schemars(extend("enum" = LANGUAGES))]
        pub language: Word,
        /// Name of the service, without quotation marks.
        pub title: RawText,
        /// Field of the service, as the search sorts regulations: education, social protection.
        pub field: RawField,
        /// Since when and by which act the regulation reads as it does here; without it, since its decree. Of several
        /// definitions of one regulation the latest is in force, and the others are its former editions.
        pub edition: RawEdition,
        /// Heading of the regulation as printed.
        pub heading: RawText,
        /// The block that says which act approved the regulation, line by line as printed.
        pub approval: RawText,
        /// Notes printed under the heading: «Ескерту. …».
        pub notes: RawList<RawText>,
        /// Who provides the service, in the nominative.
        pub provider: RawText,
        /// Where a citizen can apply.
        pub channels: RawList<RawChannel>,
        /// Form of the service: `electronic`, `electronic-partial`, `paper`, `composite`.
        #[schemars(transform = forms)]
        pub form: RawList<Word>,
        /// The standard that the service follows.
        pub standard: RawStandard,
        /// Abbreviations that the text uses.
        pub terms: RawList<RawTerm>,
        /// Numbers of the paragraphs with the facts of chapter 1 and 2, where they are not the usual 1 to 4.
        pub paragraphs: RawParagraphs,
        /// Structural units of the provider in the order of the list: id → name. Columns of the handbook.
        pub units: Named<RawUnit>,
        /// Provider paths: one handbook each.
        pub procedures: RawList<RawProcedure>,
        /// Paths through the information systems: one diagram each.
        pub interactions: RawList<RawInteraction>,
        /// Appendices of the act, as printed.
        pub appendices: RawList<RawAppendix>,
    }
}

record! {
    /// A field of state services.
    pub struct RawField requires ["id", "name"] {
        /// Id of the field.
        pub id: Word,
        /// Name as the search shows it.
        pub name: RawText,
    }
}

record! {
    /// An edition (редакция): the act that brought it in.
    pub struct RawEdition requires ["by", "date", "number"] {
        /// The day on which it comes into force; without it the edition is named by the day of the act.
        pub from: RawDate,
        /// The amending act: body and kind, as in «… әкімдігінің қаулысы».
        pub by: RawText,
        /// Its day.
        pub date: RawDate,
        /// Its number.
        pub number: Word,
        /// The publisher's note on the edition, as printed.
        pub note: RawText,
    }
}

record! {
    /// A way to apply.
    pub struct RawChannel requires ["kind", "text"] {
        /// `office`, `provider`, `local-akim`, `state-corporation`, `service-centre` (ЦОН) or `portal`.
        #[schemars(extend("enum" = CHANNELS))]
        pub kind: Word,
        /// The words of paragraph 1 that name it; they must stand in the text.
        pub text: RawText,
    }
}

record! {
    /// The standard of the service.
    pub struct RawStandard requires ["order"] {
        /// The order that approved it.
        pub order: RawText,
        /// Its number in the register of legal acts.
        pub registry: Word,
        /// A later order that changed it.
        pub amended_by: RawText,
    }
}

record! {
    /// An abbreviation or a defined term.
    pub struct RawTerm requires ["abbr"] {
        /// The abbreviation.
        pub abbr: RawText,
        /// What it stands for; missing where the act never says.
        pub expansion: RawText,
    }
}

record! {
    /// Which numbered paragraph states which fact: a number, or one for the text of each language.
    pub struct RawParagraphs requires [] {
        /// Name, provider and channels: usually 1.
        pub provider: RawNumbers,
        /// Form of the service: usually 2.
        pub form: RawNumbers,
        /// Result of the service: usually 3.
        pub result: RawNumbers,
        /// Basis for starting: usually 4.
        pub basis: RawNumbers,
    }
}

record! {
    /// A structural unit or an employee of the provider.
    pub struct RawUnit short "name" requires ["name"] {
        /// Name in the nominative, without the punctuation of the list.
        pub name: RawText,
        /// The entry of the list as printed, where it is not the name with «;» or «.».
        pub printed: RawText,
    }
}

record! {
    /// A provider path: the steps of chapter 2, and their restatement in chapter 3.
    pub struct RawProcedure requires ["id", "steps"] {
        /// Id of the path: it names the handbook.
        pub id: Word,
        /// Heading of the variant as printed: «ауысу үшін:».
        pub variant: RawText,
        /// How each step is marked; `{n}` is its number. Without it `{n})`, and nothing where there is but one step.
        pub marker: RawText,
        /// How each result is marked: «нәтижесі –». With `results: list`, `{n})`.
        pub result_marker: RawText,
        /// Where results stand: `inline` under each step (usual), in a `list` of their own, drawn in at `{results}`, or
        /// in the `prose`, which the results of the steps then quote.
        #[schemars(extend("enum" = RESULTS))]
        pub results: Word,
        /// The steps, in order.
        pub steps: RawList<RawStep>,
        /// The total term, printed after the steps.
        pub total: RawTotal,
        /// Chapter 3's restatement, step by step; `same` where it repeats the words of chapter 2.
        pub sequence: RawList<RawRestated>,
        /// How each restated step is marked. Without it `{n})`.
        pub sequence_marker: RawText,
    }
}

record! {
    /// A step (рәсім, іс-қимыл) of a provider path, or a choice in it.
    pub struct RawStep requires ["text"] {
        /// Id of the step; without it `step` and its number.
        pub id: Word,
        /// The unit that acts: the column of the handbook. Without it, the unit of the step before.
        pub unit: Word,
        /// Who acts as the sentence names them, in the nominative, where it is not the unit's own name.
        pub actor: RawText,
        /// The marker as printed, where it departs from the path's.
        pub marker: RawText,
        /// A label of at most 60 characters from the step's own words.
        pub label: RawText,
        /// The whole sentence as printed, with its term in it.
        pub text: RawText,
        /// The term as a value: `at most 20 min`. It must agree with the sentence.
        pub within: Word,
        /// The step's result.
        pub result: RawResult,
        /// Further terms and notes that stand between the step and its result.
        pub extra: RawList<RawExtra>,
        /// The step is a choice: its two ways are `yes` and `no`.
        #[schemars(transform = flag)]
        pub choice: Word,
        /// Where a choice leads when met: id of a step, or `end`.
        pub yes: Word,
        /// Where a choice leads when not met: id of a step, or `end`.
        pub no: Word,
        /// Where the path goes on, when it is not the next step: id of a step, or `end`.
        pub then: Word,
    }
}

record! {
    /// What a step results in.
    pub struct RawResult short "text" requires ["text"] {
        /// The marker as printed, where it departs from the path's.
        pub marker: RawText,
        /// The words of the result as printed, without the marker.
        pub text: RawText,
        /// The result's own term.
        pub within: Word,
        /// The result beside its term in the handbook: at most 60 characters, from its own words.
        pub label: RawText,
    }
}

record! {
    /// A further term, or a note, that depends on a circumstance.
    pub struct RawExtra short "text" requires ["text"] {
        /// The sentence as printed.
        pub text: RawText,
        /// Its term; it must agree with the sentence.
        pub within: Word,
        /// When it holds, beside its term in the handbook: at most 60 characters, from its own words.
        pub label: RawText,
    }
}

record! {
    /// The total term of a service.
    pub struct RawTotal requires ["text", "within"] {
        /// The sentence as printed.
        pub text: RawText,
        /// The term as a value.
        pub within: Word,
    }
}

record! {
    /// A step as chapter 3 says it again.
    pub struct RawRestated short "text" requires ["text"] {
        /// The marker as printed, where it departs from the path's.
        pub marker: RawText,
        /// The sentence as printed, or `same`.
        pub text: RawText,
        /// Who acts as this sentence names them, in the nominative, where it is not the actor of the step.
        pub actor: RawText,
        /// The term as a value, where it is not the step's.
        pub within: Word,
        /// The result as this chapter says it again; `same` repeats the step's.
        pub result: RawResult,
        /// Unnumbered sentences that follow.
        pub extra: RawList<RawExtra>,
    }
}

record! {
    /// A path through information systems: items in reading order.
    pub struct RawInteraction requires ["id", "participants", "items"] {
        /// Id of the path: it names the diagram.
        pub id: Word,
        /// Kind of the channel: `portal`, `state-corporation` or `service-centre` (ЦОН).
        #[schemars(extend("enum" = CHANNELS))]
        pub channel: Word,
        /// The channel as the text calls it: «портал».
        pub named: RawText,
        /// How a process is marked; `{n}` is its number, `{i}` its place in the list: `{i}) {n} үдеріс –`.
        pub process_marker: RawText,
        /// How a condition is marked.
        pub condition_marker: RawText,
        /// How an item that is neither is marked. Without it `{i})`.
        pub plain_marker: RawText,
        /// Bands of the diagram: id → name, the applicant first, then as they first appear.
        pub participants: Named<RawParticipant>,
        /// The items in reading order.
        pub items: RawList<RawItem>,
    }
}

record! {
    /// A participant: an information system, an organisation or a person.
    pub struct RawParticipant short "name" requires ["name"] {
        /// Name or abbreviation, as the band shows it.
        pub name: RawText,
        /// `applicant`, `person`, `organisation` or `system`. Without it: `applicant` for the first, else `system`.
        #[schemars(extend("enum" = PARTICIPANTS))]
        pub kind: Word,
    }
}

record! {
    /// An item of a path: a process, a condition, or a plain sentence.
    pub struct RawItem requires ["at", "text"] {
        /// Id of the item, stable when numbers change; without it `p`, `c` or `s` and its number.
        pub id: Word,
        /// The item is the process of this number.
        pub process: RawNumber,
        /// The item is the condition of this number.
        pub condition: RawNumber,
        /// The item is neither: its number among such items.
        pub plain: RawNumber,
        /// Participants where it happens; it stands in the band of the first.
        pub at: RawList<Word>,
        /// The participant that acts, where it is not the one where it happens.
        pub by: Word,
        /// The one that acts as the sentence calls it, in the nominative, where it is not the participant's name.
        pub actor: RawText,
        /// The information systems that serve the item, where they are not those of `at`; `none` where there is none.
        pub system: RawList<Word>,
        /// The marker as printed, where it departs from the path's.
        pub marker: RawText,
        /// A label of at most 60 characters from the item's own words.
        pub label: RawText,
        /// The whole sentence as printed, with its term in it.
        pub text: RawText,
        /// The term as a value.
        pub within: Word,
        /// The numbering of the list begins again here, in a further paragraph.
        #[schemars(transform = flag)]
        pub restart: Word,
        /// Unnumbered sentences that follow the item.
        pub extra: RawList<RawExtra>,
        /// Where a condition leads when met: id of an item, or `end`. Without it, past the refusal.
        pub yes: Word,
        /// Where a condition leads when not met. Without it, the process right after it: its refusal.
        pub no: Word,
        /// Where the path goes on, when it is not the next item: id of an item, `end` or `refused`.
        pub then: Word,
    }
}

record! {
    /// An appendix of the act.
    pub struct RawAppendix requires ["shows"] {
        /// Number that the appendix bears or should bear.
        pub number: RawNumber,
        /// Label as printed: «1-қосымша»; missing where the act prints none.
        pub label: RawText,
        /// The block at the head of the appendix, line by line as printed.
        pub header: RawText,
        /// Heading as printed.
        pub heading: RawText,
        /// `diagram` or `handbook`.
        #[schemars(extend("enum" = PICTURES))]
        pub kind: Word,
        /// Id of the path that it draws.
        pub shows: Word,
        /// The legend as printed.
        pub legend: RawLegend,
        /// `yes` where the text refers to the appendix and the published act has none.
        #[schemars(transform = flag)]
        pub missing: Word,
    }
}

record! {
    /// The legend (шартты белгілер) of an appendix.
    pub struct RawLegend requires [] {
        /// Heading as printed.
        pub heading: RawText,
        /// Which items are drawn: `full` or `used`.
        #[schemars(extend("enum" = SHOWN))]
        pub show: Word,
        /// Items as printed; none where only the heading is printed.
        pub items: RawList<RawLegendItem>,
    }
}

record! {
    /// One symbol of a legend.
    pub struct RawLegendItem requires ["text", "element"] {
        /// The words, without the dash before them and the punctuation of the list.
        pub text: RawText,
        /// The symbol: `start-message`, `end-message`, `intermediate-message`, `end-none`, `end-error`,
        /// `intermediate-timer`, `participant`, `task`, `exclusive-gateway`, `message-flow`, `sequence-flow`,
        /// `data-object-output`; in a handbook `terminator`, `action`, `choice`, `arrow`.
        #[schemars(extend("enum" = SYMBOLS))]
        pub element: Word,
        /// The entry as printed, where it has more than the words.
        pub printed: RawText,
    }
}
