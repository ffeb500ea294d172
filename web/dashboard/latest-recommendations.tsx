import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Card } from '../components/ui/card';
import { GenerateForm } from '../recommendations/generate-form';
import { GenerationProgress } from '../recommendations/generation-progress';
import { RecommendationCard } from '../recommendations/recommendation-card';
import { isUnderWay } from '../shell/use-run-progress';
import { urls } from '../urls';
import type { DashboardConnection } from './dashboard-data';

/** The newest advice that has not been dealt with, and the button to ask for more. */
export function LatestRecommendations({ connection }: { connection: DashboardConnection }) {
  const { t } = useTranslation();
  const { recommendations, latestGeneration } = connection;
  const isGenerating = latestGeneration !== null && isUnderWay(latestGeneration.status);
  return (
    <Card
      title={t('dashboard.recommendationsTitle')}
      aside={
        recommendations.totalCount > 0 && (
          <Link
            to={urls.recommendations({ connection: connection.id })}
            className="inline-flex min-h-7 items-center text-sm font-medium text-accent hover:underline"
          >
            {t('dashboard.allRecommendations')} ({recommendations.totalCount})
          </Link>
        )
      }
    >
      {latestGeneration && <GenerationProgress run={latestGeneration} />}
      {recommendations.nodes.length > 0 ? (
        <ul className="grid gap-4 lg:grid-cols-3">
          {recommendations.nodes.map((recommendation) => (
            <li key={recommendation.id} className="min-w-0">
              <RecommendationCard recommendation={recommendation} headingLevel="h3" isShort />
            </li>
          ))}
        </ul>
      ) : (
        !isGenerating && <p className="max-w-prose text-sm text-muted">{t('recommendations.emptyBody')}</p>
      )}
      <div className="mt-4">
        <GenerateForm
          connectionId={connection.id}
          isGenerating={isGenerating}
          variant={recommendations.totalCount > 0 ? 'secondary' : 'primary'}
        />
      </div>
    </Card>
  );
}
