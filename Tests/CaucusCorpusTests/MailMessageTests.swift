import CaucusMatrix
import Foundation
import Testing

@testable import CaucusCorpus

/// Issue 17: mails and saved pages are articles, whatever their parts and encodings.
@Suite struct MailMessageTests {
    private func articles(_ mail: String, ending: String = "\r\n") throws -> [ReadArticle] {
        try MailMessage.articles(in: Array(mail.replacing("\n", with: ending).utf8))
    }

    private func message(_ mail: String) -> String {
        do { return "\(try MailMessage.articles(in: Array(mail.utf8)))" } catch {
            return error.message
        }
    }

    private static let head = """
        Received: from lorn.example by mill.example;
         Wed, 5 Mar 2031 10:12:00 +0000
        From: =?utf-8?Q?=C3=93rla?= Penn <orla@lorn.example>
        Date: Wed, 5 Mar 2031 10:12:00 +0000
        Subject: =?iso-8859-1?Q?Br=FCcke?= =?UTF-8?B?IGJsZWlidA==?= as
         it is
        MIME-Version: 1.0

        """

    @Test func aMailIsAnArticle() throws {
        for ending in ["\n", "\r\n"] {
            let found = try articles(
                Self.head + "\n“We will not close it,” she said.\n\n> Will you?\n", ending: ending)
            try #require(found.count == 1)
            #expect(found[0].text == "“We will not close it,” she said.\n\n> Will you?")
            #expect(found[0].title == "Brücke bleibt as it is")
            #expect(found[0].source == "Órla Penn")
            #expect(found[0].published == "Wed, 5 Mar 2031 10:12:00 +0000")
        }
    }

    @Test(arguments: [
        ("Ada Quill <a@lorn.example>", "Ada Quill"),
        ("\"Quill, Ada\" <a@lorn.example>", "Quill, Ada"),
        ("a@lorn.example", "lorn.example"), ("<a@lorn.example>", "lorn.example"),
        ("a@lorn.example (Ada Quill)", "Ada Quill"), ("Ada Quill", "Ada Quill"),
        ("=?utf-8?b?w5NybGE=?= <a@b>", "Órla"),
    ])
    func theSenderIsTheSource(_ field: String, _ source: String) {
        #expect(MailMessage.sender(field) == source)
    }

    private func multipart(_ type: String, _ parts: [String], _ name: String = "b") -> String {
        "Content-Type: multipart/\(type); boundary=\"\(name)\"\n\npreamble\n"
            + parts.map { "--\(name)\n\($0)\n" }.joined() + "--\(name)--\nepilogue\n"
    }

    private static let plain =
        "Content-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n\n=93Not=94=85 a =\nword=3D"
    private static let html =
        "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        + Data("<p>“Not” a page, she said.</p>".utf8).base64EncodedString()

    @Test func plainTextIsPreferredInPartsOfParts() throws {
        let inner = multipart("alternative", [Self.plain, Self.html], "in")
        let file =
            "Content-Type: text/plain\nContent-Disposition: attachment; filename=x\n\nattached"
        let mail = Self.head + multipart("mixed", [inner, file])
        #expect(try articles(mail)[0].text == "“Not”… a word=")
        let page =
            Self.head + multipart("alternative", ["Content-Type: text/plain\n\n \n", Self.html])
        #expect(try articles(page)[0].text == "“Not” a page, she said.")
        let passedOn =
            Self.head
            + multipart("mixed", ["Content-Type: message/rfc822\n\nSubject: x\n\nInside."])
        #expect(try articles(passedOn)[0].text == "Inside.")
        let cut = String(mail.prefix(upTo: try #require(mail.firstRange(of: "word=3D")).upperBound))
        #expect(try articles(cut)[0].text == "“Not”… a word=")
    }

    /// A line that asks for another program is not the message.
    @Test func aPageIsReadWhereThePlainTextIsAStub() throws {
        let stub = "Content-Type: text/plain\n\nYour mail program cannot show this message."
        let long = "The council of Lorn agreed on Friday, Ada Quill said. "
        let html = "Content-Type: text/html\n\n<p>" + String(repeating: long, count: 9) + "</p>"
        let short = "Content-Type: text/html\n\n<p>" + long + "</p>"
        func text(_ parts: String...) throws -> String {
            try articles(Self.head + multipart("alternative", parts))[0].text
        }
        #expect(try text(stub, html).hasPrefix("The council"))
        #expect(try text(stub, short).hasPrefix("Your mail"))
    }

    @Test func whatIsNotReadBesideOtherPartsIsTold() throws {
        let strange = "Content-Type: text/plain; charset=koi8-r\n\nx"
        let found = try articles(Self.head + multipart("mixed", [Self.plain, strange, strange]))
        #expect(found.map(\.text) == ["“Not”… a word="])
        #expect(found[0].faults.count == 1 && found[0].faults[0].contains("found a part in koi8-r"))
        #expect(try articles(Self.head + "\nx\n")[0].faults.isEmpty)
    }

    private static func inner(_ name: String, _ text: String) -> String {
        "From: \(name) <x@lorn.example>\nSubject: On \(name)\n\n\(text)"
    }

    @Test func messagesOfADigestAreArticles() throws {
        let messages = [
            "\n" + Self.inner("Ada", "One."),
            "Content-Type: message/rfc822\n\n" + Self.inner("Bo", "Two."),
            Self.inner("Cy", "Three."), "\nNo header.",
        ]
        for type in ["digest", "mixed"] {
            let some = type == "digest" ? messages : [messages[1], messages[1]]
            let found = try articles(Self.head + multipart(type, some), ending: "\n")
            let texts = type == "digest" ? ["One.", "Two.", "Three."] : ["Two.", "Two."]
            #expect(found.map(\.text) == texts)
            #expect(found.first?.source == (type == "digest" ? "Ada" : "Bo"))
            #expect(found.first?.faults.count == (type == "digest" ? 1 : 0))
            let lines = found.compactMap(\.line)
            #expect(lines.count == found.count && lines == Set(lines).sorted())
        }
        let list = multipart(
            "mixed", ["\nIn this issue.", multipart("digest", [messages[0]], "in")])
        #expect(try articles(Self.head + list).map(\.text) == ["In this issue.", "One."])
        let deep = (0..<60).reduce("\n" + Self.inner("Ada", "One.")) { mail, i in
            "\n" + Self.head + multipart("digest", [mail], "b\(i)")
        }
        #expect(message(String(deep.dropFirst())).contains("nested deeper than 16"))
    }

    @Test func messagesOfAMailBoxAreArticles() throws {
        let box =
            "From a@lorn.example Wed Mar  5 10:00:00 2031\n"
            + Self.inner("Ada", "One.\n\nFrom here on, no.\n\n")
            + "From b@lorn.example Wed Mar  5 11:00:00 2031\n" + Self.inner("Bo", "Two.\n\n")
            + "From c@lorn.example Wed Mar  5 12:00:00 2031\n" + Self.head
            + "Content-Type: image/png\n\nx\n"
        for ending in ["\n", "\r\n"] {
            let found = try articles(box, ending: ending)
            #expect(found.map(\.text) == ["One.\n\nFrom here on, no.", "Two."])
            #expect(found.map(\.source) == ["Ada", "Bo"])
            #expect(found.map(\.line) == [2, 10])
            #expect(
                found.first?.faults == [
                    "found no text in the mail; expected a part of text or a page"
                ])
        }
    }

    /// Programs declare ASCII or Latin letters out of habit.
    @Test(arguments: ["us-ascii", "iso-8859-1", "windows-1252", "ISO-8859-15"])
    func lettersThatAreUTF8AreReadAsSuch(_ charset: String) throws {
        let head = Self.head + "Content-Type: text/plain; charset=\(charset)\n\n"
        #expect(
            try articles(head + "“We agreed,” the café said.")[0].text
                == "“We agreed,” the café said.")
        let latin = Array(head.utf8) + Array("caf".utf8) + [0xE9, 0x20, 0xA4]
        let sign = charset == "ISO-8859-15" ? "€" : "¤"
        #expect(try MailMessage.articles(in: latin)[0].text == "café \(sign)")
    }

    @Test func flowedTextIsJoined() throws {
        let flowed = "Content-Type: text/plain; charset=utf-8; format=flowed\n\n"
        let text = "We will \nnot close \nit.\n\n> One \n> two.\n>> Three\n From here.\n-- \nAda"
        #expect(
            try articles(Self.head + flowed + text)[0].text
                == "We will not close it.\n\n> One two.\n>> Three\nFrom here.\n-- \nAda")
    }

    @Test func aSavedPageIsAPage() throws {
        let page = """
            From: <Saved by Blink>
            Snapshot-Content-Location: https://www.lorn.example/bridge
            Subject: Bridge stays
            Date: Thu, 6 Mar 2031 08:00:00 -0000
            MIME-Version: 1.0
            \(multipart("related", [
                "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://www.lorn.example/bridge\n\n<html><head><title>Bridge stays=\n | Post</title><meta property=3D\"article:published_time\" content=3D\"2031-03-05\"></head><body><p>=E2=80=9CWe will not close it,=E2=80=9D she said.</p></body></html>",
                "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA",
            ]))
            """
        let found = try articles(page)
        #expect(
            found == [
                ReadArticle(
                    text: "“We will not close it,” she said.", title: "Bridge stays | Post",
                    source: "lorn.example", published: "2031-03-05",
                    url: "https://www.lorn.example/bridge",
                    fields: [.init(name: "saved", value: "Thu, 6 Mar 2031 08:00:00 -0000")])
            ])
    }

    @Test func articlesThatAnArchiveSentAreSplit() throws {
        #expect(try articles(Self.head + "\n" + Export.nexis.text).count == 2)
    }

    @Test func whatCannotBeReadIsTold() {
        #expect(message("Nobody spoke.\n\nNobody.").contains("found no header of a mail"))
        #expect(message("").contains("found no header of a mail"))
        #expect(
            message(Self.head + "Content-Type: text/plain; charset=koi8-r\n\nx").contains(
                "found a part in koi8-r"))
        #expect(
            message(Self.head + "Content-Transfer-Encoding: x-uuencode\n\nx").contains(
                "written as x-uuencode"))
        #expect(
            message(Self.head + "Content-Type: image/png\n\nx").contains(
                "found no text in the mail"))
        #expect(
            message(Self.head + "Content-Transfer-Encoding: quoted-printable\n\nab=FF").contains(
                "no ASCII or UTF-8 2 bytes"))
        var deep = "Content-Type: text/plain\n\nx\n"
        for i in 0..<60 { deep = multipart("mixed", [deep], "b\(i)") }
        #expect(message(Self.head + deep).contains("nested deeper than 16"))
        let same =
            Self.head + "Content-Type: multipart/mixed; boundary=b\n\n"
            + String(repeating: "--b\n", count: 100_000)
        #expect(message(same).contains("found no text in the mail"))
        let digest = String(repeating: "Content-Type: message/rfc822\nSubject: a\n\n", count: 5000)
        #expect(message(Self.head + digest).contains("nested deeper"))
    }

    @Test func mangledMailsAreReadOrTold() {
        var g = SplitMix(seed: 174)
        let inner = multipart("alternative", [Self.plain, Self.html], "in")
        let seeds = [
            Self.head + multipart("mixed", [inner, Self.html]), Self.head + "\nplain\n",
            Self.head + "Content-Type: text/plain; format=flowed\n\n> a \n> b\n",
        ].map { Array($0.utf8) }
        var (read, told) = (0, 0)
        for round in 0..<1000 {
            let bytes = mangled(seeds[round % 3], with: seeds[round / 3 % 3], &g)
            do {
                read += try MailMessage.articles(in: bytes).count
            } catch {
                told += 1
                #expect(!error.message.isEmpty && !error.message.contains("\n"))
            }
        }
        #expect(read > 100, "\(read)")
        #expect(told > 100, "\(told)")
    }
}
