//! `cvtColor` of bytes.

use super::pixels::{Pixels, error};
use crate::exception::Fallible;
use crate::numpy::Array;

/// The order of the colours in a pixel.
#[derive(Clone, Copy, PartialEq)]
enum Order {
    /// Blue first.
    Bgr,
    /// Red first.
    Rgb,
}

impl Order {
    /// A pixel's colours as red, green and blue.
    fn read(self, pixel: &[u8]) -> [i32; 3] {
        let [a, b, c] = [pixel[0], pixel[1], pixel[2]].map(i32::from);
        if self == Order::Bgr { [c, b, a] } else { [a, b, c] }
    }

    fn write(self, [red, green, blue]: [i32; 3]) -> [u8; 3] {
        let [red, green, blue] = [red, green, blue].map(|value| value.clamp(0, 255) as u8);
        if self == Order::Bgr { [blue, green, red] } else { [red, green, blue] }
    }
}

/// The weights of a luminance with two differences, in parts of 2 to the 14.
struct Luminance {
    /// Of red less luminance, and of blue less luminance.
    to: (i32, i32),
    /// From both to red, from both to green, and from both to blue.
    from: (i32, (i32, i32), i32),
    /// Whether the difference of blue stands first.
    is_blue_first: bool,
}

const YCRCB: Luminance = Luminance { to: (11682, 9241), from: (22987, (-11698, -5636), 29049), is_blue_first: false };
const YUV: Luminance = Luminance { to: (14369, 8061), from: (18678, (-9519, -6472), 33292), is_blue_first: true };

/// What `cvtColor` does.
enum Conversion {
    /// Other channels, each from one of the old ones; `None` is opaque.
    Moved(&'static [Option<usize>]),
    Grey(Order),
    Differences(Order, &'static Luminance),
    FromDifferences(Order, &'static Luminance),
    Hsv(Order),
}

/// The conversion of that number, and how many channels it takes.
fn conversion(code: i64) -> Option<(Conversion, usize)> {
    use Conversion::{Differences, FromDifferences, Grey, Hsv, Moved};
    use Order::{Bgr, Rgb};
    Some(match code {
        0 => (Moved(&[Some(0), Some(1), Some(2), None]), 3),
        1 => (Moved(&[Some(0), Some(1), Some(2)]), 4),
        2 => (Moved(&[Some(2), Some(1), Some(0), None]), 3),
        3 => (Moved(&[Some(2), Some(1), Some(0)]), 4),
        4 => (Moved(&[Some(2), Some(1), Some(0)]), 3),
        5 => (Moved(&[Some(2), Some(1), Some(0), Some(3)]), 4),
        6 => (Grey(Bgr), 3),
        7 => (Grey(Rgb), 3),
        8 => (Moved(&[Some(0), Some(0), Some(0)]), 1),
        9 => (Moved(&[Some(0), Some(0), Some(0), None]), 1),
        10 => (Grey(Bgr), 4),
        11 => (Grey(Rgb), 4),
        36 => (Differences(Bgr, &YCRCB), 3),
        37 => (Differences(Rgb, &YCRCB), 3),
        38 => (FromDifferences(Bgr, &YCRCB), 3),
        39 => (FromDifferences(Rgb, &YCRCB), 3),
        40 => (Hsv(Bgr), 3),
        41 => (Hsv(Rgb), 3),
        82 => (Differences(Bgr, &YUV), 3),
        83 => (Differences(Rgb, &YUV), 3),
        84 => (FromDifferences(Bgr, &YUV), 3),
        85 => (FromDifferences(Rgb, &YUV), 3),
        _ => return None,
    })
}

/// `cvtColor(src, code)`.
///
/// # Errors
/// `cv2.error` for an empty image, or one of another number of channels.
pub fn cvt_color(src: &Array<u8>, code: i64) -> Fallible<Array<u8>> {
    let pixels = Pixels::of_some(src)?;
    let Some((conversion, channels)) = conversion(code) else {
        return Err(error("Unknown/unsupported color conversion code"));
    };
    if pixels.channels != channels {
        return Err(error(format!(
            "Invalid number of channels in input image: 'VScn::contains(scn)' where 'scn' is {}",
            pixels.channels
        )));
    }
    Ok(match conversion {
        Conversion::Moved(places) => each(&pixels, places.len(), |pixel, out| {
            out.extend(places.iter().map(|place| place.map_or(255, |place| pixel[place])));
        }),
        Conversion::Grey(order) => each(&pixels, 1, |pixel, out| {
            let [red, green, blue] = order.read(pixel);
            out.push(((blue * 3735 + green * 19235 + red * 9798 + (1 << 14)) >> 15) as u8);
        }),
        Conversion::Differences(order, by) => {
            each(&pixels, 3, |pixel, out| out.extend(differences(order.read(pixel), by)))
        }
        Conversion::FromDifferences(order, by) => {
            each(&pixels, 3, |pixel, out| out.extend(order.write(from_differences(pixel, by))))
        }
        Conversion::Hsv(order) => {
            let tables = HueTables::new();
            each(&pixels, 3, |pixel, out| out.extend(tables.hsv(order.read(pixel))))
        }
    })
}

fn each(pixels: &Pixels<u8>, channels: usize, convert: impl Fn(&[u8], &mut Vec<u8>)) -> Array<u8> {
    let mut elements = Vec::with_capacity(pixels.rows * pixels.columns * channels);
    pixels.elements.chunks_exact(pixels.channels).for_each(|pixel| convert(pixel, &mut elements));
    Pixels { channels, elements, ..*pixels }.into_array()
}

/// Rounds parts of 2 to the 14.
fn rounded(value: i32) -> i32 {
    (value + (1 << 13)) >> 14
}

fn differences([red, green, blue]: [i32; 3], by: &Luminance) -> [u8; 3] {
    const MIDDLE: i32 = 128 << 14;
    let luminance = rounded(blue * 1868 + green * 9617 + red * 4899);
    let of_red = rounded((red - luminance) * by.to.0 + MIDDLE);
    let of_blue = rounded((blue - luminance) * by.to.1 + MIDDLE);
    let (first, second) = if by.is_blue_first { (of_blue, of_red) } else { (of_red, of_blue) };
    [luminance, first, second].map(|value| value.clamp(0, 255) as u8)
}

fn from_differences(pixel: &[u8], by: &Luminance) -> [i32; 3] {
    let [luminance, first, second] = [pixel[0], pixel[1], pixel[2]].map(i32::from);
    let (of_red, of_blue) = if by.is_blue_first { (second - 128, first - 128) } else { (first - 128, second - 128) };
    let (to_red, to_green, to_blue) = by.from;
    [
        luminance + rounded(of_red * to_red),
        luminance + rounded(of_blue * to_green.1 + of_red * to_green.0),
        luminance + rounded(of_blue * to_blue),
    ]
}

/// What divides by the value and by the chroma, in parts of 2 to the 12.
struct HueTables {
    saturation: [i32; 256],
    hue: [i32; 256],
}

impl HueTables {
    fn new() -> Self {
        let table = |whole: f64| {
            std::array::from_fn(|at| if at == 0 { 0 } else { (whole / at as f64).round_ties_even() as i32 })
        };
        Self { saturation: table(f64::from(255 << 12)), hue: table(f64::from(180 << 12) / 6.0) }
    }

    fn hsv(&self, [red, green, blue]: [i32; 3]) -> [u8; 3] {
        const HALF: i32 = 1 << 11;
        let value = red.max(green).max(blue);
        let chroma = value - red.min(green).min(blue);
        let saturation = (chroma * self.saturation[value as usize] + HALF) >> 12;
        let sector = if value == red {
            green - blue
        } else if value == green {
            blue - red + 2 * chroma
        } else {
            red - green + 4 * chroma
        };
        let hue = (sector * self.hue[chroma as usize] + HALF) >> 12;
        let hue = if hue < 0 { hue + 180 } else { hue };
        [hue, saturation, value].map(|value| value.clamp(0, 255) as u8)
    }
}
