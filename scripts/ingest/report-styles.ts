/** Styles of the page that a dry run writes: light and dark, on paper too. */
export const REPORT_STYLES = `
:root { color-scheme: light dark; --ink: #1f2328; --quiet: #57606a; --line: #d0d7de; --paper: #fff; --soft: #f6f8fa; --stop: #a40e26; --gone: #ffebe9; --came: #dafbe1; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --quiet: #9da7b3; --line: #3d444d; --paper: #14181d; --soft: #1c2128; --stop: #ff9492; --gone: #58191c; --came: #14401f; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 4rem; color: var(--ink); background: var(--paper); font: 1rem/1.8 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; line-break: strict; }
h1 { font-size: 1.6rem; line-height: 1.4; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; line-height: 1.5; margin: 2.5rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
h3 { font-size: 1.05rem; line-height: 1.5; margin: 2rem 0 .5rem; }
h4 { font-size: 1rem; line-height: 1.5; margin: 0 0 .25rem; }
small { color: var(--quiet); font-size: .875rem; overflow-wrap: anywhere; }
code { font-size: .95em; background: var(--soft); padding: 0 .3em; border-radius: .2em; }
.stop { border-inline-start: .25rem solid var(--stop); padding: .1rem .9rem; margin: 1rem 0; }
.stop p { margin: .4rem 0; } .stop li { overflow-wrap: anywhere; }
p.stop, tr.gone td:nth-child(2), td strong { color: var(--stop); font-weight: 600; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.6; }
th, td { text-align: start; vertical-align: top; padding: .5rem .6rem; border-bottom: 1px solid var(--line); }
td { white-space: nowrap; font-variant-numeric: tabular-nums; }
thead th { color: var(--quiet); font-weight: 500; white-space: nowrap; } tbody th { font-weight: 500; min-width: 14rem; }
tr.same th, tr.same td { color: var(--quiet); font-weight: 400; }
.passage { margin: 1rem 0; padding: .6rem .9rem; background: var(--soft); border-radius: .3rem; break-inside: avoid-page; }
.kind { display: inline-block; min-width: 3em; color: var(--quiet); font-weight: 400; }
.words { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
del { background: var(--gone); text-decoration: line-through; } ins { background: var(--came); text-decoration: underline; text-underline-offset: .2em; }
summary { cursor: pointer; padding: .3rem 0; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } .wide { overflow: visible; } td { white-space: normal; } .passage { background: none; border: 1px solid #999; } del, ins { background: none; } }
`;
