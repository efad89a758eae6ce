//! The elements of HTML as far as they matter for a text, and what is common to groups of them.

macro_rules! tags {
    ($($tag:ident $name:literal)*) => {
        /// The name of an element.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Tag {
            $($tag,)*
            /// One that a site has made for itself; those have a hyphen in their names.
            Own,
            /// Any other: most of them mark words in a line.
            Unknown,
        }

        impl Tag {
            /// How many there are.
            pub(super) const COUNT: usize = Self::Unknown as usize + 1;

            /// The element of that name, in lower case.
            pub(super) fn of(name: &[u8]) -> Self {
                const NAMES: &[(&[u8], Tag)] = &[$(($name, Tag::$tag),)*];
                match NAMES.binary_search_by(|(known, _)| (*known).cmp(name)) {
                    Ok(at) => NAMES[at].1,
                    Err(_) if name.contains(&b'-') => Self::Own,
                    Err(_) => Self::Unknown,
                }
            }
        }

        #[cfg(test)]
        const IN_ORDER: &[&[u8]] = &[$($name,)*];
    };
}

tags! {
    A b"a" Address b"address" Annotation b"annotation" AnnotationXml b"annotation-xml" Area b"area"
    Article b"article" Aside b"aside" Audio b"audio" B b"b" Base b"base" Blockquote b"blockquote" Body b"body"
    Br b"br" Button b"button" Canvas b"canvas" Caption b"caption" Center b"center" Col b"col"
    Colgroup b"colgroup" Datalist b"datalist" Dd b"dd" Details b"details" Dialog b"dialog" Dir b"dir"
    Div b"div" Dl b"dl" Dt b"dt" Em b"em" Embed b"embed" Fieldset b"fieldset" Figcaption b"figcaption"
    Figure b"figure" Footer b"footer" Form b"form" Frameset b"frameset" H1 b"h1" H2 b"h2" H3 b"h3" H4 b"h4"
    H5 b"h5" H6 b"h6" Head b"head" Header b"header" Hgroup b"hgroup" Hr b"hr" Html b"html" I b"i"
    Iframe b"iframe" Img b"img" Input b"input" Label b"label" Legend b"legend" Li b"li" Link b"link"
    Listing b"listing" Main b"main" Math b"math" Menu b"menu" Meta b"meta" Meter b"meter" Nav b"nav"
    Noembed b"noembed" Noframes b"noframes" Noscript b"noscript" Object b"object" Ol b"ol"
    Optgroup b"optgroup" Option b"option" P b"p" Param b"param" Plaintext b"plaintext" Pre b"pre"
    Progress b"progress" Q b"q" Rp b"rp" Rt b"rt" Ruby b"ruby" Script b"script" Search b"search"
    Section b"section" Select b"select" Source b"source" Span b"span" Strong b"strong" Style b"style"
    Sub b"sub" Summary b"summary" Sup b"sup" Svg b"svg" Table b"table" Tbody b"tbody" Td b"td"
    Template b"template" Textarea b"textarea" Tfoot b"tfoot" Th b"th" Thead b"thead" Time b"time"
    Title b"title" Tr b"tr" Track b"track" Ul b"ul" Video b"video" Wbr b"wbr" Xmp b"xmp"
}

impl Tag {
    /// Whether it never has content (HTML Living Standard, 13.1.2, void elements).
    pub(super) fn is_void(self) -> bool {
        use Tag::{Area, Base, Br, Col, Embed, Hr, Img, Input, Link, Meta, Param, Source, Track, Wbr};
        matches!(
            self,
            Area | Base | Br | Col | Embed | Hr | Img | Input | Link | Meta | Param | Source | Track | Wbr
        )
    }

    /// The level of a heading.
    pub(super) fn level(self) -> Option<u8> {
        match self {
            Self::H1 => Some(1),
            Self::H2 => Some(2),
            Self::H3 => Some(3),
            Self::H4 => Some(4),
            Self::H5 => Some(5),
            Self::H6 => Some(6),
            _ => None,
        }
    }

    /// Whether it stands on lines of its own.
    pub(super) fn is_block(self) -> bool {
        use Tag::{
            Address, Article, Aside, Blockquote, Body, Caption, Center, Dd, Details, Dialog, Dir, Div, Dl,
            Dt, Fieldset, Figcaption, Figure, Footer, Form, Frameset, Head, Header, Hgroup, Hr, Html, Legend,
            Li, Listing, Main, Menu, Nav, Ol, P, Plaintext, Pre, Search, Section, Summary, Table, Tbody, Td,
            Tfoot, Th, Thead, Title, Tr, Ul, Xmp,
        };
        self.level().is_some()
            || matches!(
                self,
                Address
                    | Article
                    | Aside
                    | Blockquote
                    | Body
                    | Caption
                    | Center
                    | Dd
                    | Details
                    | Dialog
                    | Dir
                    | Div
                    | Dl
                    | Dt
                    | Fieldset
                    | Figcaption
                    | Figure
                    | Footer
                    | Form
                    | Frameset
                    | Head
                    | Header
                    | Hgroup
                    | Hr
                    | Html
                    | Legend
                    | Li
                    | Listing
                    | Main
                    | Menu
                    | Nav
                    | Ol
                    | P
                    | Plaintext
                    | Pre
                    | Search
                    | Section
                    | Summary
                    | Table
                    | Tbody
                    | Td
                    | Tfoot
                    | Th
                    | Thead
                    | Title
                    | Tr
                    | Ul
                    | Xmp
            )
    }

    /// Whether a paragraph that is open ends where it begins.
    pub(super) fn ends_paragraph(self) -> bool {
        use Tag::{Body, Caption, Head, Html, Legend, Tbody, Td, Tfoot, Th, Thead, Title, Tr};
        self.is_block()
            && !matches!(
                self,
                Body | Caption | Head | Html | Legend | Tbody | Td | Tfoot | Th | Thead | Title | Tr
            )
    }

    /// Whether an end tag inside it can't end what is outside of it.
    pub(super) fn is_cell(self) -> bool {
        matches!(self, Self::Td | Self::Th | Self::Caption | Self::Template)
    }

    /// Whether it is a part of a table.
    pub(super) fn is_table_part(self) -> bool {
        use Tag::{Caption, Table, Tbody, Td, Tfoot, Th, Thead, Tr};
        matches!(self, Caption | Table | Tbody | Td | Tfoot | Th | Thead | Tr)
    }

    /// Whether it may stand in the head of a page.
    pub(super) fn is_of_head(self) -> bool {
        use Tag::{Base, Head, Html, Link, Meta, Noscript, Script, Style, Template, Title};
        matches!(self, Base | Head | Html | Link | Meta | Noscript | Script | Style | Template | Title)
    }

    /// Whether what it holds isn't text for a reader: programs, styles, pictures, controls, and what stands in
    /// for them where they can't be shown.
    pub(super) fn is_no_text(self) -> bool {
        use Tag::{
            Annotation, AnnotationXml, Area, Audio, Base, Canvas, Col, Colgroup, Datalist, Embed, Frameset,
            Head, Iframe, Input, Link, Meta, Meter, Noembed, Noframes, Noscript, Object, Param, Progress, Rp,
            Script, Select, Source, Style, Svg, Template, Textarea, Title, Track, Video,
        };
        matches!(
            self,
            Annotation
                | AnnotationXml
                | Area
                | Audio
                | Base
                | Canvas
                | Col
                | Colgroup
                | Datalist
                | Embed
                | Frameset
                | Head
                | Iframe
                | Input
                | Link
                | Meta
                | Meter
                | Noembed
                | Noframes
                | Noscript
                | Object
                | Param
                | Progress
                | Rp
                | Script
                | Select
                | Source
                | Style
                | Svg
                | Template
                | Textarea
                | Title
                | Track
                | Video
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found() {
        assert!(IN_ORDER.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!(Tag::of(b"h1"), Tag::H1);
        assert_eq!(Tag::of(b"annotation-xml"), Tag::AnnotationXml);
        assert_eq!(Tag::of(b"my-card"), Tag::Own);
        assert_eq!(Tag::of(b"cite"), Tag::Unknown);
        assert_eq!(Tag::of(b""), Tag::Unknown);
    }
}
