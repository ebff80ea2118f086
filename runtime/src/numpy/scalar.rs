//! `numpy.generic`: a number of one of numpy's types.

use super::element::Element;

/// A numpy scalar: `np.float32(1.5)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scalar<T: Element>(pub T);
