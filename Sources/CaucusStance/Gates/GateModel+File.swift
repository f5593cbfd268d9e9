import CaucusEncoder
@_spi(HashTable) import CaucusText
import Foundation

extension GateModel {
    /// The layout of the file: the one that this version writes, and the one it reads.
    public static let fileFormat = "2"
    private static let formatKey = "caucus_gates"
    /// More features than this are refused before they are read.
    private static let most = 1_000_000

    /// The bytes of the model file: a safetensors file with the tensors `weights` (features × (gates, answer)),
    /// `levels`, `slopes` and `offsets` (one each), `answer` (one for each of its inputs) and `judged` (a row a judged
    /// quotation), and keys and names of the features and how the model was made under `__metadata__`.
    ///
    /// - Throws: where a name cannot be written.
    public func encoded() throws -> [UInt8] {
        var file = TensorFile(tensors: [:], metadata: [Self.formatKey: Self.fileFormat])
        file.tensors["weights"] = .init(
            shape: [weights.count, 4], values: weights.flatMap { [$0.x, $0.y, $0.z, $0.w] })
        for (name, values) in [("levels", levels), ("slopes", slopes), ("offsets", offsets)] {
            file.tensors[name] = .init(
                shape: [4], values: [values.x, values.y, values.z, values.w])
        }
        file.tensors["answer"] = .init(shape: [answerWeights.count], values: answerWeights)
        file.tensors["judged"] = judged.tensor
        if !opinionWeights.isEmpty {
            file.tensors["opinion"] = .init(
                shape: [opinionWeights.count, 4],
                values: opinionWeights.flatMap { [$0.x, $0.y, $0.z, $0.w] })
        }
        file.metadata["features"] = features.map { String($0.key, radix: 16) + " " + $0.name }
            .joined(separator: "\n")
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        file.metadata["provenance"] = String(
            decoding: JSONNumbers.rounded([UInt8](try encoder.encode(provenance))), as: UTF8.self)
        file.metadata["checksum"] = file.digest
        return try file.encoded()
    }

    /// Reads a model file's bytes.
    ///
    /// - Throws: ``ModelFileError`` where they are damaged, foreign or of another layout.
    public init(bytes: [UInt8]) throws {
        let file = try TensorFile(bytes: bytes)
        guard let format = file.metadata[Self.formatKey] else {
            throw ModelFileError.foreign("no \(Self.formatKey) in its metadata")
        }
        guard format == Self.fileFormat else {
            throw ModelFileError.otherFormat("\(Self.formatKey) \(format)")
        }
        var unsealed = file
        unsealed.metadata["checksum"] = nil
        let (digest, stored) = (unsealed.digest, file.metadata["checksum"] ?? "none")
        guard stored == digest else {
            throw ModelFileError.checksum(found: digest, expected: stored)
        }
        let features = try Self.features(file.metadata["features"] ?? "")
        guard let provenance = file.metadata["provenance"].map({ Data($0.utf8) }),
            let made = try? JSONDecoder().decode(GateProvenance.self, from: provenance),
            made.isSound
        else { throw ModelFileError.damaged("provenance that cannot be read") }
        guard let weights = file.tensors["weights"], weights.shape == [features.count, 4],
            weights.values.allSatisfy({ abs($0) < 1e6 })
        else { throw ModelFileError.damaged("weights of another shape than its features") }
        guard let judged = file.tensors["judged"].flatMap(JudgedSample.init) else {
            throw ModelFileError.damaged("judged rows that are no probabilities and labels")
        }
        guard let answer = file.tensors["answer"]?.values, answer.count == AnswerInputs.count,
            answer.allSatisfy({ abs($0) < 1e6 })
        else { throw ModelFileError.damaged("an answer that does not weigh its inputs") }
        let all = weights.values
        let opinion = file.tensors["opinion"]
        guard (opinion == nil) == (made.encoder == nil),
            opinion?.shape ?? [EncoderOpinion.count, 4] == [EncoderOpinion.count, 4],
            opinion?.values.allSatisfy({ abs($0) < 1e6 }) ?? true
        else { throw ModelFileError.damaged("an opinion without an encoder, or of another shape") }
        self.init(
            provenance: made, features: features,
            weights: Self.fours(all),
            levels: try Self.four("levels", file), slopes: try Self.four("slopes", file),
            offsets: try Self.four("offsets", file), answerWeights: answer,
            opinionWeights: Self.fours(opinion?.values ?? []), judged: judged)
        checksum = digest
    }

    private static func fours(_ all: [Float]) -> [SIMD4<Float>] {
        stride(from: 0, to: all.count, by: 4).map {
            SIMD4(all[$0], all[$0 + 1], all[$0 + 2], all[$0 + 3])
        }
    }

    private static func four(_ name: String, _ file: TensorFile) throws -> SIMD4<Float> {
        guard let values = file.tensors[name]?.values, values.count == 4,
            values.allSatisfy({ abs($0) < 1e6 })
        else { throw ModelFileError.damaged("\(name) that are not one a gate and one an answer") }
        return SIMD4(values[0], values[1], values[2], values[3])
    }

    private static func features(_ text: String) throws -> [(key: UInt64, name: String)] {
        let lines =
            text.isEmpty
            ? []
            // By bytes, as characters would take most of the time that the file is read in.
            : text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.count <= most else {
            throw ModelFileError.damaged("\(lines.count) features, more than \(most)")
        }
        return try lines.map { line in
            guard let space = line.firstIndex(of: UInt8(ascii: " ")),
                let key = UInt64(Substring(line[..<space]), radix: 16)
            else { throw ModelFileError.damaged("a feature without a key") }
            return (key, String(Substring(line[line.index(after: space)...])))
        }
    }
}

extension GateProvenance {
    /// Whether its numbers are what they are called.
    fileprivate var isSound: Bool {
        (0...1).contains(keep) && (0...1).contains(sieve ?? 0)
            && precisions.count + neutralPrecisions.count <= 1000
            && examples >= 0 && leaders >= 0
            && slices?.allSatisfy(\.isSound) ?? true && slices?.count ?? 0 <= 1000
            && refits?.allSatisfy(\.fit.isSound) ?? true && refits?.count ?? 0 <= 1000
            && (precisions + neutralPrecisions).allSatisfy { point in
                [point.threshold, point.precision, point.low, point.high, point.recall]
                    .allSatisfy { (0...1).contains($0) }
            }
    }
}

extension JudgedSample {
    /// More rows than this are refused.
    private static let most = 100_000

    /// What a row is made of; files of before have none of the last.
    private static let widths = [10, 9]

    /// Leader, article, pass, three stances, whether right, label, weight, and how likely an answered side is right or -1,
    /// of each row, as float32.
    var tensor: TensorFile.Tensor {
        var values: [Float] = []
        for row in rows {
            values += [Float(row.leader), Float(row.article), Float(row.pass)]
            for stance in row.stances { values.append(Float(stance)) }
            values += [row.isRight ? 1 : 0, Float(row.label), Float(row.weight)]
            values.append(row.right.map(Float.init) ?? -1)
        }
        return .init(shape: [rows.count, 10], values: values)
    }

    /// The rows of the file's tensor, or `nil` where it is not one of such rows.
    init?(_ tensor: TensorFile.Tensor) {
        guard tensor.shape.count == 2, Self.widths.contains(tensor.shape[1]),
            tensor.shape[0] <= Self.most
        else { return nil }
        let width = tensor.shape[1]
        var rows: [Row] = []
        for start in stride(from: 0, to: tensor.values.count, by: width) {
            let v = Array(tensor.values[start..<start + width])
            guard [v[0], v[1]].allSatisfy({ (0...0x1p23).contains($0) && $0 == $0.rounded() }),
                v[2...5].allSatisfy({ (0...1).contains($0) }), abs(v[3] + v[4] + v[5] - 1) < 1e-2,
                v[6] == 0 || v[6] == 1, (-1...2).contains(v[7]), v[7] == v[7].rounded(), v[8] > 0,
                v[8] < 1e3
            else { return nil }
            let right = width > 9 ? v[9] : -1
            guard right == -1 || (0...1).contains(right) else { return nil }
            rows.append(
                Row(
                    leader: Int(v[0]), article: Int(v[1]), pass: Double(v[2]),
                    stances: v[3...5].map(Double.init), isRight: v[6] == 1, label: Int(v[7]),
                    right: right < 0 ? nil : Double(right),
                    weight: Double(v[8])))
        }
        self.rows = rows
    }
}
