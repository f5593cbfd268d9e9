import CaucusLanguage
import CaucusText

/// Surnames that a text gives once for two people.
extension EntityTable {
    /// Gives “Mark” of “Mark and Dana Penn” the surname Penn, and a gender to “Orla Penn and her husband”.
    mutating func joinCouples(_ index: inout NameIndex, _ isBare: [Bool], _ reading: Reading) {
        let andKey = NameFinder.and
        for i in mentions.indices where mentions[i].kind == .person {
            let and = mentions[i].whole.upperBound
            guard and + 2 < reading.words.count, reading.words[and].key == andKey else {
                continue
            }
            let entity = mentions[i].entity
            if entity >= 0 {
                let owner = reading.words[and + 1]
                if let gender = gender(ofOwner: owner), reading.words[and + 2].has(.role) {
                    tellGender(gender, of: entity)
                }
                continue
            }
            guard isBare[i], isGivenName(mentions[i], reading), i + 1 < mentions.count,
                mentions[i + 1].whole.lowerBound == and + 1, !isBare[i + 1],
                isGivenNames(mentions[i + 1], index), !mentions[i + 1].titled,
                !index.isSurname(mentions[i].name.lowerBound)
            else { continue }
            let last = mentions[i + 1].name
            let surname = Range(from: last.lowerBound + 1, to: last.upperBound)
            let known = index.entity(given: mentions[i].name, surname: surname)
            let added = add(i, surname: surname, to: known)
            index.note(given: mentions[i].name, surname: surname, added)
        }
    }

    private func isGivenName(_ mention: NameMention, _ reading: Reading) -> Bool {
        let word = reading.words[mention.name.lowerBound]
        return mention.name.count == 1 && mention.whole.count == 1
            && word.has([.maleName, .femaleName])
    }

    private func isGivenNames(_ mention: NameMention, _ index: NameIndex) -> Bool {
        mention.kind == .person && mention.name.count == 2 && index.opensWithGivenName(mention.name)
    }

    private func gender(ofOwner word: Word) -> Gender? {
        word.key == Self.his ? .male : word.key == Self.her ? .female : nil
    }

    /// “his wife, Ruth,”: makes “Mrs. Roe” find Ruth where he is a Roe.
    mutating func noteSurname(of i: Int, _ index: inout NameIndex, _ reading: Reading) {
        let mention = mentions[i]
        guard mention.kind == .person, mention.whole.count == 1,
            let role = roleBeforeComma(mention, reading)
        else { return }
        let kin = reading.words[role.upperBound - 1]
        guard Self.kin.contains(kin.key) else { return }
        let gender: Gender =
            kin.has(.maleRole) ? .male : kin.has(.femaleRole) ? .female : .unknown
        tellGender(gender, of: mention.entity)
        guard let owner = owner(of: role, of: mention, reading),
            entities[owner].name.count > 1, entities[mention.entity].name.count == 1
        else { return }
        index.note(relative: mention.entity, of: entities[owner].name)
    }

    private static let kin = KeySet(
        "wife husband son daughter brother sister mother father spouse partner child twin widow widower"
    )

    /// Whose wife, husband or deputy the words before a comma name: “his”, “Peter Roe's”.
    func owner(of role: Range<Int>, of mention: NameMention, _ reading: Reading) -> Int? {
        let opening = role.lowerBound - 1
        if reading.words[opening].shape.contains(.clitic) {
            let owner = opening > 0 ? Int(mentionOfWord[opening - 1]) : -1
            return owner >= 0 && mentions[owner].kind == .person ? mentions[owner].entity : nil
        }
        guard let gender = gender(ofOwner: reading.words[opening]) else { return nil }
        let found = lastName(before: opening, reading) {
            isPerson($0, but: mention) && entities[mentions[$0].entity].gender.agrees(with: gender)
        }
        return found.map { mentions[$0].entity }
    }
}
