//! The replacement templates of `re.sub`, as `re/_parser.py` reads them.

use super::pattern::{Pattern, unknown_name};
use crate::exception::{Exception, Fallible, Raised};
use crate::object::repr_text;
use crate::str::Str;

/// A template as read.
#[derive(Debug)]
pub(super) struct Template {
    parts: Vec<Part>,
}

#[derive(Debug)]
enum Part {
    Text(String),
    Group(usize),
}

#[cold]
fn error(message: &str, place: usize, characters: &[char]) -> Raised {
    let mut text = format!("{message} at position {place}");
    if characters.contains(&'\n') {
        let before = &characters[..place.min(characters.len())];
        let line = before.iter().filter(|character| **character == '\n').count() + 1;
        let column = before.iter().rev().take_while(|character| **character != '\n').count() + 1;
        text.push_str(&format!(" (line {line}, column {column})"));
    }
    Exception::new("re.error", text)
}

impl Template {
    /// Reads a template for a pattern.
    ///
    /// # Errors
    /// `re.error` where it is malformed; `IndexError` for a name that the pattern does not have.
    pub(super) fn read(template: &Str, pattern: &Pattern) -> Fallible<Self> {
        if !template.as_str().contains('\\') {
            return Ok(Self { parts: vec![Part::Text(template.as_str().to_owned())] });
        }
        let characters: Vec<char> = template.as_str().chars().collect();
        let mut reader = Reader { characters: &characters, place: 0, pattern, parts: Vec::new(), text: String::new() };
        while let Some(character) = reader.take() {
            if character == '\\' { reader.escape()? } else { reader.text.push(character) }
        }
        reader.finish_text();
        Ok(Self { parts: reader.parts })
    }

    /// Appends the template, with the texts of groups put in.
    pub(super) fn expand(&self, out: &mut String, group: &mut dyn FnMut(usize) -> Str) {
        for part in &self.parts {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Group(number) => out.push_str(group(*number).as_str()),
            }
        }
    }
}

struct Reader<'t> {
    characters: &'t [char],
    place: usize,
    pattern: &'t Pattern,
    parts: Vec<Part>,
    text: String,
}

impl Reader<'_> {
    fn take(&mut self) -> Option<char> {
        let character = self.characters.get(self.place).copied();
        self.place += usize::from(character.is_some());
        character
    }

    fn peek(&self) -> Option<char> {
        self.characters.get(self.place).copied()
    }

    fn finish_text(&mut self) {
        if !self.text.is_empty() {
            self.parts.push(Part::Text(std::mem::take(&mut self.text)));
        }
    }

    fn group(&mut self, group: usize, place: usize) -> Fallible<()> {
        if group > self.pattern.group_count() {
            return Err(error(&format!("invalid group reference {group}"), place, self.characters));
        }
        self.finish_text();
        self.parts.push(Part::Group(group));
        Ok(())
    }

    fn is_octal(&self, place: usize) -> bool {
        self.characters.get(place).is_some_and(|digit| digit.is_digit(8))
    }

    fn octal(&mut self, start: usize, end: usize) -> Fallible<()> {
        self.place = end;
        let digits: String = self.characters[start + 1..end].iter().collect();
        let code = u32::from_str_radix(&digits, 8).ok().filter(|code| *code <= 0o377);
        let character = code.and_then(char::from_u32).ok_or_else(|| {
            let message = format!("octal escape value \\{digits} outside of range 0-0o377");
            error(&message, start, self.characters)
        })?;
        self.text.push(character);
        Ok(())
    }

    fn escape(&mut self) -> Fallible<()> {
        let start = self.place - 1;
        let Some(character) = self.take() else {
            return Err(error("bad escape (end of pattern)", start, self.characters));
        };
        match character {
            'g' => return self.named(),
            '0' => {
                let mut end = self.place;
                while end < start + 4 && self.is_octal(end) {
                    end += 1;
                }
                return self.octal(start, end);
            }
            '1'..='9' => {
                let mut end = self.place;
                if self.characters.get(end).is_some_and(char::is_ascii_digit) {
                    end += 1;
                    if self.is_octal(start + 1) && self.is_octal(start + 2) && self.is_octal(end) {
                        return self.octal(start, end + 1);
                    }
                }
                self.place = end;
                let digits: String = self.characters[start + 1..end].iter().collect();
                return self.group(digits.parse().unwrap_or(usize::MAX), start + 1);
            }
            _ => {}
        }
        let meant = match character {
            'a' => '\x07',
            'b' => '\x08',
            'f' => '\x0c',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\x0b',
            '\\' => '\\',
            letter if letter.is_ascii_alphabetic() => {
                return Err(error(&format!("bad escape \\{letter}"), start, self.characters));
            }
            other => {
                self.text.push('\\');
                other
            }
        };
        self.text.push(meant);
        Ok(())
    }

    /// `\g<name>` and `\g<1>`.
    fn named(&mut self) -> Fallible<()> {
        if self.peek() != Some('<') {
            return Err(error("missing <", self.place, self.characters));
        }
        self.place += 1;
        let start = self.place;
        let end = self.characters[start..].iter().position(|character| *character == '>').map(|end| start + end);
        let Some(end) = end else {
            let message =
                if start == self.characters.len() { "missing group name" } else { "missing >, unterminated name" };
            return Err(error(message, start, self.characters));
        };
        let name: String = self.characters[start..end].iter().collect();
        if name.is_empty() {
            return Err(error("missing group name", start, self.characters));
        }
        self.place = end + 1;
        if crate::str::isidentifier(&Str::from(name.as_str())) {
            let group = self.pattern.group_named(&name).ok_or_else(|| unknown_name(&name))?;
            return self.group(group, start);
        }
        match name.parse::<usize>() {
            Ok(group) if !name.starts_with('+') => self.group(group, start),
            _ => {
                let shown = repr_text(&Str::from(name));
                Err(error(&format!("bad character in group name {shown}"), start, self.characters))
            }
        }
    }
}
