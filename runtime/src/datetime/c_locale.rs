//! `strftime` as the C library writes it in the locale "C", for where there is none: in a browser. What each directive is, and
//! what flags stand before it, is in glibc's manual, "Formatting Calendar Time".

use super::days;
use super::writing::Moment;

const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The text that a format makes of a moment. What is no directive stays as it stands.
pub fn formatted(moment: &Moment<'_>, format: &str) -> String {
    let broken = Broken::of(moment);
    let mut out = String::with_capacity(format.len());
    let mut rest = format;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        let directive = Directive::at(&rest[at..]);
        let known = directive.letter.filter(|_| directive.is_known_form()).and_then(|letter| broken.written(letter));
        let written = known.unwrap_or_else(|| Written::Text(directive.text.to_owned(), Case::Fixed));
        directive.push(&written, &mut out);
        rest = &rest[at + directive.text.len()..];
    }
    out.push_str(rest);
    out
}

/// `%`, flags, a width, and a letter.
struct Directive<'f> {
    text: &'f str,
    /// What fills it up to its width: a flag says so.
    fill: Option<Fill>,
    is_upper: bool,
    is_swapped: bool,
    width: usize,
    /// `E` or `O`, which ask for another form, of which this locale has none.
    form: Option<char>,
    letter: Option<char>,
}

#[derive(Clone, Copy, PartialEq)]
enum Fill {
    Zeros,
    Spaces,
    Nothing,
}

/// What a directive writes.
enum Written {
    /// A number, of so many digits, filled up by zeros or spaces.
    Number(i64, usize, Fill),
    /// A text that is all of one case where the flag `#` stands, which says which.
    Text(String, Case),
}

#[derive(Clone, Copy, PartialEq)]
enum Case {
    Upper,
    Lower,
    Kept,
    /// No flag changes it.
    Fixed,
}

impl<'f> Directive<'f> {
    /// The directive that a text begins with.
    fn at(text: &'f str) -> Self {
        let mut found =
            Self { text, fill: None, is_upper: false, is_swapped: false, width: 0, form: None, letter: None };
        for (at, character) in text.char_indices().skip(1) {
            match character {
                '_' if found.width == 0 => found.fill = Some(Fill::Spaces),
                '-' if found.width == 0 => found.fill = Some(Fill::Nothing),
                '0' if found.width == 0 => found.fill = Some(Fill::Zeros),
                '^' if found.width == 0 => found.is_upper = true,
                '#' if found.width == 0 => found.is_swapped = true,
                '0'..='9' => found.width = (found.width * 10 + character as usize - '0' as usize).min(1024),
                'E' | 'O' if found.form.is_none() => found.form = Some(character),
                letter => {
                    found.text = &text[..at + letter.len_utf8()];
                    found.letter = Some(letter);
                    return found;
                }
            }
        }
        found
    }

    /// Whether there is such another form of what the letter stands for.
    fn is_known_form(&self) -> bool {
        let without = match self.form {
            Some('E') => "aAbBdDeFgGhHIjklmMSUVwW",
            Some(_) => "aAcDFxXY",
            None => "",
        };
        self.letter.is_none_or(|letter| !without.contains(letter))
    }

    fn push(&self, written: &Written, out: &mut String) {
        let (text, fill, width) = match written {
            Written::Number(value, digits, fill) => {
                let fill = self.fill.unwrap_or(*fill);
                let width = if fill == Fill::Nothing { self.width } else { self.width.max(*digits) };
                (value.to_string(), fill, width)
            }
            Written::Text(text, case) => {
                let text = match case {
                    Case::Lower if self.is_swapped => text.to_lowercase(),
                    Case::Upper if self.is_swapped => text.to_uppercase(),
                    Case::Upper | Case::Lower | Case::Kept if self.is_upper => text.to_uppercase(),
                    _ => text.clone(),
                };
                (text, self.fill.unwrap_or(Fill::Spaces), self.width)
            }
        };
        let filling = if fill == Fill::Zeros { '0' } else { ' ' };
        out.extend(std::iter::repeat_n(filling, width.saturating_sub(text.chars().count())));
        out.push_str(&text);
    }
}

/// A moment by its parts.
struct Broken {
    year: i64,
    month: i64,
    day: i64,
    hour: i64,
    minute: i64,
    second: i64,
    /// From Sunday on.
    weekday: i64,
    /// From the first of January on.
    day_of_year: i64,
}

impl Broken {
    fn of(moment: &Moment<'_>) -> Self {
        let (year, month, day) = moment.date;
        Self {
            year,
            month,
            day,
            hour: moment.clock.hour,
            minute: moment.clock.minute,
            second: moment.clock.second,
            weekday: days::ordinal(year, month, day).rem_euclid(7),
            day_of_year: days::before_month(year, month) + day - 1,
        }
    }

    fn written(&self, letter: char) -> Option<Written> {
        let number = |value, digits| Some(Written::Number(value, digits, Fill::Zeros));
        let spaced = |value| Some(Written::Number(value, 2, Fill::Spaces));
        let text = |text: &str| Some(Written::Text(text.to_owned(), Case::Upper));
        let kept = |text: &str| Some(Written::Text(text.to_owned(), Case::Kept));
        let (weekday, month) = (DAYS[self.weekday as usize], MONTHS[(self.month - 1) as usize]);
        let half = if self.hour < 12 { "AM" } else { "PM" };
        let of_twelve = (self.hour + 11) % 12 + 1;
        match letter {
            'a' => text(&weekday[..3]),
            'A' => text(weekday),
            'b' | 'h' => text(&month[..3]),
            'B' => text(month),
            'c' => self.composed("%a %b %e %H:%M:%S %Y"),
            'C' => number(self.year.div_euclid(100), 1),
            'd' => number(self.day, 2),
            'D' | 'x' => self.composed("%m/%d/%y"),
            'e' => spaced(self.day),
            'F' => self.composed("%Y-%m-%d"),
            'g' => number(self.iso_week().0.rem_euclid(100), 2),
            'G' => number(self.iso_week().0, 1),
            'H' => number(self.hour, 2),
            'I' => number(of_twelve, 2),
            'j' => number(self.day_of_year + 1, 3),
            'k' => spaced(self.hour),
            'l' => spaced(of_twelve),
            'm' => number(self.month, 2),
            'M' => number(self.minute, 2),
            'n' => kept("\n"),
            'p' => Some(Written::Text(half.to_owned(), Case::Lower)),
            'P' => Some(Written::Text(half.to_lowercase(), Case::Fixed)),
            'r' => self.composed("%I:%M:%S %p"),
            'R' => self.composed("%H:%M"),
            'S' => number(self.second, 2),
            't' => kept("\t"),
            'T' | 'X' => self.composed("%H:%M:%S"),
            'u' => number((self.weekday + 6) % 7 + 1, 1),
            'U' => number((self.day_of_year + 7 - self.weekday) / 7, 2),
            'V' => number(self.iso_week().1, 2),
            'w' => number(self.weekday, 1),
            'W' => number((self.day_of_year + 7 - (self.weekday + 6) % 7) / 7, 2),
            'y' => number(self.year.rem_euclid(100), 2),
            'Y' => number(self.year, 1),
            '%' => kept("%"),
            _ => None,
        }
    }

    /// What several directives make.
    fn composed(&self, format: &str) -> Option<Written> {
        let mut out = String::new();
        let mut rest = format;
        while let Some(at) = rest.find('%') {
            out.push_str(&rest[..at]);
            let directive = Directive::at(&rest[at..]);
            directive.push(&self.written(directive.letter?)?, &mut out);
            rest = &rest[at + directive.text.len()..];
        }
        out.push_str(rest);
        Some(Written::Text(out, Case::Kept))
    }

    /// The year and the week of ISO 8601: weeks begin on Monday, the first has the first Thursday.
    fn iso_week(&self) -> (i64, i64) {
        let from_monday = (self.weekday + 6) % 7;
        // The Thursday of the week says which year it is of.
        let thursday = self.day_of_year - from_monday + 3;
        let length = |year| days::before_month(year, 12) + 31;
        match thursday {
            before if before < 0 => (self.year - 1, (before + length(self.year - 1)) / 7 + 1),
            after if after >= length(self.year) => (self.year + 1, (after - length(self.year)) / 7 + 1),
            within => (self.year, within / 7 + 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::time::Clock;
    use super::super::writing::{Moment, by_library};

    /// Each directive with each flag, on the days around which weeks and years change, and at all hours.
    #[test]
    fn directives_are_written_as_the_c_library_writes_them() {
        let dates =
            [(1, 1, 1), (1999, 12, 31), (2000, 2, 29), (2004, 12, 26), (2005, 1, 1), (2005, 1, 2), (2008, 12, 29)];
        let more = [(2010, 1, 3), (2012, 12, 31), (2024, 2, 29), (2026, 11, 28), (9999, 12, 31), (987, 6, 5)];
        for date in dates.into_iter().chain(more) {
            for (hour, minute, second) in [(0, 0, 0), (9, 5, 7), (11, 59, 59), (12, 0, 1), (13, 30, 0), (23, 59, 59)] {
                let clock = Clock::checked(hour, minute, second, 0, 0).expect("a time of day");
                let moment = Moment { date, clock, zone: None };
                for letter in "aAbBcCdDeFgGhHIjklmMnpPrRStTuUVwWxXyYQé%".chars() {
                    for flags in ["", "-", "_", "0", "^", "#", "5", "05", "_4", "-5", "E", "O"] {
                        let format = format!("<%{flags}{letter}>");
                        let expected = by_library(&moment, &format).expect("there is no NUL in it");
                        assert_eq!(
                            super::formatted(&moment, &format),
                            expected,
                            "{format} of {date:?} {hour}:{minute}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_no_directive_stays() {
        let clock = Clock::checked(1, 2, 3, 0, 0).expect("a time of day");
        let moment = Moment { date: (2024, 5, 6), clock, zone: None };
        for format in ["%", "100%", "%5", "ñ %% %%%Y %é", "%-", "%E"] {
            assert_eq!(super::formatted(&moment, format), by_library(&moment, format).expect("there is no NUL in it"));
        }
    }
}
