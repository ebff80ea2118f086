"""`TypedDict`: keys with types of their own in a dict like any other."""

from __future__ import annotations

import json
from typing import NotRequired, Required, TypedDict

from hotforge import compile


class Movie(TypedDict):
    title: str
    year: int
    rating: NotRequired[float]


class Options(TypedDict, total=False):
    name: Required[str]
    depth: int
    tags: list[str]


class Review(Movie):
    """Of more keys."""

    text: str
    movie: Movie


Call = TypedDict("Call", {"class": str, "number": int})


@compile()
def made(title: str, year: int) -> tuple[Movie, Movie, Movie, Movie]:
    written: Movie = {"title": title, "year": year}
    other: Movie = {"year": year, "rating": 0.5, "title": title}
    return written, other, Movie(title=title, year=year), Movie({"year": year, "title": title})


@compile()
def read(movie: Movie) -> tuple[str, int, str, int]:
    return movie["title"], movie["year"] + 1, movie["title"].upper(), len(movie)


@compile()
def missing(movie: Movie) -> float:
    return movie["rating"]


@compile()
def computed(movie: Movie, key: str) -> str:
    return f"{movie[key]}" if key in movie else "none"


@compile()
def got(movie: Movie) -> tuple[float | None, float, str, str | None, bool, bool]:
    return (
        movie.get("rating"),
        movie.get("rating", -1.0),
        movie.get("title", "?"),
        movie.get("title"),
        "rating" in movie,
        "year" not in movie,
    )


@compile()
def changed(movie: Movie) -> tuple[Movie, float, int, float, Movie]:
    before = movie.copy()
    movie["year"] += 1
    movie["title"] = movie["title"] + "!"
    rating = movie.setdefault("rating", 5.0)
    movie.update({"year": 1, "title": "é"})
    movie.update(year=2)
    year = movie.pop("year")
    movie["year"] = year * 10
    return movie, rating, year, movie.pop("rating", 0.0), before


@compile()
def deleted(movie: Movie) -> Movie:
    del movie["year"]
    return movie


@compile()
def popped(movie: Movie) -> float:
    return movie.pop("rating")


@compile()
def iterated(movie: Movie) -> tuple[list[str], list[str], int, str, list[str]]:
    names = [key for key in movie]
    items = [f"{key}={value!r}" for key, value in movie.items()]
    return names, items, len(list(movie.values())), repr(movie), sorted(movie)


@compile()
def texts(movie: Movie) -> tuple[str, str, str, bool]:
    return str(movie), f"{movie}", json.dumps(movie), bool(movie)


@compile()
def compared(a: Movie, b: Movie) -> tuple[bool, bool, bool, bool]:
    return a == b, a != b, a is a, a is b


@compile()
def partial(name: str, depth: int) -> tuple[Options, list[str], int, bool]:
    options: Options = {"name": name}
    if depth > 0:
        options["depth"] = depth
        options["tags"] = []
        options["tags"].append(name)
    return options, options.get("tags", []), options.get("depth", -1), "tags" in options


@compile()
def nested(review: Review) -> tuple[str, int, list[str], Review]:
    inner = review["movie"]
    inner["year"] += 1
    return review["text"], review["movie"]["year"], list(review), review


@compile()
def many(movies: list[Movie]) -> tuple[dict[str, int], list[Movie], float]:
    by_title = {movie["title"]: movie["year"] for movie in movies}
    late = [movie for movie in movies if movie["year"] > 1990]
    late.append({"title": "last", "year": 2000})
    return by_title, sorted(late, key=lambda movie: movie["year"]), sum(m.get("rating", 0.0) for m in movies)


def describe(movie: Movie, prefix: str = "") -> str:
    return f"{prefix}{movie['title']} ({movie['year']})"


@compile()
def passed(title: str) -> list[str]:
    return [describe({"title": title, "year": 1}), describe(prefix=">", movie={"year": 2, "title": title})]


@compile()
def returned(title: str, year: int) -> Movie:
    if year < 0:
        return {"title": title, "year": -year, "rating": 1.0}
    return {"year": year, "title": title}


@compile()
def listed(count: int) -> list[Movie]:
    movies: list[Movie] = []
    for number in range(count):
        movies.append({"title": str(number), "year": number})
    return movies


@compile()
def spread(movie: Movie, year: int) -> tuple[Movie, dict[str, str]]:
    other: Movie = {**movie, "year": year}
    return other, {**{"a": "b"}, **{"c": movie["title"]}}


@compile()
def matched(movie: Movie) -> str:
    match movie:
        case {"year": 2000, "title": title}:
            return f"2000: {title}"
        case {"rating": rating} if rating > 3:
            return f"good: {rating}"
        case {"title": str(title)}:
            return title
        case _:
            return "nothing"


@compile()
def instances(movie: Movie) -> tuple[bool, bool, str]:
    return isinstance(movie, dict), isinstance(movie, list), type(movie).__name__


@compile()
def made_by_a_call(name: str) -> tuple[Call, str, int]:
    call: Call = {"class": name, "number": 3}
    return call, call["class"], call["number"]


@compile()
def maybe(movie: Movie | None) -> str:
    return movie["title"] if movie is not None else "none"


FULL = {"title": "é", "year": 1999, "rating": 4.5}
SHORT = {"year": 2000, "title": "B"}

CASES = {
    "made": [("é", 1), ("", -1)],
    "read": [(FULL,), (SHORT,), ({"title": "x"},), ({},)],
    "missing": [(FULL,), (SHORT,)],
    "computed": [(FULL, "year"), (SHORT, "rating"), (FULL, "z")],
    "got": [(FULL,), (SHORT,), ({},)],
    "changed": [(FULL,), (SHORT,)],
    "deleted": [(FULL,), ({"title": "x"},)],
    "popped": [(FULL,), (SHORT,)],
    "iterated": [(FULL,), (SHORT,), ({},)],
    "texts": [(FULL,), (SHORT,), ({},)],
    "compared": [(FULL, dict(reversed(FULL.items()))), (FULL, SHORT), ({}, {})],
    "partial": [("a", 0), ("a", 2)],
    "nested": [({"text": "t", "movie": FULL, "title": "r", "year": 1},)],
    "many": [([FULL, SHORT],), ([],)],
    "passed": [("x",)],
    "returned": [("x", 1), ("x", -1)],
    "listed": [(0,), (2,)],
    "spread": [(FULL, 7), (SHORT, 8)],
    "matched": [(FULL,), (SHORT,), ({"title": "only"},), ({},)],
    "instances": [(FULL,)],
    "made_by_a_call": [("x",)],
    "maybe": [(None,), (SHORT,)],
}
