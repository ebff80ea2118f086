//! Type functions: result types that need computing. A stub names one, `-> ndarray[D, Reshape[self, shape]]`, and this
//! folder says what it gives for the types and constants of the arguments.

mod broadcast;
pub mod dtypes;
mod images;
mod indexing;
mod joining;
mod like;
mod manipulation;
mod matrices;
mod opencv;
mod outputs;
mod products;
mod reduction;
mod signal;
mod tensors;
mod transforms;

#[cfg(test)]
mod tests;

use super::{ArrayType, DType, Dim, Dims, Type};
use crate::diagnostics::Code;
use crate::ir::Constant;

/// An argument of a type function: a parameter of the stub, or what an inner type function gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Argument {
    /// Its type; of an inner function's dtype, [`Type::DType`].
    pub ty: Type,
    /// Its value, where it is known.
    pub constant: Option<Constant>,
    /// What it is written as the members of, where that is known: the elements of a tuple or list display, the
    /// arguments of a `*args` parameter, the components of an index, the three bounds of a slice. `None` for anything
    /// else.
    pub members: Option<Vec<Argument>>,
}

impl Argument {
    /// A value of which only the type is known.
    pub fn of(ty: Type) -> Self {
        Self { ty, constant: None, members: None }
    }

    /// A constant.
    pub fn constant(constant: Constant) -> Self {
        let members = match &constant {
            Constant::Tuple(values) => Some(values.iter().cloned().map(Argument::constant).collect()),
            _ => None,
        };
        Self { ty: constant.ty(), constant: Some(constant), members }
    }

    /// Several values side by side: a display, the arguments of `*args`, the components of an index.
    pub fn members(ty: Type, members: Vec<Argument>) -> Self {
        Self { ty, constant: None, members: Some(members) }
    }

    /// The value, where it is an `int` known at compile time.
    fn int(&self) -> Option<i64> {
        match self.constant {
            Some(Constant::Int(value)) => Some(value),
            Some(Constant::Bool(value)) => Some(value.into()),
            _ => None,
        }
    }

    /// The members: those written down, else those that the type of a tuple tells of.
    fn parts(&self) -> Option<Vec<Argument>> {
        match (&self.members, &self.ty) {
            (Some(members), _) => Some(members.clone()),
            (None, Type::Tuple(types)) => Some(types.iter().cloned().map(Argument::of).collect()),
            _ => None,
        }
    }

    /// Whether nothing is known of it because something before went wrong.
    fn is_unknown(&self) -> bool {
        self.ty == Type::Unknown
    }
}

/// What a type function gives.
#[derive(Debug, Clone, PartialEq)]
pub enum Computed {
    /// The dtype of an array or a scalar.
    DType(DType),
    /// The dims of an array.
    Dims(Dims),
    /// A whole type.
    Type(Type),
}

impl From<Computed> for Argument {
    fn from(computed: Computed) -> Self {
        match computed {
            Computed::DType(dtype) => Argument::of(Type::DType(dtype)),
            Computed::Dims(dims) => Argument::of(Type::Array(ArrayType { dtype: DType::Bool, dims })),
            Computed::Type(ty) => Argument::of(ty),
        }
    }
}

/// Why a type function gives nothing.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// The overload is not the one that is meant: try the next.
    DoesNotFit,
    /// An argument is [`Type::Unknown`], which has been reported: the result is unknown too.
    Silent,
    /// The call is wrong or cannot be compiled.
    Reported {
        /// What kind of problem.
        code: Code,
        /// One line, where numpy raises in its words.
        message: String,
        /// What to write instead.
        help: Option<String>,
    },
}

impl Problem {
    fn new(code: Code, message: impl Into<String>) -> Self {
        Problem::Reported { code, message: message.into(), help: None }
    }

    fn help(self, advice: impl Into<String>) -> Self {
        match self {
            Problem::Reported { code, message, .. } => Problem::Reported { code, message, help: Some(advice.into()) },
            other => other,
        }
    }

    /// The number of axes decides the result, and is unknown.
    fn unknown_rank(what: &str) -> Self {
        Problem::new(Code::UnknownRank, format!("{what} of an array with an unknown number of axes"))
            .help("say how many: of a parameter by `np.ndarray[tuple[int, int], np.dtype[np.float32]]`, of any array by `reshape`")
    }
}

/// The result of a type function.
pub type Outcome = Result<Computed, Problem>;

/// What a type function gives for its arguments; `None` where there is no function of that name.
pub fn compute(name: &str, arguments: &[Argument]) -> Option<Outcome> {
    let (_, function) = FUNCTIONS.iter().find(|(known, _)| *known == name)?;
    if arguments.iter().any(Argument::is_unknown) {
        return Some(Err(Problem::Silent));
    }
    Some(function(arguments))
}

/// Whether there is a type function of that name.
pub fn is_function(name: &str) -> bool {
    FUNCTIONS.iter().any(|(known, _)| *known == name)
}

type Function = fn(&[Argument]) -> Outcome;

/// Every type function by its name in the stubs.
const FUNCTIONS: &[(&str, Function)] = &[
    ("DTypeOf", dtypes::dtype_of),
    ("Promote", dtypes::promote),
    ("Subtract", dtypes::subtract),
    ("Quotient", dtypes::quotient),
    ("Integral", dtypes::integral),
    ("Bits", dtypes::bits),
    ("Signed", dtypes::signed),
    ("Inexact", dtypes::inexact),
    ("RealInexact", dtypes::real_inexact),
    ("RealPart", dtypes::real_part),
    ("RealPromote", dtypes::real_promote),
    ("OrderedDType", dtypes::ordered_dtype),
    ("Whole", dtypes::whole),
    ("Spread", dtypes::spread),
    ("RealTruth", dtypes::real_truth),
    ("Integers", dtypes::integers),
    ("ComplexPart", dtypes::complex_part),
    ("BitCount", dtypes::bit_count),
    ("SetDType", dtypes::set_dtype_of),
    ("NumberDType", dtypes::number_dtype),
    ("InexactDType", dtypes::inexact_dtype),
    ("OrderedNumber", dtypes::ordered_number),
    ("OrderedMean", dtypes::ordered_mean),
    ("QuantileDType", dtypes::quantile),
    ("WeightedMean", dtypes::weighted_mean),
    ("PackedBits", dtypes::packed_bits),
    ("UnpackedBits", dtypes::unpacked_bits),
    ("FromBytes", dtypes::from_bytes),
    ("SelectDType", dtypes::select),
    ("RealFloat64", dtypes::real_float64),
    ("RealInt64", dtypes::real_int64),
    ("CountedInt64", dtypes::counted),
    ("CountedFloat64", dtypes::counted_weights),
    ("Compared", dtypes::compared),
    ("Sum", dtypes::sum),
    ("Mean", dtypes::mean),
    ("Started", outputs::started),
    ("Masked", outputs::masked),
    ("Filled", outputs::filled),
    ("Elementwise", broadcast::elementwise),
    ("NoAxes", broadcast::no_axes),
    ("Broadcast", broadcast::broadcast),
    ("InPlace", broadcast::in_place),
    ("Matmul", broadcast::matmul),
    ("Dot", broadcast::dot),
    ("MatmulScalar", broadcast::matmul_scalar),
    ("DimsOf", like::dims_of),
    ("ShapeDims", like::shape_dims),
    ("SizeDims", like::size_dims),
    ("Shape1", like::shape_tuple::<1>),
    ("Shape2", like::shape_tuple::<2>),
    ("Shape3", like::shape_tuple::<3>),
    ("Shape4", like::shape_tuple::<4>),
    ("Nested0", like::nested::<0>),
    ("Nested1", like::nested::<1>),
    ("Nested2", like::nested::<2>),
    ("Nested3", like::nested::<3>),
    ("Nested4", like::nested::<4>),
    ("Number", like::number),
    ("AnyLength", like::any_length),
    ("Positions1", like::positions::<1>),
    ("Positions2", like::positions::<2>),
    ("Positions3", like::positions::<3>),
    ("Positions4", like::positions::<4>),
    ("ElementAt", indexing::element_at),
    ("Indexed", indexing::indexed),
    ("Item", indexing::item),
    ("ItemScalar", indexing::item_scalar),
    ("ReducedScalar", reduction::reduced_scalar),
    ("Reduced", reduction::reduced),
    ("VectorScalar", reduction::vector_scalar),
    ("AlongAxis", reduction::along_axis),
    ("Reshape", manipulation::reshape),
    ("Transpose", manipulation::transpose),
    ("ExpandDims", manipulation::expand_dims),
    ("Squeeze", manipulation::squeeze),
    ("Swapaxes", manipulation::swapaxes),
    ("Concatenate", manipulation::concatenate),
    ("Stack", manipulation::stack),
    ("Vstack", manipulation::vstack),
    ("Hstack", manipulation::hstack),
    ("Taken", manipulation::taken),
    ("Repeated", manipulation::repeated),
    ("Tiled", manipulation::tiled),
    ("Outer", manipulation::outer),
    ("ImageOf", images::image_of),
    ("SameMode", images::same_mode),
    ("ImageDType", images::image_dtype),
    ("ImageDims", images::image_dims),
    ("Bands", images::bands),
    ("ChannelsFirst", images::channels_first),
    ("ImageOfChannels", images::image_of_channels),
    ("ImageOfPixels", images::image_of_pixels),
    ("ImageOfUnit", images::image_of_unit),
    ("Framed", signal::framed),
    ("Unframed", signal::unframed),
    ("Regions", tensors::regions),
    ("SameImage", opencv::same_image),
    ("ResizedImage", opencv::resized_image),
    ("WarpedImage", opencv::warped_image),
    ("ImageDepth", opencv::depth),
    ("Recolored", opencv::recolored),
    ("SuppressedType", tensors::suppressed),
    ("ImageOfArray", images::image_of_array),
    ("SplitDims", manipulation::split),
    ("TakenAlong", joining::taken_along),
    ("WhereInteger", joining::where_integer),
    ("Stored", joining::stored),
    ("RowsOfPositions", joining::rows_of_positions),
    ("Chosen", joining::chosen),
    ("BroadcastTo", joining::broadcast_to),
    ("Windows", joining::windows),
    ("Diagonal", joining::diagonal),
    ("Diag", joining::diag),
    ("AnyMatrix", joining::any_rank::<2>),
    ("AnyCube", joining::any_rank::<3>),
    ("Triangle", joining::triangle),
    ("AtLeast1", joining::at_least::<1>),
    ("AtLeast2", joining::at_least::<2>),
    ("AtLeast3", joining::at_least::<3>),
    ("Dstack", joining::dstack),
    ("ColumnStack", joining::column_stack),
    ("VsplitDims", joining::fixed_split::<0>),
    ("HsplitDims", joining::fixed_split::<1>),
    ("DsplitDims", joining::fixed_split::<2>),
    ("Rot90", joining::rot90),
    ("Moved", joining::moved),
    ("Padded", joining::padded),
    ("Unravelled1", joining::unravelled::<1>),
    ("Unravelled2", joining::unravelled::<2>),
    ("Unravelled3", joining::unravelled::<3>),
    ("Unravelled4", joining::unravelled::<4>),
    ("UnravelledArrays1", joining::unravelled_arrays::<1>),
    ("UnravelledArrays2", joining::unravelled_arrays::<2>),
    ("UnravelledArrays3", joining::unravelled_arrays::<3>),
    ("UnravelledArrays4", joining::unravelled_arrays::<4>),
    ("BroadcastParts", joining::broadcast_parts),
    ("Column", joining::column),
    ("Row", joining::row),
    ("Shortened", joining::shortened),
    ("Viewed", joining::viewed),
    ("FromItems", joining::from_items),
    ("Tensordot", products::tensordot),
    ("Inner", products::inner),
    ("InnerScalar", products::inner_scalar),
    ("TraceScalar", products::trace),
    ("Kron", products::kron),
    ("Einsum", products::einsum),
    ("EinsumScalar", products::einsum_scalar),
    ("Quantiles", reduction::quantiles),
    ("QuantilesDims", reduction::quantiles_dims),
    ("WholeShares", reduction::whole_shares),
    ("ReducedAxis", reduction::reduced_axis),
    ("Covariances", reduction::covariances),
    ("GradientOfVector", reduction::gradient::<1>),
    ("GradientOfMatrix", reduction::gradient::<2>),
    ("NumberOf", reduction::number_of),
    ("Frequencies", transforms::frequencies),
    ("RealFrequencies", transforms::real_frequencies),
    ("Samples", transforms::samples),
    ("Transformed", transforms::transformed),
    ("HalfTransformed", transforms::half_transformed),
    ("WholeTransformed", transforms::whole_transformed),
    ("LinalgDType", matrices::linalg_dtype),
    ("ComplexLinalgDType", matrices::complex_linalg_dtype),
    ("SquareMatrices", matrices::square),
    ("Determinants", matrices::determinants),
    ("Determinant", matrices::determinant),
    ("SolutionDType", matrices::solution_dtype),
    ("Solution", matrices::solution),
    ("EigenValues", matrices::eigen_values),
    ("SingularValues", matrices::singular_values),
    ("LeftVectors", matrices::left_vectors),
    ("RightVectors", matrices::right_vectors),
    ("Orthogonal", matrices::orthogonal),
    ("UpperTriangle", matrices::upper_triangle),
    ("PseudoInverse", matrices::pseudo_inverse),
    ("MatrixScalar", matrices::matrix_scalar),
    ("RankOf", matrices::rank),
    ("LeastSquares", matrices::least_squares),
    ("TensorData", tensors::data),
    ("ResultType", tensors::result_type),
    ("DifferenceType", tensors::difference),
    ("Divided", tensors::divided),
    ("RealNumbers", tensors::real_numbers),
    ("Bitwise", tensors::bitwise),
    ("InOrder", tensors::ordered),
    ("Negated", tensors::negated),
    ("Floating", tensors::analysis),
    ("FloatOnly", tensors::float_only),
    ("Summing", tensors::summing),
    ("ChangedTensor", tensors::changed),
    ("Product", tensors::product),
    ("SameDType", tensors::same_dtype),
    ("Resized", tensors::resized),
    ("Flattened", tensors::flattened),
    ("Expanded", tensors::expanded),
    ("Appended", tensors::appended),
    ("Spatial", tensors::spatial),
    ("LastTwo", tensors::last_two),
    ("AnyLengths", tensors::any_lengths),
    ("Repeats", tensors::repeats),
    ("SizesOf", tensors::sizes),
    ("TruthType", tensors::truth),
    ("Distances", tensors::distances),
    ("OtherLength", tensors::other_length),
    ("GridSampled", tensors::grid_sampled),
    ("NonzeroDims", tensors::nonzero),
];

/// The dtype that a class of the module `numpy` names, its aliases on 64-bit systems included: `float32`, `bool_`, `int_`.
pub fn dtype_named(name: &str) -> Option<DType> {
    match name {
        "bool_" => Some(DType::Bool),
        "byte" => Some(DType::Int8),
        "short" => Some(DType::Int16),
        "intc" => Some(DType::Int32),
        "int_" | "intp" | "long" | "longlong" => Some(DType::Int64),
        "ubyte" => Some(DType::UInt8),
        "ushort" => Some(DType::UInt16),
        "uintc" => Some(DType::UInt32),
        "uint" | "uintp" | "ulong" | "ulonglong" => Some(DType::UInt64),
        "half" => Some(DType::Float16),
        "single" => Some(DType::Float32),
        "double" => Some(DType::Float64),
        "csingle" => Some(DType::Complex64),
        "cdouble" => Some(DType::Complex128),
        other => DType::from_name(other),
    }
}

/// The dtype that torch calls so, its other names included: `float32`, `long`.
pub fn tensor_dtype_named(name: &str) -> Option<DType> {
    match name {
        "half" => Some(DType::Float16),
        "float" => Some(DType::Float32),
        "double" => Some(DType::Float64),
        "short" => Some(DType::Int16),
        "int" => Some(DType::Int32),
        "long" => Some(DType::Int64),
        "cfloat" => Some(DType::Complex64),
        "cdouble" => Some(DType::Complex128),
        other => DType::from_name(other),
    }
}

/// The shape as numpy writes it: `(2,)`, `(2,3)`; a length that is unknown by its name or as `?`.
fn shape_text(dims: &[Dim]) -> String {
    let lengths: Vec<String> = dims
        .iter()
        .map(|dim| match dim {
            Dim::Known(length) => length.to_string(),
            Dim::Named(name) => name.to_string(),
            Dim::Any => "?".into(),
        })
        .collect();
    if let [only] = lengths.as_slice() { format!("({only},)") } else { format!("({})", lengths.join(",")) }
}

/// An axis counted from the front.
fn normalize_axis(axis: i64, rank: usize) -> Result<usize, Problem> {
    let from_front = if axis < 0 { axis + rank as i64 } else { axis };
    usize::try_from(from_front).ok().filter(|&axis| axis < rank).ok_or_else(|| {
        Problem::new(Code::ShapeMismatch, format!("axis {axis} is out of bounds for array of dimension {rank}"))
    })
}

/// A constant axis counted from the front.
fn constant_axis(axis: &Argument, rank: usize) -> Result<usize, Problem> {
    match axis.int() {
        Some(axis) => normalize_axis(axis, rank),
        None => Err(axis_must_be_constant()),
    }
}

fn axis_must_be_constant() -> Problem {
    Problem::new(Code::ConstantRequired, "`axis` decides the shape of the result and must be a constant")
}
