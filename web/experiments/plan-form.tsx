import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../components/ui/badge';
import { Button } from '../components/ui/button';
import { Card } from '../components/ui/card';
import { SelectField, TextField } from '../components/ui/field';
import type { ExperimentsQuery } from '../graphql/generated';
import { useFormat } from '../shell/use-shell';
import { experimentKinds, longestLabel, offeredHorizons, suggestedSize, type PlanValues } from './plan-values';

type Connection = Extract<NonNullable<ExperimentsQuery['node']>, { __typename: 'TikTokConnection' }>;
type Planning = Connection['experimentPlanning'];

/** Beyond three times as many views hardly any choice reaches. */
const hopelessRatio = 3;
const alpha = 0.05;

/** The question, in the creator's words, and how long a test it takes. A plain form: what it would find is said before it is sent. */
export function PlanForm({ connectionId, planning, plan }: { connectionId: string; planning: Planning; plan: PlanValues }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigation = useNavigation();
  return (
    <Card id="plan" title={t('experiments.plan.title')} intro={t('experiments.plan.intro')}>
      <Form method="post" className="space-y-5" key={JSON.stringify(plan)}>
        <input type="hidden" name="connectionId" value={connectionId} />
        <div className="grid gap-4 sm:grid-cols-3">
          <SelectField
            label={t('experiments.plan.kind')}
            name="kind"
            defaultValue={plan.kind}
            options={experimentKinds.map((kind) => ({ value: kind, label: t(`experiments.kinds.${kind}`) }))}
          />
          <TextField
            label={t('experiments.plan.armA')}
            hint={t('experiments.plan.armAHint')}
            name="armA"
            defaultValue={plan.armA}
            maxLength={longestLabel}
            required
            autoComplete="off"
          />
          <TextField
            label={t('experiments.plan.armB')}
            hint={t('experiments.plan.armBHint')}
            name="armB"
            defaultValue={plan.armB}
            maxLength={longestLabel}
            required
            autoComplete="off"
          />
        </div>
        <Sizes planning={planning} chosen={plan.videosPerArm} />
        <fieldset>
          <legend className="mb-1 text-sm font-medium">{t('experiments.plan.horizon')}</legend>
          <div className="flex flex-wrap gap-x-6 gap-y-1">
            {offeredHorizons.map((hours) => (
              <label key={hours} className="flex min-h-11 items-center gap-2 text-sm">
                <input
                  type="radio"
                  name="horizonHours"
                  value={hours}
                  defaultChecked={hours === plan.horizonHours}
                  className="size-5 accent-accent"
                />
                {t(`experiments.plan.horizons.${hours === 48 ? '48' : '168'}`)}
              </label>
            ))}
          </div>
          <p className="text-xs text-muted">{t('experiments.plan.horizonHint')}</p>
        </fieldset>
        <p className="max-w-prose text-sm text-muted">{t('experiments.plan.rule', { alpha: format.wholeRate(alpha) })}</p>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button name="intent" value="start" disabled={navigation.formData?.get('intent') === 'start'}>
            {t('experiments.plan.submit')}
          </Button>
          <p className="text-xs text-muted">{t('experiments.plan.oneAtATime')}</p>
        </div>
      </Form>
    </Card>
  );
}

function Sizes({ planning, chosen }: { planning: Planning; chosen: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const suggested = suggestedSize(planning.suggestedVideosPerArm);
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{t('experiments.plan.size')}</legend>
      <p className="mb-2 max-w-prose text-xs text-muted">
        {t('experiments.plan.sizeHint')} {!planning.isScatterOwn && t('experiments.plan.usualScatter')}
      </p>
      <ul className="grid gap-2 sm:grid-cols-2">
        {planning.sizes.map(({ videosPerArm, detectableDifference, weeks }) => (
          <li key={videosPerArm}>
            <label className="flex h-full cursor-pointer items-start gap-3 rounded-xl border border-line-strong p-3 has-checked:border-accent has-checked:bg-accent-soft">
              <input
                type="radio"
                name="videosPerArm"
                value={videosPerArm}
                defaultChecked={videosPerArm === (chosen ?? suggested)}
                className="mt-0.5 size-5 shrink-0 accent-accent"
              />
              <span className="min-w-0 text-sm">
                <span className="flex flex-wrap items-center gap-x-2 font-semibold">
                  {t('experiments.plan.option', { count: videosPerArm, total: 2 * videosPerArm })}
                  {videosPerArm === suggested && <Badge tone="accent">{t('experiments.plan.suggested')}</Badge>}
                  {Math.exp(detectableDifference) > hopelessRatio && (
                    <Badge tone="warning">{t('experiments.plan.hopeless')}</Badge>
                  )}
                </span>
                <span className="block">
                  {t('experiments.plan.finds', { ratio: format.multiple(Math.exp(detectableDifference)) })}
                </span>
                {weeks !== null && (
                  <span className="block text-muted">{t('experiments.plan.weeks', { count: Math.ceil(weeks) })}</span>
                )}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
