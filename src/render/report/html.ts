// One file of HTML from parts: nothing in it is fetched, only what it carries may run, and data cannot become markup.

import { base64 } from '../base64.ts';

export interface Parts {
  readonly language: string;
  readonly title: string;
  readonly noScript: string;
  readonly styles: readonly string[];
  readonly script: string;
  /** Texts of the data blocks by id: JSON, or base64. */
  readonly data: Readonly<Record<string, string>>;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** In JSON a `<` can stand only inside texts, where its number means the same. */
const harmless = (json: string): string => json.replaceAll('<', '\\u003c');

/** A script may say `</script` in its texts only, where the backslash changes nothing. */
const asScript = (code: string): string => code.replaceAll(/<(\/script|!--)/gi, '\\x3c$1');

async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${base64(new Uint8Array(digest))}'`;
}

/** The page, with a content security policy that admits its own script and styles by their checksums and nothing else. */
export async function page({ language, title, noScript, styles, script, data }: Parts): Promise<string> {
  const code = asScript(script);
  const policy = [
    "default-src 'none'",
    `script-src ${await hash(code)}`,
    `style-src ${(await Promise.all(styles.map(hash))).join(' ')}`,
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
${styles.map((style) => `<style>${style}</style>`).join('\n')}
</head>
<body>
<div id="report"><noscript><p>${escaped(noScript)}</p></noscript></div>
${Object.entries(data)
  .map(([id, text]) => `<script type="application/json" id="${id}">${harmless(text)}</script>`)
  .join('\n')}
<script>${code}</script>
</body>
</html>
`;
}
