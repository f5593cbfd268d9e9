import CFuzzer
import Caucus
import Foundation

/// The command that `Tests/Fuzz/run` starts: a fuzzer of one target, the generator over many documents, or one
/// generated document to look at.
///
/// ```
/// Fuzz TARGET libFuzzer-arguments…       (built with libFuzzer)
/// Fuzz generate COUNT FIRST-SEED PLACE
/// Fuzz show SEED
/// Fuzz seeds DIRECTORY TARGET
/// ```
@main
struct Fuzz {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 1 else { throw Misuse.noTarget }
        switch arguments[1] {
        case "show":
            guard arguments.count == 3, let seed = UInt64(arguments[2]) else { throw Misuse.seed }
            print("leader: \(NewspaperText(seed: seed).leader)")
            print(NewspaperText.article(seed: seed))
        case "generate":
            guard arguments.count == 5, let count = UInt64(arguments[2]),
                let first = UInt64(arguments[3])
            else { throw Misuse.seed }
            try Generated(place: arguments[4]).score(count, from: first)
        case "seeds":
            guard arguments.count == 4, let target = FuzzTarget(rawValue: arguments[3]) else {
                throw Misuse.noTarget
            }
            try Seeds(directory: arguments[2]).write(target)
        default:
            guard let target = FuzzTarget(rawValue: arguments[1]) else { throw Misuse.noTarget }
            try run(target)
        }
    }

    enum Misuse: Error {
        case noTarget, seed, noFuzzer
    }

    /// Hands the command over to libFuzzer.
    private static func run(_ target: FuzzTarget) throws {
        #if FUZZING
            FuzzTarget.chosen = target
            var count = CommandLine.argc - 1
            // The name of the program, then what follows the target.
            var values = (0..<Int(count)).map { i in
                CommandLine.unsafeArgv[i == 0 ? 0 : i + 1]
            }
            values.append(nil)
            values.withUnsafeMutableBufferPointer { buffer in
                var base: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = buffer.baseAddress
                let status = LLVMFuzzerRunDriver(&count, &base) { data, size in
                    FuzzTarget.chosen.read(UnsafeBufferPointer(start: data, count: size))
                    return 0
                }
                exit(status)
            }
        #else
            throw Misuse.noFuzzer
        #endif
    }
}
