public import CaucusTarget
public import CaucusQuotes
import CaucusText

extension RunDescription {
    /// The description of scoring toward `target` with `model`.
    ///
    /// The name is that of the target with a digest of target, model and version, and of the user's
    /// speakers and words (`lexicon` is their digest) where there are any.
    public init(
        model: StanceModel, target: StanceTarget, version: String,
        aliases: SpeakerAliases = SpeakerAliases(), sentiment: StanceModel? = nil,
        gates: GateModel? = nil, answering: Answering = .standard, lexicon: String? = nil,
        sieve: GateModel? = nil
    ) {
        let names = [target.name] + target.aliases + [target.pronoun?.rawValue ?? ""]
        let speakers = aliases.primaries.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let parts =
            names + [model.checksum, version] + speakers + (sentiment.map { [$0.checksum] } ?? [])
            + (gates.map { [$0.checksum, "\(answering)"] } ?? [])
            + (sieve.map { ["sieve", $0.checksum] } ?? [])
            + (target.usesRoles ? [] : ["no roles"])
            + (lexicon.map { ["lexicon", $0] } ?? [])
        let digest = SHA256.hex(of: parts.joined(separator: "\u{1F}"))
        self.init(
            id: "\(target.slug)-\(digest.prefix(8))", target: target, model: model.provenance.name,
            modelChecksum: model.checksum, gatesChecksum: gates?.checksum, version: version,
            modelCard: model.card,
            reading: ReadingDescription(version: version, aliases: aliases, lexicon: lexicon))
    }
}

extension StanceTarget {
    /// The name in lower case with hyphens, for files: `helen-marwick`; letters of other scripts stay, so that
    /// two leaders who are written in them have two files.
    ///
    /// At most 120 bytes, since a file's name has 255.
    public var slug: String {
        var slug = NameSlug.slug(name)
        while slug.utf8.count > 120 { slug.removeLast() }
        return slug.isEmpty ? "target" : slug
    }
}

extension StanceModel {
    /// The model's card in Markdown.
    public var card: String { ModelCard(self).markdown }
}
