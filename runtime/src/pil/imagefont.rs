//! The module `PIL.ImageFont`: fonts of FreeType.
//!
//! Glyphs are not drawn here: their pixels were taken from Pillow when the program was compiled (`hotforge/fonts.py`), which
//! puts each at a whole pixel, wherever it stands in a text (Pillow's _imagingft.c). Which glyphs those of a text are, its
//! characters say in Pillow's basic layout, a shaper in that of Raqm.

mod layout;
#[cfg(not(target_arch = "wasm32"))]
mod shaper;
mod table;

use std::sync::{Arc, LazyLock};

pub(super) use self::layout::Anchor;
use self::table::Table;
use crate::exception::Fallible;
use crate::object::{Identity, Object};
use crate::opaque::Opaque;

/// `ImageFont.FreeTypeFont`: a font at a size.
#[derive(Debug, Clone)]
pub struct FreeTypeFont(Opaque<Arc<Table>>);

impl FreeTypeFont {
    /// The font of a table of glyphs.
    ///
    /// # Errors
    /// `ValueError` where it is none.
    pub fn from_bytes(table: &[u8]) -> Fallible<Self> {
        Ok(Self(Opaque::new(Arc::new(Table::read(table)?))))
    }
}

/// `ImageFont.load_default()`: Aileron, at a size of 10. Another font each time, as in Pillow.
pub fn load_default() -> FreeTypeFont {
    static DEFAULT: LazyLock<Arc<Table>> = LazyLock::new(|| {
        let table = Table::read(include_bytes!("imagefont/default.glyphs"));
        Arc::new(table.expect("`hotforge.fonts` wrote it"))
    });
    FreeTypeFont(Opaque::new(Arc::clone(&DEFAULT)))
}

/// Methods of `FreeTypeFont`.
pub mod free_type_font {
    use super::{Anchor, Fallible, FreeTypeFont};
    use crate::str::Str;

    /// `font.getlength(text)`.
    ///
    /// # Errors
    /// `ValueError` for a character that was not captured.
    pub fn getlength(font: &FreeTypeFont, text: &Str) -> Fallible<f64> {
        font.length(text.as_str())
    }

    /// `font.getbbox(text, anchor=…)`: left, top, right and bottom.
    ///
    /// # Errors
    /// As [`getlength`]; `ValueError` for an anchor that is none.
    pub fn getbbox(font: &FreeTypeFont, text: &Str, anchor: &Option<Str>) -> Fallible<(i64, i64, i64, i64)> {
        font.bounds(text.as_str(), &Anchor::or(anchor, "la")?)
    }

    /// `font.getmetrics()`: ascent and descent.
    pub fn getmetrics(font: &FreeTypeFont) -> (i64, i64) {
        font.0.metrics()
    }
}

impl Object for FreeTypeFont {
    fn type_name(&self) -> &'static str {
        "FreeTypeFont"
    }

    fn freeze(&self) {}

    fn repr(&self, out: &mut String) {
        out.push_str("<PIL.ImageFont.FreeTypeFont object>");
    }
}

impl Identity for FreeTypeFont {
    fn same(&self, other: &Self) -> bool {
        self.0.same(&other.0)
    }
}
