//! `collections`: containers beside the built-in ones. CPython's manual, "collections — Container datatypes".

pub mod counter;
pub mod defaultdict;
pub mod deque;
mod mapping;
pub mod ordered_dict;

pub use counter::Counter;
pub use defaultdict::Defaultdict;
pub use deque::Deque;
pub use ordered_dict::OrderedDict;
