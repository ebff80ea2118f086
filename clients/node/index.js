// Loads bundles and calls their predictors.

import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import { Abort } from "./abort.js";
import { encode } from "./encode.js";

const native = createRequire(import.meta.url)("./hotforge.node");

/** An exception of a predictor. `name` is the class of Python's, `traceback` has the lines of the Python source. */
export class PredictorError extends Error {
    constructor({ type, message, traceback }) {
        super(message);
        this.name = type;
        this.traceback = traceback ?? [];
    }
}

/** What native work gave; throws what it failed with. */
export function unwrap(outcome) {
    if (outcome.error !== undefined) throw new PredictorError(JSON.parse(outcome.error));
    return outcome.value;
}

/** Opens a bundle without making functions of its predictors. */
export async function open(path) {
    return unwrap(await native.load(path instanceof URL ? fileURLToPath(path) : String(path)));
}

/**
 * Loads what `hotforge compile` wrote. Gives the predictor as a function, or, where there are several, an object with a function
 * for each.
 */
export async function load(path) {
    const library = await open(path);
    const manifest = JSON.parse(library.manifest());
    const predictors = manifest.predictors.map((described) => [described.name, makePredictor(library, described)]);
    return predictors.length === 1 ? predictors[0][1] : Object.fromEntries(predictors);
}

/** A function that takes an object of arguments by name, and perhaps a signal that ends the call. */
function makePredictor(library, described) {
    const parameters = new Map(described.parameters.map((parameter) => [parameter.name, parameter]));
    const call = async (given = {}, { signal } = {}) => {
        const entries = Object.entries(given).filter(([, value]) => value !== undefined);
        const encoded = entries.map(([name, value]) => [name, encodeArgument(described, parameters.get(name), name, value)]);
        const abort = new Abort(library, signal);
        const value = unwrap(await abort.during((cancellation) => library.call(described.name, encoded, cancellation)));
        return described.returns.schema.type === "iterator" ? new PredictorStream(value, abort) : value;
    };
    Object.defineProperty(call, "name", { value: described.name });
    return Object.assign(call, { manifest: described });
}

function encodeArgument(described, parameter, name, value) {
    // The library says in Python's words that there is no such parameter.
    if (parameter === undefined) return ["none"];
    try {
        return encode(value, parameter.schema);
    } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        throw new TypeError(`${described.name}() argument '${name}' must be ${parameter.type}: ${error.message}`);
    }
}

/** The items of a predictor that yields: an asynchronous iterator. Leaving the loop early ends the predictor. */
export class PredictorStream {
    #native;
    #abort;

    constructor(stream, abort) {
        this.#native = stream;
        this.#abort = abort;
    }

    [Symbol.asyncIterator]() {
        return this;
    }

    async next() {
        const items = unwrap(await this.#abort.during((cancellation) => this.#native.next(cancellation)));
        return items.length === 0 ? { done: true, value: undefined } : { done: false, value: items[0] };
    }

    async return(value) {
        unwrap(await this.#native.close());
        return { done: true, value };
    }
}
