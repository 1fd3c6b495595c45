import JSONText
import Store

/// Where the items of documents go, and how they become rows.
extension Harvester {
    func take(
        _ item: Reshaper.Item, _ plan: EntityPlan, _ file: InputFile, _ part: inout Harvest.Part
    ) {
        if plan.isOrganization, let id = item.value.text("id") { part.tenants.append(id) }
        guard !eventsOnly || plan.shape.kind == .event else {
            part.refusedState += 1
            part.skipped += 1
            return
        }
        if plan.isAspect {
            takeAspect(item, plan, file, &part)
        } else if let removed = item.value.member("@removed") {
            takeRemoval(item, removed, plan, file, &part)
        } else if let other = plan.other(than: item.value) {
            let place = "a list of \(plan.entity.name)"
            remarks.add(.leftAside, file.path, line: item.line, "\(other.name) in \(place)")
            part.skipped += 1
        } else if read(item, plan) {
            part.rowCount += 1
        } else {
            remarks.add(.refused, file.path, line: item.line, "\(plan.entity.name) without an id")
            part.refused += 1
        }
    }

    /// Writes the id of an object that a delta says is removed, in the place of a row of no length.
    private func takeRemoval(
        _ item: Reshaper.Item, _ removed: JSONValue, _ plan: EntityPlan, _ file: InputFile,
        _ part: inout Harvest.Part
    ) {
        guard plan.entity.canBeRemoved else {
            remarks.add(
                .leftAside, file.path, line: item.line, "\(plan.entity.name) that a delta says is removed")
            part.skipped += 1
            return
        }
        guard let id = item.value.bytes("id"), !id.isEmpty else {
            remarks.add(.refused, file.path, line: item.line, "\(plan.entity.name) without an id")
            part.refused += 1
            return
        }
        let rows = harvest.rows
        rows.append(count: 0)
        rows.append(print: 0)
        rows.append(count: Removal(removed).rawValue)
        rows.append(id: id)
        part.rowCount += 1
    }

    /// Writes the object's row, behind its length and its print; 0 for one that is to be taken each time.
    private func read(_ item: Reshaper.Item, _ plan: EntityPlan) -> Bool {
        let (rows, reader) = (harvest.rows, reader(plan))
        let lengthPlace = rows.reserveCount()
        let printPlace = rows.count
        rows.append(print: 0)
        let start = rows.count
        guard reader.read(item.value, line: { item.line }, into: rows, isSparse: item.isSparse) else {
            rows.removeLast(to: lengthPlace)
            return false
        }
        rows.set(count: rows.count - start, at: lengthPlace)
        if reader.isPlain { rows.set(print: rowPrint.print(of: rows.written(from: start)), at: printPlace) }
        return true
    }

    /// What is said of rows that another entity has: a user's manager, sponsors, app roles.
    private func takeAspect(
        _ item: Reshaper.Item, _ plan: EntityPlan, _ file: InputFile, _ part: inout Harvest.Part
    ) {
        guard let id = item.value.bytes("id") else {
            remarks.add(.refused, file.path, line: item.line, "\(plan.entity.name) without an id")
            part.skipped += 1
            return
        }
        let rows = harvest.rows
        rows.append(count: item.line)
        switch plan.entity.name {
        case "userManager":
            rows.append(id: id)
            FieldReading.optional(item.value.bytes("displayName")).write(to: rows, asId: false)
        case "userSponsors":
            rows.append(text: ReferenceList.json(ofReference: item.value) ?? "")
        default:
            guard let held = EntityPlan.heldAppRoles,
                reader(held).read(
                    item.value, line: { item.line }, into: rows, withLists: false, isSparse: item.isSparse)
            else { preconditionFailure("it has an id") }
            _ = reader(held).takeCounts()
        }
        part.rowCount += 1
    }

    private func reader(_ plan: EntityPlan) -> ItemReader {
        if let known = readers[plan.number] { return known }
        let reader = ItemReader(plan)
        readers[plan.number] = reader
        return reader
    }

    /// Finds out where the document's items go.
    func aim(
        _ document: JSONDocument, _ shape: ExportShape, first: JSONValue?, _ path: RequestPath,
        _ file: InputFile
    ) -> Harvest.Aim {
        if let entity = shape.entity, let plan = EntityPlan.byName[entity] {
            return .rows(plan, parents: [], .collection)
        }
        let verdict =
            isTable
            ? classifyTable(document, path, file) : Classifier.classify(document, first: first, path: path)
        switch verdict {
        case .leftAside(let reason, let type):
            remarks.add(.leftAside, file.collectionPath(path), reason, unimported: type)
            return .nothing
        case .selection(let entity):
            guard let plan = EntityPlan.byName[entity.name] else { return .nothing }
            return .rows(plan, parents: [], .selection)
        case .entity(let entity, let parents):
            guard let plan = EntityPlan.byName[entity.name] else { return .nothing }
            return .rows(plan, parents: parents, document.isDelta(at: path) ? .changes : .collection)
        }
    }
}

extension EntityPlan {
    /// The entity that an object says to be, when it is another one.
    fileprivate func other(than object: JSONValue) -> Entity? {
        if isOfRoles, let entity = Entity.ofCatalogs(object) { return entity }
        guard !types.isEmpty, let type = object.odataTypeBytes,
            !types.contains(where: { $0.elementsEqual(type) })
        else { return nil }
        let name = String(decoding: type, as: UTF8.self)
        return Entity.all.first { $0.types.contains(name) }
    }
}
