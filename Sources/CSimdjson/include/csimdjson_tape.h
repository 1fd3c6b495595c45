/// How simdjson lays out a parsed document, read here so that a walk over values costs no calls.
///
/// A tape is a row of 64-bit words, a word or two for each value: a tag in the uppermost byte and a payload
/// below. A tag is the character the value begins with in the text, but `l`, `u` and `d` for numbers, whose
/// value is the following word. The payload of a string is where its length and bytes are kept, the payload
/// of an array or object holds in its lower half the index behind its end. A key is a string before its
/// value.
/// The layout is documented with simdjson (`doc/tape.md`) and has been the same since its version 0.3; the
/// tests of JSONText would show a change.
#ifndef CSIMDJSON_TAPE_H
#define CSIMDJSON_TAPE_H

#include <stddef.h>
#include <stdint.h>

typedef struct csj_tape {
    const uint64_t *words;
    const uint8_t *strings;
} csj_tape;

/// One value of a parsed document: cheap to copy, valid until its parser parses again or is freed.
typedef struct csj_value {
    const csj_tape *tape;
    size_t index;
} csj_value;

static inline uint8_t csj_tape_tag(csj_value value) {
    return (uint8_t)(value.tape->words[value.index] >> 56);
}

static inline uint64_t csj_tape_payload(csj_value value) {
    return value.tape->words[value.index] & 0x00FFFFFFFFFFFFFF;
}

/// The index behind a value.
static inline size_t csj_tape_behind(csj_value value) {
    switch (csj_tape_tag(value)) {
        case '[':
        case '{': return (uint32_t)value.tape->words[value.index];
        case 'l':
        case 'u':
        case 'd': return value.index + 2;
        default: return value.index + 1;
    }
}

#endif
