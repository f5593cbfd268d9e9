import CaucusQuotes
import GRDB

/// Gives the speakers of one document numbers in the order in which they first speak.
struct SpeakerNumbers {
    private var numbers: [Speaker: Int] = [:]

    /// The number of `speaker`, whose row is written when it is first met; `nil` for nobody.
    mutating func number(
        _ speaker: Speaker?, of document: Int64, _ database: Database
    ) throws -> Int? {
        guard let speaker else { return nil }
        if let number = numbers[speaker] { return number }
        let number = numbers.count
        numbers[speaker] = number
        try database.cachedStatement(
            sql: """
                INSERT INTO speaker (document, number, speaker_id, name, role, aliases, kind)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            document, number, speaker.id, speaker.name, speaker.role,
            try Store.json(speaker.aliases), speaker.kind.rawValue,
        ])
        return number
    }
}
