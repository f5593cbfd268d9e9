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
    <p class="lead"><bdi>{{#verdict}}{{.}} {{/verdict}}{{lead}}</bdi></p>
    {{#choices}}<p class="choice"><bdi>{{.}}</bdi></p>{{/choices}}
    {{#hasSureness}}<h2 class="how-sure">How sure, and why</h2>
    <ul class="sure">{{#sureness}}<li>{{.}}</li>{{/sureness}}</ul>{{/hasSureness}}
    <dl class="facts">
    <div><dt>Corpus</dt><dd>{{articles}}</dd></div>
    <div><dt>Published</dt><dd><bdi>{{dates}}</bdi>{{#undated}}<small>{{.}} without a date</small>{{/undated}}</dd></div>
    <div><dt>Quotations</dt><dd>{{found}}, {{counted}} counted<small><a href="#lost">how they add up</a></small></dd></div>
    <div><dt>Speakers</dt><dd>{{speakers}} counted</dd></div>
    <div><dt>Model</dt><dd><bdi>{{model}}</bdi></dd></div>
    </dl>
    </header>
    {{/header}}
    <nav class="contents" aria-label="On this page"><a href="#overview">Speakers</a>{{#timeline.any}}<a href="#time">Over time</a>{{/timeline.any}}{{#overview.breakdowns}}<a href="#{{section}}">{{heading}}</a>{{/overview.breakdowns}}{{#hasKey}}<a href="#key">Key quotations</a>{{/hasKey}}<a href="#cautions">Cautions</a><a href="#take" class="screen">Files</a><a href="#speakers">Evidence</a>{{#browser.any}}<a href="#quotations" class="screen">Quotations</a>{{/browser.any}}{{#leader}}<a href="#own">Own words</a>{{/leader}}{{#unscored.any}}<a href="#unscored">Not scored</a>{{/unscored.any}}{{#tones}}<a href="#tones">Tone</a>{{/tones}}<a href="#lost">Losses</a>{{#matched}}<a href="#found">Names</a>{{/matched}}<a href="#appendix">Methods</a></nav>
    <main>
    {{>overview}}
    {{>timeline}}
    {{>breakdowns}}
    {{#hasKey}}<section id="key">
    <h2>Quotations that say it most clearly</h2>
    <p class="how">Of the most quoted speakers of the front, each one’s most decisive quotation, so that both sides are heard where both are there. Words that moved the score are marked: <mark class="f2">toward favor</mark>, <mark class="a2">toward against</mark>.</p>
    <ol class="evidence">{{#key}}{{>evidence}}{{/key}}</ol>
    </section>{{/hasKey}}
    <section id="cautions">
    <h2>What not to conclude</h2>
    <ul class="cautions">{{#cautions}}<li>{{.}}</li>{{/cautions}}</ul>
    </section>
    {{>take}}
    <details class="depth"{{#isFull}} open{{/isFull}}><summary><h2>Speakers and their evidence</h2><span>{{cardCount}} with their quotations</span></summary>
    <div class="body" id="speakers">
    {{#header.any}}<p class="how">Most quoted first. Under each name, the quotations that decide most stand first; words that moved the score are marked: <mark class="f2">toward favor</mark>, <mark class="a2">toward against</mark>. The three numbers are the model’s probabilities. Whoever is quoted once is in the table.</p>{{/header.any}}
    <form class="tools" hidden>
    <label>Find <input type="search" id="find" placeholder="a name, a word, an outlet"></label>
    <label>Leaning <select id="leaning"><option value="">all</option><option value="against">▼ against</option><option value="neutral">● neutral</option><option value="favor">▲ in favor</option></select></label>
    <label>Order <select id="order"><option value="quotes">most quoted</option><option value="against">most against</option><option value="favor">most in favor</option><option value="name">name</option></select></label>
    <output id="found-cards"></output>
    </form>
    <div id="cards" class="many">
    {{#cards}}
    {{>card}}
    {{/cards}}
    </div>
    {{#uncarded}}<p class="small">{{.}} in <a href="speakers.csv" download>speakers.csv</a>, and their quotations in <a href="quotations.csv" download>quotations.csv</a>{{#browser.any}} and under <a href="#quotations">All quotations</a>{{/browser.any}}.</p>{{/uncarded}}
    {{^cards}}<p class="empty">No speaker has more than one quotation with a stance.</p>{{/cards}}
    </div></details>
    {{>browser}}
    {{#leader}}
    <details class="depth"{{#isFull}} open{{/isFull}}><summary><h2>In the leader’s own words</h2><span>{{counts}}</span></summary>
    <div class="body" id="own">
    <p class="how">What the articles quote the leader saying. It is given no stance and counts for nobody.</p>
    <article class="card">
    <div class="who"><h3><bdi>{{name}}</bdi></h3>{{#role}}<p class="role"><bdi>{{.}}</bdi></p>{{/role}}<p class="counts">{{counts}}</p></div>
    <ol class="evidence">{{#evidence}}{{>evidence}}{{/evidence}}</ol>
    {{#moreCount}}<details class="more"><summary>{{.}}</summary><ol class="evidence">{{#moreEvidence}}{{>evidence}}{{/moreEvidence}}</ol></details>{{/moreCount}}
    {{#hidden}}<p class="small">{{.}}</p>{{/hidden}}
    </article>
    </div></details>
    {{/leader}}
    {{#unscored}}{{#any}}
    <details class="depth"{{#isFull}} open{{/isFull}}><summary><h2>Quoted, but not scored</h2><span>speakers of whom nothing counts</span></summary>
    <div class="body" id="unscored">
    {{#without}}<p class="how">{{.}}</p>{{/without}}
    {{#hasNear}}<p class="how">They speak of the leader, and yet none of their quotations has a stance.</p>
    {{#near}}<div class="near"><h3><bdi>{{name}}</bdi></h3>{{#role}}<p class="role"><bdi>{{.}}</bdi></p>{{/role}}
    <ul class="abstained">{{#abstained}}{{>abstained}}{{/abstained}}</ul>{{#rest}}<p class="small">{{.}} in quotations.csv.</p>{{/rest}}</div>{{/near}}
    {{#nearMore}}<p class="small">{{.}} in quotations.csv.</p>{{/nearMore}}{{/hasNear}}
    {{#hasNames}}<p class="how">None of the quotations of these speakers is about the leader. The number counts their quotations.</p>
    <p class="names">{{#names}}<span><bdi>{{name}}</bdi> <small>{{quotes}}</small></span> {{/names}}{{#more}}<span>{{.}} in quotations.csv</span>{{/more}}</p>{{/hasNames}}
    </div></details>
    {{/any}}{{/unscored}}
    {{>tones}}
    {{>audit}}
    {{#matched}}<details class="depth"{{#isFull}} open{{/isFull}}><summary><h2>By which words the leader was found</h2><span>names, roles and pronouns, with their counts</span></summary>
    <div class="body matched" id="found"><p class="how">{{heading}}</p>{{#kinds}}<p>{{#kind}}<span class="kind">{{.}}</span> {{/kind}}{{#tags}}<span class="tag"><bdi>{{words}}</bdi>{{#count}} <b>{{.}}</b>{{/count}}</span> {{/tags}}{{#rest}}<span class="kind">{{.}}</span>{{/rest}}</p>{{/kinds}}</div></details>{{/matched}}
    {{>appendix}}
    </main>
    <footer><p><bdi>{{cite.plain}}</bdi></p><p>This page is one file; it loads nothing and sends nothing. The files that it links to lie beside it.</p></footer>
    <script type="application/json" id="chart-data">{{{charts}}}</script>
    <script>{{{script}}}</script>
    </body>
    </html>

    """#

/// A place to search all quotations; the script fills it from the data beside it.
let browserTemplate = #"""
    {{#browser}}
    {{#any}}
    <details class="depth unprinted"><summary><h2>All quotations</h2><span>search {{^all}}the {{count}} counted ones{{/all}}{{#all}}{{count}} of the {{.}} counted ones{{/all}}</span></summary>
    <div class="body" id="quotations">
    <p class="how noscript">All of them are in quotations.csv. With scripts allowed, they can be searched here.</p>
    <div id="browser" hidden>
    <p class="how">{{^all}}The {{count}} counted quotations{{/all}}{{#all}}{{count}} of the {{.}} counted quotations; the others are in quotations.csv{{/all}}, each cut after {{most}} letters and with its place in the article: whole, and with those that do not count, they are in <a href="quotations.csv" download>quotations.csv</a>.</p>
    <form class="tools">
    <label>Find <input type="search" id="qfind" placeholder="a word, a name, an outlet"></label>
    <label>Stance <select id="qstance"><option value="">all</option><option value="0">▼ against</option><option value="1">● neutral</option><option value="2">▲ in favor</option><option value="3">○ not sure</option></select></label>
    <label>Order <select id="qorder"><option value="">as read</option><option value="against">most against</option><option value="favor">most in favor</option></select></label>
    <output id="qfound" aria-live="polite"></output>
    </form>
    {{>filters}}
    <ol id="qlist" class="evidence"></ol>
    <p><button type="button" id="qmore" hidden>Show more</button></p>
    </div>
    <script type="application/json" id="qdata">{{{json}}}</script>
    </div></details>
    {{/any}}
    {{/browser}}
    """#

/// What the quotations are filtered by, and the plain counts of what is found.
let filtersTemplate = #"""
    <details class="more"><summary>Filter and count</summary>
    <form class="tools" id="qfilter" aria-label="Filter the quotations">
    <label><input type="checkbox" id="qdirect"> direct only</label>
    <label><input type="checkbox" id="qexplicit"> naming the leader only</label>
    <label>Speakers <select id="qkind"><option value="">all</option><option value="named">with a name</option><option value="0">persons</option><option value="1">organizations</option></select></label>
    <label>Confidence at least <input type="number" id="qleast" min="0" max="1" step="0.05" value="0"></label>
    <label>From <input type="date" id="qfrom"></label>
    <label>To <input type="date" id="qto"></label>
    <label>Outlets <select id="qoutlet" multiple size="4"></select></label>
    </form>
    <div id="qcounts" aria-live="polite">
    <p id="qsum"></p>
    <p class="small">Plain counts of the quotations found here; a single stance may be wrong. Only this list and these counts follow the filter: every share, interval, rank and chart on this page is of {{#filtered}}the filter that the report was made with{{/filtered}}{{^filtered}}all counted quotations{{/filtered}}. Confidence is how likely it is speech of that speaker about the leader. <span id="qwhole" hidden>For shares and intervals of this selection, give these to caucus report: <code id="qflags"></code></span></p>
    <div class="wide" tabindex="0" role="region" aria-label="Found, by speaker"><table class="data"><caption>By speaker</caption><thead><tr><th scope="col">Speaker</th><th scope="col">Quotations</th><th scope="col">▼ against</th><th scope="col">● neutral</th><th scope="col">▲ in favor</th><th scope="col">○ not sure</th></tr></thead><tbody id="qpeople"></tbody></table><p class="small" id="qpeoplemore"></p></div>
    <div class="wide" tabindex="0" role="region" aria-label="Found, by outlet"><table class="data"><caption>By outlet</caption><thead><tr><th scope="col">Outlet</th><th scope="col">Quotations</th><th scope="col">▼ against</th><th scope="col">● neutral</th><th scope="col">▲ in favor</th><th scope="col">○ not sure</th></tr></thead><tbody id="qplaces"></tbody></table><p class="small" id="qplacesmore"></p></div>
    <details class="more"><summary>By month</summary><div class="wide" tabindex="0" role="region" aria-label="Found, by month"><table class="data"><caption>By month</caption><thead><tr><th scope="col">Month</th><th scope="col">Quotations</th><th scope="col">▼ against</th><th scope="col">● neutral</th><th scope="col">▲ in favor</th><th scope="col">○ not sure</th></tr></thead><tbody id="qmonths"></tbody></table><p class="small" id="qmonthsmore"></p></div></details>
    </div>
    </details>
    """#

/// What a reader takes along: the files, and how to cite the page.
let takeTemplate = #"""
    <section id="take">
    <h2>Take it with you</h2>
    <ul class="files">{{#files}}<li><a href="{{name}}" download>{{name}}</a> <small>{{what}}</small></li>{{/files}}</ul>
    {{#cite}}<details class="fold"><summary>Cite this report</summary>
    <p class="cite">{{plain}}</p>
    <h3>BibTeX</h3><pre>{{bibtex}}</pre>
    <h3>CSL-JSON</h3><pre>{{csl}}</pre>
    <p class="small">Every quotation has an address that stays: <code>report.html#q-</code> and its <code>quote_id</code>, percent-encoded.</p></details>{{/cite}}
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
