/* Calls a library as any C program would, and does what no C program should. */

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hotforge.h"

static hotforge_value *text(const char *content) { return hotforge_value_new_string(content, strlen(content)); }

static hotforge_value *call1(const char *predictor, hotforge_value *argument) {
    const hotforge_value *arguments[] = {argument};
    hotforge_value *result = hotforge_call(predictor, arguments, NULL, 1);
    hotforge_value_free(argument);
    return result;
}

static void expect_error(const char *type, const char *message) {
    const hotforge_error *error = hotforge_last_error();
    assert(error != NULL);
    if (strcmp(error->type, type) != 0 || strstr(error->message, message) == NULL) {
        fprintf(stderr, "expected %s: %s\ngot %s: %s\n", type, message, error->type, error->message);
        exit(1);
    }
    assert(error->message_length >= strlen(message));
    hotforge_clear_error();
    assert(hotforge_last_error() == NULL);
}

static void test_library(void) {
    assert(hotforge_abi_version() == HOTFORGE_ABI_VERSION);
    assert(strstr(hotforge_manifest(), "\"add\"") != NULL);
}

static void test_call(void) {
    const hotforge_value *arguments[] = {hotforge_value_new_int(20), hotforge_value_new_int(22)};
    const char *names[] = {NULL, "b"};
    hotforge_value *result = hotforge_call("add", arguments, names, 2);
    int64_t sum = 0;
    assert(hotforge_value_get_int(result, &sum) && sum == 42);
    hotforge_value_free(result);

    assert(hotforge_call("add", NULL, NULL, 0) == NULL);
    expect_error("TypeError", "add() missing 1 required positional argument: 'a'");
    assert(hotforge_call("sub", NULL, NULL, 0) == NULL);
    expect_error("AttributeError", "the library has no predictor 'sub'; it has add, ");
    assert(hotforge_call(NULL, NULL, NULL, 0) == NULL);
    expect_error("ValueError", "the name of the predictor is NULL");
    assert(hotforge_call("\xff", NULL, NULL, 0) == NULL);
    expect_error("ValueError", "is not UTF-8");
    assert(hotforge_call("add", NULL, NULL, 1) == NULL);
    expect_error("ValueError", "the array of arguments is NULL");
    assert(hotforge_call("add", arguments, NULL, SIZE_MAX) == NULL);
    expect_error("ValueError", "cannot have");
    const hotforge_value *none[] = {NULL};
    assert(hotforge_call("add", none, NULL, 1) == NULL);
    expect_error("ValueError", "the hotforge_value is NULL");
    hotforge_value_free((hotforge_value *)arguments[0]);
    hotforge_value_free((hotforge_value *)arguments[1]);
}

static void test_errors(void) {
    assert(call1("fail", text("broken \"thing\"\n")) == NULL);
    const hotforge_error *error = hotforge_last_error();
    assert(strcmp(error->traceback, "Traceback (most recent call last):\n"
                                    "  File \"predictor.py\", line 7, in fail\n"
                                    "  File \"helper.py\", line 3, in inner\n"
                                    "ValueError: broken \"thing\"\n") == 0);
    assert(strcmp(error->json, "{\"type\":\"ValueError\",\"message\":\"broken \\\"thing\\\"\\n\",\"traceback\":["
                               "{\"file\":\"predictor.py\",\"line\":7,\"function\":\"fail\"},"
                               "{\"file\":\"helper.py\",\"line\":3,\"function\":\"inner\"}]}") == 0);

    assert(call1("fail", hotforge_value_new_string("a\0b", 3)) == NULL);
    assert(hotforge_last_error()->message_length == 3);
    assert(memcmp(hotforge_last_error()->message, "a\0b", 4) == 0);

    assert(hotforge_call("panic", NULL, NULL, 0) == NULL);
    expect_error("SystemError", "internal error in compiled code");
}

static void test_plain_values(void) {
    bool truth = false;
    double number = 0;
    size_t length = 0;
    hotforge_value *value = call1("echo", hotforge_value_new_bool(true));
    assert(hotforge_value_kind(value) == HOTFORGE_BOOL && hotforge_value_get_bool(value, &truth) && truth);
    assert(!hotforge_value_get_float(value, &number));
    expect_error("TypeError", "the hotforge_value must be a float, not bool");
    assert(!hotforge_value_get_bool(value, NULL));
    expect_error("ValueError", "the place for the result is NULL");
    hotforge_value_free(value);

    value = call1("echo", hotforge_value_new_float(-0.0));
    assert(hotforge_value_get_float(value, &number) && number == 0 && signbit(number));
    hotforge_value_free(value);
    value = call1("echo", hotforge_value_new_null());
    assert(hotforge_value_kind(value) == HOTFORGE_NULL);
    hotforge_value_free(value);
    value = call1("echo", hotforge_value_new_bytes((const uint8_t *)"\0\xff", 2));
    assert(memcmp(hotforge_value_get_bytes(value, &length), "\0\xff", 2) == 0 && length == 2);
    hotforge_value_free(value);
    value = call1("echo", hotforge_value_new_string(NULL, 0));
    assert(hotforge_value_get_string(value, &length) != NULL && length == 0);
    hotforge_value_free(value);

    assert(hotforge_value_new_string("\xc3", 1) == NULL);
    expect_error("ValueError", "the string is not UTF-8");
    assert(hotforge_value_new_string(NULL, 1) == NULL);
    expect_error("ValueError", "the string is NULL");
    assert(hotforge_value_kind(NULL) == HOTFORGE_INVALID);
    hotforge_value_free(NULL);
}

static void test_containers(void) {
    hotforge_value *dict = hotforge_value_new_dict();
    hotforge_value *tuple = hotforge_value_new_tuple();
    assert(hotforge_value_append(tuple, hotforge_value_new_int(1)));
    assert(hotforge_value_append(tuple, text("two")));
    assert(hotforge_value_insert(dict, text("key"), tuple));
    assert(!hotforge_value_append(dict, hotforge_value_new_int(1)));
    expect_error("TypeError", "must be a list, tuple, set or frozenset, not dict");
    assert(!hotforge_value_insert(dict, NULL, hotforge_value_new_int(1)));
    expect_error("ValueError", "the hotforge_value is NULL");
    assert(!hotforge_value_append(NULL, hotforge_value_new_int(1)));
    expect_error("ValueError", "the hotforge_value is NULL");
    dict = call1("echo", dict);
    assert(hotforge_value_kind(dict) == HOTFORGE_DICT && hotforge_value_length(dict) == 1);
    size_t length = 0;
    assert(memcmp(hotforge_value_get_string(hotforge_value_key(dict, 0), &length), "key", 3) == 0 && length == 3);
    assert(hotforge_value_kind(hotforge_value_item(hotforge_value_item(dict, 0), 1)) == HOTFORGE_STRING);
    assert(hotforge_value_item(dict, 1) == NULL);
    expect_error("IndexError", "no item 1");
    hotforge_value_free(dict);

    hotforge_value *record = hotforge_value_new_record("Box", 3);
    assert(hotforge_value_set_field(record, "left", 4, hotforge_value_new_int(7)));
    assert(memcmp(hotforge_value_class(record, &length), "Box", 3) == 0);
    assert(memcmp(hotforge_value_field_name(record, 0, &length), "left", 4) == 0 && length == 4);
    int64_t left = 0;
    assert(hotforge_value_get_int(hotforge_value_field(record, "left", 4), &left) && left == 7);
    assert(hotforge_value_field(record, "right", 5) == NULL);
    expect_error("KeyError", "'right'");
    hotforge_value_free(record);

    hotforge_value *deep = hotforge_value_new_list();
    for (int level = 0; level < 1000000; level++) {
        hotforge_value *outer = hotforge_value_new_list();
        assert(hotforge_value_append(outer, deep));
        deep = outer;
    }
    hotforge_value_free(deep);
}

static void test_whole_lists(void) {
    const size_t lengths[] = {2, 0, 3};
    hotforge_value *strings = call1("echo", hotforge_value_new_string_list("\xc3\xa9""abc", lengths, 3));
    const char *data[3];
    size_t read[3];
    assert(hotforge_value_get_strings(strings, data, read, 3));
    assert(read[0] == 2 && read[1] == 0 && read[2] == 3 && memcmp(data[2], "abc", 3) == 0);
    assert(!hotforge_value_get_strings(strings, data, read, 2));
    expect_error("ValueError", "has 3 items, not 2");
    hotforge_value_free(strings);

    const size_t split[] = {1, 1};
    assert(hotforge_value_new_string_list("\xc3\xa9", split, 2) == NULL);
    expect_error("ValueError", "ends within a UTF-8 sequence");
    const size_t huge[] = {SIZE_MAX, 2};
    assert(hotforge_value_new_string_list("", huge, 2) == NULL);
    expect_error("ValueError", "larger than memory");

    const int64_t numbers[] = {1, INT64_MIN};
    int64_t out[2] = {0};
    double floats[2];
    hotforge_value *ints = hotforge_value_new_int_list(numbers, 2);
    assert(hotforge_value_get_ints(ints, out, 2) && out[1] == INT64_MIN);
    assert(!hotforge_value_get_floats(ints, floats, 2));
    expect_error("TypeError", "must be a list of float alone, not int");
    hotforge_value_free(ints);
}

static int released = 0;
static void release(void *context) {
    assert(context == &released);
    released++;
}

static hotforge_value *make_array(uint32_t dtype, size_t ndim, const int64_t *shape, const int64_t *strides, void *data) {
    const hotforge_array array = {dtype, ndim, shape, strides, data, true};
    return hotforge_value_new_array(&array, release, &released);
}

static void test_arrays(void) {
    float data[] = {1, 2, 3, 4, 5, 6};
    const int64_t shape[] = {2, 3};
    hotforge_array read;

    hotforge_value *same = call1("echo", make_array(HOTFORGE_FLOAT32, 2, shape, NULL, data));
    assert(hotforge_value_get_array(same, &read) && read.data == data && read.strides[0] == 12 && released == 0);
    hotforge_value_free(same);
    assert(released == 1);

    hotforge_value *negated = call1("negate", make_array(HOTFORGE_FLOAT32, 2, shape, NULL, data));
    assert(released == 2);
    assert(hotforge_value_get_array(negated, &read) && ((float *)read.data)[5] == -6 && read.shape[1] == 3);
    hotforge_value_free(negated);

    const int64_t turned[] = {3, 2}, steps[] = {4, 12};
    negated = call1("negate", make_array(HOTFORGE_FLOAT32, 2, turned, steps, data));
    assert(hotforge_value_get_array(negated, &read) && ((float *)read.data)[1] == -4);
    hotforge_value_free(negated);

    assert(call1("negate", make_array(HOTFORGE_INT32, 2, shape, NULL, data)) == NULL);
    expect_error("TypeError", "negate() argument 'array' must be ndarray[float32], not an array of int32; convert it "
                              "with .astype('float32')");

    int before = released;
    const int64_t negative[] = {2, -3}, huge[] = {INT64_MAX, INT64_MAX}, far[] = {INT64_MAX, 4};
    assert(make_array(HOTFORGE_FLOAT32, 2, negative, NULL, data) == NULL);
    expect_error("ValueError", "no array can have the shape [2, -3]");
    assert(make_array(HOTFORGE_FLOAT32, 2, huge, NULL, data) == NULL);
    expect_error("ValueError", "no array can have the shape");
    assert(make_array(HOTFORGE_FLOAT32, 2, shape, far, data) == NULL);
    expect_error("ValueError", "lead out of memory");
    assert(make_array(HOTFORGE_FLOAT32, 2, shape, NULL, NULL) == NULL);
    expect_error("ValueError", "the data of the array is NULL");
    assert(make_array(HOTFORGE_FLOAT32, 2, NULL, NULL, data) == NULL);
    expect_error("ValueError", "the shape is NULL");
    assert(make_array(HOTFORGE_FLOAT32, 1000, shape, NULL, data) == NULL);
    expect_error("ValueError", "64 is the most");
    assert(make_array(99, 2, shape, NULL, data) == NULL);
    expect_error("TypeError", "there is no hotforge_dtype 99");
    assert(hotforge_value_new_array(NULL, release, &released) == NULL);
    expect_error("ValueError", "the hotforge_array is NULL");
    assert(released == before);

    const hotforge_array copied = {HOTFORGE_FLOAT32, 2, shape, NULL, data, false};
    hotforge_value *copy = hotforge_value_new_array(&copied, NULL, NULL);
    assert(hotforge_value_get_array(copy, &read) && read.data != data && ((float *)read.data)[5] == 6);
    hotforge_value_free(copy);

    const int64_t empty[] = {0, 3};
    negated = call1("negate", make_array(HOTFORGE_FLOAT32, 2, empty, NULL, NULL));
    assert(hotforge_value_get_array(negated, &read) && read.shape[0] == 0);
    hotforge_value_free(negated);

    const float eight = 8;
    hotforge_value *half = call1("half", hotforge_value_new_scalar(HOTFORGE_FLOAT32, &eight));
    assert(hotforge_value_kind(half) == HOTFORGE_SCALAR);
    assert(hotforge_value_get_array(half, &read) && read.ndim == 0 && *(float *)read.data == 4);
    hotforge_value_free(half);
}

static bool next_is(const hotforge_value *stream, const char *expected) {
    hotforge_value *item;
    assert(hotforge_stream_next(stream, &item) && item != NULL);
    size_t length;
    const char *data = hotforge_value_get_string(item, &length);
    const bool same = length == strlen(expected) && memcmp(data, expected, length) == 0;
    hotforge_value_free(item);
    return same;
}

static void test_streams(void) {
    hotforge_value *item = NULL, *letters = call1("spell", text("ab"));
    assert(hotforge_value_kind(letters) == HOTFORGE_STREAM);
    assert(next_is(letters, "a") && next_is(letters, "b"));
    assert(hotforge_stream_next(letters, &item) && item == NULL);
    assert(hotforge_stream_next(letters, &item) && item == NULL);
    hotforge_value_free(letters);

    letters = call1("spell", text("a1b"));
    assert(next_is(letters, "a"));
    assert(!hotforge_stream_next(letters, &item) && item == NULL);
    assert(strcmp(hotforge_last_error()->type, "ValueError") == 0);
    assert(hotforge_stream_next(letters, &item) && item == NULL);
    hotforge_value_free(letters);

    letters = call1("spell", text("abc"));
    assert(next_is(letters, "a"));
    assert(hotforge_stream_close(letters) && hotforge_stream_close(letters));
    assert(hotforge_stream_next(letters, &item) && item == NULL);
    hotforge_value_free(letters);

    letters = call1("spell", text("abc"));
    assert(next_is(letters, "a") && next_is(letters, "b"));
    hotforge_value_free(letters);

    hotforge_value *number = hotforge_value_new_int(1);
    assert(!hotforge_stream_next(number, &item) && !hotforge_stream_next(NULL, &item));
    assert(!hotforge_stream_close(number));
    hotforge_value_free(number);
}

int main(void) {
    test_library();
    test_call();
    test_errors();
    test_plain_values();
    test_containers();
    test_whole_lists();
    test_arrays();
    test_streams();
    puts("ok");
    return 0;
}
