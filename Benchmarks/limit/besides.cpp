// What is taken from objects besides their own columns.
#include "importer.hpp"

namespace {

std::string quoted(std::string_view text) {
    simdjson::internal::mini_formatter out;
    out.string(text);
    return std::string(out.str());
}

std::string_view text(dom::object object, std::string_view key) {
    std::string_view found;
    return object[key].get(found) ? std::string_view() : found;
}

}  // namespace

void Importer::tell(Source source, const Reference &reference) {
    if (reference.id.empty()) return;
    tell(source, ids_.key(reference.id), reference);
}

void Importer::tell(Source source, int64_t key, const Reference &reference) {
    told_.add(source, key, reference.type, reference.name, reference.principal_name);
}

void Importer::take_besides(dom::object object, Target &target, int64_t key) {
    const auto tell_subject = [&](Source source, const char *member) {
        const Reference subject(object, member);
        const auto id = subject.object_id.data() ? subject.object_id : subject.id;
        if (!id.empty()) told_.add(source, ids_.key(id), subject.subject_type, subject.name, subject.principal_name);
    };
    const auto set = [&](const char *column, std::string_view text) {
        target.table->row[size_t(target.table->slot(column))] = {Value::text, 0, reader_.keep(text)};
    };
    switch (target.entity.besides) {
        case Besides::nothing: break;
        case Besides::user: take_user(object, target, key); break;
        case Besides::member: tell(Source::member, key, Reference(object)); break;
        case Besides::owner: tell(Source::owner, key, Reference(object)); break;
        case Besides::role: tell(Source::role, Reference(object, "principal")); break;
        case Besides::subject: tell_subject(Source::subject, "target"); break;
        case Besides::requestor: tell_subject(Source::requestor, "requestor"); break;
        case Besides::reviewer: tell(Source::reviewer, Reference(object, "reviewedBy")); break;
        case Besides::audit: take_audit(object, key); break;
        case Besides::policy: set("whole", reader_.canonical.text(object)); break;
        case Besides::holder: {
            const auto name = text(object, "principalDisplayName");
            told_.add(Source::holder, ids_.key(text(object, "principalId")), text(object, "principalType"),
                      name.empty() ? std::string_view() : name, {});
            break;
        }
        case Besides::decision: {
            tell(Source::decision, Reference(object, "principal"));
            tell(Source::reviewer, Reference(object, "reviewedBy"));
            tell(Source::reviewer, Reference(object, "appliedBy"));
            Table &table = *target.table;
            if (table.row[size_t(table.slot("package"))].type == Value::integer)
                table.row[size_t(table.slot("policy"))] = table.row[size_t(table.slot("resource"))];
        }
    }
}

void Importer::take_user(dom::object object, Target &target, int64_t key) {
    Table &table = *target.table;
    tell(Source::manager, Reference(object, "manager"));
    if (dom::array sponsors; !object["sponsors"].get(sponsors)) {
        std::string list = "[";
        for (dom::object sponsor : sponsors) {
            const Reference reference(sponsor);
            tell(Source::sponsor, reference);
            list += list.size() > 1 ? "," : "";
            list += "{\"id\":" + quoted(reference.id);
            if (reference.name.data()) list += ",\"displayName\":" + quoted(reference.name);
            list += ",\"kind\":" + quoted(reference.type) + "}";
        }
        table.row[size_t(table.slot("sponsors"))] = {Value::text, 0, reader_.keep(list + "]")};
    }
    if (target.entity.name == "deletedUser") {
        std::set<std::string> said;
        for (const Member &member : target.entity.members)
            if (member.column && !object[member.key].error()) said.insert(member.column);
        std::string list;
        for (const auto &column : said)
            if (column != "key" && column != "deletedAt") list += (list.empty() ? "" : ",") + column;
        table.row[size_t(table.slot("said"))] = {Value::text, 0, reader_.keep(list)};
    } else if (dom::object activity; !object["signInActivity"].get(activity)) {
        sign_in_->bind(1, key);
        int at = 2;
        for (const char *name :
             {"lastSignInDateTime", "lastSuccessfulSignInDateTime", "lastNonInteractiveSignInDateTime"}) {
            int64_t ticks;
            if (ticks_of(text(activity, name), ticks)) sign_in_->bind(at, ticks);
            else sign_in_->bind_null(at);
            at += 1;
        }
        sign_in_->run();
    }
}

void Importer::take_audit(dom::object object, int64_t key) {
    if (dom::object by; !object["initiatedBy"].get(by)) tell(Source::audit, Reference(by, "user"));
    const size_t first = mentions_.size();
    const auto mention = [&](std::string_view id) {
        // Details may hold anything; text and addresses are no ids.
        if (id.empty() || id.size() > 128 || id.find(' ') != id.npos || id.find("://") != id.npos) return;
        const std::array<int64_t, 2> pair = {ids_.key(id), key};
        if (std::find(mentions_.begin() + long(first), mentions_.end(), pair) == mentions_.end())
            mentions_.push_back(pair);
    };
    mention(text(object, "correlationId"));
    for (dom::object target : dom::array(object["targetResources"])) {
        const Reference reference(target);
        if (!reference.id.empty())
            told_.add(Source::audit, ids_.key(reference.id), {}, {}, reference.principal_name);
        mention(reference.id);
    }
    for (dom::object detail : dom::array(object["additionalDetails"])) mention(text(detail, "value"));
}
