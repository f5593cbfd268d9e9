/// What stands after the evidence: cautions, methods, the model and its errors, checksums.
let appendixTemplate = #"""
    {{#appendix}}
    <details class="depth"{{#isFull}} open{{/isFull}}><summary><h2>How the numbers are made</h2><span>methods, the model and its errors, checksums</span></summary>
    <div class="body" id="appendix">
    <h3>Methods</h3>
    <dl class="methods">{{#methods}}<div><dt>{{heading}}</dt><dd>{{text}}</dd></div>{{/methods}}</dl>
    {{#header}}<p class="small">Corpus <code>{{corpusHash}}</code>, model <code>{{modelChecksum}}</code>{{/header}}, seed {{seed}}, {{draws}} bootstrap draws.</p>
    {{#header.lexicon}}<p class="small">{{.}}</p>{{/header.lexicon}}
    {{#hasCard}}<h3>The model</h3><div class="model">{{#card}}{{#heading}}<h4>{{>runs}}</h4>{{/heading}}{{#paragraph}}<p>{{>runs}}</p>{{/paragraph}}{{#items}}<ul>{{#list}}<li>{{>runs}}</li>{{/list}}</ul>{{/items}}{{#code}}<pre>{{.}}</pre>{{/code}}{{#table}}<table class="data">{{#head}}<thead><tr>{{#cells}}{{#text}}<th scope="col">{{>runs}}</th>{{/text}}{{^text}}<td></td>{{/text}}{{/cells}}</tr></thead>{{/head}}<tbody>{{#body}}<tr>{{#cells}}<td>{{>runs}}</td>{{/cells}}</tr>{{/body}}</tbody></table>{{/table}}{{/card}}</div>{{/hasCard}}
    {{>modelErrors}}
    {{#hasCorrections}}<h3>Shares by other estimators</h3><p class="how">{{estimators}} Estimated are shares per {{unit}}, with {{level}} intervals.</p><div class="wide" tabindex="0" role="region" aria-label="Shares by other estimators"><table class="data"><thead><tr><th scope="col">estimator</th><th scope="col" class="num">▼ against</th><th scope="col" class="num">● neutral</th><th scope="col" class="num">▲ in favor</th><th scope="col" class="num">net</th><th scope="col">remark</th></tr></thead><tbody>{{#corrections}}<tr><th scope="row">{{method}}</th>{{#cells}}<td class="num">{{value}}{{#range}}<small>{{.}}</small>{{/range}}</td>{{/cells}}<td class="remark">{{remark}}</td></tr>{{/corrections}}</tbody></table></div>{{/hasCorrections}}
    {{#confusion}}<h3>Model and hand labels</h3><table class="data"><thead><tr><th scope="col">by hand \ by model</th>{{#heads}}<th scope="col" class="num">{{.}}</th>{{/heads}}</tr></thead><tbody>{{#rows}}<tr><th scope="row">{{label}}</th>{{#cells}}<td class="num">{{.}}</td>{{/cells}}</tr>{{/rows}}</tbody></table>{{/confusion}}
    {{#agreement}}<h3>How far people agree</h3><p class="how">{{.}}</p>{{/agreement}}
    {{#agreements}}<div class="wide" tabindex="0" role="region" aria-label="Agreement by question"><table class="data"><thead><tr><th scope="col">question</th>{{#heads}}<th scope="col" class="num">{{.}}</th>{{/heads}}</tr></thead><tbody>{{#rows}}<tr><th scope="row">{{question}}</th>{{#cells}}<td class="num">{{.}}</td>{{/cells}}</tr>{{/rows}}</tbody></table></div>{{/agreements}}
    <h3>Files beside this page</h3>
    <table class="data sums"><thead><tr><th scope="col">file</th><th scope="col" class="num">bytes</th><th scope="col">SHA-256</th></tr></thead><tbody>{{#files}}<tr><th scope="row">{{file}}</th><td class="num">{{size}}</td><td><code>{{digest}}</code></td></tr>{{/files}}</tbody></table>
    {{#hasDiagnostics}}<h3>Records with a fault</h3><details><summary>{{diagnosticCount}}</summary><ul>{{#diagnostics}}<li><bdi>{{.}}</bdi></li>{{/diagnostics}}</ul>{{#diagnosticRest}}<p class="small">{{.}} in report.json.</p>{{/diagnosticRest}}</details>{{/hasDiagnostics}}
    </div></details>
    {{/appendix}}
    """#

/// How often the model is right, from labeled quotations it had not seen.
let modelErrorsTemplate = #"""
    <h3 id="errors">How often the model is right</h3>
    {{^errors}}<p class="how">{{lacking}}</p>{{/errors}}
    {{#errors}}
    <p class="how">From {{kept}} of the {{examples}} labeled quotations of its training, each judged by a model that had not seen its article. This corpus may differ from them: label a sample of it, and give it with --labels.</p>
    <h4>Calibration</h4>
    <p class="how">Where the model gives its answer the probability to the right, how often is the answer right (upward)? The light bars hold {{level}} of perfectly calibrated models; {{inside}} of {{binCount}} points lie inside.</p>
    <figure class="calibration">
    <svg width="100%" height="240" role="img" aria-labelledby="ct cd"><title id="ct">Calibration curve</title><desc id="cd">A point a group of quotations: its probability to the right, how often the answer was right upward. Calibrated points lie on the diagonal. The table below holds the numbers.</desc>
    {{#ticks}}<line x1="0" x2="100%" y1="{{at}}" y2="{{at}}" class="grid"/><line x1="{{x}}" x2="{{x}}" y1="10" y2="210" class="grid"/><text x="0" y="{{at}}" dx="2" dy="-2" class="axis">{{label}}</text><text x="{{x}}" y="228" class="axis mid">{{label}}</text>{{/ticks}}
    <line x1="0" x2="100%" y1="210" y2="10" class="zero"/>
    {{#bins}}<line x1="{{x}}" x2="{{x}}" y1="{{low}}" y2="{{high}}" class="pool open"/><circle cx="{{x}}" cy="{{y}}" r="4.5" class="{{#off}}dot against{{/off}}{{^off}}dot open{{/off}}"><title>probability {{predicted}}: right {{observed}}, band {{band}}</title></circle>{{/bins}}
    </svg>
    <details><summary>The numbers</summary><table class="data"><thead><tr><th scope="col" class="num">quotations</th><th scope="col" class="num">probability</th><th scope="col" class="num">right</th><th scope="col" class="num">band</th><th scope="col">inside</th></tr></thead><tbody>{{#bins}}<tr><td class="num">{{items}}</td><td class="num">{{predicted}}</td><td class="num">{{observed}}</td><td class="num">{{band}}</td><td>{{inside}}</td></tr>{{/bins}}</tbody></table></details>
    </figure>
    <h4>Confusions</h4>
    <p class="how">Of the quotations that a person read as in each row, the share to which the model gave each stance.</p>
    <div class="wide" tabindex="0" role="region" aria-label="Confusions"><table class="data"><thead><tr><th scope="col">by hand</th>{{#heads}}<th scope="col" class="num">{{.}}</th>{{/heads}}<th scope="col" class="num">no stance</th><th scope="col" class="num">quotations</th></tr></thead><tbody>{{#rows}}<tr><th scope="row">{{label}}</th>{{#cells}}<td class="num">{{#right}}<b>{{share}}</b>{{/right}}{{^right}}{{share}}{{/right}}</td>{{/cells}}<td class="num">{{total}}</td></tr>{{/rows}}</tbody></table></div>
    {{/errors}}
    """#

/// Words of a model card, in its emphasis.
let runsTemplate = #"""
    {{#runs}}{{#strong}}<strong>{{.}}</strong>{{/strong}}{{#em}}<em>{{.}}</em>{{/em}}{{#code}}<code>{{.}}</code>{{/code}}{{#t}}{{.}}{{/t}}{{/runs}}
    """#
