import GraphImport

extension MappedField.Kind {
    /// Whether values of a type of the metadata can be read as this kind.
    func takes(_ type: Metadata.TypeName, in metadata: Metadata) -> Bool {
        if self == .json { return true }
        if type.isCollection { return false }
        let isWord = metadata.enumeration(type.name) != nil
        guard let primitive = metadata.primitive(type.name) else { return self == .text && isWord }
        switch self {
        case .text: return ["Edm.String", "Edm.Guid", "Edm.Duration"].contains(primitive)
        case .id: return ["Edm.String", "Edm.Guid"].contains(primitive)
        case .boolean: return primitive == "Edm.Boolean"
        case .integer:
            return ["Edm.Byte", "Edm.SByte", "Edm.Int16", "Edm.Int32", "Edm.Int64"].contains(primitive)
        case .instant: return ["Edm.DateTimeOffset", "Edm.Date"].contains(primitive)
        case .json: return true
        }
    }

    var noun: String {
        switch self {
        case .text: "a text"
        case .boolean: "a boolean"
        case .integer: "a whole number"
        case .instant: "a moment"
        case .id: "an id"
        case .json: "a value"
        }
    }
}

extension Metadata {
    /// Whether the document says what the type is.
    func isHeld(_ type: TypeName) -> Bool { isValue(type) || structure(type.name) != nil }
}

extension Metadata.TypeName: CustomStringConvertible {
    var description: String { isCollection ? "Collection(\(name))" : name }
}
