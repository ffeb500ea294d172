import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../components/ui/button';
import { SelectField, TextField } from '../components/ui/field';
import { urls } from '../urls';
import {
  outlierChoices,
  searchParameters,
  videoSorts,
  type OutlierChoice,
  type VideoSearch,
  type VideoSort,
} from './video-search';

/** Filters and order are a plain GET form: the address says what is shown. */
export function VideoFilters({ connectionId, search }: { connectionId: string; search: VideoSearch }) {
  const { t } = useTranslation();
  const isFiltered = Boolean(search.text || search.hashtag || search.minimumViews || search.availability || search.outlier);
  return (
    <Form
      key={JSON.stringify(searchParameters(search))}
      action={urls.videos()}
      role="search"
      aria-label={t('videos.filters')}
      className="mb-6 grid grid-cols-2 items-end gap-3 rounded-2xl border border-line bg-card p-4 sm:grid-cols-3 lg:grid-cols-4"
    >
      <input type="hidden" name="connection" value={connectionId} />
      <TextField label={t('videos.text')} name="text" type="search" defaultValue={search.text} />
      <TextField label={t('videos.hashtag')} name="hashtag" defaultValue={search.hashtag} autoCapitalize="none" />
      <TextField
        label={t('videos.minimumViews')}
        name="views"
        inputMode="numeric"
        pattern="[0-9]*"
        defaultValue={search.minimumViews}
      />
      <SelectField
        label={t('videos.availability')}
        name="availability"
        defaultValue={search.availability}
        options={[
          { value: '', label: t('videos.anyAvailability') },
          { value: 'AVAILABLE', label: t('videos.AVAILABLE') },
          { value: 'UNAVAILABLE', label: t('videos.UNAVAILABLE') },
        ]}
      />
      <SelectField
        label={t('outliers.filter')}
        name="outlier"
        defaultValue={search.outlier}
        options={[
          { value: '', label: t('outliers.any') },
          ...(Object.keys(outlierChoices) as OutlierChoice[]).map((choice) => ({
            value: choice,
            label: t(`outliers.${choice}`),
          })),
        ]}
      />
      <SelectField
        label={t('videos.sort')}
        name="sort"
        defaultValue={search.sort}
        options={(Object.keys(videoSorts) as VideoSort[]).map((sort) => ({ value: sort, label: t(`videos.sorts.${sort}`) }))}
      />
      <div className="flex flex-wrap gap-2">
        <Button>{t('videos.apply')}</Button>
        {isFiltered && (
          <ButtonLink variant="quiet" to={urls.videos({ connection: connectionId })}>
            {t('videos.clear')}
          </ButtonLink>
        )}
      </div>
    </Form>
  );
}
