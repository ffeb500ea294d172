import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';

export interface SentRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer | null;
}

export interface ReceivedAnswer {
  status: number;
  contentType: string;
  text: string;
}

/** One connection, used again and again, as a browser would. */
export function createAgent(): Agent {
  return new Agent({ keepAlive: true, maxSockets: 1 });
}

/** Sends as it is told. A stream of events is answered with its head, and left. */
export function sendRequest(port: number, agent: Agent, { method, path, headers, body }: SentRequest): Promise<ReceivedAnswer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, agent, method, path, headers }, (response) => {
      const contentType = response.headers['content-type'] ?? '';
      const answer = (text: string) => resolve({ status: response.statusCode ?? 0, contentType, text });
      if (contentType.includes('event-stream')) {
        request.destroy();
        answer('');
        return;
      }
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => answer(Buffer.concat(chunks).toString()));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body ?? undefined);
  });
}

/** Writes bytes that need not be HTTP, and gives back what came before the connection was closed. */
export function sendRaw(port: number, bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect({ host: '127.0.0.1', port }, () => socket.end(bytes));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    // Whoever is sent nonsense may hang up in the middle of it.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
  });
}
