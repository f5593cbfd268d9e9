import CFuzzer
import Foundation

/// libFuzzer, and how many of its inputs had an answer.
public enum Driver {
    /// The target of this process.
    nonisolated(unsafe) private static var target: (UnsafeBufferPointer<UInt8>) -> Bool = { _ in
        false
    }
    nonisolated(unsafe) private static var inputs = 0
    nonisolated(unsafe) private static var answers = 0

    /// Hands the process over to libFuzzer, with the command's arguments after the first; `target` tells whether its
    /// input was answered. Where it ends, a line on standard error tells how many were.
    public static func run(_ target: @escaping (UnsafeBufferPointer<UInt8>) -> Bool) -> Never {
        #if FUZZING
            Self.target = target
            atexit {
                let line = "answered \(Driver.answers) of \(Driver.inputs)\n"
                FileHandle.standardError.write(Data(line.utf8))
            }
            var count = CommandLine.argc - 1
            // The name of the program, then what follows the target.
            var values = (0..<Int(count)).map { i in
                CommandLine.unsafeArgv[i == 0 ? 0 : i + 1]
            }
            values.append(nil)
            values.withUnsafeMutableBufferPointer { buffer in
                var base: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = buffer.baseAddress
                let status = LLVMFuzzerRunDriver(&count, &base) { data, size in
                    Driver.inputs += 1
                    if Driver.target(UnsafeBufferPointer(start: data, count: size)) {
                        Driver.answers += 1
                    }
                    return 0
                }
                exit(status)
            }
            fatalError("libFuzzer came back")
        #else
            fatalError("built without libFuzzer; Tests/Fuzz/run builds with it")
        #endif
    }
}
