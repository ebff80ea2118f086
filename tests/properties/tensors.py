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
row("add", "(x + y).numpy()", ANY)
row("add a number", "(x + k).numpy()", ANY)
row("add a float", "(x + f).numpy()", ANY, tolerance=1e-6)
row("radd", "(f + x).numpy()", REAL, tolerance=1e-6)
row("sub", "(x - y).numpy()")
row("rsub", "(k - x).numpy()")
row("mul", "(x * y).numpy()", ANY)
row("mul a number", "(x * f).numpy()", ANY, tolerance=1e-6)
row("div", "(x / y).numpy()", ANY, tolerance=1e-6)
row("rdiv", "(f / x).numpy()", tolerance=1e-6)
row("floor_divide", "(x // y).numpy()")
row("floor_divide a number", "(x // k).numpy()")
row("remainder", "(x % y).numpy()")
row("remainder a number", "(x % k).numpy()")
row("pow", "(x ** z).numpy()", ("float64", "float32"), tolerance=CLOSE, tame=True)
row("pow a number", "(x ** k).numpy()", ("int64", "float64", "float32"), tolerance=CLOSE, tame=True)
row("rpow", "(2 ** x).numpy()", ("float32", "float64"), tolerance=CLOSE, tame=True)
row("mixed dtypes", "(x.to(torch.int32) + y.to(torch.float32)).numpy()", ("int8", "uint8", "int64"))
row("mixed sizes", "(x.to(torch.uint8) * y.to(torch.int8)).numpy()", ("int64", "int32"), tame=True)
row("a tensor without axes", "(x + torch.tensor(2.5)).numpy()", ANY, tolerance=1e-6)
row("a double without axes", "(x * torch.tensor(3, dtype=torch.float64)).numpy()", ANY, tolerance=1e-6)
row("add_", "x.numpy()", REAL, before="x = x.clone(); x += z")
row("mul_ a number", "x.numpy()", REAL, before="x = x.clone(); x *= 3")
row("div_", "x.numpy()", FLOATS, before="x = x.clone(); x /= z")
row("sub_ of a view", "x.numpy()", REAL, least=1, before="x = x.clone(); x[0] -= 1")
row("maximum", "torch.maximum(x, y).numpy()", ANY, zeros=False)
row("minimum", "torch.minimum(x, y).numpy()", ANY, zeros=False)
row("atan2", "torch.atan2(x, y).numpy()", FLOATS, tolerance=CLOSE)
row("hypot", "torch.hypot(x, y).numpy()", FLOATS, tolerance=CLOSE)
for name in ("bitwise_and", "bitwise_or", "bitwise_xor"):
    row(name, f"torch.{name}(x, y).numpy()", (*INTEGERS, "bool"))
row("and", "(x & y).numpy()", (*INTEGERS, "bool"))
row("or", "(x | 5).numpy()", INTEGERS)
row("xor", "(x ^ y).numpy()", (*INTEGERS, "bool"))
for name in ("eq", "ne", "lt", "le", "gt", "ge", "logical_and", "logical_or", "logical_xor"):
    row(name, f"torch.{name}(x, y).numpy()", ANY)
row("== a number", "(x == k).numpy()", ANY)
row("!= a float", "(x != f).numpy()", ANY)
row("< a float", "(x < f).numpy()", ANY)
row("<= a number", "(x <= k).numpy()", ANY)
row("> a number", "(x > k).numpy()", ANY)
row(">= a float", "(x >= f).numpy()", ANY)
# Functions of one tensor.
row("neg", "(-x).numpy()", REAL)
row("invert", "(~x).numpy()", (*INTEGERS, "bool"))
row("abs", "x.abs().numpy()", REAL)
row("sign", "torch.sign(x).numpy()", REAL, zeros=False)
row("square", "torch.square(x).numpy()", REAL)
for name in ("floor", "ceil", "trunc", "round"):
    row(name, f"torch.{name}(x).numpy()", REAL)
row("round to decimals", "torch.round(x, decimals=1).numpy()", FLOATS, tolerance=CLOSE, tame=True)
for name in "exp exp2 expm1 log log2 log10 log1p sqrt rsqrt reciprocal sin cos tan sinh cosh tanh asin acos atan".split():
    row(name, f"torch.{name}(x).numpy()", (*FLOATS, "int64", "bool"), tolerance=CLOSE, tame=name in ("sin", "cos", "tan"))
row("sigmoid", "x.sigmoid().numpy()", (*FLOATS, "int32"), tolerance=CLOSE)
row("deg2rad", "torch.deg2rad(x).numpy()", FLOATS, tolerance=CLOSE)
row("rad2deg", "torch.rad2deg(x).numpy()", FLOATS, tolerance=CLOSE)
for name in ("isnan", "isinf", "isfinite", "logical_not"):
    row(name, f"torch.{name}(x).numpy()", ANY)
row("nan_to_num", "torch.nan_to_num(x).numpy()", FLOATS)
row("nan_to_num with numbers", "torch.nan_to_num(x, nan=1.5, posinf=9.0, neginf=-9.0).numpy()", FLOATS)
row("clamp", "torch.clamp(x, -1, 2).numpy()", ("int64", "int32", "int8", *FLOATS), zeros=False)
row("clamp floats", "x.clamp(min=-0.5, max=f).numpy()", FLOATS, zeros=False, tolerance=1e-6)
row("clamp below", "x.clamp(min=0).numpy()", REAL, zeros=False)
row("clamp above", "torch.clamp(x, max=k).numpy()", ("int64", *FLOATS), zeros=False)
row("lerp", "torch.lerp(x, z, f).numpy()", FLOATS, tolerance=CLOSE, tame=True)
row("isclose", "torch.isclose(x, z).numpy()", FLOATS, tame=True)
row("allclose", "torch.allclose(x, z)", FLOATS, tame=True)
row("equal", "torch.equal(x, z)", ANY)
# Dtypes.
for method in ("float", "double", "long", "int", "bool", "short"):
    row(f"to {method}", f"x.{method}().numpy()", ANY, tame=True)
row("to", "x.to(torch.float32).numpy()", ANY)
row("to half", "x.half().float().numpy()", FLOATS, tame=True)
row("dtype", "str(x.dtype)", ANY)
row("dtype compared", "x.dtype == torch.float32", ANY)
row("device", "str(x.device) + x.device.type", REAL)
# Reductions.
for name in ("sum", "any", "all"):
    row(name, f"x.{name}().numpy()", ANY if name != "sum" else ANY, tolerance=CLOSE, tame=name == "sum")
    row(f"{name} along", f"torch.{name}(x, dim=-1).numpy()", ANY, tolerance=CLOSE, tame=name == "sum")
    row(f"{name} along, kept", f"x.{name}(0, keepdim=True).numpy()", ANY, tolerance=CLOSE, tame=name == "sum")
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
for name in ("max", "min"):
    row(name, f"x.{name}().numpy()", ANY, zeros=False)
    row(f"{name} along", "(values.numpy(), places.numpy())", ANY, zeros=False, before=f"values, places = x.{name}(dim=-1)")
    row(f"{name} values", f"x.{name}(0, keepdim=True).values.numpy()", ANY, zeros=False)
    row(f"{name} of two", f"torch.{name}(x, y).numpy()", ANY, zeros=False)
    row(f"a{name}", f"torch.a{name}(x, dim=-1).numpy()", ANY, zeros=False)
    row(f"arg{name}", f"x.arg{name}().numpy()", REAL)
    row(f"arg{name} along", f"torch.arg{name}(x, dim=0, keepdim=True).numpy()", REAL)
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
row("expand_as", "torch.zeros(3, 1).expand_as(x).numpy()", REAL, ranks=(2,))
row("broadcast_to", "torch.broadcast_to(x, (2, 4)).numpy()", REAL, ranks=(1,))
row("repeat", "x.repeat(2, 3).numpy()", REAL, ranks=(1, 2))
row("repeat_interleave", "x.repeat_interleave(2, dim=0).numpy()", REAL)
row("repeat_interleave flat", "torch.repeat_interleave(x, 3).numpy()", REAL)
row("flip", "torch.flip(x, (0,)).numpy()", REAL)
row("flip two", "x.flip(0, 1).numpy()", REAL, ranks=(3,))
row("roll", "torch.roll(x, k, 0).numpy()", REAL, least=1)
row("roll flat", "torch.roll(x, 2).numpy()", REAL, least=1)
row("diagonal", "torch.diagonal(x).numpy()", REAL, ranks=(2, 3))
row("narrow", "x.narrow(0, 1, 2).numpy()", REAL)
row("tril", "torch.tril(x).numpy()", ANY, ranks=(2, 3))
row("triu", "x.triu(1).numpy()", ANY, ranks=(2, 3))
row("size", "(x.size(0), x.size(-1), x.dim(), x.numel(), x.ndim)", ANY)
row("shape", "tuple(x.shape)", ANY)
row("len", "len(x)", ANY)
row("tolist", "x.tolist()", (*INTEGERS, "float64", "bool"))
row("item", "x.item()", REAL)
row("bool", "bool(x)", ANY)
row("float of one", "float(x.sum())", FLOATS, tolerance=CLOSE, tame=True)
row("int of one", "int(x.long().sum())", REAL, tame=True)
row("rows", "[row.sum().item() for row in x]", INTEGERS, tame=True)
# Indexing.
row("an int", "x[k].numpy()", REAL)
row("the last", "x[-1].numpy()", REAL)
row("a slice", "x[1:4].numpy()", REAL)
row("slices", "x[:, ::2, None].numpy()", REAL, ranks=(3,))
row("an ellipsis", "x[..., 0].numpy()", REAL, least=1)
row("positions", "x[i].numpy()", REAL, least=3)
row("positions out of bounds", "x[i].numpy()", REAL, least=1)
row("a mask", "x[m].numpy()", REAL)
row("a comparison", "x[x > 0].numpy()", REAL)
row("a list", "x[[0, -1]].numpy()", REAL, least=1)
row("set an item", "x.numpy()", REAL, least=1, before="x = x.clone(); x[0] = 3")
row("set a slice", "x.numpy()", REAL, before="x = x.clone(); x[1:] = z[1:]")
row("set a mask", "x.numpy()", FLOATS, before="x = x.clone(); x[m] = -1.5")
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
row("split sizes", "[part.numpy() for part in torch.split(x, [1, 2])]", REAL)
row("chunk", "[part.numpy() for part in x.chunk(3, dim=-1)]", REAL)
row("unbind", "[part.numpy() for part in torch.unbind(x, 0)]", REAL, ranks=(2, 3))
# Products.
row("matmul", "(x @ z.transpose(0, 1)).numpy()", REAL, ranks=(2,), tame=True, tolerance=1e-4)
row("matmul of vectors", "torch.matmul(x, z).numpy()", REAL, ranks=(1,), tame=True, tolerance=1e-4)
row("matmul with errors", "(x @ z).numpy()", FLOATS, ranks=(2,), tame=True, tolerance=1e-4)
row("bmm", "torch.bmm(x, z.transpose(1, 2)).numpy()", FLOATS, ranks=(3,), tame=True, tolerance=1e-4)
row("mm", "torch.mm(x, z.t()).numpy()", FLOATS, ranks=(2,), tame=True, tolerance=1e-4)
row("mv", "x.mv(x[0]).numpy()", FLOATS, ranks=(2,), tame=True, tolerance=1e-4, least=1)
row("dot", "x.dot(z).numpy()", REAL, ranks=(1,), tame=True, tolerance=1e-4)
row("outer", "torch.outer(x, z).numpy()", REAL, ranks=(1,), tame=True)
row("einsum", "torch.einsum('ij,kj->ik', x, z).numpy()", FLOATS, ranks=(2,), tame=True, tolerance=1e-4, least=1)
row("cdist", "torch.cdist(x, z).numpy()", FLOATS, ranks=(2,), tame=True, tolerance=2e-3, least=1)
# Creation.
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
for name in ("silu", "elu", "softplus", "leaky_relu", "hardsigmoid", "hardswish", "mish", "selu", "logsigmoid"):
    row(name, f"F.{name}(x).numpy()", FLOATS, tolerance=1e-4, tame=True, zeros=False)
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
for mode in ("nearest", "bilinear", "bicubic", "area"):
    corners = ", align_corners=False" if mode.startswith("bi") else ""
    row(f"interpolate {mode}", f"(F.interpolate(x, size=(3, 7), mode='{mode}'{corners}) + 100).numpy()", FLOATS, ranks=(4,), tolerance=CLOSE, tame=True, least=1)
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
row("no_grad", "x.numpy()", FLOATS, before="with torch.no_grad(): x = x + 1")
row("inference_mode", "x.numpy()", FLOATS, before="with torch.inference_mode(): x = x * 2", tolerance=1e-6)
row("mean pooling", "F.normalize((x * w).sum(1) / torch.clamp(w.sum(1), min=1e-9), p=2, dim=1).numpy()", FLOATS, ranks=(3,), tolerance=1e-4, tame=True, least=1, before="w = (x[:, :, :1] > 0).expand(x.size()).to(x.dtype)")
row("top classes", "[(int(place), round(float(value), 3)) for value, place in zip(values, places)]", ("float64",), ranks=(1,), tame=True, least=3, zeros=False, tolerance=1e-3, before="x = x + torch.arange(x.size(0)) * 0.01; values, places = torch.topk(F.softmax(x, dim=0), k=2)")
row("attention", "(F.softmax(x @ x.transpose(-2, -1) / x.size(-1) ** 0.5, dim=-1) @ x).numpy()", FLOATS, ranks=(2, 3), tame=True, least=1, tolerance=1e-4)
row("causal mask", "x.masked_fill(torch.triu(torch.ones(x.size(0), x.size(0)), diagonal=1).bool(), float('-inf')).numpy()", FLOATS, ranks=(2,), square=True, least=1)
row("aliasing of a view", "x.numpy()", REAL, least=2, before="x = x.contiguous().clone(); y_ = x.view(-1); y_[0] = 9; v = x[1]; v += 1", ranks=(2,))
