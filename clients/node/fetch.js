// What the official clients of OpenAI and Anthropic take for `fetch`: it answers their requests in this process.

import { Abort } from "./abort.js";
import { Models, UnknownModelError } from "./models.js";

/** The method of a native model that answers at each path. */
const METHODS = {
    "/v1/embeddings": "embeddings",
    "/v1/chat/completions": "chat",
    "/v1/messages": "messages",
    "/v1/audio/speech": "speech",
    "/v1/images/generations": "images",
};

/**
 * A function that stands for `fetch`, and answers as `hotforge serve` does: `models` has a bundle, or `{ bundle, predictor }`, for
 * each name.
 */
export function makeFetch(models) {
    const known = new Models(models);
    return async (input, init) => {
        const request = new Request(input, init);
        const { pathname } = new URL(request.url);
        try {
            return await answer(known, request, pathname);
        } catch (error) {
            request.signal.throwIfAborted();
            const status = error instanceof UnknownModelError ? 404 : 500;
            return Response.json(describeProblem(pathname, status, error.message), { status });
        }
    };
}

async function answer(models, request, pathname) {
    if (request.method === "GET" && pathname === "/v1/models") return listModels(models);
    if (request.method === "GET" && pathname.startsWith("/v1/models/")) {
        const name = decodeURIComponent(pathname.slice("/v1/models/".length));
        await models.get(name);
        return Response.json(describeModel(name));
    }
    if (request.method === "POST" && pathname === "/v1/audio/transcriptions") return transcribe(models, request);
    const method = request.method === "POST" ? METHODS[pathname] : undefined;
    if (method === undefined) {
        const message = `compiled predictors do not answer ${request.method} ${pathname}`;
        return Response.json(describeProblem(pathname, 404, message), { status: 404 });
    }
    const body = await request.text();
    const model = await models.get(modelName(JSON.parse(body)));
    return respond(model, request.signal, (cancellation) => model[method](body, cancellation));
}

async function transcribe(models, request) {
    const { file, ...fields } = Object.fromEntries(await request.formData());
    const model = await models.get(modelName(fields));
    const bytes = Buffer.from(file instanceof Blob ? await file.arrayBuffer() : "");
    return respond(model, request.signal, (cancellation) => model.transcription(JSON.stringify(fields), bytes, cancellation));
}

/** The response that native work gives. */
async function respond(model, signal, start) {
    const { value, error } = await new Abort(model, signal).during(start);
    if (error !== undefined) {
        const { status, body } = JSON.parse(error);
        return Response.json(body, { status });
    }
    if (value.bytes !== undefined) return new Response(value.bytes, { headers: { "content-type": value.contentType } });
    return new Response(streamEvents(model, value, signal), { headers: { "content-type": "text/event-stream" } });
}

/** The events of a streamed answer. A predictor works on only when the next is asked for. */
function streamEvents(model, events, signal) {
    const encoder = new TextEncoder();
    const close = () => events.close();
    const abort = new Abort(model, signal);
    signal.addEventListener("abort", close, { once: true });
    const end = () => {
        signal.removeEventListener("abort", close);
        close();
    };
    const pull = async (controller) => {
        const { value } = await abort.during(() => events.next());
        if (value !== "") return controller.enqueue(encoder.encode(value));
        end();
        controller.close();
    };
    return new ReadableStream({ pull, cancel: end }, { highWaterMark: 0 });
}

async function listModels(models) {
    return Response.json({ object: "list", data: (await models.names()).map(describeModel) });
}

function describeModel(id) {
    return { id, object: "model", created: 0, owned_by: "hotforge" };
}

function modelName({ model }) {
    if (typeof model !== "string") throw new UnknownModelError("model must name a model");
    return model;
}

/** The body that tells of a problem, in the shape of the API that was asked. */
function describeProblem(pathname, status, message) {
    const type = status === 404 ? "not_found_error" : "server_error";
    if (pathname === "/v1/messages") return { type: "error", error: { type, message } };
    return { error: { message, type, param: null, code: status === 404 ? "model_not_found" : null } };
}
