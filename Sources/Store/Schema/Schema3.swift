/// The third schema: the links by which Graph tells what changed since a snapshot.
enum Schema3 {
    /// `link` leads on from what was known when snapshot `since` was imported; the chain of changes that it belongs to
    /// began with the whole reading of snapshot `first`.
    static let sql = """
        CREATE TABLE deltaLink (
            entity TEXT NOT NULL,
            link TEXT NOT NULL,
            since INTEGER NOT NULL REFERENCES snapshot (number),
            first INTEGER NOT NULL REFERENCES snapshot (number),
            PRIMARY KEY (entity, link)
        ) STRICT, WITHOUT ROWID;

        """
}
