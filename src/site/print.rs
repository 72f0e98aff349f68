//! What a printed page leaves for a drawing: the numbers of `site.css` for A4, and those that take their place for A3.

use crate::base::{Px, Size};
use crate::scene::Scene;
use crate::theme::PaperFormat;

/// CSS pixels in 10 mm, times 10.
const PX_IN_CM: Px = 378;

/// Room on a page, in millimetres: the breadth, the height beside the head of an appendix, the height of a further page.
struct Page {
    breadth: Px,
    first: Px,
    further: Px,
}

/// The rooms for the first and for every further sheet of a drawing, in CSS pixels.
pub(super) fn rooms(paper: PaperFormat, is_sideways: bool) -> [Size; 2] {
    let Page { breadth, first, further } = page(paper, is_sideways);
    [first, further].map(|height| Size::new(px(breadth), px(height)))
}

/// Whether a drawing is broader than an upright sheet bears.
pub(super) fn is_sideways(scene: &Scene, paper: PaperFormat) -> bool {
    // Text of 11 px prints at 7 pt or larger where the drawing is scaled by 28/33.
    scene.size.w > paper.room().w * 33 / 28
}

/// Rules for pages that are not A4.
pub(super) fn css(paper: PaperFormat) -> String {
    if paper == PaperFormat::A4 {
        return String::new();
    }
    let [(upright, whole), (lying, whole_lying)] = [false, true].map(|is_sideways| {
        let Page { first, further, .. } = page(paper, is_sideways);
        (first, further)
    });
    format!(
        "@page drawing {{ size: A3; margin: 15mm 16mm }}\n\
         @page sideways {{ size: A3 landscape; margin: 9mm 12mm }}\n\
         @media print {{\n\
         .appendix {{ page: drawing }}\n\
         .appendix:has(> .plate:not(.cut)) {{ max-height: {whole}mm }}\n\
         .sideways.appendix:has(> .plate:not(.cut)) {{ max-height: {whole_lying}mm }}\n\
         .appendix .plate svg {{ max-height: {upright}mm }}\n\
         .appendix.sideways {{ page: sideways }}\n\
         .appendix.sideways .plate svg {{ max-height: {lying}mm }}\n\
         }}\n"
    )
}

fn page(paper: PaperFormat, is_sideways: bool) -> Page {
    let (breadth, first, further) = match (paper, is_sideways) {
        (PaperFormat::A4, false) => (178, 221, 255),
        (PaperFormat::A4, true) => (273, 158, 179),
        (PaperFormat::A3, false) => (265, 344, 378),
        (PaperFormat::A3, true) => (396, 245, 266),
    };
    Page { breadth, first, further }
}

fn px(millimetres: Px) -> Px {
    millimetres * PX_IN_CM / 100
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_of_a_drawing_fits_its_page() {
        for paper in [PaperFormat::A4, PaperFormat::A3] {
            let upright = rooms(paper, false);
            let lying = rooms(paper, true);
            assert!(upright[0].h < upright[1].h && lying[0].h < lying[1].h);
            // The further page has the proportions of the paper, less its margins.
            assert!(paper.room().w - upright[1].w < 12 && paper.room().h - upright[1].h < 75, "{upright:?}");
        }
        assert!(css(PaperFormat::A4).is_empty() && css(PaperFormat::A3).contains("size: A3"));
    }
}
