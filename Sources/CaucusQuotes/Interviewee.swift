import CaucusLanguage
import CaucusText

/// Who answers the questions of an interview: “Q: … A: …”.
struct Interviewee {
    let scene: Scene

    init(_ scene: Scene) { self.scene = scene }

    private func word(_ i: Int) -> Word { scene.reading.words[i] }

    /// The person whom the text before the first question introduces, or -1; looks at 40 names in six paragraphs.
    func entity(before lines: [TranscriptLine]) -> Int {
        guard let answer = lines.firstIndex(where: { $0.label.kind == .answer }),
            let first = lines[...answer].first(where: { $0.label.kind != .name })
        else { return -1 }
        let paragraph = scene.reading.paragraph(of: first.label.start)
        let mentions = scene.phrases.names.mentions
        let end = scene.firstMention(after: first.label.start - 1)
        var scores: [Int: Double] = [:]
        for mention in mentions[max(0, end - 40)..<end]
        where mention.kind == .person && mention.entity >= 0 && isFull(mention)
            && paragraph - scene.reading.paragraph(of: mention.name.lowerBound) <= 6
        {
            let score = score(mention)
            let known = scores[mention.entity] ?? 0
            // Who asks is never asked; of the rest the best place counts.
            scores[mention.entity] = score < 0 || known < 0 ? -1 : max(known, score)
        }
        let best = scores.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let best, best.value > 0 else { return -1 }
        // Introduced before the others, in a text that is an interview.
        let rivals = scores.count { $0.value >= best.value } - 1
        return paragraph < 16 && best.value > 2 || paragraph < 9 && rivals == 0 ? best.key : -1
    }

    private func isFull(_ mention: NameMention) -> Bool {
        scene.phrases.names.entities[mention.entity].name.count > 1 || mention.titled
    }

    /// What a name tells for its bearer being asked: the first words of a sentence, “interview with”, but not the
    /// one who asks: “By Orla Penn”, “with Orla Penn of The Harbour Post”, “reporter Orla Penn”.
    private func score(_ mention: NameMention) -> Double {
        let start = mention.whole.lowerBound
        let sentence = scene.reading.sentence(of: start)
        let end = mention.whole.upperBound
        if asks(mention, sentence) { return -4 }
        var score = 1.0
        if start - sentence.lowerBound < 2 { score += 0.5 }
        let before = Range(from: max(sentence.lowerBound, start - 6), to: start)
        if before.contains(where: { Self.interviews.contains(word($0).key) }) { score += 3 }
        let after = Range(from: end, to: min(sentence.upperBound, end + 14))
        if after.contains(where: { Self.answers.contains(word($0).key) }) { score += 2 }
        return score
    }

    private func asks(_ mention: NameMention, _ sentence: Range<Int>) -> Bool {
        let start = mention.whole.lowerBound
        let end = mention.whole.upperBound
        if start > sentence.lowerBound, word(start - 1).key == Self.by { return true }
        let around = Range(from: max(sentence.lowerBound, start - 3), to: start)
        if around.contains(where: { Self.askers.contains(word($0).key) }) { return true }
        // “of The Harbour Post”, “, a reporter at”, “asked”
        let after = Range(from: end, to: min(sentence.upperBound, end + 6))
        for i in after {
            if [.comma, .stop].contains(word(i).kind), i > end { break }
            if Self.askers.contains(word(i).key) { return true }
            let named = Int(scene.phrases.names.mentionOfWord[i])
            if named >= 0, scene.phrases.names.mentions[named].kind == .organization,
                word(end).has(.preposition), !word(end).has(.to)
            {
                let isOutlet = scene.phrases.names.mentions[named].name.contains {
                    Self.outlets.contains(word($0).key)
                }
                if isOutlet { return true }
            }
        }
        return false
    }

    private static let by = LetterFolding.key(of: "by")
    private static let interviews = KeySet(
        """
        interview interviewed interviews interviewing conversation conversations q&a talk talked talks \
        spoke speaks sat profile questioned
        """)
    private static let answers = KeySet(
        """
        answered answers answering replied replies took takes talked talks spoke speaks discussed \
        discusses explained explains responded responds reflected reflects
        """)
    private static let askers = KeySet(
        """
        reporter reporters correspondent journalist interviewer columnist editor moderator host \
        interviewed interviews asked asks photographer photograph photo
        """)
    private static let outlets = KeySet(
        """
        news press times post journal herald tribune gazette magazine network radio television tv channel \
        mail daily weekly review register sun standard observer guardian telegraph globe star argus echo \
        chronicle courier dispatch examiner independent inquirer ledger mercury monitor record reporter \
        sentinel today bulletin advertiser citizen cnn nbc abc cbs msnbc bbc cbc ctv npr pbs itv reuters ap
        """)
}
