public import CaucusQuotes
import CaucusText
import Foundation

extension RunDescription {
    /// The description of scoring toward `target` with `model`.
    ///
    /// The name is that of the target with a digest of target, model and version, and of the user's
    /// speakers where there are any.
    public init(
        model: StanceModel, target: StanceTarget, version: String,
        aliases: SpeakerAliases = SpeakerAliases(), sentiment: StanceModel? = nil
    ) {
        let names = [target.name] + target.aliases + [target.pronoun?.rawValue ?? ""]
        let speakers = aliases.primaries.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let parts =
            names + [model.checksum, version] + speakers + (sentiment.map { [$0.checksum] } ?? [])
        let digest = SHA256.hex(of: parts.joined(separator: "\u{1F}"))
        self.init(
            id: "\(target.slug)-\(digest.prefix(8))", target: target, model: model.provenance.name,
            modelChecksum: model.checksum, version: version, modelCard: model.card,
            reading: ReadingDescription(version: version, aliases: aliases))
    }
}

extension StanceTarget {
    /// The name in lower-case ASCII letters and digits with hyphens, for files: `helen-marwick`.
    public var slug: String {
        var slug = ""
        for scalar in name.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
            if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
                slug.unicodeScalars.append(scalar)
            } else if !scalar.properties.isDiacritic, !slug.isEmpty, slug.last != "-" {
                slug.append("-")
            }
        }
        while slug.last == "-" { slug.removeLast() }
        return slug.isEmpty ? "target" : String(slug.prefix(80))
    }
}

extension StanceModel {
    /// The model's card in Markdown.
    public var card: String { ModelCard(self).markdown }
}
