// Ids and their numbers: each id is written once, however often it is named.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "flat_map.hpp"
#include "texts.hpp"

/// What each character is worth as a hexadecimal digit; 255 for others.
inline constexpr std::array<uint8_t, 256> hex_digits = [] {
    std::array<uint8_t, 256> digits{};
    for (auto &digit : digits) digit = 255;
    for (int i = 0; i < 10; i += 1) digits['0' + i] = uint8_t(i);
    for (int i = 0; i < 6; i += 1) digits['a' + i] = digits['A' + i] = uint8_t(10 + i);
    return digits;
}();

/// The sixteen bytes of a GUID, in the order of its text.
struct Guid {
    uint64_t high = 0, low = 0;

    bool operator==(const Guid &other) const { return high == other.high && low == other.low; }
    uint64_t hash() const { return high ^ low * 0x9E3779B97F4A7C15; }
    /// The GUID of zeros means nobody; it has a place beside the map.
    bool empty() const { return !high && !low; }

    /// False when the text is no GUID.
    bool read(std::string_view text) {
        if (text.size() != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-') return false;
        unsigned all = 0;
        const auto digits = [&](size_t from, size_t to, uint64_t value) {
            for (size_t i = from; i < to; i += 1) {
                const unsigned digit = hex_digits[uint8_t(text[i])];
                all |= digit;
                value = value << 4 | (digit & 15);
            }
            return value;
        };
        high = digits(14, 18, digits(9, 13, digits(0, 8, 0)));
        low = digits(24, 36, digits(19, 23, 0));
        return all < 16;
    }
};

class Ids {
public:
    struct Id {
        Guid guid;
        std::string_view text;  // of what is no GUID
    };

    /// The number of an id, given now if it has none yet.
    int64_t key(std::string_view id) {
        Guid guid;
        if (!guid.read(id)) return key_of_text(id);
        int64_t &key = guid.empty() ? nobody_ : guids_[guid];
        if (key == 0) {
            all_.push_back({guid, {}});
            key = int64_t(all_.size());
        }
        return key;
    }

    /// All ids; the number of each is its place, from one.
    const std::vector<Id> &all() const { return all_; }

private:
    int64_t key_of_text(std::string_view id) {
        if (const auto known = by_text_.find(id); known != by_text_.end()) return known->second;
        const auto text = texts_.keep(id);
        all_.push_back({{}, text});
        return by_text_[text] = int64_t(all_.size());
    }

    std::vector<Id> all_;
    FlatMap<Guid, int64_t> guids_;
    int64_t nobody_ = 0;
    std::unordered_map<std::string_view, int64_t> by_text_;
    Texts texts_;
};
