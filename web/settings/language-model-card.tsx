import { useTranslation } from 'react-i18next';
import { Card } from '../components/ui/card';
import { ProgressBar } from '../components/ui/progress-bar';
import type { SettingsQuery } from '../graphql/generated';
import { useFormat, useRootData } from '../shell/use-shell';

type Usage = NonNullable<NonNullable<SettingsQuery['viewer']>['languageModelUsage']>;

/** What the person has used of the language model this month, and what happens at the ceiling. */
export function LanguageModelCard({ usage }: { usage: Usage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const model = useRootData()?.shell.instance.languageModel ?? '';
  const { month, tokensUsed, tokenCeiling, resetsAt, costUsd, costGap } = usage;
  const share = tokenCeiling === 0 ? 1 : Math.min(1, tokensUsed / tokenCeiling);
  return (
    <Card title={t('languageModel.title')} intro={t('languageModel.intro', { model })}>
      <ProgressBar
        value={share}
        label={t('languageModel.used', { month: format.month(month) })}
        detail={t('languageModel.usedOf', { used: format.integer(tokensUsed), ceiling: format.integer(tokenCeiling) })}
      />
      <p className="mt-3 text-sm text-muted">
        {share === 1 && <strong className="font-semibold text-ink">{t('languageModel.reached')} </strong>}
        {t('languageModel.resets', { date: format.longDay(resetsAt.slice(0, 10)) })} {t('languageModel.reserve')}
      </p>
      <p className="mt-1 text-sm text-muted">
        {costUsd !== null && costUsd !== undefined
          ? t('languageModel.cost', { cost: format.usd(costUsd) })
          : t(`languageModel.noCost.${costGap ?? 'NOT_ASKED'}`)}
      </p>
    </Card>
  );
}
