// Writing a parsed value as JSON text, as it is or in a canonical form.
#include "csimdjson.h"

#include <simdjson.h>

#include <algorithm>
#include <memory>
#include <string_view>
#include <tuple>
#include <vector>

namespace {

struct Member {
    std::string_view key;
    csj_value value;
};

std::string_view view(csj_bytes bytes) {
    return {reinterpret_cast<const char *>(bytes.start), bytes.count};
}

/// Recursive: the depth of a document was bounded when it was parsed.
class Writer {
public:
    void begin(csj_style style) {
        style_ = style;
        out_.clear();
        members_.clear();
    }

    void write(csj_value value, const csj_bytes *omitted = nullptr) {
        switch (csj_value_kind(value)) {
            case CSJ_NULL: return out_.null_atom();
            case CSJ_BOOL: return csj_value_bool(value) ? out_.true_atom() : out_.false_atom();
            case CSJ_INT: return out_.number(csj_value_int(value));
            case CSJ_UINT: return out_.number(csj_value_uint(value));
            case CSJ_DOUBLE: return out_.number(csj_value_double(value));
            case CSJ_STRING: return out_.string(view(csj_value_string(value)));
            case CSJ_ARRAY: return write_array(value);
            case CSJ_OBJECT: return write_object(value, omitted);
        }
    }

    std::string_view text() const { return out_.str(); }

private:
    void write_array(csj_value array) {
        out_.start_array();
        bool is_first = true;
        csj_value element;
        for (auto iterator = csj_iterate(array); csj_next_element(&iterator, &element);) {
            if (!is_first) out_.comma();
            is_first = false;
            write(element);
        }
        out_.end_array();
    }

    void write_object(csj_value object, const csj_bytes *omitted) {
        const size_t base = members_.size();
        collect(object, omitted);
        if (style_ == CSJ_CANONICAL) sort_from(base);
        const size_t end = members_.size();
        out_.start_object();
        for (size_t i = base; i < end; i += 1) {
            const Member member = members_[i];
            if (i > base) out_.comma();
            out_.key(member.key);
            write(member.value);
        }
        out_.end_object();
        members_.resize(base);
    }

    void collect(csj_value object, const csj_bytes *omitted) {
        csj_bytes key;
        csj_value value;
        for (auto iterator = csj_iterate(object); csj_next_member(&iterator, &key, &value);) {
            if (omitted == nullptr || view(key) != view(*omitted)) members_.push_back({view(key), value});
        }
    }

    /// Sorts the members from `base` on and keeps the last of those with the same key.
    void sort_from(size_t base) {
        const auto first = members_.begin() + ptrdiff_t(base);
        std::sort(first, members_.end(), [](const Member &a, const Member &b) {
            return std::tie(a.key, a.value.index) < std::tie(b.key, b.value.index);
        });
        auto kept = first;
        for (auto member = first; member != members_.end(); ++member) {
            const auto next = member + 1;
            if (next == members_.end() || next->key != member->key) *kept++ = *member;
        }
        members_.resize(size_t(kept - members_.begin()));
    }

    csj_style style_ = CSJ_MINIFIED;
    simdjson::internal::mini_formatter out_;
    /// A stack: the members of an object lie above those of the object around it.
    std::vector<Member> members_;
};

constexpr size_t kept_size = size_t(1) << 20;

}  // namespace

bool csj_write(csj_value value, csj_style style, const csj_bytes *omitted, csj_sink sink, void *context) {
    try {
        // Kept for the next value, unless it has grown too big to be kept.
        static thread_local auto writer = std::make_unique<Writer>();
        writer->begin(style);
        writer->write(value, omitted);
        const auto text = writer->text();
        sink(context, reinterpret_cast<const uint8_t *>(text.data()), text.size());
        if (text.size() > kept_size) writer = std::make_unique<Writer>();
        return true;
    } catch (...) {
        return false;
    }
}
