// The files of an export in the order of their paths, and what each holds.
#pragma once
#include "database.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

inline std::vector<std::string> files_below(const std::string &folder) {
    std::vector<std::string> files;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) files.push_back(entry.path().string().substr(folder.size() + 1));
    std::sort(files.begin(), files.end());
    return files;
}

/// `groups/<id>/members-0001.json` → groups, <id>, members.
inline std::vector<std::string_view> segments(std::string_view file) {
    file.remove_suffix(5);
    if (const size_t digits = file.find_last_not_of("0123456789"); digits + 1 < file.size() && file[digits] == '-')
        file.remove_suffix(file.size() - digits);
    std::vector<std::string_view> parts;
    for (size_t slash; (slash = file.find('/')) != file.npos; file.remove_prefix(slash + 1))
        parts.push_back(file.substr(0, slash));
    parts.push_back(file);
    return parts;
}

/// Whether a path ends like the pattern.
inline bool fits(const std::vector<std::string_view> &path, const std::vector<std::string_view> &pattern) {
    return path.size() >= pattern.size() &&
           std::equal(pattern.rbegin(), pattern.rend(), path.rbegin(),
                      [](auto part, auto segment) { return part == "*" || part == segment; });
}

/// One file at a time, in one buffer with the padding that simdjson wants.
class FileText {
public:
    const char *read(const std::string &path) {
        const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
        struct stat status;
        if (file < 0 || fstat(file, &status) != 0) fail(path + ": cannot be read");
        size = size_t(status.st_size);
        if (buffer_.size() < size + 64) buffer_.resize(size + size / 2 + 64);
        for (size_t at = 0; at < size;) {
            const ssize_t count = ::read(file, buffer_.data() + at, size - at);
            if (count <= 0) fail(path + ": cannot be read");
            at += size_t(count);
        }
        close(file);
        return buffer_.data();
    }
    size_t size = 0;

private:
    std::vector<char> buffer_;
};
