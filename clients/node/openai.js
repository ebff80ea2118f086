// OpenAI's client, answered in this process by compiled predictors.

import { PredictorError, open, unwrap } from "./index.js";

/** Takes the place of the official `OpenAI`: `models` says which bundle each name means. */
export class OpenAI {
    #models = new Map();

    constructor({ models }) {
        for (const [name, model] of Object.entries(models)) {
            this.#models.set(name, lazily(() => this.#open(name, model)));
        }
        this.embeddings = { create: (body) => this.#embeddings(body) };
        this.chat = { completions: { create: (body) => this.#chat(body) } };
        this.audio = {
            speech: { create: (body) => this.#speech(body) },
            transcriptions: { create: (body) => this.#transcription(body) },
        };
    }

    async #open(name, model) {
        const { bundle, predictor } = typeof model === "object" && "bundle" in model ? model : { bundle: model };
        const library = await open(bundle);
        const known = JSON.parse(library.manifest()).predictors;
        if (predictor === undefined && known.length !== 1) {
            throw new Error(`${bundle} has several predictors: name one, as in { "${name}": { bundle, predictor } }`);
        }
        return library.model(name, predictor ?? known[0].name);
    }

    async #model(name) {
        const model = this.#models.get(name);
        if (model === undefined) {
            const known = [...this.#models.keys()].join(", ");
            throw new PredictorError({ type: "NotFoundError", message: `there is no model ${name}; there are ${known}` });
        }
        return model();
    }

    async #embeddings(body) {
        const model = await this.#model(body.model);
        return JSON.parse(unwrap(await model.embeddings(JSON.stringify(body))));
    }

    async #chat(body) {
        const model = await this.#model(body.model);
        const text = JSON.stringify(body);
        return body.stream ? chunks(unwrap(await model.chatStream(text))) : JSON.parse(unwrap(await model.chat(text)));
    }

    async #speech(body) {
        const model = await this.#model(body.model);
        const type = body.response_format === "pcm" ? "audio/pcm" : "audio/wav";
        return new Response(unwrap(await model.speech(JSON.stringify(body))), { headers: { "content-type": type } });
    }

    async #transcription({ file, ...fields }) {
        const model = await this.#model(fields.model);
        const bytes = Buffer.from(file instanceof Uint8Array ? file : await file.arrayBuffer());
        return JSON.parse(unwrap(await model.transcription(JSON.stringify(fields), bytes)));
    }
}

/** A function that makes its value when it is first called. */
function lazily(make) {
    let value;
    return () => (value ??= make());
}

async function* chunks(answer) {
    try {
        for (;;) {
            const texts = unwrap(await answer.next());
            if (texts.length === 0) return;
            for (const text of texts) yield JSON.parse(text);
        }
    } finally {
        answer.close();
    }
}
