//! Unpacking, some of it meant to do harm.
#![allow(clippy::unwrap_used)]

use std::io::{BufReader, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;

use super::*;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

/// What is unpacked, and why no more.
fn unpack(bytes: &[u8], packing: Packing, limit: u64) -> (Vec<u8>, String) {
    let mut unpacked = Unpacked::new(BufReader::with_capacity(7, bytes), packing, limit);
    let mut out = Vec::new();
    unpacked.read_to_end(&mut out).unwrap();
    assert_eq!(unpacked.read(&mut [0]).unwrap(), 0);
    (out, unpacked.cut().unwrap_or_default().to_owned())
}

#[test]
fn members_and_frames_are_unpacked_one_behind_the_other() {
    let both = (b"one two".to_vec(), String::new());
    assert_eq!(unpack(&[gzip(b"one "), gzip(b""), gzip(b"two")].concat(), Packing::Gzip, 100), both);
    let skipped = [0x5f, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 9, 9];
    assert_eq!(unpack(&[zstd(b"one "), skipped.to_vec(), zstd(b"two")].concat(), Packing::Zstd, 100), both);
}

#[test]
fn a_bomb_is_unpacked_to_the_limit_and_that_is_said() {
    let bomb = vec![b'a'; 10 << 20];
    for (packed, packing) in [(gzip(&bomb), Packing::Gzip), (zstd(&bomb), Packing::Zstd)] {
        assert!(packed.len() < 20 << 10);
        let (out, cut) = unpack(&packed, packing, 1 << 20);
        assert_eq!((out.len(), cut.as_str()), (1 << 20, "only the first 1 MiB of what is unpacked are read"));
        assert_eq!(unpack(&packed, packing, 10 << 20), (bomb.clone(), String::new()));
    }
}

#[test]
fn what_is_before_the_damage_is_unpacked() {
    let text: Vec<u8> =
        (0..60_000_u32).map(|number| b'a' + (number.wrapping_mul(2_654_435_761) >> 28) as u8).collect();
    for (packed, packing) in
        [(gzip(&text), Packing::Gzip), ([zstd(&text), zstd(&text)].concat(), Packing::Zstd)]
    {
        let (out, cut) = unpack(&packed[..packed.len() * 3 / 4], packing, 1 << 20);
        assert!(text.starts_with(&out[..out.len().min(text.len())]) && out.len() > 1000, "{}", out.len());
        assert!(cut.starts_with("the rest is damaged"), "{cut}");
    }
    let (out, cut) = unpack(&[gzip(b"one"), b"not gzip".to_vec()].concat(), Packing::Gzip, 100);
    assert_eq!((out.as_slice(), cut.is_empty()), (&b"one"[..], false));
}

#[test]
fn the_inner_name_is_that_without_the_ending() {
    assert_eq!(inner_name("a/b.mbox.gz"), "a/b.mbox");
    assert_eq!(inner_name("b.zst"), "b");
    assert_eq!(inner_name("b.tgz"), "b.tgz");
    assert_eq!(inner_name(".gz"), ".gz");
}

proptest! {
    #[test]
    fn no_bytes_break_it(bytes in prop::collection::vec(any::<u8>(), 0..300), zstd in any::<bool>()) {
        let (packing, magic) = if zstd { (Packing::Zstd, &b"\x28\xb5\x2f\xfd"[..]) } else { (Packing::Gzip, &b"\x1f\x8b\x08"[..]) };
        unpack(&bytes, packing, 1 << 16);
        unpack(&[magic, &bytes].concat(), packing, 1 << 16);
    }

    #[test]
    fn no_damage_breaks_it(text in "[a-d]{0,300}", at in any::<prop::sample::Index>(), byte in any::<u8>(), is_zstd in any::<bool>()) {
        let (mut packed, packing) = if is_zstd { (zstd(text.as_bytes()), Packing::Zstd) } else { (gzip(text.as_bytes()), Packing::Gzip) };
        let at = at.index(packed.len());
        packed[at] = byte;
        unpack(&packed, packing, 1 << 16);
    }
}
