import Caucus

/// What reads the documents of a command: a stance model and gates, and an encoder where it is asked for or suits.
struct ReadingModels {
    let model: StanceModel
    /// The gates that read words alone.
    let gates: GateModel?
    let accurate: AccurateModels?

    /// More bytes of documents than this are read by words alone where nothing else is said: about 5,000 articles.
    private static let accurateBytes = 30_000_000

    /// Reads what the options name.
    ///
    /// - Parameters:
    ///   - path: The stance model, the built-in one unless given.
    ///   - bytes: The bytes of the documents, or `nil` where nobody knows.
    init(_ options: AnsweringOptions, model path: String?, bytes: Int? = nil) throws {
        let given = try options.gates.map { try ModelFile.gates($0) }
        let stance = try ModelFile.stance(path)
        model = stance
        let isServed = given?.provenance.encoder != nil
        try Self.check(options, hasModel: path != nil, gates: given)
        gates = try isServed ? GateModel.shipped() : given ?? GateModel.shipped()
        if let given, isServed {
            accurate = try Self.served(given, options.gates ?? "", by: path.map { _ in stance })
        } else {
            let isFew = bytes.map { $0 <= Self.accurateBytes } ?? false
            let isAsked = given == nil && path == nil && !options.fast
            accurate = isAsked && (options.accurate || isFew) ? try AccurateModels.shipped() : nil
            if options.accurate, accurate == nil {
                throw Failure(64, "--accurate: this program was built without an encoder")
            }
        }
        guard options.precision != nil, answering?.knows(accurate?.model ?? stance) != true else {
            return
        }
        let other = options.gates == nil ? "model" : "model or gates"
        throw Failure(
            64,
            "--precision with another \(other): it is measured with the built-in one alone")
    }

    /// The gates by which quotations count in the end.
    private var answering: GateModel? { accurate?.gates ?? gates }

    private static func check(
        _ options: AnsweringOptions, hasModel: Bool, gates: GateModel?
    ) throws {
        guard let gates else {
            guard options.accurate, hasModel else { return }
            throw Failure(64, "--accurate with another model: expected the built-in one alone")
        }
        let name = options.gates ?? ""
        if options.accurate, gates.provenance.encoder == nil {
            throw Failure(
                64,
                "--accurate with --gates \(name), which read words alone: expected one of the two")
        }
        if options.fast, gates.provenance.encoder != nil {
            throw Failure(
                64, "--fast with --gates \(name), which an encoder serves: expected one of the two")
        }
    }

    /// The encoder with the given gates.
    private static func served(
        _ gates: GateModel, _ path: String, by model: StanceModel?
    ) throws -> AccurateModels {
        do {
            if let models = try AccurateModels.shipped(with: gates, model: model) { return models }
        } catch is EncoderMismatch {
            throw Failure(
                65,
                "\(path): they weigh what another encoder says than the one of this program; train them anew"
            )
        }
        throw Failure(
            64, "--gates \(path): an encoder serves them; this program was built without one")
    }
}
