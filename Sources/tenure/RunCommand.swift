import ArgumentParser
import Foundation
import Nightly

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Pull or import, write the reports, and tidy up, as a file says: for cron and systemd.",
        discussion: """
            The file is checked as a whole before anything begins; everything that is wrong is said, with line and \
            key. A run prints one line when it is done; standard error holds only what somebody should look at.

              tenure run --check --config /etc/tenure/tenure.yaml
              tenure run --config /etc/tenure/tenure.yaml

            Samples/tenure.yaml explains every key; crontab and systemd units lie beside it. Ends with 0 when all is \
            complete but for the known gaps that the file accepts, with 3 when something else is incomplete, with 2 \
            when the file is faulty, another run goes on, a source cannot be read, or a hook failed.
            """)

    @Option(help: ArgumentHelp("The file.", valueName: "file"))
    var config: String

    @Flag(help: "Only check the file.")
    var check = false

    @Option(help: "How standard error is written: text, or json with all that is done, an object a line.")
    var logFormat = LogFormat.text

    func run() throws {
        let log = RunLog(format: logFormat)
        do {
            let read = try NightlyConfig(path: config)
            let run = NightlyRun(
                read,
                NightlyRun.Surroundings(
                    environment: ProcessInfo.processInfo.environment, now: { Clock.now },
                    tool: "tenure " + Version.text, log: { log.tell($0) },
                    progress: { Console.progress($0()) })
            )
            if check { return tellChecked(run) }
            let summary = try waiting { try await run.run() }
            Console.progressDone()
            print(summary.text.singleLine)
            throw ExitCode(summary.exitCode)
        } catch let faulty as NightlyConfig.Faulty {
            for fault in faulty.faults { log.error(fault) }
            throw ExitCode.couldNotRun
        } catch let code as ExitCode {
            throw code
        } catch {
            log.error(error)
            throw ExitCode.couldNotRun
        }
    }

    private func tellChecked(_ run: NightlyRun) {
        print("\(config.singleLine): nothing wrong")
        do {
            try run.checkSignIn()
        } catch {
            // Cron and systemd have an environment of their own.
            Console.note("in this environment it could not sign in: \(error)")
        }
    }
}
