import Caucus
import Foundation

/// Model files on disk.
enum ModelFile {
    /// What a file holds.
    enum Content {
        case stance(StanceModel)
        case gates(GateModel)
    }

    /// Reads a model; a name that is no file may be that of a built-in one.
    ///
    /// - Parameter replacing: Whether for the name of an earlier version's model the one that replaced it is read,
    ///   and told: where figures are told of a model, that would be another's.
    static func read(_ path: String, replacing: Bool = false) throws -> StanceModel {
        guard let bytes = try bytes(of: path) else {
            if let model = try StanceModel.shipped(named: path) { return model }
            if let name = StanceModel.replacedNames[path] {
                guard replacing, let model = try StanceModel.shipped(named: name) else {
                    throw Failure(
                        66,
                        "cannot read \(path): no such file; the model of that name is no longer built in, "
                            + "expected \(name), which replaced it")
                }
                Console.tell(
                    "caucus: \(path) is no longer built in; used \(name), which replaced it")
                return model
            }
            throw Failure(66, "cannot read \(path): no such file")
        }
        return try stance(in: bytes, path)
    }

    /// Reads a model or gates; a name that is no file may be that of built-in ones.
    static func any(_ path: String) throws -> Content {
        guard let bytes = try bytes(of: path) else {
            if let gates = try GateModel.shipped(named: path) { return .gates(gates) }
            return .stance(try read(path))
        }
        return try named(path) {
            do {
                return .gates(try GateModel(bytes: bytes))
            } catch ModelFileError.foreign {
                return .stance(try stance(in: bytes, path))
            }
        }
    }

    /// The model in the bytes of a file, with the encoder that it needs.
    private static func stance(in bytes: [UInt8], _ path: String) throws -> StanceModel {
        let model = try named(path) {
            try StanceModel(bytes: bytes).withShippedEncoder().withShippedTexts()
        }
        guard !model.lacksEncoder else {
            throw Failure(
                65,
                "\(path): it weighs what another encoder says than the one of this program; train it anew"
            )
        }
        return model
    }

    /// The bytes of a file, or `nil` where there is none.
    private static func bytes(of path: String) throws -> [UInt8]? {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            return nil
        }
        guard !isDirectory.boolValue else {
            throw Failure(66, "cannot read \(path): a directory, expected a model file")
        }
        do {
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe))
        } catch {
            throw Failure(66, "cannot read \(path): permission denied, or no plain file")
        }
    }

    /// What `read` gives; its errors name the file.
    private static func named<Model>(_ path: String, _ read: () throws -> Model) throws -> Model {
        do {
            return try read()
        } catch let error as ModelFileError {
            throw Failure(65, "\(path): \(error.description)")
        } catch let error as FeatureError {
            throw Failure(65, "\(path): damaged model file: \(error.description)")
        }
    }

    /// Reads a model that tells stances apart; the built-in one where no path is given.
    static func stance(_ path: String?) throws -> StanceModel {
        guard let path else {
            if let model = try StanceModel.shipped(.stance) { return model }
            throw Failure(64, "missing --model MODEL: this program was built without a model")
        }
        let model = try read(path)
        guard model.task == .stance else {
            throw Failure(65, "\(path): a \(model.task.rawValue) model, expected a stance model")
        }
        return model
    }

    /// Reads gates; a name that is no file may be that of built-in ones.
    static func gates(_ path: String) throws -> GateModel {
        guard case .gates(let gates) = try any(path) else {
            throw Failure(
                65, "\(path): a model, expected gates, which caucus train --labels-of writes")
        }
        return gates
    }

    /// Reads a model that tells tones apart; the built-in one where no path is given.
    static func sentiment(_ path: String?) throws -> StanceModel? {
        guard let path else { return try StanceModel.shipped(.sentiment) }
        let model = try read(path)
        guard model.task == .sentiment else {
            throw Failure(65, "\(path): a \(model.task.rawValue) model, expected a sentiment model")
        }
        return model
    }
}
