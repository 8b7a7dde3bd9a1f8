//! Points, areas and transforms of a page: in points, from its top left corner.

/// An affine transform, as PDF writes one: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub [f64; 6]);

impl Matrix {
    /// Leaves everything where it is.
    pub const IDENTITY: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// A shift.
    pub fn shift(x: f64, y: f64) -> Matrix {
        Matrix([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This transform behind another one.
    pub fn after(&self, inner: &Matrix) -> Matrix {
        let (o, i) = (&self.0, &inner.0);
        Matrix([
            o[0] * i[0] + o[2] * i[1],
            o[1] * i[0] + o[3] * i[1],
            o[0] * i[2] + o[2] * i[3],
            o[1] * i[2] + o[3] * i[3],
            o[0] * i[4] + o[2] * i[5] + o[4],
            o[1] * i[4] + o[3] * i[5] + o[5],
        ])
    }

    /// Where a point goes.
    pub fn point(&self, x: f64, y: f64) -> Point {
        let m = &self.0;
        let (x, y) = (m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]);
        Point {
            x: x as f32,
            y: y as f32,
        }
    }

    /// How much lengths grow, on average of both directions.
    pub fn scale(&self) -> f32 {
        let m = &self.0;
        (m[0] * m[3] - m[1] * m[2]).abs().sqrt() as f32
    }

    /// The smallest upright area around what an area becomes.
    pub fn area(&self, area: &Area) -> Area {
        let corners = [
            (area.left, area.top),
            (area.right, area.top),
            (area.right, area.bottom),
            (area.left, area.bottom),
        ];
        Area::around(corners.map(|(x, y)| self.point(x.into(), y.into())))
    }
}

/// A spot on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    /// To the right.
    pub x: f32,
    /// Downwards.
    pub y: f32,
}

/// An upright rectangle on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    /// Smallest x.
    pub left: f32,
    /// Smallest y.
    pub top: f32,
    /// Largest x.
    pub right: f32,
    /// Largest y.
    pub bottom: f32,
}

impl Area {
    /// Nothing: what it is joined with stays as it is.
    pub const NOTHING: Area = Area {
        left: f32::MAX,
        top: f32::MAX,
        right: f32::MIN,
        bottom: f32::MIN,
    };

    /// The image of anything before its transform.
    pub const UNIT: Area = Area {
        left: 0.0,
        top: 0.0,
        right: 1.0,
        bottom: 1.0,
    };

    /// The smallest area around points.
    pub fn around(points: impl IntoIterator<Item = Point>) -> Area {
        let grown = |area: Area, it: Point| Area {
            left: area.left.min(it.x),
            top: area.top.min(it.y),
            right: area.right.max(it.x),
            bottom: area.bottom.max(it.y),
        };
        points.into_iter().fold(Area::NOTHING, grown)
    }

    /// What both cover; empty where they do not meet.
    pub fn common(&self, other: &Area) -> Area {
        Area {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    /// The smallest area around both.
    pub fn joined(&self, other: &Area) -> Area {
        Area {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Whether it covers nothing, not even a line.
    pub fn is_empty(&self) -> bool {
        !(self.right >= self.left && self.bottom >= self.top)
    }

    /// From left to right.
    pub fn width(&self) -> f32 {
        self.right - self.left
    }

    /// From top to bottom.
    pub fn height(&self) -> f32 {
        self.bottom - self.top
    }

    /// What it covers.
    pub fn size(&self) -> f32 {
        self.width().max(0.0) * self.height().max(0.0)
    }

    /// Whether a point is in it, or so far outside.
    pub fn holds(&self, point: Point, slack: f32) -> bool {
        point.x >= self.left - slack
            && point.x <= self.right + slack
            && point.y >= self.top - slack
            && point.y <= self.bottom + slack
    }

    /// Left, top, right, bottom in whole points, as places say it.
    pub fn bounds(&self) -> [i32; 4] {
        [
            self.left.floor() as i32,
            self.top.floor() as i32,
            self.right.ceil() as i32,
            self.bottom.ceil() as i32,
        ]
    }
}
