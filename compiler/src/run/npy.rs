//! Arrays from numpy's `.npy` files.

use hotforge::Array;

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
    elements(letters, &shape, data)
}

/// The array of a dtype that `.npy` files name by these letters.
fn elements(letters: &str, shape: &[i64], data: &[u8]) -> Option<Array> {
    macro_rules! of {
        ($type:ty) => {{
            let (chunks, rest) = data.as_chunks::<{ size_of::<$type>() }>();
            let elements = chunks.iter().map(|bytes| <$type>::from_ne_bytes(*bytes)).collect();
            rest.is_empty().then(|| Array::from_vec(shape, elements))?
        }};
    }
    match letters {
        "b1" => Array::from_vec(shape, data.iter().map(|&byte| byte != 0).collect::<Vec<bool>>()),
        "i1" => of!(i8),
        "i2" => of!(i16),
        "i4" => of!(i32),
        "i8" => of!(i64),
        "u1" => of!(u8),
        "u2" => of!(u16),
        "u4" => of!(u32),
        "u8" => of!(u64),
        "f4" => of!(f32),
        "f8" => of!(f64),
        _ => None,
    }
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
