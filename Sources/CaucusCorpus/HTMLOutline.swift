import CLibXML

/// A web page as a list of its elements and of the stretches of text between their borders.
///
/// libxml2 calls back for each element; no tree is built, nothing is fetched, and only the entities that
/// HTML itself knows are resolved. Elements nested deeper than ``maximumDepth`` end the reading, since each
/// end tag may look at all that are open; so do tags of more than ``maximumAttributes`` attributes, each of which is
/// compared with those before it.
struct HTMLOutline {
    /// An element, by its position in ``elements``; the first one stands for the page.
    struct Element {
        var parent: Int
        var name: String
        var attributes: [String: String]
        /// Whether its text is not set apart from the text around it.
        var isInline = false
    }

    /// A stretch of text that a block element, or two line breaks, set apart; white space is collapsed.
    struct Block {
        /// The innermost block element around the text.
        var element: Int
        var text: [UInt8]
        /// How many of the bytes are the words of links.
        var linked = 0
    }

    /// The elements that may stand inside each other.
    static let maximumDepth = 1000
    /// The attributes that one tag may have.
    static let maximumAttributes = 1000
    /// The bytes of linked data that are kept; no article is that long.
    static let maximumLinkedData = 8 << 20

    var elements = [Element(parent: -1, name: "", attributes: [:])]
    var blocks: [Block] = []
    /// What stands inside `title`.
    var title: [UInt8] = []
    /// The scripts that hold JSON-LD, as they are.
    var linkedData: [[UInt8]] = []
    /// Why the reading ended early, if it did.
    var excess: Excess?

    /// More than any page has.
    enum Excess: Sendable {
        case nested
        case attributes

        /// What was found and what would be right, in lower case.
        var message: String {
            switch self {
            case .nested:
                "found elements nested deeper than \(HTMLOutline.maximumDepth); expected a page"
            case .attributes:
                "found a tag with more than \(HTMLOutline.maximumAttributes) attributes; expected a page"
            }
        }
    }

    /// A page without anything.
    init() {}

    /// Reads a page, which is valid UTF-8; `lineFeeds` tells what its line feeds mean.
    ///
    /// - Complexity: O(bytes · depth) at worst, O(bytes) for real pages; memory of the order of the page.
    init(_ page: UnsafeBufferPointer<UInt8>, lineFeeds: HTMLBlockText.LineFeeds = .space) {
        let reader = HTMLOutlineReader(lineFeeds)
        reader.read(page)
        self = reader.outline
    }

    /// For each element one past the last that stands in it: elements are listed in the order of their start tags.
    var ends: [Int] {
        var ends = elements.indices.map { $0 + 1 }
        for i in elements.indices.reversed() where elements[i].parent >= 0 {
            ends[elements[i].parent] = max(ends[elements[i].parent], ends[i])
        }
        return ends
    }
}
