/* Embeds its first argument and prints the vector, a number on each line. */

#include <stdio.h>
#include <string.h>

#include "hotforge.h"

int main(int count, char **words) {
    const char *text = count > 1 ? words[1] : "hello world";
    const size_t length = strlen(text);
    hotforge_value *texts = hotforge_value_new_string_list(text, &length, 1);
    const hotforge_value *arguments[] = {texts};
    hotforge_value *result = hotforge_call("embed", arguments, NULL, 1);
    hotforge_value_free(texts);
    if (result == NULL) {
        fprintf(stderr, "%s\n", hotforge_last_error()->traceback);
        return 1;
    }
    hotforge_array vectors;
    if (!hotforge_value_get_array(result, &vectors) || vectors.dtype != HOTFORGE_FLOAT32 || vectors.ndim != 2) {
        fprintf(stderr, "the result is no matrix of float32\n");
        return 1;
    }
    for (size_t i = 0; i < (size_t)vectors.shape[1]; i++)
        printf("%.9g\n", ((const float *)vectors.data)[i]);
    hotforge_value_free(result);
    return 0;
}
