"""Images to tensors, and images and tensors cut, turned and resized: the second form."""

@overload
@native("torchvision::transforms::functional::pil_to_tensor")
@raises(OSError)
def to_image(inpt: Image["L", "LA", "RGB", "RGBA"]) -> Tensor[uint8, Bands[inpt]]:
    """Channels first, bytes."""

@overload
@refused("the mode of the image is not known here, and decides what a pixel is", "convert it first, for example by `.convert(\"RGB\")`")
def to_image(inpt: Image) -> Tensor[uint8, None]:
    """Channels first, bytes."""

@overload
@native("torchvision::transforms::v2::functional::to_image_of_array")
@raises(ValueError)
def to_image[D, S](inpt: ndarray[D, S]) -> Tensor[D, ChannelsFirst[inpt]]:
    """Channels first."""

@overload
@native("torch::tensor::itself")
def to_image[D, S](inpt: Tensor[D, S]) -> Tensor[D, S]:
    """The tensor itself."""

@native("torch::tensor::itself")
def _to_pure_tensor[D, S](inpt: Tensor[D, S]) -> Tensor[D, S]:
    """The tensor itself."""

@overload
@native("torchvision::transforms::v2::functional::to_unit")
def to_dtype[S](inpt: Tensor[uint8, S], dtype: dtype[float32] = "float32", *, scale: Literal[True]) -> Tensor[float32, S]:
    """Bytes from 0 to 1."""

@overload
@native("torchvision::transforms::v2::functional::to_unit")
def to_dtype[S](inpt: Tensor[uint8, S], dtype: dtype[float64], *, scale: Literal[True]) -> Tensor[float64, S]:
    """Bytes from 0 to 1."""

@overload
@native("torchvision::transforms::v2::functional::to_bytes")
def to_dtype[S](inpt: Tensor[float32, S], dtype: dtype[uint8], *, scale: Literal[True]) -> Tensor[uint8, S]:
    """Numbers from 0 to 1 as bytes."""

@overload
@native("torchvision::transforms::v2::functional::to_bytes")
def to_dtype[S](inpt: Tensor[float64, S], dtype: dtype[uint8], *, scale: Literal[True]) -> Tensor[uint8, S]:
    """Numbers from 0 to 1 as bytes."""

@overload
@native("torchvision::transforms::v2::functional::to_dtype")
def to_dtype[S](inpt: Tensor[float32, S], dtype: dtype[float64], *, scale: Literal[True]) -> Tensor[float64, S]:
    """Numbers in another dtype."""

@overload
@native("torchvision::transforms::v2::functional::to_dtype")
def to_dtype[S](inpt: Tensor[float64, S], dtype: dtype[float32], *, scale: Literal[True]) -> Tensor[float32, S]:
    """Numbers in another dtype."""

@overload
@native("torchvision::transforms::v2::functional::to_dtype")
def to_dtype[S](inpt: Tensor[float32, S], dtype: dtype[float32], *, scale: Literal[True]) -> Tensor[float32, S]:
    """Numbers in another dtype."""

@overload
@native("torchvision::transforms::v2::functional::to_dtype")
def to_dtype[S](inpt: Tensor[float64, S], dtype: dtype[float64], *, scale: Literal[True]) -> Tensor[float64, S]:
    """Numbers in another dtype."""

@overload
@native("torchvision::transforms::v2::functional::to_dtype")
def to_dtype[S](inpt: Tensor[uint8, S], dtype: dtype[uint8], *, scale: Literal[True]) -> Tensor[uint8, S]:
    """Numbers in another dtype."""

@overload
@native("torchvision::transforms::v2::functional::to_dtype")
def to_dtype[D, S, E](inpt: Tensor[D, S], dtype: dtype[E] = "float32", scale: Literal[False] = False) -> Tensor[E, S]:
    """The elements as they are, in another dtype."""

@overload
@refused("only bytes are scaled to floats, and those to bytes", "convert by `.to(…)`, and multiply or divide")
def to_dtype[D, E, S](inpt: Tensor[D, S], dtype: dtype[E], scale: bool) -> Tensor[E, S]:
    """Numbers in another range."""

@overload
@native("torchvision::transforms::v2::functional::convert_bytes_by_default")
def convert_image_dtype[S](image: Tensor[uint8, S]) -> Tensor[float32, S]:
    """Bytes from 0 to 1."""

@overload
@native("torchvision::transforms::v2::functional::convert_bytes")
def convert_image_dtype[S](image: Tensor[uint8, S], dtype: dtype[float32]) -> Tensor[float32, S]:
    """Bytes from 0 to 1."""

@overload
@native("torchvision::transforms::v2::functional::convert_bytes")
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

@raises(ValueError, RuntimeError, TypeError)
def normalize[D, S](inpt: Tensor[D, S], mean: TensorLike, std: TensorLike, inplace: bool = False) -> Tensor[FloatOnly[inpt], S]:
    """Each channel less its mean, divided by its deviation."""

@overload
@native("torchvision::transforms::functional::resize")
@raises(ValueError, OSError, ZeroDivisionError)
def resize(img: Image, size: Shape, interpolation: int = 2, max_size: int | None = None, antialias: bool | None = True) -> SameMode[img]:
    """Another size; one number is the length of the shorter edge."""

@overload
@native("torchvision::transforms::v2::functional::resize_bytes")
@raises(ValueError, TypeError, RuntimeError, NotImplementedError, ZeroDivisionError, IndexError)
def resize[S](img: Tensor[uint8, S], size: Shape, interpolation: int = 2, max_size: int | None = None, antialias: Literal[True] = True) -> Tensor[uint8, LastTwo[img]]:
    """Another size; one number is the length of the shorter edge."""

@overload
@refused("bytes are resized with `antialias=True` only", "leave `antialias` out, or convert the tensor to floats first")
def resize[S](img: Tensor[uint8, S], size: Shape, interpolation: int = 2, max_size: int | None = None, antialias: bool | None = True) -> Tensor[uint8, LastTwo[img]]:
    """Another size; one number is the length of the shorter edge."""

@overload
@native("torchvision::transforms::functional::tensors::resize")
@raises(ValueError, TypeError, RuntimeError, NotImplementedError, ZeroDivisionError, IndexError)
def resize[D, S](img: Tensor[D, S], size: Shape, interpolation: int = 2, max_size: int | None = None, antialias: bool | None = True) -> Tensor[FloatOnly[img], LastTwo[img]]:
    """Another size; one number is the length of the shorter edge."""

@raises(ValueError, TypeError, RuntimeError, NotImplementedError, ZeroDivisionError, IndexError)
def resized_crop[D, S](inpt: Tensor[D, S], top: int, left: int, height: int, width: int, size: Shape, interpolation: int = 2, antialias: bool | None = True) -> Tensor[FloatOnly[inpt], LastTwo[inpt]]:
    """A part in another size."""

@overload
@native("torchvision::transforms::functional::to_tensor")
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
@native("torchvision::transforms::functional::pil_to_tensor")
@raises(OSError)
def pil_to_tensor(pic: Image["L", "LA", "RGB", "RGBA"]) -> Tensor[uint8, Bands[pic]]:
    """Channels first, bytes."""

@overload
@refused("the mode of the image is not known here, and decides what a pixel is", "convert it first, for example by `.convert(\"RGB\")`")
def pil_to_tensor(pic: Image) -> Tensor[uint8, None]:
    """Channels first, bytes."""

@overload
@native("torchvision::transforms::functional::to_pil_image")
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
@native("torchvision::transforms::functional::crop")
@raises(ValueError, OSError)
def crop(img: Image, top: int, left: int, height: int, width: int) -> SameMode[img]:
    """A part; what lies outside is black."""

@overload
@native("torchvision::transforms::functional::tensors::crop")
@raises(TypeError, RuntimeError, ValueError, NotImplementedError)
def crop[D, S](img: Tensor[D, S], top: int, left: int, height: int, width: int) -> Tensor[D, LastTwo[img]]:
    """A part; what lies outside is black."""

@overload
@native("torchvision::transforms::functional::center_crop")
@raises(ValueError, OSError)
def center_crop(img: Image, output_size: Shape) -> SameMode[img]:
    """The middle."""

@overload
@native("torchvision::transforms::functional::tensors::center_crop")
@raises(TypeError, RuntimeError, ValueError, NotImplementedError)
def center_crop[D, S](img: Tensor[D, S], output_size: Shape) -> Tensor[D, LastTwo[img]]:
    """The middle."""

@overload
@native("torchvision::transforms::functional::pad")
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
@native("torchvision::transforms::functional::five_crop")
@raises(ValueError, OSError)
def five_crop(img: Image, size: Shape) -> tuple[SameMode[img], SameMode[img], SameMode[img], SameMode[img], SameMode[img]]:
    """The corners and the middle."""

@overload
@native("torchvision::transforms::functional::tensors::five_crop")
@raises(TypeError, RuntimeError, ValueError, NotImplementedError)
def five_crop[D, S](img: Tensor[D, S], size: Shape) -> tuple[Tensor[D, LastTwo[img]], Tensor[D, LastTwo[img]], Tensor[D, LastTwo[img]], Tensor[D, LastTwo[img]], Tensor[D, LastTwo[img]]]:
    """The corners and the middle."""

@overload
@native("torchvision::transforms::functional::hflip")
@raises(OSError)
def hflip(img: Image) -> SameMode[img]:
    """Left to right."""

@overload
@native("torchvision::transforms::functional::tensors::hflip")
@raises(TypeError, IndexError)
def hflip[D, S](img: Tensor[D, S]) -> Tensor[D, S]:
    """Left to right."""

@overload
@native("torchvision::transforms::functional::hflip")
@raises(OSError)
def horizontal_flip(img: Image) -> SameMode[img]:
    """Left to right."""

@overload
@native("torchvision::transforms::functional::tensors::hflip")
@raises(TypeError, IndexError)
def horizontal_flip[D, S](img: Tensor[D, S]) -> Tensor[D, S]:
    """Left to right."""

@overload
@native("torchvision::transforms::functional::vflip")
@raises(OSError)
def vflip(img: Image) -> SameMode[img]:
    """Upside down."""

@overload
@native("torchvision::transforms::functional::tensors::vflip")
@raises(TypeError, IndexError)
def vflip[D, S](img: Tensor[D, S]) -> Tensor[D, S]:
    """Upside down."""

@overload
@native("torchvision::transforms::functional::vflip")
@raises(OSError)
def vertical_flip(img: Image) -> SameMode[img]:
    """Upside down."""

@overload
@native("torchvision::transforms::functional::tensors::vflip")
@raises(TypeError, IndexError)
def vertical_flip[D, S](img: Tensor[D, S]) -> Tensor[D, S]:
    """Upside down."""

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
@native("torchvision::transforms::v2::functional::rgb_to_grayscale_of_bytes")
@raises(ValueError, TypeError)
def rgb_to_grayscale[S](inpt: Tensor[uint8, S], num_output_channels: int = 1) -> Tensor[uint8, AnyLengths[inpt]]:
    """The image in grey."""

@overload
@raises(ValueError, TypeError)
def rgb_to_grayscale[D, S](inpt: Tensor[D, S], num_output_channels: int = 1) -> Tensor[FloatOnly[inpt], AnyLengths[inpt]]:
    """The image in grey."""

@raises(TypeError)
def get_size[D, S](inpt: Tensor[D, S]) -> list[int]:
    """Rows and columns."""
