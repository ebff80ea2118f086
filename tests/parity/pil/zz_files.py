import io
import numpy as np
from PIL import Image
from hotforge import compile

def photo(width: int, height: int) -> Image.Image:
    y, x = np.mgrid[0:height, 0:width] / max(width, height)
    waves = [np.sin(5 * x + 2 * y), np.cos(4 * y), np.sin(3 * x * y + 1)]
    colors = np.stack([128 + 100 * wave for wave in waves], axis=-1)
    noise = np.random.default_rng(4).integers(-20, 20, colors.shape)
    return Image.fromarray((colors + noise).clip(0, 255).astype(np.uint8))

def encoded(image: Image.Image, format: str, **options) -> bytes:
    file = io.BytesIO()
    image.save(file, format, **options)
    return file.getvalue()

@compile()
def opened(data: bytes) -> tuple[str, str | None, Image.Image]:
    image = Image.open(io.BytesIO(data))
    return image.mode, image.format, image

@compile()
def inks(data: bytes) -> tuple[str, tuple[int, int], Image.Image, Image.Image, Image.Image, bytes]:
    image = Image.open(io.BytesIO(data))
    return image.mode, image.size, image.convert("RGB"), image.convert("L"), image.convert("RGBA"), image.tobytes()

@compile()
def jpeg(image: Image.Image, quality: int | None, optimize: bool, progressive: bool, subsampling: int) -> bytes:
    file = io.BytesIO()
    if quality is None:
        image.save(file, "JPEG", optimize=optimize, progressive=progressive, subsampling=subsampling)
    else:
        image.save(file, "JPEG", quality=quality, optimize=optimize, progressive=progressive, subsampling=subsampling)
    return file.getvalue()

@compile()
def webp(image: Image.Image, quality: int | None, lossless: bool, method: int, exact: bool) -> bytes:
    file = io.BytesIO()
    if quality is None:
        image.save(file, "WEBP", lossless=lossless, method=method, exact=exact)
    else:
        image.save(file, "WEBP", quality=quality, lossless=lossless, method=method, exact=exact)
    return file.getvalue()

@compile()
def paletted(image: Image.Image) -> Image.Image:
    return image.convert("P")

@compile()
def deep(data: bytes) -> tuple[str, Image.Image, Image.Image, Image.Image, Image.Image, bytes]:
    image = Image.open(io.BytesIO(data))
    return image.mode, image.convert("I"), image.convert("F"), image.convert("L"), image.convert("RGB"), image.tobytes()

IMAGES = [photo(64, 48), photo(1, 1), photo(200, 133), photo(17, 5)]
ALPHA = photo(40, 30).convert("RGBA")
ALPHA.putalpha(Image.radial_gradient("L").resize((40, 30)).point(lambda v: 0 if v < 60 else v))
DEEP = [Image.fromarray(np.random.default_rng(1).integers(0, 65536, (7, 9), dtype=np.uint16)), Image.fromarray(np.arange(300, dtype=np.uint16).reshape(3, 100))]
CASES = {
    "opened": [*((encoded(i.convert(m), "JPEG", quality=q, subsampling=s, progressive=p),) for i in IMAGES for m in ("L", "RGB") for q in (5, 75, 95) for s in (-1, 0, 1, 2) for p in (False, True)),
      *((encoded(i, "WEBP", quality=q),) for i in [*IMAGES, ALPHA] for q in (10, 80, 100))],
    "inks": [(encoded(i.convert("CMYK"), "JPEG"),) for i in IMAGES],
    "jpeg": [(i.convert(m), q, o, p, s) for i in IMAGES for m in ("L", "RGB", "1") for q in (None, -1, 0, 5, 20, 75, 95, 100) for o in (False, True) for p in (False, True) for s in (-1, 0, 1, 2)],
    "webp": [(i.convert(m), q, l, k, e) for i in [*IMAGES, ALPHA] for m in ("L", "RGB", "RGBA") for q in (None, 0, 50, 101) for l in (False, True) for k in (0, 4, 7) for e in (False, True)] + [(ALPHA, None, False, 4, False), (ALPHA, 30, True, 6, True)],
    "paletted": [(i.convert(m),) for i in [*IMAGES, ALPHA] for m in ("1", "L", "LA", "RGB", "I", "F", "P")],
    "deep": [(encoded(i, "PNG"),) for i in DEEP],
}
