// OpenAI's client, answered in this process by compiled predictors.

import Official from "openai";

import { makeFetch } from "./fetch.js";

/** The official `OpenAI`, whose requests never leave the process: `models` says which bundle each name means. */
export class OpenAI extends Official {
    constructor({ models, ...options }) {
        const here = { apiKey: "none", baseURL: "http://localhost/v1", fetch: makeFetch(models) };
        super({ maxRetries: 0, ...options, ...here });
    }
}
