"""The rows of OpenCV. What `opencv-python-headless` gives is recorded, so that no run of the tests has to install it."""

from __future__ import annotations

import numpy as np
from calls import Input, Table, array_annotation, flag, integer, number

#: How many generated cases each row has.
CASES = 42
CLOSE = 1e-5

HEADER = """\
from typing import Literal

import cv2
import numpy as np

from hotforge import compile


"""
TABLE = Table("opencv", HEADER, CASES, recorded="opencv-python-headless")
row = TABLE.row


def image(channels: int = 3, dtype: str = "uint8", most: int = 9) -> Input:
    """An image of random pixels; of one channel it has no axis for that."""
    bands = () if channels == 1 else (channels,)

    def make(rng: np.random.Generator) -> np.ndarray:
        shape = (int(rng.integers(1, most + 1)), int(rng.integers(1, most + 1)), *bands)
        if dtype == "float32":
            return (rng.random(shape) + 0.5).astype(dtype)
        return rng.integers(0, 256, shape, dtype=np.uint8)

    return Input(array_annotation(dtype, "int", "int", *bands), make)


def kernel() -> Input:
    """A few places that count."""

    def make(rng: np.random.Generator) -> np.ndarray:
        found = rng.integers(0, 2, (int(rng.integers(1, 5)), int(rng.integers(1, 5))), dtype=np.uint8)
        found[0, 0] = 1
        return found

    return Input(array_annotation("uint8", "int", "int"), make)


def points(dtype: str, least: int = 0, flat: bool = False) -> Input:
    """Points as rows, or as OpenCV gives contours."""

    def make(rng: np.random.Generator) -> np.ndarray:
        found = rng.uniform(-20, 20, (int(rng.integers(least, 9)), 2)).round(2).astype(dtype)
        return found if flat else found[:, None]

    axes = ("int", 2) if flat else ("int", 1, 2)
    return Input(array_annotation(dtype, *axes), make)


def corners(count: int) -> Input:
    """Corners of something that is not flat."""

    def make(rng: np.random.Generator) -> np.ndarray:
        square = np.array([[0, 0], [10, 0], [10, 10], [0, 10]], dtype=np.float32)[:count]
        return square + rng.uniform(-3, 3, (count, 2)).round(2).astype(np.float32)

    return Input(array_annotation("float32", count, 2), make)


SIZE = integer(1, 14)
FEW = integer(0, 6)
#: Wider than what OpenCV computes at once.
WIDE = integer(1, 40)
ANGLE = number(-180, 180)

# Colours.
row("cvtColor", "cv2.cvtColor(x, cv2.COLOR_BGR2RGB)", x=image())
row("cvtColor", "cv2.cvtColor(x, cv2.COLOR_RGB2GRAY)", x=image())
row("cvtColor", "cv2.cvtColor(x, cv2.COLOR_BGR2GRAY)", x=image())
row("cvtColor", "cv2.cvtColor(x, cv2.COLOR_BGR2BGRA)", x=image())
row("cvtColor", "cv2.cvtColor(x, cv2.COLOR_RGB2BGRA)", x=image())
row("cvtColor", "cv2.cvtColor(x, cv2.COLOR_BGR2HSV)", x=image())
row("cvtColor", "cv2.cvtColor(x, cv2.COLOR_RGB2HSV)", x=image())
row("cvtColor", "cv2.cvtColor(x, cv2.COLOR_BGR2YCrCb)", x=image())
row("cvtColor", "cv2.cvtColor(x, cv2.COLOR_RGB2YCrCb)", x=image())
row("cvtColor", "cv2.cvtColor(x, cv2.COLOR_YCrCb2BGR)", x=image())
row("cvtColor", "cv2.cvtColor(x, cv2.COLOR_YCrCb2RGB)", x=image())
row("cvtColor", "cv2.cvtColor(x, cv2.COLOR_BGR2YUV)", x=image())
row("cvtColor", "cv2.cvtColor(x, cv2.COLOR_RGB2YUV)", x=image())
row("cvtColor", "cv2.cvtColor(x, cv2.COLOR_YUV2BGR)", x=image())
row("cvtColor", "cv2.cvtColor(x, cv2.COLOR_YUV2RGB)", x=image())
row("cvtColor", "cv2.cvtColor(x, cv2.COLOR_BGRA2BGR)", x=image(4))
row("cvtColor", "cv2.cvtColor(x, cv2.COLOR_BGRA2RGB)", x=image(4))
row("cvtColor", "cv2.cvtColor(x, cv2.COLOR_RGBA2BGRA)", x=image(4))
row("cvtColor", "cv2.cvtColor(x, cv2.COLOR_RGBA2GRAY)", x=image(4))
row("cvtColor", "cv2.cvtColor(x, cv2.COLOR_BGRA2GRAY)", x=image(4))
row("cvtColor", "cv2.cvtColor(x, cv2.COLOR_GRAY2BGR)", x=image(1))
row("cvtColor", "cv2.cvtColor(x[:, ::-1], cv2.COLOR_GRAY2RGBA)", x=image(1))

# Sizes.
row("resize", "cv2.resize(x, (k, m))", x=image(), k=SIZE, m=SIZE)
row("resize", "cv2.resize(x, (k, m), interpolation=cv2.INTER_LINEAR)", x=image(1), k=SIZE, m=SIZE)
row("resize", "cv2.resize(x, (k, m), interpolation=cv2.INTER_NEAREST)", x=image(4), k=SIZE, m=SIZE)
row("resize", "cv2.resize(x, (k, m), interpolation=cv2.INTER_AREA)", x=image(most=20), k=SIZE, m=SIZE)
row("resize", "cv2.resize(x, (k, m), interpolation=cv2.INTER_AREA)", x=image(1, most=20), k=SIZE, m=SIZE)
row("resize", "cv2.resize(x, (x.shape[1] // 2 + 1, x.shape[0] // 3 + 1), interpolation=cv2.INTER_AREA)", before="x = np.repeat(np.repeat(x, 3, axis=0), 2, axis=1)[:, :, ::-1]", x=image())
row("resize", "cv2.resize(np.repeat(np.repeat(x, 2, axis=0), 2, axis=1), (x.shape[1], x.shape[0]))", x=image())
row("resize", "cv2.resize(x, None, fx=f, fy=g)", x=image(), f=number(0.5, 3), g=number(0.5, 3))
row("resize", "cv2.resize(x, None, None, f, f, cv2.INTER_AREA)", x=image(4, most=20), f=number(0.5, 1))
row("resize", "cv2.resize(x, (k, m))", CLOSE, x=image(3, "float32"), k=SIZE, m=SIZE)
row("resize", "cv2.resize(x, dsize=(k, m), interpolation=cv2.INTER_NEAREST)", x=image(1, "float32"), k=SIZE, m=SIZE)
row("resize", "cv2.resize(x, (k, m), interpolation=cv2.INTER_AREA)", CLOSE, x=image(1, "float32", 20), k=SIZE, m=SIZE)
row("flip", "cv2.flip(x, k)", x=image(), k=integer(-1, 1))
row("flip", "cv2.flip(x, k)", x=image(1, "float32"), k=integer(-1, 1))
row("rotate", "cv2.rotate(x, cv2.ROTATE_90_CLOCKWISE)", x=image())
row("rotate", "cv2.rotate(x, cv2.ROTATE_180)", x=image(1))
row("rotate", "cv2.rotate(x, cv2.ROTATE_90_COUNTERCLOCKWISE)", x=image(4, "float32"))
row("copyMakeBorder", "cv2.copyMakeBorder(x, a, b, c, d, cv2.BORDER_CONSTANT, value=(1, 2, 300))", x=image(), a=FEW, b=FEW, c=FEW, d=FEW)
row("copyMakeBorder", "cv2.copyMakeBorder(x, a, b, c, d, cv2.BORDER_CONSTANT, value=114)", x=image(), a=FEW, b=FEW, c=FEW, d=FEW)
row("copyMakeBorder", "cv2.copyMakeBorder(x, a, b, c, d, cv2.BORDER_REPLICATE)", x=image(1), a=FEW, b=FEW, c=FEW, d=FEW)
row("copyMakeBorder", "cv2.copyMakeBorder(x, a, b, c, d, cv2.BORDER_REFLECT)", x=image(), a=FEW, b=FEW, c=FEW, d=FEW)
row("copyMakeBorder", "cv2.copyMakeBorder(x, a, b, c, d, cv2.BORDER_REFLECT_101)", x=image(4), a=FEW, b=FEW, c=FEW, d=FEW)
row("copyMakeBorder", "cv2.copyMakeBorder(x, a, b, c, d, cv2.BORDER_WRAP)", x=image(3, "float32"), a=FEW, b=FEW, c=FEW, d=FEW)

# Values.
row("threshold", "cv2.threshold(x, t, 255, cv2.THRESH_BINARY)", x=image(1), t=number(0, 254))
row("threshold", "cv2.threshold(x, t, m, cv2.THRESH_BINARY_INV)", x=image(), t=number(0, 254), m=number(-5, 300))
row("threshold", "cv2.threshold(x, t, 255, cv2.THRESH_TRUNC)", x=image(1), t=number(0, 254))
row("threshold", "cv2.threshold(x, t, 255, cv2.THRESH_TOZERO)", x=image(1), t=number(0, 254))
row("threshold", "cv2.threshold(x, t, 255, cv2.THRESH_TOZERO_INV)", x=image(4), t=number(0, 254))
row("threshold", "cv2.threshold(x, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)", x=image(1))
row("threshold", "cv2.threshold(x // 40 * 40, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)", x=image(1))
row("threshold", "cv2.threshold(x, t, m, cv2.THRESH_BINARY)", x=image(1, "float32"), t=number(-1, 2), m=number(-2, 2))
row("threshold", "cv2.threshold(x, t, m, cv2.THRESH_TRUNC)", x=image(3, "float32"), t=number(-1, 2), m=number(-2, 2))
row("dilate", "cv2.dilate(x, np.ones((3, 3), np.uint8), iterations=k)", x=image(), k=integer(1, 3))
row("dilate", "cv2.dilate(x, y)", x=image(1), y=kernel())
row("dilate", "cv2.dilate(x, y)", x=image(1, "float32"), y=kernel())
row("erode", "cv2.erode(x, np.ones((3, 2), np.uint8), iterations=k)", x=image(), k=integer(1, 3))
row("erode", "cv2.erode(x, y)", x=image(4), y=kernel())
row("erode", "cv2.erode(x, y)", x=image(1, "float32"), y=kernel())
row("morphologyEx", "cv2.morphologyEx(x, cv2.MORPH_ERODE, y)", x=image(1), y=kernel())
row("morphologyEx", "cv2.morphologyEx(x, cv2.MORPH_DILATE, y)", x=image(1), y=kernel())
row("morphologyEx", "cv2.morphologyEx(x, cv2.MORPH_OPEN, y)", x=image(1), y=kernel())
row("morphologyEx", "cv2.morphologyEx(x, cv2.MORPH_CLOSE, y)", x=image(1), y=kernel())
row("morphologyEx", "cv2.morphologyEx(x, cv2.MORPH_GRADIENT, y)", x=image(1), y=kernel())
row("morphologyEx", "cv2.morphologyEx(x, cv2.MORPH_TOPHAT, y)", x=image(1), y=kernel())
row("morphologyEx", "cv2.morphologyEx(x, cv2.MORPH_BLACKHAT, y)", x=image(1), y=kernel())
row("getStructuringElement", "cv2.getStructuringElement(cv2.MORPH_RECT, (k, m))", k=SIZE, m=SIZE)
row("getStructuringElement", "cv2.getStructuringElement(cv2.MORPH_CROSS, (k, m))", k=SIZE, m=SIZE)
row("getStructuringElement", "cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (k, m))", k=SIZE, m=SIZE)

# Points.
row("boundingRect", "cv2.boundingRect(x)", x=points("int32", 1))
row("boundingRect", "cv2.boundingRect(x)", x=points("int32", 1, flat=True))
row("boundingRect", "cv2.boundingRect(x)", x=points("float32", 1))
row("contourArea", "cv2.contourArea(x)", x=points("int32"))
row("contourArea", "cv2.contourArea(x, oriented=o)", 1e-12, x=points("float32", flat=True), o=flag())
row("arcLength", "cv2.arcLength(x, o)", 1e-6, x=points("int32"), o=flag())
row("arcLength", "cv2.arcLength(x, closed=o)", 1e-6, x=points("float32"), o=flag())

# Matrices.
row("getRotationMatrix2D", "cv2.getRotationMatrix2D((a, b), c, s)", 1e-9, a=number(-9, 9), b=number(-9, 9), c=number(-400, 400), s=number(0.1, 3))
row("getPerspectiveTransform", "cv2.getPerspectiveTransform(x, y)", 1e-6, x=corners(4), y=corners(4))
row("getAffineTransform", "cv2.getAffineTransform(x, y)", 1e-6, x=corners(3), y=corners(3))

# Moving.
row("warpAffine", "cv2.warpAffine(x, cv2.getRotationMatrix2D((c, 4), a, s), (k, m))", x=image(), a=ANGLE, s=number(0.5, 2), c=number(0, 9), k=WIDE, m=SIZE)
row("warpAffine", "cv2.warpAffine(x, cv2.getRotationMatrix2D((c, 4), a, s), (k, m), flags=cv2.INTER_NEAREST, borderValue=(9, 8, 7))", x=image(), a=ANGLE, s=number(0.5, 2), c=number(0, 9), k=WIDE, m=SIZE)
row("warpAffine", "cv2.warpAffine(x, cv2.getRotationMatrix2D((c, 4), a, 1), (k, m), borderValue=200)", x=image(1), a=ANGLE, c=number(0, 9), k=WIDE, m=SIZE)
row("warpAffine", "cv2.warpAffine(x, np.array([[1, 0, a], [0, 1, c]], np.float32), (k, m))", x=image(4), a=number(-5, 5), c=number(-5, 5), k=WIDE, m=SIZE)
row("warpAffine", "cv2.warpAffine(x, cv2.getRotationMatrix2D((c, 4), a, 1), (k, m))", CLOSE, x=image(1, "float32"), a=ANGLE, c=number(0, 9), k=WIDE, m=SIZE)
row("warpPerspective", "cv2.warpPerspective(x, cv2.getPerspectiveTransform(a, b), (k, m))", x=image(), a=corners(4), b=corners(4), k=WIDE, m=SIZE)
row("warpPerspective", "cv2.warpPerspective(x, cv2.getPerspectiveTransform(a, b), (k, m), flags=cv2.INTER_NEAREST)", x=image(1), a=corners(4), b=corners(4), k=WIDE, m=SIZE)
row("GaussianBlur", "cv2.GaussianBlur(x, (5, 5), 0)", x=image())
row("GaussianBlur", "cv2.GaussianBlur(x, (3, 7), s)", x=image(4), s=number(0.3, 3))
row("GaussianBlur", "cv2.GaussianBlur(x, (0, 0), sigmaX=s, sigmaY=t)", x=image(1), s=number(0.3, 2), t=number(0.3, 2))
row("GaussianBlur", "cv2.GaussianBlur(x, (2 * k + 1, 2 * m + 1), 0)", x=image(1, most=14), k=integer(0, 6), m=integer(0, 6))
