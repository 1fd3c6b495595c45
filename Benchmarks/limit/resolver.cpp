#include "resolver.hpp"

#include <algorithm>
#include <tuple>

namespace {

bool is_live(Status status) {
    return status == Status::active || status == Status::delivering || status == Status::overdue;
}

const Until open{Until::open};

}  // namespace

Resolver::Resolver(const Tenant &tenant) : tenant_(tenant), ascents_(tenant.groups.size()), ways_(tenant.groups.size()) {}

void Resolver::resolve(const Person &person, Rows &rows) {
    first_ = rows.rows.size();
    take_packages(person, rows);
    take_direct(person, rows);
    take_nested(person, rows);
    take_conveyed(person, rows);
    for (const HeldRole &held : person.roles)
        if (held.kind != HeldRole::app) add_role(rows, person.key, held, nullptr, -1);
    fill_access_until(rows);
}

Until Resolver::stated(const Expiration &expiration, int64_t starts) const {
    if (expiration.is_never) return {Until::never};
    if (expiration.end != no_moment) return Until::at(expiration.end);
    if (!expiration.has_duration) return {};
    return starts == no_moment ? Until{Until::unknown} : Until::at(expiration.duration.after(starts));
}

Resolver::Term Resolver::term(const Assignment &a) const {
    Term term{a.starts, stated(a.expiration, a.starts), UntilSource::assignment};
    if (term.until.rank == Until::nothing) {
        const auto policy = tenant_.policies.find(a.policy);
        if (policy != tenant_.policies.end()) term.until = stated(policy->second, a.starts);
        term.source = term.until.rank == Until::nothing ? UntilSource::none : UntilSource::policy;
        const bool is_refuted = term.until.rank == Until::date && term.until.moment <= tenant_.observed;
        if (term.until.rank == Until::nothing || (is_refuted && a.state != Assignment::expired))
            term.until = {Until::unknown};
    }
    if (a.state == Assignment::failed) {
        term.status = Status::failed;
    } else if (a.state == Assignment::expired || (a.expired_at != no_moment && a.expired_at <= tenant_.moment)) {
        term.status = Status::ended;
        term.ended = a.expired_at;
    } else if (term.starts != no_moment && term.starts > tenant_.moment) {
        term.status = Status::scheduled;
    } else if (term.until.rank == Until::date && term.until.moment <= tenant_.moment) {
        const bool is_overdue = term.until.moment <= tenant_.observed;
        term.status = is_overdue ? Status::overdue : Status::ended;
        if (!is_overdue) term.ended = term.until.moment;
    } else if (a.state == Assignment::delivering) {
        term.status = Status::delivering;
    }
    return term;
}

bool Resolver::holds(const Person &person, const Role &role) const {
    const auto has = [&](const std::vector<int> &groups) {
        return std::any_of(groups.begin(), groups.end(),
                           [&](int group) { return tenant_.groups[size_t(group)].key == role.resource; });
    };
    if (role.type == Type::group) return has(role.role == Role::member ? person.groups : person.owned);
    return std::any_of(person.roles.begin(), person.roles.end(),
                       [&](const HeldRole &held) { return held.kind == HeldRole::app && held.role == role; });
}

void Resolver::take_packages(const Person &person, Rows &rows) {
    ends_.clear();
    for (const Assignment &a : person.assignments) {
        const Term term = this->term(a);
        const auto package = tenant_.packages.find(a.package);
        if (package == tenant_.packages.end()) fail("a package without roles");
        for (const PackageRole &given : package->second) {
            Row row{person.key, given.role, 0, GrantKind::package};
            row.assignment = a.id;
            row.starts = term.starts;
            row.until = term.until;
            row.source = term.source;
            row.status = term.status;
            const bool is_late = term.starts != no_moment && term.starts > tenant_.observed;
            row.in_effect = holds(person, given.role)          ? InEffect::yes
                            : !given.is_complete || is_late    ? InEffect::unknown
                                                               : InEffect::no;
            rows.rows.push_back(row);
            ends_.push_back(term.ended);
        }
    }
    packages_end_ = rows.rows.size();
}

Resolver::Explained Resolver::explained(const Rows &rows, const Role &role, int64_t &ended) const {
    ended = no_moment;
    for (size_t i = first_; i < packages_end_; i += 1) {
        if (!(rows.rows[i].role == role)) continue;
        if (is_live(rows.rows[i].status)) return Explained::live;
        ended = std::max(ended, ends_[i - first_]);
    }
    return ended != no_moment && ended > tenant_.observed ? Explained::ended : Explained::no;
}

void Resolver::take_direct(const Person &person, Rows &rows) {
    int64_t ended;
    memberships_.clear();
    for (const int index : person.groups) {
        const Group &group = tenant_.groups[size_t(index)];
        const Role role{group.key, Role::member, Type::group};
        const Explained why = explained(rows, role, ended);
        const bool has_row = group.is_dynamic || why == Explained::no;
        if (has_row)
            rows.rows.push_back({person.key, role, 0, group.is_dynamic ? GrantKind::dynamic_rule : GrantKind::direct});
        if (!has_row && why == Explained::ended) {
            memberships_.push_back(Until::at(ended));
            continue;
        }
        Until until = has_row ? open : Until{};
        for (size_t i = first_; i < packages_end_; i += 1) {
            const Row &row = rows.rows[i];
            if (row.role == role && (is_live(row.status) || row.status == Status::scheduled))
                until = std::max(until, row.until);
        }
        memberships_.push_back(until.rank == Until::nothing ? Until{Until::unknown} : until);
    }
    for (const int index : person.owned) {
        const Role role{tenant_.groups[size_t(index)].key, Role::owner, Type::group};
        if (explained(rows, role, ended) == Explained::no)
            rows.rows.push_back({person.key, role, 0, GrantKind::direct});
    }
    for (const HeldRole &held : person.roles) {
        if (held.kind != HeldRole::app || explained(rows, held.role, ended) != Explained::no) continue;
        Row row{person.key, held.role, 0, GrantKind::direct};
        row.assignment = held.id;
        row.starts = held.starts;
        rows.rows.push_back(row);
    }
}

void Resolver::add_role(Rows &rows, int64_t person, const HeldRole &held, const Until *membership, int group) {
    Row row{person, held.role, held.scope, GrantKind::group_assignment};
    row.assignment = held.id;
    row.starts = held.starts;
    if (held.kind == HeldRole::eligible) row.kind = GrantKind::role_eligibility;
    else if (!membership) row.kind = GrantKind::role_assignment;
    if (held.kind == HeldRole::scheduled || held.kind == HeldRole::eligible) {
        row.until = held.ends == no_moment ? Until{Until::never} : Until::at(held.ends);
        row.source = UntilSource::assignment;
        row.status = held.starts != no_moment && held.starts > tenant_.moment   ? Status::scheduled
                     : held.ends != no_moment && held.ends <= tenant_.moment    ? Status::ended
                     : held.kind == HeldRole::eligible                          ? Status::eligible
                                                                                : Status::active;
    }
    if (membership) {
        if (*membership < row.until) {
            row.until = *membership;
            row.source = row.until.rank == Until::open ? UntilSource::none : UntilSource::membership;
        }
        row.via = uint32_t(rows.vias.size());
        row.via_count = 1;
        rows.vias.push_back(group);
    }
    rows.rows.push_back(row);
}

void Resolver::take_conveyed(const Person &person, Rows &rows) {
    for (size_t i = 0; i < person.groups.size(); i += 1)
        for (const HeldRole &held : tenant_.groups[size_t(person.groups[i])].roles)
            add_role(rows, person.key, held, &memberships_[i], person.groups[i]);
}
