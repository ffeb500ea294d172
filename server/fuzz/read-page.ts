import { Parser } from 'htmlparser2';
import { promise } from './nothing-invented';

/** What a browser finds in a page of the web app. */
export interface PageRead {
  /** Elements with the names of their attributes, in order; but for `streamed`. */
  elements: string[];
  /** Texts of the elements that have a direction of their own. */
  isolated: Set<string>;
  /** Of the first element of each of these names. */
  texts: { title?: string; caption?: string };
  links: string[];
  /** Values of the inputs, by name. */
  inputs: Map<string, string>;
  /** Every text that the page's scripts hand to the web app in the browser. */
  handedOver: Set<string>;
}

/** Attributes whose values a browser runs or shows as a page. */
const active = /^(?:on.*|srcdoc)$/;

/** What Remix and React put around the parts of a page that they send late: how many depends on sizes. Their scripts are read. */
const streamed = new Set(['script nonce', 'template id', 'div hidden id']);

/** The scripts of a page, whole; those that carry what the page was rendered from have it in a group, as JSON. */
const programForms = [
  /^window\.__remixContext\.streamController\.enqueue\((".*")\);$/s,
  /^window\.__remixContext = (\{.*\});window\.__remixContext\.stream = new ReadableStream\(\{start\(controller\)\{window\.__remixContext\.streamController = controller;\}\}\)\.pipeThrough\(new TextEncoderStream\(\)\);$/s,
  /^window\.__remixContext\.streamController\.close\(\);$/,
  /^(?:function \$RC\(a,b\)\{.*\};)?\$RC\("B:[0-9a-f]+","S:[0-9a-f]+"\)$/,
  /^\(\(STORAGE_KEY, restoreKey\) => \{.*\}\)\("positions", null\)$/s,
];

export function readPage(html: string): PageRead {
  promise(!html.includes('\u0000'), 'A zero byte in a page', html.slice(html.indexOf('\u0000') - 60).slice(0, 80));
  const page: PageRead = {
    elements: [],
    isolated: new Set(),
    texts: {},
    links: [],
    inputs: new Map(),
    handedOver: new Set(),
  };
  const programs: string[] = [];
  const open: { name: string; isIsolated: boolean; isProgram: boolean; text: string }[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const shape = [name, ...Object.keys(attributes)].join(' ');
      if (!streamed.has(shape)) page.elements.push(shape);
      for (const attribute of Object.keys(attributes)) promise(!active.test(attribute), 'An attribute that acts', attribute);
      if (name === 'a') page.links.push(attributes.href ?? '');
      if (name === 'input') page.inputs.set(attributes.name ?? '', asRead(attributes.value ?? ''));
      const isProgram = name === 'script' && attributes.type !== 'module' && attributes.src === undefined;
      open.push({ name, isIsolated: name === 'bdi' || attributes.dir === 'auto', isProgram, text: '' });
    },
    ontext(text) {
      for (const element of open) element.text += text;
    },
    onclosetag() {
      const element = open.pop();
      if (!element) return;
      const text = asRead(element.text);
      if (element.isIsolated) page.isolated.add(text);
      if (element.isProgram) programs.push(element.text);
      if (element.name === 'title' || element.name === 'caption') page.texts[element.name] ??= text;
    },
  });
  parser.end(html);
  page.handedOver = readPrograms(programs);
  return page;
}

/** A text after HTML: line breaks of every kind are one. */
export function asRead(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/**
 * What the page's own scripts hand over. Each must be one call with one JSON value, which is also one of JavaScript's: a script that a
 * caption had cut short, or added, is of no known form or does not parse.
 */
function readPrograms(programs: readonly string[]): Set<string> {
  const chunks: string[] = [];
  for (const program of programs) {
    const match = programForms.map((form) => form.exec(program.trim())).find((found) => found !== null);
    promise(match !== undefined, 'A script that is not the page’s', program);
    const [, json] = match;
    if (json === undefined) continue;
    const value = parsed(json);
    promise(value !== null, 'A script of the page does not parse', program);
    if (typeof value === 'string') chunks.push(value);
  }
  const texts = new Set<string>();
  // Its first line holds all values; inside them, GraphQL's answers are texts of their own.
  const values: unknown = JSON.parse(chunks.join('').split('\n')[0] ?? '');
  addTexts(values, texts);
  for (const text of [...texts]) if (text.startsWith('{"')) addTexts(parsed(text), texts);
  return texts;
}

function addTexts(value: unknown, texts: Set<string>): void {
  if (typeof value === 'string') texts.add(value);
  else if (typeof value === 'object' && value !== null) for (const child of Object.values(value)) addTexts(child, texts);
}

/** Null for what is not JSON: a caption may begin like it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
