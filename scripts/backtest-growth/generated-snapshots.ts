import { Creators } from '../../server/sandbox/creators';
import { defaultSandboxSeed } from '../../server/sandbox/defaults';
import { countsAt } from '../../server/sandbox/video-facts';
import type { SnapshotVideo } from './read-snapshots';

/** When the generated creators are looked at, so that a run can be repeated: 1 November 2026, ms. */
const NOW = Date.UTC(2026, 10, 1);
const HOUR_MS = 3_600_000;
/** Ages at which a video is read, in hours. The first ones are left out in turn, as by somebody who comes later. */
const READ_AT = [8, 20, 32, 56, 80, 104, 152, 200, 320, 640];
const LATE_COMERS = 4;

/** Readings of the sandbox's creators, the built-in ones and small and large ones more, made by the code that answers its API. */
export function generateSnapshots({ moreCreators = 40, newestVideos = 200 } = {}): SnapshotVideo[] {
  const creators = new Creators(defaultSandboxSeed, NOW, []);
  for (const size of ['small', 'established'] as const) {
    for (const id of creators.freeIds(size, moreCreators / 2)) creators.addOnDemand(id);
  }
  return creators.all().flatMap((creator) => {
    const timeline = creator.timelineAt(NOW);
    const oldEnough = timeline.countBefore((NOW - READ_AT.at(-1)! * HOUR_MS) / 1_000);
    const first = Math.max(0, oldEnough - newestVideos);
    return Array.from({ length: oldEnough - first }, (_unused, i) => {
      const facts = creator.factsAt(timeline, first + i);
      return {
        video: `${creator.profile.id}/${facts.index}`,
        creator: creator.profile.id,
        createTime: facts.createTime,
        readings: READ_AT.slice(i % LATE_COMERS).map((ageHours) => ({
          ageHours,
          views: countsAt(facts, facts.createTime * 1_000 + ageHours * HOUR_MS).views,
        })),
      };
    });
  });
}
