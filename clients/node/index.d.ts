/** An array: its elements in C order, and the length of each axis. The elements of a result are not copied. */
export interface NdArray<T extends TypedArray = TypedArray> {
    data: T;
    shape: number[];
    dtype: DType;
}

export type TypedArray =
    | Int8Array
    | Int16Array
    | Int32Array
    | BigInt64Array
    | Uint8Array
    | Uint16Array
    | Uint32Array
    | BigUint64Array
    | Float32Array
    | Float64Array;

export type DType =
    | "bool"
    | "int8"
    | "int16"
    | "int32"
    | "int64"
    | "uint8"
    | "uint16"
    | "uint32"
    | "uint64"
    | "float32"
    | "float64";

/** A line of the Python source that was being run. */
export interface Frame {
    file: string;
    line: number;
    function: string;
}

/** An exception of a predictor. `name` is the class of Python's. */
export class PredictorError extends Error {
    /** The lines of the Python source, outermost first; none where the arguments did not fit. */
    traceback: Frame[];
}

/** The items of a predictor that yields. Leaving a `for await` loop early ends the predictor. */
export class PredictorStream<T = unknown> implements AsyncIterableIterator<T> {
    [Symbol.asyncIterator](): this;
    next(): Promise<IteratorResult<T, undefined>>;
    return(value?: unknown): Promise<IteratorResult<T, any>>;
}

/** What a call may be given besides its arguments. */
export interface CallOptions {
    /**
     * Ends the call, and the stream that it gives: the promise is rejected with the signal's reason at once. The predictor ends
     * within the run of a model, before the next one, or before the next item; loops ask once in a while.
     */
    signal?: AbortSignal;
}

/** A predictor: arguments are given by name, in one object. It runs on another thread. */
export interface Predictor<Arguments extends object = Record<string, unknown>, Result = any> {
    (given: Arguments, options?: CallOptions): Promise<Result>;
    /** What the manifest says of it. */
    manifest: { name: string; doc?: string; parameters: unknown[]; returns: unknown };
}

/**
 * Loads what `hotforge compile` wrote: the folder of a bundle, or the library in it. Gives the predictor, or, where there are
 * several, an object with one for each. `hotforge bindings ts` writes the types of a bundle.
 */
export function load<Loaded = Predictor>(path: string | URL): Promise<Loaded>;
