//! Arrays from JSON and from numpy's `.npy` files, and their elements as JSON.

use serde_json::{Value, json};

/// The elements of an array in C order and the machine's byte order.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ArrayValue {
    /// What the elements are.
    pub dtype: ElementType,
    /// The length of each axis.
    pub shape: Vec<i64>,
    /// The elements.
    pub data: Vec<u8>,
}

/// numpy's name of each dtype, the number that the C header gives it, and the letters of `.npy` files.
macro_rules! element_types {
    ($($variant:ident $type:ty, $number:literal, $name:literal, $letters:literal;)*) => {
        /// What the elements of an array are.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum ElementType { $(#[doc = $name] $variant = $number),* }

        impl ElementType {
            fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }

            fn from_letters(letters: &str) -> Option<Self> {
                match letters { $($letters => Some(Self::$variant),)* _ => None }
            }

            /// The type of that number in `hotforge.h`.
            pub fn from_number(number: u32) -> Option<Self> {
                match number { $($number => Some(Self::$variant),)* _ => None }
            }

            /// numpy's name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// Bytes of an element.
            pub fn size(self) -> usize {
                match self { $(Self::$variant => size_of::<$type>()),* }
            }

            fn append(self, value: &Value, data: &mut Vec<u8>) -> Option<()> {
                match self { $(Self::$variant => data.extend(<$type as Element>::from_json(value)?.to_ne_bytes())),* }
                Some(())
            }

            /// The element in exactly these bytes.
            pub fn element(self, bytes: &[u8]) -> Value {
                match self { $(Self::$variant => bytes.try_into().map_or(Value::Null, |bytes| {
                    <$type as Element>::into_json(<$type>::from_ne_bytes(bytes))
                })),* }
            }
        }
    };
}

element_types! {
    Bool Truth, 1, "bool", "b1";
    Int8 i8, 2, "int8", "i1";
    Int16 i16, 3, "int16", "i2";
    Int32 i32, 4, "int32", "i4";
    Int64 i64, 5, "int64", "i8";
    UInt8 u8, 6, "uint8", "u1";
    UInt16 u16, 7, "uint16", "u2";
    UInt32 u32, 8, "uint32", "u4";
    UInt64 u64, 9, "uint64", "u8";
    Float32 f32, 11, "float32", "f4";
    Float64 f64, 12, "float64", "f8";
}

/// An element as JSON writes it.
trait Element: Sized {
    fn from_json(value: &Value) -> Option<Self>;
    fn into_json(self) -> Value;
}

/// A bool in one byte.
#[derive(Clone, Copy)]
struct Truth(u8);

impl Truth {
    fn to_ne_bytes(self) -> [u8; 1] {
        [self.0]
    }

    fn from_ne_bytes([byte]: [u8; 1]) -> Self {
        Self(byte)
    }
}

impl Element for Truth {
    fn from_json(value: &Value) -> Option<Self> {
        value.as_bool().map(|value| Self(value.into()))
    }

    fn into_json(self) -> Value {
        json!(self.0 != 0)
    }
}

macro_rules! integers {
    ($($type:ty),*) => {$(
        impl Element for $type {
            fn from_json(value: &Value) -> Option<Self> {
                let number = value.as_i64().map(i128::from).or_else(|| value.as_u64().map(i128::from))?;
                number.try_into().ok()
            }

            fn into_json(self) -> Value {
                json!(self)
            }
        }
    )*};
}
integers!(i8, i16, i32, i64, u8, u16, u32, u64);

impl Element for f64 {
    fn from_json(value: &Value) -> Option<Self> {
        value.as_f64().or_else(|| value["float"].as_str()?.parse().ok())
    }

    fn into_json(self) -> Value {
        super::result::float(self)
    }
}

impl Element for f32 {
    fn from_json(value: &Value) -> Option<Self> {
        f64::from_json(value).map(|value| value as f32)
    }

    /// The shortest text that is this number as a float32, as numpy prints it.
    fn into_json(self) -> Value {
        super::result::float(self.to_string().parse().unwrap_or(f64::from(self)))
    }
}

/// An array of nested lists of numbers; one number is an array without axes.
///
/// # Errors
/// Where the lists are not of one length on each axis, or an element does not fit the dtype.
pub(super) fn from_json(value: &Value, dtype: &str) -> Result<ArrayValue, String> {
    let dtype = ElementType::from_name(dtype).ok_or_else(|| format!("arrays of {dtype} are not known"))?;
    let mut shape = Vec::new();
    let mut first = value;
    while let Value::Array(items) = first {
        shape.push(items.len() as i64);
        match items.first() {
            Some(item) => first = item,
            None => break,
        }
    }
    let mut data = Vec::new();
    append(value, &shape, dtype, &mut data)?;
    Ok(ArrayValue { dtype, shape, data })
}

fn append(value: &Value, shape: &[i64], dtype: ElementType, data: &mut Vec<u8>) -> Result<(), String> {
    match (value, shape) {
        (Value::Array(items), [length, inner @ ..]) if items.len() as i64 == *length => {
            items.iter().try_for_each(|item| append(item, inner, dtype, data))
        }
        (Value::Array(_), _) | (_, [_, ..]) => Err("the lists in it are not all of one length".into()),
        (value, []) => dtype.append(value, data).ok_or_else(|| format!("{value} is no {}", dtype.name())),
    }
}

/// The array in a file of numpy's. Format: numpy.lib.format, versions 1 to 3.
///
/// # Errors
/// Where the file cannot be read, or holds something else than numbers in C order.
pub(super) fn from_npy(path: &str) -> Result<ArrayValue, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{path} cannot be read: {error}"))?;
    parse_npy(&bytes).ok_or_else(|| format!("{path} is no .npy file of numbers in C order"))
}

fn parse_npy(bytes: &[u8]) -> Option<ArrayValue> {
    let rest = bytes.strip_prefix(b"\x93NUMPY")?;
    let (length, rest) = match rest {
        [1, _, a, b, rest @ ..] => (u16::from_le_bytes([*a, *b]) as usize, rest),
        [2 | 3, _, a, b, c, d, rest @ ..] => (u32::from_le_bytes([*a, *b, *c, *d]) as usize, rest),
        _ => return None,
    };
    let (header, data) = rest.split_at_checked(length)?;
    let header = std::str::from_utf8(header).ok()?;
    let field = |name: &str| header.split_once(name).map(|(_, rest)| rest.trim_start_matches([':', ' ']));
    let descr = field("'descr'")?.strip_prefix('\'')?.split('\'').next()?;
    let (order, letters) = descr.split_at_checked(1)?;
    let dtype = ElementType::from_letters(letters)?;
    let native = if cfg!(target_endian = "little") { "<" } else { ">" };
    if order != "|" && order != native || !field("'fortran_order'")?.starts_with("False") {
        return None;
    }
    let axes = field("'shape'")?.strip_prefix('(')?.split(')').next()?;
    let axes = axes.split(',').map(str::trim).filter(|axis| !axis.is_empty());
    let shape = axes.map(|axis| axis.parse::<i64>().ok()).collect::<Option<Vec<_>>>()?;
    let count = shape.iter().try_fold(dtype.size() as i64, |count, axis| count.checked_mul(*axis))?;
    (data.len() as i64 == count).then(|| ArrayValue { dtype, shape, data: data.to_vec() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_lists_have_a_shape() {
        let array = from_json(&json!([[1, 2, 3], [4, 5, 6]]), "uint8").unwrap();
        assert_eq!((array.shape, array.data), (vec![2, 3], vec![1, 2, 3, 4, 5, 6]));
        assert_eq!(from_json(&json!([]), "float32").unwrap().shape, [0]);
        assert_eq!(from_json(&json!(7), "uint8").unwrap().shape, [0; 0]);
    }

    #[test]
    fn what_is_no_array_says_why() {
        let ragged = from_json(&json!([[1], [2, 3]]), "int64");
        assert_eq!(ragged.unwrap_err(), "the lists in it are not all of one length");
        assert_eq!(from_json(&json!([300]), "uint8").unwrap_err(), "300 is no uint8");
    }

    #[test]
    fn reads_what_numpy_writes() {
        let mut file = b"\x93NUMPY\x01\x00\x46\x00".to_vec();
        let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1), }";
        file.extend(format!("{header:<69}\n").bytes());
        file.extend([1.0f32, 2.0].iter().flat_map(|value| value.to_le_bytes()));
        let array = parse_npy(&file).unwrap();
        assert_eq!((array.dtype, array.shape), (ElementType::Float32, vec![2, 1]));
        assert_eq!(parse_npy(&file[..file.len() - 1]), None);
    }

    #[test]
    fn a_float32_is_shown_as_short_as_it_is() {
        assert_eq!(ElementType::Float32.element(&0.1f32.to_ne_bytes()).to_string(), "0.1");
    }
}
