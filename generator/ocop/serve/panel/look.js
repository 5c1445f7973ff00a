// How the panel looks, by day and by night: in the colours of the site, but plainly not part of it.
(function (preview) {
  "use strict";
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
:host{all:initial}
@media print{:host{display:none!important}}
.all{--paper:#fff;--ink:#211c17;--muted:#5f564c;--line:#d9cfbf;--red:#9e2a22;--amber:#7a5a10;
  --green:#2f6b3a;--blue:#1f4e9e;font:16px/1.5 system-ui,"Segoe UI",Roboto,sans-serif;color:var(--ink)}
*{box-sizing:border-box}
h2,p,ol,ul{margin:0;padding:0}ol,ul{list-style:none}
h2{font-size:1.125rem;line-height:1.4}
a{color:var(--blue)}
button,.bar a{font:inherit;color:inherit;min-height:44px;min-width:44px;padding:.25rem .9rem;cursor:pointer;
  border:1px solid var(--line);border-radius:999px;background:var(--paper);text-decoration:none;
  display:inline-flex;align-items:center;gap:.4rem;white-space:nowrap}
button:hover{border-color:currentColor}
:focus-visible{outline:3px solid var(--blue);outline-offset:2px}
.bar{position:fixed;left:.75rem;bottom:5.25rem;z-index:2147483646;display:flex;flex-wrap:wrap;
  flex-direction:row-reverse;justify-content:flex-end;gap:.5rem;max-width:calc(100vw - 1.5rem)}
.bar .lost,.bar .doors{flex-basis:100%}
.bar button{box-shadow:0 2px 10px rgba(0,0,0,.18);font-size:.9375rem}
.bar .errors{background:var(--red);border-color:var(--red);color:var(--paper);font-weight:600}
.bar .warnings{color:var(--amber);border-color:currentColor;font-weight:600}
.bar .lost{padding:.35rem .9rem;border-radius:1rem;background:var(--ink);color:var(--paper);font-size:.9375rem}
.doors{padding:.5rem 1rem;border:1px solid var(--line);border-radius:14px;background:var(--paper);
  box-shadow:0 4px 24px rgba(0,0,0,.2);max-width:min(30rem,100%)}
.doors li+li{border-top:1px solid var(--line)}
.doors a,.doors span{display:flex;align-items:center;min-height:44px;padding:.4rem 0;border:0;border-radius:0;
  background:none;white-space:normal;overflow-wrap:anywhere;color:var(--blue)}
.doors span{color:inherit;user-select:all}
.doors a{text-decoration:underline}
.sheet{position:fixed;inset:auto 0 0 0;max-height:min(70vh,40rem);overflow:auto;z-index:2147483647;
  padding:1rem max(1rem,calc(50vw - 32rem)) 1.5rem;background:var(--paper);
  border-top:4px solid var(--amber);box-shadow:0 -6px 30px rgba(0,0,0,.28)}
.sheet.faults{border-color:var(--red)}
.sheet header{display:flex;gap:1rem;align-items:center;justify-content:space-between;margin-bottom:.25rem}
.faults h2{color:var(--red)}.sheet.warned h2{color:var(--amber)}
.sheet li{padding:.75rem 0;border-top:1px solid var(--line)}
.place{font:14px/1.5 ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
.place a{display:inline-block;min-height:44px;padding:.65rem 0}
.code{color:var(--muted)}
.hint{color:var(--green)}.hint::before{content:"→ "}
.failure{white-space:pre-line;padding:.5rem 0}
.rest{padding-top:.75rem;border-top:1px solid var(--line);color:var(--muted)}
.quiet{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
[hidden]{display:none!important}
@media (max-width:47.99rem){.bar .text{display:none}.bar button{padding:.25rem .6rem;justify-content:center}
  .bar .edit .sign{font-size:1.25rem}}
@media (min-width:48rem){.bar{bottom:.75rem;flex-direction:column;align-items:flex-start}
  .bar .lost,.bar .doors{flex-basis:auto}.bar .warnings .sign{display:none}.bar .warnings .text::before{content:"⚠ "}}
@media (prefers-color-scheme:dark){.all{--paper:#231d18;--ink:#f3ebdd;--muted:#b9ac9b;--line:#4a4036;
  --red:#ff9d92;--amber:#f0b94a;--green:#9fd3a7;--blue:#a9c7ff}
  .bar .errors,.bar .lost{color:#17130f}}
`);
  preview.root.adoptedStyleSheets = [sheet];
})(this.ocopPreview);
