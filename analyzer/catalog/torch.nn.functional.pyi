"""What networks are made of: `import torch.nn.functional as F`."""

def silu[D, S](input: Tensor[D, S]) -> Tensor[FloatOnly[input], S]:
    """`x * sigmoid(x)`."""

def logsigmoid[D, S](input: Tensor[D, S]) -> Tensor[FloatOnly[input], S]:
    """The logarithm of the sigmoid."""

def hardsigmoid[D, S](input: Tensor[D, S]) -> Tensor[FloatOnly[input], S]:
    """A sigmoid of straight lines."""

def hardswish[D, S](input: Tensor[D, S]) -> Tensor[FloatOnly[input], S]:
    """`x * hardsigmoid(x)`."""

def mish[D, S](input: Tensor[D, S]) -> Tensor[FloatOnly[input], S]:
    """`x * tanh(softplus(x))`."""

def selu[D, S](input: Tensor[D, S]) -> Tensor[FloatOnly[input], S]:
    """Negative numbers bent, all scaled."""

def leaky_relu[D, S](input: Tensor[D, S], negative_slope: float = 0.01) -> Tensor[FloatOnly[input], S]:
    """Negative numbers made small."""

def elu[D, S](input: Tensor[D, S], alpha: float = 1.0) -> Tensor[FloatOnly[input], S]:
    """Negative numbers bent."""

def softplus[D, S](input: Tensor[D, S], beta: float = 1.0, threshold: float = 20.0) -> Tensor[FloatOnly[input], S]:
    """A smooth `relu`."""

def relu[D, S](input: Tensor[D, S]) -> Tensor[InOrder[Negated[input]], S]:
    """Negative numbers made zero."""

def relu6[D, S](input: Tensor[D, S]) -> Tensor[InOrder[Negated[input]], S]:
    """Between 0 and 6."""

@raises(RuntimeError)
def gelu[D, S](input: Tensor[D, S], approximate: str = "none") -> Tensor[FloatOnly[input], S]:
    """`x` times the chance of what is less."""

@native("torch::sigmoid")
@computes(Floating[input])
def sigmoid[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """`1 / (1 + exp(-x))`."""

@native("torch::tanh")
@computes(Floating[input])
def tanh[D, S](input: Tensor[D, S]) -> Tensor[Floating[input], S]:
    """The hyperbolic tangent."""

@raises(IndexError)
def softmax[D, S](input: Tensor[D, S], dim: int) -> Tensor[FloatOnly[input], S]:
    """Chances that are one together."""

@raises(IndexError)
def softmin[D, S](input: Tensor[D, S], dim: int) -> Tensor[FloatOnly[input], S]:
    """Chances, the least the greatest."""

@raises(IndexError)
def log_softmax[D, S](input: Tensor[D, S], dim: int) -> Tensor[FloatOnly[input], S]:
    """The logarithms of chances."""

@raises(IndexError, RuntimeError)
def normalize[D, S](input: Tensor[D, S], p: float = 2.0, dim: int = 1, eps: float = 1e-12) -> Tensor[FloatOnly[input], S]:
    """Vectors of length one."""

@raises(RuntimeError, IndexError)
def cosine_similarity[D, S, R](x1: Tensor[D, S], x2: Tensor[D, R], dim: int = 1, eps: float = 1e-08) -> Tensor[FloatOnly[x1], ReducedAxis[D, x1, dim]]:
    """The cosine of the angle between vectors."""

@raises(RuntimeError, IndexError)
def pairwise_distance[D, S, R](x1: Tensor[D, S], x2: Tensor[D, R], p: float = 2.0, eps: float = 1e-06, keepdim: bool = False) -> Tensor[FloatOnly[x1], Reduced[D, x1, Literal[-1], keepdim]]:
    """The distance between vectors."""

@raises(RuntimeError)
def one_hot[S](tensor: Tensor[int64, S], num_classes: int = -1) -> Tensor[int64, Appended[tensor, num_classes]]:
    """A vector for each number, with a one at its place."""

@raises(RuntimeError)
def layer_norm[D, S, R, Q](input: Tensor[D, S], normalized_shape: Shape, weight: Tensor[D, R] | None = None, bias: Tensor[D, Q] | None = None, eps: float = 1e-05) -> Tensor[FloatOnly[input], S]:
    """Normalised over the last axes."""

@raises(RuntimeError)
def linear[D, S, R, Q](input: Tensor[D, S], weight: Tensor[D, R], bias: Tensor[D, Q] | None = None) -> Tensor[FloatOnly[input], Product[input, Transpose[weight]]]:
    """`x @ weight.T + bias`."""

@raises(IndexError, RuntimeError)
def embedding[D, S, R](input: Tensor[int64, S], weight: Tensor[D, R]) -> Tensor[D, Taken[weight, Literal[0], input]]:
    """Rows of a table."""

@raises(RuntimeError, ValueError)
def mse_loss[D, S, R](input: Tensor[D, S], target: Tensor[D, R], reduction: str = "mean") -> Tensor[FloatOnly[input], None]:
    """The mean square of the differences."""

@raises(RuntimeError, ValueError)
def l1_loss[D, S, R](input: Tensor[D, S], target: Tensor[D, R], reduction: str = "mean") -> Tensor[FloatOnly[input], None]:
    """The mean distance of the differences."""

@raises(RuntimeError, ValueError, IndexError)
def cross_entropy[D, S, R](input: Tensor[D, S], target: Tensor[int64, R], reduction: str = "mean") -> Tensor[FloatOnly[input], None]:
    """How unlikely the classes are."""

@raises(RuntimeError, ValueError, IndexError)
def nll_loss[D, S, R](input: Tensor[D, S], target: Tensor[int64, R], reduction: str = "mean") -> Tensor[FloatOnly[input], None]:
    """How unlikely the classes are."""

@raises(RuntimeError, NotImplementedError)
def pad[D, S](input: Tensor[D, S], pad: Shape, mode: str = "constant", value: TensorOperand = 0) -> Tensor[D, AnyLengths[input]]:
    """Axes made longer, the last first."""

@overload
@raises(RuntimeError, ValueError, NotImplementedError)
def interpolate[D, S](input: Tensor[D, S], size: Shape, *, mode: str = "nearest", align_corners: bool | None = None, antialias: bool = False) -> Tensor[FloatOnly[input], Spatial[input]]:
    """Images in another size."""

@overload
@native("torch::nn::functional::interpolate_by")
@raises(RuntimeError, ValueError, NotImplementedError)
def interpolate[D, S](input: Tensor[D, S], *, scale_factor: float, mode: str = "nearest", align_corners: bool | None = None, antialias: bool = False) -> Tensor[FloatOnly[input], Spatial[input]]:
    """Images in another size."""

@raises(RuntimeError, ValueError)
def grid_sample[D, S, R](input: Tensor[D, S], grid: Tensor[D, R], mode: str = "bilinear", padding_mode: str = "zeros", align_corners: bool | None = None) -> Tensor[FloatOnly[input], GridSampled[input, grid]]:
    """Images read at the places of a grid, from -1 to 1: the column first."""

@raises(RuntimeError)
def max_pool2d[D, S](input: Tensor[D, S], kernel_size: Shape, stride: int | None = None, padding: Shape = 0, *, ceil_mode: bool = False) -> Tensor[FloatOnly[input], LastTwo[input]]:
    """The greatest elements of windows."""

@raises(RuntimeError)
def avg_pool2d[D, S](input: Tensor[D, S], kernel_size: Shape, stride: int | None = None, padding: Shape = 0) -> Tensor[FloatOnly[input], LastTwo[input]]:
    """The means of windows."""
