// Finding the array `value` of a Graph page that is too big to be parsed at once.
#include "csimdjson.h"

#include <cctype>
#include <cstdlib>
#include <cstring>

namespace {

/// Whether the text between the quotes of a key says `value`, be it with escapes (`val\u0075e`).
bool says_value(const uint8_t *text, size_t from, size_t to) {
    for (const char *expected = "value"; *expected != 0; expected += 1) {
        if (from < to && text[from] == uint8_t(*expected)) {
            from += 1;
        } else if (to - from >= 6 && std::memcmp(text + from, "\\u", 2) == 0) {
            const char digits[5] = {
                char(text[from + 2]), char(text[from + 3]), char(text[from + 4]), char(text[from + 5]), 0};
            for (unsigned i = 0; i < 4; i += 1) {
                if (!std::isxdigit(uint8_t(digits[i]))) return false;
            }
            if (std::strtol(digits, nullptr, 16) != *expected) return false;
            from += 6;
        } else {
            return false;
        }
    }
    return from == to;
}

}  // namespace

csj_cut csj_find_value_array(const uint8_t *text, size_t from, size_t to) {
    const csj_cut none = {CSJ_CUT_NONE, to};
    for (size_t position = from + 1; position < to;) {
        const size_t key = csj_skip_blanks(text, position, to);
        if (key == to || text[key] != '"') return none;
        const size_t key_end = csj_document_end(text, key, to, false);
        if (key_end == key) return none;
        const size_t colon = csj_skip_blanks(text, key_end, to);
        if (colon == to || text[colon] != ':') return none;
        const size_t value = csj_skip_blanks(text, colon + 1, to);
        if (value == to) return none;
        if (text[value] == '[' && says_value(text, key + 1, key_end - 1)) return {CSJ_CUT_OPEN, value};
        const csj_cut next = csj_scan(text, value, to, CSJ_SCAN_FIRST_COMMA);
        if (next.kind != CSJ_CUT_COMMA) return next;
        position = next.position + 1;
    }
    return none;
}
