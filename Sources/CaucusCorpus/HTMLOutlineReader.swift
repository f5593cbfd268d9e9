import CLibXML

/// Takes libxml2's calls and makes an ``HTMLOutline`` of them.
final class HTMLOutlineReader {
    private(set) var outline = HTMLOutline()
    private var open = [0]
    /// How many open elements hold what nobody reads.
    private var silent = 0
    private var links = 0
    private var titles = 0
    private var text: HTMLBlockText
    private var linked = 0
    /// Whether a script of linked data is open.
    private var isLinkedData = false
    private var linkedDataLeft = HTMLOutline.maximumLinkedData
    private var parser: htmlParserCtxtPtr?

    init(_ lineFeeds: HTMLBlockText.LineFeeds) {
        text = HTMLBlockText(lineFeeds)
    }

    /// Elements whose content is no text.
    private static let silentNames: Set<String> = [
        "script", "style", "noscript", "template", "iframe", "object", "svg", "math", "audio",
        "video", "canvas", "select", "textarea", "button", "map",
    ]

    /// Elements that do not set their text apart.
    static let inlineNames: Set<String> = [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
        "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "br", "meta",
        "link",
    ]

    func read(_ page: UnsafeBufferPointer<UInt8>) {
        guard let base = page.baseAddress, page.count <= Int(Int32.max) else { return }
        guard !HTMLTagScan.hasTooManyAttributes(page) else {
            outline.excess = .attributes
            return
        }
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
        guard open.count < HTMLOutline.maximumDepth else { return stop(.nested) }
        let values = Self.values(attributes)
        // At most one tag that the scan took for something else is read.
        guard values.count <= HTMLOutline.maximumAttributes else { return stop(.attributes) }
        var element = HTMLOutline.Element(
            parent: open[open.count - 1], name: name, attributes: values)
        element.isInline =
            Self.inlineNames.contains(name) && !HTMLLeftOut.setsApart(element)
        if name == "br" { lineBreak() } else if !element.isInline { endBlock() }
        outline.elements.append(element)
        open.append(outline.elements.count - 1)
        if isSilent(element) { silent += 1 }
        if name == "a" { links += 1 }
        if name == "title" { titles += 1 }
        if name == "q" { text.openQuotation() }
        if name == "script", element.attributes["type"]?.lowercased().contains("ld+json") ?? false {
            isLinkedData = true
            outline.linkedData.append([])
        }
    }

    private func stop(_ excess: HTMLOutline.Excess) {
        outline.excess = excess
        xmlStopParser(parser)
    }

    private func end() {
        guard open.count > 1, let last = open.popLast() else { return }
        let element = outline.elements[last]
        if element.name == "q" { text.closeQuotation() }
        if !element.isInline { endBlock(of: last) }
        if isSilent(element) { silent -= 1 }
        if element.name == "a" { links -= 1 }
        if element.name == "title" { titles -= 1 }
        if element.name == "script" { isLinkedData = false }
    }

    private func isSilent(_ element: HTMLOutline.Element) -> Bool {
        Self.silentNames.contains(element.name) || element.isInline && HTMLLeftOut.isUnseen(element)
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
        if isLinkedData { return add(linkedData: content) }
        if titles > 0 {
            // A page has one title; the titles of pictures are silent.
            if silent == 0, outline.title.count < 4096 { outline.title += content }
            return
        }
        guard silent == 0 else { return }
        let before = text.bytes.count
        text.append(content)
        if links > 0 { linked += max(text.bytes.count - before, 0) }
    }

    private func add(linkedData content: UnsafeBufferPointer<UInt8>) {
        // What does not fit is no whole value, and is left out when it is read.
        guard content.count <= linkedDataLeft, !outline.linkedData.isEmpty else { return }
        linkedDataLeft -= content.count
        outline.linkedData[outline.linkedData.count - 1] += content
    }

    /// One line break is a line's end, two set text apart.
    private func lineBreak() {
        if text.lineBreak() { endBlock() }
    }

    private func endBlock(of element: Int? = nil) {
        defer { linked = 0 }
        for (i, bytes) in text.take().enumerated() {
            var holder = element ?? open[open.count - 1]
            while holder > 0, outline.elements[holder].isInline {
                holder = outline.elements[holder].parent
            }
            outline.blocks.append(
                HTMLOutline.Block(
                    element: holder, text: bytes, linked: i == 0 ? min(linked, bytes.count) : 0))
        }
    }
}
