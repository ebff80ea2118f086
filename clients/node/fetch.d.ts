/** A bundle, or one of its predictors. A bundle of several predictors gives a model `name/predictor` for each. */
export type Model = string | URL | { bundle: string | URL; predictor: string };

/**
 * A function that stands for `fetch`: it answers requests to OpenAI's and Anthropic's API in this process, as `hotforge serve` does
 * over HTTP. Any client that takes a `fetch` of one's own can be given it.
 */
export function makeFetch(models: Record<string, Model>): typeof fetch;
