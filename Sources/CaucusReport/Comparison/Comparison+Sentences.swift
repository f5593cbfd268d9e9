import CaucusStance
import CaucusStatistics
import CaucusText

/// What a comparison says in words.
extension Comparison {
    /// The title of the page.
    var title: String {
        let names = leaders.map { Clipping.clipped($0.name, to: 60) }
        switch names.count {
        case 1 where !options.periods.isEmpty: return "\(names[0]) in two periods"
        case 1 where models.isEmpty:
            return "\(names[0]) by "
                + options.columns.map { Clipping.clipped($0, to: 40) }.joined(separator: ", ")
        case 1: return "\(names[0]) by two models"
        case 2, 3:
            return names.dropLast().joined(separator: ", ")
                + " and \(names.last ?? ""), side by side"
        default: return "\(names.count) leaders, side by side"
        }
    }

    /// What is compared, and what comes of it, in sentences.
    func lead() -> [String] {
        let counts = leaders.map { leader in
            "\(Numbers.count(leader.counted.count)) about \(short(leader))"
        }
        let all = leaders.reduce(0) { $0 + $1.counted.count }
        var sentences = [
            "\(Numbers.count(documents.count, "article")), \(Numbers.count(all, "counted quotation")): "
                + counts.joined(separator: ", ") + "."
        ]
        if options.counting.filter.isActive {
            sentences.append(
                "Filter: \(options.counting.filter.conditions.joined(separator: "; ")). \(Numbers.count(kept)) of \(Numbers.count(whole, "quotation")) that count without it \(kept == 1 ? "is" : "are") left in, and every number here is of these."
            )
        }
        if leaders.count > 1 {
            let sets = leaders.map { leader in
                Set(leader.counted.map { leader.own.quotations[$0].documentID })
            }
            let both = sets.dropFirst().reduce(sets[0]) { $0.intersection($1) }.count
            let who = leaders.count == 2 ? "both" : "all of them"
            sentences.append(
                "\(Numbers.count(both, "article")) \(both == 1 ? "has" : "have") quotations about \(who)."
            )
        }
        if leaders.count < 4 {
            sentences += pairs.compactMap { sentence(leaders[$0.first], leaders[$0.second]) }
        }
        for leader in options.periods.isEmpty ? [] : leaders {
            sentences += [sentence(leader)].compactMap { $0 }
        }
        for pair in models { sentences += [sentence(pair)].compactMap { $0 } }
        return sentences
    }

    private func short(_ leader: ComparedLeader) -> String { Clipping.clipped(leader.name, to: 60) }

    private func sentence(_ a: ComparedLeader, _ b: ComparedLeader) -> String? {
        guard let difference = difference(a, b, .net), let x = a.overall?.net,
            let y = b.overall?.net
        else { return nil }
        let nets =
            "Net stance is \(Wording.withInterval(x)) toward \(short(a)) and \(Wording.withInterval(y)) toward \(short(b)). "
        let apart = Wording.withInterval(difference)
        let gap = "The difference, \(short(a)) less \(short(b)), is \(apart)"
        switch Plot.direction(difference) {
        case "favor":
            return nets + gap + ": what is quoted about \(short(a)) is the more favorable."
        case "against":
            return nets + gap + ": what is quoted about \(short(b)) is the more favorable."
        default: return nets + gap + (difference.hasInterval ? Self.open : Self.unknown)
        }
    }

    private static let open =
        ": its interval holds 0, so these articles leave open which is greater."
    private static let unknown = ", without an interval: there is one article or story only."

    private func sentence(_ leader: ComparedLeader) -> String? {
        let dated = leader.counted.map { ($0, period(of: $0, leader)) }
        let parts = [0, 1].map { number in dated.filter { $0.1 == number }.map(\.0) }
        let cells = parts.map(leader.cell)
        guard let x = cells[0].estimates?.net, let y = cells[1].estimates?.net,
            let difference = difference(leader, parts[1], leader, parts[0])
        else {
            let counts = cells.map { Numbers.count($0.count, "quotation") }
            return
                "Toward \(short(leader)) the periods have \(counts[0]) and \(counts[1]): fewer than \(Report.fewestListed) of either are too few to compare."
        }
        let texts = options.periods.map(\.words)
        let start =
            "Toward \(short(leader)), net stance is \(Wording.withInterval(x)) \(texts[0]) and \(Wording.withInterval(y)) \(texts[1]); the second less the first is \(Wording.withInterval(difference))"
        switch Plot.direction(difference) {
        case "favor": return start + ": it has become more favorable."
        case "against": return start + ": it has become less favorable."
        default: return start + (difference.hasInterval ? Self.open : Self.unknown)
        }
    }

    private func sentence(_ pair: ModelPair) -> String? {
        guard let same = pair.sameAnswer else { return nil }
        let interval = same.low.flatMap { low in
            same.high.map { " (\(Numbers.fixed(low * 100, 0)) to \(Numbers.percent($0)))" }
        }
        return
            "About \(short(pair.first)), \(Clipping.clipped(pair.names.first, to: 60)) and \(Clipping.clipped(pair.names.second, to: 60)) give the same answer to \(Numbers.percent(same.value))\(interval ?? "") of \(Numbers.count(pair.own.count, "quotation")) that count in both."
    }

    /// Whether the shares of all speakers together are corrected, and by what.
    var correctionNotes: [String] {
        let corrected = leaders.filter { $0.errors != nil }
        guard let errors = corrected.first?.errors else {
            if options.counting.filter.isActive {
                return [
                    "These shares are as the model counts: its errors were measured on all quotations, not on such a selection, so their intervals hold chance alone."
                ]
            }
            return [
                "These shares are as the model counts: nothing is known of its errors on leaders it has not seen, so their intervals hold chance alone."
            ]
        }
        var notes = [
            "Shares of all speakers together are corrected by \(Numbers.count(errors.quotations, "judged quotation")) about \(Numbers.count(errors.leaders, "other leader")), and their intervals, also those of the differences, hold how far such shares are off from leader to leader."
        ]
        if corrected.count < leaders.count {
            let rest = leaders.filter { $0.errors == nil }.map(short)
            notes.append(
                "Those of \(rest.joined(separator: ", ")) are not: differences from them are as the models count."
            )
        }
        return notes
    }

    /// What the intervals of differences between leaders hold in one outlet, or of one speaker.
    var differenceNote: String {
        guard leaders.count > 1 else { return "" }
        return leaders.allSatisfy { $0.errors == leaders[0].errors } && leaders[0].errors != nil
            ? " The intervals of the differences hold, beside chance, how far shares are off from leader to leader, as measured on all speakers together."
            : " The intervals hold chance alone."
    }

    /// What a reader should not conclude.
    var cautions: [String] {
        [
            "The numbers tell what these articles quote, not what the leaders did or what speakers believe: who is in office, or in the news for something bad, is quoted about otherwise.",
            "Two intervals that overlap do not make a difference nothing, and two that do not overlap may: read the difference’s own interval.",
            "There are many differences here. Of a hundred intervals at \(Numbers.level(options.counting.level)) some \(Numbers.fixed((1 - options.counting.level) * 100, 0)) leave out 0 by chance alone: one outlet that stands out among many is a place to read on, no finding.",
            "A cell of fewer than \(Report.fewestListed) quotations shows how many there are, and no share. A cell of one article or story has no interval.",
            "Articles, not quotations, are the independent pieces; reprints of a story are one. The interval of a difference counts the articles that both sides share.",
        ]
    }

    /// How the comparison is cited: what it is, of which articles and runs, and when it was made where that is told.
    var citation: String {
        let date = options.counting.date.flatMap { CalendarDay($0) }.map { " (\($0.words))" } ?? ""
        let runs = (leaders + models.map(\.second)).map {
            "\($0.run.id), model \(Clipping.clipped($0.run.model, to: 60))"
        }
        let hash = CorpusFacts(documents).hash.prefix(16)
        return
            "\(title)\(date). Comparison of Caucus \(leaders.first?.run.version ?? ""): \(Numbers.count(documents.count, "article")) (\(hash)); runs \(runs.joined(separator: "; "))."
    }

    /// What is wrong with the runs, or was left out.
    public var warnings: [String] {
        var notes = unfinished.map {
            "The run \($0) is not complete: not everything that it was given has been scored."
        }
        if unshared > 0 {
            notes.append(
                "\(Numbers.count(unshared, "article")) \(unshared == 1 ? "is" : "are") left out, since not all runs read \(unshared == 1 ? "it" : "them")."
            )
        }
        return notes
    }

    /// How many counted quotations are in no step of time, or `nil` where all are in one.
    public var undatedNote: String? {
        let counted = leaders.reduce(0) { $0 + $1.counted.count }
        let undated = leaders.reduce(0) { sum, leader in
            sum + leader.counted.count { leader.day($0) == nil }
        }
        guard undated > 0 else { return nil }
        return
            "\(Numbers.count(undated)) of \(Numbers.count(counted, "counted quotation")) \(undated == 1 ? "has" : "have") no date that can be read and \(undated == 1 ? "is" : "are") in no step of time."
    }
}
