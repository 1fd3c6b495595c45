import Foundation
import Model

/// A run in the text format of Prometheus (exposition format 0.0.4), for node_exporter's textfile collector.
struct Metrics {
    private let tally: RunTally
    private let config: NightlyConfig

    init(_ tally: RunTally, _ config: NightlyConfig) {
        self.tally = tally
        self.config = config
    }

    /// Readable for all: the collector is another user.
    func write(to path: String) throws {
        let before =
            FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        try WholeFile.write(Data(text(after: before).utf8), to: path, mode: 0o644)
    }

    /// - Parameter before: what the file said until now: a run that fails does not forget when one succeeded.
    func text(after before: String) -> String {
        let ended = tally.ended ?? tally.begun
        var families = [
            gauge(
                "run_exit_code", "Exit code of the last run: 0, 2 could not run, 3 incomplete.",
                Double(tally.exitCode)),
            gauge("run_begin_timestamp_seconds", "When the last run began.", tally.begun.epochSeconds),
            gauge("run_end_timestamp_seconds", "When the last run ended.", ended.epochSeconds),
        ]
        let success =
            tally.exitCode == 0 ? ended.epochSeconds : earlier("run_success_timestamp_seconds", before)
        if let success {
            families.append(
                gauge("run_success_timestamp_seconds", "When the last run ended that ended with 0.", success))
        }
        families.append(
            family(
                "run_step_seconds", "How long each step of the last run took.",
                tally.durations.map { ([("step", $0.key.rawValue)], $0.value) }))
        let observed =
            tally.observedAt?.epochSeconds ?? earlier("observed_timestamp_seconds", before)
        if let observed {
            families.append(
                gauge("observed_timestamp_seconds", "When the newest snapshot was observed.", observed))
        }
        families.append(
            family(
                "imported_objects", "Objects that the last run imported.",
                tally.objects.map { ([("entity", $0.key)], Double($0.value)) }))
        families.append(
            gauge("refused_files", "Files that the last run could not take.", Double(tally.refusedCount)))
        families.append(
            family(
                "gap", "What the last run found incomplete: 1, or 0 where it is a known gap.",
                tally.gaps.map { ([("entity", $0.key)], $0.value.isAccepted ? 0 : 1) }))
        families.append(
            family(
                "report_rows", "Rows of each report of the last run.",
                tally.rows.map { ([("report", $0.key)], Double($0.value)) }))
        families.append(
            gauge("hook_failures", "Hooks that failed in the last run.", Double(tally.failedHooks.count)))
        return families.joined()
    }

    private func gauge(_ name: String, _ help: String, _ value: Double) -> String {
        family(name, help, [([], value)])
    }

    /// Nothing where there is no value.
    private func family(
        _ name: String, _ help: String, _ values: [(labels: [(String, String)], value: Double)]
    ) -> String {
        guard !values.isEmpty else { return "" }
        let lines = values.map { "\(sample(name, $0.labels)) \(Metrics.number($0.value))" }.sorted()
        return "# HELP tenure_\(name) \(help)\n# TYPE tenure_\(name) gauge\n" + lines.joined(separator: "\n")
            + "\n"
    }

    private func sample(_ name: String, _ labels: [(String, String)] = []) -> String {
        let all = [("config", config.name)] + labels
        return "tenure_\(name){" + all.map { "\($0.0)=\"\(Metrics.escaped($0.1))\"" }.joined(separator: ",")
            + "}"
    }

    private func earlier(_ name: String, _ text: String) -> Double? {
        let start = sample(name) + " "
        return text.split(separator: "\n").first { $0.hasPrefix(start) }.flatMap {
            Double($0.dropFirst(start.count))
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int64(value)) : String(format: "%.3f", value)
    }
}

extension Instant {
    /// Whole seconds since 1970.
    fileprivate var epochSeconds: Double { (Double(ticks) / Double(Instant.ticksPerSecond)).rounded(.down) }
}
