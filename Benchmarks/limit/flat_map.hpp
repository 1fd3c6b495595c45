// A hash map in one array: the next free place after the one that the key's hash names.
#pragma once
#include <cstddef>
#include <vector>

/// `Key` has `hash()`, `==`, and is `empty()` where a place is free.
template <class Key, class Value>
class FlatMap {
public:
    struct Slot {
        Key key;
        Value value;
    };

    FlatMap() : slots_(1 << 12) {}

    /// The value of a key, made anew where there is none.
    Value &operator[](Key key) {
        if ((count_ + 1) * 2 > slots_.size()) grow();
        Slot &slot = find(key);
        if (slot.key.empty()) {
            slot.key = key;
            count_ += 1;
        }
        return slot.value;
    }

    template <class Body>
    void for_each(Body body) const {
        for (const Slot &slot : slots_)
            if (!slot.key.empty()) body(slot.key, slot.value);
    }

    size_t size() const { return count_; }

private:
    Slot &find(Key key) {
        size_t place = key.hash() & (slots_.size() - 1);
        while (!slots_[place].key.empty() && !(slots_[place].key == key)) place = (place + 1) & (slots_.size() - 1);
        return slots_[place];
    }

    void grow() {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        for (const Slot &slot : old)
            if (!slot.key.empty()) find(slot.key) = slot;
    }

    std::vector<Slot> slots_;
    size_t count_ = 0;
};
