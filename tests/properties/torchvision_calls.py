"""The rows of torchvision. What it gives is recorded: torch is too large to be installed for every run of the tests."""

from __future__ import annotations

import numpy as np
from calls import Input, Table, array_annotation, flag, integer, number
from PIL import Image

#: How many generated cases each row has.
CASES = 42
CLOSE = 1e-5

HEADER = """\
from typing import Literal

import numpy as np
import torch
import torchvision.transforms as T
import torchvision.transforms.functional as F
import torchvision.transforms.v2.functional as F2
from PIL import Image
from torchvision import ops
from torchvision.transforms import InterpolationMode, v2

from hotforge import compile

FOR_NETWORKS = T.Compose([
    T.Resize(6),
    T.CenterCrop((4, 7)),
    T.ToTensor(),
    T.Normalize(mean=[0.485, 0.456, 0.406], std=[0.229, 0.224, 0.225]),
])
SQUARES = T.Compose([T.Resize((6, 5), interpolation=InterpolationMode.BICUBIC), T.Grayscale(3), T.PILToTensor()])
SECOND = v2.Compose([
    v2.ToImage(),
    v2.Resize((6, 7), antialias=True),
    v2.CenterCrop(5),
    v2.ToDtype(torch.float32, scale=True),
    v2.Normalize(mean=[0.485, 0.456, 0.406], std=[0.229, 0.224, 0.225]),
])
FLOATS = T.Compose([T.ConvertImageDtype(torch.float32), T.Resize((7, 5)), T.Pad(2), lambda x: x * 2])


"""
TABLE = Table("torchvision", HEADER, CASES, recorded="torchvision")
row = TABLE.row


def image(mode: str, least: int = 1) -> Input:
    """An image of random pixels."""

    def make(rng: np.random.Generator) -> Image.Image:
        height, width = (int(rng.integers(least, least + 8)) for _ in range(2))
        bands = {"L": 1, "LA": 2, "RGB": 3, "RGBA": 4}[mode]
        pixels = rng.integers(0, 256, (height, width, bands), dtype=np.uint8)
        return Image.fromarray(pixels[..., 0] if bands == 1 else pixels)

    return Input("Image.Image", make)


def tensor(dtype: str, channels: int | None = 3, least: int = 1, batch: bool = False) -> Input:
    """An array that becomes a tensor: channels, rows and columns."""
    axes = ([] if not batch else ["int"]) + ([] if channels is None else [channels]) + ["int", "int"]

    def make(rng: np.random.Generator) -> np.ndarray:
        shape = tuple(axis if isinstance(axis, int) else int(rng.integers(least, least + 5)) for axis in axes)
        if dtype == "uint8":
            return rng.integers(0, 256, shape, dtype=np.uint8)
        return rng.random(shape).astype(dtype)

    return Input(array_annotation(dtype, *axes), make)


def pixels(dtype: str, *channels: int) -> Input:
    """An array of rows, columns and channels."""

    def make(rng: np.random.Generator) -> np.ndarray:
        shape = (int(rng.integers(1, 8)), int(rng.integers(1, 8)), *channels)
        return rng.integers(0, 256, shape).astype(dtype) if dtype != "float32" else rng.random(shape).astype(dtype)

    return Input(array_annotation(dtype, "int", "int", *channels), make)


def boxes(dtype: str = "float32", most: int = 12, apart: bool = False) -> Input:
    """Boxes as rows of corners; some are empty, and some lie on one another."""

    def make(rng: np.random.Generator) -> np.ndarray:
        count = int(rng.integers(0 if not apart else 1, most))
        corners = rng.uniform(-2, 14, (count, 2))
        sizes = rng.uniform(0.5 if apart else 0, 9, (count, 2)).round(2)
        found = np.concatenate([corners, corners + sizes], axis=1)
        if count > 3:
            found[1] = found[0]
            found[2] = found[2].round()
        return found.astype(dtype)

    return Input(array_annotation(dtype, "int", 4), make)


def scored(dtype: str = "float32", many: bool = False) -> Input:
    """Boxes with a score and a class each, as rows of six; of many, which torch sorts otherwise, no scores are equal."""

    def make(rng: np.random.Generator) -> np.ndarray:
        found = np.concatenate([boxes(dtype, 20).make(rng) for _ in range(150 if many else 1)])
        scores = rng.random((len(found), 1)) if many else rng.random((len(found), 1)).round(1)
        classes = rng.integers(0, 3, (len(found), 1))
        return np.concatenate([found, scores, classes], axis=1).astype(dtype)

    return Input(array_annotation(dtype, "int", 6), make)


SIZE = integer(1, 11)
#: torch itself repeats the first row where it makes an image of one column.
SEVERAL = integer(2, 11)
ANGLE = number(-400, 400)

# Images.
row("resize", "F.resize(img, k)", img=image("RGB"), k=SIZE)
row("resize", "F.resize(img, (k, m), interpolation=InterpolationMode.BICUBIC)", img=image("RGB"), k=SIZE, m=SIZE)
row("resize", "F.resize(img, [k, m], InterpolationMode.NEAREST)", img=image("L"), k=SIZE, m=SIZE)
row("resize", "F.resize(img, [k, m], InterpolationMode.LANCZOS)", img=image("RGBA"), k=SIZE, m=SIZE)
row("resize", "F.resize(img, k, max_size=m)", img=image("RGB"), k=SIZE, m=SIZE)
row("resize", "F.resize(img, (k, m, 1))", img=image("L"), k=SIZE, m=SIZE)
row("crop", "F.crop(img, k, m, h, w)", img=image("RGB"), k=integer(-5, 20), m=integer(-5, 20), h=SIZE, w=SIZE)
row("center_crop", "F.center_crop(img, k)", img=image("RGB"), k=SIZE)
row("center_crop", "F.center_crop(img, [k, m])", img=image("LA"), k=SIZE, m=SIZE)
row("pad", "F.pad(img.convert('RGB'), k)", img=image("RGB"), k=integer(-2, 6))
row("pad", "F.pad(img.convert('RGBA'), (k, m), fill=f)", img=image("RGBA"), k=integer(0, 6), m=integer(0, 6), f=integer(-20, 300))
row("pad", "F.pad(img.convert('RGB'), [a, b, c, d], (f, 7, 255))", img=image("RGB"), a=integer(0, 3), b=integer(0, 4), c=integer(0, 5), d=integer(-1, 2), f=integer(0, 255))
row("pad", "F.pad(img.convert('RGB'), [a, b, 2, 1], padding_mode='edge')", img=image("RGB"), a=integer(0, 9), b=integer(0, 9))
row("pad", "F.pad(img.convert('L'), [a, b, 0, 3], padding_mode='reflect')", img=image("L"), a=integer(0, 9), b=integer(0, 9))
row("pad", "F.pad(img.convert('RGB'), [a, b, 3, 0], padding_mode='symmetric')", img=image("RGB"), a=integer(0, 9), b=integer(0, 9))
row("pad", "F.pad(img.convert('L'), [a], padding_mode='mirror')", img=image("L"), a=integer(0, 9))
row("hflip", "F.hflip(img)", img=image("RGB"))
row("vflip", "F.vflip(img)", img=image("LA"))
row("five_crop", "F.five_crop(img, (k, m))", img=image("RGB", 8), k=integer(1, 12), m=integer(1, 12))
row("rotate", "F.rotate(img.convert('RGB'), a)", img=image("RGB"), a=ANGLE)
row("rotate", "F.rotate(img.convert('RGB'), a, InterpolationMode.BILINEAR, expand=e, fill=f)", img=image("RGB"), a=ANGLE, e=flag(), f=integer(0, 255))
row("rotate", "F.rotate(img.convert('RGB'), a, center=(k, m), fill=(1, 2, 3))", img=image("RGB"), a=ANGLE, k=number(0, 9), m=number(0, 9))
row("to_grayscale", "F.to_grayscale(img)", img=image("RGB"))
row("to_grayscale", "F.to_grayscale(img, 3)", img=image("RGBA"))
row("rgb_to_grayscale", "F.rgb_to_grayscale(img, num_output_channels=3)", img=image("RGB"))
row("get_dimensions", "F.get_dimensions(img), F.get_image_size(img)", img=image("RGBA"))
row("get_image_size", "F.get_image_size(img)", img=image("L"))
row("to_tensor", "F.to_tensor(img.convert('RGB'))", img=image("RGBA"))
row("to_tensor", "F.to_tensor(img.convert('L'))", img=image("RGB"))
row("to_tensor", "F.to_tensor(x)", x=pixels("uint8", 3))
row("to_tensor", "F.to_tensor(x)", x=pixels("uint8"))
row("to_tensor", "F.to_tensor(x)", x=pixels("float32", 4))
row("to_tensor", "F.to_tensor(x)", x=pixels("int64", 2))
row("pil_to_tensor", "F.pil_to_tensor(img.convert('LA'))", img=image("LA"))
row("pil_to_tensor", "F.pil_to_tensor(img.convert('RGBA'))", img=image("RGBA"))
row("to_pil_image", "F.to_pil_image(torch.from_numpy(x))", x=tensor("uint8"))
row("to_pil_image", "F.to_pil_image(torch.from_numpy(x))", x=tensor("uint8", None))
row("to_pil_image", "F.to_pil_image(torch.from_numpy(x))", x=tensor("float32", 4))
row("to_pil_image", "F.to_pil_image(x)", x=pixels("uint8", 2))
row("to_pil_image", "F.to_pil_image(x)", x=pixels("float32", 1))

# Tensors.
row("convert_image_dtype", "F.convert_image_dtype(torch.from_numpy(x))", x=tensor("uint8"))
row("convert_image_dtype", "F.convert_image_dtype(torch.from_numpy(x), torch.float64)", x=tensor("uint8"))
row("convert_image_dtype", "F.convert_image_dtype(torch.from_numpy(x), dtype=torch.uint8)", x=tensor("float32"))
row("normalize", "F.normalize(torch.from_numpy(x), [0.5, 0.4, 0.3], [0.2, 0.1, 0.25])", 1e-6, x=tensor("float32"))
row("normalize", "F.normalize(torch.from_numpy(x), (a, b, 0.5), (c, 1, 2))", 1e-6, x=tensor("float64", batch=True), a=number(-1, 1), b=number(-1, 1), c=number(0.1, 1))
row("normalize", "F.normalize(torch.from_numpy(x), [0.5], [0.5], inplace=True)", 1e-6, x=tensor("float32", 1))
row("normalize", "F.normalize(torch.from_numpy(x), [a], [0.0])", x=tensor("float32", 1), a=number(-1, 1))
row("normalize", "F.normalize(torch.from_numpy(x), [a, a], [0.5, 0.5])", x=tensor("float32", 3), a=number(-1, 1))
row("resize", "F.resize(torch.from_numpy(x), k)", CLOSE, x=tensor("float32", least=2), k=SEVERAL)
row("resize", "F.resize(torch.from_numpy(x), [k, m], InterpolationMode.BICUBIC)", 1e-3, x=tensor("float64"), k=SIZE, m=SEVERAL)
row("resize", "F.resize(torch.from_numpy(x), [k, m], antialias=False)", CLOSE, x=tensor("float32", batch=True), k=SIZE, m=SEVERAL)
row("resize", "F.resize(torch.from_numpy(x), [k, m], InterpolationMode.NEAREST)", x=tensor("float32"), k=SIZE, m=SEVERAL)
row("resize", "F.resize(torch.from_numpy(x), [k, m], InterpolationMode.NEAREST_EXACT)", x=tensor("float64"), k=SIZE, m=SEVERAL)
row("crop", "F.crop(torch.from_numpy(x), k, m, h, w)", x=tensor("uint8"), k=integer(-5, 12), m=integer(-5, 12), h=SIZE, w=SIZE)
row("center_crop", "F.center_crop(torch.from_numpy(x), [k, m])", x=tensor("float32"), k=SIZE, m=SIZE)
row("pad", "F.pad(torch.from_numpy(x), k, fill=f)", x=tensor("float32"), k=integer(0, 5), f=number(-2, 2))
row("pad", "F.pad(torch.from_numpy(x), [a, b], padding_mode='edge')", x=tensor("float32"), a=integer(0, 5), b=integer(0, 5))
row("pad", "F.pad(torch.from_numpy(x), [a, b, 1, 0], padding_mode='reflect')", x=tensor("float32", least=6), a=integer(0, 5), b=integer(0, 5))
row("pad", "F.pad(torch.from_numpy(x), [a, b, 1, 0], padding_mode='symmetric')", x=tensor("uint8", least=6), a=integer(0, 5), b=integer(0, 5))
row("hflip", "F.hflip(torch.from_numpy(x))", x=tensor("uint8"))
row("vflip", "F.vflip(torch.from_numpy(x))", x=tensor("float32", batch=True))
row("five_crop", "F.five_crop(torch.from_numpy(x), k)", x=tensor("uint8", least=8), k=integer(1, 9))
row("rgb_to_grayscale", "F.rgb_to_grayscale(torch.from_numpy(x))", 1e-6, x=tensor("float32"))
row("rgb_to_grayscale", "F.rgb_to_grayscale(torch.from_numpy(x), 3)", 1e-6, x=tensor("float64"))

# Classes.
row("Compose", "FOR_NETWORKS(img.convert('RGB'))", 1e-5, img=image("RGB", 3))
row("Compose", "SQUARES(img.convert('RGB'))", img=image("RGB", 3))
row("Compose", "FLOATS(torch.from_numpy(x))", CLOSE, x=tensor("uint8"))
row("Compose", "both(F.hflip(img.convert('RGB')))", before="both = T.Compose([T.Resize(5), T.ToTensor()])", img=image("RGB", 3))
row("ToPILImage", "T.ToPILImage()(T.CenterCrop(5)(torch.from_numpy(x)))", x=tensor("uint8"))
row("FiveCrop", "T.FiveCrop(4)(img)", img=image("RGB", 4))

# Boxes.
row("box_area", "ops.box_area(torch.from_numpy(x))", x=boxes())
row("box_area", "ops.box_area(torch.from_numpy(x)[0])", x=boxes("float64"))
row("box_iou", "ops.box_iou(torch.from_numpy(x), torch.from_numpy(y))", 1e-6, x=boxes(), y=boxes())
row("box_iou", "ops.box_iou(torch.from_numpy(x), torch.from_numpy(y))", x=boxes("float64"), y=boxes("float64"))
row("generalized_box_iou", "ops.generalized_box_iou(torch.from_numpy(x), torch.from_numpy(y))", 1e-4, x=boxes("float64", apart=True), y=boxes("float64", apart=True))
row("box_convert", "ops.box_convert(torch.from_numpy(x), 'xyxy', 'xywh')", x=boxes())
row("box_convert", "ops.box_convert(torch.from_numpy(x), 'xyxy', 'cxcywh')", x=boxes("float64"))
row("box_convert", "ops.box_convert(torch.from_numpy(x), in_fmt='cxcywh', out_fmt='xyxy')", x=boxes())
row("box_convert", "ops.box_convert(torch.from_numpy(x), in_fmt='cxcywh', out_fmt='xywh')", x=boxes())
row("box_convert", "ops.box_convert(torch.from_numpy(x), 'xywh', 'cxcywh')", x=boxes())
row("box_convert", "ops.box_convert(torch.from_numpy(x), 'xywh', 'xywh')", x=boxes())
row("nms", "ops.nms(torch.from_numpy(x[:, :4]), torch.from_numpy(x[:, 4]), t)", x=scored(), t=number(0, 1))
row("nms", "ops.nms(torch.from_numpy(x[:, :4]), torch.from_numpy(x[:, 4]), iou_threshold=t)", x=scored("float64"), t=number(0, 1))
row("nms", "ops.nms(torch.from_numpy(x), torch.from_numpy(x[:, 0] // 4), t)", x=boxes(), t=number(0, 1))
row("batched_nms", "ops.batched_nms(torch.from_numpy(x[:, :4]), torch.from_numpy(x[:, 4]), torch.from_numpy(x[:, 5]).long(), t)", x=scored(), t=number(0, 1))
row("batched_nms", "ops.batched_nms(torch.from_numpy(x[:, :4]), torch.from_numpy(x[:, 4]), torch.from_numpy(x[:, 5]).long(), t)", x=scored("float64", many=True), t=number(0, 0.3))
row("clip_boxes_to_image", "ops.clip_boxes_to_image(torch.from_numpy(x), (k, m))", x=boxes(), k=SIZE, m=SIZE)
row("remove_small_boxes", "ops.remove_small_boxes(torch.from_numpy(x), t)", x=boxes(), t=number(0, 9))
row("roi_align", "ops.roi_align(torch.from_numpy(x), [torch.from_numpy(a), torch.from_numpy(b)], (2, 3))", 1e-4, before="x = x[[0, 0]]", x=tensor("float32", batch=True), a=boxes(), b=boxes())
row("roi_align", "ops.roi_align(torch.from_numpy(x[:1]), [torch.from_numpy(a)], k, spatial_scale=0.5, sampling_ratio=2, aligned=True)", 1e-4, x=tensor("float64", batch=True), a=boxes("float64"), k=integer(1, 4))
row("roi_align", "ops.roi_align(torch.from_numpy(x), rois, 2, sampling_ratio=1)", 1e-4, before="rois = torch.cat([torch.zeros(len(a), 1), torch.from_numpy(a)], 1)", x=tensor("float32", batch=True), a=boxes())

# The second form of the transforms.
row("F2.to_image", "F2.to_image(img.convert('RGB')), F2.to_image(img.convert('L')), F2.to_image(torch.from_numpy(x)), F2.to_image(x)", img=image("RGBA"), x=tensor("float32"))
row("F2.to_image", "F2.to_image(x), v2.ToImage()(y)", x=pixels("uint8", 3), y=pixels("int64"))
row("ToPureTensor", "v2.ToPureTensor()(torch.from_numpy(x))", x=tensor("uint8"))
row("F2.to_dtype", "F2.to_dtype(torch.from_numpy(x), torch.float32, scale=True), F2.to_dtype(torch.from_numpy(x), dtype=torch.float64, scale=True), F2.to_dtype(torch.from_numpy(x)), F2.to_dtype(torch.from_numpy(x), torch.int64)", x=tensor("uint8"))
row("F2.to_dtype", "F2.to_dtype(torch.from_numpy(x), torch.uint8, scale=True), F2.to_dtype(torch.from_numpy(x), dtype=torch.float64, scale=True), v2.ToDtype(torch.uint8, scale=True)(torch.from_numpy(x))", before="x = np.abs(x) % 1", x=tensor("float32"))
row("F2.convert_image_dtype", "F2.convert_image_dtype(torch.from_numpy(x)), F2.convert_image_dtype(torch.from_numpy(x), torch.float64), v2.ConvertImageDtype(torch.float32)(torch.from_numpy(x))", x=tensor("uint8"))
row("F2.normalize", "F2.normalize(torch.from_numpy(x), [0.5, 0.4, 0.3], [0.2, 0.1, 0.25])", 1e-6, x=tensor("float32"))
row("F2.normalize", "F2.normalize(torch.from_numpy(x), [a], [b])", 1e-6, x=tensor("float64", 1), a=number(-1, 1), b=integer(0, 3))
row("F2.resize", "F2.resize(torch.from_numpy(x), k), F2.resize(torch.from_numpy(x), [k, m], InterpolationMode.BICUBIC)", x=tensor("uint8", least=2), k=SEVERAL, m=SEVERAL)
row("F2.resize", "F2.resize(torch.from_numpy(x), [k, m]), F2.resize(torch.from_numpy(x), [m, k], interpolation=InterpolationMode.NEAREST), F2.resize(torch.from_numpy(x), k, InterpolationMode.NEAREST_EXACT)", x=tensor("uint8", 5, least=9, batch=True), k=SEVERAL, m=SEVERAL)
row("F2.resize", "F2.resize(torch.from_numpy(x), [k, m]), F2.resize(torch.from_numpy(y), [k, m])", before="x = np.tile(x, (1, 4, 5)); y = y // 200 * 255", x=tensor("uint8", 1, least=9), y=tensor("uint8", 3, least=9), k=SEVERAL, m=SEVERAL)
row("F2.resize", "F2.resize(torch.from_numpy(x), k, max_size=m)", CLOSE, x=tensor("float32", least=2), k=SEVERAL, m=SEVERAL)
row("F2.resize", "F2.resize(img, k), F2.resize(img, [k, m], interpolation=InterpolationMode.BICUBIC)", img=image("RGB"), k=SIZE, m=SIZE)
row("F2.resized_crop", "F2.resized_crop(torch.from_numpy(x), k, m, 4, 3, [2, m])", CLOSE, x=tensor("float32", least=4), k=integer(-1, 3), m=integer(2, 4))
row("F2.crop, F2.center_crop", "F2.crop(torch.from_numpy(x), k, m, h, 3), F2.center_crop(torch.from_numpy(x), [h, k + 6]), F2.center_crop(img, h)", x=tensor("uint8"), img=image("RGB"), k=integer(-5, 12), m=integer(-5, 12), h=SIZE)
row("F2.pad", "F2.pad(torch.from_numpy(x), k, fill=f), F2.pad(torch.from_numpy(x), [k, 1], padding_mode='edge'), F2.pad(img.convert('RGB'), k)", x=tensor("float32"), img=image("RGB"), k=integer(0, 5), f=number(-2, 2))
row("F2.hflip, F2.horizontal_flip, F2.vflip, F2.vertical_flip", "F2.hflip(torch.from_numpy(x)), F2.horizontal_flip(img), F2.vflip(img), F2.vertical_flip(torch.from_numpy(x))", x=tensor("uint8"), img=image("RGB"))
row("F2.five_crop", "F2.five_crop(torch.from_numpy(x), k)", x=tensor("uint8", least=8), k=integer(1, 9))
row("F2.rgb_to_grayscale", "F2.rgb_to_grayscale(torch.from_numpy(x)), F2.rgb_to_grayscale(torch.from_numpy(y), 3), F2.rgb_to_grayscale(img)", 1e-6, x=tensor("uint8"), y=tensor("float32"), img=image("RGB"))
row("F2.to_tensor, F2.pil_to_tensor, F2.to_pil_image, F2.get_size", "F2.to_tensor(img.convert('RGB')), F2.pil_to_tensor(img.convert('L')), F2.to_pil_image(torch.from_numpy(x)), F2.get_size(torch.from_numpy(x))", img=image("RGB"), x=tensor("uint8"))
row("Compose of the second form", "SECOND(img.convert('RGB')), SECOND(np.asarray(img.convert('RGB')))", 1e-5, img=image("RGB", 3))
row("Compose of the second form", "one(img.convert('RGB'))", 1e-5, before="one = v2.Compose([v2.Resize(6), v2.CenterCrop(5), v2.ToImage(), v2.ToDtype(torch.float32, scale=True), v2.Grayscale(3), lambda x: x.unsqueeze(0)])", img=image("RGB", 3))
