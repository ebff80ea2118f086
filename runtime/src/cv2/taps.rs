//! Interpolation by polynomials and by sinc: which old pixels make a new one along an axis, and how much of each.

use std::f64::consts::{FRAC_1_SQRT_2, FRAC_PI_4};

/// How pixels are weighed.
#[derive(Debug, Clone, Copy)]
pub enum Kernel {
    /// Four pixels by cubic polynomials (R. Keys, 1981, with a = -0.75).
    Cubic,
    /// Eight pixels by a windowed sinc.
    Lanczos,
}

/// What a new pixel is made of.
#[derive(Debug, Clone)]
pub struct Tap {
    pub places: Vec<usize>,
    pub parts: Vec<f32>,
}

/// For each of `count` new pixels those of `length` old ones that make it; what lies outside is the first or last.
pub fn taps(kernel: Kernel, length: usize, count: usize, step: f64) -> Vec<Tap> {
    let tap = |at: usize| {
        let place = ((at as f64 + 0.5) * step - 0.5) as f32;
        let whole = place.floor();
        let parts = match kernel {
            Kernel::Cubic => cubic(place - whole),
            Kernel::Lanczos => lanczos(place - whole),
        };
        let first = whole as i64 - parts.len() as i64 / 2 + 1;
        let places = (first..).take(parts.len()).map(|place| place.clamp(0, length as i64 - 1) as usize).collect();
        Tap { places, parts }
    };
    (0..count).map(tap).collect()
}

fn cubic(x: f32) -> Vec<f32> {
    const A: f32 = -0.75;
    let near = |x: f32| ((A + 2.0) * x - (A + 3.0)) * x * x + 1.0;
    let far = |x: f32| ((A * x - 5.0 * A) * x + 8.0 * A) * x - 4.0 * A;
    let (first, second, third) = (far(x + 1.0), near(x), near(1.0 - x));
    vec![first, second, third, 1.0 - first - second - third]
}

fn lanczos(x: f32) -> Vec<f32> {
    /// Sine and cosine of turns by quarters and halves of a right angle, in the order of the pixels.
    const TURNS: [(f64, f64); 8] = [
        (1.0, 0.0),
        (-FRAC_1_SQRT_2, -FRAC_1_SQRT_2),
        (0.0, 1.0),
        (FRAC_1_SQRT_2, -FRAC_1_SQRT_2),
        (-1.0, 0.0),
        (FRAC_1_SQRT_2, FRAC_1_SQRT_2),
        (0.0, -1.0),
        (-FRAC_1_SQRT_2, FRAC_1_SQRT_2),
    ];
    let (sine, cosine) = (-f64::from(x + 3.0) * FRAC_PI_4).sin_cos();
    let part = |(at, (of_sine, of_cosine)): (usize, (f64, f64))| {
        let distance = x + 3.0 - at as f32;
        if distance.abs() < 1e-6 {
            // The pixel itself: nothing else counts.
            return 1e30;
        }
        let angle = -f64::from(distance) * FRAC_PI_4;
        ((of_sine * sine + of_cosine * cosine) / (angle * angle)) as f32
    };
    let parts: Vec<f32> = TURNS.into_iter().enumerate().map(part).collect();
    let share = 1.0 / parts.iter().sum::<f32>();
    parts.into_iter().map(|part| part * share).collect()
}
