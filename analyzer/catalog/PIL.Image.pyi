"""Images: opening, making and changing them, with the results of Pillow."""

WEB: Final = 0
ADAPTIVE: Final = 1
MEDIANCUT: Final = 0
FASTOCTREE: Final = 2
NONE: Final = 0
FLOYDSTEINBERG: Final = 3
NEAREST: Final = 0
BOX: Final = 4
BILINEAR: Final = 2
HAMMING: Final = 5
BICUBIC: Final = 3
LANCZOS: Final = 1
FLIP_LEFT_RIGHT: Final = 0
FLIP_TOP_BOTTOM: Final = 1
ROTATE_90: Final = 2
ROTATE_180: Final = 3
ROTATE_270: Final = 4
TRANSPOSE: Final = 5
TRANSVERSE: Final = 6

AFFINE: Final = 0
EXTENT: Final = 1

class DecompressionBombError(builtins.Exception):
    """The image is larger than any that is opened unasked."""

@overload
@raises(PIL.UnidentifiedImageError, PIL.Image.DecompressionBombError, OSError, ValueError)
def open(fp: io.BytesIO) -> Image:
    """The image in an encoded file that is in memory: PNG, JPEG, WebP or BMP."""

@overload
@refused("compiled code reads no files by their path", "open the bytes: `Image.open(io.BytesIO(data))`")
def open(fp: str) -> Image:
    """The image in a file."""

@raises(ValueError, TypeError, MemoryError)
def new(mode: str, size: tuple[int, int], color: Color = 0) -> ImageOf[mode]:
    """A new image of one colour."""

@overload
@native("pil::image::fromarray")
@raises(ValueError, TypeError)
def fromarray(obj: ndarray[uint8, S]) -> ImageOfArray[obj]:
    """The image of the pixels in an array."""

@overload
@native("pil::image::fromarray")
@raises(ValueError, TypeError)
def fromarray(obj: ndarray[bool, S]) -> ImageOfArray[obj]:
    """The image of the pixels in an array."""

@overload
@native("pil::image::fromarray")
@raises(ValueError, TypeError)
def fromarray(obj: ndarray[int32, S]) -> ImageOfArray[obj]:
    """The image of the pixels in an array."""

@overload
@native("pil::image::fromarray")
@raises(ValueError, TypeError)
def fromarray(obj: ndarray[float32, S]) -> ImageOfArray[obj]:
    """The image of the pixels in an array."""

@overload
@native("pil::image::fromarray")
@raises(ValueError, TypeError)
def fromarray(obj: ndarray[float64, S]) -> ImageOfArray[obj]:
    """The image of the pixels in an array."""

@overload
@native("pil::image::fromarray_as")
@raises(ValueError, TypeError)
def fromarray(obj: ndarray[uint8, S], mode: Literal["L", "LA", "RGB", "RGBA"]) -> ImageOf[mode]:
    """The image of that mode of the pixels in an array."""

@overload
@native("pil::image::fromarray_as")
@raises(ValueError, TypeError)
def fromarray(obj: ndarray[int32, S], mode: Literal["I"]) -> ImageOf[mode]:
    """The image of that mode of the pixels in an array."""

@overload
@native("pil::image::fromarray_as")
@raises(ValueError, TypeError)
def fromarray(obj: ndarray[float32, S], mode: Literal["F"]) -> ImageOf[mode]:
    """The image of that mode of the pixels in an array."""

@overload
@raises(ValueError)
def frombytes(mode: str, size: tuple[int, int], data: bytes) -> ImageOf[mode]:
    """The image of the pixels in bytes."""

@overload
@native("pil::image::frombytes_raw")
@raises(ValueError)
def frombytes(
    mode: str,
    size: tuple[int, int],
    data: bytes,
    decoder_name: Literal["raw"],
    rawmode: str,
    stride: Literal[0] = 0,
    orientation: int = 1,
) -> ImageOf[mode]:
    """The image of the pixels in bytes, their bands in an order as `BGR`, the last row first for -1."""

@overload
@native("pil::image::frombytes")
@raises(ValueError)
def frombuffer(mode: str, size: tuple[int, int], data: bytes) -> ImageOf[mode]:
    """The image of the pixels in bytes."""

@overload
@native("pil::image::frombuffer_raw")
@raises(ValueError)
def frombuffer(
    mode: str,
    size: tuple[int, int],
    data: bytes,
    decoder_name: Literal["raw"],
    rawmode: str,
    stride: Literal[0] = 0,
    orientation: int = 1,
) -> ImageOf[mode]:
    """The image of the pixels in bytes, their bands in an order as `BGR`, the last row first for -1."""

@overload
@raises(ValueError)
def merge(mode: str, bands: tuple[Image, ...]) -> ImageOf[mode]:
    """The image that has these as its bands."""

@overload
@native("pil::image::merge_list")
@raises(ValueError)
def merge(mode: str, bands: list[Image]) -> ImageOf[mode]:
    """The image that has these as its bands."""

@raises(ValueError)
def blend(im1: Image, im2: Image, alpha: float) -> SameMode[im1]:
    """Between two images: `im1 * (1 - alpha) + im2 * alpha`."""

@raises(ValueError)
def composite(image1: Image, image2: Image, mask: Image) -> SameMode[image2]:
    """The first image where the mask is white, the second where it is black."""

@raises(ValueError)
def alpha_composite(im1: Image["RGBA"], im2: Image["RGBA"]) -> Image["RGBA"]:
    """The second image over the first."""

class Image:
    """An image in memory."""

    @property
    def width(self) -> int:
        """The number of columns."""

    @property
    def height(self) -> int:
        """The number of rows."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""

    @property
    def mode(self) -> str:
        """What the pixels are: `L` grey, `RGB`, `RGBA`, `1`, `P`…"""

    @property
    def format(self) -> str | None:
        """The format of the file it was opened from."""

    @overload
    @raises(ValueError, OSError)
    def convert(self, mode: str) -> ImageOf[mode]:
        """The image in another mode."""

    @overload
    @native("pil::image::image::convert_with")
    @raises(ValueError, OSError)
    def convert(
        self, mode: str, matrix: None = None, dither: int | None = None, palette: int = 0, colors: int = 256
    ) -> ImageOf[mode]:
        """The image in another mode. `dither` is one of `Image.Dither`, `palette` one of `Image.Palette`."""

    @overload
    @refused("compiled code has no conversion by a matrix", "leave it out")
    def convert(
        self, mode: str, matrix: tuple[float, ...], dither: int | None = None, palette: int = 0, colors: int = 256
    ) -> ImageOf[mode]:
        """The image in another mode."""

    @overload
    @native("pil::image::image::convert_by_default")
    @raises(OSError)
    def convert(self: Image["P"], mode: None = None) -> Image:
        """The image in the colours of its palette."""

    @overload
    @native("pil::image::image::convert_by_default")
    @raises(OSError)
    def convert(self, mode: None = None) -> SameMode[self]:
        """The image in the mode that fits it."""

    @overload
    @raises(ValueError, OSError)
    def quantize(
        self,
        colors: int = 256,
        method: None = None,
        kmeans: Literal[0] = 0,
        palette: None = None,
        dither: int = 3,
    ) -> Image["P"]:
        """The image in so many colours, which are found for it."""

    @overload
    @native("pil::image::image::quantize_by")
    @raises(ValueError, OSError)
    def quantize(
        self,
        colors: int,
        method: Literal[0, 2, 3],
        kmeans: Literal[0] = 0,
        palette: None = None,
        dither: int = 3,
    ) -> Image["P"]:
        """The image in so many colours, which are found for it. `method` is one of `Image.Quantize`."""

    @overload
    @refused("of the ways to find colours `MEDIANCUT` and `FASTOCTREE` are compiled, as constants, without `kmeans` and `palette`", "use one of these")
    def quantize(
        self,
        colors: int = 256,
        method: int | None = None,
        kmeans: int = 0,
        palette: Image | None = None,
        dither: int = 3,
    ) -> Image["P"]:
        """The image in other colours."""

    @raises(OSError)
    def copy(self) -> SameMode[self]:
        """A copy."""

    @overload
    @native("pil::access::load1")
    @raises(OSError)
    def load(self: Image["L", "P", "1", "I"]) -> PixelAccess:
        """Decode the pixels, which Pillow does when they are first needed; these by their places."""

    @overload
    @native("pil::access::load_float")
    @raises(OSError)
    def load(self: Image["F"]) -> PixelAccessFloat:
        """Decode the pixels, which Pillow does when they are first needed; these by their places."""

    @overload
    @native("pil::access::load2")
    @raises(OSError)
    def load(self: Image["LA"]) -> PixelAccess2:
        """Decode the pixels, which Pillow does when they are first needed; these by their places."""

    @overload
    @native("pil::access::load3")
    @raises(OSError)
    def load(self: Image["RGB"]) -> PixelAccess3:
        """Decode the pixels, which Pillow does when they are first needed; these by their places."""

    @overload
    @native("pil::access::load4")
    @raises(OSError)
    def load(self: Image["RGBA"]) -> PixelAccess4:
        """Decode the pixels, which Pillow does when they are first needed; these by their places."""

    @overload
    @raises(OSError)
    def load(self) -> None:
        """Decode the pixels, which Pillow does when they are first needed."""

    @raises(OSError)
    def __enter__(self) -> SameMode[self]:
        """The image."""

    def __exit__(self, exc_type: None, exc: None, traceback: None, /) -> None:
        """The end of the `with`."""

    @raises(ValueError, OSError)
    def resize(
        self,
        size: tuple[int, int],
        resample: int | None = None,
        box: tuple[float, float, float, float] | None = None,
        reducing_gap: float | None = None,
    ) -> SameMode[self]:
        """A resized copy. `resample` is one of `Image.Resampling`; bicubic where it is left out."""

    @removes
    @raises(OSError, ZeroDivisionError, ValueError)
    def thumbnail(self, size: tuple[float, float], resample: int = 3, reducing_gap: float | None = 2.0) -> None:
        """Make the image no larger than `size`, in place and in proportion."""

    @native("pil::imagefilter::apply")
    @raises(ValueError, OSError)
    def filter(self, filter: PIL.ImageFilter.Filter) -> SameMode[self]:
        """A copy through a filter."""

    @raises(ValueError, OSError)
    def reduce(self, factor: int) -> SameMode[self]:
        """A copy that is smaller by a whole factor; each pixel is a mean."""

    @overload
    @raises(ValueError, OSError)
    def crop(self, box: tuple[float, float, float, float]) -> SameMode[self]:
        """The part inside `(left, upper, right, lower)`; what lies outside of the image is black."""

    @overload
    @native("pil::image::image::unchanged")
    @raises(OSError)
    def crop(self, box: None = None) -> SameMode[self]:
        """A copy."""

    @raises(ValueError, OSError)
    def rotate(
        self,
        angle: float,
        resample: int = 0,
        expand: bool = False,
        center: tuple[float, float] | None = None,
        translate: tuple[float, float] | None = None,
        fillcolor: Color = None,
    ) -> SameMode[self]:
        """A copy turned by degrees, counter-clockwise."""

    @overload
    @raises(ValueError, TypeError, OSError)
    def transform(
        self,
        size: tuple[int, int],
        method: Literal[0],
        data: tuple[float, float, float, float, float, float],
        resample: int = 0,
        fill: int = 1,
        fillcolor: Color = None,
    ) -> SameMode[self]:
        """A copy moved by a matrix: where each of its pixels comes from."""

    @overload
    @native("pil::image::image::transform_extent")
    @raises(ValueError, TypeError, OSError, ZeroDivisionError)
    def transform(
        self,
        size: tuple[int, int],
        method: Literal[1],
        data: tuple[float, float, float, float],
        resample: int = 0,
        fill: int = 1,
        fillcolor: Color = None,
    ) -> SameMode[self]:
        """A copy of a part in another size."""

    @overload
    @refused("compiled are `AFFINE` and `EXTENT`, as constants", "use one of these")
    def transform(
        self,
        size: tuple[int, int],
        method: int,
        data: tuple[float, ...],
        resample: int = 0,
        fill: int = 1,
        fillcolor: Color = None,
    ) -> SameMode[self]:
        """A moved copy."""

    @raises(ValueError, OSError)
    def transpose(self, method: int) -> SameMode[self]:
        """A mirrored copy, or one turned by quarters: one of `Image.Transpose`."""

    @overload
    @removes
    @raises(ValueError, OSError)
    def paste(self, im: Image, box: tuple[int, int] | None = None, mask: Image | None = None) -> None:
        """Put another image into this one, where a mask is white."""

    @overload
    @native("pil::image::image::paste_box")
    @removes
    @raises(ValueError, OSError)
    def paste(self, im: Image, box: tuple[int, int, int, int], mask: Image | None = None) -> None:
        """Put another image into this one, where a mask is white."""

    @overload
    @native("pil::image::image::paste_color")
    @removes
    @raises(ValueError, TypeError, OSError)
    def paste(self, im: Color, box: tuple[int, int, int, int] | None = None, mask: Image | None = None) -> None:
        """Fill a part of the image with a colour, where a mask is white."""

    @overload
    @removes
    @raises(ValueError, OSError)
    def alpha_composite(
        self: Image["RGBA", "LA"], im: Image, dest: tuple[int, int] = (0, 0), source: tuple[int, int] = (0, 0)
    ) -> None:
        """Put another image over this one, at a place."""

    @overload
    @native("pil::image::image::alpha_composite_part")
    @removes
    @raises(ValueError, OSError)
    def alpha_composite(
        self: Image["RGBA", "LA"], im: Image, dest: tuple[int, int], source: tuple[int, int, int, int]
    ) -> None:
        """Put a part of another image over this one, at a place."""

    @overload
    @removes
    @raises(ValueError, OSError)
    def putalpha(self: Image["RGBA", "LA"], alpha: Image["L", "1"]) -> None:
        """Replace the alpha band."""

    @overload
    @refused("it changes the mode of the image in place", "convert the image first: `image = image.convert(\"RGBA\")`")
    def putalpha(self, alpha: Image) -> None:
        """Replace the alpha band."""

    @overload
    @native("pil::image::image::point_function")
    @raises(ValueError, TypeError, OSError)
    def point(self: Image["L", "LA", "P", "RGB", "RGBA"], lut: Callable[[int], float]) -> SameMode[self]:
        """Each value through a function."""

    @overload
    @native("pil::image::image::point_bilevel")
    @raises(ValueError, TypeError, OSError)
    def point(self: Image["L", "P"], lut: Callable[[int], float], mode: Literal["1"]) -> Image["1"]:
        """Each value through a function that gives black or white."""

    @overload
    @raises(ValueError, TypeError, OSError)
    def point(self: Image["L", "LA", "P", "RGB", "RGBA"], lut: list[int]) -> SameMode[self]:
        """Each value through a table of 256, or 256 for each band."""

    @overload
    @native("pil::image::image::getpixel1")
    @raises(IndexError, OSError)
    def getpixel(self: Image["L", "P", "1", "I"], xy: tuple[int, int]) -> int:
        """The pixel at `(x, y)`."""

    @overload
    @native("pil::image::image::getpixel_float")
    @raises(IndexError, OSError)
    def getpixel(self: Image["F"], xy: tuple[int, int]) -> float:
        """The pixel at `(x, y)`."""

    @overload
    @native("pil::image::image::getpixel2")
    @raises(IndexError, OSError)
    def getpixel(self: Image["LA"], xy: tuple[int, int]) -> tuple[int, int]:
        """The pixel at `(x, y)`."""

    @overload
    @native("pil::image::image::getpixel3")
    @raises(IndexError, OSError)
    def getpixel(self: Image["RGB"], xy: tuple[int, int]) -> tuple[int, int, int]:
        """The pixel at `(x, y)`."""

    @overload
    @native("pil::image::image::getpixel4")
    @raises(IndexError, OSError)
    def getpixel(self: Image["RGBA"], xy: tuple[int, int]) -> tuple[int, int, int, int]:
        """The pixel at `(x, y)`."""

    @overload
    @refused("the mode of the image is not known here, and decides what a pixel is", "convert it first, for example by `.convert(\"RGB\")`")
    def getpixel(self: Image, xy: tuple[int, int]) -> int:
        """The pixel at `(x, y)`."""

    @removes
    @raises(IndexError, TypeError, ValueError, OSError)
    def putpixel(self, xy: tuple[int, int], value: Color) -> None:
        """Change the pixel at `(x, y)`."""

    @overload
    @native("pil::image::image::split1")
    @raises(OSError)
    def split(self: Image["L", "P", "1", "I", "F"]) -> tuple[SameMode[self]]:
        """The bands as images."""

    @overload
    @native("pil::image::image::split2")
    @raises(OSError)
    def split(self: Image["LA"]) -> tuple[Image["L"], Image["L"]]:
        """The bands as images."""

    @overload
    @native("pil::image::image::split3")
    @raises(OSError)
    def split(self: Image["RGB"]) -> tuple[Image["L"], Image["L"], Image["L"]]:
        """The bands as images."""

    @overload
    @native("pil::image::image::split4")
    @raises(OSError)
    def split(self: Image["RGBA"]) -> tuple[Image["L"], Image["L"], Image["L"], Image["L"]]:
        """The bands as images."""

    @overload
    @refused("the mode of the image is not known here, and decides how many bands there are", "convert it first, for example by `.convert(\"RGB\")`")
    def split(self: Image) -> tuple[Image["L"]]:
        """The bands as images."""

    def getbands(self) -> tuple[str, ...]:
        """The names of the bands."""

    @overload
    @raises(ValueError, OSError)
    def getchannel(self, channel: int) -> Image["L"]:
        """One band as an image."""

    @overload
    @native("pil::image::image::getchannel_named")
    @raises(ValueError, OSError)
    def getchannel(self, channel: str) -> Image["L"]:
        """One band as an image."""

    @raises(OSError)
    def getbbox(self) -> tuple[int, int, int, int] | None:
        """The box around all pixels that are not zero."""

    @overload
    @native("pil::listing::getdata1")
    @raises(OSError)
    def getdata(self: Image["L", "P", "1", "I"], band: None = None) -> tuple[int, ...]:
        """The pixels, one after another."""

    @overload
    @native("pil::listing::getdata_float")
    @raises(OSError)
    def getdata(self: Image["F"], band: None = None) -> tuple[float, ...]:
        """The pixels, one after another."""

    @overload
    @native("pil::listing::getdata2")
    @raises(OSError)
    def getdata(self: Image["LA"], band: None = None) -> tuple[tuple[int, int], ...]:
        """The pixels, one after another."""

    @overload
    @native("pil::listing::getdata3")
    @raises(OSError)
    def getdata(self: Image["RGB"], band: None = None) -> tuple[tuple[int, int, int], ...]:
        """The pixels, one after another."""

    @overload
    @native("pil::listing::getdata4")
    @raises(OSError)
    def getdata(self: Image["RGBA"], band: None = None) -> tuple[tuple[int, int, int, int], ...]:
        """The pixels, one after another."""

    @overload
    @refused("the mode of the image is not known here, and decides what a pixel is", "convert it first, for example by `.convert(\"RGB\")`")
    def getdata(self: Image, band: None = None) -> tuple[int, ...]:
        """The pixels, one after another."""

    @overload
    @native("pil::listing::getextrema1")
    @raises(ValueError, OSError)
    def getextrema(self: Image["L", "P", "1", "I"]) -> tuple[int, int]:
        """The least and the greatest number, of each band."""

    @overload
    @native("pil::listing::getextrema_float")
    @raises(ValueError, OSError)
    def getextrema(self: Image["F"]) -> tuple[float, float]:
        """The least and the greatest number, of each band."""

    @overload
    @native("pil::listing::getextrema2")
    @raises(ValueError, OSError)
    def getextrema(self: Image["LA"]) -> tuple[tuple[int, int], tuple[int, int]]:
        """The least and the greatest number, of each band."""

    @overload
    @native("pil::listing::getextrema3")
    @raises(ValueError, OSError)
    def getextrema(self: Image["RGB"]) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int]]:
        """The least and the greatest number, of each band."""

    @overload
    @native("pil::listing::getextrema4")
    @raises(ValueError, OSError)
    def getextrema(self: Image["RGBA"]) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int], tuple[int, int]]:
        """The least and the greatest number, of each band."""

    @overload
    @refused("the mode of the image is not known here, and decides what they are", "convert it first, for example by `.convert(\"RGB\")`")
    def getextrema(self: Image) -> tuple[int, int]:
        """The least and the greatest number."""

    @native("pil::listing::getcolors")
    @raises(OSError)
    def getcolors(self: Image["L", "P", "1"], maxcolors: int = 256) -> list[tuple[int, int]] | None:
        """How many pixels have each value, and the value; none where there are more values than that."""

    @raises(ValueError, OSError)
    def entropy(self: Image["L", "P", "1", "LA", "RGB", "RGBA"], mask: Image | None = None) -> float:
        """How many bits a value tells, where a mask is not black."""

    @removes
    def close(self) -> None:
        """Give the pixels away: the image cannot be used any more."""

    @raises(ValueError, OSError)
    def histogram(self: Image["L", "P", "1", "LA", "RGB", "RGBA"], mask: Image | None = None) -> list[int]:
        """How many pixels have each value, for each band."""

    @overload
    @raises(OSError)
    def tobytes(self) -> bytes:
        """The pixels, row by row."""

    @overload
    @native("pil::image::image::tobytes_raw")
    @raises(ValueError, OSError)
    def tobytes(self, encoder_name: Literal["raw"], rawmode: str) -> bytes:
        """The pixels, row by row, their bands in an order as `BGR`."""

    @raises(OSError, ValueError, KeyError)
    def save(
        self,
        fp: io.BytesIO,
        format: str,
        *,
        quality: int | None = None,
        lossless: bool = False,
        optimize: bool = False,
        compress_level: int = 6,
        method: int = 4,
        exact: bool = False,
        alpha_quality: int = 100,
        progressive: bool = False,
        subsampling: int = -1,
    ) -> None:
        """Encode the image: as PNG, JPEG, WebP or BMP."""

class PixelAccess:
    """The pixels of an image by their places."""

    @native("pil::access::get1")
    @raises(IndexError, OSError)
    def __getitem__(self, xy: tuple[int, int]) -> int:
        """The pixel at `(x, y)`."""

    @native("pil::access::set1")
    @raises(IndexError, TypeError, ValueError, OSError)
    def __setitem__(self, xy: tuple[int, int], value: Color) -> None:
        """Change the pixel at `(x, y)`."""

class PixelAccessFloat:
    """The pixels of an image by their places."""

    @native("pil::access::get_float")
    @raises(IndexError, OSError)
    def __getitem__(self, xy: tuple[int, int]) -> float:
        """The pixel at `(x, y)`."""

    @native("pil::access::set_float")
    @raises(IndexError, TypeError, ValueError, OSError)
    def __setitem__(self, xy: tuple[int, int], value: Color) -> None:
        """Change the pixel at `(x, y)`."""

class PixelAccess2:
    """The pixels of an image by their places."""

    @native("pil::access::get2")
    @raises(IndexError, OSError)
    def __getitem__(self, xy: tuple[int, int]) -> tuple[int, int]:
        """The pixel at `(x, y)`."""

    @native("pil::access::set2")
    @raises(IndexError, TypeError, ValueError, OSError)
    def __setitem__(self, xy: tuple[int, int], value: Color) -> None:
        """Change the pixel at `(x, y)`."""

class PixelAccess3:
    """The pixels of an image by their places."""

    @native("pil::access::get3")
    @raises(IndexError, OSError)
    def __getitem__(self, xy: tuple[int, int]) -> tuple[int, int, int]:
        """The pixel at `(x, y)`."""

    @native("pil::access::set3")
    @raises(IndexError, TypeError, ValueError, OSError)
    def __setitem__(self, xy: tuple[int, int], value: Color) -> None:
        """Change the pixel at `(x, y)`."""

class PixelAccess4:
    """The pixels of an image by their places."""

    @native("pil::access::get4")
    @raises(IndexError, OSError)
    def __getitem__(self, xy: tuple[int, int]) -> tuple[int, int, int, int]:
        """The pixel at `(x, y)`."""

    @native("pil::access::set4")
    @raises(IndexError, TypeError, ValueError, OSError)
    def __setitem__(self, xy: tuple[int, int], value: Color) -> None:
        """Change the pixel at `(x, y)`."""
