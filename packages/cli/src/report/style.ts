/**
 * The look of every page, in both themes and on paper. A colour is written once for both; the colours are those of the
 * dashboard. Fonts are the reader's own: the page loads nothing.
 */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --canvas: light-dark(#f3f5f4, #090d0d);
  --surface: light-dark(#ffffff, #141b1a);
  --sunken: light-dark(#edf0ef, #0e1514);
  --line: light-dark(#e1e6e4, #253130);
  --line-strong: light-dark(#c5cecb, #364442);
  --text: light-dark(#12201d, #ecf2f0);
  --muted: light-dark(#46554f, #b0beb9);
  --faint: light-dark(#5d6b67, #8a9994);
  --accent: light-dark(#0a6c66, #48cdbb);
  --accent-soft: light-dark(#def0ed, #15403a);
  --bad: light-dark(#ad3f0c, #ff9e6d);
  --bad-soft: light-dark(#fdebe1, #36200f);
  --caution: light-dark(#7d4f00, #f1c063);
  --caution-soft: light-dark(#fdf1d7, #2f240d);
  --bar: light-dark(#6fb3ad, #2f9287);
  --track: light-dark(#e8eceb, #222c2b);
  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', 'Segoe UI Mono', Menlo, Consolas, monospace;
}
*, *::before, *::after { box-sizing: border-box; }
* { margin: 0; }
html {
  background: var(--canvas);
  color: var(--text);
  font: 400 1rem/1.55 ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
  scroll-padding-top: 1rem;
}
main, footer { max-width: 68rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2.5rem); }
main { padding-block: clamp(1rem, 4vw, 2.5rem) 1rem; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; overflow-wrap: anywhere; letter-spacing: -0.012em; }
h2 { font-size: 1.375rem; font-weight: 650; }
h3 { font-size: 1rem; font-weight: 650; margin: 1.75rem 0 0.625rem; }
p, li, dd { text-wrap: pretty; }
a { color: var(--accent); text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 0.25rem; }
code, pre { font-family: var(--mono); font-size: 0.875em; }
code, .path { overflow-wrap: anywhere; }

/* The verdict: what a reader takes home who reads no further. */
.verdict {
  --tone: var(--accent);
  --tone-soft: var(--accent-soft);
  background: var(--surface);
  border: 1px solid var(--line);
  border-top: 0.375rem solid var(--tone);
  border-radius: 0.75rem;
  padding: clamp(1.25rem, 4vw, 2.25rem);
}
.verdict.caution { --tone: var(--caution); --tone-soft: var(--caution-soft); }
.verdict.bad { --tone: var(--bad); --tone-soft: var(--bad-soft); }
.verdict.running { --tone: var(--faint); --tone-soft: var(--sunken); }
.verdict h1 { font-size: clamp(1.5rem, 1rem + 2.2vw, 2.25rem); font-weight: 680; letter-spacing: -0.02em; max-width: 38ch; }
.eyebrow { display: flex; align-items: center; gap: 0.5rem; color: var(--muted); font-size: 0.875rem; font-weight: 600; margin-bottom: 0.875rem; }
.mark circle { fill: var(--tone); }
.mark path { fill: none; stroke: var(--surface); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.facts { display: flex; flex-wrap: wrap; gap: 0.875rem 2.25rem; margin-top: 1.75rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
.facts div { min-width: 0; }
.facts dt { color: var(--faint); font-size: 0.8125rem; }
.facts dd { margin: 0; font-size: 0.9375rem; overflow-wrap: anywhere; }

/* The figures: a strip of equal cells whose dividing lines are the ground between them. */
.figures {
  display: flex;
  flex-wrap: wrap;
  gap: 1px;
  margin-top: 1rem;
  background: var(--line);
  border: 1px solid var(--line);
  border-radius: 0.75rem;
  overflow: hidden;
}
.figures div { flex: 1 1 8.5rem; background: var(--surface); padding: 1rem 1.125rem; }
.figures dt { color: var(--faint); font-size: 0.8125rem; }
.figures dd { margin: 0; }
.figures strong { display: block; font-size: 1.375rem; font-weight: 650; line-height: 1.3; letter-spacing: -0.015em; font-variant-numeric: tabular-nums; white-space: nowrap; }
.figures dd span { color: var(--faint); font-size: 0.8125rem; }

.note { margin-top: 1rem; padding: 0.875rem 1.125rem; background: var(--sunken); border: 1px solid var(--line); border-radius: 0.75rem; color: var(--muted); overflow-wrap: anywhere; }
.reason { font-size: 1.125rem; max-width: 70ch; overflow-wrap: anywhere; }
section > .reason + ul { margin-top: 0.75rem; overflow-wrap: anywhere; }

section { margin-top: 3rem; }
section > h2 { padding-bottom: 0.625rem; border-bottom: 1px solid var(--line-strong); margin-bottom: 1rem; }
.intro { color: var(--muted); max-width: 72ch; margin-bottom: 1.125rem; }
section > p + .scroll, section > ul + .scroll { margin-top: 0.75rem; }
section > h3 + ul { padding-left: 1.375rem; }
.steps { padding-left: 1.375rem; max-width: 72ch; }
.steps li + li { margin-top: 0.375rem; }
.steps li::marker { color: var(--faint); font-variant-numeric: tabular-nums; }
.steps code { white-space: nowrap; background: var(--sunken); border: 1px solid var(--line); border-radius: 0.3rem; padding: 0.05em 0.3em; }

nav { margin-top: 2rem; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.375rem 1.25rem; font-size: 0.9375rem; }
nav a { display: inline-block; padding-block: 0.25rem; }

/* Tables scroll by themselves: the page never does sideways. */
.scroll { overflow-x: auto; background: var(--surface); border: 1px solid var(--line); border-radius: 0.75rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.5rem 0.75rem; text-align: left; vertical-align: top; }
th:first-child { padding-left: 1.125rem; }
td:last-child, thead th:last-child { padding-right: 1.125rem; }
thead th { color: var(--faint); font-size: 0.8125rem; font-weight: 500; white-space: nowrap; vertical-align: bottom; border-bottom: 1px solid var(--line-strong); }
tbody tr + tr > * { border-top: 1px solid var(--line); }
tbody th { font-weight: 550; }
.figure { text-align: right; white-space: nowrap; }
.figure + .text { padding-left: 2rem; }
.name { overflow-wrap: anywhere; min-width: 8rem; }
td.bar, th.bar { width: 22%; min-width: 6rem; }
td.bar { vertical-align: middle; }
svg.bar { display: block; width: 100%; height: 0.5rem; border-radius: 0.25rem; fill: var(--bar); }
svg.bar .track { fill: var(--track); }
.none { color: var(--faint); }
.badge { display: inline-block; padding: 0.05rem 0.5rem; border-radius: 1rem; font-size: 0.8125rem; font-weight: 600; white-space: nowrap; background: var(--sunken); color: var(--muted); }
.badge.good { background: var(--accent-soft); color: var(--accent); }
.badge.caution { background: var(--caution-soft); color: var(--caution); }
.badge.bad { background: var(--bad-soft); color: var(--bad); }
.examples { list-style: none; padding: 0; max-width: 24rem; }

.card { background: var(--surface); border: 1px solid var(--line); border-left: 0.25rem solid var(--line-strong); border-radius: 0.5rem; padding: 0.75rem 1.125rem; overflow-wrap: anywhere; }
.card + .card { margin-top: 0.5rem; }
.card.refused { border-left-color: var(--bad); }
.card.changed { border-left-color: var(--caution); }
.card p { max-width: 76ch; color: var(--muted); }
.card .kind { color: var(--faint); font-size: 0.8125rem; }
.names { list-style: none; padding: 0; font-weight: 550; overflow-wrap: anywhere; }
.names li { display: inline; }
.names li:not(:last-child)::after { content: ','; font-weight: 400; color: var(--faint); }

details { margin-top: 0.625rem; }
summary { width: fit-content; min-height: 1.75rem; padding-block: 0.125rem; color: var(--accent); font-size: 0.9375rem; font-weight: 550; cursor: pointer; border-radius: 0.25rem; }
summary::marker { color: var(--faint); }
details[open] > summary { margin-bottom: 0.5rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 2; line-height: 1.5; padding: 0.875rem 1.125rem; background: var(--sunken); border: 1px solid var(--line); border-radius: 0.5rem; }

.glossary { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: 1rem 2rem; }
.glossary dt { font-weight: 600; }
.glossary dd { margin: 0; color: var(--muted); font-size: 0.9375rem; }

footer { padding-block: 2.5rem; color: var(--faint); font-size: 0.8125rem; }

@media (max-width: 40rem) {
  .bar { display: none; }
  table { font-size: 0.875rem; }
  th, td { padding-inline: 0.5rem; }
  thead th { white-space: normal; }
  th:first-child { padding-left: 0.875rem; }
  section { margin-top: 2.25rem; }
  .figure + .text { padding-left: 0.75rem; }
}

@page { size: A4; margin: 16mm 14mm; }
@media print {
  :root { color-scheme: light; }
  html { background: none; font-size: 10.5pt; }
  main, footer { max-width: none; padding-inline: 0; }
  main { padding-top: 0; }
  nav { display: none; }
  .verdict, .figures div, .scroll, .card, .badge, svg.bar, .mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .scroll { overflow: visible; }
  table { font-size: 8.5pt; }
  th, td { padding: 0.3rem 0.5rem; }
  thead th { white-space: normal; }
  .figure + .text { padding-left: 0.75rem; }
  .name { min-width: 5rem; }
  .verdict, .figures, .card, tr, .steps li, .glossary div { break-inside: avoid; }
  h2, h3, .intro { break-after: avoid; }
  thead { display: table-header-group; }
  section { margin-top: 1.75rem; }
  footer { padding-block: 1rem 0; }
}
`;
