/// The words that dates are written with, in English, German, French and Spanish.
enum DateWords {
    /// What a word is, whatever its case.
    ///
    /// - Complexity: O(bytes) up to the longest word known.
    static func kind(_ word: UnsafeBufferPointer<UInt8>) -> DateToken.Kind {
        guard word.count <= longest else { return .word }
        let key = String(unsafeUninitializedCapacity: word.count) { target in
            for (i, byte) in word.enumerated() {
                target[i] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            }
            return word.count
        }
        return kinds[key] ?? .word
    }

    private static let longest = 16

    private static let months: [[String]] = [
        ["january", "jan", "januar", "jänner", "janvier", "janv", "enero", "ene"],
        ["february", "feb", "februar", "février", "fevrier", "févr", "fév", "febrero"],
        ["march", "mar", "märz", "maerz", "mär", "mrz", "mars", "marzo"],
        ["april", "apr", "avril", "avr", "abril", "abr"],
        ["may", "mai", "mayo"],
        ["june", "jun", "juni", "juin", "junio"],
        ["july", "jul", "juli", "juillet", "juil", "julio"],
        ["august", "aug", "août", "aout", "agosto", "ago"],
        ["september", "sep", "sept", "septembre", "septiembre", "setiembre"],
        ["october", "oct", "oktober", "okt", "octobre", "octubre"],
        ["november", "nov", "novembre", "noviembre"],
        ["december", "dec", "dezember", "dez", "décembre", "déc", "diciembre", "dic"],
    ]

    private static let fillers = """
        monday tuesday wednesday thursday friday saturday sunday
        mon tue tues wed weds thu thur thurs fri sat sun
        montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
        lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim
        lunes martes miércoles miercoles jueves viernes sábado sabado domingo mié jue vie sáb dom
        published posted updated created modified released filed issued dated date pubdate edition
        online print first last load publication publish
        on at the of um uhr den der am le du el de del à
        gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst ist cet cest aest aedt z t h
        """

    private static let kinds: [String: DateToken.Kind] = {
        var kinds: [String: DateToken.Kind] = [:]
        for word in fillers.split(whereSeparator: \.isWhitespace) { kinds[String(word)] = .filler }
        for half in ["am", "pm", "a", "p", "m"] { kinds[half] = .half }
        for (i, names) in months.enumerated() {
            for name in names { kinds[name] = .month(i + 1) }
        }
        return kinds
    }()
}
