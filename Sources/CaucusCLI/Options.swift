import ArgumentParser
import Caucus
import Foundation

/// What every command that reads a batch takes.
struct BatchOptions: ParsableArguments {
    @Option(help: "How many cores to use; the results do not depend on it.")
    var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

    @Flag(help: "Say nothing on standard error but errors.")
    var quiet = false

    @Flag(help: "End with exit code 65 where a record was bad.")
    var strict = false

    @Option(help: "Read at most this many records.")
    var limit: Int?

    func validate() throws {
        guard jobs > 0 else { throw ValidationError("--jobs \(jobs): expected at least 1") }
        if let limit, limit < 0 { throw ValidationError("--limit \(limit): expected 0 or more") }
    }
}

/// Where documents come from and how their columns are named.
struct DocumentOptions: ParsableArguments {
    @Option(
        name: [.customLong("format"), .customLong("input-format")],
        help: ArgumentHelp(
            "Read every input as txt, jsonl, json, csv, tsv, html, docx, eml, mhtml, pdf or rtf, whatever its name, or "
                + "as records with their quotations: gdelt, quotebank, citron or ggt."))
    var format: String?

    @OptionGroup var content: ContentOptions
}

/// How files spell what they hold.
struct SpellingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How letters are written: utf-8, utf-16 or windows-1252 (iso-8859-1). Else a byte order mark tells, what a "
                + "web page declares, or it is UTF-8.",
            valueName: "name"))
    var encoding: String?

    @Option(
        help: ArgumentHelp(
            "What parts the cells of tables: a character, or tab. Else the header tells.",
            valueName: "character"))
    var delimiter: String?

    @Option(
        help: ArgumentHelp(
            "Where the array of articles lies in JSON that wraps it, e.g. response.docs. Else usual names are known.",
            valueName: "path"))
    var records: String?

    func validate() throws {
        if let encoding, TextEncoding(name: encoding) == nil {
            throw ValidationError("--encoding \(encoding): expected \(TextEncoding.expected)")
        }
        if let delimiter, Self.byte(delimiter) == nil {
            throw ValidationError(
                "--delimiter \"\(delimiter)\": expected one ASCII character, or tab")
        }
        if let records, records.split(separator: ".", omittingEmptySubsequences: false).contains("")
        {
            throw ValidationError("--records \"\(records)\": expected names with dots between them")
        }
    }

    private static func byte(_ delimiter: String) -> UInt8? {
        if ["tab", "\\t"].contains(delimiter) { return UInt8(ascii: "\t") }
        let bytes = Array(delimiter.utf8)
        guard bytes.count == 1, bytes[0] < 0x7F, bytes[0] == 0x09 || bytes[0] >= 0x20,
            ![UInt8(ascii: "\""), UInt8(ascii: " ")].contains(bytes[0])
        else { return nil }
        return bytes[0]
    }

    /// What is said.
    var options: ReadingOptions {
        ReadingOptions(
            encoding: encoding.flatMap { TextEncoding(name: $0) },
            delimiter: delimiter.flatMap(Self.byte),
            records: records.map { $0.split(separator: ".").map(String.init) } ?? [])
    }
}

/// What is said of the content of files.
struct ContentOptions: ParsableArguments {
    @OptionGroup var spelling: SpellingOptions

    @Option(
        help: ArgumentHelp(
            "The order of dates such as 03/05/2031: mdy or dmy. Without it they are not read.",
            valueName: "order"))
    var dates: String?

    @Option(
        help: ArgumentHelp(
            "What the names of files say, e.g. \"{source}_{published}_{title}\": id, title, source, published, url, "
                + "another column, or _ for nothing.",
            valueName: "pattern"))
    var namePattern: String?

    @Option(
        help: ArgumentHelp(
            "A table that says what files hold: a row for each, by its name in the column file, the other columns as "
                + "those of documents.",
            valueName: "table"))
    var metadata: String?

    @OptionGroup var columns: ColumnOptions

    func validate() throws {
        if let dates, DateOrder(rawValue: dates) == nil {
            throw ValidationError("--dates \(dates): expected mdy or dmy")
        }
        if let namePattern {
            do {
                _ = try FileNamePattern(namePattern)
            } catch {
                throw ValidationError("--name-pattern \"\(namePattern)\": \(error.message)")
            }
        }
    }

    /// What is said, of files in `format` where the user names one.
    func options(_ format: DocumentFormat?) throws -> ReadingOptions {
        var options = spelling.options
        options.format = format
        options.columns = columns.names
        options.dateOrder = dates.flatMap(DateOrder.init(rawValue:))
        options.namePattern = try namePattern.map { try FileNamePattern($0) }
        options.metadata = try metadata.map { try FileMetadata(path: $0) }
        return options
    }
}

/// How the columns of documents are named.
struct ColumnOptions: ParsableArguments {
    @Option(help: "The column that holds the text.")
    var textColumn: String?

    @Option(help: "The column that holds the id.")
    var idColumn: String?

    @Option(help: "The column that holds the title.")
    var titleColumn: String?

    @Option(help: "The column that holds the outlet.")
    var sourceColumn: String?

    @Option(help: "The column that holds the date.")
    var publishedColumn: String?

    @Option(help: "The column that holds the address.")
    var urlColumn: String?
}

/// Speakers the user has joined.
struct AliasOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Names that are one speaker: lines \"Primary, alias, alias\" or \"merge: A = B\", or YAML; for reports "
                + "also \"exclude: A\". aliases.proposed.txt is such a file.",
            valueName: "file"))
    var aliases: String?

    /// What the file says, nothing where none is given.
    func edits() throws -> SpeakerEdits {
        guard let aliases else { return SpeakerEdits() }
        let edits = try AliasesFile.read(aliases)
        guard !edits.isEmpty else {
            throw Failure(65, "\(aliases): found no names, expected at least one speaker")
        }
        return edits
    }

    /// The joined names, none where no file is given; that nobody is left out of what is read is told.
    func resolved(quiet: Bool) throws -> SpeakerAliases {
        let edits = try edits()
        if let aliases, !edits.excluded.isEmpty, !quiet {
            Console.tell(
                "caucus: \(aliases): all speakers are read; caucus report leaves out those of \"exclude:\" when it is "
                    + "given this file")
        }
        return edits.aliases
    }
}

/// Words the user adds to the built-in lists.
struct WordOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Words to add to the built-in lists, such as reporting verbs, in the notation that caucus extract --help "
                + "tells; may be repeated.",
            valueName: "file"))
    var lexicon: [String] = []

    /// The lists with the user's words.
    func resolved() throws -> WordLists {
        lexicon.isEmpty ? .standard : try LexiconFile.words(lexicon)
    }

    /// The notation of the file, for the help of `caucus extract`.
    static let notation = """
        A file of --lexicon adds words to the lists that quotations, speakers and acts are found by: a line holds a \
        group in brackets, the next ones its words, parted by white space. Lines that open with # are passed over. A \
        verb is written base, base/past or base/past/participle, with + where its last letter doubles.

        Reporting verbs: [say], [claim], [tell], [write], [think], [know], [want], [expect], [fear], [promise], \
        [decide], [ask], [urge], [deny], [admit], [praise], [criticize], [support], [describe], [discuss], [show], \
        [find], [seem], [manner]; [say noun] where the base is as often a noun. The file's class of a verb wins over \
        the built-in one; of two in files the first stays.

        People and things: [title], [male-title title], [female-title title], [role], [role male-role], \
        [role female-role], [rank], [people], [male-name], [female-name], [particle], [suffix], [organization], \
        [demonym], [place], [writing], [speech-noun], [verb] for other verbs in every form, and the groups of \
        function words, such as [adverb].

        Acts for (favor) or against the leader, with a strength from 1 to 3: [verb against 2], with the words that \
        lead to the leader after _ and ~ for the leader (drag+_through, take/took/taken_~_to_task); [doing against 2] \
        where nobody speaks by it (sue) and [attitude favor 2] where it is held without a word (trust); [noun favor 2: \
        of for]; [adjective against 1: about]; [received favor 2]; and [wish], [carrier], [withdrawal], [receiver], \
        [denial], [naming], [naming-as], [turner], [deed], [opponent], [other], [leaving], [staying], [plea], \
        [accusation], [unfriendly-wish], [friendly-wish].

        The lists of good and bad words, of leaders' names and roles and of words that join others take no additions.
        """
}

/// The leader.
struct TargetOptions: ParsableArguments {
    @Option(
        name: .customLong("target"),
        help: ArgumentHelp(
            "The leader's full name; surname and title + surname are understood.", valueName: "name"
        ))
    var named: [String] = []

    /// The name of `--target`.
    var target: String? { named.first }

    @Option(
        help: "Another name or role of the leader, e.g. \"the prime minister\"; may be repeated.")
    var alias: [String] = []

    @Option(
        help: ArgumentHelp(
            "The leader's pronoun: he, she or they; by titles, given name and the articles where none is given.",
            valueName: "he|she|they"))
    var pronoun: String?

    @Flag(
        help: "Take no role for the leader (\"the president\", \"the boss\") but those of --alias.")
    var noRoles = false

    @Option(help: "Targets with aliases, pronouns and roles, as YAML.")
    var targets: String?

    func validate() throws {
        if target != nil, targets != nil {
            throw ValidationError("--target and --targets: expected one of the two")
        }
        if target == nil, !alias.isEmpty {
            throw ValidationError("--alias without --target")
        }
        if target == nil, pronoun != nil || noRoles {
            let flag = pronoun != nil ? "--pronoun" : "--no-roles"
            throw ValidationError(
                "\(flag) without --target; in --targets FILE each leader has its own")
        }
        if let pronoun, StanceTarget.Pronoun(rawValue: pronoun) == nil {
            throw ValidationError("--pronoun \"\(pronoun)\": expected he, she or they")
        }
        if named.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
            throw ValidationError("--target \"\": expected a name")
        }
    }

    /// Fails where several are named: all commands but one take one leader here.
    func checkOne() throws {
        guard named.count > 1 else { return }
        let given = named.map { "--target \"\($0)\"" }.joined(separator: " ")
        throw ValidationError(
            "\(given): expected one; several leaders are named by --targets FILE")
    }

    /// The targets named on the command line or in the file.
    func resolved() throws -> [StanceTarget] {
        if let target {
            return [
                StanceTarget(
                    name: target, aliases: alias,
                    pronoun: pronoun.flatMap(StanceTarget.Pronoun.init(rawValue:)),
                    usesRoles: !noRoles)
            ]
        }
        guard let targets else {
            throw ValidationError("missing --target \"NAME\" or --targets FILE")
        }
        return try TargetsFile.read(targets)
    }
}

/// When a side is answered.
struct AnsweringOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Answer a stance only where such answers are right in everything (speech, speaker, leader, stance) at "
                + "least this often, from 0.5 to 0.8, as measured on judged quotations about leaders held out; with "
                + "the models of the program. Else 0.6.",
            valueName: "share"))
    var precision: Double?

    @Flag(help: "Answer every quotation that counts by its likeliest stance.")
    var answerAll = false

    func validate() throws {
        if precision != nil, answerAll {
            throw ValidationError("--precision and --answer-all: expected one of the two")
        }
        if accurate, fast {
            throw ValidationError("--accurate and --fast: expected one of the two")
        }
        if let precision, !(0.5...0.8).contains(precision) {
            throw ValidationError("--precision \(precision): expected 0.5 to 0.8")
        }
    }

    @Flag(
        help: ArgumentHelp(
            "Let an encoder read what may count: right more often, and some twenty times slower."))
    var accurate = false

    @Flag(help: "Read words alone.")
    var fast = false

    @Option(
        help: ArgumentHelp(
            "Gates that caucus train fitted to your own labels, instead of the built-in ones.",
            valueName: "file"))
    var gates: String?

    var answering: Answering {
        answerAll ? .all : precision.map { .precision($0) } ?? .standard
    }
}
