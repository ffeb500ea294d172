import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/ui/button';
import { Disclosure } from '../components/ui/disclosure';
import { SelectField, TextField } from '../components/ui/field';
import type { ExperimentTossFragment } from '../graphql/generated';
import { isolated } from '../shell/isolated';
import { useFormat, useNow } from '../shell/use-shell';
import { videoName } from '../videos/video-name';
import { longestReason } from './plan-values';

/** What may still be said of a toss: whether it was followed, and, while its numbers say nothing, that its video does not count. */
export function TossActions({ toss }: { toss: ExperimentTossFragment }) {
  const { t } = useTranslation();
  const now = useNow();
  const { id, video, state, isFollowed, changeableUntil } = toss;
  const isChangeable = changeableUntil !== null && Date.parse(changeableUntil) > Date.parse(now);
  if (state === 'WAITING_FOR_VIDEO') return <Candidates toss={toss} />;
  if (video === null) return null;
  return (
    <div className="mt-2 space-y-2 pl-10 text-sm">
      <Form method="post" preventScrollReset>
        <input type="hidden" name="assignmentId" value={id} />
        <input type="hidden" name="isFollowed" value={isFollowed === false ? 'yes' : 'no'} />
        <button
          name="intent"
          value="follow"
          className="inline-flex min-h-8 items-center text-muted underline underline-offset-4 hover:text-ink"
        >
          {t(isFollowed === false ? 'experiments.toss.markYes' : 'experiments.toss.markNot')}
        </button>
      </Form>
      {isChangeable && <Change toss={toss} until={changeableUntil} />}
    </div>
  );
}

function Change({ toss, until }: { toss: ExperimentTossFragment; until: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Disclosure label={t('experiments.toss.change')}>
      <p className="mb-2 text-muted">{t('experiments.toss.changeBody', { date: format.dateTime(until) })}</p>
      <Form method="post" preventScrollReset className="space-y-3">
        <input type="hidden" name="assignmentId" value={toss.id} />
        <TextField
          label={t('experiments.toss.reason')}
          hint={t('experiments.toss.reasonHint')}
          name="reason"
          maxLength={longestReason}
          required
          autoComplete="off"
        />
        {toss.candidates.length > 0 && <CandidateField toss={toss} withNext />}
        <Button name="intent" value="change" variant="secondary">
          {t('experiments.toss.exclude')}
        </Button>
      </Form>
    </Disclosure>
  );
}

/** The first video published after a toss counts by itself; only where another is meant there is something to choose. */
function Candidates({ toss }: { toss: ExperimentTossFragment }) {
  const { t } = useTranslation();
  if (toss.candidates.length < 2) return null;
  return (
    <div className="mt-2 pl-10 text-sm">
      <Disclosure label={t('experiments.toss.choose')}>
        <Form method="post" preventScrollReset className="space-y-3">
          <input type="hidden" name="assignmentId" value={toss.id} />
          <CandidateField toss={toss} withNext={false} />
          <Button name="intent" value="change" variant="secondary">
            {t('experiments.toss.chooseButton')}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}

function CandidateField({ toss, withNext }: { toss: ExperimentTossFragment; withNext: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <SelectField
      label={t('experiments.toss.candidate')}
      name="videoId"
      options={[
        ...(withNext ? [{ value: '', label: t('experiments.toss.nextOne') }] : []),
        ...toss.candidates.map((video) => ({
          value: video.id,
          label: `${format.dateTime(video.publishedAt)} · ${isolated(videoName(video, t('videos.untitled')))}`,
        })),
      ]}
    />
  );
}
