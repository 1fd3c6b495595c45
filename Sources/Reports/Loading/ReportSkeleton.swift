import Glibc

/// The file that a report of one's own begins with.
public enum ReportSkeleton {
    /// Writes `<name>.yaml` into the folder, which is made where there is none.
    ///
    /// - Returns: the path of the file.
    /// - Throws: `ReportsError` when the name is none, or a report or file is called so already.
    public static func write(_ name: String, into folder: String) throws(ReportsError) -> String {
        guard name.isReportName else {
            throw .reportName(name, problem: "small letters, digits and - only, and not index or tenure")
        }
        guard try !Catalogue().names().contains(name) else {
            throw .reportName(name, problem: "there is a report of that name, which it would hide")
        }
        let text = try Templates().text("new-report.yaml").replacing("NAME", with: name)
        let path = try OutputFolder(folder).path + "/\(name).yaml"
        // Never over a file that is there: it may be somebody's work.
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .unwritable(path: path, problem: systemMessage(errno)) }
        let writer = ByteWriter(descriptor: descriptor)
        writer.write(text: text)
        writer.flush()
        defer { close(descriptor) }
        try writer.check(path: path)
        return path
    }
}
