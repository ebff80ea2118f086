"""Images as arrays of rows, columns and channels: `import cv2`, with the results of OpenCV 5."""

COLOR_BGR2BGRA: Final = 0
COLOR_RGB2RGBA: Final = 0
COLOR_BGRA2BGR: Final = 1
COLOR_RGBA2RGB: Final = 1
COLOR_BGR2RGBA: Final = 2
COLOR_RGB2BGRA: Final = 2
COLOR_RGBA2BGR: Final = 3
COLOR_BGRA2RGB: Final = 3
COLOR_BGR2RGB: Final = 4
COLOR_RGB2BGR: Final = 4
COLOR_BGRA2RGBA: Final = 5
COLOR_RGBA2BGRA: Final = 5
COLOR_BGR2GRAY: Final = 6
COLOR_RGB2GRAY: Final = 7
COLOR_GRAY2BGR: Final = 8
COLOR_GRAY2RGB: Final = 8
COLOR_GRAY2BGRA: Final = 9
COLOR_GRAY2RGBA: Final = 9
COLOR_BGRA2GRAY: Final = 10
COLOR_RGBA2GRAY: Final = 11
COLOR_BGR2YCrCb: Final = 36
COLOR_RGB2YCrCb: Final = 37
COLOR_YCrCb2BGR: Final = 38
COLOR_YCrCb2RGB: Final = 39
COLOR_BGR2YCR_CB: Final = 36
COLOR_RGB2YCR_CB: Final = 37
COLOR_YCR_CB2BGR: Final = 38
COLOR_YCR_CB2RGB: Final = 39
COLOR_BGR2HSV: Final = 40
COLOR_RGB2HSV: Final = 41
COLOR_BGR2YUV: Final = 82
COLOR_RGB2YUV: Final = 83
COLOR_YUV2BGR: Final = 84
COLOR_YUV2RGB: Final = 85
INTER_NEAREST: Final = 0
INTER_LINEAR: Final = 1
INTER_CUBIC: Final = 2
INTER_AREA: Final = 3
INTER_LANCZOS4: Final = 4
WARP_INVERSE_MAP: Final = 16
BORDER_CONSTANT: Final = 0
BORDER_REPLICATE: Final = 1
BORDER_REFLECT: Final = 2
BORDER_WRAP: Final = 3
BORDER_REFLECT_101: Final = 4
BORDER_REFLECT101: Final = 4
BORDER_DEFAULT: Final = 4
THRESH_BINARY: Final = 0
THRESH_BINARY_INV: Final = 1
THRESH_TRUNC: Final = 2
THRESH_TOZERO: Final = 3
THRESH_TOZERO_INV: Final = 4
THRESH_OTSU: Final = 8
MORPH_RECT: Final = 0
MORPH_CROSS: Final = 1
MORPH_ELLIPSE: Final = 2
MORPH_ERODE: Final = 0
MORPH_DILATE: Final = 1
MORPH_OPEN: Final = 2
MORPH_CLOSE: Final = 3
MORPH_GRADIENT: Final = 4
MORPH_TOPHAT: Final = 5
MORPH_BLACKHAT: Final = 6
RETR_EXTERNAL: Final = 0
RETR_LIST: Final = 1
RETR_CCOMP: Final = 2
RETR_TREE: Final = 3
CHAIN_APPROX_NONE: Final = 1
CHAIN_APPROX_SIMPLE: Final = 2
CHAIN_APPROX_TC89_L1: Final = 3
CHAIN_APPROX_TC89_KCOS: Final = 4
IMREAD_UNCHANGED: Final = -1
IMREAD_GRAYSCALE: Final = 0
IMREAD_COLOR: Final = 1
IMREAD_COLOR_BGR: Final = 1
IMREAD_ANYDEPTH: Final = 2
IMREAD_ANYCOLOR: Final = 4
IMWRITE_JPEG_QUALITY: Final = 1
IMWRITE_PNG_COMPRESSION: Final = 16
IMWRITE_WEBP_QUALITY: Final = 64
ROTATE_90_CLOCKWISE: Final = 0
ROTATE_180: Final = 1
ROTATE_90_COUNTERCLOCKWISE: Final = 2

class error(builtins.Exception):
    """What OpenCV does not do."""

@raises(cv2.error)
def cvtColor[S](src: ndarray[uint8, S], code: int) -> ndarray[uint8, Recolored[src, code]]:
    """The image in other colours; the code is a constant: one of `COLOR_…`."""

@overload
@raises(cv2.error)
def resize[S](src: ndarray[uint8, S], dsize: tuple[int, int], dst: None = None, fx: float = 0.0, fy: float = 0.0, interpolation: Literal[0, 1, 3, 4] = 1) -> ndarray[uint8, ResizedImage[src, dsize]]:
    """The image in another size: so many columns and rows."""

@overload
@native("cv2::resize_by")
@raises(cv2.error)
def resize[S](src: ndarray[uint8, S], dsize: None, dst: None = None, fx: float = 0.0, fy: float = 0.0, interpolation: Literal[0, 1, 3, 4] = 1) -> ndarray[uint8, ResizedImage[src]]:
    """The image so many times as wide and as high."""

@overload
@native("cv2::resize_floats")
@raises(cv2.error)
def resize[S](src: ndarray[float32, S], dsize: tuple[int, int], dst: None = None, fx: float = 0.0, fy: float = 0.0, interpolation: Literal[0, 1, 2, 3, 4] = 1) -> ndarray[float32, ResizedImage[src, dsize]]:
    """The image in another size: so many columns and rows."""

@overload
@native("cv2::resize_by_floats")
@raises(cv2.error)
def resize[S](src: ndarray[float32, S], dsize: None, dst: None = None, fx: float = 0.0, fy: float = 0.0, interpolation: Literal[0, 1, 2, 3, 4] = 1) -> ndarray[float32, ResizedImage[src]]:
    """The image so many times as wide and as high."""

@overload
@refused("of the interpolations `INTER_NEAREST`, `INTER_LINEAR`, `INTER_AREA` and `INTER_LANCZOS4` are compiled, as constants, and `INTER_CUBIC` of float32", "name one of these")
def resize[D, S](src: ndarray[D, S], dsize: tuple[int, int] | None, dst: None = None, fx: float = 0.0, fy: float = 0.0, interpolation: int = 1) -> ndarray[D, S]:
    """The image in another size."""

@overload
@raises(cv2.error)
def copyMakeBorder[S](src: ndarray[uint8, S], top: int, bottom: int, left: int, right: int, borderType: Literal[0, 1, 2, 3, 4], dst: None = None, value: Shape = 0) -> ndarray[uint8, ResizedImage[src]]:
    """The image with more rows and columns around it."""

@overload
@raises(cv2.error)
def copyMakeBorder[S](src: ndarray[float32, S], top: int, bottom: int, left: int, right: int, borderType: Literal[0, 1, 2, 3, 4], dst: None = None, value: Shape = 0) -> ndarray[float32, ResizedImage[src]]:
    """The image with more rows and columns around it."""

@overload
@raises(cv2.error)
def threshold[S](src: ndarray[uint8, S], thresh: float, maxval: float, type: int) -> tuple[float, ndarray[uint8, SameImage[src]]]:
    """The threshold, and the image cut at it."""

@overload
@native("cv2::threshold_floats")
@raises(cv2.error)
def threshold[S](src: ndarray[float32, S], thresh: float, maxval: float, type: int) -> tuple[float, ndarray[float32, SameImage[src]]]:
    """The threshold, and the image cut at it."""

@overload
@raises(cv2.error)
def dilate[S, R](src: ndarray[uint8, S], kernel: ndarray[uint8, R], *, iterations: int = 1) -> ndarray[uint8, SameImage[src]]:
    """The greatest of the pixels below a kernel."""

@overload
@raises(cv2.error)
def dilate[S, R](src: ndarray[float32, S], kernel: ndarray[uint8, R], *, iterations: int = 1) -> ndarray[float32, SameImage[src]]:
    """The greatest of the pixels below a kernel."""

@overload
@raises(cv2.error)
def erode[S, R](src: ndarray[uint8, S], kernel: ndarray[uint8, R], *, iterations: int = 1) -> ndarray[uint8, SameImage[src]]:
    """The least of the pixels below a kernel."""

@overload
@raises(cv2.error)
def erode[S, R](src: ndarray[float32, S], kernel: ndarray[uint8, R], *, iterations: int = 1) -> ndarray[float32, SameImage[src]]:
    """The least of the pixels below a kernel."""

@raises(cv2.error)
def morphologyEx[S, R](src: ndarray[uint8, S], op: Literal[0, 1, 2, 3, 4, 5, 6], kernel: ndarray[uint8, R], *, iterations: int = 1) -> ndarray[uint8, SameImage[src]]:
    """What is made of `dilate` and `erode`: one of `MORPH_…`."""

@raises(cv2.error)
def getStructuringElement(shape: Literal[0, 1, 2], ksize: tuple[int, int]) -> ndarray[uint8, ResizedImage[ksize]]:
    """A kernel: a rectangle, a cross or an ellipse, of so many columns and rows."""

@overload
@raises(cv2.error)
def boundingRect[S](array: ndarray[int32, S]) -> tuple[int, int, int, int]:
    """Left, top, width and height of the box around points."""

@overload
@native("cv2::bounding_rect_of_floats")
@raises(cv2.error)
def boundingRect[S](array: ndarray[float32, S]) -> tuple[int, int, int, int]:
    """Left, top, width and height of the box around points."""

@overload
@raises(cv2.error)
def contourArea[S](contour: ndarray[int32, S], oriented: bool = False) -> float:
    """The area within points."""

@overload
@native("cv2::contour_area_of_floats")
@raises(cv2.error)
def contourArea[S](contour: ndarray[float32, S], oriented: bool = False) -> float:
    """The area within points."""

@overload
@raises(cv2.error)
def arcLength[S](curve: ndarray[int32, S], closed: bool) -> float:
    """The length of the lines between points."""

@overload
@native("cv2::arc_length_of_floats")
@raises(cv2.error)
def arcLength[S](curve: ndarray[float32, S], closed: bool) -> float:
    """The length of the lines between points."""

def getRotationMatrix2D(center: tuple[float, float], angle: float, scale: float) -> ndarray[float64, SizeDims[Literal[2], Literal[3]]]:
    """The matrix that turns by degrees, counter-clockwise."""

@raises(cv2.error)
def getPerspectiveTransform[S, R](src: ndarray[float32, S], dst: ndarray[float32, R]) -> ndarray[float64, SizeDims[Literal[3], Literal[3]]]:
    """The matrix that takes four points to four others."""

@raises(cv2.error)
def getAffineTransform[S, R](src: ndarray[float32, S], dst: ndarray[float32, R]) -> ndarray[float64, SizeDims[Literal[2], Literal[3]]]:
    """The matrix that takes three points to three others."""

@raises(cv2.error)
def flip[D, S](src: ndarray[D, S], flipCode: int) -> ndarray[ImageDepth[src], SameImage[src]]:
    """The image turned over: upside down for 0, left to right above it, both below it."""

@raises(cv2.error)
def rotate[D, S](src: ndarray[D, S], rotateCode: Literal[0, 1, 2]) -> ndarray[ImageDepth[src], ResizedImage[src]]:
    """The image turned by quarters."""

@overload
@raises(cv2.error)
def warpAffine[S, E, R](src: ndarray[uint8, S], M: ndarray[E, R], dsize: tuple[int, int], dst: None = None, flags: Literal[0, 1, 16, 17] = 1, borderMode: Literal[0] = 0, borderValue: Shape = 0) -> ndarray[uint8, WarpedImage[src, dsize, M]]:
    """The image moved by a matrix of two rows."""

@overload
@raises(cv2.error)
def warpAffine[S, E, R](src: ndarray[float32, S], M: ndarray[E, R], dsize: tuple[int, int], dst: None = None, flags: Literal[0, 1, 16, 17] = 1, borderMode: Literal[0] = 0, borderValue: Shape = 0) -> ndarray[float32, WarpedImage[src, dsize, M]]:
    """The image moved by a matrix of two rows."""

@overload
@refused("compiled are the flags `INTER_NEAREST` and `INTER_LINEAR`, as constants, and `BORDER_CONSTANT`", "use these")
def warpAffine[D, S, E, R](src: ndarray[D, S], M: ndarray[E, R], dsize: tuple[int, int], dst: None = None, flags: int = 1, borderMode: int = 0, borderValue: Shape = 0) -> ndarray[D, S]:
    """The image moved."""

@overload
@raises(cv2.error)
def warpPerspective[S, E, R](src: ndarray[uint8, S], M: ndarray[E, R], dsize: tuple[int, int], dst: None = None, flags: Literal[0, 1, 16, 17] = 1, borderMode: Literal[0] = 0, borderValue: Shape = 0) -> ndarray[uint8, WarpedImage[src, dsize, M]]:
    """The image moved by a matrix of three rows."""

@overload
@raises(cv2.error)
def warpPerspective[S, E, R](src: ndarray[float32, S], M: ndarray[E, R], dsize: tuple[int, int], dst: None = None, flags: Literal[0, 1, 16, 17] = 1, borderMode: Literal[0] = 0, borderValue: Shape = 0) -> ndarray[float32, WarpedImage[src, dsize, M]]:
    """The image moved by a matrix of three rows."""

@overload
@refused("compiled are the flags `INTER_NEAREST` and `INTER_LINEAR`, as constants, and `BORDER_CONSTANT`", "use these")
def warpPerspective[D, S, E, R](src: ndarray[D, S], M: ndarray[E, R], dsize: tuple[int, int], dst: None = None, flags: int = 1, borderMode: int = 0, borderValue: Shape = 0) -> ndarray[D, S]:
    """The image moved."""

@raises(cv2.error)
def GaussianBlur[S](src: ndarray[uint8, S], ksize: tuple[int, int], sigmaX: float, dst: None = None, sigmaY: float = 0.0) -> ndarray[uint8, SameImage[src]]:
    """The image weighed by a bell."""

@overload
@raises(cv2.error)
def findContours[S](image: ndarray[uint8, S], mode: Literal[0, 1, 2, 3], method: Literal[1, 2], contours: None = None, hierarchy: None = None, offset: tuple[int, int] = (0, 0)) -> tuple[tuple[ndarray[int32, SizeDims[int, Literal[1], Literal[2]]], ...], ndarray[int32, SizeDims[Literal[1], int, Literal[4]]] | None]:
    """The outlines of the regions that are not zero, and for each the next, the previous, the first within it, and the one around it."""

@overload
@refused("compiled are `RETR_EXTERNAL`, `RETR_LIST`, `RETR_CCOMP` and `RETR_TREE`, and `CHAIN_APPROX_NONE` and `CHAIN_APPROX_SIMPLE`, as constants", "name two of these")
def findContours[D, S](image: ndarray[D, S], mode: int, method: int, contours: None = None, hierarchy: None = None, offset: tuple[int, int] = (0, 0)) -> tuple[tuple[ndarray[int32, SizeDims[int, Literal[1], Literal[2]]], ...], ndarray[int32, SizeDims[Literal[1], int, Literal[4]]] | None]:
    """The outlines of regions."""

@overload
@raises(cv2.error)
def convexHull[S](points: ndarray[int32, S], hull: None = None, clockwise: bool = False, returnPoints: Literal[True] = True) -> ndarray[int32, SizeDims[int, Literal[1], Literal[2]]]:
    """The corners of the hull of points."""

@overload
@raises(cv2.error)
def convexHull[S](points: ndarray[float32, S], hull: None = None, clockwise: bool = False, returnPoints: Literal[True] = True) -> ndarray[float32, SizeDims[int, Literal[1], Literal[2]]]:
    """The corners of the hull of points."""

@overload
@refused("compiled code gives the corners of a hull, not their places", "leave out `returnPoints=False`")
def convexHull[D, S](points: ndarray[D, S], hull: None = None, clockwise: bool = False, returnPoints: bool = True) -> ndarray[int32, SizeDims[int, Literal[1]]]:
    """The places of the corners of the hull of points."""

@overload
@raises(cv2.error)
def minAreaRect[S](points: ndarray[int32, S]) -> tuple[tuple[float, float], tuple[float, float], float]:
    """The least rectangle around points: its centre, its width and height, and by how many degrees it is turned."""

@overload
@raises(cv2.error)
def minAreaRect[S](points: ndarray[float32, S]) -> tuple[tuple[float, float], tuple[float, float], float]:
    """The least rectangle around points: its centre, its width and height, and by how many degrees it is turned."""

def boxPoints(box: tuple[tuple[float, float], tuple[float, float], float]) -> ndarray[float32, SizeDims[Literal[4], Literal[2]]]:
    """The corners of a turned rectangle."""

@overload
@raises(cv2.error)
def fillPoly[S, R](img: ndarray[uint8, S], pts: list[ndarray[int32, R]], color: Shape) -> ndarray[uint8, S]:
    """Fill polygons in the image, which is given back."""

@overload
@raises(cv2.error)
def fillPoly[S, R](img: ndarray[uint8, S], pts: tuple[ndarray[int32, R], ...], color: Shape) -> ndarray[uint8, S]:
    """Fill polygons in the image, which is given back."""

@overload
@raises(cv2.error)
def fillPoly[S, R](img: ndarray[uint8, S], pts: ndarray[int32, R], color: Shape) -> ndarray[uint8, S]:
    """Fill polygons in the image, which is given back."""

@overload
@raises(cv2.error)
def fillPoly[S, R](img: ndarray[float32, S], pts: list[ndarray[int32, R]], color: Shape) -> ndarray[float32, S]:
    """Fill polygons in the image, which is given back."""

@overload
@raises(cv2.error)
def fillPoly[S, R](img: ndarray[float32, S], pts: ndarray[int32, R], color: Shape) -> ndarray[float32, S]:
    """Fill polygons in the image, which is given back."""

@overload
@raises(cv2.error)
def mean[D, S](src: ndarray[D, S], mask: None = None) -> tuple[float, float, float, float]:
    """The mean of each channel."""

@overload
@native("cv2::mean_within")
@raises(cv2.error)
def mean[D, S, R](src: ndarray[D, S], mask: ndarray[uint8, R]) -> tuple[float, float, float, float]:
    """The mean of each channel, of the pixels that a mask tells."""

@overload
@native("cv2::imdecode_color")
@raises(cv2.error)
def imdecode[S](buf: ndarray[uint8, S], flags: Literal[1] = 1) -> ndarray[uint8, SizeDims[int, int, Literal[3]]] | None:
    """The image in the bytes of a file: blue, green and red."""

@overload
@native("cv2::imdecode_gray")
@raises(cv2.error)
def imdecode[S](buf: ndarray[uint8, S], flags: Literal[0]) -> ndarray[uint8, tuple[int, int]] | None:
    """The image in the bytes of a file, in grey."""

@overload
@refused("how many channels the image has must be known: compiled are `IMREAD_COLOR` and `IMREAD_GRAYSCALE`, as constants", "name one of these")
def imdecode[S](buf: ndarray[uint8, S], flags: int) -> ndarray[uint8, tuple[int, int]] | None:
    """The image in the bytes of a file."""

@overload
@native("cv2::imencode_plain")
@raises(cv2.error)
def imencode[S](ext: str, img: ndarray[uint8, S], params: None = None) -> tuple[bool, ndarray[uint8, tuple[int]]]:
    """Whether the image could be encoded, and the bytes of its file: `.png`, `.jpg`, `.webp` or `.bmp`."""

@overload
@raises(cv2.error)
def imencode[S](ext: str, img: ndarray[uint8, S], params: list[int]) -> tuple[bool, ndarray[uint8, tuple[int]]]:
    """Whether the image could be encoded, and the bytes of its file: `.png`, `.jpg`, `.webp` or `.bmp`."""
