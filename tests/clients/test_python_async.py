"""The asynchronous form of a call."""

import asyncio
import time

import pytest

import hotforge


@pytest.fixture(scope="module")
def library(predictors):
    return hotforge.load(predictors)


def test_the_event_loop_goes_on_during_a_call(library):
    async def both():
        ticks = 0
        call = asyncio.ensure_future(library.slow.aio(seconds=1.0))
        while not call.done():
            await asyncio.sleep(0.01)
            ticks += 1
        await call
        return ticks

    assert asyncio.run(both()) > 5


def test_calls_run_at_the_same_time(library):
    async def four():
        return await asyncio.gather(*[library.divide.aio(index, 2) for index in range(4)])

    assert asyncio.run(four()) == [0.0, 0.5, 1.0, 1.5]


def test_exceptions_come_through(library):
    with pytest.raises(ZeroDivisionError):
        asyncio.run(library.divide.aio(1, 0))


def test_streams(library):
    async def words(text):
        async with await library.echo.aio([{"role": "user", "content": text}]) as stream:
            return [word async for word in stream]

    assert asyncio.run(words("one two")) == ["one", " two"]
    with pytest.raises(ValueError, match="asked to fail"):
        asyncio.run(words("one fail"))


def test_a_stream_may_be_closed(library):
    async def first():
        stream = await library.endless.aio([{"role": "user", "content": ""}])
        items = [await anext(stream) for _ in range(2)]
        await stream.aclose()
        return items + [item async for item in stream]

    started = time.monotonic()
    assert asyncio.run(first()) == ["1 ", "2 "]
    assert time.monotonic() - started < 30
