import Testing

@testable import GraphImport
@testable import GraphSchema

/// Which types an entity is held against, and which words it knows.
@Suite struct TypeTests {
    private static let states = """
        <EntityType Name="thing"><Property Name="state" Type="graph.state"/></EntityType>
        <EnumType Name="state"><Member Name="open"/>
        <Member Name="shut"/>
        <Member Name="unknownFutureValue"/></EnumType>
        """

    @Test func membersWithoutAWordAreToldAndNoFault() throws {
        let state = Field.text("state", doc: "")
        #expect(
            try findings([state.knowing(["Open"])], in: Self.states)
                == ["3: thing.state: shut, of state"])
        #expect(try findings([state.knowing(["open", "shut"])], in: Self.states).isEmpty)
        #expect(try check([state], in: Self.states).isFitting)
    }

    @Test func anEntityWithoutATypeIsFoundByItsPath() throws {
        let elements = """
            <EntityType Name="shop"><NavigationProperty Name="things" Type="Collection(graph.thing)"/></EntityType>
            <EntityType Name="thing"><NavigationProperty Name="parts" Type="Collection(graph.part)"/></EntityType>
            <EntityType Name="part"/><EntityType Name="screw" BaseType="graph.part">
            <Property Name="size" Type="Edm.Int32"/></EntityType>
            """
        let size = Field.boolean("size", doc: "")
        for path in ["things/*/parts", "parts/graph.screw"] {
            #expect(
                try findings([size], in: elements, paths: [path])
                    == ["4: thing.size: size is Edm.Int32, not a boolean"])
        }
        #expect(
            try check([size], in: elements, paths: ["things/*/wheels"]).unheld.map(\.by) == [
                "things/*/wheels"
            ])
    }

    @Test func aTypeThatIsNotThereIsAFaultOnlyInAWholeService() throws {
        let things = [
            MappedEntity(Entity("thing", doc: "", paths: [], types: ["thing"], fields: [.text("a", doc: "")]))
        ]
        let other = "<EntityType Name=\"other\"/>"
        let cut = SchemaCheck(try metadata(document(other)), of: things)
        #expect(cut.unheld.map(\.by) == ["thing"])
        #expect(cut.isFitting)
        let whole = SchemaCheck(
            try metadata(document(other + "<EntityContainer Name=\"Service\"/>")), of: things)
        #expect(whole.unheld.map(\.entity) == ["thing"])
        #expect(!whole.isFitting)
    }

    @Test func namesAreFoundThroughAliasesAndDefinitions() throws {
        let elements = """
            <EntityType Name="thing" BaseType="far.base"/>
            <TypeDefinition Name="mail" UnderlyingType="Edm.String"/>
            """
        let beside = """
            <Schema Namespace="a.far.place" Alias="far"><EntityType Name="base">
            <Property Name="mail" Type="microsoft.graph.mail"/></EntityType></Schema>
            """
        let thing = Entity("thing", doc: "", paths: [], types: ["thing"], fields: [.text("mail", doc: "")])
        let check = SchemaCheck(try metadata(document(elements, beside: beside)), of: [MappedEntity(thing)])
        #expect(check.fitCount == 1)
    }

    @Test func basesThatGoInACircleEnd() throws {
        let elements = """
            <EntityType Name="thing" BaseType="graph.other"/><EntityType Name="other" BaseType="graph.thing"/>
            """
        #expect(
            try findings([.text("name", doc: "")], in: elements) == [
                "1: thing.name: thing has no name"
            ])
    }

    @Test func aDocumentOfVeryManyTypesOnAPathTakesNoTime() throws {
        var elements = "<EntityType Name=\"thing\"/>"
        for number in 1...5_000 { elements += "<EntityType Name=\"t\(number)\" BaseType=\"graph.thing\"/>" }
        #expect(
            try findings([.text("name", doc: "")], in: elements)
                == ["-2: thing.name: more types lie on the way than are looked through (name)"])
        let members = (1...5_000).map { "<Member Name=\"m\($0)\"/>" }.joined()
        let states = """
            <EntityType Name="thing"><Property Name="state" Type="graph.state"/></EntityType>
            <EnumType Name="state">\(members)</EnumType>
            """
        #expect(try findings([.text("state", doc: "")], in: states).count == 1_000)
    }

    @Test func keysWithASignAreOneKey() {
        let sources = { (path: String) in Field.text("a", path, doc: "").sources }
        #expect(sources("principal.@odata.type") == [["principal", "@odata.type"]])
        #expect(sources("@odata.type") == [["@odata.type"]])
        #expect(sources("manager@delta") == [["manager@delta"]])
        #expect(sources("a.b@odata.count") == [["a", "b@odata.count"]])
    }
}
