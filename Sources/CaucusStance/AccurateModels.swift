package import CaucusEncoder

/// An encoder, with the stance model and the gates that weigh what it says beside the words: slower than words alone, and
/// more often right.
public struct AccurateModels: Sendable {
    /// The model that tells stances apart.
    public let model: StanceModel
    /// What tells whether a quotation is what its row takes it for.
    public let gates: GateModel
    package let encoder: Encoder

    /// Brings together what was made together.
    ///
    /// - Throws: ``EncoderMismatch`` where the model was made with another encoder.
    package init(model: StanceModel, gates: GateModel, encoder: Encoder) throws(EncoderMismatch) {
        // A model of words alone goes with gates that an encoder serves.
        self.model = model.readsEncoder ? try model.reading(by: encoder) : model
        guard gates.provenance.encoder == encoder.checksum else {
            throw EncoderMismatch(
                model: gates.provenance.name, found: encoder.checksum,
                expected: gates.provenance.encoder)
        }
        self.gates = gates
        self.encoder = encoder
    }

    /// How likely words alone must say that a quotation counts for the encoder to read it.
    var sieve: Double { gates.provenance.sieve ?? 0 }
}
