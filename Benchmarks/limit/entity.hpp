// What an export holds, declared: which member of an object goes into which column.
#pragma once
#include <string>
#include <string_view>
#include <vector>

enum class Kind { skip, text, instant, boolean, id, json, inner };

struct Member {
    std::string_view key;
    Kind kind = Kind::skip;
    const char *column = nullptr;
    std::vector<Member> members = {};  // what is taken from within
    int slot = -1;                     // the column's place in the row
    bool seen = false;
};

/// What is taken from an entity's objects besides its own columns.
enum class Besides {
    nothing, user, member, owner, holder, role, subject, requestor, reviewer, audit, decision, policy
};

struct Entity {
    std::string name;
    /// The ends of paths, `*` for an id, as `groups/*/members`.
    std::vector<std::string_view> path;
    std::vector<Member> members;
    Besides besides = Besides::nothing;
    /// Whether rows are told apart within their parent only.
    bool is_child = false;
    /// Columns that the folder fills: of the last id in the path, and of the one before.
    const char *parent_column = nullptr, *outer_column = nullptr;
};

std::vector<Entity> entities();
