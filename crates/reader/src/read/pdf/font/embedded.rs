//! The character map of an embedded TrueType or OpenType font, read backwards.
use std::collections::HashMap;

/// Encoding records of one table; fonts have a handful.
const MOST_TABLES: usize = 32;
/// Characters that one table is followed for; no more glyphs can be in a font.
const MOST_CHARACTERS: usize = 70_000;

/// From glyphs to the first character that each of them shows; `None` if the font tells none.
pub(super) fn characters(font: &[u8]) -> Option<HashMap<u32, char>> {
    let map = Table(font.get(table(font, b"cmap")?..)?);
    let mut found = HashMap::new();
    for record in 0..map.short(2)?.min(MOST_TABLES) {
        let at = 4 + 8 * record;
        let (platform, encoding) = (map.short(at)?, map.short(at + 2)?);
        let is_unicode = platform == 0 || platform == 3 && (encoding == 1 || encoding == 10);
        let Some(part) = map.long(at + 4).and_then(|start| map.0.get(start..)) else {
            continue;
        };
        let part = Table(part);
        match part.short(0) {
            Some(4) if is_unicode => part.segments(&mut found),
            Some(12) if is_unicode => part.groups(&mut found),
            _ => None,
        };
    }
    Some(found).filter(|it| !it.is_empty())
}

/// Where a table of the font begins.
fn table(font: &[u8], name: &[u8; 4]) -> Option<usize> {
    let directory = Table(font);
    let records = (0..directory.short(4)?.min(MOST_TABLES * 4)).map(|it| 12 + 16 * it);
    let mut named = records.filter(|at| font.get(*at..at + 4).is_some_and(|it| it == name));
    directory.long(named.next()? + 8)
}

/// Bytes that numbers are read from, the large end first.
struct Table<'a>(&'a [u8]);

impl Table<'_> {
    fn short(&self, at: usize) -> Option<usize> {
        let bytes: [u8; 2] = self.0.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(u16::from_be_bytes(bytes).into())
    }

    fn long(&self, at: usize) -> Option<usize> {
        let bytes: [u8; 4] = self.0.get(at..at.checked_add(4)?)?.try_into().ok()?;
        usize::try_from(u32::from_be_bytes(bytes)).ok()
    }

    /// Format 4: segments with a difference, or with an offset into a list of glyphs.
    fn segments(&self, found: &mut HashMap<u32, char>) -> Option<()> {
        let count = self.short(6)? / 2;
        let mut seen = 0;
        for segment in 0..count {
            let end = self.short(14 + 2 * segment)?;
            let start = self.short(16 + 2 * count + 2 * segment)?;
            let difference = self.short(16 + 4 * count + 2 * segment)?;
            let offset_at = 16 + 6 * count + 2 * segment;
            let offset = self.short(offset_at)?;
            seen += 1 + end.saturating_sub(start);
            if seen > MOST_CHARACTERS {
                return None;
            }
            for code in start..=end.min(0xfffe) {
                let glyph = match offset {
                    0 => code + difference,
                    _ => match self.short(offset_at + offset + 2 * (code - start)) {
                        Some(0) | None => continue,
                        Some(listed) => listed + difference,
                    },
                };
                note(found, glyph & 0xffff, code);
            }
        }
        Some(())
    }

    /// Format 12: groups of characters and glyphs that count up together.
    fn groups(&self, found: &mut HashMap<u32, char>) -> Option<()> {
        let mut seen = 0;
        for group in 0..self.long(12)? {
            let at = 16 + 12 * group;
            let (first, last) = (self.long(at)?, self.long(at + 4)?);
            let glyph = self.long(at + 8)?;
            seen += 1 + last.saturating_sub(first);
            if seen > MOST_CHARACTERS {
                return None;
            }
            for code in first..=last {
                note(found, glyph.saturating_add(code - first), code);
            }
        }
        Some(())
    }
}

fn note(found: &mut HashMap<u32, char>, glyph: usize, code: usize) {
    let (glyph, code) = (u32::try_from(glyph), u32::try_from(code));
    let sign = code.ok().and_then(char::from_u32);
    if let (Ok(glyph @ 1..), Some(sign)) = (glyph, sign) {
        found.entry(glyph).or_insert(sign);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A font of nothing but a character map with one segment: 万 is glyph 7.
    fn font() -> Vec<u8> {
        let shorts = |it: &[u16]| {
            it.iter()
                .flat_map(|it| it.to_be_bytes())
                .collect::<Vec<_>>()
        };
        let mut font = shorts(&[0, 1, 1, 0, 0, 0]);
        font.extend(b"cmap\0\0\0\0\0\0\0\x1c\0\0\0\x40");
        font.extend(shorts(&[0, 1, 3, 1, 0, 12]));
        let code = '万' as u16;
        let difference = 7_u16.wrapping_sub(code);
        font.extend(shorts(&[
            4, 24, 0, 2, 0, 0, 0, code, 0, code, difference, 0,
        ]));
        font
    }

    #[test]
    fn a_glyph_is_the_character_that_shows_it() {
        let found = characters(&font()).expect("it has a map");
        assert_eq!(found.get(&7), Some(&'万'));
    }

    #[test]
    fn a_broken_font_tells_nothing() {
        let font = font();
        for length in 0..font.len() {
            characters(&font[..length]);
        }
        assert_eq!(characters(b""), None);
    }
}
