"""Arrays of numbers: `import numpy as np`."""

pi: Final = 3.141592653589793
e: Final = 2.718281828459045
inf: Final = float("inf")
nan: Final = float("nan")
newaxis: Final = None

class ndarray[D, S]:
    """An array: elements of one type along some axes. Slices of it are views of the same elements."""

    @overload
    @property
    @native("numpy::ndarray::shape_1")
    @raises(RuntimeError)
    def shape(self) -> Shape1[self]:
        """The length of each axis."""

    @overload
    @property
    @native("numpy::ndarray::shape_2")
    @raises(RuntimeError)
    def shape(self) -> Shape2[self]:
        """The length of each axis."""

    @overload
    @property
    @native("numpy::ndarray::shape_3")
    @raises(RuntimeError)
    def shape(self) -> Shape3[self]:
        """The length of each axis."""

    @overload
    @property
    @native("numpy::ndarray::shape_4")
    @raises(RuntimeError)
    def shape(self) -> Shape4[self]:
        """The length of each axis."""

    @overload
    @property
    def shape(self) -> tuple[int, ...]:
        """The length of each axis."""

    @property
    def ndim(self) -> int:
        """The number of axes."""

    @property
    def size(self) -> int:
        """The number of elements."""

    @property
    def itemsize(self) -> int:
        """The size of an element in bytes."""

    @property
    def nbytes(self) -> int:
        """The size of all elements in bytes."""

    @property
    def dtype(self) -> type[D]:
        """The type of the elements."""

    @property
    @native("numpy::ndarray::t")
    def T(self) -> ndarray[D, Transpose[self]]:
        """The array with its axes in reverse order: a view."""

    @raises(TypeError)
    def __len__(self) -> int:
        """The length of the first axis."""

    @raises(ValueError)
    def __bool__(self) -> bool:
        """The truth of the only element."""

    @raises(TypeError, ValueError, OverflowError)
    def __int__(self) -> int:
        """The only element as an `int`."""

    @raises(TypeError)
    def __float__(self) -> float:
        """The only element as a `float`."""

    @overload
    @native("numpy::ndarray::iter_scalars")
    @raises(TypeError)
    def __iter__(self) -> Iterator[ItemScalar[self]]:
        """Iterate over the first axis."""

    @overload
    @raises(TypeError)
    def __iter__(self) -> Iterator[Item[self]]:
        """Iterate over the first axis."""

    @raises(ValueError)
    def __contains__(self, value: Operand) -> bool:
        """Whether any element is equal to the value."""

    @overload
    @native("numpy::ndarray::element")
    @raises(IndexError)
    def __getitem__(self, index: Index) -> ElementAt[self, index]:
        """The element at an integer for each axis."""

    @overload
    @raises(IndexError, ValueError)
    def __getitem__(self, index: Index) -> ndarray[D, Indexed[self, index]]:
        """The elements that the index selects: a view, unless there are arrays in the index."""

    @raises(IndexError, ValueError, OverflowError)
    @mutates
    def __setitem__(self, index: Index, value: Operand) -> None:
        """Store a value in the elements that the index selects."""

    @native("numpy::add")
    @raises(ValueError, OverflowError)
    def __add__(self, other: Operand) -> Elementwise[Promote[self, other], self, other]:
        """Add the operands."""

    @native("numpy::ndarray::radd")
    @raises(ValueError, OverflowError)
    def __radd__(self, other: Operand) -> Elementwise[Promote[other, self], self, other]:
        """Add the operands."""

    @native("numpy::subtract")
    @raises(ValueError, OverflowError)
    def __sub__(self, other: Operand) -> Elementwise[Subtract[self, other], self, other]:
        """Subtract the second operand from the first."""

    @native("numpy::ndarray::rsub")
    @raises(ValueError, OverflowError)
    def __rsub__(self, other: Operand) -> Elementwise[Subtract[other, self], self, other]:
        """Subtract the second operand from the first."""

    @native("numpy::multiply")
    @raises(ValueError, OverflowError)
    def __mul__(self, other: Operand) -> Elementwise[Promote[self, other], self, other]:
        """Multiply the operands."""

    @native("numpy::ndarray::rmul")
    @raises(ValueError, OverflowError)
    def __rmul__(self, other: Operand) -> Elementwise[Promote[other, self], self, other]:
        """Multiply the operands."""

    @native("numpy::divide")
    @raises(ValueError, OverflowError)
    def __truediv__(self, other: Operand) -> Elementwise[Quotient[self, other], self, other]:
        """Divide, giving floats."""

    @native("numpy::ndarray::rtruediv")
    @raises(ValueError, OverflowError)
    def __rtruediv__(self, other: Operand) -> Elementwise[Quotient[other, self], self, other]:
        """Divide, giving floats."""

    @native("numpy::floor_divide")
    @raises(ValueError, OverflowError)
    def __floordiv__(self, other: Operand) -> Elementwise[Whole[self, other], self, other]:
        """Divide, rounding down."""

    @native("numpy::ndarray::rfloordiv")
    @raises(ValueError, OverflowError)
    def __rfloordiv__(self, other: Operand) -> Elementwise[Whole[other, self], self, other]:
        """Divide, rounding down."""

    @native("numpy::remainder")
    @raises(ValueError, OverflowError)
    def __mod__(self, other: Operand) -> Elementwise[Whole[self, other], self, other]:
        """The remainder, with the sign of the divisor."""

    @native("numpy::ndarray::rmod")
    @raises(ValueError, OverflowError)
    def __rmod__(self, other: Operand) -> Elementwise[Whole[other, self], self, other]:
        """The remainder, with the sign of the divisor."""

    @native("numpy::power")
    @raises(ValueError, OverflowError)
    def __pow__(self, other: Operand) -> Elementwise[Integral[self, other], self, other]:
        """Raise to a power."""

    @native("numpy::ndarray::rpow")
    @raises(ValueError, OverflowError)
    def __rpow__(self, other: Operand) -> Elementwise[Integral[other, self], self, other]:
        """Raise to a power."""

    @native("numpy::bitwise_and")
    @raises(ValueError, OverflowError)
    def __and__(self, other: Operand) -> Elementwise[Bits[self, other], self, other]:
        """Bitwise and; logical for booleans."""

    @native("numpy::ndarray::rand")
    @raises(ValueError, OverflowError)
    def __rand__(self, other: Operand) -> Elementwise[Bits[other, self], self, other]:
        """Bitwise and; logical for booleans."""

    @native("numpy::bitwise_or")
    @raises(ValueError, OverflowError)
    def __or__(self, other: Operand) -> Elementwise[Bits[self, other], self, other]:
        """Bitwise or; logical for booleans."""

    @native("numpy::ndarray::ror")
    @raises(ValueError, OverflowError)
    def __ror__(self, other: Operand) -> Elementwise[Bits[other, self], self, other]:
        """Bitwise or; logical for booleans."""

    @native("numpy::bitwise_xor")
    @raises(ValueError, OverflowError)
    def __xor__(self, other: Operand) -> Elementwise[Bits[self, other], self, other]:
        """Bitwise exclusive or; logical for booleans."""

    @native("numpy::ndarray::rxor")
    @raises(ValueError, OverflowError)
    def __rxor__(self, other: Operand) -> Elementwise[Bits[other, self], self, other]:
        """Bitwise exclusive or; logical for booleans."""

    @native("numpy::equal")
    @raises(ValueError)
    def __eq__(self, other: Operand) -> Elementwise[Compared[self, other], self, other]:
        """Compare element by element."""

    @native("numpy::not_equal")
    @raises(ValueError)
    def __ne__(self, other: Operand) -> Elementwise[Compared[self, other], self, other]:
        """Compare element by element."""

    @native("numpy::less")
    @raises(ValueError)
    def __lt__(self, other: Operand) -> Elementwise[Compared[self, other], self, other]:
        """Compare element by element."""

    @native("numpy::less_equal")
    @raises(ValueError)
    def __le__(self, other: Operand) -> Elementwise[Compared[self, other], self, other]:
        """Compare element by element."""

    @native("numpy::greater")
    @raises(ValueError)
    def __gt__(self, other: Operand) -> Elementwise[Compared[self, other], self, other]:
        """Compare element by element."""

    @native("numpy::greater_equal")
    @raises(ValueError)
    def __ge__(self, other: Operand) -> Elementwise[Compared[self, other], self, other]:
        """Compare element by element."""

    @native("numpy::negative")
    def __neg__(self) -> Elementwise[Signed[self], self]:
        """Change the sign."""

    @native("numpy::positive")
    def __pos__(self) -> Elementwise[Signed[self], self]:
        """The same values."""

    @native("numpy::absolute")
    def __abs__(self) -> Elementwise[RealPart[self], self]:
        """The absolute values."""

    @native("numpy::invert")
    def __invert__(self) -> Elementwise[Bits[self], self]:
        """Invert the bits; logical for booleans."""

    @raises(ValueError, OverflowError)
    @mutates
    def __iadd__(self, other: Operand) -> InPlace[self, Promote[self, other], other]:
        """Add the operands, in place."""

    @raises(ValueError, OverflowError)
    @mutates
    def __isub__(self, other: Operand) -> InPlace[self, Subtract[self, other], other]:
        """Subtract the second operand from the first, in place."""

    @raises(ValueError, OverflowError)
    @mutates
    def __imul__(self, other: Operand) -> InPlace[self, Promote[self, other], other]:
        """Multiply the operands, in place."""

    @raises(ValueError, OverflowError)
    @mutates
    def __itruediv__(self, other: Operand) -> InPlace[self, Quotient[self, other], other]:
        """Divide, giving floats, in place."""

    @raises(ValueError, OverflowError)
    @mutates
    def __ifloordiv__(self, other: Operand) -> InPlace[self, Whole[self, other], other]:
        """Divide, rounding down, in place."""

    @raises(ValueError, OverflowError)
    @mutates
    def __imod__(self, other: Operand) -> InPlace[self, Whole[self, other], other]:
        """The remainder, with the sign of the divisor, in place."""

    @raises(ValueError, OverflowError)
    @mutates
    def __ipow__(self, other: Operand) -> InPlace[self, Integral[self, other], other]:
        """Raise to a power, in place."""

    @raises(ValueError, OverflowError)
    @mutates
    def __iand__(self, other: Operand) -> InPlace[self, Bits[self, other], other]:
        """Bitwise and; logical for booleans, in place."""

    @raises(ValueError, OverflowError)
    @mutates
    def __ior__(self, other: Operand) -> InPlace[self, Bits[self, other], other]:
        """Bitwise or; logical for booleans, in place."""

    @raises(ValueError, OverflowError)
    @mutates
    def __ixor__(self, other: Operand) -> InPlace[self, Bits[self, other], other]:
        """Bitwise exclusive or; logical for booleans, in place."""

    @overload
    @native("numpy::matmul_scalar")
    @raises(ValueError)
    def __matmul__(self, other: ArrayLike) -> MatmulScalar[self, other]:
        """The scalar product of two vectors."""

    @overload
    @native("numpy::matmul")
    @raises(ValueError)
    def __matmul__(self, other: ArrayLike) -> Matmul[self, other]:
        """The matrix product."""

    @overload
    @native("numpy::sum_scalar")
    @raises(ValueError)
    def sum(self, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[Sum[self], self, axis]:
        """The sum of the elements along an axis."""

    @overload
    @native("numpy::sum")
    @raises(ValueError)
    def sum(self, axis: Axes = None, *, keepdims: bool = False) -> Reduced[Sum[self], self, axis, keepdims]:
        """The sum of the elements along an axis."""

    @overload
    @native("numpy::prod_scalar")
    @raises(ValueError)
    def prod(self, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[Sum[self], self, axis]:
        """The product of the elements along an axis."""

    @overload
    @native("numpy::prod")
    @raises(ValueError)
    def prod(self, axis: Axes = None, *, keepdims: bool = False) -> Reduced[Sum[self], self, axis, keepdims]:
        """The product of the elements along an axis."""

    @overload
    @native("numpy::mean_scalar")
    @raises(ValueError)
    def mean(self, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[Mean[self], self, axis]:
        """The mean of the elements along an axis."""

    @overload
    @native("numpy::mean")
    @raises(ValueError)
    def mean(self, axis: Axes = None, *, keepdims: bool = False) -> Reduced[Mean[self], self, axis, keepdims]:
        """The mean of the elements along an axis."""

    @overload
    @native("numpy::var_scalar")
    @raises(ValueError)
    def var(
        self, axis: Axes = None, *, ddof: int = 0, keepdims: Literal[False] = False
    ) -> ReducedScalar[Spread[self], self, axis]:
        """The variance of the elements along an axis."""

    @overload
    @native("numpy::var")
    @raises(ValueError)
    def var(
        self, axis: Axes = None, *, ddof: int = 0, keepdims: bool = False
    ) -> Reduced[Spread[self], self, axis, keepdims]:
        """The variance of the elements along an axis."""

    @overload
    @native("numpy::std_scalar")
    @raises(ValueError)
    def std(
        self, axis: Axes = None, *, ddof: int = 0, keepdims: Literal[False] = False
    ) -> ReducedScalar[Spread[self], self, axis]:
        """The standard deviation of the elements along an axis."""

    @overload
    @native("numpy::std")
    @raises(ValueError)
    def std(
        self, axis: Axes = None, *, ddof: int = 0, keepdims: bool = False
    ) -> Reduced[Spread[self], self, axis, keepdims]:
        """The standard deviation of the elements along an axis."""

    @overload
    @native("numpy::min_scalar")
    @raises(ValueError)
    def min(self, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[DTypeOf[self], self, axis]:
        """The least element along an axis."""

    @overload
    @native("numpy::min")
    @raises(ValueError)
    def min(self, axis: Axes = None, *, keepdims: bool = False) -> Reduced[DTypeOf[self], self, axis, keepdims]:
        """The least element along an axis."""

    @overload
    @native("numpy::max_scalar")
    @raises(ValueError)
    def max(self, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[DTypeOf[self], self, axis]:
        """The greatest element along an axis."""

    @overload
    @native("numpy::max")
    @raises(ValueError)
    def max(self, axis: Axes = None, *, keepdims: bool = False) -> Reduced[DTypeOf[self], self, axis, keepdims]:
        """The greatest element along an axis."""

    @overload
    @native("numpy::any_scalar")
    @raises(ValueError)
    def any(self, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[bool, self, axis]:
        """Whether any element along an axis is true."""

    @overload
    @native("numpy::any")
    @raises(ValueError)
    def any(self, axis: Axes = None, *, keepdims: bool = False) -> Reduced[bool, self, axis, keepdims]:
        """Whether any element along an axis is true."""

    @overload
    @native("numpy::all_scalar")
    @raises(ValueError)
    def all(self, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[bool, self, axis]:
        """Whether all elements along an axis are true."""

    @overload
    @native("numpy::all")
    @raises(ValueError)
    def all(self, axis: Axes = None, *, keepdims: bool = False) -> Reduced[bool, self, axis, keepdims]:
        """Whether all elements along an axis are true."""

    @overload
    @native("numpy::argmax_scalar")
    @raises(ValueError)
    def argmax(self, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[int64, self, axis]:
        """The position of the greatest element along an axis."""

    @overload
    @native("numpy::argmax")
    @raises(ValueError)
    def argmax(self, axis: Axes = None, *, keepdims: bool = False) -> Reduced[int64, self, axis, keepdims]:
        """The position of the greatest element along an axis."""

    @overload
    @native("numpy::argmin_scalar")
    @raises(ValueError)
    def argmin(self, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[int64, self, axis]:
        """The position of the least element along an axis."""

    @overload
    @native("numpy::argmin")
    @raises(ValueError)
    def argmin(self, axis: Axes = None, *, keepdims: bool = False) -> Reduced[int64, self, axis, keepdims]:
        """The position of the least element along an axis."""

    @overload
    @native("numpy::cumsum_flat")
    @raises(ValueError)
    def cumsum(self, axis: None = None) -> ndarray[Sum[self], AlongAxis[self, axis]]:
        """The running sums of all elements."""

    @overload
    @native("numpy::cumsum")
    @raises(ValueError)
    def cumsum(self, axis: int) -> ndarray[Sum[self], AlongAxis[self, axis]]:
        """The running sums along an axis."""

    @overload
    @raises(ValueError)
    @native("numpy::reshape")
    def reshape(self, shape: Shape) -> ndarray[D, Reshape[self, shape]]:
        """The elements in another shape; one length may be -1. A view where possible."""

    @overload
    @native("numpy::ndarray::reshape")
    @raises(ValueError)
    def reshape(self, *shape: int) -> ndarray[D, Reshape[self, shape]]:
        """The elements in another shape; one length may be -1. A view where possible."""

    @overload
    @native("numpy::reversed_axes")
    @raises(ValueError)
    def transpose(self, axes: None = None) -> ndarray[D, Transpose[self]]:
        """The array with its axes in reverse order: a view."""

    @overload
    @native("numpy::transpose")
    @raises(ValueError)
    def transpose(self, axes: Shape) -> ndarray[D, Transpose[self, axes]]:
        """The array with its axes in another order: a view."""

    @overload
    @native("numpy::ndarray::transpose")
    @raises(ValueError)
    def transpose(self, *axes: int) -> ndarray[D, Transpose[self, axes]]:
        """The array with its axes in another order: a view."""

    @native("numpy::ravel")
    @raises(ValueError)
    def ravel(self) -> ndarray[D, AlongAxis[self, None]]:
        """All elements along one axis. A view where possible."""

    @native("numpy::ndarray::flatten")
    def flatten(self) -> ndarray[D, AlongAxis[self, None]]:
        """All elements along one axis, in a new array."""

    @native("numpy::squeeze")
    @raises(ValueError)
    def squeeze(self, axis: Axes = None) -> ndarray[D, Squeeze[self, axis]]:
        """The array without axes of length one: a view."""

    @native("numpy::swapaxes")
    @raises(ValueError)
    def swapaxes(self, axis1: int, axis2: int) -> ndarray[D, Swapaxes[self, axis1, axis2]]:
        """The array with two axes exchanged: a view."""

    def astype[E](self, dtype: type[E]) -> ndarray[E, S]:
        """The elements converted, in a new array."""

    @native("numpy::copy")
    @raises(ValueError)
    def copy(self) -> ndarray[D, S]:
        """A new array with the same elements."""

    @overload
    @native("numpy::ndarray::tolist_0")
    @raises(ValueError, OverflowError)
    def tolist(self) -> Nested0[self]:
        """The elements as nested lists of Python numbers."""

    @overload
    @native("numpy::ndarray::tolist_1")
    @raises(RuntimeError, OverflowError)
    def tolist(self) -> Nested1[self]:
        """The elements as nested lists of Python numbers."""

    @overload
    @native("numpy::ndarray::tolist_2")
    @raises(RuntimeError, OverflowError)
    def tolist(self) -> Nested2[self]:
        """The elements as nested lists of Python numbers."""

    @overload
    @native("numpy::ndarray::tolist_3")
    @raises(RuntimeError, OverflowError)
    def tolist(self) -> Nested3[self]:
        """The elements as nested lists of Python numbers."""

    @overload
    @native("numpy::ndarray::tolist_4")
    @raises(RuntimeError, OverflowError)
    def tolist(self) -> Nested4[self]:
        """The elements as nested lists of Python numbers."""

    @raises(ValueError, OverflowError)
    def item(self) -> Number[self]:
        """The only element as a Python number."""

    @native("numpy::clip")
    @raises(ValueError, OverflowError)
    def clip(self, min: Operand, max: Operand) -> Elementwise[Promote[self, min, max], self, min, max]:
        """The elements, none less than `min` and none greater than `max`."""

    @native("numpy::round")
    def round(self, decimals: int = 0) -> ndarray[D, S]:
        """The elements rounded, half to even."""

    @raises(ValueError)
    @mutates
    def fill(self, value: Operand) -> None:
        """Store a value in every element."""

    @native("numpy::argsort")
    @raises(ValueError)
    def argsort(self, axis: int = -1) -> ndarray[int64, AlongAxis[self, axis]]:
        """The positions that would sort the array along an axis."""

    @native("numpy::ndarray::sort")
    @raises(ValueError)
    @mutates
    def sort(self, axis: int = -1) -> None:
        """Sort the array in place along an axis."""

    @native("numpy::take")
    @raises(IndexError, ValueError)
    def take(self, indices: ArrayLike, axis: int | None = None) -> ndarray[D, Taken[self, axis, indices]]:
        """The elements at positions along an axis, or of the flat array."""

    @overload
    @native("numpy::matmul_scalar")
    @raises(ValueError)
    def dot(self, b: ArrayLike) -> MatmulScalar[self, b]:
        """The scalar product of two vectors."""

    @overload
    @native("numpy::dot")
    @raises(ValueError)
    def dot(self, b: ArrayLike) -> Dot[self, b]:
        """The product of a matrix with a matrix or a vector."""

class Scalar[D]:
    """A number of one of numpy's types."""

    @property
    def dtype(self) -> type[D]:
        """The type of the number."""

    @property
    def ndim(self) -> int:
        """The number of axes: 0."""

    @raises(OverflowError)
    def item(self) -> Number[self]:
        """The number as a Python number."""

    @native("numpy::scalar::item")
    @raises(OverflowError)
    def tolist(self) -> Number[self]:
        """The number as a Python number."""

    def astype[E](self, dtype: type[E]) -> Scalar[E]:
        """The number converted."""

    @native("numpy::round")
    def round(self, decimals: int = 0) -> Scalar[D]:
        """The number rounded, half to even."""

    @native("numpy::round")
    def __round__(self, ndigits: int) -> Scalar[D]:
        """The number rounded, half to even."""

    def __bool__(self) -> bool:
        """Whether it is not zero."""

    @raises(ValueError, OverflowError)
    def __int__(self) -> int:
        """The number as an `int`."""

    def __float__(self) -> float:
        """The number as a `float`."""

    @raises(OverflowError)
    def __index__(self) -> int:
        """The integer as an `int`."""

    @native("numpy::add")
    @raises(ValueError, OverflowError)
    def __add__(self, other: Operand) -> Elementwise[Promote[self, other], self, other]:
        """Add the operands."""

    @native("numpy::ndarray::radd")
    @raises(ValueError, OverflowError)
    def __radd__(self, other: Operand) -> Elementwise[Promote[other, self], self, other]:
        """Add the operands."""

    @native("numpy::subtract")
    @raises(ValueError, OverflowError)
    def __sub__(self, other: Operand) -> Elementwise[Subtract[self, other], self, other]:
        """Subtract the second operand from the first."""

    @native("numpy::ndarray::rsub")
    @raises(ValueError, OverflowError)
    def __rsub__(self, other: Operand) -> Elementwise[Subtract[other, self], self, other]:
        """Subtract the second operand from the first."""

    @native("numpy::multiply")
    @raises(ValueError, OverflowError)
    def __mul__(self, other: Operand) -> Elementwise[Promote[self, other], self, other]:
        """Multiply the operands."""

    @native("numpy::ndarray::rmul")
    @raises(ValueError, OverflowError)
    def __rmul__(self, other: Operand) -> Elementwise[Promote[other, self], self, other]:
        """Multiply the operands."""

    @native("numpy::divide")
    @raises(ValueError, OverflowError)
    def __truediv__(self, other: Operand) -> Elementwise[Quotient[self, other], self, other]:
        """Divide, giving floats."""

    @native("numpy::ndarray::rtruediv")
    @raises(ValueError, OverflowError)
    def __rtruediv__(self, other: Operand) -> Elementwise[Quotient[other, self], self, other]:
        """Divide, giving floats."""

    @native("numpy::floor_divide")
    @raises(ValueError, OverflowError)
    def __floordiv__(self, other: Operand) -> Elementwise[Whole[self, other], self, other]:
        """Divide, rounding down."""

    @native("numpy::ndarray::rfloordiv")
    @raises(ValueError, OverflowError)
    def __rfloordiv__(self, other: Operand) -> Elementwise[Whole[other, self], self, other]:
        """Divide, rounding down."""

    @native("numpy::remainder")
    @raises(ValueError, OverflowError)
    def __mod__(self, other: Operand) -> Elementwise[Whole[self, other], self, other]:
        """The remainder, with the sign of the divisor."""

    @native("numpy::ndarray::rmod")
    @raises(ValueError, OverflowError)
    def __rmod__(self, other: Operand) -> Elementwise[Whole[other, self], self, other]:
        """The remainder, with the sign of the divisor."""

    @native("numpy::power")
    @raises(ValueError, OverflowError)
    def __pow__(self, other: Operand) -> Elementwise[Integral[self, other], self, other]:
        """Raise to a power."""

    @native("numpy::ndarray::rpow")
    @raises(ValueError, OverflowError)
    def __rpow__(self, other: Operand) -> Elementwise[Integral[other, self], self, other]:
        """Raise to a power."""

    @native("numpy::bitwise_and")
    @raises(ValueError, OverflowError)
    def __and__(self, other: Operand) -> Elementwise[Bits[self, other], self, other]:
        """Bitwise and; logical for booleans."""

    @native("numpy::ndarray::rand")
    @raises(ValueError, OverflowError)
    def __rand__(self, other: Operand) -> Elementwise[Bits[other, self], self, other]:
        """Bitwise and; logical for booleans."""

    @native("numpy::bitwise_or")
    @raises(ValueError, OverflowError)
    def __or__(self, other: Operand) -> Elementwise[Bits[self, other], self, other]:
        """Bitwise or; logical for booleans."""

    @native("numpy::ndarray::ror")
    @raises(ValueError, OverflowError)
    def __ror__(self, other: Operand) -> Elementwise[Bits[other, self], self, other]:
        """Bitwise or; logical for booleans."""

    @native("numpy::bitwise_xor")
    @raises(ValueError, OverflowError)
    def __xor__(self, other: Operand) -> Elementwise[Bits[self, other], self, other]:
        """Bitwise exclusive or; logical for booleans."""

    @native("numpy::ndarray::rxor")
    @raises(ValueError, OverflowError)
    def __rxor__(self, other: Operand) -> Elementwise[Bits[other, self], self, other]:
        """Bitwise exclusive or; logical for booleans."""

    @native("numpy::equal")
    @raises(ValueError)
    def __eq__(self, other: Operand) -> Elementwise[Compared[self, other], self, other]:
        """Compare element by element."""

    @native("numpy::not_equal")
    @raises(ValueError)
    def __ne__(self, other: Operand) -> Elementwise[Compared[self, other], self, other]:
        """Compare element by element."""

    @native("numpy::less")
    @raises(ValueError)
    def __lt__(self, other: Operand) -> Elementwise[Compared[self, other], self, other]:
        """Compare element by element."""

    @native("numpy::less_equal")
    @raises(ValueError)
    def __le__(self, other: Operand) -> Elementwise[Compared[self, other], self, other]:
        """Compare element by element."""

    @native("numpy::greater")
    @raises(ValueError)
    def __gt__(self, other: Operand) -> Elementwise[Compared[self, other], self, other]:
        """Compare element by element."""

    @native("numpy::greater_equal")
    @raises(ValueError)
    def __ge__(self, other: Operand) -> Elementwise[Compared[self, other], self, other]:
        """Compare element by element."""

    @native("numpy::negative")
    def __neg__(self) -> Elementwise[Signed[self], self]:
        """Change the sign."""

    @native("numpy::positive")
    def __pos__(self) -> Elementwise[Signed[self], self]:
        """The same values."""

    @native("numpy::absolute")
    def __abs__(self) -> Elementwise[RealPart[self], self]:
        """The absolute values."""

    @native("numpy::invert")
    def __invert__(self) -> Elementwise[Bits[self], self]:
        """Invert the bits; logical for booleans."""

class bool_(Scalar):
    """A truth value."""

    @staticmethod
    @native("numpy::bool_::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Scalar[bool]:
        """The number converted."""

class int8(Scalar):
    """A signed integer of 8 bits."""

    @staticmethod
    @native("numpy::int8::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Scalar[int8]:
        """The number converted."""

class int16(Scalar):
    """A signed integer of 16 bits."""

    @staticmethod
    @native("numpy::int16::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Scalar[int16]:
        """The number converted."""

class int32(Scalar):
    """A signed integer of 32 bits."""

    @staticmethod
    @native("numpy::int32::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Scalar[int32]:
        """The number converted."""

class int64(Scalar):
    """A signed integer of 64 bits."""

    @staticmethod
    @native("numpy::int64::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Scalar[int64]:
        """The number converted."""

class uint8(Scalar):
    """An unsigned integer of 8 bits."""

    @staticmethod
    @native("numpy::uint8::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Scalar[uint8]:
        """The number converted."""

class uint16(Scalar):
    """An unsigned integer of 16 bits."""

    @staticmethod
    @native("numpy::uint16::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Scalar[uint16]:
        """The number converted."""

class uint32(Scalar):
    """An unsigned integer of 32 bits."""

    @staticmethod
    @native("numpy::uint32::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Scalar[uint32]:
        """The number converted."""

class uint64(Scalar):
    """An unsigned integer of 64 bits."""

    @staticmethod
    @native("numpy::uint64::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Scalar[uint64]:
        """The number converted."""

class float16(Scalar):
    """A floating-point number of 16 bits: computed in 32, each result rounded."""

    @staticmethod
    @native("numpy::float16::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Scalar[float16]:
        """The number converted."""

class float32(Scalar):
    """A floating-point number of 32 bits."""

    @staticmethod
    @native("numpy::float32::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Scalar[float32]:
        """The number converted."""

class float64(Scalar):
    """A floating-point number of 64 bits."""

    @staticmethod
    @native("numpy::float64::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Scalar[float64]:
        """The number converted."""

class complex64(Scalar):
    """A complex number of two floats of 32 bits."""

    @staticmethod
    @native("numpy::complex64::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Scalar[complex64]:
        """The number converted."""

class complex128(Scalar):
    """A complex number of two floats of 64 bits."""

    @staticmethod
    @native("numpy::complex128::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Scalar[complex128]:
        """The number converted."""

byte = int8
short = int16
intc = int32
int_ = int64
intp = int64
longlong = int64
ubyte = uint8
ushort = uint16
uintc = uint32
uint = uint64
uintp = uint64
ulonglong = uint64
half = float16
single = float32
double = float64
csingle = complex64
cdouble = complex128

@raises(ValueError, OverflowError)
def add(x1: Operand, x2: Operand) -> Elementwise[Promote[x1, x2], x1, x2]:
    """Add the operands."""

@raises(ValueError, OverflowError)
def subtract(x1: Operand, x2: Operand) -> Elementwise[Subtract[x1, x2], x1, x2]:
    """Subtract the second operand from the first."""

@raises(ValueError, OverflowError)
def multiply(x1: Operand, x2: Operand) -> Elementwise[Promote[x1, x2], x1, x2]:
    """Multiply the operands."""

@raises(ValueError, OverflowError)
def divide(x1: Operand, x2: Operand) -> Elementwise[Quotient[x1, x2], x1, x2]:
    """Divide, giving floats."""

@raises(ValueError, OverflowError)
def floor_divide(x1: Operand, x2: Operand) -> Elementwise[Whole[x1, x2], x1, x2]:
    """Divide, rounding down."""

@raises(ValueError, OverflowError)
def remainder(x1: Operand, x2: Operand) -> Elementwise[Whole[x1, x2], x1, x2]:
    """The remainder, with the sign of the divisor."""

@raises(ValueError, OverflowError)
def power(x1: Operand, x2: Operand) -> Elementwise[Integral[x1, x2], x1, x2]:
    """Raise to a power."""

@raises(ValueError, OverflowError)
def bitwise_and(x1: Operand, x2: Operand) -> Elementwise[Bits[x1, x2], x1, x2]:
    """Bitwise and; logical for booleans."""

@raises(ValueError, OverflowError)
def bitwise_or(x1: Operand, x2: Operand) -> Elementwise[Bits[x1, x2], x1, x2]:
    """Bitwise or; logical for booleans."""

@raises(ValueError, OverflowError)
def bitwise_xor(x1: Operand, x2: Operand) -> Elementwise[Bits[x1, x2], x1, x2]:
    """Bitwise exclusive or; logical for booleans."""

true_divide = divide
mod = remainder

@raises(ValueError, OverflowError)
def maximum(x1: Operand, x2: Operand) -> Elementwise[Promote[x1, x2], x1, x2]:
    """The greater of each two elements."""

@raises(ValueError, OverflowError)
def minimum(x1: Operand, x2: Operand) -> Elementwise[Promote[x1, x2], x1, x2]:
    """The lesser of each two elements."""

@raises(ValueError)
def equal(x1: Operand, x2: Operand) -> Elementwise[Compared[x1, x2], x1, x2]:
    """Compare element by element."""

@raises(ValueError)
def not_equal(x1: Operand, x2: Operand) -> Elementwise[Compared[x1, x2], x1, x2]:
    """Compare element by element."""

@raises(ValueError)
def less(x1: Operand, x2: Operand) -> Elementwise[Compared[x1, x2], x1, x2]:
    """Compare element by element."""

@raises(ValueError)
def less_equal(x1: Operand, x2: Operand) -> Elementwise[Compared[x1, x2], x1, x2]:
    """Compare element by element."""

@raises(ValueError)
def greater(x1: Operand, x2: Operand) -> Elementwise[Compared[x1, x2], x1, x2]:
    """Compare element by element."""

@raises(ValueError)
def greater_equal(x1: Operand, x2: Operand) -> Elementwise[Compared[x1, x2], x1, x2]:
    """Compare element by element."""

@raises(ValueError)
def logical_and(x1: Operand, x2: Operand) -> Elementwise[Compared[x1, x2], x1, x2]:
    """Whether both elements are true."""

@raises(ValueError)
def logical_or(x1: Operand, x2: Operand) -> Elementwise[Compared[x1, x2], x1, x2]:
    """Whether one of the elements is true."""

@raises(ValueError)
def logical_xor(x1: Operand, x2: Operand) -> Elementwise[Compared[x1, x2], x1, x2]:
    """Whether exactly one of the elements is true."""

def logical_not(x: Operand) -> Elementwise[bool, x]:
    """Whether each element is false."""

def negative(x: Operand) -> Elementwise[Signed[x], x]:
    """Change the sign of each element."""

def positive(x: Operand) -> Elementwise[Signed[x], x]:
    """The same values."""

def absolute(x: Operand) -> Elementwise[RealPart[x], x]:
    """The absolute values."""

def invert(x: Operand) -> Elementwise[Bits[x], x]:
    """Invert the bits; logical for booleans."""

def sign(x: Operand) -> Elementwise[Signed[x], x]:
    """-1, 0 or 1 by the sign of each element."""

def square(x: Operand) -> Elementwise[Integral[x], x]:
    """The square of each element."""

def floor(x: Operand) -> Elementwise[RealPromote[x], x]:
    """The greatest whole number not above each element."""

def ceil(x: Operand) -> Elementwise[RealPromote[x], x]:
    """The least whole number not below each element."""

def trunc(x: Operand) -> Elementwise[RealPromote[x], x]:
    """Each element without its fraction."""

abs = absolute
bitwise_not = invert

def exp(x: Operand) -> Elementwise[Inexact[x], x]:
    """e to the power of each element."""

def exp2(x: Operand) -> Elementwise[RealInexact[x], x]:
    """2 to the power of each element."""

def expm1(x: Operand) -> Elementwise[RealInexact[x], x]:
    """`exp(x) - 1`, exact near 0."""

def log(x: Operand) -> Elementwise[Inexact[x], x]:
    """The natural logarithm."""

def log2(x: Operand) -> Elementwise[RealInexact[x], x]:
    """The logarithm to base 2."""

def log10(x: Operand) -> Elementwise[RealInexact[x], x]:
    """The logarithm to base 10."""

def log1p(x: Operand) -> Elementwise[RealInexact[x], x]:
    """`log(1 + x)`, exact near 0."""

def sqrt(x: Operand) -> Elementwise[Inexact[x], x]:
    """The square root; NaN of negative numbers."""

def cbrt(x: Operand) -> Elementwise[RealInexact[x], x]:
    """The cube root."""

def sin(x: Operand) -> Elementwise[RealInexact[x], x]:
    """The sine."""

def cos(x: Operand) -> Elementwise[RealInexact[x], x]:
    """The cosine."""

def tan(x: Operand) -> Elementwise[RealInexact[x], x]:
    """The tangent."""

def arcsin(x: Operand) -> Elementwise[RealInexact[x], x]:
    """The inverse sine."""

def arccos(x: Operand) -> Elementwise[RealInexact[x], x]:
    """The inverse cosine."""

def arctan(x: Operand) -> Elementwise[RealInexact[x], x]:
    """The inverse tangent."""

def sinh(x: Operand) -> Elementwise[RealInexact[x], x]:
    """The hyperbolic sine."""

def cosh(x: Operand) -> Elementwise[RealInexact[x], x]:
    """The hyperbolic cosine."""

def tanh(x: Operand) -> Elementwise[RealInexact[x], x]:
    """The hyperbolic tangent."""

def isnan(x: Operand) -> Elementwise[bool, x]:
    """Whether each element is NaN."""

def isinf(x: Operand) -> Elementwise[bool, x]:
    """Whether each element is infinite."""

def isfinite(x: Operand) -> Elementwise[bool, x]:
    """Whether each element is neither infinite nor NaN."""

def round(a: Operand, decimals: int = 0) -> Elementwise[Signed[a], a]:
    """Each element rounded, half to even."""

around = round

@raises(ValueError)
def isclose(
    a: Operand, b: Operand, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False
) -> Elementwise[Compared[a, b], a, b]:
    """Whether each two elements are equal within a tolerance."""

@raises(ValueError)
def allclose(a: Operand, b: Operand, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False) -> bool:
    """Whether all elements are equal within a tolerance."""

@raises(ValueError, OverflowError)
def clip(a: Operand, a_min: Operand, a_max: Operand) -> Elementwise[Promote[a, a_min, a_max], a, a_min, a_max]:
    """The elements, none less than `a_min` and none greater than `a_max`."""

@overload
@raises(ValueError, OverflowError)
def where(condition: Operand, x: Operand, y: Operand) -> Elementwise[Promote[x, y], condition, x, y]:
    """Elements of `x` where the condition is true, else of `y`."""

@overload
@native("numpy::sum_scalar")
@raises(ValueError)
def sum(a: ArrayLike, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[Sum[a], a, axis]:
    """The sum of the elements along an axis."""

@overload
@native("numpy::sum")
@raises(ValueError)
def sum(a: ArrayLike, axis: Axes = None, *, keepdims: bool = False) -> Reduced[Sum[a], a, axis, keepdims]:
    """The sum of the elements along an axis."""

@overload
@native("numpy::prod_scalar")
@raises(ValueError)
def prod(a: ArrayLike, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[Sum[a], a, axis]:
    """The product of the elements along an axis."""

@overload
@native("numpy::prod")
@raises(ValueError)
def prod(a: ArrayLike, axis: Axes = None, *, keepdims: bool = False) -> Reduced[Sum[a], a, axis, keepdims]:
    """The product of the elements along an axis."""

@overload
@native("numpy::mean_scalar")
@raises(ValueError)
def mean(a: ArrayLike, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[Mean[a], a, axis]:
    """The mean of the elements along an axis."""

@overload
@native("numpy::mean")
@raises(ValueError)
def mean(a: ArrayLike, axis: Axes = None, *, keepdims: bool = False) -> Reduced[Mean[a], a, axis, keepdims]:
    """The mean of the elements along an axis."""

@overload
@native("numpy::var_scalar")
@raises(ValueError)
def var(
    a: ArrayLike, axis: Axes = None, *, ddof: int = 0, keepdims: Literal[False] = False
) -> ReducedScalar[Spread[a], a, axis]:
    """The variance of the elements along an axis."""

@overload
@native("numpy::var")
@raises(ValueError)
def var(
    a: ArrayLike, axis: Axes = None, *, ddof: int = 0, keepdims: bool = False
) -> Reduced[Spread[a], a, axis, keepdims]:
    """The variance of the elements along an axis."""

@overload
@native("numpy::std_scalar")
@raises(ValueError)
def std(
    a: ArrayLike, axis: Axes = None, *, ddof: int = 0, keepdims: Literal[False] = False
) -> ReducedScalar[Spread[a], a, axis]:
    """The standard deviation of the elements along an axis."""

@overload
@native("numpy::std")
@raises(ValueError)
def std(
    a: ArrayLike, axis: Axes = None, *, ddof: int = 0, keepdims: bool = False
) -> Reduced[Spread[a], a, axis, keepdims]:
    """The standard deviation of the elements along an axis."""

@overload
@native("numpy::min_scalar")
@raises(ValueError)
def min(a: ArrayLike, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[DTypeOf[a], a, axis]:
    """The least element along an axis."""

@overload
@native("numpy::min")
@raises(ValueError)
def min(a: ArrayLike, axis: Axes = None, *, keepdims: bool = False) -> Reduced[DTypeOf[a], a, axis, keepdims]:
    """The least element along an axis."""

@overload
@native("numpy::max_scalar")
@raises(ValueError)
def max(a: ArrayLike, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[DTypeOf[a], a, axis]:
    """The greatest element along an axis."""

@overload
@native("numpy::max")
@raises(ValueError)
def max(a: ArrayLike, axis: Axes = None, *, keepdims: bool = False) -> Reduced[DTypeOf[a], a, axis, keepdims]:
    """The greatest element along an axis."""

@overload
@native("numpy::any_scalar")
@raises(ValueError)
def any(a: ArrayLike, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[bool, a, axis]:
    """Whether any element along an axis is true."""

@overload
@native("numpy::any")
@raises(ValueError)
def any(a: ArrayLike, axis: Axes = None, *, keepdims: bool = False) -> Reduced[bool, a, axis, keepdims]:
    """Whether any element along an axis is true."""

@overload
@native("numpy::all_scalar")
@raises(ValueError)
def all(a: ArrayLike, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[bool, a, axis]:
    """Whether all elements along an axis are true."""

@overload
@native("numpy::all")
@raises(ValueError)
def all(a: ArrayLike, axis: Axes = None, *, keepdims: bool = False) -> Reduced[bool, a, axis, keepdims]:
    """Whether all elements along an axis are true."""

@overload
@native("numpy::argmax_scalar")
@raises(ValueError)
def argmax(a: ArrayLike, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[int64, a, axis]:
    """The position of the greatest element along an axis."""

@overload
@native("numpy::argmax")
@raises(ValueError)
def argmax(a: ArrayLike, axis: Axes = None, *, keepdims: bool = False) -> Reduced[int64, a, axis, keepdims]:
    """The position of the greatest element along an axis."""

@overload
@native("numpy::argmin_scalar")
@raises(ValueError)
def argmin(a: ArrayLike, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[int64, a, axis]:
    """The position of the least element along an axis."""

@overload
@native("numpy::argmin")
@raises(ValueError)
def argmin(a: ArrayLike, axis: Axes = None, *, keepdims: bool = False) -> Reduced[int64, a, axis, keepdims]:
    """The position of the least element along an axis."""

@overload
@native("numpy::count_nonzero_scalar")
@raises(ValueError)
def count_nonzero(
    a: ArrayLike, axis: Axes = None, *, keepdims: Literal[False] = False
) -> ReducedScalar[int64, a, axis]:
    """The number of elements along an axis that are not zero."""

@overload
@native("numpy::count_nonzero")
@raises(ValueError)
def count_nonzero(a: ArrayLike, axis: Axes = None, *, keepdims: bool = False) -> Reduced[int64, a, axis, keepdims]:
    """The number of elements along an axis that are not zero."""

amin = min
amax = max

@overload
@native("numpy::cumsum_flat")
@raises(ValueError)
def cumsum(a: ArrayLike, axis: None = None) -> ndarray[Sum[a], AlongAxis[a, axis]]:
    """The running sums of all elements."""

@overload
@raises(ValueError)
def cumsum(a: ArrayLike, axis: int) -> ndarray[Sum[a], AlongAxis[a, axis]]:
    """The running sums along an axis."""

@overload
@native("pil::array")
@raises(OSError)
def array(object: Image["L", "LA", "P", "RGB", "RGBA"]) -> ndarray[ImageDType[object], ImageDims[object]]:
    """The pixels of an image."""

@overload
@native("pil::array_bool")
@raises(OSError)
def array(object: Image["1"]) -> ndarray[ImageDType[object], ImageDims[object]]:
    """The pixels of an image."""

@overload
@native("pil::array_int")
@raises(OSError)
def array(object: Image["I"]) -> ndarray[ImageDType[object], ImageDims[object]]:
    """The pixels of an image."""

@overload
@native("pil::array_float")
@raises(OSError)
def array(object: Image["F"]) -> ndarray[ImageDType[object], ImageDims[object]]:
    """The pixels of an image."""

@overload
@native("pil::array_as")
@raises(OSError)
def array[D](object: Image["1", "L", "LA", "P", "RGB", "RGBA", "I", "F"], dtype: type[D]) -> ndarray[D, ImageDims[object]]:
    """The pixels of an image, as numbers of the dtype."""

@overload
@refused("the mode of the image is not known here, and decides what array it becomes", "convert it first: `.convert(\"RGB\")`")
def array(object: Image) -> ndarray[uint8]:
    """The pixels of an image."""

@overload
@native("numpy::array_as")
@raises(ValueError, OverflowError)
def array[D](object: ArrayLike, dtype: type[D]) -> ndarray[D, DimsOf[object]]:
    """A new array of the dtype."""

@overload
@raises(ValueError, OverflowError)
def array(object: ArrayLike) -> ndarray[DTypeOf[object], DimsOf[object]]:
    """A new array."""

@overload
@native("pil::asarray")
@raises(OSError)
def asarray(a: Image["L", "LA", "P", "RGB", "RGBA"]) -> ndarray[ImageDType[a], ImageDims[a]]:
    """The pixels of an image."""

@overload
@native("pil::asarray_bool")
@raises(OSError)
def asarray(a: Image["1"]) -> ndarray[ImageDType[a], ImageDims[a]]:
    """The pixels of an image."""

@overload
@native("pil::asarray_int")
@raises(OSError)
def asarray(a: Image["I"]) -> ndarray[ImageDType[a], ImageDims[a]]:
    """The pixels of an image."""

@overload
@native("pil::asarray_float")
@raises(OSError)
def asarray(a: Image["F"]) -> ndarray[ImageDType[a], ImageDims[a]]:
    """The pixels of an image."""

@overload
@native("pil::asarray_as")
@raises(OSError)
def asarray[D](a: Image["1", "L", "LA", "P", "RGB", "RGBA", "I", "F"], dtype: type[D]) -> ndarray[D, ImageDims[a]]:
    """The pixels of an image, as numbers of the dtype."""

@overload
@refused("the mode of the image is not known here, and decides what array it becomes", "convert it first: `.convert(\"RGB\")`")
def asarray(a: Image) -> ndarray[uint8]:
    """The pixels of an image."""

@overload
@native("numpy::asarray_as")
@raises(ValueError, OverflowError)
def asarray[D](a: ArrayLike, dtype: type[D]) -> ndarray[D, DimsOf[a]]:
    """The value as an array of the dtype; itself where it is one."""

@overload
@raises(ValueError, OverflowError)
def asarray(a: ArrayLike) -> ndarray[DTypeOf[a], DimsOf[a]]:
    """The value as an array; itself where it is one."""

@overload
@native("numpy::ascontiguousarray_as")
@raises(ValueError, OverflowError)
def ascontiguousarray[D](a: ArrayLike, dtype: type[D]) -> ndarray[D, DimsOf[a]]:
    """The value as an array of the dtype in C order."""

@overload
@raises(ValueError, OverflowError)
def ascontiguousarray(a: ArrayLike) -> ndarray[DTypeOf[a], DimsOf[a]]:
    """The value as an array in C order."""

@raises(ValueError)
def copy(a: ArrayLike) -> ndarray[DTypeOf[a], DimsOf[a]]:
    """A new array with the same elements."""

@raises(ValueError)
def zeros[D](shape: Shape, dtype: type[D] = float64) -> ndarray[D, ShapeDims[shape]]:
    """A new array of zeros."""

@raises(ValueError)
def ones[D](shape: Shape, dtype: type[D] = float64) -> ndarray[D, ShapeDims[shape]]:
    """A new array of ones."""

@raises(ValueError)
def empty[D](shape: Shape, dtype: type[D] = float64) -> ndarray[D, ShapeDims[shape]]:
    """A new array; its elements are zeros."""

@overload
@native("numpy::full_as")
@raises(ValueError, OverflowError)
def full[D](shape: Shape, fill_value: Operand, dtype: type[D]) -> ndarray[D, ShapeDims[shape]]:
    """A new array of one value, of the dtype."""

@overload
@raises(ValueError)
def full(shape: Shape, fill_value: Operand) -> ndarray[DTypeOf[fill_value], ShapeDims[shape]]:
    """A new array of one value."""

@overload
@native("numpy::zeros_like_as")
@raises(ValueError)
def zeros_like[D](a: ArrayLike, dtype: type[D]) -> ndarray[D, DimsOf[a]]:
    """A new array of zeros in the shape of another, of the dtype."""

@overload
@raises(ValueError)
def zeros_like(a: ArrayLike) -> ndarray[DTypeOf[a], DimsOf[a]]:
    """A new array of zeros in the shape of another."""

@overload
@native("numpy::ones_like_as")
@raises(ValueError)
def ones_like[D](a: ArrayLike, dtype: type[D]) -> ndarray[D, DimsOf[a]]:
    """A new array of ones in the shape of another, of the dtype."""

@overload
@raises(ValueError)
def ones_like(a: ArrayLike) -> ndarray[DTypeOf[a], DimsOf[a]]:
    """A new array of ones in the shape of another."""

@overload
@native("numpy::empty_like_as")
@raises(ValueError)
def empty_like[D](a: ArrayLike, dtype: type[D]) -> ndarray[D, DimsOf[a]]:
    """A new array of zeros in the shape of another, of the dtype."""

@overload
@raises(ValueError)
def empty_like(a: ArrayLike) -> ndarray[DTypeOf[a], DimsOf[a]]:
    """A new array of zeros in the shape of another."""

@overload
@native("numpy::full_like_as")
@raises(ValueError, OverflowError)
def full_like[D](a: ArrayLike, fill_value: Operand, dtype: type[D]) -> ndarray[D, DimsOf[a]]:
    """A new array of one value in the shape of another, of the dtype."""

@overload
@raises(ValueError, OverflowError)
def full_like(a: ArrayLike, fill_value: Operand) -> ndarray[DTypeOf[a], DimsOf[a]]:
    """A new array of one value in the shape of another."""

@overload
@raises(ValueError, ZeroDivisionError)
@native("numpy::arange_int")
def arange(start: int, stop: int | None = None, step: int = 1) -> ndarray[int64, AnyLength[start]]:
    """The integers from `start` up to, not including, `stop`; from 0 where only one number is given."""

@overload
@raises(ValueError, ZeroDivisionError)
@native("numpy::arange_int_as")
def arange[D](start: int, stop: int | None = None, step: int = 1, *, dtype: type[D]) -> ndarray[D, AnyLength[start]]:
    """The integers from `start` up to, not including, `stop`, of the dtype."""

@overload
@raises(ValueError, ZeroDivisionError)
def arange(start: float, stop: float | None = None, step: float = 1.0) -> ndarray[float64, AnyLength[start]]:
    """The numbers from `start` up to, not including, `stop`; from 0 where only one number is given."""

@raises(ValueError)
def linspace(start: float, stop: float, num: int = 50, *, endpoint: bool = True) -> ndarray[float64, SizeDims[num]]:
    """`num` numbers from `start` to `stop` at equal distances."""

@raises(ValueError)
def eye[D](
    N: int, M: int | None = None, k: int = 0, dtype: type[D] = float64
) -> ndarray[D, SizeDims[N, M]]:
    """A matrix with ones on a diagonal."""

@raises(ValueError)
def identity[D](n: int, dtype: type[D] = float64) -> ndarray[D, SizeDims[n, n]]:
    """A square matrix with ones on the diagonal."""

@overload
@raises(ValueError)
def reshape(a: ArrayLike, shape: Shape) -> ndarray[DTypeOf[a], Reshape[a, shape]]:
    """The elements in another shape; one length may be -1. A view where possible."""

@overload
@native("numpy::reversed_axes")
@raises(ValueError)
def transpose(a: ArrayLike, axes: None = None) -> ndarray[DTypeOf[a], Transpose[a]]:
    """The array with its axes in reverse order: a view."""

@overload
@raises(ValueError)
def transpose(a: ArrayLike, axes: Shape) -> ndarray[DTypeOf[a], Transpose[a, axes]]:
    """The array with its axes in another order: a view."""

@raises(ValueError)
def ravel(a: ArrayLike) -> ndarray[DTypeOf[a], AlongAxis[a, None]]:
    """All elements along one axis. A view where possible."""

@raises(ValueError)
def squeeze(a: ArrayLike, axis: Axes = None) -> ndarray[DTypeOf[a], Squeeze[a, axis]]:
    """The array without axes of length one: a view."""

@raises(ValueError)
def expand_dims(a: ArrayLike, axis: Shape) -> ndarray[DTypeOf[a], ExpandDims[a, axis]]:
    """The array with new axes of length one: a view."""

@raises(ValueError)
def swapaxes(a: ArrayLike, axis1: int, axis2: int) -> ndarray[DTypeOf[a], Swapaxes[a, axis1, axis2]]:
    """The array with two axes exchanged: a view."""

@overload
@native("numpy::concatenate_flat")
@raises(ValueError)
def concatenate(arrays: ArrayLike, axis: None) -> ndarray[DTypeOf[arrays], Concatenate[arrays, axis]]:
    """All elements of the arrays along one axis."""

@overload
@raises(ValueError)
def concatenate(arrays: ArrayLike, axis: int = 0) -> ndarray[DTypeOf[arrays], Concatenate[arrays, axis]]:
    """The arrays one after the other along an axis."""

@raises(ValueError)
def stack(arrays: ArrayLike, axis: int = 0) -> ndarray[DTypeOf[arrays], Stack[arrays, axis]]:
    """The arrays side by side along a new axis."""

@raises(ValueError)
def vstack(tup: ArrayLike) -> ndarray[DTypeOf[tup], Vstack[tup]]:
    """The arrays below one another."""

@raises(ValueError)
def hstack(tup: ArrayLike) -> ndarray[DTypeOf[tup], Hstack[tup]]:
    """The arrays beside one another."""

@raises(ValueError, ZeroDivisionError)
def split(ary: ArrayLike, indices_or_sections: int, axis: int = 0) -> list[Split[ary, axis]]:
    """The array in parts of equal length along an axis."""

@raises(ValueError)
def sort(a: ArrayLike, axis: int = -1) -> ndarray[DTypeOf[a], AlongAxis[a, axis]]:
    """The array sorted along an axis."""

@raises(ValueError)
def argsort(a: ArrayLike, axis: int = -1) -> ndarray[int64, AlongAxis[a, axis]]:
    """The positions that would sort the array along an axis."""

@raises(ValueError)
def unique(ar: ArrayLike) -> ndarray[DTypeOf[ar], AnyLength[ar]]:
    """The different elements, sorted."""

@raises(ValueError)
def flatnonzero(a: ArrayLike) -> ndarray[int64, AnyLength[a]]:
    """The positions in the flat array of elements that are not zero."""

@overload
@native("numpy::nonzero_1")
@raises(ValueError)
def nonzero(a: ArrayLike) -> Positions1[a]:
    """For each axis, the positions of elements that are not zero."""

@overload
@native("numpy::nonzero_2")
@raises(ValueError)
def nonzero(a: ArrayLike) -> Positions2[a]:
    """For each axis, the positions of elements that are not zero."""

@raises(IndexError, ValueError)
def take(a: ArrayLike, indices: ArrayLike, axis: int | None = None) -> ndarray[DTypeOf[a], Taken[a, axis, indices]]:
    """The elements at positions along an axis, or of the flat array."""

@raises(ValueError)
def repeat(
    a: ArrayLike, repeats: int, axis: int | None = None
) -> ndarray[DTypeOf[a], Repeated[a, axis]]:
    """Each element several times, along an axis or in a flat array."""

@raises(ValueError)
def tile(A: ArrayLike, reps: Shape) -> ndarray[DTypeOf[A], Tiled[A, reps]]:
    """The array several times along each axis."""

@raises(ValueError, OverflowError)
def outer(a: ArrayLike, b: ArrayLike) -> ndarray[Promote[a, b], Outer[a, b]]:
    """Every product of an element of `a` with one of `b`."""

@overload
@native("numpy::matmul_scalar")
@raises(ValueError)
def matmul(x1: ArrayLike, x2: ArrayLike) -> MatmulScalar[x1, x2]:
    """The scalar product of two vectors."""

@overload
@raises(ValueError)
def matmul(x1: ArrayLike, x2: ArrayLike) -> Matmul[x1, x2]:
    """The matrix product."""

@overload
@native("numpy::matmul_scalar")
@raises(ValueError)
def dot(a: ArrayLike, b: ArrayLike) -> MatmulScalar[a, b]:
    """The scalar product of two vectors."""

@overload
@raises(ValueError)
def dot(a: ArrayLike, b: ArrayLike) -> Dot[a, b]:
    """The product of a matrix with a matrix or a vector."""
