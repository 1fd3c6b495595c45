// Parsing, and finding members by key.
#include "csimdjson.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <new>

static_assert(size_t(CSJ_PADDING) >= simdjson::SIMDJSON_PADDING, "simdjson reads further than CSJ_PADDING");

struct csj_parser {
    simdjson::dom::parser parser;
    size_t max_depth = 0;
    csj_tape tape = {};
};

namespace {

/// Room is made in steps, so that windows of nearly the same size share it.
constexpr size_t capacity_step = size_t(1) << 16;

simdjson::error_code make_room(csj_parser &self, size_t length, size_t max_depth) {
    auto &parser = self.parser;
    const size_t wanted = (length / capacity_step + 1) * capacity_step;
    if (parser.doc.capacity() < wanted) {
        if (auto error = parser.doc.allocate(wanted)) return error;
    }
    if (parser.capacity() < wanted || self.max_depth != max_depth) {
        if (auto error = parser.allocate(std::max(wanted, parser.capacity()), max_depth)) return error;
        self.max_depth = max_depth;
    }
    return simdjson::SUCCESS;
}

}  // namespace

csj_parser *csj_parser_new(void) { return new (std::nothrow) csj_parser; }

void csj_parser_free(csj_parser *parser) { delete parser; }

int csj_parse(csj_parser *parser, const uint8_t *text, size_t length, size_t max_depth, csj_value *root) {
    // simdjson refuses the depth it is given and allows the one below.
    if (auto error = make_room(*parser, length, max_depth + 1)) return error;
    simdjson::dom::element element;
    if (auto error = parser->parser.parse(text, length, false).get(element)) return error;
    parser->tape = {parser->parser.doc.tape.get(), parser->parser.doc.string_buf.get()};
    // The first word is about the document itself.
    *root = {&parser->tape, 1};
    return simdjson::SUCCESS;
}

bool csj_is_out_of_memory(int error) { return error == simdjson::MEMALLOC; }

const char *csj_error_message(int error) {
    return simdjson::error_message(static_cast<simdjson::error_code>(error));
}

size_t csj_find(csj_value object, const uint8_t *key, size_t key_length, csj_value *value) {
    if (csj_value_kind(object) != CSJ_OBJECT) return 0;
    size_t found = 0;
    csj_bytes candidate;
    csj_value member;
    for (auto iterator = csj_iterate(object); csj_next_member(&iterator, &candidate, &member);) {
        if (candidate.count != key_length || std::memcmp(candidate.start, key, key_length) != 0) continue;
        *value = member;
        found += 1;
    }
    return found;
}
