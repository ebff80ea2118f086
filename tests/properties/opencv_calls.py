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


def order(corners: list[list[float]]) -> list[list[float]]:
    # The corners from the upper left on, clockwise.
    a, b, c, d = sorted(corners, key=lambda corner: corner[0])
    left = [a, b] if a[1] < b[1] else [b, a]
    right = [c, d] if c[1] < d[1] else [d, c]
    return [left[0], right[0], right[1], left[1]]


def mean_within(heat: np.ndarray[tuple[int, int], np.dtype[np.float32]], box: list[list[float]]) -> float:
    # How hot it is within a box.
    rows, columns = heat.shape
    xs, ys = [corner[0] for corner in box], [corner[1] for corner in box]
    left, right = max(0, int(np.floor(min(xs)))), min(columns - 1, int(np.ceil(max(xs))))
    top, bottom = max(0, int(np.floor(min(ys)))), min(rows - 1, int(np.ceil(max(ys))))
    mask = np.zeros((bottom - top + 1, right - left + 1), dtype=np.uint8)
    moved = np.array([[x - left, y - top] for x, y in box])
    cv2.fillPoly(mask, moved.reshape(1, -1, 2).astype(np.int32), 1)
    return cv2.mean(heat[top : bottom + 1, left : right + 1], mask)[0]


def text_boxes(heat: np.ndarray[tuple[int, int], np.dtype[np.float32]]) -> list[tuple[list[list[float]], float]]:
    # What is made of the heat map of a text detector (DBNet).
    bitmap = cv2.dilate((heat > 0.5).astype(np.uint8), np.ones((2, 2), dtype=np.uint8))
    contours, _ = cv2.findContours(bitmap * 255, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    found: list[tuple[list[list[float]], float]] = []
    for contour in contours[:1000]:
        rectangle = cv2.minAreaRect(contour)
        center, (width, height), angle = rectangle
        if min(width, height) < 2:
            continue
        score = mean_within(heat, order(cv2.boxPoints(rectangle).tolist()))
        if score < 0.55:
            continue
        wider = width * height * 1.6 / (width + height)
        found.append((order(cv2.boxPoints((center, (width + wider, height + wider), angle)).tolist()), score))
    return found


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


def regions(least: int = 1, most: int = 12) -> Input:
    """A grey image with regions and holes in them."""

    def make(rng: np.random.Generator) -> np.ndarray:
        rows, columns = (int(rng.integers(least, most + 1)) for _ in range(2))
        found = (rng.random((rows, columns)) < rng.choice([0.3, 0.6, 0.8])).astype(np.uint8)
        if rng.random() < 0.5:
            found = np.repeat(np.repeat(found, 2, axis=0), 3, axis=1)
        return found * np.uint8(rng.choice([1, 255]))

    return Input(array_annotation("uint8", "int", "int"), make)


def polygon(low: int, high: int) -> Input:
    """Corners, some outside of the image."""

    def make(rng: np.random.Generator) -> np.ndarray:
        return rng.integers(low, high, (int(rng.integers(1, 8)), 2)).astype(np.int32)

    return Input(array_annotation("int32", "int", 2), make)


def heat_map() -> Input:
    """A few warm places."""

    def make(rng: np.random.Generator) -> np.ndarray:
        y, x = np.mgrid[0:40, 0:60]
        heat = np.zeros((40, 60))
        for _ in range(int(rng.integers(0, 6))):
            angle, wide, narrow = rng.uniform(0, np.pi), rng.uniform(4, 16), rng.uniform(1.5, 5)
            across = (x - rng.uniform(0, 60)) * np.cos(angle) + (y - rng.uniform(0, 40)) * np.sin(angle)
            down = (y - rng.uniform(0, 40)) * np.cos(angle) - (x - rng.uniform(0, 60)) * np.sin(angle)
            heat = np.maximum(heat, np.exp(-((across / wide) ** 4) - (down / narrow) ** 4))
        return heat.astype(np.float32)

    return Input(array_annotation("float32", "int", "int"), make)


def whole_points() -> Input:
    """Points of whole numbers, as contours are: many on one line, some the same."""

    def make(rng: np.random.Generator) -> np.ndarray:
        return rng.integers(-5, 6, (int(rng.integers(1, 11)), 1, 2)).astype(np.int32)

    return Input(array_annotation("int32", "int", 1, 2), make)


def boxes(kind: str) -> Input:
    """Boxes of a list or an array: left, top, width, height; sometimes there are none."""

    def make(rng: np.random.Generator):
        found = rng.integers(0, 12, (8, 4))
        found[:, 2:] += 1
        return found.tolist() if kind == "list" else found.astype(kind)

    return Input("list[list[int]]" if kind == "list" else array_annotation(kind, "int", 4), make)


def scores() -> Input:
    """How sure a network is of eight boxes: some are just as sure."""
    return Input("list[float]", lambda rng: rng.uniform(0.1, 1, 8).round(1).tolist())


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
row("resize", "cv2.resize(x, (k, m), interpolation=cv2.INTER_LANCZOS4)", x=image(most=12), k=SIZE, m=SIZE)
row("resize", "cv2.resize(x, (k, m), interpolation=cv2.INTER_LANCZOS4)", x=image(1, most=30), k=WIDE, m=SIZE)
row("resize", "cv2.resize(x, (k, m), interpolation=cv2.INTER_LANCZOS4)", CLOSE, x=image(1, "float32"), k=SIZE, m=SIZE)
row("resize", "cv2.resize(x, (k, m), interpolation=cv2.INTER_CUBIC)", CLOSE, x=image(3, "float32"), k=SIZE, m=SIZE)
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
row("findContours", "cv2.findContours(x, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)", x=regions())
row("findContours", "cv2.findContours(x, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)", x=regions())
row("findContours", "cv2.findContours(x, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)", x=regions())
row("findContours", "cv2.findContours(x[::-1], cv2.RETR_TREE, cv2.CHAIN_APPROX_SIMPLE, offset=(k, -k))", x=regions(), k=FEW)
row("findContours", "cv2.findContours(x, cv2.RETR_TREE, cv2.CHAIN_APPROX_NONE)", x=regions(8, 20))
row("findContours", "[cv2.boundingRect(c) for c in cv2.findContours(x, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]]", x=regions())
row("convexHull", "cv2.convexHull(x)", x=whole_points())
row("convexHull", "cv2.convexHull(x, clockwise=o)", x=points("float32", 1), o=flag())
row("minAreaRect", "cv2.minAreaRect(x)", x=whole_points())
row("minAreaRect", "cv2.minAreaRect(x)", x=points("float32", 1, flat=True))
row("boxPoints", "cv2.boxPoints(cv2.minAreaRect(x))", x=whole_points())
row("boxPoints", "cv2.boxPoints(((a, b), (c, c + 1), d))", a=ANGLE, b=ANGLE, c=number(0, 9), d=ANGLE)
row("fillPoly", "cv2.fillPoly(x, [p], (9, 8, 300))", x=image(most=14), p=polygon(0, 9))
row("fillPoly", "cv2.fillPoly(x, [p, q], 7)", x=image(1, most=14), p=polygon(-6, 20), q=polygon(0, 9))
row("fillPoly", "cv2.fillPoly(x, p.reshape(1, -1, 2), 1)", x=image(1, "float32", 14), p=polygon(-3, 14))
row("fillPoly", "x", before="y = cv2.fillPoly(x, cv2.findContours(x, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0], 200)", x=regions())
row("mean", "cv2.mean(x)", 1e-12, x=image())
row("mean", "cv2.mean(x)[0]", 1e-6, x=image(1, "float32", 20))
row("mean", "cv2.mean(x, (y > 0).astype(np.uint8))", 1e-12, before="y = x[:, :, 0] // 100", x=image(4))
row("mean", "cv2.mean(x[1:], y[1:])", 1e-6, before="y = (x > 1).astype(np.uint8)", x=image(1, "float32"))
row("dnn.NMSBoxes", "[int(i) for i in cv2.dnn.NMSBoxes(b, s, t, u)]", b=boxes("list"), s=scores(), t=number(0, 1), u=number(0, 1))
row("dnn.NMSBoxes", "cv2.dnn.NMSBoxes(b, np.array(s), 0.05, u, k / 10 + 0.1, k)", b=boxes("float32"), s=scores(), u=number(0, 1), k=integer(1, 9))
row("findContours", "text_boxes(x)", 1e-6, x=heat_map())

# Files.
row("imencode", "cv2.imdecode(cv2.imencode('.png', x)[1], cv2.IMREAD_COLOR)", x=image())
row("imencode", "cv2.imdecode(cv2.imencode('.BMP', x)[1], 1)", x=image(1))
row("imencode", "cv2.imencode('.jpg', x, [cv2.IMWRITE_JPEG_QUALITY, 50])[0]", x=image(4))
row("imdecode", "cv2.imdecode(cv2.imencode('.png', x, [cv2.IMWRITE_PNG_COMPRESSION, k])[1], cv2.IMREAD_GRAYSCALE)", x=image(), k=FEW)
row("imdecode", "cv2.imdecode(cv2.imencode('.webp', x, [cv2.IMWRITE_WEBP_QUALITY, 101])[1], cv2.IMREAD_COLOR)", x=image())
row("imdecode", "cv2.imdecode(x.ravel(), cv2.IMREAD_COLOR)", x=image())

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
