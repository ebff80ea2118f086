//! Functions of analysis over many elements at a time: without branches and calls, so that a loop over elements becomes vector code. They are within two
//! units in the last place of the true value, as numpy's own vector code is; specials are those of C.
//!
//! The methods are the classical ones: the argument is reduced by multiples of a constant in two or three parts (Cody and
//! Waite), what is left goes through a polynomial (the coefficients of fdlibm and Cephes, or Taylor's).

/// Adding it to a small number leaves the nearest whole number in the lowest bits.
const TO_WHOLE: f64 = 6_755_399_441_055_744.0;
const TO_WHOLE_32: f32 = 12_582_912.0;

/// The value of a polynomial, coefficients from the highest on.
macro_rules! polynomial {
    ($x:expr; $first:expr $(, $more:expr)*) => {{
        let sum = $first;
        $(let sum = sum * $x + $more;)*
        sum
    }};
}

/// 2 to the power of a whole number that has a normal result.
#[inline(always)]
fn power_of_two(exponent: i64) -> f64 {
    f64::from_bits(((exponent + 1023) as u64) << 52)
}

#[inline(always)]
fn power_of_two_32(exponent: i32) -> f32 {
    f32::from_bits(((exponent + 127) as u32) << 23)
}

/// `x` as `rest + whole * ln 2`.
#[inline(always)]
fn reduced(x: f64) -> (f64, i64) {
    let shifted = x * std::f64::consts::LOG2_E + TO_WHOLE;
    let whole = shifted - TO_WHOLE;
    let rest = x - whole * 6.931_471_803_691_238e-1 - whole * 1.908_214_929_270_587_7e-10;
    (rest, shifted.to_bits() as i64 - TO_WHOLE.to_bits() as i64)
}

/// `exp(x) - 1` of a reduced number.
#[inline(always)]
fn exp_less_one(x: f64) -> f64 {
    let sum = polynomial!(x; 1.0 / 6_227_020_800.0, 1.0 / 479_001_600.0, 1.0 / 39_916_800.0, 1.0 / 3_628_800.0,
        1.0 / 362_880.0, 1.0 / 40_320.0, 1.0 / 5_040.0, 1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5);
    x + x * x * sum
}

/// NaN stays.
#[inline(always)]
fn within<T: PartialOrd>(x: T, least: T, most: T) -> T {
    let x = if x < least { least } else { x };
    if x > most { most } else { x }
}

/// e to the power of `x`.
#[inline(always)]
pub fn exp(x: f64) -> f64 {
    let (rest, whole) = reduced(within(x, -746.0, 710.0));
    // In two steps, so that what is subnormal is rounded once and what is too large becomes infinite.
    let half = whole >> 1;
    (1.0 + exp_less_one(rest)) * power_of_two(half) * power_of_two(whole - half)
}

/// e to the power of `x`.
#[inline(always)]
pub fn exp_32(x: f32) -> f32 {
    let x = within(x, -104.0, 89.0);
    let shifted = x * std::f32::consts::LOG2_E + TO_WHOLE_32;
    let whole = shifted - TO_WHOLE_32;
    let rest = x - whole * 0.693_359_4 - whole * -2.121_944_4e-4;
    let sum = polynomial!(rest; 1.987_569_1e-4, 1.398_2e-3, 8.333_452e-3, 4.166_579_6e-2, 1.666_666_5e-1, 0.5);
    let power = 1.0 + (rest + rest * rest * sum);
    let whole = shifted.to_bits() as i32 - TO_WHOLE_32.to_bits() as i32;
    let half = whole >> 1;
    power * power_of_two_32(half) * power_of_two_32(whole - half)
}

/// The natural logarithm.
#[inline(always)]
pub fn ln(x: f64) -> f64 {
    let is_subnormal = x < f64::MIN_POSITIVE;
    let scaled = if is_subnormal { x * 18_014_398_509_481_984.0 } else { x };
    // From sqrt(1/2) on up to sqrt(2) is what the mantissa is of.
    let bits = scaled.to_bits().wrapping_sub(0x3fe6_a09e_0000_0000);
    let exponent = (bits as i64 >> 52) + if is_subnormal { -54 } else { 0 };
    let mantissa = f64::from_bits((bits & 0x000f_ffff_ffff_ffff) + 0x3fe6_a09e_0000_0000);
    let exponent = f64::from_bits((TO_WHOLE.to_bits() as i64 + exponent) as u64) - TO_WHOLE;
    let f = mantissa - 1.0;
    let s = f / (2.0 + f);
    let z = s * s;
    let rest = z * polynomial!(z; 1.479_819_860_511_658_6e-1, 1.531_383_769_920_937_3e-1, 1.818_357_216_161_805e-1,
        2.222_219_843_214_978_4e-1, 2.857_142_874_366_239e-1, 3.999_999_999_940_942e-1, 6.666_666_666_666_735e-1);
    let half = 0.5 * f * f;
    let low = s * (half + rest) + exponent * 1.908_214_929_270_587_7e-10;
    let result = exponent * 6.931_471_803_691_238e-1 - ((half - low) - f);
    let result = if x == 0.0 { f64::NEG_INFINITY } else { result };
    let result = if x < 0.0 { f64::NAN } else { result };
    // Infinity and NaN.
    if x < f64::INFINITY { result } else { x }
}

/// The natural logarithm.
#[inline(always)]
pub fn ln_32(x: f32) -> f32 {
    let is_subnormal = x < f32::MIN_POSITIVE;
    let scaled = if is_subnormal { x * 33_554_432.0 } else { x };
    let bits = scaled.to_bits().wrapping_sub(0x3f35_04f3);
    let exponent = (bits as i32 >> 23) + if is_subnormal { -25 } else { 0 };
    let mantissa = f32::from_bits((bits & 0x007f_ffff) + 0x3f35_04f3);
    let exponent = exponent as f32;
    let f = mantissa - 1.0;
    let square = f * f;
    let sum = f
        * square
        * polynomial!(f; 7.037_683_6e-2, -1.151_461e-1, 1.167_7e-1, -1.242_014_1e-1, 1.424_932_3e-1,
        -1.666_805_8e-1, 2.000_071_5e-1, -2.499_999_4e-1, 3.333_333e-1);
    let low = sum + exponent * -2.121_944_4e-4 - 0.5 * square;
    let result = f + low + exponent * 0.693_359_4;
    let result = if x == 0.0 { f32::NEG_INFINITY } else { result };
    let result = if x < 0.0 { f32::NAN } else { result };
    if x < f32::INFINITY { result } else { x }
}

/// The hyperbolic tangent.
#[inline(always)]
pub fn tanh(x: f64) -> f64 {
    let (rest, whole) = reduced(within(x.abs() * 2.0, 0.0, 44.0));
    let power = power_of_two(whole);
    let less_one = power * exp_less_one(rest) + (power - 1.0);
    let is_small = x.abs() < 1.0;
    let quotient = if is_small { less_one } else { 2.0 } / (less_one + 2.0);
    if is_small { quotient } else { 1.0 - quotient }.copysign(x)
}

/// The hyperbolic tangent.
#[inline(always)]
pub fn tanh_32(x: f32) -> f32 {
    let size = x.abs();
    let z = x * x;
    let near = polynomial!(z; -5.704_988_7e-3, 2.063_909e-2, -5.373_971_5e-2, 1.333_144_2e-1, -3.333_328e-1);
    let near = size + size * z * near;
    let far = 1.0 - 2.0 / (exp_32(size + size) + 1.0);
    if size < 0.625 { near } else { far }.copysign(x)
}

/// The inverse sine.
#[inline(always)]
pub fn asin(x: f64) -> f64 {
    let size = x.abs();
    let is_small = size < 0.5;
    let z = if is_small { x * x } else { (1.0 - size) * 0.5 };
    let above = z * polynomial!(z; 3.479_331_075_960_212e-5, 7.915_349_942_898_145e-4, -4.005_553_450_067_941e-2,
        2.012_125_321_348_629_3e-1, -3.255_658_186_224_009e-1, 1.666_666_666_666_666_6e-1);
    let below = polynomial!(z; 7.703_815_055_590_194e-2, -6.882_839_716_054_533e-1, 2.020_945_760_233_505_7,
        -2.403_394_911_734_414, 1.0);
    let root = if is_small { size } else { z.sqrt() };
    let angle = root + root * (above / below);
    let angle = if is_small { angle } else { std::f64::consts::FRAC_PI_2 - (2.0 * angle - 6.123_233_995_736_766e-17) };
    angle.copysign(x)
}

/// Beyond this the sine and cosine of a number are not found in the quick way.
const FAR: f64 = 524_288.0;

/// The sine and cosine of what is left of a number without multiples of a right angle, and how many those are.
#[inline(always)]
fn turned(x: f64) -> (f64, f64, i64) {
    let shifted = x * std::f64::consts::FRAC_2_PI + TO_WHOLE;
    let turns = shifted - TO_WHOLE;
    let first = x - turns * 1.570_796_326_734_125_6;
    let step = turns * 6.077_100_506_303_966e-11;
    let second = first - step;
    let step = turns * 2.022_266_248_795_950_6e-21 - ((first - second) - step);
    let rest = second - step;
    let tail = (second - rest) - step;
    let z = rest * rest;
    let cube = z * rest;
    let sum = polynomial!(z; 1.589_690_995_211_55e-10, -2.505_076_025_340_686_3e-8, 2.755_731_370_707_006_8e-6,
        -1.984_126_982_985_795e-4, 8.333_333_333_322_49e-3);
    let sine = rest - ((z * (0.5 * tail - cube * sum) - tail) - cube * -1.666_666_666_666_663_2e-1);
    let sum = z * polynomial!(z; -1.135_964_755_778_819_5e-11, 2.087_572_321_298_175e-9, -2.755_731_435_139_066_3e-7,
        2.480_158_728_947_673e-5, -1.388_888_888_887_411e-3, 4.166_666_666_666_66e-2);
    let half = 0.5 * z;
    let near = 1.0 - half;
    let cosine = near + (((1.0 - near) - half) + (z * sum - rest * tail));
    (sine, cosine, shifted.to_bits() as i64)
}

/// The sine of a number that is not [`FAR`].
#[inline(always)]
fn sin(x: f64) -> f64 {
    let (sine, cosine, turns) = turned(x);
    let value = if turns & 1 == 0 { sine } else { cosine };
    let value = f64::from_bits(value.to_bits() ^ ((turns as u64 & 2) << 62));
    // The sign of zero is lost on the way.
    if x == 0.0 { x } else { value }
}

/// The cosine of a number that is not [`FAR`].
#[inline(always)]
fn cos(x: f64) -> f64 {
    let (sine, cosine, turns) = turned(x);
    let value = if turns & 1 == 0 { cosine } else { sine };
    f64::from_bits(value.to_bits() ^ (((turns + 1) as u64 & 2) << 62))
}

/// Functions over many elements, compiled into the runtime for each kind of vector unit.
macro_rules! over_many {
    ($($name:ident: $ty:ty = $function:expr;)*) => {$(
        #[doc = concat!("`", stringify!($function), "` of each.")]
        #[inline(never)]
        pub fn $name(elements: &mut [$ty]) {
            #[inline(always)]
            fn each(elements: &mut [$ty]) {
                let function: fn($ty) -> $ty = $function;
                elements.iter_mut().for_each(|element| *element = function(*element));
            }
            #[cfg(target_arch = "x86_64")]
            {
                #[target_feature(enable = "avx2")]
                fn wide(elements: &mut [$ty]) {
                    each(elements);
                }
                #[target_feature(enable = "avx512f,avx512vl,avx512dq,avx512bw")]
                fn widest(elements: &mut [$ty]) {
                    each(elements);
                }
                let has_avx512 = is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512vl");
                if has_avx512 && is_x86_feature_detected!("avx512dq") && is_x86_feature_detected!("avx512bw") {
                    // SAFETY: The processor has what the function is compiled for.
                    return unsafe { widest(elements) };
                }
                if is_x86_feature_detected!("avx2") {
                    // SAFETY: The processor has what the function is compiled for.
                    return unsafe { wide(elements) };
                }
            }
            each(elements);
        }
    )*};
}
over_many! {
    exp_all: f64 = exp;
    exp_32_all: f32 = exp_32;
    ln_all: f64 = ln;
    ln_32_all: f32 = ln_32;
    tanh_all: f64 = tanh;
    tanh_32_all: f32 = tanh_32;
    asin_all: f64 = asin;
    asin_32_all: f32 = |x| asin(x.into()) as f32;
    near_sin_all: f64 = sin;
    near_sin_32_all: f32 = |x| sin(x.into()) as f32;
    near_cos_all: f64 = cos;
    near_cos_32_all: f32 = |x| cos(x.into()) as f32;
}

/// Sines and cosines, in the quick way where none is [`FAR`].
macro_rules! turns_of_many {
    ($($name:ident: $ty:ty = $near:ident or $far:expr;)*) => {$(
        #[doc = concat!("`", stringify!($far), "` of each.")]
        pub fn $name(elements: &mut [$ty]) {
            if elements.iter().fold(false, |any, element| any | (element.abs() >= FAR as $ty)) {
                elements.iter_mut().for_each(|element| *element = $far(*element));
            } else {
                $near(elements);
            }
        }
    )*};
}
turns_of_many! {
    sin_all: f64 = near_sin_all or f64::sin;
    sin_32_all: f32 = near_sin_32_all or f32::sin;
    cos_all: f64 = near_cos_all or f64::cos;
    cos_32_all: f32 = near_cos_32_all or f32::cos;
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The distance in units of the last place of the true value.
    fn distance(found: f64, expected: f64, next: f64) -> f64 {
        if found == expected || (found.is_nan() && expected.is_nan()) { 0.0 } else { ((found - expected) / next).abs() }
    }

    fn worst(function: fn(f64) -> f64, truth: fn(f64) -> f64, from: f64, to: f64) -> f64 {
        let step = (to - from) / 200_000.0;
        let numbers = (0..200_000).map(|n| from + step * f64::from(n));
        let one = |x: f64| {
            let expected = truth(x);
            distance(function(x), expected, expected.abs().next_up() - expected.abs())
        };
        numbers.map(one).fold(0.0, f64::max)
    }

    fn worst_32(function: fn(f32) -> f32, truth: fn(f64) -> f64, from: f32, to: f32) -> f64 {
        let step = (to - from) / 200_000.0;
        let numbers = (0..200_000).map(|n| from + step * n as f32);
        let one = |x: f32| {
            let expected = truth(x.into());
            let next = (expected as f32).abs();
            distance(function(x).into(), expected, (next.next_up() - next).into())
        };
        numbers.map(one).fold(0.0, f64::max)
    }

    #[test]
    fn they_are_within_two_units_of_the_last_place() {
        let measured = [
            ("exp", worst(exp, f64::exp, -745.0, 709.0)),
            ("exp near 0", worst(exp, f64::exp, -1.0, 1.0)),
            ("ln", worst(ln, f64::ln, 1e-3, 100.0)),
            ("ln near 1", worst(ln, f64::ln, 0.9, 1.1)),
            ("ln of small", worst(ln, f64::ln, 0.0, 1e-307)),
            ("asin", worst(asin, f64::asin, -1.0, 1.0)),
            ("sin", worst(sin, f64::sin, -FAR, FAR)),
            ("sin near 0", worst(sin, f64::sin, -4.0, 4.0)),
            ("cos", worst(cos, f64::cos, -FAR, FAR)),
            ("cos near 0", worst(cos, f64::cos, -4.0, 4.0)),
            ("exp, single", worst_32(exp_32, f64::exp, -87.0, 88.0)),
            ("tanh, single", worst_32(tanh_32, f64::tanh, -9.0, 9.0)),
            ("ln, single", worst_32(ln_32, f64::ln, 1e-3, 100.0)),
            ("ln near 1, single", worst_32(ln_32, f64::ln, 0.9, 1.1)),
        ];
        for (name, units) in measured {
            assert!(units <= 2.0, "{name}: {units}");
        }
        // C's own, which it is held against, is off by two.
        assert!(worst(tanh, f64::tanh, -25.0, 25.0) <= 4.0);
    }

    #[test]
    fn specials_are_those_of_c() {
        for x in [0.0, -0.0, f64::INFINITY, f64::NEG_INFINITY, f64::NAN, 1.0, -1.0, 1e-320, 800.0, -800.0, f64::MAX] {
            let pairs: [(fn(f64) -> f64, fn(f64) -> f64); 4] =
                [(exp, f64::exp), (ln, f64::ln), (tanh, f64::tanh), (asin, f64::asin)];
            for (number, (ours, theirs)) in pairs.into_iter().enumerate() {
                let (found, expected) = (ours(x), theirs(x));
                let same = (found - expected).abs() <= 1e-15 * expected.abs() || (found.is_nan() && expected.is_nan());
                assert!(same || found.to_bits() == expected.to_bits(), "{number}: {x}: {found} for {expected}");
                assert!(found.is_nan() || found.is_sign_negative() == expected.is_sign_negative(), "{number}: {x}");
            }
            let small = x as f32;
            let pairs: [(fn(f32) -> f32, fn(f32) -> f32); 3] =
                [(exp_32, f32::exp), (ln_32, f32::ln), (tanh_32, f32::tanh)];
            for (number, (ours, theirs)) in pairs.into_iter().enumerate() {
                let (found, expected) = (ours(small), theirs(small));
                let same = (found - expected).abs() <= 1e-6 * expected.abs() || (found.is_nan() && expected.is_nan());
                assert!(same || found == expected, "{number}, single: {small}: {found} for {expected}");
            }
        }
        assert!(sin(-0.0).is_sign_negative());
    }
}
