//! Names that are there, and names that are not.

use super::*;
use crate::base::Voice;
use serde_json::json;

fn shapes() -> Shapes {
    let page = json!({
        "w": {"home": "x"},
        "it": {"title": {"words": "x", "lang": "kk"}, "rows": [{"from": {"href": "x"}, "note": null}], "none": null},
    });
    Shapes::from([("page.html".to_owned(), Shape::of(&page))])
}

/// Places and names of the faults of one page.
fn faults(text: &str) -> Vec<String> {
    let texts = BTreeMap::from([("page.html", text)]);
    let told = |fault: ThemeFault| format!("{}:{} {}", fault.line, fault.column, fault.message(Voice::En));
    unknown_names(&texts, &shapes()).into_iter().map(told).collect()
}

#[test]
fn what_a_page_is_given_may_be_used() {
    for text in [
        "{{ w.home }} {{ it.title.words | upper }} {{ it.none.whatever }}",
        "{% for row in it.rows %}{{ row.from.href }}{{ row.note.any }}{{ loop.index }}{% else %}x{% endfor %}",
        "{% if it.title.lang and not it.none or it.title.words == \"y.z\" %}{% elif it.rows is defined %}{% endif %}",
        "{% set a = it.title %}{{ a.words }}{{ it.rows[0].foo }}{{ range(start=1, end=2) }}",
        "{# {{ nothing }} #}{% raw %}{{ nothing }}{% endraw %}{ a } {{ 1 < 2 }} {{ it.title?.lang }}",
        "{% component say(t) %}{{ t.words }}{% endcomponent say %}{{ <say t={it.title} /> }}",
        "{% block main %}{{ it.title.words | default(value=\"n\") | truncate(length=3) }}{% endblock main %}",
        "{% for key, value in it.title %}{{ key }}{{ value.any }}{% endfor %}",
    ] {
        assert_eq!(faults(text), [""; 0], "{text}");
    }
}

#[test]
fn what_is_not_there_is_told_with_its_place() {
    for (text, told) in [
        ("a\n  {{ itt.title }}", "2:6 there is no `itt`"),
        ("{{ it.titel.words }}", "1:4 there is no `it.titel`"),
        ("{{ w.hom }}", "1:4 there is no `w.hom`"),
        ("{% if false %}{{ it.title.wrods }}{% endif %}", "1:18 there is no `it.title.wrods`"),
        ("{% for row in it.rows %}{{ row.form }}{% endfor %}", "1:28 there is no `row.form`"),
        ("{% for row in it.rows %}{% endfor %}{{ row.from }}", "1:40 there is no `row`"),
        (
            "{% component say(t) %}{{ t.word }}{% endcomponent say %}{{ <say t={it.title} /> }}",
            "1:26 there is no `t.word`",
        ),
        ("{% component say(t) %}{{ it.title }}{% endcomponent say %}", "1:26 there is no `it`"),
        ("{% set a = it.title %}{{ a.x }}", "1:26 there is no `a.x`"),
    ] {
        assert_eq!(faults(text), [told], "{text}");
    }
}

#[test]
fn what_is_meant_is_guessed() {
    let texts = BTreeMap::from([("page.html", "{{ it.titel }}")]);
    let help = unknown_names(&texts, &shapes())[0].help(Voice::En);
    assert!(help.starts_with("there is: title, "), "{help}");
}

#[test]
fn a_value_handed_on_is_known_too() {
    let inner = "{% component inner(x) %}{{ x.nope }}{% endcomponent inner %}";
    let outer = "{% component outer(y) %}{{ <inner x={y} /> }}{% endcomponent outer %}";
    assert_eq!(faults(&format!("{inner}{outer}{{{{ <outer y={{it.title}} /> }}}}")), ["1:28 there is no `x.nope`"]);
}
