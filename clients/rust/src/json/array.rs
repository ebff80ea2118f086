//! Arrays as nested lists.

use serde_json::{Value as Json, json};

use super::{read, write};
use crate::{Array, Complex, DType, Element, Half};

/// An element as JSON writes it.
trait JsonElement: Element {
    fn from_json(value: &Json) -> Option<Self>;
    fn from_bytes(bytes: &[u8]) -> Option<Self>;
    fn into_json(self) -> Json;
}

macro_rules! integers {
    ($($type:ty),*) => {$(
        impl JsonElement for $type {
            fn from_json(value: &Json) -> Option<Self> {
                let number = value.as_i64().map(i128::from).or_else(|| value.as_u64().map(i128::from))?;
                number.try_into().ok()
            }

            fn from_bytes(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(Self::from_ne_bytes)
            }

            fn into_json(self) -> Json {
                json!(self)
            }
        }
    )*};
}
integers!(i8, i16, i32, i64, u8, u16, u32, u64);

impl JsonElement for bool {
    fn from_json(value: &Json) -> Option<Self> {
        value.as_bool()
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.first().map(|&byte| byte != 0)
    }

    fn into_json(self) -> Json {
        json!(self)
    }
}

impl JsonElement for f64 {
    fn from_json(value: &Json) -> Option<Self> {
        read::float(value)
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self::from_ne_bytes)
    }

    fn into_json(self) -> Json {
        write::float(self)
    }
}

impl JsonElement for f32 {
    fn from_json(value: &Json) -> Option<Self> {
        read::float(value).map(|value| value as f32)
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self::from_ne_bytes)
    }

    fn into_json(self) -> Json {
        write::float32(self)
    }
}

impl JsonElement for Half {
    fn from_json(value: &Json) -> Option<Self> {
        read::float(value).map(Self::from_f64)
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(|bytes| Self(u16::from_ne_bytes(bytes)))
    }

    fn into_json(self) -> Json {
        write::float(self.to_f64())
    }
}

/// Complex numbers are `{"complex": [real, imaginary]}`, as single ones are.
macro_rules! complex {
    ($($part:ty),*) => {$(
        impl JsonElement for Complex<$part> {
            fn from_json(value: &Json) -> Option<Self> {
                match value["complex"].as_array().map(Vec::as_slice) {
                    Some([re, im]) => Some(Self { re: <$part>::from_json(re)?, im: <$part>::from_json(im)? }),
                    _ => <$part>::from_json(value).map(|re| Self { re, im: 0.0 }),
                }
            }

            fn from_bytes(bytes: &[u8]) -> Option<Self> {
                let (re, im) = bytes.split_at_checked(size_of::<$part>())?;
                Some(Self { re: <$part>::from_bytes(re)?, im: <$part>::from_bytes(im)? })
            }

            fn into_json(self) -> Json {
                json!({ "complex": [self.re.into_json(), self.im.into_json()] })
            }
        }
    )*};
}
complex!(f32, f64);

/// Runs an expression with the Rust type of a dtype.
macro_rules! with_type {
    ($dtype:expr, $type:ident => $run:expr) => {
        match $dtype {
            DType::Bool => {
                type $type = bool;
                $run
            }
            DType::Int8 => {
                type $type = i8;
                $run
            }
            DType::Int16 => {
                type $type = i16;
                $run
            }
            DType::Int32 => {
                type $type = i32;
                $run
            }
            DType::Int64 => {
                type $type = i64;
                $run
            }
            DType::UInt8 => {
                type $type = u8;
                $run
            }
            DType::UInt16 => {
                type $type = u16;
                $run
            }
            DType::UInt32 => {
                type $type = u32;
                $run
            }
            DType::UInt64 => {
                type $type = u64;
                $run
            }
            DType::Float16 => {
                type $type = Half;
                $run
            }
            DType::Float32 => {
                type $type = f32;
                $run
            }
            DType::Float64 => {
                type $type = f64;
                $run
            }
            DType::Complex64 => {
                type $type = Complex<f32>;
                $run
            }
            DType::Complex128 => {
                type $type = Complex<f64>;
                $run
            }
        }
    };
}

/// An array of nested lists of numbers; one number is an array without axes.
///
/// # Errors
/// Where the lists are not of one length on each axis, or an element does not fit the dtype.
pub(super) fn from_json(json: &Json, dtype: &str) -> Result<Array, String> {
    let dtype = DType::from_name(dtype).ok_or_else(|| format!("arrays of {dtype} are not known"))?;
    let mut shape = Vec::new();
    let mut first = json;
    while let Json::Array(items) = first {
        shape.push(items.len() as i64);
        match items.first() {
            Some(item) => first = item,
            None => break,
        }
    }
    with_type!(dtype, T => {
        let mut elements: Vec<T> = Vec::new();
        append(json, &shape, &mut elements)?;
        Array::from_vec(&shape, elements).ok_or_else(|| "the lists in it are not all of one length".to_owned())
    })
}

fn append<T: JsonElement>(json: &Json, shape: &[i64], elements: &mut Vec<T>) -> Result<(), String> {
    match (json, shape) {
        (Json::Array(items), [length, inner @ ..]) if items.len() as i64 == *length => {
            items.iter().try_for_each(|item| append(item, inner, elements))
        }
        (Json::Array(_), _) | (_, [_, ..]) => Err("the lists in it are not all of one length".into()),
        (json, []) => {
            elements.push(T::from_json(json).ok_or_else(|| format!("{json} is no {}", T::DTYPE.name()))?);
            Ok(())
        }
    }
}

/// The array as nested lists.
pub(super) fn to_json(array: &Array) -> Json {
    let mut elements = array.elements().map(|bytes| element(array.dtype(), bytes));
    nest(array.shape(), &mut elements)
}

fn nest(shape: &[i64], elements: &mut impl Iterator<Item = Json>) -> Json {
    match shape {
        [] => elements.next().unwrap_or_default(),
        [length, inner @ ..] => (0..*length).map(|_| nest(inner, elements)).collect(),
    }
}

/// The element in exactly these bytes.
pub(super) fn element(dtype: DType, bytes: &[u8]) -> Json {
    with_type!(dtype, T => T::from_bytes(bytes).map_or(Json::Null, JsonElement::into_json))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_lists_have_a_shape() {
        let array = from_json(&json!([[1, 2, 3], [4, 5, 6]]), "uint8").unwrap();
        assert_eq!((array.shape(), array.bytes().as_ref()), (&[2, 3][..], &[1, 2, 3, 4, 5, 6][..]));
        assert_eq!(from_json(&json!([]), "float32").unwrap().shape(), [0]);
        assert_eq!(from_json(&json!(7), "uint8").unwrap().shape(), [0; 0]);
        assert_eq!(from_json(&json!([[], []]), "int64").unwrap().shape(), [2, 0]);
    }

    #[test]
    fn what_is_no_array_says_why() {
        let ragged = from_json(&json!([[1], [2, 3]]), "int64");
        assert_eq!(ragged.unwrap_err(), "the lists in it are not all of one length");
        assert_eq!(from_json(&json!([300]), "uint8").unwrap_err(), "300 is no uint8");
    }

    #[test]
    fn complex_numbers_are_their_parts() {
        let array = from_json(&json!([{ "complex": [1.0, -2.0] }, 3]), "complex64").unwrap();
        let shown: Vec<String> = array.elements().map(|bytes| element(DType::Complex64, bytes).to_string()).collect();
        assert_eq!(shown, [r#"{"complex":[1.0,-2.0]}"#, r#"{"complex":[3.0,0.0]}"#]);
    }

    #[test]
    fn a_float32_is_shown_as_short_as_it_is() {
        assert_eq!(element(DType::Float32, &0.1_f32.to_ne_bytes()).to_string(), "0.1");
    }
}
