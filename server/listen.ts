import type { Server } from 'node:http';

export class PortInUseError extends Error {}

/** Listens, or says in one sentence why not. `setting` names what to change. @throws PortInUseError */
export function listen(server: Server, port: number, setting: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        reject(
          new PortInUseError(
            `Port ${port} is taken by another program. Stop it, or start Crealia with another one: ${setting}=${port + 1} npm start`,
          ),
        );
      } else if (error.code === 'EACCES') {
        reject(new PortInUseError(`Port ${port} may not be used by this user. Choose one above 1023: ${setting}=3000 npm start`));
      } else reject(error);
    });
    server.listen(port, () => {
      server.removeAllListeners('error');
      resolve();
    });
  });
}
