// A tenant as one first import left it in the database, read into memory.
#pragma once
#include "access.hpp"
#include "database.hpp"

#include <string>
#include <unordered_map>
#include <vector>

struct Tenant {
    /// Judged at this moment.
    int64_t moment = 0, observed = 0;
    std::vector<Person> persons;
    std::vector<Group> groups;  // in the order of their ids
    std::unordered_map<int64_t, std::vector<PackageRole>> packages;
    std::unordered_map<int64_t, Expiration> policies;
    std::vector<std::string> ids;     // by key
    std::vector<std::string> scopes;  // directory scopes; the first is empty

    void load(sqlite3 *db);

private:
    struct Request {
        int64_t id, created, completed;
    };

    std::unordered_map<int64_t, int> group_of_, person_of_;
    std::unordered_map<int64_t, Request> requests_;

    Person &person(int64_t key);
    int scope(const std::string &text);
    void load_ids(sqlite3 *db);
    void load_groups(sqlite3 *db);
    void load_packages(sqlite3 *db);
    void load_policies(sqlite3 *db);
    void load_requests(sqlite3 *db);
    void load_assignments(sqlite3 *db);
    void load_edges(sqlite3 *db);
    void load_roles(sqlite3 *db);
    void add(int64_t principal, HeldRole role);
};
