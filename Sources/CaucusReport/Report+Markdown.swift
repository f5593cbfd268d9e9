import CaucusStance
import CaucusStatistics

extension Report {
    /// The report as plain Markdown: the sentence form of every speaker, with the strongest evidence.
    func markdown() -> String {
        let target = Markdown.escaped(run.target.name)
        var out = "# What was said about \(target)\n\n"
        let facts = corpus
        out +=
            "\(Numbers.count(documents.count, "article")) of \(Numbers.count(facts.sources, "outlet"))"
        out += (facts.dates.map { ", \($0)" } ?? "") + ".\n\n"
        if let overall {
            let documents = Set(speakers.flatMap(\.counted).map { quotations[$0].documentID }).count
            out += Wording.sentence(overall, about: target, documents: documents) + "\n\n"
            if let plain, !labels.isEmpty {
                out +=
                    "Corrected by \(Numbers.count(labels.count, "quotation")) labeled by hand: net stance "
                out += "\(Numbers.signed(overall.net.value)); the model alone says "
                out += "\(Numbers.signed(plain.net.value)).\n\n"
            }
        } else {
            out += "No quotation about \(target) could be given a stance.\n\n"
        }
        out += auditMarkdown()
        if !speakers.isEmpty { out += speakersMarkdown() }
        for speaker in speakers { out += cardMarkdown(speaker) }
        if let leader { out += "## In \(target)'s own words\n\n" + evidenceMarkdown(leader) }
        if !unscored.isEmpty {
            out += "## Quoted, but not scored\n\n"
            out += unscored.map { Markdown.escaped($0.name) }.joined(separator: ", ") + "\n\n"
        }
        out += "## What not to conclude\n\n"
        out += Explanations.cautions.map { "- " + $0 }.joined(separator: "\n") + "\n\n"
        out += "Model \(Markdown.escaped(run.model)) (\(Markdown.escaped(run.modelChecksum))), "
        return out + "run \(Markdown.escaped(run.id)), Caucus \(Markdown.escaped(run.version)).\n"
    }

    private func auditMarkdown() -> String {
        var out = "| step | count |\n|---|---:|\n"
        for step in auditSteps { out += "| \(step.name) | \(step.count) |\n" }
        return out + "\n"
    }

    private func speakersMarkdown() -> String {
        var out =
            "## Speakers\n\n| speaker | quotations | articles | net | interval | pooled | rank |\n"
        out += "|---|---:|---:|---:|---|---:|---|\n"
        for speaker in speakers {
            guard let net = speaker.estimates?.net else { continue }
            out += "| \(Markdown.escaped(speaker.name)) | \(speaker.counted.count) "
            out += "| \(speaker.documents) | \(Numbers.signed(net.value)) "
            out += "| \(Numbers.interval(net) ?? "not estimable") "
            out += "| \(speaker.pooled.map { Numbers.signed($0.value) } ?? "") "
            out += "| \(speaker.rank.map { "\($0.low)–\($0.high)" } ?? "") |\n"
        }
        return out + "\n"
    }

    private func cardMarkdown(_ speaker: SpeakerSummary) -> String {
        guard let estimates = speaker.estimates else { return "" }
        var out = "### \(Markdown.escaped(speaker.name))\n\n"
        if let role = speaker.role { out += Markdown.escaped(role) + "\n\n" }
        out += Wording.sentence(
            estimates, about: Markdown.escaped(run.target.name), documents: speaker.documents)
        out += (Wording.notEstimable(speaker).map { " (\($0))" } ?? "") + "\n\n"
        return out + evidenceMarkdown(speaker)
    }

    private func evidenceMarkdown(_ speaker: SpeakerSummary) -> String {
        var shown = Array(speaker.counted.prefix(3))
        if let contrary = speaker.contrary, !shown.contains(contrary) { shown.append(contrary) }
        var out = ""
        for index in shown {
            let quotation = quotations[index]
            let place = document(of: quotation)
            let stance = quotation.stance.map(Wording.stance) ?? ""
            out += "> \(Markdown.escaped(Clipping.clipped(quotation.text, to: 600)))\n>\n"
            out += "> — \(stance)\(index == speaker.contrary ? " (strongest contrary)" : "")"
            for part in [place?.source, place?.published, place?.id ?? quotation.documentID] {
                if let part { out += ", " + Markdown.escaped(part) }
            }
            out += "\n\n"
        }
        return out
    }
}

/// Text that Markdown shows as it is.
enum Markdown {
    /// On one line, with every character that Markdown or HTML would read escaped.
    static func escaped(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(2000) {
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "!":
                out.append("\\")
                out.append(scalar)
            case "<": out.append(contentsOf: "&lt;".unicodeScalars)
            case ">": out.append(contentsOf: "&gt;".unicodeScalars)
            case "&": out.append(contentsOf: "&amp;".unicodeScalars)
            case "\n", "\r", "\t", "\u{2028}", "\u{2029}": out.append(" ")
            case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}": out.append("\u{FFFD}")
            default: out.append(scalar)
            }
        }
        return String(out)
    }
}

/// Long texts, cut for readers; the tables hold them whole.
enum Clipping {
    /// The first `limit` code points, and an ellipsis where something is missing.
    static func clipped(_ text: String, to limit: Int) -> String {
        guard text.utf8.count > limit else { return text }
        let scalars = text.unicodeScalars
        guard
            let end = scalars.index(
                scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return text }
        return String(scalars[..<end]) + "…"
    }
}
