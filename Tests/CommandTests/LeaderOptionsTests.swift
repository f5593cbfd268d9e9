import Foundation
import Testing

/// How the user says who the leader is.
@Suite("the leader's options")
struct LeaderOptionsTests {
    /// What `score` tells of an article, and the exit code.
    private func score(_ text: String, _ options: [String]) throws -> CommandRunner.Outcome {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let path = try caucus.file("a.txt", text)
        return try caucus.run(["score", path, "--store", "s.sqlite"] + options)
    }

    private let words = " spoke.\n\n“She has failed us badly,” said Bo Lindgren, a farmer.\n"

    @Test func thePronounIsTheUsers() throws {
        func about(_ pronoun: String) throws -> Bool {
            let options = ["--target", "Xoan Vosk", "--pronoun", pronoun]
            return try score("Xoan Vosk" + words, options).messages.contains("1 about the leader")
        }
        #expect(try about("she"))
        #expect(try !about("he"))
    }

    @Test func withoutRolesThePresidentIsNobody() throws {
        let text = "President Ada Okello" + words.replacing("She", with: "The president")
        let options = ["--target", "Ada Okello"]
        #expect(try score(text, options).messages.contains("1 about the leader"))
        #expect(try score(text, options + ["--no-roles"]).messages.contains("0 about the leader"))
    }

    @Test(arguments: [
        (["--pronoun", "it", "--target", "Ada Okello"], "--pronoun \"it\""),
        (["--pronoun", "she", "--targets", "t.yaml"], "--pronoun without --target"),
        (["--no-roles", "--targets", "t.yaml"], "--no-roles without --target"),
    ])
    func anOptionThatCannotBeIs64(options: [String], told: String) throws {
        let outcome = try score("Ada Okello" + words, options)
        #expect(outcome.code == 64)
        #expect(outcome.messages.contains(told), "\(outcome.messages)")
    }

    @Test func aLeaderWhomNoArticleNamesIsTold() throws {
        let text = "Hillary Penn" + words
        let outcome = try score(text, ["--target", "Hilary Penn"])
        #expect(outcome.code == 0)
        let told = "caucus: no article names \"Hilary Penn\"; 1 names \"Hillary Penn\""
        #expect(outcome.messages.contains(told), "\(outcome.messages)")
        #expect(
            try score(text, ["--target", "Ada Okello"]).messages
                .contains("caucus: no article names \"Ada Okello\""))
        #expect(try !score(text, ["--target", "Hillary Penn"]).messages.contains("no article"))
    }
}
