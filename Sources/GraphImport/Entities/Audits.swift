import JSONText
import Store

extension Entity {
    static let directoryAudit = Entity(
        "directoryAudit", doc: "what happened in the directory; the source forgets after 30 days",
        kind: .event,
        paths: ["auditLogs/directoryAudits", "directoryAudits"], types: ["directoryAudit"],
        signatures: [["activityDisplayName", "activityDateTime", "id"]],
        fields: [
            .text("category", doc: "category"),
            .text("activity", "activityDisplayName", doc: "what was done"),
            .instant("activityAt", "activityDateTime", doc: "when"),
            .text("result", doc: "whether it succeeded").knowing(["success", "failure", "timeout"]),
            .text("resultReason", doc: "why it failed"),
            .text("service", "loggedByService", doc: "which service tells"),
            .text("operationType", doc: "kind of operation"),
            .text("correlationId", doc: "binds events together"),
            .id("initiator", "initiatedBy.user.id", "initiatedBy.app.servicePrincipalId", doc: "who did it"),
            .text(
                "initiatorName", "initiatedBy.user.displayName", "initiatedBy.app.displayName",
                doc: "its name"),
            .text("initiatorPrincipalName", "initiatedBy.user.userPrincipalName", doc: "its UPN"),
            .text("initiatorApp", "initiatedBy.app.displayName", doc: "the application, where one did it"),
            .json("targets", "targetResources", doc: "what it was done to"),
            .json("details", "additionalDetails", doc: "further details"),
        ],
        ignored: ["userAgent", "@microsoft.graph.tips"], mentions: mentions,
        tells: { object, tell in
            if let telling = Telling(.audit, object.inner(["initiatedBy", "user"])) { tell(telling) }
            object.member("targetResources")?.forEachElement { target in
                guard var telling = Telling(.audit, target) else { return }
                // A target's type is no @odata.type, and its name may be of anything.
                telling.kind = nil
                telling.displayName = nil
                tell(telling)
            }
        })

    /// The ids that an audit event names: targets, values of details, the correlation (ACCESS.md 4).
    static func mentions(of audit: JSONValue, _ take: (UnsafeRawBufferPointer) -> Void) {
        func add(_ id: UnsafeRawBufferPointer?) {
            // Details may hold anything; text and addresses are no ids.
            guard let id, 1...128 ~= id.count, !id.contains(UInt8(ascii: " ")), !isAddress(id) else { return }
            take(id)
        }
        audit.forEachMember { key, value in
            switch key {
            case "correlationId": add(value.utf8)
            case "targetResources": value.forEachElement { add($0.bytes("id")) }
            case "additionalDetails": value.forEachElement { add($0.bytes("value")) }
            default: break
            }
        }
    }

    private static func isAddress(_ text: UnsafeRawBufferPointer) -> Bool {
        var rest = text[...]
        while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
            rest = rest[(colon + 1)...]
            if rest.starts(with: "//".utf8) { return true }
        }
        return false
    }
}
