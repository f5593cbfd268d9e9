import CaucusQuotes
import Testing

@testable import CaucusTarget

@Suite("names like the leader's")
struct NamesLikeTargetTests {
    private func note(
        _ leader: String, _ documents: [[String]], isFound: Bool = false
    ) -> String? {
        var names = NamesLikeTarget(StanceTarget(name: leader))
        for people in documents { names.read(people.map { NamedPerson(name: $0) }) }
        return names.note(isFound: isFound)
    }

    @Test func aNameThatIsSpelledOtherwiseIsTold() {
        let told = note("Hilary Penn", [["Hillary Penn", "Bo Roe"], ["Hillary Penn"]])
        #expect(told == "no article names \"Hilary Penn\"; 2 name \"Hillary Penn\"")
        #expect(
            note("Hilary Penn", [["Hillary Penn"]], isFound: true)
                == "no article names \"Hilary Penn\"; 1 names \"Hillary Penn\"")
    }

    @Test func aLeaderWhomNobodyNamesIsTold() {
        #expect(note("Hilary Penn", [["Bo Roe"]]) == "no article names \"Hilary Penn\"")
        #expect(note("Hilary Penn", [["Bo Roe"]], isFound: true) == nil)
    }

    @Test func aLeaderWhoIsNamedIsNot() {
        #expect(note("Hilary Penn", [["Hillary Penn"], ["Hilary J. Penn"]]) == nil)
        #expect(note("Hilary Penn", [["Hilary J. Penn"]]) == nil)
    }

    @Test func aLeaderWhoIsNamedOnceWhereAnotherIsNamedTenTimesIs() {
        let others = Array(repeating: ["Hillary Penn"], count: 10)
        #expect(
            note("Hilary Penn", others + [["Hilary Penn"]])
                == "1 article names \"Hilary Penn\"; 10 name \"Hillary Penn\"")
        #expect(note("Hilary Penn", others.dropLast() + [["Hilary Penn"]]) == nil)
    }

    @Test(arguments: ["Hillary Vik", "Bo Penn", "Mallory Penn"])
    func otherPeopleAreNotLikeTheLeader(_ name: String) {
        #expect(note("Hilary Penn", [[name]], isFound: true) == nil)
    }

    @Test func theOneWhomMostDocumentsNameIsTold() {
        let told = note("Hilary Penn", [["Hillary Penn"], ["Hilari Penn"], ["Hillary Penn"]])
        #expect(told?.hasSuffix("2 name \"Hillary Penn\"") == true)
    }
}
