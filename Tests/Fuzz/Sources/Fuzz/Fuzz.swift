import Caucus
import Foundation
import FuzzSupport

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
            Driver.run { target.isAnswered($0) }
        }
    }

    enum Misuse: Error {
        case noTarget, seed
    }
}
