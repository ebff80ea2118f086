"""Bundles on a Ray cluster: over the rows of a data set, and as a deployment of Ray Serve.

The folder of the bundle must be where the workers look for it: on a disk that all machines share, or on each. Each worker loads
the library once. Needs the package `ray`, for `deployment` with its extra `serve`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hotforge.library import Library, Predictor, load

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Batches", "deployment", "map_batches"]


class Batches:
    """Calls a predictor with the columns of a batch: what `Dataset.map_batches` makes one of in each worker.

    `inputs` says which parameter gets which column, as a list where the parameter takes one; `options` are the other arguments.
    The result becomes the column `output`: one row for each item of it, or of its first axis.
    """

    def __init__(
        self, bundle: str, predictor: str | None, inputs: Mapping[str, str], output: str, options: Mapping[str, Any]
    ) -> None:
        self._predictor = _find(bundle, predictor)
        self._inputs = dict(inputs)
        self._output = output
        self._options = dict(options)
        described = {parameter["name"]: parameter["schema"]["type"] for parameter in self._predictor.manifest["parameters"]}
        self._arrays = {name for name in self._inputs if described.get(name) == "array"}

    def __call__(self, batch: dict[str, Any]) -> dict[str, Any]:
        columns = {
            name: batch[column] if name in self._arrays else batch[column].tolist() for name, column in self._inputs.items()
        }
        return {**batch, self._output: self._predictor(**columns, **self._options)}


def map_batches(
    dataset: Any,
    bundle: str | os.PathLike[str],
    *,
    inputs: Mapping[str, str],
    output: str,
    predictor: str | None = None,
    options: Mapping[str, Any] | None = None,
    workers: int | tuple[int, int] = 1,
    batch_size: int = 64,
    **ray: Any,
) -> Any:
    """The data set with a column more: what the predictor gives for the rows, computed in batches by so many workers.

        rows = hotforge.ray.map_batches(rows, "build/embed", inputs={"texts": "text"}, output="vector", workers=4)

    `workers` may be the fewest and the most. `ray` goes to `Dataset.map_batches` as it is: `num_cpus=2`.
    Raises what `hotforge.load` raises where there is no such bundle here, and `ValueError` where it has no such predictor.
    """
    _find(bundle, predictor)
    from ray.data import ActorPoolStrategy

    smallest, largest = workers if isinstance(workers, tuple) else (workers, workers)
    return dataset.map_batches(
        Batches,
        fn_constructor_args=(_absolute(bundle), predictor, dict(inputs), output, dict(options or {})),
        compute=ActorPoolStrategy(min_size=smallest, max_size=largest),
        batch_size=batch_size,
        batch_format="numpy",
        **ray,
    )


def deployment(bundle: str | os.PathLike[str], *, predictor: str | None = None, **options: Any) -> Any:
    """An application of Ray Serve around a predictor, for `ray.serve.run`.

    A handle calls it as the predictor is called: `handle.remote(["hello"])`. Over HTTP it takes an object of arguments as JSON, and
    answers `{"result": …}`, or `{"error": {"type": …, "message": …}}` with status 400. `options` are those of `serve.deployment`:
    `num_replicas=2`.
    """
    found = _find(bundle, predictor)
    from ray import serve

    options.setdefault("name", found.__name__)
    application: Any = serve.deployment(**options)(_Served)
    return application.bind(_absolute(bundle), predictor)


class _Served:
    """A replica."""

    def __init__(self, bundle: str, predictor: str | None) -> None:
        self._predictor = _find(bundle, predictor)

    async def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if len(args) == 1 and not kwargs and type(args[0]).__module__.startswith("starlette."):
            return await self._answer(args[0])
        return await self._call(args, kwargs)

    async def _call(self, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        result = await self._predictor.aio(*args, **kwargs)
        # An iterator cannot leave the process.
        return [item async for item in result] if hasattr(result, "__aiter__") else result

    async def _answer(self, request: Any) -> Any:
        from starlette.responses import JSONResponse

        try:
            arguments = await request.json()
            if not isinstance(arguments, dict):
                raise TypeError("the body must be an object of arguments")
            return JSONResponse({"result": _plain(await self._call((), arguments))})
        except Exception as error:  # noqa: BLE001 - whatever the predictor raises is its answer
            return JSONResponse({"error": {"type": type(error).__name__, "message": str(error)}}, status_code=400)


def _plain(value: Any) -> Any:
    """The value as what JSON has."""
    if hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in value]
    if hasattr(value, "__dict__"):
        return _plain(vars(value))
    return value


def _absolute(bundle: str | os.PathLike[str]) -> str:
    """Workers run in folders of their own."""
    return str(Path(bundle).absolute())


def _find(bundle: str | os.PathLike[str], predictor: str | None) -> Predictor:
    loaded = load(bundle)
    if isinstance(loaded, Library):
        if predictor is None or predictor not in loaded.predictors:
            raise ValueError(f"{bundle} has several predictors: name one of {', '.join(loaded.predictors)}")
        return loaded[predictor]
    if predictor not in (None, loaded.__name__):
        raise ValueError(f"{bundle} has no predictor {predictor!r}; it has {loaded.__name__}")
    found: Predictor = loaded
    return found
