import type { CrealiaPubSub } from '../pubsub';
import { type DataExport, isUnderWay } from './data-export';

declare module '../pubsub' {
  interface Channels {
    /** An export has moved; the payload is its id. */
    dataExportProgress: [exportId: string, payload: string];
  }
}

export function announceExport(pubsub: CrealiaPubSub, exportId: string): void {
  pubsub.publish('dataExportProgress', exportId, exportId);
}

/** The export as it is now and after each announcement, until it has ended or nobody listens; `read` gives null when it is gone. */
export async function* followExport(
  pubsub: CrealiaPubSub,
  exportId: string,
  read: () => DataExport | null,
): AsyncGenerator<DataExport> {
  const announcements = pubsub.subscribe('dataExportProgress', exportId);
  try {
    // Asked for before the state is read: what happens in between is not missed.
    let next = announcements.next();
    for (;;) {
      const dataExport = read();
      if (!dataExport) return;
      yield dataExport;
      if (!isUnderWay(dataExport) || (await next).done) return;
      next = announcements.next();
    }
  } finally {
    await announcements.return();
  }
}
