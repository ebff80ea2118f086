// Work on other threads that an `AbortSignal` ends.

/** What a signal does to native work: it is cancelled, and not waited for. */
export class Abort {
    #signal;
    #cancellation;

    /** For work of a native library, or model; without a signal nothing ends it. */
    constructor(native, signal) {
        this.#signal = signal;
        this.#cancellation = signal === undefined ? undefined : native.cancellation();
    }

    /** What the work gives, which `start` begins; throws the reason of the signal as soon as that is there. */
    async during(start) {
        const signal = this.#signal;
        if (signal === undefined) return start();
        signal.throwIfAborted();
        let stop;
        const aborted = new Promise((_, reject) => {
            stop = () => {
                this.#cancellation.cancel();
                reject(signal.reason);
            };
            signal.addEventListener("abort", stop, { once: true });
        });
        try {
            return await Promise.race([start(this.#cancellation), aborted]);
        } finally {
            signal.removeEventListener("abort", stop);
        }
    }
}
