import { Link, NavLink } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { urls } from '../urls';
import { useRootData } from './use-shell';

const icons = {
  dashboard: <path d="M4 20V11M10 20V4M16 20v-7M22 20H2" />,
  videos: <path d="M4 5h16v14H4zM10 9l5 3-5 3z" />,
  recommendations: <path d="M9 18h6M10 21h4M12 3a6 6 0 0 0-4 10.5c.8.8 1 1.5 1 2.5h6c0-1 .2-1.700 1-2.500A6 6 0 0 0 12 3z" />,
  scoreboard: <path d="M4 13l4 4 8-9M4 5h16M14 19h6" />,
  experiments: <path d="M9 3h6M10 3v6L4.500 18.500A1.700 1.700 0 0 0 6 21h12a1.700 1.700 0 0 0 1.500-2.500L14 9V3M7.500 15h9" />,
  settings: <path d="M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4" />,
};

function useSections() {
  const { t } = useTranslation();
  return [
    { key: 'dashboard', to: urls.dashboard(), label: t('nav.dashboard'), short: t('nav.dashboardShort'), end: true },
    { key: 'videos', to: urls.videos(), label: t('nav.videos'), short: t('nav.videos'), end: false },
    {
      key: 'recommendations',
      to: urls.recommendations(),
      label: t('nav.recommendations'),
      short: t('nav.recommendations'),
      end: false,
    },
    { key: 'scoreboard', to: urls.scoreboard(), label: t('nav.scoreboard'), short: t('nav.scoreboard'), end: false },
    {
      key: 'experiments',
      to: urls.experiments(),
      label: t('nav.experiments'),
      short: t('nav.experimentsShort'),
      end: false,
    },
    { key: 'settings', to: urls.settings, label: t('nav.settings'), short: t('nav.settings'), end: false },
  ] as const;
}

export function Header() {
  const { t } = useTranslation();
  const root = useRootData();
  const sections = useSections();
  const isSignedIn = Boolean(root?.shell.viewer);
  return (
    <header className="border-b border-line bg-card">
      <div className="mx-auto flex min-h-14 max-w-6xl items-center justify-between gap-4 px-4 sm:px-6">
        <Link
          to={isSignedIn ? urls.dashboard() : urls.landing}
          className="flex min-h-11 items-center gap-2 text-lg font-bold tracking-tight"
        >
          <Logo />
          Crealia
        </Link>
        {isSignedIn ? (
          <nav aria-label={t('nav.label')} className="hidden md:block">
            <ul className="flex gap-1">
              {sections.map(({ key, to, label, end }) => (
                <li key={key}>
                  <NavLink
                    to={to}
                    end={end}
                    className={({ isActive }) =>
                      `flex min-h-11 items-center rounded-lg px-3 text-sm font-medium ${isActive ? 'bg-accent-soft text-accent-strong' : 'text-muted hover:text-ink'}`
                    }
                  >
                    {label}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
        ) : (
          <Link to={urls.connect()} className="flex min-h-11 items-center text-sm font-semibold text-accent hover:underline">
            {t('nav.signIn')}
          </Link>
        )}
      </div>
    </header>
  );
}

/** On a phone the sections lie under the thumb. */
export function PhoneNavigation() {
  const { t } = useTranslation();
  const sections = useSections();
  return (
    <nav aria-label={t('nav.label')} className="fixed inset-x-0 bottom-0 z-40 border-t border-line bg-card md:hidden">
      <ul className="grid auto-cols-fr grid-flow-col pb-[env(safe-area-inset-bottom)]">
        {sections.map(({ key, to, short, end }) => (
          <li key={key} className="min-w-0">
            <NavLink
              to={to}
              end={end}
              className={({ isActive }) =>
                `flex min-h-16 flex-col items-center justify-center gap-1 px-1 text-[0.6875rem] font-medium ${isActive ? 'text-accent' : 'text-muted'}`
              }
            >
              <Icon>{icons[key]}</Icon>
              <span className="max-w-full truncate">{short}</span>
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className="size-6 fill-none stroke-current stroke-[1.75]"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

function Logo() {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className="size-8">
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path d="M7 23v-5M13 23V11M19 23v-8M25 23V8" className="stroke-on-accent" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
