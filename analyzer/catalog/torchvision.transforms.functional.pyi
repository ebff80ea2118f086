"""Images to tensors, and images and tensors cut, turned and resized."""

@overload
@raises(OSError)
def to_tensor(pic: Image["L", "LA", "RGB", "RGBA"]) -> Tensor[float32, Bands[pic]]:
    """Channels first, from 0 to 1."""

@overload
@refused("the mode of the image is not known here, and decides what a pixel is", "convert it first, for example by `.convert(\"RGB\")`")
def to_tensor(pic: Image) -> Tensor[float32, None]:
    """Channels first, from 0 to 1."""

@overload
@native("torchvision::transforms::functional::to_tensor_of_bytes")
@raises(ValueError)
def to_tensor[S](pic: ndarray[uint8, S]) -> Tensor[float32, ChannelsFirst[pic]]:
    """Channels first, from 0 to 1."""

@overload
@native("torchvision::transforms::functional::to_tensor_of_array")
@raises(ValueError)
def to_tensor[D, S](pic: ndarray[D, S]) -> Tensor[D, ChannelsFirst[pic]]:
    """Channels first."""

@overload
@raises(OSError)
def pil_to_tensor(pic: Image["L", "LA", "RGB", "RGBA"]) -> Tensor[uint8, Bands[pic]]:
    """Channels first, bytes."""

@overload
@refused("the mode of the image is not known here, and decides what a pixel is", "convert it first, for example by `.convert(\"RGB\")`")
def pil_to_tensor(pic: Image) -> Tensor[uint8, None]:
    """Channels first, bytes."""

@overload
@raises(ValueError, TypeError)
def to_pil_image[S](pic: Tensor[uint8, S], mode: None = None) -> ImageOfChannels[pic]:
    """The image of channels, rows and columns."""

@overload
@native("torchvision::transforms::functional::to_pil_image_of_unit")
@raises(ValueError, TypeError)
def to_pil_image[D, S](pic: Tensor[D, S], mode: None = None) -> ImageOfUnit[pic, ImageOfChannels[pic]]:
    """The image of channels, rows and columns of numbers from 0 to 1."""

@overload
@native("torchvision::transforms::functional::to_pil_image_of_array")
@raises(ValueError, TypeError)
def to_pil_image[S](pic: ndarray[uint8, S], mode: None = None) -> ImageOfPixels[pic]:
    """The image of rows, columns and channels."""

@overload
@native("torchvision::transforms::functional::to_pil_image_of_unit_array")
@raises(ValueError, TypeError)
def to_pil_image[D, S](pic: ndarray[D, S], mode: None = None) -> ImageOfUnit[pic, ImageOfPixels[pic]]:
    """The image of rows, columns and channels of numbers from 0 to 1."""

@overload
@native("torchvision::transforms::functional::convert_bytes_by_default")
def convert_image_dtype[S](image: Tensor[uint8, S]) -> Tensor[float32, S]:
    """Bytes from 0 to 1."""

@overload
@native("torchvision::transforms::functional::convert_bytes")
def convert_image_dtype[S](image: Tensor[uint8, S], dtype: dtype[float32]) -> Tensor[float32, S]:
    """Bytes from 0 to 1."""

@overload
@native("torchvision::transforms::functional::convert_bytes")
def convert_image_dtype[S](image: Tensor[uint8, S], dtype: dtype[float64]) -> Tensor[float64, S]:
    """Bytes from 0 to 1."""

@overload
@native("torchvision::transforms::functional::convert_to_bytes")
def convert_image_dtype[S](image: Tensor[float32, S], dtype: dtype[uint8]) -> Tensor[uint8, S]:
    """Numbers from 0 to 1 as bytes."""

@overload
@native("torchvision::transforms::functional::convert_to_bytes")
def convert_image_dtype[S](image: Tensor[float64, S], dtype: dtype[uint8]) -> Tensor[uint8, S]:
    """Numbers from 0 to 1 as bytes."""

@overload
@refused("only bytes are converted to floats from 0 to 1, and those to bytes", "convert by `.to(…)`, and multiply or divide")
def convert_image_dtype[D, E, S](image: Tensor[D, S], dtype: dtype[E]) -> Tensor[E, S]:
    """Numbers in another range."""

@native("torchvision::transforms::functional::tensors::normalize")
@raises(ValueError, RuntimeError, TypeError)
def normalize[D, S](tensor: Tensor[D, S], mean: TensorLike, std: TensorLike, inplace: bool = False) -> Tensor[FloatOnly[tensor], S]:
    """Each channel less its mean, divided by its deviation."""

@overload
@raises(ValueError, OSError, ZeroDivisionError)
def resize(img: Image, size: Shape, interpolation: int = 2, max_size: int | None = None, antialias: bool | None = True) -> SameMode[img]:
    """Another size; one number is the length of the shorter edge."""

@overload
@native("torchvision::transforms::functional::tensors::resize")
@raises(ValueError, TypeError, RuntimeError, NotImplementedError, ZeroDivisionError, IndexError)
def resize[D, S](img: Tensor[D, S], size: Shape, interpolation: int = 2, max_size: int | None = None, antialias: bool | None = True) -> Tensor[FloatOnly[img], LastTwo[img]]:
    """Another size; one number is the length of the shorter edge."""

@overload
@raises(ValueError, OSError)
def crop(img: Image, top: int, left: int, height: int, width: int) -> SameMode[img]:
    """A part; what lies outside is black."""

@overload
@native("torchvision::transforms::functional::tensors::crop")
@raises(TypeError, RuntimeError, ValueError, NotImplementedError)
def crop[D, S](img: Tensor[D, S], top: int, left: int, height: int, width: int) -> Tensor[D, LastTwo[img]]:
    """A part; what lies outside is black."""

@overload
@raises(ValueError, OSError)
def center_crop(img: Image, output_size: Shape) -> SameMode[img]:
    """The middle."""

@overload
@native("torchvision::transforms::functional::tensors::center_crop")
@raises(TypeError, RuntimeError, ValueError, NotImplementedError)
def center_crop[D, S](img: Tensor[D, S], output_size: Shape) -> Tensor[D, LastTwo[img]]:
    """The middle."""

@overload
@raises(ValueError, OSError)
def pad(img: Image["L", "LA", "RGB", "RGBA"], padding: Shape, fill: Shape = 0, padding_mode: str = "constant") -> SameMode[img]:
    """More rows and columns on all sides."""

@overload
@refused("the mode of the image is not known here, and decides what a pixel is", "convert it first, for example by `.convert(\"RGB\")`")
def pad(img: Image, padding: Shape, fill: Shape = 0, padding_mode: str = "constant") -> Image:
    """More rows and columns on all sides."""

@overload
@native("torchvision::transforms::functional::tensors::pad")
@raises(TypeError, RuntimeError, ValueError, NotImplementedError, IndexError)
def pad[D, S](img: Tensor[D, S], padding: Shape, fill: TensorOperand = 0, padding_mode: str = "constant") -> Tensor[D, LastTwo[img]]:
    """More rows and columns on all sides."""

@overload
@raises(OSError)
def hflip(img: Image) -> SameMode[img]:
    """Left to right."""

@overload
@native("torchvision::transforms::functional::tensors::hflip")
@raises(TypeError, IndexError)
def hflip[D, S](img: Tensor[D, S]) -> Tensor[D, S]:
    """Left to right."""

@overload
@raises(OSError)
def vflip(img: Image) -> SameMode[img]:
    """Upside down."""

@overload
@native("torchvision::transforms::functional::tensors::vflip")
@raises(TypeError, IndexError)
def vflip[D, S](img: Tensor[D, S]) -> Tensor[D, S]:
    """Upside down."""

@overload
@raises(ValueError, OSError)
def five_crop(img: Image, size: Shape) -> tuple[SameMode[img], SameMode[img], SameMode[img], SameMode[img], SameMode[img]]:
    """The corners and the middle."""

@overload
@native("torchvision::transforms::functional::tensors::five_crop")
@raises(TypeError, RuntimeError, ValueError, NotImplementedError)
def five_crop[D, S](img: Tensor[D, S], size: Shape) -> tuple[Tensor[D, LastTwo[img]], Tensor[D, LastTwo[img]], Tensor[D, LastTwo[img]], Tensor[D, LastTwo[img]], Tensor[D, LastTwo[img]]]:
    """The corners and the middle."""

@overload
@raises(ValueError, OSError, TypeError)
def rotate(img: Image["L", "LA", "RGB", "RGBA"], angle: float, interpolation: int = 0, expand: bool = False, center: tuple[float, float] | None = None, fill: Shape = 0) -> SameMode[img]:
    """The image turned by degrees, counter-clockwise."""

@overload
@refused("the mode of the image is not known here, and decides what a pixel is", "convert it first, for example by `.convert(\"RGB\")`")
def rotate(img: Image, angle: float, interpolation: int = 0, expand: bool = False, center: tuple[float, float] | None = None, fill: Shape = 0) -> Image:
    """The image turned by degrees."""

@overload
@refused("tensors are not turned in compiled code", "turn the image before it becomes a tensor")
def rotate[D, S](img: Tensor[D, S], angle: float) -> Tensor[D, S]:
    """The image turned by degrees."""

@overload
@raises(ValueError, OSError)
def to_grayscale(img: Image, num_output_channels: Literal[1] = 1) -> Image["L"]:
    """The image in grey."""

@overload
@native("torchvision::transforms::functional::to_grayscale_rgb")
@raises(ValueError, OSError)
def to_grayscale(img: Image, num_output_channels: Literal[3]) -> Image["RGB"]:
    """The image in grey, of three channels."""

@overload
@native("torchvision::transforms::functional::to_grayscale")
@raises(ValueError, OSError)
def rgb_to_grayscale(img: Image, num_output_channels: Literal[1] = 1) -> Image["L"]:
    """The image in grey."""

@overload
@native("torchvision::transforms::functional::to_grayscale_rgb")
@raises(ValueError, OSError)
def rgb_to_grayscale(img: Image, num_output_channels: Literal[3]) -> Image["RGB"]:
    """The image in grey, of three channels."""

@overload
@native("torchvision::transforms::functional::tensors::rgb_to_grayscale")
@raises(ValueError, TypeError)
def rgb_to_grayscale[D, S](img: Tensor[D, S], num_output_channels: int = 1) -> Tensor[FloatOnly[img], AnyLengths[img]]:
    """The image in grey."""

def get_dimensions(img: Image) -> list[int]:
    """Channels, rows and columns."""

def get_image_size(img: Image) -> list[int]:
    """Columns and rows."""
