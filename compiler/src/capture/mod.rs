//! Capture: the values of the module globals that a predictor reads.

pub mod value;
