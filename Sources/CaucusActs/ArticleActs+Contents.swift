package import CaucusQuotes
package import CaucusTarget
import CaucusText

extension ArticleActs {
    /// By which words the act of each quotation means the target; `nil` where there is no act.
    package var resolutions: [TargetResolver.Resolution?] {
        clauses.map { clause in
            clause.map {
                TargetResolver.Resolution(
                    mention: $0.place.mention, spans: [$0.place.span])
            }
        }
    }

    /// Takes in the acts that quotations which are no act by their cue do by their own words.
    ///
    /// - Parameter resolutions: How each quotation speaks of the target.
    package mutating func findInContents(
        _ resolutions: [TargetResolver.Resolution], _ reading: ClauseReading, by table: ActTable
    ) {
        var finder = SpeechActFinder(reading, table)
        for (i, resolution) in resolutions.enumerated()
        where resolution.mention != .none && clauses[i] == nil {
            let places = resolution.spans.map {
                TargetPlace(span: $0, mention: resolution.mention)
            }
            clauses[i] = finder.act(of: extraction.quotations[i].spans, toward: places)
        }
    }
}
