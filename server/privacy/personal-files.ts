import type { Database } from '../db/database';
import type { MediaStore } from '../media/media-store';
import { deleteArchivesOf, deleteOldArchives } from './archive-files';
import type { ErasureTarget } from './erasure';

/** Files of people outside the database. `forget` deletes what there is of these accounts or this person, and says how many files. */
export interface PersonalFiles {
  forget(target: ErasureTarget): Promise<number>;
}

export function picturesOf(media: MediaStore): PersonalFiles {
  return {
    async forget({ connectionIds }) {
      let count = 0;
      for (const connectionId of connectionIds) count += await media.forget(connectionId);
      return count;
    },
  };
}

export function archivesOf(db: Database, systemNow: () => Date): PersonalFiles {
  return {
    async forget({ userId }) {
      const count = userId === null ? 0 : await deleteArchivesOf(db, userId);
      // One that was being written when its row went belongs to nobody's row.
      await deleteOldArchives(db, systemNow());
      return count;
    },
  };
}
