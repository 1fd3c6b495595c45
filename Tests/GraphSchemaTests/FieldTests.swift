import GraphSchema
import Testing

@testable import GraphImport

/// Fields, and what metadata says of them: line within the elements, field, problem.
@Suite struct FieldTests {
    @Test func aFieldOfABaseTypeIsThere() throws {
        let elements = """
            <EntityType Name="entity"><Property Name="id" Type="Edm.String"/></EntityType>
            <EntityType Name="thing" BaseType="graph.entity"/>
            """
        #expect(try findings([.id("id", doc: "")], in: elements).isEmpty)
    }

    @Test func aFieldOfADerivedTypeIsThere() throws {
        let elements = """
            <EntityType Name="thing"><NavigationProperty Name="by" Type="graph.identity"/></EntityType>
            <ComplexType Name="identity"/>
            <ComplexType Name="user" BaseType="graph.identity"/>
            <ComplexType Name="guest" BaseType="graph.user"><Property Name="mail" Type="Edm.String"/></ComplexType>
            """
        #expect(try findings([.text("mail", "by.mail", doc: "")], in: elements).isEmpty)
    }

    @Test func aMissingFieldIsToldWithTheLineOfTheTypeThatLacksIt() throws {
        let elements = """
            <EntityType Name="thing"><Property Name="plan" Type="graph.plan"/></EntityType>
            <ComplexType Name="plan">
            <Property Name="start" Type="Edm.DateTimeOffset"/>
            </ComplexType>
            """
        #expect(
            try findings(
                [.instant("start", "plan.start", doc: ""), .instant("end", "plan.end", doc: "")], in: elements
            )
                == ["2: thing.end: plan has no end (plan.end)"])
    }

    @Test func aFieldOfAnotherTypeIsToldWithTheLineOfTheProperty() throws {
        let elements = """
            <EntityType Name="thing">
            <Property Name="hidden" Type="Edm.String"/>
            <Property Name="at" Type="Edm.Int64"/>
            <Property Name="size" Type="Edm.Double"/>
            <Property Name="name" Type="graph.label"/>
            <Property Name="tags" Type="Collection(Edm.String)"/>
            <Property Name="whole" Type="graph.label"/>
            </EntityType><ComplexType Name="label"/>
            """
        let fields: [Field] = [
            .boolean("hidden", doc: ""), .instant("at", doc: ""), .text("name", doc: ""),
            .text("tags", doc: ""),
            .json("whole", doc: ""), .derived(.integer, "size", reads: ["size"], doc: "") { _ in .absent },
        ]
        #expect(
            try findings(fields, in: elements) == [
                "2: thing.hidden: hidden is Edm.String, not a boolean",
                "3: thing.at: at is Edm.Int64, not a moment",
                "5: thing.name: name is graph.label, not a text",
                "6: thing.tags: tags is Collection(Edm.String), not a text",
                "4: thing.size: size is Edm.Double, not a whole number",
            ])
    }

    @Test func oneAlternativeThatFitsIsEnough() throws {
        let elements = """
            <EntityType Name="thing"><Property Name="new" Type="Edm.Guid"/><Property Name="odd" Type="Edm.Date"/>
            </EntityType>
            """
        #expect(try findings([.id("id", "old", "odd", "new", doc: "")], in: elements).isEmpty)
        #expect(
            try findings([.id("id", "old", "odd", doc: "")], in: elements)
                == ["1: thing.id: odd is Edm.Date, not an id"])
    }

    @Test func whatOthersTellIsNoFault() throws {
        let elements = "<EntityType Name=\"thing\"/>"
        let fields: [Field] = [
            .text("a", doc: "").told(by: .beta), .text("b", doc: "").told(by: .otherTools),
            .text("c", doc: "").told(by: .unlisted), .text("type", "@odata.type", doc: ""),
        ]
        let check = try check(fields, in: elements)
        #expect(check.misfits.isEmpty)
        #expect(check.declaredCount == 3)
        #expect(check.fitCount == 1)
    }

    @Test func whatODataSaysOfEveryObjectStandsInForNothing() throws {
        let field = Field.id("manager", "manager.id", "manager@delta", doc: "")
        #expect(
            try findings([field], in: "<EntityType Name=\"thing\"/>")
                == ["1: thing.manager: thing has no manager (manager.id)"])
    }

    @Test func aWayThroughAListOrAValueIsNoWay() throws {
        let elements = """
            <EntityType Name="thing"><NavigationProperty Name="all" Type="Collection(graph.thing)"/>
            <Property Name="name" Type="Edm.String"/></EntityType>
            """
        #expect(
            try findings([.text("a", "all.name", doc: ""), .text("b", "name.first", doc: "")], in: elements)
                == [
                    "1: thing.a: all is a list, of whose elements nothing is read (all.name)",
                    "2: thing.b: name is Edm.String, which has no members (name.first)",
                ])
    }

    @Test func whatLeadsOutOfTheFileIsNotJudged() throws {
        let elements = """
            <EntityType Name="thing"><NavigationProperty Name="by" Type="graph.user"/>
            <Property Name="state" Type="graph.state"/></EntityType>
            """
        let check = try check([.text("by", "by.mail", doc: ""), .text("state", doc: "")], in: elements)
        #expect(check.unheldWithin == ["user", "state"])
        #expect(check.unjudgedCount == 2)
        #expect(check.isFitting)
    }
}
