// OpenAI's client in this process, and the official one against a server at $SERVER.

import assert from "node:assert/strict";
import { test } from "node:test";

import Official, { toFile } from "openai";

import { OpenAI } from "hotforge/openai";

const names = ["echo", "endless", "whole", "speak", "transcribe", "lengths"];
const models = Object.fromEntries(names.map((name) => [name, { bundle: process.env.PREDICTORS, predictor: name }]));
const here = new OpenAI({ models: { "bge-small": process.env.EMBED, ...models } });
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
        await assert.rejects(client.embeddings.create({ model: "bge-small", input: "a", dimensions: 3 }), /takes no dimensions/);
        await assert.rejects(client.embeddings.create({ model: "none", input: "a" }), /there is no model/);
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
        const failing = [{ role: "user", content: "fail" }];
        await assert.rejects(client.chat.completions.create({ model: "echo", messages: failing }), /asked to fail/);
    });

    test(`audio ${where}`, async () => {
        const spoken = await client.audio.speech.create({ model: "speak", input: "hello", voice: "high", response_format: "wav" });
        const bytes = Buffer.from(await spoken.arrayBuffer());
        assert.equal(bytes.subarray(0, 4).toString(), "RIFF");
        const file = await toFile(bytes, "hello.wav");
        const heard = await client.audio.transcriptions.create({ model: "transcribe", file, language: "de" });
        assert.equal(heard.text, "0.50 s of de, loudest 1.00");
    });
}
