/// What pages say to their readers between the paragraphs of an article: “Advertisement”, “Sign up for our newsletter”.
enum HTMLPrompt {
    /// Longer lines are read: a paragraph of the article may begin with any words.
    static let longest = 200

    /// Whether a block is nothing but such a prompt.
    static func isPrompt(_ text: [UInt8]) -> Bool {
        guard text.count <= longest, let words = words(text) else { return false }
        if lines.contains(words) { return true }
        // What follows a colon is a link to another article.
        if let colon = words.utf8.firstIndex(of: UInt8(ascii: ":")),
            leads.contains(String(words[..<colon]).trimmed)
        {
            return true
        }
        return starts.contains { words.utf8.starts(with: $0.utf8) }
    }

    /// Whether a heading stands before the comments of readers.
    static func headsComments(_ text: [UInt8]) -> Bool {
        guard text.count <= 60, let words = words(text) else { return false }
        // “12 comments”, “Comments (12)”.
        return comments.contains(
            String(words.unicodeScalars.filter { !countMarks.contains($0) }).trimmed)
    }

    /// Whether a heading stands before a list of other articles.
    static func headsOthers(_ text: [UInt8]) -> Bool {
        guard text.count <= 60, let words = words(text) else { return false }
        return others.contains(words) || words.hasPrefix("more from ")
            || words.hasPrefix("more on ")
            || words.hasPrefix("latest from ") || words.hasPrefix("related ")
    }

    /// The text in small letters, without the marks around it; `nil` where it holds a quotation mark.
    private static func words(_ text: [UInt8]) -> String? {
        let words = String(decoding: text, as: UTF8.self).lowercased()
        guard !words.unicodeScalars.contains(where: quotationMarks.contains) else { return nil }
        return words.trimmed
    }

    private static let quotationMarks = Set("\"“”„«»".unicodeScalars)
    private static let countMarks = Set("0123456789(),.".unicodeScalars)

    private static let lines: Set<String> = [
        "advertisement", "advertisement - continue reading below", "continue reading below",
        "story continues below advertisement", "article continues below advertisement",
        "story continues below", "article continues below", "story continues after advertisement",
        "article continues after advertisement", "skip advertisement", "scroll to continue",
        "scroll down to continue reading", "continue reading", "read more", "read full story",
        "show more", "load more", "loading", "view comments", "share", "share this", "tweet",
        "share this article", "share this story", "share on facebook", "share on twitter", "print",
        "email", "e-mail", "copy link", "link copied", "save", "save for later", "comment",
        "comments", "listen", "listen to this article", "listen to article", "play", "watch",
        "watch live", "toggle caption", "hide caption", "enlarge this image", "view image",
        "image source", "image credit", "getty images", "most read", "most popular", "related",
        "related stories", "related articles", "related topics", "recommended", "trending",
        "sponsored", "supported by", "subscribe", "subscribe now", "log in", "sign in", "sign up",
        "register", "follow us", "follow", "back to top", "close", "ad", "ad feedback", "video",
        "you may also like", "up next", "newsletter", "gift this article", "thank you for reading",
        "this article is more than 1 year old", "all rights reserved", "text size", "font size",
    ]
    private static let leads: Set<String> = [
        "read more", "read also", "also read", "read", "read next", "see also", "see more", "more",
        "related", "related story", "related stories", "related article", "related articles",
        "related coverage", "recommended", "watch", "watch now", "watch live", "listen", "photos",
        "in pictures", "don’t miss", "don't miss", "more on this", "more on this story",
        "more on this topic", "share this", "follow us on", "tags", "topics", "filed under",
        "sign up", "subscribe", "photo", "photo credit", "image credit", "image source", "image",
        "photograph",
    ]
    private static let starts: [String] = [
        "sign up for ", "sign up to ", "sign up here", "subscribe to ", "subscribe today",
        "subscribe now ", "get our ", "get the latest ", "get breaking news ", "follow us on ",
        "like us on ", "join us on ", "join our ", "click here ", "click to ", "tap here ",
        "download our ", "download the ", "log in to ", "log in or ", "sign in to ", "sign in or ",
        "register to ", "create a free account", "create an account", "already a subscriber",
        "already have an account", "you have reached your limit", "this article is for subscribers",
        "to continue reading", "to read the full", "to read this article", "enter your email",
        "please enter a valid ", "please enable ", "by signing up", "by subscribing", "© ",
        "copyright ©", "(c) 20", "this material may not be published", "follow live updates",
        "view this post on instagram", "this content is imported from", "all rights reserved",
        "thank you for signing up", "your browser does not support", "support our journalism",
        "support independent journalism", "we use cookies", "this site uses cookies",
        "app users ", "having trouble viewing",
    ]
    private static let comments: Set<String> = [
        "comments", "comment", "reader comments", "readers’ comments", "readers' comments",
        "user comments", "join the conversation", "join the discussion", "leave a comment",
        "leave a reply", "post a comment", "add a comment", "responses", "replies", "discussion",
        "view comments", "show comments", "thoughts", "conversation", "what do you think",
        "comments on this story", "have your say", "your comments", "latest comments",
        "top comments", "comments section",
    ]
    private static let others: Set<String> = [
        "related", "read more", "read next", "recommended", "recommended for you", "most read",
        "most popular", "most viewed", "trending", "trending now", "you may also like",
        "you might also like", "you may like", "don’t miss", "don't miss", "latest", "latest news",
        "latest stories", "top stories", "popular", "popular stories", "editors’ picks",
        "editor’s picks", "editors' picks", "editor's picks", "more stories", "more news",
        "more like this", "more to read", "around the web", "from around the web", "up next",
        "what to read next", "also read", "see also", "sponsored stories", "promoted stories",
        "more coverage", "further reading", "also on the site", "in other news", "elsewhere",
    ]
}

extension String {
    /// Without white space and marks at its ends.
    fileprivate var trimmed: String {
        func isMark(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isWhitespace || ".:…|-–—>»›*•!?[]()".unicodeScalars.contains(scalar)
        }
        var scalars = unicodeScalars[...]
        while let last = scalars.last, isMark(last) { scalars.removeLast() }
        while let first = scalars.first, isMark(first) { scalars.removeFirst() }
        return String(scalars)
    }
}
