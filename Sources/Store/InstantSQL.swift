/// SQL that prints a moment, which is kept in ticks.
public enum InstantSQL {
    /// `YYYY-MM-DDTHH:MM:SSZ`, the fraction cut off, before 1970, too.
    public static func text(_ column: String) -> String {
        "strftime('%Y-%m-%dT%H:%M:%SZ', (\(column) - ((\(column) % 10000000) + 10000000) % 10000000) / 10000000, "
            + "'unixepoch')"
    }
}
