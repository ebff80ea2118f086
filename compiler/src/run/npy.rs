//! Arrays from numpy's `.npy` files.

use hotforge::{Array, DType};

/// The array in a file of numpy's. Format: numpy.lib.format, versions 1 to 3.
///
/// # Errors
/// Where the file cannot be read, or holds something else than numbers in C order.
pub(super) fn read(path: &str) -> Result<Array, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{path} cannot be read: {error}"))?;
    parse(&bytes).ok_or_else(|| format!("{path} is no .npy file of numbers in C order"))
}

fn parse(bytes: &[u8]) -> Option<Array> {
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
    let native = if cfg!(target_endian = "little") { "<" } else { ">" };
    if order != "|" && order != native || !field("'fortran_order'")?.starts_with("False") {
        return None;
    }
    let axes = field("'shape'")?.strip_prefix('(')?.split(')').next()?;
    let axes = axes.split(',').map(str::trim).filter(|axis| !axis.is_empty());
    let shape = axes.map(|axis| axis.parse::<i64>().ok()).collect::<Option<Vec<_>>>()?;
    Array::from_bytes(dtype(letters)?, &shape, data)
}

/// The dtype that `.npy` files name by these letters.
fn dtype(letters: &str) -> Option<DType> {
    Some(match letters {
        "b1" => DType::Bool,
        "i1" => DType::Int8,
        "i2" => DType::Int16,
        "i4" => DType::Int32,
        "i8" => DType::Int64,
        "u1" => DType::UInt8,
        "u2" => DType::UInt16,
        "u4" => DType::UInt32,
        "u8" => DType::UInt64,
        "f2" => DType::Float16,
        "f4" => DType::Float32,
        "f8" => DType::Float64,
        "c8" => DType::Complex64,
        "c16" => DType::Complex128,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_numpy_writes() {
        let mut file = b"\x93NUMPY\x01\x00\x46\x00".to_vec();
        let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1), }";
        file.extend(format!("{header:<69}\n").bytes());
        file.extend([1.0f32, 2.0].iter().flat_map(|value| value.to_le_bytes()));
        let array = parse(&file).unwrap();
        assert_eq!((array.as_slice::<f32>(), array.shape()), (Some(&[1.0, 2.0][..]), &[2, 1][..]));
        assert_eq!(parse(&file[..file.len() - 1]), None);
        assert_eq!(parse(&file[..file.len() - 4]), None);
    }
}
