import Foundation
import Testing

@testable import Reports

@Suite struct ChannelTests {
    @Test func everythingIsReceivedInItsOrder() {
        let channel = Channel<Int>(capacity: 3)
        Thread {
            for number in 0..<1000 where !channel.send(number) { break }
            channel.close()
        }.start()
        var received: [Int] = []
        while let number = channel.receive() { received.append(number) }
        #expect(received == Array(0..<1000))
        #expect(channel.receive() == nil)
    }

    @Test func whoSendsLearnsThatNobodyReceives() {
        let channel = Channel<Int>(capacity: 2)
        Thread {
            _ = channel.receive()
            channel.close()
        }.start()
        var sent = 0
        while channel.send(sent) { sent += 1 }
        #expect(sent <= 4)
        #expect(!channel.send(sent))
    }
}
