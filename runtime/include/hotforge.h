/* hotforge.h - calling libraries that Hotforge compiled.

   Every library exports the functions below, whatever was compiled into it. Link with it, or load it with dlopen and
   look the functions up. One header serves all libraries; hotforge_manifest() says what a library holds.

   EXAMPLE

       const char *texts = "helloworld";
       const size_t lengths[] = {5, 5};
       hotforge_value *argument = hotforge_value_new_string_list(texts, lengths, 2);
       const hotforge_value *arguments[] = {argument};
       hotforge_value *result = hotforge_call("embed", arguments, NULL, 1);
       hotforge_value_free(argument);
       if (result == NULL) {
           fprintf(stderr, "%s\n", hotforge_last_error()->traceback);
           return 1;
       }
       hotforge_array vectors;
       if (hotforge_value_get_array(result, &vectors) && vectors.dtype == HOTFORGE_FLOAT32)
           printf("%f\n", ((const float *)vectors.data)[0]);
       hotforge_value_free(result);

   ERRORS

   A function that returns a pointer returns NULL on failure, one that returns bool returns false. The reason is then
   in hotforge_last_error(), for this thread. Success leaves the last error as it was, so look at it after a failure
   only. Wrong arguments are reported, not crashed upon: NULL where a value is wanted, a value of another kind, text
   that is not UTF-8, an impossible shape. What cannot be checked is listed under OWNERSHIP.

   OWNERSHIP

   - A `hotforge_value *` that a function returns is yours: free it with hotforge_value_free, or give it away to
     hotforge_value_append, _insert or _set_field, which take it over even when they fail.
   - A `const hotforge_value *` that a function returns is a part of the value it was asked of. It lives as long as
     that value and is not freed. The same is true of every `const char *`, of array data, shapes and strides.
     Changing a container ends the life of pointers into it.
   - hotforge_call only reads its arguments. They stay yours.
   - Undefined, as for any C library: freeing a value twice, using it after it was freed, a pointer or a length that
     does not describe memory of yours.

   THREADS

   Any number of threads may call predictors at the same time. A value may be made in one thread and used or freed in
   another. Several threads may read one value at once; while one changes or frees it, no other may use it. The last
   error belongs to the thread it happened in.

   An operator that takes long on large arrays shares its work among threads that end before it does: as many as there are
   processors, or as the environment variable HOTFORGE_THREADS says, which is read once. Its result does not depend on how
   many there are.
*/

#ifndef HOTFORGE_H
#define HOTFORGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---------------------------------------------------------------------------------------------- the library ------ */

/* The version of these functions. It is raised when a program built against an older header would break: compare it
   with what hotforge_abi_version() of a loaded library returns. */
#define HOTFORGE_ABI_VERSION 1

uint32_t hotforge_abi_version(void);

/* What the library holds, as JSON: predictors, parameters with types, defaults and descriptions. The text ends in NUL
   and lives as long as the library is loaded. docs/manifest.md describes it. */
const char *hotforge_manifest(void);

/* ------------------------------------------------------------------------------------------------- the call ------ */

/* A Python value. */
typedef struct hotforge_value hotforge_value;

/* Calls a predictor.

   predictor    its name; NULL where the library has only one
   arguments    `count` values
   names        NULL where all arguments are positional; else `count` entries: NULL for a positional argument, the
                parameter's name for a keyword argument
   count        how many arguments

   Returns the result, yours to free, or NULL where the predictor raised an exception. The exceptions are Python's:
   TypeError for arguments that do not fit the signature, ValueError for one that is none of a Literal's choices,
   AttributeError where there is no predictor of that name, and whatever the predictor itself raises. */
hotforge_value *hotforge_call(const char *predictor, const hotforge_value *const *arguments, const char *const *names,
                              size_t count);

/* Text of yours: UTF-8 of `length` bytes, which need not end in NUL. What the typed functions take.

   A predictor whose parameters are all bool, int, float or str has a function of these types, too, which the bundle's own header
   declares: NAME.h beside this file, where NAME is the bundle's. It converts nothing and allocates nothing:

       double ratio;
       if (!hotforge_predict_divide(1, 2, &ratio))
           fprintf(stderr, "%s\n", hotforge_last_error()->traceback);
*/
typedef struct hotforge_text {
    const char *data;
    size_t length;
} hotforge_text;

/* ------------------------------------------------------------------------------------------------ the error ------ */

typedef struct hotforge_error {
    const char *type;      /* the Python class: "ValueError"; "SystemError" for a fault of Hotforge itself */
    const char *message;   /* what str(exception) is in Python */
    size_t message_length; /* in bytes, should the message hold a NUL */
    const char *traceback; /* as Python prints it: the frames with their lines in the Python source, then the type and
                              the message */
    const char *json;      /* {"type": …, "message": …, "traceback": [{"file": …, "line": …, "function": …}, …]},
                              outermost frame first */
} hotforge_error;

/* The last failure in this thread, or NULL. It lives until the next failure in this thread, or until it is cleared. */
const hotforge_error *hotforge_last_error(void);

/* Forgets the last failure in this thread. */
void hotforge_clear_error(void);

/* --------------------------------------------------------------------------------------------------- values ------ */

typedef enum hotforge_kind {
    HOTFORGE_INVALID = -1, /* NULL was asked */
    HOTFORGE_NULL = 0,     /* None */
    HOTFORGE_BOOL = 1,
    HOTFORGE_INT = 2, /* 64 bits; a result that does not fit is Python's OverflowError */
    HOTFORGE_FLOAT = 3,
    HOTFORGE_STRING = 4, /* UTF-8 */
    HOTFORGE_BYTES = 5,
    HOTFORGE_LIST = 6,
    HOTFORGE_TUPLE = 7,
    HOTFORGE_SET = 8,
    HOTFORGE_FROZENSET = 9,
    HOTFORGE_DICT = 10,
    HOTFORGE_RECORD = 11, /* an object with named fields */
    HOTFORGE_ARRAY = 12,  /* numpy.ndarray */
    HOTFORGE_SCALAR = 13, /* a numpy scalar, read like an array without axes */
    HOTFORGE_STREAM = 14, /* an iterator, read by hotforge_stream_next */
    HOTFORGE_NAMED_TUPLE = 15, /* a tuple whose items have names: read like a record */
    HOTFORGE_COMPLEX = 16,
    HOTFORGE_IMAGE = 17, /* PIL.Image.Image */
    HOTFORGE_TENSOR = 18 /* torch.Tensor: read it as an array, by hotforge_value_get_array */
} hotforge_kind;

hotforge_kind hotforge_value_kind(const hotforge_value *value);

/* Frees a value with all its parts. NULL is allowed. */
void hotforge_value_free(hotforge_value *value);

/* Making plain values. Text is UTF-8 of `length` bytes, and is copied; it need not end in NUL and may hold NULs. */
hotforge_value *hotforge_value_new_null(void);
hotforge_value *hotforge_value_new_bool(bool value);
hotforge_value *hotforge_value_new_int(int64_t value);
hotforge_value *hotforge_value_new_float(double value);
hotforge_value *hotforge_value_new_complex(double real, double imag);
hotforge_value *hotforge_value_new_string(const char *data, size_t length);
hotforge_value *hotforge_value_new_bytes(const uint8_t *data, size_t length);

/* Reading plain values. A value of another kind is a failure: nothing is converted. Text does not end in NUL. */
bool hotforge_value_get_bool(const hotforge_value *value, bool *out);
bool hotforge_value_get_int(const hotforge_value *value, int64_t *out);
bool hotforge_value_get_float(const hotforge_value *value, double *out);
bool hotforge_value_get_complex(const hotforge_value *value, double *real, double *imag);
const char *hotforge_value_get_string(const hotforge_value *value, size_t *length);
const uint8_t *hotforge_value_get_bytes(const hotforge_value *value, size_t *length);

/* ----------------------------------------------------------------------------------------------- containers ------ */

/* New, empty containers. A record, or named tuple, has the name of its class. */
hotforge_value *hotforge_value_new_list(void);
hotforge_value *hotforge_value_new_tuple(void);
hotforge_value *hotforge_value_new_set(void);
hotforge_value *hotforge_value_new_frozenset(void);
hotforge_value *hotforge_value_new_dict(void);
hotforge_value *hotforge_value_new_record(const char *name, size_t length);
hotforge_value *hotforge_value_new_named_tuple(const char *name, size_t length);

/* Adds to a list, tuple, set or frozenset; takes `item` over, also on failure. */
bool hotforge_value_append(hotforge_value *container, hotforge_value *item);

/* Adds to a dict; takes `key` and `item` over, also on failure. Of equal keys the last one counts. */
bool hotforge_value_insert(hotforge_value *dict, hotforge_value *key, hotforge_value *item);

/* Adds a field to a record or named tuple; takes `item` over, also on failure. */
bool hotforge_value_set_field(hotforge_value *record, const char *name, size_t length, hotforge_value *item);

/* The number of items of any container; 0 for anything else, which is a failure. */
size_t hotforge_value_length(const hotforge_value *container);

/* The item at `index`, from 0: of a dict the value there, in insertion order; of a record or named tuple the field there. */
const hotforge_value *hotforge_value_item(const hotforge_value *container, size_t index);

/* The key at `index` of a dict. */
const hotforge_value *hotforge_value_key(const hotforge_value *dict, size_t index);

/* The name of a record's class, the name of its field at `index`, and its field of a name. */
const char *hotforge_value_class(const hotforge_value *record, size_t *length);
const char *hotforge_value_field_name(const hotforge_value *record, size_t index, size_t *length);
const hotforge_value *hotforge_value_field(const hotforge_value *record, const char *name, size_t length);

/* Whole lists in one call. The strings of a list lie one after the other in `data`; lengths are in bytes. */
hotforge_value *hotforge_value_new_int_list(const int64_t *values, size_t count);
hotforge_value *hotforge_value_new_float_list(const double *values, size_t count);
hotforge_value *hotforge_value_new_string_list(const char *data, const size_t *lengths, size_t count);

/* The items of a list, tuple, set or frozenset, all at once. `count` must be its length and the items all of that
   kind. For strings it stores where each begins and how long it is. */
bool hotforge_value_get_ints(const hotforge_value *list, int64_t *out, size_t count);
bool hotforge_value_get_floats(const hotforge_value *list, double *out, size_t count);
bool hotforge_value_get_strings(const hotforge_value *list, const char **data, size_t *lengths, size_t count);

/* --------------------------------------------------------------------------------------------------- arrays ------ */

typedef enum hotforge_dtype {
    HOTFORGE_BOOL8 = 1, /* a byte, 0 or 1 */
    HOTFORGE_INT8 = 2,
    HOTFORGE_INT16 = 3,
    HOTFORGE_INT32 = 4,
    HOTFORGE_INT64 = 5,
    HOTFORGE_UINT8 = 6,
    HOTFORGE_UINT16 = 7,
    HOTFORGE_UINT32 = 8,
    HOTFORGE_UINT64 = 9,
    HOTFORGE_FLOAT16 = 10,
    HOTFORGE_FLOAT32 = 11,
    HOTFORGE_FLOAT64 = 12,
    HOTFORGE_COMPLEX64 = 13, /* the real and the imaginary part, a float each */
    HOTFORGE_COMPLEX128 = 14
} hotforge_dtype;

typedef struct hotforge_array {
    uint32_t dtype;         /* a hotforge_dtype; numbers in the machine's byte order */
    size_t ndim;            /* the number of axes, at most 64 */
    const int64_t *shape;   /* the length of each axis, not negative; NULL where there are no axes */
    const int64_t *strides; /* bytes from one element to the next along each axis; NULL, when an array is made, means
                               C order */
    void *data;             /* the first element */
    bool writable;          /* whether the elements may be changed */
} hotforge_array;

/* A value for an array of yours.

   With `release` the elements are not copied: they must stay valid until `release` is called with `context`, which
   happens once, when neither this value nor any result that shares the elements needs them any more, in whatever
   thread that is. Until then nobody may write to them while a predictor runs on them; a predictor that changes the
   array changes your elements, if `writable` is true. Where `release` is NULL the elements are copied at once.

   Elements that are not aligned or not in C order are copied when a predictor takes the array; the predictor gets
   such a copy read-only. On failure `release` is not called: the elements are still yours.

   `shape` and `strides` are copied. */
hotforge_value *hotforge_value_new_array(const hotforge_array *array, void (*release)(void *context), void *context);

/* A numpy scalar; `data` points to its element, which is copied. */
hotforge_value *hotforge_value_new_scalar(uint32_t dtype, const void *data);

/* Reads an array or a numpy scalar without copying it. The elements live as long as `value`. Arrays of one result may
   share elements; arrays that are not `writable` may share them with all other calls. */
bool hotforge_value_get_array(const hotforge_value *value, hotforge_array *out);

/* --------------------------------------------------------------------------------------------------- images ------ */

typedef struct hotforge_image {
    const char *mode;       /* Pillow's name of what the pixels are: "1", "L", "LA", "P", "RGB", "RGBA", "I" or "F"; ends in NUL */
    size_t width;
    size_t height;
    const uint8_t *pixels;  /* row by row, without gaps: a byte for each band, of "1" a byte, 0 or 255; of "I" int32_t, of "F"
                               float */
    size_t pixels_length;   /* in bytes */
    const uint8_t *palette; /* of "P" the colours: red, green, blue and alpha of each place; else NULL */
    size_t palette_length;  /* in bytes, at most 1024 */
} hotforge_image;

/* A value for an image. Pixels and palette are copied. */
hotforge_value *hotforge_value_new_image(const hotforge_image *image);

/* Reads an image without copying it. Pixels and palette live as long as `value`. */
bool hotforge_value_get_image(const hotforge_value *value, hotforge_image *out);

/* -------------------------------------------------------------------------------------------------- streams ------ */

/* A predictor that returns an iterator returns a value of kind HOTFORGE_STREAM: a generator that has not begun to run. It
   runs as its items are asked for, and stands still in between.

       hotforge_value *words = hotforge_call("words", arguments, NULL, 1), *word;
       bool ok;
       while ((ok = hotforge_stream_next(words, &word)) && word != NULL) {
           ...
           hotforge_value_free(word);
       }
       if (!ok)
           fprintf(stderr, "%s\n", hotforge_last_error()->traceback);
       hotforge_value_free(words);

   A stream may be asked in one thread now and in another later, but runs in one at a time: asking it while it runs is
   Python's ValueError, "generator already executing". Different streams run at the same time, in different threads. An
   array that a stream gives may share its elements with the stream: read it before asking for the next item where other
   threads are at work. The arguments of the call are not needed any more once hotforge_call has returned, but for arrays
   made with `release`. */

/* Stores the next item, yours to free, or NULL at the end, and returns true. Returns false where the predictor raised an
   exception. After the end, and after an exception, there are no more items, however often one asks. */
bool hotforge_stream_next(const hotforge_value *stream, hotforge_value **item);

/* Ends a stream early and drops all that it holds; asking it afterwards gives its end. hotforge_value_free does the same, so
   this is for streams that somebody keeps. */
bool hotforge_stream_close(const hotforge_value *stream);

/* --------------------------------------------------------------------------------------------- cancellation ------ */

/* Ends calls from another thread. In the thread that calls:

       hotforge_cancellation *cancellation = hotforge_cancellation_new();
       hotforge_cancellation_use(cancellation);
       hotforge_value *result = hotforge_call("embed", arguments, NULL, 1);
       hotforge_cancellation_use(NULL);

   and in any other, meanwhile, hotforge_cancel(cancellation). The call then fails as soon as it runs a model, also within that
   run, and a stream before its next item; the error is asyncio.CancelledError. Loops ask once in a
   while, but for the innermost ones over a range or a collection. */
typedef struct hotforge_cancellation hotforge_cancellation;

hotforge_cancellation *hotforge_cancellation_new(void);

/* From now on this thread's calls and streams are those that `cancellation` ends; NULL: nothing ends them. */
void hotforge_cancellation_use(const hotforge_cancellation *cancellation);

/* Ends what runs, and whatever is called with it later. */
bool hotforge_cancel(const hotforge_cancellation *cancellation);

/* Frees it. Calls that use it go on, and can no longer be ended. NULL is allowed. */
void hotforge_cancellation_free(hotforge_cancellation *cancellation);

/* --------------------------------------------------------------------------------------------------- tokens ------ */

/* The number of tokens of each text that the last hotforge_call or hotforge_stream_next of this thread encoded with a
   tokenizer, in order; padding is not counted. Stores the first `capacity` of them in `out`, and returns how many there are. */
size_t hotforge_token_counts(uint64_t *out, size_t capacity);

/* ---- Python objects ----

   For callers within a process that runs CPython with its lock, which they hold. Objects are PyObject *, as void * so that this
   header needs no Python. On failure NULL comes back and a Python exception is set; without one see hotforge_last_error. */

/* Whether the functions below work in this process. */
bool hotforge_python_ready(void);

/* A new value of an object. For an object of a class that is not built in, `convert` is called with it and returns, as an int,
   the address of a value that it gives away. */
hotforge_value *hotforge_python_to_value(void *object, void *convert);

/* A new reference to an object of a value. For arrays, scalars, records and streams, `convert` is called with `owner` and the
   address of that value, an int, and returns the object; what the object needs of the value `owner` keeps alive. */
void *hotforge_python_from_value(const hotforge_value *value, void *convert, void *owner);

/* A new built-in function that calls a predictor, and gives the lock away while that runs. `make` and `read` are what `convert` is
   above; `hold` is called with the address of a result, takes it over, and returns the owner that `read` is called with; `fail`
   is called without arguments after a failure, and raises what hotforge_last_error says. */
void *hotforge_python_function(const char *predictor, void *make, void *read, void *hold, void *fail);

#ifdef __cplusplus
}
#endif

#endif
