extension Reading {
    /// Surveys the text, and if it is not valid finds out where and why.
    func validSurvey() throws -> Survey {
        do {
            return try survey()
        } catch let broken as Broken {
            guard let fault = try locateFault() else { throw broken.otherwise }
            throw JSONTextError.invalid(
                file: name, line: fault.place.line, column: fault.place.column, fault: fault.fault)
        }
    }

    /// The first fault in the text.
    private func locateFault() throws(JSONTextError) -> LocatedFault? {
        try go(to: .init(offset: 0, line: 1))
        var locator = FaultLocator(depthLimit: limits.depth)
        while true {
            try fill(1 << 16)
            do {
                try locator.check(buffer.bytes(buffer.start..<buffer.end))
                if buffer.count == 0 { try locator.checkEnd() }
            } catch {
                return error
            }
            if buffer.count == 0 { return nil }
            buffer.consume(buffer.count)
        }
    }
}
