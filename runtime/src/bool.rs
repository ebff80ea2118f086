//! `bool`: an int of two values.

use crate::exception::Fallible;
use crate::json::Writer;
use crate::object::{Number, Object};

impl Object for bool {
    fn type_name(&self) -> &'static str {
        "bool"
    }

    fn input(&self) -> crate::pydantic::Input {
        crate::pydantic::Input::Bool(*self)
    }

    fn dump(&self, dumper: &mut crate::pydantic::Dumper) -> Fallible<()> {
        dumper.word(if *self { "true" } else { "false" });
        Ok(())
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str(if *self { "True" } else { "False" });
    }

    fn format(&self, spec: &str, out: &mut String) -> Fallible<()> {
        if spec.is_empty() {
            self.repr(out);
            return Ok(());
        }
        crate::format::int::format(i64::from(*self), spec, "bool", out)
    }

    fn number(&self) -> Number {
        Number::Int(i64::from(*self))
    }

    fn json(&self, writer: &mut Writer) -> Fallible<()> {
        writer.word(if *self { "true" } else { "false" });
        Ok(())
    }
}

/// `a & b`.
#[inline]
#[must_use]
pub const fn and(a: bool, b: bool) -> bool {
    a & b
}

/// `a | b`.
#[inline]
#[must_use]
pub const fn or(a: bool, b: bool) -> bool {
    a | b
}

/// `a ^ b`.
#[inline]
#[must_use]
pub const fn xor(a: bool, b: bool) -> bool {
    a ^ b
}
