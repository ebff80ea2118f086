//! `shlex`: words of a command line (CPython's Lib/shlex.py).

use crate::exception::{Fallible, value_error};
use crate::list::{List, from_vec};
use crate::object::Iter;
use crate::str::Str;

/// What the character that comes next belongs to.
#[derive(Clone, Copy, PartialEq)]
enum State {
    /// Nothing: between words.
    Between,
    /// A word.
    Word,
    /// Text between two of these quotes.
    Quoted(char),
    /// It is escaped; then the state is this one again.
    Escaped(Within),
}

/// Where an escape stands.
#[derive(Clone, Copy, PartialEq)]
enum Within {
    Word,
    Quotes(char),
}

/// `shlex.split(s, comments, posix)`.
///
/// # Errors
/// `ValueError` where a quote is not closed, or an escape escapes nothing.
pub fn split(text: &Str, comments: bool, posix: bool) -> Fallible<List<Str>> {
    let mut words = Words { found: Vec::new(), word: String::new(), quoted: false, posix };
    let mut state = State::Between;
    let mut characters = text.as_str().chars();
    while let Some(next) = characters.next() {
        state = match state {
            State::Between | State::Word if matches!(next, ' ' | '\t' | '\r' | '\n') => {
                words.end();
                State::Between
            }
            State::Between | State::Word if comments && next == '#' => {
                characters.by_ref().find(|character| *character == '\n');
                if state == State::Word && posix {
                    words.end();
                }
                if posix { State::Between } else { state }
            }
            State::Between | State::Word if posix && next == '\\' => State::Escaped(Within::Word),
            State::Between if matches!(next, '\'' | '"') => {
                if !posix {
                    words.word.push(next);
                }
                State::Quoted(next)
            }
            State::Word if posix && matches!(next, '\'' | '"') => State::Quoted(next),
            State::Between | State::Word => {
                words.word.push(next);
                State::Word
            }
            State::Quoted(quote) => words.in_quotes(quote, next),
            State::Escaped(within) => {
                // Within quotes only they and the escape itself are escaped.
                if let Within::Quotes(quote) = within
                    && next != '\\'
                    && next != quote
                {
                    words.word.push('\\');
                }
                words.word.push(next);
                match within {
                    Within::Word => State::Word,
                    Within::Quotes(quote) => State::Quoted(quote),
                }
            }
        };
    }
    match state {
        State::Quoted(_) => Err(value_error("No closing quotation")),
        State::Escaped(_) => Err(value_error("No escaped character")),
        State::Between | State::Word => {
            words.end();
            Ok(from_vec(words.found))
        }
    }
}

/// The words so far, and the one that is read.
struct Words {
    found: Vec<Str>,
    word: String,
    /// Whether a part of the word was quoted: then it is one though it may be empty.
    quoted: bool,
    posix: bool,
}

impl Words {
    fn end(&mut self) {
        if !self.word.is_empty() || self.quoted && self.posix {
            self.found.push(Str::from(std::mem::take(&mut self.word)));
        }
        self.quoted = false;
    }

    fn in_quotes(&mut self, quote: char, next: char) -> State {
        self.quoted = true;
        if next == quote {
            if self.posix {
                return State::Word;
            }
            self.word.push(next);
            self.end();
            return State::Between;
        }
        if self.posix && next == '\\' && quote == '"' {
            return State::Escaped(Within::Quotes(quote));
        }
        self.word.push(next);
        State::Quoted(quote)
    }
}

/// `shlex.quote(s)`.
#[must_use]
pub fn quote(text: &Str) -> Str {
    let is_safe = |byte: u8| byte.is_ascii_alphanumeric() || b"_@%+=:,./-".contains(&byte);
    match text.as_str() {
        "" => Str::literal("''"),
        safe if safe.bytes().all(is_safe) => text.clone(),
        other => Str::from(format!("'{}'", other.replace('\'', "'\"'\"'"))),
    }
}

/// `shlex.join(split_command)`.
///
/// # Errors
/// Whatever the iterator raises.
pub fn join(mut words: impl Iter<Item = Str>) -> Fallible<Str> {
    let mut command = String::new();
    while let Some(word) = words.next()? {
        if !command.is_empty() {
            command.push(' ');
        }
        command.push_str(quote(&word).as_str());
    }
    Ok(Str::from(command))
}
