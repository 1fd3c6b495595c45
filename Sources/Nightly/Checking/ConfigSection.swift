import Foundation
import Model
import Reports

/// A mapping of the configuration, of which each key is read by itself: a fault of one does not hide that of another.
struct ConfigSection {
    let reader: YAMLReader
    let faults: ConfigFaults
    /// What relative paths are relative to.
    let folder: URL

    /// Every key that is not among these is a fault.
    init(_ reader: YAMLReader, keys: [String], faults: ConfigFaults, folder: URL) {
        self.reader = reader
        self.faults = faults
        self.folder = folder
        for fault in reader.faults(beyond: keys) { faults.add(fault) }
    }

    /// A mapping within this one.
    func section(_ reader: YAMLReader, keys: [String]) -> ConfigSection {
        ConfigSection(reader, keys: keys, faults: faults, folder: folder)
    }

    /// nil where the key is missing, or faulty, which is noted.
    func read<Value>(_ key: String, _ take: (YAMLReader) throws(ReportsError) -> Value) -> Value? {
        guard let place = reader.optional(key) else { return nil }
        return faults.trying { () throws(ReportsError) in try take(place) }
    }

    /// The same, where the key must be there.
    func need<Value>(_ key: String, _ take: (YAMLReader) throws(ReportsError) -> Value) -> Value? {
        faults.trying { () throws(ReportsError) in try take(try reader.required(key)) }
    }

    /// The items of a list, each read by itself; nil where one is faulty.
    func list<Value>(_ key: String, _ take: (YAMLReader) -> Value?) -> [Value]? {
        guard let items = read(key, { (place) throws(ReportsError) in try place.items() }) else {
            return reader.optional(key) == nil ? [] : nil
        }
        let values = items.map(take)
        return values.contains { $0 == nil } ? nil : values.compactMap(\.self)
    }

    func text(_ key: String) -> String? {
        read(key) { (place) throws(ReportsError) in try place.text() }
    }

    func path(_ key: String) -> String? {
        text(key).map(path(of:))
    }

    func path(of text: String) -> String {
        text.hasPrefix("/") ? text : folder.appending(path: text).standardizedFileURL.path
    }
}

extension YAMLReader {
    /// `P14D`, or as people write it: `14d`, `26weeks`, `24months`.
    func duration() throws(ReportsError) -> CalendarDuration {
        let text = try text()
        guard let duration = CalendarDuration(text) ?? CalendarDuration.spoken(text) else {
            throw error("a time is expected here, such as 14d, 26weeks, 24months or PT10M")
        }
        return duration
    }

    /// A number of things, or a time.
    func retention() throws(ReportsError) -> Retention {
        guard let number = Int(try text()) else { return .last(try duration()) }
        guard number > 0 else { throw error("at least 1 is kept") }
        return .newest(number)
    }
}
