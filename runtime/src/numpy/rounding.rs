//! The nearest `float16` of a double. The crate `half` goes by way of a single, and so rounds twice, or leaves out the lower half of the
//! digits, by which it takes what lies just beside the middle for the middle.

use half::f16;

/// The nearest `float16`, of two as near the one whose last bit is zero.
#[inline(always)]
pub(crate) fn nearest_half(value: f64) -> f16 {
    f16::from_f32(rounded_to_odd(value))
}

/// A single that has all digits of the double, or whose last bit says that it had more: rounded once more, to fewer digits, it gives what
/// the double would. After Boldo and Melquiond, "When double rounding is odd" (2005).
#[inline(always)]
fn rounded_to_odd(value: f64) -> f32 {
    let nearest = value as f32;
    let back = f64::from(nearest);
    if back == value || value.is_nan() {
        return nearest;
    }
    let towards_zero = nearest.to_bits() - u32::from(back.abs() > value.abs());
    f32::from_bits(towards_zero | 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_rounds_once() {
        // Half way between two, and beside it by less than a single can tell, and by less than half of a double's digits.
        let middle = 1.0 + 2f64.powi(-11);
        let above = f16::from_bits(0x3c01);
        assert_eq!(nearest_half(middle), f16::ONE);
        for beside in [2f64.powi(-30), 2f64.powi(-40), 2f64.powi(-52)] {
            assert_eq!(nearest_half(middle + beside), above);
            assert_eq!(nearest_half(-middle - beside), -above);
            assert_eq!(nearest_half(middle - beside), f16::ONE);
        }
        assert_eq!(nearest_half(0.987_548_853_461_581_8), f16::from_f32(0.988));
    }

    #[test]
    fn what_is_too_large_or_small_is_as_ieee_754_says() {
        assert_eq!(nearest_half(65_520.0), f16::INFINITY);
        assert_eq!(nearest_half(65_519.999_999_999), f16::MAX);
        assert_eq!(nearest_half(1e300), f16::INFINITY);
        assert_eq!(nearest_half(-1e300), f16::NEG_INFINITY);
        assert_eq!(nearest_half(2f64.powi(-25)).to_bits(), 0);
        assert_eq!(nearest_half(2f64.powi(-25) * (1.0 + f64::EPSILON)).to_bits(), 1);
        assert_eq!(nearest_half(1e-300).to_bits(), 0);
        assert_eq!(nearest_half(-5e-324).to_bits(), 0x8000);
        assert_eq!(nearest_half(-0.0).to_bits(), 0x8000);
        assert!(nearest_half(f64::NAN).is_nan());
    }
}
