"""Ready-made operations on images."""

@raises(OSError)
def exif_transpose(image: Image) -> SameMode[image]:
    """A copy turned as the camera was held."""

@raises(ValueError, OSError, ZeroDivisionError)
def contain(image: Image, size: tuple[int, int], method: int = 3) -> SameMode[image]:
    """A copy resized to fit into `size`, in proportion."""

@raises(ValueError, OSError, ZeroDivisionError)
def cover(image: Image, size: tuple[int, int], method: int = 3) -> SameMode[image]:
    """A copy resized to cover `size`, in proportion."""

@raises(ValueError, OSError, TypeError, ZeroDivisionError)
def pad(
    image: Image,
    size: tuple[int, int],
    method: int = 3,
    color: Color = None,
    centering: tuple[float, float] = (0.5, 0.5),
) -> SameMode[image]:
    """A copy resized to fit into `size`, in proportion, with the rest of one colour."""

@raises(ValueError, OSError, ZeroDivisionError)
def fit(
    image: Image,
    size: tuple[int, int],
    method: int = 3,
    bleed: float = 0.0,
    centering: tuple[float, float] = (0.5, 0.5),
) -> SameMode[image]:
    """A copy resized to `size`, in proportion, of which the rest is cut off."""

@raises(ValueError, OSError)
def scale(image: Image, factor: float, resample: int = 3) -> SameMode[image]:
    """A copy of another size."""

@overload
@raises(OSError, ValueError, TypeError)
def expand(image: Image, border: int = 0, fill: Color = 0) -> SameMode[image]:
    """A copy with a border around it."""

@overload
@native("pil::imageops::expand_axes")
@raises(OSError, ValueError, TypeError)
def expand(image: Image, border: tuple[int, int], fill: Color = 0) -> SameMode[image]:
    """A copy with a border around it: so wide at the sides, so high above and below."""

@overload
@native("pil::imageops::expand_sides")
@raises(OSError, ValueError, TypeError)
def expand(image: Image, border: tuple[int, int, int, int], fill: Color = 0) -> SameMode[image]:
    """A copy with a border around it: left, top, right and bottom."""

@native("pil::imageops::crop_border")
@raises(OSError, ValueError)
def crop(image: Image, border: int = 0) -> SameMode[image]:
    """A copy without its border."""

@raises(OSError)
def flip(image: Image) -> SameMode[image]:
    """A copy, upside down."""

@raises(OSError)
def mirror(image: Image) -> SameMode[image]:
    """A copy, left to right."""

@raises(OSError, ValueError)
def grayscale(image: Image) -> Image["L"]:
    """A grey copy."""

@raises(OSError, NotImplementedError)
def invert(image: Image) -> SameMode[image]:
    """A negative."""

@raises(ValueError, OSError)
def posterize(image: Image, bits: int) -> SameMode[image]:
    """A copy with fewer bits for each band."""

@raises(OSError, NotImplementedError)
def solarize(image: Image, threshold: int = 128) -> SameMode[image]:
    """A copy in which all above a threshold is inverted."""

@raises(OSError, NotImplementedError)
def equalize(image: Image["L", "RGB"], mask: None = None) -> SameMode[image]:
    """A copy with its grey values spread evenly."""

@overload
@raises(OSError, NotImplementedError)
def autocontrast(image: Image["L", "RGB"], cutoff: float = 0, ignore: None = None) -> SameMode[image]:
    """A copy from black to white."""

@overload
@native("pil::imageops::autocontrast_ends")
@raises(OSError, NotImplementedError)
def autocontrast(image: Image["L", "RGB"], cutoff: tuple[float, float], ignore: None = None) -> SameMode[image]:
    """A copy from black to white, of which so many percent are cut off at the ends."""

@overload
@raises(ValueError, TypeError, OSError)
def colorize(
    image: Image["L"],
    black: Color,
    white: Color,
    mid: None = None,
    blackpoint: int = 0,
    whitepoint: int = 255,
    midpoint: int = 127,
) -> Image["RGB"]:
    """A copy in the colours between two."""

@overload
@native("pil::imageops::colorize_by_three")
@raises(ValueError, TypeError, OSError)
def colorize(
    image: Image["L"],
    black: Color,
    white: Color,
    mid: Color,
    blackpoint: int = 0,
    whitepoint: int = 255,
    midpoint: int = 127,
) -> Image["RGB"]:
    """A copy in the colours between three."""
