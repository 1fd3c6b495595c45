import Testing

@testable import JSONText

@Suite struct ShapeTests {
    @Test func objectWithAValueArrayIsAPage() throws {
        let text = #"{"@odata.context": "c", "value": [{"id": 1}, {"id": 2}], "@odata.nextLink": "n"}"#
        #expect(
            try documents(in: text) == [
                SeenDocument(
                    shape: .page, line: 1, envelope: #"{"@odata.context":"c","@odata.nextLink":"n"}"#,
                    items: [#"{"id":1}"#, #"{"id":2}"#], itemLines: [1, 1])
            ])
    }

    @Test func envelopeMayStandBehindTheItems() throws {
        let page = try #require(try documents(in: #"{"value":[1],"@odata.deltaLink":"d"}"#).first)
        #expect(page.envelope == #"{"@odata.deltaLink":"d"}"#)
        #expect(page.items == ["1"])
    }

    @Test func pageMayHaveNoItems() throws {
        let page = try #require(try documents(in: #"{"@odata.count":0,"value":[]}"#).first)
        #expect(page.shape == .page)
        #expect(page.items == [])
    }

    @Test func scalarItemsAreHandedOutAsTheyAre() throws {
        #expect(
            try items(in: #"{"value":["a",1,null,true,[2],{}]}"#) == [
                #""a""#, "1", "null", "true", "[2]", "{}",
            ])
    }

    @Test func objectWithoutAValueArrayIsItsOwnItem() throws {
        let text = #"{"id": "x", "value": "not an array"}"#
        let document = try #require(try documents(in: text).first)
        #expect(document.shape == .object)
        #expect(document.items == [#"{"id":"x","value":"not an array"}"#])
        #expect(document.envelope == document.items[0])
    }

    @Test func arrayHasItemsAndNoEnvelope() throws {
        #expect(
            try documents(in: "[{}, []]") == [
                SeenDocument(shape: .array, line: 1, envelope: "{}", items: ["{}", "[]"], itemLines: [1, 1])
            ])
    }

    @Test(arguments: ["1", "-0.5", "\"a b [\"", "true", "null"])
    func scalarIsADocumentForTheCallerToRefuse(text: String) throws {
        let document = try #require(try documents(in: text).first)
        #expect(document.shape == .scalar)
        #expect(document.items == [text])
    }

    @Test func keyOfTheItemsMayBeWrittenWithEscapes() throws {
        for limits in [JSONLimits(), .small] {
            let page = try #require(
                try documents(in: ##"{"\u0076alu\u0065": [1, 2, 3, 4, 5, 6]}"##, limits: limits).first)
            #expect(page.shape == .page)
            #expect(page.items.count == 6)
        }
    }

    @Test func innerValueArraysMakeNoPage() throws {
        for limits in [JSONLimits(), .small] {
            let document = try #require(
                try documents(in: #"{"a": {"value": [1, 2, 3]}, "b": [1]}"#, limits: limits).first)
            #expect(document.shape == .object)
        }
    }

    @Test func twoValueMembersAreRefusedSinceItIsOpenWhichIsMeant() throws {
        for text in [#"{"value":[1],"value":[2]}"#, #"{"value":null,"x":1,"value":[2,3,4,5]}"#] {
            #expect(try words(of: "\n" + text) == "f.json:2: member 'value' is given twice")
            #expect(try words(of: "\n" + text, limits: .small) == "f.json:2: member 'value' is given twice")
        }
    }
}
