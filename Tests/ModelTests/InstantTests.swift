import Model
import Testing

@Suite struct InstantTests {
    @Test(arguments: [
        ("2026-06-01T08:00:00Z", "2026-06-01T08:00:00Z"),
        ("2026-06-01T08:00:00.1234567Z", "2026-06-01T08:00:00Z"),
        ("2025-11-07T00:05:51-05:30", "2025-11-07T05:35:51Z"),
        ("2023-01-16T22:21:30+02:00", "2023-01-16T20:21:30Z"),
        ("2026-02-08T06:57:21", "2026-02-08T06:57:21Z"),
        ("2026-02-08", "2026-02-08T00:00:00Z"),
        ("2/15/2022 9:35:23 AM +00:00", "2022-02-15T09:35:23Z"),
        ("12/31/2022 12:00:01 AM +00:00", "2022-12-31T00:00:01Z"),
        ("/Date(1625097600000)/", "2021-07-01T00:00:00Z"),
        ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59Z"),
        ("2024-02-29T24:00:00Z", "2024-03-01T00:00:00Z"),
    ])
    func readsTheFormsThatGraphWrites(text: String, printed: String) {
        #expect(Instant(text)?.description == printed)
    }

    @Test(arguments: [
        "", "null", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00-05:00", "2026-02-30T00:00:00Z", "2026-13-01",
        "00000000-0000-0000-0000-000000000000", "2026-06-01T08:00:00Zx", "2026-06-01T25:00:00Z", "yesterday",
    ])
    func sentinelsAndOtherTextAreNoDate(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func keepsSevenFractionalDigits() throws {
        let early = try #require(Instant("2026-06-01T08:00:00.0000001Z"))
        let late = try #require(Instant("2026-06-01T08:00:00.0000002999Z"))
        #expect(late.ticks - early.ticks == 1)
    }

    @Test func endOfTheLastDayMeansNever() throws {
        #expect(try #require(Instant("9999-12-31")).isNever)
        #expect(try #require(Instant("9999-12-31T23:59:59.9999999Z")).isNever)
        #expect(try !#require(Instant("9998-12-31T00:00:00Z")).isNever)
    }

    @Test(arguments: [
        ("2026-01-31T10:00:00Z", "P1M", "2026-02-28T10:00:00Z"),
        ("2024-01-31T10:00:00Z", "P1M", "2024-02-29T10:00:00Z"),
        ("2026-01-31T23:30:00Z", "P14D", "2026-02-14T23:30:00Z"),
        ("2026-01-31T23:30:00Z", "PT3H", "2026-02-01T02:30:00Z"),
        ("2026-12-15T00:00:00Z", "P1Y2M1W1DT1M1.5S", "2028-02-23T00:01:01Z"),
        ("2026-12-15T00:00:00Z", "P99999Y", "9999-12-31T00:00:00Z"),
    ])
    func durationsAreAddedOnTheCalendar(start: String, duration: String, end: String) throws {
        let sum = try #require(Instant(start)).adding(#require(CalendarDuration(duration)))
        #expect(sum.description == end)
    }

    @Test(arguments: [
        "", "P", "PT", "14D", "P-1D", "-P1D", "P1.5M", "null", "P1H", "PT1D", "P1D1Y", "P1D1YD", "PT1S2S",
        "PT1S1.5S",
    ])
    func otherTextIsNoDuration(text: String) {
        #expect(CalendarDuration(text) == nil)
    }

    @Test func identifiersFoldOnlyGUIDs() {
        let guid = "49B74E4C-AC3B-98F4-C29E-16A4301AA0CA"
        #expect(Identifier.normalized(guid) == guid.lowercased())
        #expect(Identifier.normalized("Member_" + guid) == "Member_" + guid.lowercased())
        #expect(Identifier.normalized("bB6WGXOaiYcU3LX_AApeF36hAx9YhiyYogAnevq8v8w").hasPrefix("bB6"))
    }
}
