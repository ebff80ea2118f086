//! The module `cv2`: images as arrays of rows, columns and channels, with the results of OpenCV 5.
//!
//! What OpenCV computes in whole numbers is computed in the same whole numbers here; of floats the order of the operations is
//! not known, since it depends on the processor.

mod blur;
mod border;
mod borders;
mod codecs;
mod color;
mod contours;
pub mod dnn;
mod geometry;
mod hull;
mod mean;
mod morphology;
mod outlines;
mod pixels;
mod polygon;
mod resize;
mod taps;
mod threshold;
mod warp;

pub use blur::gaussian_blur as GaussianBlur;
pub use border::copy_make_border as copyMakeBorder;
pub use codecs::{imdecode_color, imdecode_gray, imencode, imencode_plain};
pub use color::cvt_color as cvtColor;
pub use contours::{
    arc_length as arcLength, arc_length_of_floats, bounding_rect as boundingRect, bounding_rect_of_floats,
    contour_area as contourArea, contour_area_of_floats,
};
pub use geometry::{
    flip, get_affine_transform as getAffineTransform, get_perspective_transform as getPerspectiveTransform,
    get_rotation_matrix_2d as getRotationMatrix2D, rotate,
};
pub use mean::{mean, mean_within};
pub use morphology::{dilate, erode, get_structuring_element as getStructuringElement, morphology_ex as morphologyEx};
pub use outlines::{
    box_points as boxPoints, convex_hull_of as convexHull, fill_poly as fillPoly, find_contours as findContours,
    min_area_rect as minAreaRect,
};
pub use resize::{resize, resize_by, resize_by_floats, resize_floats};
pub use threshold::{threshold, threshold_floats};
pub use warp::{warp_affine as warpAffine, warp_perspective as warpPerspective};
