/** Programs by what they write into `User-Agent`, the telling ones first: nearly every browser also claims to be Chrome and Safari. */
const programs: readonly [name: string, sign: RegExp][] = [
  ['TikTok', /\b(musical_ly|BytedanceWebview|trill)\b/i],
  ['Instagram', /\bInstagram\b/],
  ['Facebook', /\bFB(AN|AV|_IAB)\b/],
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\bOPR\/|\bOPiOS\/|\bOpera\b/],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Vivaldi', /\bVivaldi\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS|HeadlessChrome)\//],
  ['Chromium', /\bChromium\//],
  ['Safari', /\bSafari\//],
];

/** Android names Linux, and iPhones name Mac OS X: they come first. */
const systems: readonly [name: string, sign: RegExp][] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['macOS', /\bMac OS X\b|\bMacintosh\b/],
  ['Linux', /\bLinux\b|\bX11\b/],
];

const longestName = 40;

export interface BrowserName {
  /** Null where it gave no name at all. */
  program: string | null;
  /** Null where it cannot be told. */
  system: string | null;
}

/**
 * Names people know for a `User-Agent`, as told by the browser, which may lie: good for recognising one's own in a list, for nothing
 * else. An unknown program goes by the first word it says of itself.
 */
export function nameBrowser(userAgent: string | null): BrowserName {
  const text = userAgent ?? '';
  const known = (list: readonly [string, RegExp][]) => list.find(([, sign]) => sign.test(text))?.[0] ?? null;
  const ownWord = /^[\p{L}\p{N}_.-]+/u.exec(text)?.[0].slice(0, longestName);
  return { program: known(programs) ?? ownWord ?? null, system: known(systems) };
}
