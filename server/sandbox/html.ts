const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text made safe for HTML and for quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** A whole page with its one style sheet. The policy that allows the style carries the same nonce. */
export function page(input: { language: string; title: string; body: string; nonce: string }): string {
  const { language, title, body, nonce } = input;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style nonce="${nonce}">${styles}</style>
</head>
<body><main>${body}</main></body>
</html>`;
}

/** @param formTargets origins that a form's answer may lead to */
export function contentPolicy(nonce: string, formTargets: readonly string[] = []): string {
  const targets = ["'self'", ...formTargets].join(' ');
  return `default-src 'none'; style-src 'nonce-${nonce}'; img-src 'self'; form-action ${targets}; base-uri 'none'; frame-ancestors 'self'`;
}

/** For pages that other sites may show in a frame. */
export function embeddablePolicy(nonce: string): string {
  return `default-src 'none'; style-src 'nonce-${nonce}'; img-src 'self'; form-action 'none'; base-uri 'none'`;
}

const styles = `
:root{color-scheme:light dark;--back:#f4f4f6;--card:#fff;--text:#16181d;--soft:#5a6070;--line:#d9dce3;--strong:#5b21b6;--on:#fff;--note:#fff4d6;--notetext:#4d3800}
@media (prefers-color-scheme:dark){:root{--back:#101216;--card:#1a1d23;--text:#f0f1f4;--soft:#a5abb9;--line:#343945;--strong:#c4b5fd;--on:#1a1033;--note:#3a2f0b;--notetext:#ffe9a8}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--text);font:16px/1.5 system-ui,sans-serif}
main{max-width:34rem;margin:0 auto;padding:1rem}
.note{background:var(--note);color:var(--notetext);padding:.75rem 1rem;border-radius:.75rem;margin:0 0 1rem}
h1{font-size:1.35rem;line-height:1.25;margin:.5rem 0 1rem}
fieldset{border:1px solid var(--line);border-radius:.75rem;background:var(--card);margin:0 0 1rem;padding:.25rem 1rem .5rem;min-width:0}
legend{font-weight:600;padding:0 .35rem}
label{display:flex;gap:.75rem;align-items:center;padding:.6rem 0;cursor:pointer}
label+label{border-top:1px solid var(--line)}
label img{border-radius:50%;flex:none}
label span{min-width:0;overflow-wrap:anywhere}
label small,.soft{color:var(--soft);display:block;font-size:.875rem}
input{width:1.25rem;height:1.25rem;flex:none;accent-color:var(--strong);margin:0}
.buttons{position:sticky;bottom:0;background:var(--back);padding:.75rem 0 1rem;display:flex;gap:.75rem}
button{flex:1;font:inherit;font-weight:600;padding:.8rem 1rem;border-radius:.75rem;border:2px solid var(--strong);cursor:pointer;background:var(--strong);color:var(--on)}
button.plain{background:transparent;color:var(--strong)}
:focus-visible{outline:3px solid var(--strong);outline-offset:2px}
.cover{display:block;width:100%;max-width:16rem;margin:0 auto 1rem;border-radius:.75rem}
.caption{overflow-wrap:anywhere}
`;
