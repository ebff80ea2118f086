// Bundles under the names of models.

import { open } from "./index.js";

/** A name that no model has; `message` tells those that there are. */
export class UnknownModelError extends Error {}

/** Models by name. A bundle is loaded when it is first asked for. */
export class Models {
    #bundles = new Map();

    /** `models` has a bundle, or `{ bundle, predictor }`, for each name. */
    constructor(models) {
        for (const [name, model] of Object.entries(models)) {
            const { bundle, predictor } = typeof model === "object" && "bundle" in model ? model : { bundle: model };
            this.#bundles.set(name, lazily(() => readBundle(name, bundle, predictor)));
        }
    }

    /** The native model of a name. */
    async get(name) {
        // `name/predictor` is one of several in a bundle.
        const owner = this.#bundles.get(name) ?? this.#bundles.get(name.slice(0, Math.max(name.lastIndexOf("/"), 0)));
        const model = (await owner?.())?.get(name);
        if (model !== undefined) return model;
        const known = owner === undefined ? [...this.#bundles.keys()] : [...(await owner()).keys()];
        throw new UnknownModelError(`there is no model "${name}"; there are ${known.join(", ")}`);
    }

    /** The names of all. */
    async names() {
        const bundles = await Promise.all([...this.#bundles.values()].map((bundle) => bundle()));
        return bundles.flatMap((models) => [...models.keys()]);
    }
}

/** The models of a bundle by name: one, or one for each predictor. */
async function readBundle(name, bundle, predictor) {
    const library = await open(bundle);
    const known = JSON.parse(library.manifest()).predictors.map((described) => described.name);
    if (predictor !== undefined) return new Map([[name, library.model(name, predictor)]]);
    if (known.length === 1) return new Map([[name, library.model(name, known[0])]]);
    return new Map(known.map((own) => [`${name}/${own}`, library.model(`${name}/${own}`, own)]));
}

/** A function that makes its value when it is first called, and again where that failed. */
function lazily(make) {
    let value;
    return () => (value ??= make().catch((error) => {
        value = undefined;
        throw error;
    }));
}
