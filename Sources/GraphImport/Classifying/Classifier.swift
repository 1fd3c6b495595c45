import JSONText

/// Tells what a document holds: by its context and folder, else by its types, else by its members. A folder's
/// name refines what the context leaves open, and does not overrule what the content says.
enum Classifier {
    enum Verdict {
        /// With the ids of its parents, from the outside in.
        case entity(Entity, parents: [String])
        /// What a user may see or was asked for (`filterByCurrentUser`): objects, but not their collection.
        case selection(Entity)
        /// - Parameter type: what the objects are of, where that is told.
        case leftAside(String, type: String? = nil)
    }

    /// - Parameter first: the first item; nil when there is none.
    static func classify(_ document: JSONDocument, first: JSONValue?, path: RequestPath) -> Verdict {
        if document.shape == .object, let error = document.envelope.member("error") {
            return .leftAside("an error of Graph: \(error.text("code") ?? "without a code")")
        }
        let byPath = PathIndex.shared.match(path)
        if let folder = path.ofFolder, document.shape == .object, first?.text("id") == folder.last {
            guard let byPath, byPath.isExported else {
                return unimported(folder.dropLast().last ?? "")
            }
            return verdict(byPath.entity, byPath.parents)
        }
        let context = document.envelope.member("@odata.context")?.string.flatMap(RequestPath.init(context:))
        let byContext = context.flatMap(PathIndex.shared.match)
        if let byPath {
            switch byContext {
            case let byContext? where isRefined(byContext.entity, by: byPath.entity):
                return verdict(byPath.entity, byContext.parents.isEmpty ? byPath.parents : byContext.parents)
            case nil where fits(first, byPath.entity):
                return verdict(byPath.entity, byPath.parents)
            default: break
            }
        }
        if let byContext { return verdict(byContext.entity, byContext.parents) }
        if let context {
            if let type = context.collectionType {
                return byType(type).map { selection($0) } ?? unknown(context)
            }
            // Older names of sets, such as accessReviewInstanceDecisionItems, tell less than the objects do.
            guard context.segments.count == 1, context.segments != ["directoryObjects"],
                let entity = byContent(first)
            else { return unknown(context) }
            return verdict(entity, [])
        }
        if document.shape != .object, let type = first?.odataType, directoryTypes.contains(type) {
            // A list of users or groups does not name the type of each: this one is of members, owners or the like.
            return .leftAside(references)
        }
        if let entity = byContent(first) { return verdict(entity, []) }
        if let byPath { return verdict(byPath.entity, byPath.parents) }
        return .leftAside("its members tell no entity that is imported")
    }

    private static let directoryTypes: Set<String> = [
        "user", "group", "servicePrincipal", "device", "orgContact",
    ]

    private static let references =
        "a list of directory objects, and neither the body nor the folder tells of what"

    private static func unknown(_ context: RequestPath) -> Verdict {
        let name = context.segments.joined(separator: "/")
        return name == "directoryObjects" ? .leftAside(references) : unimported(name)
    }

    private static func unimported(_ type: String) -> Verdict {
        .leftAside("holds \(type), which is not imported", type: type)
    }

    private static func selection(_ entity: Entity) -> Verdict {
        if entity.parent?.column == nil, entity.parent != nil { return verdict(entity, []) }
        return .selection(entity)
    }

    static func verdict(_ entity: Entity, _ parents: [String]) -> Verdict {
        if let holder = entity.parent, holder.column == nil, parents.isEmpty {
            return .leftAside(
                "\(entity.name): neither the body nor the folder tells of which \(holder.entity)")
        }
        return .entity(entity, parents: parents)
    }

    /// A context of users may stand over deleted users and sponsors, too: those have no context of their own.
    private static func isRefined(_ context: Entity, by path: Entity) -> Bool {
        context.name == path.name || path.types.isEmpty
    }

    /// Whether nothing in the object says that it is something else than the folder does.
    private static func fits(_ item: JSONValue?, _ entity: Entity) -> Bool {
        guard let item, !entity.types.isEmpty else { return true }
        if let type = item.odataType { return entity.types.contains(type) || byType(type) == nil }
        guard let other = byContent(item) else { return true }
        return other.name == entity.name || entity.signatures.isEmpty || holds(item, entity)
            || entity.extends(other)
    }

    private static func holds(_ item: JSONValue, _ entity: Entity) -> Bool {
        entity.signatures.contains { $0.allSatisfy { item.member(named: $0) != nil } }
            && !entity.strangers.contains { item.member(named: $0) != nil }
    }

    private static func byContent(_ item: JSONValue?) -> Entity? {
        guard let item else { return nil }
        if let entity = Entity.ofCatalogs(item) { return entity }
        if let type = item.odataType { return byType(type) }
        return Entity.all.first { holds(item, $0) }
    }

    private static func byType(_ type: String) -> Entity? {
        Entity.all.first { $0.types.contains(type) }
    }
}

extension Entity {
    /// Whether it reads all that the other one does, and more: a schedule of a role is an assignment of it, too.
    fileprivate func extends(_ other: Entity) -> Bool {
        !other.fields.isEmpty && Set(other.fields.map(\.column)).isSubset(of: fields.map(\.column))
    }
}
