//! Names of hosts, with the top-level domains that a bare one must end in.

/// Top-level domains of countries (ISO 3166-1 and the few that differ) and the common ones beside them, from the root
/// zone as published by IANA; without those that are little used, so that words with a forgotten blank don't match.
const TOP: &str = " ac ad ae af ag ai al am ao ar as at au aw az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca \
    cc cd cf cg ch ci ck cl cm cn co cr cu cv cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fm fo fr ga gd ge gg gh \
    gi gl gm gn gq gr gt gy hk hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la \
    lb lc li lk lr ls lt lu lv ly ma mc md me mg mk ml mm mn mo mr mt mu mv mw mx my mz na ne nf ng ni nl no np nr nz om \
    pa pe pf pg ph pk pl pm pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sy sz \
    tc td tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu ws ye za zm zw \
    com org net edu gov mil int info biz name pro aero coop museum mobi jobs travel asia \
    app dev blog news online site press media tech xyz club shop store live today world agency ngo ong foundation \
    international institute center centre email cloud digital global group report reports network social space \
    website wiki link law legal bank fund finance exchange energy community academy university school education \
    radio fm video film art design studio photo photos games london berlin paris moscow amsterdam brussels eus gal \
    рф бел укр срб мон қаз ";

/// Top-level domains that are English words or endings of files, so that a bare name that ends in one shows nothing: it
/// needs a path, a `www` or a third part.
const DOUBTFUL: &str = " am as at be do id in is it me my no so to us la re st pm ps name pro \
    rs sh py md cc mm app live today world group report reports link law bank fund space art design studio \
    photo photos video film games press media news online site store shop club blog network social school radio \
    energy community education finance exchange legal center centre global digital cloud design international ";

/// Whether the character may stand in a host's name.
pub(super) fn in_host(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '.' | ':' | '_')
}

/// The labels of a well-formed host's name; None of another.
fn labels(host: &str) -> Option<Vec<&str>> {
    if host.len() > 253 {
        return None;
    }
    let labels: Vec<&str> = host.split('.').collect();
    let fits = |label: &&str| {
        let edges = !label.starts_with('-') && !label.ends_with('-');
        !label.is_empty()
            && label.len() <= 126
            && edges
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    (labels.len() >= 2 && labels.iter().all(fits)).then_some(labels)
}

fn listed(list: &str, label: &str) -> bool {
    let label = label.to_lowercase();
    list.match_indices(&label).any(|(at, _)| {
        let before = list.as_bytes().get(at.wrapping_sub(1));
        let behind = list.as_bytes().get(at + label.len());
        before == Some(&b' ') && behind == Some(&b' ')
    })
}

/// Whether mail may go there: what stands behind the `@` leaves no doubt, so that any top-level domain of letters will do.
pub(super) fn of_mail(host: &str) -> bool {
    let top = labels(host).and_then(|labels| labels.last().copied());
    top.is_some_and(|top| top.chars().count() >= 2 && top.chars().all(char::is_alphabetic))
}

/// Whether it is a host's name without anything before it that says so. `path` says whether a path follows.
pub(super) fn bare(host: &str, path: bool) -> bool {
    let Some(labels) = labels(host) else { return false };
    let (Some(first), Some(top)) = (labels.first(), labels.last()) else { return false };
    if first.eq_ignore_ascii_case("www") && labels.len() > 2 {
        return top.chars().all(char::is_alphabetic);
    }
    // "e.g", "p.m": what letters parted by stops are.
    let short = labels.iter().all(|label| label.chars().count() == 1);
    let mixed = top.chars().any(char::is_uppercase) && !top.chars().all(char::is_uppercase);
    if short || mixed || !listed(TOP, top) {
        return false;
    }
    let sure = path || labels.len() > 2 || !listed(DOUBTFUL, top);
    sure && labels.iter().any(|label| label.chars().any(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_name_needs_a_domain_that_is_no_word() {
        for host in
            ["example.org", "belsat.eu", "tut.by", "news.example.co.uk", "www.example.museum", "сайт.рф"]
        {
            assert!(bare(host, false), "{host}");
        }
        for host in [
            "end.then",
            "left.in",
            "report.pdf",
            "main.rs",
            "e.g",
            "a.m",
            "v1.2.3",
            "1.2.3",
            ".org",
            "a..org",
        ] {
            assert!(!bare(host, false), "{host}");
        }
        assert!(bare("t.me", true) && !bare("ask.to", false) && bare("youtu.be", true));
    }
}
