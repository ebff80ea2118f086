//! `textwrap`: CPython's own algorithm, which splits text into chunks by a pattern and fills lines with them.

use std::sync::LazyLock;

use crate::exception::{Fallible, value_error};
use crate::list::{self, List};
use crate::re;
use crate::str::{self, Str};
use crate::unicode;

/// The options of `textwrap.TextWrapper`.
#[derive(Debug)]
struct Wrapper<'a> {
    width: i64,
    initial_indent: &'a str,
    subsequent_indent: &'a str,
    expand_tabs: bool,
    replace_whitespace: bool,
    fix_sentence_endings: bool,
    break_long_words: bool,
    drop_whitespace: bool,
    break_on_hyphens: bool,
    tabsize: i64,
    max_lines: Option<i64>,
    placeholder: &'a str,
}

/// `textwrap.wrap(text, width, …)`.
///
/// # Errors
/// `ValueError` for a width that is not positive, or for a placeholder that does not fit.
#[expect(clippy::too_many_arguments, reason = "the options of Python's function")]
pub fn wrap(
    text: &Str,
    width: i64,
    initial_indent: &Str,
    subsequent_indent: &Str,
    expand_tabs: bool,
    replace_whitespace: bool,
    fix_sentence_endings: bool,
    break_long_words: bool,
    drop_whitespace: bool,
    break_on_hyphens: bool,
    tabsize: i64,
    max_lines: Option<i64>,
    placeholder: &Str,
) -> Fallible<List<Str>> {
    let wrapper = Wrapper {
        width,
        initial_indent: initial_indent.as_str(),
        subsequent_indent: subsequent_indent.as_str(),
        expand_tabs,
        replace_whitespace,
        fix_sentence_endings,
        break_long_words,
        drop_whitespace,
        break_on_hyphens,
        tabsize,
        max_lines,
        placeholder: placeholder.as_str(),
    };
    Ok(list::from_vec(wrapper.wrap(text)?.into_iter().map(Str::from).collect()))
}

/// `textwrap.fill(text, width, …)`.
///
/// # Errors
/// As [`wrap`].
#[expect(clippy::too_many_arguments, reason = "the options of Python's function")]
pub fn fill(
    text: &Str,
    width: i64,
    initial_indent: &Str,
    subsequent_indent: &Str,
    expand_tabs: bool,
    replace_whitespace: bool,
    fix_sentence_endings: bool,
    break_long_words: bool,
    drop_whitespace: bool,
    break_on_hyphens: bool,
    tabsize: i64,
    max_lines: Option<i64>,
    placeholder: &Str,
) -> Fallible<Str> {
    let lines = wrap(
        text,
        width,
        initial_indent,
        subsequent_indent,
        expand_tabs,
        replace_whitespace,
        fix_sentence_endings,
        break_long_words,
        drop_whitespace,
        break_on_hyphens,
        tabsize,
        max_lines,
        placeholder,
    )?;
    Ok(joined(&lines.to_vec(), "\n"))
}

/// `textwrap.shorten(text, width, placeholder=…)`.
///
/// # Errors
/// As [`wrap`].
pub fn shorten(text: &Str, width: i64, placeholder: &Str) -> Fallible<Str> {
    let words = str::split(text, &None, -1)?;
    let wrapper = Wrapper {
        width,
        initial_indent: "",
        subsequent_indent: "",
        expand_tabs: true,
        replace_whitespace: true,
        fix_sentence_endings: false,
        break_long_words: true,
        drop_whitespace: true,
        break_on_hyphens: true,
        tabsize: 8,
        max_lines: Some(1),
        placeholder: placeholder.as_str(),
    };
    Ok(Str::from(wrapper.wrap(&joined(&words.to_vec(), " "))?.join("\n")))
}

fn joined(parts: &[Str], separator: &str) -> Str {
    Str::from(parts.iter().map(Str::as_str).collect::<Vec<_>>().join(separator))
}

fn length(text: &str) -> i64 {
    text.chars().count() as i64
}

/// The white space that the module knows: that of US-ASCII.
fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t'..='\r')
}

impl Wrapper<'_> {
    fn wrap(&self, text: &Str) -> Fallible<Vec<String>> {
        let mut text = if self.expand_tabs { str::expandtabs(text, self.tabsize) } else { text.clone() };
        if self.replace_whitespace {
            text = Str::from(text.as_str().replace(is_space, " "));
        }
        let mut chunks = if self.break_on_hyphens { chunks(text.as_str()) } else { words(text.as_str()) };
        if self.fix_sentence_endings {
            fix_sentence_endings(&mut chunks);
        }
        self.fill_lines(chunks)
    }

    fn fill_lines(&self, mut chunks: Vec<String>) -> Fallible<Vec<String>> {
        if self.width <= 0 {
            return Err(value_error(format!("invalid width {} (must be > 0)", self.width)));
        }
        if let Some(most) = self.max_lines {
            let indent = if most > 1 { self.subsequent_indent } else { self.initial_indent };
            if length(indent) + length(self.placeholder.trim_start_matches(unicode::is_space)) > self.width {
                return Err(value_error("placeholder too large for max width"));
            }
        }
        let blank = |chunk: &str| chunk.chars().all(unicode::is_space);
        let mut lines: Vec<String> = Vec::new();
        // Taken from the end.
        chunks.reverse();
        while !chunks.is_empty() {
            let mut line: Vec<String> = Vec::new();
            let mut used = 0;
            let indent = if lines.is_empty() { self.initial_indent } else { self.subsequent_indent };
            let width = self.width - length(indent);
            if self.drop_whitespace && !lines.is_empty() && chunks.last().is_some_and(|chunk| blank(chunk)) {
                chunks.pop();
            }
            while let Some(chunk) = chunks.last() {
                if used + length(chunk) > width {
                    break;
                }
                used += length(chunk);
                line.extend(chunks.pop());
            }
            if chunks.last().is_some_and(|chunk| length(chunk) > width) {
                self.break_long_word(&mut chunks, &mut line, used, width);
                used = line.iter().map(|chunk| length(chunk)).sum();
            }
            if self.drop_whitespace && line.last().is_some_and(|chunk| blank(chunk)) {
                used -= line.pop().map_or(0, |chunk| length(&chunk));
            }
            if line.is_empty() {
                continue;
            }
            let is_within = self.max_lines.is_none_or(|most| (lines.len() as i64) + 1 < most);
            let is_last = chunks.is_empty() || self.drop_whitespace && chunks.len() == 1 && blank(&chunks[0]);
            if is_within || is_last && used <= width {
                lines.push(format!("{indent}{}", line.concat()));
                continue;
            }
            self.cut(&mut lines, line, used, width, indent);
            break;
        }
        Ok(lines)
    }

    /// The last line that may be: what does not fit gives way to the placeholder.
    fn cut(&self, lines: &mut Vec<String>, mut line: Vec<String>, mut used: i64, width: i64, indent: &str) {
        while let Some(last) = line.last() {
            if !last.chars().all(unicode::is_space) && used + length(self.placeholder) <= width {
                lines.push(format!("{indent}{}{}", line.concat(), self.placeholder));
                return;
            }
            used -= length(last);
            line.pop();
        }
        if let Some(before) = lines.last_mut() {
            let kept = before.trim_end_matches(unicode::is_space);
            if length(kept) + length(self.placeholder) <= self.width {
                *before = format!("{kept}{}", self.placeholder);
                return;
            }
        }
        lines.push(format!("{indent}{}", self.placeholder.trim_start_matches(unicode::is_space)));
    }

    fn break_long_word(&self, chunks: &mut Vec<String>, line: &mut Vec<String>, used: i64, width: i64) {
        let left = if width < 1 { 1 } else { width - used };
        if !self.break_long_words {
            if line.is_empty() {
                line.extend(chunks.pop());
            }
            return;
        }
        let Some(chunk) = chunks.pop() else { return };
        let characters: Vec<char> = chunk.chars().collect();
        let mut end = usize::try_from(left.max(0)).unwrap_or(usize::MAX);
        if self.break_on_hyphens && characters.len() > end {
            let hyphen = characters[..end].iter().rposition(|character| *character == '-');
            if let Some(hyphen) = hyphen
                && hyphen > 0
                && characters[..hyphen].iter().any(|character| *character != '-')
            {
                end = hyphen + 1;
            }
        }
        line.push(characters[..end].iter().collect());
        chunks.push(characters[end..].iter().collect());
    }
}

/// Chunks at white space only.
fn words(text: &str) -> Vec<String> {
    let mut chunks: Vec<String> = Vec::new();
    for character in text.chars() {
        match chunks.last_mut() {
            Some(chunk) if chunk.ends_with(is_space) == is_space(character) => chunk.push(character),
            _ => chunks.push(character.to_string()),
        }
    }
    chunks
}

/// Chunks as `TextWrapper.wordsep_re` splits: white space, em-dashes, and words that may break behind their hyphens.
fn chunks(text: &str) -> Vec<String> {
    let parts = re::pattern::split_groups(&WORD_SEPARATOR, &Str::from(text), 0).to_vec();
    let parts = parts.into_iter().flatten().map(|part| part.as_str().to_owned());
    parts.filter(|part| !part.is_empty()).collect()
}

/// The pattern of `textwrap.TextWrapper.wordsep_re`, as CPython has it.
static WORD_SEPARATOR: LazyLock<re::Pattern> = LazyLock::new(|| {
    let pattern = r#"([\t\n\v\f\r ]+|(?<=[\w!"'&.,?])-{2,}(?=\w)|[^\t\n\v\f\r ]+?(?:-(?:(?<=[^\d\W]{2}-)|(?<=[^\d\W]-[^\d\W]-))(?=[^\d\W]-?[^\d\W])|(?=[\t\n\v\f\r ]|\Z)|(?<=[\w!"'&.,?])(?=-{2,}\w)))"#;
    re::Pattern::read(&Str::literal(pattern), 0)
        .unwrap_or_else(|error| unreachable!("the pattern is CPython's own: {error}"))
});

/// `fix_sentence_endings`: two spaces behind a sentence.
fn fix_sentence_endings(chunks: &mut [String]) {
    let ends_sentence = |chunk: &str| {
        let chunk = chunk.strip_suffix(['"', '\'']).unwrap_or(chunk);
        let mut last = chunk.chars().rev();
        last.next().is_some_and(|character| matches!(character, '.' | '!' | '?'))
            && last.next().is_some_and(|character| character.is_ascii_lowercase())
    };
    let mut place = 0;
    while place + 1 < chunks.len() {
        if chunks[place + 1] == " " && ends_sentence(&chunks[place]) {
            chunks[place + 1] = "  ".to_owned();
            place += 2;
        } else {
            place += 1;
        }
    }
}

/// `textwrap.dedent(text)`.
#[must_use]
pub fn dedent(text: &Str) -> Str {
    // Lines of white space alone do not count, and end up empty.
    let lines: Vec<&str> = text
        .as_str()
        .split('\n')
        .map(|line| if line.trim_matches([' ', '\t']).is_empty() { "" } else { line })
        .collect();
    let indent = |line: &'_ str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let mut margin: Option<&str> = None;
    for line in lines.iter().filter(|line| !line.is_empty()) {
        let own = &line[..indent(line)];
        margin = Some(match margin {
            None => own,
            Some(margin) => {
                let common = margin.bytes().zip(own.bytes()).take_while(|(a, b)| a == b).count();
                &margin[..common]
            }
        });
    }
    let margin = margin.unwrap_or("");
    let lines: Vec<&str> = lines.into_iter().map(|line| line.strip_prefix(margin).unwrap_or(line)).collect();
    Str::from(lines.join("\n"))
}

/// `textwrap.indent(text, prefix)`: before every line that is not white space alone.
#[must_use]
pub fn indent(text: &Str, prefix: &Str) -> Str {
    let mut indented = String::new();
    for line in str::splitlines(text, true).to_vec() {
        if !line.as_str().trim_matches(unicode::is_space).is_empty() {
            indented.push_str(prefix.as_str());
        }
        indented.push_str(line.as_str());
    }
    Str::from(indented)
}
