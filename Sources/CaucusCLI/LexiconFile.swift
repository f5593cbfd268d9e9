import Caucus
import Foundation

/// Lists of words on disk.
enum LexiconFile {
    /// The built-in list of good and bad words and what the files add, later ones winning.
    static func read(_ paths: [String]) throws -> ValenceLexicon {
        var lexicon = ValenceLexicon.builtIn
        for path in paths {
            let bytes = try bytes(of: path, atMost: ValenceLexicon.largestFile)
            lexicon = try ValenceLexicon(extending: lexicon, reading: bytes, named: path)
        }
        return lexicon
    }

    /// The built-in words that documents are read with, and what the files add.
    static func words(_ paths: [String]) throws -> WordLists {
        try WordLists(
            adding: paths.map { ($0, try bytes(of: $0, atMost: WordLists.largestFile)) })
    }

    /// The bytes of a file, one more than a lexicon may have at most: a larger one is refused unread.
    private static func bytes(of path: String, atMost largest: Int) throws -> [UInt8] {
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
        while bytes.count <= largest {
            let missing = largest + 1 - bytes.count
            guard let next = try handle.read(upToCount: min(missing, 1 << 20)), !next.isEmpty
            else { break }
            bytes += next
        }
        return bytes
    }
}
