/// A speaker's card.
let cardTemplate = #"""
    <article class="card" id="{{anchor}}" data-leaning="{{key}}"{{#shape}} data-net="{{sort}}"{{/shape}}>
    <div class="who"><h3{{#fullName}} title="{{.}}"{{/fullName}}><bdi>{{name}}</bdi></h3>{{#role}}<p class="role"><bdi>{{.}}</bdi></p>{{/role}}
    <p class="counts">{{counts}}</p>{{#hasAliases}}<p class="counts">Also called {{#aliases}}<bdi class="tag">{{alias}}</bdi> {{/aliases}}<span class="rule">(same full name in each article)</span></p>{{/hasAliases}}{{#isAlone}}<p class="counts">Named by one word only in this article, so joined with nobody{{#perhaps}}; may be <a href="#{{anchor}}"><bdi>{{name}}</bdi></a>{{/perhaps}}.</p>{{/isAlone}}</div>
    {{#shape}}<div class="shape"><svg width="100%" height="16" role="img"><title>{{pa}} against, {{pn}} neutral, {{pf}} in favor</title><rect x="0" width="{{wa}}" height="16" fill="url(#hatch)"/><rect x="{{xn}}" width="{{wn}}" height="16" class="fill-neutral"/><rect x="{{xf}}" width="{{wf}}" height="16" fill="url(#dots)"/></svg><small aria-hidden="true"><span>▼ {{pa}}</span><span>● {{pn}}</span><span>▲ {{pf}}</span></small></div>{{/shape}}
    <p class="sentence"><bdi>{{sentence}}</bdi></p>
    <p class="nets">Net stance <b>{{net}}</b>{{#interval}} <span>({{.}})</span>{{/interval}}{{#note}} <span class="note">{{.}}</span>{{/note}}{{#pooledNet}} · pooled <b>{{.}}</b>{{/pooledNet}}{{#pooledInterval}} <span>({{.}})</span>{{/pooledInterval}}{{#place}} · place {{.}} of {{ranked}}{{/place}}</p>
    <ol class="evidence">
    {{#evidence}}{{>evidence}}{{/evidence}}
    </ol>
    {{#moreCount}}<details class="more"><summary>{{.}} more</summary><ol class="evidence">{{#moreEvidence}}{{>evidence}}{{/moreEvidence}}</ol></details>{{/moreCount}}
    {{#hidden}}<p class="small">{{.}} less decisive ones are in quotations.csv.</p>{{/hidden}}
    {{#oneSided}}<p class="small">No quotation of theirs leans the other way.</p>{{/oneSided}}
    {{#hasAbstained}}<details class="more"><summary>{{abstainedCount}} without a stance</summary><ul class="abstained">{{#abstained}}<li>“<bdi>{{quote}}</bdi>” <small>{{why}}{{#link}} · <a href="{{.}}" rel="noopener noreferrer">in the article</a>{{/link}}</small></li>{{/abstained}}</ul></details>{{/hasAbstained}}
    </article>
    """#

/// One quotation in its context.
let evidenceTemplate = #"""
    <li class="{{stance}}"><p class="verdict"><span class="chip">{{symbol}} {{stanceWord}}</span>{{#contrary}}<span class="flag">strongest contrary</span>{{/contrary}}{{#tone}}<span class="flag">{{.}}</span>{{/tone}}<span class="p">▼ {{against}} ● {{neutral}} ▲ {{favor}}</span></p>
    <blockquote>{{#before}}<span class="context"><bdi>{{.}}</bdi> </span>{{/before}}<q><bdi>{{open}}{{#pieces}}{{#m}}<mark class="{{m}}" title="{{w}}">{{t}}</mark>{{/m}}{{^m}}{{t}}{{/m}}{{/pieces}}{{close}}</bdi></q>{{#after}}<span class="context">{{#gap}} {{/gap}}<bdi>{{.}}</bdi></span>{{/after}}</blockquote>
    <p class="meta">{{#url}}<a href="{{.}}" rel="noopener noreferrer"><bdi>{{title}}</bdi></a>{{/url}}{{^url}}<bdi>{{title}}</bdi>{{/url}}{{#outlet}}, <bdi>{{.}}</bdi>{{/outlet}}{{#date}}, <bdi>{{.}}</bdi>{{/date}}<span class="how-found">{{form}}, {{mention}}; speaker by <i>{{rule}}</i>, {{confidence}} sure</span></p></li>
    """#
