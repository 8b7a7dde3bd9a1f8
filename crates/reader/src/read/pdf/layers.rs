//! Layers of a file (optional content): what is on one that is switched off is not seen.
use hayro_syntax::{
    Pdf,
    object::{Array, Dict, Name, ObjectIdentifier},
};
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

/// Which layers are off.
#[derive(Debug, Default)]
pub(super) struct Layers {
    off: BTreeSet<ObjectIdentifier>,
    /// Whether memberships that were asked for are hidden.
    known: RefCell<BTreeMap<ObjectIdentifier, bool>>,
}

impl Layers {
    /// The layers as the file says they are when it is opened.
    pub fn of(pdf: &Pdf) -> Layers {
        let xref = pdf.xref();
        let root = xref.get::<Dict<'_>>(xref.root_id());
        let Some(properties) = root.and_then(|it| it.get::<Dict<'_>>("OCProperties")) else {
            return Layers::default();
        };
        let usual = properties.get::<Dict<'_>>("D").unwrap_or_default();
        let mut off = BTreeSet::new();
        if usual
            .get::<Name<'_>>("BaseState")
            .is_some_and(|it| it.as_str() == "OFF")
        {
            off.extend(listed(&properties, "OCGs"));
        }
        for id in listed(&usual, "ON") {
            off.remove(&id);
        }
        off.extend(listed(&usual, "OFF"));
        Layers {
            off,
            known: RefCell::default(),
        }
    }

    /// Whether nothing of what an object marks as its layer is seen: `owner` has it under `key`.
    pub fn hides(&self, owner: &Dict<'_>, key: &str) -> bool {
        if self.off.is_empty() {
            return false;
        }
        let membership = || {
            let group = owner.get::<Dict<'_>>(key);
            group.is_some_and(|it| self.hides_members(&it))
        };
        let Some(id) = owner.get_ref(key).map(ObjectIdentifier::from) else {
            return membership();
        };
        if let Some(known) = self.known.borrow().get(&id) {
            return *known;
        }
        let is_hidden = self.off.contains(&id) || membership();
        self.known.borrow_mut().insert(id, is_hidden);
        is_hidden
    }

    /// A membership is on if one of its groups is, unless it says otherwise.
    fn hides_members(&self, membership: &Dict<'_>) -> bool {
        let mut groups = listed(membership, "OCGs");
        groups.extend(membership.get_ref("OCGs").map(ObjectIdentifier::from));
        let is_off = |it: &ObjectIdentifier| self.off.contains(it);
        let policy = membership.get::<Name<'_>>("P");
        match policy.as_ref().map_or("AnyOn", |it| it.as_str()) {
            _ if groups.is_empty() => false,
            "AllOn" => groups.iter().any(is_off),
            "AnyOff" => !groups.iter().any(is_off),
            "AllOff" => !groups.iter().all(is_off),
            _ => groups.iter().all(is_off),
        }
    }
}

fn listed(owner: &Dict<'_>, key: &str) -> Vec<ObjectIdentifier> {
    let Some(list) = owner.get::<Array<'_>>(key) else {
        return Vec::new();
    };
    let references = list.raw_iter().filter_map(|it| it.as_obj_ref());
    references.map(ObjectIdentifier::from).collect()
}
