/// Why another name is taken for a speaker's.
enum AliasRule {
    /// `surname`, `title and surname`, … for an alias of the speaker with the given name.
    static func words(_ alias: String, of name: String) -> String {
        let own = folded(name)
        let other = folded(alias)
        let bare = other.filter { !titles.contains($0) }
        if bare == own.filter({ !titles.contains($0) }) {
            return other.count == own.count ? "the same name" : "the same name with a title"
        }
        guard !bare.isEmpty, Set(bare).isSubset(of: own) else {
            return "as an article or --aliases names them"
        }
        let part = bare.last == own.last ? "surname" : "part of the name"
        return bare.count < other.count ? "title and " + part : part
    }

    private static func folded(_ name: String) -> [String] {
        name.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
    }

    private static let titles: Set = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady",
        "rev", "reverend",
        "sen", "senator", "rep", "representative", "gov", "governor", "mayor", "president",
        "minister", "prime",
        "premier", "judge", "justice", "gen", "general", "col", "colonel", "captain", "mp",
        "councillor", "ambassador",
        "secretary",
    ]
}
