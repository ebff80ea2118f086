// Values of JavaScript as those of a schema of the manifest: each a list of a tag and what belongs to it, which the native part
// reads. What does not fit is a `TypeError` that says why.

const TYPED_ARRAYS = {
    bool: Uint8Array,
    int8: Int8Array,
    int16: Int16Array,
    int32: Int32Array,
    int64: BigInt64Array,
    uint8: Uint8Array,
    uint16: Uint16Array,
    uint32: Uint32Array,
    uint64: BigUint64Array,
    float32: Float32Array,
    float64: Float64Array,
};

const ITEMS = { list: "list", sequence: "tuple", set: "set", frozenset: "frozenset" };

/** The value in the form that the native part reads. */
export function encode(value, schema) {
    switch (schema.type) {
        case "none":
            if (value === null) return ["none"];
            break;
        case "bool":
            if (typeof value === "boolean") return ["bool", value];
            break;
        case "int":
        case "flag":
            if (isInteger(value)) return ["int", BigInt(value)];
            break;
        case "float":
            if (typeof value === "number") return ["float", value];
            break;
        case "complex":
            if (typeof value === "number") return ["complex", value, 0];
            if (typeof value?.re === "number" && typeof value.im === "number") return ["complex", value.re, value.im];
            break;
        case "str":
            if (typeof value === "string") return text(value);
            break;
        case "bytes":
            if (value instanceof Uint8Array) return ["bytes", value];
            break;
        case "literal":
        case "enum": {
            // Which choices there are is the predictor's to say.
            const constant = encodeConstant(value);
            if (constant !== undefined) return constant;
            break;
        }
        case "list":
        case "sequence":
        case "set":
        case "frozenset":
            if (isIterable(value)) return [ITEMS[schema.type], ...Array.from(value, (item) => encode(item, schema.item))];
            break;
        case "tuple":
            if (Array.isArray(value) && value.length === schema.items.length) {
                return ["tuple", ...value.map((item, index) => encode(item, schema.items[index]))];
            }
            break;
        case "dict":
            return encodeDict(value, schema);
        case "record":
        case "typed-dict":
            return encodeFields(value, schema);
        case "union":
            return encodeUnion(value, schema);
        case "array":
            return encodeArray(value, schema);
        case "scalar":
            return ["scalar", ...elements([value], schema.dtype)];
    }
    throw misfit(value, schema);
}

function misfit(value, schema) {
    return new TypeError(`${describe(value)} is no ${schema.type}`);
}

function describe(value) {
    if (value === null || value === undefined) return String(value);
    if (typeof value === "object" || typeof value === "function") return `an object of ${value.constructor?.name ?? "no class"}`;
    const shown = typeof value === "string" ? JSON.stringify(value) : String(value);
    return shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
}

function isInteger(value) {
    return typeof value === "bigint" || Number.isSafeInteger(value);
}

function isIterable(value) {
    return typeof value === "object" && value !== null && Symbol.iterator in value && !(value instanceof Map);
}

/** Half a surrogate pair has no UTF-8: Python refuses it, too. */
function text(value) {
    if (!value.isWellFormed()) throw new TypeError("the string holds half a surrogate pair");
    return ["str", value];
}

function encodeConstant(value) {
    if (value === null) return ["none"];
    if (typeof value === "boolean") return ["bool", value];
    if (typeof value === "string") return text(value);
    if (isInteger(value)) return ["int", BigInt(value)];
    return typeof value === "number" ? ["float", value] : undefined;
}

/** A `Map`, or an object where the keys are strings. */
function encodeDict(value, schema) {
    const isPlain = typeof value === "object" && value !== null && !isIterable(value);
    if (!isPlain) throw misfit(value, schema);
    const entries = value instanceof Map ? [...value] : Object.entries(value);
    return ["dict", ...entries.flatMap(([key, item]) => [encode(key, schema.key), encode(item, schema.value)])];
}

/** An object with the fields of a class. */
function encodeFields(value, schema) {
    if (typeof value !== "object" || value === null || Array.isArray(value) || !schema.fields) throw misfit(value, schema);
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    const field = ([name, item]) => {
        if (!Object.hasOwn(schema.fields, name)) throw new TypeError(`${schema.class} has no field ${name}`);
        return [text(name), encode(item, schema.fields[name])];
    };
    return ["dict", ...entries.flatMap(field)];
}

function encodeUnion(value, schema) {
    for (const member of schema.members) {
        try {
            return encode(value, member);
        } catch (error) {
            if (!(error instanceof TypeError)) throw error;
        }
    }
    throw new TypeError(`${describe(value)} fits none of the types`);
}

/** A typed array of that dtype (one axis), `{ data, shape }` with one, or nested lists of numbers. */
function encodeArray(value, schema) {
    const { data, shape } = ArrayBuffer.isView(value) ? { data: value, shape: [value.length] } : (value ?? {});
    if (ArrayBuffer.isView(data) && Array.isArray(shape)) {
        if (!(data instanceof TYPED_ARRAYS[schema.dtype])) {
            throw new TypeError(`${describe(data)} has no elements of ${schema.dtype}`);
        }
        if (shape.reduce((count, length) => count * length, 1) !== data.length) {
            throw new TypeError(`there are ${data.length} elements, and the shape is ${shape}`);
        }
        return ["array", schema.dtype, bytesOf(data), ...shape];
    }
    if (!Array.isArray(value)) throw misfit(value, schema);
    const lengths = shapeOf(value);
    const flat = value.flat(lengths.length - 1);
    if (flat.some(Array.isArray) || !isRegular(value, lengths)) throw new TypeError("the lists in it are not all of one length");
    return ["array", ...elements(flat, schema.dtype), ...lengths];
}

function shapeOf(value) {
    const shape = [];
    for (let inner = value; Array.isArray(inner); inner = inner[0]) shape.push(inner.length);
    return shape;
}

function isRegular(value, [length, ...rest]) {
    if (length === undefined) return !Array.isArray(value);
    return Array.isArray(value) && value.length === length && value.every((item) => isRegular(item, rest));
}

/** The dtype and the bytes of numbers, each of which must be one of that dtype. */
function elements(numbers, dtype) {
    const isFloat = dtype.startsWith("float");
    const isBig = dtype.endsWith("int64");
    const typed = new TYPED_ARRAYS[dtype](numbers.length);
    numbers.forEach((number, index) => {
        const fits = dtype === "bool" ? typeof number === "boolean" : isFloat ? typeof number === "number" : isInteger(number);
        if (!fits) throw new TypeError(`${describe(number)} is no ${dtype}`);
        typed[index] = isBig ? BigInt(number) : Number(number);
        if (!isFloat && dtype !== "bool" && BigInt(typed[index]) !== BigInt(number)) {
            throw new TypeError(`${describe(number)} is no ${dtype}`);
        }
    });
    return [dtype, bytesOf(typed)];
}

function bytesOf(typed) {
    return new Uint8Array(typed.buffer, typed.byteOffset, typed.byteLength);
}
