/// The page of a comparison: sentences, then tables with their charts.
let comparisonTemplate = #"""
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="generator" content="Caucus">
    <meta http-equiv="Content-Security-Policy" content="{{csp}}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title>{{title}}</title>
    <link rel="icon" href="data:,">
    <style>{{{style}}}</style>
    </head>
    <body>
    <a class="skip" href="#together">Skip to the numbers</a>
    <header class="top">
    {{#warnings}}<p class="banner" role="note"><bdi>{{.}}</bdi></p>{{/warnings}}
    <p class="eyebrow">Caucus comparison</p>
    <h1><bdi>{{title}}</bdi></h1>
    {{#lead}}<p class="lead"><bdi>{{.}}</bdi></p>{{/lead}}
    <p class="small">In brackets: the {{level}} interval. Shares are per {{unit}}; a leader’s own words are left out. Net stance is the share of quotations in favor minus the share against, from −1 to +1. ▲ and ▼ mark what has all of its interval above or below 0.{{#undated}} {{.}}{{/undated}}</p>
    <dl class="facts">
    <div><dt>Corpus</dt><dd>{{articles}}</dd></div>
    <div><dt>Published</dt><dd><bdi>{{dates}}</bdi></dd></div>
    {{#runs}}<div><dt><bdi>{{name}}</bdi></dt><dd><bdi>{{model}}</bdi><small>run <bdi>{{run}}</bdi></small></dd></div>{{/runs}}
    </dl>
    </header>
    <nav class="contents" aria-label="On this page">{{#sections}}<a href="#{{id}}"><bdi>{{heading}}</bdi></a>{{/sections}}<a href="#cautions">What not to conclude</a><a href="#files">Files</a></nav>
    <main>
    {{#sections}}
    <section id="{{id}}">
    <h2><bdi>{{heading}}</bdi></h2>
    {{#how}}<p class="how"><bdi>{{.}}</bdi></p>{{/how}}
    {{#charts}}<figure><div class="chart" tabindex="0" role="region" aria-label="Chart {{name}}">{{{svg}}}</div><figcaption class="small"><a href="{{name}}" download>{{name}}</a></figcaption></figure>{{/charts}}
    {{#tables}}
    {{#folded}}<details><summary><bdi>{{title}}</bdi></summary>{{>beside}}</details>{{/folded}}
    {{#open}}{{>beside}}{{/open}}
    {{/tables}}
    </section>
    {{/sections}}
    <section id="cautions">
    <h2>What not to conclude</h2>
    <ul class="cautions">{{#cautions}}<li>{{.}}</li>{{/cautions}}</ul>
    </section>
    <section id="files">
    <h2>Files</h2>
    <p class="how">Every number of this page is in a table; quotations.csv has a row for every counted quotation, with the columns that the tables go by.</p>
    <p>{{#files}}<a href="{{name}}" download>{{name}}</a> {{/files}}</p>
    <p class="small">To cite: <bdi>{{citation}}</bdi></p>
    </section>
    </main>
    <footer><p>Caucus <bdi>{{version}}</bdi>. This page is one file; it loads nothing, sends nothing and runs no script.</p></footer>
    </body>
    </html>

    """#

/// A table with a name a row.
let besideTemplate = #"""
    <div class="wide" tabindex="0" role="region" aria-label="{{title}}"><table class="data beside"><caption><bdi>{{title}}</bdi></caption><thead><tr><th scope="col"><bdi>{{first}}</bdi></th>{{#head}}<th scope="col" class="num"><bdi>{{.}}</bdi></th>{{/head}}</tr></thead>
    <tbody>{{#rows}}<tr><th scope="row"><bdi>{{name}}</bdi></th>{{#cells}}<td class="num {{direction}}">{{main}}{{#small}}<small>{{.}}</small>{{/small}}{{#count}}<small>{{.}}</small>{{/count}}</td>{{/cells}}</tr>{{/rows}}</tbody></table></div>
    <p class="trace">{{trace}} {{#rest}}{{.}} in {{/rest}}{{^rest}}The numbers are in {{/rest}}<a href="{{file}}" download>{{file}}</a>.</p>
    """#
