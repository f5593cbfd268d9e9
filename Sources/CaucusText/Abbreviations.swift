/// Abbreviations that own the stop after them.
enum Abbreviations {
    /// By key: whether a name or a number always follows, so that no sentence ends there.
    static let table: HashTable<Bool> = {
        var table: [UInt64: Bool] = [:]
        for word in leading.split(separator: " ") { table[LetterFolding.key(of: word)] = true }
        for word in trailing.split(separator: " ") { table[LetterFolding.key(of: word)] = false }
        return HashTable(table)
    }()

    /// Those that keep their stop with a small letter too: “vs.”, but not “wash.” or “ill.”.
    static let small = KeySet("vs etc al approx inc co corp ltd cf viz pp dept est ft")

    private static let leading = """
        mr mrs ms mx messrs mmes dr drs prof profs sen sens rep reps gov govs gen lt col maj capt cmdr \
        cpl sgt pvt adm rev revs fr hon pres supt det insp const st ste mt ft vs att atty amb asst assoc \
        sec dir cdr brig mme mlle sr-lt lt-gen maj-gen brig-gen lt-col fig figs approx ald cllr coun
        """

    private static let trailing = """
        inc corp co cos ltd llc plc bros dept univ assn ave blvd rd hwy jr sr esq phd ph.d m.d b.a m.a \
        jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri \
        ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev \
        okla ore pa tenn tex va vt wash wis wyo n.c n.d n.h n.j n.m n.y s.c s.d r.i w.va d.c ont que alta \
        sask man b.c u.s u.k u.n e.u u.s.a a.m p.m i.e e.g etc al ed vol pp viz cf dept gop
        """
}
