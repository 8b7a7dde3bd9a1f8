//! What a reader sees on a page: signs, ruling lines and images.
use super::{
    geometry::{Area, Point},
    limit::Limit,
};

/// What stands for a sign that the file gives no character for.
pub(super) const UNKNOWN: char = '\u{fffd}';

/// A sign where it is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    /// The character.
    pub sign: char,
    /// Where it begins.
    pub x: f32,
    /// Its baseline.
    pub y: f32,
    /// How far it is to the next one.
    pub width: f32,
    /// Size of the font.
    pub size: f32,
    /// Number of the piece of text that it was drawn with.
    pub run: u32,
    /// Quarter turns clockwise that the text is turned by.
    pub turns: u8,
    /// Whether it is cut off: the rest of a word that is too long for its cell.
    pub is_cut_off: bool,
}

impl Glyph {
    /// A point inside the sign.
    pub fn centre(&self) -> Point {
        Point {
            x: self.x + self.width / 2.0,
            y: self.y - 0.35 * self.size,
        }
    }

    /// Where it ends.
    pub fn right(&self) -> f32 {
        self.x + self.width
    }
}

/// A drawn line, upright or level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ruling {
    /// Its x if it is upright, its y if it is level.
    pub at: f32,
    /// Where it begins.
    pub from: f32,
    /// Where it ends.
    pub to: f32,
}

impl Ruling {
    /// How long it is.
    pub fn length(&self) -> f32 {
        self.to - self.from
    }
}

/// A page as it is seen, read upright.
#[derive(Debug, Clone)]
pub(super) struct Page {
    /// Number from 1.
    pub number: u32,
    /// All of it.
    pub area: Area,
    /// Signs that are seen.
    pub glyphs: Vec<Glyph>,
    /// Level lines.
    pub level: Vec<Ruling>,
    /// Upright lines.
    pub upright: Vec<Ruling>,
    /// Images.
    pub images: Vec<Area>,
    /// Signs without a character.
    pub unknown: usize,
    /// Pieces of text that are not seen: drawn over, or drawn with nothing.
    pub hidden: usize,
    /// The limit that cut it short.
    pub limit: Option<&'static Limit>,
    /// Whether drawing instructions are missing or broken.
    pub is_damaged: bool,
    /// Quarter turns clockwise that most of its text was turned by, before the page was set upright.
    pub turns: u8,
}

/// Fewer signs on a page that is mostly image, and it is a scan.
const LEAST_SIGNS: usize = 15;
/// A gap of less than this, in sizes, is none.
const TOUCHING: f32 = 0.1;
/// Signs without a character are few: a bullet, a mark of an odd font; more, and the text is not
/// what is seen.
const MOST_UNKNOWN: usize = 50;
/// Maximum number of glyphs without a character that may be bullets.
const MOST_BULLETS: usize = 8;

impl Page {
    /// A blank page.
    pub fn blank(number: u32, area: Area) -> Self {
        Page {
            number,
            area,
            glyphs: Vec::new(),
            level: Vec::new(),
            upright: Vec::new(),
            images: Vec::new(),
            unknown: 0,
            hidden: 0,
            limit: None,
            is_damaged: false,
            turns: 0,
        }
    }

    /// Whether it is the image of a page: hardly a sign, and images over half of it.
    pub fn is_scan(&self) -> bool {
        let is_seen = |it: &&Glyph| !it.is_cut_off && !it.sign.is_whitespace();
        let signs = self.glyphs.iter().filter(is_seen);
        let covered: f32 = self.images.iter().map(Area::size).sum();
        signs.count() < LEAST_SIGNS && covered > self.area.size() / 2.0
    }

    /// Whether too many of its signs have no character: one in fifty, but for a few bullets.
    pub fn is_unreadable(&self) -> bool {
        let are_many = self.unknown > MOST_BULLETS || self.unknown * 2 > self.glyphs.len();
        are_many && self.unknown * MOST_UNKNOWN > self.glyphs.len()
    }

    /// Turns the page when most of its text runs sideways or upside down.
    pub fn turn_upright(&mut self) {
        let mut counts = [0_usize; 4];
        for glyph in self.glyphs.iter().filter(|it| !it.sign.is_whitespace()) {
            counts[usize::from(glyph.turns % 4)] += 1;
        }
        let total: usize = counts.iter().sum();
        let turned = (1..4_u8).find(|it| counts[usize::from(*it)] * 10 >= total * 7);
        if let Some(turns) = turned.filter(|_| total > 0) {
            self.turn_back(turns);
        }
    }

    /// Gives pieces of text one number that were drawn one after the other without a gap: a change
    /// of the font parts no word.
    pub fn chain_runs(&mut self) {
        let mut last: Option<(u32, Glyph)> = None;
        for glyph in &mut self.glyphs {
            let run = glyph.run;
            if let Some((number, before)) = &last {
                let goes_on = (glyph.x - before.right()).abs() <= TOUCHING * glyph.size
                    && (glyph.y - before.y).abs() <= TOUCHING * glyph.size;
                if run == *number || goes_on {
                    glyph.run = before.run;
                }
            }
            last = Some((run, *glyph));
        }
    }

    /// Sets signs that still run sideways upright, each on its spot: in a heading that is turned,
    /// they stand one below the other.
    pub fn settle_turned(&mut self) {
        for glyph in self.glyphs.iter_mut().filter(|it| it.turns % 4 != 0) {
            let (along, across) = (glyph.width / 2.0, 0.35 * glyph.size);
            let (x, y) = match glyph.turns % 4 {
                1 => (glyph.x + across, glyph.y + along),
                2 => (glyph.x - along, glyph.y + across),
                _ => (glyph.x - across, glyph.y - along),
            };
            glyph.x = x - along;
            glyph.y = y + across;
        }
    }

    /// Turns everything counter-clockwise by quarters.
    fn turn_back(&mut self, turns: u8) {
        self.turns = turns;
        let (width, height) = (self.area.width(), self.area.height());
        let turned = |it: Point| match turns {
            1 => Point {
                x: it.y,
                y: width - it.x,
            },
            2 => Point {
                x: width - it.x,
                y: height - it.y,
            },
            _ => Point {
                x: height - it.y,
                y: it.x,
            },
        };
        let turned_area = |it: &Area| {
            Area::around(
                [(it.left, it.top), (it.right, it.bottom)].map(|(x, y)| turned(Point { x, y })),
            )
        };
        for glyph in &mut self.glyphs {
            let at = turned(Point {
                x: glyph.x,
                y: glyph.y,
            });
            (glyph.x, glyph.y) = (at.x, at.y);
            glyph.turns = (glyph.turns + 4 - turns) % 4;
        }
        let (level, upright) = (
            std::mem::take(&mut self.level),
            std::mem::take(&mut self.upright),
        );
        for area in level
            .iter()
            .map(level_area)
            .chain(upright.iter().map(upright_area))
        {
            self.push_ruling(&turned_area(&area));
        }
        self.images = self.images.iter().map(turned_area).collect();
        self.area = turned_area(&self.area);
    }

    /// Adds a line, given as the area without breadth that it covers.
    pub fn push_ruling(&mut self, line: &Area) {
        if line.width() >= line.height() {
            self.level.push(Ruling {
                at: (line.top + line.bottom) / 2.0,
                from: line.left,
                to: line.right,
            });
        } else {
            self.upright.push(Ruling {
                at: (line.left + line.right) / 2.0,
                from: line.top,
                to: line.bottom,
            });
        }
    }
}

fn level_area(line: &Ruling) -> Area {
    Area {
        left: line.from,
        top: line.at,
        right: line.to,
        bottom: line.at,
    }
}

fn upright_area(line: &Ruling) -> Area {
    Area {
        left: line.at,
        top: line.from,
        right: line.at,
        bottom: line.to,
    }
}
