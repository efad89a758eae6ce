//! What the program is asked: a line of JSON in ASCII, so that no locale can spoil it.

use serde::Serialize;

use crate::tag::Context;

/// A question.
#[derive(Serialize)]
struct Request<'a> {
    id: u64,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
}

/// The line that asks for the names in a text.
///
/// # Errors
///
/// None that is known of.
pub(super) fn line(id: u64, text: &str, context: &Context) -> serde_json::Result<Vec<u8>> {
    let date = context.date.map(|date| date.to_string());
    let request = Request { id, text, language: context.language.as_deref(), date };
    let json = serde_json::to_string(&request)?;
    let mut line = String::with_capacity(json.len() + 1);
    for c in json.chars() {
        if c.is_ascii() {
            line.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                line.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    line.push('\n');
    Ok(line.into_bytes())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::corpus::PartialDate;

    #[test]
    fn a_question_is_a_line_of_ascii() {
        let context = Context { date: PartialDate::new(2020, 9, 14), language: Some("pl".to_owned()) };
        let line = line(7, "Łódź\n\u{1f600}", &context).unwrap();
        assert_eq!(
            String::from_utf8(line).unwrap(),
            "{\"id\":7,\"text\":\"\\u0141\\u00f3d\\u017a\\n\\ud83d\\ude00\",\"language\":\"pl\",\"date\":\"2020-09-14\"}\n"
        );
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let line = line(0, "x", &Context::default()).unwrap();
        assert_eq!(String::from_utf8(line).unwrap(), "{\"id\":0,\"text\":\"x\"}\n");
    }
}
