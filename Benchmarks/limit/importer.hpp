// One import: files in, rows out.
#pragma once
#include "database.hpp"
#include "entity.hpp"
#include "files.hpp"
#include "ids.hpp"
#include "reader.hpp"
#include "told.hpp"

#include <array>
#include <map>
#include <memory>

class Importer {
public:
    explicit Importer(Database &database);
    void take(const std::string &folder, const std::string &file);
    void finish(const std::string &observed_at);

private:
    /// An entity while it is read.
    struct Target {
        Entity entity;
        std::unique_ptr<Table> table;
        int key = 0, parent = -1, outer = -1;
        int64_t files = 0, items = 0;
        /// How many last pages each collection has, by its parent.
        std::map<int64_t, int> last_pages;
        /// The keys of a narrow table, to be written in order.
        std::vector<std::array<int64_t, 2>> pairs;
    };

    Target *target(const std::vector<std::string_view> &path);
    void take(dom::object object, Target &target, int64_t parent, int64_t outer);
    void take_besides(dom::object object, Target &target, int64_t key);
    void take_user(dom::object object, Target &target, int64_t key);
    void take_audit(dom::object object, int64_t key);
    void tell(Source source, const Reference &reference);
    void tell(Source source, int64_t key, const Reference &reference);
    void write_pairs();
    void write_ids();
    void write_readings();

    Database &database_;
    Ids ids_;
    Reader reader_{ids_};
    Told told_;
    std::vector<Target> targets_;
    std::vector<std::array<int64_t, 2>> mentions_;
    std::unique_ptr<Statement> sign_in_;
    dom::parser parser_;
    FileText text_;
};
