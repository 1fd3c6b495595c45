// Reads an object's members into a row, each looked for behind the one before: pages keep to an order.
#pragma once
#include "database.hpp"
#include "entity.hpp"
#include "ids.hpp"
#include "values.hpp"

#include <deque>
#include <set>

/// The columns of one table and the row at hand.
class Table {
public:
    Table(Database &database, Entity &entity, const std::vector<std::string> &derived) : entity_(entity) {
        place(entity.members);
        for (const auto &column : derived) slot(column);
        std::string sql = "INSERT OR REPLACE INTO " + entity.name + " (since";
        for (const auto &column : columns_) sql += ", \"" + column + '"';
        sql += ") VALUES (1";
        for (size_t i = 0; i < columns_.size(); i += 1) sql += ", ?";
        insert_ = std::make_unique<Statement>(database.db, sql + ")");
        row.resize(columns_.size());
    }

    int slot(const std::string &column) {
        for (size_t i = 0; i < columns_.size(); i += 1)
            if (columns_[i] == column) return int(i);
        columns_.push_back(column);
        return int(columns_.size()) - 1;
    }

    void write() {
        for (size_t i = 0; i < row.size(); i += 1) insert_->bind(int(i) + 1, row[i]);
        insert_->run();
    }

    /// The object's members that no declaration names.
    std::set<std::string> others;
    std::vector<Value> row;

private:
    void place(std::vector<Member> &members) {
        for (Member &member : members) {
            if (member.column) member.slot = slot(member.column);
            place(member.members);
        }
    }

    Entity &entity_;
    std::vector<std::string> columns_;
    std::unique_ptr<Statement> insert_;
};

class Reader {
public:
    explicit Reader(Ids &ids) : ids_(ids) {}

    void read(dom::object object, Entity &entity, Table &table) {
        std::fill(table.row.begin(), table.row.end(), Value{});
        used_ = 0;
        read(object, entity.members, table, true);
    }

    /// A copy that stays until the row is written.
    std::string_view keep(std::string_view text) {
        if (used_ == kept_.size()) kept_.emplace_back();
        return kept_[used_++] = text;
    }

    Canonical canonical;

private:
    void read(dom::object object, std::vector<Member> &members, Table &table, bool is_top) {
        size_t next = 0;
        for (auto [key, value] : object) {
            size_t at = next, tries = 0;
            for (; tries < members.size(); tries += 1, at = at + 1 < members.size() ? at + 1 : 0)
                if (members[at].key == key) break;
            if (tries == members.size()) {
                if (is_top) table.others.emplace(key);
                continue;
            }
            members[at].seen = true;
            next = at + 1 < members.size() ? at + 1 : 0;
            take(value, members[at], table);
        }
    }

    void take(dom::element value, Member &member, Table &table) {
        if (member.kind == Kind::skip || value.is_null()) return;
        if (dom::object object; !member.members.empty() && !value.get(object)) read(object, member.members, table, false);
        if (member.slot < 0) return;
        Value &into = table.row[size_t(member.slot)];
        std::string_view text;
        switch (member.kind) {
            case Kind::text: into = {Value::text, 0, std::string_view(value)}; break;
            case Kind::json: into = {Value::text, 0, keep(canonical.text(value))}; break;
            case Kind::boolean: into = {Value::integer, bool(value)}; break;
            case Kind::id:
                text = value;
                if (!text.empty()) into = {Value::integer, ids_.key(text)};
                break;
            case Kind::instant:
                text = value;
                into.type = Value::integer;
                if (!ticks_of(text, into.number)) fail("no moment: " + std::string(text));
                break;
            default: break;
        }
    }

    Ids &ids_;
    std::deque<std::string> kept_;
    size_t used_ = 0;
};
