import Caucus
import Foundation

/// `rsvg-convert`, which makes pictures of the charts where it is installed.
struct ChartDrawing {
    private static let name = "rsvg-convert"
    private let program: String?

    /// What is said where nothing draws.
    static let missing =
        "no PNG of the charts: found no rsvg-convert, expected it on the path (apt-get install librsvg2-bin, or brew install "
        + "librsvg); the page makes them on request"

    /// Whether there is a program that draws.
    var isAvailable: Bool { program != nil }

    /// Looks for the program on a path of folders; relative ones are passed over.
    init(searchPath: String = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin") {
        program = searchPath.split(separator: ":").filter { $0.hasPrefix("/") }
            .map { "\($0)/\(Self.name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The PNG of a chart at twice its size, or `nil` where there is no program or it fails.
    func picture(of chart: ReportFile) -> [UInt8]? {
        guard let program else { return nil }
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("caucus-\(UUID().uuidString)")
        let source = folder.appendingPathComponent("chart.svg")
        let picture = folder.appendingPathComponent("chart.png")
        defer { try? FileManager.default.removeItem(at: folder) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["--zoom", "2", "--output", picture.path, source.path]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(chart.bytes).write(to: source)
            try process.run()
        } catch {
            return nil
        }
        // A chart takes a tenth of a second.
        let limit = Date().addingTimeInterval(30)
        while process.isRunning, Date() < limit { usleep(10_000) }
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
        guard process.terminationStatus == 0, let data = try? Data(contentsOf: picture) else {
            return nil
        }
        return [UInt8](data)
    }
}
