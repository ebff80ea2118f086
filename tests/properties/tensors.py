"""The table of torch's operators that `test_tensors.py` compares: a row gives an operator its generated cases.

A row is an expression of the tensor `x` and what else it needs. What torch gives for the cases is in
`tensors_expected.json.gz`, since torch is too large to be installed for every run of the tests: `record_tensors.py` makes
that file where torch is installed.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

import numpy as np
from generated import annotation, elements

FLOATS = ("float32", "float64")
INTEGERS = ("int64", "uint8", "int32", "int8", "int16")
REAL = (*FLOATS, *INTEGERS)
ANY = (*REAL, "bool")

#: How many generated cases each row has at least.
CASES = 42
#: For how many dtypes each row is compiled.
DTYPES = 2
CLOSE = 1e-5


@dataclass
class Row:
    """An operator and what it is called with."""

    #: The operators that the expression uses, by the names that they have in the catalog. What comes behind a name tells rows apart.
    name: str
    #: An expression of `x` and of: `y` (a tensor that broadcasts with `x`), `z` (one of the shape of `x`), `m` (a mask of
    #: that shape), `k` (an int), `f` (a float), `i` (positions).
    expression: str
    dtypes: tuple[str, ...] = REAL
    #: The numbers of axes of `x`.
    ranks: tuple[int, ...] = (1, 3)
    tolerance: float | str | None = None
    #: Whether elements are tame: finite and small.
    tame: bool = False
    #: The fewest elements along an axis.
    least: int = 0
    #: Statements that come before the expression.
    before: str = ""
    #: Whether all axes are of one length.
    square: bool = False
    #: Whether -0.0 may be among the elements: where torch leaves open which zero comes out, none are.
    zeros: bool = True
    uses: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        words = "".join(letter if letter.isalnum() or letter == "_" else " " for letter in self.before + " " + self.expression)
        self.uses = frozenset(words.split()) & {"y", "z", "m", "k", "f", "i"}


ROWS: list[Row] = []


def row(name: str, expression: str, *args, **options) -> None:
    ROWS.append(Row(name, expression, *args, **options))


def variants(number: int, row: Row) -> list[tuple[str, int]]:
    """The dtypes and numbers of axes that a row is compiled for: others for each row, so that all are met."""
    dtypes = [row.dtypes[(number + step) % len(row.dtypes)] for step in range(min(DTYPES, len(row.dtypes)))]
    ranks = [row.ranks[(number + step) % len(row.ranks)] for step in range(len(row.ranks))]
    count = max(len(dtypes), len(ranks))
    return [(dtypes[place % len(dtypes)], ranks[place % len(ranks)]) for place in range(count)]


HEADER = "import numpy as np\nimport torch\nimport torch.nn.functional as F\n\nfrom hotforge import compile\n\n\n"


def source(number: int, row: Row, place: int, dtype: str, rank: int) -> str:
    """A predictor: arrays come in, become tensors of several layouts, and what is computed goes out as arrays."""
    array = annotation(dtype, rank)
    parameters = [f"x_: {array}", "layout: int"]
    parameters += [f"{name}_: {array}" for name in ("y", "z") if name in row.uses]
    parameters += [f"m_: {annotation('bool', rank)}"] if "m" in row.uses else []
    parameters += [f"{name}: {kind}" for name, kind in (("k", "int"), ("f", "float")) if name in row.uses]
    parameters += [f"i_: {annotation('int64', 1)}"] if "i" in row.uses else []
    tensors = [name for name in ("x", "y", "z", "m", "i") if name in row.uses | {"x"}]
    body = [f"{name} = torch.from_numpy({name}_)" for name in tensors]
    if rank and not row.uses & {"y", "z", "m"} and not row.square:
        body += ["if layout == 1:", "    x = x[..., ::2]", "elif layout == 2:", f"    x = x.transpose(0, {rank - 1})"]
    body += [statement.strip() for statement in row.before.split(";") if statement.strip()]
    lines = "".join(f"    {line}\n" for line in body)
    return f"@compile()\ndef p{number}_{place}({', '.join(parameters)}):\n{lines}    return {row.expression}\n\n\n"


def arguments(number: int, place: int, dtype: str, rank: int) -> list[tuple]:
    """The cases of a predictor, always the same."""
    row = ROWS[number]
    rng = np.random.default_rng(zlib.crc32(f"{row.name} {row.expression} {place}".encode()))
    count = -(-CASES // len(variants(number, row)))
    return [_case(row, rng, dtype, rank) for _ in range(count)]


def _case(row: Row, rng: np.random.Generator, dtype: str, rank: int) -> tuple:
    if row.square:
        shape = (int(rng.integers(row.least, 5)),) * rank
    else:
        shape = tuple(int(rng.integers(row.least, 6 if rng.random() < 0.8 else row.least + 1)) for _ in range(rank))
    make = lambda shape, dtype=dtype: elements(rng, dtype, int(np.prod(shape)), row.tame, row.zeros).reshape(shape)  # noqa: E731
    given: list = [make(shape), int(rng.integers(0, 3))]
    if "y" in row.uses:
        given.append(make(tuple(1 if rng.integers(0, 4) == 0 else length for length in shape)))
    if "z" in row.uses:
        given.append(make(shape))
    if "m" in row.uses:
        given.append(make(shape, "bool"))
    if "k" in row.uses:
        given.append(int(rng.integers(-7, 8)))
    if "f" in row.uses:
        given.append(float(np.round(rng.uniform(-5, 5), 3)))
    if "i" in row.uses:
        given.append(rng.integers(-3, 4, int(rng.integers(0, 5))))
    return tuple(given)


# Arithmetic.
row("__add__", "(x + y).numpy()", ANY)
row("__add__ a number", "(x + k).numpy()", ANY)
row("__add__ a float", "(x + f).numpy()", ANY, tolerance=1e-6)
row("__radd__", "(f + x).numpy()", REAL, tolerance=1e-6)
row("__sub__", "(x - y).numpy()")
row("__rsub__", "(k - x).numpy()")
row("__mul__", "(x * y).numpy()", ANY)
row("__mul__ a float", "(x * f).numpy()", ANY, tolerance=1e-6)
row("__truediv__", "(x / y).numpy()", ANY, tolerance=1e-6)
row("__rtruediv__", "(f / x).numpy()", tolerance=1e-6)
row("__floordiv__", "(x // y).numpy()")
row("__floordiv__ a number", "(x // k).numpy()")
row("__mod__", "(x % y).numpy()")
row("__mod__ a number", "(x % k).numpy()")
row("__pow__", "(x ** z).numpy()", ("float64", "float32"), tolerance=CLOSE, tame=True)
row("__pow__ a number", "(x ** k).numpy()", ("int64", "float64", "float32"), tolerance=CLOSE, tame=True)
row("__rpow__", "(2 ** x).numpy()", ("float32", "float64"), tolerance=CLOSE, tame=True)
row("mixed dtypes", "(x.to(torch.int32) + y.to(torch.float32)).numpy()", ("int8", "uint8", "int64"))
row("mixed sizes", "(x.to(torch.uint8) * y.to(torch.int8)).numpy()", ("int64", "int32"), tame=True)
row("a tensor without axes", "(x + torch.tensor(2.5)).numpy()", ANY, tolerance=1e-6)
row("a double without axes", "(x * torch.tensor(3, dtype=torch.float64)).numpy()", ANY, tolerance=1e-6)
row("__iadd__", "x.numpy()", REAL, before="x = x.clone(); x += z")
row("__imul__", "x.numpy()", REAL, before="x = x.clone(); x *= 3")
row("__itruediv__", "x.numpy()", FLOATS, before="x = x.clone(); x /= z")
row("__isub__ of a view", "x.numpy()", REAL, least=1, before="x = x.clone(); x[0] -= 1")
row("add", "(torch.add(x, y).numpy(), x.add(k).numpy())", ANY)
row("sub, subtract", "(torch.sub(x, y).numpy(), x.sub(k).numpy(), torch.subtract(x, y).numpy(), x.subtract(k).numpy())", REAL)
row("mul, multiply", "(torch.mul(x, y).numpy(), x.mul(k).numpy(), torch.multiply(x, y).numpy(), x.multiply(k).numpy())", ANY)
row("div", "(torch.div(x, y).numpy(), x.div(f).numpy())", ANY, tolerance=1e-6)
row("divide, true_divide", "(torch.divide(x, y).numpy(), x.divide(k).numpy(), torch.true_divide(x, y).numpy(), x.true_divide(k).numpy())", ANY, tolerance=1e-6)
row("floor_divide", "(torch.floor_divide(x, y).numpy(), x.floor_divide(k).numpy())")
row("remainder", "(torch.remainder(x, y).numpy(), x.remainder(k).numpy())")
row("pow", "(torch.pow(x, z).numpy(), x.pow(2).numpy())", FLOATS, tolerance=CLOSE, tame=True)
row("__rmul__", "((k * x).numpy(), (f * x).numpy())", ANY, tolerance=1e-6)
row("__rfloordiv__", "(k // x).numpy()")
row("__rmod__", "(k % x).numpy()")
row("__rand__, __ror__, __rxor__", "((k & x).numpy(), (k | x).numpy(), (k ^ x).numpy())", ("int64", "int32", "int8", "int16"))
row("__isub__, __iadd__, __imul__", "x.numpy()", REAL, before="x = x.clone(); x -= y; x += k; x *= z")
row("__ifloordiv__", "x.numpy()", REAL, before="x = x.clone(); x //= z; x //= 3")
row("__imod__", "x.numpy()", REAL, before="x = x.clone(); x %= z; x %= 3")
row("__ipow__", "x.numpy()", REAL, before="x = x.clone(); x **= 2", tolerance=1e-6, tame=True)
row("__iand__, __ior__, __ixor__", "x.numpy()", INTEGERS, before="x = x.clone(); x &= y; x |= z; x ^= 5")
row("add_, sub_, mul_", "x.numpy()", REAL, before="x = x.clone(); x.add_(y); x.sub_(k); x.mul_(z)")
row("div_", "x.numpy()", FLOATS, before="x = x.clone(); x.div_(z); x.div_(2)")
row("remainder_", "x.numpy()", REAL, before="x = x.clone(); x.remainder_(z)")
row("pow_", "x.numpy()", REAL, before="x = x.clone(); x.pow_(2)", tolerance=1e-6, tame=True)
row("maximum", "torch.maximum(x, y).numpy()", ANY, zeros=False)
row("minimum", "torch.minimum(x, y).numpy()", ANY, zeros=False)
row("atan2", "torch.atan2(x, y).numpy()", FLOATS, tolerance=CLOSE)
row("hypot", "torch.hypot(x, y).numpy()", FLOATS, tolerance=CLOSE)
row("bitwise_and", "(torch.bitwise_and(x, y).numpy(), x.bitwise_and(y).numpy())", (*INTEGERS, "bool"))
row("bitwise_or", "(torch.bitwise_or(x, y).numpy(), x.bitwise_or(y).numpy())", (*INTEGERS, "bool"))
row("bitwise_xor", "(torch.bitwise_xor(x, y).numpy(), x.bitwise_xor(y).numpy())", (*INTEGERS, "bool"))
row("eq", "(torch.eq(x, y).numpy(), x.eq(k).numpy())", ANY)
row("ne, not_equal", "(torch.ne(x, y).numpy(), x.ne(f).numpy(), torch.not_equal(x, y).numpy(), x.not_equal(k).numpy())", ANY)
row("lt, less", "(torch.lt(x, y).numpy(), x.lt(f).numpy(), torch.less(x, y).numpy(), x.less(k).numpy())", ANY)
row("le, less_equal", "(torch.le(x, y).numpy(), x.le(f).numpy(), torch.less_equal(x, y).numpy(), x.less_equal(k).numpy())", ANY)
row("gt, greater", "(torch.gt(x, y).numpy(), x.gt(f).numpy(), torch.greater(x, y).numpy(), x.greater(k).numpy())", ANY)
row("ge, greater_equal", "(torch.ge(x, y).numpy(), x.ge(f).numpy(), torch.greater_equal(x, y).numpy(), x.greater_equal(k).numpy())", ANY)
row("logical_and", "(torch.logical_and(x, y).numpy(), x.logical_and(z).numpy())", ANY)
row("logical_or", "(torch.logical_or(x, y).numpy(), x.logical_or(z).numpy())", ANY)
row("logical_xor", "(torch.logical_xor(x, y).numpy(), x.logical_xor(z).numpy())", ANY)
row("__and__", "(x & y).numpy()", (*INTEGERS, "bool"))
row("__or__", "(x | 5).numpy()", INTEGERS)
row("__xor__", "(x ^ y).numpy()", (*INTEGERS, "bool"))
row("__eq__ a number", "(x == k).numpy()", ANY)
row("__ne__ a float", "(x != f).numpy()", ANY)
row("__lt__ a float", "(x < f).numpy()", ANY)
row("__le__ a number", "(x <= k).numpy()", ANY)
row("__gt__ a number", "(x > k).numpy()", ANY)
row("__ge__ a float", "(x >= f).numpy()", ANY)
# Functions of one tensor.
row("__neg__", "(-x).numpy()", REAL)
row("__invert__", "(~x).numpy()", (*INTEGERS, "bool"))
row("__abs__", "abs(x).numpy()", REAL)
row("abs, absolute", "(torch.abs(x).numpy(), x.abs().numpy(), torch.absolute(x).numpy(), x.absolute().numpy())", REAL)
row("neg, negative", "(torch.neg(x).numpy(), x.neg().numpy(), torch.negative(x).numpy(), x.negative().numpy())", REAL)
row("bitwise_not", "(torch.bitwise_not(x).numpy(), x.bitwise_not().numpy())", (*INTEGERS, "bool"))
row("sign", "torch.sign(x).numpy()", REAL, zeros=False)
row("square", "torch.square(x).numpy()", REAL)
row("floor", "torch.floor(x).numpy()", REAL)
row("ceil", "torch.ceil(x).numpy()", REAL)
row("trunc", "torch.trunc(x).numpy()", REAL)
row("round", "torch.round(x).numpy()", REAL)
row("round to decimals", "torch.round(x, decimals=1).numpy()", FLOATS, tolerance=CLOSE, tame=True)
row("exp", "torch.exp(x).numpy()", (*FLOATS, "int64", "bool"), tolerance=CLOSE)
row("exp2", "torch.exp2(x).numpy()", (*FLOATS, "int64", "bool"), tolerance=CLOSE)
row("expm1", "torch.expm1(x).numpy()", (*FLOATS, "int64", "bool"), tolerance=CLOSE)
row("log", "torch.log(x).numpy()", (*FLOATS, "int64", "bool"), tolerance=CLOSE)
row("log2", "torch.log2(x).numpy()", (*FLOATS, "int64", "bool"), tolerance=CLOSE)
row("log10", "torch.log10(x).numpy()", (*FLOATS, "int64", "bool"), tolerance=CLOSE)
row("log1p", "torch.log1p(x).numpy()", (*FLOATS, "int64", "bool"), tolerance=CLOSE)
row("sqrt", "torch.sqrt(x).numpy()", (*FLOATS, "int64", "bool"), tolerance=CLOSE)
row("rsqrt", "torch.rsqrt(x).numpy()", (*FLOATS, "int64", "bool"), tolerance=CLOSE)
row("reciprocal", "torch.reciprocal(x).numpy()", (*FLOATS, "int64", "bool"), tolerance=CLOSE)
row("sin", "torch.sin(x).numpy()", (*FLOATS, "int64", "bool"), tolerance=CLOSE, tame=True)
row("cos", "torch.cos(x).numpy()", (*FLOATS, "int64", "bool"), tolerance=CLOSE, tame=True)
row("tan", "torch.tan(x).numpy()", (*FLOATS, "int64", "bool"), tolerance=CLOSE, tame=True)
row("sinh", "torch.sinh(x).numpy()", (*FLOATS, "int64", "bool"), tolerance=CLOSE)
row("cosh", "torch.cosh(x).numpy()", (*FLOATS, "int64", "bool"), tolerance=CLOSE)
row("tanh of torch", "torch.tanh(x).numpy()", (*FLOATS, "int64", "bool"), tolerance=CLOSE)
row("asin", "torch.asin(x).numpy()", (*FLOATS, "int64", "bool"), tolerance=CLOSE)
row("acos", "torch.acos(x).numpy()", (*FLOATS, "int64", "bool"), tolerance=CLOSE)
row("atan", "torch.atan(x).numpy()", (*FLOATS, "int64", "bool"), tolerance=CLOSE)
row("sigmoid", "x.sigmoid().numpy()", (*FLOATS, "int32"), tolerance=CLOSE)
row("deg2rad", "torch.deg2rad(x).numpy()", FLOATS, tolerance=CLOSE)
row("rad2deg", "torch.rad2deg(x).numpy()", FLOATS, tolerance=CLOSE)
row("isnan", "torch.isnan(x).numpy()", ANY)
row("isinf", "torch.isinf(x).numpy()", ANY)
row("isfinite", "torch.isfinite(x).numpy()", ANY)
row("logical_not", "torch.logical_not(x).numpy()", ANY)
row("nan_to_num", "torch.nan_to_num(x).numpy()", FLOATS)
row("nan_to_num with numbers", "torch.nan_to_num(x, nan=1.5, posinf=9.0, neginf=-9.0).numpy()", FLOATS)
row("clamp", "torch.clamp(x, -1, 2).numpy()", ("int64", "int32", "int8", *FLOATS), zeros=False)
row("clamp floats", "x.clamp(min=-0.5, max=f).numpy()", FLOATS, zeros=False, tolerance=1e-6)
row("clamp below", "x.clamp(min=0).numpy()", REAL, zeros=False)
row("clamp above", "torch.clamp(x, max=k).numpy()", ("int64", *FLOATS), zeros=False)
row("clip", "(torch.clip(x, -1, 2).numpy(), x.clip(0.5, f).numpy(), torch.clip(x, max=1).numpy(), x.clip(min=f).numpy())", FLOATS, zeros=False, tolerance=1e-6)
row("clamp_min, clamp_max", "(torch.clamp_min(x, k).numpy(), x.clamp_min(1).numpy(), torch.clamp_max(x, k).numpy(), x.clamp_max(2).numpy())", ("int64", "int32", "int8", *FLOATS), zeros=False)
row("lerp", "torch.lerp(x, z, f).numpy()", FLOATS, tolerance=CLOSE, tame=True)
row("isclose", "torch.isclose(x, z).numpy()", FLOATS, tame=True)
row("allclose", "torch.allclose(x, z)", FLOATS, tame=True)
row("equal", "torch.equal(x, z)", ANY)
# Dtypes.
row("float", "x.float().numpy()", ANY, tame=True)
row("double", "x.double().numpy()", ANY, tame=True)
row("long", "x.long().numpy()", ANY, tame=True)
row("int", "x.int().numpy()", ANY, tame=True)
row("bool", "x.bool().numpy()", ANY, tame=True)
row("short", "x.short().numpy()", ANY, tame=True)
row("to", "x.to(torch.float32).numpy()", ANY)
row("half", "x.half().float().numpy()", FLOATS, tame=True)
row("char", "x.char().numpy()", ANY, tame=True)
row("byte", "x.byte().numpy()", (*INTEGERS, "bool"), tame=True)
row("half of any", "x.half().numpy()", ANY, tame=True)
row("type, type_as", "(x.type(torch.float64).numpy(), x.type_as(torch.zeros(1, dtype=torch.int32)).numpy())", ANY, tame=True)
row("to a device", "(x.to('cpu').numpy(), x.to(torch.device('cpu')).numpy(), x.to(torch.bool).numpy())", ANY)
row("is_floating_point, is_tensor", "(x.is_floating_point(), torch.is_floating_point(x), torch.is_tensor(x))", ANY)
row("element_size, itemsize", "(x.element_size(), x.itemsize)", ANY)
row("requires_grad, is_cuda, is_sparse, is_quantized", "(x.requires_grad, x.is_cuda, x.is_sparse, x.is_quantized)", ANY)
row("dtype.is_floating_point, dtype.is_complex, dtype.itemsize", "(x.dtype.is_floating_point, x.dtype.is_complex, x.dtype.itemsize)", ANY)
row("device.__new__, device.__eq__", "(str(torch.device('cpu')), torch.device('cpu') == x.device, torch.device('cpu').type)", ANY)
row("dtype", "str(x.dtype)", ANY)
row("dtype compared", "x.dtype == torch.float32", ANY)
row("device, device.type", "str(x.device) + x.device.type", REAL)
# Reductions.
row("sum", "x.sum().numpy()", ANY, tolerance=CLOSE, tame=True)
row("sum along", "torch.sum(x, dim=-1).numpy()", ANY, tolerance=CLOSE, tame=True)
row("sum along, kept", "x.sum(0, keepdim=True).numpy()", ANY, tolerance=CLOSE, tame=True)
row("any", "x.any().numpy()", ANY)
row("any along", "torch.any(x, dim=-1).numpy()", ANY)
row("any along, kept", "x.any(0, keepdim=True).numpy()", ANY)
row("all", "x.all().numpy()", ANY)
row("all along", "torch.all(x, dim=-1).numpy()", ANY)
row("all along, kept", "x.all(0, keepdim=True).numpy()", ANY)
row("sum along two", "x.sum((0, 2)).numpy()", REAL, ranks=(3,), tolerance=CLOSE, tame=True)
row("sum as double", "x.sum(0, dtype=torch.float64).numpy()", REAL, tolerance=CLOSE, tame=True)
row("sum of nasty numbers", "x.sum().numpy()", INTEGERS)
row("prod", "x.prod().numpy()", REAL, tolerance=CLOSE, tame=True)
row("prod along", "x.prod(-1).numpy()", REAL, tolerance=CLOSE, tame=True)
row("mean", "x.mean().numpy()", FLOATS, tolerance=1e-4, tame=True)
row("mean along", "x.mean(dim=0).numpy()", FLOATS, tolerance=1e-4, tame=True)
row("mean along two", "torch.mean(x, dim=(0, 1), keepdim=True).numpy()", FLOATS, ranks=(3,), tolerance=1e-4, tame=True)
row("mean as double", "x.mean(0, dtype=torch.float64).numpy()", REAL, tolerance=1e-5, tame=True)
row("var", "x.var().numpy()", FLOATS, tolerance=1e-4, tame=True)
row("var along", "x.var(dim=-1, correction=0).numpy()", FLOATS, tolerance=1e-4, tame=True)
row("std", "x.std(0).numpy()", FLOATS, tolerance=1e-4, tame=True, least=2)
row("std not unbiased", "x.std(0, unbiased=False).numpy()", FLOATS, tolerance=1e-4, tame=True, least=1)
row("count_nonzero", "torch.count_nonzero(x).numpy()", ANY)
row("count_nonzero along", "torch.count_nonzero(x, dim=0).numpy()", ANY)
row("max", "x.max().numpy()", ANY, zeros=False)
row("max along", "(values.numpy(), places.numpy())", ANY, zeros=False, before="values, places = x.max(dim=-1)")
row("max values", "x.max(0, keepdim=True).values.numpy()", ANY, zeros=False)
row("max of two", "torch.max(x, y).numpy()", ANY, zeros=False)
row("amax", "torch.amax(x, dim=-1).numpy()", ANY, zeros=False)
row("argmax", "x.argmax().numpy()", REAL)
row("argmax along", "torch.argmax(x, dim=0, keepdim=True).numpy()", REAL)
row("min", "x.min().numpy()", ANY, zeros=False)
row("min along", "(values.numpy(), places.numpy())", ANY, zeros=False, before="values, places = x.min(dim=-1)")
row("min values", "x.min(0, keepdim=True).values.numpy()", ANY, zeros=False)
row("min of two", "torch.min(x, y).numpy()", ANY, zeros=False)
row("amin", "torch.amin(x, dim=-1).numpy()", ANY, zeros=False)
row("argmin", "x.argmin().numpy()", REAL)
row("argmin along", "torch.argmin(x, dim=0, keepdim=True).numpy()", REAL)
row("median", "x.median().numpy()", REAL, least=1)
row("cumsum", "x.cumsum(-1).numpy()", ANY, tolerance=CLOSE, tame=True)
row("cumprod", "torch.cumprod(x, dim=0).numpy()", REAL, tolerance=CLOSE, tame=True)
row("logsumexp", "torch.logsumexp(x, dim=-1).numpy()", FLOATS, tolerance=1e-4)
row("norm", "x.norm().numpy()", FLOATS, tolerance=CLOSE, tame=True)
row("norm along", "x.norm(p=2, dim=-1, keepdim=True).numpy()", FLOATS, tolerance=CLOSE, tame=True)
row("norm 1", "x.norm(p=1, dim=0).numpy()", FLOATS, tolerance=CLOSE, tame=True)
row("norm 3", "x.norm(p=3, dim=0).numpy()", FLOATS, tolerance=CLOSE, tame=True)
# Shapes.
row("reshape", "x.reshape(-1).numpy()", ANY)
row("reshape to", "x.reshape(2, 3).numpy()", REAL)
row("reshape with -1", "torch.reshape(x, (2, -1)).numpy()", REAL)
row("view", "x.view(-1, 1).numpy()", REAL)
row("permute", "x.permute(2, 0, 1).numpy()", REAL, ranks=(3,))
row("transpose", "x.transpose(0, -1).contiguous().numpy()", REAL)
row("t", "x.t().numpy()", REAL, ranks=(1, 2))
row("T", "x.T.numpy()", REAL, ranks=(2,))
row("mT", "x.mT.numpy()", REAL, ranks=(2, 3))
row("movedim", "torch.movedim(x, 0, -1).numpy()", REAL, ranks=(3,))
row("unsqueeze", "x.unsqueeze(1).numpy()", REAL)
row("unsqueeze at the end", "torch.unsqueeze(x, -1).shape", REAL)
row("squeeze", "x.unsqueeze(0).squeeze(0).numpy()", REAL)
row("flatten", "x.flatten(1).numpy()", REAL, ranks=(3,))
row("flatten all", "torch.flatten(x).numpy()", REAL)
row("ravel", "x.ravel().numpy()", REAL)
row("expand", "x.unsqueeze(0).expand(3, -1).numpy()", REAL, ranks=(1,))
row("expand with an error", "x.expand(2, 3).numpy()", REAL, ranks=(1, 2))
row("expand_as", "torch.zeros(1, 1).expand_as(x).numpy()", REAL, ranks=(2,))
row("expand_as with an error", "torch.zeros(3, 1).expand_as(x).numpy()", REAL, ranks=(2,))
row("broadcast_to", "torch.broadcast_to(x, (2, 3, x.size(-1))).numpy()", REAL, ranks=(1,))
row("broadcast_to with an error", "torch.broadcast_to(x, (2, 4)).numpy()", REAL, ranks=(1,))
row("repeat", "x.repeat(2, 3).numpy()", REAL, ranks=(1, 2))
row("repeat_interleave", "x.repeat_interleave(2, dim=0).numpy()", REAL)
row("repeat_interleave flat", "torch.repeat_interleave(x, 3).numpy()", REAL)
row("flip", "torch.flip(x, (0,)).numpy()", REAL)
row("flip two", "x.flip(0, 1).numpy()", REAL, ranks=(3,))
row("roll", "torch.roll(x, k, 0).numpy()", REAL, least=1)
row("roll flat", "torch.roll(x, 2).numpy()", REAL, least=1)
row("diagonal", "torch.diagonal(x).numpy()", REAL, ranks=(2, 3))
row("narrow", "torch.narrow(x, 0, 1, 2).numpy()", REAL, least=3)
row("narrow with an error", "x.narrow(0, 1, 2).numpy()", REAL)
row("tril", "torch.tril(x).numpy()", ANY, ranks=(2, 3))
row("triu", "x.triu(1).numpy()", ANY, ranks=(2, 3))
row("size, dim, numel, ndim", "(x.size(0), x.size(-1), x.dim(), x.numel(), x.ndim)", ANY)
row("ndimension, nelement, numel, dim", "(x.ndimension(), x.nelement(), x.numel(), torch.numel(x), x.dim())", ANY)
row("is_contiguous, contiguous", "(x.is_contiguous(), x.contiguous().is_contiguous(), x.contiguous().numpy())", ANY, ranks=(1, 2, 3))
row("clone, detach, cpu", "(v.numpy(), x.clone().numpy(), x.detach().numpy(), x.cpu().numpy())", ANY, before="v = torch.clone(x); x = x * 1")
row("swapaxes, swapdims", "(torch.swapaxes(x, 0, -1).numpy(), x.swapaxes(0, 1).numpy(), torch.swapdims(x, 0, -1).numpy(), x.swapdims(1, 0).numpy())", REAL, ranks=(2, 3))
row("moveaxis", "(torch.moveaxis(x, 0, -1).numpy(), x.moveaxis(-1, 0).numpy())", REAL, ranks=(2, 3))
row("argwhere", "torch.argwhere(x).numpy()", ANY)
row("concat, concatenate", "(torch.concat([x, z]).numpy(), torch.concatenate((x, z), dim=-1).numpy())", ANY)
row("shape", "tuple(x.shape)", ANY)
row("__len__", "len(x)", ANY)
row("tolist", "x.tolist()", (*INTEGERS, "float64", "bool"))
row("item", "x.sum().item()", REAL, tame=True, tolerance=CLOSE)
row("item with an error", "x.item()", REAL)
row("__bool__", "bool(x)", ANY, ranks=(0,))
row("__bool__ with an error", "bool(x)", ANY)
row("__float__ of one", "float(x.sum())", FLOATS, tolerance=CLOSE, tame=True)
row("__int__ of one", "int(x.long().sum())", REAL, tame=True)
row("rows", "[row.sum().item() for row in x]", INTEGERS, tame=True)
# Indexing.
row("__getitem__ an int", "x[k % 3].numpy()", REAL, least=2)
row("__getitem__ an int out of bounds", "x[k].numpy()", REAL)
row("__getitem__ the last", "x[-1].numpy()", REAL)
row("__getitem__ a slice", "x[1:4].numpy()", REAL)
row("__getitem__ slices", "x[:, ::2, None].numpy()", REAL, ranks=(3,))
row("__getitem__ an ellipsis", "x[..., 0].numpy()", REAL, least=1)
row("__getitem__ positions", "x[i].numpy()", REAL, least=3)
row("__getitem__ positions out of bounds", "x[i].numpy()", REAL, least=1)
row("__getitem__ a mask", "x[m].numpy()", REAL)
row("__getitem__ a comparison", "x[x > 0].numpy()", REAL)
row("__getitem__ a list", "x[[0, -1]].numpy()", REAL, least=1)
row("__setitem__ an item", "x.numpy()", REAL, least=1, before="x = x.clone(); x[0] = 3")
row("__setitem__ a slice", "x.numpy()", REAL, before="x = x.clone(); x[1:] = z[1:]")
row("__setitem__ a mask", "x.numpy()", FLOATS, before="x = x.clone(); x[m] = -1.5")
row("masked_fill", "x.masked_fill(m, 7).numpy()", REAL)
row("masked_fill_", "x.numpy()", FLOATS, before="x = x.clone(); x.masked_fill_(m, float('-inf'))")
row("masked_select", "torch.masked_select(x, m).numpy()", REAL)
row("where", "torch.where(x > 0, x, y).numpy()", REAL)
row("where a number", "torch.where(m, x, 0.5).numpy()", ("float32", "float64", "int64"), tolerance=1e-6)
row("where of a tensor", "x.where(m, z).numpy()", REAL)
row("nonzero", "x.nonzero().numpy()", ANY)
row("index_select", "x.index_select(0, i.abs()).numpy()", REAL, least=4)
row("index_select with errors", "torch.index_select(x, 0, i).numpy()", REAL, ranks=(1,))
row("gather", "torch.gather(x, -1, z.long() % x.size(-1)).numpy()", ("int64", "float64"), least=1, tame=True, ranks=(1, 3))
row("gather with errors", "x.gather(0, z.long()).numpy()", ("int64", "float64"), least=1, tame=True)
row("scatter", "x.scatter(0, z.long().abs() % x.size(0), x).numpy()", ("float64",), least=1, tame=True, ranks=(1,))
row("scatter_", "x.numpy()", ("float64", "int64"), least=1, tame=True, ranks=(1, 2), before="x = x.clone(); x.scatter_(0, z.long().abs() % x.size(0) * 0, z)")
row("scatter_add_", "x.numpy()", ("int64", "float64"), least=1, tame=True, ranks=(1, 2), tolerance=CLOSE, before="x = x.clone(); x.scatter_add_(0, z.long().abs() % x.size(0), z)")
row("scatter_add", "x.scatter_add(0, z.long().abs() % x.size(0), z).numpy()", ("int64", "float64"), least=1, tame=True, ranks=(1, 2), tolerance=CLOSE)
row("sort", "(values.numpy(), places.numpy())", REAL, before="values, places = torch.sort(x, dim=-1, stable=True)")
row("sort descending", "(values.numpy(), places.numpy())", REAL, before="values, places = torch.sort(x, dim=0, descending=True, stable=True)")
row("argsort", "torch.argsort(x, dim=-1, stable=True).numpy()", REAL)
row("topk", "values.numpy()", REAL, least=3, before="values, places = torch.topk(x, 2)", zeros=False)
row("topk least", "values.numpy()", REAL, least=3, before="values, places = x.topk(3, dim=0, largest=False)", zeros=False)
row("topk with errors", "x.topk(4, dim=0).values.numpy()", REAL, zeros=False)
row("kthvalue", "x.kthvalue(2, dim=0).values.numpy()", REAL, least=2, zeros=False)
row("unique", "torch.unique(x).numpy()", REAL, tame=True)
row("bincount", "torch.bincount(x.abs(), minlength=3).numpy()", ("int64",), ranks=(1,), tame=True)
# Putting together and taking apart.
row("cat", "torch.cat([x, z, x]).numpy()", ANY)
row("cat along the last", "torch.cat((x, z), dim=-1).numpy()", ANY)
row("cat with errors", "torch.cat([x, y]).numpy()", REAL)
row("stack", "torch.stack([x, z]).numpy()", ANY)
row("stack along the last", "torch.stack((x, z), dim=-1).numpy()", ANY)
row("stack with errors", "torch.stack([x, y]).numpy()", REAL)
row("split", "[part.numpy() for part in x.split(2)]", REAL)
row("split sizes", "[part.numpy() for part in torch.split(x, [1, x.size(0) - 1])]", REAL, least=1)
row("split with an error", "[part.numpy() for part in torch.split(x, [1, 2])]", REAL)
row("chunk", "[part.numpy() for part in x.chunk(3, dim=-1)]", REAL)
row("unbind", "[part.numpy() for part in torch.unbind(x, 0)]", REAL, ranks=(2, 3))
# Products.
row("__matmul__", "(x @ z.transpose(0, 1)).numpy()", REAL, ranks=(2,), tame=True, tolerance=1e-4)
row("matmul of vectors", "torch.matmul(x, z).numpy()", REAL, ranks=(1,), tame=True, tolerance=1e-4)
row("__matmul__ with errors", "(x @ z).numpy()", FLOATS, ranks=(2,), tame=True, tolerance=1e-4)
row("bmm", "torch.bmm(x, z.transpose(1, 2)).numpy()", FLOATS, ranks=(3,), tame=True, tolerance=1e-4)
row("mm", "torch.mm(x, z.t()).numpy()", FLOATS, ranks=(2,), tame=True, tolerance=1e-4)
row("mv", "x.mv(x[0]).numpy()", FLOATS, ranks=(2,), tame=True, tolerance=1e-4, least=1)
row("dot", "x.dot(z).numpy()", REAL, ranks=(1,), tame=True, tolerance=1e-4)
row("outer", "torch.outer(x, z).numpy()", REAL, ranks=(1,), tame=True)
row("einsum", "torch.einsum('ij,kj->ik', x, z).numpy()", FLOATS, ranks=(2,), tame=True, tolerance=1e-4, least=1)
row("cdist", "torch.cdist(x, z).numpy()", FLOATS, ranks=(2,), tame=True, tolerance=2e-3, least=1)
# Creation.
row("from_numpy, numpy", "torch.from_numpy(x_).numpy()", ANY, ranks=(0, 1, 2))
row("as_tensor", "(torch.as_tensor(x_).numpy(), torch.as_tensor(x).numpy(), torch.as_tensor([k, 2]).numpy(), torch.as_tensor([k, 1.5], dtype=torch.float64).numpy())", ANY)
row("tensor of a tensor", "torch.tensor(x.tolist()).numpy()", ("int64", "bool"), least=1)
row("ones", "(torch.ones(2, 3).numpy(), torch.ones((x.size(0), 2), dtype=torch.int64).numpy(), torch.ones(abs(k)).numpy())", ("int64",))
row("empty", "(e.numpy(), torch.empty((2, 0), dtype=torch.int64).numpy())", ("int64",), before="e = torch.empty(abs(k), 2); e.fill_(1.5)")
row("empty_like", "(e.numpy(), torch.empty_like(x, dtype=torch.float64).shape)", ANY, before="e = torch.empty_like(x); e.fill_(1)")
row("zero_", "x.numpy()", ANY, before="x = x.clone(); x.zero_()")
row("tensor", "torch.tensor([1.5, k, 2]).numpy()", ("int64",))
row("tensor of lists", "torch.tensor([[k, 2], [3, 4]]).numpy()", ("int64",))
row("tensor of a dtype", "torch.tensor([k, 1], dtype=torch.float64).numpy()", ("int64",))
row("zeros", "torch.zeros(2, 3).numpy()", ("int64",))
row("zeros of a dtype", "torch.zeros((x.size(0), 2), dtype=torch.int64).numpy()", ("int64",))
row("ones_like", "torch.ones_like(x).numpy()", ANY)
row("zeros_like", "torch.zeros_like(x, dtype=torch.float64).numpy()", ANY)
row("full", "torch.full((2, 2), f).numpy()", ("int64",), tolerance=1e-6)
row("full_like", "torch.full_like(x, 3).numpy()", REAL)
row("arange", "torch.arange(x.size(0)).numpy()", ("int64",))
row("arange from", "torch.arange(1, k, 2).numpy()", ("int64",))
row("arange of floats", "torch.arange(0.0, f, 0.5).numpy()", ("int64",), tolerance=1e-6)
row("linspace", "torch.linspace(-1.0, f, 7).numpy()", ("int64",), tolerance=1e-5)
row("eye", "torch.eye(3, 2).numpy()", ("int64",))
row("fill_", "x.numpy()", REAL, before="x = x.clone(); x.fill_(3)")
row("copy_", "x.numpy()", REAL, before="x = x.clone(); x.copy_(z)")
# Networks.
row("softmax", "F.softmax(x, dim=-1).numpy()", FLOATS, tolerance=CLOSE, tame=True)
row("softmax along the first", "torch.softmax(x, 0).numpy()", FLOATS, tolerance=CLOSE, tame=True)
row("softmax with infinities", "x.softmax(-1).numpy()", FLOATS, tolerance=CLOSE)
row("log_softmax", "F.log_softmax(x, dim=-1).numpy()", FLOATS, tolerance=1e-4, tame=True)
row("relu", "F.relu(x).numpy()", REAL, zeros=False)
row("relu6", "F.relu6(x).numpy()", FLOATS, zeros=False)
row("gelu", "(F.gelu(x) + 10).numpy()", FLOATS, tolerance=1e-5, tame=True, zeros=False)
row("silu", "F.silu(x).numpy()", FLOATS, tolerance=1e-4, tame=True, zeros=False)
row("elu", "F.elu(x).numpy()", FLOATS, tolerance=1e-4, tame=True, zeros=False)
row("softplus", "F.softplus(x).numpy()", FLOATS, tolerance=1e-4, tame=True, zeros=False)
row("leaky_relu", "F.leaky_relu(x).numpy()", FLOATS, tolerance=1e-4, tame=True, zeros=False)
row("hardsigmoid", "F.hardsigmoid(x).numpy()", FLOATS, tolerance=1e-4, tame=True, zeros=False)
row("hardswish", "F.hardswish(x).numpy()", FLOATS, tolerance=1e-4, tame=True, zeros=False)
row("mish", "F.mish(x).numpy()", FLOATS, tolerance=1e-4, tame=True, zeros=False)
row("selu", "F.selu(x).numpy()", FLOATS, tolerance=1e-4, tame=True, zeros=False)
row("logsigmoid", "F.logsigmoid(x).numpy()", FLOATS, tolerance=1e-4, tame=True, zeros=False)
row("tanh", "F.tanh(x).numpy()", FLOATS, tolerance=CLOSE)
row("sigmoid of F", "F.sigmoid(x).numpy()", FLOATS, tolerance=CLOSE)
row("softmin", "F.softmin(x, dim=-1).numpy()", FLOATS, tolerance=CLOSE, tame=True)
row("leaky_relu with a slope", "F.leaky_relu(x, 0.25).numpy()", FLOATS, tolerance=1e-5)
row("elu with a factor", "F.elu(x, f).numpy()", FLOATS, tolerance=1e-4, tame=True, zeros=False)
row("softplus with numbers", "F.softplus(x, 2.0, 3.0).numpy()", FLOATS, tolerance=1e-4, tame=True)
row("nll_loss", "F.nll_loss(F.log_softmax(x, dim=1), x[:, 0].long().abs() % x.size(1)).numpy()", FLOATS, ranks=(2,), tolerance=1e-4, tame=True, least=1)
row("grid_sample", "(F.grid_sample(x, z.permute(0, 2, 3, 1)[..., :2] / 3, align_corners=False) + 100).numpy()", FLOATS, ranks=(4,), tolerance=CLOSE, tame=True, least=2)
row("grid_sample by the nearest", "F.grid_sample(x, z.permute(0, 2, 3, 1)[..., :2] / 3.1, mode='nearest', padding_mode='border', align_corners=True).numpy()", FLOATS, ranks=(4,), tame=True, least=2)
row("gelu by tanh", "(F.gelu(x, approximate='tanh') + 10).numpy()", FLOATS, tolerance=1e-5, tame=True)
row("normalize", "F.normalize(x, dim=-1).numpy()", FLOATS, tolerance=CLOSE, tame=True)
row("normalize by the sum", "F.normalize(x, p=1, dim=0).numpy()", FLOATS, tolerance=CLOSE, tame=True)
row("cosine_similarity", "F.cosine_similarity(x, z, dim=-1).numpy()", FLOATS, tolerance=1e-4, tame=True, least=1)
row("pairwise_distance", "F.pairwise_distance(x, z).numpy()", FLOATS, ranks=(2,), tolerance=1e-4, tame=True, least=1)
row("one_hot", "F.one_hot(i.abs(), 4).numpy()", ("int64",))
row("one_hot with errors", "F.one_hot(i, 3).numpy()", ("int64",))
row("layer_norm", "F.layer_norm(x, (x.size(-1),)).numpy()", FLOATS, tolerance=1e-3, tame=True, least=2)
row("linear", "F.linear(x, z).numpy()", FLOATS, ranks=(2,), tolerance=1e-4, tame=True, least=1)
row("embedding", "F.embedding(i.abs() % 2, x).numpy()", FLOATS, ranks=(2,), least=2)
row("mse_loss", "F.mse_loss(x, z).numpy()", FLOATS, tolerance=1e-4, tame=True, least=1)
row("l1_loss", "F.l1_loss(x, z, reduction='sum').numpy()", FLOATS, tolerance=1e-4, tame=True, least=1)
row("cross_entropy", "F.cross_entropy(x, x[:, 0].long().abs() % x.size(1)).numpy()", FLOATS, ranks=(2,), tolerance=1e-4, tame=True, least=1)
row("pad", "F.pad(x, (1, 2)).numpy()", REAL)
row("pad two axes", "F.pad(x, (1, 0, 2, 1), value=3).numpy()", REAL, ranks=(3,))
row("pad reflecting", "F.pad(x, (1, 1), mode='reflect').numpy()", FLOATS, ranks=(3,), least=2)
row("pad replicating", "F.pad(x, (2, 1), mode='replicate').numpy()", FLOATS, ranks=(3,), least=1)
row("pad negative", "F.pad(x, (-1, 1)).numpy()", REAL, least=1)
row("interpolate nearest", "(F.interpolate(x, size=(3, 7), mode='nearest') + 100).numpy()", FLOATS, ranks=(4,), tolerance=CLOSE, tame=True, least=1)
row("interpolate bilinear", "(F.interpolate(x, size=(3, 7), mode='bilinear', align_corners=False) + 100).numpy()", FLOATS, ranks=(4,), tolerance=CLOSE, tame=True, least=1)
row("interpolate bicubic", "(F.interpolate(x, size=(3, 7), mode='bicubic', align_corners=False) + 100).numpy()", FLOATS, ranks=(4,), tolerance=CLOSE, tame=True, least=1)
row("interpolate area", "(F.interpolate(x, size=(3, 7), mode='area') + 100).numpy()", FLOATS, ranks=(4,), tolerance=CLOSE, tame=True, least=1)
row("interpolate with corners", "(F.interpolate(x, size=(4, 6), mode='bilinear', align_corners=True) + 100).numpy()", FLOATS, ranks=(4,), tolerance=CLOSE, tame=True, least=1)
row("interpolate antialiased", "(F.interpolate(x, size=(2, 2), mode='bilinear', antialias=True) + 100).numpy()", FLOATS, ranks=(4,), tolerance=CLOSE, tame=True, least=2)
row("interpolate by a factor", "F.interpolate(x, scale_factor=2.0).numpy()", FLOATS, ranks=(4,), tame=True, least=1)
row("max_pool2d", "F.max_pool2d(x, 2).numpy()", FLOATS, ranks=(3, 4), least=2)
row("max_pool2d with padding", "F.max_pool2d(x, 3, stride=2, padding=1).numpy()", FLOATS, ranks=(4,), least=2)
row("avg_pool2d", "F.avg_pool2d(x, 2).numpy()", FLOATS, ranks=(3, 4), tame=True, least=2, tolerance=1e-4)
# Text.
row("repr", "repr(x)", ANY)
row("str of one", "str(x.sum())", INTEGERS, tame=True)
row("f-string", "f'{x.float().sum():.3f}'", INTEGERS, tame=True)
# Modes, annotations and what is usual.
row("no_grad.__new__, GradMode.__enter__, GradMode.__exit__", "x.numpy()", FLOATS, before="with torch.no_grad(): x = x + 1")
row("inference_mode.__new__, GradMode.__enter__, GradMode.__exit__", "x.numpy()", FLOATS, before="with torch.inference_mode(): x = x * 2", tolerance=1e-6)
row("pooling by means", "F.normalize((x * w).sum(1) / torch.clamp(w.sum(1), min=1e-9), p=2, dim=1).numpy()", FLOATS, ranks=(3,), tolerance=1e-4, tame=True, least=1, before="w = (x[:, :, :1] > 0).expand(x.size()).to(x.dtype)")
row("top classes", "[(int(place), round(float(value), 3)) for value, place in zip(values, places)]", ("float64",), ranks=(1,), tame=True, least=3, zeros=False, tolerance=1e-3, before="x = x + torch.arange(x.size(0)) * 0.01; values, places = torch.topk(F.softmax(x, dim=0), k=2)")
row("attention", "(F.softmax(x @ x.transpose(-2, -1) / x.size(-1) ** 0.5, dim=-1) @ x).numpy()", FLOATS, ranks=(2, 3), tame=True, least=1, tolerance=1e-4)
row("causal mask", "x.masked_fill(torch.triu(torch.ones(x.size(0), x.size(0)), diagonal=1).bool(), float('-inf')).numpy()", FLOATS, ranks=(2,), square=True, least=1)
row("aliasing of a view", "x.numpy()", REAL, least=2, before="x = x.contiguous().clone(); y_ = x.view(-1); y_[0] = 9; v = x[1]; v += 1", ranks=(2,))
