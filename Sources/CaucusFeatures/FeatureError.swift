/// Why words cannot become features.
public enum FeatureError: Error, Equatable, Sendable {
    /// No passage holds a term that enough documents share.
    case emptyVocabulary(documents: Int, minimumDocuments: Int)
    /// A setting that no vectorizer can follow.
    case badSetting(name: String, value: String)
    /// A saved vocabulary is damaged or foreign.
    case damagedVocabulary(reason: String)
}
