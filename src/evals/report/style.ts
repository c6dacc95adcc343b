import { Html } from './html.ts';

/** The page shows the language whose radio button is on; without styles both are there to read. */
export const style = new Html(`
:root { color-scheme: light dark; --ink: #1b2430; --paper: #fff; --soft: #f3f5f8; --rule: #d5dbe3; --accent: #14508c; --muted: #525e6c; --right: #17683a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --paper: #11161d; --soft: #1b222c; --rule: #37424f; --accent: #8fc1f4; --muted: #a5b0bd; --right: #79d69f; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, "Noto Sans", sans-serif; }
h1 { font-size: 1.7rem; margin: 0 0 .5rem; } h2 { border-bottom: 2px solid var(--accent); padding-bottom: .25rem; margin-top: 2.5rem; } h3 { margin: 1.75rem 0 .5rem; } h4 { margin: 0 0 .25rem; font-size: .9rem; }
a { color: var(--accent); } pre { margin: 0; font-size: .8rem; white-space: pre-wrap; } code { font-size: .85em; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; } table.narrow { width: auto; }
th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; } thead th { background: var(--soft); }
.number { text-align: right; white-space: nowrap; } td small { display: block; color: var(--muted); font-size: .75rem; } .best { font-weight: 700; } .best small { font-weight: 400; }
.scroll { overflow-x: auto; } .note, .axes, dt { color: var(--muted); } .note { max-width: 60rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0; } dd { margin: 0; overflow-wrap: anywhere; }
.charts { margin-top: 1.5rem; display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: flex-start; } figure { margin: 0; flex: 1 1 20rem; max-width: 30rem; } figcaption { font-weight: 600; } svg { width: 100%; height: auto; }
svg text { fill: var(--muted); font-size: 12px; } .up { text-anchor: end; dominant-baseline: middle; } .across { text-anchor: middle; } .grid { stroke: var(--rule); } .aid { stroke: var(--muted); stroke-dasharray: 5 4; } .curve { fill: none; stroke: var(--accent); stroke-width: 2.5; } .dot { fill: var(--accent); fill-opacity: .7; }
.worst > li { margin-bottom: 1.25rem; padding-bottom: 1rem; border-bottom: 1px solid var(--rule); break-inside: avoid; } .query { font-weight: 600; margin: 0; overflow-wrap: anywhere; } .gold { margin: .25rem 0; color: var(--muted); } .right { color: var(--right); }
.arms { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; font-size: .85rem; } .arms ol { margin: 0; padding-left: 1.2rem; } .arms small { color: var(--muted); font-weight: 400; }
.switch { float: right; display: flex; gap: .75rem; border: 0; padding: 0; margin: 0; } .switch label { cursor: pointer; }
body:has(#show-vi:checked) span[lang="en"] { display: none; }
body:has(#show-en:checked) span[lang="vi"] { display: none; }
@media print { body { max-width: none; padding: 0; font-size: .85rem; } .switch { display: none; } h2 { break-before: page; } .scroll { overflow: visible; } }
`);
