import CaucusQuotes
import CaucusText

/// Quotations that have no word for the target and may be about it by what stands around them.
extension TargetResolver {
    /// Gives those that stand near a name of the target, or near what is said of it, a resolution by context, whose span is
    /// the name that is nearest. Whether they are about the target, a gate tells.
    ///
    /// - Complexity: O(quotations · (log names + words since the last name, at most 500)).
    package func addContext(to resolutions: inout [Resolution], _ article: ArticleView) {
        guard !article.anchors.isEmpty else { return }
        let quotations = article.extraction.quotations
        let neighbors = quotations.indices.map { i in
            Neighbor(
                quotation: quotations[i], isAbout: resolutions[i].mention != .none,
                isTarget: isTargetSpeaking(in: quotations[i]))
        }
        // Those of the article itself, without what is said within them.
        let order = quotations.indices.filter { quotations[$0].parent == nil }
        var lastOwn: [String: Int] = [:]
        for (n, i) in order.enumerated() {
            let own = neighbors[i]
            defer {
                if own.isAbout, let id = own.speaker { lastOwn[id] = own.quotation.content.end }
            }
            guard !own.isAbout, !own.isTarget else { continue }
            // “Mr. Marwick” is her husband there; “…,” Roe said of Hale.
            guard own.quotation.spans.allSatisfy({ article.namesakes.within($0).isEmpty }),
                !isSaidOfAnother(own.quotation, article)
            else { continue }
            var around = Self.surroundings(of: own.quotation, article)
            around.isSaidOfTarget = isSaidOfTarget(own.quotation, article)
            around.before = n > 0 ? neighbors[order[n - 1]].kind(beside: own) : .none
            around.after =
                n + 1 < order.count ? neighbors[order[n + 1]].kind(beside: own) : .none
            if let end = own.speaker.flatMap({ lastOwn[$0] }) {
                around.bytesSinceOwn = max(0, own.quotation.content.start - end)
            }
            guard around.isNear, let name = Self.nearest(to: own.quotation, article) else {
                continue
            }
            var resolution = Resolution(mention: .context, spans: [name])
            resolution.evidence = evidence(of: resolution, for: own.quotation, article)
            resolution.evidence?.surroundings = around
            resolutions[i] = resolution
        }
    }

    /// A quotation as its neighbors see it.
    private struct Neighbor {
        var quotation: Quotation
        /// Whether it speaks of the target by words of its own.
        var isAbout: Bool
        var isTarget: Bool

        var speaker: String? { quotation.speaker?.id }

        func kind(beside other: Neighbor) -> Surroundings.Neighbor {
            if isTarget { return .target }
            guard isAbout else { return .other }
            return speaker != nil && speaker == other.speaker ? .ownAbout : .about
        }
    }

    private static func surroundings(
        of quotation: Quotation, _ article: ArticleView
    ) -> Surroundings {
        let content = quotation.content
        var around = Surroundings()
        func paragraph(_ place: Int) -> Int {
            let sentence = article.sentence(at: place)
            return sentence < 0 ? 0 : article.extraction.sentences[sentence].paragraph
        }
        let own = paragraph(content.start)
        let next = article.named.partitionPoint { $0.start >= content.start }
        if next > 0 {
            let last = article.named[next - 1]
            around.paragraphsSince = own - paragraph(last.start)
            around.bytesSince = max(0, content.start - last.end)
        }
        if next < article.named.count {
            around.paragraphsUntil = paragraph(article.named[next].start) - own
        }
        around.others = min(
            3, quotation.spans.reduce(0) { $0 + article.others(from: $1.start, to: $1.end).count })
        if let source = quotation.source {
            let first = article.named.partitionPoint { $0.end > source.start }
            around.isSourceOfTarget =
                first < article.named.count && article.named[first].start < source.end
        }
        return around
    }

    /// The last name before a quotation, else the first after it.
    private static func nearest(to quotation: Quotation, _ article: ArticleView) -> Span? {
        let next = article.named.partitionPoint { $0.start >= quotation.content.start }
        if next > 0 { return article.named[next - 1] }
        return article.named.first
    }
}
