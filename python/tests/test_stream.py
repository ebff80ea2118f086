"""Streams: what a predictor that returns an iterator gives."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

import hotforge


def test_items_come_one_by_one(library: hotforge.Library) -> None:
    letters = library.spell("añ")
    assert isinstance(letters, Iterator)
    assert next(letters) == "a"
    assert list(letters) == ["ñ"]
    assert list(letters) == []
    assert next(letters, None) is None


def test_an_exception_comes_in_the_middle(library: hotforge.Library) -> None:
    letters = library.spell("a1b")
    assert next(letters) == "a"
    with pytest.raises(ValueError, match="^a digit$"):
        next(letters)
    assert list(letters) == []


def test_closing_ends_it(library: hotforge.Library) -> None:
    with library.spell("abc") as letters:
        assert next(letters) == "a"
    assert list(letters) == []
    letters.close()


def test_a_stream_that_is_let_go_frees_its_value(library: hotforge.Library) -> None:
    for _ in range(1000):
        letters = library.spell("abc")
        next(letters)
    del letters
    gc.collect()


def test_items_may_be_asked_for_in_any_thread(library: hotforge.Library) -> None:
    letters = library.spell("abcdef" * 50)
    with ThreadPoolExecutor(1) as pool:
        here_and_there = [next(letters) if n % 2 else pool.submit(next, letters).result() for n in range(300)]
    assert "".join(here_and_there) == "abcdef" * 50


def test_a_stream_is_no_argument(library: hotforge.Library) -> None:
    with pytest.raises(TypeError):
        library.add(library.spell("a"), 1)


def test_the_signature_says_what_it_gives(library: hotforge.Library) -> None:
    assert library.spell.__annotations__["return"] == Iterator[str]
