import Caucus

/// Tells how files were understood, a few of many.
struct ReadingNotes {
    private var count = 0

    /// Tells one, unless many were told.
    mutating func tell(_ note: Diagnostic) {
        count += 1
        if count <= BadRecords.printed {
            Console.tell("caucus: \(note)")
        } else if count == BadRecords.printed + 1 {
            Console.tell("caucus: more files were read so, and are not shown")
        }
    }
}

/// Counts documents whose date of publication is no day, as far as is known: no timeline has them.
struct UndatedDocuments {
    private(set) var count = 0
    private(set) var dated = 0
    private var first: (date: String, place: Place)?

    /// Takes a document.
    mutating func add(_ document: Document) {
        guard let date = document.published, !date.isEmpty else { return }
        guard !document.isDated else { return dated += 1 }
        count += 1
        if first == nil { first = (date, document.place) }
    }

    /// What is told of them in a line, or `nil` where there are none.
    var message: String? {
        guard let first else { return nil }
        let all = dated + count
        return "\(count) of \(all) date\(all == 1 ? "" : "s") not understood, the first "
            + "\"\(first.date.prefix(40))\" in \(first.place); expected such as 2031-03-05, or --dates "
            + "mdy or dmy for 03/05/2031"
    }

    /// Tells how many there are.
    func sumUp() {
        if let message { Console.tell("caucus: \(message)") }
    }
}
