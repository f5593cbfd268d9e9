import ArgumentParser
import Caucus

/// Which speakers of a report are one, and who is left out.
struct EditOptions: ParsableArguments {
    @OptionGroup var file: AliasOptions

    @Option(
        help: ArgumentHelp(
            "Take B for A in the report; may be repeated. Tables keep whom the run named.",
            valueName: "A = B"))
    var merge: [String] = []

    @Option(
        help: ArgumentHelp(
            "Leave a speaker out, such as an outlet or a moderator; may be repeated. The quotations stay in the tables.",
            valueName: "name"))
    var exclude: [String] = []

    func validate() throws {
        for pair in merge {
            let names = pair.split(separator: "=", omittingEmptySubsequences: false)
            if names.count < 2 || names.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
                throw ValidationError("--merge \"\(pair)\": expected \"A = B\"")
            }
        }
        for name in exclude where name.allSatisfy(\.isWhitespace) {
            throw ValidationError("--exclude \"\(name)\": expected a name")
        }
    }

    /// Whether nothing is asked for.
    var isEmpty: Bool { file.aliases == nil && merge.isEmpty && exclude.isEmpty }

    /// What the file and the flags say; of documents the file's names are one already when they are read.
    func resolved(ofDocuments: Bool = false) throws -> SpeakerEdits {
        let given = try file.edits()
        var edits = SpeakerEdits()
        if ofDocuments {
            for name in given.excluded { try edits.exclude(name) }
        } else {
            edits = given
        }
        for pair in merge {
            let names = pair.split(separator: "=").map { trimmed($0) }
            try edits.merge(names.map { SpeakerEdits.Name($0, at: Place(file: "--merge")) })
        }
        for name in exclude {
            try edits.exclude(SpeakerEdits.Name(trimmed(name[...]), at: Place(file: "--exclude")))
        }
        return edits
    }

    private func trimmed(_ text: Substring) -> String {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// Fails where edits contradict each other, or flags name nobody; unknown names of a file are told.
    func check(_ report: Report, quiet: Bool) throws {
        let flags = report.unknownEdits.filter { $0.place.line == nil }
        if let first = report.conflictingEdits.first ?? flags.first {
            throw Failure(65, first.description)
        }
        guard !quiet else { return }
        for diagnostic in report.unknownEdits.prefix(BadRecords.printed) {
            Console.tell("caucus: \(diagnostic.description)")
        }
        let more = report.unknownEdits.count - BadRecords.printed
        if more > 0 { Console.tell("caucus: and \(more) more unknown names") }
    }
}
