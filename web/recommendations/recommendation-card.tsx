import { useTranslation } from 'react-i18next';
import { Badge } from '../components/ui/badge';
import { Disclosure } from '../components/ui/disclosure';
import type { RecommendationCardFragment } from '../graphql/generated';
import { frenchSpaces } from '../i18n/french-spaces';
import { useFormat, useNow } from '../shell/use-shell';
import { PredictionNote } from '../scoreboard/prediction-note';
import { recommendationAnchor, useAnswerOfPage } from './check-again';
import { useEstimate } from './evidence-chart';
import { EvidencePanel } from './evidence-panel';
import { RecommendationActions } from './recommendation-actions';
import { RecommendationContent } from './recommendation-content';

/** One recommendation: what to do, how sure, and why. `isShort` leaves its steps to the recommendations page. */
export function RecommendationCard({
  recommendation,
  headingLevel: Heading,
  isShort = false,
}: {
  recommendation: RecommendationCardFragment;
  headingLevel: 'h2' | 'h3';
  isShort?: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const estimate = useEstimate(recommendation.evidence);
  const isAnswered = useAnswerOfPage(recommendation.id) !== undefined;
  const { type, locale, title, description, confidence, statedConfidence, source, isRead, isApplied, isDismissed } =
    recommendation;
  return (
    <article
      id={recommendationAnchor(recommendation.id)}
      lang={locale.toLowerCase()}
      className={`flex h-full flex-col rounded-xl border p-4 ${isRead || isApplied || isDismissed ? 'border-line' : 'border-accent/60'} bg-card`}
    >
      <p lang={format.language} className="mb-2 flex flex-wrap gap-1.5">
        <Badge tone="accent">{t(`recommendations.types.${type}`)}</Badge>
        <Badge>
          {t('recommendations.confidence', { rate: format.wholeRate(confidence) })}
          {format.wholeRate(confidence) !== format.wholeRate(statedConfidence) && (
            <span className="ml-1 font-normal">
              {t('scoreboard.confidenceWas', { rate: format.wholeRate(statedConfidence) })}
            </span>
          )}
        </Badge>
        {!isRead && !isApplied && !isDismissed && <Badge tone="warning">{t('recommendations.unread')}</Badge>}
        {isApplied && (
          <Badge tone="accent">{t('recommendations.applied', { date: format.date(recommendation.appliedAt) })}</Badge>
        )}
        {isDismissed && <Badge>{t('recommendations.dismissed', { date: format.date(recommendation.dismissedAt) })}</Badge>}
      </p>
      <Heading className="font-semibold">{locale === 'FR' ? frenchSpaces(title) : title}</Heading>
      <p className="mt-1 text-sm leading-relaxed">{description}</p>
      <p lang={format.language} className="mt-2 text-sm font-medium">
        {estimate}
      </p>
      {!isShort && <RecommendationContent content={recommendation.content} />}
      <div lang={format.language} className="mt-3">
        <Disclosure label={t('recommendations.why')} isOpen={isAnswered}>
          <EvidencePanel recommendation={recommendation} />
        </Disclosure>
        <p className="mt-2 text-xs text-muted">
          {t(`recommendations.sources.${source}`)} ·{' '}
          {t('recommendations.created', { ago: format.ago(recommendation.createdAt, now) })}
        </p>
      </div>
      {!isShort && recommendation.prediction && (
        <div lang={format.language}>
          <PredictionNote prediction={recommendation.prediction} title={title} />
        </div>
      )}
      <div lang={format.language} className="mt-auto pt-3">
        <RecommendationActions recommendation={recommendation} />
      </div>
    </article>
  );
}
