"""`client.images`"""

from __future__ import annotations

import base64
import struct
import time
import zlib
from typing import Any

from hotforge.openai import roles


class Images:
    """Text to pictures."""

    def __init__(self, find: roles.Find) -> None:
        self._find = find

    def generate(
        self,
        *,
        model: str,
        prompt: str,
        n: int | None = None,
        response_format: str | None = None,
        extra_body: dict[str, Any] | None = None,
        **_ignored: Any,
    ) -> Any:
        """`openai.types.ImagesResponse` with a PNG in Base64. The predictor gives an array of bytes: rows, columns, channels."""
        from openai.types import Image, ImagesResponse

        predictor = self._find(model)
        main = roles.main_input(predictor, lambda parameter: roles.takes_text(parameter["schema"]))
        if main is None or not roles.denotes(predictor, "Image"):
            raise roles.other_interface(model, "pictures")
        if roles.is_given(response_format) and response_format != "b64_json":
            raise ValueError("pictures come as b64_json: there is no server that a URL could lead to")
        count = n if n is not None and roles.is_given(n) else 1
        calls = [predictor(**roles.arguments(predictor, main, prompt, [], extra_body)) for _ in range(count)]
        data = [Image(b64_json=base64.b64encode(_to_png(picture)).decode()) for picture in calls]
        return ImagesResponse(created=int(time.time()), data=data, output_format="png")


# The kinds of pictures that PNG knows, by channels: grey, grey and alpha, colours, colours and alpha.
_COLOURS = {1: 0, 2: 4, 3: 2, 4: 6}


def _to_png(picture: Any) -> bytes:
    """A PNG file. Format: https://www.w3.org/TR/png-3/"""
    import numpy

    pixels = numpy.ascontiguousarray(numpy.atleast_3d(numpy.asarray(picture)))
    if pixels.dtype != numpy.uint8 or pixels.ndim != 3 or pixels.shape[2] not in _COLOURS or 0 in pixels.shape:
        raise RuntimeError(f"the predictor gave an array of {pixels.dtype} of shape {pixels.shape}, which is no picture")
    height, width, channels = pixels.shape
    rows = numpy.concatenate([numpy.zeros((height, 1), numpy.uint8), pixels.reshape(height, -1)], axis=1)
    head = struct.pack(">IIBBBBB", width, height, 8, _COLOURS[channels], 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(rows.tobytes())), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
