public import CaucusText
import CaucusStance
import Foundation
import GRDB
import Synchronization

/// The documents of a store as those that were read before: which id came from which record of which file.
///
/// Files are remembered by their way from the folder of the store, so that both can move together.
public final class StoredIdentities: KnownDocuments {
    private let store: Store
    /// The store's folder, links resolved, a slash at its end.
    private let folder: String
    /// Whether the store held nothing at first: then only this run's own ids are in the way.
    private let isEmpty: Bool
    /// What is known of the id that was looked up last: of records without an id worth the name, thousands in a row
    /// have the same.
    private let last = Mutex<Namesakes?>(nil)

    /// Looks at the documents that `store` holds now.
    public init(_ store: Store) throws(StoreError) {
        self.store = store
        let path = URL(fileURLWithPath: store.path).deletingLastPathComponent().path
        let resolved = realpath(path, nil)
        defer { free(resolved) }
        let folder = resolved.map { String(cString: $0) } ?? path
        self.folder = folder.hasSuffix("/") ? folder : folder + "/"
        isEmpty = try store.read { try Int.fetchOne($0, sql: "SELECT 1 FROM document") == nil }
    }

    /// The id of the document that was read from the same origin; else that of the document which has its id and
    /// its content; else its own, with a number where documents of other origins have it.
    public func identity(
        of document: Document, isTaken: (String) -> Bool
    ) throws -> DocumentIdentity {
        // Who makes a document without a file names it.
        guard var origin = document.origin else { return DocumentIdentity(id: document.id) }
        origin.file = way(to: origin.file)
        if !isEmpty, origin.part != .identified, origin.isLasting,
            let id = try id(of: origin), !isTaken(id)
        {
            return DocumentIdentity(id: id, origin: origin)
        }
        return try last.withLock { last in
            if last?.id != document.id {
                last = Namesakes(document.id, isEmpty ? [] : try namesakes(of: document.id))
            }
            guard var namesakes = last else { return DocumentIdentity(id: document.id) }
            defer { last = namesakes }
            last = nil
            return namesakes.identity(of: document, origin, isTaken)
        }
    }

    /// The way from the store's folder to the file with this absolute path.
    private func way(to file: String) -> String {
        guard file.hasPrefix("/") else { return file }
        let from = folder.split(separator: "/")
        let to = file.split(separator: "/")
        let shared = zip(from, to).prefix { $0 == $1 }.count
        let up = [Substring](repeating: "..", count: from.count - shared)
        return (up + to[shared...]).joined(separator: "/")
    }

    private func id(of origin: DocumentOrigin) throws(StoreError) -> String? {
        try store.read { database in
            try String.fetchOne(
                database.cachedStatement(sql: "SELECT doc_id FROM document WHERE origin = ?"),
                arguments: ["\(origin)"])
        }
    }

    /// The documents whose id is `id`, or `id#` and a number.
    private func namesakes(of id: String) throws(StoreError) -> [Namesakes.Document] {
        try store.read { database in
            // "$" is what follows "#" in the order of bytes.
            try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT doc_id, hash, text_hash, origin FROM document
                        WHERE reading IN (SELECT reading FROM reading) AND doc_id = ?1
                        UNION
                        SELECT doc_id, hash, text_hash, origin FROM document
                        WHERE reading IN (SELECT reading FROM reading) AND doc_id >= ?2 AND doc_id < ?3
                        """), arguments: [id, id + "#", id + "$"]
            ).map { row in
                Namesakes.Document(
                    id: try row.decode(forColumn: "doc_id"),
                    hash: try row.decode(forColumn: "hash"),
                    textHash: try row.decode(forColumn: "text_hash"),
                    origin: try row.decode(forColumn: "origin"))
            }
        }
    }
}
