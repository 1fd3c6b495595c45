// The database: the tables of a template made by tenure, the indexes after the rows.
#pragma once
#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

struct Value {
    enum { null, integer, text } type = null;
    int64_t number = 0;
    std::string_view string = {};
};

[[noreturn]] inline void fail(const std::string &what) {
    std::fprintf(stderr, "error: %s\n", what.c_str());
    std::exit(2);
}

class Statement {
public:
    Statement(sqlite3 *db, const std::string &sql) : db_(db) {
        if (sqlite3_prepare_v3(db, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr) != SQLITE_OK)
            fail(sql + ": " + sqlite3_errmsg(db));
    }
    Statement(const Statement &) = delete;
    ~Statement() { sqlite3_finalize(statement_); }

    void bind(int at, int64_t value) { sqlite3_bind_int64(statement_, at, value); }
    void bind(int at, std::string_view text) {
        // A null pointer would be NULL; the text stays where it is until the row is written.
        sqlite3_bind_text(statement_, at, text.data() ? text.data() : "", int(text.size()), SQLITE_STATIC);
    }
    void bind_blob(int at, const void *bytes, int count) {
        sqlite3_bind_blob(statement_, at, bytes, count, SQLITE_STATIC);
    }
    /// NULL for what is not said.
    void bind_said(int at, std::string_view text) { text.data() ? bind(at, text) : bind_null(at); }
    void bind_null(int at) { sqlite3_bind_null(statement_, at); }
    void bind(int at, const Value &value) {
        if (value.type == Value::null) bind_null(at);
        else if (value.type == Value::integer) bind(at, value.number);
        else bind(at, value.string);
    }

    bool step() {
        const int result = sqlite3_step(statement_);
        if (result != SQLITE_ROW && result != SQLITE_DONE) fail(sqlite3_errmsg(db_));
        return result == SQLITE_ROW;
    }
    void run() {
        step();
        sqlite3_reset(statement_);
    }
    int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
    /// A moment; the least number where there is none.
    int64_t moment(int column) const {
        return sqlite3_column_type(statement_, column) == SQLITE_NULL ? INT64_MIN : integer(column);
    }
    std::string text(int column) const {
        if (sqlite3_column_type(statement_, column) == SQLITE_NULL) return "";
        return {reinterpret_cast<const char *>(sqlite3_column_text(statement_, column)),
                size_t(sqlite3_column_bytes(statement_, column))};
    }

private:
    sqlite3 *db_;
    sqlite3_stmt *statement_ = nullptr;
};

class Database {
public:
    Database(const std::string &path, const std::string &model) {
        const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
        if (sqlite3_open_v2(path.c_str(), &db, flags, nullptr) != SQLITE_OK) fail(path + ": cannot be made");
        run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;"
            "PRAGMA cache_size = -1000000");
        run("ATTACH '" + model + "' AS model");
        const auto tables = schema("type = 'table'");
        after_ = schema("type IN ('index', 'view') ORDER BY type, name");
        run("BEGIN");
        for (const auto &sql : tables) run(sql);
        run("INSERT INTO grdb_migrations SELECT * FROM model.grdb_migrations");
    }

    /// Makes the indexes and ends.
    void finish() {
        for (const auto &sql : after_) run(sql);
        run("COMMIT");
        sqlite3_close(db);
    }

    void run(const std::string &sql) {
        char *message = nullptr;
        if (sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &message) != SQLITE_OK) fail(sql + ": " + message);
    }

    sqlite3 *db = nullptr;

private:
    std::vector<std::string> schema(const std::string &which) {
        std::vector<std::string> texts;
        Statement list(db, "SELECT sql FROM model.sqlite_master WHERE sql > '' AND name NOT LIKE 'sqlite_%' AND " + which);
        while (list.step()) texts.push_back(list.text(0));
        return texts;
    }

    std::vector<std::string> after_;
};
