extension QuotationFacts {
    /// How a rule found the speaker; a rule that is not known is given back.
    package static func words(ofRule rule: String) -> String {
        switch rule {
        case "trailing-cue": "named after the quotation"
        case "leading-cue": "named before the quotation"
        case "cue-after": "named in a sentence after it"
        case "cue-before": "named in a sentence before it"
        case "same-speaker": "the speaker of the quotation just before"
        case "speaker-before": "the speaker of an earlier quotation"
        case "subject": "the subject of the reporting verb"
        case "shared-subject": "the subject of an earlier verb in the sentence"
        case "according-to": "named by “according to”"
        case "noun": "named with a noun such as “statement”"
        case "name": "named beside the quotation"
        case "colon": "named before a colon"
        case "label": "named at the start of the paragraph"
        case "transcript": "named at the start of the line"
        case "speech-act": "the one who acts by speaking (“accused”, “praised”)"
        case "nested": "quoted within another quotation"
        case "unattributed": "not told"
        default: rule
        }
    }
}
