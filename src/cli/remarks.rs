//! What a drawing could not keep, told beside it: the drawing is made all the same.

use super::console::Console;
use super::words;
use crate::base::Said;
use crate::base::harmless::in_one_line;
use crate::pipeline::{Broken, Defect, Fault, NoteReason, Remark};
use serde_json::{Value, json};

/// More would hide what the first ones say.
const TOLD_MAX: usize = 20;

/// `has_larger`: there is a larger paper than the one that was drawn for.
pub(super) fn tell(remarks: &[Remark], has_larger: bool, console: &Console) {
    let mut out = String::new();
    for remark in remarks.iter().take(TOLD_MAX) {
        let drawing = remark.drawing.as_ref().map(|name| format!("{name}: ")).unwrap_or_default();
        let told = words::fill(console.say(said(remark.reason)), &[&remark.element]);
        let is_of_paper = matches!(remark.reason, NoteReason::LongerThanPage | NoteReason::BroaderThanPage);
        let or = if has_larger && is_of_paper { console.say(&words::OR_TAKE_A3) } else { "" };
        out.push_str(&format!("{}: {drawing}{told}{or}\n", console.say(&words::WARNING)));
    }
    if remarks.len() > TOLD_MAX {
        let more = (remarks.len() - TOLD_MAX).to_string();
        out.push_str(&format!("{}\n", words::fill(console.say(&words::MORE_REMARKS), &[&more])));
    }
    if !out.is_empty() {
        console.note(&out);
    }
}

/// What is wrong in pages, one a line.
pub(super) fn broken_text(broken: &[Broken], console: &Console) -> String {
    let line = |one: &Broken| {
        let (said, what) = match &one.fault {
            Fault::Lost(link) => (&words::BROKEN_LINK, link),
            Fault::Twice(id) => (&words::DOUBLED_ID, id),
        };
        format!("{}: {}: {}\n", one.page, console.say(said), in_one_line(what))
    };
    broken.iter().map(line).collect()
}

pub(super) fn broken_json(broken: &Broken) -> Value {
    match &broken.fault {
        Fault::Lost(link) => json!({ "page": broken.page, "link": link }),
        Fault::Twice(id) => json!({ "page": broken.page, "doubled_id": id }),
    }
}

fn said(reason: NoteReason) -> &'static Said {
    match reason {
        NoteReason::LongerThanPage => &words::LONGER_THAN_PAGE,
        NoteReason::BroaderThanPage => &words::BROADER_THAN_PAGE,
        NoteReason::OtherOrder => &words::OTHER_ORDER,
        NoteReason::Defect(defect) => match defect {
            Defect::Missing => &words::DEFECT_MISSING,
            Defect::NodeOverlap => &words::DEFECT_NODE_OVERLAP,
            Defect::LaneViolation | Defect::LaneOverlap => &words::DEFECT_LANE,
            Defect::EdgeThroughNode | Defect::EdgeThroughOwnNode => &words::DEFECT_THROUGH_NODE,
            Defect::DetachedEnd => &words::DEFECT_DETACHED,
            Defect::Diagonal => &words::DEFECT_DIAGONAL,
            Defect::EdgeOnEdge => &words::DEFECT_EDGE_ON_EDGE,
            Defect::LabelOnNode | Defect::LabelOnLabel | Defect::LabelOnEdge => &words::DEFECT_LABEL,
            Defect::OutsideSheet => &words::DEFECT_OUTSIDE,
        },
    }
}
