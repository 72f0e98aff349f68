//! How far from the centre of a row or column of shapes each stretch lies.
//!
//! In: the stretches of a row or column. Out: their offsets, within what the nodes allow at which they dock.

use super::{FREE_LIMIT, SAME_HEIGHT, Tracks, ordered};
use crate::base::Px;
use std::collections::BTreeMap;

/// Distances between docks, tried from wide to narrow.
const NARROW_GAPS: [Px; 5] = [9, 6, 4, 3, 2];
/// Lines nearer than this would lie on one another.
const GAP_LEAST: Px = 2;
/// So many lines on one side of a node are spread over all of it.
const FAN: usize = 3;
const CROSSING_COST: Px = 40;

impl Tracks<'_> {
    /// Finds an offset for every stretch in a row or column of shapes, the most important first.
    pub(super) fn set_offsets(&mut self, line: &[usize]) {
        let mut order = line.to_vec();
        order.sort_by_key(|&at| {
            let flow = &self.work.flows[self.segments[at].flow];
            let limit = self.limit(at);
            // What has hardly a choice goes first; what docks nowhere has room enough beside the rest.
            (
                limit == FREE_LIMIT,
                limit >= SAME_HEIGHT,
                self.turn(at, false).is_some() || self.turn(at, true).is_some(),
                !flow.main,
                limit,
                at,
            )
        });
        let mut done: Vec<usize> = Vec::new();
        for side in self.fans(line) {
            self.spread(&side, &mut done);
        }
        order.retain(|at| !done.contains(at));
        for at in order {
            let near: Vec<(usize, i32)> = done
                .iter()
                .filter(|&&other| self.conflict_in_row(at, other))
                .map(|&other| (other, self.vote(at, other)))
                .collect();
            self.segments[at].at = if near.is_empty() { 0 } else { self.offset(at, &near) };
            done.push(at);
        }
    }

    /// Of a row or column, the stretches that dock on one side of a node, where they are many; those with least room first.
    fn fans(&self, line: &[usize]) -> Vec<Vec<usize>> {
        let mut sides: BTreeMap<(usize, bool), Vec<usize>> = BTreeMap::new();
        for &at in line {
            for high in [false, true] {
                if let Some(node) = self.dock(at, high) {
                    sides.entry((node, high)).or_default().push(at);
                }
            }
        }
        let mut fans: Vec<Vec<usize>> = sides.into_values().filter(|side| side.len() >= FAN).collect();
        let room = |side: &[usize]| side.iter().map(|&at| self.limit(at)).sum::<Px>() / side.len() as Px;
        fans.sort_by_cached_key(|side| room(side));
        fans
    }

    /// Spreads the lines on one side of a node over all of it, in the order that crosses least, about the one that runs
    /// straight, if there is one. Where something is in the way, each seeks a place by itself.
    fn spread(&mut self, side: &[usize], done: &mut Vec<usize>) {
        let count = side.len();
        let is_straight = |&at: &usize| self.turn(at, false).is_none() && self.turn(at, true).is_none();
        if side.iter().filter(|at| is_straight(at)).count() > 1 || side.iter().any(|at| done.contains(at)) {
            return;
        }
        let mut votes = vec![0; count * count];
        for (a, b) in (0..count).flat_map(|a| (0..count).map(move |b| (a, b))).filter(|(a, b)| a != b) {
            votes[a * count + b] = self.vote(side[a], side[b]);
        }
        let order: Vec<usize> = ordered(count, &votes).into_iter().map(|at| side[at]).collect();
        let last = count as Px - 1;
        // Twice the place of the centre among the lines.
        let centre = order.iter().position(is_straight).map_or(last, |at| 2 * at as Px);
        let limit = side.iter().map(|&at| self.limit(at)).min().unwrap_or(0);
        let gap = (2 * limit / centre.max(2 * last - centre)).min(self.work.options.track_gap);
        let place = |at: usize| (2 * at as Px - centre) * gap / 2;
        let is_free = |(at, &own): (usize, &usize)| {
            done.iter()
                .all(|&other| !self.conflict_in_row(own, other) || (self.segments[other].at - place(at)).abs() >= gap)
        };
        if gap >= GAP_LEAST && order.iter().enumerate().all(is_free) {
            for (at, own) in order.into_iter().enumerate() {
                self.segments[own].at = place(at);
                done.push(own);
            }
        }
    }

    /// The offset nearest to the centre that keeps off its neighbours, on the side that crosses least: nearer to them, where
    /// that spares a crossing.
    fn offset(&self, at: usize, near: &[(usize, i32)]) -> Px {
        let limit = self.limit(at);
        let crossings = |offset: Px| {
            let wrong = |&&(other, vote): &&(usize, i32)| vote * (self.segments[other].at - offset).signum() < 0;
            near.iter().filter(wrong).count() as Px
        };
        let mut found: Option<(Px, Px)> = None;
        for gap in std::iter::once(self.work.options.track_gap).chain(NARROW_GAPS) {
            if found.is_some_and(|(crossings, _)| crossings == 0 || gap < SAME_HEIGHT) {
                break;
            }
            // A neighbour at an odd place can block two offsets on each side.
            let steps = 0..=(limit / gap).min(2 * near.len() as Px + 2);
            let offsets = steps.flat_map(|step| [step * gap, -step * gap]);
            let free =
                offsets.filter(|offset| near.iter().all(|&(other, _)| (self.segments[other].at - offset).abs() >= gap));
            let best = free.min_by_key(|&offset| offset.abs() + crossings(offset) * CROSSING_COST);
            let better = best.map(|offset| (crossings(offset), offset));
            found = found.into_iter().chain(better).min_by_key(|(crossings, _)| *crossings);
        }
        found.map_or_else(|| self.shared_offset(at, near, limit), |(_, offset)| offset)
    }

    /// No room is left: the line lies on one that leaves, or ends, where it does.
    fn shared_offset(&self, at: usize, near: &[(usize, i32)], limit: Px) -> Px {
        let flow = &self.work.flows[self.segments[at].flow];
        let harm = |offset: Px| -> Px {
            near.iter()
                .filter(|(other, _)| (self.segments[*other].at - offset).abs() < 2)
                .map(|(other, _)| {
                    let other = &self.work.flows[self.segments[*other].flow];
                    if other.from == flow.from || other.to == flow.to { 1 } else { 1000 }
                })
                .sum()
        };
        (-limit..=limit).min_by_key(|&offset| (harm(offset), offset.abs())).unwrap_or(0)
    }
}
