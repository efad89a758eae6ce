//! The attributes that say something about the text, and keeping them.

macro_rules! attrs {
    ($($attr:ident $name:literal)*) => {
        /// An attribute that is kept.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Attr { $($attr,)* }

        impl Attr {
            /// The attribute of that name, in lower case; `None` for those that nobody asks for.
            pub(super) fn of(name: &[u8]) -> Option<Self> {
                const NAMES: &[(&[u8], Attr)] = &[$(($name, Attr::$attr),)*];
                NAMES.binary_search_by(|(known, _)| (*known).cmp(name)).ok().map(|at| NAMES[at].1)
            }
        }

        #[cfg(test)]
        const IN_ORDER: &[&[u8]] = &[$($name,)*];
    };
}

attrs! {
    Alt b"alt" AriaHidden b"aria-hidden" Class b"class" Colspan b"colspan" Content b"content"
    Datetime b"datetime" EpubType b"epub:type" Hidden b"hidden" Href b"href" HttpEquiv b"http-equiv" Id b"id" Itemprop b"itemprop"
    Lang b"lang" Name b"name" Open b"open" Property b"property" Pubdate b"pubdate" Rel b"rel" Role b"role"
    Rowspan b"rowspan" Start b"start" Style b"style" Type b"type" Value b"value" XmlLang b"xml:lang"
}

/// The most bytes of a value that are kept. An address or a description may be longer; nothing that it says
/// to us is.
const MAX_VALUE: usize = 4096;

/// The attributes of elements, one behind the other.
#[derive(Debug, Default)]
pub(super) struct Attrs {
    names: Vec<(Attr, u32)>,
    /// All values; each reaches from the end of the one before to the number with its name.
    values: String,
}

impl Attrs {
    pub(super) fn clear(&mut self) {
        self.names.clear();
        self.values.clear();
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// Adds an attribute of the element at hand.
    pub(super) fn add(&mut self, attr: Attr, value: &[u8]) {
        // The first of several counts (HTML Living Standard, 13.2.5.33). There are few names, so few are kept.
        if self.names.iter().any(|(known, _)| *known == attr) {
            return;
        }
        let value = &value[..value.len().min(MAX_VALUE)];
        self.values.push_str(&String::from_utf8_lossy(value));
        self.names.push((attr, self.values.len() as u32));
    }

    /// Takes over all attributes of another list.
    pub(super) fn append(&mut self, other: &Self) {
        let from = self.values.len() as u32;
        self.values.push_str(&other.values);
        self.names.extend(other.names.iter().map(|(attr, end)| (*attr, from + end)));
    }

    /// The value of `attr` among those from number `from` up to `to`.
    pub(super) fn get(&self, from: usize, to: usize, attr: Attr) -> Option<&str> {
        let at = from + self.names.get(from..to)?.iter().position(|(known, _)| *known == attr)?;
        let start = at.checked_sub(1).map_or(0, |before| self.names[before].1);
        self.values.get(start as usize..self.names[at].1 as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found() {
        assert!(IN_ORDER.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(Attr::of(b"id"), Some(Attr::Id));
        assert_eq!(Attr::of(b"onclick"), None);
    }

    #[test]
    fn values_are_kept_by_element_and_the_first_of_two_counts() {
        let mut all = Attrs::default();
        let mut one = Attrs::default();
        one.add(Attr::Id, b"a");
        one.add(Attr::Id, b"b");
        all.append(&one);
        one.clear();
        one.add(Attr::Class, b"x y");
        one.add(Attr::Href, b"");
        all.append(&one);
        assert_eq!(all.get(0, 1, Attr::Id), Some("a"));
        assert_eq!(all.get(1, 3, Attr::Class), Some("x y"));
        assert_eq!(all.get(1, 3, Attr::Href), Some(""));
        assert_eq!(all.get(1, 3, Attr::Id), None);
    }
}
