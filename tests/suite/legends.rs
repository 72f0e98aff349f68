//! Legends of the real drawings, as they stand on paper.

use crate::corpus::real;
use reglament::base::Serial;
use reglament::pipeline;
use reglament::scene::PartRole;
use reglament::theme::Theme;

#[test]
fn every_legend_stands_on_a_sheet_of_its_drawing() {
    let figures = pipeline::draw(&real().loaded.corpus, &Theme::embedded(), &Serial);
    assert!(figures.len() >= 18);
    for figure in &figures {
        let sheets = &figure.paper.scene.sheets;
        let of_legend = sheets.iter().filter(|sheet| sheet.parts.iter().any(|part| part.role == PartRole::Legend));
        let of_legend: Vec<_> = of_legend.collect();
        assert_eq!(of_legend.len(), 1, "{}", figure.name);
        assert!(of_legend[0].parts.iter().any(|part| part.role == PartRole::Lane), "{}: it stands alone", figure.name);
        let room = figure.sizing.paper.room;
        assert!(sheets.iter().all(|sheet| sheet.rect.w <= room.w && sheet.rect.h <= room.h), "{}", figure.name);
        // Sheets lie one below another, and none grew into the next.
        assert!(sheets.windows(2).all(|two| two[0].rect.bottom() <= two[1].rect.y), "{}", figure.name);
    }
}
