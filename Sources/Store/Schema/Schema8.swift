/// The eighth schema: known pages stand in the order in which they were read, which is that of the next night.
enum Schema8 {
    static let sql = """
        DROP TABLE page;
        DELETE FROM pageFields;
        CREATE TABLE page (
            number INTEGER PRIMARY KEY, hash BLOB NOT NULL, place INTEGER NOT NULL, entities INTEGER NOT NULL,
            content BLOB NOT NULL
        ) STRICT;
        CREATE INDEX pagePlace ON page (place);
        """
}
