// Who has access to what, by which way and until when: the rules of access, in memory.
#pragma once
#include "access.hpp"
#include "tenant.hpp"

class Resolver {
public:
    explicit Resolver(const Tenant &tenant);
    /// Adds the rows of one person.
    void resolve(const Person &person, Rows &rows);

private:
    struct Term {
        int64_t starts = no_moment;
        Until until;
        UntilSource source = UntilSource::none;
        Status status = Status::active;
        int64_t ended = no_moment;  // when an ended one ended, as far as somebody states it
    };

    /// The groups above one group, nearest first, each once.
    struct Ascent {
        struct Step {
            int group, below, length;
        };
        bool is_made = false;
        std::vector<Step> steps;
    };

    struct Way {
        unsigned stamp = 0;
        int start = 0, step = 0;
        uint32_t paths = 0;
        Until until;
    };

    enum class Explained { no, live, ended };

    Term term(const Assignment &assignment) const;
    Until stated(const Expiration &expiration, int64_t starts) const;
    bool holds(const Person &person, const Role &role) const;
    void take_packages(const Person &person, Rows &rows);
    void take_direct(const Person &person, Rows &rows);
    void take_nested(const Person &person, Rows &rows);
    void take_conveyed(const Person &person, Rows &rows);
    void add_role(Rows &rows, int64_t person, const HeldRole &held, const Until *membership, int group);
    Explained explained(const Rows &rows, const Role &role, int64_t &ended) const;
    void fill_access_until(Rows &rows);
    const Ascent &ascent(int group);

    const Tenant &tenant_;
    std::vector<Ascent> ascents_;
    std::vector<Way> ways_;
    unsigned stamp_ = 0;
    std::vector<int> reached_;
    size_t first_ = 0, packages_end_ = 0;
    std::vector<int64_t> ends_;        // of the package rows at hand
    std::vector<Until> memberships_;   // of the person's groups
    std::vector<uint32_t> order_;
};
