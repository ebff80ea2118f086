//! Reads a pattern, as CPython's `re/_parser.py` does and with its messages.

use super::flags::{ASCII, DOT_ALL, Flags, IGNORE_CASE, LOCALE, MULTI_LINE, UNICODE, VERBOSE, of_letter};
use super::fold::fold;
use super::syntax::{Assertion, Category, Kind, Node, RepeatKind, Set, Single};
use crate::exception::{Exception, Fallible, Raised, overflow_error, value_error};
use crate::object::repr_text;
use crate::str::Str;

/// A pattern as read.
#[derive(Debug)]
pub(super) struct Parsed {
    pub node: Node,
    pub flags: Flags,
    /// How many groups capture, the whole match not counted.
    pub groups: usize,
    /// Their names, by number.
    pub names: Vec<(String, usize)>,
}

/// Reads a pattern.
///
/// # Errors
/// `re.error` where it is malformed.
pub(super) fn parse(pattern: &str, flags: Flags) -> Fallible<Parsed> {
    let first = read(pattern, flags)?;
    // Verbosity that the pattern turns on itself holds from its beginning.
    if first.flags & VERBOSE != 0 && flags & VERBOSE == 0 { read(pattern, flags | VERBOSE) } else { Ok(first) }
}

fn read(pattern: &str, flags: Flags) -> Fallible<Parsed> {
    if flags & LOCALE != 0 {
        return Err(value_error("cannot use LOCALE flag with a str pattern"));
    }
    if flags & ASCII != 0 && flags & UNICODE != 0 {
        return Err(value_error("ASCII and UNICODE flags are incompatible"));
    }
    let characters: Vec<char> = pattern.chars().collect();
    let mut parser = Parser {
        characters: &characters,
        index: 0,
        flags,
        widths: vec![None],
        names: Vec::new(),
        references: Vec::new(),
        lookbehind_groups: None,
    };
    if let [.., '\\'] = characters[..]
        && characters.iter().rev().take_while(|character| **character == '\\').count() % 2 == 1
    {
        // Read as far as it goes: what is wrong before is told first.
        parser.characters = &characters[..characters.len() - 1];
        parser.branches(flags, true)?;
        parser.characters = &characters;
        return Err(parser.error_at("bad escape (end of pattern)", characters.len() - 1));
    }
    let node = parser.branches(flags, true)?;
    if parser.peek() == Some(')') {
        return Err(parser.error_at("unbalanced parenthesis", parser.index));
    }
    let groups = parser.widths.len() - 1;
    if let Some((group, place)) = parser.references.iter().find(|(group, _)| *group > groups) {
        return Err(parser.error_at(&format!("invalid group reference {group}"), *place));
    }
    let mut flags = parser.flags;
    if flags & ASCII == 0 {
        flags |= UNICODE;
    }
    Ok(Parsed { node, flags, groups, names: parser.names })
}

struct Parser<'p> {
    characters: &'p [char],
    index: usize,
    flags: Flags,
    /// By group: the least and greatest width, `None` while it is open.
    widths: Vec<Option<(usize, usize)>>,
    names: Vec<(String, usize)>,
    /// Groups asked for by number before they were seen.
    references: Vec<(usize, usize)>,
    /// How many groups there were where the outermost lookbehind began.
    lookbehind_groups: Option<usize>,
}

/// An item of a set, or the end of a range.
enum Item {
    Character(char),
    Category(Category),
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.characters.get(self.index).copied()
    }

    fn take(&mut self) -> Option<char> {
        let character = self.peek();
        self.index += usize::from(character.is_some());
        character
    }

    fn accept(&mut self, character: char) -> bool {
        let found = self.peek() == Some(character);
        self.index += usize::from(found);
        found
    }

    #[cold]
    fn error_at(&self, message: &str, place: usize) -> Raised {
        let mut text = format!("{message} at position {place}");
        if self.characters.contains(&'\n') {
            let before = &self.characters[..place.min(self.characters.len())];
            let line = before.iter().filter(|character| **character == '\n').count() + 1;
            let column = before.iter().rev().take_while(|character| **character != '\n').count() + 1;
            text.push_str(&format!(" (line {line}, column {column})"));
        }
        Exception::new("re.error", text)
    }

    fn branches(&mut self, flags: Flags, top: bool) -> Fallible<Node> {
        let mut branches = vec![self.sequence(flags, top)?];
        while self.accept('|') {
            // Flags that the first branch turned on for the whole pattern hold for the others.
            let flags = if top { self.flags } else { flags };
            branches.push(self.sequence(flags, false)?);
        }
        Ok(if branches.len() == 1 { branches.remove(0) } else { Node::Branches(branches) })
    }

    fn sequence(&mut self, mut flags: Flags, first: bool) -> Fallible<Node> {
        let mut nodes: Vec<Node> = Vec::new();
        while let Some(character) = self.peek() {
            let start = self.index;
            if matches!(character, '|' | ')') {
                break;
            }
            self.index += 1;
            if flags & VERBOSE != 0 {
                if matches!(character, ' ' | '\t'..='\r') {
                    continue;
                }
                if character == '#' {
                    while self.take().is_some_and(|character| character != '\n') {}
                    continue;
                }
            }
            match character {
                '\\' => {
                    let node = self.escape(start, flags)?;
                    nodes.push(node);
                }
                '[' => {
                    let node = self.set(start, flags)?;
                    nodes.push(node);
                }
                '*' | '+' | '?' | '{' => self.repeat(character, start, &mut nodes, flags)?,
                '.' => nodes.push(Node::Single(if flags & DOT_ALL != 0 { Single::Any } else { Single::NotBreak })),
                '^' => nodes.push(Node::Assertion(if flags & MULTI_LINE != 0 {
                    Assertion::LineStart
                } else {
                    Assertion::Start
                })),
                '$' => nodes.push(Node::Assertion(if flags & MULTI_LINE != 0 {
                    Assertion::LineEnd
                } else {
                    Assertion::EndOrLastBreak
                })),
                '(' => match self.group(start, flags)? {
                    Opened::Node(node) => nodes.push(node),
                    Opened::Nothing => {}
                    Opened::GlobalFlags => {
                        if !first || !nodes.is_empty() {
                            return Err(self.error_at("global flags not at the start of the expression", start));
                        }
                        flags = self.flags;
                    }
                },
                literal => nodes.push(literal_node(literal, flags)),
            }
        }
        Ok(match nodes.len() {
            0 => Node::Empty,
            1 => nodes.remove(0),
            _ => Node::Sequence(nodes),
        })
    }

    fn repeat(&mut self, character: char, start: usize, nodes: &mut Vec<Node>, flags: Flags) -> Fallible<()> {
        let (least, most) = match character {
            '?' => (0, Some(1)),
            '*' => (0, None),
            '+' => (1, None),
            _ => match self.counts(start)? {
                Some(counts) => counts,
                None => {
                    nodes.push(literal_node('{', flags));
                    return Ok(());
                }
            },
        };
        let body = match nodes.pop() {
            None | Some(Node::Assertion(_)) => return Err(self.error_at("nothing to repeat", start)),
            Some(Node::Repeat { .. }) => return Err(self.error_at("multiple repeat", start)),
            Some(node) => Box::new(node),
        };
        let kind = if self.accept('?') {
            RepeatKind::Lazy
        } else if self.accept('+') {
            RepeatKind::Possessive
        } else {
            RepeatKind::Greedy
        };
        nodes.push(Node::Repeat { least, most, kind, body });
        Ok(())
    }

    /// `{2,5}`: `None` where it is no count but a brace as it stands.
    fn counts(&mut self, start: usize) -> Fallible<Option<(u32, Option<u32>)>> {
        let here = self.index;
        if self.peek() == Some('}') {
            return Ok(None);
        }
        let digits = |parser: &mut Self| {
            let from = parser.index;
            while parser.peek().is_some_and(|character| character.is_ascii_digit()) {
                parser.index += 1;
            }
            parser.characters[from..parser.index].iter().collect::<String>()
        };
        let low = digits(self);
        let high = if self.accept(',') { digits(self) } else { low.clone() };
        if !self.accept('}') {
            self.index = here;
            return Ok(None);
        }
        let number = |text: &str| -> Fallible<Option<u32>> {
            if text.is_empty() {
                return Ok(None);
            }
            let number = text.parse::<u32>().ok().filter(|number| *number < u32::MAX);
            number.map(Some).ok_or_else(|| overflow_error("the repetition number is too large"))
        };
        let (low, high) = (number(&low)?.unwrap_or(0), number(&high)?);
        if high.is_some_and(|high| high < low) {
            return Err(self.error_at("min repeat greater than max repeat", start + 1));
        }
        Ok(Some((low, high)))
    }

    fn hexadecimal(&mut self, start: usize, length: usize) -> Fallible<char> {
        let from = self.index;
        while self.index - from < length && self.peek().is_some_and(|character| character.is_ascii_hexdigit()) {
            self.index += 1;
        }
        let escape: String = self.characters[start..self.index].iter().collect();
        if self.index - from < length {
            return Err(self.error_at(&format!("incomplete escape {escape}"), start));
        }
        let code = u32::from_str_radix(&escape[2..], 16).ok();
        code.and_then(char::from_u32).ok_or_else(|| self.error_at(&format!("bad escape {escape}"), start))
    }

    /// An escape that means a character, of a set or not; `None` where the character behind the backslash is a letter
    /// or digit that means something else.
    fn escaped_character(&mut self, start: usize, character: char) -> Fallible<Option<char>> {
        Ok(Some(match character {
            'a' => '\x07',
            'f' => '\x0c',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\x0b',
            'x' => self.hexadecimal(start, 2)?,
            'u' => self.hexadecimal(start, 4)?,
            'U' => self.hexadecimal(start, 8)?,
            'N' => {
                return Err(value_error(
                    "compiled code does not read the names of characters in a pattern: write the character itself",
                ));
            }
            letter if letter.is_ascii_alphanumeric() => return Ok(None),
            other => other,
        }))
    }

    fn octal(&mut self, start: usize, most: usize) -> Fallible<char> {
        while self.index - start - 1 < most && self.peek().is_some_and(|digit| digit.is_digit(8)) {
            self.index += 1;
        }
        let escape: String = self.characters[start..self.index].iter().collect();
        let code = u32::from_str_radix(&escape[1..], 8).ok().filter(|code| *code <= 0o377);
        code.and_then(char::from_u32)
            .ok_or_else(|| self.error_at(&format!("octal escape value {escape} outside of range 0-0o377"), start))
    }

    fn escape(&mut self, start: usize, flags: Flags) -> Fallible<Node> {
        let Some(character) = self.take() else { return Err(self.error_at("bad escape (end of pattern)", start)) };
        let ascii = flags & ASCII != 0;
        let assertion = |assertion| Ok(Node::Assertion(assertion));
        match character {
            'A' => return assertion(Assertion::Start),
            'Z' => return assertion(Assertion::End),
            'b' | 'B' => return assertion(Assertion::Boundary { negative: character == 'B', ascii }),
            '0' => return Ok(literal_node(self.octal(start, 3)?, flags)),
            '1'..='9' => return self.reference(start, flags),
            _ => {}
        }
        if let Some(category) = category(character) {
            let set =
                Set { negative: false, ignore_case: false, ascii, ranges: Vec::new(), categories: vec![category] };
            return Ok(Node::Single(Single::Set(set)));
        }
        match self.escaped_character(start, character)? {
            Some(character) => Ok(literal_node(character, flags)),
            None => Err(self.error_at(&format!("bad escape \\{character}"), start)),
        }
    }

    /// `\1`, or an octal escape of three digits.
    fn reference(&mut self, start: usize, flags: Flags) -> Fallible<Node> {
        if self.peek().is_some_and(|digit| digit.is_ascii_digit()) {
            self.index += 1;
            let octal = |place: usize| self.characters.get(place).is_some_and(|digit| digit.is_digit(8));
            if octal(start + 1) && octal(start + 2) && octal(self.index) {
                return Ok(literal_node(self.octal(start, 3)?, flags));
            }
        }
        let digits: String = self.characters[start + 1..self.index].iter().collect();
        let group: usize = digits.parse().unwrap_or(usize::MAX);
        if group >= self.widths.len() {
            return Err(self.error_at(&format!("invalid group reference {group}"), start + 1));
        }
        self.reference_to(group, start, flags)
    }

    fn reference_to(&mut self, group: usize, place: usize, flags: Flags) -> Fallible<Node> {
        if self.widths[group].is_none() {
            return Err(self.error_at("cannot refer to an open group", place));
        }
        self.check_lookbehind(group)?;
        Ok(Node::Reference { group, ignore_case: flags & IGNORE_CASE != 0, ascii: flags & ASCII != 0 })
    }

    fn check_lookbehind(&self, group: usize) -> Fallible<()> {
        let Some(groups) = self.lookbehind_groups else { return Ok(()) };
        if self.widths.get(group).is_none_or(Option::is_none) {
            return Err(self.error_at("cannot refer to an open group", self.index));
        }
        if group >= groups {
            return Err(self.error_at("cannot refer to group defined in the same lookbehind subpattern", self.index));
        }
        Ok(())
    }

    fn set(&mut self, start: usize, flags: Flags) -> Fallible<Node> {
        let negative = self.accept('^');
        let mut set = Set {
            negative,
            ignore_case: flags & IGNORE_CASE != 0,
            ascii: flags & ASCII != 0,
            ranges: Vec::new(),
            categories: Vec::new(),
        };
        let unterminated = |parser: &Self| parser.error_at("unterminated character set", start);
        let mut empty = true;
        loop {
            let place = self.index;
            let Some(character) = self.take() else { return Err(unterminated(self)) };
            if character == ']' && !empty {
                break;
            }
            empty = false;
            let low = self.item(place, character)?;
            if !self.accept('-') {
                add(&mut set, low);
                continue;
            }
            let second = self.index;
            let Some(character) = self.take() else { return Err(unterminated(self)) };
            if character == ']' {
                add(&mut set, low);
                set.ranges.push(('-', '-'));
                break;
            }
            let high = self.item(second, character)?;
            match (low, high) {
                (Item::Character(low), Item::Character(high)) if low <= high => set.ranges.push((low, high)),
                _ => {
                    let text = |from: usize, to: usize| self.characters[from..to].iter().collect::<String>();
                    let (low, high) = (text(place, second - 1), text(second, self.index));
                    // CPython shows escapes by their first two characters.
                    let short =
                        |text: String| if text.starts_with('\\') { text.chars().take(2).collect() } else { text };
                    let (low, high) = (short(low), short(high));
                    let back = low.chars().count() + 1 + high.chars().count();
                    return Err(self.error_at(&format!("bad character range {low}-{high}"), self.index - back));
                }
            }
        }
        Ok(Node::Single(match (&set.ranges[..], set.categories.is_empty(), negative) {
            ([(low, high)], true, false) if low == high => literal(*low, flags),
            _ => Single::Set(set),
        }))
    }

    fn item(&mut self, place: usize, character: char) -> Fallible<Item> {
        if character != '\\' {
            return Ok(Item::Character(character));
        }
        let Some(escaped) = self.take() else { return Err(self.error_at("bad escape (end of pattern)", place)) };
        if let Some(category) = category(escaped) {
            return Ok(Item::Category(category));
        }
        match escaped {
            'b' => return Ok(Item::Character('\x08')),
            '0'..='7' => return Ok(Item::Character(self.octal(place, 3)?)),
            _ => {}
        }
        match self.escaped_character(place, escaped)? {
            Some(character) => Ok(Item::Character(character)),
            None => Err(self.error_at(&format!("bad escape \\{escaped}"), place)),
        }
    }

    /// The text up to a terminator, which is taken too.
    fn until(&mut self, terminator: char, name: &str) -> Fallible<String> {
        let start = self.index;
        loop {
            let character = self.take();
            let text =
                || self.characters[start..self.index - usize::from(character.is_some())].iter().collect::<String>();
            match character {
                None if text().is_empty() => return Err(self.error_at(&format!("missing {name}"), self.index)),
                None => {
                    return Err(self.error_at(&format!("missing {terminator}, unterminated name"), start));
                }
                Some(found) if found == terminator => {
                    let text = text();
                    return if text.is_empty() {
                        Err(self.error_at(&format!("missing {name}"), start))
                    } else {
                        Ok(text)
                    };
                }
                Some(_) => {}
            }
        }
    }

    fn group_name(&mut self, terminator: char) -> Fallible<String> {
        let start = self.index;
        let name = self.until(terminator, "group name")?;
        if !crate::str::isidentifier(&Str::from(name.as_str())) {
            let shown = repr_text(&Str::from(name));
            return Err(self.error_at(&format!("bad character in group name {shown}"), start));
        }
        Ok(name)
    }

    fn named_group(&self, name: &str, place: usize) -> Fallible<usize> {
        let found = self.names.iter().find(|(known, _)| known == name).map(|(_, group)| *group);
        found.ok_or_else(|| self.error_at(&format!("unknown group name {}", repr_text(&Str::from(name))), place))
    }

    fn close(&mut self, start: usize) -> Fallible<()> {
        if self.accept(')') {
            return Ok(());
        }
        Err(self.error_at("missing ), unterminated subpattern", start))
    }

    fn group(&mut self, start: usize, flags: Flags) -> Fallible<Opened> {
        if !self.accept('?') {
            return self.capturing(None, start, flags);
        }
        let Some(character) = self.take() else { return Err(self.error_at("unexpected end of pattern", self.index)) };
        match character {
            'P' => self.python_group(start, flags),
            ':' => self.plain(start, flags),
            '#' => loop {
                match self.take() {
                    None => return Err(self.error_at("missing ), unterminated comment", start)),
                    Some(')') => return Ok(Opened::Nothing),
                    Some(_) => {}
                }
            },
            '=' | '!' => self.look(character == '!', false, start, flags),
            '<' => match self.take() {
                None => Err(self.error_at("unexpected end of pattern", self.index)),
                Some(character @ ('=' | '!')) => self.look(character == '!', true, start, flags),
                Some(other) => Err(self.error_at(&format!("unknown extension ?<{other}"), self.index - 3)),
            },
            '(' => self.conditional(start, flags),
            '>' => {
                let body = self.branches(flags, false)?;
                self.close(start)?;
                Ok(Opened::Node(Node::Atomic(Box::new(body))))
            }
            '-' | 'i' | 'L' | 'm' | 's' | 'u' | 'x' | 'a' => self.flagged(character, start, flags),
            other => Err(self.error_at(&format!("unknown extension ?{other}"), self.index - 2)),
        }
    }

    fn plain(&mut self, start: usize, flags: Flags) -> Fallible<Opened> {
        let body = self.branches(flags, false)?;
        self.close(start)?;
        Ok(Opened::Node(Node::Group(None, Box::new(body))))
    }

    fn capturing(&mut self, name: Option<String>, start: usize, flags: Flags) -> Fallible<Opened> {
        let group = self.widths.len();
        self.widths.push(None);
        if let Some(name) = name {
            if let Some((_, before)) = self.names.iter().find(|(known, _)| *known == name) {
                let shown = repr_text(&Str::from(name.as_str()));
                let message = format!("redefinition of group name {shown} as group {group}; was group {before}");
                return Err(self.error_at(&message, self.index - name.chars().count() - 1));
            }
            self.names.push((name, group));
        }
        let body = self.branches(flags, false)?;
        self.close(start)?;
        self.widths[group] = Some(self.width(&body));
        Ok(Opened::Node(Node::Group(Some(group), Box::new(body))))
    }

    /// `(?P<name>…)` and `(?P=name)`.
    fn python_group(&mut self, start: usize, flags: Flags) -> Fallible<Opened> {
        if self.accept('<') {
            let name = self.group_name('>')?;
            return self.capturing(Some(name), start, flags);
        }
        if self.accept('=') {
            let place = self.index;
            let name = self.group_name(')')?;
            let group = self.named_group(&name, place)?;
            return self.reference_to(group, place, flags).map(Opened::Node);
        }
        match self.take() {
            None => Err(self.error_at("unexpected end of pattern", self.index)),
            Some(other) => Err(self.error_at(&format!("unknown extension ?P{other}"), self.index - 3)),
        }
    }

    fn look(&mut self, negative: bool, behind: bool, start: usize, flags: Flags) -> Fallible<Opened> {
        let outermost = behind && self.lookbehind_groups.is_none();
        if outermost {
            self.lookbehind_groups = Some(self.widths.len());
        }
        let body = self.branches(flags, false)?;
        if outermost {
            self.lookbehind_groups = None;
        }
        self.close(start)?;
        if behind {
            let (least, most) = self.width(&body);
            if least != most {
                // Found by CPython when the whole is compiled: it names no place.
                return Err(Exception::new("re.error", "look-behind requires fixed-width pattern"));
            }
        }
        Ok(Opened::Node(Node::Look { behind, negative, body: Box::new(body) }))
    }

    fn conditional(&mut self, start: usize, flags: Flags) -> Fallible<Opened> {
        let place = self.index;
        let name = self.until(')', "group name")?;
        let group = if crate::str::isidentifier(&Str::from(name.as_str())) {
            self.named_group(&name, place)?
        } else {
            let Ok(group) = name.parse::<usize>() else {
                let shown = repr_text(&Str::from(name));
                return Err(self.error_at(&format!("bad character in group name {shown}"), place));
            };
            if group == 0 {
                return Err(self.error_at("bad group number", place));
            }
            self.references.push((group, place));
            group
        };
        self.check_lookbehind(group)?;
        let yes = self.sequence(flags, false)?;
        let no = if self.accept('|') {
            let no = self.sequence(flags, false)?;
            if self.peek() == Some('|') {
                return Err(self.error_at("conditional backref with more than two branches", self.index));
            }
            no
        } else {
            Node::Empty
        };
        self.close(start)?;
        Ok(Opened::Node(Node::Conditional { group, yes: Box::new(yes), no: Box::new(no) }))
    }

    /// `(?i)`, `(?i:…)`, `(?-i:…)`.
    fn flagged(&mut self, first: char, start: usize, flags: Flags) -> Fallible<Opened> {
        const TYPES: Flags = ASCII | LOCALE | UNICODE;
        const GLOBAL: Flags = 128;
        let (mut added, mut removed) = (0, 0);
        let mut character = first;
        let bad = |parser: &Self, character: char, missing: &str| {
            let message = if character.is_alphabetic() { "unknown flag" } else { missing };
            parser.error_at(message, parser.index - 1)
        };
        while character != '-' {
            let flag = of_letter(character).expect("the caller has seen that it is a flag");
            if flag == LOCALE {
                let message = "bad inline flags: cannot use 'L' flag with a str pattern";
                return Err(self.error_at(message, self.index));
            }
            added |= flag;
            if flag & TYPES != 0 && added & TYPES != flag {
                let message = "bad inline flags: flags 'a', 'u' and 'L' are incompatible";
                return Err(self.error_at(message, self.index));
            }
            character = self.take().ok_or_else(|| self.error_at("missing -, : or )", self.index))?;
            if matches!(character, ')' | '-' | ':') {
                break;
            }
            if of_letter(character).is_none() {
                return Err(bad(self, character, "missing -, : or )"));
            }
        }
        if character == ')' {
            self.flags |= added;
            return Ok(Opened::GlobalFlags);
        }
        if added & GLOBAL != 0 {
            return Err(self.error_at("bad inline flags: cannot turn on global flag", self.index - 1));
        }
        if character == '-' {
            character = self.take().ok_or_else(|| self.error_at("missing flag", self.index))?;
            loop {
                let Some(flag) = of_letter(character) else {
                    return Err(bad(self, character, if removed == 0 { "missing flag" } else { "missing :" }));
                };
                if flag & TYPES != 0 {
                    let message = "bad inline flags: cannot turn off flags 'a', 'u' and 'L'";
                    return Err(self.error_at(message, self.index));
                }
                removed |= flag;
                character = self.take().ok_or_else(|| self.error_at("missing :", self.index))?;
                if character == ':' {
                    break;
                }
            }
        }
        if added & removed != 0 {
            return Err(self.error_at("bad inline flags: flag turned on and off", self.index - 1));
        }
        let kept = if added & TYPES != 0 { flags & !TYPES } else { flags };
        self.plain(start, (kept | added) & !removed)
    }

    /// The least and greatest number of characters that a part matches.
    fn width(&self, node: &Node) -> (usize, usize) {
        match node {
            Node::Empty | Node::Assertion(_) | Node::Look { .. } => (0, 0),
            Node::Single(_) => (1, 1),
            Node::Group(_, body) | Node::Atomic(body) => self.width(body),
            Node::Sequence(nodes) => nodes
                .iter()
                .map(|node| self.width(node))
                .fold((0, 0), |(low, high), (l, h)| (low.saturating_add(l), high.saturating_add(h))),
            Node::Branches(nodes) => nodes
                .iter()
                .map(|node| self.width(node))
                .reduce(|(low, high), (l, h)| (low.min(l), high.max(h)))
                .unwrap_or((0, 0)),
            Node::Repeat { least, most, body, .. } => {
                let (low, high) = self.width(body);
                let most = most.map_or(usize::MAX, |most| most as usize);
                (low.saturating_mul(*least as usize), high.saturating_mul(most))
            }
            Node::Reference { group, .. } => self.widths.get(*group).copied().flatten().unwrap_or((0, usize::MAX)),
            Node::Conditional { yes, no, .. } => {
                let ((a, b), (c, d)) = (self.width(yes), self.width(no));
                (a.min(c), b.max(d))
            }
        }
    }
}

/// What an opening parenthesis began.
enum Opened {
    Node(Node),
    /// A comment.
    Nothing,
    GlobalFlags,
}

fn literal(character: char, flags: Flags) -> Single {
    let ascii = flags & ASCII != 0;
    let is_cased =
        || fold(character, ascii) != [character, '\0', '\0'] || super::fold::lower(character, ascii) != character;
    if flags & IGNORE_CASE != 0 && is_cased() {
        return Single::Folded(fold(character, ascii), ascii);
    }
    Single::Character(character)
}

fn literal_node(character: char, flags: Flags) -> Node {
    Node::Single(literal(character, flags))
}

fn category(letter: char) -> Option<Category> {
    let kind = match letter.to_ascii_lowercase() {
        'd' => Kind::Digit,
        's' => Kind::Space,
        'w' => Kind::Word,
        _ => return None,
    };
    Some(Category { kind, negative: letter.is_ascii_uppercase() })
}

fn add(set: &mut Set, item: Item) {
    match item {
        Item::Character(character) => set.ranges.push((character, character)),
        Item::Category(category) => set.categories.push(category),
    }
}
