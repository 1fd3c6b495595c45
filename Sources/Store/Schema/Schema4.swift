/// The fourth schema: from which file a version came.
enum Schema4 {
    /// For each file of an import the objects of which it told something new, by collection; `keys` as PageBytes
    /// writes them.
    static let sql = """
        CREATE TABLE origin (
            snapshot INTEGER NOT NULL REFERENCES snapshot (number),
            position INTEGER NOT NULL,
            entity TEXT NOT NULL,
            parent INTEGER NOT NULL,
            path TEXT NOT NULL,
            keys BLOB NOT NULL,
            PRIMARY KEY (snapshot, entity, parent, position)
        ) STRICT, WITHOUT ROWID;
        """
}
