import CaucusEncoder
import CaucusFeatures
import CaucusLearning
import CaucusMatrix
import CaucusStatistics
import CaucusText
import Foundation

extension StanceModel {
    /// The layout of the model file: the one that this version writes, and the one it reads.
    public static let fileFormat = "1"

    /// Where a file tells its layout, and where those of the versions before the first release told theirs.
    private static let formatKey = "caucus_model"
    private static let oldFormatKey = "caucus_format"
    /// Where hashes of the training texts stand, in Base64.
    private static let textsKey = "texts"

    /// The bytes of the model file: a safetensors file with the tensors `weights` (columns × classes) and
    /// `intercepts` (classes), and everything else as strings under `__metadata__`.
    ///
    /// The vocabularies keep document frequencies, from which the factors of the columns are computed again; where
    /// labels have a say in them (``FeatureSettings/weighsByCountRatios``), they are the tensor `scales`. What the
    /// model says of examples it had not seen is the tensor `held_out`. The model that it started from stands in it
    /// under the same names with `base.` before them. Hashes of the training texts, where they are kept, stand as `texts`.
    ///
    /// - Throws: where the settings cannot be written as JSON.
    public func encoded() throws -> [UInt8] {
        var file = try tensorFile()
        file.metadata["checksum"] = file.digest
        return try file.encoded()
    }

    /// The model that the bytes of its file give: what is trained is what will be read.
    func sealed() throws -> StanceModel { try StanceModel(bytes: encoded()) }

    /// The model as its file gives it back, with what was measured of it by form, mention and leader.
    package func telling(_ slices: [JudgedSlice]) throws -> StanceModel {
        var provenance = provenance
        provenance.slices = slices
        return try with(provenance).sealed()
    }

    /// Reads a model file's bytes.
    ///
    /// - Throws: ``ModelFileError`` where they are damaged, foreign or of another layout.
    public init(bytes: [UInt8]) throws {
        let file = try TensorFile(bytes: bytes)
        guard let format = file.metadata[Self.formatKey] else {
            if let old = file.metadata[Self.oldFormatKey] {
                throw ModelFileError.otherFormat("\(Self.oldFormatKey) \(old)")
            }
            throw ModelFileError.foreign("no \(Self.formatKey) in its metadata")
        }
        guard format == Self.fileFormat else {
            throw ModelFileError.otherFormat("\(Self.formatKey) \(format)")
        }
        var unsealed = file
        unsealed.metadata["checksum"] = nil
        let digest = unsealed.digest
        let stored = file.metadata["checksum"] ?? "none"
        guard stored == digest else {
            throw ModelFileError.checksum(found: digest, expected: stored)
        }
        try self.init(file)
        checksum = digest
    }

    private init(_ file: TensorFile, prefix: String = "") throws {
        let settings: Settings = try Self.decoded(file, prefix + "settings")
        let provenance: Provenance = try Self.decoded(file, prefix + "provenance")
        guard let weights = file.tensors[prefix + "weights"], weights.shape.count == 2,
            let intercepts = file.tensors[prefix + "intercepts"]
        else { throw ModelFileError.damaged("no \(prefix)weights or intercepts") }
        let vectorizer = try FittedFeatures(
            settings: provenance.features, termScales: file.tensors[prefix + "scales"]?.values ?? []
        ) { name in
            file.metadata[prefix + name].flatMap { Data(base64Encoded: $0) }.map { [UInt8]($0) }
        }
        var bases: [StanceModel] = []
        if settings.hasBase, prefix.isEmpty {
            bases = [try StanceModel(file, prefix: "base.")]
        }
        let labels = settings.task.labels.count
        guard provenance.isSound(labels: labels, classes: settings.classes.count) else {
            throw ModelFileError.damaged("numbers of another task in \(prefix)provenance")
        }
        let columns =
            vectorizer.columns + (bases.first?.classes.count ?? 0)
            + (settings.encoder == nil ? 0 : EncoderOpinion.count)
        guard settings.classes.count > 1, settings.classes.allSatisfy({ 0 <= $0 && $0 < labels }),
            settings.classes == Set(settings.classes).sorted(),
            intercepts.values.count == settings.classes.count,
            weights.shape == [columns, settings.classes.count],
            (1e-6...1e6).contains(settings.temperature),
            (0...1).contains(settings.threshold?.margin ?? 0), Self.areSmall(weights.values),
            Self.areSmall(intercepts.values)
        else {
            throw ModelFileError.damaged(
                "weights of shape \(weights.shape) for \(columns) columns "
                    + "and \(settings.classes.count) classes")
        }
        self.init(
            task: settings.task, provenance: provenance, vectorizer: vectorizer, bases: bases,
            encoderChecksum: settings.encoder,
            regression: LogisticModel(
                weights: Matrix(
                    rows: weights.shape[0], columns: weights.shape[1],
                    values: weights.values.map(Double.init)),
                intercepts: intercepts.values.map(Double.init),
                convergence: provenance.convergence),
            classes: settings.classes, temperature: settings.temperature,
            threshold: settings.threshold,
            heldOut: try Self.heldOut(in: file, prefix, settings.task))
        self = knowing(try Self.texts(in: file, prefix))
    }

    /// The hashes of the texts that it learned from, or `nil` where the file keeps none.
    private static func texts(in file: TensorFile, _ prefix: String) throws -> TextHashes? {
        guard let spelling = file.metadata[prefix + textsKey] else { return nil }
        guard let bytes = Data(base64Encoded: spelling),
            let texts = TextHashes(bytes: [UInt8](bytes))
        else { throw ModelFileError.damaged("\(prefix)\(textsKey) that are no ascending hashes") }
        return texts
    }

    /// Whether sums of weights stay numbers: fits give some hundreds at most.
    private static func areSmall(_ values: [Float]) -> Bool {
        values.allSatisfy { abs($0) < 1e12 }
    }

    /// The rows kept from cross-validation, or `nil` where there was none.
    private static func heldOut(
        in file: TensorFile, _ prefix: String, _ task: StanceTask
    ) throws -> HeldOutSample? {
        guard let tensor = file.tensors[prefix + "held_out"] else { return nil }
        guard let sample = HeldOutSample(tensor, task: task) else {
            throw ModelFileError.damaged("held_out rows that are no probabilities and labels")
        }
        return sample
    }

    /// What the probabilities need beside the tensors.
    private struct Settings: Codable {
        var task: StanceTask
        var classes: [Int]
        var temperature: Double
        var hasBase: Bool
        var threshold: AnswerThreshold?
        /// The digest of the encoder whose opinions are the last columns.
        var encoder: String?
    }

    private func tensorFile() throws -> TensorFile {
        var file = TensorFile(
            tensors: [:],
            metadata: [
                Self.formatKey: Self.fileFormat,
                "labels": task.labels.joined(separator: ","),
            ])
        try write(to: &file, prefix: "")
        if let heldOut, !heldOut.rows.isEmpty { file.tensors["held_out"] = heldOut.tensor }
        try bases.first?.write(to: &file, prefix: "base.")
        return file
    }

    private func write(to file: inout TensorFile, prefix: String) throws {
        let settings = Settings(
            task: task, classes: classes, temperature: temperature,
            hasBase: !bases.isEmpty, threshold: threshold, encoder: encoderChecksum)
        file.tensors[prefix + "weights"] = .init(
            shape: [regression.weights.rows, classes.count],
            values: regression.weights.values.map(Float.init))
        file.tensors[prefix + "intercepts"] = .init(
            shape: [classes.count], values: regression.intercepts.map(Float.init))
        let scales = vectorizer.termScales
        if !scales.isEmpty {
            file.tensors[prefix + "scales"] = .init(shape: [scales.count], values: scales)
        }
        file.metadata[prefix + "settings"] = try Self.json(settings)
        file.metadata[prefix + "provenance"] = try Self.json(provenance)
        if let trainingTexts {
            file.metadata[prefix + Self.textsKey] = Data(trainingTexts.bytes).base64EncodedString()
        }
        for (name, bytes) in vectorizer.payload {
            file.metadata[prefix + name] = Data(bytes).base64EncodedString()
        }
    }

    private static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(
            decoding: JSONNumbers.rounded([UInt8](try encoder.encode(value))), as: UTF8.self)
    }

    private static func decoded<Value: Decodable>(_ file: TensorFile, _ key: String) throws -> Value
    {
        guard let text = file.metadata[key] else {
            throw ModelFileError.damaged("no \(key) in its metadata")
        }
        do {
            return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
        } catch {
            throw ModelFileError.damaged("\(key) that cannot be read")
        }
    }
}
