// Finding where the elements of an array, a container or a document end.
#include "bits.hpp"
#include "csimdjson.h"

#include <cstring>

// The loader takes the second form where the processor has its instructions.
#if defined(__x86_64__) && defined(__GLIBC__)
#define CSJ_FAST __attribute__((target_clones("default", "avx2")))
#else
#define CSJ_FAST
#endif

namespace {

/// The block at `position`, filled up with blanks in `spare` when the text ends within it.
const uint8_t *block_at(const uint8_t *text, size_t position, size_t to, uint8_t *spare) {
    if (to - position >= csj::block_size) return text + position;
    std::memset(spare, ' ', csj::block_size);
    std::memcpy(spare, text + position, to - position);
    return spare;
}

bool is_blank(uint8_t byte) { return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t'; }

/// The position behind the string that begins at `from`, or `from`.
size_t string_end(const uint8_t *text, size_t from, size_t to) {
    for (size_t i = from + 1; i < to; i += 1) {
        if (text[i] == '"') return i + 1;
        if (text[i] == '\\') i += 1;
    }
    return from;
}

/// The position behind the number or word that begins at `from`, or `from`.
size_t scalar_end(const uint8_t *text, size_t from, size_t to, bool is_last) {
    size_t i = from + 1;
    while (i < to && !is_blank(text[i]) && std::memchr("{}[],:", text[i], 6) == nullptr) i += 1;
    return i < to || is_last ? i : from;
}

}  // namespace

CSJ_FAST csj_cut csj_scan(const uint8_t *text, size_t from, size_t to, csj_scan_goal goal) {
    csj::StringMask strings;
    uint8_t spare[csj::block_size];
    int64_t depth = 0;
    csj_cut last = {CSJ_CUT_NONE, to};
    for (size_t position = from; position < to; position += csj::block_size) {
        const uint8_t *block = block_at(text, position, to, spare);
        const uint64_t outside = ~strings.next(block);
        const uint64_t opens = csj::opening_brackets(block) & outside;
        const uint64_t closes = csj::closing_brackets(block) & outside;
        const int64_t closing = __builtin_popcountll(closes);
        if (depth > closing) {
            // The container's own level is not reached within this block.
            depth += __builtin_popcountll(opens) - closing;
            continue;
        }
        const uint64_t commas = goal == CSJ_SCAN_CLOSE ? 0 : csj::matches(block, ',') & outside;
        for (uint64_t bits = opens | closes | commas; bits != 0; bits &= bits - 1) {
            const uint64_t bit = bits & (~bits + 1);
            const size_t place = position + size_t(__builtin_ctzll(bits));
            if (opens & bit) {
                depth += 1;
            } else if (closes & bit) {
                if (depth == 0) return {CSJ_CUT_CLOSE, place};
                depth -= 1;
            } else if (depth == 0) {
                last = {CSJ_CUT_COMMA, place};
                if (goal == CSJ_SCAN_FIRST_COMMA) return last;
            }
        }
    }
    return last;
}

size_t csj_skip_blanks(const uint8_t *text, size_t from, size_t to) {
    while (from < to && is_blank(text[from])) from += 1;
    return from;
}

size_t csj_document_end(const uint8_t *text, size_t from, size_t to, bool is_last) {
    switch (text[from]) {
        case '{':
        case '[': {
            const csj_cut cut = csj_scan(text, from + 1, to, CSJ_SCAN_CLOSE);
            return cut.kind == CSJ_CUT_CLOSE ? cut.position + 1 : from;
        }
        case '"': return string_end(text, from, to);
        default: return scalar_end(text, from, to, is_last);
    }
}

CSJ_FAST size_t csj_count_newlines(const uint8_t *text, size_t from, size_t to) {
    size_t count = 0;
    uint8_t spare[csj::block_size];
    for (size_t position = from; position < to; position += csj::block_size) {
        count += size_t(__builtin_popcountll(csj::matches(block_at(text, position, to, spare), '\n')));
    }
    return count;
}
