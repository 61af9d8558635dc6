// web/export/report-style.ts: the style of the report: one column that fits A4, ink on white.

/** CSS of the report. Charts are drawn at two widths; one is shown. */
export const REPORT_STYLE = `
*{box-sizing:border-box}
html{font:16px/1.5 Arial,'Liberation Sans',Arimo,sans-serif;color:#212b32;background:#fff;-webkit-text-size-adjust:100%}
body{margin:0}
main,footer,.report-header{max-width:736px;margin:0 auto;padding:0 18px}
.report-header{display:flex;gap:4px 16px;align-items:baseline;flex-wrap:wrap;border-bottom:4px solid #212b32;padding-top:16px;padding-bottom:8px}
.report-header p{margin:0}
.product{font-weight:bold;font-size:20px}
h1{font-size:30px;line-height:1.2;margin:24px 0 8px}
h2{font-size:22px;line-height:1.25;margin:32px 0 8px}
h3{font-size:19px;line-height:1.3;margin:0 0 4px}
p{margin:0 0 12px}
ul{margin:0 0 12px;padding-left:20px}
li{margin-bottom:4px}
.headline-first{font-size:20px;line-height:1.4;font-weight:bold}
.headline{border-left:6px solid #212b32;padding-left:16px}
.validity{border:2px solid #212b32;padding:8px 12px}
.card{border-top:1px solid #aeb7bd;padding-top:20px;margin:28px 0}
.card h2{margin-top:0}
.card-subtitle,.card-source,.card-words,caption,.unit{color:#4c6272;font-size:14px}
.card-subtitle{margin-bottom:12px}
.card-figure{margin:0}
svg.chart{display:block;max-width:100%;height:auto}
.panels{display:grid;gap:20px;align-items:start;margin-top:12px}
.panels-2{grid-template-columns:repeat(2,1fr)}
.panels-3{grid-template-columns:repeat(3,1fr)}
.on-telephone{display:none}
details{margin:0 0 12px}
summary{cursor:pointer;text-decoration:underline}
:focus-visible{outline:3px solid #212b32;outline-offset:2px;background:#ffeb3b}
.table-scroll{overflow:auto;max-height:480px;border:1px solid #d8dde0;margin-bottom:16px}
table{border-collapse:collapse;width:100%;font-size:14px;line-height:1.35}
caption{text-align:left;padding:6px 8px}
th,td{text-align:left;vertical-align:top;padding:6px 8px;border-bottom:1px solid #d8dde0}
.data-table{white-space:nowrap}
.data-table td{font-variant-numeric:tabular-nums}
.chances-table,.observed-table{white-space:normal}
.data-table thead th{background:#fff;border-bottom:2px solid #4c6272}
.outcome-table thead th{border-bottom:2px solid #212b32}
.outcome-table{table-layout:fixed}
.outcome-table th:first-child{width:23%}
.value,.difference,.unit{display:block}
.unit{font-weight:normal}
.judgement{display:inline-block;border:1px solid #212b32;border-radius:3px;padding:0 5px;font-size:12px;margin-left:6px}
.judgement-worse{background:#212b32;color:#fff}
dt{font-weight:bold}
dd{margin:0 0 8px}
code{font:13px/1.4 Consolas,'Liberation Mono',monospace;font-weight:normal;overflow-wrap:anywhere}
.definitions dl{columns:2;column-gap:28px;font-size:14px}
.definitions dl div{break-inside:avoid}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(200px,1fr));gap:4px 20px}
footer{border-top:1px solid #aeb7bd;padding-top:12px;padding-bottom:32px;font-size:14px;color:#4c6272}
@media screen and (max-width:735px){
.on-paper{display:none}
.on-telephone{display:block}
.definitions dl{columns:1}
h1{font-size:26px}
.outcome-table,.outcome-table tbody,.outcome-table tr,.outcome-table th,.outcome-table td,.outcome-table caption{display:block;width:auto}
.outcome-table thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.outcome-table th:first-child{width:auto}
.outcome-table tbody th{border-bottom:0;padding-bottom:0;font-size:16px}
.outcome-table tbody .unit{display:inline;margin-left:8px}
.outcome-table td{border-bottom:0;padding-top:2px;padding-bottom:2px}
.outcome-table td::before{content:attr(data-label);display:block;color:#4c6272;font-size:12px}
.outcome-table tr{border-bottom:1px solid #aeb7bd;padding-bottom:8px}
}
@page{size:A4;margin:12mm}
@media print{
html{font-size:14px}
main,footer,.report-header{max-width:none;padding-left:0;padding-right:0}
.on-paper{display:block}
.on-telephone,details{display:none}
tr,li,.headline,svg.chart{break-inside:avoid}
h2,h3{break-after:avoid}
thead{display:table-header-group}
.table-scroll{max-height:none;overflow:visible;border:0}
}
`;
