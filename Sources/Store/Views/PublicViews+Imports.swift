/// What imports said of themselves.
extension PublicViews {
    static let imports: [PublicView] = [
        PublicView(
            name: "imports", doc: "imports, one snapshot each", table: "snapshot",
            columns: [
                .plain("number", doc: "number of the snapshot, in the order of the imports"),
                .moment("observedAt", doc: "when the source was as the import says"),
                .plain("observedBy", doc: "how that is known"),
                .moment("importedAt", doc: "when it was imported"),
                .plain("eventsOnly", doc: "whether it was older than what was known and brought events only"),
                .plain("tool", doc: "the version that imported"),
            ], rows: .plain),
        PublicView(
            name: "importedCollections", doc: "what an import read of each collection", table: "imported",
            columns: [
                .plain("snapshot", doc: "the import"), .plain("entity", doc: "the collection"),
                .plain("collections", doc: "how many collections of this kind, such as one for each group"),
                .plain("incomplete", doc: "how many of them were not complete"),
                .plain("files", doc: "files or pages read"),
                .plain("items", doc: "objects read; one that two files hold counts twice"),
                .plain("skipped", doc: "objects left aside, and said"),
            ], rows: .plain),
        PublicView(
            name: "remarks", doc: "what an import refused, left aside or did not know", table: "remark",
            columns: [
                .plain("snapshot", doc: "the import"), .plain("position", doc: "place in their order"),
                .plain("kind", doc: "refused, leftAside, incomplete or unknown"),
                .plain("place", doc: "the file, with line and column where known"),
                .plain("reason", doc: "what was wrong"),
            ], rows: .plain),
        PublicView(
            name: "fieldReadings", doc: "which fields a collection had, over which imports",
            table: "fieldReading",
            columns: [
                .plain("entity", doc: "the collection"),
                .plain("field", doc: "the field, by its name in Graph"),
                .plain("first", doc: "the first import of the stretch"),
                .plain("last", doc: "the last import of the stretch"),
            ], rows: .plain),
    ]
}
