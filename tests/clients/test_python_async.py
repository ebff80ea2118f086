"""The asynchronous form of a call."""

import asyncio
import os
import signal
import subprocess
import sys
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


@pytest.fixture(scope="module")
def models(busy):
    return hotforge.load(busy)


FOREVER = 10**9


@pytest.mark.parametrize("call", [lambda models: models.rounds.aio(FOREVER), lambda models: models.at_once.aio(300)])
def test_a_call_that_is_cancelled_ends(models, call):
    async def cancelled():
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(call(models), 0.5)

    started = time.monotonic()
    # The end of `run` waits for the threads.
    asyncio.run(cancelled())
    assert time.monotonic() - started < 30
    assert models.rounds(2) == 2


def test_a_loop_that_runs_no_model_is_cancelled_too(library):
    async def cancelled():
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(library.spin.aio(-1), 0.5)
        stream = await library.spin_between.aio(1)
        assert await anext(stream) == 0
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(anext(stream), 0.5)

    started = time.monotonic()
    asyncio.run(cancelled())
    assert time.monotonic() - started < 30
    assert library.spin(1) == 7 * 48271


def test_a_stream_that_is_cancelled_ends(models):
    async def first():
        stream = await models.silent.aio([{"role": "user", "content": "hello"}])
        assert await anext(stream) == "hello"
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(anext(stream), 0.5)

    started = time.monotonic()
    asyncio.run(first())
    assert time.monotonic() - started < 30


def test_what_is_not_cancelled_goes_on(models):
    async def both():
        first = asyncio.ensure_future(models.rounds.aio(FOREVER))
        second = asyncio.ensure_future(models.rounds.aio(20))
        await asyncio.sleep(0.2)
        first.cancel()
        return await second

    assert asyncio.run(both()) == 20


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")
def test_an_interrupt_ends_the_program(busy):
    program = f"""
import asyncio, hotforge, signal
# Who started the tests in the background may have it ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
rounds = hotforge.load({str(busy)!r}).rounds
async def main():
    await rounds.aio(1)
    print("begins", flush=True)
    await rounds.aio({FOREVER})
asyncio.run(main())
"""
    path = os.pathsep.join(sys.path)
    process = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": path}
    )
    assert process.stdout.readline() == "begins\n"
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode != 0 and errors.rstrip().endswith("KeyboardInterrupt"), errors
