import GRDB

/// Brings an older database to this version's schema. Views are no migrations: they are made anew where they differ.
enum Migrations {
    /// Writes nothing where there is nothing to do, so that an import that comes to nothing changes nothing.
    static func run(_ queue: DatabaseQueue) throws {
        guard try !queue.read(isCurrent) else { return }
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(sql: Schema1.sql)
        }
        migrator.registerMigration("2") { database in
            // The views name the table that is made anew; they follow below.
            try PublicViews.drop(database)
            try database.execute(sql: Schema2.sql)
        }
        migrator.registerMigration("3") { database in
            try database.execute(sql: Schema3.sql)
        }
        migrator.registerMigration("4") { database in
            try database.execute(sql: Schema4.sql)
        }
        migrator.registerMigration("5") { database in
            try database.execute(sql: Schema5.sql)
        }
        migrator.registerMigration("6") { database in
            try PublicViews.drop(database)
            try database.execute(sql: Schema6.sql)
        }
        migrator.registerMigration("7") { database in
            try database.execute(sql: Schema7.sql)
        }
        migrator.registerMigration("8") { database in
            try database.execute(sql: Schema8.sql)
        }
        try queue.write(Seal.breakIt)
        try migrator.migrate(queue)
        try queue.write { database in
            try PublicViews.make(database)
            try database.execute(
                sql: """
                    \(Seal.sql)
                    PRAGMA application_id = \(TenureDatabase.applicationId);
                    PRAGMA user_version = \(TenureDatabase.schemaVersion)
                    """)
        }
    }

    private static func isCurrent(_ database: Database) throws -> Bool {
        try Int.fetchOne(database, sql: "PRAGMA user_version") == TenureDatabase.schemaVersion
            && Int.fetchOne(database, sql: "PRAGMA application_id") == TenureDatabase.applicationId
            && database.tableExists(Seal.table) && PublicViews.areCurrent(database)
    }
}
