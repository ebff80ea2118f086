"""The rows of Pillow, which the native library must give to the bit."""

from __future__ import annotations

import io

import numpy as np
from calls import Input, Table, array_annotation, flag, integer, number
from PIL import Image

#: How many generated cases each row has.
CASES = 42

HEADER = """\
import io
from typing import Literal

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter, ImageFont, ImageOps, ImageStat

from hotforge import compile

FONT = ImageFont.load_default()


"""
TABLE = Table("pil", HEADER, CASES)
row = TABLE.row

MODES = ("L", "LA", "RGB", "RGBA", "P", "1", "I", "F")
#: Those whose pixels are bytes.
BYTES = ("L", "LA", "RGB", "RGBA", "P", "1")
#: Those that any image is converted to.
COLORS = ("L", "LA", "RGB", "RGBA", "1")


def size(rng: np.random.Generator) -> tuple[int, int]:
    """A width and a height: of one pixel, thin, odd."""
    shape = [(1, 1), (1, int(rng.integers(2, 17))), (int(rng.integers(2, 17)), 1)]
    if rng.random() < 0.3:
        return shape[rng.integers(0, 3)]
    return int(rng.integers(2, 17)), int(rng.integers(2, 14))


def pixels(rng: np.random.Generator, mode: str, of: tuple[int, int]) -> Image.Image:
    """An image of random pixels: of all values, of few, or of the extreme ones."""
    width, height = of
    bounds = [(0, 256), (0, 256), (100, 104), (0, 2)][rng.integers(0, 4)]
    numbers = rng.integers(*bounds, (height, width, 4)).astype(np.uint8)
    if bounds == (0, 2):
        numbers *= 255
    if mode == "F":
        return Image.fromarray(numbers[..., 0].astype(np.float32) * 1.7 - 60)
    if mode == "I":
        return Image.fromarray(numbers[..., 0].astype(np.int32) * 3 - 200)
    whole = Image.fromarray(numbers)
    return whole if mode == "RGBA" else Image.fromarray(numbers[..., :3]).convert(mode) if mode != "LA" else whole.convert("LA")


def image(*modes: str) -> Input:
    """An image of one of the modes."""
    return Input("Image.Image", lambda rng: pixels(rng, str(rng.choice(modes or MODES)), size(rng)))


def images(count: int, *modes: str) -> Input:
    """Images of one size."""

    def make(rng: np.random.Generator) -> list[Image.Image]:
        of = size(rng)
        return [pixels(rng, str(rng.choice(modes)), of) for _ in range(count)]

    return Input("list[Image.Image]", make)


def one_of(*values: str | int) -> Input:
    """One of the values."""
    return Input(type(values[0]).__name__, lambda rng: values[rng.integers(0, len(values))])


def box(low: int, high: int, ordered: bool = True) -> Input:
    """Left, upper, right and lower of a rectangle, nearly always in this order."""

    def make(rng: np.random.Generator) -> tuple[int, int, int, int]:
        left, upper, right, lower = (int(x) for x in rng.integers(low, high, 4))
        if ordered and rng.random() < 0.9:
            left, right, upper, lower = min(left, right), max(left, right), min(upper, lower), max(upper, lower)
        return left, upper, right, lower

    return Input("tuple[int, int, int, int]", make)


def points(least: int = 0, most: int = 6) -> Input:
    """Points, some outside of any image, on pixels and between them."""

    def make(rng: np.random.Generator) -> list[tuple[float, float]]:
        found = rng.uniform(-4, 24, (int(rng.integers(least, most)), 2)).round(2)
        return [(float(x), float(y)) for x, y in (found.round() if rng.random() < 0.6 else found)]

    return Input("list[tuple[float, float]]", make)


def color(bands: int) -> Input:
    """A number for each band, rarely out of range."""
    kind = "int" if bands == 1 else f"tuple[{', '.join(['int'] * bands)}]"

    def make(rng: np.random.Generator):
        numbers = tuple(int(x) for x in rng.integers(0, 256, bands))
        if rng.random() < 0.1:
            numbers = (300, *numbers[1:])
        return numbers[0] if bands == 1 else numbers

    return Input(kind, make)


def pixel_array(dtype: str, *channels: int) -> Input:
    """An array of rows, columns and channels."""

    def make(rng: np.random.Generator) -> np.ndarray:
        width, height = size(rng)
        return (rng.integers(0, 256, (height, width, *channels)) * (1.5 if dtype.startswith("f") else 1)).astype(dtype)

    return Input(array_annotation(dtype, "int", "int", *channels), make)


def file(format: str, *modes: str, broken: bool = False, **options) -> Input:
    """An encoded image, sometimes cut off."""

    def make(rng: np.random.Generator) -> bytes:
        mode = str(rng.choice(modes))
        picture = photo(rng) if "quality" in options else pixels(rng, mode, size(rng))
        target = io.BytesIO()
        picture.convert(mode).save(target, format, **options)
        data = target.getvalue()
        return data[: int(rng.integers(0, len(data)))] if broken else data

    return Input("bytes", make)


def photo(rng: np.random.Generator) -> Image.Image:
    """Soft colours."""
    height, width = (int(x) for x in rng.integers(1, 40, 2))
    y, x = np.mgrid[0:height, 0:width] / 40
    phases = rng.uniform(0, 6, 3)
    return Image.fromarray(np.stack([128 + 100 * np.sin(3 * x + 2 * y + phase) for phase in phases], axis=-1).astype(np.uint8))


def upright(data: Image.Image, orientation: int) -> bytes:
    """A file of an image that is turned."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    target = io.BytesIO()
    data.save(target, "PNG", exif=exif)
    return target.getvalue()


ANY = image()
COLORED = image("RGB")
GREY = image("L")
SIDE = integer(1, 24)
SPOT = integer(-3, 18)
#: A place that is nearly always within.
WITHIN = integer(-2, 1)
FILTER = one_of(0, 1, 2, 3, 4, 5)
ANGLE = Input("float", lambda rng: float(rng.choice([0, 90, 180, 270, 360, 45, -30])) if rng.random() < 0.3 else float(np.round(rng.uniform(-400, 400), 2)))

# Making images.
row("Image.new", "Image.new('RGB', (w, h), c), Image.new('RGBA', (w, h)), Image.new('L', (h, w), 7)", w=integer(-1, 9), h=integer(0, 9), c=color(3))
row("Image.new", "Image.new(m, (w, 3), c)", m=one_of(*MODES, "XYZ"), w=integer(0, 9), c=color(1))
row("Image.fromarray", "Image.fromarray(x), Image.fromarray(y)", x=pixel_array("uint8"), y=pixel_array("uint8", 3))
row("Image.fromarray", "Image.fromarray(x), Image.fromarray(y)", x=pixel_array("uint8", 4), y=pixel_array("uint8", 2))
row("Image.fromarray", "Image.fromarray(x), Image.fromarray(y[::-1, ::2])", x=pixel_array("int32"), y=pixel_array("float32"))
row("Image.fromarray", "Image.fromarray(x > 100), Image.fromarray(y)", x=pixel_array("uint8"), y=pixel_array("float64"))
row("Image.frombytes", "Image.frombytes('RGB', (w, h), d[: w * h * 3]), Image.frombytes('L', (w, h), d[: w * h])", w=integer(0, 6), h=integer(0, 6), d=Input("bytes", lambda rng: rng.bytes(150)))
row("Image.frombytes", "Image.frombytes(m, (3, 2), d)", m=one_of("L", "RGB", "RGBA"), d=Input("bytes", lambda rng: rng.bytes(int(rng.choice([6, 18, 24, 5])))))
row("Image.merge", "Image.merge('RGB', (b[0], b[1], b[2])), Image.merge('RGBA', b), Image.merge('LA', b[:2])", b=images(4, "L"))
row("Image.merge", "Image.merge('RGB', b)", b=images(3, "L", "L", "L", "L", "1"))
row("Image.blend", "Image.blend(a[0], a[1], f), Image.blend(a[0].convert('L'), a[1].convert('L'), f)", a=images(2, "RGB"), f=number(-0.5, 2))
row("Image.composite", "Image.composite(a[0], a[1], m.resize(a[0].size, 0))", a=images(2, "RGBA"), m=image("L", "1"))
row("Image.alpha_composite", "Image.alpha_composite(a[0].convert('RGBA'), a[1].convert('RGBA'))", a=images(2, "RGBA"))

# Files.
row("Image.open, Image.format, Image.mode, Image.size, Image.load", "i, i.format, i.mode, i.size", before="i = Image.open(io.BytesIO(d)); i.load()", d=file("PNG", "L", "LA", "RGB", "RGBA", "P", "1"))
row("Image.open", "i, i.format, i.mode, i.size", before="i = Image.open(io.BytesIO(d))", d=file("BMP", "L", "RGB", "P", "1"))
row("Image.open", "i, i.format, i.mode, i.size", before="i = Image.open(io.BytesIO(d))", d=file("WEBP", "RGB", "RGBA", lossless=True, exact=True))
row("Image.open", "i, i.format", before="i = Image.open(io.BytesIO(d))", d=file("JPEG", "L", "RGB", quality=90))
row("Image.open", "i, i.format", before="i = Image.open(io.BytesIO(d))", d=file("WEBP", "RGB", "RGBA", quality=70))
row("Image.save", "Image.open(io.BytesIO(target.getvalue()))", before="target = io.BytesIO(); i.save(target, 'PNG', optimize=o, compress_level=k)", i=image("L", "LA", "RGB", "RGBA", "P", "1", "F"), o=flag(), k=integer(0, 9))
row("Image.save", "Image.open(io.BytesIO(target.getvalue()))", before="target = io.BytesIO(); i.save(target, 'BMP')", i=image("L", "RGB", "1", "LA"))
row("Image.save", "Image.open(io.BytesIO(target.getvalue())).convert('RGB')", before="target = io.BytesIO(); i.save(target, format='WEBP', lossless=True)", i=image("L", "RGB"))
row("Image.save", "target.getvalue()", before="target = io.BytesIO(); i.save(target, 'JPEG', quality=q)", i=Input("Image.Image", photo), q=integer(1, 100))
row("Image.save", "target.getvalue()", before="target = io.BytesIO(); i.save(target, 'WEBP', quality=q, method=m)", i=Input("Image.Image", photo), q=integer(0, 100), m=integer(0, 6))
row("Image.__enter__, Image.__exit__", "size, mode", before="with Image.open(io.BytesIO(d)) as i: size, mode = i.size, i.mode", d=file("PNG", "L", "RGB", "RGBA"))

# Few colours.
row("Image.quantize", "i.quantize(n), i.quantize(n, Image.Quantize.FASTOCTREE)", i=image("L", "RGB", "RGBA", "P"), n=integer(1, 256))
row("Image.convert", "i.convert('P'), i.convert('P', dither=Image.Dither.NONE), i.convert('1', dither=Image.Dither.NONE)", i=image("L", "LA", "RGB", "1", "I"))
row("Image.convert", "i.convert('P', palette=Image.Palette.ADAPTIVE, colors=n)", i=image("L", "RGB", "RGBA"), n=integer(1, 256))

# Two images over one another.
row("ImageChops.lighter, ImageChops.darker, ImageChops.difference, ImageChops.multiply, ImageChops.screen", "ImageChops.lighter(a[0], a[1]), ImageChops.darker(a[0], a[1]), ImageChops.difference(a[0], a[1]), ImageChops.multiply(a[0], a[1]), ImageChops.screen(a[0], a[1])", a=images(2, "L", "LA", "RGB", "RGBA", "1"))
row("ImageChops.add_modulo, ImageChops.subtract_modulo, ImageChops.soft_light, ImageChops.hard_light, ImageChops.overlay", "ImageChops.add_modulo(a[0], a[1]), ImageChops.subtract_modulo(a[0], a[1]), ImageChops.soft_light(a[0], a[1]), ImageChops.hard_light(a[0], a[1]), ImageChops.overlay(a[0], a[1])", a=images(2, "RGB"))
row("ImageChops.logical_and, ImageChops.logical_or, ImageChops.logical_xor", "ImageChops.logical_and(a[0], a[1]), ImageChops.logical_or(a[0], a[1]), ImageChops.logical_xor(a[0], a[1])", a=images(2, "1"))
row("ImageChops.add, ImageChops.subtract", "ImageChops.add(a[0], a[1], s, o), ImageChops.subtract(a[0], a[1], s, o)", a=images(2, "RGB"), s=number(0.2, 3), o=integer(-100, 100))
row("ImageChops.invert, ImageChops.duplicate, ImageChops.offset", "ImageChops.invert(i), ImageChops.duplicate(i), ImageChops.offset(i, x, y), ImageChops.offset(i, x)", i=image("L", "LA", "RGB", "RGBA", "1", "I", "F"), x=integer(-20, 20), y=integer(-20, 20))

# What the pixels are like.
row("Stat.__new__, Stat.count, Stat.sum, Stat.sum2, Stat.mean, Stat.median, Stat.rms, Stat.var, Stat.extrema", "s.count, s.sum, s.sum2, s.mean, s.median, s.rms, s.var, s.extrema", before="s = ImageStat.Stat(i.convert('RGB'))", i=image("RGB", "RGBA"))
row("Stat.stddev", "ImageStat.Stat(a[0].convert('L'), m).stddev, ImageStat.Stat(a[0].convert('L')).stddev", before="m = a[1].convert('1'); m.putpixel((0, 0), 255)", a=images(2, "RGB"))
row("Image.getextrema", "i.convert('L').getextrema(), i.convert('F').getextrema(), i.convert('RGB').getextrema(), i.convert('LA').getextrema()", i=ANY)
row("Image.getdata", "list(i.convert('L').getdata()), list(i.convert('RGB').getdata())", i=ANY)
row("Image.getcolors, Image.entropy", "i.convert('L').getcolors(n), i.convert('RGB').entropy()", i=ANY, n=integer(0, 60))
row("PixelAccess.__getitem__, PixelAccess.__setitem__, PixelAccessFloat.__getitem__, PixelAccessFloat.__setitem__", "i, g, p[x, y], f[x, y]", before="i, g = i.convert('L'), i.convert('F'); p, f = i.load(), g.load(); p[x, y] = 7; f[0, 0] = 2.5", i=GREY, x=WITHIN, y=WITHIN)
row("PixelAccess2.__getitem__, PixelAccess2.__setitem__, PixelAccess3.__getitem__, PixelAccess3.__setitem__, PixelAccess4.__getitem__, PixelAccess4.__setitem__", "i, g, h, p[x, y], q[x, y], r[x, y]", before="i, g, h = i.convert('LA'), i.convert('RGB'), i.convert('RGBA'); p, q, r = i.load(), g.load(), h.load(); p[x, 0] = (1, 2); q[x, 0] = (3, 4, 5); r[0, y] = (6, 7, 8, 9)", i=image(*BYTES), x=WITHIN, y=WITHIN)
row("Image.close", "i.width", before="i.close()", i=ANY)

# Moved, laid over, coloured.
row("Image.transform", "i.transform((7, 5), Image.AFFINE, (a, b, 1.5, b, a, -0.5), r), i.transform((4, 6), Image.EXTENT, (b, a, 6.0, 5.0), r)", i=ANY, a=number(-1, 2), b=number(-1, 1), r=one_of(0, 2, 3))
row("Image.alpha_composite", "b", before="b = a[0].convert('RGBA'); b.alpha_composite(a[1].convert('RGBA'), (x, y))", a=images(2, "RGBA"), x=integer(-5, 5), y=integer(-5, 5))
row("ImageOps.colorize", "ImageOps.colorize(i.convert('L'), 'navy', 'white', blackpoint=b, whitepoint=w), ImageOps.colorize(i.convert('L'), (1, 2, 3), 'red', 'lime', b, w, 128)", i=ANY, b=integer(0, 127), w=integer(129, 255))
row("Image.frombuffer", "Image.frombuffer('RGB', (2, 3), d, 'raw', 'BGR', 0, 1), Image.frombuffer('RGBA', (2, 2), d, 'raw', 'RGBA', 0, -1)", d=Input("bytes", lambda rng: rng.bytes(18)))

# What an image says of itself, and its pixels.
row("Image.size, Image.width, Image.height, Image.mode, Image.format, Image.getbands", "i.size, i.width, i.height, i.mode, i.format, i.getbands()", i=ANY)
row("Image.getbbox", "i.getbbox(), Image.new('RGB', (4, 3)).getbbox()", i=ANY)
row("Image.getpixel", "i.convert('RGB').getpixel((x, y)), i.convert('L').getpixel((x, y)), i.convert('RGBA').getpixel((y, x))", i=image(*BYTES), x=WITHIN, y=WITHIN)
row("Image.getpixel", "i.convert('LA').getpixel((x, 0)), i.convert('F').getpixel((x, 0)), i.convert('I').getpixel((0, x)), i.convert('1').getpixel((0, 0))", i=GREY, x=WITHIN)
row("Image.putpixel", "i", before="i = i.copy(); i.putpixel((x, y), c)", i=image("L", "P", "1", "I", "F"), x=WITHIN, y=WITHIN, c=color(1))
row("Image.putpixel", "i", before="i = i.copy(); i.putpixel((x, y), c)", i=image("RGB", "RGBA", "LA"), x=WITHIN, y=WITHIN, c=color(3))
row("Image.histogram", "i.convert('L').histogram(), i.convert('RGBA').histogram(), i.convert('1').histogram(), i.convert('LA').histogram()", i=image(*BYTES))
row("Image.tobytes", "i.tobytes()", i=ANY)
row("Image.split", "i.convert('RGB').split(), i.convert('RGBA').split(), i.convert('L').split(), i.convert('LA').split()", i=image("L", "LA", "RGB", "RGBA", "P", "1"))
row("Image.getchannel", "i.getchannel(k)", i=image("L", "LA", "RGB", "RGBA"), k=integer(-1, 4))
row("Image.getchannel", "i.getchannel(k)", i=image("L", "LA", "RGB", "RGBA"), k=one_of("R", "G", "B", "A", "L", "X"))

# Changing images.
row("Image.convert", "i.convert('P')", i=image("L", "1"))
row("Image.convert", "i.convert(m)", i=ANY, m=one_of(*COLORS, "I", "F"))
row("Image.convert", "i.convert(m), i.convert()", i=image("RGB", "L", "P"), m=one_of(*COLORS))
row("Image.copy", "j, i", before="j = i.copy(); j.paste(1, (0, 0, 1, 1))", i=image("L", "RGB", "RGBA", "LA", "F", "I"))
row("Image.crop", "i.crop(b), i.crop()", i=ANY, b=box(-5, 20))
row("Image.crop", "i.crop((l, 0.5, l + w, 7.5))", i=ANY, l=number(-4, 12), w=number(0, 9))
row("Image.resize", "i.resize((w, h), r)", i=ANY, w=SIDE, h=SIDE, r=FILTER)
row("Image.resize", "i.resize((w, h), r, box=(0.25, 0, 1, 0.75))", i=ANY, w=integer(0, 9), h=SIDE, r=FILTER)
row("Image.resize", "i.resize((w, h))", i=ANY, w=SIDE, h=SIDE)
row("Image.reduce", "i.reduce(k)", i=ANY, k=integer(-1, 6))
row("Image.thumbnail", "i", before="i = i.copy(); i.thumbnail((w, h), r)", i=ANY, w=integer(1, 12), h=integer(1, 12), r=FILTER)
row("Image.thumbnail", "i", before="i = i.copy(); i.thumbnail((w, h), reducing_gap=None)", i=ANY, w=number(0, 20), h=number(0.5, 20))
row("Image.rotate", "i.rotate(a, r, e)", i=ANY, a=ANGLE, r=one_of(0, 2, 3), e=flag())
row("Image.rotate", "i.rotate(a, center=(x, y), translate=(2, 1), fillcolor=c)", i=COLORED, a=ANGLE, x=number(0, 9), y=number(0, 9), c=color(3))
row("Image.transpose", "i.transpose(m)", i=ANY, m=integer(0, 6))
row("Image.paste", "i", before="i = i.copy(); i.paste(j, (x, y))", i=image(*COLORS), j=image(*BYTES), x=SPOT, y=SPOT)
row("Image.paste", "i", before="i = i.copy(); i.paste(j, (x, 1), j.convert('L'))", i=image("RGB", "RGBA", "L"), j=image("RGB", "L"), x=SPOT)
row("Image.paste", "i", before="i = i.copy(); i.paste(c, b)", i=image("RGB", "RGBA"), b=box(-4, 18), c=color(3))
row("Image.paste", "i", before="i = i.convert('RGB'); i.paste(j, (2, 1, 2 + j.width, 1 + j.height), j)", i=ANY, j=image("RGBA", "LA", "L", "RGB"))
row("Image.putalpha", "i", before="i = i.convert('RGBA'); i.putalpha(a.resize(i.size, 0).convert('L'))", i=image("RGB", "RGBA", "L"), a=GREY)
row("Image.putalpha", "i", before="i = i.convert('LA'); i.putalpha(a.resize(i.size, 0).convert('1'))", i=GREY, a=image("L"))
row("Image.point", "i.convert('L').point(lambda v: v * f + 3), i.convert('RGB').point(lambda v: 255 - v)", i=image("L", "RGB", "RGBA"), f=number(-0.5, 1.5))
row("Image.point", "i.convert('RGB').point(t), i.convert('RGBA').point(t[:k] * 4)", i=image("RGB", "RGBA"), t=Input("list[int]", lambda rng: [int(x) for x in rng.integers(-3, 260, 768)]), k=one_of(256, 200))
row("Image.filter", "i.filter(ImageFilter.GaussianBlur(f)), i.filter(ImageFilter.SHARPEN)", i=image("L", "RGB", "RGBA", "LA"), f=number(0, 3))

# Filters.
row("BLUR.__new__", "i.filter(ImageFilter.BLUR), i.filter(ImageFilter.BLUR())", i=ANY)
row("CONTOUR.__new__", "i.filter(ImageFilter.CONTOUR), i.filter(ImageFilter.CONTOUR())", i=ANY)
row("DETAIL.__new__", "i.filter(ImageFilter.DETAIL), i.filter(ImageFilter.DETAIL())", i=ANY)
row("EDGE_ENHANCE.__new__", "i.filter(ImageFilter.EDGE_ENHANCE), i.filter(ImageFilter.EDGE_ENHANCE())", i=ANY)
row("EDGE_ENHANCE_MORE.__new__", "i.filter(ImageFilter.EDGE_ENHANCE_MORE), i.filter(ImageFilter.EDGE_ENHANCE_MORE())", i=ANY)
row("EMBOSS.__new__", "i.filter(ImageFilter.EMBOSS), i.filter(ImageFilter.EMBOSS())", i=ANY)
row("FIND_EDGES.__new__", "i.filter(ImageFilter.FIND_EDGES), i.filter(ImageFilter.FIND_EDGES())", i=ANY)
row("SHARPEN.__new__", "i.filter(ImageFilter.SHARPEN), i.filter(ImageFilter.SHARPEN())", i=ANY)
row("SMOOTH.__new__", "i.filter(ImageFilter.SMOOTH), i.filter(ImageFilter.SMOOTH())", i=ANY)
row("SMOOTH_MORE.__new__", "i.filter(ImageFilter.SMOOTH_MORE), i.filter(ImageFilter.SMOOTH_MORE())", i=ANY)
KERNEL = Input(f"tuple[{', '.join(['float'] * 9)}]", lambda rng: tuple(float(x) for x in rng.uniform(-2, 3, 9).round(int(rng.integers(0, 3)))))
row("Kernel.__new__", "i.filter(ImageFilter.Kernel((3, 3), k)), i.filter(ImageFilter.Kernel((3, 3), k, s, o))", i=image("L", "RGB", "RGBA", "LA"), k=KERNEL, s=number(0.5, 9), o=number(-9, 200))
row("RankFilter.__new__", "i.filter(ImageFilter.RankFilter(k, r))", i=image("L", "RGB", "RGBA"), k=one_of(3, 5, 3, 4, 1), r=integer(0, 10))
row("MinFilter.__new__", "i.filter(ImageFilter.MinFilter()), i.filter(ImageFilter.MinFilter(k))", i=image("L", "RGB", "LA", "F"), k=one_of(3, 5, 1, 2))
row("MaxFilter.__new__", "i.filter(ImageFilter.MaxFilter()), i.filter(ImageFilter.MaxFilter(k))", i=image("L", "RGB", "LA", "I"), k=one_of(3, 5, 1, 2))
row("MedianFilter.__new__", "i.filter(ImageFilter.MedianFilter()), i.filter(ImageFilter.MedianFilter(k))", i=image("L", "RGB", "LA", "F"), k=one_of(3, 5, 1, 2))
row("ModeFilter.__new__", "i.filter(ImageFilter.ModeFilter()), i.filter(ImageFilter.ModeFilter(k))", i=image("L", "RGB", "RGBA"), k=one_of(3, 5, 1, 2))
row("BoxBlur.__new__", "i.filter(ImageFilter.BoxBlur(f)), i.filter(ImageFilter.BoxBlur((f, 1.5)))", i=image("L", "RGB", "RGBA", "LA", "P"), f=number(-0.2, 6))
row("GaussianBlur.__new__", "i.filter(ImageFilter.GaussianBlur()), i.filter(ImageFilter.GaussianBlur(f)), i.filter(ImageFilter.GaussianBlur((f, 0.7)))", i=image("L", "RGB", "RGBA", "LA", "P"), f=number(0, 6))
row("UnsharpMask.__new__", "i.filter(ImageFilter.UnsharpMask()), i.filter(ImageFilter.UnsharpMask(f, p, t))", i=image("L", "RGB", "RGBA", "LA"), f=number(0, 5), p=integer(0, 400), t=integer(0, 20))
row("Color.__new__, Enhancer.enhance", "ImageEnhance.Color(i).enhance(f)", i=image("L", "RGB", "RGBA", "LA"), f=number(-0.5, 3))
row("Contrast.__new__, Enhancer.enhance", "ImageEnhance.Contrast(i).enhance(f)", i=image("L", "RGB", "RGBA", "LA"), f=number(-0.5, 3))
row("Brightness.__new__, Enhancer.enhance", "ImageEnhance.Brightness(i).enhance(f)", i=image("L", "RGB", "RGBA", "LA"), f=number(-0.5, 3))
row("Sharpness.__new__, Enhancer.enhance", "ImageEnhance.Sharpness(i).enhance(f)", i=image("L", "RGB", "RGBA", "LA"), f=number(-0.5, 3))

# Operations of ImageOps.
row("ImageOps.autocontrast", "ImageOps.autocontrast(i.convert('L'), f), ImageOps.autocontrast(i.convert('RGB'))", i=image(*BYTES), f=number(0, 60))
row("ImageOps.contain", "ImageOps.contain(i, (w, h)), ImageOps.contain(i, (h, w), r)", i=ANY, w=SIDE, h=SIDE, r=FILTER)
row("ImageOps.cover", "ImageOps.cover(i, (w, h)), ImageOps.cover(i, (h, w), r)", i=ANY, w=SIDE, h=SIDE, r=FILTER)
row("ImageOps.crop", "ImageOps.crop(i, k)", i=ANY, k=integer(-2, 5))
row("ImageOps.equalize", "ImageOps.equalize(i.convert('L')), ImageOps.equalize(i.convert('RGB'))", i=image(*BYTES))
row("ImageOps.exif_transpose", "ImageOps.exif_transpose(Image.open(io.BytesIO(d))), ImageOps.exif_transpose(i)", i=ANY, d=Input("bytes", lambda rng: upright(pixels(rng, "RGB", size(rng)), int(rng.integers(0, 10)))))
row("ImageOps.expand", "ImageOps.expand(i, k), ImageOps.expand(i.convert('RGB'), k, c)", i=ANY, k=integer(-1, 5), c=color(3))
row("ImageOps.fit", "ImageOps.fit(i, (w, h)), ImageOps.fit(i, (w, h), r, b, (x, 0.3))", i=ANY, w=SIDE, h=SIDE, r=FILTER, b=number(0, 0.6), x=number(0, 1.2))
row("ImageOps.flip", "ImageOps.flip(i)", i=ANY)
row("ImageOps.mirror", "ImageOps.mirror(i)", i=ANY)
row("ImageOps.grayscale", "ImageOps.grayscale(i)", i=ANY)
row("ImageOps.invert", "ImageOps.invert(i)", i=image("L", "RGB", "P", "L", "RGB", "1", "LA"))
row("ImageOps.pad", "ImageOps.pad(i, (w, h)), ImageOps.pad(i.convert('RGB'), (w, h), r, c, (x, x))", i=ANY, w=SIDE, h=SIDE, r=FILTER, c=color(3), x=number(-0.2, 1.2))
row("ImageOps.posterize", "ImageOps.posterize(i, k)", i=image("L", "RGB", "P", "L", "RGB", "1", "LA"), k=integer(0, 9))
row("ImageOps.scale", "ImageOps.scale(i, f), ImageOps.scale(i, f, r)", i=ANY, f=number(-0.1, 2.5), r=FILTER)
row("ImageOps.solarize", "ImageOps.solarize(i), ImageOps.solarize(i, k)", i=image("L", "RGB", "P", "L", "RGB", "1", "LA"), k=integer(-1, 260))

# Drawing.
DRAWN = image("L", "RGB", "RGBA", "1", "P", "I", "F", "LA")
DRAW = "i = i.copy(); draw = ImageDraw.Draw(i); "
BOX = Input("tuple[int, int, int, int]", box(-4, 20).make)
WIDTH = integer(0, 5)
START = number(-400, 400)
row("ImageDraw.Draw, ImageDraw.point", "i", before="i = i.copy(); draw = ImageDraw.Draw(i); draw.point(p, 200); draw.point([(1, 2), (0, 0)])", i=DRAWN, p=points())
row("ImageDraw.line", "i", before=DRAW + "draw.line(p, 90, w)", i=DRAWN, p=points(), w=WIDTH)
row("ImageDraw.line", "i", before=DRAW + "draw.line(b, fill=c, width=w)", i=COLORED, b=BOX, c=color(3), w=WIDTH)
row("ImageDraw.rectangle", "i", before=DRAW + "draw.rectangle(b, 90, 180, w)", i=DRAWN, b=BOX, w=WIDTH)
row("ImageDraw.rectangle", "i", before=DRAW + "draw.rectangle(b, outline=c, width=w)", i=image("RGB", "RGBA"), b=BOX, c=color(3), w=WIDTH)
row("ImageDraw.ellipse", "i", before=DRAW + "draw.ellipse(b, 90, 180, w)", i=DRAWN, b=BOX, w=WIDTH)
row("ImageDraw.circle", "i", before=DRAW + "draw.circle((x, 5), r, 90, outline=180, width=w)", i=DRAWN, x=number(-3, 15), r=number(-0.5, 12), w=WIDTH)
row("ImageDraw.arc", "i", before=DRAW + "draw.arc(b, s, e, 180, w)", i=DRAWN, b=BOX, s=START, e=START, w=WIDTH)
row("ImageDraw.chord", "i", before=DRAW + "draw.chord(b, s, e, 90, 180, w)", i=DRAWN, b=BOX, s=START, e=START, w=WIDTH)
row("ImageDraw.pieslice", "i", before=DRAW + "draw.pieslice(b, s, e, 90, 180, w)", i=DRAWN, b=BOX, s=START, e=START, w=WIDTH)
row("ImageDraw.rounded_rectangle", "i", before=DRAW + "draw.rounded_rectangle(b, r, 90, 180, w)", i=DRAWN, b=BOX, r=number(0, 9), w=WIDTH)
row("ImageDraw.rounded_rectangle", "i", before=DRAW + "draw.rounded_rectangle(b, r, c, corners=(k, True, not k, l))", i=COLORED, b=BOX, r=number(0, 9), c=color(3), k=flag(), l=flag())
row("ImageDraw.polygon", "i", before=DRAW + "draw.polygon(p, 90, 180, w)", i=DRAWN, p=points(), w=WIDTH)
row("ImageDraw.polygon", "i", before=DRAW + "draw.polygon(p, outline=c)", i=COLORED, p=points(2, 8), c=color(3))

# Text.
WRITTEN = image("L", "RGB", "RGBA", "LA")
LETTERS = list("AVTo. fijg|0Á«»‰\t-")
LINE = Input("str", lambda rng: "".join(rng.choice(LETTERS, int(rng.integers(0, 12)))))
LINES = Input("str", lambda rng: "\n".join("".join(rng.choice(LETTERS, int(rng.integers(0, 9)))) for _ in range(int(rng.integers(1, 4)))))
ANCHOR = one_of("la", "lt", "lm", "ls", "lb", "ld", "ma", "mm", "ms", "rs", "rb", "rd")
row("ImageDraw.text", "i", before=DRAW + "draw.text((x, y), t, 200); draw.text((1, 2), t, 90, FONT, a)", i=WRITTEN, t=LINE, x=number(-9, 12), y=number(-9, 12), a=ANCHOR)
row("ImageDraw.text", "i", before=DRAW + "draw.text((x, y), t, c)", i=image("RGB", "RGBA"), t=LINES, x=integer(-9, 12), y=integer(-9, 12), c=color(3))
row("ImageDraw.multiline_text", "i", before=DRAW + "draw.multiline_text((x, 3), t, 200, None, None, s, a)", i=WRITTEN, t=LINES, x=number(-9, 12), s=number(-2, 9), a=one_of("left", "center", "right"))
row("ImageDraw.textlength, FreeTypeFont.getlength", "ImageDraw.Draw(Image.new('L', (1, 1))).textlength(t), FONT.getlength(t)", t=LINE)
row("ImageDraw.textbbox, FreeTypeFont.getbbox", "draw.textbbox((x, y), t), draw.textbbox((f, 0.5), t, font=FONT, anchor=a), FONT.getbbox(t, anchor=a)", before="draw = ImageDraw.Draw(Image.new('L', (1, 1)))", t=LINE, x=integer(-9, 12), y=integer(-9, 12), f=number(-9, 12), a=ANCHOR)
row("ImageDraw.textbbox", "draw.textbbox((x, 3), t, spacing=s)", before="draw = ImageDraw.Draw(Image.new('L', (1, 1)))", t=LINES, x=integer(-9, 12), s=integer(0, 9))
row("ImageFont.load_default, FreeTypeFont.getmetrics", "ImageFont.load_default().getmetrics(), ImageFont.load_default().getlength(t)", t=LINE)
