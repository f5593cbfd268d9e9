/// A speaker's card.
let cardTemplate = #"""
    <article class="card" id="{{anchor}}" data-leaning="{{key}}"{{#shape}} data-net="{{sort}}"{{/shape}}>
    <div class="who"><h3{{#fullName}} title="{{.}}"{{/fullName}}><bdi>{{name}}</bdi></h3>{{#role}}<p class="role"><bdi>{{.}}</bdi></p>{{/role}}
    <p class="counts">{{counts}}</p>{{#hasAliases}}<p class="counts">Also called {{#aliases}}<span class="tag"><bdi>{{alias}}</bdi> <i>({{why}})</i></span> {{/aliases}}</p>{{/hasAliases}}{{#joined}}<p class="counts">{{.}}</p>{{/joined}}{{#isAlone}}<p class="counts">Named by one word only in this article, so joined with nobody{{#perhaps}}; may be <a href="#{{anchor}}"><bdi>{{name}}</bdi></a>{{/perhaps}}.</p>{{/isAlone}}</div>
    {{#shape}}<div class="shape"><svg width="100%" height="16" role="img"><title>{{#parts}}{{share}} {{word}} {{/parts}}</title><desc>Shares of the three stances side by side; the numbers stand below.</desc><rect x="0" width="{{wa}}" height="16" fill="url(#hatch)"/><rect x="{{xn}}" width="{{wn}}" height="16" class="fill-neutral"/><rect x="{{xf}}" width="{{wf}}" height="16" fill="url(#dots)"/></svg>{{>parts}}</div>{{/shape}}
    <p class="sentence"><bdi>{{sentence}}</bdi></p>
    <p class="nets">Net stance <b>{{net}}</b>{{#interval}} <span>({{.}})</span>{{/interval}}{{#note}} <span class="note">{{.}}</span>{{/note}}{{#basis}} · <span class="basis">{{.}}</span>{{/basis}}</p>
    {{#pooledNet}}<details class="more"><summary>Beside the other speakers</summary><p class="small">Drawn toward what is common among all speakers, since few quotations look extreme by chance: net stance {{.}}{{#pooledInterval}} ({{.}}){{/pooledInterval}}.{{#place}} By net stance the data leave open the places {{.}} of {{ranked}} speakers, 1 the most favorable, for all speakers at once.{{/place}}</p></details>{{/pooledNet}}
    <ol class="evidence">
    {{#evidence}}{{>evidence}}{{/evidence}}
    </ol>
    {{#moreCount}}<details class="more"><summary>{{.}}</summary><ol class="evidence">{{#moreEvidence}}{{>evidence}}{{/moreEvidence}}</ol></details>{{/moreCount}}
    {{#hidden}}<p class="small">{{.}}{{#allCount}} <a href="#quotations" data-speaker="{{name}}">All {{.}} under All quotations</a>{{/allCount}}</p>{{/hidden}}
    {{#oneSided}}<p class="small">No quotation of theirs leans the other way.</p>{{/oneSided}}
    {{#movedCount}}<details class="more"><summary>{{.}}</summary><p class="small">{{movedNote}}</p><ul class="abstained">{{#moved}}{{>abstained}}{{/moved}}</ul></details>{{/movedCount}}
    {{#hasAbstained}}<details class="more"><summary>{{abstainedCount}} without a stance</summary><ul class="abstained">{{#abstained}}{{>abstained}}{{/abstained}}</ul></details>{{/hasAbstained}}
    </article>
    """#

/// One quotation in its context.
let evidenceTemplate = #"""
    <li class="{{stance}}"{{#id}} id="{{.}}"{{/id}}><p class="verdict">{{#stanceWord}}<span class="chip">{{symbol}} {{.}}</span>{{/stanceWord}}{{#contrary}}<span class="flag">strongest contrary</span>{{/contrary}}{{#who}}<bdi class="by">{{.}}</bdi>{{/who}}{{#tone}}<span class="flag">{{.}}</span>{{/tone}}{{#probabilities}}<span class="p">{{.}}</span>{{/probabilities}}</p>
    <blockquote>{{#before}}<span class="context"><bdi>{{.}}</bdi> </span>{{/before}}<q><bdi>{{open}}{{#pieces}}{{#m}}<mark class="{{m}}" title="{{w}}">{{t}}</mark>{{/m}}{{^m}}{{#c}}<span class="context">{{t}}</span>{{/c}}{{^c}}{{t}}{{/c}}{{/m}}{{/pieces}}{{close}}</bdi></q>{{#after}}<span class="context">{{#gap}} {{/gap}}<bdi>{{.}}</bdi></span>{{/after}}</blockquote>
    <p class="meta">{{#url}}<a href="{{.}}"{{#at}} data-at="{{.}}"{{/at}} rel="noopener noreferrer"><bdi>{{title}}</bdi></a>{{/url}}{{^url}}<bdi>{{title}}</bdi>{{/url}}{{#outlet}}, <bdi>{{.}}</bdi>{{/outlet}}{{#date}}, <bdi>{{.}}</bdi>{{/date}}<span class="how-found">{{form}}{{#mention}}, {{.}}{{/mention}}{{#joint}}, said as one by <bdi>{{.}}</bdi>{{/joint}}; speaker: {{rule}} ({{confidence}} sure); {{#address}}<a href="#{{.}}" title="this quotation’s address">code points {{place}} of the article</a>{{/address}}{{^address}}code points {{place}} of the article{{/address}}{{#corrected}}; <b class="by-hand"><bdi>{{.}}</bdi></b>{{/corrected}}</span></p></li>
    """#

/// A quotation without a stance, and why.
let abstainedTemplate = #"""
    <li>“<bdi>{{quote}}</bdi>” <small>{{form}}, {{mention}}: {{why}}{{#link}} · <a href="{{.}}" rel="noopener noreferrer">in the article</a>{{/link}}</small></li>
    """#

/// The shares under a bar of them.
let partsTemplate = #"""
    <small aria-hidden="true">{{#parts}}<span>{{symbol}} {{share}}</span>{{/parts}}</small>
    """#
