// What the declarations promise, checked by `tsc`.

import { load, type NdArray, type Predictor, PredictorStream } from "hotforge";
import { Anthropic } from "hotforge/anthropic";
import { makeFetch } from "hotforge/fetch";
import { OpenAI } from "hotforge/openai";

const embed = await load<Predictor<{ texts: string[]; task?: "query" | "document" }, NdArray<Float32Array>>>("build/embed");
const vectors: Float32Array = (await embed({ texts: ["a"], task: "query" })).data;
// @ts-expect-error there is no such task
await embed({ texts: ["a"], task: "other" });

const words = new PredictorStream<string>();
for await (const word of words) word.toUpperCase();

const client = new OpenAI({ models: { bge: "build/embed" } });
const embedding: number[] = (await client.embeddings.create({ model: "bge", input: "a", task: "query" })).data[0]!.embedding;
const stream = await client.chat.completions.create({ model: "bge", messages: [{ role: "user", content: "a" }], stream: true });
for await (const chunk of stream) chunk.choices[0]?.delta.content?.toUpperCase();
void [vectors, embedding];

const options = { signal: AbortSignal.timeout(1000) };
const picture: string | undefined = (await client.images.generate({ model: "draw", prompt: "a cat" }, options)).data?.[0]?.b64_json;
const claude = new Anthropic({ models: { echo: new URL("file:///build/echo") }, timeout: 1000 });
const said = await claude.messages.create({ model: "echo", max_tokens: 10, messages: [{ role: "user", content: "a" }] });
const answered: typeof fetch = makeFetch({ echo: { bundle: "build/echo", predictor: "echo" } });
void [picture, said.content, answered];
