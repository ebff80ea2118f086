"""Captures module globals at compile time, in the user's own Python.

    python -m hotforge.capture REQUEST.json RESULT_DIR

Runs the user's file once, as a module whose `__name__` is not `"__main__"`, and describes the values of the globals
that predictors read, so that the compiler can freeze them into the library. Needs nothing but the standard library;
numpy, tokenizers and onnxruntime are looked at only where the user's module has imported them.

Request
-------

    {
      "file": "/project/embed.py",       the file to run
      "root": "/project",                the project's root; it and the file's folder go to the front of sys.path
      "globals": [
        {"file": "/project/embed.py", "name": "tokenizer"},
        {"file": "/project/prefixes.py", "name": "PREFIX"}     of a module that the file imports
      ]
    }

Result
------

`RESULT_DIR/result.json`, with the data of arrays, models and tokenizers in files beside it:

    {"values": [VALUE, …], "output": "…"}        one VALUE for each requested global, in order; exit code 0
    {"error": {…}, "output": "…"}                the module raised, or does not exist; exit code 3

`output` is the end of what the module printed, at most 64 KiB. The error is

    {
      "type": "FileNotFoundError",
      "message": "[Errno 2] …",                  str() of the exception
      "traceback": "Traceback (most recent call last):\n  …",       without the frames of capture itself
      "frames": [{"file": "…", "line": 7, "function": "<module>"}, …]       outermost first
    }

A VALUE has a `kind`:

| kind | fields |
|---|---|
| `none`, `ellipsis` | |
| `bool` | `value`: true or false |
| `int` | `value`: an integer of 64 bits |
| `float` | `value`: its repr as a string: `"0.1"`, `"nan"`, `"inf"`, `"-inf"`, `"-0.0"` |
| `str` | `value` |
| `bytes` | `value`: Base64 |
| `list`, `tuple`, `set`, `frozenset` | `items`: list of VALUEs; a set's in Python's iteration order |
| `dict` | `items`: list of `[VALUE, VALUE]`, in order |
| `array` | `dtype`, `shape`, `file`: elements in C order, little-endian |
| `scalar` | `dtype`, `file`: a numpy scalar, one element |
| `dtype` | `dtype`: `np.float32` or `np.dtype("float32")` |
| `tokenizer` | `file`: `Tokenizer.to_str()` |
| `session` | `file`: the model; `external`: true where that is the user's own file (an absolute path), false where it is \
a copy |
| `missing` | the module has no global of that name |
| `unsupported` | `type`: the dotted name of the class, `reason`: a sentence |

A `file` is relative to RESULT_DIR unless it is absolute. `dtype` is numpy's name: `bool`, `int8` … `uint64`,
`float16`, `float32`, `float64`; other dtypes are `unsupported`. An `unsupported` value may stand inside a container.
"""
