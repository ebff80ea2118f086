"""What dtypes can hold: `finfo` and `iinfo`."""

import numpy as np

from hotforge import compile

SMALL = np.finfo(np.float32).eps


@compile()
def masked(scores: list[float], mask: list[bool]) -> list[float]:
    x = np.array(scores, dtype=np.float32)
    return np.where(np.array(mask, dtype=bool), x, np.finfo(np.float32).min).tolist()


@compile()
def singles() -> list[str]:
    info = np.finfo(np.float32)
    return [repr(info.max), repr(info.min), repr(info.eps), repr(info.tiny), repr(info.resolution), str(info.bits)]


@compile()
def halves() -> list[str]:
    info = np.finfo(np.float16)
    return [repr(info.max), repr(info.smallest_normal), repr(info.smallest_subnormal), repr(info.eps), repr(info.epsneg)]


@compile()
def doubles() -> list[str]:
    info = np.finfo(float)
    return [repr(info.max), repr(info.smallest_subnormal), repr(info.eps), repr(info.resolution), str(info.bits)]


@compile()
def of_array(values: list[float]) -> float:
    x = np.array(values)
    return float(x.sum() / (np.finfo(x.dtype).eps + np.abs(x).sum()))


@compile()
def integers() -> list[int]:
    return [
        np.iinfo(np.int8).min,
        np.iinfo(np.int16).max,
        np.iinfo(np.int32).max,
        np.iinfo(np.int64).min,
        np.iinfo(np.int64).max,
        np.iinfo(np.uint8).max,
        np.iinfo(np.uint16).min,
        np.iinfo("uint32").max,
        np.iinfo(int).bits,
    ]


@compile()
def saturated(values: list[float]) -> list[int]:
    info = np.iinfo(np.uint8)
    return np.clip(np.array(values), info.min, info.max).astype(np.uint8).tolist()


@compile()
def at_module_level(x: float) -> float:
    return float(np.float32(x) + SMALL)


CASES = {
    "masked": [([0.5, 1.5], [True, False]), ([], []), ([1.0], [False])],
    "singles": [()],
    "halves": [()],
    "doubles": [()],
    "of_array": [([1.0, 2.0],), ([],), ([-5.0],)],
    "integers": [()],
    "saturated": [([-5.0, 3.7, 300.0],), ([],)],
    "at_module_level": [(1.0,), (0.0,)],
}
