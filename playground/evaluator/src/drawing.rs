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

/// Places: numbers, and pairs of them.
pub struct Coordinates(Cell);

impl rt::pil::imagedraw::Coordinates for Coordinates {
    fn flatten(&self, numbers: &mut Vec<f64>) -> Fallible<()> {
        match &self.0 {
            Cell::Tuple(parts) => parts.as_slice().iter().try_for_each(|part| push(part, numbers)),
            parts => {
                rt::List::<Cell>::from_cell(parts.clone())?.to_vec().iter().try_for_each(|part| push(part, numbers))
            }
        }
    }
}

fn push(part: &Cell, numbers: &mut Vec<f64>) -> Fallible<()> {
    use rt::pil::imagedraw::Coordinate as _;
    match part {
        Cell::Int(value) => value.push(numbers),
        Cell::Float(value) => value.push(numbers),
        Cell::Tuple(_) => <(Number, Number)>::from_cell(part.clone())?.push(numbers),
        pair => match rt::List::<Cell>::from_cell(pair.clone())?.to_vec()[..] {
            [ref x, ref y] => push(x, numbers).and_then(|()| push(y, numbers)),
            _ => Err(rt::exception::value_error("coordinate list must contain exactly 2 coordinates")),
        },
    }
}

impl FromCell for Coordinates {
    fn from_cell(cell: Cell) -> Fallible<Self> {
        Ok(Self(cell))
    }
    fn fits(cell: &Cell) -> bool {
        matches!(cell, Cell::Tuple(_)) || rt::List::<Cell>::fits(cell)
    }
}

/// A number of a pair.
#[derive(Clone, Copy)]
pub struct Number(f64);

impl Object for Number {
    fn type_name(&self) -> &'static str {
        self.0.type_name()
    }
    fn freeze(&self) {}
    fn repr(&self, out: &mut String) {
        self.0.repr(out);
    }
}

impl rt::pil::imagedraw::Number for Number {
    fn value(self) -> f64 {
        self.0
    }
}

impl FromCell for Number {
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
