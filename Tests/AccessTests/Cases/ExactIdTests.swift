import Access
import Model
import Testing

/// ACCESS.md 1: ids that are no GUIDs compare exactly, also where they look the same.
@Suite struct ExactIdTests {
    @Test func resourcesAndRolesCompareByTheirBytes() {
        let ids = ["https://contoso.example/caf\u{E9}", "https://contoso.example/cafe\u{301}"]
        #expect(Set(ids.map { Resource(type: .site, id: $0, name: nil) }).count == 2)
        #expect(Set(ids.map { Role(id: $0, name: "Reader") }).count == 2)
    }
}
