// The practical limit of resolving: reads the one snapshot of a database into memory, then finds every access row
// (all scopes, every status) and prints how long that alone took, how many rows there are, and a sum over them that
// does not depend on their order.
#include "resolver.hpp"

#include <zlib.h>

#include <chrono>
#include <ctime>

namespace {

const char *const types[] = {"group", "application", "site", "directoryRole", "other"};
const char *const kinds[] = {"package", "direct", "dynamicRule", "nestedGroup", "groupAssignment", "roleAssignment",
                             "roleEligibility"};
const char *const statuses[] = {"active", "delivering", "overdue", "scheduled", "ended", "failed", "eligible"};
const char *const sources[] = {"assignment", "policy", "membership", "none"};
const char *const effects[] = {"yes", "no", "unknown", ""};
const char *const ranks[] = {"", "date", "unknown", "open", "never"};

/// The row as the CSV has it, in the columns that the README names.
void write(const Tenant &tenant, const Rows &rows, const Row &row, std::string &out) {
    const auto field = [&](const std::string &text) { out += text, out += '\x1f'; };
    const auto moment = [&](int64_t ticks) { field(ticks == no_moment ? "" : text_of(ticks)); };
    const std::string &resource = tenant.ids[size_t(row.role.resource)];
    out.clear();
    field(tenant.ids[size_t(row.person)]);
    field(types[int(row.role.type)]);
    field(resource);
    field(row.role.role == Role::member  ? "Member_" + resource
          : row.role.role == Role::owner ? "Owner_" + resource
                                         : tenant.ids[size_t(row.role.role)]);
    field(tenant.scopes[size_t(row.scope)]);
    field(kinds[int(row.kind)]);
    std::string via;
    for (uint32_t i = 0; i < row.via_count; i += 1)
        via += (i ? " > " : "") + tenant.groups[size_t(rows.vias[row.via + i])].name;
    field(via);
    field(row.paths ? std::to_string(row.paths) : "");
    field(row.assignment ? tenant.ids[size_t(row.assignment)] : "");
    moment(row.starts);
    moment(row.until.rank == Until::date ? row.until.moment : no_moment);
    field(ranks[row.until.rank]);
    field(sources[int(row.source)]);
    field(statuses[int(row.status)]);
    field(effects[int(row.in_effect)]);
    moment(row.access_until.rank == Until::date ? row.access_until.moment : no_moment);
    field(ranks[row.access_until.rank]);
}

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

int main(int count, char **arguments) {
    Tenant tenant;
    if (count != 3 || !ticks_of(arguments[2], tenant.moment)) {
        std::fprintf(stderr, "usage: resolve DATABASE MOMENT\n");
        return 2;
    }
    sqlite3 *db;
    if (sqlite3_open_v2(arguments[1], &db, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK) fail("cannot be opened");
    const double start = now();
    tenant.load(db);
    const double loaded = now();
    const std::clock_t before = std::clock();
    Rows rows;
    Resolver resolver(tenant);
    for (const Person &person : tenant.persons) resolver.resolve(person, rows);
    const double resolved = now(), cpu = double(std::clock() - before) / CLOCKS_PER_SEC;
    std::fprintf(stderr, "loading %.3f s\nresolving %.3f s, %.3f s CPU\n", loaded - start, resolved - loaded, cpu);
    uint64_t sum = 0;
    std::string text;
    for (const Row &row : rows.rows) {
        write(tenant, rows, row, text);
        sum += crc32(0, reinterpret_cast<const Bytef *>(text.data()), uInt(text.size()));
    }
    std::printf("%zu rows %016llx\n", rows.rows.size(), static_cast<unsigned long long>(sum));
}
