import Foundation

/// Runs a program for a pack. What it prints is kept back while it succeeds.
struct HookStep {
    private let run: NightlyRun
    private let hook: Hook
    /// Of what a failed program printed, the last of it is said.
    private static let saidLines = 20
    private static let saidBytes = 16 * 1024
    /// After this it is killed.
    private static let patience = 10.0
    /// They are nobody else's.
    private static let ownVariables = ["AZURE_CLIENT_SECRET", "TENURE_ACCESS_TOKEN"]

    init(_ run: NightlyRun, _ hook: Hook) {
        self.run = run
        self.hook = hook
    }

    /// Its failure is noted and does not keep the next ones from being run.
    func run(_ tally: inout RunTally, folder: String) throws {
        let start = run.surroundings.now()
        let output = try HookOutput()
        let program = hook.command[0]
        let failure = failure(output, folder: folder)
        tally.took(.hook, from: start, to: run.surroundings.now())
        guard let failure else {
            return run.log(.info, .hook, "\(program): done")
        }
        tally.failedHooks.append(program)
        for line in output.tail(Self.saidBytes).suffix(Self.saidLines) {
            run.log(.error, .hook, "\(program): \(line)")
        }
        run.log(.error, .hook, "\(program) \(failure); the pack is in \(folder)")
    }

    /// How it failed, in words; nil where it did not.
    private func failure(_ output: HookOutput, folder: String) -> String? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: hook.command[0])
        process.arguments = hook.command.dropFirst().map { $0.replacing("{folder}", with: folder) }
        var environment = run.surroundings.environment
        for name in Self.ownVariables { environment[name] = nil }
        environment["TENURE_PACK"] = folder
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output.handle
        process.standardError = output.handle
        let done = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in done.signal() }
        do {
            try process.run()
        } catch {
            return "could not be started"
        }
        if done.wait(timeout: .now() + hook.timeout) == .timedOut {
            process.terminate()
            if done.wait(timeout: .now() + Self.patience) == .timedOut {
                kill(process.processIdentifier, SIGKILL)
                done.wait()
            }
            return "took longer than \(Int(hook.timeout)) s and was ended"
        }
        guard process.terminationStatus != 0 || process.terminationReason == .uncaughtSignal else {
            return nil
        }
        return process.terminationReason == .exit
            ? "failed with exit code \(process.terminationStatus)"
            : "was ended by signal \(process.terminationStatus)"
    }
}

/// What a program prints, in a file without a name.
private struct HookOutput {
    let handle: FileHandle

    init() throws {
        let folder = FileManager.default.temporaryDirectory.path
        var template = Array((folder + "/tenure-hook-XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw NightlyError.cannotWrite(folder) }
        unlink(template)
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// The lines at its end.
    func tail(_ bytes: Int) -> [String] {
        let descriptor = handle.fileDescriptor
        let size = Int(lseek(descriptor, 0, SEEK_END))
        var buffer = [UInt8](repeating: 0, count: min(size, bytes))
        let count = pread(descriptor, &buffer, buffer.count, off_t(size - buffer.count))
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self).split(
            whereSeparator: \.isNewline
        )
        .map(String.init)
    }
}
