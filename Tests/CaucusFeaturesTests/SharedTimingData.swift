import CaucusFeatures
import Foundation

/// The sentences of `../shared/data/timing`, or `nil` where that folder is absent.
func timingPassages(_ name: String, file: String = #filePath) throws -> [Passage]? {
    struct Record: Decodable { var text: String }
    let root = URL(fileURLWithPath: file).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appendingPathComponent("../shared/data/timing/\(name).jsonl.gz").path
    guard FileManager.default.isReadableFile(atPath: path) else {
        print("skipped: \(path) is absent")
        return nil
    }
    let unpack = Process()
    unpack.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    unpack.arguments = ["gzip", "-dc", path]
    let pipe = Pipe()
    unpack.standardOutput = pipe
    try unpack.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    unpack.waitUntilExit()
    return try data.split(separator: 0x0A).map {
        Passage(text: try JSONDecoder().decode(Record.self, from: $0).text)
    }
}
