import Archives
import ArgumentParser

/// How much an archive may unpack to.
struct UnpackingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "An archive that unpacks to more, such as 500MB or 50GB, is refused.", valueName: "size"))
    var unpackedSize = ByteCount(bytes: ArchiveLimits().size)

    @Option(
        help: ArgumentHelp(
            "An archive that unpacks to more than so many times its own size is refused.", valueName: "times")
    )
    var unpackedRatio = ArchiveLimits().ratio

    var limits: ArchiveLimits { ArchiveLimits(size: unpackedSize.bytes, ratio: unpackedRatio) }

    func validate() throws {
        if unpackedRatio < 1 { throw ValidationError("--unpacked-ratio must be at least 1") }
    }
}

/// A number of bytes, as `500MB`.
struct ByteCount: ExpressibleByArgument {
    let bytes: Int

    init(bytes: Int) {
        self.bytes = bytes
    }

    init?(argument: String) {
        let units = [("KB", 10), ("MB", 20), ("GB", 30), ("TB", 40)]
        let text = argument.uppercased()
        let unit = units.first { text.hasSuffix($0.0) }
        guard let number = Int(text.dropLast(unit == nil ? 0 : 2)), number > 0,
            number <= Int.max >> (unit?.1 ?? 0)
        else { return nil }
        bytes = number << (unit?.1 ?? 0)
    }

    var defaultValueDescription: String {
        bytes % (1 << 30) == 0 ? "\(bytes >> 30)GB" : "\(bytes >> 20)MB"
    }
}
