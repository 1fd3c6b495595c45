/// SQL that turns an id of `ident` into text.
public enum IdentSQL {
    /// The id as text: GUIDs are kept as sixteen bytes.
    public static func text(_ column: String) -> String {
        PackedGUID.sql(column)
    }
}
