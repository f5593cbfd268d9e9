import Caucus
import Foundation
import FuzzSupport

/// What a fuzzer gives its bytes to.
///
/// A target may refuse its bytes, by an error or a diagnostic. It may not trap, leak, or answer what no reader of
/// the answer could use: that is asked by ``Promise``.
enum FuzzTarget: String, CaseIterable {
    case extract, score, readers, model, store, targets, lexicon, labels, samples, answers

    /// Reads the bytes, and tells whether they were taken for what they should be.
    func isAnswered(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch self {
        case .extract: Self.extract(bytes)
        case .score: Self.score(bytes)
        case .readers: Self.readers(bytes)
        case .model: Self.model(bytes)
        case .store: Self.store(bytes)
        case .targets: Self.targets(bytes)
        case .lexicon: Self.lexicon(bytes)
        case .labels: Self.labels(bytes)
        case .samples: Self.samples(bytes)
        case .answers: Self.answers(bytes)
        }
    }

    /// An article's text → quotations with speakers.
    private static func extract(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let document = Document(id: "d", text: String(decoding: bytes, as: UTF8.self))
        let extraction = QuotationExtractor().extraction(of: document)
        Promise.check(extraction, of: document)
        _ = ExtractionRecord(document, extraction).json
        return true
    }

    /// An article's text → scores toward a leader whom the first byte chooses.
    private static func score(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first else { return false }
        let scorer = Scorers.all[Int(first) % Scorers.all.count]
        let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
        let document = Document(id: "d", text: text)
        Promise.check(scorer.scored(document), of: document)
        return true
    }

    /// A file → documents. The first byte chooses the format, and the fuzzer's file is read as any other is.
    private static func readers(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first else { return false }
        // A PDF would start a program each time.
        let formats = DocumentFormat.allCases.filter { $0 != .pdf }
        // More than the formats: packed files, whose name tells what is inside, and archives.
        let packings = [".gz", ".bz2", ".zst", ".zip"]
        let number = Int(first) % (formats.count + packings.count)
        let packing = number < formats.count ? nil : packings[number - formats.count]
        let format = packing == nil ? formats[number] : formats[Int(first) / 32 % formats.count]
        let ending = format.hasOwnEnding ? format.rawValue : "json"
        let name = packing == ".zip" ? "f.zip" : "f.\(ending)\(packing ?? "")"
        let file = ScratchFile(name, bytes.dropFirst())
        let options = ReadingOptions(format: packing == nil ? format : nil)
        guard let reader = try? DocumentReader(paths: [file.path], options) else { return false }
        for reading in reader {
            guard case .document(let document) = reading else { continue }
            // Quotations that a file brings along are as foreign as its text.
            Promise.check(Scorers.all[0].scored(document), of: document)
        }
        return true
    }

    /// A model file → a model that scores.
    ///
    /// Its checksum would refuse every change: where only that is wrong, the file is read with the right one.
    private static func model(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let file = Array(bytes)
        func model(_ bytes: [UInt8]) -> StanceModel? {
            do {
                return try StanceModel(bytes: bytes)
            } catch ModelFileError.checksum(let found, let expected)
                where expected.utf8.count == found.utf8.count
            {
                return try? StanceModel(bytes: replaced(expected, by: found, in: bytes))
            } catch {
                return nil
            }
        }
        guard let model = model(file) else { return false }
        _ = try? model.encoded()
        _ = ModelCard(model).markdown
        let document = Document(id: "d", text: Scorers.sentence)
        let scorer = DocumentScorer(model: model, target: StanceTarget(name: "Helen Marwick"))
        Promise.check(scorer.scored(document), of: document)
        return true
    }

    private static func replaced(_ old: String, by new: String, in bytes: [UInt8]) -> [UInt8] {
        let (old, new) = (Array(old.utf8), Array(new.utf8))
        guard !old.isEmpty, let range = Data(bytes).range(of: Data(old)) else { return bytes }
        var bytes = bytes
        bytes.replaceSubrange(range, with: new)
        return bytes
    }

    /// A store's file → all that is read of it.
    private static func store(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let file = ScratchFile("store.sqlite", bytes)
        guard let store = try? Store(path: file.path, mode: .reading, patience: 0) else {
            return false
        }
        defer { try? store.close() }
        _ = try? store.check()
        for run in (try? store.runs()) ?? [] {
            _ = try? store.isComplete(run: run.id)
            _ = try? store.documents(run: run.id)
            _ = try? store.quotations(run: run.id)
            _ = try? store.diagnostics(run: run.id)
            _ = try? store.audit(run: run.id)
            _ = try? Pipeline.report(of: run, in: store)
        }
        for table in StoreTable.allCases {
            for format in TableFormat.allCases {
                try? store.export(table, as: format) { _ in }
            }
        }
        return true
    }

    /// `targets.yaml` → targets, with which an article is resolved.
    private static func targets(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let targets = try? TargetList(yaml: Data(bytes)).targets else { return false }
        let document = Document(id: "d", text: Scorers.sentence)
        for target in targets.prefix(4) {
            let scorer = DocumentScorer(model: Scorers.model, target: target)
            Promise.check(scorer.scored(document), of: document)
        }
        return true
    }

    /// A list of good and bad words, in any of its notations.
    private static func lexicon(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let lexicon = try? ValenceLexicon(
            extending: .builtIn, reading: Array(bytes), named: "words.txt")
        guard let lexicon else { return false }
        _ = LexiconDescription(lexicon)
        return true
    }

    /// Labeled examples, in the format that the first byte chooses.
    private static func labels(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first else { return false }
        let ending = ["jsonl", "json", "csv", "tsv"][Int(first) % 4]
        let file = ScratchFile("f.\(ending)", bytes.dropFirst())
        guard let reader = try? LabeledExampleReader(paths: [file.path]) else { return false }
        guard let examples = try? reader.all().examples else { return false }
        guard !examples.isEmpty, examples.count <= 100 else { return false }
        _ = try? StanceEvaluation(Scorers.model, on: examples)
        return true
    }
}

extension DocumentFormat {
    /// Whether a file's name can tell it.
    fileprivate var hasOwnEnding: Bool {
        switch self {
        case .txt, .jsonl, .json, .csv, .tsv, .html, .docx, .xlsx, .pdf, .rtf, .eml, .mhtml: true
        case .gdelt, .quotebank, .citron, .ggt: false
        }
    }
}
