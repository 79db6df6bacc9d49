#ifndef MARSAD_CRE2_H
#define MARSAD_CRE2_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled pattern of RE2, which matches in time linear in the text.
typedef struct cre2_pattern cre2_pattern;

/// Compiles a pattern. On failure returns NULL and writes why, NUL-terminated, into `error`.
cre2_pattern *cre2_compile(const char *pattern, size_t length, char *error, size_t error_capacity);

/// Instructions of the compiled program, about 16 bytes each.
size_t cre2_size(const cre2_pattern *pattern);

void cre2_free(cre2_pattern *pattern);

/// Finds the first match in `text` at or after byte `from`. Writes its first byte and the one past its last.
bool cre2_find(const cre2_pattern *pattern, const char *text, size_t length, size_t from, size_t *start, size_t *end);

#ifdef __cplusplus
}
#endif

#endif
