//! Phase 7: coordinates.
//!
//! In: grid, tracks, arranged cells. Out: one [`Sheet`].
//! Holds: every row and column is as wide as the widest thing in it, every channel as its tracks need; since nothing
//! enters a cell or a track that is not its own, nothing can meet. Lanes span the whole length and touch.

use super::graph::{Axis, SizedGraph};
use super::grid::Grid;
use super::outline::{halves, reach};
use super::p4_route::{DOWN, LEFT, RIGHT, Route, UP};
use super::p5_tracks::{Segment, Tracks};
use super::p6_labels::{Arranged, Cell, Ray, arrange};
use super::p8_labels_back::draw_back;
use super::placed::{PlacedEdge, PlacedLabel, PlacedLane, PlacedNode, Sheet};
use super::work::Work;
use crate::base::{Point, Px, Rect, Size};

/// Between a track and the shapes beside its channel; between a label and the next shape.
const TRACK_PADDING: Px = 14;
const LABEL_GAP: Px = 8;

/// Where the lines of the grid lie: the centre of a row or column of shapes, or the start of a channel and its room.
struct Lines {
    at: Vec<Px>,
    room: Vec<Px>,
    end: Px,
}

/// The room that one row or column of shapes takes before and after its centre: shapes alone, and all.
#[derive(Clone, Copy, Default)]
struct Extent {
    shapes: [Px; 2],
    all: [Px; 2],
}

/// Everything that the coordinates follow from.
struct Placer<'a> {
    work: &'a Work,
    grid: &'a Grid,
    routes: &'a [Route],
    tracks: &'a Tracks<'a>,
    cells: Vec<Arranged>,
    axis: Axis,
}

/// Places everything on one sheet.
pub(super) fn sheet(graph: &SizedGraph, work: &Work, grid: &Grid, routes: &[Route], tracks: &Tracks) -> Sheet {
    let mut placer = Placer { work, grid, routes, tracks, cells: Vec::new(), axis: graph.axis };
    placer.cells = placer.arranged();
    let header = graph.lanes.iter().map(|lane| lane.header.clamp(0, 20_000)).max().unwrap_or(0);
    let margin = work.options.margin;
    let columns = placer.columns(margin + header);
    let (rows, lanes) = placer.rows(margin);
    let mut sheet = placer.draw(&columns, &rows);
    let length = columns.end - margin;
    for (lane, pair) in lanes.windows(2).enumerate().take(graph.lanes.len()) {
        let rect = Rect::new(margin, pair[0], length, pair[1] - pair[0]);
        let header = graph.lanes[lane].header.clamp(0, 20_000);
        sheet.lanes.push(PlacedLane { lane, rect, header: Rect { w: header, ..rect } });
    }
    draw_back(&mut sheet, &placer.told_at_end());
    sheet.size = Size::new(columns.end + margin, lanes[lanes.len() - 1] + margin);
    if graph.axis == Axis::Vertical {
        turn(&mut sheet);
    }
    sheet
}

impl Placer<'_> {
    /// The labels about every node.
    fn arranged(&self) -> Vec<Arranged> {
        let node = |(at, node): (usize, &super::work::WorkNode)| Cell {
            node: at,
            shape: node.shape,
            size: node.size,
            label: node.label,
            rays: Vec::new(),
            label_before_line: self.axis == Axis::Horizontal,
        };
        let mut cells: Vec<Cell> = self.work.nodes.iter().enumerate().map(node).collect();
        let crowd = self.crowd();
        for (at, flow) in self.work.flows.iter().enumerate() {
            let (first, last) = (self.segment(at, 0), self.segment(at, self.routes[at].points.len() - 2));
            let (start, end) = (self.routes[at].start_side(), self.routes[at].end_side());
            let label = flow.label.map(|size| (flow.flow, size));
            let is_at_end = self.is_told_at_end(&crowd, at);
            let (at_start, at_end) = if is_at_end { (None, label) } else { (label, None) };
            cells[flow.from].rays.push(Ray { side: start, offset: first.at, label: at_start });
            cells[flow.to].rays.push(Ray { side: end, offset: last.at, label: at_end });
        }
        cells.iter().map(arrange).collect()
    }

    /// Whether the label of a flow has no room where it leaves: of three lines that of the middle one would stand beside
    /// another.
    fn is_told_at_end(&self, crowd: &[[usize; 4]], flow: usize) -> bool {
        let (ends, route) = (&self.work.flows[flow], &self.routes[flow]);
        crowd[ends.from][route.start_side()] > 2 && crowd[ends.to][route.end_side()] <= 2
    }

    fn told_at_end(&self) -> Vec<usize> {
        let crowd = self.crowd();
        let flows = self.work.flows.iter().enumerate();
        flows.filter(|&(at, _)| self.is_told_at_end(&crowd, at)).map(|(_, flow)| flow.flow).collect()
    }

    /// How many lines dock on each side of each node.
    fn crowd(&self) -> Vec<[usize; 4]> {
        let mut crowd = vec![[0; 4]; self.work.nodes.len()];
        for (flow, route) in self.work.flows.iter().zip(self.routes) {
            crowd[flow.from][route.start_side()] += 1;
            crowd[flow.to][route.end_side()] += 1;
        }
        crowd
    }

    fn segment(&self, flow: usize, index: usize) -> &Segment {
        &self.tracks.segments[self.tracks.first[flow] + index]
    }

    /// The room taken by each row (or column) of shapes.
    fn extents(&self, horizontal: bool) -> Vec<Extent> {
        let count = if horizontal { self.grid.height } else { self.grid.width };
        let mut extents = vec![Extent::default(); count];
        for (node, &(x, y)) in self.grid.cells.iter().enumerate() {
            let extent = &mut extents[if horizontal { y } else { x }];
            let pick = |all: [Px; 4]| if horizontal { [all[1], all[3]] } else { [all[0], all[2]] };
            let (shape, all) = (pick(halves(self.work.nodes[node].size)), pick(self.cells[node].extent));
            for side in 0..2 {
                extent.shapes[side] = extent.shapes[side].max(shape[side]);
                extent.all[side] = extent.all[side].max(all[side]);
            }
        }
        for (at, segment) in self.tracks.segments.iter().enumerate() {
            if segment.horizontal == horizontal && !self.tracks.in_channel(at) {
                let all = &mut extents[segment.line].all;
                all[0] = all[0].max(-segment.at + 2);
                all[1] = all[1].max(segment.at + 2);
            }
        }
        extents
    }

    /// The room that the tracks of each channel need.
    fn track_rooms(&self, horizontal: bool) -> Vec<Px> {
        let mut rooms = vec![0; if horizontal { self.grid.height } else { self.grid.width }];
        for (at, segment) in self.tracks.segments.iter().enumerate() {
            if segment.horizontal == horizontal && self.tracks.in_channel(at) {
                let room = &mut rooms[segment.line];
                *room = (*room).max(segment.at + 2 * TRACK_PADDING).max(segment.after + 2 * TRACK_PADDING);
            }
        }
        rooms
    }

    fn columns(&self, start: Px) -> Lines {
        let (extents, mut room) = (self.extents(false), self.track_rooms(false));
        let last = self.grid.width - 1;
        let options = &self.work.options;
        let mut at = vec![0; self.grid.width];
        let mut end = start;
        for line in 0..self.grid.width {
            if line % 2 == 1 {
                at[line] = end + extents[line].all[0];
                end = at[line] + extents[line].all[1];
                continue;
            }
            let least = if line == 0 || line == last {
                options.lane_padding
            } else {
                let slack = |extent: &Extent, side: usize| extent.all[side] - extent.shapes[side];
                (options.rank_gap - slack(&extents[line - 1], 1) - slack(&extents[line + 1], 0)).max(LABEL_GAP)
            };
            room[line] = room[line].max(least);
            at[line] = end;
            end += room[line];
        }
        Lines { at, room, end }
    }

    /// The rows, and where the lanes begin; the last entry ends the last lane.
    fn rows(&self, start: Px) -> (Lines, Vec<Px>) {
        let (extents, mut room) = (self.extents(true), self.track_rooms(true));
        let options = &self.work.options;
        let mut at = vec![0; self.grid.height];
        let (mut end, mut lanes) = (start, vec![start]);
        for lane in 0..self.work.lanes {
            let (first, after) = (self.grid.lane_rows[lane], self.grid.lane_rows[lane + 1]);
            let mut breadth = 0;
            for line in first..after {
                if !self.grid.channel_rows[line] {
                    breadth += extents[line].all[0] + extents[line].all[1];
                    continue;
                }
                let outer = line == first || line == after - 1;
                room[line] = room[line].max(if outer { options.lane_padding } else { options.node_gap });
                breadth += room[line];
            }
            let spare = (self.work.breadths[lane] - breadth).max(0);
            room[first] += spare / 2;
            room[after - 1] += spare - spare / 2;
            for line in first..after {
                if self.grid.channel_rows[line] {
                    at[line] = end;
                    end += room[line];
                } else {
                    at[line] = end + extents[line].all[0];
                    end = at[line] + extents[line].all[1];
                }
            }
            lanes.push(end);
        }
        (Lines { at, room, end }, lanes)
    }

    /// The coordinate of a stretch across itself.
    fn across(&self, segment: &Segment, columns: &Lines, rows: &Lines) -> Px {
        let lines = if segment.horizontal { rows } else { columns };
        if self.grid.is_channel(segment.horizontal, segment.line) {
            lines.at[segment.line] + (segment.at + lines.room[segment.line] - segment.after) / 2
        } else {
            lines.at[segment.line] + segment.at
        }
    }

    fn draw(&self, columns: &Lines, rows: &Lines) -> Sheet {
        let centre = |node: usize| {
            let (x, y) = self.grid.cells[node];
            Point::new(columns.at[x], rows.at[y])
        };
        let mut sheet = Sheet {
            size: Size::default(),
            lanes: vec![],
            nodes: vec![],
            edges: vec![],
            connectors: vec![],
            labels: vec![],
        };
        for (node, arranged) in self.cells.iter().enumerate() {
            let (at, size) = (centre(node), self.work.nodes[node].size);
            let rect = Rect::new(at.x - size.w / 2, at.y - size.h / 2, size.w, size.h);
            sheet.nodes.push(PlacedNode { node, rect });
            sheet.labels.extend(arranged.labels.iter().map(|&(owner, rect)| PlacedLabel {
                owner,
                rect: Rect { x: rect.x + at.x, y: rect.y + at.y, ..rect },
            }));
        }
        sheet.labels.sort_by_key(|label| label.owner);
        for (flow, route) in self.routes.iter().enumerate() {
            let stretches: Vec<(bool, Px)> = (0..route.points.len() - 1)
                .map(|index| self.segment(flow, index))
                .map(|segment| (segment.horizontal, self.across(segment, columns, rows)))
                .collect();
            let ends = &self.work.flows[flow];
            let (first, last) = (stretches[0], stretches[stretches.len() - 1]);
            let mut points = vec![self.docked(ends.from, centre(ends.from), route.start_side(), first.1)];
            points.extend(stretches.windows(2).map(|pair| match pair[0].0 {
                true => Point::new(pair[1].1, pair[0].1),
                false => Point::new(pair[0].1, pair[1].1),
            }));
            points.push(self.docked(ends.to, centre(ends.to), route.end_side(), last.1));
            sheet.edges.push(PlacedEdge { flow: ends.flow, part: 0, points, arrow: true });
        }
        sheet
    }

    /// The point of a node's outline where a line at that height (or, on the upper and lower side, breadth) meets it.
    fn docked(&self, node: usize, centre: Point, side: usize, line: Px) -> Point {
        let (shape, size) = (self.work.nodes[node].shape, self.work.nodes[node].size);
        match side {
            RIGHT => Point::new(centre.x + reach(shape, size.w, size.h, line - centre.y, true), line),
            LEFT => Point::new(centre.x - reach(shape, size.w, size.h, line - centre.y, false), line),
            DOWN => Point::new(line, centre.y + reach(shape, size.h, size.w, line - centre.x, true)),
            UP => Point::new(line, centre.y - reach(shape, size.h, size.w, line - centre.x, false)),
            _ => centre,
        }
    }
}

/// Turns a drawing that runs right into one that runs down.
fn turn(sheet: &mut Sheet) {
    let point = |point: &mut Point| *point = Point::new(point.y, point.x);
    let rect = |rect: &mut Rect| *rect = Rect::new(rect.y, rect.x, rect.h, rect.w);
    sheet.size = Size::new(sheet.size.h, sheet.size.w);
    sheet.lanes.iter_mut().for_each(|lane| {
        rect(&mut lane.rect);
        rect(&mut lane.header);
    });
    sheet.nodes.iter_mut().for_each(|node| rect(&mut node.rect));
    sheet.labels.iter_mut().for_each(|label| rect(&mut label.rect));
    sheet.edges.iter_mut().for_each(|edge| edge.points.iter_mut().for_each(point));
}
