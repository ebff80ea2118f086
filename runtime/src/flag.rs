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
        if Self::IS_INT {
            return flag.value.repr(out);
        }
        let _ = match composed_name(flag) {
            Some(name) => write!(out, "{}.{name}", Self::NAME),
            None => write!(out, "{}({})", Self::NAME, flag.value),
        };
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

/// All bits that members have.
fn mask<C: Class>() -> i64 {
    C::MEMBERS.iter().fold(0, |mask, (_, value)| mask | value)
}

/// All bits that are members by themselves.
fn singles<C: Class>() -> i64 {
    canonical::<C>().fold(0, |mask, (_, value)| mask | value)
}

/// The members of one bit, in order.
fn canonical<C: Class>() -> impl Iterator<Item = (&'static str, i64)> {
    let members = C::MEMBERS.iter().enumerate();
    let first = |(place, (_, value)): &(usize, &(&str, i64))| {
        value.count_ones() == 1 && !C::MEMBERS[..*place].iter().any(|(_, earlier)| earlier == value)
    };
    members.filter(first).map(|(_, member)| *member)
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

/// `Class(value)`; `_` is any flag of the class.
///
/// # Errors
/// `ValueError` for bits that are none of the class.
pub fn by_value<C: Class>(_: &Flag<C>, value: i64) -> Fallible<Flag<C>> {
    let mask = mask::<C>();
    if C::MEMBERS.iter().any(|(_, known)| *known == value) {
        return Ok(of(value));
    }
    let all = ((1_i128 << bit_length(mask)) - 1) as i64;
    let mut value = value;
    if value < !all || value > all || value & (all ^ mask) != 0 {
        if !C::IS_INT {
            let width = bit_length(value).max(bit_length(mask));
            return Err(value_error(format!(
                "<flag '{}'> invalid value {value}\n    given {}\n  allowed {}",
                C::NAME,
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
    let flag = of(value);
    if !C::IS_INT {
        let unknown = value ^ named(flag).1;
        if value != 0 && unknown != 0 && unknown != value {
            return Err(value_error(format!("<flag '{}'>: no members with value {unknown}", C::NAME)));
        }
    }
    Ok(flag)
}

/// The names that together are a value that no member has, and the bits that they name.
fn named<C: Class>(flag: Flag<C>) -> (Vec<&'static str>, i64) {
    let held = |(_, value): &(&str, i64)| *value != 0 && flag.value & value == *value;
    let mut members: Vec<(&str, i64)> = canonical::<C>().filter(held).collect();
    if flag.value & !singles::<C>() != 0 {
        for member in C::MEMBERS.iter().filter(|member| held(member)) {
            if !members.iter().any(|(_, value)| *value == member.1) {
                members.push(*member);
            }
        }
    }
    let bits = members.iter().fold(0, |bits, (_, value)| bits | value);
    (members.into_iter().map(|(name, _)| name).collect(), bits)
}

fn composed_name<C: Class>(flag: Flag<C>) -> Option<String> {
    if let Some((name, _)) = C::MEMBERS.iter().find(|(_, value)| *value == flag.value) {
        return Some((*name).to_owned());
    }
    let (names, bits) = named(flag);
    if bits == 0 {
        return None;
    }
    let mut name = names.join("|");
    if flag.value != bits {
        let _ = write!(name, "|{}", flag.value ^ bits);
    }
    Some(name)
}

/// `flag.name`.
pub fn name<C: Class>(flag: &Flag<C>) -> Option<Str> {
    composed_name(*flag).map(Str::from)
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
    by_value(flag, if C::IS_INT { !flag.value } else { singles::<C>() & !flag.value })
}

/// `part in flag`.
#[must_use]
pub fn contains<C: Class>(flag: &Flag<C>, part: &Flag<C>) -> bool {
    part.value & flag.value == part.value
}

/// `list(flag)`.
#[must_use]
pub fn members<C: Class>(flag: &Flag<C>) -> List<Flag<C>> {
    let held = canonical::<C>().filter(|(_, value)| flag.value & value != 0);
    list::from_vec(held.map(|(_, value)| of(value)).collect())
}

/// `len(flag)`.
#[must_use]
pub fn len<C: Class>(flag: &Flag<C>) -> i64 {
    flag.value.unsigned_abs().count_ones().into()
}

/// `repr(flag)`, as `enum` has it.
pub fn show<C: Class>(flag: Flag<C>, out: &mut String) {
    let _ = match composed_name(flag) {
        Some(name) => write!(out, "<{}.{name}: {}>", C::NAME, flag.value),
        None => write!(out, "<{}: {}>", C::NAME, flag.value),
    };
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
