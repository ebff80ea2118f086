// Predictors of the bundles in $PREDICTORS, $EMBED and $BUSY, which tests/clients/test_node.py compiles.

import assert from "node:assert/strict";
import { test } from "node:test";

import { load, PredictorError } from "hotforge";

const predictors = await load(process.env.PREDICTORS);
const embed = await load(process.env.EMBED);
const busy = await load(process.env.BUSY);

test("values of every kind come back", async () => {
    const given = {
        flag: true,
        number: -(2n ** 63n),
        real: -Infinity,
        text: "naïve \0 🦀",
        data: new Uint8Array([0, 255]),
        point: { x: 1.5, y: -0 },
        table: { a: [1, 2], "": [] },
        either: "text",
    };
    const result = await predictors.everything(given);
    assert.deepEqual(result.slice(0, 4), [true, -(2n ** 63n), -Infinity, "naïve \0 🦀"]);
    assert.deepEqual([...result[4]], [0, 255]);
    assert.deepEqual(result.slice(5), [{ x: 1.5, y: -0 }, { a: [1, 2], "": [] }, "text"]);
    assert.equal((await predictors.everything({ ...given, either: null })).at(-1), null);
});

test("arrays are typed arrays with a shape", async () => {
    const { data, shape, dtype } = await embed({ texts: ["hello", "world"], task: "query" });
    assert.ok(data instanceof Float32Array);
    assert.deepEqual([shape, dtype, data.length], [[2, 384], "float32", 768]);
    assert.ok(Math.abs(Math.hypot(...data.subarray(0, 384)) - 1) < 1e-5);
    const doubled = await predictors.double({ values: [[1, 2], [3, NaN]] });
    assert.deepEqual([...doubled.data], [2, 4, 6, NaN]);
    const again = await predictors.double({ values: doubled });
    assert.deepEqual([[...again.data], again.shape], [[4, 8, 12, NaN], [2, 2]]);
    doubled.data[0] = 100;
    assert.equal(again.data[0], 4);
    const empty = await predictors.double({ values: { data: new Float64Array(0), shape: [0, 2] } });
    assert.deepEqual([empty.data.length, empty.shape], [0, [0, 2]]);
});

test("memory of arrays is given back", async () => {
    const values = { data: new Float64Array(1_000_000), shape: [1000, 1000] };
    for (let round = 0; round < 300; round += 1) await predictors.double({ values });
    assert.ok(process.memoryUsage().rss < 2 ** 31, `${process.memoryUsage().rss} bytes`);
});

test("exceptions have a class, a message and lines", async () => {
    await assert.rejects(predictors.divide({ a: 1, b: 0 }), (error) => {
        assert.ok(error instanceof PredictorError);
        assert.deepEqual([error.name, error.message], ["ZeroDivisionError", "division by zero"]);
        assert.equal(error.traceback.at(-1).function, "divide");
        return true;
    });
    await assert.rejects(predictors.divide({ a: 1 }), { name: "TypeError", message: /'b'/ });
    await assert.rejects(predictors.divide({ a: 1, b: 2, c: 3 }), { name: "TypeError", message: /'c'/ });
    await assert.rejects(predictors.speak({ text: "a", voice: "middle" }), { name: "ValueError" });
});

test("what does not fit is told before the call", async () => {
    for (const [predictor, given] of [
        ["divide", { a: "1", b: 2 }],
        ["divide", { a: 1.5, b: 2 }],
        ["divide", { a: 2 ** 53, b: 2 }],
        ["divide", { a: null, b: 2 }],
        ["double", { values: [[1], [2, 3]] }],
        ["double", { values: [["1"]] }],
        ["double", { values: new Float32Array(2) }],
        ["double", { values: { data: new Float64Array(3), shape: [2, 2] } }],
        ["whole", { messages: [{ role: "user", content: "\ud800" }] }],
        ["whole", { messages: "hi" }],
    ]) {
        await assert.rejects(predictors[predictor](given), TypeError, JSON.stringify(given));
    }
    await assert.rejects(predictors.divide({ a: 2n ** 64n, b: 2 }), /64 bits/);
    assert.equal(await predictors.divide({ a: 6, b: 3n }), 2);
});

test("the event loop goes on during a call", async () => {
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 5);
    await predictors.slow({ seconds: 1 });
    clearInterval(timer);
    assert.ok(ticks > 3, `${ticks}`);
});

test("streams are asynchronous iterators", async () => {
    const say = (content) => predictors.echo({ messages: [{ role: "user", content }] });
    const words = [];
    for await (const word of await say("one two")) words.push(word);
    assert.deepEqual(words, ["one", " two"]);
    await assert.rejects(async () => {
        for await (const word of await say("one fail")) words.push(word);
    }, { name: "ValueError", message: "asked to fail" });
    const endless = await predictors.endless({ messages: [] });
    for await (const number of endless) if (number === "3 ") break;
    assert.deepEqual(await endless.next(), { done: true, value: undefined });
});

test("what is no bundle is told", async () => {
    await assert.rejects(load("/nonexistent"), /is not a compiled predictor: there is no such folder/);
});

test("a signal ends a call, and what it runs", async () => {
    // As many as Node's pool has threads: if one went on, nothing else would ever run.
    const calls = [1, 2, 3, 4].map(() => busy.rounds({ count: 1e9 }, { signal: AbortSignal.timeout(300) }));
    for (const call of calls) await assert.rejects(call, { name: "TimeoutError" });
    assert.equal(await busy.rounds({ count: 2 }), 2);
    const loops = [1, 2, 3, 4].map(() => predictors.spin({ rounds: -1 }, { signal: AbortSignal.timeout(300) }));
    for (const call of loops) await assert.rejects(call, { name: "TimeoutError" });
    await assert.rejects(busy.at_once({ texts: 300 }, { signal: AbortSignal.timeout(300) }), { name: "TimeoutError" });
    const early = AbortSignal.abort(new Error("too late"));
    await assert.rejects(busy.rounds({ count: 1e9 }, { signal: early }), { message: "too late" });
    assert.equal(await busy.rounds({ count: 3 }, { signal: AbortSignal.timeout(60_000) }), 3);
});

test("a signal ends a stream", async () => {
    const controller = new AbortController();
    const said = [];
    const listen = async () => {
        for await (const word of await busy.silent({ messages: [{ content: "hello" }] }, { signal: controller.signal })) {
            said.push(word);
            setTimeout(() => controller.abort(), 200);
        }
    };
    await assert.rejects(listen(), { name: "AbortError" });
    assert.deepEqual(said, ["hello"]);
    assert.equal(await busy.rounds({ count: 1 }), 1);
});
