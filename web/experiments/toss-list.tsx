import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../components/ui/badge';
import type { ExperimentTossFragment, ExperimentViewFragment } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';
import { urls } from '../urls';
import { Cover } from '../videos/cover';
import { videoName } from '../videos/video-name';
import { SideMark } from './side-mark';
import { TossActions } from './toss-actions';

interface Props {
  tosses: readonly ExperimentTossFragment[];
  exclusions: ExperimentViewFragment['exclusions'];
  isRunning: boolean;
}

/** The latest toss first, each with the video that followed. */
export function TossList({ tosses, exclusions, isRunning }: Props) {
  const { t } = useTranslation();
  if (tosses.length === 0) return <p className="text-sm text-muted">{t('experiments.toss.empty')}</p>;
  return (
    <>
      <ol className="divide-y divide-line rounded-xl border border-line">
        {[...tosses].reverse().map((toss) => (
          <li key={toss.id} className="p-3">
            <Toss toss={toss} isRunning={isRunning} />
          </li>
        ))}
      </ol>
      {exclusions.length > 0 && (
        <div className="mt-3 text-sm">
          <h4 className="font-medium">{t('experiments.toss.excluded')}</h4>
          <ul className="mt-1 space-y-1">
            {exclusions.map(({ position, reason, video }) => (
              <li key={video.id} className="min-w-0 break-words">
                <Link to={urls.video(video.id)} className="underline underline-offset-4">
                  <bdi>{shortName(videoName(video, t('videos.untitled')))}</bdi>
                </Link>{' '}
                <span className="text-muted">{t('experiments.toss.excludedFor', { position, reason })}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Toss({ toss, isRunning }: { toss: ExperimentTossFragment; isRunning: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { position, side, state, video, measurableAt, isFollowed, isLinkedByCreator } = toss;
  return (
    <>
      <div className="flex items-center gap-3">
        <SideMark side={side} />
        {video && <Cover url={video.coverUrl} className="h-12 w-9" />}
        <div className="min-w-0 flex-1">
          {video ? (
            <Link to={urls.video(video.id)} className="line-clamp-1 font-medium break-all hover:underline">
              <bdi>{videoName(video, t('videos.untitled'))}</bdi>
            </Link>
          ) : (
            <span className="font-medium text-muted">
              {state === 'WAITING_FOR_VIDEO' ? t('experiments.toss.states.WAITING_FOR_VIDEO') : t('experiments.toss.gone')}
            </span>
          )}
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-muted">
            <span>{t('experiments.toss.number', { position })}</span>
            {video && <span>{t(`experiments.toss.states.${state}`)}</span>}
            {state === 'GROWING' && <span>{t('experiments.toss.measurableAt', { date: format.dateTime(measurableAt) })}</span>}
            {isFollowed === false && <Badge tone="warning">{t('experiments.toss.notFollowed')}</Badge>}
            {isLinkedByCreator && <Badge>{t('experiments.toss.byCreator')}</Badge>}
          </p>
        </div>
      </div>
      {isRunning && <TossActions toss={toss} />}
    </>
  );
}

function shortName(name: string): string {
  const letters = [...name];
  return letters.length > 40 ? `${letters.slice(0, 40).join('')}…` : name;
}
