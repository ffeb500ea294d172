import { csrfHeader } from '../graphql/csrf';
import type { Place } from './secret-search';

/** A browser over plain HTTP that keeps its cookies, follows nothing, and writes down whatever it is answered. */
export class Visitor {
  private readonly jar = new Map<string, string>();
  /** Every `Set-Cookie` line, as it came. */
  readonly cookieLines: string[] = [];

  constructor(
    private readonly url: string,
    private readonly places: Place[],
    private readonly headers: Record<string, string> = {},
  ) {}

  cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** The value of the cookie whose name ends so; undefined when there is none. */
  cookieValue(suffix: string): string | undefined {
    return [...this.jar].find(([name]) => name.endsWith(suffix))?.[1];
  }

  async fetch(
    path: string,
    init: RequestInit = {},
    mayHold: readonly string[] = [],
  ): Promise<{ response: Response; body: Buffer }> {
    const headers = { cookie: this.cookie(), ...this.headers, ...(init.headers as Record<string, string>) };
    const response = await fetch(`${this.url}${path}`, { redirect: 'manual', ...init, headers });
    this.keepCookies(response);
    const body = Buffer.from(await response.arrayBuffer());
    // The cookie is how a session reaches its browser; everything else that comes is looked at.
    const lines = [...response.headers].filter(([name]) => name !== 'set-cookie').map((line) => line.join(': '));
    const content = Buffer.concat([Buffer.from(`${lines.join('\n')}\n\n`), body]);
    this.places.push({ name: `${init.method ?? 'GET'} ${path.slice(0, 200)} (${response.status})`, content, mayHold });
    return { response, body };
  }

  async post(query: string, variables: Record<string, unknown> = {}, mayHold: readonly string[] = []): Promise<GraphQLAnswer> {
    const { body } = await this.fetch('/graphql', this.json({ query, variables }), mayHold);
    return JSON.parse(body.toString('utf8')) as GraphQLAnswer;
  }

  async query<Data>(query: string, variables: Record<string, unknown> = {}, mayHold: readonly string[] = []): Promise<Data> {
    const { data, errors } = await this.post(query, variables, mayHold);
    if (errors || !data) throw new Error(`${JSON.stringify(errors)} for ${query}`);
    return data as Data;
  }

  json(value: unknown): RequestInit {
    const body = typeof value === 'string' ? value : JSON.stringify(value);
    return { method: 'POST', headers: { 'content-type': 'application/json', [csrfHeader]: '1' }, body };
  }

  private keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      this.cookieLines.push(line);
      const [pair = ''] = line.split(';');
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (value === '') this.jar.delete(name);
      else this.jar.set(name, value);
    }
  }
}

interface GraphQLAnswer {
  data?: unknown;
  errors?: { message: string }[];
}
