#include "tenant.hpp"

#include "moments.hpp"

#include <algorithm>
#include <set>
#include <tuple>

Until Until::at(int64_t moment) {
    static const int64_t end = days_of(9999, 12, 31) * ticks_per_day - 14 * 3600 * ticks_per_second;
    return moment >= end ? Until{never} : Until{date, moment};
}

void Tenant::load(sqlite3 *db) {
    Statement snapshot(db, "SELECT observedAt FROM snapshot WHERE number = 1 AND (SELECT count(*) FROM snapshot) = 1");
    if (!snapshot.step()) fail("a database of one snapshot is needed");
    observed = snapshot.integer(0);
    scopes.push_back("");
    load_ids(db);
    load_groups(db);
    load_packages(db);
    load_policies(db);
    load_requests(db);
    load_assignments(db);
    load_edges(db);
    load_roles(db);
}

Person &Tenant::person(int64_t key) {
    const auto [place, is_new] = person_of_.emplace(key, int(persons.size()));
    if (is_new) persons.push_back({key, {}, {}, {}, {}});
    return persons[size_t(place->second)];
}

int Tenant::scope(const std::string &text) {
    const auto found = std::find(scopes.begin(), scopes.end(), text);
    if (found != scopes.end()) return int(found - scopes.begin());
    scopes.push_back(text);
    return int(scopes.size()) - 1;
}

void Tenant::load_ids(sqlite3 *db) {
    Statement list(db, "SELECT key, id, typeof(id) = 'blob' FROM ident ORDER BY key");
    while (list.step()) {
        ids.resize(size_t(list.integer(0)) + 1);
        std::string id = list.text(1);
        if (list.integer(2)) {
            static const char digits[] = "0123456789abcdef";
            std::string text;
            for (size_t i = 0; i < id.size(); i += 1) {
                if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
                text += digits[uint8_t(id[i]) >> 4];
                text += digits[uint8_t(id[i]) & 15];
            }
            id = text;
        }
        ids.back() = id;
    }
}

void Tenant::load_groups(sqlite3 *db) {
    Statement list(db, "SELECT key, displayName, groupTypes LIKE '%\"DynamicMembership\"%' FROM directoryGroup"
                       " WHERE until IS NULL");
    while (list.step()) groups.push_back({list.integer(0), ids[size_t(list.integer(0))], list.text(1), list.integer(2) != 0, {}, {}});
    std::sort(groups.begin(), groups.end(), [](auto &a, auto &b) { return a.id < b.id; });
    for (size_t i = 0; i < groups.size(); i += 1) group_of_[groups[i].key] = int(i);
}

void Tenant::load_packages(sqlite3 *db) {
    Statement list(db,
        "SELECT s.parent, s.scopeOrigin, s.roleOrigin, lower(s.scopeOriginSystem),"
        " EXISTS (SELECT 1 FROM reading r WHERE r.entity = 'groupMember' AND r.parent = s.scopeOrigin AND r.complete),"
        " EXISTS (SELECT 1 FROM reading r WHERE r.entity = 'groupOwner' AND r.parent = s.scopeOrigin AND r.complete),"
        " EXISTS (SELECT 1 FROM reading r WHERE r.entity = 'appRoleAssignment' AND r.parent = s.scopeOrigin AND r.complete)"
        " FROM resourceRoleScope s WHERE s.until IS NULL ORDER BY s.parent, s.key");
    while (list.step()) {
        const int64_t resource = list.integer(1), role = list.integer(2);
        const std::string system = list.text(3), name = ids[size_t(role)], id = ids[size_t(resource)];
        PackageRole given{{resource, role, Type::other}, false};
        if (system == "aadgroup") {
            given.role.type = Type::group;
            if (name == "Member_" + id) given = {{resource, Role::member, Type::group}, list.integer(4) != 0};
            if (name == "Owner_" + id) given = {{resource, Role::owner, Type::group}, list.integer(5) != 0};
        } else if (system == "aadapplication") {
            given = {{resource, role, Type::application}, list.integer(6) != 0};
        } else if (system == "sharepointonline") {
            given.role.type = Type::site;
        }
        auto &roles = packages[list.integer(0)];
        const auto same = [&](auto &known) { return known.role == given.role; };
        if (std::none_of(roles.begin(), roles.end(), same)) roles.push_back(given);
    }
}

void Tenant::load_requests(sqlite3 *db) {
    Statement list(db, "SELECT key, assignment, createdAt, completedAt FROM assignmentRequest WHERE assignment"
                       " IS NOT NULL AND lower(requestType) IN ('useradd', 'adminadd', 'systemadd', 'onbehalfadd')");
    while (list.step()) {
        const Request request{list.integer(0), list.moment(2), list.moment(3)};
        if (request.created > moment) continue;
        const auto [known, is_new] = requests_.emplace(list.integer(1), request);
        const auto order = [&](const Request &r) { return std::tie(r.created, ids[size_t(r.id)]); };
        if (!is_new && order(request) < order(known->second)) known->second = request;
    }
}

static Expiration expiration(const Statement &list, int column) {
    Expiration found{list.text(column) == "noExpiration", false, list.moment(column + 1), {}};
    found.has_duration = found.duration.read(list.text(column + 2));
    return found;
}

void Tenant::load_policies(sqlite3 *db) {
    Statement list(db, "SELECT key, expirationType, expirationEndsAt, expirationDuration FROM assignmentPolicy"
                       " WHERE until IS NULL");
    while (list.step()) policies[list.integer(0)] = expiration(list, 1);
}

void Tenant::load_assignments(sqlite3 *db) {
    std::unordered_map<int64_t, int64_t> persons_of_subjects;
    Statement subjects(db, "SELECT requestor, requestorPerson FROM assignmentRequest WHERE requestorPerson IS NOT NULL"
                           " UNION SELECT subject, person FROM assignment WHERE person IS NOT NULL");
    while (subjects.step()) persons_of_subjects[subjects.integer(0)] = subjects.integer(1);
    Statement list(db, "SELECT key, person, subject, package, policy, lower(state), startsAt, expiredAt, expirationType,"
                       " expirationEndsAt, expirationDuration FROM assignment WHERE until IS NULL");
    while (list.step()) {
        const int64_t subject = list.integer(2), id = list.integer(0);
        const auto known = persons_of_subjects.find(subject);
        const int64_t holder = list.integer(1) ? list.integer(1) : known != persons_of_subjects.end() ? known->second : subject;
        if (holder == 0) fail("an assignment of nobody");
        const std::string state = list.text(5);
        Assignment assignment{id, list.integer(3), list.integer(4), list.moment(6), list.moment(7)};
        if (state == "deliveryfailed") assignment.state = Assignment::failed;
        if (state == "expired") assignment.state = Assignment::expired;
        if (state == "delivering" || state == "partiallydelivered") assignment.state = Assignment::delivering;
        assignment.expiration = expiration(list, 8);
        if (const auto asked = requests_.find(id); assignment.starts == no_moment && asked != requests_.end())
            assignment.starts = asked->second.completed != no_moment ? asked->second.completed : asked->second.created;
        person(holder).assignments.push_back(assignment);
    }
}

void Tenant::load_edges(sqlite3 *db) {
    Statement members(db, "SELECT key, parent FROM groupMember WHERE until IS NULL");
    while (members.step()) {
        const int group = group_of_.at(members.integer(1));
        if (const auto child = group_of_.find(members.integer(0)); child != group_of_.end())
            groups[size_t(child->second)].parents.push_back(group);
        else
            person(members.integer(0)).groups.push_back(group);
    }
    Statement owners(db, "SELECT key, parent FROM groupOwner WHERE until IS NULL");
    while (owners.step()) person(owners.integer(0)).owned.push_back(group_of_.at(owners.integer(1)));
    for (Person &person : persons) std::sort(person.groups.begin(), person.groups.end());
    for (Group &group : groups) std::sort(group.parents.begin(), group.parents.end());
}

void Tenant::add(int64_t principal, HeldRole role) {
    if (const auto group = group_of_.find(principal); group != group_of_.end())
        groups[size_t(group->second)].roles.push_back(role);
    else
        person(principal).roles.push_back(role);
}

void Tenant::load_roles(sqlite3 *db) {
    Statement apps(db, "SELECT key, principal, resource, appRole, createdAt FROM appRoleAssignment WHERE until IS NULL");
    while (apps.step())
        add(apps.integer(1), {{apps.integer(2), apps.integer(3), Type::application}, apps.integer(0), apps.moment(4)});
    std::set<std::tuple<int64_t, int64_t, int>> scheduled;
    const auto load = [&](const std::string &table, decltype(HeldRole::kind) kind) {
        Statement list(db, "SELECT key, principal, roleDefinition, directoryScope, " +
                               std::string(kind == HeldRole::plain ? "NULL, NULL" : "startsAt, endsAt") + " FROM " + table +
                               " WHERE until IS NULL");
        while (list.step()) {
            const int64_t role = list.integer(2);
            HeldRole held{{role, role, Type::directory_role}, list.integer(0), list.moment(4), list.moment(5),
                          scope(list.text(3)), kind};
            const std::tuple<int64_t, int64_t, int> same{list.integer(1), role, held.scope};
            if (kind == HeldRole::scheduled) scheduled.insert(same);
            if (kind != HeldRole::plain || !scheduled.count(same)) add(list.integer(1), held);
        }
    };
    load("roleAssignmentSchedule", HeldRole::scheduled);
    load("roleAssignment", HeldRole::plain);
    load("roleEligibilitySchedule", HeldRole::eligible);
}
