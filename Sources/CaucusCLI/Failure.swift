import Caucus
import Foundation

/// What went wrong, in one line, and the exit code that the interface names for it.
struct Failure: Error {
    var code: Int32
    var message: String

    /// A failure of the command's own.
    init(_ code: Int32, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The failure that a room's error means, or `nil` where the error is the argument parser's.
    init?(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as SpeakerEditsError: self.init(65, error.description)
        case let error as CorpusError: self.init(Self.code(error), error.description)
        case let error as StoreError: self.init(Self.code(error), error.description)
        case let error as ModelFileError: self.init(65, error.description)
        case let error as TrainingError where error.isUnmetGate: self.init(1, error.description)
        case let error as TrainingError: self.init(65, error.description)
        case let error as LexiconError: self.init(65, error.description)
        case let error as WordListError: self.init(65, error.description)
        case let error as FitError: self.init(65, error.description)
        case let error as FeatureError: self.init(65, error.description)
        case let error as CocoaError: self.init(74, error.localizedDescription.lowercased())
        default: return nil
        }
    }

    private static func code(_ error: StoreError) -> Int32 {
        switch error {
        case .missing, .unreadable: 66
        case .notCreatable: 73
        case .notAStore, .damaged, .otherVersion, .unknownRun, .differentRun: 65
        case .locked, .unwritable, .removed, .full, .failed: 74
        }
    }

    private static func code(_ error: CorpusError) -> Int32 {
        switch error {
        case .missing, .unreadable: 66
        case .readFailed, .identityUnknown: 74
        case .unknownFormat: 64
        case .badTable: 65
        case .unsupportedFormat, .damaged, .noDocuments, .noExamples: 65
        case .outputExists, .outputNotCreatable: 73
        case .outputFailed: 74
        }
    }
}
