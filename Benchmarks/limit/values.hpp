// Values of JSON as they are kept: moments as ticks, complex values as text with their members in order.
#pragma once
#include <simdjson.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace dom = simdjson::dom;

/// Ticks of 100 ns since 1970 of `YYYY-MM-DDTHH:MM:SS[.fraction]Z`; false when the text is anything else.
inline bool ticks_of(std::string_view text, int64_t &ticks) {
    if (text.size() < 20 || text.size() > 28 || text.back() != 'Z' || text[4] != '-' || text[10] != 'T') return false;
    const auto number = [&](int at, int count) {
        int64_t value = 0;
        for (int i = at; i < at + count; i += 1) value = value * 10 + (text[i] - '0');
        return value;
    };
    // Days from the civil calendar, counted from March so that the leap day comes last.
    const int64_t month = number(5, 2), year = number(0, 4) - (month < 3);
    const int64_t century = year / 400, of_century = year - century * 400;
    const int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + number(8, 2) - 1;
    const int64_t days = century * 146097 + of_century * 365 + of_century / 4 - of_century / 100 + of_year - 719468;
    ticks = (days * 86400 + number(11, 2) * 3600 + number(14, 2) * 60 + number(17, 2)) * 10000000;
    int64_t unit = 1000000;
    for (size_t i = 20; i + 1 < text.size(); i += 1, unit /= 10) ticks += (text[i] - '0') * unit;
    return true;
}

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
