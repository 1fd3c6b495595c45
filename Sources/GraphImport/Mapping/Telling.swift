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
        guard let reference else { return nil }
        var own = id
        var (type, otherType): (Text, Text) = (nil, nil)
        var (name, userName, principalName): (Text, Text, Text) = (nil, nil, nil)
        reference.forEachMember { key, value in
            switch key {
            case "id" where id == nil: own = value.utf8
            case "@odata.type": type = value.utf8
            case "odata.type": otherType = value.utf8
            case "displayName": name = value.utf8
            case "userPrincipalName": userName = value.utf8
            case "principalName": principalName = value.utf8
            default: break
            }
        }
        guard let own, !own.isEmpty else { return nil }
        self.source = source
        self.id = own
        kind = (type ?? otherType).map(JSONValue.typeName)
        displayName = name.flatMap { $0.isEmpty ? nil : $0 }
        userPrincipalName = userName ?? principalName
    }

    private typealias Text = UnsafeRawBufferPointer?
}
