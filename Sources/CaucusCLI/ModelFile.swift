import Caucus
import Foundation

/// Model files on disk.
enum ModelFile {
    /// Reads a model.
    static func read(_ path: String) throws -> StanceModel {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
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

    /// Reads a model that tells stances apart.
    static func stance(_ path: String) throws -> StanceModel {
        let model = try read(path)
        guard model.task == .stance else {
            throw Failure(65, "\(path): a \(model.task.rawValue) model, expected a stance model")
        }
        return model
    }
}
