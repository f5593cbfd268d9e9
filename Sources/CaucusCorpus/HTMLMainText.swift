/// The main text of a page: which of its blocks belong to the article.
struct HTMLMainText {
    /// The paragraphs, with an empty line between them.
    private(set) var text = ""
    /// The first heading of the page, or `nil`.
    private(set) var heading: String?

    let outline: HTMLOutline
    /// For each element one past the last that stands in it.
    let ends: [Int]
    /// For each element: whether it or one around it is left out.
    private var isOut: [Bool]
    /// For each block: whether it may be text of the article.
    private(set) var isRead: [Bool] = []
    /// For each element: the bytes of the paragraphs that stand right in it, and half of those one deeper.
    private(set) var weights: [Int] = []

    /// Chooses the blocks.
    init(_ outline: HTMLOutline) {
        self.init(unread: outline)
        choose(.classes)
        // Where the words of a class leave next to nothing, the page means something else by them.
        for strictness in [HTMLLeftOut.Strictness.hidden, .names] where text.utf8.count < 200 {
            let strict = self
            choose(strictness)
            if text.utf8.count < 4 * strict.text.utf8.count { self = strict }
        }
    }

    /// Takes the blocks of a part of a page, which all are the article: less what is no text on any page.
    init(fragment outline: HTMLOutline) {
        self.init(unread: outline)
        let all = outline.blocks.reduce(0) { $0 + $1.text.count }
        leaveOut(.classes)
        isRead = outline.blocks.map { !isOut[$0.element] }
        text = paragraphs(in: [0])
        guard text.utf8.count * 2 < all else { return }
        isRead = outline.blocks.map { _ in true }
        text = paragraphs(in: [0])
    }

    private init(unread outline: HTMLOutline) {
        self.outline = outline
        ends = outline.ends
        isOut = [Bool](repeating: false, count: outline.elements.count)
        heading = outline.blocks.first { outline.elements[$0.element].name == "h1" }
            .map { String(decoding: $0.text, as: UTF8.self) }
    }

    private mutating func choose(_ strictness: HTMLLeftOut.Strictness) {
        leaveOut(strictness)
        leaveOutLists()
        weigh()
        text = paragraphs(in: roots())
    }

    private mutating func leaveOut(_ strictness: HTMLLeftOut.Strictness) {
        let isHolder = holders()
        for (i, element) in outline.elements.enumerated() where element.parent >= 0 {
            isOut[i] =
                isOut[element.parent]
                || HTMLLeftOut.leavesOut(element, strictness, isHolder: isHolder[i])
        }
        isRead = outline.blocks.map { block in
            !isOut[block.element] && isText(block) && !HTMLPrompt.isPrompt(block.text)
        }
    }

    /// The elements that hold the page's main part, and so are no advertisement whatever their names say: themes call
    /// what is around text and sidebar `content-sidebar-wrap`.
    private func holders() -> [Bool] {
        var holds = outline.elements.map { $0.name == "main" || HTMLOutline.marksBody($0) }
        var hasHeading = outline.elements.map { $0.name == "h1" }
        var bytes = [Int](repeating: 0, count: outline.elements.count)
        for block in outline.blocks { bytes[block.element] += block.text.count - block.linked }
        for (i, element) in outline.elements.enumerated().reversed() where element.parent >= 0 {
            holds[element.parent] = holds[element.parent] || holds[i]
            hasHeading[element.parent] = hasHeading[element.parent] || hasHeading[i]
            bytes[element.parent] += bytes[i]
        }
        return holds.indices.map { holds[$0] || hasHeading[$0] && bytes[$0] * 2 > bytes[0] }
    }

    /// Whether a block is not mostly links; in a paragraph that is a sentence most words may be.
    private func isText(_ block: HTMLOutline.Block) -> Bool {
        if block.linked * 2 <= block.text.count { return true }
        guard outline.elements[block.element].name == "p", block.linked * 5 <= block.text.count * 4
        else { return false }
        let ends = [".", "!", "?", "”", "\""].map { Array($0.utf8) }
        return ends.contains { block.text.suffix($0.count).elementsEqual($0) }
    }

    /// Leaves out the comments and the lists of other articles that follow a heading which says so.
    private mutating func leaveOutLists() {
        let headings: Set<String> = ["h2", "h3", "h4", "h5", "h6"]
        var bytes = 0
        var end = 0
        // Of others only what is short, until a paragraph stands beside the heading.
        var others: Int?
        for (i, block) in outline.blocks.enumerated() {
            let element = outline.elements[block.element]
            if block.element < end {
                isRead[i] = false
                continue
            }
            if headings.contains(element.name) {
                others = HTMLPrompt.headsOthers(block.text) ? element.parent : nil
                if others != nil { isRead[i] = false }
                if bytes >= 200, HTMLPrompt.headsComments(block.text) {
                    isRead[i] = false
                    end = ends[list(under: i)]
                }
            } else if let parent = others {
                if block.text.count < 200, block.element < ends[parent], element.parent != parent {
                    isRead[i] = false
                } else {
                    others = nil
                }
            }
            if isRead[i] { bytes += block.text.count - block.linked }
        }
    }

    /// The element whose rest a heading is about: the one around it, or around that where the heading stands alone.
    private func list(under heading: Int) -> Int {
        var element = outline.elements[outline.blocks[heading].element].parent
        for _ in 0..<2 {
            let next =
                heading + 1 < outline.blocks.count ? outline.blocks[heading + 1].element : .max
            guard element > 0, next >= ends[element] else { break }
            element = outline.elements[element].parent
        }
        return max(element, 0)
    }

    private mutating func weigh() {
        weights = [Int](repeating: 0, count: outline.elements.count)
        for (i, block) in outline.blocks.enumerated() where isRead[i] {
            let bytes = block.text.count - block.linked
            let holder = holder(of: block)
            guard holder >= 0 else { continue }
            weights[holder] += bytes
            let outer = outline.elements[holder].parent
            if outer >= 0 { weights[outer] += bytes / 2 }
        }
    }

    /// The element that holds the paragraph.
    func holder(of block: HTMLOutline.Block) -> Int {
        let element = outline.elements[block.element]
        return element.name == "p" ? element.parent : block.element
    }

    /// Whether an element or one around it is left out.
    func isLeftOut(_ element: Int) -> Bool { isOut[element] }

    private func paragraphs(in roots: [Int]) -> String {
        var bytes: [UInt8] = []
        var roots = roots[...]
        for (i, block) in outline.blocks.enumerated() where isRead[i] {
            while let first = roots.first, block.element >= ends[first] { roots.removeFirst() }
            guard let first = roots.first else { break }
            guard block.element >= first else { continue }
            if !bytes.isEmpty { bytes += [0x0A, 0x0A] }
            bytes += block.text
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
