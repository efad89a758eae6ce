//! Just enough of Rust's grammar to tell code from comments and strings, after the lexical structure in
//! the Rust Reference.

/// A piece of code. White space and comments, the documentation too, are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// A name, a keyword or a number.
    Word(String),
    /// A string or character, without its quotation marks and with its escapes as they stand.
    Literal(String),
    /// `::`.
    Path,
    /// Any other sign.
    Sign(char),
}

impl Token {
    /// Whether this is the name or keyword `word`.
    pub(crate) fn is(&self, word: &str) -> bool {
        matches!(self, Self::Word(own) if own == word)
    }
}

/// The tokens of a source file that compiles.
pub(crate) fn tokens(source: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let (token, length) = next(rest, c);
        tokens.extend(token);
        rest = &rest[length..];
    }
    tokens
}

/// The token at the beginning of `rest`, if it is one, and how many bytes to go on.
fn next(rest: &str, c: char) -> (Option<Token>, usize) {
    if rest.starts_with("//") {
        return (None, rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return (None, block_comment(rest));
    }
    if rest.starts_with("::") {
        return (Some(Token::Path), 2);
    }
    if let Some((text, length)) = string(rest).or_else(|| character(rest)) {
        return (Some(Token::Literal(text.to_owned())), length);
    }
    if is_word(c) {
        let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        return (Some(Token::Word(rest[..length].to_owned())), length);
    }
    ((!c.is_whitespace()).then_some(Token::Sign(c)), c.len_utf8())
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The length of a block comment, with those inside it.
fn block_comment(rest: &str) -> usize {
    let (mut at, mut depth) = (0, 0);
    while at < rest.len() {
        let here = &rest.as_bytes()[at..];
        match here {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

/// What a string at the beginning of `rest` holds, and its length with prefix and quotation marks.
fn string(rest: &str) -> Option<(&str, usize)> {
    let behind_prefix = rest.trim_start_matches(['b', 'c']);
    let prefix = rest.len() - behind_prefix.len();
    if prefix > 1 {
        return None;
    }
    if let Some(raw) = behind_prefix.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let body = raw[hashes..].strip_prefix('"')?;
        let end = body.find(&format!("\"{}", "#".repeat(hashes)))?;
        return Some((&body[..end], prefix + 1 + hashes + 1 + end + 1 + hashes));
    }
    let body = behind_prefix.strip_prefix('"')?;
    let end = end_of(body, b'"')?;
    Some((&body[..end], prefix + 1 + end + 1))
}

/// What a character at the beginning of `rest` holds, and its length. A lifetime isn't one.
fn character(rest: &str) -> Option<(&str, usize)> {
    let prefix = usize::from(rest.starts_with("b'"));
    let body = rest[prefix..].strip_prefix('\'')?;
    let mut chars = body.chars();
    let first = chars.next()?;
    if first != '\\' && chars.next() != Some('\'') {
        return None;
    }
    let end = end_of(body, b'\'')?;
    Some((&body[..end], prefix + 1 + end + 1))
}

/// Where the first `mark` stands that no backslash escapes.
fn end_of(body: &str, mark: u8) -> Option<usize> {
    let mut escaped = false;
    body.bytes().position(|byte| {
        let found = byte == mark && !escaped;
        escaped = byte == b'\\' && !escaped;
        found
    })
}
