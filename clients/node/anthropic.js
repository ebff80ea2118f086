// Anthropic's client, answered in this process by compiled predictors.

import Official from "@anthropic-ai/sdk";

import { makeFetch } from "./fetch.js";

/** The official `Anthropic`, whose requests never leave the process: `models` says which bundle each name means. */
export class Anthropic extends Official {
    constructor({ models, ...options }) {
        const here = { apiKey: "none", baseURL: "http://localhost", fetch: makeFetch(models) };
        super({ maxRetries: 0, ...options, ...here });
    }
}
