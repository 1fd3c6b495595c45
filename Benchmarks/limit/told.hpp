// What is told of directory objects besides: who they are by the word of others.
#pragma once
#include "database.hpp"
#include "ids.hpp"
#include "values.hpp"

#include <algorithm>
#include <deque>
#include <string>
#include <unordered_map>
#include <unordered_set>

/// The sources in the order of their numbers in `told`.
enum class Source { member = 1, owner, holder, role, manager, sponsor, subject, requestor, reviewer, decision, audit };

/// `{"@odata.type": …, "id": …, "displayName": …}`; a null pointer is what is not said.
struct Reference {
    std::string_view type, id, object_id, name, principal_name, subject_type;

    explicit Reference(dom::object object) {
        for (auto [key, value] : object) {
            std::string_view text;
            if (value.get(text)) continue;
            if (key == "@odata.type") type = text.substr(text.rfind('.') + 1);
            else if (key == "id") id = text;
            else if (key == "objectId") object_id = text;
            else if (key == "displayName") name = text.empty() ? std::string_view() : text;
            else if (key == "userPrincipalName" || key == "principalName") principal_name = text;
            else if (key == "subjectType") subject_type = text;
        }
    }

    /// What a member refers to; nothing where there is none.
    Reference(dom::object object, std::string_view key) {
        if (dom::object inner; !object[key].get(inner)) *this = Reference(inner);
    }
};

class Told {
public:
    void add(Source source, int64_t key, std::string_view kind, std::string_view name, std::string_view principal) {
        if (!kind.data() && !name.data() && !principal.data()) return;
        Words &words = known_[uint64_t(key) << 4 | uint64_t(source)];
        replace(words.kind, kind);
        replace(words.name, name);
        replace(words.principal, principal);
    }

    void write(Database &database) {
        Statement insert(database.db, "INSERT INTO told VALUES (?, ?, 1, ?, ?, ?)");
        std::vector<uint64_t> places;
        places.reserve(known_.size());
        for (const auto &entry : known_) places.push_back(entry.first);
        std::sort(places.begin(), places.end());
        for (const uint64_t place : places) {
            const Words &words = known_[place];
            insert.bind(1, int64_t(place >> 4));
            insert.bind(2, int64_t(place & 15));
            bind(insert, 3, words.kind);
            bind(insert, 4, words.name);
            bind(insert, 5, words.principal);
            insert.run();
        }
    }

private:
    struct Words {
        const std::string *kind = nullptr, *name = nullptr, *principal = nullptr;
    };

    void replace(const std::string *&known, std::string_view said) {
        if (!said.data() || (known && *known == said)) return;
        known = &*texts_.emplace(said).first;
    }

    static void bind(Statement &insert, int at, const std::string *text) {
        if (text) insert.bind(at, std::string_view(*text));
        else insert.bind_null(at);
    }

    std::unordered_map<uint64_t, Words> known_;
    std::unordered_set<std::string> texts_;
};
