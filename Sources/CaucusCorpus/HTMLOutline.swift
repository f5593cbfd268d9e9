import CLibXML

/// A web page as a list of its elements and of the stretches of text between their borders.
///
/// libxml2 calls back for each element; no tree is built, nothing is fetched, and only the entities that
/// HTML itself knows are resolved. Elements nested deeper than ``maximumDepth`` end the reading, since each
/// end tag may look at all that are open.
struct HTMLOutline {
    /// An element, by its position in ``elements``; the first one stands for the page.
    struct Element {
        var parent: Int
        var name: String
        var attributes: [String: String]
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

    fileprivate(set) var elements = [Element(parent: -1, name: "", attributes: [:])]
    fileprivate(set) var blocks: [Block] = []
    /// What stands inside `title`, and the first `h1`.
    fileprivate(set) var title: [UInt8] = []
    fileprivate(set) var isTooDeep = false

    private init() {}

    /// Reads a page, which is valid UTF-8.
    ///
    /// - Complexity: O(bytes · depth) at worst, O(bytes) for real pages; memory of the order of the page.
    init(_ page: UnsafeBufferPointer<UInt8>) {
        let reader = HTMLOutlineReader()
        reader.read(page)
        self = reader.outline
    }

    fileprivate static var empty: HTMLOutline { HTMLOutline() }
}

/// Takes libxml2's calls.
private final class HTMLOutlineReader {
    var outline = HTMLOutline.empty
    private var open = [0]
    /// How many open elements hold what nobody reads.
    private var silent = 0
    private var links = 0
    private var titles = 0
    private var text: [UInt8] = []
    private var linked = 0
    private var needsSpace = false
    private var parser: htmlParserCtxtPtr?

    /// Elements whose content is no text.
    private static let silentNames: Set<String> = [
        "script", "style", "noscript", "template", "iframe", "object", "svg", "math", "audio",
        "video", "canvas", "select", "textarea", "button", "map",
    ]

    /// Elements that do not set their text apart.
    private static let inlineNames: Set<String> = [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
        "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "br", "meta",
        "link",
    ]

    func read(_ page: UnsafeBufferPointer<UInt8>) {
        guard let base = page.baseAddress, page.count <= Int(Int32.max) else { return }
        let created = base.withMemoryRebound(to: CChar.self, capacity: page.count) {
            htmlCreateMemoryParserCtxt($0, Int32(page.count))
        }
        guard let parser = created else { return }
        self.parser = parser
        defer {
            htmlFreeParserCtxt(parser)
            self.parser = nil
        }
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NODEFDTD.rawValue
            | HTML_PARSE_IGNORE_ENC.rawValue
        htmlCtxtUseOptions(parser, Int32(bitPattern: options))
        // Without this libxml2 takes the first byte that is no ASCII for ISO 8859-1.
        xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
        guard let handler = parser.pointee.sax else { return }
        handler.pointee = Self.handler
        parser.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        withExtendedLifetime(self) { _ = htmlParseDocument(parser) }
        endBlock()
    }

    private static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.startElement = { context, name, attributes in
            HTMLOutlineReader.reader(context)?.start(name, attributes)
        }
        handler.endElement = { context, _ in HTMLOutlineReader.reader(context)?.end() }
        handler.characters = { context, bytes, count in
            HTMLOutlineReader.reader(context)?.add(bytes, count)
        }
        handler.cdataBlock = handler.characters
        return handler
    }

    private static func reader(_ context: UnsafeMutableRawPointer?) -> HTMLOutlineReader? {
        context.map { Unmanaged<HTMLOutlineReader>.fromOpaque($0).takeUnretainedValue() }
    }

    private func start(
        _ name: UnsafePointer<xmlChar>?,
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        let name = name.map { String(cString: $0).lowercased() } ?? ""
        guard open.count < HTMLOutline.maximumDepth else {
            outline.isTooDeep = true
            xmlStopParser(parser)
            return
        }
        if name == "br" { lineBreak() } else if !Self.inlineNames.contains(name) { endBlock() }
        outline.elements.append(
            HTMLOutline.Element(
                parent: open[open.count - 1], name: name, attributes: Self.values(attributes)))
        open.append(outline.elements.count - 1)
        if Self.silentNames.contains(name) { silent += 1 }
        if name == "a" { links += 1 }
        if name == "title" { titles += 1 }
    }

    private func end() {
        guard open.count > 1, let element = open.popLast() else { return }
        let name = outline.elements[element].name
        if !Self.inlineNames.contains(name) { endBlock(of: element) }
        if Self.silentNames.contains(name) { silent -= 1 }
        if name == "a" { links -= 1 }
        if name == "title" { titles -= 1 }
    }

    private static func values(
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) -> [String: String] {
        guard let attributes else { return [:] }
        var values: [String: String] = [:]
        var i = 0
        while let name = attributes[i] {
            let key = String(cString: name).lowercased()
            if values[key] == nil {
                values[key] = attributes[i + 1].map { String(cString: $0) } ?? ""
            }
            i += 2
        }
        return values
    }

    private func add(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
        guard let bytes, count > 0 else { return }
        let content = UnsafeBufferPointer(start: bytes, count: Int(count))
        if titles > 0 {
            // A page has one title; the titles of pictures are silent.
            if silent == 0, outline.title.count < 4096 { outline.title += content }
            return
        }
        guard silent == 0 else { return }
        let before = text.count
        append(content)
        if links > 0 { linked += text.count - before }
    }

    /// Appends text with its white space collapsed; U+00A0 is white space too.
    private func append(_ content: UnsafeBufferPointer<UInt8>) {
        var i = 0
        while i < content.count {
            let byte = content[i]
            let isHard = byte == 0xC2 && i + 1 < content.count && content[i + 1] == 0xA0
            if byte <= 0x20 || isHard {
                needsSpace = true
                i += isHard ? 2 : 1
                continue
            }
            if needsSpace, let last = text.last, last != 0x0A { text.append(0x20) }
            needsSpace = false
            text.append(byte)
            i += 1
        }
    }

    /// One line break is a line's end, two set text apart.
    private func lineBreak() {
        if text.last == 0x0A { endBlock() } else if !text.isEmpty { text.append(0x0A) }
        needsSpace = false
    }

    private func endBlock(of element: Int? = nil) {
        defer {
            text.removeAll(keepingCapacity: true)
            linked = 0
            needsSpace = false
        }
        while let last = text.last, last <= 0x20 { text.removeLast() }
        guard !text.isEmpty else { return }
        var holder = element ?? open[open.count - 1]
        while holder > 0, Self.inlineNames.contains(outline.elements[holder].name) {
            holder = outline.elements[holder].parent
        }
        outline.blocks.append(HTMLOutline.Block(element: holder, text: text, linked: linked))
    }
}
