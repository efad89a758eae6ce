//! The module tree, and what each module of it imports from others.

use std::path::{Path, PathBuf};

use super::tokens::{Token, tokens};

/// A source file as a part of the library.
pub(crate) struct Module {
    /// The file.
    pub(crate) file: PathBuf,
    /// Its path from the root, such as `app`, `keymap`; empty for the root itself.
    pub(crate) path: Vec<String>,
    /// The path from the root of everything that its code names by `crate` or `super`.
    pub(crate) imports: Vec<Vec<String>>,
    /// The files of the modules that it declares, with their paths.
    children: Vec<(PathBuf, Vec<String>)>,
}

/// Reads the file at the root and all that its module declarations lead to.
pub(crate) fn tree(root: &Path) -> Vec<Module> {
    let mut waiting = vec![(root.to_owned(), Vec::new())];
    let mut modules = Vec::new();
    while let Some((file, path)) = waiting.pop() {
        let source =
            std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let module = module(file, path, &source);
        waiting.extend(module.children.iter().cloned());
        modules.push(module);
    }
    modules
}

/// What one file imports and declares.
pub(crate) fn module(file: PathBuf, path: Vec<String>, source: &str) -> Module {
    let tokens = tokens(source);
    let mut module = Module { file, path, imports: Vec::new(), children: Vec::new() };
    // Modules written within the file, each with the depth of braces inside it.
    let mut inner: Vec<(String, usize)> = Vec::new();
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Sign('{') => depth += 1,
            Token::Sign('}') => {
                depth -= 1;
                inner.pop_if(|(_, inside)| *inside > depth);
            }
            Token::Word(word) if word == "mod" => match &tokens[at + 1..] {
                [Token::Word(name), Token::Sign('{'), ..] => inner.push((name.clone(), depth + 1)),
                [Token::Word(name), Token::Sign(';'), ..] => {
                    let file = child_file(&module, &inner, name, attribute(&tokens[..at]));
                    let path = here(&module, &inner).chain([name.clone()]).collect();
                    module.children.push((file, path));
                }
                _ => {}
            },
            Token::Word(word) if word == "crate" || word == "super" => {
                // The first word of a path, as in `crate::text`, not a later one, as in `super::super`.
                let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
                let starts =
                    before(1) != Some(&Token::Path) || before(2).is_some_and(|token| token.is("self"));
                if starts && tokens.get(at + 1) == Some(&Token::Path) {
                    let from: Vec<String> = here(&module, &inner).collect();
                    follow(&tokens[at..], from, &mut module.imports);
                }
            }
            _ => {}
        }
    }
    module
}

/// The path of the place in the file, with the modules written within it.
fn here(module: &Module, inner: &[(String, usize)]) -> impl Iterator<Item = String> {
    let inner: Vec<String> = inner.iter().map(|(name, _)| name.clone()).collect();
    module.path.clone().into_iter().chain(inner)
}

/// Follows a path or a tree of them, as in `super::{a, b::{c, d}}`, and gives the number of tokens read.
fn follow(tokens: &[Token], mut from: Vec<String>, imports: &mut Vec<Vec<String>>) -> usize {
    let mut at = 0;
    loop {
        match tokens.get(at) {
            Some(Token::Word(word)) if word == "crate" => from.clear(),
            Some(Token::Word(word)) if word == "super" => drop(from.pop()),
            Some(Token::Word(word)) if word == "self" => {}
            Some(Token::Word(word)) => from.push(word.clone()),
            Some(Token::Sign('*')) => from.push("*".to_owned()),
            Some(Token::Sign('{')) => {
                at += 1;
                while tokens.get(at).is_some_and(|token| *token != Token::Sign('}')) {
                    at += follow(&tokens[at..], from.clone(), imports);
                    // Behind a branch: ` as name`, a comma.
                    while !matches!(tokens.get(at), None | Some(Token::Sign(',' | '}'))) {
                        at += 1;
                    }
                    at += usize::from(tokens.get(at) == Some(&Token::Sign(',')));
                }
                return at + 1;
            }
            _ => {}
        }
        at += 1;
        if tokens.get(at) != Some(&Token::Path) {
            imports.push(from);
            return at;
        }
        at += 1;
    }
}

/// What `#[path = "…"]` right before a declaration says; other attributes and `pub` may stand between.
fn attribute(before: &[Token]) -> Option<&str> {
    let from =
        before.iter().rposition(|token| matches!(token, Token::Sign(';' | '}' | '{'))).map_or(0, |at| at + 1);
    before[from..].windows(3).find_map(|three| match three {
        [Token::Word(path), Token::Sign('='), Token::Literal(file)] if path == "path" => Some(file.as_str()),
        _ => None,
    })
}

/// Where the file of a declared module is.
fn child_file(module: &Module, inner: &[(String, usize)], name: &str, named: Option<&str>) -> PathBuf {
    let folder = module.file.parent().unwrap_or(Path::new(""));
    if let Some(named) = named {
        return folder.join(named);
    }
    let stem = module.file.file_stem().unwrap_or_default();
    let is_folder = module.path.is_empty() || stem == "mod";
    let mut folder = if is_folder { folder.to_owned() } else { folder.join(stem) };
    folder.extend(inner.iter().map(|(name, _)| name));
    let file = folder.join(format!("{name}.rs"));
    if file.is_file() { file } else { folder.join(name).join("mod.rs") }
}
