import Foundation

/// Answers as Microsoft Graph does, from a folder of exports.
actor GraphService {
    /// The tenant as it was, and as it is.
    private var states: [TenantFolder]
    private var tenant: TenantFolder { states[states.count - 1] }
    private let options: ServerOptions
    private let clock: ServerClock
    private var issuer: TokenIssuer
    private var faults: FaultPlan?
    private var directory: LimitWindow?
    private var reports: LimitWindow?
    private(set) var log: [LoggedRequest] = []
    private var generation = 0
    var root = ""

    init(_ tenant: TenantFolder, _ options: ServerOptions, _ clock: ServerClock) {
        states = [tenant]
        self.options = options
        self.clock = clock
        issuer = TokenIssuer(options)
        faults = options.faults
        directory = options.directoryLimit.map(LimitWindow.init)
        reports = options.reportsLimit.map(LimitWindow.init)
    }

    func change(to tenant: TenantFolder) { states.append(tenant) }

    func set(root: String) { self.root = root }

    var tokenCount: Int { issuer.issued }
    var fullestTenSeconds: Int { directory?.fullest ?? 0 }

    func answer(_ asked: Asked) async throws -> Reply {
        let now = clock.now()
        if let reply = issuer.answer(asked, root: root, now: now) {
            note(asked, reply, now: now)
            return reply
        }
        var reply: Reply
        if asked.path == "/v1.0/$batch" {
            let fault = faults?.next("$batch", isBatch: true)
            let before = log.count
            reply = broken(fault, asked) ?? batch(asked, now: now)
            reply = cut(reply, fault)
            // Nobody hears what is said behind the cut.
            if reply.cutAfter != nil { for place in before..<log.count { log[place].retryAfter = nil } }
            note(asked, reply, now: now, fault: fault?.rawValue)
        } else {
            reply = single(asked, now: now, isInBatch: false)
        }
        if reply.delay > 0 { try await clock.sleep(reply.delay) }
        return reply
    }

    private func note(
        _ asked: Asked, _ reply: Reply, now: Double, isInBatch: Bool = false, units: Int = 0,
        fault: String? = nil
    ) {
        let entry = LoggedRequest(
            time: now, method: asked.method,
            target: asked.path + (asked.query.isEmpty ? "" : "?" + asked.query),
            status: reply.status, isInBatch: isInBatch, units: units,
            retryAfter: reply.headers["Retry-After"].flatMap(Double.init), fault: fault)
        log.append(entry)
        if let path = options.log, let line = try? JSONEncoder().encode(entry) {
            if logFile == nil {
                _ = FileManager.default.createFile(atPath: path, contents: nil)
                logFile = FileHandle(forWritingAtPath: path)
            }
            try? logFile?.write(contentsOf: line + Data("\n".utf8))
        }
    }

    private var logFile: FileHandle?

    private func batch(_ asked: Asked, now: Double) -> Reply {
        guard issuer.isGood(asked.headers["authorization"], now: now) else {
            return .error(401, "InvalidAuthenticationToken")
        }
        guard let body = try? JSONSerialization.jsonObject(with: asked.body) as? [String: Any],
            let requests = body["requests"] as? [[String: Any]], !requests.isEmpty
        else { return .error(400, "BadRequest") }
        guard requests.count <= 20 else { return .error(400, "MaximumValueExceeded") }
        var parts: [Data] = []
        for request in requests.shuffled(using: &order) {
            let url = request["url"] as? String ?? ""
            let pair = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(
                String.init)
            var headers = asked.headers
            headers["consistencylevel"] = (request["headers"] as? [String: String])?["ConsistencyLevel"]
            let reply = single(
                Asked(
                    method: "GET", path: "/v1.0" + pair[0], query: pair.count > 1 ? pair[1] : "",
                    headers: headers), now: now, isInBatch: true)
            let lines = reply.headers.map { "\"\($0.key)\":\"\($0.value)\"" }.joined(separator: ",")
            let isJSON = (try? JSONSerialization.jsonObject(with: reply.body)) != nil
            // A body of another kind comes as text in base 64.
            let whole =
                reply.body.isEmpty
                ? Data("null".utf8)
                : isJSON ? reply.body : Data("\"\(reply.body.base64EncodedString())\"".utf8)
            parts.append(
                Data(
                    "{\"id\":\"\(request["id"] as? String ?? "")\",\"status\":\(reply.status),\"headers\":{\(lines)},\"body\":"
                        .utf8)
                    + whole + Data("}".utf8))
        }
        var text = Data("{\"responses\":[".utf8)
        text.append(Data(parts.joined(separator: Data(",".utf8))))
        text.append(Data("]}".utf8))
        return Reply(headers: ["Content-Type": "application/json"], body: text)
    }

    private var order = Shuffler()

    private func single(_ asked: Asked, now: Double, isInBatch: Bool) -> Reply {
        let path = String(asked.path.dropFirst("/v1.0/".count)).removingPercentEncoding ?? ""
        let query = QueryOptions(asked.query)
        let fault = faults?.next(path, isBatch: isInBatch)
        let units = Costs.units(path, query)
        var reply = served(asked, path, query, now: now, units: units, fault: fault)
        reply.headers["request-id"] = UUID().uuidString
        if isInBatch {
            // A part has no connection of its own.
            reply.delay = 0
            if reply.cutAfter != nil { reply = .error(503, "ServiceUnavailable") }
        }
        note(asked, reply, now: now, isInBatch: isInBatch, units: units, fault: fault?.rawValue)
        return reply
    }

    private func served(
        _ asked: Asked, _ path: String, _ query: QueryOptions, now: Double, units: Int,
        fault: FaultPlan.Fault?
    ) -> Reply {
        guard asked.path.hasPrefix("/v1.0/"), asked.method == "GET" else { return .error(400, "BadRequest") }
        guard issuer.isGood(asked.headers["authorization"], now: now) else {
            return .error(401, "InvalidAuthenticationToken")
        }
        if let wait = throttled(path, units, now: now) {
            var reply = Reply.error(429, "TooManyRequests")
            if options.saysRetryAfter { reply.headers["Retry-After"] = String(wait + 0.128) }
            return reply
        }
        if let reply = broken(fault, asked) { return reply }
        if let refusal = Costs.refusal(path, query, options) { return refusal }
        if path.contains("accessPackageAssignmentApprovals"),
            !issuer.isPersonal(asked.headers["authorization"])
        {
            return .error(403, "Authorization_RequestDenied")
        }
        let objects: [RawObject]
        let ids = path.split(separator: "/").dropFirst().map(String.init)
        if !options.vanishing.isDisjoint(with: ids)
            || !options.hidden.isDisjoint(with: ids.dropLast())
        {
            return .error(404, "Request_ResourceNotFound")
        }
        if path.hasSuffix("/delta") {
            guard !options.refusesDelta else { return .error(400, "Request_UnsupportedQuery") }
            return cut(changes(path, query, asked, now: now), fault)
        } else if path.hasSuffix("/$count") {
            guard asked.headers["consistencylevel"] == "eventual" else {
                return .error(400, "Request_BadRequest")
            }
            return Reply(
                headers: ["Content-Type": "text/plain"],
                body: Data("\u{FEFF}\(tenant.collections[String(path.dropLast(7))]?.count ?? 0)".utf8))
        } else if let single = tenant.singles[path] {
            var reply = Reply(headers: ["Content-Type": "application/json"])
            let context = ("@odata.context", Data("\"\(root)/v1.0/$metadata#\(context(path))/$entity\"".utf8))
            reply.body =
                RawObject(members: [context] + Shaping(path: path, query: query).shape(single).members).data
            return cut(reply, fault)
        } else if let object = object(path) {
            return cut(
                Reply(
                    headers: ["Content-Type": "application/json"],
                    body: Shaping(path: path, query: query).shape(object).data), fault)
        } else if let list = tenant.collections[path] {
            objects = list
        } else if let empty = emptyCollection(path) {
            objects = empty
        } else {
            return .error(404, "Request_ResourceNotFound")
        }
        return cut(page(of: objects, path, query, asked, fault: fault), fault)
    }

    /// An object of a collection, by its own address.
    private func object(_ path: String) -> RawObject? {
        let parts = path.split(separator: "/").map(String.init)
        return tenant.collections[parts.dropLast().joined(separator: "/")]?.first {
            $0.text("id") == parts.last
        }
    }

    private func changes(_ path: String, _ query: QueryOptions, _ asked: Asked, now: Double) -> Reply {
        let collection = String(path.dropLast("/delta".count))
        if query["$expand"] != nil || query["$top"] != nil || query["$orderby"] != nil
            || query.selected?.contains("signInActivity") ?? false
        {
            return .error(400, "BadRequest")
        }
        let last = states.count - 1
        guard let token = DeltaToken(query, latest: last, now: now) else { return .error(400, "BadRequest") }
        guard now - token.issuedAt < options.deltaLife else {
            return .error(
                options.deadDeltaStatus,
                options.deadDeltaStatus == 410 ? "resyncRequired" : "syncStateNotFound")
        }
        let changes = Changes(
            collection: collection, from: token.from.map { states[$0] }, to: states[token.to],
            fields: token.fields
        ).objects.filter { $0.text("id").map { !options.untold.contains($0) } ?? true }
        let end = min(token.start + options.pageSize, changes.count)
        var next = token
        let base = root + asked.path + "?"
        var members: [(name: String, value: Data)] = [
            ("@odata.context", Data("\"\(root)/v1.0/$metadata#\(collection)\"".utf8))
        ]
        if end < changes.count, !token.isLatest {
            next.start = end
            members.append(("@odata.nextLink", Data("\"\(base)$skiptoken=\(next.text)\"".utf8)))
        } else {
            next = DeltaToken(from: token.to, to: token.to, issuedAt: now, fields: token.fields)
            members.append(("@odata.deltaLink", Data("\"\(base)$deltatoken=\(next.text)\"".utf8)))
        }
        let page = token.isLatest ? [] : changes[min(token.start, end)..<end]
        members.append(("value", TenantFolder.array(Array(page))))
        return Reply(headers: ["Content-Type": "application/json"], body: RawObject(members: members).data)
    }

    /// Collections that the folder leaves out because they hold nothing, of objects that are there.
    private func emptyCollection(_ path: String) -> [RawObject]? {
        let parts = path.split(separator: "/")
        if parts.count == 1 || path.hasPrefix("auditLogs") || path.hasPrefix("roleManagement") { return [] }
        if parts.count == 2, parts[0] == "directory" || parts[0] == "identityGovernance" { return [] }
        if path.hasPrefix("directory/deletedItems") || path.hasPrefix("identityGovernance/privilegedAccess") {
            return []
        }
        if parts.count == 3, parts[0] == "identityGovernance" { return [] }
        guard parts.count >= 3, let above = tenant.collections[parts.dropLast(2).joined(separator: "/")]
        else { return nil }
        let id = String(parts[parts.count - 2])
        return above.contains { $0.text("id") == id } ? [] : nil
    }

    private func throttled(_ path: String, _ units: Int, now: Double) -> Double? {
        if path.hasPrefix("auditLogs") { return reports?.take(1, now: now) }
        guard Costs.isDirectory(path) else { return nil }
        return directory?.take(units, now: now)
    }

    private func broken(_ fault: FaultPlan.Fault?, _ asked: Asked) -> Reply? {
        switch fault {
        case .throttle:
            var reply = Reply.error(429, "TooManyRequests")
            reply.headers["Retry-After"] = String(format: "%.3f", 0.5 + 4 * (faults?.fraction() ?? 0))
            return reply
        case .throttleSilent: return .error(429, "TooManyRequests")
        case .failure: return .error(500, "InternalServerError")
        case .unavailable:
            var reply = Reply.error(503, "ServiceUnavailable")
            reply.headers["Retry-After"] = "2"
            return reply
        case .oldToken:
            issuer.end(asked.headers["authorization"])
            return .error(401, "InvalidAuthenticationToken")
        case .expiredToken where asked.query.contains("skiptoken"):
            return .error(400, "Directory_ExpiredPageToken")
        case .notJSON: return Reply(headers: ["Content-Type": "text/html"], body: Data("<html>".utf8))
        case .cutHead:
            return Reply(headers: ["Content-Type": "application/json"], body: Data("{}".utf8), cutAfter: 0)
        default: return nil
        }
    }

    private func cut(_ reply: Reply, _ fault: FaultPlan.Fault?) -> Reply {
        var reply = reply
        if fault == .cut, reply.body.count > 1 { reply.cutAfter = reply.body.count / 2 }
        if fault == .slow { reply.delay = 3 }
        return reply
    }

    private func page(
        of objects: [RawObject], _ path: String, _ query: QueryOptions, _ asked: Asked,
        fault: FaultPlan.Fault?
    ) -> Reply {
        let isAdvanced = query["$count"] == "true" && Costs.isDirectory(path)
        if isAdvanced, asked.headers["consistencylevel"] != "eventual" {
            return .error(400, "Request_UnsupportedQuery")
        }
        let chosen = Filter(query["$filter"]).map { filter in objects.filter(filter.holds) } ?? objects
        let start = query["$skiptoken"].flatMap { Int($0.split(separator: ".").last ?? "") } ?? 0
        guard start <= chosen.count else { return .error(400, "Directory_ExpiredPageToken") }
        let isEmptyPage = fault == .emptyPage
        let size = min(query.top ?? options.pageSize, Costs.largestPage(path, query, options))
        let end = isEmptyPage ? start : min(start + size, chosen.count)
        let shaping = Shaping(path: path, query: query)
        var members: [(name: String, value: Data)] = [
            ("@odata.context", Data("\"\(root)/v1.0/$metadata#\(context(path))\"".utf8))
        ]
        if query["$count"] == "true", start == 0 {
            members.append(("@odata.count", Data("\(chosen.count)".utf8)))
        }
        if end < chosen.count || isEmptyPage {
            var target = asked
            generation += 1
            let others = target.query.split(separator: "&").filter { !$0.hasPrefix("$skiptoken") }
            target.query = (others + ["$skiptoken=t\(generation).\(end)"]).joined(separator: "&")
            if fault == .repeatedLink, start > 0 { target.query = asked.query }
            let link = root + target.path + "?" + target.query
            members.append(("@odata.nextLink", Data("\"\(link)\"".utf8)))
        }
        members.append(("value", TenantFolder.array(chosen[start..<end].map(shaping.shape))))
        return Reply(headers: ["Content-Type": "application/json"], body: RawObject(members: members).data)
    }

    /// `groups/<id>/owners` → `directoryObjects`, others as they are.
    private func context(_ path: String) -> String {
        let parts = path.split(separator: "/").map(String.init)
        if ["members", "owners", "sponsors", "internalSponsors", "externalSponsors"].contains(parts.last) {
            return "directoryObjects"
        }
        if path == "directory/deletedItems/microsoft.graph.user" { return "users" }
        return parts.reduce(into: "") { text, part in
            let isId = part.contains("-") && part.count == 36
            text += isId ? "('\(part)')" : (text.isEmpty ? "" : "/") + part
        }
    }
}

/// The order of answers in a batch, never that of the requests.
private struct Shuffler: RandomNumberGenerator {
    private var random = SplitMix(state: 7)

    mutating func next() -> UInt64 { random.next() }
}
