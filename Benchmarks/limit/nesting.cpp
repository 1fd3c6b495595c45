// Groups in groups: every way up, the shortest kept.
#include "resolver.hpp"

#include <algorithm>
#include <tuple>

const Resolver::Ascent &Resolver::ascent(int start) {
    Ascent &ascent = ascents_[size_t(start)];
    if (ascent.is_made) return ascent;
    ascent.is_made = true;
    std::vector<bool> is_met(tenant_.groups.size());
    is_met[size_t(start)] = true;
    const auto climb = [&](int group, int place, int length) {
        for (const int parent : tenant_.groups[size_t(group)].parents) {
            if (is_met[size_t(parent)]) continue;
            is_met[size_t(parent)] = true;
            ascent.steps.push_back({parent, place, length});
        }
    };
    climb(start, -1, 1);
    for (size_t next = 0; next < ascent.steps.size(); next += 1) {
        const Ascent::Step step = ascent.steps[next];
        climb(step.group, int(next), step.length + 1);
    }
    return ascent;
}

void Resolver::take_nested(const Person &person, Rows &rows) {
    stamp_ += 1;
    reached_.clear();
    // In the order of ids: among equally short paths the smallest group nearest the person wins.
    for (size_t i = 0; i < person.groups.size(); i += 1) {
        const int start = person.groups[i];
        const Ascent &ascent = this->ascent(start);
        for (size_t place = 0; place < ascent.steps.size(); place += 1) {
            const Ascent::Step &step = ascent.steps[place];
            Way &way = ways_[size_t(step.group)];
            if (way.stamp != stamp_) {
                way = {stamp_, start, int(place), 1, memberships_[i]};
                reached_.push_back(step.group);
                continue;
            }
            way.paths += 1;
            way.until = std::max(way.until, memberships_[i]);
            if (step.length < ascents_[size_t(way.start)].steps[size_t(way.step)].length) {
                way.start = start;
                way.step = int(place);
            }
        }
    }
    for (const int group : reached_) {
        const Way &way = ways_[size_t(group)];
        const auto &steps = ascents_[size_t(way.start)].steps;
        Row row{person.key, {tenant_.groups[size_t(group)].key, Role::member, Type::group}, 0, GrantKind::nested_group};
        row.paths = way.paths;
        row.until = way.until;
        row.source = way.until.rank == Until::open ? UntilSource::none : UntilSource::membership;
        row.via = uint32_t(rows.vias.size());
        for (int place = steps[size_t(way.step)].below; place >= 0; place = steps[size_t(place)].below)
            rows.vias.push_back(steps[size_t(place)].group);
        rows.vias.push_back(way.start);
        std::reverse(rows.vias.begin() + row.via, rows.vias.end());
        row.via_count = uint32_t(rows.vias.size()) - row.via;
        rows.rows.push_back(row);
    }
}

void Resolver::fill_access_until(Rows &rows) {
    const auto key = [&](uint32_t place) {
        const Row &row = rows.rows[place];
        return std::make_tuple(row.role.resource, row.role.role, row.scope, row.kind == GrantKind::role_eligibility,
                               row.role.type);
    };
    order_.clear();
    for (size_t i = first_; i < rows.rows.size(); i += 1) order_.push_back(uint32_t(i));
    std::sort(order_.begin(), order_.end(), [&](uint32_t a, uint32_t b) { return key(a) < key(b); });
    for (size_t from = 0; from < order_.size();) {
        size_t to = from;
        Until latest;
        for (; to < order_.size() && key(order_[to]) == key(order_[from]); to += 1) {
            const Row &row = rows.rows[order_[to]];
            if (row.status != Status::ended && row.status != Status::failed) latest = std::max(latest, row.until);
        }
        for (; from < to; from += 1) rows.rows[order_[from]].access_until = latest;
    }
}
