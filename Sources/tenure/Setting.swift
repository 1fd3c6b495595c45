import ArgumentParser

/// `name=value`
struct Setting {
    let name: String
    let value: String

    @Sendable init(_ argument: String) throws {
        guard let sign = argument.firstIndex(of: "="), sign > argument.startIndex else {
            throw ValidationError("\"\(argument)\" is no setting; write name=value")
        }
        name = String(argument[..<sign])
        value = String(argument[argument.index(after: sign)...])
    }
}
