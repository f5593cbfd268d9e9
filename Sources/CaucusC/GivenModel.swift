import Caucus
import Foundation

/// The model of a call: by a built-in name, a path, or its bytes.
struct GivenModel {
    /// The options that name a model.
    static let options = ["model", "model_bytes"]

    /// The model, or `nil` where the options name none.
    static func model(_ options: CallOptions) throws -> StanceModel? {
        if let bytes = options.bytes("model_bytes") {
            return try StanceModel(bytes: bytes).withShippedEncoder()
        }
        guard let name = options["model"] else { return nil }
        if let shipped = try StanceModel.shipped(named: StanceModel.replacedNames[name] ?? name) {
            return shipped
        }
        guard FileManager.default.fileExists(atPath: name) else {
            throw CallError(
                66,
                "cannot read \(name): no such file; expected a model file or one of "
                    + StanceModel.shippedNames.joined(separator: ", "))
        }
        guard let data = FileManager.default.contents(atPath: name) else {
            throw CallError(66, "cannot read \(name): it is a directory, or its rights forbid it")
        }
        do {
            return try StanceModel(bytes: Array(data)).withShippedEncoder()
        } catch {
            throw CallError.data("\(name): \(CallError(error).message)")
        }
    }

    /// The model that a call must name.
    static func needed(_ options: CallOptions) throws -> StanceModel {
        guard let model = try model(options) else {
            throw CallError.usage("found no option model or model_bytes")
        }
        return model
    }
}
