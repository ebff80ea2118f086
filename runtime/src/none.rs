//! `None`, and `X | None`.

use crate::json::Writer;
use std::cmp::Ordering;
use std::hash::Hasher;

use crate::copy::Memo;
use crate::exception::{Fallible, runtime_error};
use crate::object::{Compare, Equal, Key, Number, Object};

/// The value of an `X | None` that the analyzer knows to be no `None`.
///
/// # Errors
/// `RuntimeError` where it is `None` nevertheless: an error of the compiler's.
#[inline]
pub fn present<T>(value: Option<T>) -> Fallible<T> {
    value.ok_or_else(|| runtime_error("internal error: a value is None that was known not to be"))
}

impl Object for () {
    fn type_name(&self) -> &'static str {
        "NoneType"
    }

    fn input(&self) -> crate::pydantic::Input {
        crate::pydantic::Input::None
    }

    fn dump(&self, dumper: &mut crate::pydantic::Dumper) -> Fallible<()> {
        dumper.word("null");
        Ok(())
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str("None");
    }

    fn json(&self, writer: &mut Writer) -> Fallible<()> {
        writer.word("null");
        Ok(())
    }
}

impl Equal for () {
    fn equal(&self, (): &()) -> bool {
        true
    }
}

impl Key for () {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u8(0);
    }
}

impl<T: Object> Object for Option<T> {
    fn type_name(&self) -> &'static str {
        self.as_ref().map_or("NoneType", T::type_name)
    }

    fn input(&self) -> crate::pydantic::Input {
        self.as_ref().map_or(crate::pydantic::Input::None, Object::input)
    }

    fn dump(&self, dumper: &mut crate::pydantic::Dumper) -> Fallible<()> {
        match self {
            Some(value) => value.dump(dumper),
            None => ().dump(dumper),
        }
    }

    fn freeze(&self) {
        if let Some(value) = self {
            value.freeze();
        }
    }

    fn deepcopy(&self, memo: &mut Memo) -> Fallible<Self> {
        self.as_ref().map(|value| value.deepcopy(memo)).transpose()
    }

    fn repr(&self, out: &mut String) {
        match self {
            Some(value) => value.repr(out),
            None => ().repr(out),
        }
    }

    fn str(&self, out: &mut String) {
        match self {
            Some(value) => value.str(out),
            None => ().str(out),
        }
    }

    fn format(&self, spec: &str, out: &mut String) -> Fallible<()> {
        match self {
            Some(value) => value.format(spec, out),
            None => ().format(spec, out),
        }
    }

    fn number(&self) -> Number {
        self.as_ref().map_or(Number::None, T::number)
    }

    fn json(&self, writer: &mut Writer) -> Fallible<()> {
        match self {
            Some(value) => value.json(writer),
            None => ().json(writer),
        }
    }
}

impl<A: Equal<B>, B> Equal<Option<B>> for Option<A> {
    fn equal(&self, other: &Option<B>) -> bool {
        match (self, other) {
            (Some(a), Some(b)) => a.equal(b),
            (None, None) => true,
            _ => false,
        }
    }
}

impl<T: Key> Key for Option<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            Some(value) => value.hash(state),
            None => ().hash(state),
        }
    }
}

/// Elements of compared tuples and lists. `None` has no order of its own: the analyzer admits no `None < 1`.
impl<A: Compare<B>, B> Compare<Option<B>> for Option<A> {
    const CALLS_CODE: bool = A::CALLS_CODE;

    fn compare(&self, other: &Option<B>) -> Option<Ordering> {
        match (self, other) {
            (Some(a), Some(b)) => crate::object::step(a, b),
            (None, None) => Some(Ordering::Equal),
            _ => None,
        }
    }
}
