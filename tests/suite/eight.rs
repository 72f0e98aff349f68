//! The eight kinds of edit that reviewers meet most, on a real definition.

use crate::diff::{item, recounted};

pub const STEP: &str = "      - id: attach\n        at: portal\n        process: 0\n        label: қосымша құжаттарды тіркеу\n        text: қосымша құжаттарды тіркеу;\n";
pub const CONDITION: &str = "      - id: complete\n        condition: 0\n        at: portal\n        label: құжаттардың толықтығын тексеру\n        text: құжаттардың толықтығын тексеру;\n      - id: refuse-incomplete\n        process: 0\n        at: portal\n        label: құжаттар толық болмағандықтан бас тарту\n        text: құжаттар толық болмағандықтан бас тарту;\n";

/// What an edit is called, and what it makes of the definition.
pub type Edit = (&'static str, fn(&str) -> String);

pub const EDITS: [Edit; 8] = [
    ("one word", |text| text.replacen("сұрауын порталда тіркеу;", "өтінішін порталда тіркеу;", 1)),
    ("one label doubled", |text| {
        let label = "label: сұратылған қызметтен бас тарту";
        text.replacen(label, &format!("{label} туралы хабарлама қалыптастыру"), 1)
    }),
    ("a step put in", |text| put_in(text, "certificate-valid", STEP)),
    ("a step taken out", |text| recounted(&text.replace(item(text, "register-request"), ""))),
    ("a condition put in", |text| put_in(text, "sign-request", CONDITION)),
    ("two steps swapped", |text| {
        let (one, other) = (item(text, "sign-request"), item(text, "register-request"));
        recounted(&text.replace(&format!("{one}{other}"), &format!("{other}{one}")))
    }),
    ("a band renamed", |text| text.replacen("      portal: портал\n", "      portal: электрондық үкімет порталы\n", 1)),
    ("a band added", |text| {
        let text = text.replacen("      portal: портал\n", "      portal: портал\n      gateway: ЭҮШ\n", 1);
        text.replacen("        process: 7\n        at: portal\n", "        process: 7\n        at: gateway\n", 1)
    }),
];

fn put_in(text: &str, before: &str, block: &str) -> String {
    let (head, tail) = text.split_at(text.find(&format!("      - id: {before}\n")).expect("the item"));
    recounted(&format!("{head}{block}{tail}"))
}
