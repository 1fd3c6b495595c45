import ArgumentParser
import GraphSchema

struct CheckSchema: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract:
            "Tell which fields that an import reads are not in Graph's metadata, or are of another type.",
        discussion: """
              curl -o v1.0.csdl 'https://graph.microsoft.com/v1.0/$metadata'
              tenure schema check v1.0.csdl

            The metadata needs no sign-in. Each field is looked up by its path in the type of its objects; one of \
            its alternatives must be there with a fitting type. What beta or other tools alone tell is left out; \
            `tenure entities` marks it. Then come the members of enumerations that no word is known for. They are \
            no fault: reports show them as they came. Lines are those of the file.

            A file without an EntityContainer is taken as cut out of the whole: types that it does not hold are \
            listed, not judged. Nothing is fetched; the file may be a pipe (/dev/stdin).

            Exit codes: 0 all fits; 1 something does not; 2 the file cannot be read, or is no metadata of Graph.
            """)

    @Argument(help: ArgumentHelp("The metadata: an OData CSDL document.", valueName: "file"))
    var file: String

    func run() throws {
        let check = try SchemaCheck.run(file)
        print(SchemaText(file: file, check: check).text)
        if !check.isFitting { throw ExitCode.faults }
    }
}
