//! How well letters are told from their ground, as WCAG 2 reckons it, and a test that the bundled themes can be read.

#![cfg(test)]
#![allow(clippy::unwrap_used)]

use ratatui::style::{Color, Modifier, Style};

use super::{ROLES, Theme};
use crate::ui::depth::rgb;

/// The least contrast of running text (WCAG 2.2, 1.4.3, level AA).
const LEAST: f64 = 4.5;

/// Grounds that terminals have on their own: black, and those of the themes that people use most.
const DARK: [(u8, u8, u8); 6] =
    [(0, 0, 0), (30, 30, 30), (0, 43, 54), (40, 42, 54), (40, 44, 52), (46, 52, 64)];

/// The same of light ones: white, and two that are tinted.
const LIGHT: [(u8, u8, u8); 4] = [(255, 255, 255), (250, 250, 250), (253, 246, 227), (239, 241, 245)];

/// The relative luminance of a colour (WCAG 2.2).
fn luminance((red, green, blue): (u8, u8, u8)) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// The contrast of two colours, from 1 to 21 (WCAG 2.2).
fn contrast(one: (u8, u8, u8), other: (u8, u8, u8)) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

/// The least contrast of a style on these grounds; none where both its colours are the terminal's own.
fn least(style: Style, grounds: &[(u8, u8, u8)]) -> Option<f64> {
    let known = |colour: Option<Color>| {
        colour.filter(|colour| *colour != Color::Reset).map(|colour| rgb(colour).unwrap())
    };
    // Which of the two is the letters' doesn't matter.
    match (known(style.fg), known(style.bg)) {
        (Some(ink), Some(ground)) => Some(contrast(ink, ground)),
        (Some(one), None) | (None, Some(one)) => {
            grounds.iter().map(|ground| contrast(one, *ground)).min_by(f64::total_cmp)
        }
        (None, None) => None,
    }
}

#[test]
fn contrast_is_reckoned_as_wcag_says() {
    assert!((contrast((255, 255, 255), (0, 0, 0)) - 21.0).abs() < 0.01);
    assert!((contrast((119, 119, 119), (255, 255, 255)) - 4.48).abs() < 0.01);
}

#[test]
fn the_dark_and_the_light_theme_can_be_read() {
    for (name, grounds) in [("dark", &DARK[..]), ("light", &LIGHT)] {
        let mut theme = Theme::bundled(name).unwrap();
        for (role, slot) in ROLES {
            let style = *slot(&mut theme);
            // How dim a terminal makes what is dim, nobody knows.
            assert!(!style.add_modifier.contains(Modifier::DIM), "{name}: {role} is dim");
            if let Some(least) = least(style, grounds) {
                assert!(least >= LEAST, "{name}: {role} has a contrast of {least:.2}");
            }
        }
    }
}

#[test]
fn kinds_and_highlights_are_told_apart_without_colour_by_attribute_or_letter() {
    let mut theme = Theme::colourless();
    for (role, slot) in ROLES {
        let style = *slot(&mut theme);
        assert_eq!((style.fg, style.bg), (None, None), "{role}");
    }
    let kinds: Vec<Style> = theme.mentions.to_vec();
    for (at, one) in kinds.iter().enumerate() {
        assert!(!kinds[..at].contains(one), "two kinds look the same: {one:?}");
    }
}
