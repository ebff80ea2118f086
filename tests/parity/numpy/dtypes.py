"""float16, complex64 and complex128: arithmetic, conversions, printing, parts as views."""

import numpy as np
import numpy.typing as npt

from hotforge import compile


@compile()
def halves(x: npt.NDArray[np.float16], y: npt.NDArray[np.float16]) -> list[np.ndarray]:
    return [x + y, x - y, x * y, x / y, x // y, x % y, -x, abs(x), x * 2, x + 0.1]


@compile()
def half_text(x: npt.NDArray[np.float16]) -> tuple[str, str]:
    return repr(x), str(x)


@compile()
def half_scalar(value: float) -> tuple[str, str, float]:
    x = np.float16(value)
    return repr(x), str(x), float(x)


@compile()
def half_casts(x: npt.NDArray[np.float64]) -> list[np.ndarray]:
    h = x.astype(np.float16)
    return [h, h.astype(np.float32), h.astype(np.int8), h.astype(np.bool_), np.exp(np.array([True, False]))]


@compile()
def complexes(x: npt.NDArray[np.complex128], y: npt.NDArray[np.complex128]) -> list[np.ndarray]:
    return [x + y, x - y, x * y, x * 2, 1j + x, -x, x == y, x != y, x < y]


@compile()
def quotients(x: npt.NDArray[np.complex128], y: npt.NDArray[np.complex128]) -> np.ndarray:
    return x / y


@compile()
def complex_text(x: npt.NDArray[np.complex128]) -> tuple[str, str]:
    return repr(x), str(x)


@compile()
def complex_scalars(re: float, im: float) -> tuple[str, complex, float, float, str]:
    x = np.complex128(complex(re, im))
    return repr(x), x.item(), float(x.real), float(x.imag), repr(np.complex64(complex(re, im)))


@compile()
def parts(x: npt.NDArray[np.complex64]) -> list[np.ndarray]:
    y = x.copy()
    y.real[...] = 7
    y.imag[:1] = y.imag[:1] * 2
    return [x.real, x.imag, y, x.conj(), np.angle(x) * 0, y[::-1].real]


@compile()
def complex_reductions(x: npt.NDArray[np.complex128]) -> tuple[complex, complex, float]:
    return x.sum().item(), x.prod().item(), float(np.abs(x).max())


@compile()
def promoted(h: npt.NDArray[np.float16], c: npt.NDArray[np.complex64], i: npt.NDArray[np.int32]) -> list[np.ndarray]:
    return [h + i, h + c, c + i, h * np.float32(2), c * np.float64(1.5), h + np.int8(1)]


@compile()
def views(x: npt.NDArray[np.float32]) -> list[np.ndarray]:
    bits = x.copy()
    bits.view(np.uint32)[:1] = 0
    return [x.view(np.uint32), x.view(np.uint8), bits]


@compile()
def from_bytes(data: bytes, offset: int) -> list[np.ndarray]:
    return [np.frombuffer(data, dtype=np.uint8), np.frombuffer(data, dtype=np.int16, offset=offset), np.frombuffer(data, np.uint8, 2)]


@compile()
def to_bytes(x: npt.NDArray[np.int16]) -> bytes:
    return x[::-1].tobytes()


@compile()
def from_items(values: list[int]) -> list[np.ndarray]:
    return [np.fromiter((value * 2 for value in values), dtype=np.int16), np.fromiter(values, np.float64, 2)]


@compile()
def written_through(x: npt.NDArray[np.int64]) -> np.ndarray:
    y = x.copy()
    y[::2][1:] += 10
    y.reshape(2, -1)[0, :] *= -1
    view = y[::-1]
    view[0] = 99
    return y


@compile()
def read_only(kind: int) -> np.ndarray:
    x = np.arange(6)
    if kind == 0:
        np.broadcast_to(x, (2, 6))[0, 0] = 1
    elif kind == 1:
        np.diagonal(x.reshape(2, 3))[0] = 1
    elif kind == 2:
        np.frombuffer(b"abc", dtype=np.uint8)[0] = 1
    return x


SPECIAL = np.array([0.0, -0.0, 1.5, -2.25, 1e4, 6e-8, float("inf"), float("nan")])
COMPLEX = np.array([1 + 2j, -0.5j, 3, -1.5 - 2.5j, 1e10 + 1e-3j])
CASES = {
    "halves": [(SPECIAL.astype(np.float16), SPECIAL[::-1].copy().astype(np.float16)), (np.array([7, -7], dtype=np.float16), np.array([2.5, 2.5], dtype=np.float16))],
    "half_text": [(SPECIAL.astype(np.float16),), (np.array([0.1, 0.25], dtype=np.float16),), (np.array([], dtype=np.float16),)],
    "half_scalar": [(1 + 2.0**-11 + 2.0**-40,), (0.1,), (1000.0,), (999.5,), (65504.0,), (65520.0,), (1e-7,), (float("nan"),), (0.0001,)],
    "half_casts": [
        (np.array([0.1, 100.7, -3.5, 65519.0, 1e-8]),),
        (np.array([0.9875488534615818, 1 + 2.0**-11, 1 + 2.0**-11 + 2.0**-52, -1 - 2.0**-11 - 2.0**-30, 2.0**-25, 2.0**-25 + 2.0**-60, 65519.99999]),),
    ],
    "complexes": [(COMPLEX, COMPLEX[::-1].copy()), (np.array([complex("nan"), complex("inf")]), np.array([1j, 2j]))],
    "quotients": [(COMPLEX, COMPLEX[::-1].copy()), (COMPLEX, COMPLEX * 0)],
    "complex_text": [(COMPLEX[:4],), (np.array([1j, complex("nan"), -1j]),), (np.array([], dtype=np.complex128),)],
    "complex_scalars": [(1.0, 2.0), (0.0, -1.5), (-0.0, 1.0), (1e16, 0.1), (float("nan"), float("inf"))],
    "parts": [(COMPLEX.astype(np.complex64),)],
    "complex_reductions": [(COMPLEX[:3],), (np.array([1j]),)],
    "promoted": [(np.array([1.5, 2], dtype=np.float16), np.array([1j, 2], dtype=np.complex64), np.array([3, -4], dtype=np.int32))],
    "views": [(np.array([1.5, -2.0, 0.0], dtype=np.float32),)],
    "from_bytes": [(b"abcdef", 0), (b"abcdef", 2), (b"abcde", 0), (b"a", 1), (b"ab", 5)],
    "to_bytes": [(np.array([1, -2, 300], dtype=np.int16),), (np.array([], dtype=np.int16),)],
    "from_items": [([1, 2, 3],), ([1],), ([20_000],)],
    "written_through": [(np.arange(6),), (np.arange(8)[::-1].copy(),), (np.arange(5),)],
    "read_only": [(0,), (1,), (2,), (3,)],
}
