import Model
import Testing

@Suite struct CalendarDurationTests {
    @Test(arguments: [
        ("P14D", CalendarDuration(days: 14)), ("P1Y2M", CalendarDuration(months: 14)),
        ("P2W", CalendarDuration(days: 14)),
        ("PT3H", CalendarDuration(ticks: 3 * 3600 * 10_000_000)), ("P0D", CalendarDuration()),
        ("P1DT1.5S", CalendarDuration(days: 1, ticks: 15_000_000)),
    ])
    func readsDurationsOfISO8601(text: String, expected: CalendarDuration) {
        #expect(CalendarDuration(text) == expected)
    }

    @Test(arguments: [
        "", "P", "PT", "P1DT", "1D", "P-1D", "-P1D", "p1d", "P1.5D", "P1", "P1H", "PT1D", "P1S", "P1D ",
        "14 days",
        "P9999999999999999999D", "P1000000000D", "P1Y1Y", "P1D1Y", "PT1H1H", "PT1S1H",
        "PT99999999H99999999H99999999H99999999H",
    ])
    func anythingElseIsNone(text: String) {
        #expect(CalendarDuration(text) == nil)
    }

    @Test(arguments: [
        "P99999999Y99999999M99999999W99999999DT99999999H99999999M99999999S", "P99999999D", "PT99999999H",
    ])
    func whatLiesBeyondTheLastYearNeverEnds(text: String) throws {
        let duration = try #require(CalendarDuration(text))
        for start in ["0002-01-01", "2026-05-01T08:00:00Z", "9999-12-31T23:59:59.9999999Z"] {
            let end = try #require(Instant(start)).adding(duration)
            #expect(end.isNever || end < Instant(ticks: Int64.max))
            #expect(end.description.count == 20)
        }
        #expect(try #require(Instant("2026-05-01")).adding(duration).isNever)
    }

    @Test func aMonthAfterItsLastDayIsTheLastOfTheNext() throws {
        let end = try #require(Instant("2026-01-31T10:00:00Z")).adding(CalendarDuration(months: 1))
        #expect(end.description == "2026-02-28T10:00:00Z")
    }

    @Test(arguments: [
        "9999-12-31T23:59:59-23:59", "/Date(299999999999999)/", "9999-12-31T23:59:59.9999999Z",
    ])
    func yearsHaveFourDigits(text: String) throws {
        let moment = try #require(Instant(text))
        #expect(moment.description == "9999-12-31T23:59:59Z")
        #expect(moment.isNever)
    }
}
