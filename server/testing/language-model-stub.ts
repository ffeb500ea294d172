import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What reached the stub: the parts of a chat completion that tests look at. */
export interface StubRequest {
  model: string;
  instructions: string;
  /** The user message, parsed. */
  input: unknown;
  /** `max_completion_tokens`. */
  maxOutputTokens: number;
  /** JSON schema of the answer. */
  schema: unknown;
  authorization: string | undefined;
}

interface Ending {
  finishReason?: 'stop' | 'length' | 'content_filter';
  /** Null: the server does not count. */
  usage?: { prompt_tokens: number; completion_tokens: number } | null;
}

/** How the stub answers one request. `text` is the message's content as it is, `json` is written as JSON. */
export type StubAnswer =
  | ({ json: unknown } & Ending)
  | ({ text: string } & Ending)
  | ({ refusal: string } & Ending)
  | { status: number; body?: string }
  | 'hang'
  | 'hang-in-body'
  | 'reset';

/**
 * A small server that speaks OpenAI's chat completions on loopback. Each request takes the next of `answers`; the last one
 * stays. A function sees the request.
 */
export interface LanguageModelStub {
  baseUrl: string;
  requests: StubRequest[];
  answerWith(...answers: (StubAnswer | ((request: StubRequest) => StubAnswer))[]): void;
  close(): Promise<void>;
}

export async function startLanguageModelStub(): Promise<LanguageModelStub> {
  const requests: StubRequest[] = [];
  let queue: (StubAnswer | ((request: StubRequest) => StubAnswer))[] = [{ status: 500 }];

  const server: Server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const request = readRequest(Buffer.concat(chunks).toString('utf8'), incoming.headers.authorization);
      requests.push(request);
      const next = queue.length > 1 ? queue.shift() : queue[0];
      const answer = typeof next === 'function' ? next(request) : (next ?? { status: 500 });
      if (answer === 'hang') return;
      if (answer === 'reset') {
        incoming.socket.destroy();
      } else if (answer === 'hang-in-body') {
        outgoing.writeHead(200, { 'content-type': 'application/json' });
        outgoing.write('{"choices":[');
      } else if ('status' in answer) {
        outgoing.writeHead(answer.status, { 'content-type': answer.body?.startsWith('<') ? 'text/html' : 'application/json' });
        outgoing.end(answer.body ?? JSON.stringify({ error: { message: 'stub', type: 'stub', code: null } }));
      } else {
        outgoing.writeHead(200, { 'content-type': 'application/json' });
        outgoing.end(JSON.stringify(completion(request.model, answer)));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    answerWith: (...answers) => {
      queue = answers;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function readRequest(body: string, authorization: string | undefined): StubRequest {
  const { model, messages, max_completion_tokens, response_format } = JSON.parse(body) as {
    model: string;
    messages: { role: string; content: string }[];
    max_completion_tokens: number;
    response_format: { json_schema: { schema: unknown } };
  };
  const contentOf = (role: string) => messages.find((message) => message.role === role)?.content ?? '';
  return {
    model,
    instructions: contentOf('system'),
    input: JSON.parse(contentOf('user')),
    maxOutputTokens: max_completion_tokens,
    schema: response_format.json_schema.schema,
    authorization,
  };
}

function completion(model: string, answer: Exclude<StubAnswer, string | { status: number }>) {
  const message =
    'refusal' in answer
      ? { role: 'assistant', content: null, refusal: answer.refusal }
      : { role: 'assistant', content: 'json' in answer ? JSON.stringify(answer.json) : answer.text, refusal: null };
  return {
    id: 'chatcmpl-stub',
    object: 'chat.completion',
    created: 0,
    model,
    choices: [
      {
        index: 0,
        message,
        finish_reason: answer.finishReason ?? 'stop',
        logprobs: null,
      },
    ],
    usage: answer.usage === undefined ? { prompt_tokens: 120, completion_tokens: 40 } : answer.usage,
  };
}
