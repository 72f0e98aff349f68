//! The straight pieces of lines, and which of them cross that run along one row or column of the grid.

use super::{DOWN, RIGHT, Route, heading};

/// A straight piece of a line along a row or a column of the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    low: i32,
    high: i32,
    /// To which side the line turns at the lower and at the higher end: -1 above or left, 1 below or right; 0 where it docks.
    sides: [i32; 2],
}

impl Stretch {
    /// From a point to a point, come upon with a heading and left with another; none where the line docks.
    pub fn between(from: (usize, usize), to: (usize, usize), before: Option<usize>, after: Option<usize>) -> Stretch {
        let ahead = |heading: usize| if matches!(heading, RIGHT | DOWN) { 1 } else { -1 };
        let (start, end) = (before.map_or(0, |heading| -ahead(heading)), after.map_or(0, ahead));
        let axis = |point: (usize, usize)| if from.1 == to.1 { point.0 as i32 } else { point.1 as i32 };
        let (a, b) = (axis(from), axis(to));
        if a < b {
            Stretch { low: a, high: b, sides: [start, end] }
        } else {
            Stretch { low: b, high: a, sides: [end, start] }
        }
    }

    /// Whether two stretches of one row or column cross wherever their tracks lie: at both ends of what they share, the
    /// one that turns off has to lie on the side that it turns to. Without a branch, so that many are asked at once.
    #[inline]
    pub fn must_cross(&self, other: &Stretch) -> bool {
        let turns = |is_end: bool, side: i32| if is_end { side } else { 0 };
        let low = turns(self.low >= other.low, self.sides[0]) - turns(other.low >= self.low, other.sides[0]);
        let high = turns(self.high <= other.high, self.sides[1]) - turns(other.high <= self.high, other.sides[1]);
        let is_shared = self.low.max(other.low) < self.high.min(other.high);
        is_shared & ((low > 0) & (high < 0) | (low < 0) & (high > 0))
    }
}

/// The stretches of a route: whether along rows (0) or columns (1), which of them, and what.
pub fn stretches(route: &Route) -> impl Iterator<Item = (usize, usize, Stretch)> {
    let points = &route.points;
    (1..points.len()).map(move |at| {
        let (from, to) = (points[at - 1], points[at]);
        let before = (at > 1).then(|| heading(points[at - 2], from));
        let after = points.get(at + 1).map(|&next| heading(to, next));
        let (along, line) = if from.1 == to.1 { (0, from.1) } else { (1, from.0) };
        (along, line, Stretch::between(from, to, before, after))
    })
}

#[cfg(test)]
mod tests {
    use super::super::UP;
    use super::*;

    /// A line along the row 4 between two columns, turning at its ends from and to these rows.
    fn along_row(from: usize, to: usize, ends: [usize; 2]) -> Stretch {
        let (start, end) = ((from, 4), (to, 4));
        Stretch::between(start, end, Some(heading((from, ends[0]), start)), Some(heading(end, (to, ends[1]))))
    }

    #[test]
    fn lines_along_a_row_cross_where_no_order_of_tracks_serves_both_ends() {
        let (above, below) = (0, 8);
        let one = along_row(1, 5, [above, above]);
        for (other, crosses) in [
            (along_row(3, 7, [above, above]), true),
            (along_row(7, 3, [above, above]), true),
            (along_row(3, 7, [below, above]), false),
            (along_row(3, 4, [above, above]), false),
            (along_row(0, 7, [above, above]), false),
            (along_row(3, 4, [above, below]), true),
            (along_row(1, 5, [above, above]), false),
            (along_row(1, 7, [above, above]), false),
            (along_row(1, 7, [below, below]), false),
            (along_row(5, 7, [above, above]), false),
            (Stretch::between((3, 4), (7, 4), None, Some(UP)), false),
        ] {
            assert_eq!((one.must_cross(&other), other.must_cross(&one)), (crosses, crosses), "{other:?}");
        }
    }

    #[test]
    fn the_side_of_a_turn_is_that_of_the_line_not_of_its_direction() {
        let (forth, back) = (along_row(1, 5, [0, 8]), along_row(5, 1, [8, 0]));
        assert_eq!((forth.low, forth.high, forth.sides), (back.low, back.high, back.sides));
        assert_eq!(forth.sides, [-1, 1]);
    }
}
