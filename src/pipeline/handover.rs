//! Regulations to hand over: each as one page a language with everything inside, its drawings and its data; or the site.
//!
//! Holds: what is handed over is what the site has, byte for byte, beside the pages in one file.

use super::figure::draw_regulation;
use super::publish::{SITE, assemble, figured, tables};
use crate::base::{Artifacts, Lang, RelPath, Spread};
use crate::model::{Corpus, Decree, Regulation};
use crate::scene;
use crate::site::{Part, Site};
use crate::theme::{Theme, ThemeFault};
use serde_json::{Value, json};

/// The files of these regulations: `pages/…`, `drawings/…`, `data/…`.
pub fn of_regulations(
    corpus: &Corpus,
    theme: &Theme,
    chosen: &[(&Decree, &Regulation)],
    spread: &impl Spread,
) -> Result<Artifacts, Vec<ThemeFault>> {
    let site = Site::new(corpus, theme);
    let measures = scene::measures(&theme.drawing);
    let made = spread.map(chosen, |&(decree, regulation)| {
        let figures = draw_regulation(decree, regulation, theme, &measures);
        let files: Vec<String> = figures.iter().map(|figure| figure.svg(theme)).collect();
        let tables = tables(&figures);
        let figures = figured(&figures, &files, &tables);
        let mut out = site.make(&Part::Regulation(decree, regulation), &figures)?;
        // Pages come as one file each; the card is for those who share the site's address.
        out.retain(|path, _| !path.as_str().ends_with(".html") && !path.as_str().ends_with(".png"));
        for lang in Lang::ALL {
            let page = site.single(decree, regulation, &figures, lang)?;
            let ids = [&decree.id, &regulation.id];
            let path = RelPath::of_ids(&ids[..1], ids[1], &format!("{}.html", lang.tag()));
            out.insert(path.under("pages"), page.into_bytes());
        }
        Ok(out)
    });
    let mut files = Artifacts::new();
    for part in made {
        files.extend(part.map_err(|fault: ThemeFault| vec![fault])?);
    }
    Ok(files)
}

/// The whole site.
pub fn of_all(corpus: &Corpus, theme: &Theme, spread: &impl Spread) -> Result<Artifacts, Vec<ThemeFault>> {
    let made = assemble(corpus, theme, spread)?;
    Ok(made.into_iter().filter_map(|(path, bytes)| Some((path.within(SITE)?, bytes))).collect())
}

/// What the manifest says of the regulations: whose they are, and whether they are in force.
pub fn about(regulations: &[(&Decree, &Regulation)]) -> Value {
    let one = |(decree, regulation): &(&Decree, &Regulation)| {
        json!({
            "id": format!("{}/{}", decree.id, regulation.id),
            "title": regulation.title,
            "language": regulation.language,
            "decree": {
                "title": decree.title,
                "adopting_body": decree.adopting_body,
                "adopted": decree.adopted,
                "number": decree.number,
                "is_repealed": decree.repealed.is_some(),
            },
        })
    };
    json!({ "regulations": regulations.iter().map(one).collect::<Vec<Value>>() })
}
