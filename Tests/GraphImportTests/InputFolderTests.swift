import Model
import Testing

@testable import GraphImport

/// Paths and components, put together from names.
@Suite struct InputFolderTests {
    private func file(_ name: String, in folder: InputFolder) -> InputFile {
        InputFile(name, in: folder, modifiedAt: Instant(ticks: 0), size: 0)
    }

    @Test(arguments: [("exports", "exports/groups/g1/members.json"), ("/", "/groups/g1/members.json")])
    func aPathBeginsAsTheUserNamedIt(named: String, path: String) {
        let root = InputFolder(["/", "home", "exports"], named: named)
        let folder = InputFolder("g1", in: InputFolder("groups", in: root))
        let file = file("members.json", in: folder)
        #expect(file.path == path)
        #expect(file.components == ["/", "home", "exports", "groups", "g1", "members.json"])
        #expect(folder.path == path.dropLast("/members.json".count))
        #expect(root.path == named)
    }

    @Test func foldersOfTheSameComponentsAreOne() {
        let one = InputFolder(["/", "a", "b"])
        let other = InputFolder("b", in: InputFolder(["/", "a"], named: "a"))
        #expect(one == other)
        #expect(one.hashValue == other.hashValue)
        #expect(one != InputFolder(["/", "c", "b"]))
        #expect(one != InputFolder(["a", "b"]))
        #expect(one.text == "//a/b")
    }

    @Test func ofAnObjectInAFolderOfItsOwnTheOneAroundIsTheCollection() {
        let groups = InputFolder(["/", "Groups"])
        let file = file("g1.json", in: InputFolder("g1", in: groups))
        #expect(file.collectionFolder(isExported: true) === groups)
        #expect(file.collectionFolder(isExported: false) === file.place)
    }
}
