//! `numpy.lib`.

pub mod stride_tricks;
