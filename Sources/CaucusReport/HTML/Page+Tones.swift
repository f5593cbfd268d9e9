import CaucusStance

extension Page {
    /// The most disagreements of one kind that the page lists.
    private static let mostTones = 8

    /// Tone beside stance: how often each goes with each, and where they part; `nil` where no tone was scored.
    func tones() -> Values? {
        guard let tones = Tones(report) else { return nil }
        let rows = tones.counts.enumerated().map { i, counts in
            let known = zip(Stance.allCases, counts).filter { report.stances.contains($0.0) }
            return Values(["label": Tones.words[i], "cells": known.map { Numbers.count($0.1) }])
        }
        let kinds = [
            kind("Warm in tone, yet against", tones.warmAgainst),
            kind("Harsh in tone, yet in favor", tones.harshFavor),
        ].compactMap { $0 }
        return Values([
            "heads": report.stances.map { Wording.symbol($0) + " " + Wording.stance($0) },
            "rows": rows, "kinds": kinds, "none": kinds.isEmpty,
        ])
    }

    private func kind(_ heading: String, _ indices: [Int]) -> Values? {
        guard !indices.isEmpty else { return nil }
        var numbers: [Int: Int] = [:]
        for (number, speaker) in report.speakers.enumerated() {
            // Of several who speak as one the link leads to the first.
            for index in speaker.counted where numbers[index] == nil { numbers[index] = number }
        }
        let items = indices.prefix(Self.mostTones).compactMap { index -> Values? in
            guard let number = numbers[index] else { return nil }
            let speaker = report.speakers[number]
            var item = evidence(index, contrary: speaker.contrary, in: .tones)
            let joint =
                report.quotations[index].joint.isEmpty
                ? nil : report.quotations[index].speaker?.name
            item["who"] = Clipping.clipped(joint ?? speaker.name, to: 80)
            item["anchor"] = anchor(ofCard: number)
            return item
        }
        return Values([
            "heading": heading, "count": Numbers.count(indices.count, "quotation"),
            "items": items,
            "rest": Page.rest(indices.count - Self.mostTones),
        ])
    }
}
