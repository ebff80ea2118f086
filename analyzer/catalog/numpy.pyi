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

    @property
    @native("numpy::matrix_transpose")
    @raises(ValueError)
    def mT(self) -> ndarray[D, Swapaxes[self, Literal[-1], Literal[-2]]]:
        """The last two axes exchanged: a view."""

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
    @native("numpy::sum_as_scalar")
    @raises(ValueError)
    def sum[E](self, axis: Axes = None, *, dtype: type[E], keepdims: Literal[False] = False) -> ReducedScalar[NumberDType[dtype], self, axis]:
        """The sum of the elements along an axis, computed in the dtype."""

    @overload
    @native("numpy::sum_as")
    @raises(ValueError)
    def sum[E](self, axis: Axes = None, *, dtype: type[E], keepdims: bool = False) -> Reduced[NumberDType[dtype], self, axis, keepdims]:
        """The sum of the elements along an axis, computed in the dtype."""

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
    @native("numpy::prod_as_scalar")
    @raises(ValueError)
    def prod[E](self, axis: Axes = None, *, dtype: type[E], keepdims: Literal[False] = False) -> ReducedScalar[NumberDType[dtype], self, axis]:
        """The product of the elements along an axis, computed in the dtype."""

    @overload
    @native("numpy::prod_as")
    @raises(ValueError)
    def prod[E](self, axis: Axes = None, *, dtype: type[E], keepdims: bool = False) -> Reduced[NumberDType[dtype], self, axis, keepdims]:
        """The product of the elements along an axis, computed in the dtype."""

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
    @native("numpy::mean_as_scalar")
    @raises(ValueError)
    def mean[E](self, axis: Axes = None, *, dtype: type[E], keepdims: Literal[False] = False) -> ReducedScalar[InexactDType[dtype], self, axis]:
        """The mean of the elements along an axis, computed in the dtype."""

    @overload
    @native("numpy::mean_as")
    @raises(ValueError)
    def mean[E](self, axis: Axes = None, *, dtype: type[E], keepdims: bool = False) -> Reduced[InexactDType[dtype], self, axis, keepdims]:
        """The mean of the elements along an axis, computed in the dtype."""

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
    @native("numpy::cumsum_as_flat")
    @raises(ValueError)
    def cumsum[E](self, axis: None = None, *, dtype: type[E]) -> ndarray[NumberDType[dtype], AlongAxis[self, axis]]:
        """The running sums of all elements, computed in the dtype."""

    @overload
    @native("numpy::cumsum_as")
    @raises(ValueError)
    def cumsum[E](self, axis: int, *, dtype: type[E]) -> ndarray[NumberDType[dtype], AlongAxis[self, axis]]:
        """The running sums along an axis, computed in the dtype."""

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

    @overload
    @native("numpy::astype_copy")
    def astype[E](self, dtype: type[E], *, copy: bool) -> ndarray[E, S]:
        """The elements converted; without `copy` the array itself, where it is of the dtype."""

    @overload
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

    @overload
    @raises(ValueError, OverflowError)
    def item(self) -> Number[self]:
        """The only element as a Python number."""

    @overload
    @native("numpy::ndarray::item_at")
    @raises(IndexError, ValueError, OverflowError)
    def item(self, *index: int) -> Number[self]:
        """The element at a position of the flat array, or at one for each axis, as a Python number."""

    @overload
    @native("numpy::clip_below")
    @raises(ValueError, OverflowError)
    def clip(self, min: Operand, max: None = None) -> Elementwise[Promote[self, min], self, min]:
        """The elements, none less than `min`."""

    @overload
    @native("numpy::clip_above")
    @raises(ValueError, OverflowError)
    def clip(self, min: None = None, *, max: Operand) -> Elementwise[Promote[self, max], self, max]:
        """The elements, none greater than `max`."""

    @overload
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

    @overload
    @native("numpy::argsort_by_kind")
    @raises(ValueError)
    def argsort(self, axis: int = -1, *, kind: str) -> ndarray[int64, AlongAxis[self, axis]]:
        """As without `kind`: every kind of sort is a stable one here."""

    @overload
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

    @overload
    @native("numpy::cumprod_as_flat")
    @raises(ValueError)
    def cumprod[E](self, axis: None = None, *, dtype: type[E]) -> ndarray[NumberDType[dtype], AlongAxis[self, axis]]:
        """The running products of all elements, computed in the dtype."""

    @overload
    @native("numpy::cumprod_as")
    @raises(ValueError)
    def cumprod[E](self, axis: int, *, dtype: type[E]) -> ndarray[NumberDType[dtype], AlongAxis[self, axis]]:
        """The running products along an axis, computed in the dtype."""

    @overload
    @native("numpy::cumprod_flat")
    @raises(ValueError)
    def cumprod(self, axis: None = None) -> ndarray[Sum[self], AlongAxis[self, axis]]:
        """The running products of all elements."""

    @overload
    @native("numpy::cumprod")
    @raises(ValueError)
    def cumprod(self, axis: int) -> ndarray[Sum[self], AlongAxis[self, axis]]:
        """The running products along an axis."""

    @overload
    @native("numpy::nonzero_1")
    @raises(ValueError)
    def nonzero(self) -> Positions1[self]:
        """For each axis, the positions of elements that are not zero."""

    @overload
    @native("numpy::nonzero_2")
    @raises(ValueError)
    def nonzero(self) -> Positions2[self]:
        """For each axis, the positions of elements that are not zero."""

    @overload
    @native("numpy::nonzero_3")
    @raises(ValueError)
    def nonzero(self) -> Positions3[self]:
        """For each axis, the positions of elements that are not zero."""

    @overload
    @native("numpy::nonzero_4")
    @raises(ValueError)
    def nonzero(self) -> Positions4[self]:
        """For each axis, the positions of elements that are not zero."""

    @overload
    @native("numpy::repeat")
    @raises(ValueError)
    def repeat(self, repeats: int, axis: int | None = None) -> ndarray[D, WhereInteger[repeats, Repeated[self, axis]]]:
        """Each element several times, along an axis or in a flat array."""

    @overload
    @native("numpy::repeat_each")
    @raises(ValueError)
    def repeat(self, repeats: ArrayLike, axis: int | None = None) -> ndarray[D, WhereInteger[repeats, Repeated[self, axis]]]:
        """Each element several times, along an axis or in a flat array."""

    @native("numpy::trace")
    @raises(ValueError)
    def trace(self, offset: int = 0) -> TraceScalar[self]:
        """The sum of a diagonal of a matrix."""

    @native("numpy::diagonal")
    @raises(ValueError)
    def diagonal(self, offset: int = 0, axis1: int = 0, axis2: int = 1) -> ndarray[D, Diagonal[self, axis1, axis2]]:
        """The elements on a diagonal: a view that cannot be written to."""

    @native("numpy::conjugate")
    def conjugate(self) -> ndarray[D, S]:
        """The complex conjugates."""

    @native("numpy::conjugate")
    def conj(self) -> ndarray[D, S]:
        """The complex conjugates."""

    @native("numpy::ndarray::compress")
    @raises(IndexError, ValueError)
    def compress(self, condition: ArrayLike, axis: int | None = None) -> ndarray[D, Repeated[self, axis]]:
        """The parts along an axis for which the condition is true."""

    @overload
    @native("numpy::searchsorted_scalar")
    @raises(ValueError)
    def searchsorted(self, v: ArrayLike, side: str = "left") -> NumberOf[int64, v]:
        """Where a number would go into the sorted vector."""

    @overload
    @native("numpy::searchsorted")
    @raises(ValueError)
    def searchsorted(self, v: ArrayLike, side: str = "left") -> ndarray[int64, DimsOf[v]]:
        """Where the elements would go into the sorted vector."""

    @native("numpy::argpartition")
    @raises(ValueError)
    def argpartition(self, kth: int, axis: int = -1) -> ndarray[int64, AlongAxis[self, axis]]:
        """The positions that would put the element of that rank in its place."""

    @native("numpy::tobytes")
    def tobytes(self) -> bytes:
        """The bytes of the elements in C order."""

    @native("numpy::view_as")
    @raises(ValueError)
    def view[E](self, dtype: type[E]) -> ndarray[FromBytes[dtype], Viewed[self, dtype]]:
        """The same memory as elements of another type."""

    @overload
    @property
    @native("numpy::real_view")
    @raises(ValueError)
    def real(self) -> ndarray[ComplexPart[self], S]:
        """The real parts of complex numbers: a view."""

    @overload
    @property
    @native("numpy::ndarray::itself")
    def real(self) -> ndarray[D, S]:
        """The array itself, which is real."""

    @overload
    @property
    @native("numpy::imag_view")
    @raises(ValueError)
    def imag(self) -> ndarray[ComplexPart[self], S]:
        """The imaginary parts of complex numbers: a view."""

    @overload
    @property
    @native("numpy::ndarray::no_imaginary_part")
    def imag(self) -> ndarray[D, S]:
        """Zeros."""

class Scalar[D]:
    """A number of one of numpy's types."""

    @property
    def dtype(self) -> type[D]:
        """The type of the number."""

    @property
    def ndim(self) -> int:
        """The number of axes: 0."""

    @property
    @native("numpy::real")
    def real(self) -> Scalar[RealPart[self]]:
        """The real part."""

    @property
    @native("numpy::imag")
    def imag(self) -> Scalar[RealPart[self]]:
        """The imaginary part."""

    @native("numpy::conjugate")
    def conjugate(self) -> Scalar[D]:
        """The complex conjugate."""

    @native("numpy::conjugate")
    def conj(self) -> Scalar[D]:
        """The complex conjugate."""

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

    @overload
    @staticmethod
    @native("numpy::bool_::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Elementwise[bool, value]:
        """The number converted, or all those of an array."""

    @overload
    @staticmethod
    @native("numpy::bool_::of_parts")
    @raises(OverflowError, ValueError)
    def __new__(value: ArrayLike) -> ndarray[bool, DimsOf[value]]:
        """An array of the numbers in a list or tuple."""

class int8(Scalar):
    """A signed integer of 8 bits."""

    @overload
    @staticmethod
    @native("numpy::int8::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Elementwise[int8, value]:
        """The number converted, or all those of an array."""

    @overload
    @staticmethod
    @native("numpy::int8::of_parts")
    @raises(OverflowError, ValueError)
    def __new__(value: ArrayLike) -> ndarray[int8, DimsOf[value]]:
        """An array of the numbers in a list or tuple."""

class int16(Scalar):
    """A signed integer of 16 bits."""

    @overload
    @staticmethod
    @native("numpy::int16::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Elementwise[int16, value]:
        """The number converted, or all those of an array."""

    @overload
    @staticmethod
    @native("numpy::int16::of_parts")
    @raises(OverflowError, ValueError)
    def __new__(value: ArrayLike) -> ndarray[int16, DimsOf[value]]:
        """An array of the numbers in a list or tuple."""

class int32(Scalar):
    """A signed integer of 32 bits."""

    @overload
    @staticmethod
    @native("numpy::int32::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Elementwise[int32, value]:
        """The number converted, or all those of an array."""

    @overload
    @staticmethod
    @native("numpy::int32::of_parts")
    @raises(OverflowError, ValueError)
    def __new__(value: ArrayLike) -> ndarray[int32, DimsOf[value]]:
        """An array of the numbers in a list or tuple."""

class int64(Scalar):
    """A signed integer of 64 bits."""

    @overload
    @staticmethod
    @native("numpy::int64::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Elementwise[int64, value]:
        """The number converted, or all those of an array."""

    @overload
    @staticmethod
    @native("numpy::int64::of_parts")
    @raises(OverflowError, ValueError)
    def __new__(value: ArrayLike) -> ndarray[int64, DimsOf[value]]:
        """An array of the numbers in a list or tuple."""

class uint8(Scalar):
    """An unsigned integer of 8 bits."""

    @overload
    @staticmethod
    @native("numpy::uint8::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Elementwise[uint8, value]:
        """The number converted, or all those of an array."""

    @overload
    @staticmethod
    @native("numpy::uint8::of_parts")
    @raises(OverflowError, ValueError)
    def __new__(value: ArrayLike) -> ndarray[uint8, DimsOf[value]]:
        """An array of the numbers in a list or tuple."""

class uint16(Scalar):
    """An unsigned integer of 16 bits."""

    @overload
    @staticmethod
    @native("numpy::uint16::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Elementwise[uint16, value]:
        """The number converted, or all those of an array."""

    @overload
    @staticmethod
    @native("numpy::uint16::of_parts")
    @raises(OverflowError, ValueError)
    def __new__(value: ArrayLike) -> ndarray[uint16, DimsOf[value]]:
        """An array of the numbers in a list or tuple."""

class uint32(Scalar):
    """An unsigned integer of 32 bits."""

    @overload
    @staticmethod
    @native("numpy::uint32::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Elementwise[uint32, value]:
        """The number converted, or all those of an array."""

    @overload
    @staticmethod
    @native("numpy::uint32::of_parts")
    @raises(OverflowError, ValueError)
    def __new__(value: ArrayLike) -> ndarray[uint32, DimsOf[value]]:
        """An array of the numbers in a list or tuple."""

class uint64(Scalar):
    """An unsigned integer of 64 bits."""

    @overload
    @staticmethod
    @native("numpy::uint64::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Elementwise[uint64, value]:
        """The number converted, or all those of an array."""

    @overload
    @staticmethod
    @native("numpy::uint64::of_parts")
    @raises(OverflowError, ValueError)
    def __new__(value: ArrayLike) -> ndarray[uint64, DimsOf[value]]:
        """An array of the numbers in a list or tuple."""

class float16(Scalar):
    """A floating-point number of 16 bits: computed in 32, each result rounded."""

    @overload
    @staticmethod
    @native("numpy::float16::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Elementwise[float16, value]:
        """The number converted, or all those of an array."""

    @overload
    @staticmethod
    @native("numpy::float16::of_parts")
    @raises(OverflowError, ValueError)
    def __new__(value: ArrayLike) -> ndarray[float16, DimsOf[value]]:
        """An array of the numbers in a list or tuple."""

class float32(Scalar):
    """A floating-point number of 32 bits."""

    @overload
    @staticmethod
    @native("numpy::float32::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Elementwise[float32, value]:
        """The number converted, or all those of an array."""

    @overload
    @staticmethod
    @native("numpy::float32::of_parts")
    @raises(OverflowError, ValueError)
    def __new__(value: ArrayLike) -> ndarray[float32, DimsOf[value]]:
        """An array of the numbers in a list or tuple."""

class float64(Scalar):
    """A floating-point number of 64 bits."""

    @overload
    @staticmethod
    @native("numpy::float64::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Elementwise[float64, value]:
        """The number converted, or all those of an array."""

    @overload
    @staticmethod
    @native("numpy::float64::of_parts")
    @raises(OverflowError, ValueError)
    def __new__(value: ArrayLike) -> ndarray[float64, DimsOf[value]]:
        """An array of the numbers in a list or tuple."""

class complex64(Scalar):
    """A complex number of two floats of 32 bits."""

    @overload
    @staticmethod
    @native("numpy::complex64::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Elementwise[complex64, value]:
        """The number converted, or all those of an array."""

    @overload
    @staticmethod
    @native("numpy::complex64::of_parts")
    @raises(OverflowError, ValueError)
    def __new__(value: ArrayLike) -> ndarray[complex64, DimsOf[value]]:
        """An array of the numbers in a list or tuple."""

class complex128(Scalar):
    """A complex number of two floats of 64 bits."""

    @overload
    @staticmethod
    @native("numpy::complex128::new")
    @raises(OverflowError, ValueError)
    def __new__(value: Operand) -> Elementwise[complex128, value]:
        """The number converted, or all those of an array."""

    @overload
    @staticmethod
    @native("numpy::complex128::of_parts")
    @raises(OverflowError, ValueError)
    def __new__(value: ArrayLike) -> ndarray[complex128, DimsOf[value]]:
        """An array of the numbers in a list or tuple."""

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

@native("numpy::into")
@raises(ValueError)
def _into[D, S](result: Operand, out: ndarray[D, S]) -> InPlace[out, DTypeOf[result], result]:
    """Store a result in the array that is given for it."""

@native("numpy::into_where")
@raises(ValueError)
def _into_where[D, S](result: Operand, out: ndarray[D, S], where: Operand) -> InPlace[out, DTypeOf[result], result]:
    """Store a result in the array that is given for it, where a condition is true."""

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

@overload
@native("numpy::clip_below")
@raises(ValueError, OverflowError)
def clip(a: Operand, a_min: Operand, a_max: None) -> Elementwise[Promote[a, a_min], a, a_min]:
    """The elements, none less than `a_min`."""

@overload
@native("numpy::clip_above")
@raises(ValueError, OverflowError)
def clip(a: Operand, a_min: None, a_max: Operand) -> Elementwise[Promote[a, a_max], a, a_max]:
    """The elements, none greater than `a_max`."""

@overload
@raises(ValueError, OverflowError)
def clip(a: Operand, a_min: Operand, a_max: Operand) -> Elementwise[Promote[a, a_min, a_max], a, a_min, a_max]:
    """The elements, none less than `a_min` and none greater than `a_max`."""

@overload
@native("numpy::nonzero_1")
@raises(ValueError)
def where(condition: ArrayLike) -> Positions1[condition]:
    """For each axis, the positions of elements that are not zero."""

@overload
@native("numpy::nonzero_2")
@raises(ValueError)
def where(condition: ArrayLike) -> Positions2[condition]:
    """For each axis, the positions of elements that are not zero."""

@overload
@native("numpy::nonzero_3")
@raises(ValueError)
def where(condition: ArrayLike) -> Positions3[condition]:
    """For each axis, the positions of elements that are not zero."""

@overload
@native("numpy::nonzero_4")
@raises(ValueError)
def where(condition: ArrayLike) -> Positions4[condition]:
    """For each axis, the positions of elements that are not zero."""

@overload
@native("numpy::where_scalar")
@raises(OverflowError)
def where(condition: Operand, x: Operand, y: Operand) -> NoAxes[Promote[x, y], condition, x, y]:
    """`x` where the condition is true, else `y`: an array without axes."""

@overload
@raises(ValueError, OverflowError)
def where(condition: Operand, x: Operand, y: Operand) -> Elementwise[Promote[x, y], condition, x, y]:
    """Elements of `x` where the condition is true, else of `y`."""

@overload
@native("numpy::sum_from_as_scalar")
@raises(ValueError, OverflowError)
def _sum_from[E](a: ArrayLike, axis: Axes = None, *, dtype: type[E], initial: Operand = 0, where: ArrayLike = True, keepdims: Literal[False] = False) -> ReducedScalar[Masked[Started[NumberDType[dtype], initial], where], a, axis]:
    """The sum of a value and of the elements where the mask is true, computed in the dtype."""

@overload
@native("numpy::sum_from_as")
@raises(ValueError, OverflowError)
def _sum_from[E](a: ArrayLike, axis: Axes = None, *, dtype: type[E], initial: Operand = 0, where: ArrayLike = True, keepdims: bool = False) -> Reduced[Masked[Started[NumberDType[dtype], initial], where], a, axis, keepdims]:
    """The sum of a value and of the elements where the mask is true, computed in the dtype."""

@overload
@native("numpy::sum_from_scalar")
@raises(ValueError, OverflowError)
def _sum_from(a: ArrayLike, axis: Axes = None, *, initial: Operand = 0, where: ArrayLike = True, keepdims: Literal[False] = False) -> ReducedScalar[Masked[Started[Sum[a], initial], where], a, axis]:
    """The sum of a value and of the elements where the mask is true."""

@overload
@native("numpy::sum_from")
@raises(ValueError, OverflowError)
def _sum_from(a: ArrayLike, axis: Axes = None, *, initial: Operand = 0, where: ArrayLike = True, keepdims: bool = False) -> Reduced[Masked[Started[Sum[a], initial], where], a, axis, keepdims]:
    """The sum of a value and of the elements where the mask is true."""

@overload
@native("numpy::prod_from_as_scalar")
@raises(ValueError, OverflowError)
def _prod_from[E](a: ArrayLike, axis: Axes = None, *, dtype: type[E], initial: Operand = 1, where: ArrayLike = True, keepdims: Literal[False] = False) -> ReducedScalar[Masked[Started[NumberDType[dtype], initial], where], a, axis]:
    """The product of a value and of the elements where the mask is true, computed in the dtype."""

@overload
@native("numpy::prod_from_as")
@raises(ValueError, OverflowError)
def _prod_from[E](a: ArrayLike, axis: Axes = None, *, dtype: type[E], initial: Operand = 1, where: ArrayLike = True, keepdims: bool = False) -> Reduced[Masked[Started[NumberDType[dtype], initial], where], a, axis, keepdims]:
    """The product of a value and of the elements where the mask is true, computed in the dtype."""

@overload
@native("numpy::prod_from_scalar")
@raises(ValueError, OverflowError)
def _prod_from(a: ArrayLike, axis: Axes = None, *, initial: Operand = 1, where: ArrayLike = True, keepdims: Literal[False] = False) -> ReducedScalar[Masked[Started[Sum[a], initial], where], a, axis]:
    """The product of a value and of the elements where the mask is true."""

@overload
@native("numpy::prod_from")
@raises(ValueError, OverflowError)
def _prod_from(a: ArrayLike, axis: Axes = None, *, initial: Operand = 1, where: ArrayLike = True, keepdims: bool = False) -> Reduced[Masked[Started[Sum[a], initial], where], a, axis, keepdims]:
    """The product of a value and of the elements where the mask is true."""

@overload
@native("numpy::min_from_scalar")
@raises(ValueError, OverflowError)
def _min_from(a: ArrayLike, axis: Axes = None, *, initial: Operand, where: ArrayLike = True, keepdims: Literal[False] = False) -> ReducedScalar[Masked[Started[DTypeOf[a], initial], where], a, axis]:
    """The least of a value and of the elements where the mask is true."""

@overload
@native("numpy::min_from")
@raises(ValueError, OverflowError)
def _min_from(a: ArrayLike, axis: Axes = None, *, initial: Operand, where: ArrayLike = True, keepdims: bool = False) -> Reduced[Masked[Started[DTypeOf[a], initial], where], a, axis, keepdims]:
    """The least of a value and of the elements where the mask is true."""

@overload
@native("numpy::max_from_scalar")
@raises(ValueError, OverflowError)
def _max_from(a: ArrayLike, axis: Axes = None, *, initial: Operand, where: ArrayLike = True, keepdims: Literal[False] = False) -> ReducedScalar[Masked[Started[DTypeOf[a], initial], where], a, axis]:
    """The greatest of a value and of the elements where the mask is true."""

@overload
@native("numpy::max_from")
@raises(ValueError, OverflowError)
def _max_from(a: ArrayLike, axis: Axes = None, *, initial: Operand, where: ArrayLike = True, keepdims: bool = False) -> Reduced[Masked[Started[DTypeOf[a], initial], where], a, axis, keepdims]:
    """The greatest of a value and of the elements where the mask is true."""

@overload
@native("numpy::any_where_scalar")
@raises(ValueError)
def _any_where(a: ArrayLike, axis: Axes = None, *, where: ArrayLike, keepdims: Literal[False] = False) -> ReducedScalar[Masked[bool, where], a, axis]:
    """Whether any element is true where the mask is."""

@overload
@native("numpy::any_where")
@raises(ValueError)
def _any_where(a: ArrayLike, axis: Axes = None, *, where: ArrayLike, keepdims: bool = False) -> Reduced[Masked[bool, where], a, axis, keepdims]:
    """Whether any element is true where the mask is."""

@overload
@native("numpy::all_where_scalar")
@raises(ValueError)
def _all_where(a: ArrayLike, axis: Axes = None, *, where: ArrayLike, keepdims: Literal[False] = False) -> ReducedScalar[Masked[bool, where], a, axis]:
    """Whether all elements are true where the mask is."""

@overload
@native("numpy::all_where")
@raises(ValueError)
def _all_where(a: ArrayLike, axis: Axes = None, *, where: ArrayLike, keepdims: bool = False) -> Reduced[Masked[bool, where], a, axis, keepdims]:
    """Whether all elements are true where the mask is."""

@overload
@native("numpy::mean_where_as_scalar")
@raises(ValueError)
def _mean_where[E](a: ArrayLike, axis: Axes = None, *, dtype: type[E], where: ArrayLike, keepdims: Literal[False] = False) -> ReducedScalar[Masked[InexactDType[dtype], where], a, axis]:
    """The mean of the elements where the mask is true, computed in the dtype."""

@overload
@native("numpy::mean_where_as")
@raises(ValueError)
def _mean_where[E](a: ArrayLike, axis: Axes = None, *, dtype: type[E], where: ArrayLike, keepdims: bool = False) -> Reduced[Masked[InexactDType[dtype], where], a, axis, keepdims]:
    """The mean of the elements where the mask is true, computed in the dtype."""

@overload
@native("numpy::mean_where_scalar")
@raises(ValueError)
def _mean_where(a: ArrayLike, axis: Axes = None, *, where: ArrayLike, keepdims: Literal[False] = False) -> ReducedScalar[Masked[Mean[a], where], a, axis]:
    """The mean of the elements where the mask is true."""

@overload
@native("numpy::mean_where")
@raises(ValueError)
def _mean_where(a: ArrayLike, axis: Axes = None, *, where: ArrayLike, keepdims: bool = False) -> Reduced[Masked[Mean[a], where], a, axis, keepdims]:
    """The mean of the elements where the mask is true."""

@overload
@native("numpy::var_where_scalar")
@raises(ValueError)
def _var_where(a: ArrayLike, axis: Axes = None, *, ddof: int = 0, where: ArrayLike, keepdims: Literal[False] = False) -> ReducedScalar[Masked[Spread[a], where], a, axis]:
    """The variance of the elements where the mask is true."""

@overload
@native("numpy::var_where")
@raises(ValueError)
def _var_where(a: ArrayLike, axis: Axes = None, *, ddof: int = 0, where: ArrayLike, keepdims: bool = False) -> Reduced[Masked[Spread[a], where], a, axis, keepdims]:
    """The variance of the elements where the mask is true."""

@overload
@native("numpy::std_where_scalar")
@raises(ValueError)
def _std_where(a: ArrayLike, axis: Axes = None, *, ddof: int = 0, where: ArrayLike, keepdims: Literal[False] = False) -> ReducedScalar[Masked[Spread[a], where], a, axis]:
    """The standard deviation of the elements where the mask is true."""

@overload
@native("numpy::std_where")
@raises(ValueError)
def _std_where(a: ArrayLike, axis: Axes = None, *, ddof: int = 0, where: ArrayLike, keepdims: bool = False) -> Reduced[Masked[Spread[a], where], a, axis, keepdims]:
    """The standard deviation of the elements where the mask is true."""

@native("numpy::reduced_into")
@raises(ValueError)
def _reduced_into[D, S](result: Operand, out: ndarray[D, S], a: ArrayLike, axis: Axes = None, keepdims: bool = False) -> Filled[out, result]:
    """Store what a reduction gives in an array of its shape and dtype."""

@native("numpy::accumulated_into")
@raises(ValueError)
def _accumulated_into[D, S](result: Operand, out: ndarray[D, S]) -> Filled[out, result]:
    """Store running values in an array of their shape and dtype."""

@native("numpy::matmul_into")
@raises(ValueError)
def _matmul_into[D, S](result: Operand, out: ndarray[D, S]) -> Filled[out, result]:
    """Store a matrix product in an array of its shape and dtype."""

@native("numpy::dot_into")
@raises(ValueError)
def _dot_into[D, S](result: Operand, out: ndarray[D, S]) -> Filled[out, result]:
    """Store a matrix product in an array of its shape and dtype."""

@overload
@native("numpy::sum_as_scalar")
@raises(ValueError)
def sum[E](a: ArrayLike, axis: Axes = None, *, dtype: type[E], keepdims: Literal[False] = False) -> ReducedScalar[NumberDType[dtype], a, axis]:
    """The sum of the elements along an axis, computed in the dtype."""

@overload
@native("numpy::sum_as")
@raises(ValueError)
def sum[E](a: ArrayLike, axis: Axes = None, *, dtype: type[E], keepdims: bool = False) -> Reduced[NumberDType[dtype], a, axis, keepdims]:
    """The sum of the elements along an axis, computed in the dtype."""

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
@native("numpy::prod_as_scalar")
@raises(ValueError)
def prod[E](a: ArrayLike, axis: Axes = None, *, dtype: type[E], keepdims: Literal[False] = False) -> ReducedScalar[NumberDType[dtype], a, axis]:
    """The product of the elements along an axis, computed in the dtype."""

@overload
@native("numpy::prod_as")
@raises(ValueError)
def prod[E](a: ArrayLike, axis: Axes = None, *, dtype: type[E], keepdims: bool = False) -> Reduced[NumberDType[dtype], a, axis, keepdims]:
    """The product of the elements along an axis, computed in the dtype."""

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
@native("numpy::mean_as_scalar")
@raises(ValueError)
def mean[E](a: ArrayLike, axis: Axes = None, *, dtype: type[E], keepdims: Literal[False] = False) -> ReducedScalar[InexactDType[dtype], a, axis]:
    """The mean of the elements along an axis, computed in the dtype."""

@overload
@native("numpy::mean_as")
@raises(ValueError)
def mean[E](a: ArrayLike, axis: Axes = None, *, dtype: type[E], keepdims: bool = False) -> Reduced[InexactDType[dtype], a, axis, keepdims]:
    """The mean of the elements along an axis, computed in the dtype."""

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

@overload
@native("numpy::cumsum_as_flat")
@raises(ValueError)
def cumsum[E](a: ArrayLike, axis: None = None, *, dtype: type[E]) -> ndarray[NumberDType[dtype], AlongAxis[a, axis]]:
    """The running sums of all elements, computed in the dtype."""

@overload
@native("numpy::cumsum_as")
@raises(ValueError)
def cumsum[E](a: ArrayLike, axis: int, *, dtype: type[E]) -> ndarray[NumberDType[dtype], AlongAxis[a, axis]]:
    """The running sums along an axis, computed in the dtype."""

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
@native("numpy::of_nothing")
def array(object: list[Never]) -> ndarray[float64, DimsOf[object]]:
    """An array of no elements."""

@overload
@native("numpy::texts::of_objects")
def array(object: list[str], dtype: Literal["object", "O"]) -> numpy.texts.TextArray:
    """An array of texts, each of its own."""

@overload
@native("numpy::texts::of_object_rows")
@raises(ValueError)
def array(object: list[list[str]], dtype: Literal["object", "O"]) -> numpy.texts.TextMatrix:
    """An array of texts, each of its own."""

@overload
@native("numpy::texts::of_texts_as")
def array(object: list[str], dtype: Literal["str", "U"]) -> numpy.texts.StrArray:
    """An array of texts of one width."""

@overload
@native("numpy::texts::of_rows_as")
@raises(ValueError)
def array(object: list[list[str]], dtype: Literal["str", "U"]) -> numpy.texts.StrMatrix:
    """An array of texts of one width."""

@overload
@native("numpy::texts::of_texts")
@raises(ValueError)
def array(object: list[str]) -> numpy.texts.StrArray:
    """An array of texts of one width."""

@overload
@native("numpy::texts::of_rows")
@raises(ValueError)
def array(object: list[list[str]]) -> numpy.texts.StrMatrix:
    """An array of texts of one width."""

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
@native("numpy::of_nothing")
def asarray(a: list[Never]) -> ndarray[float64, DimsOf[a]]:
    """An array of no elements."""

@overload
@native("numpy::texts::of_objects")
def asarray(a: list[str], dtype: Literal["object", "O"]) -> numpy.texts.TextArray:
    """An array of texts, each of its own."""

@overload
@native("numpy::texts::of_object_rows")
@raises(ValueError)
def asarray(a: list[list[str]], dtype: Literal["object", "O"]) -> numpy.texts.TextMatrix:
    """An array of texts, each of its own."""

@overload
@native("numpy::texts::of_texts_as")
def asarray(a: list[str], dtype: Literal["str", "U"]) -> numpy.texts.StrArray:
    """An array of texts of one width."""

@overload
@native("numpy::texts::of_rows_as")
@raises(ValueError)
def asarray(a: list[list[str]], dtype: Literal["str", "U"]) -> numpy.texts.StrMatrix:
    """An array of texts of one width."""

@overload
@native("numpy::texts::of_texts")
@raises(ValueError)
def asarray(a: list[str]) -> numpy.texts.StrArray:
    """An array of texts of one width."""

@overload
@native("numpy::texts::of_rows")
@raises(ValueError)
def asarray(a: list[list[str]]) -> numpy.texts.StrMatrix:
    """An array of texts of one width."""

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
@native("numpy::arange_as")
@raises(ValueError, ZeroDivisionError)
def arange[D](start: float, stop: float | None = None, step: float = 1.0, *, dtype: type[D]) -> ndarray[NumberDType[dtype], AnyLength[start]]:
    """The numbers from `start` up to, not including, `stop`, of the dtype."""

@overload
@raises(ValueError, ZeroDivisionError)
def arange(start: float, stop: float | None = None, step: float = 1.0) -> ndarray[float64, AnyLength[start]]:
    """The numbers from `start` up to, not including, `stop`; from 0 where only one number is given."""

@overload
@native("numpy::linspace_as")
@raises(ValueError)
def linspace[D](start: float, stop: float, num: int = 50, *, endpoint: bool = True, dtype: type[D]) -> ndarray[D, SizeDims[num]]:
    """`num` numbers from `start` to `stop` at equal distances, of the dtype."""

@overload
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

@overload
@raises(ValueError, ZeroDivisionError)
def split(ary: ArrayLike, indices_or_sections: int, axis: int = 0) -> list[ndarray[DTypeOf[ary], SplitDims[ary, axis]]]:
    """The array in parts of equal length along an axis: views."""

@overload
@native("numpy::split_at")
@raises(ValueError)
def split(ary: ArrayLike, indices_or_sections: ArrayLike, axis: int = 0) -> list[ndarray[DTypeOf[ary], WhereInteger[indices_or_sections, SplitDims[ary, axis]]]]:
    """The array cut at positions along an axis: views."""

@overload
@native("numpy::sort_by_kind")
@raises(ValueError)
def sort(a: ArrayLike, axis: int = -1, *, kind: str) -> ndarray[DTypeOf[a], AlongAxis[a, axis]]:
    """As without `kind`: every kind of sort is a stable one here."""

@overload
@raises(ValueError)
def sort(a: ArrayLike, axis: int = -1) -> ndarray[DTypeOf[a], AlongAxis[a, axis]]:
    """The array sorted along an axis."""

@overload
@native("numpy::argsort_by_kind")
@raises(ValueError)
def argsort(a: ArrayLike, axis: int = -1, *, kind: str) -> ndarray[int64, AlongAxis[a, axis]]:
    """As without `kind`: every kind of sort is a stable one here."""

@overload
@raises(ValueError)
def argsort(a: ArrayLike, axis: int = -1) -> ndarray[int64, AlongAxis[a, axis]]:
    """The positions that would sort the array along an axis."""

@overload
@native("numpy::unique_axis")
@raises(ValueError, TypeError)
def unique(ar: ArrayLike, *, return_index: Literal[False] = False, return_inverse: Literal[False] = False, return_counts: Literal[False] = False, axis: int) -> ndarray[DTypeOf[ar], SplitDims[ar, axis]]:
    """The different parts along an axis, sorted; and where each was first, the place of every part among them, how often each was there."""

@overload
@native("numpy::unique_axis_counts")
@raises(ValueError, TypeError)
def unique(ar: ArrayLike, *, return_index: Literal[False] = False, return_inverse: Literal[False] = False, return_counts: Literal[True], axis: int) -> tuple[ndarray[DTypeOf[ar], SplitDims[ar, axis]], ndarray[int64, AnyLength[ar]]]:
    """The different parts along an axis, sorted; and where each was first, the place of every part among them, how often each was there."""

@overload
@native("numpy::unique_axis_inverse")
@raises(ValueError, TypeError)
def unique(ar: ArrayLike, *, return_index: Literal[False] = False, return_inverse: Literal[True], return_counts: Literal[False] = False, axis: int) -> tuple[ndarray[DTypeOf[ar], SplitDims[ar, axis]], ndarray[int64, AnyLength[ar]]]:
    """The different parts along an axis, sorted; and where each was first, the place of every part among them, how often each was there."""

@overload
@native("numpy::unique_axis_inverse_counts")
@raises(ValueError, TypeError)
def unique(ar: ArrayLike, *, return_index: Literal[False] = False, return_inverse: Literal[True], return_counts: Literal[True], axis: int) -> tuple[ndarray[DTypeOf[ar], SplitDims[ar, axis]], ndarray[int64, AnyLength[ar]], ndarray[int64, AnyLength[ar]]]:
    """The different parts along an axis, sorted; and where each was first, the place of every part among them, how often each was there."""

@overload
@native("numpy::unique_axis_index")
@raises(ValueError, TypeError)
def unique(ar: ArrayLike, *, return_index: Literal[True], return_inverse: Literal[False] = False, return_counts: Literal[False] = False, axis: int) -> tuple[ndarray[DTypeOf[ar], SplitDims[ar, axis]], ndarray[int64, AnyLength[ar]]]:
    """The different parts along an axis, sorted; and where each was first, the place of every part among them, how often each was there."""

@overload
@native("numpy::unique_axis_index_counts")
@raises(ValueError, TypeError)
def unique(ar: ArrayLike, *, return_index: Literal[True], return_inverse: Literal[False] = False, return_counts: Literal[True], axis: int) -> tuple[ndarray[DTypeOf[ar], SplitDims[ar, axis]], ndarray[int64, AnyLength[ar]], ndarray[int64, AnyLength[ar]]]:
    """The different parts along an axis, sorted; and where each was first, the place of every part among them, how often each was there."""

@overload
@native("numpy::unique_axis_index_inverse")
@raises(ValueError, TypeError)
def unique(ar: ArrayLike, *, return_index: Literal[True], return_inverse: Literal[True], return_counts: Literal[False] = False, axis: int) -> tuple[ndarray[DTypeOf[ar], SplitDims[ar, axis]], ndarray[int64, AnyLength[ar]], ndarray[int64, AnyLength[ar]]]:
    """The different parts along an axis, sorted; and where each was first, the place of every part among them, how often each was there."""

@overload
@native("numpy::unique_axis_all")
@raises(ValueError, TypeError)
def unique(ar: ArrayLike, *, return_index: Literal[True], return_inverse: Literal[True], return_counts: Literal[True], axis: int) -> tuple[ndarray[DTypeOf[ar], SplitDims[ar, axis]], ndarray[int64, AnyLength[ar]], ndarray[int64, AnyLength[ar]], ndarray[int64, AnyLength[ar]]]:
    """The different parts along an axis, sorted; and where each was first, the place of every part among them, how often each was there."""

@overload
@native("numpy::unique_index")
@raises(ValueError)
def unique(ar: ArrayLike, *, return_index: Literal[True], return_inverse: Literal[False] = False, return_counts: Literal[False] = False) -> tuple[ndarray[DTypeOf[ar], AnyLength[ar]], ndarray[int64, AnyLength[ar]]]:
    """The different elements, sorted; and where each was first, the place of every element among them, how often each was there."""

@overload
@native("numpy::unique_inverse")
@raises(ValueError)
def unique(ar: ArrayLike, *, return_index: Literal[False] = False, return_inverse: Literal[True], return_counts: Literal[False] = False) -> tuple[ndarray[DTypeOf[ar], AnyLength[ar]], ndarray[int64, DimsOf[ar]]]:
    """The different elements, sorted; and where each was first, the place of every element among them, how often each was there."""

@overload
@native("numpy::unique_counts")
@raises(ValueError)
def unique(ar: ArrayLike, *, return_index: Literal[False] = False, return_inverse: Literal[False] = False, return_counts: Literal[True]) -> tuple[ndarray[DTypeOf[ar], AnyLength[ar]], ndarray[int64, AnyLength[ar]]]:
    """The different elements, sorted; and where each was first, the place of every element among them, how often each was there."""

@overload
@native("numpy::unique_index_inverse")
@raises(ValueError)
def unique(ar: ArrayLike, *, return_index: Literal[True], return_inverse: Literal[True], return_counts: Literal[False] = False) -> tuple[ndarray[DTypeOf[ar], AnyLength[ar]], ndarray[int64, AnyLength[ar]], ndarray[int64, DimsOf[ar]]]:
    """The different elements, sorted; and where each was first, the place of every element among them, how often each was there."""

@overload
@native("numpy::unique_index_counts")
@raises(ValueError)
def unique(ar: ArrayLike, *, return_index: Literal[True], return_inverse: Literal[False] = False, return_counts: Literal[True]) -> tuple[ndarray[DTypeOf[ar], AnyLength[ar]], ndarray[int64, AnyLength[ar]], ndarray[int64, AnyLength[ar]]]:
    """The different elements, sorted; and where each was first, the place of every element among them, how often each was there."""

@overload
@native("numpy::unique_inverse_counts")
@raises(ValueError)
def unique(ar: ArrayLike, *, return_index: Literal[False] = False, return_inverse: Literal[True], return_counts: Literal[True]) -> tuple[ndarray[DTypeOf[ar], AnyLength[ar]], ndarray[int64, DimsOf[ar]], ndarray[int64, AnyLength[ar]]]:
    """The different elements, sorted; and where each was first, the place of every element among them, how often each was there."""

@overload
@native("numpy::unique_all")
@raises(ValueError)
def unique(ar: ArrayLike, *, return_index: Literal[True], return_inverse: Literal[True], return_counts: Literal[True]) -> tuple[ndarray[DTypeOf[ar], AnyLength[ar]], ndarray[int64, AnyLength[ar]], ndarray[int64, DimsOf[ar]], ndarray[int64, AnyLength[ar]]]:
    """The different elements, sorted; and where each was first, the place of every element among them, how often each was there."""

@overload
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

@overload
@native("numpy::nonzero_3")
@raises(ValueError)
def nonzero(a: ArrayLike) -> Positions3[a]:
    """For each axis, the positions of elements that are not zero."""

@overload
@native("numpy::nonzero_4")
@raises(ValueError)
def nonzero(a: ArrayLike) -> Positions4[a]:
    """For each axis, the positions of elements that are not zero."""

@overload
@native("numpy::take_within")
@raises(IndexError, ValueError)
def take(a: ArrayLike, indices: ArrayLike, axis: int | None = None, *, mode: Literal["clip", "wrap"]) -> ndarray[DTypeOf[a], Taken[a, axis, indices]]:
    """The elements at positions along an axis, or of the flat array; those out of bounds are moved to the ends, or counted on from the start."""

@overload
@raises(IndexError, ValueError)
def take(a: ArrayLike, indices: ArrayLike, axis: int | None = None) -> ndarray[DTypeOf[a], Taken[a, axis, indices]]:
    """The elements at positions along an axis, or of the flat array."""

@overload
@raises(ValueError)
def repeat(
    a: ArrayLike, repeats: int, axis: int | None = None
) -> ndarray[DTypeOf[a], Repeated[a, axis]]:
    """Each element several times, along an axis or in a flat array."""

@overload
@native("numpy::repeat_each")
@raises(ValueError)
def repeat(a: ArrayLike, repeats: ArrayLike, axis: int | None = None) -> ndarray[DTypeOf[a], WhereInteger[repeats, Repeated[a, axis]]]:
    """Each part as often as the number of its place says."""

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

@raises(ValueError, OverflowError)
def arctan2(x1: Operand, x2: Operand) -> Elementwise[RealInexact[x1, x2], x1, x2]:
    """The angle of the point (`x2`, `x1`)."""

@raises(ValueError, OverflowError)
def hypot(x1: Operand, x2: Operand) -> Elementwise[RealInexact[x1, x2], x1, x2]:
    """The length of the hypotenuse."""

@raises(ValueError, OverflowError)
def copysign(x1: Operand, x2: Operand) -> Elementwise[RealInexact[x1, x2], x1, x2]:
    """The first operand with the sign of the second."""

@raises(ValueError, OverflowError)
def logaddexp(x1: Operand, x2: Operand) -> Elementwise[RealInexact[x1, x2], x1, x2]:
    """`log(exp(x1) + exp(x2))` without overflow."""

@raises(ValueError, OverflowError)
def logaddexp2(x1: Operand, x2: Operand) -> Elementwise[RealInexact[x1, x2], x1, x2]:
    """`log2(2**x1 + 2**x2)` without overflow."""

@raises(ValueError, OverflowError)
def heaviside(x1: Operand, x2: Operand) -> Elementwise[RealInexact[x1, x2], x1, x2]:
    """0 for negative numbers, 1 for positive ones, the second operand for 0."""

@raises(ValueError, OverflowError)
def fmax(x1: Operand, x2: Operand) -> Elementwise[Promote[x1, x2], x1, x2]:
    """The greater of each two elements; the other where one is NaN."""

@raises(ValueError, OverflowError)
def fmin(x1: Operand, x2: Operand) -> Elementwise[Promote[x1, x2], x1, x2]:
    """The lesser of each two elements; the other where one is NaN."""

@raises(ValueError, OverflowError)
def fmod(x1: Operand, x2: Operand) -> Elementwise[Whole[x1, x2], x1, x2]:
    """The remainder, with the sign of the dividend."""

@raises(ValueError, OverflowError)
def left_shift(x1: Operand, x2: Operand) -> Elementwise[Integers[x1, x2], x1, x2]:
    """The bits moved to the left."""

@raises(ValueError, OverflowError)
def right_shift(x1: Operand, x2: Operand) -> Elementwise[Integers[x1, x2], x1, x2]:
    """The bits moved to the right."""

@raises(ValueError, OverflowError)
def gcd(x1: Operand, x2: Operand) -> Elementwise[Integers[x1, x2], x1, x2]:
    """The greatest common divisor."""

@raises(ValueError, OverflowError)
def lcm(x1: Operand, x2: Operand) -> Elementwise[Integers[x1, x2], x1, x2]:
    """The least common multiple."""

def rint(x: Operand) -> Elementwise[RealInexact[x], x]:
    """Each element rounded to the nearest whole number, half to even."""

def fabs(x: Operand) -> Elementwise[RealInexact[x], x]:
    """The absolute values, as floats."""

def sinc(x: Operand) -> Elementwise[RealInexact[x], x]:
    """`sin(πx) / (πx)`."""

def arcsinh(x: Operand) -> Elementwise[RealInexact[x], x]:
    """The inverse hyperbolic sine."""

def arccosh(x: Operand) -> Elementwise[RealInexact[x], x]:
    """The inverse hyperbolic cosine."""

def arctanh(x: Operand) -> Elementwise[RealInexact[x], x]:
    """The inverse hyperbolic tangent."""

def deg2rad(x: Operand) -> Elementwise[RealInexact[x], x]:
    """Degrees as radians."""

def rad2deg(x: Operand) -> Elementwise[RealInexact[x], x]:
    """Radians as degrees."""

def signbit(x: Operand) -> Elementwise[RealTruth[x], x]:
    """Whether the sign of each element is minus."""

def isposinf(x: Operand) -> Elementwise[RealTruth[x], x]:
    """Whether each element is `inf`."""

def isneginf(x: Operand) -> Elementwise[RealTruth[x], x]:
    """Whether each element is `-inf`."""

def isreal(x: Operand) -> Elementwise[bool, x]:
    """Whether each element has an imaginary part of 0."""

def iscomplex(x: Operand) -> Elementwise[bool, x]:
    """Whether each element has an imaginary part other than 0."""

def real(val: Operand) -> Elementwise[RealPart[val], val]:
    """The real parts."""

def imag(val: Operand) -> Elementwise[RealPart[val], val]:
    """The imaginary parts."""

def conjugate(x: Operand) -> Elementwise[Promote[x], x]:
    """The complex conjugates."""

@overload
@native("numpy::angle_complex")
def angle(z: Operand, deg: bool = False) -> Elementwise[ComplexPart[z], z]:
    """The angles of complex numbers, in radians or degrees."""

@overload
def angle(z: Operand, deg: bool = False) -> Elementwise[RealInexact[z], z]:
    """The angles of complex numbers, in radians or degrees."""

def nan_to_num(x: Operand, copy: Literal[True] = True, nan: float = 0.0, posinf: float | None = None, neginf: float | None = None) -> Elementwise[Promote[x], x]:
    """The elements with NaN and infinities replaced."""

@raises(ValueError, OverflowError)
def divmod(x1: Operand, x2: Operand) -> tuple[Elementwise[Whole[x1, x2], x1, x2], Elementwise[Whole[x1, x2], x1, x2]]:
    """The quotients rounded down, and the remainders."""

def modf(x: Operand) -> tuple[Elementwise[RealInexact[x], x], Elementwise[RealInexact[x], x]]:
    """The fractions and the whole parts."""

def bitwise_count(x: Operand) -> Elementwise[BitCount[x], x]:
    """The number of ones in the bits of the absolute values."""

@raises(ValueError)
def array_equal(a1: ArrayLike, a2: ArrayLike, equal_nan: bool = False) -> bool:
    """Whether shapes and elements are the same."""

conj = conjugate
radians = deg2rad
degrees = rad2deg
fix = trunc
bitwise_left_shift = left_shift
bitwise_right_shift = right_shift
acos = arccos
asin = arcsin
atan = arctan
atan2 = arctan2
acosh = arccosh
asinh = arcsinh
atanh = arctanh
pow = power
bitwise_invert = invert

@overload
@native("numpy::take_along_axis_flat")
@raises(IndexError, ValueError)
def take_along_axis(arr: ArrayLike, indices: ArrayLike, axis: None) -> ndarray[DTypeOf[arr], DimsOf[indices]]:
    """The elements at positions of the flat array."""

@overload
@raises(IndexError, ValueError)
def take_along_axis(arr: ArrayLike, indices: ArrayLike, axis: int = -1) -> ndarray[DTypeOf[arr], TakenAlong[arr, indices, axis]]:
    """Along each lane, the elements at the positions in the lane of the indices."""

@raises(IndexError, ValueError, OverflowError)
def put_along_axis[D, S](arr: ndarray[D, S], indices: ArrayLike, values: Operand, axis: int) -> Stored[indices]:
    """Store values at positions along each lane."""

@raises(IndexError, ValueError, OverflowError)
def put[D, S](a: ndarray[D, S], ind: ArrayLike, v: ArrayLike) -> Stored[ind]:
    """Store values at positions of the flat array."""

@raises(ValueError, OverflowError)
def putmask[D, S](a: ndarray[D, S], mask: ArrayLike, values: ArrayLike) -> None:
    """Store values where the mask is true."""

@overload
@native("numpy::copyto_where")
@raises(ValueError, OverflowError)
def copyto[D, S](dst: ndarray[D, S], src: Operand, *, where: Operand) -> None:
    """Store the elements of one array in another where a condition is true."""

@overload
@raises(ValueError, OverflowError)
def copyto[D, S](dst: ndarray[D, S], src: Operand) -> None:
    """Store the elements of one array in another."""

@raises(IndexError, ValueError)
def compress(condition: ArrayLike, a: ArrayLike, axis: int | None = None) -> ndarray[DTypeOf[a], Repeated[a, axis]]:
    """The parts along an axis for which the condition is true."""

@raises(IndexError, ValueError)
def extract(condition: ArrayLike, arr: ArrayLike) -> ndarray[DTypeOf[arr], AnyLength[arr]]:
    """The elements where the condition is true."""

@raises(ValueError)
def argwhere(a: ArrayLike) -> ndarray[int64, RowsOfPositions[a]]:
    """A row of positions for each element that is not zero."""

@raises(ValueError)
def choose(a: ArrayLike, choices: ArrayLike) -> ndarray[DTypeOf[choices], WhereInteger[a, Chosen[a, choices]]]:
    """For each element of `a`, the element of the choice with that number."""

@raises(ValueError)
def select(condlist: ArrayLike, choicelist: ArrayLike, default: float = 0) -> ndarray[SelectDType[choicelist, default], Chosen[condlist, choicelist]]:
    """For each place the element of the first choice whose condition is true."""

@raises(ValueError)
def broadcast_to(array: ArrayLike, shape: Shape) -> ndarray[DTypeOf[array], BroadcastTo[array, shape]]:
    """The array stretched to a shape: a view that cannot be written to."""

@raises(ValueError)
def broadcast_arrays(a: ArrayLike, b: ArrayLike, /) -> tuple[ndarray[DTypeOf[a], Broadcast[a, b]], ndarray[DTypeOf[b], Broadcast[a, b]]]:
    """Both arrays stretched to one another: views."""

@raises(ValueError)
def diagonal(a: ArrayLike, offset: int = 0, axis1: int = 0, axis2: int = 1) -> ndarray[DTypeOf[a], Diagonal[a, axis1, axis2]]:
    """The elements on a diagonal: a view that cannot be written to."""

@raises(ValueError)
def diag(v: ArrayLike, k: int = 0) -> ndarray[DTypeOf[v], Diag[v]]:
    """The elements on a diagonal of a matrix; or a matrix with the elements of a vector there."""

@raises(ValueError)
def diagflat(v: ArrayLike, k: int = 0) -> ndarray[DTypeOf[v], AnyMatrix[v]]:
    """A matrix with the elements on a diagonal."""

@raises(TypeError, ValueError, OverflowError)
def fill_diagonal[D, S](a: ndarray[D, S], val: Operand) -> None:
    """Store a value on the diagonal of a matrix."""

@raises(ValueError)
def tril(m: ArrayLike, k: int = 0) -> ndarray[DTypeOf[m], Triangle[m]]:
    """The array with zeros above a diagonal."""

@raises(ValueError)
def tril_indices(n: int, k: int = 0, m: int | None = None) -> tuple[ndarray[int64, AnyLength[n]], ndarray[int64, AnyLength[n]]]:
    """The positions of the lower triangle of a matrix."""

@raises(ValueError)
def triu(m: ArrayLike, k: int = 0) -> ndarray[DTypeOf[m], Triangle[m]]:
    """The array with zeros below a diagonal."""

@raises(ValueError)
def triu_indices(n: int, k: int = 0, m: int | None = None) -> tuple[ndarray[int64, AnyLength[n]], ndarray[int64, AnyLength[n]]]:
    """The positions of the upper triangle of a matrix."""

@raises(ValueError)
def tri[D](N: int, M: int | None = None, k: int = 0, dtype: type[D] = float64) -> ndarray[D, SizeDims[N, M]]:
    """A matrix with ones at and below a diagonal."""

@raises(IndexError, ValueError)
def delete(arr: ArrayLike, obj: ArrayLike, axis: int | None = None) -> ndarray[DTypeOf[arr], WhereInteger[obj, Repeated[arr, axis]]]:
    """The array without the parts at some positions."""

@raises(IndexError, ValueError, OverflowError)
def insert(arr: ArrayLike, obj: int, values: ArrayLike, axis: int | None = None) -> ndarray[DTypeOf[arr], Repeated[arr, axis]]:
    """The array with values before a position."""

@raises(ValueError, OverflowError)
def append(arr: ArrayLike, values: ArrayLike, axis: int | None = None) -> ndarray[SetDType[arr, values], Repeated[arr, axis]]:
    """The array with values at its end."""

@overload
@native("numpy::unravel_index_1")
@raises(ValueError)
def unravel_index(indices: int, shape: Shape) -> Unravelled1[indices, shape]:
    """The position on each axis of a position in the flat array."""

@overload
@native("numpy::unravel_index_2")
@raises(ValueError)
def unravel_index(indices: int, shape: Shape) -> Unravelled2[indices, shape]:
    """The position on each axis of a position in the flat array."""

@overload
@native("numpy::unravel_index_3")
@raises(ValueError)
def unravel_index(indices: int, shape: Shape) -> Unravelled3[indices, shape]:
    """The position on each axis of a position in the flat array."""

@overload
@native("numpy::unravel_index_4")
@raises(ValueError)
def unravel_index(indices: int, shape: Shape) -> Unravelled4[indices, shape]:
    """The position on each axis of a position in the flat array."""

@overload
@native("numpy::unravel_indices_1")
@raises(ValueError)
def unravel_index(indices: ArrayLike, shape: Shape) -> UnravelledArrays1[indices, shape]:
    """For each axis the positions of positions in the flat array."""

@overload
@native("numpy::unravel_indices_2")
@raises(ValueError)
def unravel_index(indices: ArrayLike, shape: Shape) -> UnravelledArrays2[indices, shape]:
    """For each axis the positions of positions in the flat array."""

@overload
@native("numpy::unravel_indices_3")
@raises(ValueError)
def unravel_index(indices: ArrayLike, shape: Shape) -> UnravelledArrays3[indices, shape]:
    """For each axis the positions of positions in the flat array."""

@overload
@native("numpy::unravel_indices_4")
@raises(ValueError)
def unravel_index(indices: ArrayLike, shape: Shape) -> UnravelledArrays4[indices, shape]:
    """For each axis the positions of positions in the flat array."""

@overload
@native("numpy::ravel_multi_index_scalar")
@raises(ValueError)
def ravel_multi_index(multi_index: Shape, dims: Shape) -> Scalar[int64]:
    """The position in the flat array."""

@overload
@raises(ValueError)
def ravel_multi_index(multi_index: ArrayLike, dims: Shape) -> ndarray[int64, BroadcastParts[multi_index]]:
    """The positions in the flat array."""

@raises(ValueError)
def ix_(a: ArrayLike, b: ArrayLike, /) -> tuple[ndarray[DTypeOf[a], Column[a]], ndarray[DTypeOf[b], Row[b]]]:
    """The positions so that together they index every combination."""

@raises(ValueError)
def dstack(tup: ArrayLike) -> ndarray[DTypeOf[tup], Dstack[tup]]:
    """The arrays behind one another."""

@raises(ValueError)
def column_stack(tup: ArrayLike) -> ndarray[DTypeOf[tup], ColumnStack[tup]]:
    """The arrays beside one another; a vector is one column."""

@raises(ValueError)
def atleast_1d(ary: ArrayLike, /) -> ndarray[DTypeOf[ary], AtLeast1[ary]]:
    """The array with at least 1 axis."""

@raises(ValueError)
def atleast_2d(ary: ArrayLike, /) -> ndarray[DTypeOf[ary], AtLeast2[ary]]:
    """The array with at least 2 axes."""

@raises(ValueError)
def atleast_3d(ary: ArrayLike, /) -> ndarray[DTypeOf[ary], AtLeast3[ary]]:
    """The array with at least 3 axes."""

@overload
@raises(ValueError)
def array_split(ary: ArrayLike, indices_or_sections: int, axis: int = 0) -> list[ndarray[DTypeOf[ary], SplitDims[ary, axis]]]:
    """The array in parts of nearly equal length: views."""

@overload
@native("numpy::split_at")
@raises(ValueError)
def array_split(ary: ArrayLike, indices_or_sections: ArrayLike, axis: int = 0) -> list[ndarray[DTypeOf[ary], WhereInteger[indices_or_sections, SplitDims[ary, axis]]]]:
    """The array cut at positions along an axis: views."""

@overload
@raises(ValueError, ZeroDivisionError)
def hsplit(ary: ArrayLike, indices_or_sections: int) -> list[ndarray[DTypeOf[ary], HsplitDims[ary]]]:
    """The array in equal parts along the second axis: views."""

@overload
@native("numpy::hsplit_at")
@raises(ValueError)
def hsplit(ary: ArrayLike, indices_or_sections: ArrayLike) -> list[ndarray[DTypeOf[ary], WhereInteger[indices_or_sections, HsplitDims[ary]]]]:
    """The array cut at positions along the second axis: views."""

@overload
@raises(ValueError, ZeroDivisionError)
def vsplit(ary: ArrayLike, indices_or_sections: int) -> list[ndarray[DTypeOf[ary], VsplitDims[ary]]]:
    """The array in equal parts along the first axis: views."""

@overload
@native("numpy::vsplit_at")
@raises(ValueError)
def vsplit(ary: ArrayLike, indices_or_sections: ArrayLike) -> list[ndarray[DTypeOf[ary], WhereInteger[indices_or_sections, VsplitDims[ary]]]]:
    """The array cut at positions along the first axis: views."""

@overload
@raises(ValueError, ZeroDivisionError)
def dsplit(ary: ArrayLike, indices_or_sections: int) -> list[ndarray[DTypeOf[ary], DsplitDims[ary]]]:
    """The array in equal parts along the third axis: views."""

@overload
@native("numpy::dsplit_at")
@raises(ValueError)
def dsplit(ary: ArrayLike, indices_or_sections: ArrayLike) -> list[ndarray[DTypeOf[ary], WhereInteger[indices_or_sections, DsplitDims[ary]]]]:
    """The array cut at positions along the third axis: views."""

@overload
@native("numpy::roll_flat")
@raises(ValueError)
def roll(a: ArrayLike, shift: int, axis: None = None) -> ndarray[DTypeOf[a], DimsOf[a]]:
    """The elements moved on; those that fall off come back in front."""

@overload
@raises(ValueError)
def roll(a: ArrayLike, shift: Shape, axis: Shape) -> ndarray[DTypeOf[a], DimsOf[a]]:
    """The elements moved on along axes; those that fall off come back in front."""

@raises(ValueError)
def flip(m: ArrayLike, axis: Axes = None) -> ndarray[DTypeOf[m], DimsOf[m]]:
    """The array with the order along axes reversed: a view."""

@raises(ValueError)
def fliplr(m: ArrayLike) -> ndarray[DTypeOf[m], DimsOf[m]]:
    """The array with the second axis reversed: a view."""

@raises(ValueError)
def flipud(m: ArrayLike) -> ndarray[DTypeOf[m], DimsOf[m]]:
    """The array with the first axis reversed: a view."""

@raises(ValueError)
def rot90(m: ArrayLike, k: int = 1, axes: Shape = (0, 1)) -> ndarray[DTypeOf[m], Rot90[m, k, axes]]:
    """The array turned by right angles: a view."""

@raises(ValueError)
def moveaxis(a: ArrayLike, source: Shape, destination: Shape) -> ndarray[DTypeOf[a], Moved[a, source, destination]]:
    """The array with axes moved to other places: a view."""

@raises(ValueError)
def resize(a: ArrayLike, new_shape: Shape) -> ndarray[DTypeOf[a], ShapeDims[new_shape]]:
    """The elements, again and again from the first, in another shape."""

@raises(ValueError)
def trim_zeros(filt: ArrayLike, trim: str = "fb") -> ndarray[DTypeOf[filt], AnyLength[filt]]:
    """A vector without the zeros at its ends."""

@overload
@native("numpy::meshgrid_2")
@raises(ValueError)
def meshgrid(x: ArrayLike, y: ArrayLike, /, *, sparse: Literal[False] = False, indexing: str = "xy") -> tuple[ndarray[DTypeOf[x], AnyMatrix[x]], ndarray[DTypeOf[y], AnyMatrix[y]]]:
    """For each vector an array that varies along its axis alone."""

@overload
@native("numpy::meshgrid_3")
@raises(ValueError)
def meshgrid(x: ArrayLike, y: ArrayLike, z: ArrayLike, /, *, sparse: Literal[False] = False, indexing: str = "xy") -> tuple[ndarray[DTypeOf[x], AnyCube[x]], ndarray[DTypeOf[y], AnyCube[y]], ndarray[DTypeOf[z], AnyCube[z]]]:
    """For each vector an array that varies along its axis alone."""

@overload
@native("numpy::pad_constant")
@raises(ValueError, OverflowError)
def pad(array: ArrayLike, pad_width: ArrayLike, mode: Literal["constant"] = "constant", *, constant_values: Operand = 0) -> ndarray[DTypeOf[array], Padded[array, pad_width]]:
    """The array with more elements at the ends of its axes: a constant."""

@overload
@native("numpy::pad_constants")
@raises(ValueError)
def pad(array: ArrayLike, pad_width: ArrayLike, mode: Literal["constant"] = "constant", *, constant_values: ArrayLike) -> ndarray[DTypeOf[array], Padded[array, pad_width]]:
    """The array with more elements at the ends of its axes: a constant for each axis, or for each of its ends."""

@overload
@native("numpy::pad")
@raises(ValueError)
def pad(array: ArrayLike, pad_width: ArrayLike, mode: Literal["edge", "wrap", "reflect", "symmetric"], *, reflect_type: Literal["even"] = "even") -> ndarray[DTypeOf[array], Padded[array, pad_width]]:
    """The array with more elements at the ends of its axes: those of the array, again."""

@overload
@native("numpy::pad_odd")
@raises(ValueError)
def pad(array: ArrayLike, pad_width: ArrayLike, mode: Literal["reflect", "symmetric"], *, reflect_type: Literal["odd"]) -> ndarray[NumberDType[array], Padded[array, pad_width]]:
    """The array with more elements at the ends of its axes: those of the array, turned round in both directions."""

@overload
@native("numpy::pad_statistic")
@raises(ValueError)
def pad(array: ArrayLike, pad_width: ArrayLike, mode: Literal["maximum", "minimum", "mean"], *, stat_length: None = None) -> ndarray[DTypeOf[array], Padded[array, pad_width]]:
    """The array with more elements at the ends of its axes: a statistic of those there."""

@overload
@native("numpy::pad_statistic_of")
@raises(ValueError)
def pad(array: ArrayLike, pad_width: ArrayLike, mode: Literal["maximum", "minimum", "mean"], *, stat_length: ArrayLike) -> ndarray[DTypeOf[array], Padded[array, pad_width]]:
    """The array with more elements at the ends of its axes: a statistic of those there."""

@overload
@native("numpy::pad_median")
@raises(ValueError)
def pad(array: ArrayLike, pad_width: ArrayLike, mode: Literal["median"], *, stat_length: None = None) -> ndarray[OrderedNumber[array], Padded[array, pad_width]]:
    """The array with more elements at the ends of its axes: the median of those there."""

@overload
@native("numpy::pad_median_of")
@raises(ValueError)
def pad(array: ArrayLike, pad_width: ArrayLike, mode: Literal["median"], *, stat_length: ArrayLike) -> ndarray[OrderedNumber[array], Padded[array, pad_width]]:
    """The array with more elements at the ends of its axes: the median of those there."""

@overload
@native("numpy::pad_ramp")
@raises(ValueError)
def pad(array: ArrayLike, pad_width: ArrayLike, mode: Literal["linear_ramp"], *, end_values: ArrayLike = 0) -> ndarray[OrderedNumber[array], Padded[array, pad_width]]:
    """The array with more elements at the ends of its axes: on a straight line to a value."""

@overload
@refused("in the mode \"empty\", numpy leaves open what the new elements are", "take the mode \"constant\"")
def pad(array: ArrayLike, pad_width: ArrayLike, mode: Literal["empty"]) -> ndarray[DTypeOf[array], Padded[array, pad_width]]:
    """The array with more elements at the ends of its axes."""

@overload
@refused("the mode must be known at compile time, and one of numpy's", "write it as a literal")
def pad(array: ArrayLike, pad_width: ArrayLike, mode: str) -> ndarray[DTypeOf[array], Padded[array, pad_width]]:
    """The array with more elements at the ends of its axes."""

@raises(ValueError)
def partition(a: ArrayLike, kth: int, axis: int = -1) -> ndarray[DTypeOf[a], AlongAxis[a, axis]]:
    """The elements so that the one of that rank is in its place, no greater ones before and no lesser ones after it."""

@raises(ValueError)
def argpartition(a: ArrayLike, kth: int, axis: int = -1) -> ndarray[int64, AlongAxis[a, axis]]:
    """The positions that would put the element of that rank in its place."""

@raises(TypeError, ValueError)
def lexsort(keys: ArrayLike) -> ndarray[int64, AnyLength[keys]]:
    """The positions that sort by the last key, then by those before it."""

@overload
@native("numpy::searchsorted_scalar")
@raises(ValueError)
def searchsorted(a: ArrayLike, v: ArrayLike, side: str = "left") -> NumberOf[int64, v]:
    """Where a number would go into a sorted vector."""

@overload
@raises(ValueError)
def searchsorted(a: ArrayLike, v: ArrayLike, side: str = "left") -> ndarray[int64, DimsOf[v]]:
    """Where the elements would go into a sorted vector."""

@raises(ValueError)
def digitize(x: ArrayLike, bins: ArrayLike, right: bool = False) -> ndarray[int64, DimsOf[x]]:
    """The number of the interval that each element lies in."""

@raises(ValueError)
def union1d(ar1: ArrayLike, ar2: ArrayLike) -> ndarray[SetDType[ar1, ar2], AnyLength[ar1]]:
    """The elements of either, sorted, each once."""

@raises(ValueError)
def intersect1d(ar1: ArrayLike, ar2: ArrayLike) -> ndarray[SetDType[ar1, ar2], AnyLength[ar1]]:
    """The elements of both, sorted, each once."""

@raises(ValueError)
def setxor1d(ar1: ArrayLike, ar2: ArrayLike) -> ndarray[SetDType[ar1, ar2], AnyLength[ar1]]:
    """The elements of exactly one, sorted, each once."""

@raises(ValueError)
def setdiff1d(ar1: ArrayLike, ar2: ArrayLike) -> ndarray[DTypeOf[ar1], AnyLength[ar1]]:
    """The elements of the first that are not in the second, sorted, each once."""

@raises(ValueError)
def isin(element: ArrayLike, test_elements: ArrayLike, *, invert: bool = False) -> ndarray[bool, DimsOf[element]]:
    """For each element, whether it is among others."""

@overload
@raises(ValueError)
def bincount(x: ArrayLike, weights: None = None, minlength: int = 0) -> ndarray[CountedInt64[x], AnyLength[x]]:
    """How often each number from 0 on is there."""

@overload
@native("numpy::bincount_weighted")
@raises(ValueError)
def bincount(x: ArrayLike, weights: ArrayLike, minlength: int = 0) -> ndarray[CountedFloat64[x, weights], AnyLength[x]]:
    """The sums of the weights of each number from 0 on."""

@overload
@raises(ValueError)
def histogram(a: ArrayLike, bins: int = 10, range: tuple[float, float] | None = None) -> tuple[ndarray[RealInt64[a], AnyLength[a]], ndarray[Mean[a], AnyLength[a]]]:
    """How many elements lie in each interval, and the bounds of the intervals."""

@overload
@native("numpy::histogram_between")
@raises(ValueError)
def histogram(a: ArrayLike, bins: ArrayLike) -> tuple[ndarray[RealInt64[a, bins], AnyLength[a]], ndarray[DTypeOf[bins], AnyLength[a]]]:
    """How many elements lie in each interval, and the bounds of the intervals."""

@overload
@native("numpy::cumprod_as_flat")
@raises(ValueError)
def cumprod[E](a: ArrayLike, axis: None = None, *, dtype: type[E]) -> ndarray[NumberDType[dtype], AlongAxis[a, axis]]:
    """The running products of all elements, computed in the dtype."""

@overload
@native("numpy::cumprod_as")
@raises(ValueError)
def cumprod[E](a: ArrayLike, axis: int, *, dtype: type[E]) -> ndarray[NumberDType[dtype], AlongAxis[a, axis]]:
    """The running products along an axis, computed in the dtype."""

@overload
@native("numpy::cumprod_flat")
@raises(ValueError)
def cumprod(a: ArrayLike, axis: None = None) -> ndarray[Sum[a], AlongAxis[a, axis]]:
    """The running products of all elements."""

@overload
@raises(ValueError)
def cumprod(a: ArrayLike, axis: int) -> ndarray[Sum[a], AlongAxis[a, axis]]:
    """The running products along an axis."""

@overload
@native("numpy::nancumsum_flat")
@raises(ValueError)
def nancumsum(a: ArrayLike, axis: None = None) -> ndarray[Sum[a], AlongAxis[a, axis]]:
    """The running sums without NaN of all elements."""

@overload
@raises(ValueError)
def nancumsum(a: ArrayLike, axis: int) -> ndarray[Sum[a], AlongAxis[a, axis]]:
    """The running sums without NaN along an axis."""

@overload
@native("numpy::median_scalar")
@raises(ValueError)
def median(a: ArrayLike, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[OrderedMean[a], a, axis]:
    """The middle of the sorted elements along an axis."""

@overload
@raises(ValueError)
def median(a: ArrayLike, axis: Axes = None, *, keepdims: bool = False) -> Reduced[OrderedMean[a], a, axis, keepdims]:
    """The middle of the sorted elements along an axis."""

@overload
@native("numpy::nanmedian_scalar")
@raises(ValueError)
def nanmedian(a: ArrayLike, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[OrderedMean[a], a, axis]:
    """The middle of the sorted elements along an axis that are not NaN."""

@overload
@raises(ValueError)
def nanmedian(a: ArrayLike, axis: Axes = None, *, keepdims: bool = False) -> Reduced[OrderedMean[a], a, axis, keepdims]:
    """The middle of the sorted elements along an axis that are not NaN."""

@overload
@native("numpy::nansum_scalar")
@raises(ValueError)
def nansum(a: ArrayLike, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[Sum[a], a, axis]:
    """The sum of the elements along an axis that are not NaN."""

@overload
@raises(ValueError)
def nansum(a: ArrayLike, axis: Axes = None, *, keepdims: bool = False) -> Reduced[Sum[a], a, axis, keepdims]:
    """The sum of the elements along an axis that are not NaN."""

@overload
@native("numpy::nanprod_scalar")
@raises(ValueError)
def nanprod(a: ArrayLike, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[Sum[a], a, axis]:
    """The product of the elements along an axis that are not NaN."""

@overload
@raises(ValueError)
def nanprod(a: ArrayLike, axis: Axes = None, *, keepdims: bool = False) -> Reduced[Sum[a], a, axis, keepdims]:
    """The product of the elements along an axis that are not NaN."""

@overload
@native("numpy::nanmean_scalar")
@raises(ValueError)
def nanmean(a: ArrayLike, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[Mean[a], a, axis]:
    """The mean of the elements along an axis that are not NaN."""

@overload
@raises(ValueError)
def nanmean(a: ArrayLike, axis: Axes = None, *, keepdims: bool = False) -> Reduced[Mean[a], a, axis, keepdims]:
    """The mean of the elements along an axis that are not NaN."""

@overload
@native("numpy::nanmin_scalar")
@raises(ValueError)
def nanmin(a: ArrayLike, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[DTypeOf[a], a, axis]:
    """The least element along an axis that is not NaN."""

@overload
@raises(ValueError)
def nanmin(a: ArrayLike, axis: Axes = None, *, keepdims: bool = False) -> Reduced[DTypeOf[a], a, axis, keepdims]:
    """The least element along an axis that is not NaN."""

@overload
@native("numpy::nanmax_scalar")
@raises(ValueError)
def nanmax(a: ArrayLike, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[DTypeOf[a], a, axis]:
    """The greatest element along an axis that is not NaN."""

@overload
@raises(ValueError)
def nanmax(a: ArrayLike, axis: Axes = None, *, keepdims: bool = False) -> Reduced[DTypeOf[a], a, axis, keepdims]:
    """The greatest element along an axis that is not NaN."""

@overload
@native("numpy::nanargmin_scalar")
@raises(ValueError)
def nanargmin(a: ArrayLike, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[int64, a, axis]:
    """The position of the least element along an axis that is not NaN."""

@overload
@raises(ValueError)
def nanargmin(a: ArrayLike, axis: Axes = None, *, keepdims: bool = False) -> Reduced[int64, a, axis, keepdims]:
    """The position of the least element along an axis that is not NaN."""

@overload
@native("numpy::nanargmax_scalar")
@raises(ValueError)
def nanargmax(a: ArrayLike, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[int64, a, axis]:
    """The position of the greatest element along an axis that is not NaN."""

@overload
@raises(ValueError)
def nanargmax(a: ArrayLike, axis: Axes = None, *, keepdims: bool = False) -> Reduced[int64, a, axis, keepdims]:
    """The position of the greatest element along an axis that is not NaN."""

@overload
@native("numpy::ptp_scalar")
@raises(ValueError)
def ptp(a: ArrayLike, axis: Axes = None, *, keepdims: Literal[False] = False) -> ReducedScalar[OrderedNumber[a], a, axis]:
    """The distance from the least element to the greatest along an axis."""

@overload
@raises(ValueError)
def ptp(a: ArrayLike, axis: Axes = None, *, keepdims: bool = False) -> Reduced[OrderedNumber[a], a, axis, keepdims]:
    """The distance from the least element to the greatest along an axis."""

@overload
@native("numpy::nanvar_scalar")
@raises(ValueError)
def nanvar(a: ArrayLike, axis: Axes = None, *, ddof: int = 0, keepdims: Literal[False] = False) -> ReducedScalar[Spread[a], a, axis]:
    """The variance of the elements along an axis that are not NaN."""

@overload
@raises(ValueError)
def nanvar(a: ArrayLike, axis: Axes = None, *, ddof: int = 0, keepdims: bool = False) -> Reduced[Spread[a], a, axis, keepdims]:
    """The variance of the elements along an axis that are not NaN."""

@overload
@native("numpy::nanstd_scalar")
@raises(ValueError)
def nanstd(a: ArrayLike, axis: Axes = None, *, ddof: int = 0, keepdims: Literal[False] = False) -> ReducedScalar[Spread[a], a, axis]:
    """The standard deviation of the elements along an axis that are not NaN."""

@overload
@raises(ValueError)
def nanstd(a: ArrayLike, axis: Axes = None, *, ddof: int = 0, keepdims: bool = False) -> Reduced[Spread[a], a, axis, keepdims]:
    """The standard deviation of the elements along an axis that are not NaN."""

@overload
@native("numpy::percentile_scalar")
@raises(ValueError, IndexError)
def percentile(a: ArrayLike, q: float, axis: Axes = None, *, method: Literal["averaged_inverted_cdf", "interpolated_inverted_cdf", "hazen", "weibull", "linear", "median_unbiased", "normal_unbiased", "midpoint"] = "linear", keepdims: Literal[False] = False) -> ReducedScalar[QuantileDType[a], a, axis]:
    """What `q` percent of the elements along an axis lie below."""

@overload
@native("numpy::percentile")
@raises(ValueError, IndexError)
def percentile(a: ArrayLike, q: float, axis: Axes = None, *, method: Literal["averaged_inverted_cdf", "interpolated_inverted_cdf", "hazen", "weibull", "linear", "median_unbiased", "normal_unbiased", "midpoint"] = "linear", keepdims: bool = False) -> Reduced[QuantileDType[a], a, axis, keepdims]:
    """What `q` percent of the elements along an axis lie below."""

@overload
@native("numpy::percentile_many")
@raises(ValueError, IndexError)
def percentile(a: ArrayLike, q: ArrayLike, axis: Axes = None, *, method: Literal["averaged_inverted_cdf", "interpolated_inverted_cdf", "hazen", "weibull", "linear", "median_unbiased", "normal_unbiased", "midpoint"] = "linear", keepdims: bool = False) -> Quantiles[a, q, axis, keepdims]:
    """What `q` percent of the elements along an axis lie below. The axes of `q` come first."""

@overload
@native("numpy::percentile_element_scalar")
@raises(ValueError, IndexError)
def percentile(a: ArrayLike, q: float, axis: Axes = None, *, method: Literal["inverted_cdf", "closest_observation", "lower", "higher", "nearest"], keepdims: Literal[False] = False) -> ReducedScalar[OrderedNumber[a], a, axis]:
    """What `q` percent of the elements along an axis lie below."""

@overload
@native("numpy::percentile_element")
@raises(ValueError, IndexError)
def percentile(a: ArrayLike, q: float, axis: Axes = None, *, method: Literal["inverted_cdf", "closest_observation", "lower", "higher", "nearest"], keepdims: bool = False) -> Reduced[OrderedNumber[a], a, axis, keepdims]:
    """What `q` percent of the elements along an axis lie below."""

@overload
@native("numpy::percentile_elements")
@raises(ValueError, IndexError)
def percentile(a: ArrayLike, q: ArrayLike, axis: Axes = None, *, method: Literal["inverted_cdf", "closest_observation", "lower", "higher", "nearest"], keepdims: bool = False) -> ndarray[OrderedNumber[a], QuantilesDims[a, q, axis, keepdims]]:
    """What `q` percent of the elements along an axis lie below. The axes of `q` come first."""

@overload
@native("numpy::quantile_end_scalar")
@raises(ValueError, IndexError)
def quantile(a: ArrayLike, q: int, axis: Axes = None, *, method: Literal["linear"] = "linear", keepdims: Literal[False] = False) -> ReducedScalar[OrderedNumber[a], a, axis]:
    """What a share `q` of the elements along an axis lies below: one of them, where the share is an int."""

@overload
@native("numpy::quantile_end")
@raises(ValueError, IndexError)
def quantile(a: ArrayLike, q: int, axis: Axes = None, *, method: Literal["linear"] = "linear", keepdims: bool = False) -> Reduced[OrderedNumber[a], a, axis, keepdims]:
    """What a share `q` of the elements along an axis lies below: one of them, where the share is an int."""

@overload
@native("numpy::quantile_elements")
@raises(ValueError, IndexError)
def quantile(a: ArrayLike, q: ArrayLike, axis: Axes = None, *, method: Literal["linear"] = "linear", keepdims: bool = False) -> ndarray[OrderedNumber[a], WholeShares[a, q, axis, keepdims]]:
    """What a share `q` of the elements along an axis lies below: one of them, where the share is an int."""

@overload
@native("numpy::quantile_scalar")
@raises(ValueError, IndexError)
def quantile(a: ArrayLike, q: float, axis: Axes = None, *, method: Literal["averaged_inverted_cdf", "interpolated_inverted_cdf", "hazen", "weibull", "linear", "median_unbiased", "normal_unbiased", "midpoint"] = "linear", keepdims: Literal[False] = False) -> ReducedScalar[QuantileDType[a], a, axis]:
    """What a share `q` of the elements along an axis lies below."""

@overload
@native("numpy::quantile")
@raises(ValueError, IndexError)
def quantile(a: ArrayLike, q: float, axis: Axes = None, *, method: Literal["averaged_inverted_cdf", "interpolated_inverted_cdf", "hazen", "weibull", "linear", "median_unbiased", "normal_unbiased", "midpoint"] = "linear", keepdims: bool = False) -> Reduced[QuantileDType[a], a, axis, keepdims]:
    """What a share `q` of the elements along an axis lies below."""

@overload
@native("numpy::quantile_many")
@raises(ValueError, IndexError)
def quantile(a: ArrayLike, q: ArrayLike, axis: Axes = None, *, method: Literal["averaged_inverted_cdf", "interpolated_inverted_cdf", "hazen", "weibull", "linear", "median_unbiased", "normal_unbiased", "midpoint"] = "linear", keepdims: bool = False) -> Quantiles[a, q, axis, keepdims]:
    """What a share `q` of the elements along an axis lies below. The axes of `q` come first."""

@overload
@native("numpy::quantile_element_scalar")
@raises(ValueError, IndexError)
def quantile(a: ArrayLike, q: float, axis: Axes = None, *, method: Literal["inverted_cdf", "closest_observation", "lower", "higher", "nearest"], keepdims: Literal[False] = False) -> ReducedScalar[OrderedNumber[a], a, axis]:
    """What a share `q` of the elements along an axis lies below."""

@overload
@native("numpy::quantile_element")
@raises(ValueError, IndexError)
def quantile(a: ArrayLike, q: float, axis: Axes = None, *, method: Literal["inverted_cdf", "closest_observation", "lower", "higher", "nearest"], keepdims: bool = False) -> Reduced[OrderedNumber[a], a, axis, keepdims]:
    """What a share `q` of the elements along an axis lies below."""

@overload
@native("numpy::quantile_elements")
@raises(ValueError, IndexError)
def quantile(a: ArrayLike, q: ArrayLike, axis: Axes = None, *, method: Literal["inverted_cdf", "closest_observation", "lower", "higher", "nearest"], keepdims: bool = False) -> ndarray[OrderedNumber[a], QuantilesDims[a, q, axis, keepdims]]:
    """What a share `q` of the elements along an axis lies below. The axes of `q` come first."""

@overload
@native("numpy::nanpercentile_scalar")
@raises(ValueError, IndexError)
def nanpercentile(a: ArrayLike, q: float, axis: Axes = None, *, method: Literal["averaged_inverted_cdf", "interpolated_inverted_cdf", "hazen", "weibull", "linear", "median_unbiased", "normal_unbiased", "midpoint"] = "linear", keepdims: Literal[False] = False) -> ReducedScalar[QuantileDType[a], a, axis]:
    """What `q` percent of the elements along an axis that are not NaN lie below."""

@overload
@native("numpy::nanpercentile")
@raises(ValueError, IndexError)
def nanpercentile(a: ArrayLike, q: float, axis: Axes = None, *, method: Literal["averaged_inverted_cdf", "interpolated_inverted_cdf", "hazen", "weibull", "linear", "median_unbiased", "normal_unbiased", "midpoint"] = "linear", keepdims: bool = False) -> Reduced[QuantileDType[a], a, axis, keepdims]:
    """What `q` percent of the elements along an axis that are not NaN lie below."""

@overload
@native("numpy::nanpercentile_many")
@raises(ValueError, IndexError)
def nanpercentile(a: ArrayLike, q: ArrayLike, axis: Axes = None, *, method: Literal["averaged_inverted_cdf", "interpolated_inverted_cdf", "hazen", "weibull", "linear", "median_unbiased", "normal_unbiased", "midpoint"] = "linear", keepdims: bool = False) -> Quantiles[a, q, axis, keepdims]:
    """What `q` percent of the elements along an axis that are not NaN lie below. The axes of `q` come first."""

@overload
@native("numpy::nanpercentile_element_scalar")
@raises(ValueError, IndexError)
def nanpercentile(a: ArrayLike, q: float, axis: Axes = None, *, method: Literal["inverted_cdf", "closest_observation", "lower", "higher", "nearest"], keepdims: Literal[False] = False) -> ReducedScalar[OrderedNumber[a], a, axis]:
    """What `q` percent of the elements along an axis that are not NaN lie below."""

@overload
@native("numpy::nanpercentile_element")
@raises(ValueError, IndexError)
def nanpercentile(a: ArrayLike, q: float, axis: Axes = None, *, method: Literal["inverted_cdf", "closest_observation", "lower", "higher", "nearest"], keepdims: bool = False) -> Reduced[OrderedNumber[a], a, axis, keepdims]:
    """What `q` percent of the elements along an axis that are not NaN lie below."""

@overload
@native("numpy::nanpercentile_elements")
@raises(ValueError, IndexError)
def nanpercentile(a: ArrayLike, q: ArrayLike, axis: Axes = None, *, method: Literal["inverted_cdf", "closest_observation", "lower", "higher", "nearest"], keepdims: bool = False) -> ndarray[OrderedNumber[a], QuantilesDims[a, q, axis, keepdims]]:
    """What `q` percent of the elements along an axis that are not NaN lie below. The axes of `q` come first."""

@overload
@native("numpy::nanquantile_end_scalar")
@raises(ValueError, IndexError)
def nanquantile(a: ArrayLike, q: int, axis: Axes = None, *, method: Literal["linear"] = "linear", keepdims: Literal[False] = False) -> ReducedScalar[OrderedNumber[a], a, axis]:
    """What a share `q` of the elements along an axis lies below: one of them, where the share is an int."""

@overload
@native("numpy::nanquantile_end")
@raises(ValueError, IndexError)
def nanquantile(a: ArrayLike, q: int, axis: Axes = None, *, method: Literal["linear"] = "linear", keepdims: bool = False) -> Reduced[OrderedNumber[a], a, axis, keepdims]:
    """What a share `q` of the elements along an axis lies below: one of them, where the share is an int."""

@overload
@native("numpy::nanquantile_elements")
@raises(ValueError, IndexError)
def nanquantile(a: ArrayLike, q: ArrayLike, axis: Axes = None, *, method: Literal["linear"] = "linear", keepdims: bool = False) -> ndarray[OrderedNumber[a], WholeShares[a, q, axis, keepdims]]:
    """What a share `q` of the elements along an axis lies below: one of them, where the share is an int."""

@overload
@native("numpy::nanquantile_scalar")
@raises(ValueError, IndexError)
def nanquantile(a: ArrayLike, q: float, axis: Axes = None, *, method: Literal["averaged_inverted_cdf", "interpolated_inverted_cdf", "hazen", "weibull", "linear", "median_unbiased", "normal_unbiased", "midpoint"] = "linear", keepdims: Literal[False] = False) -> ReducedScalar[QuantileDType[a], a, axis]:
    """What a share `q` of the elements along an axis that are not NaN lies below."""

@overload
@native("numpy::nanquantile")
@raises(ValueError, IndexError)
def nanquantile(a: ArrayLike, q: float, axis: Axes = None, *, method: Literal["averaged_inverted_cdf", "interpolated_inverted_cdf", "hazen", "weibull", "linear", "median_unbiased", "normal_unbiased", "midpoint"] = "linear", keepdims: bool = False) -> Reduced[QuantileDType[a], a, axis, keepdims]:
    """What a share `q` of the elements along an axis that are not NaN lies below."""

@overload
@native("numpy::nanquantile_many")
@raises(ValueError, IndexError)
def nanquantile(a: ArrayLike, q: ArrayLike, axis: Axes = None, *, method: Literal["averaged_inverted_cdf", "interpolated_inverted_cdf", "hazen", "weibull", "linear", "median_unbiased", "normal_unbiased", "midpoint"] = "linear", keepdims: bool = False) -> Quantiles[a, q, axis, keepdims]:
    """What a share `q` of the elements along an axis that are not NaN lies below. The axes of `q` come first."""

@overload
@native("numpy::nanquantile_element_scalar")
@raises(ValueError, IndexError)
def nanquantile(a: ArrayLike, q: float, axis: Axes = None, *, method: Literal["inverted_cdf", "closest_observation", "lower", "higher", "nearest"], keepdims: Literal[False] = False) -> ReducedScalar[OrderedNumber[a], a, axis]:
    """What a share `q` of the elements along an axis that are not NaN lies below."""

@overload
@native("numpy::nanquantile_element")
@raises(ValueError, IndexError)
def nanquantile(a: ArrayLike, q: float, axis: Axes = None, *, method: Literal["inverted_cdf", "closest_observation", "lower", "higher", "nearest"], keepdims: bool = False) -> Reduced[OrderedNumber[a], a, axis, keepdims]:
    """What a share `q` of the elements along an axis that are not NaN lies below."""

@overload
@native("numpy::nanquantile_elements")
@raises(ValueError, IndexError)
def nanquantile(a: ArrayLike, q: ArrayLike, axis: Axes = None, *, method: Literal["inverted_cdf", "closest_observation", "lower", "higher", "nearest"], keepdims: bool = False) -> ndarray[OrderedNumber[a], QuantilesDims[a, q, axis, keepdims]]:
    """What a share `q` of the elements along an axis that are not NaN lies below. The axes of `q` come first."""

@overload
@native("numpy::average_plain_scalar")
@raises(ValueError)
def average(a: ArrayLike, axis: Axes = None, weights: None = None, *, keepdims: Literal[False] = False) -> ReducedScalar[Mean[a], a, axis]:
    """The mean of the elements along an axis."""

@overload
@native("numpy::average_plain")
@raises(ValueError)
def average(a: ArrayLike, axis: Axes = None, weights: None = None, *, keepdims: bool = False) -> Reduced[Mean[a], a, axis, keepdims]:
    """The mean of the elements along an axis."""

@overload
@native("numpy::average_scalar")
@raises(ValueError, TypeError, ZeroDivisionError)
def average(a: ArrayLike, axis: Axes = None, *, weights: ArrayLike, keepdims: Literal[False] = False) -> ReducedScalar[WeightedMean[a, weights], a, axis]:
    """The weighted mean of the elements along an axis."""

@overload
@raises(ValueError, TypeError, ZeroDivisionError)
def average(a: ArrayLike, axis: Axes = None, *, weights: ArrayLike, keepdims: bool = False) -> Reduced[WeightedMean[a, weights], a, axis, keepdims]:
    """The weighted mean of the elements along an axis."""

@overload
@native("numpy::cov_with")
@raises(ValueError)
def cov(m: ArrayLike, y: ArrayLike, rowvar: bool = True, bias: bool = False, ddof: int | None = None) -> ndarray[RealFloat64[m, y], AnyMatrix[m]]:
    """The covariances of the variables of both."""

@overload
@raises(ValueError)
def cov(m: ArrayLike, *, rowvar: bool = True, bias: bool = False, ddof: int | None = None) -> ndarray[RealFloat64[m], Covariances[m]]:
    """The covariances of the rows of a matrix, or of its columns."""

@overload
@native("numpy::corrcoef_with")
@raises(ValueError)
def corrcoef(x: ArrayLike, y: ArrayLike, rowvar: bool = True) -> ndarray[RealFloat64[x, y], AnyMatrix[x]]:
    """The coefficients of correlation of the variables of both."""

@overload
@raises(ValueError)
def corrcoef(x: ArrayLike, *, rowvar: bool = True) -> ndarray[RealFloat64[x], Covariances[x]]:
    """The coefficients of correlation of the rows of a matrix, or of its columns."""

@raises(ValueError)
def diff(a: ArrayLike, n: int = 1, axis: int = -1) -> ndarray[DTypeOf[a], Shortened[a, n, axis]]:
    """The differences between neighbours along an axis."""

@raises(ValueError)
def ediff1d(ary: ArrayLike) -> ndarray[NumberDType[ary], AnyLength[ary]]:
    """The differences between neighbours in the flat array."""

@overload
@native("numpy::gradient_vector")
@raises(ValueError)
def gradient(f: ArrayLike, spacing: float = 1.0, /) -> GradientOfVector[f]:
    """The slopes of a vector, by central differences."""

@overload
@native("numpy::gradient_matrix")
@raises(ValueError)
def gradient(f: ArrayLike, spacing: float = 1.0, /) -> GradientOfMatrix[f]:
    """The slopes along each of two axes, by central differences."""

@overload
@raises(ValueError)
def gradient(f: ArrayLike, spacing: float = 1.0, /, *, axis: int) -> ndarray[Mean[f], AlongAxis[f, axis]]:
    """The slopes along an axis, by central differences."""

@overload
@native("numpy::trapezoid_scalar")
@raises(ValueError)
def trapezoid(y: ArrayLike, x: None = None, dx: float = 1.0, axis: int = -1) -> ReducedScalar[Mean[y], y, axis]:
    """The area below the points."""

@overload
@raises(ValueError)
def trapezoid(y: ArrayLike, x: None = None, dx: float = 1.0, axis: int = -1) -> ReducedAxis[Mean[y], y, axis]:
    """The areas below the points along an axis."""

@overload
@native("numpy::trapezoid_at")
@raises(ValueError)
def trapezoid(y: ArrayLike, x: ArrayLike) -> Scalar[RealFloat64[y, x]]:
    """The area below the points at those places."""

@raises(ValueError)
def convolve(a: ArrayLike, v: ArrayLike, mode: str = "full") -> ndarray[SetDType[a, v], AnyLength[a]]:
    """The sums of products of one sequence with the other turned round and moved over it."""

@raises(ValueError)
def correlate(a: ArrayLike, v: ArrayLike, mode: str = "valid") -> ndarray[SetDType[a, v], AnyLength[a]]:
    """The sums of products of one sequence with the other moved over it."""

@overload
@native("numpy::interp_scalar")
@raises(ValueError)
def interp(x: ArrayLike, xp: ArrayLike, fp: ArrayLike, left: float | None = None, right: float | None = None) -> NumberOf[RealFloat64[x, xp, fp], x]:
    """The value between samples, on a straight line."""

@overload
@raises(ValueError)
def interp(x: ArrayLike, xp: ArrayLike, fp: ArrayLike, left: float | None = None, right: float | None = None) -> ndarray[RealFloat64[x, xp, fp], DimsOf[x]]:
    """The values between samples, on straight lines."""

@overload
@native("numpy::packbits_flat")
@raises(ValueError)
def packbits(a: ArrayLike, axis: None = None, bitorder: str = "big") -> ndarray[PackedBits[a], AnyLength[a]]:
    """Eight truth values in a byte. Of the flat array."""

@overload
@raises(ValueError)
def packbits(a: ArrayLike, axis: int, bitorder: str = "big") -> ndarray[PackedBits[a], SplitDims[a, axis]]:
    """Eight truth values in a byte."""

@overload
@native("numpy::unpackbits_flat")
@raises(ValueError)
def unpackbits(a: ArrayLike, axis: None = None, *, bitorder: str = "big") -> ndarray[UnpackedBits[a], AnyLength[a]]:
    """The eight bits of each byte. Of the flat array."""

@overload
@raises(ValueError)
def unpackbits(a: ArrayLike, axis: int, *, bitorder: str = "big") -> ndarray[UnpackedBits[a], SplitDims[a, axis]]:
    """The eight bits of each byte."""

@overload
@raises(ValueError)
def tensordot(a: ArrayLike, b: ArrayLike, axes: int = 2) -> ndarray[SetDType[a, b], Tensordot[a, b, axes]]:
    """The sums of products over pairs of axes."""

@overload
@native("numpy::tensordot_axes")
@raises(ValueError)
def tensordot(a: ArrayLike, b: ArrayLike, axes: tuple[Axes, Axes]) -> ndarray[SetDType[a, b], Tensordot[a, b, axes]]:
    """The sums of products over pairs of axes."""

@overload
@native("numpy::inner_scalar")
@raises(ValueError)
def inner(a: ArrayLike, b: ArrayLike) -> InnerScalar[a, b]:
    """The scalar product of two vectors."""

@overload
@raises(ValueError)
def inner(a: ArrayLike, b: ArrayLike) -> ndarray[SetDType[a, b], Inner[a, b]]:
    """The sums of products over the last axes."""

@raises(ValueError)
def vdot(a: ArrayLike, b: ArrayLike) -> Scalar[SetDType[a, b]]:
    """The sum of products of all elements, those of the first conjugated."""

@raises(ValueError)
def cross(a: ArrayLike, b: ArrayLike) -> ndarray[NumberDType[a, b], Broadcast[a, b]]:
    """The vectors at right angles to both."""

@raises(ValueError)
def kron(a: ArrayLike, b: ArrayLike) -> ndarray[SetDType[a, b], Kron[a, b]]:
    """Each element of the one times all of the other."""

@raises(ValueError)
def trace(a: ArrayLike, offset: int = 0) -> TraceScalar[a]:
    """The sum of a diagonal of a matrix."""

@overload
@native("numpy::einsum_scalar")
@raises(ValueError)
def einsum[T](subscripts: str, *operands: T) -> EinsumScalar[subscripts, operands]:
    """The sum of products over all axes."""

@overload
@raises(ValueError)
def einsum[T](subscripts: str, *operands: T) -> Einsum[subscripts, operands]:
    """The sums of products over the axes whose letters the result does not have."""

@raises(ValueError)
def frombuffer[D](buffer: bytes, dtype: type[D] = float64, count: int = -1, offset: int = 0) -> ndarray[FromBytes[dtype], AnyLength[buffer]]:
    """An array of the elements that the bytes are."""

@raises(ValueError, OverflowError)
def fromiter[T, D](iter: Iterable[T], dtype: type[D], count: int = -1) -> ndarray[D, FromItems[T]]:
    """An array of what an iterator gives."""

@overload
@native("numpy::ndarray::shape_1")
@raises(RuntimeError)
def shape[D, S](a: ndarray[D, S]) -> Shape1[a]:
    """The length of each axis."""

@overload
@native("numpy::ndarray::shape_2")
@raises(RuntimeError)
def shape[D, S](a: ndarray[D, S]) -> Shape2[a]:
    """The length of each axis."""

@overload
@native("numpy::ndarray::shape_3")
@raises(RuntimeError)
def shape[D, S](a: ndarray[D, S]) -> Shape3[a]:
    """The length of each axis."""

@overload
@native("numpy::ndarray::shape_4")
@raises(RuntimeError)
def shape[D, S](a: ndarray[D, S]) -> Shape4[a]:
    """The length of each axis."""

@overload
@native("numpy::ndarray::shape")
def shape[D, S](a: ndarray[D, S]) -> tuple[int, ...]:
    """The length of each axis."""

@overload
@native("numpy::size_along")
@raises(ValueError, IndexError)
def size(a: ArrayLike, axis: int) -> int:
    """The length of an axis."""

@overload
@raises(ValueError)
def size(a: ArrayLike) -> int:
    """The number of elements."""

@raises(ValueError)
def ndim(a: ArrayLike) -> int:
    """The number of axes."""

@raises(ValueError)
def logspace(start: float, stop: float, num: int = 50, endpoint: bool = True, base: float = 10.0) -> ndarray[float64, SizeDims[num]]:
    """`num` powers of a base at equal distances of their exponents."""

def hanning(M: int) -> ndarray[float64, SizeDims[M]]:
    """The Hann window of `M` points."""

def hamming(M: int) -> ndarray[float64, SizeDims[M]]:
    """The Hamming window of `M` points."""

def blackman(M: int) -> ndarray[float64, SizeDims[M]]:
    """The Blackman window of `M` points."""

def bartlett(M: int) -> ndarray[float64, SizeDims[M]]:
    """The Bartlett window of `M` points."""

@raises(ValueError)
def polyval(p: ArrayLike, x: ArrayLike) -> ndarray[NumberDType[x, p], DimsOf[x]]:
    """The values of a polynomial, its highest coefficient first."""

@raises(ValueError, TypeError)
def polyfit(x: ArrayLike, y: ArrayLike, deg: int) -> ndarray[RealFloat64[x, y], AnyLength[deg]]:
    """The polynomial that comes nearest to the points, its highest coefficient first."""

@raises(ValueError)
def unwrap(p: ArrayLike, discont: float | None = None, axis: int = -1, *, period: float = 6.283185307179586) -> ndarray[Mean[p], AlongAxis[p, axis]]:
    """Angles without the jumps of a whole turn."""

@raises(ValueError)
def geomspace(start: float, stop: float, num: int = 50, endpoint: bool = True) -> ndarray[float64, SizeDims[num]]:
    """Numbers of equal ratio."""

@raises(ValueError)
def matrix_transpose(x: ArrayLike) -> ndarray[DTypeOf[x], Swapaxes[x, Literal[-1], Literal[-2]]]:
    """The last two axes exchanged: a view."""

def dtype[D](dtype: type[D]) -> type[D]:
    """The type of elements."""

concat = concatenate
permute_dims = transpose
asanyarray = asarray

@overload
@native("numpy::sum_scalar")
@raises(ValueError)
def _add_reduce(array: ArrayLike, axis: Axes = 0, *, keepdims: Literal[False] = False) -> ReducedScalar[Sum[array], array, axis]:
    """The sums along an axis, the first where none is named."""

@overload
@native("numpy::sum")
@raises(ValueError)
def _add_reduce(array: ArrayLike, axis: Axes = 0, *, keepdims: bool = False) -> Reduced[Sum[array], array, axis, keepdims]:
    """The sums along an axis, the first where none is named."""

@overload
@native("numpy::prod_scalar")
@raises(ValueError)
def _multiply_reduce(array: ArrayLike, axis: Axes = 0, *, keepdims: Literal[False] = False) -> ReducedScalar[Sum[array], array, axis]:
    """The products along an axis, the first where none is named."""

@overload
@native("numpy::prod")
@raises(ValueError)
def _multiply_reduce(array: ArrayLike, axis: Axes = 0, *, keepdims: bool = False) -> Reduced[Sum[array], array, axis, keepdims]:
    """The products along an axis, the first where none is named."""

@overload
@native("numpy::max_scalar")
@raises(ValueError)
def _maximum_reduce(array: ArrayLike, axis: Axes = 0, *, keepdims: Literal[False] = False) -> ReducedScalar[DTypeOf[array], array, axis]:
    """The greatest elements along an axis, the first where none is named."""

@overload
@native("numpy::max")
@raises(ValueError)
def _maximum_reduce(array: ArrayLike, axis: Axes = 0, *, keepdims: bool = False) -> Reduced[DTypeOf[array], array, axis, keepdims]:
    """The greatest elements along an axis, the first where none is named."""

@overload
@native("numpy::min_scalar")
@raises(ValueError)
def _minimum_reduce(array: ArrayLike, axis: Axes = 0, *, keepdims: Literal[False] = False) -> ReducedScalar[DTypeOf[array], array, axis]:
    """The least elements along an axis, the first where none is named."""

@overload
@native("numpy::min")
@raises(ValueError)
def _minimum_reduce(array: ArrayLike, axis: Axes = 0, *, keepdims: bool = False) -> Reduced[DTypeOf[array], array, axis, keepdims]:
    """The least elements along an axis, the first where none is named."""

@overload
@native("numpy::all_scalar")
@raises(ValueError)
def _logical_and_reduce(array: ArrayLike, axis: Axes = 0, *, keepdims: Literal[False] = False) -> ReducedScalar[bool, array, axis]:
    """Whether all elements along an axis are true, the first where none is named."""

@overload
@native("numpy::all")
@raises(ValueError)
def _logical_and_reduce(array: ArrayLike, axis: Axes = 0, *, keepdims: bool = False) -> Reduced[bool, array, axis, keepdims]:
    """Whether all elements along an axis are true, the first where none is named."""

@overload
@native("numpy::any_scalar")
@raises(ValueError)
def _logical_or_reduce(array: ArrayLike, axis: Axes = 0, *, keepdims: Literal[False] = False) -> ReducedScalar[bool, array, axis]:
    """Whether any element along an axis is true, the first where none is named."""

@overload
@native("numpy::any")
@raises(ValueError)
def _logical_or_reduce(array: ArrayLike, axis: Axes = 0, *, keepdims: bool = False) -> Reduced[bool, array, axis, keepdims]:
    """Whether any element along an axis is true, the first where none is named."""

@overload
@native("numpy::bitwise_and_reduce_scalar")
@raises(ValueError)
def _bitwise_and_reduce[D, S](array: ndarray[D, S], axis: Axes = 0, *, keepdims: Literal[False] = False) -> ReducedScalar[Bits[array], array, axis]:
    """The bits that all elements along an axis have."""

@overload
@native("numpy::bitwise_and_reduce")
@raises(ValueError)
def _bitwise_and_reduce[D, S](array: ndarray[D, S], axis: Axes = 0, *, keepdims: bool = False) -> Reduced[Bits[array], array, axis, keepdims]:
    """The bits that all elements along an axis have."""

@overload
@native("numpy::bitwise_or_reduce_scalar")
@raises(ValueError)
def _bitwise_or_reduce[D, S](array: ndarray[D, S], axis: Axes = 0, *, keepdims: Literal[False] = False) -> ReducedScalar[Bits[array], array, axis]:
    """The bits that any element along an axis has."""

@overload
@native("numpy::bitwise_or_reduce")
@raises(ValueError)
def _bitwise_or_reduce[D, S](array: ndarray[D, S], axis: Axes = 0, *, keepdims: bool = False) -> Reduced[Bits[array], array, axis, keepdims]:
    """The bits that any element along an axis has."""

@overload
@native("numpy::bitwise_xor_reduce_scalar")
@raises(ValueError)
def _bitwise_xor_reduce[D, S](array: ndarray[D, S], axis: Axes = 0, *, keepdims: Literal[False] = False) -> ReducedScalar[Bits[array], array, axis]:
    """The bits that an odd number of elements along an axis have."""

@overload
@native("numpy::bitwise_xor_reduce")
@raises(ValueError)
def _bitwise_xor_reduce[D, S](array: ndarray[D, S], axis: Axes = 0, *, keepdims: bool = False) -> Reduced[Bits[array], array, axis, keepdims]:
    """The bits that an odd number of elements along an axis have."""

@native("numpy::cumsum")
@raises(ValueError)
def _add_accumulate(array: ArrayLike, axis: int = 0) -> ndarray[Sum[array], AlongAxis[array, axis]]:
    """The running sums along an axis, the first where none is named."""

@native("numpy::cumprod")
@raises(ValueError)
def _multiply_accumulate(array: ArrayLike, axis: int = 0) -> ndarray[Sum[array], AlongAxis[array, axis]]:
    """The running products along an axis, the first where none is named."""

@native("numpy::maximum_accumulate")
@raises(ValueError)
def _maximum_accumulate(array: ArrayLike, axis: int = 0) -> ndarray[DTypeOf[array], AlongAxis[array, axis]]:
    """The running greatest elements along an axis, the first where none is named."""

@native("numpy::minimum_accumulate")
@raises(ValueError)
def _minimum_accumulate(array: ArrayLike, axis: int = 0) -> ndarray[DTypeOf[array], AlongAxis[array, axis]]:
    """The running least elements along an axis, the first where none is named."""

@native("numpy::add_outer")
@raises(ValueError)
def _add_outer(A: ArrayLike, B: ArrayLike) -> ndarray[SetDType[A, B], Tensordot[A, B, Literal[0]]]:
    """The sums of each two elements: the axes of the first come first."""

@native("numpy::subtract_outer")
@raises(ValueError)
def _subtract_outer(A: ArrayLike, B: ArrayLike) -> ndarray[NumberDType[A, B], Tensordot[A, B, Literal[0]]]:
    """The differences of each two elements: the axes of the first come first."""

@native("numpy::multiply_outer")
@raises(ValueError)
def _multiply_outer(A: ArrayLike, B: ArrayLike) -> ndarray[SetDType[A, B], Tensordot[A, B, Literal[0]]]:
    """The products of each two elements: the axes of the first come first."""

@native("numpy::maximum_outer")
@raises(ValueError)
def _maximum_outer(A: ArrayLike, B: ArrayLike) -> ndarray[SetDType[A, B], Tensordot[A, B, Literal[0]]]:
    """The greater of each two elements: the axes of the first come first."""

@native("numpy::minimum_outer")
@raises(ValueError)
def _minimum_outer(A: ArrayLike, B: ArrayLike) -> ndarray[SetDType[A, B], Tensordot[A, B, Literal[0]]]:
    """The lesser of each two elements: the axes of the first come first."""

@native("numpy::equal_outer")
@raises(ValueError)
def _equal_outer(A: ArrayLike, B: ArrayLike) -> ndarray[bool, Tensordot[A, B, Literal[0]]]:
    """Whether they are equal of each two elements: the axes of the first come first."""

@native("numpy::less_outer")
@raises(ValueError)
def _less_outer(A: ArrayLike, B: ArrayLike) -> ndarray[bool, Tensordot[A, B, Literal[0]]]:
    """Whether the first is less of each two elements: the axes of the first come first."""

@native("numpy::greater_outer")
@raises(ValueError)
def _greater_outer(A: ArrayLike, B: ArrayLike) -> ndarray[bool, Tensordot[A, B, Literal[0]]]:
    """Whether the first is greater of each two elements: the axes of the first come first."""

@native("numpy::add_at")
@raises(IndexError, ValueError, OverflowError)
def _add_at[D, S](a: ndarray[D, S], indices: ArrayLike, b: ArrayLike) -> Stored[indices, a, b]:
    """Add to the elements at positions along the first axis, each as often as its position is there."""

@native("numpy::subtract_at")
@raises(IndexError, ValueError, OverflowError)
def _subtract_at[D, S](a: ndarray[D, S], indices: ArrayLike, b: ArrayLike) -> Stored[indices, a, b]:
    """Subtract from the elements at positions along the first axis, each as often as its position is there."""

@native("numpy::multiply_at")
@raises(IndexError, ValueError, OverflowError)
def _multiply_at[D, S](a: ndarray[D, S], indices: ArrayLike, b: ArrayLike) -> Stored[indices, a, b]:
    """Multiply the elements at positions along the first axis, each as often as its position is there."""

@native("numpy::maximum_at")
@raises(IndexError, ValueError, OverflowError)
def _maximum_at[D, S](a: ndarray[D, S], indices: ArrayLike, b: ArrayLike) -> Stored[indices, a, b]:
    """Keep the greater in the elements at positions along the first axis, each as often as its position is there."""

@native("numpy::minimum_at")
@raises(IndexError, ValueError, OverflowError)
def _minimum_at[D, S](a: ndarray[D, S], indices: ArrayLike, b: ArrayLike) -> Stored[indices, a, b]:
    """Keep the lesser in the elements at positions along the first axis, each as often as its position is there."""

@native("numpy::add_reduceat")
@raises(IndexError, ValueError)
def _add_reduceat(array: ArrayLike, indices: ArrayLike, axis: int = 0) -> ndarray[Sum[array], SplitDims[array, axis]]:
    """The sums of the parts of an axis that begin at positions."""

@native("numpy::maximum_reduceat")
@raises(IndexError, ValueError)
def _maximum_reduceat(array: ArrayLike, indices: ArrayLike, axis: int = 0) -> ndarray[DTypeOf[array], SplitDims[array, axis]]:
    """The greatest elements of the parts of an axis that begin at positions."""

@native("numpy::minimum_reduceat")
@raises(IndexError, ValueError)
def _minimum_reduceat(array: ArrayLike, indices: ArrayLike, axis: int = 0) -> ndarray[DTypeOf[array], SplitDims[array, axis]]:
    """The least elements of the parts of an axis that begin at positions."""

@overload
@native("numpy::ndindex_of_1")
@raises(ValueError)
def ndindex(shape: tuple[int], /) -> Iterator[tuple[int]]:
    """The places of an array of a shape, in order."""

@overload
@native("numpy::ndindex_1")
@raises(ValueError)
def ndindex(a: int, /) -> Iterator[tuple[int]]:
    """The places of an array of a shape, in order."""

@overload
@native("numpy::ndindex_of_2")
@raises(ValueError)
def ndindex(shape: tuple[int, int], /) -> Iterator[tuple[int, int]]:
    """The places of an array of a shape, in order."""

@overload
@native("numpy::ndindex_2")
@raises(ValueError)
def ndindex(a: int, b: int, /) -> Iterator[tuple[int, int]]:
    """The places of an array of a shape, in order."""

@overload
@native("numpy::ndindex_of_3")
@raises(ValueError)
def ndindex(shape: tuple[int, int, int], /) -> Iterator[tuple[int, int, int]]:
    """The places of an array of a shape, in order."""

@overload
@native("numpy::ndindex_3")
@raises(ValueError)
def ndindex(a: int, b: int, c: int, /) -> Iterator[tuple[int, int, int]]:
    """The places of an array of a shape, in order."""

@overload
@native("numpy::ndindex_of_4")
@raises(ValueError)
def ndindex(shape: tuple[int, int, int, int], /) -> Iterator[tuple[int, int, int, int]]:
    """The places of an array of a shape, in order."""

@overload
@native("numpy::ndindex_4")
@raises(ValueError)
def ndindex(a: int, b: int, c: int, d: int, /) -> Iterator[tuple[int, int, int, int]]:
    """The places of an array of a shape, in order."""

@overload
@native("numpy::ndenumerate_1")
@raises(RuntimeError)
def ndenumerate[D, S](arr: ndarray[D, S]) -> Iterator[tuple[Shape1[arr], Scalar[D]]]:
    """The places of an array in order, each with its element."""

@overload
@native("numpy::ndenumerate_2")
@raises(RuntimeError)
def ndenumerate[D, S](arr: ndarray[D, S]) -> Iterator[tuple[Shape2[arr], Scalar[D]]]:
    """The places of an array in order, each with its element."""

@overload
@native("numpy::ndenumerate_3")
@raises(RuntimeError)
def ndenumerate[D, S](arr: ndarray[D, S]) -> Iterator[tuple[Shape3[arr], Scalar[D]]]:
    """The places of an array in order, each with its element."""

@overload
@native("numpy::ndenumerate_4")
@raises(RuntimeError)
def ndenumerate[D, S](arr: ndarray[D, S]) -> Iterator[tuple[Shape4[arr], Scalar[D]]]:
    """The places of an array in order, each with its element."""
