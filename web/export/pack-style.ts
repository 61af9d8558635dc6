// web/export/pack-style.ts: the style of the pack: pages of A4 landscape, ink on white.

/** CSS of the pack as a file of its own. */
export const PACK_STYLE = `
*{box-sizing:border-box}
html{font:16px/1.45 Arial,'Liberation Sans',Arimo,sans-serif;color:#212b32;background:#e8edee}
body{margin:0}
main{max-width:1100px;margin:0 auto;padding:16px}
.pack-title{font-size:24px;margin:8px 0 16px}
.pack-page{background:#fff;border:1px solid #d8dde0;padding:24px 36px 12px;margin:0 0 20px}
h3{font-size:25px;line-height:1.25;margin:0 0 4px}
p,ul{margin:0 0 10px}
ul{padding-left:22px}
.pack-words li{font-size:19px;margin-bottom:8px}
.card-subtitle,.card-source,caption{color:#4c6272;font-size:14px;text-align:left}
.card-figure{margin:0}
.card-words{font-size:14px}
svg.chart{display:block;max-width:100%;height:auto}
.panels{display:grid;gap:16px 28px;align-items:start;margin-top:8px}
.panels-2{grid-template-columns:repeat(2,1fr)}
.panels-3{grid-template-columns:repeat(3,1fr)}
details{margin:0 0 6px}
summary{cursor:pointer;text-decoration:underline}
:focus-visible{outline:3px solid #212b32;outline-offset:2px;background:#ffeb3b}
.table-scroll{overflow:auto;max-height:420px;border:1px solid #d8dde0}
table{border-collapse:collapse;width:100%;font-size:15px;line-height:1.35}
.data-table{white-space:nowrap;font-size:14px}
th,td{text-align:left;vertical-align:top;padding:6px 8px;border-bottom:1px solid #d8dde0;overflow-wrap:anywhere}
thead th{border-bottom:2px solid #4c6272}
.pack-foot{display:flex;flex-wrap:wrap;justify-content:space-between;gap:2px 16px;border-top:1px solid #d8dde0;color:#4c6272;font-size:11px;padding-top:6px;margin-top:10px}
.pack-warning{flex-basis:100%;color:#212b32}
.nhsuk-u-visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media (max-width:700px){
main{padding:8px}
.pack-page{padding:16px}
.panels{grid-template-columns:1fr}
h3{font-size:20px}
.pack-table,.pack-table tbody,.pack-table tr,.pack-table th,.pack-table td{display:block}
.pack-table thead{display:none}
}
@page{size:A4 landscape;margin:10mm}
@media print{
html{background:#fff;font-size:14px}
main{max-width:none;padding:0}
.pack-title,details,.card-source{display:none}
.pack-page{border:0;margin:0;padding:0;height:186mm;display:flex;flex-direction:column;overflow:hidden;break-after:page;break-inside:avoid}
.pack-page:last-child{break-after:auto}
.pack-page>.card{flex:1 1 auto;min-height:0;display:flex;flex-direction:column}
.pack-page .card-figure{flex:1 1 auto;min-height:0}
.panels-3,.panels-2{align-items:start}
}
`;
