#include "importer.hpp"

Importer::Importer(Database &database) : database_(database) {
    for (Entity &entity : entities()) {
        Target target{std::move(entity)};
        if (entity.besides != Besides::member && entity.besides != Besides::owner)
            target.entity.members.insert(target.entity.members.begin(), {"id", Kind::id, "key"});
        targets_.push_back(std::move(target));
    }
    for (Target &target : targets_) {
        const Entity &entity = target.entity;
        std::vector<std::string> derived;
        if (entity.is_child) derived.push_back("parent");
        if (entity.parent_column) derived.push_back(entity.parent_column);
        if (entity.outer_column) derived.push_back(entity.outer_column);
        if (entity.besides == Besides::user) derived.push_back("sponsors");
        if (entity.name == "deletedUser") derived.push_back("said");
        if (entity.besides == Besides::policy) derived.push_back("whole");
        if (entity.besides == Besides::decision) derived.push_back("policy");
        target.table = std::make_unique<Table>(database, target.entity, derived);
        target.key = target.table->slot("key");
        if (entity.is_child) target.parent = target.table->slot("parent");
        if (entity.parent_column) target.parent = target.table->slot(entity.parent_column);
        if (entity.outer_column) target.outer = target.table->slot(entity.outer_column);
    }
    sign_in_ = std::make_unique<Statement>(
        database.db, "INSERT INTO signIn (key, since, lastAttemptAt, lastSuccessAt, lastNonInteractiveAt)"
                     " VALUES (?, 1, ?, ?, ?)");
}

Importer::Target *Importer::target(const std::vector<std::string_view> &path) {
    Target *found = nullptr;
    for (Target &target : targets_)
        if (fits(path, target.entity.path) && (!found || target.entity.path.size() > found->entity.path.size()))
            found = &target;
    return found;
}

void Importer::take(const std::string &folder, const std::string &file) {
    const auto path = segments(file);
    Target *target = this->target(path);
    if (!target) fail(file + ": of no entity");
    int64_t parent = 0, outer = 0;
    const auto &pattern = target->entity.path;
    for (size_t i = 0; i < pattern.size(); i += 1)
        if (pattern[i] == "*") parent = ids_.key(path[path.size() - pattern.size() + i]);
    if (target->outer >= 0) outer = ids_.key(path[path.size() - 4]);

    const char *text = text_.read(folder + "/" + file);
    dom::object page = parser_.parse(text, text_.size, false);
    bool is_last = true;
    for (auto [key, value] : page) {
        if (key == "@odata.nextLink") is_last = value.is_null();
        if (key != "value") continue;
        for (dom::object object : dom::array(value)) take(object, *target, parent, outer);
    }
    target->files += 1;
    target->last_pages[parent] += is_last;
}

void Importer::take(dom::object object, Target &target, int64_t parent, int64_t outer) {
    Table &table = *target.table;
    reader_.read(object, target.entity, table);
    target.items += 1;
    const auto fill = [&](int slot, int64_t key) {
        if (slot >= 0 && table.row[size_t(slot)].type == Value::null) table.row[size_t(slot)] = {Value::integer, key};
    };
    fill(target.parent, parent);
    fill(target.outer, outer);
    const int64_t key = table.row[size_t(target.key)].number;
    take_besides(object, target, key);
    if (target.entity.besides == Besides::member || target.entity.besides == Besides::owner)
        target.pairs.push_back({parent, key});
    else
        table.write();
}

void Importer::finish(const std::string &observed_at) {
    write_pairs();
    told_.write(database_);
    write_readings();
    write_ids();
    Statement insert(database_.db,
                     "INSERT INTO snapshot (number, observedAt, observedBy, importedAt, eventsOnly, tool)"
                     " VALUES (1, ?, '--observed-at', 0, 0, 'the practical limit')");
    int64_t ticks;
    if (!ticks_of(observed_at, ticks)) fail("no moment: " + observed_at);
    insert.bind(1, ticks);
    insert.run();
}
