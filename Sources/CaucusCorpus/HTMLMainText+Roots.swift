extension HTMLMainText {
    /// The least text of an article that is more than an announcement.
    private static let leastArticle = 200

    /// The elements whose text is read, in the page's order; none stands in another one.
    func roots() -> [Int] {
        let all = outline.elements.indices
        let sums = sums()
        let best = all.dropFirst().max { (weights[$0], $1) < (weights[$1], $0) } ?? 0
        let marked = outermost { HTMLOutline.marksBody($0) }
        let found = bodies(marked, sums)
        // A page may mark a summary as the body.
        if sum(found, sums) >= min(Self.leastArticle, weights[best]) { return found }
        if let article = chiefArticle(sums) {
            let named = bodies(outermost { HTMLClassName.namesBody($0) }, sums, in: article)
            return sum(named, sums) * 3 >= sums[article] ? named : [article]
        }
        if let blog = placeOfPosts(sums), sums[blog] >= weights[best] { return [blog] }
        guard best > 0 else { return [0] }
        // Paragraphs beside the heaviest element belong to the article that holds both.
        var element = best
        while element > 0 {
            if outline.elements[element].name == "article" { return [element] }
            element = outline.elements[element].parent
        }
        let named = bodies(outermost { HTMLClassName.namesBody($0) }, sums)
        if sum(named, sums) >= Self.leastArticle, sum(named, sums) * 10 >= weights[best] {
            return named
        }
        return [wholeOf(best, sums)]
    }

    /// For each element the bytes of all text in it that may be read, without links.
    private func sums() -> [Int] {
        var sums = [Int](repeating: 0, count: outline.elements.count)
        for (i, block) in outline.blocks.enumerated() where isRead[i] {
            sums[block.element] += block.text.count - block.linked
        }
        for i in outline.elements.indices.reversed() where outline.elements[i].parent >= 0 {
            sums[outline.elements[i].parent] += sums[i]
        }
        return sums
    }

    private func sum(_ elements: [Int], _ sums: [Int]) -> Int {
        elements.reduce(0) { $0 + sums[$1] }
    }

    /// The elements of a kind that stand in no other one of it.
    private func outermost(_ isKind: (HTMLOutline.Element) -> Bool) -> [Int] {
        var found: [Int] = []
        for (i, element) in outline.elements.enumerated().dropFirst()
        where i >= found.last.map({ ends[$0] }) ?? 0 && !isLeftOut(i) && isKind(element) {
            found.append(i)
        }
        return found
    }

    /// Of elements that are the body of an article the longest, with those of its kind beside it: a body may be in
    /// several parts.
    private func bodies(_ elements: [Int], _ sums: [Int], in article: Int = 0) -> [Int] {
        let inside = elements.filter { $0 >= article && $0 < ends[article] && sums[$0] > 0 }
        guard let longest = inside.max(by: { (sums[$0], $1) < (sums[$1], $0) }) else { return [] }
        func around(_ element: Int) -> Int {
            var outer = outline.elements[element].parent
            while outer > 0, outline.elements[outer].name != "article" {
                outer = outline.elements[outer].parent
            }
            return outer
        }
        let kind = outline.elements[longest]
        return inside.filter {
            let element = outline.elements[$0]
            return element.name == kind.name
                && element.attributes["class"] == kind.attributes["class"]
                && around($0) == around(longest)
        }
    }

    /// The page's own article among banners, comments, announcements and the articles that follow it; `nil` where
    /// the page has none or several of one rank, as the posts of a live blog are.
    private func chiefArticle(_ sums: [Int]) -> Int? {
        let articles = outermost { $0.name == "article" }
            .filter { sums[$0] >= Self.leastArticle }
        guard let longest = articles.map({ sums[$0] }).max() else { return nil }
        let headings = outline.elements.indices.filter { outline.elements[$0].name == "h1" }
        let headed = articles.filter { article in
            let after = headings.partitioningIndex { $0 > article }
            return after < headings.count && headings[after] < ends[article]
        }
        // The first of several that follow each other, each with its heading.
        if let first = headed.first(where: { sums[$0] * 5 >= longest }) { return first }
        if articles.count > 1, isLiveBlog { return nil }
        guard let first = alone(articles).first(where: { sums[$0] * 5 >= longest })
        else { return leadingArticle(sums) }
        return isOutweighed(first, sums, after: headings.first ?? 0) ? nil : first
    }

    /// The articles that stand apart from the others; the posts of a blog and comments stand at one place.
    private func alone(_ articles: [Int]) -> [Int] {
        let places = places(of: articles)
        let order = Dictionary(places.map { ($0, 1) }, uniquingKeysWith: +)
        return articles.indices.filter { order[places[$0]] == 1 }.map { articles[$0] }
    }

    /// Where an article stands.
    private struct Place: Hashable {
        /// The innermost element that holds another article too.
        var outer: Int
        /// The names of the elements between.
        var names: String
    }

    private func places(of articles: [Int]) -> [Place] {
        var counts: [Int: Int] = [:]
        for article in articles {
            var outer = outline.elements[article].parent
            while outer >= 0 {
                counts[outer, default: 0] += 1
                outer = outline.elements[outer].parent
            }
        }
        return articles.map { article in
            var names = ""
            var outer = outline.elements[article].parent
            while outer > 0, counts[outer] == 1 {
                names += outline.elements[outer].name + "/"
                outer = outline.elements[outer].parent
            }
            return Place(outer: outer, names: names)
        }
    }

    /// The element that holds most articles of one rank, or `nil` where there are not two.
    private func placeOfPosts(_ sums: [Int]) -> Int? {
        let articles = outermost { $0.name == "article" }.filter { sums[$0] >= Self.leastArticle }
        guard articles.count > 1 else { return nil }
        var bytes: [Int: Int] = [:]
        for (article, place) in zip(articles, places(of: articles)) {
            bytes[place.outer, default: 0] += sums[article]
        }
        // Of a live blog all of them.
        if isLiveBlog { return bytes.keys.min() }
        return bytes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// Whether text outside of articles, between the page's heading and the article, has more words and as many
    /// paragraphs: then the article is an announcement beside it. A banner has fewer.
    private func isOutweighed(_ article: Int, _ sums: [Int], after heading: Int) -> Bool {
        var bytes: [Int: Int] = [:]
        var paragraphs: [Int: Int] = [:]
        var own = 0
        for (i, block) in outline.blocks.enumerated() where isRead[i] && block.text.count >= 40 {
            if block.element >= article, block.element < ends[article] {
                own += 1
            } else if block.element < article, block.element > heading {
                bytes[holder(of: block), default: 0] += block.text.count - block.linked
                paragraphs[holder(of: block), default: 0] += 1
            }
        }
        return bytes.contains { $0.value > sums[article] && paragraphs[$0.key, default: 0] >= own }
    }

    /// The one article that is three times as long as any other and longer than all text outside of articles.
    private func leadingArticle(_ sums: [Int]) -> Int? {
        let articles = outermost { $0.name == "article" }
        guard let longest = articles.max(by: { (sums[$0], $1) < (sums[$1], $0) }) else {
            return nil
        }
        let outside = sums[0] - sum(articles, sums)
        let isLonger = articles.allSatisfy { $0 == longest || sums[$0] * 3 < sums[longest] }
        return isLonger && sums[longest] > outside ? longest : nil
    }

    /// Whether the page calls itself a live blog.
    private var isLiveBlog: Bool {
        outline.elements.contains { element in
            if element.attributes["itemtype"]?.hasSuffix("LiveBlogPosting") ?? false { return true }
            return [element.attributes["class"], element.attributes["id"]].contains {
                guard let names = $0?.lowercased(), names.contains("live") else { return false }
                return names.contains("liveblog") || names.contains("live-blog")
                    || names.contains("live_blog")
            }
        }
    }

    /// The element that holds all parts of the text of which `part` is the longest: sections of one class beside each
    /// other, with advertisements between.
    private func wholeOf(_ part: Int, _ sums: [Int]) -> Int {
        var element = part
        for _ in 0..<3 {
            let kind = outline.elements[element]
            guard kind.parent > 0, outline.elements[kind.parent].name != "body" else { break }
            if let names = kind.attributes["class"], !HTMLClassName.isLayout(names) {
                let beside = outline.elements.indices.lazy.filter {
                    $0 != element && outline.elements[$0].parent == kind.parent
                        && outline.elements[$0].attributes["class"] == names
                }
                if beside.reduce(0, { $0 + sums[$1] }) * 3 >= sums[element] { return kind.parent }
            }
            element = kind.parent
        }
        return part
    }
}

extension Array where Element == Int {
    /// The first position whose element, of an order that rises, is of a kind.
    fileprivate func partitioningIndex(_ isKind: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isKind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
