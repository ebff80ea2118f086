import type Official from "openai";
import type { APIPromise, ClientOptions } from "openai";
import type { RequestOptions } from "openai/internal/request-options";
import type { CreateEmbeddingResponse, EmbeddingCreateParams } from "openai/resources/embeddings";

import type { Model } from "./fetch.js";

export type { Model };

/** Arguments of the predictor itself, by the names of its parameters. */
type Extra = Record<string, unknown>;

/** The official `OpenAI`, whose requests never leave the process: `models` says which bundle each name means. */
export class OpenAI extends Official {
    constructor(options: { models: Record<string, Model> } & Omit<ClientOptions, "apiKey" | "baseURL" | "fetch">);
    embeddings: Official["embeddings"] & {
        create(body: EmbeddingCreateParams & Extra, options?: RequestOptions): APIPromise<CreateEmbeddingResponse>;
    };
}
