import Caucus
import Foundation

/// Model files on disk.
enum ModelFile {
    /// Reads a model; a name that is no file may be that of a built-in one.
    static func read(_ path: String) throws -> StanceModel {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            if let model = try StanceModel.shipped(named: path) { return model }
            throw Failure(66, "cannot read \(path): no such file")
        }
        guard !isDirectory.boolValue else {
            throw Failure(66, "cannot read \(path): a directory, expected a model file")
        }
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        } catch {
            throw Failure(66, "cannot read \(path): permission denied, or no plain file")
        }
        do {
            return try StanceModel(bytes: [UInt8](data))
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
