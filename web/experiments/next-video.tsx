import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/ui/button';
import type { ExperimentViewFragment } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';
import { SideMark } from './side-mark';

interface Props {
  experiment: ExperimentViewFragment;
  connectionId: string;
  isSyncing: boolean;
}

/** What to do now, large enough for a phone at arm's length. */
export function NextVideo({ experiment, connectionId, isSyncing }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigation = useNavigation();
  const { currentToss, arms, status, readableAt } = experiment;
  const frame = 'rounded-2xl border-2 border-accent bg-accent-soft p-4 sm:p-6';
  const heading = 'text-sm font-semibold tracking-wide text-accent-strong uppercase';
  if (currentToss) {
    const label = arms.find(({ side }) => side === currentToss.side)?.label ?? '';
    return (
      <div className={frame}>
        <h3 className={heading}>{t('experiments.running.next')}</h3>
        <p className="mt-3 flex items-center gap-4">
          <SideMark side={currentToss.side} size="large" />
          <span className="min-w-0 text-2xl font-bold break-words sm:text-3xl">{label}</span>
        </p>
        <p className="mt-4 max-w-prose text-sm">
          {t('experiments.running.doIt', { side: currentToss.side, date: format.dateTime(currentToss.tossedAt) })}
        </p>
        <Form method="post" preventScrollReset className="mt-3 flex flex-wrap items-center gap-3">
          <input type="hidden" name="connectionId" value={connectionId} />
          <Button
            name="intent"
            value="sync"
            variant="secondary"
            disabled={isSyncing || navigation.formData?.get('intent') === 'sync'}
          >
            {t(isSyncing ? 'experiments.running.looking' : 'experiments.running.lookNow')}
          </Button>
          <span className="text-sm text-muted">{t('experiments.running.posted')}</span>
        </Form>
      </div>
    );
  }
  if (status === 'MEASURING') {
    return (
      <div className={frame}>
        <h3 className="text-xl font-bold">{t('experiments.running.allThere')}</h3>
        <p className="mt-1 max-w-prose">{t('experiments.running.waitRead', { date: format.dateTime(readableAt) })}</p>
      </div>
    );
  }
  return (
    <div className={frame}>
      <h3 className="text-xl font-bold">{t('experiments.running.askTitle')}</h3>
      <p className="mt-1 mb-4 max-w-prose">{t('experiments.running.askBody')}</p>
      <Form method="post" preventScrollReset>
        <input type="hidden" name="experimentId" value={experiment.id} />
        <Button
          name="intent"
          value="toss"
          className="w-full text-base sm:w-auto"
          disabled={navigation.formData?.get('intent') === 'toss'}
        >
          {t('experiments.running.askButton')}
        </Button>
      </Form>
    </div>
  );
}
