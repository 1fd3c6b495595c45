import Foundation
import Model
import Reports

extension Hook {
    private static let standardTimeout = 3600.0

    /// A list of arguments, or a mapping that says how long it may take, too.
    init?(_ place: YAMLReader, _ top: ConfigSection) {
        if place.isMapping {
            let section = top.section(place, keys: ["command", "timeout"])
            let command = section.need("command") { (place) throws(ReportsError) in try place.command() }
            let timeout = section.read("timeout") { (place) throws(ReportsError) in try place.seconds() }
            guard let command else { return nil }
            self.init(command: command, timeout: timeout ?? Hook.standardTimeout)
        } else {
            guard let command = top.faults.trying({ () throws(ReportsError) in try place.command() })
            else { return nil }
            self.init(command: command, timeout: Hook.standardTimeout)
        }
    }
}

extension YAMLReader {
    /// A program by its whole path, which can be run, and its arguments.
    fileprivate func command() throws(ReportsError) -> [String] {
        guard !isText else {
            throw error(
                "a list of arguments is expected here, such as [/usr/bin/rsync, -a, \"{folder}/\", host:packs/]"
            )
        }
        let items = try items()
        guard let first = items.first else { throw error("it is empty") }
        guard try first.text().hasPrefix("/") else {
            throw first.error("the program is named by its whole path: cron and systemd know few folders")
        }
        var found = stat()
        guard stat(try first.text(), &found) == 0, found.st_mode & S_IFMT == S_IFREG,
            access(try first.text(), X_OK) == 0
        else { throw first.error("there is no such program, or it cannot be run") }
        return try texts()
    }

    fileprivate func seconds() throws(ReportsError) -> Double {
        let duration = try duration()
        guard duration.months == 0 else { throw error("months have no fixed length; write days or less") }
        let seconds = Double(duration.days) * 86_400 + Double(duration.ticks) / Double(Instant.ticksPerSecond)
        guard seconds > 0 else { throw error("longer than nothing") }
        return seconds
    }
}
