// What access rows are made of, in numbers: ids by the key that the database gave them.
#pragma once
#include "moments.hpp"

#include <cstdint>
#include <string>
#include <vector>

enum class Type : uint8_t { group, application, site, directory_role, other };
enum class GrantKind : uint8_t {
    package, direct, dynamic_rule, nested_group, group_assignment, role_assignment, role_eligibility
};
enum class Status : uint8_t { active, delivering, overdue, scheduled, ended, failed, eligible };
enum class UntilSource : uint8_t { assignment, policy, membership, none };
enum class InEffect : uint8_t { yes, no, unknown, empty };

constexpr int64_t no_moment = INT64_MIN;

/// Earlier to later: dates by time, then unknown, open, never. Nothing is before all.
struct Until {
    enum Rank : uint8_t { nothing, date, unknown, open, never } rank = nothing;
    int64_t moment = 0;

    static Until at(int64_t moment);

    bool operator<(const Until &other) const {
        return rank != other.rank ? rank < other.rank : rank == date && moment < other.moment;
    }
};

/// A role on a resource. Roles of a group are `member` and `owner`, others have the key of their id.
struct Role {
    static constexpr int64_t member = -1, owner = -2;
    int64_t resource, role;
    Type type;

    bool operator==(const Role &other) const {
        return resource == other.resource && role == other.role && type == other.type;
    }
};

struct HeldRole {
    Role role;
    int64_t id, starts, ends = no_moment;
    int scope = 0;
    enum { app, plain, scheduled, eligible } kind = app;
};

/// What a schedule or a policy says about an end.
struct Expiration {
    bool is_never = false, has_duration = false;
    int64_t end = no_moment;
    Duration duration;
};

struct Assignment {
    enum State : uint8_t { other, failed, expired, delivering };
    int64_t id = 0, package = 0, policy = 0, starts = no_moment, expired_at = no_moment;
    State state = other;
    Expiration expiration;
};

struct Person {
    int64_t key = 0;
    std::vector<int> groups, owned;
    std::vector<HeldRole> roles;
    std::vector<Assignment> assignments;
};

struct Group {
    int64_t key = 0;
    std::string id, name;
    bool is_dynamic = false;
    std::vector<int> parents;
    std::vector<HeldRole> roles;
};

struct PackageRole {
    Role role;
    /// Whether it is known who holds the role.
    bool is_complete;
};

struct Row {
    int64_t person;
    Role role;
    int scope = 0;
    GrantKind kind;
    uint32_t via = 0, via_count = 0;  // a piece of `Rows::vias`
    uint32_t paths = 0;
    int64_t assignment = 0, starts = no_moment;
    Until until{Until::open};
    UntilSource source = UntilSource::none;
    Status status = Status::active;
    InEffect in_effect = InEffect::empty;
    Until access_until;
};

struct Rows {
    std::vector<Row> rows;
    std::vector<int> vias;
};
