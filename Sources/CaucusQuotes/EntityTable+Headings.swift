import CaucusLanguage
import CaucusText

/// Words of headings that run into a surname.
extension EntityTable {
    /// Cuts a rank or a participle off a surname that the text gives alone elsewhere: “Former Roe”, “Urged Roe”.
    mutating func cutHeadings(_ reading: Reading) {
        for i in entities.indices {
            let entity = entities[i]
            guard entity.kind == .person, entity.name.count == 2,
                entity.count > 2 * entity.countInFull
            else { continue }
            let first = reading.words[entity.name.lowerBound]
            if !first.has([.maleName, .femaleName]),
                first.has(.rank) || first.has(.verb) && first.form.contains([.past, .participle])
            {
                cutFirstWord(of: i)
            }
        }
    }
}
