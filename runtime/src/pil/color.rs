//! Colours: numbers, tuples of them, and names (`PIL.ImageColor`).

use super::content::{Mode, Raster};
use super::convert::luma;
use crate::exception::{Fallible, type_error, value_error};
use crate::sequence::Sequence;
use crate::str::Str;

/// A colour as it is written.
#[derive(Debug, Clone, PartialEq)]
pub enum Ink {
    /// `None`
    None,
    /// A number.
    Int(i64),
    /// A float.
    Float(f64),
    /// A name, or `#rrggbb`.
    Text(String),
    /// A tuple of numbers.
    Parts(Vec<i64>),
    /// A tuple with a float in it.
    Floats,
}

/// What can be a colour.
pub trait Color {
    /// The colour as it is written.
    fn ink(&self) -> Ink;
}

impl Color for () {
    fn ink(&self) -> Ink {
        Ink::None
    }
}

impl Color for bool {
    fn ink(&self) -> Ink {
        Ink::Int((*self).into())
    }
}

impl Color for i64 {
    fn ink(&self) -> Ink {
        Ink::Int(*self)
    }
}

impl Color for f64 {
    fn ink(&self) -> Ink {
        Ink::Float(*self)
    }
}

impl Color for Str {
    fn ink(&self) -> Ink {
        Ink::Text(self.as_str().to_owned())
    }
}

impl<T: Color> Color for Option<T> {
    fn ink(&self) -> Ink {
        self.as_ref().map_or(Ink::None, T::ink)
    }
}

impl Color for Sequence<i64> {
    fn ink(&self) -> Ink {
        Ink::Parts(self.as_slice().to_vec())
    }
}

macro_rules! tuples {
    ($(($($name:ident),+))*) => { $(
        impl<$($name: Color),+> Color for ($($name,)+) {
            #[expect(non_snake_case, reason = "a name for each member")]
            fn ink(&self) -> Ink {
                let ($($name,)+) = self;
                let parts = [$($name.ink()),+];
                let parts = parts.into_iter().map(|part| match part {
                    Ink::Int(value) => Some(value),
                    _ => None,
                });
                parts.collect::<Option<Vec<_>>>().map_or(Ink::Floats, Ink::Parts)
            }
        }
    )* };
}
tuples!((A)(A, B)(A, B, C)(A, B, C, D));

/// The bytes of a pixel of that colour; `None` where there is no colour.
///
/// # Errors
/// `TypeError` where a pixel of the mode is no such thing; `ValueError` for an unknown name.
pub fn pixel(color: &impl Color, raster: &Raster) -> Fallible<Option<Vec<u8>>> {
    pixel_of(color.ink(), raster.mode)
}

/// As [`pixel`], of a mode.
///
/// # Errors
/// As [`pixel`].
pub fn pixel_of(ink: Ink, mode: Mode) -> Fallible<Option<Vec<u8>>> {
    let ink = match ink {
        Ink::Text(text) => named_in(&text, mode)?,
        Ink::Parts(parts) if parts.len() == 1 => Ink::Int(parts[0]),
        other => other,
    };
    let byte = |value: i64| value.clamp(0, 255) as u8;
    Ok(Some(match (mode, ink) {
        (_, Ink::None) => return Ok(None),
        (Mode::Float, Ink::Int(value)) => (value as f32).to_ne_bytes().to_vec(),
        (Mode::Float, Ink::Float(value)) => (value as f32).to_ne_bytes().to_vec(),
        (Mode::Float, Ink::Parts(_) | Ink::Floats) => return Err(type_error("must be real number, not tuple")),
        (Mode::Int, Ink::Int(value)) => (value as i32).to_ne_bytes().to_vec(),
        (mode, Ink::Int(value)) if mode.bands() == 1 => vec![byte(value)],
        (mode, _) if mode.bands() == 1 => {
            return Err(type_error("color must be int or single-element tuple"));
        }
        (_, Ink::Float(_)) => return Err(type_error("color must be int or tuple")),
        (_, Ink::Floats) => return Err(type_error("'float' object cannot be interpreted as an integer")),
        // As Pillow reads it: red is the lowest byte.
        (mode, Ink::Int(value)) => {
            let [red, green, blue, alpha] = (value as u32).to_le_bytes();
            match mode.bands() {
                2 => vec![red, alpha],
                3 => vec![red, green, blue],
                _ => vec![red, green, blue, alpha],
            }
        }
        (mode, Ink::Parts(parts)) => {
            let parts: Vec<u8> = parts.into_iter().map(byte).collect();
            match (mode.bands(), &parts[..]) {
                (2, [grey, alpha]) => vec![*grey, *alpha],
                (2, _) => return Err(type_error("color must be int, or tuple of one or two elements")),
                (3, [colors @ .., _] | colors) if colors.len() == 3 => colors.to_vec(),
                (4, [red, green, blue]) => vec![*red, *green, *blue, 255],
                (4, [_, _, _, _]) => parts,
                _ => return Err(type_error("color must be int, or tuple of one, three or four elements")),
            }
        }
        (_, Ink::Text(_)) => return Ok(None),
    }))
}

/// `ImageColor.getcolor(text, mode)`.
fn named_in(text: &str, mode: Mode) -> Fallible<Ink> {
    let [red, green, blue, alpha] = named(text)?;
    let grey = i64::from(luma(&[red, green, blue]));
    let [red, green, blue, alpha] = [red, green, blue, alpha].map(i64::from);
    Ok(match mode {
        Mode::LumaAlpha | Mode::LumaPremultiplied => Ink::Parts(vec![grey, alpha]),
        Mode::Rgb | Mode::Palette => Ink::Parts(vec![red, green, blue]),
        Mode::Rgba | Mode::RgbPremultiplied => Ink::Parts(vec![red, green, blue, alpha]),
        _ => Ink::Int(grey),
    })
}

/// `ImageColor.getrgb(text)`, with the alpha.
fn named(text: &str) -> Fallible<[u8; 4]> {
    if text.chars().count() > 100 {
        return Err(value_error("color specifier is too long"));
    }
    let lower = text.to_lowercase();
    if let Some((_, rgb)) = NAMES.iter().find(|(name, _)| *name == lower) {
        let [_, red, green, blue] = rgb.to_be_bytes();
        return Ok([red, green, blue, 255]);
    }
    let unknown = || {
        let mut shown = String::new();
        crate::object::Object::repr(&Str::from(text), &mut shown);
        value_error(format!("unknown color specifier: {shown}"))
    };
    if let Some(digits) = lower.strip_prefix('#') {
        return hexadecimal(digits).ok_or_else(unknown);
    }
    let inner = lower.strip_prefix("rgb").and_then(|rest| rest.strip_suffix(')')).ok_or_else(unknown)?;
    let (inner, count) = match inner.strip_prefix("a(") {
        Some(inner) => (inner, 4),
        None => (inner.strip_prefix('(').ok_or_else(unknown)?, 3),
    };
    let parts: Option<Vec<u8>> =
        inner.split(',').map(|part| part.trim().parse::<i64>().ok().map(|part| part.clamp(0, 255) as u8)).collect();
    match parts.as_deref() {
        Some([red, green, blue]) if count == 3 => Ok([*red, *green, *blue, 255]),
        Some([red, green, blue, alpha]) if count == 4 => Ok([*red, *green, *blue, *alpha]),
        _ => Err(unknown()),
    }
}

/// 3, 4, 6 or 8 digits.
fn hexadecimal(digits: &str) -> Option<[u8; 4]> {
    let digits: Vec<u8> =
        digits.chars().map(|digit| digit.to_digit(16).map(|digit| digit as u8)).collect::<Option<_>>()?;
    match digits[..] {
        [red, green, blue] => Some([red * 17, green * 17, blue * 17, 255]),
        [red, green, blue, alpha] => Some([red * 17, green * 17, blue * 17, alpha * 17]),
        [a, b, c, d, e, f] => Some([a * 16 + b, c * 16 + d, e * 16 + f, 255]),
        [a, b, c, d, e, f, g, h] => Some([a * 16 + b, c * 16 + d, e * 16 + f, g * 16 + h]),
        _ => None,
    }
}

/// `ImageColor.colormap`: the names of CSS.
const NAMES: &[(&str, u32)] = &[
    ("aliceblue", 0xf0f8ff),
    ("antiquewhite", 0xfaebd7),
    ("aqua", 0x00ffff),
    ("aquamarine", 0x7fffd4),
    ("azure", 0xf0ffff),
    ("beige", 0xf5f5dc),
    ("bisque", 0xffe4c4),
    ("black", 0x000000),
    ("blanchedalmond", 0xffebcd),
    ("blue", 0x0000ff),
    ("blueviolet", 0x8a2be2),
    ("brown", 0xa52a2a),
    ("burlywood", 0xdeb887),
    ("cadetblue", 0x5f9ea0),
    ("chartreuse", 0x7fff00),
    ("chocolate", 0xd2691e),
    ("coral", 0xff7f50),
    ("cornflowerblue", 0x6495ed),
    ("cornsilk", 0xfff8dc),
    ("crimson", 0xdc143c),
    ("cyan", 0x00ffff),
    ("darkblue", 0x00008b),
    ("darkcyan", 0x008b8b),
    ("darkgoldenrod", 0xb8860b),
    ("darkgray", 0xa9a9a9),
    ("darkgreen", 0x006400),
    ("darkgrey", 0xa9a9a9),
    ("darkkhaki", 0xbdb76b),
    ("darkmagenta", 0x8b008b),
    ("darkolivegreen", 0x556b2f),
    ("darkorange", 0xff8c00),
    ("darkorchid", 0x9932cc),
    ("darkred", 0x8b0000),
    ("darksalmon", 0xe9967a),
    ("darkseagreen", 0x8fbc8f),
    ("darkslateblue", 0x483d8b),
    ("darkslategray", 0x2f4f4f),
    ("darkslategrey", 0x2f4f4f),
    ("darkturquoise", 0x00ced1),
    ("darkviolet", 0x9400d3),
    ("deeppink", 0xff1493),
    ("deepskyblue", 0x00bfff),
    ("dimgray", 0x696969),
    ("dimgrey", 0x696969),
    ("dodgerblue", 0x1e90ff),
    ("firebrick", 0xb22222),
    ("floralwhite", 0xfffaf0),
    ("forestgreen", 0x228b22),
    ("fuchsia", 0xff00ff),
    ("gainsboro", 0xdcdcdc),
    ("ghostwhite", 0xf8f8ff),
    ("gold", 0xffd700),
    ("goldenrod", 0xdaa520),
    ("gray", 0x808080),
    ("green", 0x008000),
    ("greenyellow", 0xadff2f),
    ("grey", 0x808080),
    ("honeydew", 0xf0fff0),
    ("hotpink", 0xff69b4),
    ("indianred", 0xcd5c5c),
    ("indigo", 0x4b0082),
    ("ivory", 0xfffff0),
    ("khaki", 0xf0e68c),
    ("lavender", 0xe6e6fa),
    ("lavenderblush", 0xfff0f5),
    ("lawngreen", 0x7cfc00),
    ("lemonchiffon", 0xfffacd),
    ("lightblue", 0xadd8e6),
    ("lightcoral", 0xf08080),
    ("lightcyan", 0xe0ffff),
    ("lightgoldenrodyellow", 0xfafad2),
    ("lightgray", 0xd3d3d3),
    ("lightgreen", 0x90ee90),
    ("lightgrey", 0xd3d3d3),
    ("lightpink", 0xffb6c1),
    ("lightsalmon", 0xffa07a),
    ("lightseagreen", 0x20b2aa),
    ("lightskyblue", 0x87cefa),
    ("lightslategray", 0x778899),
    ("lightslategrey", 0x778899),
    ("lightsteelblue", 0xb0c4de),
    ("lightyellow", 0xffffe0),
    ("lime", 0x00ff00),
    ("limegreen", 0x32cd32),
    ("linen", 0xfaf0e6),
    ("magenta", 0xff00ff),
    ("maroon", 0x800000),
    ("mediumaquamarine", 0x66cdaa),
    ("mediumblue", 0x0000cd),
    ("mediumorchid", 0xba55d3),
    ("mediumpurple", 0x9370db),
    ("mediumseagreen", 0x3cb371),
    ("mediumslateblue", 0x7b68ee),
    ("mediumspringgreen", 0x00fa9a),
    ("mediumturquoise", 0x48d1cc),
    ("mediumvioletred", 0xc71585),
    ("midnightblue", 0x191970),
    ("mintcream", 0xf5fffa),
    ("mistyrose", 0xffe4e1),
    ("moccasin", 0xffe4b5),
    ("navajowhite", 0xffdead),
    ("navy", 0x000080),
    ("oldlace", 0xfdf5e6),
    ("olive", 0x808000),
    ("olivedrab", 0x6b8e23),
    ("orange", 0xffa500),
    ("orangered", 0xff4500),
    ("orchid", 0xda70d6),
    ("palegoldenrod", 0xeee8aa),
    ("palegreen", 0x98fb98),
    ("paleturquoise", 0xafeeee),
    ("palevioletred", 0xdb7093),
    ("papayawhip", 0xffefd5),
    ("peachpuff", 0xffdab9),
    ("peru", 0xcd853f),
    ("pink", 0xffc0cb),
    ("plum", 0xdda0dd),
    ("powderblue", 0xb0e0e6),
    ("purple", 0x800080),
    ("rebeccapurple", 0x663399),
    ("red", 0xff0000),
    ("rosybrown", 0xbc8f8f),
    ("royalblue", 0x4169e1),
    ("saddlebrown", 0x8b4513),
    ("salmon", 0xfa8072),
    ("sandybrown", 0xf4a460),
    ("seagreen", 0x2e8b57),
    ("seashell", 0xfff5ee),
    ("sienna", 0xa0522d),
    ("silver", 0xc0c0c0),
    ("skyblue", 0x87ceeb),
    ("slateblue", 0x6a5acd),
    ("slategray", 0x708090),
    ("slategrey", 0x708090),
    ("snow", 0xfffafa),
    ("springgreen", 0x00ff7f),
    ("steelblue", 0x4682b4),
    ("tan", 0xd2b48c),
    ("teal", 0x008080),
    ("thistle", 0xd8bfd8),
    ("tomato", 0xff6347),
    ("turquoise", 0x40e0d0),
    ("violet", 0xee82ee),
    ("wheat", 0xf5deb3),
    ("white", 0xffffff),
    ("whitesmoke", 0xf5f5f5),
    ("yellow", 0xffff00),
    ("yellowgreen", 0x9acd32),
];
