import { useLocation } from '@remix-run/react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DemonstrationBanner } from '../demonstration/demonstration-banner';
import { Footer } from './footer';
import { Header, PhoneNavigation } from './navigation';
import { PolicyBanner } from './policy-banner';
import { useRootData } from './use-shell';

/** The frame of every page: skip link, banner, landmarks, navigation, footer. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const root = useRootData();
  useFocusOnNavigation();
  return (
    <div className={`flex min-h-dvh flex-col ${root?.shell.viewer ? 'pb-20 md:pb-0' : ''}`}>
      <a
        href="#main"
        className="sr-only z-50 rounded-lg bg-accent px-4 py-2 font-semibold text-on-accent focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        {t('nav.skip')}
      </a>
      {root?.shell.instance.isDemonstration && <DemonstrationBanner instance={root.shell.instance} />}
      <Header />
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-6xl flex-1 px-4 py-6 sm:px-6 sm:py-10">
        <PolicyBanner />
        {children}
      </main>
      <Footer />
      {root?.shell.viewer && <PhoneNavigation />}
    </div>
  );
}

/** A page change in the browser says nothing to a screen reader: moving the focus to the new heading does. */
function useFocusOnNavigation() {
  const { pathname } = useLocation();
  const previous = useRef(pathname);
  useEffect(() => {
    if (previous.current === pathname) return;
    previous.current = pathname;
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [pathname]);
}
