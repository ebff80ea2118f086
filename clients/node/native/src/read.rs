//! Values from `encode.js`: each is a list of a tag and what belongs to it. The schema of the parameter was applied there.

use hotforge::{Array, DType, Value};
use napi::{Error, JsBigInt, JsObject, JsTypedArray, JsUnknown, Result};

/// The value that was encoded.
///
/// # Errors
/// Where it is none of the forms that `encode.js` writes.
pub fn value(encoded: &JsObject) -> Result<Value> {
    let tag: String = text(encoded, 0)?;
    Ok(match tag.as_str() {
        "none" => Value::None,
        "bool" => Value::Bool(part(encoded, 1)?.coerce_to_bool()?.get_value()?),
        "int" => Value::Int(integer(part(encoded, 1)?)?),
        "float" => Value::Float(number(encoded, 1)?),
        "complex" => Value::Complex(number(encoded, 1)?, number(encoded, 2)?),
        "str" => Value::Str(text(encoded, 1)?),
        "bytes" => Value::Bytes(bytes(encoded, 1)?),
        "list" => Value::List(items(encoded)?),
        "tuple" => Value::Tuple(items(encoded)?),
        "set" => Value::Set(items(encoded)?),
        "frozenset" => Value::FrozenSet(items(encoded)?),
        "dict" => {
            let mut parts = items(encoded)?.into_iter();
            let mut pairs = Vec::with_capacity(parts.len() / 2);
            while let (Some(key), Some(item)) = (parts.next(), parts.next()) {
                pairs.push((key, item));
            }
            Value::Dict(pairs)
        }
        "array" => Value::Array(array(encoded)?),
        "scalar" => Value::Scalar(array(encoded)?),
        other => return Err(Error::from_reason(format!("there is no tag {other}"))),
    })
}

fn part(encoded: &JsObject, index: u32) -> Result<JsUnknown> {
    encoded.get_element(index)
}

fn number(encoded: &JsObject, index: u32) -> Result<f64> {
    part(encoded, index)?.coerce_to_number()?.get_double()
}

fn text(encoded: &JsObject, index: u32) -> Result<String> {
    part(encoded, index)?.coerce_to_string()?.into_utf8()?.into_owned()
}

fn integer(given: JsUnknown) -> Result<i64> {
    // SAFETY: `encode.js` makes each a BigInt.
    let big: JsBigInt = unsafe { given.cast() };
    match big.get_i64()? {
        (number, true) => Ok(number),
        (_, false) => Err(Error::from_reason("the integer has more than 64 bits")),
    }
}

fn items(encoded: &JsObject) -> Result<Vec<Value>> {
    (1..encoded.get_array_length()?).map(|index| value(&encoded.get_element(index)?)).collect()
}

fn bytes(encoded: &JsObject, index: u32) -> Result<Vec<u8>> {
    // SAFETY: `encode.js` makes each a Uint8Array.
    let array: JsTypedArray = unsafe { part(encoded, index)?.cast() };
    let array = array.into_value()?;
    if array.length == 0 {
        // It has no address.
        return Ok(Vec::new());
    }
    let bytes: &[u8] = array.as_ref();
    Ok(bytes.to_vec())
}

/// dtype, bytes, then the length of each axis. The elements are copied: JavaScript goes on meanwhile and may change them.
fn array(encoded: &JsObject) -> Result<Array> {
    let name = text(encoded, 1)?;
    let dtype = DType::from_name(&name).ok_or_else(|| Error::from_reason(format!("arrays of {name} are not known")))?;
    let shape = (3..encoded.get_array_length()?).map(|index| number(encoded, index).map(|length| length as i64));
    let shape = shape.collect::<Result<Vec<_>>>()?;
    let array = Array::from_bytes(dtype, &shape, &bytes(encoded, 2)?);
    array.ok_or_else(|| Error::from_reason(format!("the elements are not as many as the shape {shape:?} says")))
}
