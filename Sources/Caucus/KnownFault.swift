import Foundation

/// What an error of a room means to whoever called: a line, and the exit code of the command (sysexits).
package struct KnownFault {
    package var code: Int32
    package var message: String

    /// What an error means, or `nil` where it is of no room.
    package init?(_ error: any Error) {
        switch error {
        case let error as CorpusError: self.init(Self.code(error), error.description)
        case let error as StoreError: self.init(Self.code(error), error.description)
        case let error as TrainingError where error.isUnmetGate: self.init(1, error.description)
        case let error as any CustomStringConvertible where Self.isOfInput(error):
            self.init(65, error.description)
        case let error as CocoaError: self.init(74, error.localizedDescription.lowercased())
        default: return nil
        }
    }

    private init(_ code: Int32, _ message: String) {
        self.code = code
        self.message = message
    }

    /// Whether the error says that what was given cannot be used.
    private static func isOfInput(_ error: Any) -> Bool {
        error is SpeakerEditsError || error is ModelFileError || error is TrainingError
            || error is LexiconError
            || error is WordListError || error is FitError || error is FeatureError
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
