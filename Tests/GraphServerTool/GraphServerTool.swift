import Foundation
import GraphServer

/// `graph-server FOLDER`: a Graph to try `tenure pull` on, without a tenant.
@main
enum GraphServerTool {
    private static let usage = """
        graph-server FOLDER [--port N] [--secret TEXT] [--certificate FILE] [--federated-token TEXT]
            [--page-size N] [--largest-page N] [--token-life SECONDS] [--without PERMISSION]… [--free-licence]
            [--directory-limit UNITS] [--reports-limit REQUESTS] [--silent-throttle]
            [--faults SEED] [--fault-percent N] [--hopeless PATH]… [--log FILE]
            [--then FOLDER]: what the tenant becomes at the signal USR1
        """

    private struct WrongUse: Error {
        let reason: String
    }

    static func main() async {
        do {
            var (folder, port, options, next) = (String?.none, UInt16(0), ServerOptions(), String?.none)
            try read(CommandLine.arguments.dropFirst(), &folder, &port, &options, &next)
            guard let folder else { throw WrongUse(reason: "which folder of exports is to be served?") }
            let server = try GraphServer(folder: folder, options: options, port: port)
            let (tenant, client) = (options.tenant, options.client)
            let signal = next.map { changing(server, to: $0) }
            defer { signal?.cancel() }
            try await server.run { root in
                FileHandle.standardOutput.write(
                    Data("\(root) tenant \(tenant) application \(client)\n".utf8))
            }
        } catch let error as WrongUse {
            FileHandle.standardError.write(Data("error: \(error.reason)\nusage: \(usage)\n".utf8))
            exit(2)
        } catch {
            FileHandle.standardError.write(Data("error: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func changing(
        _ server: GraphServer, to folder: String
    ) -> any DispatchSourceSignal {
        signal(SIGUSR1, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: SIGUSR1)
        source.setEventHandler {
            Task {
                try await server.change(to: folder)
                FileHandle.standardOutput.write(Data("changed\n".utf8))
            }
        }
        source.resume()
        return source
    }

    private static func read(
        _ arguments: ArraySlice<String>, _ folder: inout String?, _ port: inout UInt16,
        _ options: inout ServerOptions, _ next: inout String?
    ) throws {
        var rest = arguments
        var (seed, percent, hopeless) = (UInt64?.none, 20, [String]())
        func value(_ name: String) throws -> String {
            guard let value = rest.popFirst() else { throw WrongUse(reason: "\(name) needs a value") }
            return value
        }
        func number<Number: LosslessStringConvertible>(_ name: String) throws -> Number {
            guard let number = Number(try value(name)) else {
                throw WrongUse(reason: "\(name) needs a number")
            }
            return number
        }
        while let argument = rest.popFirst() {
            switch argument {
            case "--port": port = try number(argument)
            case "--secret": options.secret = try value(argument)
            case "--certificate":
                options.certificate = try String(contentsOfFile: value(argument), encoding: .utf8)
            case "--federated-token": options.federatedToken = try value(argument)
            case "--page-size": options.pageSize = try number(argument)
            case "--largest-page": options.largestPage = try number(argument)
            case "--token-life": options.tokenLife = try number(argument)
            case "--without": options.roles.remove(try value(argument))
            case "--free-licence": options.hasPremiumLicence = false
            case "--directory-limit": options.directoryLimit = try number(argument)
            case "--reports-limit": options.reportsLimit = try number(argument)
            case "--silent-throttle": options.saysRetryAfter = false
            case "--faults": seed = try number(argument)
            case "--fault-percent": percent = try number(argument)
            case "--hopeless": hopeless.append(try value(argument))
            case "--log": options.log = try value(argument)
            case "--then": next = try value(argument)
            default:
                guard folder == nil, !argument.hasPrefix("-") else {
                    throw WrongUse(reason: "unknown: \(argument)")
                }
                folder = argument
            }
        }
        if seed != nil || !hopeless.isEmpty {
            options.faults = FaultPlan(
                seed: seed ?? 0, percent: seed == nil ? 0 : percent, hopeless: hopeless)
        }
    }
}
