//! A file of dots with a palette: a drawing has few colours, and the shades between them at the edges of letters.

use foldhash::fast::FixedState;
use std::cmp::Reverse;
use std::collections::HashMap;
use tiny_skia::{Pixmap, PremultipliedColorU8};

/// As many as a byte can name.
const COLOURS_MAX: usize = 256;

/// Dots a metre of a picture that is shown at 96 to the inch.
const DOTS_A_METRE: u32 = 3780;

/// Flat grounds make good runs; more effort than this gains a few hundredths.
const EFFORT: u8 = 5;

type Rgb = [u8; 3];

/// Writes the file; `density` says how many dots there are to a pixel. `None` only where memory has no end.
pub(super) fn encode(pixmap: &Pixmap, density: u32) -> Option<Vec<u8>> {
    let (palette, dots) = indexed(pixmap.pixels());
    let mut file = Vec::with_capacity(dots.len() / 16);
    let mut encoder = png::Encoder::new(&mut file, pixmap.width(), pixmap.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_deflate_compression(png::DeflateCompression::Level(EFFORT));
    let dots_a_metre = DOTS_A_METRE * density;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: dots_a_metre,
        yppu: dots_a_metre,
        unit: png::Unit::Meter,
    }));
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&dots).ok()?;
    writer.finish().ok()?;
    Some(file)
}

/// The colours that most dots have, and each dot as the nearest of them.
fn indexed(pixels: &[PremultipliedColorU8]) -> (Vec<Rgb>, Vec<u8>) {
    let met = Met::of(pixels);
    let palette = met.palette();
    let exact = |colour: &Rgb| palette.binary_search(colour).ok().and_then(|at| u8::try_from(at).ok());
    let place = |colour: &Rgb| exact(colour).unwrap_or_else(|| nearest(&palette, *colour));
    let places: Vec<u8> = met.colours.iter().map(|(colour, _)| place(colour)).collect();
    let mut dots = Vec::with_capacity(pixels.len());
    for (number, count) in met.runs {
        dots.resize(dots.len() + count, places[number]);
    }
    (palette, dots)
}

/// The colours of a picture as they were met, how many dots have each, and the picture as runs of them.
#[derive(Default)]
struct Met {
    colours: Vec<(Rgb, usize)>,
    runs: Vec<(usize, usize)>,
}

impl Met {
    fn of(pixels: &[PremultipliedColorU8]) -> Met {
        let mut met = Met::default();
        // Only looked up, never listed.
        let mut known: HashMap<u32, usize, FixedState> = HashMap::default();
        for run in pixels.chunk_by(|a, b| a == b) {
            let colour = rgb(run[0]);
            let [red, green, blue] = colour;
            let key = u32::from_le_bytes([red, green, blue, 0]);
            let number = *known.entry(key).or_insert(met.colours.len());
            if number == met.colours.len() {
                met.colours.push((colour, 0));
            }
            met.colours[number].1 += run.len();
            met.runs.push((number, run.len()));
        }
        met
    }

    /// The most frequent colours, those that are as frequent by their numbers; then in the order of their numbers.
    fn palette(&self) -> Vec<Rgb> {
        let mut colours = self.colours.clone();
        colours.sort_unstable_by_key(|(colour, count)| (Reverse(*count), *colour));
        let mut palette: Vec<Rgb> = colours.into_iter().take(COLOURS_MAX).map(|(colour, _)| colour).collect();
        palette.sort_unstable();
        palette
    }
}

/// The first of those that differ least.
fn nearest(palette: &[Rgb], colour: Rgb) -> u8 {
    let distance = |other: &Rgb| -> u32 { (0..3).map(|at| u32::from(other[at].abs_diff(colour[at])).pow(2)).sum() };
    // Distance and place in one number, which a processor compares many at a time.
    let least = (0..).zip(palette).map(|(at, other): (u32, _)| distance(other) << 8 | at).min();
    least.map_or(0, |number| number.to_le_bytes()[0])
}

/// Dots are opaque.
fn rgb(pixel: PremultipliedColorU8) -> Rgb {
    [pixel.red(), pixel.green(), pixel.blue()]
}
