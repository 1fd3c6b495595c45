/// The grants of one person in the order of the report (ACCESS.md 3 and 5).
///
/// They stay where they were found: to move a grant takes longer than to find it.
public struct GrantList: RandomAccessCollection, Sendable {
    private let grants: [Grant]
    private let places: [Int]

    init(_ grants: [Grant], places: consuming [Int]) {
        Grant.sort(&places, of: grants)
        self.grants = grants
        self.places = places
    }

    public var startIndex: Int { places.startIndex }
    public var endIndex: Int { places.endIndex }

    public subscript(index: Int) -> Grant { grants[places[index]] }
}
