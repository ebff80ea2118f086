//! What the declaration of a field says beside its type.

use std::fmt;

use super::Choice;

/// What the declaration of a field, or of a part of it, says beside its type.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Whether nothing is converted.
    pub strict: bool,
    /// Whether `None` is let through.
    pub nullable: bool,
    /// `multiple_of`.
    pub multiple_of: Option<Bound>,
    /// `le`.
    pub le: Option<Bound>,
    /// `lt`.
    pub lt: Option<Bound>,
    /// `ge`.
    pub ge: Option<Bound>,
    /// `gt`.
    pub gt: Option<Bound>,
    /// Whether a float may be infinite or no number.
    pub allow_inf_nan: bool,
    /// `min_length`.
    pub min_length: Option<usize>,
    /// `max_length`.
    pub max_length: Option<usize>,
    /// `pattern`.
    pub pattern: Option<&'static str>,
    /// Whether white space around a text falls away.
    pub strip: bool,
    /// Whether a text is put in lower case.
    pub lower: bool,
    /// Whether a text is put in upper case.
    pub upper: bool,
    /// Whether nothing but an object of the class itself is taken: of a class that derives from the declared one.
    pub instance_only: bool,
    /// The values of a `Literal`; empty where there is no limit.
    pub choices: &'static [Choice],
    /// The rules of what the type is made of: elements, keys and values, members of a union in the order they are declared.
    pub parts: &'static [Rule],
    /// Which member of a union the rule is of.
    pub member: usize,
    /// How the errors of a union call the type.
    pub label: &'static str,
    /// What a value of one type for all is validated as: a number that who validates such values gives. Compiled code has a
    /// type for each.
    pub form: usize,
}

impl Rule {
    /// Nothing but the type.
    pub const ANY: Rule = Rule {
        strict: false,
        nullable: false,
        multiple_of: None,
        le: None,
        lt: None,
        ge: None,
        gt: None,
        allow_inf_nan: true,
        min_length: None,
        max_length: None,
        pattern: None,
        strip: false,
        lower: false,
        upper: false,
        instance_only: false,
        choices: &[],
        parts: &[],
        member: 0,
        label: "",
        form: 0,
    };

    /// The rule of a part.
    #[inline]
    pub fn part(&self, index: usize) -> &Rule {
        self.parts.get(index).unwrap_or(&Rule::ANY)
    }
}

/// A number that limits others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bound {
    /// Of ints.
    Int(i64),
    /// Of floats.
    Float(f64),
}

/// As the messages of pydantic write it: `10` for `10.0`, too.
impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Bound::Int(value) => write!(f, "{value}"),
            Bound::Float(value) => write!(f, "{value}"),
        }
    }
}
