import type Official from "@anthropic-ai/sdk";
import type { ClientOptions } from "@anthropic-ai/sdk";

import type { Model } from "./fetch.js";

export type { Model };

/** The official `Anthropic`, whose requests never leave the process: `models` says which bundle each name means. */
export class Anthropic extends Official {
    constructor(options: { models: Record<string, Model> } & Omit<ClientOptions, "apiKey" | "baseURL" | "fetch">);
}
