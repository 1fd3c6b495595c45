// Complex values of JSON as they are kept: as text with their members in order.
#pragma once
#include "moments.hpp"

#include <simdjson.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace dom = simdjson::dom;

/// Writes a value without blanks, the members of every object sorted by their keys.
class Canonical {
public:
    template <class Any>
    std::string_view text(Any value) {
        out_.clear();
        write(value);
        return out_.str();
    }

private:
    void write(dom::element value) {
        switch (value.type()) {
            case dom::element_type::OBJECT: return write(dom::object(value));
            case dom::element_type::ARRAY: {
                out_.start_array();
                bool first = true;
                for (dom::element element : dom::array(value)) {
                    if (!first) out_.comma();
                    first = false;
                    write(element);
                }
                return out_.end_array();
            }
            case dom::element_type::STRING: return out_.string(std::string_view(value));
            case dom::element_type::INT64: return out_.number(int64_t(value));
            case dom::element_type::UINT64: return out_.number(uint64_t(value));
            case dom::element_type::DOUBLE: return out_.number(double(value));
            case dom::element_type::BOOL: return bool(value) ? out_.true_atom() : out_.false_atom();
            case dom::element_type::NULL_VALUE: return out_.null_atom();
        }
    }

    void write(dom::object object) {
        const size_t base = members_.size();
        for (auto member : object) members_.push_back(member);
        const size_t end = members_.size();
        std::sort(members_.begin() + base, members_.end(), [](auto &a, auto &b) { return a.key < b.key; });
        out_.start_object();
        for (size_t i = base; i < end; i += 1) {
            if (i > base) out_.comma();
            const auto member = members_[i];
            out_.key(member.key);
            write(member.value);
        }
        out_.end_object();
        members_.erase(members_.begin() + base, members_.end());
    }

    simdjson::internal::mini_formatter out_;
    std::vector<dom::key_value_pair> members_;  // a stack: those of an inner object lie on top
};
