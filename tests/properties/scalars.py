"""The rows of numpy's scalars, which `test_arrays.py` compares as those of `arrays.py`: scalars are elements of arrays."""

from __future__ import annotations

from arrays import ANY, COMPLEX, FLOATS, INTEGERS, NUMBERS, REAL, Row

ROWS: list[Row] = []

#: The fewest elements of an array: a scalar is one of them.
LEAST = 1
#: How many generated cases each row has at least.
CASES = 42


def row(name: str, expression: str, dtypes: tuple[str, ...], tolerance: float | None = None, *, tame: bool = False) -> None:
    """Adds a row: an expression of the scalars `p` and `q`, or of those and `k`, an int, or `f`, a float."""
    ROWS.append(Row(name, f"[({expression}) for p, q in zip(x, z)]", dtypes, (1,), tolerance, tame, LEAST))


BITS = (*INTEGERS, "bool")

row("Scalar.__add__", "p + q, p + k", ANY)
row("Scalar.__radd__", "k + p, f + p", NUMBERS)
row("Scalar.__sub__", "p - q, p - k", NUMBERS)
row("Scalar.__rsub__", "k - p, f - p", NUMBERS)
row("Scalar.__mul__", "p * q, p * k", ANY)
row("Scalar.__rmul__", "k * p, f * p", ANY)
row("Scalar.__truediv__", "p / q, p / k", REAL)
row("Scalar.__truediv__", "p / q", COMPLEX, 1e-6, tame=True)
row("Scalar.__rtruediv__", "k / p, f / p", REAL)
row("Scalar.__floordiv__", "p // q, p // k", REAL)
row("Scalar.__rfloordiv__", "k // p, f // p", REAL)
row("Scalar.__mod__", "p % q, p % k", REAL)
row("Scalar.__rmod__", "k % p, f % p", REAL)
row("Scalar.__pow__", "p ** abs(q % 5), p ** 2", (*INTEGERS, *FLOATS), 1e-6, tame=True)
row("Scalar.__rpow__", "k ** abs(p)", (*INTEGERS, *FLOATS), 1e-6, tame=True)
row("Scalar.__and__", "p & q, p & k", BITS)
row("Scalar.__rand__", "k & p", BITS)
row("Scalar.__or__", "p | q, p | k", BITS)
row("Scalar.__ror__", "k | p", BITS)
row("Scalar.__xor__", "p ^ q, p ^ k", BITS)
row("Scalar.__rxor__", "k ^ p", BITS)
row("Scalar.__eq__", "p == q, p == k, f == p", ANY)
row("Scalar.__ne__", "p != q, p != k, f != p", ANY)
row("Scalar.__lt__", "p < q, p < k, f < p", ANY)
row("Scalar.__le__", "p <= q, p <= k, f <= p", ANY)
row("Scalar.__gt__", "p > q, p > k, f > p", ANY)
row("Scalar.__ge__", "p >= q, p >= k, f >= p", ANY)
row("Scalar.__neg__, Scalar.__pos__, Scalar.__abs__", "-p, +p, abs(p)", NUMBERS, 1e-6)
row("Scalar.__invert__", "~p", BITS)
row("Scalar.__bool__", "bool(p), not p, 1 if p else 2", ANY)
row("Scalar.__int__", "int(p)", (*REAL, "bool", "float16"))
row("Scalar.__float__", "float(p)", (*REAL, "bool", "float16"))
row("Scalar.__index__", "[10, 20, 30, 40, 50, 60, 70][p]", INTEGERS, tame=True)
row("Scalar.__round__, Scalar.round", "round(p, 1), p.round(2)", FLOATS, tame=True)
row("Scalar.__round__, Scalar.round", "round(p, -1), p.round(1)", INTEGERS)
row("Scalar.astype", "p.astype(np.float32), p.astype(np.int16)", (*REAL, "bool"), tame=True)
row("Scalar.conj, Scalar.conjugate", "p.conj(), p.conjugate()", NUMBERS)
row("Scalar.dtype, Scalar.ndim", "str(p.dtype), repr(p.dtype), p.ndim", ANY)
row("Scalar.real, Scalar.imag", "p.real, p.imag", NUMBERS)
row("Scalar.item, Scalar.tolist", "p.item(), p.tolist()", ANY)
row("bool_.__new__", "np.bool_(p), np.bool_(k), np.bool_(f)", ANY)
row("int8.__new__", "np.int8(p)", (*REAL, "bool"), tame=True)
row("int8.__new__", "np.int8(100 * k)", ("int64",))
row("int16.__new__", "np.int16(p), np.int16(k)", (*REAL, "bool"), tame=True)
row("int32.__new__", "np.int32(p), np.int32(k)", (*REAL, "bool"), tame=True)
row("int64.__new__", "np.int64(p), np.int64(k), np.int64(f)", (*REAL, "bool"), tame=True)
row("uint8.__new__", "np.uint8(p)", (*INTEGERS, "bool"))
row("uint8.__new__", "np.uint8(k)", ("int64",))
row("uint16.__new__", "np.uint16(p)", (*INTEGERS, "bool"))
row("uint32.__new__", "np.uint32(p)", (*INTEGERS, "bool"))
row("uint64.__new__", "np.uint64(p)", (*INTEGERS, "bool"))
row("float16.__new__", "np.float16(p), np.float16(k), np.float16(f)", (*REAL, "bool", "float16"))
row("float32.__new__", "np.float32(p), np.float32(k), np.float32(f)", (*REAL, "bool", "float16"))
row("float64.__new__", "np.float64(p), np.float64(k), np.float64(f)", (*REAL, "bool", "float16"))
row("complex64.__new__", "np.complex64(p), np.complex64(k), np.complex64(f)", ANY)
row("complex128.__new__", "np.complex128(p), np.complex128(k), np.complex128(f)", ANY)
