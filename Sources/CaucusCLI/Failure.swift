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
        if let failure = error as? Failure {
            self = failure
        } else if let fault = KnownFault(error) {
            self.init(fault.code, fault.message)
        } else {
            return nil
        }
    }
}
