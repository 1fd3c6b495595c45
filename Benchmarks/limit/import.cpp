// The practical limit of an import: one thread that reads an export with simdjson and writes the same rows into the
// same tables as `tenure import` does for the first import of a generated tenant.
//
// It knows only what the generator writes: no check of what it reads, no history, no second import, no refusal.
#include "importer.hpp"

int main(int count, char **arguments) {
    if (count != 5) {
        std::fprintf(stderr, "usage: import EXPORT MODEL.sqlite OBSERVED-AT NEW.sqlite\n"
                             "MODEL is a database made by tenure, of which the schema is taken.\n");
        return 2;
    }
    Database database(arguments[4], arguments[2]);
    Importer importer(database);
    const std::string folder = arguments[1];
    for (const auto &file : files_below(folder)) importer.take(folder, file);
    importer.finish(arguments[3]);
    database.finish();
}
