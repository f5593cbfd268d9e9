public import Foundation

/// Where tests find files.
public enum SharedPaths {
    /// The root of the checkout.
    public static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A file in the shared material beside the checkout, or `nil` where it is not there: tests that need
    /// it are skipped, and say so.
    public static func shared(_ name: String) -> URL? {
        let url = root.deletingLastPathComponent().appendingPathComponent("shared/\(name)")
        return FileManager.default.fileExists(atPath: url.path) ? url : nil
    }
}
