/// The second schema: ids are made unique by an index of their own, which a first import makes after its rows,
/// and pages that were read are known again.
enum Schema2 {
    static let sql = """
        CREATE TABLE identAnew (key INTEGER PRIMARY KEY, id ANY NOT NULL) STRICT;
        INSERT INTO identAnew SELECT key, id FROM ident;
        DROP TABLE ident;
        ALTER TABLE identAnew RENAME TO ident;
        CREATE UNIQUE INDEX identId ON ident (id);
        \(pages)
        """

    /// What a page told is known by the hash of its text as long as nothing else tells of the same entities
    /// (Store/Pages).
    private static let pages = """
        CREATE TABLE page (
            hash BLOB PRIMARY KEY, place INTEGER NOT NULL, entities INTEGER NOT NULL, content BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX pagePlace ON page (place);
        CREATE TABLE pageFields (number INTEGER PRIMARY KEY, fields TEXT NOT NULL) STRICT;
        """
}
