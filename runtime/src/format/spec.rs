//! Reads `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.

use crate::exception::{Fallible, Raised, value_error};

/// A parsed format spec.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spec {
    pub fill: char,
    pub align: char,
    /// `+`, `-` or a space, where given.
    pub sign: Option<char>,
    pub no_negative_zero: bool,
    pub alternate: bool,
    pub width: usize,
    /// `,` or `_`, where given.
    pub grouping: Option<char>,
    pub precision: Option<usize>,
    /// The type, where given.
    pub kind: Option<char>,
}

impl Spec {
    /// Reads the spec for a value of the class, which aligns to `default_align` and is formatted as `default_kind`.
    pub fn parse(text: &str, class: &str, default_align: char, default_kind: Option<char>) -> Fallible<Self> {
        let mut reader = Reader { rest: text };
        let (fill, align) = reader.fill_and_align();
        let sign = reader.one_of("+- ");
        let no_negative_zero = reader.take('z');
        let alternate = reader.take('#');
        let zero = fill.is_none() && reader.take('0');
        let width = reader.number()?;
        let grouping = reader.grouping()?;
        let precision = if reader.take('.') {
            Some(reader.number()?.ok_or_else(|| value_error("Format specifier missing precision"))?)
        } else {
            None
        };
        let kind = reader.rest.chars().next();
        if reader.rest.chars().nth(1).is_some() {
            return Err(value_error(format!("Invalid format specifier '{text}' for object of type '{class}'")));
        }
        let kind = kind.or(default_kind);
        check_grouping(grouping, kind)?;
        Ok(Self {
            fill: fill.unwrap_or(if zero { '0' } else { ' ' }),
            align: align.unwrap_or(if zero && default_align == '>' { '=' } else { default_align }),
            sign,
            no_negative_zero,
            alternate,
            width: width.unwrap_or(0),
            grouping,
            precision,
            kind,
        })
    }
}

/// `,` goes with decimal numbers, `_` with binary, octal and hexadecimal ones too.
fn check_grouping(grouping: Option<char>, kind: Option<char>) -> Fallible<()> {
    match (grouping, kind) {
        (None, _) | (_, None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F')) => Ok(()),
        (Some('_'), Some('b' | 'o' | 'x' | 'X')) => Ok(()),
        (Some(grouping), Some(kind)) if kind > ' ' && kind < '\u{80}' => {
            Err(value_error(format!("Cannot specify '{grouping}' with '{kind}'.")))
        }
        (Some(grouping), Some(kind)) => {
            Err(value_error(format!("Cannot specify '{grouping}' with '\\x{:x}'.", u32::from(kind))))
        }
    }
}

/// "Unknown format code 'y' for object of type 'int'".
#[cold]
pub(super) fn unknown_kind(kind: char, class: &str) -> Raised {
    let shown = if kind > ' ' && kind < '\u{80}' { kind.to_string() } else { format!("\\x{:x}", u32::from(kind)) };
    value_error(format!("Unknown format code '{shown}' for object of type '{class}'"))
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn fill_and_align(&mut self) -> (Option<char>, Option<char>) {
        let is_align = |character: &char| matches!(character, '<' | '>' | '=' | '^');
        let mut characters = self.rest.chars();
        let (first, second) = (characters.next(), characters.next());
        if second.as_ref().is_some_and(is_align) {
            self.rest = characters.as_str();
            (first, second)
        } else if first.as_ref().is_some_and(is_align) {
            self.rest = &self.rest[1..];
            (None, first)
        } else {
            (None, None)
        }
    }

    fn take(&mut self, character: char) -> bool {
        match self.rest.strip_prefix(character) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn one_of(&mut self, characters: &str) -> Option<char> {
        characters.chars().find(|character| self.take(*character))
    }

    fn number(&mut self) -> Fallible<Option<usize>> {
        let end = self.rest.find(|character: char| !character.is_ascii_digit()).unwrap_or(self.rest.len());
        let (digits, rest) = self.rest.split_at(end);
        self.rest = rest;
        if digits.is_empty() {
            return Ok(None);
        }
        let number = digits.parse::<i64>().map_err(|_| value_error("Too many decimal digits in format string"))?;
        Ok(Some(usize::try_from(number).unwrap_or(usize::MAX)))
    }

    fn grouping(&mut self) -> Fallible<Option<char>> {
        let grouping = self.one_of(",_");
        let other = if grouping == Some(',') { '_' } else { ',' };
        if grouping.is_some() && self.rest.starts_with(other) {
            return Err(value_error("Cannot specify both ',' and '_'."));
        }
        Ok(grouping)
    }
}
