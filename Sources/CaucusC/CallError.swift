import CCaucus
import Caucus
import Foundation

/// Why a call failed: its code, one of the header's, and a line.
struct CallError: Error {
    var code: Int32
    var message: String

    init(_ code: Int, _ message: String) {
        self.code = Int32(code)
        self.message = message
    }

    /// What any error means.
    init(_ error: any Error) {
        if let error = error as? CallError {
            self = error
        } else if let fault = KnownFault(error) {
            self.init(Int(fault.code), fault.message)
        } else {
            // Errors of the rooms describe themselves, and are of what was given.
            self.init(65, "\(error)")
        }
    }

    /// The message as one line, whatever was given: a space for each control character, at most 2,000 characters.
    var line: String {
        let clean = message.unicodeScalars.prefix(2000).map { scalar in
            scalar.properties.generalCategory == .control
                || ["\u{2028}", "\u{2029}"].contains(scalar)
                ? " " : scalar
        }
        return String(String.UnicodeScalarView(clean))
    }

    static func usage(_ message: String) -> CallError { CallError(64, message) }
    static func data(_ message: String) -> CallError { CallError(65, message) }
    static let interrupted = CallError(130, "interrupted")
}

/// Answers a call: gives its result to the caller's structures, or its failure to `message`.
func answered(
    _ schema: UnsafeMutablePointer<ArrowSchema>?, _ array: UnsafeMutablePointer<ArrowArray>?,
    _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
    _ body: () throws -> ResultTable
) -> Int32 {
    do {
        guard let schema, let array else {
            throw CallError.usage("found no schema or array; expected places for a result")
        }
        let result = try body()
        ArrowExport.write(result, schema, array)
        return 0
    } catch {
        let error = CallError(error)
        message?.pointee = strdup(error.line)
        return error.code
    }
}

/// Waits on this thread for work that is asynchronous.
@discardableResult
func waited<Value>(_ body: @escaping () async throws -> Value) throws -> Value {
    // The thread is the caller's own, none of the pool that runs the work; and it touches nothing until that is done.
    nonisolated(unsafe) let body = body
    nonisolated(unsafe) var result: Result<Value, any Error>?
    let done = DispatchSemaphore(value: 0)
    Task.detached {
        do { result = .success(try await body()) } catch { result = .failure(error) }
        done.signal()
    }
    done.wait()
    guard let result else { throw CallError(70, "the work ended without a result") }
    return try result.get()
}
