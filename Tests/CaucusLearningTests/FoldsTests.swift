import CaucusLearning
import Testing

@Suite("Folds")
struct FoldsTests {
    private func labels(_ count: Int) -> [Int] {
        var numbers = Numbers(seed: 3)
        return (0..<count).map { _ in numbers.next() < 0.6 ? 0 : numbers.next() < 0.7 ? 1 : 2 }
    }

    @Test func noGroupStandsOnBothSides() throws {
        let labels = labels(500)
        let groups = labels.indices.map { $0 / 7 }
        let folds = try Folds.grouped(labels: labels, groups: groups, count: 5, seed: 1)
        for group in 0...(499 / 7) {
            let places = labels.indices.filter { groups[$0] == group }
            #expect(Set(places.map { folds.assignment[$0] }).count == 1)
        }
    }

    @Test func everyFoldHoldsNearlyItsShareOfEachLabel() throws {
        let labels = labels(500)
        let folds = try Folds.grouped(
            labels: labels, groups: labels.indices.map { $0 / 5 }, count: 5, seed: 1)
        for fold in 0..<5 {
            for k in 0..<3 {
                let all = Double(labels.count { $0 == k })
                let here = Double(folds.heldOut(fold).count { labels[$0] == k })
                // A group is five rows, so that a fold can miss its share by about one group.
                #expect(abs(here - all / 5) <= 5)
            }
        }
    }

    @Test func theSameSeedGivesTheSameFolds() throws {
        let labels = labels(200)
        let groups = Array(labels.indices)
        let a = try Folds.grouped(labels: labels, groups: groups, count: 4, seed: 7)
        let again = try Folds.grouped(labels: labels, groups: groups, count: 4, seed: 7)
        let other = try Folds.grouped(labels: labels, groups: groups, count: 4, seed: 8)
        #expect(a == again && a != other)
    }

    @Test func noFoldIsEmptyAsLongAsThereAreGroups() throws {
        let folds = try Folds.grouped(
            labels: [0, 1, 0, 1, 0, 0, 0], groups: [1, 1, 1, 1, 1, 2, 3], count: 3, seed: 1)
        #expect(Set(folds.assignment) == [0, 1, 2])
        #expect(folds.training(0).count + folds.heldOut(0).count == 7)
    }

    @Test func fewerGroupsThanFoldsAreRefused() {
        #expect(throws: FitError.tooFewGroups(groups: 2, folds: 5)) {
            try Folds.grouped(labels: [0, 1, 0, 1], groups: [1, 1, 2, 2], count: 5, seed: 1)
        }
        #expect(throws: FitError.lengthMismatch(name: "groups", expected: 2, found: 1)) {
            try Folds.grouped(labels: [0, 1], groups: [1], count: 2, seed: 1)
        }
    }

    @Test func rowsOfOneSpeakerStayTogetherAndThoseWithoutStandAlone() throws {
        let labels = labels(60)
        let speakers: [String?] = labels.indices.map { $0 % 3 == 0 ? nil : "speaker \($0 % 7)" }
        let folds = try Folds.grouped(labels: labels, by: speakers, count: 4, seed: 1)
        for i in labels.indices {
            for j in labels.indices where speakers[i] != nil && speakers[i] == speakers[j] {
                #expect(folds.assignment[i] == folds.assignment[j])
            }
        }
        let alone = Set(labels.indices.filter { speakers[$0] == nil }.map { folds.assignment[$0] })
        #expect(alone.count > 1)
    }
}
