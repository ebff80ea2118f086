//! `scipy.signal.butter`: Butterworth filters, by their zeros and poles (scipy/signal/_filter_design.py).
//!
//! What is computed, and in which order, is as in scipy: which zeros and poles make a section depends on distances that are
//! often equal but for rounding.

use std::f64::consts::PI;

use crate::exception::{Fallible, value_error};
use crate::numpy::{Array, ArrayLike, Cast, ComplexNumber, new_array};
use crate::str::Str;

type Complex = ComplexNumber<f64>;

fn real(number: f64) -> Complex {
    Complex::new(number, 0.0)
}

/// Zeros, poles and gain.
struct Roots {
    zeros: Vec<Complex>,
    poles: Vec<Complex>,
    gain: f64,
}

/// What a filter lets pass.
#[derive(Clone, Copy, PartialEq)]
enum Band {
    Low,
    High,
    Within,
    Without,
}

impl Band {
    fn named(name: &str) -> Fallible<Self> {
        match name.to_lowercase().as_str() {
            "l" | "low" | "lowpass" | "lp" => Ok(Band::Low),
            "h" | "high" | "highpass" | "hp" => Ok(Band::High),
            "band" | "bandpass" | "pass" | "bp" => Ok(Band::Within),
            "bs" | "bandstop" | "bands" | "stop" => Ok(Band::Without),
            other => Err(value_error(format!("'{other}' is an invalid bandtype for filter."))),
        }
    }
}

/// `butter(N, Wn, btype, output="ba", fs=…)`: the coefficients of a digital filter.
///
/// # Errors
/// `ValueError` for a negative order, an unknown band, and frequencies that are out of range, out of order, or too few.
pub fn butter(
    n: i64,
    wn: &impl ArrayLike<Element: Cast<f64>>,
    btype: &Str,
    _analog: bool,
    _output: &Str,
    fs: Option<f64>,
) -> Fallible<(Array<f64>, Array<f64>)> {
    let Roots { zeros, poles, gain } = roots(n, wn, btype, fs)?;
    let numerator = polynomial(&zeros).into_iter().map(|coefficient| gain * coefficient).collect();
    Ok((Array::from_elements(numerator), Array::from_elements(polynomial(&poles))))
}

/// `butter(N, Wn, btype, output="sos", fs=…)`: the sections of the second order of a digital filter.
///
/// # Errors
/// As for [`butter`].
pub fn butter_sections(
    n: i64,
    wn: &impl ArrayLike<Element: Cast<f64>>,
    btype: &Str,
    _analog: bool,
    _output: &Str,
    fs: Option<f64>,
) -> Fallible<Array<f64>> {
    let sections = sections(roots(n, wn, btype, fs)?)?;
    Ok(Array::from_vec(sections.concat(), &[sections.len(), 6]))
}

/// The digital filter.
fn roots<A: ArrayLike<Element: Cast<f64>>>(n: i64, wn: &A, btype: &Str, fs: Option<f64>) -> Fallible<Roots> {
    let frequencies: Vec<f64> =
        new_array::<f64, A>(wn)?.elements().map(|edge| fs.map_or(edge, |fs| edge / (fs / 2.0))).collect();
    if frequencies.iter().any(|&edge| edge <= 0.0) {
        return Err(value_error("filter critical frequencies must be greater than 0"));
    }
    if let [first, second, ..] = frequencies[..]
        && !matches!(first.partial_cmp(&second), Some(std::cmp::Ordering::Less))
    {
        return Err(value_error("Wn[0] must be less than Wn[1]"));
    }
    let band = Band::named(btype.as_str())?;
    let Ok(order) = u32::try_from(n) else {
        return Err(value_error("Filter order must be a nonnegative integer"));
    };
    if frequencies.iter().any(|&edge| edge >= 1.0) {
        return Err(value_error(match fs {
            Some(fs) => {
                let (rate, half) = (crate::object::repr(&fs), crate::object::repr(&(fs / 2.0)));
                format!(
                    "Digital filter critical frequencies must be 0 < Wn < fs/2 (fs={} -> fs/2={})",
                    rate.as_str(),
                    half.as_str()
                )
            }
            None => "Digital filter critical frequencies must be 0 < Wn < 1".to_owned(),
        }));
    }
    let warped: Vec<f64> = frequencies.iter().map(|edge| 2.0 * RATE * (PI * edge / RATE).tan()).collect();
    let analog = match (band, &warped[..]) {
        (Band::Low, &[edge]) => prototype(order).scaled(edge),
        (Band::High, &[edge]) => prototype(order).inverted(edge),
        (Band::Low | Band::High, _) => {
            return Err(value_error("Must specify a single critical frequency Wn for lowpass or highpass filter"));
        }
        (Band::Within, &[low, high, ..]) => prototype(order).moved((low * high).sqrt(), high - low),
        (Band::Without, &[low, high, ..]) => prototype(order).stopped((low * high).sqrt(), high - low),
        (Band::Within | Band::Without, _) => {
            return Err(value_error("Wn must specify start and stop frequencies for bandpass or bandstop filter"));
        }
    };
    Ok(analog.digital())
}

/// The rate that filters are designed for.
const RATE: f64 = 2.0;

/// The analog lowpass filter of the frequency 1.
fn prototype(order: u32) -> Roots {
    let order = i64::from(order);
    let pole = |m: i64| {
        let angle = PI * m as f64 / (2 * order) as f64;
        Complex::new(-angle.cos(), -angle.sin())
    };
    Roots { zeros: Vec::new(), poles: (0..order).map(|place| pole(2 * place + 1 - order)).collect(), gain: 1.0 }
}

fn product(numbers: impl Iterator<Item = Complex>) -> Complex {
    numbers.fold(real(1.0), Complex::times)
}

fn opposite(number: &Complex) -> Complex {
    Complex::new(-number.re, -number.im)
}

impl Roots {
    /// How many more poles there are than zeros.
    fn degree(&self) -> usize {
        self.poles.len() - self.zeros.len()
    }

    /// The real part of the product of all zeros over that of all poles, each with the other sign.
    fn ratio(&self) -> f64 {
        product(self.zeros.iter().map(opposite)).over(product(self.poles.iter().map(opposite))).re
    }

    /// A lowpass filter of the frequency.
    fn scaled(self, edge: f64) -> Self {
        let gain = self.gain * edge.powf(self.degree() as f64);
        let scale = |root: &Complex| Complex::new(edge * root.re, edge * root.im);
        Self { zeros: self.zeros.iter().map(scale).collect(), poles: self.poles.iter().map(scale).collect(), gain }
    }

    /// A highpass filter of the frequency.
    fn inverted(self, edge: f64) -> Self {
        let (degree, gain) = (self.degree(), self.gain * self.ratio());
        let invert = |root: &Complex| real(edge).over(*root);
        let mut zeros: Vec<Complex> = self.zeros.iter().map(invert).collect();
        zeros.resize(zeros.len() + degree, real(0.0));
        Self { zeros, poles: self.poles.iter().map(invert).collect(), gain }
    }

    /// A bandpass filter around the frequency.
    fn moved(self, middle: f64, width: f64) -> Self {
        let degree = self.degree();
        let gain = self.gain * width.powf(degree as f64);
        let scale = |root: &Complex| Complex::new(root.re * width / 2.0, root.im * width / 2.0);
        let mut zeros = around(self.zeros.iter().map(scale).collect(), middle);
        zeros.resize(zeros.len() + degree, real(0.0));
        Self { zeros, poles: around(self.poles.iter().map(scale).collect(), middle), gain }
    }

    /// A bandstop filter around the frequency.
    fn stopped(self, middle: f64, width: f64) -> Self {
        let (degree, gain) = (self.degree(), self.gain * self.ratio());
        let invert = |root: &Complex| real(width / 2.0).over(*root);
        let mut zeros = around(self.zeros.iter().map(invert).collect(), middle);
        zeros.resize(zeros.len() + degree, Complex::new(0.0, middle));
        zeros.resize(zeros.len() + degree, Complex::new(-0.0, -middle));
        Self { zeros, poles: around(self.poles.iter().map(invert).collect(), middle), gain }
    }

    /// The digital filter, by the bilinear transform.
    fn digital(self) -> Self {
        let double = real(2.0 * RATE);
        let degree = self.degree();
        let apart = |roots: &[Complex]| product(roots.iter().map(|root| double.minus(*root)));
        let gain = self.gain * apart(&self.zeros).over(apart(&self.poles)).re;
        let transform = |root: &Complex| double.plus(*root).over(double.minus(*root));
        let mut zeros: Vec<Complex> = self.zeros.iter().map(transform).collect();
        zeros.resize(zeros.len() + degree, real(-1.0));
        Self { zeros, poles: self.poles.iter().map(transform).collect(), gain }
    }
}

/// Each root on both sides of the frequency.
fn around(roots: Vec<Complex>, middle: f64) -> Vec<Complex> {
    let distance = |root: &Complex| root.times(*root).minus(real(middle * middle)).root();
    let above = roots.iter().map(|root| root.plus(distance(root)));
    above.chain(roots.iter().map(|root| root.minus(distance(root)))).collect()
}

/// The real coefficients of the polynomial with these roots, which come in conjugate pairs.
fn polynomial(roots: &[Complex]) -> Vec<f64> {
    let mut coefficients = vec![real(1.0)];
    for root in roots {
        let mut next = coefficients.clone();
        next.push(real(0.0));
        for (place, coefficient) in coefficients.iter().enumerate() {
            next[place + 1] = next[place + 1].minus(coefficient.times(*root));
        }
        coefficients = next;
    }
    coefficients.into_iter().map(|coefficient| coefficient.re).collect()
}

/// Zeros and poles put together to sections, those nearest to one another in one, the worst poles last.
fn sections(roots: Roots) -> Fallible<Vec<[f64; 6]>> {
    let Roots { mut zeros, mut poles, gain } = roots;
    if poles.is_empty() {
        return Ok(vec![[gain, 0.0, 0.0, 1.0, 0.0, 0.0]]);
    }
    let count = poles.len().div_ceil(2);
    if poles.len() % 2 == 1 {
        poles.push(real(0.0));
        zeros.push(real(0.0));
    }
    let (mut zeros, mut poles) = (halves(zeros)?, halves(poles)?);
    let is_real = |root: &Complex| root.im == 0.0;
    let mut sections = vec![[0.0; 6]; count];
    for section in sections.iter_mut().rev() {
        let pole = poles.remove(worst(&poles, |_| true));
        *section = if is_real(&pole) && !poles.iter().any(is_real) {
            let zero = zeros.remove(nearest(&zeros, pole, is_real)?);
            single(&[zero, real(0.0)], &[pole, real(0.0)])
        } else if poles.len() + 1 == zeros.len()
            && !is_real(&pole)
            && poles.iter().filter(|pole| is_real(pole)).count() == 1
            && zeros.iter().filter(|zero| is_real(zero)).count() == 1
        {
            // One real pole and one real zero are left for one another.
            let zero = zeros.remove(nearest(&zeros, pole, |zero| !is_real(zero))?);
            single(&[zero, zero.conjugate()], &[pole, pole.conjugate()])
        } else {
            let other = if is_real(&pole) { poles.remove(worst(&poles, is_real)) } else { pole.conjugate() };
            let zero = zeros.remove(nearest(&zeros, pole, |_| true)?);
            let second = match is_real(&zero) {
                true => zeros.remove(nearest(&zeros, pole, is_real)?),
                false => zero.conjugate(),
            };
            single(&[zero, second], &[pole, other])
        };
    }
    sections[0][..3].iter_mut().for_each(|coefficient| *coefficient *= gain);
    Ok(sections)
}

/// The section of two zeros and two poles.
fn single(zeros: &[Complex], poles: &[Complex]) -> [f64; 6] {
    let mut section = [0.0; 6];
    section[..3].copy_from_slice(&polynomial(zeros));
    section[3..].copy_from_slice(&polynomial(poles));
    section
}

/// The pole that is nearest to the unit circle, among those that are fit.
fn worst(poles: &[Complex], is_fit: impl Fn(&Complex) -> bool) -> usize {
    least(poles, |pole| is_fit(pole).then(|| (1.0 - pole.size()).abs()))
}

/// The root that is nearest to a point, among those that are fit.
fn nearest(roots: &[Complex], point: Complex, is_fit: impl Fn(&Complex) -> bool) -> Fallible<usize> {
    match roots.iter().any(&is_fit) {
        true => Ok(least(roots, |root| is_fit(root).then(|| root.minus(point).size()))),
        false => Err(unpaired()),
    }
}

/// The place of the first root for which the least number comes out.
fn least(roots: &[Complex], number: impl Fn(&Complex) -> Option<f64>) -> usize {
    let numbers = roots.iter().enumerate().filter_map(|(place, root)| Some((place, number(root)?)));
    numbers.min_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(place, _)| place)
}

#[cold]
fn unpaired() -> crate::exception::Raised {
    value_error("Array contains complex value with no matching conjugate.")
}

/// One of each pair of conjugate roots, by their real parts, then the real roots: scipy's `_cplxreal`.
fn halves(mut roots: Vec<Complex>) -> Fallible<Vec<Complex>> {
    const TOLERANCE: f64 = 100.0 * f64::EPSILON;
    roots.sort_by(|a, b| a.re.total_cmp(&b.re).then(a.im.abs().total_cmp(&b.im.abs())));
    let (reals, complex): (Vec<Complex>, Vec<Complex>) =
        roots.into_iter().partition(|root| root.im.abs() <= TOLERANCE * root.size());
    let (mut above, mut below): (Vec<Complex>, Vec<Complex>) = complex.into_iter().partition(|root| root.im > 0.0);
    if above.len() != below.len() {
        return Err(unpaired());
    }
    // Runs of nearly the same real part are sorted by the imaginary ones.
    let mut start = 0;
    while start < above.len() {
        let goes_on = |place: &usize| above[place + 1].re - above[*place].re <= TOLERANCE * above[*place].size();
        let stop = (start..above.len() - 1).find(|place| !goes_on(place)).map_or(above.len(), |place| place + 1);
        for side in [&mut above, &mut below] {
            side[start..stop].sort_by(|a, b| a.im.abs().total_cmp(&b.im.abs()));
        }
        start = stop;
    }
    let pairs = above.iter().zip(&below);
    if pairs.clone().any(|(above, below)| above.minus(below.conjugate()).size() > TOLERANCE * below.size()) {
        return Err(unpaired());
    }
    let middle =
        |(above, below): (&Complex, &Complex)| Complex::new((above.re + below.re) / 2.0, (above.im - below.im) / 2.0);
    Ok(pairs.map(middle).chain(reals.iter().map(|root| real(root.re))).collect())
}
