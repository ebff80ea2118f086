"""Makes a postcard of a photo: decode, turn upright, crop and resize, adjust its colours, encode."""

import io
from typing import Annotated, Literal

import numpy as np
from hotforge import Parameter, compile
from PIL import Image, ImageDraw, ImageOps

SIZE = (320, 240)
FRAME = 12


@compile()
def postcard(
    photo: Annotated[bytes, Parameter.Generic(description="A photo as PNG, JPEG, WebP or BMP.")],
    mood: Literal["plain", "bright", "grey"] = "plain",
) -> Annotated[bytes, Parameter.Generic(description="The postcard as PNG.")]:
    """A framed postcard of 320 by 240 pixels."""
    image = ImageOps.exif_transpose(Image.open(io.BytesIO(photo))).convert("RGB")
    image = ImageOps.fit(image, SIZE, Image.Resampling.LANCZOS)
    if mood == "bright":
        image = Image.fromarray(_stretched(np.asarray(image)))
    elif mood == "grey":
        image = ImageOps.grayscale(image).convert("RGB")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, SIZE[0] - 1, SIZE[1] - 1), outline="ivory", width=FRAME)
    file = io.BytesIO()
    image.save(file, format="PNG")
    return file.getvalue()


def _stretched(pixels: np.ndarray) -> np.ndarray:
    """Each colour from black to white."""
    values = pixels.astype(np.float32)
    low = values.min(axis=(0, 1))
    high = values.max(axis=(0, 1))
    return (255 * (values - low) / np.maximum(high - low, 1)).round().astype(np.uint8)
