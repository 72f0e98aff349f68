//! Paths through information systems before and after: bands, items with their numbers, places and ways.

use super::items::Sides;
use super::ledger::Ledger;
use super::pair::{Pairing, pair};
use super::place::Places;
use super::regulation::{channel, named};
use super::subject::Subject;
use super::types::{Kind, Place, Value};
use super::{elements, items};
use crate::base::Said;
use crate::model::{Participant, ParticipantKind, SystemPath};

pub(super) fn compare(before: &[SystemPath], after: &[SystemPath], places: &[Places; 2], ledger: &mut Ledger) {
    let content =
        |path: &SystemPath| path.items.iter().map(|item| elements::words(&item.text)).collect::<Vec<_>>().join(" ");
    let of = |paths: &[SystemPath]| -> Vec<(Option<String>, String)> {
        paths.iter().map(|path| (Some(path.id.to_string()), content(path))).collect()
    };
    let (old, new) = (of(before), of(after));
    let pairing = pair(&named(&old), &named(&new));
    let name =
        |path: &SystemPath| path.named.as_ref().and_then(Value::text).or_else(|| Some(Value::words(path.id.as_str())));
    for at in &pairing.removed {
        ledger.at(places[0].system_path(*at, &before[*at]));
        ledger.push(Kind::Removed, Subject::SystemPath, name(&before[*at]), None);
    }
    for at in &pairing.added {
        ledger.at(places[1].system_path(*at, &after[*at]));
        ledger.push(Kind::Added, Subject::SystemPath, None, name(&after[*at]));
    }
    for (from, to) in &pairing.pairs {
        one([*from, *to], [&before[*from], &after[*to]], places, ledger);
    }
    ledger.at(Place::default());
    elements::displaced(Subject::SystemPath, &pairing, |at| name(&after[at]), ledger);
}

fn one(at: [usize; 2], paths: [&SystemPath; 2], places: &[Places; 2], ledger: &mut Ledger) {
    let [before, after] = paths;
    let SystemPath { id, channel: kind, named, participants, items: items_before } = before;
    let here = places[1].system_path(at[1], after);
    ledger.at(here.clone());
    ledger.value(Subject::Id, Some(Value::words(id.as_str())), Some(Value::words(after.id.as_str())));
    ledger.said(Subject::ChannelOfPath, kind.map(channel), after.channel.map(channel));
    ledger.maybe(Subject::Named, (named.as_ref(), after.named.as_ref()));
    let bands = participants_of(participants, &after.participants, &here, ledger);
    ledger.at(here.clone());
    let sides = Sides { at, paths, bands: &bands, places };
    let pairing = pair(&items::entries(items_before), &items::entries(&after.items));
    items::compare(&sides, &pairing, &here, ledger);
}

fn participants_of(before: &[Participant], after: &[Participant], here: &Place, ledger: &mut Ledger) -> Pairing {
    let of = |all: &[Participant]| -> Vec<(Option<String>, String)> {
        all.iter().map(|one| (Some(one.id.to_string()), elements::words(&one.name).to_owned())).collect()
    };
    let (old, new) = (of(before), of(after));
    let pairing = pair(&named(&old), &named(&new));
    let band = |id: &crate::base::Id| Place {
        path: here.path.clone(),
        element: Some(id.to_string()),
        paragraph: here.paragraph,
        chapter: here.chapter,
        other: here.other,
        ..Place::default()
    };
    for at in &pairing.removed {
        ledger.at(band(&before[*at].id));
        ledger.whole(Kind::Removed, Subject::Participant, &before[*at].name);
    }
    for at in &pairing.added {
        ledger.at(band(&after[*at].id));
        ledger.whole(Kind::Added, Subject::Participant, &after[*at].name);
    }
    for (from, to) in &pairing.pairs {
        let (Participant { id, name, kind }, new) = (&before[*from], &after[*to]);
        ledger.at(band(&new.id));
        ledger.value(Subject::Id, Some(Value::words(id.as_str())), Some(Value::words(new.id.as_str())));
        ledger.text(Subject::Participant, name, &new.name);
        ledger.said(Subject::ParticipantKind, Some(participant_kind(*kind)), Some(participant_kind(new.kind)));
    }
    ledger.at(here.clone());
    elements::displaced(Subject::Participant, &pairing, |at| Value::text(&after[at].name), ledger);
    pairing
}

const fn participant_kind(kind: ParticipantKind) -> &'static Said {
    match kind {
        ParticipantKind::Applicant => {
            &Said {
                kk: "көрсетілетін қызметті алушы", ru: "услугополучатель", en: "applicant"
            }
        }
        ParticipantKind::Person => &Said { kk: "адам", ru: "лицо", en: "person" },
        ParticipantKind::Organisation => &Said { kk: "ұйым", ru: "организация", en: "organisation" },
        ParticipantKind::System => {
            &Said {
                kk: "ақпараттық жүйе", ru: "информационная система", en: "information system"
            }
        }
    }
}
