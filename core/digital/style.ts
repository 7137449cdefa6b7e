/** How the digital edition looks: one sheet of styles for all of its pages, light and dark, phone and desk. */
export const digitalCss = `
:root {
  color-scheme: light dark;
  --ground: #f2f0ec; --paper: #ffffff; --text: #1f1d1b; --text-2: #5d5952; --line: #d9d5ce; --accent: #a5352a; --wash: #a5352a1f;
  font: 17px/1.8 "Noto Serif SC", "Source Han Serif SC", "Songti SC", "SimSun", serif;
}
@media (prefers-color-scheme: dark) {
  :root { --ground: #191817; --paper: #23211f; --text: #e9e5df; --text-2: #aaa49b; --line: #3b3834; --accent: #ec8b7c; --wash: #ec8b7c33; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); }
h1, h2, h3, p, ol, ul, figure { margin: 0; padding: 0; }
ol, ul { list-style: none; }
img { display: block; max-width: 100%; height: auto; }
a { color: inherit; text-decoration: none; }
a:hover { color: var(--accent); }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.ui, nav, footer, .rows, .facts { font-family: "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 8px; top: 8px; z-index: 2; padding: 8px 12px; background: var(--paper); }
.top { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 16px; padding: 12px 24px; border-bottom: 1px solid var(--line); background: var(--paper); }
.top strong { font-size: 20px; line-height: 28px; letter-spacing: 0.04em; }
.top time { color: var(--text-2); font-size: 14px; }
.top nav { display: flex; flex-wrap: wrap; gap: 0 4px; margin-left: auto; font-size: 14px; }
.top nav a, .turn a { display: inline-block; padding: 4px 10px; border-radius: 4px; min-height: 32px; line-height: 24px; }
.top nav a[aria-current] { background: var(--accent); color: var(--paper); }
.spread { display: grid; grid-template-columns: minmax(0, 1fr) 340px; gap: 24px; max-width: 1240px; margin: 0 auto; padding: 24px; align-items: start; }
.sheet { position: relative; background: #fff; box-shadow: 0 0 0 1px var(--line), 0 6px 24px #0000001a; }
.sheet img { width: 100%; }
.sheet svg { position: absolute; inset: 0; width: 100%; height: 100%; }
.sheet polygon { fill: transparent; stroke: transparent; stroke-width: 2; vector-effect: non-scaling-stroke; cursor: pointer; }
.sheet a:hover polygon { fill: #a5352a14; stroke: #a5352a80; }
.sheet a:focus-visible { outline: none; }
.sheet a:focus-visible polygon { fill: #a5352a1f; stroke: #a5352a; stroke-width: 3; }
.rows h2, .pages h2 { font-size: 18px; line-height: 28px; }
.rows h2 small { margin-left: 8px; color: var(--text-2); font-weight: 400; font-size: 14px; }
.rows ol { margin-top: 8px; border-top: 1px solid var(--line); }
.rows li { border-bottom: 1px solid var(--line); }
.rows li a { display: block; padding: 10px 4px; font-size: 16px; line-height: 24px; }
.rows small, .rows li span { display: block; color: var(--text-2); font-size: 13px; line-height: 20px; }
.turn { display: flex; justify-content: space-between; gap: 16px; margin-top: 16px; font: 14px/24px "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
.turn a { border: 1px solid var(--line); background: var(--paper); max-width: 48%; }
.turn a:last-child { margin-left: auto; text-align: right; }
.pages { max-width: 1240px; margin: 0 auto; padding: 24px; }
.pages > ol { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); gap: 32px 24px; margin-top: 16px; }
.pages .sheet { display: block; }
.pages li li { font: 14px/22px "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; padding: 3px 0; }
.pages h3 { margin: 12px 0 4px; font: 600 15px/24px "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
article { max-width: 42em; margin: 0 auto; padding: 40px 24px 24px; background: var(--paper); }
article header { margin-bottom: 28px; padding-bottom: 20px; border-bottom: 1px solid var(--line); }
.kicker { color: var(--text-2); font-size: 17px; }
h1 { font-size: 30px; line-height: 1.4; font-weight: 700; text-wrap: balance; }
h1.ui { font-size: 20px; line-height: 28px; }
.deck { margin-top: 6px; color: var(--text-2); font-size: 18px; line-height: 1.6; }
.series { color: var(--accent); font-size: 15px; }
.byline { margin-top: 12px; color: var(--text-2); font-size: 15px; }
.facts { margin-top: 4px; color: var(--text-2); font-size: 13px; line-height: 20px; }
article p.text { margin-top: 0.7em; text-indent: 2em; text-align: justify; overflow-wrap: anywhere; }
article h2 { margin: 1.4em 0 0.4em; font-size: 18px; text-align: center; }
figure { margin: 1.4em 0; }
figure img { width: 100%; }
figcaption { margin-top: 8px; color: var(--text-2); font-size: 14px; line-height: 1.6; }
footer { padding: 24px; color: var(--text-2); font-size: 13px; text-align: center; }
@media (max-width: 820px) {
  .top { padding: 10px 16px; }
  .top nav { margin-left: 0; width: 100%; overflow-x: auto; flex-wrap: nowrap; }
  .top nav a { min-height: 44px; line-height: 36px; white-space: nowrap; }
  .spread { grid-template-columns: minmax(0, 1fr); padding: 12px; gap: 16px; }
  .rows { padding: 0 4px; }
  .pages { padding: 16px; }
  .pages > ol { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 20px 14px; }
  article { padding: 24px 18px; }
  h1 { font-size: 25px; }
  .turn { padding: 0 4px; }
}
@media print { .top nav, .turn { display: none; } body, article { background: none; color: #000; } }
@media (prefers-reduced-motion: no-preference) { .sheet polygon { transition: fill 0.12s, stroke 0.12s; } }
`;
