"""The C functions of a compiled library, as `hotforge.h` declares them."""

from __future__ import annotations

import ctypes
import platform
import sysconfig
from ctypes import POINTER, c_bool, c_char_p, c_double, c_int, c_int64, c_size_t, c_uint32, c_void_p, py_object
from enum import IntEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

ABI_VERSION = 1

RELEASE = ctypes.CFUNCTYPE(None, c_void_p)


class Kind(IntEnum):
    """`hotforge_kind`"""

    NULL = 0
    BOOL = 1
    INT = 2
    FLOAT = 3
    STRING = 4
    BYTES = 5
    LIST = 6
    TUPLE = 7
    SET = 8
    FROZENSET = 9
    DICT = 10
    RECORD = 11
    ARRAY = 12
    SCALAR = 13
    STREAM = 14
    NAMED_TUPLE = 15
    COMPLEX = 16
    IMAGE = 17
    TENSOR = 18


class Array(ctypes.Structure):
    """`hotforge_array`"""

    _fields_ = [
        ("dtype", c_uint32),
        ("ndim", c_size_t),
        ("shape", POINTER(c_int64)),
        ("strides", POINTER(c_int64)),
        ("data", c_void_p),
        ("writable", c_bool),
    ]


class Image(ctypes.Structure):
    """`hotforge_image`"""

    _fields_ = [
        ("mode", c_char_p),
        ("width", c_size_t),
        ("height", c_size_t),
        ("pixels", c_void_p),
        ("pixels_length", c_size_t),
        ("palette", c_void_p),
        ("palette_length", c_size_t),
    ]


class Error(ctypes.Structure):
    """`hotforge_error`"""

    _fields_ = [
        ("type", c_char_p),
        ("message", c_void_p),
        ("message_length", c_size_t),
        ("traceback", c_char_p),
        ("json", c_char_p),
    ]


_SIZE = POINTER(c_size_t)

# Name without `hotforge_`: result, parameters. Handles are plain addresses.
_FUNCTIONS: dict[str, tuple[Any, list[Any]]] = {
    "abi_version": (c_uint32, []),
    "manifest": (c_char_p, []),
    "last_error": (POINTER(Error), []),
    "value_kind": (c_int, [c_void_p]),
    "value_free": (None, [c_void_p]),
    "value_new_null": (c_void_p, []),
    "value_new_bool": (c_void_p, [c_bool]),
    "value_new_int": (c_void_p, [c_int64]),
    "value_new_float": (c_void_p, [c_double]),
    "value_new_complex": (c_void_p, [c_double, c_double]),
    "value_new_string": (c_void_p, [c_char_p, c_size_t]),
    "value_new_bytes": (c_void_p, [c_char_p, c_size_t]),
    "value_get_bool": (c_bool, [c_void_p, POINTER(c_bool)]),
    "value_get_int": (c_bool, [c_void_p, POINTER(c_int64)]),
    "value_get_float": (c_bool, [c_void_p, POINTER(c_double)]),
    "value_get_complex": (c_bool, [c_void_p, POINTER(c_double), POINTER(c_double)]),
    "value_get_string": (c_void_p, [c_void_p, _SIZE]),
    "value_get_bytes": (c_void_p, [c_void_p, _SIZE]),
    "value_new_list": (c_void_p, []),
    "value_new_tuple": (c_void_p, []),
    "value_new_set": (c_void_p, []),
    "value_new_frozenset": (c_void_p, []),
    "value_new_dict": (c_void_p, []),
    "value_new_record": (c_void_p, [c_char_p, c_size_t]),
    "value_new_named_tuple": (c_void_p, [c_char_p, c_size_t]),
    "value_set_field": (c_bool, [c_void_p, c_char_p, c_size_t, c_void_p]),
    "value_class": (c_void_p, [c_void_p, _SIZE]),
    "value_append": (c_bool, [c_void_p, c_void_p]),
    "value_insert": (c_bool, [c_void_p, c_void_p, c_void_p]),
    "value_length": (c_size_t, [c_void_p]),
    "value_item": (c_void_p, [c_void_p, c_size_t]),
    "value_key": (c_void_p, [c_void_p, c_size_t]),
    "value_field_name": (c_void_p, [c_void_p, c_size_t, _SIZE]),
    "value_new_int_list": (c_void_p, [c_void_p, c_size_t]),
    "value_new_float_list": (c_void_p, [c_void_p, c_size_t]),
    "value_new_string_list": (c_void_p, [c_char_p, c_void_p, c_size_t]),
    "value_get_ints": (c_bool, [c_void_p, c_void_p, c_size_t]),
    "value_get_floats": (c_bool, [c_void_p, c_void_p, c_size_t]),
    "value_get_strings": (c_bool, [c_void_p, c_void_p, c_void_p, c_size_t]),
    "value_new_array": (c_void_p, [POINTER(Array), c_void_p, c_void_p]),
    "value_new_scalar": (c_void_p, [c_uint32, c_char_p]),
    "value_get_array": (c_bool, [c_void_p, POINTER(Array)]),
    "value_new_image": (c_void_p, [POINTER(Image)]),
    "value_get_image": (c_bool, [c_void_p, POINTER(Image)]),
    "stream_close": (c_bool, [c_void_p]),
    "token_counts": (c_size_t, [c_void_p, c_size_t]),
    "cancellation_new": (c_void_p, []),
    "cancellation_use": (None, [c_void_p]),
    "cancel": (c_bool, [c_void_p]),
    "cancellation_free": (None, [c_void_p]),
    "python_ready": (c_bool, []),
    "python_to_value": (c_void_p, [py_object, py_object]),
    "python_from_value": (py_object, [c_void_p, py_object, py_object]),
    "python_stream_next": (c_bool, [c_void_p, POINTER(c_void_p)]),
    "python_function": (py_object, [c_char_p, py_object, py_object, py_object, py_object]),
}

# Interpreters without a lock have objects of another layout.
_HAS_LOCK = not sysconfig.get_config_var("Py_GIL_DISABLED")


class Native:
    """The functions of one library, by their names without `hotforge_`.

    Only `call` and `stream_next` let other Python threads run meanwhile: for the others, which take far less than a microsecond,
    giving the interpreter's lock away and taking it back would cost more than it gives.

    Raises `OSError` where the file cannot be loaded, and `ValueError` where it is no library of Hotforge or one that
    this version of the package cannot call.
    """

    def __init__(self, path: str) -> None:
        self.record_classes: frozenset[str] = frozenset()
        # What the library calls for what it does not do by itself; `connect` gives it.
        self.make: Callable[..., Any]
        self.read: Callable[..., Any]
        self.hold: Callable[..., Any]
        self.fail: Callable[[], None]
        try:
            concurrent = ctypes.CDLL(path)
            exclusive = ctypes.PyDLL(path)
        except OSError as error:
            raise OSError(f"cannot load {path}: {error}. {_why_not(path)}") from None
        try:
            version = concurrent.hotforge_abi_version()
        except AttributeError:
            raise ValueError(
                f"{path} is not a library made by Hotforge: it has no function hotforge_abi_version. Give `load` the "
                "folder or the library that `hotforge compile` wrote"
            ) from None
        if version != ABI_VERSION:
            upgrade = "this package" if version > ABI_VERSION else "the hotforge command, and compile again"
            raise ValueError(
                f"{path} has version {version} of the C functions and this package calls version {ABI_VERSION}: "
                f"upgrade {upgrade}"
            )
        for name, (result, parameters) in _FUNCTIONS.items():
            function = getattr(exclusive, f"hotforge_{name}", None)
            if function is None:
                raise ValueError(f"{path} was made by an older version of Hotforge: compile it again")
            function.restype, function.argtypes = result, parameters
            setattr(self, name, function)
        # Whether the library converts Python's objects by itself, a whole tree at a time.
        self.converts: bool = _HAS_LOCK and self.python_ready()
        self.call = concurrent.hotforge_call
        self.call.restype, self.call.argtypes = c_void_p, [c_char_p, c_void_p, c_void_p, c_size_t]
        # The library gives the lock away by itself, and hears Ctrl-C meanwhile.
        if self.converts:
            self.stream_next = self.python_stream_next
        else:
            self.stream_next = concurrent.hotforge_stream_next
            self.stream_next.restype, self.stream_next.argtypes = c_bool, [c_void_p, POINTER(c_void_p)]

    def __getattr__(self, name: str) -> Any:  # for type checkers: every function is set above
        raise AttributeError(name)


def _why_not(path: str) -> str:
    """What to do about a library that the loader refuses."""
    with open(path, "rb") as file:
        start = file.read(4)
    formats = {b"\x7fELF": "Linux", b"\xcf\xfa\xed\xfe": "macOS", b"MZ": "Windows"}
    made_for = next((system for magic, system in formats.items() if start.startswith(magic)), None)
    if made_for is None:
        return "It is not a native library: give `load` the folder or the library that `hotforge compile` wrote"
    return f"It was made for {made_for}; this is {platform.system()} on {platform.machine()}: compile it again here"
