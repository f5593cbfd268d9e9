import Caucus

/// How `caucus extract` reads and what it prints.
struct ExtractFormat {
    /// What is printed.
    enum Output: String, CaseIterable {
        case json, citron, kwic, csv, summary, explanation

        /// Those that `--output-format` names.
        static let named: [Output] = [.json, .citron, .kwic, .csv]
    }

    /// How every input is read, or `nil` where the names tell.
    let input: DocumentFormat?
    let output: Output

    /// Tells input and output apart: `--format` takes both, and `csv` means the output (decision 0002).
    init(
        format: String?, input: String?, output: String?, summary: Bool, explain: Bool
    ) throws {
        let asOutput = format.flatMap(Output.init(rawValue:)).flatMap {
            [.citron, .kwic, .csv].contains($0) ? $0 : nil
        }
        let asInput = asOutput == nil ? try format.map { try Self.input($0, of: "--format") } : nil
        let ownInput = try input.map { try Self.input($0, of: "--input-format") }
        let ownOutput = try output.map(Self.output)
        if let format, asInput != nil, ownInput != nil {
            throw Failure(64, "--format \(format) and --input-format: expected one of them")
        }
        if let format, asOutput != nil, ownOutput != nil {
            throw Failure(64, "--format \(format) and --output-format: expected one of them")
        }
        let wanted = [
            (asOutput ?? ownOutput), summary ? .summary : nil, explain ? .explanation : nil,
        ].compactMap { $0 }
        guard wanted.count < 2 else {
            throw Failure(64, "--summary, --explain and an output format: expected one of them")
        }
        self.input = asInput ?? ownInput
        self.output = wanted.first ?? .json
    }

    private static func input(_ name: String, of option: String) throws -> DocumentFormat {
        if let known = DocumentFormat(rawValue: name == "ndjson" ? "jsonl" : name) { return known }
        let inputs = DocumentFormat.allCases.map(\.rawValue).joined(separator: ", ")
        let outputs = option == "--format" ? " to read, or citron, kwic, csv to print" : ""
        throw Failure(64, "\(option) \(name): expected one of \(inputs)\(outputs)")
    }

    private static func output(_ name: String) throws -> Output {
        if let known = Output(rawValue: name), Output.named.contains(known) { return known }
        let names = Output.named.map(\.rawValue).joined(separator: ", ")
        throw Failure(64, "--output-format \(name): expected one of \(names)")
    }
}
