import JSONText
import Store

/// What an object tells of another directory object besides. Bytes are valid as long as the object.
struct Telling {
    let source: ToldSource
    let id: UnsafeRawBufferPointer
    var kind: UnsafeRawBufferPointer?
    var displayName: UnsafeRawBufferPointer?
    var userPrincipalName: UnsafeRawBufferPointer?

    /// What a reference such as `{"@odata.type": …, "id": …, "displayName": …}` tells.
    init?(_ source: ToldSource, _ reference: JSONValue?, id: UnsafeRawBufferPointer? = nil) {
        guard let reference, let id = id ?? reference.bytes("id"), !id.isEmpty else { return nil }
        self.source = source
        self.id = id
        kind = reference.odataTypeBytes
        displayName = reference.bytes("displayName").flatMap { $0.isEmpty ? nil : $0 }
        userPrincipalName = reference.bytes("userPrincipalName") ?? reference.bytes("principalName")
    }
}
