/// simdjson's DOM parser and a scanner of JSON structure behind plain C.
///
/// No function throws, and none keeps a pointer to the text it is given. A parser and its values belong to
/// one thread at a time. Positions are byte offsets into the text that is passed.
#ifndef CSIMDJSON_H
#define CSIMDJSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "csimdjson_tape.h"

#ifdef __cplusplus
extern "C" {
#endif

// MARK: Parsing

/// Readable bytes of any content that must follow a text handed to `csj_parse`.
enum { CSJ_PADDING = 64 };

/// A parser with the one document it parsed last.
typedef struct csj_parser csj_parser;

/// A new parser, or null when there is no memory.
csj_parser *csj_parser_new(void);
void csj_parser_free(csj_parser *parser);

/// Parses one document and gives its root.
///
/// The text must be followed by `CSJ_PADDING` readable bytes. `max_depth` is the number of arrays and
/// objects that may lie within each other. The result is 0, or simdjson's error code: then `root` is not
/// set and the parser's former values are gone as well.
int csj_parse(csj_parser *parser, const uint8_t *text, size_t length, size_t max_depth, csj_value *root);

/// Whether an error code of `csj_parse` says that memory ran out.
bool csj_is_out_of_memory(int error);

/// simdjson's own words for an error code; they hold nothing of the text.
const char *csj_error_message(int error);

// MARK: Values

typedef enum csj_kind {
    CSJ_NULL,
    CSJ_BOOL,
    /// A whole number that fits `int64_t`.
    CSJ_INT,
    /// A whole number above the range of `int64_t` that fits `uint64_t`.
    CSJ_UINT,
    CSJ_DOUBLE,
    CSJ_STRING,
    CSJ_ARRAY,
    CSJ_OBJECT,
} csj_kind;

/// UTF-8 that lives as long as the value it was taken from; never null.
typedef struct csj_bytes {
    const uint8_t *start;
    size_t count;
} csj_bytes;

/// A walk over an array or object.
typedef struct csj_iterator {
    const csj_tape *tape;
    size_t index;
    size_t end;
} csj_iterator;

static inline csj_kind csj_value_kind(csj_value value) {
    switch (csj_tape_tag(value)) {
        case 't':
        case 'f': return CSJ_BOOL;
        case 'l': return CSJ_INT;
        case 'u': return CSJ_UINT;
        case 'd': return CSJ_DOUBLE;
        case '"': return CSJ_STRING;
        case '[': return CSJ_ARRAY;
        case '{': return CSJ_OBJECT;
        default: return CSJ_NULL;
    }
}

/// The following five may be called for a value of their kind only.
static inline bool csj_value_bool(csj_value value) { return csj_tape_tag(value) == 't'; }

static inline int64_t csj_value_int(csj_value value) { return (int64_t)value.tape->words[value.index + 1]; }

static inline uint64_t csj_value_uint(csj_value value) { return value.tape->words[value.index + 1]; }

static inline double csj_value_double(csj_value value) {
    double number;
    __builtin_memcpy(&number, &value.tape->words[value.index + 1], sizeof number);
    return number;
}

/// A string without quotes and escapes; it may hold NUL.
static inline csj_bytes csj_value_string(csj_value value) {
    const uint8_t *string = value.tape->strings + csj_tape_payload(value);
    uint32_t count;
    __builtin_memcpy(&count, string, sizeof count);
    const csj_bytes bytes = {string + sizeof count, count};
    return bytes;
}

/// Starts a walk; a value that is neither array nor object has nothing to walk over.
static inline csj_iterator csj_iterate(csj_value container) {
    const uint8_t tag = csj_tape_tag(container);
    const size_t end = tag == '[' || tag == '{' ? csj_tape_behind(container) - 1 : 0;
    const csj_iterator iterator = {container.tape, container.index + 1, end};
    return iterator;
}

/// Steps through an array; false at its end.
static inline bool csj_next_element(csj_iterator *iterator, csj_value *element) {
    if (iterator->index >= iterator->end) return false;
    element->tape = iterator->tape;
    element->index = iterator->index;
    iterator->index = csj_tape_behind(*element);
    return true;
}

/// Steps through an object in the order of the text; false at its end.
static inline bool csj_next_member(csj_iterator *iterator, csj_bytes *key, csj_value *value) {
    if (iterator->index >= iterator->end) return false;
    value->tape = iterator->tape;
    value->index = iterator->index;
    *key = csj_value_string(*value);
    value->index += 1;
    iterator->index = csj_tape_behind(*value);
    return true;
}

/// Counts the members with this key and gives the value of the last one.
size_t csj_find(csj_value object, const uint8_t *key, size_t key_length, csj_value *value);

// MARK: Text of a value

/// Receives text; `bytes` is valid during the call.
typedef void (*csj_sink)(void *context, const uint8_t *bytes, size_t count);

typedef enum csj_style {
    /// Members in the order of the text, repeated keys included.
    CSJ_MINIFIED,
    /// Members sorted by the bytes of their keys, of repeated keys the last.
    CSJ_CANONICAL,
} csj_style;

/// Writes a value as JSON without blanks, in one call of `sink`; false when memory ran out.
///
/// When `omitted` is not null, the members of `value` itself (not of objects within it) that have this key
/// are left out. Numbers are written in their shortest form, which reads back as the same number.
bool csj_write(csj_value value, csj_style style, const csj_bytes *omitted, csj_sink sink, void *context);

// MARK: Structure of text

/// These functions know strings, escapes and brackets, and nothing else: they cut valid text in the right
/// places, and cut invalid text somewhere, so that every part must still be parsed.

typedef enum csj_cut_kind {
    /// The text ended before the place was found.
    CSJ_CUT_NONE,
    /// A comma between elements or members.
    CSJ_CUT_COMMA,
    /// The bracket that ends the array or object the scan began in.
    CSJ_CUT_CLOSE,
    /// The bracket that begins the array looked for.
    CSJ_CUT_OPEN,
} csj_cut_kind;

typedef struct csj_cut {
    csj_cut_kind kind;
    /// Of the comma or bracket.
    size_t position;
} csj_cut;

typedef enum csj_scan_goal {
    CSJ_SCAN_CLOSE,
    CSJ_SCAN_FIRST_COMMA,
    /// The end of the container if it is there, else the last comma.
    CSJ_SCAN_LAST_COMMA,
} csj_scan_goal;

/// Scans `[from, to)`, which begins within an array or object, outside of its strings and elements.
csj_cut csj_scan(const uint8_t *text, size_t from, size_t to, csj_scan_goal goal);

/// Finds the array that is the member `value` of the object that begins at `from`.
csj_cut csj_find_value_array(const uint8_t *text, size_t from, size_t to);

/// The position of the first byte in `[from, to)` that is not blank, or `to`.
size_t csj_skip_blanks(const uint8_t *text, size_t from, size_t to);

/// The position behind the document that begins at `from`, or `from` when the text ends before.
///
/// `is_last` says that no more text will come, so that a number may end with it.
size_t csj_document_end(const uint8_t *text, size_t from, size_t to, bool is_last);

size_t csj_count_newlines(const uint8_t *text, size_t from, size_t to);

#ifdef __cplusplus
}
#endif

#endif
