import Caucus
import Foundation

/// Lists of good and bad words on disk.
enum LexiconFile {
    /// The built-in list and what the files add, later ones winning.
    static func read(_ paths: [String]) throws -> ValenceLexicon {
        var lexicon = ValenceLexicon.builtIn
        for path in paths {
            let bytes = try bytes(of: path)
            lexicon = try ValenceLexicon(extending: lexicon, reading: bytes, named: path)
        }
        return lexicon
    }

    /// The bytes of a file, one more than a lexicon may have at most: a larger one is refused unread.
    private static func bytes(of path: String) throws -> [UInt8] {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw Failure(66, "cannot read \(path): no such file")
        }
        guard !isDirectory.boolValue else {
            throw Failure(66, "cannot read \(path): a directory, expected a list of words")
        }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw Failure(66, "cannot read \(path): permission denied, or no plain file")
        }
        defer { try? handle.close() }
        var bytes: [UInt8] = []
        while bytes.count <= ValenceLexicon.largestFile {
            let missing = ValenceLexicon.largestFile + 1 - bytes.count
            guard let next = try handle.read(upToCount: min(missing, 1 << 20)), !next.isEmpty
            else { break }
            bytes += next
        }
        return bytes
    }
}
