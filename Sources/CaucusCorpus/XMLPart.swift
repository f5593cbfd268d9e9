import CLibXML

/// Takes what an XML file says, element by element.
protocol XMLPartHandler: AnyObject {
    /// A part of the address of the namespace whose elements are meant.
    var space: String { get }
    /// How many elements the part may have.
    var maximumElements: Int { get }
    /// An element begins; `isMeant` where it is of the namespace.
    func start(_ name: String, isMeant: Bool, _ attributes: XMLAttributes)
    /// An element ends.
    func end(_ name: String, isMeant: Bool)
    /// Text of the innermost element, perhaps not all of it.
    func add(_ text: UnsafeBufferPointer<UInt8>)
}

extension XMLPartHandler {
    /// As many as a part of the greatest size has room for.
    var maximumElements: Int { .max }
}

/// The attributes of an element, as libxml2 has them: valid during the call alone.
struct XMLAttributes {
    /// Five pointers each: local name, prefix, namespace, start and end of the value.
    fileprivate var pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    fileprivate var count: Int

    /// The value of the attribute called `name`, whatever its namespace.
    subscript(name: String) -> String? {
        guard let pointers else { return nil }
        for i in 0..<count {
            guard let key = pointers[5 * i], String(cString: key) == name,
                let start = pointers[5 * i + 3], let end = pointers[5 * i + 4]
            else { continue }
            return String(
                decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
        }
        return nil
    }
}

/// Reads an XML part of an office file, which libxml2 takes in pieces.
///
/// No tree is built and nothing is fetched. A document type is refused, since office files have none: there are no
/// entities but those of XML itself. Elements may be nested as deep as libxml2 lets them, 256.
final class XMLPart {
    private let handler: any XMLPartHandler
    private var parser: xmlParserCtxtPtr?
    private var hasDocumentType = false
    private var elements = 0
    /// The last namespace, which libxml2 keeps once for all elements, and whether it is the one that is meant.
    private var lastSpace: (address: UnsafePointer<xmlChar>, isMeant: Bool)?
    /// The names of elements so far, which libxml2 keeps once each as long as it reads.
    private var names: [UnsafePointer<xmlChar>: String] = [:]
    private static let mostNames = 256

    private init(_ handler: any XMLPartHandler) { self.handler = handler }

    /// Reads `member`, which messages call `name`.
    static func read(
        _ member: ZipMember, named name: String, _ handler: any XMLPartHandler
    ) throws(UnreadableFile) {
        let part = XMLPart(handler)
        var sax = Self.handler
        guard let parser = xmlCreatePushParserCtxt(&sax, nil, nil, 0, nil) else {
            throw UnreadableFile(message: "\(name): libxml2 cannot start")
        }
        part.parser = parser
        defer { xmlFreeParserCtxt(parser) }
        parser.pointee.userData = Unmanaged.passUnretained(part).toOpaque()
        let options =
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        xmlCtxtUseOptions(parser, Int32(bitPattern: options))
        var block: [UInt8] = []
        var isLast = false
        while !isLast {
            block.removeAll(keepingCapacity: true)
            isLast = try !member.read(upTo: 1 << 16, into: &block)
            let status = withExtendedLifetime(part) {
                block.withUnsafeBufferPointer { bytes in
                    bytes.withMemoryRebound(to: CChar.self) {
                        xmlParseChunk(parser, $0.baseAddress, Int32($0.count), isLast ? 1 : 0)
                    }
                }
            }
            guard !part.hasDocumentType else {
                throw UnreadableFile(
                    message: "\(name): found a document type; expected none in an office file")
            }
            guard part.elements <= handler.maximumElements else {
                throw UnreadableFile(
                    message: "\(name): found more than \(handler.maximumElements) elements; "
                        + "expected a smaller file")
            }
            guard status == 0 else { throw part.broken(name) }
        }
    }

    private func broken(_ name: String) -> UnreadableFile {
        let error = xmlCtxtGetLastError(parser)
        let reason = error?.pointee.message.map { String(cString: $0) } ?? "it is no XML"
        let words = reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let line = error.map { " at line \($0.pointee.line)" } ?? ""
        return UnreadableFile(
            message: "\(name): broken XML\(line): \(words.prefix(120).lowercased())")
    }

    private static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { context, name, _, space, _, _, count, _, attributes in
            guard let part = XMLPart.part(context), let name else { return }
            part.elements += 1
            guard part.elements <= part.handler.maximumElements else {
                xmlStopParser(part.parser)
                return
            }
            part.handler.start(
                part.name(name), isMeant: part.isMeant(space),
                XMLAttributes(pointers: attributes, count: Int(count)))
        }
        handler.endElementNs = { context, name, _, space in
            guard let part = XMLPart.part(context), let name else { return }
            part.handler.end(part.name(name), isMeant: part.isMeant(space))
        }
        handler.characters = { context, bytes, count in
            guard let part = XMLPart.part(context), let bytes, count > 0 else { return }
            part.handler.add(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        handler.internalSubset = { context, _, _, _ in
            guard let part = XMLPart.part(context) else { return }
            part.hasDocumentType = true
            xmlStopParser(part.parser)
        }
        handler.getEntity = { _, name in xmlGetPredefinedEntity(name) }
        return handler
    }

    private func isMeant(_ space: UnsafePointer<xmlChar>?) -> Bool {
        guard let space else { return handler.space.isEmpty }
        if let lastSpace, lastSpace.address == space { return lastSpace.isMeant }
        let isMeant = String(cString: space).contains(handler.space)
        lastSpace = (space, isMeant)
        return isMeant
    }

    private func name(_ name: UnsafePointer<xmlChar>) -> String {
        if let known = names[name] { return known }
        let text = String(cString: name)
        if names.count < Self.mostNames { names[name] = text }
        return text
    }

    private static func part(_ context: UnsafeMutableRawPointer?) -> XMLPart? {
        context.map { Unmanaged<XMLPart>.fromOpaque($0).takeUnretainedValue() }
    }
}
