import CaucusTarget
import CaucusQuotes
import CaucusStance

/// The columns of the tables, as the interface fixes them.
enum Columns {
    private static func text(_ name: String, _ description: String) -> Table.Column {
        Table.Column(name: name, type: "string", description: description)
    }
    private static func whole(_ name: String, _ description: String) -> Table.Column {
        Table.Column(name: name, type: "integer", description: description)
    }
    private static func number(_ name: String, _ description: String) -> Table.Column {
        Table.Column(name: name, type: "number", description: description)
    }
    private static func day(_ name: String, _ description: String) -> Table.Column {
        Table.Column(name: name, type: "date", description: description)
    }
    private static func choice(
        _ name: String, _ values: [String], _ description: String
    ) -> Table.Column {
        Table.Column(name: name, type: "string", description: description, values: values)
    }

    static let speakers = [
        text("speaker_id", "joins the tables"),
        text("speaker", "the fullest name"),
        text("role", "the role given most often"),
        text("aliases", "other names, separated by “; ”"),
        text("target", "the leader"),
        whole("n_quotes", "quotations that count: those of status counted"),
        whole("n_documents", "documents they come from"),
        whole("n_outlets", "outlets they come from"),
        number("share_against", "estimated share against the target"),
        number("share_neutral", "estimated neutral share"),
        number("share_favor", "estimated share in favor of the target"),
        number("net", "share_favor − share_against, from −1 to 1"),
        number("net_low", "lower end of the interval; empty: not estimable"),
        number("net_high", "upper end of the interval; empty: not estimable"),
        number("level", "the coverage that the intervals claim"),
        text("method", "how shares and interval were estimated"),
        text("unit", "what the shares are shares of"),
        number("net_pooled", "net stance after pooling with the other speakers"),
        number("net_pooled_low", "lower end of the pooled interval"),
        number("net_pooled_high", "upper end of the pooled interval"),
        whole("rank_low", "best rank the data leave open, all speakers together"),
        whole("rank", "rank of the estimate; 1 is the most favorable"),
        whole("rank_high", "worst rank the data leave open, all speakers together"),
        day("first_published", "first day of publication of a counted quotation"),
        day("last_published", "last day of publication of a counted quotation"),
        text("run", "the run"),
        text("kind", "person, organization, or described: a source without a name"),
        text(
            "merged",
            "the speaker_id of those whom the reader merged into the speaker, separated by “; ”"),
    ]

    static let quotations =
        [
            text("quote_id", "joins the tables"),
            text("doc_id", "the document"),
            whole("start", "first code point of the content in the document's text"),
            whole("end", "one past the last code point"),
            text("quote", "the content"),
            choice("form", Quotation.Form.allCases.map(\.rawValue), "how the words are given"),
            text("cue", "the words that say that somebody speaks"),
            text("source_words", "the words that name the speaker"),
            text(
                "speaker_id",
                "who the speaker is across documents: joins the speakers; of several who speak as one the ids, "
                    + "separated by “; ”"),
            text("speaker", "the speaker's name; empty: the article does not tell"),
            text("role", "the role given here"),
            text("rule", "how the speaker was found"),
            number("confidence", "how likely the speaker is right"),
            text("target", "the leader"),
            choice(
                "target_mention", TargetMention.allCases.map(\.rawValue),
                "how the content speaks of the leader"),
        ] + scores

    /// A model's probabilities are calibrated on its own training; on these articles nobody has measured how well.
    private static let scores = [
        number(
            "p_against",
            "probability that it is against the target, if it is speech about the target; the model's"
        ),
        number("p_neutral", "probability that it is neutral, likewise"),
        number("p_favor", "probability that it is in favor, likewise"),
        choice("stance", Stance.allCases.map(\.rawValue), "the likeliest; empty: abstained"),
        text("sentiment", "the tone; not the same as the stance"),
        choice("abstained", Abstention.allCases.map(\.rawValue), "why there is no stance"),
        choice(
            "status", QuotationStatus.allCases.map(\.rawValue),
            "counted, or the one reason why it counts nowhere"),
        text("duplicate_of", "the quotation this one repeats"),
        choice("label", HandAnswer.all.map(\.word), "what a person said"),
        number("sampling_probability", "how likely it was to be labeled"),
        text("model", "the model"),
        text("run", "the run"),
        number("p_speech", "probability that the words are reported as somebody's"),
        number("p_about", "probability that they speak of the leader, if they are speech"),
        number("p_speaker", "probability that the speaker is right, if they are speech"),
        number("p_right", "probability that all three and the likelier side are right"),
        text(
            "merged_from",
            "the speaker_id of the run, where the reader merged that speaker into another; else empty"
        ),
    ]

    /// What every document tells of itself, by the names that the views of a store give it.
    static let document = [
        text("title", "the document's headline"), text("outlet", "where the document appeared"),
        text("published", "when it was published, as it was given"), text("url", "its address"),
    ]

    static let contributions = [
        text("quote_id", "joins the quotations"),
        whole("start", "first code point of the words in the quotation's content"),
        whole("end", "one past the last code point"),
        text("words", "the words"),
        number("weight", "what they add to the logit of favor minus that of against"),
        text("run", "the run"),
    ]

    static let corrections = [
        text("quote_id", "joins the quotations, whose rows are as the run has them"),
        text("speaker_id", "whom the run takes for the speaker"),
        text("speaker", "the same by name"),
        text(
            "true_speaker_id",
            "who speaks by more than half of the people who labeled it, where the run has one who is called so"
        ),
        text("true_speaker", "the same by name, as the people have it"),
        whole("speaker_people", "how many people say so"),
        whole("start", "first code point of the words by the run"),
        whole("end", "one past the last code point"),
        text("quote", "the words by the run"),
        whole("true_start", "first code point by more than half of the people"),
        whole("true_end", "one past the last code point"),
        text("true_quote", "the words there, as far as the store keeps them"),
        whole("border_people", "how many people say so"),
        whole("people", "how many people labeled it"),
        text("run", "the run"),
    ]
}
