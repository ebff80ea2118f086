//! The functions of Python's `builtins`.

mod arguments;
mod boxed;
mod iteration;
mod number;
mod order;
mod output;
mod unpacking;

pub use arguments::{expect_arguments, expect_keywords, expect_several};
pub use boxed::boxed;
pub use iteration::{
    Enumerate, Filter, Map, enumerate, filter, map, next, next_or, zip, zip_strict, zip1, zip3, zip3_strict, zip4,
    zip4_strict, zip5, zip5_strict, zip6, zip6_strict,
};
pub(crate) use number::surrogate;
pub use number::{bin, chr, hex, oct, ord, ord_bytes};
pub use order::{
    all, any, max, max_by_key, max_default, max_either, max_none, max_of, max_pairs, max_pairs_or_none, min,
    min_by_key, min_default, min_either, min_none, min_of, min_pairs, min_pairs_or_none, sorted, sorted_by_key,
    sorted_pairs, sum, sum_float, sum_floats, sum_lists, sum_tuples,
};
pub use output::{print, print_error};
pub use unpacking::{unpack, unpack_star};
