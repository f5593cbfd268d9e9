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
