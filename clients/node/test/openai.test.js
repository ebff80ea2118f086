// The official clients: answered in this process, and by a server at $SERVER. Both must behave alike.

import assert from "node:assert/strict";
import { test } from "node:test";

import Official, { APIUserAbortError, BadRequestError, NotFoundError, toFile } from "openai";

import { OpenAI } from "hotforge/openai";

const names = ["echo", "endless", "whole", "speak", "transcribe", "lengths", "draw"];
const models = Object.fromEntries(names.map((name) => [name, { bundle: process.env.PREDICTORS, predictor: name }]));
const here = new OpenAI({ models: { "bge-small": process.env.EMBED, many: process.env.PREDICTORS, busy: process.env.BUSY, ...models } });
const there = new Official({ baseURL: `${process.env.SERVER}/v1`, apiKey: process.env.KEY, maxRetries: 0 });
const messages = [{ role: "user", content: "one two three" }];

for (const [where, client] of [["in process", here], ["over HTTP", there]]) {
    test(`embeddings ${where}`, async () => {
        const answer = await client.embeddings.create({ model: "bge-small", input: ["hello", "a longer text"], task: "query" });
        assert.deepEqual(answer.data.map((item) => [item.index, item.embedding.length]), [[0, 384], [1, 384]]);
        assert.ok(Math.abs(Math.hypot(...answer.data[0].embedding) - 1) < 1e-4);
        assert.ok(answer.usage.prompt_tokens > 8);
        const sized = await client.embeddings.create({ model: "lengths", input: "abc", dimensions: 2 });
        assert.deepEqual([...sized.data[0].embedding], [3, 1]);
        const refused = client.embeddings.create({ model: "bge-small", input: "a", dimensions: 3 });
        await assert.rejects(refused, (error) => error instanceof BadRequestError && /takes no dimensions/.test(error.message));
        const unknown = client.embeddings.create({ model: "none", input: "a" });
        await assert.rejects(unknown, (error) => error instanceof NotFoundError && /there is no model "none"/.test(error.message));
    });

    test(`chat ${where}`, async () => {
        const answer = await client.chat.completions.create({ model: "echo", messages });
        assert.equal(answer.choices[0].message.content, "one two three");
        assert.equal(answer.usage.completion_tokens, 3);
        let text = "";
        const stream = await client.chat.completions.create({ model: "echo", messages, stream: true, temperature: 1.7 });
        for await (const chunk of stream) text += chunk.choices[0]?.delta?.content ?? "";
        assert.equal(text, "one two three hot!");
        for await (const chunk of await client.chat.completions.create({ model: "endless", messages, stream: true })) {
            if (chunk.choices[0].delta.content === "3 ") break;
        }
        const helped = client.chat.completions.stream({ model: "echo", messages, stream_options: { include_usage: true } });
        assert.equal(await helped.finalContent(), "one two three");
        assert.equal((await helped.totalUsage()).completion_tokens, 3);
    });

    test(`a chat that fails ${where}`, async () => {
        const ask = (content, stream) => client.chat.completions.create({ model: "echo", messages: [{ role: "user", content }], stream });
        // Before anything is said the status tells; after that an event does.
        for (const stream of [false, true]) {
            await assert.rejects(ask("fail", stream), (error) => error instanceof BadRequestError && /asked to fail/.test(error.message));
        }
        let text = "";
        await assert.rejects(async () => {
            for await (const chunk of await ask("one fail", true)) text += chunk.choices[0]?.delta?.content ?? "";
        }, /asked to fail/);
        assert.equal(text, "one");
    });

    test(`audio ${where}`, async () => {
        const spoken = await client.audio.speech.create({ model: "speak", input: "hello", voice: "high", response_format: "wav" });
        const bytes = Buffer.from(await spoken.arrayBuffer());
        assert.equal(spoken.headers.get("content-type"), "audio/wav");
        assert.equal(bytes.subarray(0, 4).toString(), "RIFF");
        const file = await toFile(bytes, "hello.wav");
        const heard = await client.audio.transcriptions.create({ model: "transcribe", file, language: "de" });
        assert.equal(heard.text, "0.50 s of de, loudest 1.00");
    });

    test(`pictures ${where}`, async () => {
        const drawn = await client.images.generate({ model: "draw", prompt: "wide", n: 2 });
        const files = drawn.data.map((picture) => Buffer.from(picture.b64_json, "base64"));
        // The size stands in the first chunk of a PNG.
        assert.deepEqual(files.map((file) => [file.readUInt32BE(16), file.readUInt32BE(20)]), [[4, 2], [4, 2]]);
        await assert.rejects(client.images.generate({ model: "draw", prompt: "a", response_format: "url" }), BadRequestError);
    });

    test(`models ${where}`, async () => {
        const listed = [];
        for await (const model of client.models.list()) listed.push(model.id);
        assert.ok(["bge-small", "draw"].every((name) => listed.includes(name)), listed.join());
        assert.equal((await client.models.retrieve("echo")).id, "echo");
    });

    test(`a signal ends a chat ${where}`, async () => {
        const controller = new AbortController();
        const options = { signal: controller.signal };
        let count = 0;
        for await (const _ of await client.chat.completions.create({ model: "endless", messages, stream: true }, options)) {
            if (++count === 3) controller.abort();
        }
        assert.ok(count >= 3);
        await assert.rejects(client.chat.completions.create({ model: "echo", messages }, options), APIUserAbortError);
    });
}

test("a signal ends a call in this process that would never end", async () => {
    // As many as Node's pool has threads: if one went on, nothing else would ever run.
    const ask = () => here.chat.completions.create({ model: "endless", messages }, { signal: AbortSignal.timeout(300) });
    for (const call of [ask(), ask(), ask(), ask()]) await assert.rejects(call, APIUserAbortError);
    assert.equal((await here.chat.completions.create({ model: "whole", messages })).choices[0].message.content, "1 messages, the first from user");
});

test("several predictors of one bundle", async () => {
    assert.equal((await here.chat.completions.create({ model: "many/echo", messages })).choices[0].message.content, "one two three");
    await assert.rejects(here.chat.completions.create({ model: "many", messages }), /there are many\/echo, many\/endless/);
    const nowhere = new OpenAI({ models: { lost: "/nonexistent" } });
    await assert.rejects(nowhere.embeddings.create({ model: "lost", input: "a" }), /is not a compiled predictor/);
    await assert.rejects(here.completions.create({ model: "many/echo", prompt: "a" }), NotFoundError);
});
