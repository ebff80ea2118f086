// Anthropic's official client: answered in this process, and by a server at $SERVER. Both must behave alike.

import assert from "node:assert/strict";
import { test } from "node:test";

import Official, { BadRequestError, NotFoundError } from "@anthropic-ai/sdk";

import { Anthropic } from "hotforge/anthropic";

const models = Object.fromEntries(["echo", "endless", "whole"].map((name) => [name, { bundle: process.env.PREDICTORS, predictor: name }]));
const here = new Anthropic({ models });
const there = new Official({ baseURL: process.env.SERVER, apiKey: process.env.KEY, maxRetries: 0 });
const asked = { model: "echo", max_tokens: 50, messages: [{ role: "user", content: "one two three" }] };

for (const [where, client] of [["in process", here], ["over HTTP", there]]) {
    test(`messages ${where}`, async () => {
        const answer = await client.messages.create(asked);
        assert.deepEqual([answer.content[0].text, answer.stop_reason], ["one two three", "end_turn"]);
        const cut = await client.messages.create({ ...asked, max_tokens: 2 });
        assert.deepEqual([cut.content[0].text, cut.stop_reason, cut.usage.output_tokens], ["one two", "max_tokens", 2]);
        const whole = await client.messages.create({ ...asked, model: "whole", system: "Be brief." });
        assert.equal(whole.content[0].text, "2 messages, the first from system");
    });

    test(`messages as they come ${where}`, async () => {
        const types = [];
        for await (const event of await client.messages.create({ ...asked, stream: true })) types.push(event.type);
        const deltas = Array(3).fill("content_block_delta");
        assert.deepEqual(types, ["message_start", "content_block_start", ...deltas, "content_block_stop", "message_delta", "message_stop"]);
        const pieces = [];
        const stream = client.messages.stream(asked).on("text", (piece) => pieces.push(piece));
        assert.equal((await stream.finalMessage()).usage.output_tokens, 3);
        assert.deepEqual(pieces, ["one", " two", " three"]);
        for await (const event of client.messages.stream({ ...asked, model: "endless" })) {
            if (event.delta?.text === "3 ") break;
        }
    });

    test(`what cannot be answered ${where}`, async () => {
        const refused = (change, kind, pattern) =>
            assert.rejects(client.messages.create({ ...asked, ...change }), (error) => error instanceof kind && pattern.test(error.message));
        await refused({ model: "none" }, NotFoundError, /there is no model/);
        await refused({ messages: [{ role: "user", content: "fail" }] }, BadRequestError, /asked to fail/);
        await refused({ tools: [{ name: "a", input_schema: { type: "object" } }] }, BadRequestError, /tools is not supported/);
    });
}
