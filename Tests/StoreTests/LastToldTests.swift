import Testing

@testable import Store

/// What is remembered of what an import told, and what is forgotten first.
@Suite struct LastToldTests {
    private func place(_ key: Int64, _ source: ToldSource) -> ToldPlace { ToldPlace(key, source) }

    @Test func eachSourceIsRememberedForItself() {
        var last = LastTold()
        #expect(last.set(place(1, .member), to: 7) == .nothing)
        #expect(last.set(place(1, .manager), to: 8) == .nothing)
        #expect(last.set(place(1, .member), to: 9) == .told(print: 7))
        #expect(last.set(place(1, .member), to: 9) == .told(print: 9))
    }

    @Test func theSourceThatToldNothingForLongestIsForgotten() {
        var last = LastTold(capacity: 4)
        for key in 1...2 { #expect(last.set(place(Int64(key), .member), to: UInt64(key)) == .nothing) }
        for key in 1...3 { #expect(last.set(place(Int64(key), .manager), to: UInt64(key)) == .nothing) }
        #expect(last.set(place(3, .manager), to: 3) == .told(print: 3))
        #expect(last.set(place(1, .member), to: 1) == .forgotten)
        #expect(last.set(place(1, .member), to: 1) == .told(print: 1))
    }

    @Test func oneSourceAloneIsForgottenAndSaysSo() {
        var last = LastTold(capacity: 1000)
        for key in 1...3000 {
            #expect(
                last.set(place(Int64(key), .member), to: UInt64(key)) == (key <= 1000 ? .nothing : .forgotten)
            )
        }
    }

    @Test func manyAreKeptApart() {
        var last = LastTold()
        for key in 1...100_000 { _ = last.set(place(Int64(key) * 37, .subject), to: UInt64(key)) }
        for key in 1...100_000 {
            #expect(last.set(place(Int64(key) * 37, .subject), to: 0) == .told(print: UInt64(key)))
        }
    }
}
