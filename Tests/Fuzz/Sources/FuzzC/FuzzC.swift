import Foundation
import FuzzSupport

/// The command that `Tests/Fuzz/run` starts for the C functions.
///
/// ```
/// FuzzC calls libFuzzer-arguments…       (built with libFuzzer)
/// FuzzC seeds DIRECTORY calls
/// ```
@main
struct FuzzC {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 1 else { throw CocoaError(.featureUnsupported) }
        guard arguments[1] == "seeds", arguments.count == 4 else {
            Driver.run { bytes in
                var maker = CallMaker(Choices(bytes))
                return maker.call()
            }
        }
        try seeds(URL(fileURLWithPath: arguments[2]))
    }

    /// Each function as it is usually called, and with choices at random.
    private static func seeds(_ folder: URL) throws {
        var random = SystemRandomNumberGenerator()
        for function in UInt8(0)..<UInt8(CallMaker.functions) {
            for number in 0..<8 {
                let rest = (0..<(number * 24)).map { _ in UInt8.random(in: 0...255, using: &random)
                }
                try Data([function] + rest).write(
                    to: folder.appendingPathComponent("call-\(function)-\(number)"))
            }
        }
        try Data().write(to: folder.appendingPathComponent("dictionary"))
    }
}
