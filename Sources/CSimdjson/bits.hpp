// 64 bytes of text as bit masks: bit i speaks of byte i.
#pragma once

#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace csj {

constexpr unsigned block_size = 64;

/// The bytes that equal `byte` after `ignored` bits were set in them.
inline uint64_t matches(const uint8_t *block, uint8_t byte, uint8_t ignored = 0) {
    uint64_t mask = 0;
#if defined(__SSE2__)
    const __m128i wanted = _mm_set1_epi8(char(byte));
    const __m128i setting = _mm_set1_epi8(char(ignored));
    for (unsigned i = 0; i < block_size; i += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(block + i));
        const __m128i equal = _mm_cmpeq_epi8(_mm_or_si128(bytes, setting), wanted);
        mask |= uint64_t(uint32_t(_mm_movemask_epi8(equal))) << i;
    }
#else
    for (unsigned i = 0; i < block_size; i += 1) mask |= uint64_t((block[i] | ignored) == byte) << i;
#endif
    return mask;
}

/// `{` and `[` differ in one bit, and so do `}` and `]`.
inline uint64_t opening_brackets(const uint8_t *block) { return matches(block, '{', 0x20); }
inline uint64_t closing_brackets(const uint8_t *block) { return matches(block, '}', 0x20); }

/// Bit i is the parity of bits 0 to i: from quotes to what lies between them.
inline uint64_t prefix_parity(uint64_t bits) {
    for (unsigned shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
    return bits;
}

/// Follows strings from block to block.
class StringMask {
public:
    /// The bytes within strings, the opening quotes counted as within, the closing ones not.
    uint64_t next(const uint8_t *block) {
        const uint64_t quotes = matches(block, '"') & ~escaped(matches(block, '\\'));
        const uint64_t inside = prefix_parity(quotes) ^ inside_carry_;
        inside_carry_ = uint64_t(int64_t(inside) >> 63);
        return inside;
    }

private:
    /// The bytes a backslash stands before that is not itself escaped. Runs of backslashes are told apart
    /// by adding: a run that begins at an odd bit ends one bit further (simdjson's way).
    uint64_t escaped(uint64_t backslashes) {
        if (backslashes == 0) {
            const uint64_t result = escape_carry_;
            escape_carry_ = 0;
            return result;
        }
        constexpr uint64_t even_bits = 0x5555555555555555;
        backslashes &= ~escape_carry_;
        const uint64_t follows = backslashes << 1 | escape_carry_;
        const uint64_t odd_starts = backslashes & ~even_bits & ~follows;
        uint64_t even_sequences;
        escape_carry_ = __builtin_add_overflow(odd_starts, backslashes, &even_sequences) ? 1 : 0;
        return (even_bits ^ (even_sequences << 1)) & follows;
    }

    uint64_t inside_carry_ = 0;
    uint64_t escape_carry_ = 0;
};

}  // namespace csj
