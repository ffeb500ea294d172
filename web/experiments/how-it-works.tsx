import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../components/ui/card';

const line = 'fill-none stroke-accent stroke-[1.75]';

/** A coin between two choices, videos that grow, one reading: drawn, because it is easier seen than read. */
const steps: { key: 'plan' | 'toss' | 'grow' | 'read'; picture: ReactNode }[] = [
  {
    key: 'plan',
    picture: (
      <>
        <rect x="6" y="12" width="22" height="24" rx="4" className={line} />
        <rect x="36" y="12" width="22" height="24" rx="4" className={line} />
        <text x="17" y="29" textAnchor="middle" fontSize="14" fontWeight="700" className="fill-accent">
          A
        </text>
        <text x="47" y="29" textAnchor="middle" fontSize="14" fontWeight="700" className="fill-accent">
          B
        </text>
      </>
    ),
  },
  {
    key: 'toss',
    picture: (
      <>
        <ellipse cx="32" cy="18" rx="13" ry="13" className="fill-accent-soft stroke-accent stroke-[1.75]" />
        <text x="32" y="23" textAnchor="middle" fontSize="14" fontWeight="700" className="fill-accent-strong">
          B
        </text>
        <path d="M14 40c6-5 10-5 18-5s12 0 18 5M16 24c-3 3-4 5-4 9M48 24c3 3 4 5 4 9" className={line} strokeLinecap="round" />
      </>
    ),
  },
  {
    key: 'grow',
    picture: (
      <>
        <path d="M8 40h48M8 40V8" className={line} strokeLinecap="round" />
        <path d="M10 38c8-18 20-22 42-24" className={line} strokeLinecap="round" />
        <path d="M10 38c10-9 22-12 42-13" className={line} strokeLinecap="round" strokeDasharray="3 3" />
        <path d="M46 8v32" className="fill-none stroke-line-strong" strokeDasharray="2 3" />
      </>
    ),
  },
  {
    key: 'read',
    picture: (
      <>
        <path d="M32 6v36" className="fill-none stroke-line-strong" strokeDasharray="2 3" />
        {[14, 19, 23, 27, 34].map((x) => (
          <circle key={x} cx={x} cy="15" r="3" className="fill-line-strong" />
        ))}
        {[30, 37, 41, 46, 52].map((x) => (
          <circle key={x} cx={x} cy="32" r="3" className="fill-accent" />
        ))}
      </>
    ),
  },
];

export function HowItWorks() {
  const { t } = useTranslation();
  return (
    <Card title={t('experiments.how.title')}>
      <ol className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {steps.map(({ key, picture }, position) => (
          <li key={key} className="flex gap-3 lg:block">
            <svg aria-hidden="true" viewBox="0 0 64 48" className="h-12 w-16 shrink-0 lg:mb-2">
              {picture}
            </svg>
            <div className="min-w-0">
              <h3 className="font-semibold">
                {position + 1}. {t(`experiments.how.${key}Title`)}
              </h3>
              <p className="text-sm text-muted">{t(`experiments.how.${key}Body`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
