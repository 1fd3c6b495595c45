/// The first schema. A released migration is never edited: later changes go into migrations of their own.
///
/// State tables keep versions: a row holds from snapshot `since` until, but without, snapshot `until`.
/// Event tables keep every version that was seen; nothing of them ends. Ids are numbers of `ident`; moments are
/// ticks of 100 ns since 1970 (Model.Instant). What each column means stands with the mapping that fills it.
enum Schema1 {
    static let sql = book + directory + packages + events + reviews

    private static let book = """
        CREATE TABLE ident (key INTEGER PRIMARY KEY, id ANY NOT NULL UNIQUE) STRICT;
        CREATE TABLE snapshot (
            number INTEGER PRIMARY KEY,
            observedAt INTEGER NOT NULL,
            observedBy TEXT NOT NULL,
            importedAt INTEGER NOT NULL,
            eventsOnly INTEGER NOT NULL CHECK (eventsOnly IN (0, 1)),
            tool TEXT NOT NULL
        ) STRICT;
        CREATE TABLE imported (
            snapshot INTEGER NOT NULL REFERENCES snapshot (number),
            entity TEXT NOT NULL,
            collections INTEGER NOT NULL,
            incomplete INTEGER NOT NULL,
            files INTEGER NOT NULL,
            items INTEGER NOT NULL,
            skipped INTEGER NOT NULL,
            PRIMARY KEY (snapshot, entity)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE remark (
            snapshot INTEGER NOT NULL REFERENCES snapshot (number),
            position INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('refused', 'leftAside', 'incomplete', 'unknown')),
            place TEXT NOT NULL,
            reason TEXT NOT NULL,
            PRIMARY KEY (snapshot, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE reading (
            entity TEXT NOT NULL,
            parent INTEGER NOT NULL,
            first INTEGER NOT NULL REFERENCES snapshot (number),
            last INTEGER NOT NULL REFERENCES snapshot (number),
            complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
            PRIMARY KEY (entity, parent, first)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE fieldReading (
            entity TEXT NOT NULL,
            field TEXT NOT NULL,
            first INTEGER NOT NULL REFERENCES snapshot (number),
            last INTEGER NOT NULL REFERENCES snapshot (number),
            PRIMARY KEY (entity, field, first)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE sighting (
            entity TEXT NOT NULL,
            parent INTEGER NOT NULL,
            key INTEGER NOT NULL,
            first INTEGER NOT NULL REFERENCES snapshot (number),
            last INTEGER NOT NULL REFERENCES snapshot (number),
            PRIMARY KEY (entity, parent, key, first)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE told (
            key INTEGER NOT NULL,
            source INTEGER NOT NULL,
            since INTEGER NOT NULL REFERENCES snapshot (number),
            kind TEXT,
            displayName TEXT,
            userPrincipalName TEXT,
            PRIMARY KEY (key, source, since)
        ) STRICT, WITHOUT ROWID;

        """

    /// A state table: versions of objects with ids of their own.
    static func state(_ name: String, _ columns: String) -> String {
        """
        CREATE TABLE \(name) (
            key INTEGER NOT NULL,
            since INTEGER NOT NULL REFERENCES snapshot (number),
            until INTEGER CHECK (until >= since),
            \(columns),
            PRIMARY KEY (key, since)
        ) STRICT, WITHOUT ROWID;

        """
    }

    /// A state table whose objects are told apart only within their parent.
    static func child(_ name: String, _ columns: String = "") -> String {
        """
        CREATE TABLE \(name) (
            parent INTEGER NOT NULL,
            key INTEGER NOT NULL,
            since INTEGER NOT NULL REFERENCES snapshot (number),
            until INTEGER CHECK (until >= since),
            \(columns.isEmpty ? "" : columns + ",\n    ")PRIMARY KEY (parent, key, since)
        ) STRICT, WITHOUT ROWID;

        """
    }

    /// An event table: what was seen of an event, version by version.
    static func event(_ name: String, _ columns: String, hasParent: Bool = false) -> String {
        """
        CREATE TABLE \(name) (
            \(hasParent ? "parent INTEGER NOT NULL,\n    " : "")key INTEGER NOT NULL,
            since INTEGER NOT NULL REFERENCES snapshot (number),
            \(columns),
            PRIMARY KEY (\(hasParent ? "parent, " : "")key, since)
        ) STRICT, WITHOUT ROWID;

        """
    }
}
