#include "CRE2.h"

#include <re2/re2.h>

#include <cstring>
#include <new>

struct cre2_pattern {
    RE2 expression;
    explicit cre2_pattern(re2::StringPiece text, const RE2::Options &options) : expression(text, options) {}
};

cre2_pattern *cre2_compile(const char *pattern, size_t length, char *error, size_t error_capacity) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(false);
    // A pattern comes from an author, but may be absurd all the same. Bytes, of the program and of what matching keeps.
    options.set_max_mem(2 << 20);
    auto *compiled = new (std::nothrow) cre2_pattern(re2::StringPiece(pattern, length), options);
    if (compiled != nullptr && compiled->expression.ok()) return compiled;
    if (error_capacity > 0) {
        const char *reason = compiled == nullptr ? "out of memory" : compiled->expression.error().c_str();
        std::strncpy(error, reason, error_capacity - 1);
        error[error_capacity - 1] = '\0';
    }
    delete compiled;
    return nullptr;
}

size_t cre2_size(const cre2_pattern *pattern) { return static_cast<size_t>(pattern->expression.ProgramSize()); }

void cre2_free(cre2_pattern *pattern) { delete pattern; }

bool cre2_find(const cre2_pattern *pattern, const char *text, size_t length, size_t from, size_t *start, size_t *end) {
    if (from > length) return false;
    re2::StringPiece whole(text, length);
    re2::StringPiece match;
    if (!pattern->expression.Match(whole, from, length, RE2::UNANCHORED, &match, 1)) return false;
    *start = static_cast<size_t>(match.data() - text);
    *end = *start + match.size();
    return true;
}
