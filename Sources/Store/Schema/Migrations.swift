import GRDB

/// Brings an older database to this version's schema. Views are no migrations: they are made anew.
enum Migrations {
    static func run(_ queue: DatabaseQueue) throws {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(sql: Schema1.sql)
        }
        migrator.registerMigration("2") { database in
            // The views name the table that is made anew; they follow below.
            try PublicViews.drop(database)
            try database.execute(sql: Schema2.sql)
        }
        try migrator.migrate(queue)
        try queue.write { database in
            try PublicViews.make(database)
            try database.execute(
                sql: """
                    PRAGMA application_id = \(TenureDatabase.applicationId);
                    PRAGMA user_version = \(TenureDatabase.schemaVersion)
                    """)
        }
    }
}
