//! Whole-pixel geometry: one CSS pixel is 1/96 inch, y grows downward.

use serde::Serialize;

/// A length or a coordinate in CSS pixels. Whole numbers only, so that no machine rounds differently.
pub type Px = i32;

/// A point of the drawing plane, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct Point {
    pub x: Px,
    pub y: Px,
}

impl Point {
    pub const fn new(x: Px, y: Px) -> Self {
        Self { x, y }
    }
}

/// The width and the height of something, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
pub struct Size {
    pub w: Px,
    pub h: Px,
}

impl Size {
    pub const fn new(w: Px, h: Px) -> Self {
        Self { w, h }
    }
}

/// A rectangle by its upper left corner and its size, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
pub struct Rect {
    pub x: Px,
    pub y: Px,
    pub w: Px,
    pub h: Px,
}

impl Rect {
    pub const fn new(x: Px, y: Px, w: Px, h: Px) -> Self {
        Self { x, y, w, h }
    }

    pub const fn right(&self) -> Px {
        self.x + self.w
    }

    pub const fn bottom(&self) -> Px {
        self.y + self.h
    }

    /// The middle, rounded toward the upper left.
    pub const fn centre(&self) -> Point {
        Point::new(self.x + self.w / 2, self.y + self.h / 2)
    }

    /// Whether the interiors of the two meet; rectangles that only touch do not.
    pub const fn overlaps(&self, other: &Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether `inner` lies wholly within, borders included.
    pub const fn contains(&self, inner: &Rect) -> bool {
        self.x <= inner.x && self.y <= inner.y && inner.right() <= self.right() && inner.bottom() <= self.bottom()
    }

    /// The rectangle grown by `by` pixels on every side (shrunk where negative).
    pub const fn grown(&self, by: Px) -> Rect {
        Rect::new(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)
    }
}
