/// The names of a workbook's sheets: those of the CSV files, as far as Excel takes them.
///
/// Excel wants at most 31 characters, none of `[]:*?/\`, no two that differ by case only, and keeps `History`.
struct SheetNames {
    /// The sheet that says what the workbook is.
    let about: String
    private static let longest = 31
    private var taken: Set<String> = ["history"]

    init(about wanted: String) {
        about = SheetNames.clean(wanted)
        taken.insert(about.lowercased())
    }

    /// A name like the one that is wanted: with ` (2)` for what goes on, or where it is taken.
    mutating func name(_ wanted: String, part: Int = 1) -> String {
        let clean = SheetNames.clean(wanted)
        var number = part
        while true {
            let ending = number == 1 ? "" : " (\(number))"
            let name = String(clean.prefix(SheetNames.longest - ending.count)) + ending
            if taken.insert(name.lowercased()).inserted { return name }
            number += 1
        }
    }

    private static func clean(_ wanted: String) -> String {
        String(wanted.prefix(longest).map { "[]:*?/\\'".contains($0) ? "-" : $0 })
    }
}
