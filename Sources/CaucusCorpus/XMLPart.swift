import CLibXML

/// Takes what an XML file says, element by element.
protocol XMLPartHandler: AnyObject {
    /// A part of the address of the namespace whose elements are meant.
    var space: String { get }
    /// An element begins; `isMeant` where it is of the namespace.
    func start(_ name: String, isMeant: Bool, _ attributes: XMLAttributes)
    /// An element ends.
    func end(_ name: String, isMeant: Bool)
    /// Text of the innermost element, perhaps not all of it.
    func add(_ text: UnsafeBufferPointer<UInt8>)
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
            part.handler.start(
                String(cString: name), isMeant: part.isMeant(space),
                XMLAttributes(pointers: attributes, count: Int(count)))
        }
        handler.endElementNs = { context, name, _, space in
            guard let part = XMLPart.part(context), let name else { return }
            part.handler.end(String(cString: name), isMeant: part.isMeant(space))
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
        space.map { String(cString: $0).contains(handler.space) } ?? handler.space.isEmpty
    }

    private static func part(_ context: UnsafeMutableRawPointer?) -> XMLPart? {
        context.map { Unmanaged<XMLPart>.fromOpaque($0).takeUnretainedValue() }
    }
}
