// What is told of directory objects besides: who they are by the word of others.
#pragma once
#include "database.hpp"
#include "flat_map.hpp"
#include "texts.hpp"
#include "values.hpp"

#include <algorithm>
#include <utility>

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
        Words &words = known_[{uint64_t(key) << 4 | uint64_t(source)}];
        replace(words.kind, kind);
        replace(words.name, name);
        replace(words.principal, principal);
    }

    void write(Database &database) {
        Statement insert(database.db, "INSERT INTO told (key, source, since, kind, displayName, userPrincipalName)"
                                      " VALUES (?, ?, 1, ?, ?, ?)");
        std::vector<std::pair<uint64_t, const Words *>> all;
        all.reserve(known_.size());
        known_.for_each([&](Place place, const Words &words) { all.push_back({place.value, &words}); });
        std::sort(all.begin(), all.end());
        for (const auto &[place, words] : all) {
            insert.bind(1, int64_t(place >> 4));
            insert.bind(2, int64_t(place & 15));
            insert.bind_said(3, words->kind);
            insert.bind_said(4, words->name);
            insert.bind_said(5, words->principal);
            insert.run();
        }
    }

private:
    /// A key and a source.
    struct Place {
        uint64_t value = 0;

        bool operator==(Place other) const { return value == other.value; }
        uint64_t hash() const { return value * 0x9E3779B97F4A7C15 >> 20; }
        bool empty() const { return value == 0; }
    };

    struct Words {
        std::string_view kind, name, principal;
    };

    void replace(std::string_view &known, std::string_view said) {
        if (said.data() && (!known.data() || known != said)) known = texts_.keep(said);
    }

    FlatMap<Place, Words> known_;
    Texts texts_;
};
