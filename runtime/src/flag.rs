//! `enum.Flag` and `enum.IntFlag`: sets of named bits. Specified by CPython 3.11's `enum.py`.

use std::fmt::Write;
use std::hash::Hasher;
use std::marker::PhantomData;

use crate::abi::{FromValue, Mismatch, ToValue, Value};
use crate::exception::{Fallible, type_error, value_error};
use crate::json::Writer;
use crate::list::{self, List};
use crate::object::{Compare, Equal, Identity, Key, Number, Object};
use crate::str::Str;

/// A class of flags.
pub trait Class: 'static {
    /// Its name.
    const NAME: &'static str;
    /// Its members with their values, in order; those of several bits, or none, too.
    const MEMBERS: &'static [(&'static str, i64)];
    /// Whether it is an `IntFlag`: its flags are numbers, and any bits are flags of it.
    const IS_INT: bool;

    /// Appends `repr(flag)`.
    fn repr(flag: Flag<Self>, out: &mut String)
    where
        Self: Sized,
    {
        show(flag, out);
    }

    /// Appends `str(flag)`.
    fn str(flag: Flag<Self>, out: &mut String)
    where
        Self: Sized,
    {
        definition::<Self>().str(flag.value, out);
    }
}

/// Some flags of a class.
pub struct Flag<C> {
    value: i64,
    class: PhantomData<fn() -> C>,
}

impl<C> Clone for Flag<C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C> Copy for Flag<C> {}

/// The flags of a value that is known to be one of the class.
#[must_use]
pub const fn of<C>(value: i64) -> Flag<C> {
    Flag { value, class: PhantomData }
}

/// How many bits a number needs, without its sign: `int.bit_length`.
fn bit_length(value: i64) -> u32 {
    64 - value.unsigned_abs().leading_zeros()
}

/// `enum.bin`: the bits after the sign bit.
fn bits(value: i64, width: u32) -> String {
    let sign = if value < 0 { '1' } else { '0' };
    let length = bit_length(value);
    let own = (0..length).rev().map(|bit| if value >> bit & 1 == 1 { '1' } else { '0' });
    let padding = std::iter::repeat_n(sign, width.saturating_sub(length) as usize);
    format!("0b{sign} {}", padding.chain(own).collect::<String>())
}

/// A class of flags as a value.
#[derive(Debug, Clone, Copy)]
pub struct Definition {
    /// Its name.
    pub name: &'static str,
    /// Its members with their values, in order; those of several bits, or none, too.
    pub members: &'static [(&'static str, i64)],
    /// Whether it is an `IntFlag`: its flags are numbers, and any bits are flags of it.
    pub is_int: bool,
}

const fn definition<C: Class>() -> Definition {
    Definition { name: C::NAME, members: C::MEMBERS, is_int: C::IS_INT }
}

impl Definition {
    /// All bits that members have.
    fn mask(&self) -> i64 {
        self.members.iter().fold(0, |mask, (_, value)| mask | value)
    }

    /// All bits that are members by themselves.
    fn singles(&self) -> i64 {
        self.canonical().fold(0, |mask, (_, value)| mask | value)
    }

    /// The members of one bit, in order.
    fn canonical(&self) -> impl Iterator<Item = (&'static str, i64)> {
        let members = self.members;
        let first = move |(place, (_, value)): &(usize, &(&str, i64))| {
            value.count_ones() == 1 && !members[..*place].iter().any(|(_, earlier)| earlier == value)
        };
        members.iter().enumerate().filter(first).map(|(_, member)| *member)
    }

    /// The bits of `Class(value)`.
    ///
    /// # Errors
    /// As [`by_value`].
    pub fn by_value(&self, value: i64) -> Fallible<i64> {
        let mask = self.mask();
        if self.members.iter().any(|(_, known)| *known == value) {
            return Ok(value);
        }
        let all = ((1_i128 << bit_length(mask)) - 1) as i64;
        let mut value = value;
        if value < !all || value > all || value & (all ^ mask) != 0 {
            if !self.is_int {
                let width = bit_length(value).max(bit_length(mask));
                return Err(value_error(format!(
                    "<flag '{}'> invalid value {value}\n    given {}\n  allowed {}",
                    self.name,
                    bits(value, width),
                    bits(mask, width)
                )));
            }
            if value < 0 {
                value = (1_i128 << bit_length(value)).max(i128::from(all) + 1).wrapping_add(i128::from(value)) as i64;
            }
        }
        if value < 0 {
            value = value.wrapping_add(all).wrapping_add(1);
        }
        if !self.is_int {
            let unknown = value ^ self.named(value).1;
            if value != 0 && unknown != 0 && unknown != value {
                return Err(value_error(format!("<flag '{}'>: no members with value {unknown}", self.name)));
            }
        }
        Ok(value)
    }

    /// The bits of `~flag`.
    ///
    /// # Errors
    /// As [`by_value`].
    pub fn invert(&self, flag: i64) -> Fallible<i64> {
        self.by_value(if self.is_int { !flag } else { self.singles() & !flag })
    }

    /// The bits of each of `list(flag)`.
    pub fn held(&self, flag: i64) -> impl Iterator<Item = i64> {
        self.canonical().map(|(_, value)| value).filter(move |value| flag & value != 0)
    }

    /// The names that together are a value that no member has, and the bits that they name.
    fn named(&self, flag: i64) -> (Vec<&'static str>, i64) {
        let held = |(_, value): &(&str, i64)| *value != 0 && flag & value == *value;
        let mut members: Vec<(&str, i64)> = self.canonical().filter(held).collect();
        if flag & !self.singles() != 0 {
            for member in self.members.iter().filter(|member| held(member)) {
                if !members.iter().any(|(_, value)| *value == member.1) {
                    members.push(*member);
                }
            }
        }
        let bits = members.iter().fold(0, |bits, (_, value)| bits | value);
        (members.into_iter().map(|(name, _)| name).collect(), bits)
    }

    /// `flag.name`.
    pub fn composed_name(&self, flag: i64) -> Option<String> {
        if let Some((name, _)) = self.members.iter().find(|(_, value)| *value == flag) {
            return Some((*name).to_owned());
        }
        let (names, bits) = self.named(flag);
        if bits == 0 {
            return None;
        }
        let mut name = names.join("|");
        if flag != bits {
            let _ = write!(name, "|{}", flag ^ bits);
        }
        Some(name)
    }

    /// Appends `repr(flag)`, as `enum` has it.
    pub fn repr(&self, flag: i64, out: &mut String) {
        let _ = match self.composed_name(flag) {
            Some(name) => write!(out, "<{}.{name}: {flag}>", self.name),
            None => write!(out, "<{}: {flag}>", self.name),
        };
    }

    /// Appends `str(flag)`, as `enum` has it.
    pub fn str(&self, flag: i64, out: &mut String) {
        if self.is_int {
            return flag.repr(out);
        }
        let _ = match self.composed_name(flag) {
            Some(name) => write!(out, "{}.{name}", self.name),
            None => write!(out, "{}({flag})", self.name),
        };
    }
}

/// `Class(value)`; `_` is any flag of the class.
///
/// # Errors
/// `ValueError` for bits that are none of the class.
pub fn by_value<C: Class>(_: &Flag<C>, value: i64) -> Fallible<Flag<C>> {
    definition::<C>().by_value(value).map(of)
}

/// `flag.name`.
pub fn name<C: Class>(flag: &Flag<C>) -> Option<Str> {
    definition::<C>().composed_name(flag.value).map(Str::from)
}

/// `flag.value`.
#[must_use]
pub fn value<C: Class>(flag: &Flag<C>) -> i64 {
    flag.value
}

/// `left | right`.
///
/// # Errors
/// As [`by_value`].
pub fn or<C: Class>(left: &Flag<C>, right: &Flag<C>) -> Fallible<Flag<C>> {
    by_value(left, left.value | right.value)
}

/// `left & right`.
///
/// # Errors
/// As [`by_value`].
pub fn and<C: Class>(left: &Flag<C>, right: &Flag<C>) -> Fallible<Flag<C>> {
    by_value(left, left.value & right.value)
}

/// `left ^ right`.
///
/// # Errors
/// As [`by_value`].
pub fn xor<C: Class>(left: &Flag<C>, right: &Flag<C>) -> Fallible<Flag<C>> {
    by_value(left, left.value ^ right.value)
}

/// `~flag`.
///
/// # Errors
/// As [`by_value`].
pub fn invert<C: Class>(flag: &Flag<C>) -> Fallible<Flag<C>> {
    definition::<C>().invert(flag.value).map(of)
}

/// `part in flag`.
#[must_use]
pub fn contains<C: Class>(flag: &Flag<C>, part: &Flag<C>) -> bool {
    part.value & flag.value == part.value
}

/// `list(flag)`.
#[must_use]
pub fn members<C: Class>(flag: &Flag<C>) -> List<Flag<C>> {
    list::from_vec(definition::<C>().held(flag.value).map(of).collect())
}

/// `len(flag)`.
#[must_use]
pub fn len<C: Class>(flag: &Flag<C>) -> i64 {
    flag.value.unsigned_abs().count_ones().into()
}

/// `repr(flag)`, as `enum` has it.
pub fn show<C: Class>(flag: Flag<C>, out: &mut String) {
    definition::<C>().repr(flag.value, out);
}

impl<C: Class> Object for Flag<C> {
    fn type_name(&self) -> &'static str {
        C::NAME
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        C::repr(*self, out);
    }

    fn str(&self, out: &mut String) {
        C::str(*self, out);
    }

    fn format(&self, spec: &str, out: &mut String) -> Fallible<()> {
        if C::IS_INT {
            return self.value.format(spec, out);
        }
        crate::object::str(self).format(spec, out)
    }

    fn json(&self, writer: &mut Writer) -> Fallible<()> {
        if C::IS_INT {
            return self.value.json(writer);
        }
        Err(type_error(format!("Object of type {} is not JSON serializable", C::NAME)))
    }

    fn number(&self) -> Number {
        if C::IS_INT { Number::Int(self.value) } else { Number::None }
    }
}

impl<C: Class> Equal for Flag<C> {
    fn equal(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<C: Class> Identity for Flag<C> {
    fn same(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<C: Class> Key for Flag<C> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Key::hash(&self.value, state);
    }
}

impl<C: Class> Compare for Flag<C> {
    fn compare(&self, other: &Self) -> Option<std::cmp::Ordering> {
        self.value.compare(&other.value)
    }
}

/// Flags cross the boundary as their value.
impl<C: Class> ToValue for Flag<C> {
    fn to_value(self) -> Value {
        Value::Int(self.value)
    }
}

impl<C: Class> FromValue for Flag<C> {
    fn from_value(value: &Value) -> Result<Self, Box<Mismatch>> {
        let given = match value {
            Value::Record(record) if record.class.as_str().rsplit('.').next() == Some(C::NAME) => {
                record.fields.first().map_or(value, |(_, inner)| inner)
            }
            other => other,
        };
        let Value::Int(bits) = given else { return Err(Mismatch::of(value)) };
        by_value(&of::<C>(0), *bits).map_err(|_| Mismatch::of(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Access;

    impl Class for Access {
        const NAME: &'static str = "Access";
        const MEMBERS: &'static [(&'static str, i64)] = &[("READ", 1), ("WRITE", 4), ("BOTH", 5)];
        const IS_INT: bool = false;
    }

    fn repr(value: i64) -> String {
        crate::object::repr_text(&of::<Access>(value))
    }

    #[test]
    fn flags_are_named_by_their_bits() {
        assert_eq!(repr(1), "<Access.READ: 1>");
        assert_eq!(repr(5), "<Access.BOTH: 5>");
        assert_eq!(repr(0), "<Access: 0>");
    }

    #[test]
    fn bits_of_no_member_are_refused() {
        let raised = by_value(&of::<Access>(0), -2).err().expect("there is no such bit");
        assert_eq!(raised.message, "<flag 'Access'> invalid value -2\n    given 0b1 110\n  allowed 0b0 101");
    }
}
