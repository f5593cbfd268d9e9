/// What the colors of dots and intervals say.
let directionLegend = #"""
    <li><svg width="30" height="16" aria-hidden="true"><line x1="3" x2="27" y1="8" y2="8" class="pool against"/><circle cx="15" cy="8" r="4.5" class="dot against"/></svg> all of the interval against</li>
    <li><svg width="30" height="16" aria-hidden="true"><line x1="3" x2="27" y1="8" y2="8" class="pool open"/><circle cx="15" cy="8" r="4.5" class="dot open"/></svg> open: it crosses 0</li>
    <li><svg width="30" height="16" aria-hidden="true"><line x1="3" x2="27" y1="8" y2="8" class="pool favor"/><circle cx="15" cy="8" r="4.5" class="dot favor"/></svg> all of it in favor</li>
    """#

/// The front's speakers as dots with intervals and as stacked bars.
let overviewTemplate = #"""
    {{#overview}}
    <section id="overview">
    <h2>Where speakers stand</h2>
    {{^any}}<p class="empty">No quotation has a stance, so there is nothing to draw.</p>{{/any}}
    {{#any}}
    <p class="how">Most quoted first: speakers with at least {{least}} quotations and an interval that is no wider than half of the scale. Net stance is the share in favor minus the share against; where its interval crosses the middle line, the direction is open.</p>
    <svg class="defs" width="0" height="0" aria-hidden="true"><defs>
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="fill-against"/><rect width="2" height="6" class="stripe"/></pattern>
    <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="fill-favor"/><circle cx="3" cy="3" r="1" class="stripe"/></pattern>
    </defs></svg>
    <ul class="legend">{{>legend}}
    <li><svg width="22" height="14" aria-hidden="true"><rect width="22" height="14" fill="url(#hatch)"/></svg> ▼ against</li>
    {{#neutral}}<li><svg width="22" height="14" aria-hidden="true"><rect width="22" height="14" class="fill-neutral"/></svg> ● neutral</li>{{/neutral}}
    <li><svg width="22" height="14" aria-hidden="true"><rect width="22" height="14" fill="url(#dots)"/></svg> ▲ in favor</li>
    </ul>
    {{^hasRows}}<p class="empty">Nobody is quoted often enough for that.</p>{{/hasRows}}
    <table class="plot sortable">
    <caption class="hide">Net stance and shares by speaker</caption>
    <thead><tr><th scope="col" data-by="name">Speaker</th><th scope="col" data-by="quotes" class="num">Quotations</th><th scope="col" data-by="net"><span class="hide">Net stance</span><span class="ends" aria-hidden="true"><span>−1 against</span><span>0</span><span>in favor +1</span></span></th><th scope="col" class="num">Net</th><th scope="col">Shares</th></tr></thead>
    <tbody>
    {{#rows}}
    {{>row}}
    {{/rows}}
    </tbody>
    <tbody class="total">
    {{#overall}}
    {{>row}}
    {{/overall}}
    </tbody>
    </table>
    {{#others}}<p class="small">And {{.}}, quoted less often or in too few articles: they are in <a href="speakers.csv" download>speakers.csv</a>{{#unnamed}}, with {{.}}{{/unnamed}}.</p>{{/others}}
    {{#chart}}{{>chartTools}}{{/chart}}
    {{#foldedCount}}<details class="fold"><summary>{{.}} of the speakers not listed, most quoted first</summary>
    <table class="plot">
    <caption class="hide">Net stance and shares of speakers of whom little is known</caption>
    <thead><tr><th scope="col">Speaker</th><th scope="col" class="num">Quotations</th><th scope="col"><span class="hide">Net stance</span><span class="ends" aria-hidden="true"><span>−1 against</span><span>0</span><span>in favor +1</span></span></th><th scope="col" class="num">Net</th><th scope="col">Shares</th></tr></thead>
    <tbody>
    {{#folded}}
    {{>row}}
    {{/folded}}
    </tbody>
    </table>
    {{#rest}}<p class="small">{{.}} in <a href="speakers.csv" download>speakers.csv</a>.</p>{{/rest}}
    </details>{{/foldedCount}}
    {{/any}}
    </section>
    {{/overview}}
    """#

/// Outlets, or the values of another column.
let breakdownsTemplate = #"""
    {{#overview}}{{#breakdowns}}
    <section id="{{section}}">
    <h2>{{heading}}</h2>
    <p class="how">{{caution}}</p>
    <table class="plot">
    <caption class="hide">Net stance and shares: {{heading}}</caption>
    <thead><tr><th scope="col">{{label}}</th><th scope="col" class="num">Quotations</th><th scope="col"><span class="hide">Net stance</span><span class="ends" aria-hidden="true"><span>−1 against</span><span>0</span><span>in favor +1</span></span></th><th scope="col" class="num">Net</th><th scope="col">Shares</th></tr></thead>
    <tbody>
    {{#rows}}
    {{>row}}
    {{/rows}}
    </tbody>
    </table>
    {{#tools}}{{>chartTools}}{{/tools}}
    {{#moreCount}}<details class="fold"><summary>{{.}}</summary>
    <table class="plot">
    <caption class="hide">Net stance and shares: {{heading}}, the others</caption>
    <thead class="hide"><tr><th scope="col">{{label}}</th><th scope="col">Quotations</th><th scope="col">Net stance</th><th scope="col">Net</th><th scope="col">Shares</th></tr></thead>
    <tbody>
    {{#moreRows}}
    {{>row}}
    {{/moreRows}}
    </tbody>
    </table>
    {{#beyond}}<p class="small">{{.}} in <a href="report.json" download>report.json</a>.</p>{{/beyond}}
    </details>{{/moreCount}}
    </section>
    {{/breakdowns}}{{/overview}}
    """#

/// A chart's files, and what the script adds to them.
let chartToolsTemplate = #"""
    <p class="chart-tools"><span>This chart:</span> {{#links}}<a href="{{name}}" download>{{kind}}</a> {{/links}}<button type="button" data-copy="{{chart}}" hidden>copy the SVG</button>{{^hasPicture}} <button type="button" data-picture="{{chart}}" hidden>save a PNG</button>{{/hasPicture}}</p>
    """#

/// A row of a chart that is also the chart's data table.
let rowTemplate = #"""
    <tr data-net="{{sort}}" data-quotes="{{quotesSort}}"><th scope="row">{{#anchor}}<a href="#{{.}}"{{#fullName}} title="{{.}}"{{/fullName}}><bdi>{{name}}</bdi></a>{{/anchor}}{{^anchor}}<bdi>{{name}}</bdi>{{/anchor}}{{#role}}<small><bdi>{{.}}</bdi></small>{{/role}}</th>
    <td class="num count">{{quotes}}{{#documents}}<span class="tiny">{{quotesIn}}</span><small>{{.}}</small>{{/documents}}</td>
    <td class="dots"><svg width="100%" height="34" role="img"><title>{{name}}: net stance {{net}}{{#interval}}, interval {{.}}{{/interval}}</title><desc>From −1, all against, to +1, all in favor.</desc><line x1="50%" x2="50%" y1="0" y2="100%" class="zero"/><line x1="0" x2="0" y1="0" y2="100%" class="grid"/><line x1="25%" x2="25%" y1="0" y2="100%" class="grid"/><line x1="75%" x2="75%" y1="0" y2="100%" class="grid"/><line x1="100%" x2="100%" y1="0" y2="100%" class="grid"/>{{#raw}}<line x1="{{x1}}" x2="{{x2}}" y1="50%" y2="50%" class="pool {{direction}}"/><circle cx="{{x}}" cy="50%" r="4.5" class="dot {{direction}}"/>{{/raw}}{{^raw}}<circle cx="{{x}}" cy="50%" r="4.5" class="hollow"/>{{/raw}}</svg></td>
    <td class="num value"><span class="own">{{net}} <small>{{#interval}}({{.}}){{/interval}}{{^interval}}not estimable{{/interval}}</small></span>{{#basis}}<small class="basis">{{.}}</small>{{/basis}}</td>
    <td class="bar"><svg width="100%" height="14" role="img"><title>{{#parts}}{{share}} {{word}} {{/parts}}</title><desc>Shares side by side; the numbers stand below.</desc><rect x="0" width="{{wa}}" height="14" fill="url(#hatch)"/><rect x="{{xn}}" width="{{wn}}" height="14" class="fill-neutral"/><rect x="{{xf}}" width="{{wf}}" height="14" fill="url(#dots)"/></svg>{{>parts}}</td></tr>
    """#

let timelineTemplate = #"""
    {{#timeline}}{{#any}}
    <section id="time">
    <h2>Over time</h2>
    <p class="how">Net stance by {{unit}}, with intervals. {{#gaps}}A gap in the line is a {{unit}} without quotations.{{/gaps}}</p>
    <ul class="legend">{{>legend}}{{#open}}<li><svg width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="4.5" class="hollow"/></svg> one article or story: no interval</li>{{/open}}</ul>
    <figure>
    <svg class="timeline" width="100%" height="296" role="img" aria-labelledby="tt td"><title id="tt">Net stance by {{unit}}</title><desc id="td">A dot a {{unit}}, from −1 at the bottom, all against, to +1 at the top, all in favor, with vertical intervals; beneath, a bar for the number of quotations. The table below holds the numbers.</desc>
    <line x1="0" x2="100%" y1="{{top}}" y2="{{top}}" class="grid"/><line x1="0" x2="100%" y1="{{zero}}" y2="{{zero}}" class="zero"/><line x1="0" x2="100%" y1="{{bottom}}" y2="{{bottom}}" class="grid"/>
    <text x="0" y="{{top}}" dy="-3" class="axis">+1 all in favor</text><text x="0" y="{{bottom}}" dy="12" class="axis">−1 all against</text>
    {{#bars}}<rect x="{{x}}" y="{{y}}" width="{{width}}" height="{{height}}" class="fill-neutral"/>{{/bars}}<line x1="0" x2="100%" y1="270" y2="270" class="grid"/><text x="0" y="224" class="axis">number of quotations, at most {{most}}</text>
    {{#lines}}<line x1="{{x1}}" y1="{{y1}}" x2="{{x2}}" y2="{{y2}}" class="path"/>{{/lines}}
    {{#points}}<g>{{#range}}<line x1="{{x}}" x2="{{x}}" y1="{{y1}}" y2="{{y2}}" class="pool {{direction}}"/>{{/range}}<circle cx="{{x}}" cy="{{y}}" r="4.5" class="{{#range}}dot {{direction}}{{/range}}{{^range}}hollow{{/range}}"><title>{{label}}: net {{net}}, {{interval}}, {{words}}</title></circle></g>{{/points}}
    {{#ticks}}<text x="{{x}}" y="288" class="axis {{anchor}}{{#odd}} odd{{/odd}}">{{label}}</text>{{/ticks}}
    </svg>
    <details><summary>The numbers</summary><table class="data"><thead><tr><th scope="col">{{unit}}</th><th scope="col" class="num">quotations</th><th scope="col" class="num">net</th><th scope="col" class="num">interval</th>{{#hasBasis}}<th scope="col">by</th>{{/hasBasis}}</tr></thead><tbody>{{#points}}<tr><th scope="row">{{label}}</th><td class="num">{{quotes}}</td><td class="num">{{net}}</td><td class="num">{{interval}}</td>{{#basis}}<td>{{.}}</td>{{/basis}}</tr>{{/points}}</tbody></table></details>
    </figure>
    {{#chart}}{{>chartTools}}{{/chart}}
    {{#undated}}<p class="small">{{.}}</p>{{/undated}}
    </section>
    {{/any}}{{/timeline}}
    """#

let auditTemplate = #"""
    <details class="depth"{{#isFull}} open{{/isFull}}><summary><h2>From articles to stances</h2><span>what was found, what was left out, and why</span></summary>
    <div class="body" id="lost">
    <p class="how">What was found at each step, and what was lost before it, for one reason each. {{sum}}.</p>
    <ol class="audit">
    {{#audit}}
    <li><span class="step">{{step}}</span><span class="n">{{count}}</span><svg width="100%" height="10" aria-hidden="true"><rect width="100%" height="10" rx="2" class="track"/><rect width="{{width}}" height="10" rx="2" class="level"/></svg>
    {{#losses}}<details><summary>{{lost}} lost: {{reason}}</summary><ul>{{#samples}}<li>{{#quote}}“<bdi>{{.}}</bdi>”{{/quote}}{{#plain}}<bdi>{{.}}</bdi>{{/plain}}{{#where}} <small><bdi>{{.}}</bdi></small>{{/where}}</li>{{/samples}}</ul></details>{{/losses}}</li>
    {{/audit}}
    </ol>
    </div></details>
    """#

/// Tone beside stance, and the quotations where they part.
let tonesTemplate = #"""
    {{#tones}}
    <details class="depth"{{#isFull}} open{{/isFull}}><summary><h2>Tone is not stance</h2><span>where warm words are against, and harsh ones in favor</span></summary>
    <div class="body" id="tones">
    <p class="how">How warm the words are was scored by another model than where the speaker stands. The table counts quotations; below it stand those where the two part.</p>
    <div class="wide" tabindex="0" role="region" aria-label="Tone and stance"><table class="data"><thead><tr><th scope="col">tone</th>{{#heads}}<th scope="col" class="num">{{.}}</th>{{/heads}}</tr></thead><tbody>{{#rows}}<tr><th scope="row">{{label}}</th>{{#cells}}<td class="num">{{.}}</td>{{/cells}}</tr>{{/rows}}</tbody></table></div>
    {{#none}}<p class="small">No quotation is warm and against, or harsh and in favor.</p>{{/none}}
    {{#kinds}}<details><summary>{{heading}}: {{count}}</summary><ol class="evidence">{{#items}}<li class="{{stance}}"><p class="verdict"><span class="chip">{{symbol}} {{stanceWord}}</span>{{#anchor}}<a href="#{{.}}"><bdi>{{who}}</bdi></a>{{/anchor}}{{^anchor}}<bdi>{{who}}</bdi>{{/anchor}}<span class="p">{{probabilities}}</span></p>
    <blockquote><q><bdi>{{open}}{{#pieces}}{{#m}}<mark class="{{m}}" title="{{w}}">{{t}}</mark>{{/m}}{{^m}}{{#c}}<span class="context">{{t}}</span>{{/c}}{{^c}}{{t}}{{/c}}{{/m}}{{/pieces}}{{close}}</bdi></q></blockquote>
    <p class="meta">{{#url}}<a href="{{.}}" rel="noopener noreferrer"><bdi>{{title}}</bdi></a>{{/url}}{{^url}}<bdi>{{title}}</bdi>{{/url}}{{#outlet}}, <bdi>{{.}}</bdi>{{/outlet}}{{#date}}, <bdi>{{.}}</bdi>{{/date}}</p></li>{{/items}}</ol>{{#rest}}<p class="small">{{.}} in quotations.csv (columns sentiment and stance).</p>{{/rest}}</details>{{/kinds}}
    </div></details>
    {{/tones}}
    """#
