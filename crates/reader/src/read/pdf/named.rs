//! What the instructions of a page call by name. Each look-up reads the object anew, and a page asks
//! for the same font thousands of times, so that it is asked once.
use super::{drawing::Shared, font::Font};
use hayro_syntax::{object::Dict, page::Resources};
use std::{collections::HashMap, rc::Rc};

/// Fonts and sets of settings, as far as they were asked for.
pub(super) struct Named<'r, 'f> {
    resources: &'r Resources<'f>,
    fonts: HashMap<Vec<u8>, Option<Rc<Font>>>,
    settings: HashMap<Vec<u8>, Option<Dict<'f>>>,
}

impl<'r, 'f> Named<'r, 'f> {
    /// Nothing asked for so far.
    pub fn new(resources: &'r Resources<'f>) -> Self {
        Named {
            resources,
            fonts: HashMap::new(),
            settings: HashMap::new(),
        }
    }

    /// The font of this name.
    pub fn font(&mut self, name: &[u8], shared: &Shared) -> Option<Rc<Font>> {
        if let Some(known) = self.fonts.get(name) {
            return known.clone();
        }
        let found = self.resources.fonts.get::<Dict<'_>>(name);
        let font = found.and_then(|it| shared.font(&it));
        self.fonts.insert(name.to_vec(), font.clone());
        font
    }

    /// The settings of this name.
    pub fn settings(&mut self, name: &[u8]) -> Option<Dict<'f>> {
        if let Some(known) = self.settings.get(name) {
            return known.clone();
        }
        let found = self.resources.ext_g_states.get::<Dict<'_>>(name);
        self.settings.insert(name.to_vec(), found.clone());
        found
    }
}
