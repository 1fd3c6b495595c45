// Ids and their numbers: each id is written once, however often it is named.
#pragma once
#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// The sixteen bytes of a GUID, in the order of its text.
struct Guid {
    uint64_t high = 0, low = 0;

    static int digit(unsigned char c) {
        if (c >= '0' && c <= '9') return c - '0';
        c |= 32;
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }

    /// False when the text is no GUID.
    bool read(std::string_view text) {
        if (text.size() != 36) return false;
        for (int i = 0; i < 36; i += 1) {
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (text[i] != '-') return false;
                continue;
            }
            const int value = digit(text[i]);
            if (value < 0) return false;
            uint64_t &half = i < 18 ? high : low;
            half = half << 4 | unsigned(value);
        }
        return true;
    }
};

class Ids {
public:
    struct Id {
        Guid guid;
        const std::string *text;  // null for a GUID
    };

    Ids() : slots_(1 << 16) {}

    /// The number of an id, given now if it has none yet.
    int64_t key(std::string_view id) {
        Guid guid;
        if (!guid.read(id)) return key_of_text(id);
        if ((all_.size() + 1) * 2 > slots_.size()) grow();
        Slot &slot = find(guid);
        if (slot.key == 0) {
            all_.push_back({guid, nullptr});
            slot = {guid, int64_t(all_.size())};
        }
        return slot.key;
    }

    /// All ids; the number of each is its place, from one.
    const std::vector<Id> &all() const { return all_; }

private:
    struct Slot {
        Guid guid;
        int64_t key = 0;
    };

    Slot &find(Guid guid) {
        size_t place = (guid.high ^ guid.low * 0x9E3779B97F4A7C15) & (slots_.size() - 1);
        while (slots_[place].key && (slots_[place].guid.high != guid.high || slots_[place].guid.low != guid.low))
            place = (place + 1) & (slots_.size() - 1);
        return slots_[place];
    }

    void grow() {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        for (const Slot &slot : old)
            if (slot.key) find(slot.guid) = slot;
    }

    int64_t key_of_text(std::string_view id) {
        if (const auto known = texts_.find(id); known != texts_.end()) return known->second;
        kept_.emplace_back(id);
        all_.push_back({{}, &kept_.back()});
        return texts_[kept_.back()] = int64_t(all_.size());
    }

    std::vector<Id> all_;
    std::vector<Slot> slots_;
    std::unordered_map<std::string_view, int64_t> texts_;
    std::deque<std::string> kept_;
};
