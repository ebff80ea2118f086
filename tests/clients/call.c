/* Calls the predictors of `predictors.py` through hotforge.h: values, arrays with and without a copy, streams, errors, threads.
   Prints what it finds, a line each. */

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hotforge.h"

static hotforge_value *text(const char *data) { return hotforge_value_new_string(data, strlen(data)); }

static hotforge_value *messages(const char *content) {
    hotforge_value *list = hotforge_value_new_list(), *message = hotforge_value_new_dict();
    hotforge_value_insert(message, text("role"), text("user"));
    hotforge_value_insert(message, text("content"), text(content));
    hotforge_value_append(list, message);
    return list;
}

static void print_error(void) {
    const hotforge_error *error = hotforge_last_error();
    printf("%s: %.*s\n", error->type, (int)error->message_length, error->message);
}

static void divide(int64_t a, int64_t b) {
    hotforge_value *given[] = {hotforge_value_new_int(a), hotforge_value_new_int(b)};
    const hotforge_value *arguments[] = {given[0], given[1]};
    hotforge_value *result = hotforge_call("divide", arguments, NULL, 2);
    double ratio;
    if (result == NULL)
        print_error();
    else if (hotforge_value_get_float(result, &ratio))
        printf("%g\n", ratio);
    hotforge_value_free(result);
    hotforge_value_free(given[0]);
    hotforge_value_free(given[1]);
}

static int released;

static void release(void *context) {
    free(context);
    released += 1;
}

static void double_array(void) {
    double *data = malloc(4 * sizeof *data);
    for (int index = 0; index < 4; index += 1)
        data[index] = index;
    const int64_t shape[] = {2, 2};
    hotforge_array array = {HOTFORGE_FLOAT64, 2, shape, NULL, data, true}, out;
    hotforge_value *value = hotforge_value_new_array(&array, release, data);
    const hotforge_value *arguments[] = {value};
    hotforge_value *result = hotforge_call("double", arguments, NULL, 1);
    hotforge_value_free(value);
    if (hotforge_value_get_array(result, &out))
        printf("%zu axes, last %g, released %d\n", out.ndim, ((const double *)out.data)[3], released);
    hotforge_value_free(result);
}

static void say(const char *content, int most) {
    hotforge_value *value = messages(content), *item = NULL;
    const hotforge_value *arguments[] = {value};
    hotforge_value *stream = hotforge_call("echo", arguments, NULL, 1);
    hotforge_value_free(value);
    bool ok = true;
    for (int count = 0; count < most && (ok = hotforge_stream_next(stream, &item)) && item != NULL; count += 1) {
        size_t length;
        const char *data = hotforge_value_get_string(item, &length);
        printf("[%.*s]", (int)length, data);
        hotforge_value_free(item);
    }
    printf("\n");
    if (!ok)
        print_error();
    hotforge_value_free(stream);
}

static void mistakes(void) {
    hotforge_value *list = hotforge_value_new_list();
    int64_t number;
    const hotforge_value *nothing[] = {NULL};
    printf("%d", hotforge_value_get_int(list, &number));
    printf("%d", hotforge_value_append(list, NULL));
    printf("%d", hotforge_value_insert(list, text("a"), text("b")));
    printf("%d", hotforge_value_item(list, 5) == NULL);
    printf("%d", hotforge_value_new_string("\xff", 1) == NULL);
    printf("%d", hotforge_call("nowhere", NULL, NULL, 0) == NULL);
    printf("%d\n", hotforge_call("whole", nothing, NULL, 1) == NULL);
    hotforge_value_free(list);
    hotforge_value_free(NULL);
}

static void *many(void *unused) {
    (void)unused;
    for (int round = 0; round < 200; round += 1) {
        hotforge_value *value = messages("hi");
        const hotforge_value *arguments[] = {value};
        const char *names[] = {"messages"};
        hotforge_value *result = hotforge_call("whole", arguments, names, 1);
        if (hotforge_value_kind(result) != HOTFORGE_STRING)
            abort();
        hotforge_value_free(result);
        hotforge_value_free(value);
    }
    return NULL;
}

int main(void) {
    if (hotforge_abi_version() != HOTFORGE_ABI_VERSION)
        return 1;
    divide(1, 2);
    divide(1, 0);
    double_array();
    say("one two three", 2);
    say("one fail", 9);
    mistakes();
    pthread_t threads[4];
    for (int index = 0; index < 4; index += 1)
        pthread_create(&threads[index], NULL, many, NULL);
    for (int index = 0; index < 4; index += 1)
        pthread_join(threads[index], NULL);
    printf("released %d\n", released);
    return 0;
}
