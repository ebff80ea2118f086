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

@overload
@native("torch::nn::functional::softmax_of")
@raises(IndexError)
def softmax[D, S, E](input: Tensor[D, S], dim: int, *, dtype: dtype[E]) -> Tensor[E, S]:
    """Computed in a dtype."""

@overload
@raises(IndexError)
def softmax[D, S](input: Tensor[D, S], dim: int) -> Tensor[FloatOnly[input], S]:
    """Chances that are one together."""

@raises(IndexError)
def softmin[D, S](input: Tensor[D, S], dim: int) -> Tensor[FloatOnly[input], S]:
    """Chances, the least the greatest."""

@overload
@native("torch::nn::functional::log_softmax_of")
@raises(IndexError)
def log_softmax[D, S, E](input: Tensor[D, S], dim: int, *, dtype: dtype[E]) -> Tensor[E, S]:
    """Computed in a dtype."""

@overload
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

@overload
@native("torch::nn::functional::max_pool2d_whole")
@raises(RuntimeError)
def max_pool2d[D, S](input: Tensor[D, S], kernel_size: Shape, stride: None = None, padding: Shape = 0, *, ceil_mode: bool = False) -> Tensor[FloatOnly[input], LastTwo[input]]:
    """The greatest elements of windows."""

@overload
@raises(RuntimeError)
def max_pool2d[D, S](input: Tensor[D, S], kernel_size: Shape, stride: Shape, padding: Shape = 0, *, ceil_mode: bool = False) -> Tensor[FloatOnly[input], LastTwo[input]]:
    """The greatest elements of windows."""

@overload
@native("torch::nn::functional::avg_pool2d_whole")
@raises(RuntimeError)
def avg_pool2d[D, S](input: Tensor[D, S], kernel_size: Shape, stride: None = None, padding: Shape = 0) -> Tensor[FloatOnly[input], LastTwo[input]]:
    """The means of windows."""

@overload
@raises(RuntimeError)
def avg_pool2d[D, S](input: Tensor[D, S], kernel_size: Shape, stride: Shape, padding: Shape = 0) -> Tensor[FloatOnly[input], LastTwo[input]]:
    """The means of windows."""

def hardtanh[D, S](input: Tensor[D, S], min_val: float = -1.0, max_val: float = 1.0) -> Tensor[FloatOnly[input], S]:
    """Between two numbers."""

def celu[D, S](input: Tensor[D, S], alpha: float = 1.0) -> Tensor[FloatOnly[input], S]:
    """Negative numbers bent smoothly."""

def softsign[D, S](input: Tensor[D, S]) -> Tensor[FloatOnly[input], S]:
    """`x / (1 + |x|)`."""

def tanhshrink[D, S](input: Tensor[D, S]) -> Tensor[FloatOnly[input], S]:
    """`x - tanh(x)`."""

def hardshrink[D, S](input: Tensor[D, S], lambd: float = 0.5) -> Tensor[FloatOnly[input], S]:
    """What is near zero made zero."""

def softshrink[D, S](input: Tensor[D, S], lambd: float = 0.5) -> Tensor[FloatOnly[input], S]:
    """All moved towards zero."""

def threshold[D, S](input: Tensor[D, S], threshold: float, value: float) -> Tensor[FloatOnly[input], S]:
    """A value where elements are not above a threshold."""

@overload
def dropout[D, S](input: Tensor[D, S], p: float = 0.5, *, training: Literal[False]) -> Tensor[FloatOnly[input], S]:
    """The same: compiled code does not learn."""

@overload
@refused("without `training=False` elements are dropped at random", "write `training=False`, or leave it out")
def dropout[D, S](input: Tensor[D, S], p: float = 0.5, training: bool = True) -> Tensor[D, S]:
    """Elements dropped at random."""

@raises(RuntimeError, IndexError)
def glu[D, S](input: Tensor[D, S], dim: int = -1) -> Tensor[FloatOnly[input], OtherLength[input, dim]]:
    """The first half times the sigmoid of the second."""

@raises(RuntimeError)
def prelu[D, S, R](input: Tensor[D, S], weight: Tensor[D, R]) -> Tensor[FloatOnly[input], S]:
    """Negative numbers times a weight."""

@raises(RuntimeError)
def batch_norm[D, S, R, Q, W, B](input: Tensor[D, S], running_mean: Tensor[D, R], running_var: Tensor[D, Q], weight: Tensor[D, W] | None = None, bias: Tensor[D, B] | None = None, training: Literal[False] = False, momentum: float = 0.1, eps: float = 1e-05) -> Tensor[FloatOnly[input], S]:
    """Each channel by its mean and variance."""

@raises(RuntimeError)
def group_norm[D, S, W, B](input: Tensor[D, S], num_groups: int, weight: Tensor[D, W] | None = None, bias: Tensor[D, B] | None = None, eps: float = 1e-05) -> Tensor[FloatOnly[input], S]:
    """Groups of channels, each by its mean and variance."""

@raises(RuntimeError)
def rms_norm[D, S, W](input: Tensor[D, S], normalized_shape: Shape, weight: Tensor[D, W] | None = None, eps: float | None = None) -> Tensor[FloatOnly[input], S]:
    """By the root of the mean square over the last axes."""

@raises(RuntimeError, IndexError)
def scaled_dot_product_attention[D, S, R, Q, W](query: Tensor[D, S], key: Tensor[D, R], value: Tensor[D, Q], attn_mask: Tensor[D, W] | None = None, *, is_causal: bool = False, scale: float | None = None) -> Tensor[FloatOnly[query], AnyLengths[query]]:
    """Values weighed by how alike queries and keys are."""

@raises(RuntimeError)
def conv1d[D, S, R, Q](input: Tensor[D, S], weight: Tensor[D, R], bias: Tensor[D, Q] | None = None, stride: Shape = 1, padding: Shape = 0, dilation: Shape = 1, groups: int = 1) -> Tensor[FloatOnly[input], AnyLengths[input]]:
    """Filters moved over lines."""

@raises(RuntimeError)
def conv2d[D, S, R, Q](input: Tensor[D, S], weight: Tensor[D, R], bias: Tensor[D, Q] | None = None, stride: Shape = 1, padding: Shape = 0, dilation: Shape = 1, groups: int = 1) -> Tensor[FloatOnly[input], AnyLengths[input]]:
    """Filters moved over images."""

@raises(RuntimeError)
def unfold[D, S](input: Tensor[D, S], kernel_size: Shape, dilation: Shape = 1, padding: Shape = 0, stride: Shape = 1) -> Tensor[D, AnyCube[input]]:
    """The windows of images, a column for each."""

@raises(RuntimeError)
def max_pool1d[D, S](input: Tensor[D, S], kernel_size: int, stride: int | None = None, padding: int = 0) -> Tensor[FloatOnly[input], OtherLength[input, Literal[-1]]]:
    """The greatest elements of windows."""

@raises(RuntimeError)
def avg_pool1d[D, S](input: Tensor[D, S], kernel_size: int, stride: int | None = None, padding: int = 0) -> Tensor[FloatOnly[input], OtherLength[input, Literal[-1]]]:
    """The means of windows."""

@raises(RuntimeError)
def adaptive_avg_pool2d[D, S](input: Tensor[D, S], output_size: Shape) -> Tensor[FloatOnly[input], LastTwo[input]]:
    """The means of so many parts."""

@raises(RuntimeError)
def adaptive_avg_pool1d[D, S](input: Tensor[D, S], output_size: int) -> Tensor[FloatOnly[input], OtherLength[input, Literal[-1]]]:
    """The means of so many parts."""

@raises(RuntimeError)
def pixel_shuffle[D, S](input: Tensor[D, S], upscale_factor: int) -> Tensor[D, AnyLengths[input]]:
    """Channels made rows and columns."""

@raises(RuntimeError)
def pixel_unshuffle[D, S](input: Tensor[D, S], downscale_factor: int) -> Tensor[D, AnyLengths[input]]:
    """Rows and columns made channels."""
