/// The page: its head, its parts in order, and the script at the end.
let pageTemplate = #"""
    <!DOCTYPE html>
    <html lang="en">
    <head>
    {{>head}}
    </head>
    <body class="{{printing}}">
    <a class="skip" href="#overview">Skip to the overview</a>
    {{#header}}
    <header class="top">
    {{#unfinished}}<p class="banner" role="note">{{.}}</p>{{/unfinished}}
    <p class="eyebrow">Caucus report</p>
    <h1>What was said about <bdi>{{target}}</bdi></h1>
    <p class="lead"><bdi>{{lead}}</bdi></p>
    {{#any}}<p class="small">{{#hasBrackets}}In brackets: the {{level}} interval. {{/hasBrackets}}Shares are per {{unit}}. The leader’s own words are left out.</p>{{/any}}
    {{#plain}}<p class="small">Corrected by {{labels}} labeled by hand: net stance {{net}}{{#interval}} ({{.}}){{/interval}}, {{method}}. The model alone says {{plainNet}}.</p>{{/plain}}
    {{#notes}}<p class="small">{{.}}</p>{{/notes}}
    <dl class="facts">
    <div><dt>Corpus</dt><dd>{{articles}}<small>hash <code>{{corpusHash}}</code></small></dd></div>
    <div><dt>Published</dt><dd><bdi>{{dates}}</bdi>{{#undated}}<small>{{.}} without a date</small>{{/undated}}</dd></div>
    <div><dt>Quotations</dt><dd>{{found}}, {{counted}} counted<small><a href="#lost">how they add up</a></small></dd></div>
    <div><dt>Speakers</dt><dd>{{speakers}} counted</dd></div>
    <div><dt>Model</dt><dd><bdi>{{model}}</bdi></dd></div>
    {{#matched}}<div class="matched"><dt>{{heading}}</dt><dd>{{#kinds}}<p>{{#kind}}<span class="kind">{{.}}</span> {{/kind}}{{#tags}}<span class="tag"><bdi>{{words}}</bdi>{{#count}} <b>{{.}}</b>{{/count}}</span> {{/tags}}{{#rest}}<span class="kind">{{.}}</span>{{/rest}}</p>{{/kinds}}</dd></div>{{/matched}}
    </dl>
    </header>
    {{/header}}
    <nav class="contents" aria-label="On this page"><a href="#overview">Overview</a>{{#timeline.any}}<a href="#time">Over time</a>{{/timeline.any}}{{#overview.hasSources}}<a href="#outlets">Outlets</a>{{/overview.hasSources}}{{#tones}}<a href="#tones">Tone</a>{{/tones}}<a href="#take">Take it with you</a><a href="#lost">What was lost</a><a href="#speakers">Speakers</a>{{#leader}}<a href="#own">The leader’s words</a>{{/leader}}{{#browser.any}}<a href="#quotations">Quotations</a>{{/browser.any}}<a href="#appendix">Methods</a></nav>
    <main>
    {{>overview}}
    {{>timeline}}
    {{>take}}
    {{>tones}}
    {{>audit}}
    <section id="speakers" class="depth">
    <h2>Speakers and their evidence</h2>
    {{#header.any}}<p class="how">Most quoted first. Under each name, the quotations that decide most stand first; words that moved the score are marked: <mark class="f2">toward favor</mark>, <mark class="a2">toward against</mark>. The three numbers are the model’s probabilities.</p>{{/header.any}}
    <form class="tools" hidden>
    <label>Find <input type="search" id="find" placeholder="a name, a word, an outlet"></label>
    <label>Leaning <select id="leaning"><option value="">all</option><option value="against">▼ against</option><option value="neutral">● neutral</option><option value="favor">▲ in favor</option></select></label>
    <label>Order <select id="order"><option value="quotes">most quoted</option><option value="against">most against</option><option value="favor">most in favor</option><option value="name">name</option></select></label>
    <output id="found"></output>
    </form>
    <div id="cards"{{#many}} class="many"{{/many}}>
    {{#cards}}
    {{>card}}
    {{/cards}}
    </div>
    {{#uncarded}}<p class="small">{{.}} in <a href="speakers.csv">speakers.csv</a>; their quotations can be searched under <a href="#quotations">All quotations</a>.</p>{{/uncarded}}
    {{^cards}}<p class="empty">No speaker has a quotation with a stance.</p>{{/cards}}
    </section>
    {{#leader}}
    <section id="own" class="depth">
    <h2>In the leader’s own words</h2>
    <p class="how">What the articles quote the leader saying. It is given no stance and counts for nobody.</p>
    <article class="card">
    <div class="who"><h3><bdi>{{name}}</bdi></h3>{{#role}}<p class="role"><bdi>{{.}}</bdi></p>{{/role}}<p class="counts">{{counts}}</p></div>
    <ol class="evidence">{{#evidence}}{{>evidence}}{{/evidence}}</ol>
    {{#moreCount}}<details class="more"><summary>{{.}}</summary><ol class="evidence">{{#moreEvidence}}{{>evidence}}{{/moreEvidence}}</ol></details>{{/moreCount}}
    {{#hidden}}<p class="small">{{.}}</p>{{/hidden}}
    </article>
    </section>
    {{/leader}}
    {{#unscored}}{{#any}}
    <section id="unscored" class="depth">
    <h2>Quoted, but not scored</h2>
    {{#hasNear}}<p class="how">They speak of the leader, and yet none of their quotations has a stance.</p>
    {{#near}}<div class="near"><h3><bdi>{{name}}</bdi></h3>{{#role}}<p class="role"><bdi>{{.}}</bdi></p>{{/role}}
    <ul class="abstained">{{#abstained}}{{>abstained}}{{/abstained}}</ul>{{#rest}}<p class="small">{{.}} in quotations.csv.</p>{{/rest}}</div>{{/near}}
    {{#nearMore}}<p class="small">{{.}} in quotations.csv.</p>{{/nearMore}}{{/hasNear}}
    {{#hasNames}}<p class="how">None of the quotations of these speakers is about the leader. The number counts their quotations.</p>
    <p class="names">{{#names}}<span><bdi>{{name}}</bdi> <small>{{quotes}}</small></span> {{/names}}{{#more}}<span>{{.}} in quotations.csv</span>{{/more}}</p>{{/hasNames}}
    </section>
    {{/any}}{{/unscored}}
    {{>browser}}
    {{>appendix}}
    </main>
    <footer><p>Run <bdi>{{run}}</bdi>, Caucus <bdi>{{version}}</bdi>. This page is one file; it loads nothing and sends nothing.</p></footer>
    <script>{{{script}}}</script>
    </body>
    </html>

    """#

/// A place to search all quotations; the script fills it from the data beside it.
let browserTemplate = #"""
    {{#browser}}
    {{#any}}
    <section id="quotations" class="depth">
    <h2>All quotations</h2>
    <p class="how noscript">All of them are in quotations.csv. With scripts allowed, they can be searched here.</p>
    <div id="browser" hidden>
    <p class="how">Search {{^all}}the {{count}} counted quotations{{/all}}{{#all}}{{count}} of the {{.}} counted quotations; the others are in quotations.csv{{/all}}.</p>
    <form class="tools">
    <label>Find <input type="search" id="qfind" placeholder="a word, a name, an outlet"></label>
    <label>Stance <select id="qstance"><option value="">all</option><option value="0">▼ against</option><option value="1">● neutral</option><option value="2">▲ in favor</option><option value="3">○ not sure</option></select></label>
    <label>Order <select id="qorder"><option value="">as read</option><option value="against">most against</option><option value="favor">most in favor</option></select></label>
    <output id="qfound" aria-live="polite"></output>
    </form>
    <ol id="qlist" class="evidence"></ol>
    <p><button type="button" id="qmore" hidden>Show more</button></p>
    </div>
    <script type="application/json" id="qdata">{{{json}}}</script>
    </section>
    {{/any}}
    {{/browser}}
    """#

/// What a reader takes along: the files, and how to cite the page.
let takeTemplate = #"""
    <section id="take">
    <h2>Take it with you</h2>
    <p class="files">{{#files}}<a href="{{name}}" download>{{name}}</a>{{#what}} <small>{{.}}</small>{{/what}} {{/files}}</p>
    {{#cite}}<details><summary>Cite this report</summary><p>{{plain}}</p><pre>{{bibtex}}</pre><pre>{{csl}}</pre></details>{{/cite}}
    </section>
    """#

let headTemplate = #"""
    <meta charset="utf-8">
    <meta name="generator" content="Caucus">
    <meta http-equiv="Content-Security-Policy" content="{{csp}}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>What was said about {{target}}</title>
    <link rel="icon" href="data:,">
    <style>{{{style}}}</style>
    """#
