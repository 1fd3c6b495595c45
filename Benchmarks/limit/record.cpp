// What is written at the end: narrow tables in the order of their keys, ids, the record of what was read.
#include "importer.hpp"

void Importer::write_pairs() {
    const auto write = [&](std::vector<std::array<int64_t, 2>> &pairs, const std::string &table) {
        Statement insert(database_.db, "INSERT INTO " + table + " VALUES (?, ?, 1)");
        std::sort(pairs.begin(), pairs.end());
        for (const auto &pair : pairs) {
            insert.bind(1, pair[0]);
            insert.bind(2, pair[1]);
            insert.run();
        }
    };
    write(mentions_, "auditMention (named, key, since)");
    for (Target &target : targets_)
        if (!target.pairs.empty()) write(target.pairs, target.entity.name + " (parent, key, since)");
}

void Importer::write_ids() {
    Statement insert(database_.db, "INSERT INTO ident (key, id) VALUES (?, ?)");
    int64_t key = 0;
    for (const auto &id : ids_.all()) {
        insert.bind(1, ++key);
        const uint64_t bytes[2] = {__builtin_bswap64(id.guid.high), __builtin_bswap64(id.guid.low)};
        if (id.text.data()) insert.bind(2, id.text);
        else insert.bind_blob(2, bytes, 16);
        insert.run();
    }
}

void Importer::write_readings() {
    Statement imported(database_.db,
                       "INSERT INTO imported (snapshot, entity, collections, incomplete, files, items, skipped)"
                       " VALUES (1, ?, ?, 0, ?, ?, 0)");
    Statement reading(database_.db,
                      "INSERT INTO reading (entity, parent, first, last, complete) VALUES (?, ?, 1, 1, ?)");
    Statement field(database_.db, "INSERT INTO fieldReading (entity, field, first, last) VALUES (?, ?, 1, 1)");
    for (const Target &target : targets_) {
        const std::string_view name = target.entity.name;
        if (target.files == 0) continue;
        int at = 1;
        imported.bind(at++, name);
        for (const int64_t count : {int64_t(target.last_pages.size()), target.files, target.items})
            imported.bind(at++, count);
        imported.run();
        for (const auto &[parent, pages] : target.last_pages) {
            reading.bind(1, name);
            reading.bind(2, parent);
            reading.bind(3, int64_t(pages == 1));
            reading.run();
        }
        std::set<std::string> fields = target.table->others;
        for (const Member &member : target.entity.members)
            if (member.seen) fields.emplace(member.key);
        for (const auto &seen : fields) {
            if (seen.find('@') != seen.npos) continue;
            field.bind(1, name);
            field.bind(2, std::string_view(seen));
            field.run();
        }
    }
}
