// Sums up some columns of a CSV file so that the order of its rows does not matter: two files that say the same have
// the same sum. With --distinct equal rows count once.
#include <zlib.h>

#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <unordered_set>
#include <vector>

namespace {

/// Reads records of RFC 4180, with or without a CR at the end of a line.
class Records {
public:
    explicit Records(const char *path) : file_(std::fopen(path, "rb")) { std::setvbuf(file_, nullptr, _IOFBF, 1 << 20); }

    bool next(std::vector<std::string> &fields) {
        size_t count = 0;
        for (bool is_last = false; !is_last; count += 1) {
            if (count == fields.size()) fields.emplace_back();
            std::string &field = fields[count];
            field.clear();
            int c = getc_unlocked(file_);
            if (c == EOF && count == 0) return false;
            bool is_quoted = c == '"';
            if (is_quoted) c = getc_unlocked(file_);
            for (;; c = getc_unlocked(file_)) {
                if (c == EOF) break;
                if (c == '"' && is_quoted) {
                    c = getc_unlocked(file_);
                    if (c != '"') is_quoted = false;
                }
                if (!is_quoted && (c == ',' || c == '\n' || c == EOF)) break;
                if (is_quoted || c != '\r') field += char(c);
            }
            is_last = c != ',';
        }
        fields.resize(count);
        return true;
    }

private:
    std::FILE *file_;
};

/// A guard against formulas undone: a quote before one of these, or before such a quote.
const char *unguarded(const std::string &cell) {
    size_t quotes = 0;
    while (quotes < cell.size() && cell[quotes] == '\'') quotes += 1;
    return cell.c_str() + (quotes && quotes < cell.size() && std::strchr("=+-@\t\r", cell[quotes]) ? 1 : 0);
}

}  // namespace

int main(int count, char **arguments) {
    const bool is_distinct = count > 1 && std::strcmp(arguments[1], "--distinct") == 0;
    char **file = arguments + 1 + is_distinct, **end = arguments + count;
    if (end - file < 2 || !std::ifstream(*file)) {
        std::fprintf(stderr, "usage: checksum [--distinct] FILE.csv COLUMN...\n");
        return 2;
    }
    Records records(*file);
    std::vector<std::string> fields, header;
    records.next(header);
    std::vector<size_t> places;
    for (char **name = file + 1; name < end; name += 1)
        for (size_t i = 0; i < header.size(); i += 1)
            if (header[i] == *name) places.push_back(i);
    if (places.size() != size_t(end - file - 1)) {
        std::fprintf(stderr, "error: %s has not all of these columns\n", *file);
        return 2;
    }
    std::unordered_set<std::string> seen;
    unsigned long long sum = 0, rows = 0;
    std::string text;
    while (records.next(fields)) {
        text.clear();
        for (const size_t place : places) text += unguarded(fields[place]), text += '\x1f';
        if (is_distinct && !seen.insert(text).second) continue;
        sum += crc32(0, reinterpret_cast<const Bytef *>(text.data()), uInt(text.size()));
        rows += 1;
    }
    std::printf("%llu rows %016llx\n", rows, sum);
}
