/** The stylesheet, served as /style.css: one column that fits a phone, light and dark, system fonts for Latin and Chinese. */
export const style = `
:root {
  color-scheme: light dark;
  --ink: #1c1f23; --soft: #5b636d; --paper: #ffffff; --wash: #f4f5f7; --line: #d9dde2; --link: #0b57a4;
  --error: #a8201a; --warning: #8a5a00; --note: #35618f; --mark: #fff1b8; --mark-line: #d9b300;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6e8eb; --soft: #a0a8b2; --paper: #15181c; --wash: #1e2329; --line: #353c45; --link: #7db7f0;
    --error: #ff8a80; --warning: #f0c060; --note: #90bdec; --mark: #4a3f10; --mark-line: #b09220;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 0 1rem 4rem; max-width: 62rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Hiragino Sans GB",
    "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif;
}
[lang|="zh"] {
  font-family: "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC",
    "WenQuanYi Micro Hei", system-ui, sans-serif;
}
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
header.site { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; padding: .75rem 0; border-bottom: 1px solid var(--line); }
header.site .name { font-weight: 700; text-decoration: none; color: inherit; }
header.site form { display: flex; gap: .5rem; margin-left: auto; min-width: 0; }
input[type="search"], button {
  font: inherit; padding: .35rem .6rem; border: 1px solid var(--line); border-radius: .35rem; background: var(--paper); color: inherit; min-width: 0;
}
button { background: var(--wash); cursor: pointer; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 1.25rem 0 .25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
h2 .count, .soft { color: var(--soft); font-weight: 400; }
.soft { font-size: .9rem; }
nav.parts { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: .75rem 0; font-size: .9rem; }
dl.counts { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1rem 0; }
dl.counts div { background: var(--wash); border-radius: .4rem; padding: .4rem .75rem; }
dl.counts dt { color: var(--soft); font-size: .8rem; }
dl.counts dd { margin: 0; font-size: 1.15rem; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { color: var(--soft); font-weight: 600; font-size: .85rem; }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; }
ol.facts, ul.facts { list-style: none; margin: 0; padding: 0; }
ol.facts > li, ul.facts > li { padding: .6rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.when { color: var(--soft); font-variant-numeric: tabular-nums; margin-inline-end: .6rem; white-space: nowrap; }
blockquote { margin: .35rem 0 0; padding-inline-start: .75rem; border-inline-start: 3px solid var(--line); }
blockquote .from { color: var(--soft); font-size: .85rem; }
details > summary { cursor: pointer; color: var(--soft); font-size: .9rem; margin-top: .35rem; }
.error, .warning, .note { font-weight: 600; }
.error { color: var(--error); } .warning { color: var(--warning); } .note { color: var(--note); }
.tag { border: 1px solid var(--line); border-radius: .3rem; padding: 0 .35rem; font-size: .8rem; color: var(--soft); white-space: nowrap; }
.control { border: 1px dashed var(--error); border-radius: .2rem; font: .75rem/1 ui-monospace, monospace; color: var(--error); padding: 0 .15rem; }
article.story { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.9; margin: 1rem 0; }
article.story mark { background: var(--mark); color: inherit; border-bottom: 2px solid var(--mark-line); }
article.story mark a { color: inherit; text-decoration: none; }
article.story mark.doubt { border-bottom: 3px double var(--error); }
article.story sup + sup::before { content: " "; }
article.story sup { font-size: .7rem; line-height: 0; user-select: none; }
:target { background: var(--wash); }
footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .85rem; }
@media (max-width: 34rem) { header.site form { margin-left: 0; width: 100%; } header.site input[type="search"] { flex: 1; } }
@media print { header.site form, nav.parts { display: none; } body { max-width: none; } a { color: inherit; } }
`.trimStart();
