extension Page {
    /// The page's style. Blue and orange stay apart for every kind of color vision; a hatch, dots and signs
    /// say the same without color. All text has a contrast of at least 4.5 : 1 in both modes.
    static let style = #"""
        :root{--paper:#faf8f4;--card:#fff;--ink:#1d2127;--soft:#565c66;--line:#dfdad0;--faint:#efebe3;--against:#a84b00;--favor:#1b5e9e;--neutral:#8a8f98;--neutral-fill:#c3c3c0;--stripe:#ffffff66;--mark-a:#fbe3cc;--mark-f:#d7e7f8;--focus:#1b5e9e}
        @media(prefers-color-scheme:dark){:root{--paper:#14171b;--card:#1b1f25;--ink:#e9e6df;--soft:#a9afb8;--line:#343a43;--faint:#242931;--against:#f2a25c;--favor:#85b9f2;--neutral:#9aa0aa;--neutral-fill:#59606a;--stripe:#0000004d;--mark-a:#5a3712;--mark-f:#1d3f63;--focus:#85b9f2}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;scroll-behavior:smooth;scroll-padding-top:3.5rem}
        body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans","Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
        h1,h2,h3,p,blockquote,summary,.plot th,.plot td.count,.data th,.data td,.abstained li,.audit li li,.facts dd,.names span{overflow:clip;overflow-clip-margin:.35em}
        header.top,main,footer{max-width:66rem;margin:0 auto;padding:0 1.25rem}
        .skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.4rem .8rem;z-index:3}
        .hide{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        a{color:inherit;text-decoration-color:var(--neutral);text-underline-offset:.18em}a:hover{text-decoration-color:currentColor}
        :focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:2px}
        h1,h2,h3,.lead,.sentence,blockquote{font-family:Charter,"Bitstream Charter","Iowan Old Style",Georgia,"Liberation Serif",serif}
        header.top{padding-top:3.2rem}
        .banner{margin:0 0 1.4rem;padding:.7rem 1rem;border:2px solid var(--against);border-radius:6px;background:var(--card);max-width:46em}
        .eyebrow{margin:0;color:var(--soft);font-size:.8rem;letter-spacing:.09em;text-transform:uppercase}
        h1{font-size:clamp(1.9rem,5vw,3rem);line-height:1.12;margin:.35rem 0 1rem;font-weight:600;text-wrap:balance;max-width:22ch}
        .lead{font-size:clamp(1.15rem,2.4vw,1.42rem);line-height:1.45;max-width:38em;margin:0 0 .5rem}
        .small,small,.how-found,.counts{font-size:.84rem;color:var(--soft)}
        .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.9rem 1.6rem;margin:1.8rem 0 1.6rem;padding:1.1rem 0;border-block:1px solid var(--line)}
        .facts div{min-width:0}.facts .matched{grid-column:1/-1}.matched p{margin:.25rem 0 0}.kind{font-size:.84rem;color:var(--soft);margin-right:.3em}.facts small{display:block}.facts dt{font-size:.78rem;color:var(--soft)}.facts dd{margin:0}
        .tag{display:inline-block;max-width:100%;padding:0 .45em;border:1px solid var(--line);border-radius:1em;background:var(--card);font-size:.84rem}.tag b{font-weight:600;font-variant-numeric:tabular-nums}.tag i{color:var(--soft);font-style:normal;font-size:.92em}
        nav.contents{position:sticky;top:0;z-index:2;background:var(--paper);border-bottom:1px solid var(--line);padding:.55rem max(1.25rem,calc((100vw - 66rem)/2 + 1.25rem));display:flex;gap:.3rem 1.05rem;overflow-x:auto;font-size:.86rem;white-space:nowrap}
        nav.contents a{text-decoration:none;color:var(--soft);padding:.15rem 0}nav.contents a:hover{color:var(--ink)}@media(min-width:48rem){nav.contents{flex-wrap:wrap}}
        section{margin:2.8rem 0}
        h2{font-size:1.55rem;font-weight:600;margin:0 0 .3rem;line-height:1.25}
        .how{margin:.1rem 0 1rem;color:var(--soft);max-width:46em}
        .empty{padding:1rem;border:1px dashed var(--line);color:var(--soft)}
        .defs{position:absolute}
        .legend{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;margin:0 0 .6rem;padding:0;font-size:.86rem}.legend svg{vertical-align:middle;margin-right:.2em}
        .fill-against{fill:var(--against)}.fill-favor{fill:var(--favor)}.fill-neutral{fill:var(--neutral-fill)}.stripe{fill:var(--stripe)}
        .grid{stroke:var(--line);stroke-dasharray:2 3}.zero{stroke:var(--neutral)}
        .raw{stroke:var(--neutral);stroke-width:1.5}.hollow{fill:var(--card);stroke:var(--soft);stroke-width:1.6}
        .pool{stroke-width:4;stroke-linecap:round;opacity:.55}.pool.against{stroke:var(--against)}.pool.favor{stroke:var(--favor)}.pool.open{stroke:var(--neutral)}
        .dot.against{fill:var(--against)}.dot.favor{fill:var(--favor)}.dot.open{fill:var(--soft)}
        .path{stroke:var(--soft);stroke-width:1.5}.axis{fill:var(--soft);font-size:12px}.mid{text-anchor:middle}.final{text-anchor:end}
        table{border-collapse:collapse;width:100%}caption{text-align:left}
        .plot{table-layout:fixed}.plot th,.plot td{padding:.42rem .55rem;text-align:left;vertical-align:middle;border-bottom:1px solid var(--faint);overflow-wrap:break-word}
        .plot thead th{font-size:.8rem;font-weight:400;color:var(--soft);border-bottom:1px solid var(--line);vertical-align:bottom;padding-inline:.55rem}
        .plot tbody th{font-weight:600}.plot tbody th a{text-decoration-color:var(--line)}.plot small{display:block;font-weight:400;line-height:1.35;font-size:.78rem}
        .plot th:nth-child(1){width:23%}.plot th:nth-child(2){width:10%}.plot th:nth-child(3){width:28%}.plot th:nth-child(4){width:19%}.plot th:nth-child(5){width:20%}
        .plot th:nth-child(3){padding-inline:1.1rem}.plot td.dots{position:relative}.plot td.dots svg{position:absolute;top:0;left:1.1rem;width:calc(100% - 2.2rem);height:100%;overflow:visible}
        .plot td.bar svg,.shape svg{display:block;border-radius:2px}.bar small,.shape small{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 .6em;font-variant-numeric:tabular-nums}.count{white-space:nowrap}
        .num{text-align:right!important;font-variant-numeric:tabular-nums}.plot .own small{display:inline}.basis{font-style:italic}
        .plot .group th{font-weight:400;font-size:.84rem;color:var(--soft);padding-top:1.2rem;border-bottom:1px solid var(--line)}
        .plot .total th,.plot .total td{border-top:2px solid var(--line);border-bottom:0}
        .ends{display:flex;justify-content:space-between}
        th[data-by] button{all:unset;cursor:pointer;display:block;width:100%}th[data-by] button:focus-visible{outline:2px solid var(--focus)}th[aria-sort] button::after{content:" ↓"}th[aria-sort=ascending] button::after{content:" ↑"}
        .tiny{display:none}
        .how-sure{font-size:1.15rem;margin:1.4rem 0 .3rem}.sure{margin:0;padding-left:1.1rem;max-width:54em;font-size:.92rem;color:var(--soft)}.sure li{margin:.3rem 0}
        .depth{border-top:1px solid var(--line);padding:1rem 0}.depth>summary{color:inherit;font-size:1rem;width:auto;list-style-position:inside}.depth>summary h2{display:inline;font-size:1.25rem;margin:0 .6rem 0 0}.depth>summary span{color:var(--soft);font-size:.9rem}.depth>.body{padding:1rem 0 1.4rem;scroll-margin-top:7rem}
        .fold{margin:.6rem 0}.chart-tools{font-size:.84rem;color:var(--soft);margin:.5rem 0}.chart-tools>*{margin-right:.7em}.chart-tools button{padding:.05rem .6rem;font-size:1em}
        .files{list-style:none;margin:.4rem 0 1rem;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(18rem,1fr));gap:.5rem 1.6rem}.files small{display:block}.by{font-weight:600}.evidence>li:target{outline:2px solid var(--focus);outline-offset:4px}.evidence>li{scroll-margin-top:4rem}
        figure{margin:0}.timeline{overflow:visible;display:block;margin:.4rem 0 .8rem}
        .wide{overflow-x:auto;max-width:100%}.wide .data th,.wide .data td{white-space:nowrap;overflow-wrap:normal}.wide .data .remark{white-space:normal;min-width:11rem}.calibration{max-width:32rem;padding:0 1.1rem}.calibration svg{overflow:visible}#tones details{margin-top:.8rem}
        .data td small{display:block;white-space:nowrap}
        .data{width:auto;font-size:.88rem}.data th,.data td{padding:.2rem .8rem .2rem 0;text-align:left;border-bottom:1px solid var(--faint);font-weight:400}.data thead th{color:var(--soft)}
        details summary{cursor:pointer;color:var(--soft);font-size:.9rem;width:fit-content}details summary:hover{color:var(--ink)}
        .audit{list-style:none;margin:0;padding:0;max-width:46rem}.audit>li{display:grid;grid-template-columns:13rem 4rem minmax(0,1fr);gap:.1rem 1rem;align-items:center;padding:.35rem 0}.audit .n{text-align:right;font-variant-numeric:tabular-nums;font-weight:600}.audit details{grid-column:3;min-width:0}.audit ul{margin:.3rem 0;padding-left:1.1rem;font-size:.9rem}.track{fill:var(--faint)}.level{fill:var(--neutral)}
        .choice{border-left:4px solid var(--accent,var(--neutral));padding-left:.7rem;font-size:.92rem;margin:.4rem 0}#qfilter{align-items:start}#qoutlet{vertical-align:top}#qcounts caption{text-align:left;font-weight:600}
        .tools{display:flex;flex-wrap:wrap;gap:.7rem 1.2rem;align-items:center;margin:0 0 1.2rem;font-size:.9rem}.tools[hidden]{display:none}.tools input,.tools select{font:inherit;color:inherit;background:var(--card);border:1px solid var(--neutral);border-radius:4px;padding:.3rem .5rem;max-width:100%}
        .tools+.evidence{margin-top:0}button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--neutral);border-radius:4px;padding:.3rem .8rem;cursor:pointer}.sums code{overflow-wrap:anywhere}
        .card{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:1.3rem 1.5rem 1.1rem;margin:0 0 1.3rem;display:grid;grid-template-columns:minmax(0,1fr) minmax(0,17rem);gap:0 2rem}
        .many .card{content-visibility:auto;contain-intrinsic-size:auto 40rem}.card[hidden]{display:none}.card>*{grid-column:1/-1;min-width:0}.card>.who{grid-column:1}.card>.shape{grid-column:2;align-self:center}
        .card h3{font-size:1.4rem;line-height:1.2;margin:0;font-weight:600}.role{margin:.1rem 0 .2rem}.counts{margin:.1rem 0}.rule{font-size:.8rem}
        .sentence{font-size:1.16rem;line-height:1.45;margin:.9rem 0 .2rem;max-width:40em}.nets{margin:0 0 .3rem;font-size:.9rem;color:var(--soft);font-variant-numeric:tabular-nums}.nets b{color:var(--ink)}.note{border-bottom:1px dotted currentColor}
        .evidence{list-style:none;margin:.5rem 0 0;padding:0}.evidence>li{padding:.85rem 0 .8rem 1rem;border-top:1px solid var(--faint);border-left:3px solid var(--neutral-fill);margin-top:.6rem}.evidence>li.against{border-left-color:var(--against);border-left-style:dashed}.evidence>li.favor{border-left-color:var(--favor)}
        .evidence p{margin:0}.verdict{display:flex;flex-wrap:wrap;gap:.2rem .9rem;align-items:baseline;font-size:.86rem}.chip{font-weight:600}.against .chip{color:var(--against)}.favor .chip{color:var(--favor)}.neutral .chip{color:var(--soft)}.p{color:var(--soft);font-variant-numeric:tabular-nums;margin-left:auto;font-size:.8rem}.flag{border:1px solid var(--neutral);border-radius:3px;padding:0 .4em;font-size:.8rem}
        blockquote{margin:.35rem 0 .4rem;font-size:1.12rem;line-height:1.5;max-width:42em}q{quotes:none}.context{color:var(--soft);font-size:.94em}
        mark{color:inherit;background:none;padding:0 .05em;border-radius:2px;text-decoration-line:underline;text-underline-offset:.2em;text-decoration-skip-ink:none}
        mark[class^=f]{text-decoration-color:var(--favor);text-decoration-style:solid}mark[class^=a]{text-decoration-color:var(--against);text-decoration-style:dashed}
        .f1,.a1{text-decoration-thickness:1px}.f2,.a2{text-decoration-thickness:2px}.f3,.a3{text-decoration-thickness:3px}
        .f2,.f3{background:var(--mark-f)}.a2,.a3{background:var(--mark-a)}
        .meta{font-size:.86rem}.how-found{display:block}
        .more{margin-top:.8rem}.abstained{margin:.4rem 0;padding-left:1.1rem;font-size:.92rem}
        .names span{white-space:normal;margin-right:.9em}.near{margin:1.1rem 0}.near h3{font-size:1.15rem;margin:0;font-weight:600}
        .cautions{padding-left:1.2rem;max-width:46em}.cautions li{margin:.35rem 0}
        .methods{max-width:46em;margin:.6rem 0 1rem}.methods div{margin:.8rem 0}.methods dt{font-weight:600}.methods dd{margin:0}
        #appendix h2:not(:first-child){margin-top:2rem}.model{max-width:52em;overflow-x:auto}.model h3{font-size:1.1rem;margin:1.1rem 0 .2rem}pre{white-space:pre-wrap;font-size:.85rem}code{font-size:.9em}
        footer{border-top:1px solid var(--line);margin-top:3rem!important;padding-block:1rem 2.5rem!important;color:var(--soft);font-size:.84rem}
        @media(max-width:60rem){.plot th,.plot td{padding-inline:.3rem!important}.plot th:nth-child(2){width:12%}.plot th:nth-child(3){width:26%}.bar small{font-size:.72rem;gap:0 .3em}}
        @media screen and (max-width:46rem){
        header.top{padding-top:1.6rem}.card{padding:1rem 1rem .8rem;grid-template-columns:minmax(0,1fr)}.card>.shape{grid-column:1;margin-top:.6rem}
        .plot thead,.plot .tiny{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .plot .tiny{position:static;width:auto;height:auto;clip-path:none;display:inline}
        .plot tr{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.1rem .8rem;padding:.6rem 0;border-bottom:1px solid var(--line)}
        .plot tbody th,.plot td,.plot td.dots,.plot td.bar{border:0!important;padding:0}.plot tr>:nth-child(n){width:auto}
        .plot tbody th,.plot td.count{grid-column:1/-1}.plot .group{display:block}.plot td.count{text-align:left!important;font-size:.84rem;color:var(--soft)}.plot td.count small{display:inline;font-size:1em;margin-left:.3em}.plot td.dots,.plot td.bar{grid-column:1/-1}.plot td.dots svg{position:static;display:block;width:100%;height:34px}.plot td.value{order:4;text-align:left!important}
        .plot td.value small{display:block;margin-left:0}.odd{display:none}
        .audit>li{grid-template-columns:1fr auto}.audit svg,.audit details{grid-column:1/-1}
        .p{margin-left:0}
        }
        @media print{
        :root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#bbb;--faint:#ddd;--against:#a84b00;--favor:#1b5e9e;--neutral:#777;--neutral-fill:#c3c3c0;--mark-a:#fbe3cc;--mark-f:#d7e7f8}
        @page{margin:16mm 15mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif;color:#444}}
        body{font-size:9pt;line-height:1.4}h1{font-size:22pt;margin:.2rem 0 .5rem;max-width:none}.lead{font-size:13pt;max-width:none}.eyebrow{font-size:7.5pt}h2{font-size:13pt}.how-sure{font-size:10.5pt;margin-top:.5rem}.sure{font-size:8.5pt;max-width:none}.sure li{margin:.12rem 0}.facts small,.small{font-size:7.5pt}.meta{font-size:8pt}.how-found{font-size:7.5pt}.verdict{font-size:8.5pt}.legend{gap:.1rem .9rem}.facts dd{font-size:8.5pt}.facts{margin:.6rem 0;padding:.4rem 0;grid-template-columns:repeat(5,1fr);gap:.4rem 1rem}.how{margin-bottom:.4rem;max-width:none}
        .how,.legend,.data{font-size:8.5pt}.plot{font-size:8.5pt}.plot tbody th small{white-space:nowrap}.plot tbody th{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}.plot td,.plot th{padding-block:.12rem}.plot td.count small,.plot tbody th small,.plot td.value small{display:inline;margin-left:.4em;font-size:7pt}.plot td.dots svg{height:100%}.ends{font-size:6.5pt;white-space:nowrap}.bar small{font-size:6.5pt;gap:0 .2em;line-height:1.2}.plot td.bar svg{height:9px}
        .plot th:nth-child(1){width:27%!important}.plot th:nth-child(2){width:15%!important}.plot th:nth-child(3){width:22%!important}.plot th:nth-child(4){width:19%!important}.plot th:nth-child(5){width:17%!important}
        th[data-by] button{display:contents!important}th[aria-sort] button::after{content:none!important}nav.contents,.tools,.skip,#browser,.chart-tools,.screen{display:none!important}header.top,main,footer{max-width:none;padding:0}header.top{padding-top:0}
        .many .card{content-visibility:visible}.card,.near{display:block;border:0;border-top:1px solid var(--line);border-radius:0;padding:.8rem 0}.evidence>li,.plot tr,.data tr,.audit>li,.methods div,.shape,.verdict,figure,.facts,.sentence,.legend{break-inside:avoid}h2,h3,.how,.legend,thead,.who,.shape,.role,.sentence,.nets,summary{break-after:avoid}section{margin:.9rem 0}.shape{max-width:17rem;margin:.3rem 0}p,blockquote{orphans:3;widows:3}
        blockquote{font-size:10pt;margin:.15rem 0}.evidence>li{padding:.3rem 0 .3rem .7rem;margin-top:.3rem}.cautions li{margin:.1rem 0}.cautions,.legend{max-width:none;font-size:8.5pt}footer{margin-top:.8rem!important;padding-block:.4rem 0!important;font-size:7.5pt}
        body.front .depth,body.front .fold,body.front figure details,#take{display:none!important}
        body.full .fold summary,body.full figure summary{list-style:none}
        body.full nav.contents{display:block!important;position:static;border:0;padding:0;white-space:normal;counter-reset:toc;font-size:10pt;margin:1rem 0}body.full nav.contents::before{content:"Contents";display:block;font:600 13pt Charter,Georgia,"Liberation Serif",serif}body.full nav.contents a{display:block;color:var(--ink);counter-increment:toc}body.full nav.contents a::before{content:counter(toc) "  "}
        body.full main{counter-reset:part}body.full main>section:not(#take)>h2,body.full main>.depth:not(.unprinted)>summary h2{counter-increment:part}body.full main>section:not(#take)>h2::before,body.full main>.depth:not(.unprinted)>summary h2::before{content:counter(part) "  "}body.full .unprinted{display:none}body.full .depth>summary{list-style:none}
        svg,mark,.fill-against,.fill-favor{-webkit-print-color-adjust:exact;print-color-adjust:exact}
        .meta a[data-at]::after{content:" (" attr(data-at) ")";font-size:.75em;color:var(--soft)}
        }
        """#
}
