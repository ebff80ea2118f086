//! `wave`: files of samples, in memory (CPython's Lib/wave.py and the chunks of Lib/chunk.py).

mod reading;
mod writing;

use crate::exception::{Exception, Raised};
use crate::str::Str;

pub use reading::Wave_read;
pub use writing::Wave_write;
pub mod wave_read {
    //! Methods of what `open` gives for reading.
    pub use super::reading::*;
}
pub mod wave_write {
    //! Methods of what `open` gives for writing.
    pub use super::writing::*;
}
pub use reading::open as open_to_read;
pub use writing::open as open_to_write;

/// What `getparams` gives: channels, bytes of a sample, frames of a second, frames, and that nothing is compressed.
type Params = (i64, i64, i64, i64, Str, Str);

/// The only way that samples are kept.
const PCM: u16 = 1;

#[cold]
fn error(message: impl Into<String>) -> Raised {
    Exception::new("wave.Error", message)
}
