import ArgumentParser

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write reports on the state at a moment.",
        discussion: """
              tenure report
              tenure report access
              tenure report access --as-of 2026-06-30 --format csv,json --out audit/
              tenure report access --scope all --all
              tenure report changes --since 2026-06-30 --as-of 2026-07-31
              tenure report --list
              tenure report describe access --schema
              tenure report new ends --to my-reports
              tenure report check my-reports/ends.yaml

            Without names it writes the pack: every report that asks for nothing, and index.html, which links them. \
            `tenure report write --help` tells the options. Ends with 3 when something that a report needs is partial or missing; the report says what.
            """,
        subcommands: [WriteReports.self, DescribeReport.self, NewReport.self, CheckReports.self],
        defaultSubcommand: WriteReports.self)
}
