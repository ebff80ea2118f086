import type { CreateEmbeddingResponse, EmbeddingCreateParams } from "openai/resources/embeddings";
import type {
    ChatCompletion,
    ChatCompletionChunk,
    ChatCompletionCreateParamsNonStreaming,
    ChatCompletionCreateParamsStreaming,
} from "openai/resources/chat/completions";
import type { SpeechCreateParams, Transcription } from "openai/resources/audio";

/** A bundle, or one of its predictors. */
export type Model = string | URL | { bundle: string | URL; predictor: string };

/** Arguments of the predictor itself, by the names of its parameters. */
type Extra = Record<string, unknown>;

/** Takes the place of the official `OpenAI`: `models` says which bundle each name means. */
export class OpenAI {
    constructor(options: { models: Record<string, Model> });
    embeddings: { create(body: EmbeddingCreateParams & Extra): Promise<CreateEmbeddingResponse> };
    chat: {
        completions: {
            create(body: ChatCompletionCreateParamsNonStreaming & Extra): Promise<ChatCompletion>;
            create(body: ChatCompletionCreateParamsStreaming & Extra): Promise<AsyncGenerator<ChatCompletionChunk, void>>;
        };
    };
    audio: {
        speech: { create(body: SpeechCreateParams & Extra): Promise<Response> };
        transcriptions: {
            create(body: { model: string; file: Uint8Array | Blob; language?: string; response_format?: string } & Extra): Promise<Transcription>;
        };
    };
}
