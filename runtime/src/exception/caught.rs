//! What a handler asks of an exception that it has caught.

use super::{Argument, Exception, Fallible, Raised, message_of, tuple_repr, type_error};
use crate::object::{Object, repr_text};
use crate::sequence::{Sequence, from_vec};
use crate::str::Str;

/// Whether the exception is of one of the classes.
pub fn is_one_of(raised: &Raised, classes: &[&str]) -> bool {
    classes.contains(&&*raised.class)
}

/// `type(exception).__name__`.
pub fn class_name(raised: &Raised) -> Str {
    Str::from(raised.short_name().to_owned())
}

/// `exception.args` of an exception that is made with texts only.
///
/// # Errors
/// `TypeError` where an argument is none; the analyzer has made sure that there is no such.
pub fn text_arguments(raised: &Raised) -> Fallible<Sequence<Str>> {
    let given = raised.given();
    let text = |argument: &Argument| argument.of_type("str").map(|text| Str::from(text.to_owned()));
    given.iter().map(text).collect::<Fallible<_>>().map(from_vec)
}

/// `exception.args` of an exception that is made with ints only.
///
/// # Errors
/// As [`text_arguments`].
pub fn int_arguments(raised: &Raised) -> Fallible<Sequence<i64>> {
    let given = raised.given();
    let number = |argument: &Argument| argument.of_type("int").map(|text| text.parse().unwrap_or_default());
    given.iter().map(number).collect::<Fallible<_>>().map(from_vec)
}

/// The text that an exception has at a place of its arguments: `encoding` and `reason` of a `UnicodeError`.
///
/// # Errors
/// `TypeError` where there is none; the analyzer has made sure that there is.
pub fn text_argument(raised: &Raised, place: i64) -> Fallible<Str> {
    raised.argument_at(place)?.of_type("str").map(|text| Str::from(text.to_owned()))
}

/// The int that an exception has at a place of its arguments: `start` and `end` of a `UnicodeError`.
///
/// # Errors
/// As [`text_argument`].
pub fn int_argument(raised: &Raised, place: i64) -> Fallible<i64> {
    Ok(raised.argument_at(place)?.of_type("int")?.parse().unwrap_or_default())
}

impl Argument {
    fn of_type(&self, name: &str) -> Fallible<&str> {
        if self.type_name == name {
            return Ok(&self.text);
        }
        Err(type_error(format!("internal error: an exception was made with a {}, not a {name}", self.type_name)))
    }
}

impl Exception {
    /// The name of the class without its module.
    pub fn short_name(&self) -> &str {
        self.class.rsplit('.').next().unwrap_or_default()
    }

    fn argument_at(&self, place: i64) -> Fallible<Argument> {
        let found = usize::try_from(place).ok().and_then(|place| self.given().into_iter().nth(place));
        found.ok_or_else(|| type_error("internal error: an exception was made with fewer arguments"))
    }

    fn given(&self) -> Vec<Argument> {
        match &self.arguments {
            Some(arguments) => arguments.clone(),
            None if self.message.is_empty() => Vec::new(),
            None => vec![super::argument(&Str::from(self.message.clone()))],
        }
    }
}

/// `repr` and `str` of an exception.
impl Object for Raised {
    fn type_name(&self) -> &'static str {
        match &self.class {
            std::borrow::Cow::Borrowed(class) => class.rsplit('.').next().unwrap_or_default(),
            std::borrow::Cow::Owned(_) => "Exception",
        }
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        if self.validation.is_some() {
            // pydantic shows the same for both.
            out.push_str(&self.message);
            return;
        }
        if let Some(text) = self.own_repr() {
            return out.push_str(text.as_str());
        }
        out.push_str(self.short_name());
        match &self.arguments {
            Some(arguments) if arguments.len() > 1 => out.push_str(&tuple_repr(arguments)),
            Some(arguments) => {
                out.push('(');
                out.push_str(&message_of(arguments, true));
                out.push(')');
            }
            None if self.message.is_empty() => out.push_str("()"),
            None => {
                out.push('(');
                out.push_str(&repr_text(&Str::from(self.message.clone())));
                out.push(')');
            }
        }
    }

    fn str(&self, out: &mut String) {
        out.push_str(&self.message);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exception::{argument, missing_key, value_error, zero_division_error};

    fn shown(raised: &Raised) -> (String, String) {
        (raised.message.clone(), repr_text(raised))
    }

    #[test]
    fn str_and_repr_are_those_of_the_arguments() {
        let text = argument(&Str::literal("a"));
        assert_eq!(shown(&value_error("it's")), ("it's".into(), "ValueError(\"it's\")".into()));
        assert_eq!(shown(&zero_division_error("")), (String::new(), "ZeroDivisionError()".into()));
        assert_eq!(shown(&Exception::with("ValueError", vec![])), (String::new(), "ValueError()".into()));
        assert_eq!(shown(&Exception::with("ValueError", vec![argument(&1_i64)])), ("1".into(), "ValueError(1)".into()));
        let two = Exception::with("ValueError", vec![text, argument(&1_i64)]);
        assert_eq!(shown(&two), ("('a', 1)".into(), "ValueError('a', 1)".into()));
        assert_eq!(shown(&missing_key(&Str::literal("k"))), ("'k'".into(), "KeyError('k')".into()));
    }

    #[test]
    fn arguments_are_known_by_their_type() {
        assert_eq!(text_arguments(&value_error("a")).expect("a text").as_slice(), [Str::literal("a")]);
        assert_eq!(
            int_arguments(&Exception::with("ValueError", vec![argument(&-3_i64)])).expect("ints").as_slice(),
            [-3]
        );
        assert!(int_arguments(&value_error("a")).is_err());
        assert_eq!(class_name(&Exception::new("a.b.C", "")), Str::literal("C"));
        assert!(is_one_of(&value_error("a"), &["KeyError", "ValueError"]));
    }
}
