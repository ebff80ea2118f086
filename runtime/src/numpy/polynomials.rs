//! Polynomials fitted to points.

use super::array::Array;
use super::element::{Cast, Element};
use super::like::{ArrayLike, new_array};
use super::linalg;
use crate::exception::{Fallible, type_error, value_error};

/// `numpy.polyfit(x, y, deg)`: the coefficients of the polynomial that comes nearest to the points, the highest first. Each
/// power is scaled to length one before the equations are solved.
///
/// # Errors
/// `ValueError` for a negative degree; `TypeError` where the points are not two vectors of one length.
pub fn polyfit<X: ArrayLike<Element: Cast<f64>>, Y: ArrayLike<Element: Cast<f64>>>(
    x: &X,
    y: &Y,
    deg: i64,
) -> Fallible<Array<f64>> {
    let (places, values): (Array<f64>, Array<f64>) = (new_array(x)?, new_array(y)?);
    let Ok(degree) = usize::try_from(deg) else { return Err(value_error("expected deg >= 0")) };
    if places.rank() != 1 {
        return Err(type_error("expected 1D vector for x"));
    }
    if places.size() == 0 {
        return Err(type_error("expected non-empty vector for x"));
    }
    if values.rank() != 1 {
        return Err(type_error("compiled code fits one polynomial at a time: expected 1D array for y"));
    }
    if places.size() != values.size() {
        return Err(type_error("expected x and y to have same length"));
    }
    let (places, order) = (places.to_vec(), degree + 1);
    let powers: Vec<f64> =
        places.iter().flat_map(|place| (0..order).rev().map(|power| place.powi(power as i32))).collect();
    let length = |power: usize| powers.iter().skip(power).step_by(order).map(|x| x * x).sum::<f64>().sqrt();
    let lengths: Vec<f64> = (0..order).map(length).collect();
    let scaled = powers.iter().enumerate().map(|(place, power)| power / lengths[place % order]).collect();
    let equations = Array::from_vec(scaled, &[places.len(), order]);
    let epsilon = match X::Element::NAME {
        "float16" => 2.0_f64.powi(-10),
        "float32" => f64::from(f32::EPSILON),
        _ => f64::EPSILON,
    };
    let (coefficients, ..) = linalg::lstsq(&equations, &values, Some(places.len() as f64 * epsilon))?;
    let unscaled = coefficients.elements().zip(&lengths).map(|(coefficient, length)| coefficient / length);
    Ok(Array::from_elements(unscaled.collect()))
}
