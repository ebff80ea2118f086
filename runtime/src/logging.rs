//! `logging`: loggers as the module's own code has set them up, which write to standard error.

use std::io::Write;

use crate::datetime::{self, Datetime};
use crate::object::{Identity, Object};
use crate::str::Str;

/// A `logging.Logger`, as it was when it was captured.
#[derive(Debug, Clone)]
pub struct Logger {
    name: &'static str,
    /// The least level that it is enabled for.
    level: i64,
    /// The least level that is written.
    least: i64,
    /// How a message is written; empty for the message alone, which is how loggers without handlers do it.
    format: &'static str,
    /// How its time is written; empty for the default.
    datefmt: &'static str,
}

/// A captured logger.
#[must_use]
pub const fn captured(
    name: &'static str,
    level: i64,
    least: i64,
    format: &'static str,
    datefmt: &'static str,
) -> Logger {
    Logger { name, level, least, format, datefmt }
}

/// Methods of `logging.Logger`.
pub mod logger {
    use super::*;

    /// `logger.isEnabledFor(level)`.
    #[must_use]
    #[expect(non_snake_case, reason = "named as in Python")]
    pub fn isEnabledFor(logger: &Logger, level: i64) -> bool {
        level >= logger.level
    }

    /// `logger.getEffectiveLevel()`, `logger.level`.
    #[must_use]
    #[expect(non_snake_case, reason = "named as in Python")]
    pub fn getEffectiveLevel(logger: &Logger) -> i64 {
        logger.level
    }

    /// `logger.name`.
    #[must_use]
    pub fn name(logger: &Logger) -> Str {
        Str::literal(logger.name)
    }

    /// Whether a message of that level is written.
    #[must_use]
    pub fn writes(logger: &Logger, level: i64) -> bool {
        level >= logger.level.max(logger.least)
    }

    /// Writes a message. What cannot be written is lost, as in CPython.
    pub fn write(logger: &Logger, level: i64, message: &Str) {
        let mut line = String::new();
        if logger.format.is_empty() {
            line.push_str(message.as_str());
        } else {
            written(logger, level, message.as_str(), &mut line);
        }
        line.push('\n');
        let _ = std::io::stderr().lock().write_all(line.as_bytes());
    }
}

/// Appends the format with its fields filled in: `%(levelname)-8s`.
fn written(logger: &Logger, level: i64, message: &str, out: &mut String) {
    let mut rest = logger.format;
    while let Some(place) = rest.find('%') {
        out.push_str(&rest[..place]);
        rest = &rest[place + 1..];
        if let Some(after) = rest.strip_prefix('%') {
            out.push('%');
            rest = after;
            continue;
        }
        let Some((name, after)) = rest.strip_prefix('(').and_then(|field| field.split_once(')')) else {
            out.push('%');
            continue;
        };
        let end = after.find(['s', 'd']).unwrap_or(after.len());
        let value = match name {
            "message" => message.to_owned(),
            "levelname" => level_name(level),
            "levelno" => level.to_string(),
            "name" => logger.name.to_owned(),
            "asctime" => time_of_message(logger.datefmt),
            _ => String::new(),
        };
        out.push_str(&padded(&value, &after[..end]));
        rest = after.get(end + 1..).unwrap_or_default();
    }
    out.push_str(rest);
}

/// A value at the width that stands between the name and the letter of a field.
fn padded(value: &str, width: &str) -> String {
    let (left, digits) = match width.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, width),
    };
    let width = digits.parse().unwrap_or(0);
    if left { format!("{value:<width$}") } else { format!("{value:>width$}") }
}

fn level_name(level: i64) -> String {
    match level {
        10 => "DEBUG".to_owned(),
        20 => "INFO".to_owned(),
        30 => "WARNING".to_owned(),
        40 => "ERROR".to_owned(),
        50 => "CRITICAL".to_owned(),
        0 => "NOTSET".to_owned(),
        other => format!("Level {other}"),
    }
}

fn time_of_message(format: &'static str) -> String {
    let Ok(now) = datetime::datetime::now(&None) else { return String::new() };
    let own = if format.is_empty() { "%Y-%m-%d %H:%M:%S" } else { format };
    let text = datetime::date::strftime(&now, &Str::literal(own));
    let millis = |now: &Datetime| datetime::datetime::microsecond(now) / 1000;
    match text {
        Ok(text) if format.is_empty() => format!("{},{:03}", text.as_str(), millis(&now)),
        Ok(text) => text.as_str().to_owned(),
        Err(_) => String::new(),
    }
}

impl Identity for Logger {
    fn same(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Object for Logger {
    fn type_name(&self) -> &'static str {
        "Logger"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str(&format!("<Logger {} ({})>", self.name, level_name(self.level)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_a_format_are_filled_in() {
        let logger = captured("app.part", 20, 0, "%(levelname)-8s|%(name)10s|%(levelno)d: 100%% %(message)s.", "");
        let mut line = String::new();
        written(&logger, 30, "done", &mut line);
        assert_eq!(line, "WARNING |  app.part|30: 100% done.");
        assert!(logger::writes(&logger, 20) && !logger::writes(&logger, 10));
    }
}
