import CaucusText

/// Whom pronouns stand for.
extension Resolver {
    /// The entity a pronoun at word `i` stands for, or -1.
    mutating func entity(ofPronoun i: Int, _ isSpeech: Bool) -> Int {
        let word = reading.words[i]
        if word.has(.he) || word.key == Self.his { return person(.male, i) }
        if word.has(.she) || word.key == Self.her { return person(.female, i) }
        if word.has(.they) || word.key == Self.their {
            return isSpeech
                ? newSubject(before: i) { $0.isPlural } ?? several(before: i)
                : several(before: i)
        }
        // ““I don't believe you,” I said”, under “By Orla Penn”
        if word.key == Self.i { return writer }
        guard word.has(.it), isSpeech else { return -1 }
        let found = organization(before: i)
        return found >= 0 ? found : newSubject(before: i) { _ in true } ?? -1
    }

    /// The described subject of the sentence before the quotation, where `fits` takes it: “Two nurses came
    /// in. “…,” they said.”
    private mutating func newSubject(
        before i: Int, _ fits: (DescribedSource) -> Bool
    ) -> Int? {
        guard let number = setting(before: i), var subject = phrases.firstSubject(of: number) else {
            return nil
        }
        if reading.words[subject.head].has(.relative) {
            // “Two nurses who were there left”
            let start = reading.sentences[number].lexemes.lowerBound
            guard let noun = phrases.phrase(endingAt: subject.head, from: start) else { return nil }
            subject = noun
        }
        guard subject.mention < 0, subject.kind == .described || subject.kind == .role else {
            return nil
        }
        if let same = described.suffix(16).lastIndex(where: { $0.phrase.head == subject.head }) {
            return fits(described[same]) ? table.entities.count + same : nil
        }
        guard fits(description(subject)) else { return nil }
        return describe(subject)
    }

    /// The sentence that sets the scene for what is said at word `i`: the last one before its sentence
    /// with a word outside quotations; looks at 160 words, no farther than the paragraph before.
    private func setting(before i: Int) -> Int? {
        var k = reading.sentence(of: i).lowerBound - 1
        let end = max(0, i - 160)
        while k >= end, phrases.quoteOfWord[k] >= 0 || !reading.words[k].isWord { k -= 1 }
        guard k >= end, reading.paragraph(of: i) - reading.paragraph(of: k) <= 1 else {
            return nil
        }
        // “They have been offered a post”: the sentence before says who they are.
        var sentence = reading.sentence(of: k)
        for _ in 0..<3 {
            let before = sentence.lowerBound - 1
            guard reading.words[sentence.lowerBound].has(.subjectPronoun), before >= 0,
                reading.paragraph(of: before) == reading.paragraph(of: k),
                phrases.quoteOfWord[before] < 0
            else { break }
            sentence = reading.sentence(of: before)
        }
        return Int(reading.sentenceOfWord[sentence.lowerBound])
    }

    private static let i = LetterFolding.key(of: "i")
    private static let her = LetterFolding.key(of: "her")
    private static let his = LetterFolding.key(of: "his")
    private static let their = LetterFolding.key(of: "their")

    private func gender(of entity: Int) -> Gender {
        entity < table.entities.count
            ? table.entities[entity].gender : described[entity - table.entities.count].gender
    }

    private func isPerson(_ entity: Int) -> Bool {
        entity < table.entities.count
            ? table.entities[entity].kind == .person
            : !described[entity - table.entities.count].isPlural
    }

    /// The person a pronoun stands for: near, a subject, the last speaker, of that gender.
    private func person(_ gender: Gender, _ i: Int) -> Int {
        best(before: i) { entity in
            guard isPerson(entity), self.gender(of: entity).agrees(with: gender) else { return nil }
            // “A win gives Roe an edge, he said”: hardly Roe, but some speak of themselves by name.
            if named.contains(entity) { return -2 }
            if self.gender(of: entity) == gender { return 1 }
            guard entity < table.entities.count else {
                let head = reading.words[described[entity - table.entities.count].phrase.head]
                return head.has(.role) ? -0.2 : nil
            }
            // A single word of no known gender is as likely a place.
            let name = table.entities[entity].name
            // “C.” of “Roe, R-S.C.”
            if name.count == 1, reading.words[name.lowerBound].shape.contains(.wide) { return nil }
            return name.count > 1 || speakers.contains(entity) ? 0 : -1
        }
    }

    /// Who “they” are: several, an organization, or a person who goes by “they”.
    private func several(before i: Int) -> Int {
        let setting = setting(before: i)
        return best(before: i) { entity in
            if entity >= table.entities.count {
                return described[entity - table.entities.count].isPlural ? 1 : nil
            }
            switch table.entities[entity].kind {
            case .organization: return table.entities[entity].name.count > 1 ? -0.3 : -0.8
            case .person:
                let gender = gender(of: entity)
                if gender == .neutral { return 3 }
                if isSubject(entity, of: setting), !table.entities[entity].isGenderTold {
                    return 0.3
                }
                return gender == .unknown ? -1 : nil
            case .place: return nil
            }
        }
    }

    /// Whether somebody who came up of late is the subject of a sentence.
    private func isSubject(_ entity: Int, of sentence: Int?) -> Bool {
        guard let sentence else { return false }
        return recent.suffix(12).contains {
            $0.entity == entity && $0.isSubject
                && Int(reading.sentenceOfWord[$0.word]) == sentence
        }
    }

    /// The organization “it” is, when it speaks.
    private func organization(before i: Int) -> Int {
        best(before: i) { entity in
            guard entity < table.entities.count, table.entities[entity].kind == .organization else {
                return nil
            }
            return 0
        }
    }

    /// The best of the latest 24 places, by what `fit` adds for an entity; `nil` from it rules one out.
    private func best(before i: Int, fit: (Int) -> Double?) -> Int {
        let paragraph = reading.paragraph(of: i)
        var setting: Int??
        // “She praised Roe. He was glad”: the subject before is nobody he could be, and he is in its sentence.
        let other = recent.suffix(24).last { $0.isSubject }.flatMap {
            fit($0.entity) == nil ? reading.sentenceOfWord[$0.word] : nil
        }
        var best = -1
        var bestScore = -Double.infinity
        for (age, place) in recent.reversed().enumerated() {
            if age > 24 { break }
            guard let bonus = fit(place.entity) else { continue }
            let distance = paragraph - reading.paragraph(of: place.word)
            if distance > 4 { break }
            var score = bonus - 0.25 * Double(age) - 0.5 * Double(distance)
            if place.isSubject {
                score += 1
                let scene = setting ?? self.setting(before: i)
                setting = .some(scene)
                if scene == Int(reading.sentenceOfWord[place.word]) { score += 0.7 }
            }
            if place.isInRelative { score -= 1 }
            if place.isOwner { score -= 0.6 }
            if !place.isSubject, reading.sentenceOfWord[place.word] == other { score += 0.5 }
            if place.entity == lastSpeaker { score += 0.8 }
            if score > bestScore {
                bestScore = score
                best = place.entity
            }
        }
        return best
    }
}
