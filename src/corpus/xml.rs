//! XML as a stream of tags and texts. No entity is expanded but the five of XML and those that are numbers;
//! depth is a counter; what isn't well formed is read as far as it goes.

use std::borrow::Cow;

use encoding_rs::Encoding;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::reader::Reader;

use super::decode;

/// How many elements may be open. Documents have some dozens; each takes memory while it is open.
const DEEPEST: usize = 1 << 16;

/// What stands in a document, one after the other. An empty element has an end of its own.
pub(super) enum Part<'a> {
    /// An element begins.
    Start(Tag<'a>),
    /// An element ends.
    End(EndTag<'a>),
    /// Text, or a part of one.
    Text(Cow<'a, str>),
}

/// A tag with which an element begins.
pub(super) struct Tag<'a>(BytesStart<'a>);

/// A tag with which an element ends.
pub(super) struct EndTag<'a>(BytesEnd<'a>);

impl Tag<'_> {
    /// The prefix of its name, empty where it has none, and the name without it.
    pub(super) fn name(&self) -> (&str, &str) {
        split(self.0.name().0)
    }

    /// The name without a prefix.
    pub(super) fn local(&self) -> &str {
        self.name().1
    }

    /// The value of the first attribute that has this name, whatever its prefix. References in it are
    /// resolved as far as they are known.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        self.attributes().find(|(key, _)| split(key).1 == name).map(|(_, value)| resolved(&value))
    }

    /// The names of the attributes, and their values with references as they are.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        let mut attributes = self.0.attributes();
        // To look for duplicates takes the square of their number.
        attributes.with_checks(false);
        attributes.map_while(Result::ok).map(|attribute| (attribute.key.0, attribute.value))
    }
}

impl EndTag<'_> {
    /// As [`Tag::name`].
    pub(super) fn name(&self) -> (&str, &str) {
        split(self.0.name().0)
    }

    /// As [`Tag::local`].
    pub(super) fn local(&self) -> &str {
        self.name().1
    }
}

fn split(name: &str) -> (&str, &str) {
    name.split_once(':').unwrap_or(("", name))
}

/// A document that is being read.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
    broken: bool,
}

impl<'a> Xml<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.allow_dangling_amp = true;
        config.allow_unmatched_ends = true;
        config.check_end_names = false;
        config.expand_empty_elements = true;
        Self { reader, depth: 0, broken: false }
    }

    /// What comes next; `None` at the end, and where it can't be read any further.
    pub(super) fn next(&mut self) -> Option<Part<'a>> {
        loop {
            let Some(event) = self.reader.read_event().ok().filter(|_| self.depth < DEEPEST) else {
                self.broken = true;
                return None;
            };
            match event {
                Event::Start(tag) | Event::Empty(tag) => {
                    self.depth += 1;
                    return Some(Part::Start(Tag(tag)));
                }
                Event::End(tag) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Some(Part::End(EndTag(tag)));
                }
                Event::Text(text) => return Some(Part::Text(text.into_inner())),
                Event::CData(text) => return Some(Part::Text(text.into_inner())),
                Event::GeneralRef(name) => return Some(Part::Text(reference(&name).into())),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
                Event::Eof => return None,
            }
        }
    }

    /// Skips the rest of the element that began last.
    pub(super) fn skip(&mut self) {
        let outer = self.depth.saturating_sub(1);
        while self.depth > outer && self.next().is_some() {}
    }

    /// All text of the element that began last.
    pub(super) fn text(&mut self) -> String {
        let outer = self.depth.saturating_sub(1);
        let mut all = String::new();
        while self.depth > outer
            && let Some(part) = self.next()
        {
            if let Part::Text(text) = part {
                all.push_str(&text);
            }
        }
        all
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// Whether it couldn't be read to its end.
    pub(super) fn is_broken(&self) -> bool {
        self.broken
    }
}

/// What a reference such as `amp` or `#x41` stands for; one that isn't known stays as it is written.
fn reference(name: &str) -> String {
    let known = quick_xml::escape::resolve_xml_entity(name).map(str::to_owned);
    let number = || {
        let code = name.strip_prefix('#')?;
        let code = match code.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => code.parse().ok()?,
        };
        char::from_u32(code).filter(|c| *c != '\0').map(String::from)
    };
    known.or_else(number).unwrap_or_else(|| format!("&{name};"))
}

/// The value of an attribute, with its references resolved as far as they are known.
fn resolved(value: &str) -> String {
    let mut parts = value.split('&');
    let mut out = parts.next().unwrap_or("").to_owned();
    for part in parts {
        match part.split_once(';') {
            Some((name, rest)) if name.len() <= 10 => {
                out.push_str(&reference(name));
                out.push_str(rest);
            }
            _ => {
                out.push('&');
                out.push_str(part);
            }
        }
    }
    out
}

/// The bytes of an XML document as text: by their byte order mark, else as UTF-8, else as the document says.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let marked = Encoding::for_bom(bytes).is_some();
    if !marked
        && std::str::from_utf8(bytes).is_err()
        && let Some(encoding) = declared(bytes)
    {
        return encoding.decode_without_bom_handling(bytes).0;
    }
    decode::decode(bytes).text
}

/// The encoding that an XML declaration or the head of an XHTML page names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(1024)];
    let label = |key: &[u8]| {
        let from = memchr::memmem::find(head, key)? + key.len();
        let rest = head.get(from..)?;
        let rest = rest.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
        let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
        let end = rest.iter().position(|byte| matches!(byte, b'"' | b'\'' | b' ' | b'?' | b'>'))?;
        Encoding::for_label(&rest[..end])
    };
    label(b"encoding").or_else(|| label(b"charset"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn shown(text: &str) -> String {
        let mut xml = Xml::new(text);
        let mut out = String::new();
        while let Some(part) = xml.next() {
            match part {
                Part::Start(tag) => out.push_str(&format!("<{}>", tag.local())),
                Part::End(tag) => out.push_str(&format!("</{}>", tag.local())),
                Part::Text(text) => out.push_str(&text),
            }
        }
        if xml.is_broken() {
            out.push('!');
        }
        out
    }

    #[test]
    fn known_references_are_resolved_and_others_stay_as_written() {
        assert_eq!(shown("<a>x &amp; &#65;&#x42; &lol; & y</a>"), "<a>x & AB &lol; & y</a>");
        let mut xml = Xml::new("<a t='1 &lt; 2 &#33; &me; & so'/>");
        let Some(Part::Start(tag)) = xml.next() else { unreachable!() };
        assert_eq!(tag.attribute("t").unwrap(), "1 < 2 ! &me; & so");
    }

    #[test]
    fn an_entity_bomb_is_only_its_source() {
        let bomb = "<!DOCTYPE a [<!ENTITY l0 \"lol\"><!ENTITY l1 \"&l0;&l0;&l0;\">]><a>&l1;</a>";
        assert_eq!(shown(bomb), "<a>&l1;</a>");
    }

    #[test]
    fn tags_that_dont_fit_are_read_all_the_same_and_a_cut_tag_ends_it() {
        assert_eq!(shown("</z><a><b>x</a>y</b>"), "</z><a><b>x</a>y</b>");
        assert_eq!(shown("<a>x<b"), "<a>x!");
    }

    #[test]
    fn the_text_of_an_element_is_all_text_in_it() {
        let mut xml = Xml::new("<a><b>one <i>two</i></b><c/>three</a>");
        xml.next();
        xml.next();
        assert_eq!(xml.text(), "one two");
        xml.next();
        xml.skip();
        assert!(matches!(xml.next(), Some(Part::Text(text)) if text == "three"));
    }

    #[test]
    fn a_declared_encoding_counts_where_it_isnt_utf8() {
        let (bytes, _, _) =
            encoding_rs::WINDOWS_1251.encode("<?xml version='1.0' encoding='windows-1251'?><a>Мінск</a>");
        assert!(decode(&bytes).ends_with("<a>Мінск</a>"));
        assert!(decode("<?xml encoding='windows-1251'?><a>Мінск</a>".as_bytes()).ends_with("<a>Мінск</a>"));
        let wide: Vec<u8> = "\u{feff}<a>Мінск</a>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&wide), "<a>Мінск</a>");
    }

    #[test]
    fn elements_that_never_end_are_read_up_to_a_depth() {
        let deep = "<a>".repeat(2 * DEEPEST);
        let mut xml = Xml::new(&deep);
        while xml.next().is_some() {}
        assert_eq!((xml.depth(), xml.is_broken()), (DEEPEST, true));
    }
}
