import CaucusText

extension MarkedArticles {
    /// What stands before the articles.
    public static var head: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="generator" content="Caucus">
        <meta http-equiv="Content-Security-Policy" content="\(contentSecurityPolicy)">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <title>Quotations marked by Caucus</title>
        <style>\(style)</style>
        </head>
        <body>
        <header>
        <h1>Quotations, cues and sources</h1>
        <p>One color a speaker in each article; hover over a mark to read who speaks and how that was found. \
        <q class="direct k0">direct</q> <q class="mixed k0">mixed</q> <q class="indirect k0">indirect</q> \
        <q class="direct untold">speaker not told</q> <a class="source k0">source</a> <a class="cue k0">cue</a> \
        <span class="rejected">marked words that are no speech</span></p>
        </header>
        <main>

        """
    }

    /// What stands after the articles.
    public static var foot: String { "</main>\n</body>\n</html>\n" }

    /// Only this page's own style is used; nothing runs and nothing is fetched.
    static let contentSecurityPolicy =
        "default-src 'none'; style-src \(PageSecurity.source(style)); base-uri 'none'; form-action 'none'"

    /// Ten hues that stay apart; tints leave the text's contrast above 7 : 1 in both modes. Form is told by the
    /// line under a quotation as well, and speakers by numbers, for eyes that do not tell the colors apart.
    static let style = #"""
        :root{--paper:#faf8f4;--card:#fff;--ink:#1d2127;--soft:#565c66;--line:#dfdad0;--tint:92%;--deep:88%;--edge:36%;--s:62%}
        @media(prefers-color-scheme:dark){:root{--paper:#14171b;--card:#1b1f25;--ink:#e9e6df;--soft:#a9afb8;--line:#343a43;--tint:20%;--deep:26%;--edge:68%;--s:42%}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif;overflow-wrap:anywhere}
        header,main{max-width:70rem;margin:0 auto;padding:0 1.25rem}
        header{padding-top:2rem}header p{color:var(--soft);line-height:2}
        h1,h2,.text{font-family:Charter,"Bitstream Charter","Iowan Old Style",Georgia,"Liberation Serif",serif}
        h1{font-size:1.9rem;line-height:1.2;margin:0 0 .4rem}h2{font-size:1.4rem;line-height:1.25;margin:0}
        article{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:1.2rem 1.4rem;margin:0 0 1.4rem;content-visibility:auto;contain-intrinsic-size:auto 40rem}
        .small,small{color:var(--soft);font-size:.84rem}.small{margin:.2rem 0 .8rem}
        .columns{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,15rem);gap:0 2rem}
        .text{white-space:pre-wrap;font-size:1.08rem;line-height:1.75;max-width:44em}
        .speakers{list-style:none;margin:0;padding:0;font-size:.9rem}.speakers li{margin:0 0 .8rem}.speakers small{display:block;line-height:1.35}
        .speakers b{border-bottom:3px solid hsl(var(--h) var(--c,var(--s)) var(--edge))}.numbers{display:block;font-variant-numeric:tabular-nums}.numbers a{margin-right:.3em;color:inherit}
        .k0{--h:212}.k1{--h:28}.k2{--h:150}.k3{--h:330}.k4{--h:268}.k5{--h:52}.k6{--h:186}.k7{--h:4}.k8{--h:95}.k9{--h:300}.untold{--h:0;--c:0%}
        q{quotes:none;border-radius:2px;background:hsl(var(--h) var(--c,var(--s)) var(--tint))}
        q:target,q.nested{background:hsl(var(--h) var(--c,var(--s)) var(--deep))}
        q.mixed,q.indirect,q:target{border-bottom:2px dashed hsl(var(--h) var(--c,var(--s)) var(--edge))}q.indirect{border-bottom-style:dotted}q:target{border-bottom-style:solid}
        .source,.cue{color:inherit;text-decoration:none;border-bottom:3px solid hsl(var(--h) var(--c,var(--s)) var(--edge))}.source{font-weight:600}.cue{border-bottom:3px double hsl(var(--h) var(--c,var(--s)) var(--edge));font-style:italic}
        sup{font:600 .62em/1 system-ui,"Liberation Sans",sans-serif;font-style:normal;color:var(--soft);margin-right:.15em;vertical-align:super}
        .rejected{border-bottom:1px dotted var(--soft)}
        a:focus-visible{outline:2px solid hsl(212 62% var(--edge));outline-offset:2px}
        @media(max-width:46rem){.columns{grid-template-columns:minmax(0,1fr)}.speakers{margin-top:1rem}article{padding:1rem}}
        @media print{:root{--paper:#fff;--card:#fff;--ink:#000}article{border:0;content-visibility:visible}q{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
        """#
}
