//! Colours and coordinates as operators of Pillow take them: of whatever type they are.

use hotforge_runtime as rt;
use rt::pil::Ink;
use rt::{Fallible, Object};

use crate::cell::Cell;
use crate::convert::{FromCell, mismatch};

/// A colour.
pub struct Color(Ink);

impl rt::pil::Color for Color {
    fn ink(&self) -> Ink {
        self.0.clone()
    }
}

impl FromCell for Color {
    fn from_cell(cell: Cell) -> Fallible<Self> {
        Ok(Self(match cell {
            Cell::None => Ink::None,
            Cell::Bool(value) => Ink::Int(value.into()),
            Cell::Int(value) => Ink::Int(value),
            Cell::Float(value) => Ink::Float(value),
            Cell::Str(name) => Ink::Text(name.as_str().to_owned()),
            Cell::Tuple(parts) => {
                let number = |part: &Cell| i64::from_cell(part.clone()).ok();
                parts.as_slice().iter().map(number).collect::<Option<_>>().map_or(Ink::Floats, Ink::Parts)
            }
            Cell::Tagged(_, value) => return Self::from_cell((*value).clone()),
            other => return Err(mismatch::<Self>(&other)),
        }))
    }
    fn fits(cell: &Cell) -> bool {
        matches!(cell, Cell::None | Cell::Bool(_) | Cell::Int(_) | Cell::Float(_) | Cell::Str(_) | Cell::Tuple(_))
    }
}

/// A coordinate.
#[derive(Clone, Copy)]
pub struct Coordinate(f64);

impl Object for Coordinate {
    fn type_name(&self) -> &'static str {
        self.0.type_name()
    }
    fn freeze(&self) {}
    fn repr(&self, out: &mut String) {
        self.0.repr(out);
    }
}

impl rt::pil::imagedraw::image_draw::Coordinate for Coordinate {
    fn value(self) -> f64 {
        self.0
    }
}

impl FromCell for Coordinate {
    fn from_cell(cell: Cell) -> Fallible<Self> {
        match cell {
            Cell::Int(value) => Ok(Self(value as f64)),
            other => f64::from_cell(other).map(Self),
        }
    }
    fn fits(cell: &Cell) -> bool {
        matches!(cell, Cell::Int(_) | Cell::Float(_))
    }
}
