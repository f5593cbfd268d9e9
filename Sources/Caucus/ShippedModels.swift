import CModels
public import CaucusStance

extension StanceModel {
    /// The names of the models that are built in.
    public static let shippedNames = ["stance-en-2", "sentiment-en-2"]

    /// The built-in model of that name, or `nil` where there is none.
    ///
    /// - Throws: `ModelFileError` where this version cannot read the model it was built with.
    /// - Complexity: some ten milliseconds.
    public static func shipped(named name: String) throws -> StanceModel? {
        var count = 0
        let bytes: UnsafePointer<UInt8>?
        switch name {
        case "stance-en-2": bytes = caucus_stance_model(&count)
        case "sentiment-en-2": bytes = caucus_sentiment_model(&count)
        default: return nil
        }
        guard let bytes, count > 0 else { return nil }
        return try StanceModel(bytes: Array(UnsafeBufferPointer(start: bytes, count: count)))
    }

    /// The built-in model of a task, or `nil` where the program was built without.
    ///
    /// - Throws: `ModelFileError` where this version cannot read the model it was built with.
    public static func shipped(_ task: StanceTask) throws -> StanceModel? {
        try shipped(named: task == .stance ? "stance-en-2" : "sentiment-en-2")
    }
}

extension GateModel {
    /// The name of the gates that are built in.
    public static let shippedName = "gates-en-1"

    /// The built-in gates, or `nil` where the program was built without.
    ///
    /// - Throws: `ModelFileError` where this version cannot read the model it was built with.
    public static func shipped() throws -> GateModel? {
        var count = 0
        guard let bytes = caucus_gate_model(&count), count > 0 else { return nil }
        return try GateModel(bytes: Array(UnsafeBufferPointer(start: bytes, count: count)))
    }
}
