import type { Request, Response } from 'express';
import { refusal } from '../graphql/refusal';

export interface Refusal {
  status: number;
  code: string;
  /** What is wrong and what to do. */
  message: string;
  headers?: Record<string, string>;
}

/** Answers before any route has looked: in the shape of GraphQL, of REST, or as plain words where a page was asked for. */
export function refuse(request: Request, response: Response, { status, code, message, headers = {} }: Refusal): void {
  const path = request.baseUrl + request.path;
  response.set({ ...headers, 'cache-control': 'no-store' });
  if (/^\/graphql\/?$/.test(path)) {
    const [body, init] = refusal(status, code, message);
    response.status(status).set(init.headers).send(body);
  } else if (/^\/(api|webhooks|media)(\/|$)/.test(path)) response.status(status).json({ error: { code, message } });
  else response.status(status).type('text/plain').send(`${message}\n`);
}
