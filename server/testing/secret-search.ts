/** Something that must not be found, as text or as bytes. */
export interface Secret {
  name: string;
  value: string | Buffer;
}

/** Where it must not be found. */
export interface Place {
  name: string;
  content: string | Buffer;
  /** Names of secrets that belong here: where an answer's whole purpose is to hand one over. */
  mayHold?: readonly string[];
}

export interface Finding {
  secret: string;
  form: string;
  place: string;
}

const shortest = 8;

/** Every place in which a secret lies, plain or in a form that anybody could turn back: base64 (also within a longer text), hex, URL, JSON, HTML. */
export function findSecrets(secrets: readonly Secret[], places: readonly Place[]): Finding[] {
  const sought = secrets.map((secret) => ({ secret: secret.name, forms: formsOf(secret) }));
  return places.flatMap(({ name: place, content, mayHold = [] }) => {
    const bytes = Buffer.isBuffer(content) ? content : Buffer.from(content);
    return sought
      .filter(({ secret }) => !mayHold.includes(secret))
      .flatMap(({ secret, forms }) =>
        [...forms].filter(([, needle]) => bytes.includes(needle)).map(([form]) => ({ secret, form, place })),
      );
  });
}

function formsOf({ name, value }: Secret): Map<string, Buffer> {
  const bytes = Buffer.isBuffer(value) ? value : Buffer.from(value);
  if (bytes.length < shortest) throw new Error(`${name} is so short that it would be found by chance.`);
  const forms = new Map<string, Buffer>([['plain', bytes]]);
  const add = (form: string, text: string) => {
    if (![...forms.values()].some((known) => known.equals(Buffer.from(text)))) forms.set(form, Buffer.from(text));
  };
  add('hex', bytes.toString('hex'));
  add('HEX', bytes.toString('hex').toUpperCase());
  for (const before of [0, 1, 2]) {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    // What depends on the neighbours is left out: the characters that hold bits of the bytes before, and of those after.
    const inside = text
      .replace(/=+$/, '')
      .slice(before === 0 ? 0 : before + 1, (before + bytes.length) % 3 === 0 ? undefined : -1);
    add(`base64 at ${before}`, inside);
    add(`base64url at ${before}`, inside.replaceAll('+', '-').replaceAll('/', '_'));
  }
  if (!Buffer.isBuffer(value)) {
    add('URL', encodeURIComponent(value));
    add('form', new URLSearchParams({ '': value }).toString().slice(1));
    add('JSON', JSON.stringify(value).slice(1, -1));
    add('JSON with escaped slashes', JSON.stringify(value).slice(1, -1).replaceAll('/', '\\/'));
    add('HTML', value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'));
  }
  return forms;
}
