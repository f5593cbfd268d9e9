import CModels
import CaucusEncoder
public import CaucusStance

extension StanceModel {
    /// The names of the models that are built in.
    public static let shippedNames = ["stance-en-2", "stance-en-3", "sentiment-en-2"]

    /// The names of models that earlier versions were built with, and of those that replaced them.
    public static let replacedNames = [
        "stance-en-1": "stance-en-2", "sentiment-en-1": "sentiment-en-2",
    ]

    /// The built-in model of that name, or `nil` where there is none; one that weighs what the built-in encoder says reads
    /// with it.
    ///
    /// - Throws: `ModelFileError` where this version cannot read the model it was built with.
    /// - Complexity: some ten milliseconds.
    public static func shipped(named name: String) throws -> StanceModel? {
        var count = 0
        let bytes: UnsafePointer<UInt8>?
        switch name {
        case "stance-en-2": bytes = caucus_stance_model(&count)
        case "stance-en-3": bytes = caucus_accurate_stance_model(&count)
        case "sentiment-en-2": bytes = caucus_sentiment_model(&count)
        default: return nil
        }
        guard let bytes, count > 0 else { return nil }
        let model = try StanceModel(bytes: Array(UnsafeBufferPointer(start: bytes, count: count)))
        return try model.withShippedEncoder().withShippedTexts()
    }

    /// The built-in model of a task that reads words alone, or `nil` where the program was built without.
    ///
    /// - Throws: `ModelFileError` where this version cannot read the model it was built with.
    public static func shipped(_ task: StanceTask) throws -> StanceModel? {
        try shipped(named: task == .stance ? "stance-en-2" : "sentiment-en-2")
    }

    /// The same model with the built-in encoder, where it was made with that.
    public func withShippedEncoder() throws -> StanceModel {
        let wanted = [encoderChecksum, bases.first?.encoderChecksum].compactMap(\.self)
        guard !wanted.isEmpty, let encoder = try Encoder.shipped(),
            wanted.contains(encoder.checksum)
        else { return self }
        return try reading(by: encoder)
    }
}

extension StanceTrainer {
    /// Takes what the built-in encoder says of the passages as features beside the words.
    ///
    /// - Returns: Whether the program has an encoder.
    public mutating func readWithShippedEncoder() throws -> Bool {
        guard let encoder = try Encoder.shipped() else { return false }
        (self.encoder, encoderChecksum) = (encoder, encoder.checksum)
        return true
    }
}

extension GateModel {
    /// The name of the gates that are built in, and of those that an encoder serves.
    public static let shippedName = "gates-en-1"
    public static let accurateName = "gates-en-2"

    /// The built-in gates of words alone, or `nil` where the program was built without.
    ///
    /// - Throws: `ModelFileError` where this version cannot read the model it was built with.
    public static func shipped() throws -> GateModel? { try shipped(named: shippedName) }

    /// The built-in gates of that name, or `nil` where there are none.
    ///
    /// - Throws: `ModelFileError` where this version cannot read the model it was built with.
    public static func shipped(named name: String) throws -> GateModel? {
        var count = 0
        let bytes: UnsafePointer<UInt8>?
        switch name {
        case shippedName: bytes = caucus_gate_model(&count)
        case accurateName: bytes = caucus_accurate_gate_model(&count)
        default: return nil
        }
        guard let bytes, count > 0 else { return nil }
        return try GateModel(bytes: Array(UnsafeBufferPointer(start: bytes, count: count)))
    }

    /// The built-in gates that a run was scored with, or `nil` where they were others.
    public static func shipped(of run: RunDescription) throws -> GateModel? {
        for name in [shippedName, accurateName] {
            if let gates = try shipped(named: name), gates.scored(run) { return gates }
        }
        return nil
    }

    /// The built-in gates of that checksum, with whatever stance model they were asked beside, or `nil`.
    public static func shipped(checksum: String) throws -> GateModel? {
        for name in [shippedName, accurateName] {
            if let gates = try shipped(named: name), gates.checksum == checksum { return gates }
        }
        return nil
    }
}

extension AccurateModels {
    /// The built-in encoder with its models, or `nil` where the program was built without.
    ///
    /// - Throws: where this version cannot read them, or they do not belong together.
    /// - Complexity: some thirty milliseconds.
    public static func shipped() throws -> AccurateModels? {
        guard let gates = try GateModel.shipped(named: GateModel.accurateName) else { return nil }
        return try shipped(with: gates)
    }

    /// The built-in encoder with gates that it serves, and with a model, the built-in one unless given; `nil` where the program
    /// was built without.
    ///
    /// - Throws: where this version cannot read them, or they do not belong together.
    public static func shipped(
        with gates: GateModel, model: StanceModel? = nil
    ) throws -> AccurateModels? {
        guard let encoder = try Encoder.shipped(),
            let model = try model ?? StanceModel.shipped(named: "stance-en-3")
        else { return nil }
        return try AccurateModels(model: model, gates: gates, encoder: encoder)
    }
}

extension Encoder {
    /// The built-in encoder, read once; its largest table stays where the program has it.
    static func shipped() throws -> Encoder? { try kept.get() }

    private static let kept = Result {
        var count = 0
        guard let bytes = caucus_encoder(&count), count > 0 else { return Encoder?.none }
        return try Encoder(UnsafeRawBufferPointer(start: bytes, count: count))
    }
}
