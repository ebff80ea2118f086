//! `strptime`: the format becomes a regular expression, as in CPython's Lib/_strptime.py, for the C locale.

use super::time::Clock;
use super::{Date, Datetime, Timedelta, days, local, timezone};
use crate::exception::{Fallible, value_error};
use crate::object::repr_text;
use crate::re::{self, pattern};
use crate::str::Str;

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// `re.IGNORECASE`.
const IGNORE_CASE: i64 = 2;

/// The expression of a directive.
fn directive(name: char) -> Option<String> {
    let short = |names: &[&str]| names.iter().map(|name| &name[..3]).collect::<Vec<_>>().join("|");
    let long = |names: &[&str]| {
        let mut names = names.to_vec();
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        names.join("|")
    };
    let fixed = match name {
        'd' => r"3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9]",
        'f' => "[0-9]{1,6}",
        'H' => r"2[0-3]|[0-1]\d|\d",
        'I' => "1[0-2]|0[1-9]|[1-9]",
        'G' | 'Y' => r"\d\d\d\d",
        'j' => r"36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]",
        'm' => "1[0-2]|0[1-9]|[1-9]",
        'M' => r"[0-5]\d|\d",
        'S' => r"6[0-1]|[0-5]\d|\d",
        'U' | 'W' => r"5[0-3]|[0-4]\d|\d",
        'w' => "[0-6]",
        'u' => "[1-7]",
        'V' => r"5[0-3]|0[1-9]|[1-4]\d|\d",
        'y' => r"\d\d",
        'z' => r"[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z)",
        'p' => "am|pm",
        'Z' => return Some(format!("(?P<Z>{})", zones())),
        'a' => return Some(format!("(?P<a>{})", short(&WEEKDAYS))),
        'A' => return Some(format!("(?P<A>{})", long(&WEEKDAYS))),
        'b' => return Some(format!("(?P<b>{})", short(&MONTHS))),
        'B' => return Some(format!("(?P<B>{})", long(&MONTHS))),
        'c' => return expression("%a %b %d %H:%M:%S %Y").ok(),
        'x' => return expression("%m/%d/%y").ok(),
        'X' => return expression("%H:%M:%S").ok(),
        '%' => return Some("%".to_owned()),
        _ => return None,
    };
    Some(format!("(?P<{name}>{fixed})"))
}

/// What `%Z` takes: UTC, GMT and what `time.tzname` says of this place, its names in the winter and the summer of this year.
fn zones() -> String {
    const YEAR: i64 = (365 * 24 + 6) * 3600;
    let here = || -> Fallible<_> {
        let january = local::now()?.0 / YEAR * YEAR;
        Ok((local::zone_at(january)?, local::zone_at(january + YEAR / 2)?))
    };
    let mut names = vec!["utc".to_owned(), "gmt".to_owned()];
    // Where nobody can say what place this is, there are the other two.
    if let Ok((winter, summer)) = here() {
        names.push(winter.1);
        names.extend((summer.0 != winter.0).then_some(summer.1));
    }
    names.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
    let escaped = |name: &String| re::escape(&Str::from(name.as_str())).as_str().to_owned();
    names.iter().map(escaped).collect::<Vec<_>>().join("|")
}

/// The directive that is none, where there is one; nothing where the format ends after a `%`.
struct BadDirective(Option<char>);

/// The expression of a format.
fn expression(format: &str) -> Result<String, BadDirective> {
    let mut expression = String::new();
    let mut characters = format.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '%' => {
                let name = characters.next().ok_or(BadDirective(None))?;
                // What follows is escaped by then: a stray `%` before a character of expressions or white space.
                let is_escaped = crate::unicode::is_space(name) || r"\.^$*+?(){}[]|".contains(name);
                let name = if is_escaped { '%' } else { name };
                if is_escaped {
                    return Err(BadDirective(Some('%')));
                }
                expression.push_str(&directive(name).ok_or(BadDirective(Some(name)))?);
            }
            space if crate::unicode::is_space(space) => {
                while characters.peek().is_some_and(|next| crate::unicode::is_space(*next)) {
                    characters.next();
                }
                expression.push_str(r"\s+");
            }
            special if r"\.^$*+?(){}[]|".contains(special) => expression.extend(['\\', special]),
            plain => expression.push(plain),
        }
    }
    Ok(expression)
}

/// What a text said of a time.
struct Found {
    groups: Vec<(char, String)>,
}

impl Found {
    fn text(&self, name: char) -> Option<&str> {
        self.groups.iter().find(|(group, _)| *group == name).map(|(_, text)| text.as_str())
    }

    fn number(&self, name: char) -> Option<i64> {
        let digit =
            |value: i64, character: char| value * 10 + i64::from(crate::unicode::decimal_value(character).unwrap_or(0));
        self.text(name).map(|text| text.trim_start().chars().fold(0, digit))
    }

    fn place(&self, name: char, names: &[&str]) -> Option<i64> {
        let text = self.text(name)?.to_lowercase();
        names.iter().position(|name| name.starts_with(text.as_str())).map(|place| place as i64)
    }

    fn year(&self) -> Option<i64> {
        match self.number('y') {
            Some(year) if year <= 68 => Some(year + 2000),
            Some(year) => Some(year + 1900),
            None => self.number('Y'),
        }
    }

    fn hour(&self) -> i64 {
        let Some(hour) = self.number('I') else { return self.number('H').unwrap_or(0) };
        match self.text('p').is_some_and(|half| half.eq_ignore_ascii_case("pm")) {
            true => hour % 12 + 12,
            false => hour % 12,
        }
    }

    /// Monday is 0.
    fn weekday(&self) -> Option<i64> {
        let named = self.place('A', &WEEKDAYS).or_else(|| self.place('a', &WEEKDAYS));
        let numbered = || match self.number('w') {
            Some(day) => Some((day + 6) % 7),
            None => self.number('u').map(|day| day - 1),
        };
        named.or_else(numbered)
    }

    fn month(&self) -> i64 {
        let named = self.place('B', &MONTHS).or_else(|| self.place('b', &MONTHS));
        named.map(|place| place + 1).or_else(|| self.number('m')).unwrap_or(1)
    }

    fn microsecond(&self) -> i64 {
        let digits = self.text('f').map_or(0, str::len) as u32;
        self.number('f').map_or(0, |fraction| fraction * 10_i64.pow(6 - digits))
    }

    /// Microseconds that clocks are ahead of UTC.
    fn offset(&self) -> Fallible<Option<i64>> {
        let Some(whole) = self.text('z') else { return Ok(None) };
        if whole == "Z" {
            return Ok(Some(0));
        }
        let mut text = whole.to_owned();
        if text.as_bytes()[3] == b':' {
            text.remove(3);
            if text.len() > 5 {
                if text.as_bytes()[5] != b':' {
                    return Err(value_error(format!("Inconsistent use of : in {whole}")));
                }
                text.remove(5);
            }
        }
        let number =
            |range: std::ops::Range<usize>| text.get(range).and_then(|digits| digits.parse::<i64>().ok()).unwrap_or(0);
        let seconds = number(1..3) * 3600 + number(3..5) * 60 + number(5..7);
        let fraction = text.get(8..).unwrap_or_default();
        let fraction = number(8..text.len().max(8)) * 10_i64.pow(6 - fraction.len().min(6) as u32);
        let micros = seconds * 1_000_000 + fraction;
        Ok(Some(if text.starts_with('-') { -micros } else { micros }))
    }
}

/// `datetime.strptime(text, format)`.
///
/// # Errors
/// `ValueError` where the text is not of the format, or says what cannot be.
pub fn read(text: &Str, format: &Str) -> Fallible<Datetime> {
    let found = matched(text, format)?;
    let date = date(&found)?;
    let clock = Clock::checked(
        found.hour(),
        found.number('M').unwrap_or(0),
        found.number('S').unwrap_or(0),
        found.microsecond(),
        0,
    )?;
    let zone = match (found.offset()?, found.text('Z')) {
        (None, _) => None,
        (Some(offset), Some(name)) => Some(timezone::new_named(&Timedelta::small(offset), &Str::from(name))?),
        (Some(offset), None) => Some(timezone::new(&Timedelta::small(offset))?),
    };
    Ok(Datetime { date, clock, zone })
}

fn matched(text: &Str, format: &Str) -> Fallible<Found> {
    let expression = expression(format.as_str()).map_err(|bad| match bad {
        BadDirective(Some(name)) => value_error(format!("'{name}' is a bad directive in format '{}'", format.as_str())),
        BadDirective(None) => value_error(format!("stray % in format '{}'", format.as_str())),
    })?;
    let compiled = re::compile(&Str::from(expression), IGNORE_CASE)?;
    let Some(found) = pattern::r#match(&compiled, text, 0, i64::MAX) else {
        let (text, format) = (repr_text(text), repr_text(format));
        return Err(value_error(format!("time data {text} does not match format {format}")));
    };
    let end = re::r#match::end(&found, 0)? as usize;
    if end != text.length() {
        let rest: String = text.as_str().chars().skip(end).collect();
        return Err(value_error(format!("unconverted data remains: {rest}")));
    }
    let mut groups = Vec::new();
    for (name, value) in re::r#match::groupdict(&found, &None).to_pairs() {
        if let (Some(name), Some(value)) = (name.as_str().chars().next(), value) {
            groups.push((name, value.as_str().to_owned()));
        }
    }
    Ok(Found { groups })
}

fn date(found: &Found) -> Fallible<Date> {
    let (year, iso_year) = (found.year(), found.number('G'));
    let (iso_week, weekday, julian) = (found.number('V'), found.weekday(), found.number('j'));
    let week = found.number('U').map(|week| (week, false)).or_else(|| found.number('W').map(|week| (week, true)));
    if year.is_none() && iso_year.is_some() {
        if iso_week.is_none() || weekday.is_none() {
            return Err(value_error(
                "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive \
                 ('%A', '%a', '%w', or '%u').",
            ));
        }
        if julian.is_some() {
            return Err(value_error(
                "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.",
            ));
        }
    } else if week.is_none() && iso_week.is_some() {
        return Err(value_error(match weekday {
            None => {
                "ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive \
                 ('%A', '%a', '%w', or '%u')."
            }
            Some(_) => {
                "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead."
            }
        }));
    }
    let (month, day) = (found.month(), found.number('d').unwrap_or(1));
    // 1904 is a leap year: a day in February that 1900 lacks is looked for in it.
    let is_leap_day = year.is_none() && (month, day) == (2, 29);
    let mut year = year.unwrap_or(if is_leap_day { 1904 } else { 1900 });
    let mut julian = julian;
    if julian.is_none()
        && let Some(weekday) = weekday
    {
        if let Some((week, monday_first)) = week {
            julian = Some(day_of_week(year, week, weekday, monday_first)?);
        } else if let (Some(iso_year), Some(iso_week)) = (iso_year, iso_week) {
            let first = Date::checked(iso_year, 1, 4)?.ordinal();
            let correction = (first + 6).rem_euclid(7) + 1 + 3;
            let (mut of_year, mut ordinal) = (iso_year, iso_week * 7 + weekday + 1 - correction);
            if ordinal < 1 {
                ordinal += days::ordinal(of_year, 1, 1);
                of_year -= 1;
                ordinal -= Date::checked(of_year, 1, 1)?.ordinal();
            }
            (year, julian) = (of_year, Some(ordinal));
        }
        if let Some(day) = julian.filter(|day| *day <= 0) {
            year -= 1;
            julian = Some(day + if days::is_leap(year) { 366 } else { 365 });
        }
    }
    let date = match julian {
        None => Date::checked(year, month, day)?,
        Some(julian) => {
            let ordinal = julian - 1 + Date::checked(year, 1, 1)?.ordinal();
            super::date::fromordinal(ordinal)?
        }
    };
    Date::checked(if is_leap_day { 1900 } else { date.year }, date.month, date.day)
}

/// The day of the year of a day of a week, counted from the first Sunday or Monday.
fn day_of_week(year: i64, week: i64, weekday: i64, monday_first: bool) -> Fallible<i64> {
    let mut first = (Date::checked(year, 1, 1)?.ordinal() + 6).rem_euclid(7);
    let mut weekday = weekday;
    if !monday_first {
        first = (first + 1) % 7;
        weekday = (weekday + 1) % 7;
    }
    let before = (7 - first) % 7;
    Ok(if week == 0 { 1 + weekday - first } else { 1 + before + 7 * (week - 1) + weekday })
}
