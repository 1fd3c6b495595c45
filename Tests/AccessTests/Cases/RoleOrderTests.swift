import Model
import Testing

@testable import Access

/// The bytes of RoleOrder compare as its texts do one after the other.
@Suite struct RoleOrderTests {
    private static let texts = [
        "", "\0", "\0\0", "\0a", "\u{1}", "\u{1}\0", "\u{2}", "a", "a\0", "a\0b", "a\u{1}", "a\u{2}", "aa",
        "b",
        "Finance readers of the north", "Finance readers of the south", "é", "e\u{301}", "😀",
    ]

    @Test(arguments: texts, texts)
    func earlierTextsDecideBeforeLaterOnes(left: String, right: String) {
        for (low, high) in [("a", "b"), ("", "\0"), ("z", "z")] {
            let names = CodePointOrder.compare(left, right)
            let expected = names != 0 ? names : CodePointOrder.compare(low, high)
            let one = RoleOrder(left, low, "", "")
            let other = RoleOrder(right, high, "", "")
            #expect(RoleOrder.compare(one, other).signum() == expected.signum())
            if (one.high, one.low) != (other.high, other.low) {
                #expect(((one.high, one.low) < (other.high, other.low)) == (expected < 0))
            }
        }
    }
}
