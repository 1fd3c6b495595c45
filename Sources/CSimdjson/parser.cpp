// Parsing, and reading the values of a parsed document.
#include "csimdjson.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <new>

using simdjson::dom::document;
using simdjson::internal::tape_ref;
using simdjson::internal::tape_type;

static_assert(size_t(CSJ_PADDING) >= simdjson::SIMDJSON_PADDING, "simdjson reads further than CSJ_PADDING");

struct csj_parser {
    simdjson::dom::parser parser;
    size_t max_depth = 0;
};

namespace {

/// Room is made in steps, so that windows of nearly the same size share it.
constexpr size_t capacity_step = size_t(1) << 16;

tape_ref tape(csj_value value) {
    return tape_ref(static_cast<const document *>(value.document), value.index);
}

csj_bytes bytes(std::string_view text) {
    return {reinterpret_cast<const uint8_t *>(text.data()), text.size()};
}

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
    *root = {&parser->parser.doc, 1};
    return simdjson::SUCCESS;
}

bool csj_is_out_of_memory(int error) { return error == simdjson::MEMALLOC; }

const char *csj_error_message(int error) {
    return simdjson::error_message(static_cast<simdjson::error_code>(error));
}

csj_kind csj_value_kind(csj_value value) {
    switch (tape(value).tape_ref_type()) {
        case tape_type::TRUE_VALUE:
        case tape_type::FALSE_VALUE: return CSJ_BOOL;
        case tape_type::INT64: return CSJ_INT;
        case tape_type::UINT64: return CSJ_UINT;
        case tape_type::DOUBLE: return CSJ_DOUBLE;
        case tape_type::STRING: return CSJ_STRING;
        case tape_type::START_ARRAY: return CSJ_ARRAY;
        case tape_type::START_OBJECT: return CSJ_OBJECT;
        default: return CSJ_NULL;
    }
}

bool csj_value_bool(csj_value value) { return tape(value).is_true(); }

int64_t csj_value_int(csj_value value) { return tape(value).next_tape_value<int64_t>(); }

double csj_value_double(csj_value value) {
    const auto ref = tape(value);
    switch (ref.tape_ref_type()) {
        case tape_type::INT64: return double(ref.next_tape_value<int64_t>());
        case tape_type::UINT64: return double(ref.next_tape_value<uint64_t>());
        default: return ref.next_tape_value<double>();
    }
}

csj_bytes csj_value_string(csj_value value) { return bytes(tape(value).get_string_view()); }

csj_iterator csj_iterate(csj_value container) {
    const auto ref = tape(container);
    switch (ref.tape_ref_type()) {
        case tape_type::START_ARRAY:
        case tape_type::START_OBJECT:
            return {container.document, container.index + 1, size_t(ref.matching_brace_index()) - 1};
        default: return {container.document, 0, 0};
    }
}

bool csj_next_element(csj_iterator *iterator, csj_value *element) {
    if (iterator->index >= iterator->end) return false;
    *element = {iterator->document, iterator->index};
    iterator->index = tape(*element).after_element();
    return true;
}

bool csj_next_member(csj_iterator *iterator, csj_bytes *key, csj_value *value) {
    if (iterator->index >= iterator->end) return false;
    *key = csj_value_string({iterator->document, iterator->index});
    *value = {iterator->document, iterator->index + 1};
    iterator->index = tape(*value).after_element();
    return true;
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
