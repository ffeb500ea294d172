import type { Server, ServerResponse } from 'node:http';

export interface Drain {
  /**
   * Takes no new connections, ends event streams (their clients ask again), lets the other requests finish, and resolves when the last
   * connection is closed. What is still open after `withinMs` is cut.
   */
  drain(withinMs: number): Promise<void>;
}

/** Follows the requests of a server from now on, so that it can be closed without cutting anybody off. */
export function createDrain(server: Server): Drain {
  const open = new Set<ServerResponse>();
  let isDraining = false;
  server.on('request', (_request, response: ServerResponse) => {
    open.add(response);
    response.once('close', () => {
      open.delete(response);
      // Its connection counts as idle one turn later.
      if (isDraining) setImmediate(() => server.closeIdleConnections());
    });
  });
  return {
    async drain(withinMs) {
      isDraining = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      for (const response of open) if (isEventStream(response)) response.end();
      const deadline = setTimeout(() => server.closeAllConnections(), withinMs);
      await closed;
      clearTimeout(deadline);
    },
  };
}

function isEventStream(response: ServerResponse): boolean {
  return String(response.getHeader('content-type')).includes('event-stream');
}
