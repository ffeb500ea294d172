import { useTranslation } from 'react-i18next';
import { PageHeader } from '../components/ui/page-header';
import { useRootData } from '../shell/use-shell';
import { withFrenchSpaces } from '../i18n/french-spaces';
import type { LegalText } from './legal-text';

export function LegalPage({ title, text }: { title: string; text: LegalText }) {
  const { t } = useTranslation();
  const { intro, sections } = useRootData()?.locale === 'en' ? text : withFrenchSpaces(text);
  const version = useRootData()?.shell.instance.policyVersion;
  return (
    <article className="mx-auto max-w-2xl leading-relaxed">
      <PageHeader title={title} intro={version && <p>{t('settings.version', { version })}</p>} />
      <p className="text-lg">{intro}</p>
      {sections.map((section) => (
        <section key={section.title} className="mt-8">
          <h2 className="text-xl font-semibold tracking-tight">{section.title}</h2>
          {section.paragraphs.map((paragraph) => (
            <p key={paragraph} className="mt-2">
              {paragraph}
            </p>
          ))}
          {section.items && (
            <ul className="mt-2 list-disc space-y-1 pl-6">
              {section.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </article>
  );
}
