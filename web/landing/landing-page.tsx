import { useSearchParams } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../components/ui/button';
import { Notice } from '../components/ui/notice';
import { useRootData } from '../shell/use-shell';
import { urls } from '../urls';
import { IntervalPicture } from './interval-picture';

const claims = ['history', 'fair', 'doubt', 'proof'] as const;
const steps = ['step1', 'step2', 'step3'] as const;

export function LandingPage() {
  const { t } = useTranslation();
  const root = useRootData();
  const [params] = useSearchParams();
  const isSignedIn = Boolean(root?.shell.viewer);
  return (
    <div className="space-y-14">
      {params.has('signin') && !isSignedIn && <Notice tone="warning">{t('notices.signInNeeded')}</Notice>}
      {params.get('signedOut') === '1' && !isSignedIn && <Notice tone="good">{t('notices.signedOut')}</Notice>}
      <section className="grid items-center gap-10 md:grid-cols-[1.1fr_1fr] md:py-6">
        <div>
          <h1 tabIndex={-1} className="text-3xl leading-tight font-bold tracking-tight sm:text-5xl">
            {t('landing.title')}
          </h1>
          <p className="mt-5 max-w-prose text-lg text-muted">{t('landing.intro')}</p>
          <div className="mt-8 flex flex-wrap items-center gap-3">
            {isSignedIn ? (
              <ButtonLink to={urls.dashboard()} className="min-h-12 px-6 text-base">
                {t('landing.toDashboard')}
              </ButtonLink>
            ) : (
              <ButtonLink
                to={urls.connect({ returnTo: params.get('returnTo') ?? undefined })}
                className="min-h-12 px-6 text-base"
              >
                {t('landing.connect')}
              </ButtonLink>
            )}
          </div>
          {!isSignedIn && <p className="mt-3 text-sm text-muted">{t('landing.underButton')}</p>}
        </div>
        <IntervalPicture />
      </section>
      <section aria-labelledby="claims">
        <h2 id="claims" className="text-2xl font-bold tracking-tight">
          {t('landing.honestTitle')}
        </h2>
        <ul className="mt-6 grid gap-4 sm:grid-cols-2">
          {claims.map((claim) => (
            <li key={claim} className="rounded-2xl border border-line bg-card p-5">
              <h3 className="font-semibold">{t(`landing.${claim}.title`)}</h3>
              <p className="mt-2 text-sm leading-relaxed text-muted">{t(`landing.${claim}.body`)}</p>
            </li>
          ))}
        </ul>
      </section>
      <div className="grid gap-8 md:grid-cols-2">
        <section aria-labelledby="steps">
          <h2 id="steps" className="text-2xl font-bold tracking-tight">
            {t('landing.stepsTitle')}
          </h2>
          <ol className="mt-6 space-y-4">
            {steps.map((step, position) => (
              <li key={step} className="flex gap-4">
                <span
                  aria-hidden="true"
                  className="flex size-8 shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent-strong"
                >
                  {position + 1}
                </span>
                <p className="pt-1">{t(`landing.${step}`)}</p>
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="not-claimed" className="rounded-2xl bg-sunken p-6">
          <h2 id="not-claimed" className="text-xl font-bold tracking-tight">
            {t('landing.notClaimedTitle')}
          </h2>
          <p className="mt-3 leading-relaxed text-muted">{t('landing.notClaimed')}</p>
        </section>
      </div>
    </div>
  );
}
