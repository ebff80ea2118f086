//! `image.load()`: the pixels of an image by their places.

use super::color::Color;
use super::content::Image;
use super::methods::{self, getpixel_float, getpixel1, getpixel2, getpixel3, getpixel4};
use crate::exception::Fallible;
use crate::object::{Identity, Object};

macro_rules! accesses {
    ($($(#[$doc:meta])* $name:ident: $load:ident, $get:ident = $getpixel:ident -> $pixel:ty, $set:ident;)+) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $name(Image);

        /// `image.load()`.
        ///
        /// # Errors
        /// `OSError` where the pixels could not be decoded.
        pub fn $load(image: &Image) -> Fallible<$name> {
            image.with(|_| Ok(()))?;
            Ok($name(image.clone()))
        }

        /// `access[x, y]`.
        ///
        /// # Errors
        /// `IndexError` for a place outside of the image.
        pub fn $get(access: &$name, xy: &(i64, i64)) -> Fallible<$pixel> {
            $getpixel(&access.0, xy)
        }

        /// `access[x, y] = value`.
        ///
        /// # Errors
        /// `IndexError` for a place outside of the image; `TypeError` for a colour that is none of the mode.
        pub fn $set(access: &$name, xy: &(i64, i64), value: &impl Color) -> Fallible<()> {
            methods::putpixel(&access.0, xy, value)
        }

        impl Object for $name {
            fn type_name(&self) -> &'static str {
                "PixelAccess"
            }

            fn freeze(&self) {
                self.0.freeze();
            }

            fn repr(&self, out: &mut String) {
                out.push_str("<PixelAccess object>");
            }
        }

        impl Identity for $name {
            fn same(&self, other: &Self) -> bool {
                self.0.same(&other.0)
            }
        }
    )+ };
}
accesses! {
    /// Pixels of one number.
    PixelAccess: load1, get1 = getpixel1 -> i64, set1;
    /// Pixels of one float.
    PixelAccessFloat: load_float, get_float = getpixel_float -> f64, set_float;
    /// Pixels of two numbers.
    PixelAccess2: load2, get2 = getpixel2 -> (i64, i64), set2;
    /// Pixels of three numbers.
    PixelAccess3: load3, get3 = getpixel3 -> (i64, i64, i64), set3;
    /// Pixels of four numbers.
    PixelAccess4: load4, get4 = getpixel4 -> (i64, i64, i64, i64), set4;
}
