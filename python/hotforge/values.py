"""Python objects to values of a library and back."""

from __future__ import annotations

import array
import ctypes
import dataclasses
import datetime
import enum
import functools
import itertools
import sys
from ctypes import addressof, byref, c_bool, c_char, c_double, c_int64, c_size_t, c_void_p, string_at
from typing import TYPE_CHECKING, Any

from hotforge.errors import last_error
from hotforge.native import RELEASE, Array, Image, Kind
from hotforge.record import Record, class_name_of, fields_of, is_model, named_tuple
from hotforge.stream import Stream

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hotforge.native import Native

_DTYPES = {
    1: "bool", 2: "int8", 3: "int16", 4: "int32", 5: "int64",
    6: "uint8", 7: "uint16", 8: "uint32", 9: "uint64", 10: "float16", 11: "float32", 12: "float64",
    13: "complex64", 14: "complex128",
}  # fmt: skip
_DTYPE_NUMBERS = {name: number for number, name in _DTYPES.items()}
_known_dtypes: dict[Any, int] = {}


def _dtype_number(dtype: Any) -> int | None:
    """The number of a dtype that the library has. Remembered, since numpy makes the name of a dtype anew each time."""
    number = _known_dtypes.get(dtype)
    if number is None:
        number = _DTYPE_NUMBERS.get(dtype.name)
        if number is not None:
            _known_dtypes[dtype] = number
    return number


class Handle:
    """A value of the library that Python owns: freed with this object."""

    __slots__ = ("_free", "pointer")

    def __init__(self, native: Native, pointer: int) -> None:
        self.pointer = pointer
        self._free = native.value_free

    def __del__(self) -> None:
        self._free(self.pointer)


def connect(native: Native) -> None:
    """Gives a library the functions that it calls for what it does not do by itself."""
    native.make = functools.partial(_make, native)
    native.read = functools.partial(_read, native)
    native.hold = functools.partial(Handle, native)
    native.fail = functools.partial(_fail, native)


def _fail(native: Native) -> None:
    __tracebackhide__ = True
    raise last_error(native)


# Python to native


def to_native(native: Native, value: Any) -> int:
    """The value of a Python object, for the caller to free or to give away.

    An object that no predictor takes becomes an empty record with the name of its class, so that the library says
    what is wrong with it, in the same words as for any other wrong type.

    Raises `OverflowError` for an int beyond 64 bits and `UnicodeEncodeError` for a lone surrogate.
    """
    if native.converts:
        pointer: int | None = native.python_to_value(value, native.make)
        if pointer is None:
            raise last_error(native)
        return pointer
    return _make(native, value)


def _make(native: Native, value: Any) -> int:
    """As `to_native`, item by item."""
    make = _MAKERS.get(type(value)) or _maker(native, value)
    pointer: int | None = make(native, value)
    if pointer is None:
        raise last_error(native)
    return pointer


def _null(native: Native, _: None) -> Any:
    return native.value_new_null()


def _bool(native: Native, value: bool) -> Any:
    return native.value_new_bool(value)


def _int(native: Native, value: int) -> Any:
    if not -(2**63) <= value < 2**63:
        raise OverflowError("Python int too large for compiled code, where an int has 64 bits")
    return native.value_new_int(value)


def _float(native: Native, value: float) -> Any:
    return native.value_new_float(value)


def _complex(native: Native, value: complex) -> Any:
    return native.value_new_complex(value.real, value.imag)


def _str(native: Native, value: str) -> Any:
    data = value.encode("utf-8")
    return native.value_new_string(data, len(data))


def _bytes(native: Native, value: bytes) -> Any:
    return native.value_new_bytes(value, len(value))


def _list(native: Native, value: list[Any]) -> Any:
    kinds = set(map(type, value))
    if kinds == {str}:
        return _str_list(native, value)
    if kinds == {int}:
        try:
            ints = array.array("q", value)
        except OverflowError:
            raise OverflowError("Python int too large for compiled code, where an int has 64 bits") from None
        return native.value_new_int_list(ints.buffer_info()[0], len(ints))
    if kinds == {float}:
        floats = array.array("d", value)
        return native.value_new_float_list(floats.buffer_info()[0], len(floats))
    return _fill(native, native.value_new_list(), value)


def _str_list(native: Native, value: list[str]) -> Any:
    text = "".join(value)
    if text.isascii():
        data, lengths = text.encode("ascii"), array.array("Q", map(len, value))
    else:
        encoded = [item.encode("utf-8") for item in value]
        data, lengths = b"".join(encoded), array.array("Q", map(len, encoded))
    return native.value_new_string_list(data, lengths.buffer_info()[0], len(lengths))


def _tuple(native: Native, value: tuple[Any, ...]) -> Any:
    return _fill(native, native.value_new_tuple(), value)


def _set(native: Native, value: set[Any]) -> Any:
    return _fill(native, native.value_new_set(), value)


def _frozenset(native: Native, value: frozenset[Any]) -> Any:
    return _fill(native, native.value_new_frozenset(), value)


def _fill(native: Native, container: int, items: Iterable[Any]) -> int:
    try:
        for item in items:
            if not native.value_append(container, _make(native, item)):
                raise last_error(native)
    except BaseException:
        native.value_free(container)
        raise
    return container


def _dict(native: Native, value: dict[Any, Any]) -> Any:
    container = native.value_new_dict()
    key = None
    try:
        for name, item in value.items():
            key = _make(native, name)
            given = _make(native, item)
            key, given_key = None, key
            if not native.value_insert(container, given_key, given):
                raise last_error(native)
    except BaseException:
        native.value_free(key)
        native.value_free(container)
        raise
    return container


def _enum(native: Native, value: enum.Enum) -> Any:
    # Not as its value: a parameter that takes an int does not take an `IntEnum`.
    record = _foreign(native, value)
    try:
        if not native.value_set_field(record, b"value", 5, to_native(native, value.value)):
            raise last_error(native)
    except BaseException:
        native.value_free(record)
        raise
    return record


def _record(native: Native, value: Any) -> Any:
    return _fill_record(native, _named(native, class_name_of(value)), fields_of(value) or {})


def _named_tuple(native: Native, value: Any) -> Any:
    name = type(value).__name__.encode("utf-8")
    return _fill_record(native, native.value_new_named_tuple(name, len(name)), dict(zip(value._fields, value, strict=True)))


def _fill_record(native: Native, record: int, fields: dict[str, Any]) -> int:
    try:
        for field, item in fields.items():
            name = field.encode("utf-8")
            if not native.value_set_field(record, name, len(name), to_native(native, item)):
                raise last_error(native)
    except BaseException:
        native.value_free(record)
        raise
    return record


def _bytearray(native: Native, value: bytearray) -> Any:
    return _fill_record(native, _named(native, "bytearray"), {"bytes": bytes(value)})


def _iso(native: Native, value: datetime.date | datetime.time) -> Any:
    return _fill_record(native, _named(native, f"datetime.{type(value).__name__}"), {"iso": value.isoformat()})


def _timedelta(native: Native, value: datetime.timedelta) -> Any:
    fields = {"days": value.days, "seconds": value.seconds, "microseconds": value.microseconds}
    return _fill_record(native, _named(native, "datetime.timedelta"), fields)


def _foreign(native: Native, value: Any) -> Any:
    kind = type(value)
    hidden = kind.__module__ in ("builtins", "__main__")
    return _named(native, kind.__name__ if hidden else f"{kind.__module__}.{kind.__name__}")


def _named(native: Native, name: str) -> Any:
    data = name.encode("utf-8")
    return native.value_new_record(data, len(data))


_held: dict[int, Any] = {}
_keys = itertools.count(1)


def _let_go(key: int) -> None:
    _held.pop(key, None)


_release = RELEASE(_let_go)
_RELEASE_ADDRESS = ctypes.cast(_release, c_void_p)


def _array(native: Native, value: Any) -> Any:
    number = _dtype_number(value.dtype)
    if number is None:
        return _named(native, f"numpy.ndarray of {value.dtype}")
    readonly = not value.flags.writeable
    if not value.dtype.isnative:
        value, readonly = value.astype(value.dtype.newbyteorder("=")), True
    axes = c_int64 * value.ndim
    described = Array(number, value.ndim, axes(*value.shape), axes(*value.strides), _address(value, readonly), not readonly)
    key = next(_keys)
    _held[key] = value
    pointer = native.value_new_array(byref(described), _RELEASE_ADDRESS, key)
    if pointer is None:
        _let_go(key)
    return pointer


def _address(value: Any, readonly: bool) -> int:
    """The address of an array's first element: `value.ctypes.data`, which takes a microsecond, where there is no quicker way."""
    if readonly or not value.size or not value.flags.c_contiguous:
        address: int = value.ctypes.data
        return address
    return addressof(c_char.from_buffer(value))


def _scalar(native: Native, value: Any) -> Any:
    number = _dtype_number(value.dtype)
    if number is None:
        return _named(native, f"numpy.{type(value).__name__}")
    return native.value_new_scalar(number, value.astype(value.dtype.newbyteorder("=")).tobytes())


def _tensor(native: Native, value: Any) -> Any:
    return _array(native, value.detach().cpu().numpy())


_IMAGE_MODES = {"1", "L", "LA", "P", "RGB", "RGBA", "I", "F"}


def _image(native: Native, value: Any) -> Any:
    if value.mode not in _IMAGE_MODES:
        return _named(native, f"PIL.Image.Image of mode {value.mode}")
    pixels = value.convert("L").tobytes() if value.mode == "1" else value.tobytes()
    palette = b""
    if value.mode == "P" and value.palette is not None:
        palette = bytes(value.getpalette("RGBA"))
    pointers = [ctypes.cast(ctypes.c_char_p(data), c_void_p).value for data in (pixels, palette)]
    described = Image(
        value.mode.encode("ascii"), *value.size, pointers[0], len(pixels), pointers[1], len(palette)
    )
    return native.value_new_image(byref(described))


_MAKERS: dict[type, Any] = {
    type(None): _null,
    bool: _bool,
    int: _int,
    float: _float,
    complex: _complex,
    str: _str,
    bytes: _bytes,
    list: _list,
    tuple: _tuple,
    set: _set,
    frozenset: _frozenset,
    dict: _dict,
    bytearray: _bytearray,
    datetime.date: _iso,
    datetime.datetime: _iso,
    datetime.time: _iso,
    datetime.timedelta: _timedelta,
}


def _maker(native: Native, value: Any) -> Any:
    """The maker for an object of a class that is not in the table: of numpy, or a subclass of one that is.

    Members of an enum are objects with a value. Dicts with `__missing__` are left out, since they do not behave as what they
    derive from.
    """
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        if isinstance(value, numpy.ndarray):
            return _array if not isinstance(value, numpy.ma.MaskedArray) else _foreign
        if isinstance(value, numpy.generic):
            return _str if isinstance(value, str) else _scalar
    torch = sys.modules.get("torch")
    if torch is not None and isinstance(value, getattr(torch, "Tensor", ())):
        return _tensor
    images = sys.modules.get("PIL.Image")
    if images is not None and isinstance(value, images.Image):
        return _image
    if isinstance(value, enum.Enum):
        return _enum
    if hasattr(type(value), "__missing__"):
        return _foreign
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return _named_tuple
    is_object = isinstance(value, Record) or dataclasses.is_dataclass(value) or is_model(value)
    if is_object and not isinstance(value, type):
        return _record
    if type(value).__name__ in native.record_classes and not isinstance(value, type):
        return _record
    return next((make for kind, make in _MAKERS.items() if isinstance(value, kind)), _foreign)


# Native to Python


def from_native(native: Native, pointer: int) -> Any:
    """The Python object of a value that the caller gives away. Arrays in it share the value's memory."""
    return _object(native, Handle(native, pointer), pointer)


def _object(native: Native, owner: Handle, pointer: int) -> Any:
    if native.converts:
        return native.python_from_value(pointer, native.read, owner)
    return _read(native, owner, pointer)


def _read(native: Native, owner: Handle, pointer: int) -> Any:
    kind = native.value_kind(pointer)
    reader = _READERS.get(kind)
    if reader is None:
        raise ValueError(f"the library returned a value of kind {kind}, which this version of hotforge does not know")
    return reader(native, owner, pointer)


def _read_null(_native: Native, _owner: Handle, _pointer: int) -> None:
    return None


def _read_bool(native: Native, _owner: Handle, pointer: int) -> bool:
    native.value_get_bool(pointer, byref(out := c_bool()))
    return out.value


def _read_int(native: Native, _owner: Handle, pointer: int) -> int:
    native.value_get_int(pointer, byref(out := c_int64()))
    return out.value


def _read_float(native: Native, _owner: Handle, pointer: int) -> float:
    native.value_get_float(pointer, byref(out := c_double()))
    return out.value


def _read_complex(native: Native, _owner: Handle, pointer: int) -> complex:
    native.value_get_complex(pointer, byref(real := c_double()), byref(imag := c_double()))
    return complex(real.value, imag.value)


def _read_str(native: Native, _owner: Handle, pointer: int) -> str:
    data = native.value_get_string(pointer, byref(length := c_size_t()))
    return string_at(data, length.value).decode("utf-8")


def _read_bytes(native: Native, _owner: Handle, pointer: int) -> bytes:
    data = native.value_get_bytes(pointer, byref(length := c_size_t()))
    return string_at(data, length.value)


def _read_items(native: Native, owner: Handle, pointer: int) -> list[Any]:
    count = native.value_length(pointer)
    if count > 2:
        read_whole = _WHOLE_READERS.get(native.value_kind(native.value_item(pointer, 0)))
        whole: list[Any] | None = read_whole(native, pointer, count) if read_whole else None
        if whole is not None:
            return whole
    return [_read(native, owner, native.value_item(pointer, index)) for index in range(count)]


def _read_ints(native: Native, pointer: int, count: int) -> list[int] | None:
    out = array.array("q", bytes(8 * count))
    return out.tolist() if native.value_get_ints(pointer, out.buffer_info()[0], count) else None


def _read_floats(native: Native, pointer: int, count: int) -> list[float] | None:
    out = array.array("d", bytes(8 * count))
    return out.tolist() if native.value_get_floats(pointer, out.buffer_info()[0], count) else None


def _read_strings(native: Native, pointer: int, count: int) -> list[str] | None:
    data, lengths = (c_void_p * count)(), (c_size_t * count)()
    if not native.value_get_strings(pointer, data, lengths, count):
        return None
    return [string_at(start, length).decode("utf-8") for start, length in zip(data, lengths, strict=True)]


_WHOLE_READERS: dict[int, Any] = {Kind.INT: _read_ints, Kind.FLOAT: _read_floats, Kind.STRING: _read_strings}


def _read_dict(native: Native, owner: Handle, pointer: int) -> dict[Any, Any]:
    return {
        _read(native, owner, native.value_key(pointer, index)): _read(native, owner, native.value_item(pointer, index))
        for index in range(native.value_length(pointer))
    }


#: Classes of the standard library with the fields that their objects have at the boundary, and what makes one of those.
_OBJECTS: dict[str, tuple[frozenset[str], Any]] = {
    "bytearray": (frozenset({"bytes"}), lambda bytes: bytearray(bytes)),
    "datetime.date": (frozenset({"iso"}), lambda iso: datetime.date.fromisoformat(iso)),
    "datetime.datetime": (frozenset({"iso"}), lambda iso: datetime.datetime.fromisoformat(iso)),
    "datetime.time": (frozenset({"iso"}), lambda iso: datetime.time.fromisoformat(iso)),
    "datetime.timedelta": (frozenset({"days", "seconds", "microseconds"}), datetime.timedelta),
}


def _read_record(native: Native, owner: Handle, pointer: int) -> Any:
    class_name, fields = _read_fields(native, owner, pointer)
    made = standard_object(class_name, fields) if class_name in _OBJECTS else None
    return Record(class_name, fields) if made is None else made


def standard_object(class_name: str, fields: dict[str, Any]) -> Any:
    """An object of the standard library by what is in it at the boundary; None where the class is none of those."""
    known = _OBJECTS.get(class_name) or _OBJECTS.get(f"datetime.{class_name}")
    if known is None:
        return None
    names, make = known
    return make(**fields) if names == fields.keys() else None


def _read_named_tuple(native: Native, owner: Handle, pointer: int) -> tuple[Any, ...]:
    return named_tuple(*_read_fields(native, owner, pointer))


def _read_fields(native: Native, owner: Handle, pointer: int) -> tuple[str, dict[str, Any]]:
    fields = {}
    for index in range(native.value_length(pointer)):
        name = native.value_field_name(pointer, index, byref(length := c_size_t()))
        fields[string_at(name, length.value).decode("utf-8")] = _object(native, owner, native.value_item(pointer, index))
    class_name = native.value_class(pointer, byref(length := c_size_t()))
    return string_at(class_name, length.value).decode("utf-8"), fields


class _Elements:
    """The memory of an array of the library, for numpy to look at."""

    def __init__(self, owner: Handle, interface: dict[str, Any]) -> None:
        self.owner = owner
        self.__array_interface__ = interface


@functools.cache
def _typestr(number: int) -> str:
    """What numpy's array interface calls a dtype."""
    return str(_import_numpy().dtype(_DTYPES[number]).str)


def _read_array(native: Native, owner: Handle, pointer: int) -> Any:
    numpy = _import_numpy()
    native.value_get_array(pointer, byref(out := Array()))
    shape = tuple(out.shape[: out.ndim])
    if 0 in shape:
        return numpy.empty(shape, _DTYPES[out.dtype])
    interface = {
        "version": 3,
        "typestr": _typestr(out.dtype),
        "shape": shape,
        "strides": tuple(out.strides[: out.ndim]),
        "data": (out.data, not out.writable),
    }
    return numpy.asarray(_Elements(owner, interface))


def _read_tensor(native: Native, owner: Handle, pointer: int) -> Any:
    """A tensor of the same memory; an array where torch is not installed."""
    array = _read_array(native, owner, pointer)
    try:
        import torch
    except ImportError:
        return array
    return torch.from_numpy(array)


def _read_scalar(native: Native, owner: Handle, pointer: int) -> Any:
    return _read_array(native, owner, pointer)[()]


def _read_image(native: Native, _owner: Handle, pointer: int) -> Any:
    images = _import_pillow()
    if not native.value_get_image(pointer, byref(out := Image())):
        raise last_error(native)
    mode, size = out.mode.decode("ascii"), (out.width, out.height)
    pixels = string_at(out.pixels, out.pixels_length)
    if mode == "1":
        return images.frombytes("L", size, pixels).point(lambda value: 255 if value else 0).convert("1", dither=0)
    image = images.frombytes(mode, size, pixels)
    if mode == "P" and out.palette_length:
        image.putpalette(string_at(out.palette, out.palette_length), "RGBA")
    return image


def _import_pillow() -> Any:
    try:
        from PIL import Image as images
    except ImportError:
        raise ImportError("this predictor returns images, which need Pillow: pip install pillow") from None
    return images


def _import_numpy() -> Any:
    try:
        import numpy
    except ImportError:
        raise ImportError("this predictor returns arrays, which need numpy: pip install numpy") from None
    return numpy


_READERS: dict[int, Any] = {
    Kind.NULL: _read_null,
    Kind.BOOL: _read_bool,
    Kind.INT: _read_int,
    Kind.FLOAT: _read_float,
    Kind.COMPLEX: _read_complex,
    Kind.STRING: _read_str,
    Kind.BYTES: _read_bytes,
    Kind.LIST: _read_items,
    Kind.TUPLE: lambda native, owner, pointer: tuple(_read_items(native, owner, pointer)),
    Kind.SET: lambda native, owner, pointer: set(_read_items(native, owner, pointer)),
    Kind.FROZENSET: lambda native, owner, pointer: frozenset(_read_items(native, owner, pointer)),
    Kind.DICT: _read_dict,
    Kind.RECORD: _read_record,
    Kind.NAMED_TUPLE: _read_named_tuple,
    Kind.ARRAY: _read_array,
    Kind.SCALAR: _read_scalar,
    Kind.TENSOR: _read_tensor,
    Kind.STREAM: Stream,
    Kind.IMAGE: _read_image,
}
