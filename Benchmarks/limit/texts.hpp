// Texts that stay, one behind the other in large pieces.
#pragma once
#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

class Texts {
public:
    std::string_view keep(std::string_view text) {
        if (free_ < text.size()) {
            free_ = std::max(text.size(), size_t(1) << 20);
            pieces_.push_back(std::make_unique<char[]>(free_));
            next_ = pieces_.back().get();
        }
        std::memcpy(next_, text.data(), text.size());
        const std::string_view kept(next_, text.size());
        next_ += text.size();
        free_ -= text.size();
        return kept;
    }

private:
    std::vector<std::unique_ptr<char[]>> pieces_;
    char *next_ = nullptr;
    size_t free_ = 0;
};
