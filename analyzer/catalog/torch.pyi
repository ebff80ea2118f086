"""Tensors on the CPU: `import torch`."""

pi: Final = 3.141592653589793
e: Final = 2.718281828459045
inf: Final = float("inf")
nan: Final = float("nan")

class Tensor[D, S]:
    """A tensor: elements of one type along some axes. Many of its methods give views of the same elements."""

    @overload
    @property
    @native("torch::tensor::shape_1")
    @raises(RuntimeError)
    def shape(self) -> Shape1[self]:
        """The length of each axis."""

    @overload
    @property
    @native("torch::tensor::shape_2")
    @raises(RuntimeError)
    def shape(self) -> Shape2[self]:
        """The length of each axis."""

    @overload
    @property
    @native("torch::tensor::shape_3")
    @raises(RuntimeError)
    def shape(self) -> Shape3[self]:
        """The length of each axis."""

    @overload
    @property
    @native("torch::tensor::shape_4")
    @raises(RuntimeError)
    def shape(self) -> Shape4[self]:
        """The length of each axis."""

    @overload
    @property
    @native("torch::tensor::shape")
    def shape(self) -> tuple[int, ...]:
        """The length of each axis."""

    @overload
    @native("torch::tensor::shape_1")
    @raises(RuntimeError)
    def size(self) -> Shape1[self]:
        """The length of each axis."""

    @overload
    @native("torch::tensor::shape_2")
    @raises(RuntimeError)
    def size(self) -> Shape2[self]:
        """The length of each axis."""

    @overload
    @native("torch::tensor::shape_3")
    @raises(RuntimeError)
    def size(self) -> Shape3[self]:
        """The length of each axis."""

    @overload
    @native("torch::tensor::shape_4")
    @raises(RuntimeError)
    def size(self) -> Shape4[self]:
        """The length of each axis."""

    @overload
    @native("torch::tensor::shape")
    def size(self) -> tuple[int, ...]:
        """The length of each axis."""

    @overload
    @native("torch::tensor::size")
    @raises(IndexError)
    def size(self, dim: int) -> int:
        """The length of an axis."""

    @property
    @native("torch::tensor::dim")
    def ndim(self) -> int:
        """The number of axes."""

    @native("torch::tensor::dim")
    def dim(self) -> int:
        """The number of axes."""

    @native("torch::tensor::dim")
    def ndimension(self) -> int:
        """The number of axes."""

    @native("torch::tensor::element_size")
    def element_size(self) -> int:
        """The size of an element in bytes."""

    @property
    @native("torch::tensor::element_size")
    def itemsize(self) -> int:
        """The size of an element in bytes."""

    @property
    @native("torch::tensor::dtype")
    def dtype(self) -> dtype[D]:
        """The type of the elements."""

    @property
    @native("torch::tensor::device")
    def device(self) -> torch.device:
        """Where the elements are: the CPU."""

    @property
    @native("torch::tensor::never")
    def requires_grad(self) -> bool:
        """Never so in compiled code."""

    @property
    @native("torch::tensor::never")
    def is_cuda(self) -> bool:
        """Never so in compiled code."""

    @property
    @native("torch::tensor::never")
    def is_sparse(self) -> bool:
        """Never so in compiled code."""

    @property
    @native("torch::tensor::never")
    def is_quantized(self) -> bool:
        """Never so in compiled code."""

    @native("torch::tensor::is_contiguous")
    def is_contiguous(self) -> bool:
        """Whether the elements lie in C order."""

    @native("torch::tensor::contiguous")
    def contiguous(self) -> Tensor[D, S]:
        """The same elements in C order."""

    @native("torch::tensor::itself")
    def detach(self) -> Tensor[D, S]:
        """The same tensor."""

    @native("torch::tensor::itself")
    def cpu(self) -> Tensor[D, S]:
        """The same tensor."""

    @property
    @native("torch::t")
    @raises(RuntimeError)
    def T(self) -> Tensor[D, Transpose[self]]:
        """The axes in reverse order, of a matrix."""

    @property
    @native("torch::mt")
    @raises(RuntimeError)
    def mT(self) -> Tensor[D, Swapaxes[self, Literal[-1], Literal[-2]]]:
        """The last two axes exchanged."""

    @overload
    @native("torch::tensor::to")
    def to[E](self, dtype: dtype[E]) -> Tensor[E, S]:
        """The elements converted; the tensor itself where it is of the dtype."""

    @overload
    @native("torch::tensor::to_same")
    def to[E, R](self, other: Tensor[E, R]) -> Tensor[E, S]:
        """The elements in the dtype of another tensor."""

    @overload
    @native("torch::tensor::to_device")
    @raises(RuntimeError)
    def to(self, device: torch.device | str) -> Tensor[D, S]:
        """The tensor itself: there is one device."""

    @native("torch::tensor::to")
    def type[E](self, dtype: dtype[E]) -> Tensor[E, S]:
        """The elements converted."""

    @native("torch::tensor::to_same")
    def type_as[E, R](self, other: Tensor[E, R]) -> Tensor[E, S]:
        """The elements in the dtype of another tensor."""

    @native("torch::tensor::converted")
    @computes(float16)
    def half(self) -> Tensor[float16, S]:
        """The elements as `float16`."""

    @native("torch::tensor::converted")
    @computes(float32)
    def float(self) -> Tensor[float32, S]:
        """The elements as `float32`."""

    @native("torch::tensor::converted")
    @computes(float64)
    def double(self) -> Tensor[float64, S]:
        """The elements as `float64`."""

    @native("torch::tensor::converted")
    @computes(int16)
    def short(self) -> Tensor[int16, S]:
        """The elements as `int16`."""

    @native("torch::tensor::converted")
    @computes(int32)
    def int(self) -> Tensor[int32, S]:
        """The elements as `int32`."""

    @native("torch::tensor::converted")
    @computes(int64)
    def long(self) -> Tensor[int64, S]:
        """The elements as `int64`."""

    @native("torch::tensor::converted")
    @computes(int8)
    def char(self) -> Tensor[int8, S]:
        """The elements as `int8`."""

    @native("torch::tensor::converted")
    @computes(uint8)
    def byte(self) -> Tensor[uint8, S]:
        """The elements as `uint8`."""

    @native("torch::tensor::converted")
    @computes(bool)
    def bool(self) -> Tensor[bool, S]:
        """The elements as `bool`."""

    @native("torch::tensor::numpy")
    def numpy(self) -> ndarray[D, S]:
        """An array of the same elements."""

    @native("torch::tensor::item")
    @raises(RuntimeError, OverflowError)
    def item(self) -> Number[self]:
        """The only element as a Python number."""

    @overload
    @native("torch::tensor::tolist_0")
    @raises(RuntimeError, ValueError, OverflowError)
    def tolist(self) -> Nested0[self]:
        """The elements as nested lists."""

    @overload
    @native("torch::tensor::tolist_1")
    @raises(RuntimeError, ValueError, OverflowError)
    def tolist(self) -> Nested1[self]:
        """The elements as nested lists."""

    @overload
    @native("torch::tensor::tolist_2")
    @raises(RuntimeError, ValueError, OverflowError)
    def tolist(self) -> Nested2[self]:
        """The elements as nested lists."""

    @overload
    @native("torch::tensor::tolist_3")
    @raises(RuntimeError, ValueError, OverflowError)
    def tolist(self) -> Nested3[self]:
        """The elements as nested lists."""

    @overload
    @native("torch::tensor::tolist_4")
    @raises(RuntimeError, ValueError, OverflowError)
    def tolist(self) -> Nested4[self]:
        """The elements as nested lists."""

    @native("torch::tensor::len")
    @raises(TypeError)
    def __len__(self) -> int:
        """The length of the first axis."""

    @native("torch::tensor::bool")
    @raises(RuntimeError)
    def __bool__(self) -> bool:
        """The truth of the only element."""

    @native("torch::tensor::int")
    @raises(RuntimeError, ValueError, OverflowError)
    def __int__(self) -> int:
        """The only element as an `int`."""

    @native("torch::tensor::float")
    @raises(RuntimeError)
    def __float__(self) -> float:
        """The only element as a `float`."""

    @native("torch::tensor::getitem")
    @raises(IndexError, ValueError)
    def __getitem__(self, index: Index) -> Tensor[D, Indexed[self, index]]:
        """The elements that the index selects: a view, unless there are tensors in the index."""

    @native("torch::tensor::setitem")
    @raises(IndexError, ValueError, RuntimeError)
    @mutates
    def __setitem__(self, index: Index, value: TensorOperand) -> None:
        """Store a value in the elements that the index selects."""

    @native("torch::add")
    @raises(RuntimeError)
    @computes(ResultType[self, other])
    def __add__(self, other: TensorOperand) -> Tensor[ResultType[self, other], Broadcast[self, other]]:
        """Add the operands."""

    @native("torch::add")
    @raises(RuntimeError)
    @computes(ResultType[self, other])
    def __radd__(self, other: TensorOperand) -> Tensor[ResultType[self, other], Broadcast[self, other]]:
        """Add the operands."""

    @native("torch::iadd")
    @raises(RuntimeError)
    @computes(ResultType[self, other])
    @mutates
    def __iadd__(self, other: TensorOperand) -> Tensor[D, ChangedTensor[self, ResultType[self, other], other]]:
        """Add the operands. In the tensor itself."""

    @native("torch::add")
    @raises(RuntimeError)
    @computes(ResultType[self, other])
    def add(self, other: TensorOperand) -> Tensor[ResultType[self, other], Broadcast[self, other]]:
        """Add the operands."""

    @native("torch::iadd")
    @raises(RuntimeError)
    @computes(ResultType[self, other])
    @mutates
    def add_(self, other: TensorOperand) -> Tensor[D, ChangedTensor[self, ResultType[self, other], other]]:
        """Add the operands. In the tensor itself."""

    @native("torch::sub")
    @raises(RuntimeError)
    @computes(DifferenceType[self, other])
    def __sub__(self, other: TensorOperand) -> Tensor[DifferenceType[self, other], Broadcast[self, other]]:
        """Subtract the operands."""

    @native("torch::rsub")
    @raises(RuntimeError)
    @computes(DifferenceType[self, other])
    def __rsub__(self, other: TensorOperand) -> Tensor[DifferenceType[self, other], Broadcast[self, other]]:
        """Subtract the operands."""

    @native("torch::isub")
    @raises(RuntimeError)
    @computes(DifferenceType[self, other])
    @mutates
    def __isub__(self, other: TensorOperand) -> Tensor[D, ChangedTensor[self, DifferenceType[self, other], other]]:
        """Subtract the operands. In the tensor itself."""

    @native("torch::sub")
    @raises(RuntimeError)
    @computes(DifferenceType[self, other])
    def sub(self, other: TensorOperand) -> Tensor[DifferenceType[self, other], Broadcast[self, other]]:
        """Subtract the operands."""

    @native("torch::isub")
    @raises(RuntimeError)
    @computes(DifferenceType[self, other])
    @mutates
    def sub_(self, other: TensorOperand) -> Tensor[D, ChangedTensor[self, DifferenceType[self, other], other]]:
        """Subtract the operands. In the tensor itself."""

    @native("torch::sub")
    @raises(RuntimeError)
    @computes(DifferenceType[self, other])
    def subtract(self, other: TensorOperand) -> Tensor[DifferenceType[self, other], Broadcast[self, other]]:
        """Subtract the operands."""

    @native("torch::mul")
    @raises(RuntimeError)
    @computes(ResultType[self, other])
    def __mul__(self, other: TensorOperand) -> Tensor[ResultType[self, other], Broadcast[self, other]]:
        """Multiply the operands."""

    @native("torch::mul")
    @raises(RuntimeError)
    @computes(ResultType[self, other])
    def __rmul__(self, other: TensorOperand) -> Tensor[ResultType[self, other], Broadcast[self, other]]:
        """Multiply the operands."""

    @native("torch::imul")
    @raises(RuntimeError)
    @computes(ResultType[self, other])
    @mutates
    def __imul__(self, other: TensorOperand) -> Tensor[D, ChangedTensor[self, ResultType[self, other], other]]:
        """Multiply the operands. In the tensor itself."""

    @native("torch::mul")
    @raises(RuntimeError)
    @computes(ResultType[self, other])
    def mul(self, other: TensorOperand) -> Tensor[ResultType[self, other], Broadcast[self, other]]:
        """Multiply the operands."""

    @native("torch::imul")
    @raises(RuntimeError)
    @computes(ResultType[self, other])
    @mutates
    def mul_(self, other: TensorOperand) -> Tensor[D, ChangedTensor[self, ResultType[self, other], other]]:
        """Multiply the operands. In the tensor itself."""

    @native("torch::mul")
    @raises(RuntimeError)
    @computes(ResultType[self, other])
    def multiply(self, other: TensorOperand) -> Tensor[ResultType[self, other], Broadcast[self, other]]:
        """Multiply the operands."""

    @native("torch::div")
    @raises(RuntimeError)
    @computes(Divided[self, other])
    def __truediv__(self, other: TensorOperand) -> Tensor[Divided[self, other], Broadcast[self, other]]:
        """Divide the operands, in floats."""

    @native("torch::rdiv")
    @raises(RuntimeError)
    @computes(Divided[self, other])
    def __rtruediv__(self, other: TensorOperand) -> Tensor[Divided[self, other], Broadcast[self, other]]:
        """Divide the operands, in floats."""

    @native("torch::itruediv")
    @raises(RuntimeError)
    @computes(Divided[self, other])
    @mutates
    def __itruediv__(self, other: TensorOperand) -> Tensor[D, ChangedTensor[self, Divided[self, other], other]]:
        """Divide the operands, in floats. In the tensor itself."""

    @native("torch::itruediv")
    @raises(RuntimeError)
    @computes(Divided[self, other])
    @mutates
    def div_(self, other: TensorOperand) -> Tensor[D, ChangedTensor[self, Divided[self, other], other]]:
        """Divide the operands, in floats. In the tensor itself."""

    @native("torch::div")
    @raises(RuntimeError)
    @computes(Divided[self, other])
    def divide(self, other: TensorOperand) -> Tensor[Divided[self, other], Broadcast[self, other]]:
        """Divide the operands, in floats."""

    @native("torch::div")
    @raises(RuntimeError)
    @computes(Divided[self, other])
    def true_divide(self, other: TensorOperand) -> Tensor[Divided[self, other], Broadcast[self, other]]:
        """Divide the operands, in floats."""

    @native("torch::floor_divide")
    @raises(RuntimeError)
    @computes(RealNumbers[self, other])
    def __floordiv__(self, other: TensorOperand) -> Tensor[RealNumbers[self, other], Broadcast[self, other]]:
        """Divide towards negative infinity."""

    @native("torch::rfloor_divide")
    @raises(RuntimeError)
    @computes(RealNumbers[self, other])
    def __rfloordiv__(self, other: TensorOperand) -> Tensor[RealNumbers[self, other], Broadcast[self, other]]:
        """Divide towards negative infinity."""

    @native("torch::ifloordiv")
    @raises(RuntimeError)
    @computes(RealNumbers[self, other])
    @mutates
    def __ifloordiv__(self, other: TensorOperand) -> Tensor[D, ChangedTensor[self, RealNumbers[self, other], other]]:
        """Divide towards negative infinity. In the tensor itself."""

    @native("torch::floor_divide")
    @raises(RuntimeError)
    @computes(RealNumbers[self, other])
    def floor_divide(self, other: TensorOperand) -> Tensor[RealNumbers[self, other], Broadcast[self, other]]:
        """Divide towards negative infinity."""

    @native("torch::remainder")
    @raises(RuntimeError)
    @computes(RealNumbers[self, other])
    def __mod__(self, other: TensorOperand) -> Tensor[RealNumbers[self, other], Broadcast[self, other]]:
        """What the division leaves, with the sign of the divisor."""

    @native("torch::rremainder")
    @raises(RuntimeError)
    @computes(RealNumbers[self, other])
    def __rmod__(self, other: TensorOperand) -> Tensor[RealNumbers[self, other], Broadcast[self, other]]:
        """What the division leaves, with the sign of the divisor."""

    @native("torch::iremainder")
    @raises(RuntimeError)
    @computes(RealNumbers[self, other])
    @mutates
    def __imod__(self, other: TensorOperand) -> Tensor[D, ChangedTensor[self, RealNumbers[self, other], other]]:
        """What the division leaves, with the sign of the divisor. In the tensor itself."""

    @native("torch::remainder")
    @raises(RuntimeError)
    @computes(RealNumbers[self, other])
    def remainder(self, other: TensorOperand) -> Tensor[RealNumbers[self, other], Broadcast[self, other]]:
        """What the division leaves, with the sign of the divisor."""

    @native("torch::iremainder")
    @raises(RuntimeError)
    @computes(RealNumbers[self, other])
    @mutates
    def remainder_(self, other: TensorOperand) -> Tensor[D, ChangedTensor[self, RealNumbers[self, other], other]]:
        """What the division leaves, with the sign of the divisor. In the tensor itself."""

    @native("torch::pow")
    @raises(RuntimeError)
    @computes(RealNumbers[self, other])
    def __pow__(self, other: TensorOperand) -> Tensor[RealNumbers[self, other], Broadcast[self, other]]:
        """To the power."""

    @native("torch::rpow")
    @raises(RuntimeError)
    @computes(RealNumbers[self, other])
    def __rpow__(self, other: TensorOperand) -> Tensor[RealNumbers[self, other], Broadcast[self, other]]:
        """To the power."""

    @native("torch::ipow")
    @raises(RuntimeError)
    @computes(RealNumbers[self, other])
    @mutates
    def __ipow__(self, other: TensorOperand) -> Tensor[D, ChangedTensor[self, RealNumbers[self, other], other]]:
        """To the power. In the tensor itself."""

    @native("torch::pow")
    @raises(RuntimeError)
    @computes(RealNumbers[self, other])
    def pow(self, other: TensorOperand) -> Tensor[RealNumbers[self, other], Broadcast[self, other]]:
        """To the power."""

    @native("torch::ipow")
    @raises(RuntimeError)
    @computes(RealNumbers[self, other])
    @mutates
    def pow_(self, other: TensorOperand) -> Tensor[D, ChangedTensor[self, RealNumbers[self, other], other]]:
        """To the power. In the tensor itself."""

    @native("torch::bitwise_and")
    @raises(RuntimeError)
    @computes(Bitwise[self, other])
    def __and__(self, other: TensorOperand) -> Tensor[Bitwise[self, other], Broadcast[self, other]]:
        """The bits that both have."""

    @native("torch::bitwise_and")
    @raises(RuntimeError)
    @computes(Bitwise[self, other])
    def __rand__(self, other: TensorOperand) -> Tensor[Bitwise[self, other], Broadcast[self, other]]:
        """The bits that both have."""

    @native("torch::iand")
    @raises(RuntimeError)
    @computes(Bitwise[self, other])
    @mutates
    def __iand__(self, other: TensorOperand) -> Tensor[D, ChangedTensor[self, Bitwise[self, other], other]]:
        """The bits that both have. In the tensor itself."""

    @native("torch::bitwise_and")
    @raises(RuntimeError)
    @computes(Bitwise[self, other])
    def bitwise_and(self, other: TensorOperand) -> Tensor[Bitwise[self, other], Broadcast[self, other]]:
        """The bits that both have."""

    @native("torch::bitwise_or")
    @raises(RuntimeError)
    @computes(Bitwise[self, other])
    def __or__(self, other: TensorOperand) -> Tensor[Bitwise[self, other], Broadcast[self, other]]:
        """The bits that one has."""

    @native("torch::bitwise_or")
    @raises(RuntimeError)
    @computes(Bitwise[self, other])
    def __ror__(self, other: TensorOperand) -> Tensor[Bitwise[self, other], Broadcast[self, other]]:
        """The bits that one has."""

    @native("torch::ior")
    @raises(RuntimeError)
    @computes(Bitwise[self, other])
    @mutates
    def __ior__(self, other: TensorOperand) -> Tensor[D, ChangedTensor[self, Bitwise[self, other], other]]:
        """The bits that one has. In the tensor itself."""

    @native("torch::bitwise_or")
    @raises(RuntimeError)
    @computes(Bitwise[self, other])
    def bitwise_or(self, other: TensorOperand) -> Tensor[Bitwise[self, other], Broadcast[self, other]]:
        """The bits that one has."""

    @native("torch::bitwise_xor")
    @raises(RuntimeError)
    @computes(Bitwise[self, other])
    def __xor__(self, other: TensorOperand) -> Tensor[Bitwise[self, other], Broadcast[self, other]]:
        """The bits that exactly one has."""

    @native("torch::bitwise_xor")
    @raises(RuntimeError)
    @computes(Bitwise[self, other])
    def __rxor__(self, other: TensorOperand) -> Tensor[Bitwise[self, other], Broadcast[self, other]]:
        """The bits that exactly one has."""

    @native("torch::ixor")
    @raises(RuntimeError)
    @computes(Bitwise[self, other])
    @mutates
    def __ixor__(self, other: TensorOperand) -> Tensor[D, ChangedTensor[self, Bitwise[self, other], other]]:
        """The bits that exactly one has. In the tensor itself."""

    @native("torch::bitwise_xor")
    @raises(RuntimeError)
    @computes(Bitwise[self, other])
    def bitwise_xor(self, other: TensorOperand) -> Tensor[Bitwise[self, other], Broadcast[self, other]]:
        """The bits that exactly one has."""

    @overload
    @native("torch::max")
    @raises(RuntimeError)
    def max(self) -> Tensor[InOrder[self], None]:
        """The greatest element."""

    @overload
    @native("torch::max_along")
    @raises(IndexError)
    def max(self, dim: int, keepdim: bool = False) -> tuple[Tensor[InOrder[self], Reduced[D, self, dim, keepdim]], Tensor[int64, Reduced[int64, self, dim, keepdim]]]:
        """The greatest elements along an axis, and their places."""

    @overload
    @native("torch::min")
    @raises(RuntimeError)
    def min(self) -> Tensor[InOrder[self], None]:
        """The least element."""

    @overload
    @native("torch::min_along")
    @raises(IndexError)
    def min(self, dim: int, keepdim: bool = False) -> tuple[Tensor[InOrder[self], Reduced[D, self, dim, keepdim]], Tensor[int64, Reduced[int64, self, dim, keepdim]]]:
        """The least elements along an axis, and their places."""

    @overload
    @native("torch::reshape")
    @raises(RuntimeError)
    def reshape(self, shape: Shape) -> Tensor[D, Reshape[self, shape]]:
        """The elements in another shape."""

    @overload
    @native("torch::reshape_to")
    @raises(RuntimeError)
    def reshape(self, *shape: int) -> Tensor[D, Reshape[self, shape]]:
        """The elements in another shape."""

    @overload
    @native("torch::view")
    @raises(RuntimeError)
    def view(self, shape: Shape) -> Tensor[D, Reshape[self, shape]]:
        """A view of the elements in another shape."""

    @overload
    @native("torch::view_to")
    @raises(RuntimeError)
    def view(self, *shape: int) -> Tensor[D, Reshape[self, shape]]:
        """A view of the elements in another shape."""

    @overload
    @native("torch::permute")
    @raises(RuntimeError, IndexError)
    def permute(self, dims: Shape) -> Tensor[D, Transpose[self, dims]]:
        """The axes in another order: a view."""

    @overload
    @native("torch::permute_to")
    @raises(RuntimeError, IndexError)
    def permute(self, *dims: int) -> Tensor[D, Transpose[self, dims]]:
        """The axes in another order: a view."""

    @overload
    @native("torch::expand")
    @raises(RuntimeError)
    def expand(self, size: Shape) -> Tensor[D, Expanded[self, size]]:
        """Axes of length one repeated: a view."""

    @overload
    @native("torch::expand_to")
    @raises(RuntimeError)
    def expand(self, *size: int) -> Tensor[D, Expanded[self, size]]:
        """Axes of length one repeated: a view."""

    @native("torch::expand_as")
    @raises(RuntimeError)
    def expand_as[E, R](self, other: Tensor[E, R]) -> Tensor[D, R]:
        """Axes of length one repeated: a view."""

    @overload
    @native("torch::repeat")
    @raises(RuntimeError)
    def repeat(self, sizes: Shape) -> Tensor[D, Repeats[self, sizes]]:
        """The tensor side by side with itself."""

    @overload
    @native("torch::repeat_to")
    @raises(RuntimeError)
    def repeat(self, *sizes: int) -> Tensor[D, Repeats[self, sizes]]:
        """The tensor side by side with itself."""

    @overload
    @native("torch::flip")
    @raises(IndexError, RuntimeError)
    def flip(self, dims: Shape) -> Tensor[D, S]:
        """Axes backwards, in a copy."""

    @overload
    @native("torch::flip_to")
    @raises(IndexError, RuntimeError)
    def flip(self, *dims: int) -> Tensor[D, S]:
        """Axes backwards, in a copy."""

    @native("torch::where_self")
    @raises(RuntimeError)
    @computes(ResultType[self, other])
    def where[Q](self, condition: Tensor[bool, Q], other: TensorOperand) -> Tensor[ResultType[self, other], Broadcast[self, condition, other]]:
        """The elements where the condition is true, else of the other."""

    @native("torch::masked_fill_in_place")
    @raises(RuntimeError)
    @mutates
    def masked_fill_[R](self, mask: Tensor[bool, R], value: TensorOperand) -> Tensor[D, S]:
        """A value stored where the mask is true."""

    @native("torch::scatter_in_place")
    @raises(IndexError, RuntimeError)
    @mutates
    def scatter_[R, Q](self, dim: int, index: Tensor[int64, R], src: Tensor[D, Q]) -> Tensor[D, S]:
        """Elements stored by their places along an axis."""

    @native("torch::scatter_add_in_place")
    @raises(IndexError, RuntimeError)
    @mutates
    def scatter_add_[R, Q](self, dim: int, index: Tensor[int64, R], src: Tensor[D, Q]) -> Tensor[D, S]:
        """Elements added in place."""

    @native("torch::tensor::fill")
    @raises(RuntimeError, ValueError)
    @mutates
    def fill_(self, value: TensorOperand) -> Tensor[D, S]:
        """One value stored everywhere."""

    @native("torch::tensor::zero")
    @raises(RuntimeError, ValueError)
    @mutates
    def zero_(self) -> Tensor[D, S]:
        """Zeros stored everywhere."""

    @native("torch::tensor::copy")
    @raises(RuntimeError, ValueError)
    @mutates
    def copy_[E, R](self, src: Tensor[E, R]) -> Tensor[D, S]:
        """Another tensor's elements stored."""

    @native("torch::index_add_in_place")
    @raises(IndexError, RuntimeError)
    @mutates
    def index_add_[Q, R](self, dim: int, index: Tensor[int64, Q], source: Tensor[D, R]) -> Tensor[D, S]:
        """Slices added at places along an axis. In the tensor itself."""

    @native("torch::index_copy_in_place")
    @raises(IndexError, RuntimeError)
    @mutates
    def index_copy_[Q, R](self, dim: int, index: Tensor[int64, Q], source: Tensor[D, R]) -> Tensor[D, S]:
        """Slices stored at places along an axis. In the tensor itself."""

    @native("torch::index_fill_in_place")
    @raises(IndexError, RuntimeError)
    @mutates
    def index_fill_[Q](self, dim: int, index: Tensor[int64, Q], value: TensorOperand) -> Tensor[D, S]:
        """A value stored at places along an axis. In the tensor itself."""

    erf = torch.erf
    erfc = torch.erfc
    acosh = torch.acosh
    asinh = torch.asinh
    atanh = torch.atanh
    logit = torch.logit
    sinc = torch.sinc
    lgamma = torch.lgamma
    frac = torch.frac
    sgn = torch.sgn
    fmod = torch.fmod
    fmax = torch.fmax
    fmin = torch.fmin
    logaddexp = torch.logaddexp
    heaviside = torch.heaviside
    xlogy = torch.xlogy
    bitwise_left_shift = torch.bitwise_left_shift
    bitwise_right_shift = torch.bitwise_right_shift
    nansum = torch.nansum
    nanmean = torch.nanmean
    nanmedian = torch.nanmedian
    mode = torch.mode
    quantile = torch.quantile
    nanquantile = torch.nanquantile
    aminmax = torch.aminmax
    cummax = torch.cummax
    cummin = torch.cummin
    logcumsumexp = torch.logcumsumexp
    histc = torch.histc
    diff = torch.diff
    index_add = torch.index_add
    index_copy = torch.index_copy
    index_fill = torch.index_fill
    masked_scatter = torch.masked_scatter
    take = torch.take
    take_along_dim = torch.take_along_dim
    select = torch.select
    scatter_reduce = torch.scatter_reduce
    msort = torch.msort
    unique_consecutive = torch.unique_consecutive
    addmm = torch.addmm
    baddbmm = torch.baddbmm
    addcmul = torch.addcmul
    addcdiv = torch.addcdiv
    vdot = torch.vdot
    trace = torch.trace
    diag = torch.diag
    kron = torch.kron
    tile = torch.tile
    tensor_split = torch.tensor_split
    fliplr = torch.fliplr
    flipud = torch.flipud
    __lshift__ = torch.bitwise_left_shift
    __rshift__ = torch.bitwise_right_shift
    @overload
    @native("torch::tensor::new_zeros")
    @raises(RuntimeError)
    def new_zeros(self, size: Shape) -> Tensor[D, ShapeDims[size]]:
        """Zeros, of the same dtype."""

    @overload
    @native("torch::tensor::new_zeros_of_sizes")
    @raises(RuntimeError)
    def new_zeros(self, *size: int) -> Tensor[D, SizesOf[size]]:
        """Zeros, of the same dtype."""

    @overload
    @native("torch::tensor::new_ones")
    @raises(RuntimeError)
    def new_ones(self, size: Shape) -> Tensor[D, ShapeDims[size]]:
        """Ones, of the same dtype."""

    @overload
    @native("torch::tensor::new_ones_of_sizes")
    @raises(RuntimeError)
    def new_ones(self, *size: int) -> Tensor[D, SizesOf[size]]:
        """Ones, of the same dtype."""

    @overload
    @native("torch::tensor::new_zeros")
    @raises(RuntimeError)
    def new_empty(self, size: Shape) -> Tensor[D, ShapeDims[size]]:
        """Zeros, where nothing is stored yet, of the same dtype."""

    @overload
    @native("torch::tensor::new_zeros_of_sizes")
    @raises(RuntimeError)
    def new_empty(self, *size: int) -> Tensor[D, SizesOf[size]]:
        """Zeros, where nothing is stored yet, of the same dtype."""

    @native("torch::tensor::new_full")
    @raises(RuntimeError)
    def new_full(self, size: Shape, fill_value: TensorOperand) -> Tensor[D, ShapeDims[size]]:
        """One value everywhere, of the same dtype."""

    @property
    @native("torch::tensor::nbytes")
    def nbytes(self) -> int:
        """The size of all elements in bytes."""

    @property
    @native("torch::tensor::itself")
    def data(self) -> Tensor[D, S]:
        """The same tensor."""

    @native("torch::exp_in_place")
    @raises(RuntimeError)
    @mutates
    def exp_(self) -> Tensor[FloatOnly[self], S]:
        """`exp` of each element. In the tensor itself."""

    @native("torch::sqrt_in_place")
    @raises(RuntimeError)
    @mutates
    def sqrt_(self) -> Tensor[FloatOnly[self], S]:
        """`sqrt` of each element. In the tensor itself."""

    @native("torch::sigmoid_in_place")
    @raises(RuntimeError)
    @mutates
    def sigmoid_(self) -> Tensor[FloatOnly[self], S]:
        """`sigmoid` of each element. In the tensor itself."""

    @native("torch::tanh_in_place")
    @raises(RuntimeError)
    @mutates
    def tanh_(self) -> Tensor[FloatOnly[self], S]:
        """`tanh` of each element. In the tensor itself."""

    @native("torch::log_in_place")
    @raises(RuntimeError)
    @mutates
    def log_(self) -> Tensor[FloatOnly[self], S]:
        """`log` of each element. In the tensor itself."""

    @native("torch::neg_in_place")
    @raises(RuntimeError)
    @mutates
    def neg_(self) -> Tensor[Negated[self], S]:
        """`neg` of each element. In the tensor itself."""

    @native("torch::abs_in_place")
    @raises(RuntimeError)
    @mutates
    def abs_(self) -> Tensor[Negated[self], S]:
        """`abs` of each element. In the tensor itself."""

    @native("torch::relu_in_place")
    @raises(RuntimeError)
    @mutates
    def relu_(self) -> Tensor[Negated[self], S]:
        """`relu` of each element. In the tensor itself."""

    @native("torch::round_in_place")
    @raises(RuntimeError)
    @mutates
    def round_(self) -> Tensor[Negated[self], S]:
        """`round` of each element. In the tensor itself."""

    @native("torch::floor_in_place")
    @raises(RuntimeError)
    @mutates
    def floor_(self) -> Tensor[Negated[self], S]:
        """`floor` of each element. In the tensor itself."""

    @native("torch::ceil_in_place")
    @raises(RuntimeError)
    @mutates
    def ceil_(self) -> Tensor[Negated[self], S]:
        """`ceil` of each element. In the tensor itself."""

    @overload
    @native("torch::clamp_in_place")
    @raises(RuntimeError)
    @mutates
    def clamp_(self, min: float, max: float) -> Tensor[FloatOnly[self], S]:
        """No element less than `min` and none greater than `max`. In the tensor itself."""

    @overload
    @native("torch::clamp_min_in_place")
    @raises(RuntimeError)
    @mutates
    def clamp_(self, min: float) -> Tensor[FloatOnly[self], S]:
        """No element less than `min`. In the tensor itself."""

    @overload
    @native("torch::clamp_max_in_place")
    @raises(RuntimeError)
    @mutates
    def clamp_(self, *, max: float) -> Tensor[FloatOnly[self], S]:
        """No element greater than `max`. In the tensor itself."""

    div = torch.div
    numel = torch.numel
    nelement = torch.numel
    is_floating_point = torch.is_floating_point
    clone = torch.clone
    __eq__ = torch.eq
    eq = torch.eq
    __ne__ = torch.ne
    ne = torch.ne
    not_equal = torch.not_equal
    __lt__ = torch.lt
    lt = torch.lt
    less = torch.less
    __le__ = torch.le
    le = torch.le
    less_equal = torch.less_equal
    __gt__ = torch.gt
    gt = torch.gt
    greater = torch.greater
    __ge__ = torch.ge
    ge = torch.ge
    greater_equal = torch.greater_equal
    logical_and = torch.logical_and
    logical_or = torch.logical_or
    logical_xor = torch.logical_xor
    logical_not = torch.logical_not
    maximum = torch.maximum
    minimum = torch.minimum
    atan2 = torch.atan2
    hypot = torch.hypot
    __neg__ = torch.neg
    neg = torch.neg
    negative = torch.negative
    __invert__ = torch.bitwise_not
    bitwise_not = torch.bitwise_not
    __abs__ = torch.abs
    abs = torch.abs
    absolute = torch.absolute
    sign = torch.sign
    square = torch.square
    floor = torch.floor
    ceil = torch.ceil
    trunc = torch.trunc
    round = torch.round
    exp = torch.exp
    exp2 = torch.exp2
    expm1 = torch.expm1
    log = torch.log
    log2 = torch.log2
    log10 = torch.log10
    log1p = torch.log1p
    sqrt = torch.sqrt
    rsqrt = torch.rsqrt
    reciprocal = torch.reciprocal
    sin = torch.sin
    cos = torch.cos
    tan = torch.tan
    asin = torch.asin
    acos = torch.acos
    atan = torch.atan
    sinh = torch.sinh
    cosh = torch.cosh
    tanh = torch.tanh
    sigmoid = torch.sigmoid
    deg2rad = torch.deg2rad
    rad2deg = torch.rad2deg
    isnan = torch.isnan
    isinf = torch.isinf
    isfinite = torch.isfinite
    nan_to_num = torch.nan_to_num
    clamp = torch.clamp
    clip = torch.clip
    clamp_min = torch.clamp_min
    clamp_max = torch.clamp_max
    lerp = torch.lerp
    isclose = torch.isclose
    allclose = torch.allclose
    equal = torch.equal
    sum = torch.sum
    prod = torch.prod
    mean = torch.mean
    var = torch.var
    std = torch.std
    any = torch.any
    all = torch.all
    count_nonzero = torch.count_nonzero
    amax = torch.amax
    argmax = torch.argmax
    amin = torch.amin
    argmin = torch.argmin
    median = torch.median
    cumsum = torch.cumsum
    cumprod = torch.cumprod
    logsumexp = torch.logsumexp
    norm = torch.norm
    transpose = torch.transpose
    swapaxes = torch.swapaxes
    swapdims = torch.swapdims
    t = torch.t
    movedim = torch.movedim
    moveaxis = torch.moveaxis
    squeeze = torch.squeeze
    unsqueeze = torch.unsqueeze
    flatten = torch.flatten
    ravel = torch.ravel
    repeat_interleave = torch.repeat_interleave
    roll = torch.roll
    diagonal = torch.diagonal
    narrow = torch.narrow
    tril = torch.tril
    triu = torch.triu
    chunk = torch.chunk
    split = torch.split
    unbind = torch.unbind
    nonzero = torch.nonzero
    masked_fill = torch.masked_fill
    masked_select = torch.masked_select
    index_select = torch.index_select
    gather = torch.gather
    scatter = torch.scatter
    scatter_add = torch.scatter_add
    sort = torch.sort
    argsort = torch.argsort
    topk = torch.topk
    kthvalue = torch.kthvalue
    unique = torch.unique
    bincount = torch.bincount
    __matmul__ = torch.matmul
    matmul = torch.matmul
    mm = torch.mm
    bmm = torch.bmm
    mv = torch.mv
    dot = torch.dot
    outer = torch.outer
    softmax = torch.softmax
    log_softmax = torch.log_softmax
    relu = torch.relu

class dtype[D]:
    """The type of a tensor's elements."""

    @property
    @native("torch::dtype::is_floating_point")
    def is_floating_point(self) -> bool:
        """Whether these are floating-point numbers."""

    @property
    @native("torch::dtype::is_complex")
    def is_complex(self) -> bool:
        """Whether these are complex numbers."""

    @property
    @native("torch::dtype::itemsize")
    def itemsize(self) -> int:
        """The size of an element in bytes."""

class device:
    """Where elements are: on the CPU."""

    @native("torch::device::new")
    @raises(RuntimeError)
    @staticmethod
    def __new__(type: str) -> torch.device:
        """A device by its name."""

    @property
    def type(self) -> str:
        """`cpu`"""

    @native("object::equal")
    def __eq__(self, other: object) -> bool:
        """Whether it is the same."""

class GradMode:
    """Without gradients, which compiled code never has."""

    @native("torch::device::enter")
    def __enter__(self) -> None:
        """Begin."""

    @native("torch::device::exit")
    def __exit__(self) -> None:
        """End."""

class no_grad:
    """Without gradients, which compiled code never has."""

    @native("torch::device::new_mode")
    @staticmethod
    def __new__() -> GradMode:
        """The mode."""

class inference_mode:
    """Without gradients, which compiled code never has."""

    @native("torch::device::new_inference_mode")
    @staticmethod
    def __new__(mode: bool = True) -> GradMode:
        """The mode."""

class bool:
    """Truth values."""

class uint8:
    """Whole numbers from 0 to 255."""

class int8:
    """Whole numbers of 8 bits."""

class int16:
    """Whole numbers of 16 bits."""

class int32:
    """Whole numbers of 32 bits."""

class int64:
    """Whole numbers of 64 bits."""

class float16:
    """Floats of 16 bits."""

class float32:
    """Floats of 32 bits."""

class float64:
    """Floats of 64 bits."""

class complex64:
    """Complex numbers of two `float32`."""

class complex128:
    """Complex numbers of two `float64`."""

class half:
    """`float16`."""

class float:
    """`float32`."""

class double:
    """`float64`."""

class short:
    """`int16`."""

class int:
    """`int32`."""

class long:
    """`int64`."""

class cfloat:
    """`complex64`."""

class cdouble:
    """`complex128`."""

@overload
@native("torch::copied")
def tensor[D, S](data: Tensor[D, S]) -> Tensor[D, S]:
    """A copy."""

@overload
@native("torch::tensor_of")
@raises(ValueError, RuntimeError)
def tensor[E](data: TensorLike, *, dtype: dtype[E]) -> Tensor[E, DimsOf[data]]:
    """A new tensor of numbers."""

@overload
@raises(ValueError, RuntimeError)
@computes(TensorData[data])
def tensor(data: TensorLike) -> Tensor[TensorData[data], DimsOf[data]]:
    """A new tensor of numbers."""

@overload
@native("torch::from_numpy")
@raises(ValueError)
def as_tensor[D, S](data: ndarray[D, S]) -> Tensor[D, S]:
    """A tensor of the same elements."""

@overload
@native("torch::itself")
def as_tensor[D, S](data: Tensor[D, S]) -> Tensor[D, S]:
    """The tensor itself."""

@overload
@native("torch::tensor_of")
@raises(ValueError, RuntimeError)
def as_tensor[E](data: TensorLike, dtype: dtype[E]) -> Tensor[E, DimsOf[data]]:
    """A tensor of numbers."""

@overload
@native("torch::tensor")
@raises(ValueError, RuntimeError)
@computes(TensorData[data])
def as_tensor(data: TensorLike) -> Tensor[TensorData[data], DimsOf[data]]:
    """A tensor of numbers."""

@raises(ValueError)
def from_numpy[D, S](ndarray: ndarray[D, S]) -> Tensor[D, S]:
    """A tensor of the same elements."""

@overload
@raises(RuntimeError)
def zeros[E](size: Shape, *, dtype: dtype[E] = "float32") -> Tensor[E, ShapeDims[size]]:
    """Zeros."""

@overload
@native("torch::zeros_of_sizes")
@raises(RuntimeError)
def zeros[E](*size: int, dtype: dtype[E] = "float32") -> Tensor[E, SizesOf[size]]:
    """Zeros."""

@overload
@native("torch::zeros")
@raises(RuntimeError)
def empty[E](size: Shape, *, dtype: dtype[E] = "float32") -> Tensor[E, ShapeDims[size]]:
    """A tensor of which it is open what it holds: zeros."""

@overload
@native("torch::zeros_of_sizes")
@raises(RuntimeError)
def empty[E](*size: int, dtype: dtype[E] = "float32") -> Tensor[E, SizesOf[size]]:
    """A tensor of which it is open what it holds: zeros."""

@overload
@native("torch::zeros_like")
def empty_like[D, S](input: Tensor[D, S]) -> Tensor[D, S]:
    """A tensor of which it is open what it holds, of the shape of another one: zeros."""

@overload
@native("torch::zeros_like_of")
def empty_like[D, S, E](input: Tensor[D, S], *, dtype: dtype[E]) -> Tensor[E, S]:
    """A tensor of which it is open what it holds, of the shape of another one: zeros."""

@overload
@raises(RuntimeError)
def ones[E](size: Shape, *, dtype: dtype[E] = "float32") -> Tensor[E, ShapeDims[size]]:
    """Ones."""

@overload
@native("torch::ones_of_sizes")
@raises(RuntimeError)
def ones[E](*size: int, dtype: dtype[E] = "float32") -> Tensor[E, SizesOf[size]]:
    """Ones."""

@overload
def zeros_like[D, S](input: Tensor[D, S]) -> Tensor[D, S]:
    """Zeros. Of the shape of another tensor."""

@overload
@native("torch::zeros_like_of")
def zeros_like[D, S, E](input: Tensor[D, S], *, dtype: dtype[E]) -> Tensor[E, S]:
    """Zeros. Of the shape of another tensor."""

@overload
def ones_like[D, S](input: Tensor[D, S]) -> Tensor[D, S]:
    """Ones. Of the shape of another tensor."""

@overload
@native("torch::ones_like_of")
def ones_like[D, S, E](input: Tensor[D, S], *, dtype: dtype[E]) -> Tensor[E, S]:
    """Ones. Of the shape of another tensor."""

@overload
@native("torch::full_of")
@raises(RuntimeError)
def full[E](size: Shape, fill_value: TensorOperand, *, dtype: dtype[E]) -> Tensor[E, ShapeDims[size]]:
    """One value everywhere."""

@overload
@raises(RuntimeError)
@computes(TensorData[fill_value])
def full(size: Shape, fill_value: TensorOperand) -> Tensor[TensorData[fill_value], ShapeDims[size]]:
    """One value everywhere."""

def full_like[D, S](input: Tensor[D, S], fill_value: TensorOperand) -> Tensor[D, S]:
    """One value in the shape of another tensor."""

@overload
@native("torch::arange_to")
@raises(RuntimeError)
@computes(TensorData[end])
def arange(end: TensorOperand) -> Tensor[TensorData[end], SizeDims[end]]:
    """Numbers from 0 up to `end`."""

@overload
@native("torch::arange_to_of")
@raises(RuntimeError)
def arange[E](end: TensorOperand, *, dtype: dtype[E]) -> Tensor[E, SizeDims[end]]:
    """Numbers from 0 up to `end`."""

@overload
@native("torch::arange_of")
@raises(RuntimeError)
def arange[E](start: TensorOperand, end: TensorOperand, step: TensorOperand = 1, *, dtype: dtype[E]) -> Tensor[E, AnyLength[start]]:
    """Numbers at equal distances."""

@overload
@raises(RuntimeError)
@computes(ResultType[start, end, step])
def arange(start: TensorOperand, end: TensorOperand, step: TensorOperand = 1) -> Tensor[ResultType[start, end, step], AnyLength[start]]:
    """Numbers at equal distances."""

@raises(RuntimeError)
def linspace[E](start: float, end: float, steps: int, *, dtype: dtype[E] = "float32") -> Tensor[E, SizeDims[steps]]:
    """So many numbers from one to the other."""

@raises(RuntimeError)
def eye[E](n: int, m: int | None = None, *, dtype: dtype[E] = "float32") -> Tensor[E, SizeDims[n, m]]:
    """Ones on the diagonal, zeros elsewhere."""

@native("torch::add")
@raises(RuntimeError)
@computes(ResultType[input, other])
def add(input: TensorOperand, other: TensorOperand) -> Tensor[ResultType[input, other], Broadcast[input, other]]:
    """Add the operands."""

@native("torch::sub")
@raises(RuntimeError)
@computes(DifferenceType[input, other])
def sub(input: TensorOperand, other: TensorOperand) -> Tensor[DifferenceType[input, other], Broadcast[input, other]]:
    """Subtract the operands."""

@native("torch::sub")
@raises(RuntimeError)
@computes(DifferenceType[input, other])
def subtract(input: TensorOperand, other: TensorOperand) -> Tensor[DifferenceType[input, other], Broadcast[input, other]]:
    """Subtract the operands."""

@native("torch::mul")
@raises(RuntimeError)
@computes(ResultType[input, other])
def mul(input: TensorOperand, other: TensorOperand) -> Tensor[ResultType[input, other], Broadcast[input, other]]:
    """Multiply the operands."""

@native("torch::mul")
@raises(RuntimeError)
@computes(ResultType[input, other])
def multiply(input: TensorOperand, other: TensorOperand) -> Tensor[ResultType[input, other], Broadcast[input, other]]:
    """Multiply the operands."""

@overload
@native("torch::div_trunc")
@raises(RuntimeError)
@computes(RealNumbers[input, other])
def div(input: TensorOperand, other: TensorOperand, *, rounding_mode: Literal["trunc"]) -> Tensor[RealNumbers[input, other], Broadcast[input, other]]:
    """Divide, rounding towards zero."""

@overload
@native("torch::div_floor")
@raises(RuntimeError)
@computes(RealNumbers[input, other])
def div(input: TensorOperand, other: TensorOperand, *, rounding_mode: Literal["floor"]) -> Tensor[RealNumbers[input, other], Broadcast[input, other]]:
    """Divide, rounding down."""

@overload
@native("torch::div")
@raises(RuntimeError)
@computes(Divided[input, other])
def div(input: TensorOperand, other: TensorOperand) -> Tensor[Divided[input, other], Broadcast[input, other]]:
    """Divide the operands, in floats."""

@native("torch::div")
@raises(RuntimeError)
@computes(Divided[input, other])
def divide(input: TensorOperand, other: TensorOperand) -> Tensor[Divided[input, other], Broadcast[input, other]]:
    """Divide the operands, in floats."""

@native("torch::div")
@raises(RuntimeError)
@computes(Divided[input, other])
def true_divide(input: TensorOperand, other: TensorOperand) -> Tensor[Divided[input, other], Broadcast[input, other]]:
    """Divide the operands, in floats."""

@native("torch::floor_divide")
@raises(RuntimeError)
@computes(RealNumbers[input, other])
def floor_divide(input: TensorOperand, other: TensorOperand) -> Tensor[RealNumbers[input, other], Broadcast[input, other]]:
    """Divide towards negative infinity."""

@native("torch::remainder")
@raises(RuntimeError)
@computes(RealNumbers[input, other])
def remainder(input: TensorOperand, other: TensorOperand) -> Tensor[RealNumbers[input, other], Broadcast[input, other]]:
    """What the division leaves, with the sign of the divisor."""

@native("torch::pow")
@raises(RuntimeError)
@computes(RealNumbers[input, other])
def pow(input: TensorOperand, other: TensorOperand) -> Tensor[RealNumbers[input, other], Broadcast[input, other]]:
    """To the power."""

@native("torch::bitwise_and")
@raises(RuntimeError)
@computes(Bitwise[input, other])
def bitwise_and(input: TensorOperand, other: TensorOperand) -> Tensor[Bitwise[input, other], Broadcast[input, other]]:
    """The bits that both have."""

@native("torch::bitwise_or")
@raises(RuntimeError)
@computes(Bitwise[input, other])
def bitwise_or(input: TensorOperand, other: TensorOperand) -> Tensor[Bitwise[input, other], Broadcast[input, other]]:
    """The bits that one has."""

@native("torch::bitwise_xor")
@raises(RuntimeError)
@computes(Bitwise[input, other])
def bitwise_xor(input: TensorOperand, other: TensorOperand) -> Tensor[Bitwise[input, other], Broadcast[input, other]]:
    """The bits that exactly one has."""

@native("torch::eq")
@raises(RuntimeError)
@computes(ResultType[input, other])
def eq[D, S](input: Tensor[D, S], other: TensorOperand) -> Tensor[bool, Broadcast[input, other]]:
    """Compare the elements."""

@native("torch::ne")
@raises(RuntimeError)
@computes(ResultType[input, other])
def ne[D, S](input: Tensor[D, S], other: TensorOperand) -> Tensor[bool, Broadcast[input, other]]:
    """Compare the elements."""

@native("torch::ne")
@raises(RuntimeError)
@computes(ResultType[input, other])
def not_equal[D, S](input: Tensor[D, S], other: TensorOperand) -> Tensor[bool, Broadcast[input, other]]:
    """Compare the elements."""

@native("torch::lt")
@raises(RuntimeError)
@computes(InOrder[input, other])
def lt[D, S](input: Tensor[D, S], other: TensorOperand) -> Tensor[bool, Broadcast[input, other]]:
    """Compare the elements."""

@native("torch::lt")
@raises(RuntimeError)
@computes(InOrder[input, other])
def less[D, S](input: Tensor[D, S], other: TensorOperand) -> Tensor[bool, Broadcast[input, other]]:
    """Compare the elements."""

@native("torch::le")
@raises(RuntimeError)
@computes(InOrder[input, other])
def le[D, S](input: Tensor[D, S], other: TensorOperand) -> Tensor[bool, Broadcast[input, other]]:
    """Compare the elements."""

@native("torch::le")
@raises(RuntimeError)
@computes(InOrder[input, other])
def less_equal[D, S](input: Tensor[D, S], other: TensorOperand) -> Tensor[bool, Broadcast[input, other]]:
    """Compare the elements."""

@native("torch::gt")
@raises(RuntimeError)
@computes(InOrder[input, other])
def gt[D, S](input: Tensor[D, S], other: TensorOperand) -> Tensor[bool, Broadcast[input, other]]:
    """Compare the elements."""

@native("torch::gt")
@raises(RuntimeError)
@computes(InOrder[input, other])
def greater[D, S](input: Tensor[D, S], other: TensorOperand) -> Tensor[bool, Broadcast[input, other]]:
    """Compare the elements."""

@native("torch::ge")
@raises(RuntimeError)
@computes(InOrder[input, other])
def ge[D, S](input: Tensor[D, S], other: TensorOperand) -> Tensor[bool, Broadcast[input, other]]:
    """Compare the elements."""

@native("torch::ge")
@raises(RuntimeError)
@computes(InOrder[input, other])
def greater_equal[D, S](input: Tensor[D, S], other: TensorOperand) -> Tensor[bool, Broadcast[input, other]]:
    """Compare the elements."""

@native("torch::logical_and")
@raises(RuntimeError)
@computes(ResultType[input, other])
def logical_and[D, S](input: Tensor[D, S], other: TensorOperand) -> Tensor[bool, Broadcast[input, other]]:
    """Combine the truth of the elements."""

@native("torch::logical_or")
@raises(RuntimeError)
@computes(ResultType[input, other])
def logical_or[D, S](input: Tensor[D, S], other: TensorOperand) -> Tensor[bool, Broadcast[input, other]]:
    """Combine the truth of the elements."""

@native("torch::logical_xor")
@raises(RuntimeError)
@computes(ResultType[input, other])
def logical_xor[D, S](input: Tensor[D, S], other: TensorOperand) -> Tensor[bool, Broadcast[input, other]]:
    """Combine the truth of the elements."""

@native("torch::logical_not")
def logical_not[D, S](input: Tensor[D, S]) -> Tensor[bool, S]:
    """Whether each element is false."""

@native("torch::maximum")
@raises(RuntimeError)
@computes(InOrder[input, other])
def maximum[D, S](input: Tensor[D, S], other: TensorOperand) -> Tensor[InOrder[input, other], Broadcast[input, other]]:
    """The greater of each two."""

@native("torch::minimum")
@raises(RuntimeError)
@computes(InOrder[input, other])
def minimum[D, S](input: Tensor[D, S], other: TensorOperand) -> Tensor[InOrder[input, other], Broadcast[input, other]]:
    """The lesser of each two."""

@native("torch::atan2")
@raises(RuntimeError)
@computes(Floating[input, other])
def atan2[D, S](input: Tensor[D, S], other: TensorOperand) -> Tensor[Floating[input, other], Broadcast[input, other]]:
    """The angle of each point."""

@native("torch::hypot")
@raises(RuntimeError)
@computes(Floating[input, other])
def hypot[D, S](input: Tensor[D, S], other: TensorOperand) -> Tensor[Floating[input, other], Broadcast[input, other]]:
    """The distance from zero to each point."""

@native("torch::neg")
def neg[D, S](input: Tensor[D, S]) -> Tensor[Negated[input], S]:
    """The elements with the other sign."""

@native("torch::neg")
def negative[D, S](input: Tensor[D, S]) -> Tensor[Negated[input], S]:
    """The elements with the other sign."""

@native("torch::bitwise_not")
def bitwise_not[D, S](input: Tensor[D, S]) -> Tensor[Bitwise[input], S]:
    """The bits turned round."""

@native("torch::abs")
def abs[D, S](input: Tensor[D, S]) -> Tensor[RealPart[Negated[input]], S]:
    """The distances from zero."""

@native("torch::abs")
def absolute[D, S](input: Tensor[D, S]) -> Tensor[RealPart[Negated[input]], S]:
    """The distances from zero."""

@native("torch::sign")
def sign[D, S](input: Tensor[D, S]) -> Tensor[Negated[input], S]:
    """-1, 0 or 1 by the sign."""

@native("torch::square")
def square[D, S](input: Tensor[D, S]) -> Tensor[D, S]:
    """The elements times themselves."""

@native("torch::floor")
def floor[D, S](input: Tensor[D, S]) -> Tensor[InOrder[input], S]:
    """The greatest whole numbers not above."""

@native("torch::ceil")
def ceil[D, S](input: Tensor[D, S]) -> Tensor[InOrder[input], S]:
    """The least whole numbers not below."""

@native("torch::trunc")
def trunc[D, S](input: Tensor[D, S]) -> Tensor[InOrder[input], S]:
    """Without fractions."""

@native("torch::round")
def round[D, S](input: Tensor[D, S], *, decimals: int = 0) -> Tensor[Negated[input], S]:
    """Rounded, half to even."""

@native("torch::exp")
@computes(Floating[input])
def exp[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`exp` of each element."""

@native("torch::exp2")
@computes(Floating[input])
def exp2[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`exp2` of each element."""

@native("torch::expm1")
@computes(Floating[input])
def expm1[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`expm1` of each element."""

@native("torch::log")
@computes(Floating[input])
def log[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`log` of each element."""

@native("torch::log2")
@computes(Floating[input])
def log2[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`log2` of each element."""

@native("torch::log10")
@computes(Floating[input])
def log10[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`log10` of each element."""

@native("torch::log1p")
@computes(Floating[input])
def log1p[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`log1p` of each element."""

@native("torch::sqrt")
@computes(Floating[input])
def sqrt[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`sqrt` of each element."""

@native("torch::rsqrt")
@computes(Floating[input])
def rsqrt[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`rsqrt` of each element."""

@native("torch::reciprocal")
@computes(Floating[input])
def reciprocal[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`reciprocal` of each element."""

@native("torch::sin")
@computes(Floating[input])
def sin[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`sin` of each element."""

@native("torch::cos")
@computes(Floating[input])
def cos[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`cos` of each element."""

@native("torch::tan")
@computes(Floating[input])
def tan[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`tan` of each element."""

@native("torch::asin")
@computes(Floating[input])
def asin[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`asin` of each element."""

@native("torch::acos")
@computes(Floating[input])
def acos[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`acos` of each element."""

@native("torch::atan")
@computes(Floating[input])
def atan[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`atan` of each element."""

@native("torch::sinh")
@computes(Floating[input])
def sinh[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`sinh` of each element."""

@native("torch::cosh")
@computes(Floating[input])
def cosh[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`cosh` of each element."""

@native("torch::tanh")
@computes(Floating[input])
def tanh[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`tanh` of each element."""

@native("torch::sigmoid")
@computes(Floating[input])
def sigmoid[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`sigmoid` of each element."""

@native("torch::deg2rad")
@computes(Floating[input])
def deg2rad[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`deg2rad` of each element."""

@native("torch::rad2deg")
@computes(Floating[input])
def rad2deg[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`rad2deg` of each element."""

@native("torch::isnan")
def isnan[D, S](input: Tensor[D, S]) -> Tensor[bool, S]:
    """Whether each is NaN."""

@native("torch::isinf")
def isinf[D, S](input: Tensor[D, S]) -> Tensor[bool, S]:
    """Whether each is infinite."""

@native("torch::isfinite")
def isfinite[D, S](input: Tensor[D, S]) -> Tensor[bool, S]:
    """Whether each is neither infinite nor NaN."""

@native("torch::nan_to_num")
def nan_to_num[D, S](input: Tensor[D, S], nan: float = 0.0, posinf: float | None = None, neginf: float | None = None) -> Tensor[InOrder[Negated[input]], S]:
    """NaN and infinities replaced by numbers."""

@overload
@native("torch::clamp")
@raises(RuntimeError)
@computes(InOrder[input, min, max])
def clamp[D, S](input: Tensor[D, S], min: TensorOperand, max: TensorOperand) -> Tensor[InOrder[input, min, max], Broadcast[input, min, max]]:
    """No element less than `min` and none greater than `max`."""

@overload
@native("torch::clamp_min")
@raises(RuntimeError)
@computes(InOrder[input, min])
def clamp[D, S](input: Tensor[D, S], min: TensorOperand) -> Tensor[InOrder[input, min], Broadcast[input, min]]:
    """No element less than `min`."""

@overload
@native("torch::clamp_max")
@raises(RuntimeError)
@computes(InOrder[input, max])
def clamp[D, S](input: Tensor[D, S], *, max: TensorOperand) -> Tensor[InOrder[input, max], Broadcast[input, max]]:
    """No element greater than `max`."""

@overload
@native("torch::clamp")
@raises(RuntimeError)
@computes(InOrder[input, min, max])
def clip[D, S](input: Tensor[D, S], min: TensorOperand, max: TensorOperand) -> Tensor[InOrder[input, min, max], Broadcast[input, min, max]]:
    """No element less than `min` and none greater than `max`."""

@overload
@native("torch::clamp_min")
@raises(RuntimeError)
@computes(InOrder[input, min])
def clip[D, S](input: Tensor[D, S], min: TensorOperand) -> Tensor[InOrder[input, min], Broadcast[input, min]]:
    """No element less than `min`."""

@overload
@native("torch::clamp_max")
@raises(RuntimeError)
@computes(InOrder[input, max])
def clip[D, S](input: Tensor[D, S], *, max: TensorOperand) -> Tensor[InOrder[input, max], Broadcast[input, max]]:
    """No element greater than `max`."""

@native("torch::clamp_min")
@raises(RuntimeError)
@computes(InOrder[input, min])
def clamp_min[D, S](input: Tensor[D, S], min: TensorOperand) -> Tensor[InOrder[input, min], Broadcast[input, min]]:
    """No element less than `min`."""

@native("torch::clamp_max")
@raises(RuntimeError)
@computes(InOrder[input, max])
def clamp_max[D, S](input: Tensor[D, S], max: TensorOperand) -> Tensor[InOrder[input, max], Broadcast[input, max]]:
    """No element greater than `max`."""

@native("torch::lerp")
@raises(RuntimeError)
def lerp[D, S, R](input: Tensor[D, S], end: Tensor[D, R], weight: float) -> Tensor[FloatOnly[input], Broadcast[input, end]]:
    """From one to the other by a weight."""

@native("torch::isclose")
@raises(RuntimeError)
def isclose[D, S, R](input: Tensor[D, S], other: Tensor[D, R], rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False) -> Tensor[bool, Broadcast[input, other]]:
    """Whether each two are close to one another."""

@native("torch::allclose")
@raises(RuntimeError)
def allclose[D, S, R](input: Tensor[D, S], other: Tensor[D, R], rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False) -> bool:
    """Whether all are close to one another."""

@native("torch::equal")
def equal[D, S, R](input: Tensor[D, S], other: Tensor[D, R]) -> bool:
    """Whether the shapes and all elements are the same."""

@overload
@native("torch::sum")
@raises(RuntimeError, IndexError)
@computes(Summing[input])
def sum[D, S](input: Tensor[D, S], dim: Axes = None, keepdim: bool = False) -> Tensor[Summing[input], Reduced[Summing[input], input, dim, keepdim]]:
    """The sum of the elements."""

@overload
@native("torch::sum_of")
@raises(RuntimeError, IndexError)
def sum[D, S, E](input: Tensor[D, S], dim: Axes, keepdim: bool = False, *, dtype: dtype[E]) -> Tensor[E, Reduced[E, input, dim, keepdim]]:
    """The sum of the elements, in a dtype."""

@overload
@native("torch::prod")
@raises(IndexError, RuntimeError)
@computes(Summing[input])
def prod[D, S](input: Tensor[D, S], dim: Axes = None, keepdim: bool = False) -> Tensor[Summing[input], Reduced[D, input, dim, keepdim]]:
    """The product of the elements."""

@overload
@native("torch::mean")
@raises(RuntimeError, IndexError)
def mean[D, S](input: Tensor[D, S], dim: Axes = None, keepdim: bool = False) -> Tensor[FloatOnly[input], Reduced[FloatOnly[input], input, dim, keepdim]]:
    """The mean of the elements."""

@overload
@native("torch::mean_of")
@raises(RuntimeError, IndexError)
def mean[D, S, E](input: Tensor[D, S], dim: Axes, keepdim: bool = False, *, dtype: dtype[E]) -> Tensor[E, Reduced[E, input, dim, keepdim]]:
    """The mean of the elements, in a dtype."""

@overload
@native("torch::var")
@raises(RuntimeError, IndexError)
def var[D, S](input: Tensor[D, S], dim: Axes = None, *, correction: int = 1, keepdim: bool = False) -> Tensor[FloatOnly[input], Reduced[D, input, dim, keepdim]]:
    """The variance."""

@overload
@native("torch::var_unbiased")
@raises(RuntimeError, IndexError)
def var[D, S](input: Tensor[D, S], dim: Axes, unbiased: bool, keepdim: bool = False) -> Tensor[FloatOnly[input], Reduced[D, input, dim, keepdim]]:
    """The variance."""

@overload
@native("torch::std")
@raises(RuntimeError, IndexError)
def std[D, S](input: Tensor[D, S], dim: Axes = None, *, correction: int = 1, keepdim: bool = False) -> Tensor[FloatOnly[input], Reduced[D, input, dim, keepdim]]:
    """The standard deviation."""

@overload
@native("torch::std_unbiased")
@raises(RuntimeError, IndexError)
def std[D, S](input: Tensor[D, S], dim: Axes, unbiased: bool, keepdim: bool = False) -> Tensor[FloatOnly[input], Reduced[D, input, dim, keepdim]]:
    """The standard deviation."""

@overload
@native("torch::any")
@raises(RuntimeError, IndexError)
@computes(TruthType[input])
def any[D, S](input: Tensor[D, S], dim: Axes = None, keepdim: bool = False) -> Tensor[TruthType[input], Reduced[TruthType[input], input, dim, keepdim]]:
    """Whether any element is true."""

@overload
@native("torch::all")
@raises(RuntimeError, IndexError)
@computes(TruthType[input])
def all[D, S](input: Tensor[D, S], dim: Axes = None, keepdim: bool = False) -> Tensor[TruthType[input], Reduced[TruthType[input], input, dim, keepdim]]:
    """Whether all elements are true."""

@overload
@native("torch::count_nonzero")
@raises(RuntimeError, IndexError)
def count_nonzero[D, S](input: Tensor[D, S], dim: Axes = None) -> Tensor[int64, Reduced[int64, input, dim, Literal[False]]]:
    """The number of elements that are not zero."""

@overload
@native("torch::max")
@raises(RuntimeError)
def max[D, S](input: Tensor[D, S]) -> Tensor[InOrder[input], None]:
    """The greatest element."""

@overload
@native("torch::max_along")
@raises(IndexError)
def max[D, S](input: Tensor[D, S], dim: int, keepdim: bool = False) -> tuple[Tensor[InOrder[input], Reduced[D, input, dim, keepdim]], Tensor[int64, Reduced[int64, input, dim, keepdim]]]:
    """The greatest elements along an axis, and their places."""

@overload
@native("torch::maximum")
@raises(RuntimeError)
@computes(InOrder[input, other])
def max[D, S, E, R](input: Tensor[D, S], other: Tensor[E, R]) -> Tensor[InOrder[input, other], Broadcast[input, other]]:
    """The greater of each two."""

@native("torch::amax")
@raises(IndexError, RuntimeError)
def amax[D, S](input: Tensor[D, S], dim: Axes, keepdim: bool = False) -> Tensor[InOrder[input], Reduced[D, input, dim, keepdim]]:
    """The greatest elements along axes."""

@overload
@native("torch::argmax")
@raises(IndexError)
def argmax[D, S](input: Tensor[D, S]) -> Tensor[int64, None]:
    """The place of the greatest element."""

@overload
@native("torch::argmax_along")
@raises(IndexError)
def argmax[D, S](input: Tensor[D, S], dim: int, keepdim: bool = False) -> Tensor[int64, Reduced[int64, input, dim, keepdim]]:
    """The places of the greatest elements along an axis."""

@overload
@native("torch::min")
@raises(RuntimeError)
def min[D, S](input: Tensor[D, S]) -> Tensor[InOrder[input], None]:
    """The least element."""

@overload
@native("torch::min_along")
@raises(IndexError)
def min[D, S](input: Tensor[D, S], dim: int, keepdim: bool = False) -> tuple[Tensor[InOrder[input], Reduced[D, input, dim, keepdim]], Tensor[int64, Reduced[int64, input, dim, keepdim]]]:
    """The least elements along an axis, and their places."""

@overload
@native("torch::minimum")
@raises(RuntimeError)
@computes(InOrder[input, other])
def min[D, S, E, R](input: Tensor[D, S], other: Tensor[E, R]) -> Tensor[InOrder[input, other], Broadcast[input, other]]:
    """The lesser of each two."""

@native("torch::amin")
@raises(IndexError, RuntimeError)
def amin[D, S](input: Tensor[D, S], dim: Axes, keepdim: bool = False) -> Tensor[InOrder[input], Reduced[D, input, dim, keepdim]]:
    """The least elements along axes."""

@overload
@native("torch::argmin")
@raises(IndexError)
def argmin[D, S](input: Tensor[D, S]) -> Tensor[int64, None]:
    """The place of the least element."""

@overload
@native("torch::argmin_along")
@raises(IndexError)
def argmin[D, S](input: Tensor[D, S], dim: int, keepdim: bool = False) -> Tensor[int64, Reduced[int64, input, dim, keepdim]]:
    """The places of the least elements along an axis."""

@overload
@native("torch::median_along")
@raises(IndexError)
def median[D, S](input: Tensor[D, S], dim: int, keepdim: bool = False) -> tuple[Tensor[InOrder[input], Reduced[D, input, dim, keepdim]], Tensor[int64, Reduced[int64, input, dim, keepdim]]]:
    """The lower of the two in the middle along an axis, and their places."""

@overload
@native("torch::median")
@raises(RuntimeError)
def median[D, S](input: Tensor[D, S]) -> Tensor[InOrder[input], None]:
    """The lower of the two elements in the middle."""

@overload
@native("torch::cumsum_of")
@raises(IndexError)
def cumsum[D, S, E](input: Tensor[D, S], dim: int, *, dtype: dtype[E]) -> Tensor[E, S]:
    """Running sums along an axis, in a dtype."""

@overload
@native("torch::cumsum")
@raises(IndexError)
@computes(Summing[input])
def cumsum[D, S](input: Tensor[D, S], dim: int) -> Tensor[Summing[input], S]:
    """Running sums along an axis."""

@overload
@native("torch::cumprod_of")
@raises(IndexError)
def cumprod[D, S, E](input: Tensor[D, S], dim: int, *, dtype: dtype[E]) -> Tensor[E, S]:
    """Running products along an axis, in a dtype."""

@overload
@native("torch::cumprod")
@raises(IndexError)
@computes(Summing[input])
def cumprod[D, S](input: Tensor[D, S], dim: int) -> Tensor[Summing[input], S]:
    """Running products along an axis."""

@native("torch::logsumexp")
@raises(IndexError, RuntimeError)
def logsumexp[D, S](input: Tensor[D, S], dim: Axes, keepdim: bool = False) -> Tensor[FloatOnly[input], Reduced[D, input, dim, keepdim]]:
    """The logarithm of the sum of powers of e."""

@overload
@native("torch::norm")
@raises(IndexError, RuntimeError)
def norm[D, S](input: Tensor[D, S], p: float = 2.0, dim: Axes = None, keepdim: bool = False) -> Tensor[FloatOnly[input], Reduced[D, input, dim, keepdim]]:
    """A norm of the elements along axes."""

@overload
@native("torch::reshape")
@raises(RuntimeError)
def reshape[D, S](input: Tensor[D, S], shape: Shape) -> Tensor[D, Reshape[input, shape]]:
    """The elements in another shape."""

@overload
@native("torch::permute")
@raises(RuntimeError, IndexError)
def permute[D, S](input: Tensor[D, S], dims: Shape) -> Tensor[D, Transpose[input, dims]]:
    """The axes in another order: a view."""

@native("torch::transpose")
@raises(IndexError)
def transpose[D, S](input: Tensor[D, S], dim0: int, dim1: int) -> Tensor[D, Swapaxes[input, dim0, dim1]]:
    """Two axes exchanged: a view."""

@native("torch::transpose")
@raises(IndexError)
def swapaxes[D, S](input: Tensor[D, S], dim0: int, dim1: int) -> Tensor[D, Swapaxes[input, dim0, dim1]]:
    """Two axes exchanged: a view."""

@native("torch::transpose")
@raises(IndexError)
def swapdims[D, S](input: Tensor[D, S], dim0: int, dim1: int) -> Tensor[D, Swapaxes[input, dim0, dim1]]:
    """Two axes exchanged: a view."""

@native("torch::t")
@raises(RuntimeError)
def t[D, S](input: Tensor[D, S]) -> Tensor[D, Transpose[input]]:
    """A matrix turned over: a view."""

@native("torch::movedim")
@raises(IndexError)
def movedim[D, S](input: Tensor[D, S], source: int, destination: int) -> Tensor[D, Moved[input, source, destination]]:
    """An axis moved elsewhere: a view."""

@native("torch::movedim")
@raises(IndexError)
def moveaxis[D, S](input: Tensor[D, S], source: int, destination: int) -> Tensor[D, Moved[input, source, destination]]:
    """An axis moved elsewhere: a view."""

@overload
@native("torch::squeeze")
@raises(RuntimeError)
def squeeze[D, S](input: Tensor[D, S]) -> Tensor[D, Squeeze[input, Literal[None]]]:
    """Without the axes of length one: a view."""

@overload
@native("torch::squeeze_dim")
@raises(RuntimeError, IndexError)
def squeeze[D, S](input: Tensor[D, S], dim: Axes) -> Tensor[D, Squeeze[input, dim]]:
    """Without axes of length one: a view."""

@native("torch::unsqueeze")
@raises(IndexError)
def unsqueeze[D, S](input: Tensor[D, S], dim: int) -> Tensor[D, ExpandDims[input, dim]]:
    """A new axis of length one: a view."""

@native("torch::flatten")
@raises(IndexError, RuntimeError)
def flatten[D, S](input: Tensor[D, S], start_dim: int = 0, end_dim: int = -1) -> Tensor[D, Flattened[input, start_dim, end_dim]]:
    """Axes made one."""

@native("torch::flatten_all")
@raises(IndexError, RuntimeError)
def ravel[D, S](input: Tensor[D, S]) -> Tensor[D, Flattened[input, Literal[0], Literal[-1]]]:
    """All axes made one."""

@native("torch::expand")
@raises(RuntimeError)
def broadcast_to[D, S](input: Tensor[D, S], size: Shape) -> Tensor[D, Expanded[input, size]]:
    """Axes of length one repeated: a view."""

@native("torch::repeat_interleave")
@raises(RuntimeError, IndexError)
def repeat_interleave[D, S](input: Tensor[D, S], repeats: int, dim: int | None = None) -> Tensor[D, Repeated[input, dim]]:
    """Each element several times."""

@overload
@native("torch::flip")
@raises(IndexError, RuntimeError)
def flip[D, S](input: Tensor[D, S], dims: Shape) -> Tensor[D, S]:
    """Axes backwards, in a copy."""

@overload
@native("torch::roll_flat")
@raises(RuntimeError)
def roll[D, S](input: Tensor[D, S], shifts: int, dims: None = None) -> Tensor[D, S]:
    """All elements moved round."""

@overload
@native("torch::roll")
@raises(IndexError, RuntimeError)
def roll[D, S](input: Tensor[D, S], shifts: int, dims: int) -> Tensor[D, S]:
    """The elements moved round along an axis."""

@native("torch::diagonal")
@raises(IndexError, RuntimeError)
def diagonal[D, S](input: Tensor[D, S], offset: int = 0, dim1: int = 0, dim2: int = 1) -> Tensor[D, Diagonal[input, dim1, dim2]]:
    """The diagonals of matrices."""

@native("torch::narrow")
@raises(IndexError, RuntimeError)
def narrow[D, S](input: Tensor[D, S], dim: int, start: int, length: int) -> Tensor[D, Resized[input, dim, length]]:
    """A part along an axis: a view."""

@native("torch::tril")
@raises(RuntimeError)
def tril[D, S](input: Tensor[D, S], diagonal: int = 0) -> Tensor[D, S]:
    """The lower triangles of matrices."""

@native("torch::triu")
@raises(RuntimeError)
def triu[D, S](input: Tensor[D, S], diagonal: int = 0) -> Tensor[D, S]:
    """The upper triangles of matrices."""

@native("torch::cat")
@raises(RuntimeError, IndexError)
def cat(tensors: Tensors, dim: int = 0) -> Tensor[DTypeOf[tensors], Concatenate[tensors, dim]]:
    """Tensors one after the other along an axis."""

@native("torch::cat")
@raises(RuntimeError, IndexError)
def concat(tensors: Tensors, dim: int = 0) -> Tensor[DTypeOf[tensors], Concatenate[tensors, dim]]:
    """Tensors one after the other along an axis."""

@native("torch::cat")
@raises(RuntimeError, IndexError)
def concatenate(tensors: Tensors, dim: int = 0) -> Tensor[DTypeOf[tensors], Concatenate[tensors, dim]]:
    """Tensors one after the other along an axis."""

@native("torch::stack")
@raises(RuntimeError, IndexError)
def stack(tensors: Tensors, dim: int = 0) -> Tensor[DTypeOf[tensors], Stack[tensors, dim]]:
    """Tensors side by side along a new axis."""

@native("torch::chunk")
@raises(RuntimeError, IndexError)
def chunk[D, S](input: Tensor[D, S], chunks: int, dim: int = 0) -> list[Tensor[D, SplitDims[input, dim]]]:
    """At most so many parts of equal length: views."""

@overload
@native("torch::split")
@raises(RuntimeError, IndexError)
def split[D, S](input: Tensor[D, S], split_size: int, dim: int = 0) -> list[Tensor[D, SplitDims[input, dim]]]:
    """Parts of that length: views."""

@overload
@native("torch::split_sizes")
@raises(RuntimeError, IndexError)
def split[D, S](input: Tensor[D, S], split_size: Shape, dim: int = 0) -> list[Tensor[D, SplitDims[input, dim]]]:
    """Parts of these lengths: views."""

@native("torch::unbind")
@raises(IndexError)
def unbind[D, S](input: Tensor[D, S], dim: int = 0) -> list[Tensor[D, ReducedAxis[D, input, dim]]]:
    """The slices along an axis: views."""

@native("torch::where")
@raises(RuntimeError)
@computes(ResultType[input, other])
def where[Q](condition: Tensor[bool, Q], input: TensorOperand, other: TensorOperand) -> Tensor[ResultType[input, other], Broadcast[condition, input, other]]:
    """Elements of one or the other."""

@native("torch::nonzero")
@raises(RuntimeError)
def nonzero[D, S](input: Tensor[D, S]) -> Tensor[int64, NonzeroDims[input]]:
    """The places of elements that are not zero."""

@native("torch::nonzero")
@raises(RuntimeError)
def argwhere[D, S](input: Tensor[D, S]) -> Tensor[int64, NonzeroDims[input]]:
    """The places of elements that are not zero."""

@native("torch::masked_fill")
@raises(RuntimeError)
def masked_fill[D, S, R](input: Tensor[D, S], mask: Tensor[bool, R], value: TensorOperand) -> Tensor[D, Broadcast[input, mask]]:
    """The elements, and a value where the mask is true."""

@native("torch::masked_select")
@raises(RuntimeError)
def masked_select[D, S, R](input: Tensor[D, S], mask: Tensor[bool, R]) -> Tensor[D, AnyLength[input]]:
    """The elements where the mask is true."""

@native("torch::index_select")
@raises(IndexError, RuntimeError)
def index_select[D, S, E, R](input: Tensor[D, S], dim: int, index: Tensor[E, R]) -> Tensor[D, SplitDims[input, dim]]:
    """The slices at places along an axis."""

@native("torch::gather")
@raises(IndexError, RuntimeError)
def gather[D, S, R](input: Tensor[D, S], dim: int, index: Tensor[int64, R]) -> Tensor[D, R]:
    """Elements by their places along an axis."""

@overload
@native("torch::scatter")
@raises(IndexError, RuntimeError)
def scatter[D, S, R, Q](input: Tensor[D, S], dim: int, index: Tensor[int64, R], src: Tensor[D, Q]) -> Tensor[D, S]:
    """Elements put in by their places along an axis."""

@overload
@native("torch::scatter_value")
@raises(IndexError, RuntimeError)
def scatter[D, S, R](input: Tensor[D, S], dim: int, index: Tensor[int64, R], value: TensorOperand) -> Tensor[D, S]:
    """A number put in by places along an axis."""

@native("torch::scatter_add")
@raises(IndexError, RuntimeError)
def scatter_add[D, S, R, Q](input: Tensor[D, S], dim: int, index: Tensor[int64, R], src: Tensor[D, Q]) -> Tensor[D, S]:
    """Elements added by their places along an axis."""

@native("torch::sort")
@raises(IndexError, RuntimeError)
def sort[D, S](input: Tensor[D, S], dim: int = -1, descending: bool = False, stable: bool = False) -> tuple[Tensor[InOrder[input], S], Tensor[int64, S]]:
    """The elements in order, and where they stood."""

@native("torch::argsort")
@raises(IndexError, RuntimeError)
def argsort[D, S](input: Tensor[D, S], dim: int = -1, descending: bool = False, stable: bool = False) -> Tensor[int64, S]:
    """The places that would sort the elements."""

@native("torch::topk")
@raises(IndexError, RuntimeError)
def topk[D, S](input: Tensor[D, S], k: int, dim: int = -1, largest: bool = True, sorted: bool = True) -> tuple[Tensor[InOrder[input], Resized[input, dim, k]], Tensor[int64, Resized[input, dim, k]]]:
    """The greatest or least elements, and their places."""

@native("torch::kthvalue")
@raises(IndexError, RuntimeError)
def kthvalue[D, S](input: Tensor[D, S], k: int, dim: int = -1, keepdim: bool = False) -> tuple[Tensor[InOrder[input], Reduced[D, input, dim, keepdim]], Tensor[int64, Reduced[int64, input, dim, keepdim]]]:
    """The k-th least elements, and their places."""

@overload
@native("torch::unique_inverse")
@raises(RuntimeError)
def unique[D, S](input: Tensor[D, S], *, return_inverse: Literal[True]) -> tuple[Tensor[InOrder[input], AnyLength[input]], Tensor[int64, S]]:
    """The elements in order, each once; and the place of every element among them, how often each was there."""

@overload
@native("torch::unique_counts")
@raises(RuntimeError)
def unique[D, S](input: Tensor[D, S], *, return_counts: Literal[True]) -> tuple[Tensor[InOrder[input], AnyLength[input]], Tensor[int64, AnyLength[input]]]:
    """The elements in order, each once; and the place of every element among them, how often each was there."""

@overload
@native("torch::unique_all")
@raises(RuntimeError)
def unique[D, S](input: Tensor[D, S], *, return_inverse: Literal[True], return_counts: Literal[True]) -> tuple[Tensor[InOrder[input], AnyLength[input]], Tensor[int64, S], Tensor[int64, AnyLength[input]]]:
    """The elements in order, each once; and the place of every element among them, how often each was there."""

@overload
@native("torch::unique")
@raises(RuntimeError)
def unique[D, S](input: Tensor[D, S], dim: None = None) -> Tensor[InOrder[input], AnyLength[input]]:
    """The elements in order, each once."""

@overload
@native("torch::unique_dim")
@raises(IndexError)
def unique[D, S](input: Tensor[D, S], *, dim: int) -> Tensor[InOrder[input], OtherLength[input, dim]]:
    """The parts along an axis in order, each once."""

@native("torch::bincount")
@raises(RuntimeError)
def bincount[D, S](input: Tensor[D, S], *, minlength: int = 0) -> Tensor[int64, AnyLength[input]]:
    """How often each number occurs."""

@native("torch::matmul")
@raises(RuntimeError)
def matmul[D, S, E, R](input: Tensor[D, S], other: Tensor[E, R]) -> Tensor[SameDType[input, other], Product[input, other]]:
    """The matrix product."""

@native("torch::mm")
@raises(RuntimeError)
def mm[D, S, E, R](input: Tensor[D, S], mat2: Tensor[E, R]) -> Tensor[SameDType[input, mat2], Product[input, mat2]]:
    """The matrix product."""

@native("torch::bmm")
@raises(RuntimeError)
def bmm[D, S, E, R](input: Tensor[D, S], mat2: Tensor[E, R]) -> Tensor[SameDType[input, mat2], Product[input, mat2]]:
    """The matrix product."""

@native("torch::mv")
@raises(RuntimeError)
def mv[D, S, E, R](input: Tensor[D, S], vec: Tensor[E, R]) -> Tensor[SameDType[input, vec], Product[input, vec]]:
    """The matrix product."""

@native("torch::dot")
@raises(RuntimeError)
def dot[D, S, E, R](input: Tensor[D, S], tensor: Tensor[E, R]) -> Tensor[SameDType[input, tensor], Product[input, tensor]]:
    """The matrix product."""

@native("torch::outer")
@raises(RuntimeError, IndexError)
def outer[D, S, E, R](input: Tensor[D, S], vec2: Tensor[E, R]) -> Tensor[SameDType[input, vec2], Outer[input, vec2]]:
    """Every product of two elements."""

@overload
@raises(RuntimeError)
def einsum[D, S](equation: str, *operands: Tensor[D, S]) -> Tensor[D, EinsumScalar[equation, operands]]:
    """Sums of products over axes named by letters."""

@overload
@raises(RuntimeError)
def einsum[D, S](equation: str, *operands: Tensor[D, S]) -> Tensor[D, Einsum[equation, operands]]:
    """Sums of products over axes named by letters."""

@raises(RuntimeError)
def cdist[D, S, R](x1: Tensor[D, S], x2: Tensor[D, R], p: float = 2.0) -> Tensor[FloatOnly[x1], Distances[x1, x2]]:
    """The distance of each row from each."""

@native("torch::nn::functional::softmax")
@raises(IndexError)
def softmax[D, S](input: Tensor[D, S], dim: int) -> Tensor[FloatOnly[input], S]:
    """Chances that are one together."""

@native("torch::nn::functional::log_softmax")
@raises(IndexError)
def log_softmax[D, S](input: Tensor[D, S], dim: int) -> Tensor[FloatOnly[input], S]:
    """The logarithms of chances."""

@native("torch::nn::functional::relu")
def relu[D, S](input: Tensor[D, S]) -> Tensor[InOrder[Negated[input]], S]:
    """Negative numbers made zero."""

@native("torch::nn::functional::cosine_similarity")
@raises(RuntimeError, IndexError)
def cosine_similarity[D, S, R](x1: Tensor[D, S], x2: Tensor[D, R], dim: int = 1, eps: float = 1e-08) -> Tensor[FloatOnly[x1], ReducedAxis[D, x1, dim]]:
    """The cosine of the angle between vectors."""

@native("torch::tensor::numel")
def numel[D, S](input: Tensor[D, S]) -> int:
    """The number of elements."""

@native("torch::tensor::clone")
def clone[D, S](input: Tensor[D, S]) -> Tensor[D, S]:
    """A copy."""

@native("torch::is_tensor")
def is_tensor[D, S](obj: Tensor[D, S]) -> bool:
    """Whether it is a tensor."""

@native("torch::tensor::is_floating_point")
def is_floating_point[D, S](input: Tensor[D, S]) -> bool:
    """Whether the elements are floating-point numbers."""

@computes(Floating[input])
def erf[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """The error function."""

@computes(Floating[input])
def erfc[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """One less the error function."""

@computes(Floating[input])
def acosh[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """The inverse hyperbolic cosine."""

@computes(Floating[input])
def asinh[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """The inverse hyperbolic sine."""

@computes(Floating[input])
def atanh[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """The inverse hyperbolic tangent."""

@computes(Floating[input])
def logit[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """The logarithm of `x / (1 - x)`."""

@computes(Floating[input])
def sinc[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`sin(pi x) / (pi x)`."""

@computes(Floating[input])
def lgamma[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """The logarithm of the gamma function's size."""

def frac[D, S](input: Tensor[D, S]) -> Tensor[FloatOnly[input], S]:
    """What is left without the whole part."""

@native("torch::sign")
def sgn[D, S](input: Tensor[D, S]) -> Tensor[Negated[input], S]:
    """-1, 0 or 1 by the sign."""

@raises(RuntimeError)
@computes(RealNumbers[input, other])
def fmod[D, S](input: Tensor[D, S], other: TensorOperand) -> Tensor[RealNumbers[input, other], Broadcast[input, other]]:
    """What the division leaves, with the sign of the dividend."""

@raises(RuntimeError)
@computes(InOrder[input, other])
def fmax[D, S, E, R](input: Tensor[D, S], other: Tensor[E, R]) -> Tensor[InOrder[input, other], Broadcast[input, other]]:
    """The greater of each two; NaN only where both are."""

@raises(RuntimeError)
@computes(InOrder[input, other])
def fmin[D, S, E, R](input: Tensor[D, S], other: Tensor[E, R]) -> Tensor[InOrder[input, other], Broadcast[input, other]]:
    """The lesser of each two; NaN only where both are."""

@raises(RuntimeError)
def logaddexp[D, S, R](input: Tensor[D, S], other: Tensor[D, R]) -> Tensor[FloatOnly[input], Broadcast[input, other]]:
    """The logarithm of the sum of powers of e."""

@raises(RuntimeError)
def heaviside[D, S, R](input: Tensor[D, S], values: Tensor[D, R]) -> Tensor[InOrder[input], Broadcast[input, values]]:
    """0 or 1 by the sign, the value at zero."""

@raises(RuntimeError)
@computes(Floating[input, other])
def xlogy[D, S](input: Tensor[D, S], other: TensorOperand) -> Tensor[Floating[input, other], Broadcast[input, other]]:
    """`x * log(y)`, zero where `x` is."""

@raises(RuntimeError)
@computes(Bitwise[input, other])
def bitwise_left_shift[D, S](input: Tensor[D, S], other: TensorOperand) -> Tensor[Bitwise[input, other], Broadcast[input, other]]:
    """The bits moved up."""

@raises(RuntimeError)
@computes(Bitwise[input, other])
def bitwise_right_shift[D, S](input: Tensor[D, S], other: TensorOperand) -> Tensor[Bitwise[input, other], Broadcast[input, other]]:
    """The bits moved down."""

@raises(RuntimeError, IndexError)
@computes(Summing[input])
def nansum[D, S](input: Tensor[D, S], dim: Axes = None, keepdim: bool = False) -> Tensor[Summing[input], Reduced[Summing[input], input, dim, keepdim]]:
    """The sum of the elements that are not NaN."""

@raises(RuntimeError, IndexError)
def nanmean[D, S](input: Tensor[D, S], dim: Axes = None, keepdim: bool = False) -> Tensor[FloatOnly[input], Reduced[D, input, dim, keepdim]]:
    """The mean of the elements that are not NaN."""

@overload
@raises(RuntimeError)
def nanmedian[D, S](input: Tensor[D, S]) -> Tensor[InOrder[input], None]:
    """The lower of the two in the middle of those that are not NaN."""

@overload
@native("torch::nanmedian_along")
@raises(IndexError)
def nanmedian[D, S](input: Tensor[D, S], dim: int, keepdim: bool = False) -> tuple[Tensor[InOrder[input], Reduced[D, input, dim, keepdim]], Tensor[int64, Reduced[int64, input, dim, keepdim]]]:
    """The lower of the two in the middle along an axis, and their places."""

@raises(IndexError)
def mode[D, S](input: Tensor[D, S], dim: int = -1, keepdim: bool = False) -> tuple[Tensor[InOrder[input], Reduced[D, input, dim, keepdim]], Tensor[int64, Reduced[int64, input, dim, keepdim]]]:
    """The elements that occur most often along an axis, and their places."""

@overload
@native("torch::quantile_of_all")
@raises(RuntimeError, IndexError)
def quantile[D, S](input: Tensor[D, S], q: float, dim: None = None, keepdim: Literal[False] = False, *, interpolation: str = "linear") -> Tensor[FloatOnly[input], None]:
    """What a share of all elements lies below."""

@overload
@raises(RuntimeError, IndexError)
def quantile[D, S](input: Tensor[D, S], q: float, dim: int, keepdim: bool = False, *, interpolation: str = "linear") -> Tensor[FloatOnly[input], Reduced[D, input, dim, keepdim]]:
    """What a share of the elements along an axis lies below."""

@overload
@native("torch::quantile_many")
@raises(RuntimeError, IndexError)
def quantile[D, S, Q](input: Tensor[D, S], q: Tensor[D, Q], dim: int | None = None, keepdim: bool = False, *, interpolation: str = "linear") -> Tensor[FloatOnly[input], QuantilesDims[input, q, dim, keepdim]]:
    """What shares of the elements lie below: the axis of `q` comes first."""

@overload
@native("torch::nanquantile_of_all")
@raises(RuntimeError, IndexError)
def nanquantile[D, S](input: Tensor[D, S], q: float, dim: None = None, keepdim: Literal[False] = False, *, interpolation: str = "linear") -> Tensor[FloatOnly[input], None]:
    """What a share of all elements lies below of those that are not NaN."""

@overload
@raises(RuntimeError, IndexError)
def nanquantile[D, S](input: Tensor[D, S], q: float, dim: int, keepdim: bool = False, *, interpolation: str = "linear") -> Tensor[FloatOnly[input], Reduced[D, input, dim, keepdim]]:
    """What a share of the elements along an axis lies below of those that are not NaN."""

@overload
@native("torch::nanquantile_many")
@raises(RuntimeError, IndexError)
def nanquantile[D, S, Q](input: Tensor[D, S], q: Tensor[D, Q], dim: int | None = None, keepdim: bool = False, *, interpolation: str = "linear") -> Tensor[FloatOnly[input], QuantilesDims[input, q, dim, keepdim]]:
    """What shares of the elements lie below of those that are not NaN: the axis of `q` comes first."""

@raises(RuntimeError, IndexError)
def aminmax[D, S](input: Tensor[D, S], *, dim: int | None = None, keepdim: bool = False) -> tuple[Tensor[InOrder[input], Reduced[D, input, dim, keepdim]], Tensor[InOrder[input], Reduced[D, input, dim, keepdim]]]:
    """The least and the greatest elements."""

@overload
@raises(RuntimeError, IndexError)
def std_mean[D, S](input: Tensor[D, S], dim: Axes = None, *, correction: int = 1, keepdim: bool = False) -> tuple[Tensor[FloatOnly[input], Reduced[D, input, dim, keepdim]], Tensor[FloatOnly[input], Reduced[D, input, dim, keepdim]]]:
    """The standard deviation and the mean."""

@overload
@native("torch::std_mean_unbiased")
@raises(RuntimeError, IndexError)
def std_mean[D, S](input: Tensor[D, S], dim: Axes, unbiased: bool, keepdim: bool = False) -> tuple[Tensor[FloatOnly[input], Reduced[D, input, dim, keepdim]], Tensor[FloatOnly[input], Reduced[D, input, dim, keepdim]]]:
    """The standard deviation and the mean."""

@overload
@raises(RuntimeError, IndexError)
def var_mean[D, S](input: Tensor[D, S], dim: Axes = None, *, correction: int = 1, keepdim: bool = False) -> tuple[Tensor[FloatOnly[input], Reduced[D, input, dim, keepdim]], Tensor[FloatOnly[input], Reduced[D, input, dim, keepdim]]]:
    """The variance and the mean."""

@overload
@native("torch::var_mean_unbiased")
@raises(RuntimeError, IndexError)
def var_mean[D, S](input: Tensor[D, S], dim: Axes, unbiased: bool, keepdim: bool = False) -> tuple[Tensor[FloatOnly[input], Reduced[D, input, dim, keepdim]], Tensor[FloatOnly[input], Reduced[D, input, dim, keepdim]]]:
    """The variance and the mean."""

@raises(IndexError)
def cummax[D, S](input: Tensor[D, S], dim: int) -> tuple[Tensor[InOrder[input], S], Tensor[int64, S]]:
    """The greatest so far along an axis, and their places."""

@raises(IndexError)
def cummin[D, S](input: Tensor[D, S], dim: int) -> tuple[Tensor[InOrder[input], S], Tensor[int64, S]]:
    """The least so far along an axis, and their places."""

@raises(IndexError)
def logcumsumexp[D, S](input: Tensor[D, S], dim: int) -> Tensor[FloatOnly[input], S]:
    """The logarithms of running sums of powers of e."""

@raises(RuntimeError)
def histc[D, S](input: Tensor[D, S], bins: int = 100, min: float = 0, max: float = 0) -> Tensor[FloatOnly[input], AnyLength[input]]:
    """How many elements each interval has."""

@raises(RuntimeError, IndexError)
def diff[D, S](input: Tensor[D, S], n: int = 1, dim: int = -1) -> Tensor[Negated[input], OtherLength[input, dim]]:
    """The differences between neighbours."""

@raises(IndexError, RuntimeError)
def index_add[D, S, Q, R](input: Tensor[D, S], dim: int, index: Tensor[int64, Q], source: Tensor[D, R]) -> Tensor[D, S]:
    """Slices added at places along an axis."""

@raises(IndexError, RuntimeError)
def index_copy[D, S, Q, R](input: Tensor[D, S], dim: int, index: Tensor[int64, Q], source: Tensor[D, R]) -> Tensor[D, S]:
    """Slices stored at places along an axis."""

@raises(IndexError, RuntimeError)
def index_fill[D, S, Q](input: Tensor[D, S], dim: int, index: Tensor[int64, Q], value: TensorOperand) -> Tensor[D, S]:
    """A value stored at places along an axis."""

@raises(RuntimeError)
def masked_scatter[D, S, Q, R](input: Tensor[D, S], mask: Tensor[bool, Q], source: Tensor[D, R]) -> Tensor[D, Broadcast[input, mask]]:
    """The elements of another, one after the other, where the mask is true."""

@raises(IndexError)
def take[D, S, Q](input: Tensor[D, S], index: Tensor[int64, Q]) -> Tensor[D, Q]:
    """Elements by their places in the flat tensor."""

@raises(IndexError, RuntimeError)
def take_along_dim[D, S, Q](input: Tensor[D, S], indices: Tensor[int64, Q], dim: int) -> Tensor[D, TakenAlong[input, indices, dim]]:
    """Elements by their places along an axis."""

@raises(IndexError)
def select[D, S](input: Tensor[D, S], dim: int, index: int) -> Tensor[D, Reduced[D, input, dim, Literal[False]]]:
    """One place along an axis: a view."""

@raises(IndexError, RuntimeError)
def scatter_reduce[D, S, Q, R](input: Tensor[D, S], dim: int, index: Tensor[int64, Q], src: Tensor[D, R], reduce: Literal["sum", "prod", "amax", "amin"], *, include_self: bool = True) -> Tensor[InOrder[input], S]:
    """Elements joined by their places along an axis."""

@raises(RuntimeError)
def searchsorted[D, S, R](sorted_sequence: Tensor[D, S], input: Tensor[D, R], *, right: bool = False) -> Tensor[int64, R]:
    """Where the elements would go into sorted rows."""

@raises(RuntimeError)
def bucketize[D, S, R](input: Tensor[D, S], boundaries: Tensor[D, R], *, right: bool = False) -> Tensor[int64, S]:
    """Between which boundaries each element lies."""

def isin[D, S, R](elements: Tensor[D, S], test_elements: Tensor[D, R], *, invert: bool = False) -> Tensor[bool, S]:
    """Whether each element is among the others."""

@raises(RuntimeError)
def msort[D, S](input: Tensor[D, S]) -> Tensor[InOrder[input], S]:
    """The elements in order along the first axis."""

def unique_consecutive[D, S](input: Tensor[D, S]) -> Tensor[InOrder[input], AnyLength[input]]:
    """Equal neighbours made one."""

@native("torch::addmm")
@raises(RuntimeError)
def addmm[D, S, Q, R](input: Tensor[D, S], mat1: Tensor[D, Q], mat2: Tensor[D, R], *, beta: float = 1.0, alpha: float = 1.0) -> Tensor[FloatOnly[input], Product[mat1, mat2]]:
    """A matrix product and what is added to it."""

@native("torch::baddbmm")
@raises(RuntimeError)
def baddbmm[D, S, Q, R](input: Tensor[D, S], batch1: Tensor[D, Q], batch2: Tensor[D, R], *, beta: float = 1.0, alpha: float = 1.0) -> Tensor[FloatOnly[input], Product[batch1, batch2]]:
    """Matrix products and what is added to them."""

@raises(RuntimeError)
def addcmul[D, S, Q, R](input: Tensor[D, S], tensor1: Tensor[D, Q], tensor2: Tensor[D, R], *, value: float = 1.0) -> Tensor[FloatOnly[input], Broadcast[input, tensor1, tensor2]]:
    """The product of two, added."""

@raises(RuntimeError)
def addcdiv[D, S, Q, R](input: Tensor[D, S], tensor1: Tensor[D, Q], tensor2: Tensor[D, R], *, value: float = 1.0) -> Tensor[FloatOnly[input], Broadcast[input, tensor1, tensor2]]:
    """The quotient of two, added."""

@native("torch::dot")
@raises(RuntimeError)
def vdot[D, S, R](input: Tensor[D, S], other: Tensor[D, R]) -> Tensor[D, Product[input, other]]:
    """The product of two vectors."""

@raises(RuntimeError)
@computes(Summing[input])
def trace[D, S](input: Tensor[D, S]) -> Tensor[Summing[input], None]:
    """The sum of the diagonal of a matrix."""

@raises(RuntimeError)
def diag[D, S](input: Tensor[D, S], diagonal: int = 0) -> Tensor[D, Diag[input]]:
    """A matrix of a diagonal, or the diagonal of a matrix."""

@raises(RuntimeError)
def kron[D, S, R](input: Tensor[D, S], other: Tensor[D, R]) -> Tensor[D, Kron[input, other]]:
    """Each element of the one times all of the other."""

@raises(RuntimeError)
def tensordot[D, S, R](a: Tensor[D, S], b: Tensor[D, R], dims: int = 2) -> Tensor[D, Tensordot[a, b, dims]]:
    """The sums of products over pairs of axes."""

@native("torch::tile")
@raises(RuntimeError)
def tile[D, S](input: Tensor[D, S], dims: Shape) -> Tensor[D, Repeats[input, dims]]:
    """The tensor side by side with itself."""

@overload
@raises(RuntimeError)
def meshgrid[D, S, R](a: Tensor[D, S], b: Tensor[D, R], /, *, indexing: Literal["ij", "xy"] = "ij") -> tuple[Tensor[D, AnyMatrix[a]], Tensor[D, AnyMatrix[a]]]:
    """The coordinates of a grid, a matrix for each of two axes."""

@overload
@native("torch::meshgrid_3")
@raises(RuntimeError)
def meshgrid[D, S, R, Q](a: Tensor[D, S], b: Tensor[D, R], c: Tensor[D, Q], /, *, indexing: Literal["ij", "xy"] = "ij") -> tuple[Tensor[D, AnyCube[a]], Tensor[D, AnyCube[a]], Tensor[D, AnyCube[a]]]:
    """The coordinates of a grid, for each of three axes."""

@raises(RuntimeError)
def cartesian_prod[D, S, R](a: Tensor[D, S], b: Tensor[D, R], /) -> Tensor[D, AnyMatrix[a]]:
    """Every pair of an element of the one and of the other."""

@raises(RuntimeError, IndexError)
def tensor_split[D, S](input: Tensor[D, S], sections: int, dim: int = 0) -> list[Tensor[D, SplitDims[input, dim]]]:
    """Parts of nearly equal length: views."""

@raises(RuntimeError)
def fliplr[D, S](input: Tensor[D, S]) -> Tensor[D, S]:
    """The second axis backwards."""

@raises(RuntimeError)
def flipud[D, S](input: Tensor[D, S]) -> Tensor[D, S]:
    """The first axis backwards."""

@raises(RuntimeError)
def triu_indices(row: int, col: int, offset: int = 0) -> Tensor[int64, AnyMatrix[row]]:
    """The places of the upper triangle: rows, then columns."""

@raises(RuntimeError)
def tril_indices(row: int, col: int, offset: int = 0) -> Tensor[int64, AnyMatrix[row]]:
    """The places of the lower triangle: rows, then columns."""

@raises(RuntimeError)
def logspace[E](start: float, end: float, steps: int, base: float = 10.0, *, dtype: dtype[E] = "float32") -> Tensor[E, SizeDims[steps]]:
    """Powers at equal distances of their exponents."""
