import Access
public import Model
public import Store

/// The state at T, ready to be resolved: opened once for a command, within one read of the database.
public final class ReportState {
    public let asOf: AsOf
    public let connection: Connection
    public let readings: Readings
    let directory: TenantDirectory
    let packages: PackageDirectory

    public init(_ connection: Connection, at moment: Instant, path: String) throws {
        self.connection = connection
        asOf = try AsOf(moment, connection, path: path)
        try StateViews.make(connection, asOf)
        readings = try Readings(connection, asOf)
        directory = try TenantDirectory(connection, asOf, readings)
        packages = try PackageDirectory(connection, asOf, readings, directory)
        try connection.execute(AuditTables.sql)
        try PersonTables.make(connection, [directory.members, directory.owners])
    }
}
