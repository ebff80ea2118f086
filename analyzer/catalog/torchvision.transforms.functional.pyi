"""Images to tensors, and images cut, turned and resized."""

@raises(OSError)
def to_tensor(pic: Image["L", "LA", "RGB", "RGBA"]) -> Tensor[float32, Bands[pic]]:
    """Channels first, from 0 to 1."""

@raises(OSError)
def pil_to_tensor(pic: Image["L", "LA", "RGB", "RGBA"]) -> Tensor[uint8, Bands[pic]]:
    """Channels first, bytes."""

@raises(ValueError, RuntimeError)
def normalize[D, S](tensor: Tensor[D, S], mean: TensorLike, std: TensorLike) -> Tensor[FloatOnly[tensor], S]:
    """Each channel less its mean, divided by its deviation."""

@raises(ValueError, OSError)
def resize(img: Image, size: Shape, interpolation: int = 2) -> SameMode[img]:
    """The image in another size; one number is the length of the shorter edge."""

@raises(ValueError, OSError)
def crop(img: Image, top: int, left: int, height: int, width: int) -> SameMode[img]:
    """A part of the image; what lies outside is black."""

@raises(ValueError, OSError)
def center_crop(img: Image, output_size: Shape) -> SameMode[img]:
    """The middle of the image."""

@raises(OSError)
def hflip(img: Image) -> SameMode[img]:
    """The image turned left to right."""

@raises(OSError)
def vflip(img: Image) -> SameMode[img]:
    """The image turned upside down."""
