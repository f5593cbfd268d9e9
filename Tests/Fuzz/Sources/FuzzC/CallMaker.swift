import CCaucus
import Foundation
import FuzzSupport

/// Makes a call of a C function by a fuzzer's choices: usual for the most part, so that the library works and not only refuses.
struct CallMaker {
    var choices: Choices

    init(_ choices: Choices) { self.choices = choices }

    /// An option and the values that it usually has, the first one mostly.
    private typealias Option = (name: String, values: [String])

    /// How many functions there are to call; scoring, which takes a store each time, comes once.
    static let functions = 19

    /// Makes the call, and tells whether it was answered.
    mutating func call() -> Bool {
        switch choices.below(Self.functions) {
        case 0: extract()
        case 1: read()
        case 2: score()
        case 3: store()
        case 4: report()
        case 5, 6: estimate()
        case 7: agreement()
        case 8: fit()
        case 9, 10: predict(isExplained: choices.isOne(in: 3))
        case 11: vectorizer()
        case 12: vectorize()
        case 13: featureNames()
        case 14: identities()
        case 15: links()
        case 16: copies()
        case 17: CallAnswer.isGiven { caucus_contents($0, $1, $2) }
        default: regress()
        }
    }

    private mutating func work() -> caucus_work {
        caucus_work(jobs: choices.pick([1, 2, 1, 1, 1, 3, -1, 4097]), cancel: nil, done: nil)
    }

    /// A row of options. Each is there mostly; one in twelve is odd, which a path never is.
    private mutating func options(_ known: [Option], _ fixed: [(String, [UInt8])] = []) -> CTable? {
        var made: [(name: String, values: [[UInt8]?])] = fixed.map { (name: $0.0, values: [$0.1]) }
        for option in known where !choices.isOne(in: 8) {
            let value = Array(choices.pick(option.values).utf8)
            made.append(
                (name: option.name, values: [choices.isOne(in: 12) ? choices.odd() : value]))
        }
        if choices.isOne(in: 40) { made.append((name: "colour", values: [choices.odd()])) }
        return made.isEmpty ? nil : CTable(bytes: made)
    }

    private static let aliases: Option = ("aliases", ["[]", #"[["Ruth Falk", "Ruth Okello"]]"#])
    private static let counting: [Option] = [
        ("level", ["0.95", "0.9"]), ("unit", ["quotation", "document", "speaker"]),
        ("seed", ["1", "7"]),
    ]

    private mutating func extract() -> Bool {
        let (table, options) = (table(Self.documents), options([Self.aliases, ("dates", ["dmy"])]))
        var work = work()
        return CallAnswer.isGiven {
            caucus_extract(table?.table, options?.table, &work, $0, $1, $2)
        }
    }

    private mutating func read() -> Bool {
        let options = options(
            [("format", ["jsonl", "json", "txt", "csv"]), ("text_column", ["text"])],
            [("path", Array(Given.file.path.utf8))])
        var work = work()
        return CallAnswer.isGiven { caucus_read(options?.table, &work, $0, $1, $2) }
    }

    private mutating func score() -> Bool {
        let file = ScratchFile("s.sqlite", [])
        try? FileManager.default.removeItem(atPath: file.path)
        let options = options(
            [
                ("targets", [Given.targets, "targets:\n- name: Ruth Okello\n  aliases: [her]\n"]),
                Self.aliases, ("mode", ["fast"]), ("answer_all", ["0", "1"]),
            ], [("store", Array(file.path.utf8))])
        let table = table(Self.documents)
        var work = work()
        return CallAnswer.isGiven { caucus_score(table?.table, options?.table, &work, $0, $1, $2) }
    }

    private mutating func store() -> Bool {
        let options = options(
            [("table", ["quotations", "runs", "documents", "speakers", "diagnostics"])],
            [("store", Array(Given.store.utf8))])
        return CallAnswer.isGiven { caucus_store(options?.table, $0, $1, $2) }
    }

    private mutating func report() -> Bool {
        let options = options(
            Self.counting + [("by", ["month", "week"]), ("column", ["source", "none"])],
            [("store", Array(Given.store.utf8))])
        let labels = choices.isOne(in: 3) ? table(Self.labels) : nil
        return CallAnswer.isGiven { caucus_report(labels?.table, options?.table, $0, $1, $2) }
    }

    private mutating func estimate() -> Bool {
        let options = options(
            Self.counting + [("by", ["speaker", "outlet", "month", "week", "target"])])
        let table = table(Self.quotations)
        let labels = choices.isOne(in: 3) ? self.table(Self.labels) : nil
        return CallAnswer.isGiven {
            caucus_estimate(table?.table, labels?.table, options?.table, $0, $1, $2)
        }
    }

    private mutating func agreement() -> Bool {
        let options = options([
            ("scale", ["nominal", "ordinal"]), ("level", ["0.95"]), ("seed", ["1"]),
        ])
        let table = table(Self.coded)
        return CallAnswer.isGiven { caucus_agreement(table?.table, options?.table, $0, $1, $2) }
    }

    private mutating func fit() -> Bool {
        let options = options([
            ("features", ["plain", "masked", "stance", "lexicon", "tweets"]),
            ("folds", ["0", "2"]),
            ("c", ["1", "1e12", "1e-9"]), ("seed", ["1"]), ("name", ["m"]),
        ])
        let table = table(Self.examples)
        var work = work()
        return CallAnswer.isGiven { caucus_fit(table?.table, options?.table, &work, $0, $1, $2) }
    }

    /// Bytes that another call gave, one in three with a few written over or with less of them.
    private mutating func changed(_ bytes: [UInt8]) -> [UInt8] {
        guard choices.isOne(in: 3), !bytes.isEmpty else { return bytes }
        var bytes = bytes
        for _ in 0...choices.below(3) {
            let place = Int(choices.byte()) << 16 | Int(choices.byte()) << 8 | Int(choices.byte())
            bytes[place % bytes.count] = choices.byte()
        }
        return choices.isOne(in: 4)
            ? Array(bytes.prefix(bytes.count / (1 + choices.below(9)))) : bytes
    }

    private mutating func predict(isExplained: Bool) -> Bool {
        let options =
            choices.isOne(in: 3)
            ? options([], [("model_bytes", changed(Given.model))])
            : options([], [("model", Array("stance-en-2".utf8))])
        let table = table(Self.examples)
        return CallAnswer.isGiven {
            isExplained
                ? caucus_explain(table?.table, options?.table, $0, $1, $2)
                : caucus_predict(table?.table, options?.table, $0, $1, $2)
        }
    }

    private mutating func vectorizer() -> Bool {
        let options = options([("features", ["plain", "masked", "stance", "lexicon"])])
        let table = table(Self.examples)
        var work = work()
        return CallAnswer.isGiven {
            caucus_vectorizer(table?.table, options?.table, &work, $0, $1, $2)
        }
    }

    private mutating func vectorize() -> Bool {
        let options = options([], [("state", changed(Given.state))])
        let table = table(Self.examples)
        return CallAnswer.isGiven { caucus_vectorize(table?.table, options?.table, $0, $1, $2) }
    }

    private mutating func featureNames() -> Bool {
        let options = options([], [("state", changed(Given.state))])
        return CallAnswer.isGiven { caucus_feature_names(options?.table, $0, $1, $2) }
    }

    private mutating func identities() -> Bool {
        let options = options([Self.aliases])
        let table = table(Self.names)
        return CallAnswer.isGiven { caucus_identities(table?.table, options?.table, $0, $1, $2) }
    }

    private mutating func links() -> Bool {
        let table = table(Self.said)
        return CallAnswer.isGiven { caucus_links(table?.table, $0, $1, $2) }
    }

    private mutating func copies() -> Bool {
        let table = table(Self.said)
        return CallAnswer.isGiven { caucus_copies(table?.table, $0, $1, $2) }
    }

    private mutating func regress() -> Bool {
        let options = options([
            ("class_count", ["2", "3", "100000"]), ("c", ["1", "1e12", "1e-12"]),
            ("dense", ["0", "1"]),
            ("gap", ["1e-6", "0.1"]), ("iterations", ["500", "1"]),
        ])
        var numbers = GivenRows(&choices)
        return CallAnswer.isGiven { numbers.regress(options, $0, $1, $2) }
    }
}
