import { Form, Link, useRevalidator } from '@remix-run/react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/ui/button';
import { Disclosure } from '../components/ui/disclosure';
import { Notice } from '../components/ui/notice';
import { ProgressBar } from '../components/ui/progress-bar';
import { DataExportProgressDocument, type ArchiveStateFragment } from '../graphql/generated';
import { isUnderWay, useRunProgress } from '../shell/use-run-progress';
import { useFormat } from '../shell/use-shell';
import { urls } from '../urls';

/** The newest archive as it stands, and the way to the next step. */
export function Archive({ archive }: { archive: ArchiveStateFragment | null }) {
  return (
    <div className="space-y-4">
      {archive ? <KnownArchive key={archive.id} known={archive} /> : <AskButton isFirst />}
      <Contents />
    </div>
  );
}

function KnownArchive({ known }: { known: ArchiveStateFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const archive = useRunProgress(known, DataExportProgressDocument, 'dataExportProgress');
  if (isUnderWay(archive.status)) {
    return (
      <>
        <ProgressBar
          value={archive.progress}
          label={t('yourData.making')}
          detail={t('yourData.part', { part: format.wholeRate(archive.progress) })}
        />
        <noscript>
          <Link
            to={urls.yourData}
            reloadDocument
            className="inline-flex min-h-7 items-center text-accent underline underline-offset-4"
          >
            {t('yourData.reload')}
          </Link>
        </noscript>
      </>
    );
  }
  if (archive.isDownloadable) return <Ready archive={archive} />;
  return (
    <>
      <Past archive={archive} />
      <AskButton />
    </>
  );
}

function Ready({ archive }: { archive: ArchiveStateFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const watchDownload = useDownloadWatch();
  return (
    <>
      <Notice tone="good" title={t('yourData.ready', { size: format.fileSize(archive.sizeBytes) })}>
        {t('yourData.readyBody', { date: format.dateTime(archive.expiresAt) })}
      </Notice>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        {/* The answer is a file: the browser fetches it itself and stays on this page. */}
        <Form method="post" reloadDocument onSubmit={watchDownload}>
          <input type="hidden" name="dataExportId" value={archive.id} />
          <Button name="intent" value="download">
            {t('yourData.download')}
          </Button>
        </Form>
        <AskButton isInstead />
      </div>
    </>
  );
}

const lookEveryMs = 2_000;

/** The page learns that the file was fetched by asking; whoever has no script sees it when they come back. */
function useDownloadWatch(): () => void {
  const { revalidate } = useRevalidator();
  const [isWatching, setIsWatching] = useState(false);
  useEffect(() => {
    if (!isWatching) return;
    const timer = setInterval(revalidate, lookEveryMs);
    return () => clearInterval(timer);
  }, [isWatching, revalidate]);
  return () => setIsWatching(true);
}

/** What became of an archive that cannot be downloaded any more. */
function Past({ archive }: { archive: ArchiveStateFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (archive.status === 'FAILED') {
    return (
      <Notice tone="bad" title={t('yourData.failed')}>
        {t('yourData.failedBody')}
      </Notice>
    );
  }
  return (
    <Notice
      title={
        archive.downloadedAt ? t('yourData.downloaded', { date: format.dateTime(archive.downloadedAt) }) : t('yourData.expired')
      }
    >
      {archive.downloadedAt ? t('yourData.downloadedBody') : t('yourData.expiredBody')}
    </Notice>
  );
}

function AskButton({ isFirst = false, isInstead = false }: { isFirst?: boolean; isInstead?: boolean }) {
  const { t } = useTranslation();
  return (
    <Form method="post" action={urls.yourData} preventScrollReset>
      <Button variant={isInstead ? 'quiet' : 'primary'} name="intent" value="export" className={isInstead ? '-ml-4 sm:ml-0' : ''}>
        {t(isFirst ? 'yourData.make' : isInstead ? 'yourData.makeInstead' : 'yourData.makeAnother')}
      </Button>
    </Form>
  );
}

function Contents() {
  const { t } = useTranslation();
  const point = (name: ReactNode, text: string) => (
    <li>
      {name} {text}
    </li>
  );
  return (
    <Disclosure label={t('yourData.contents')}>
      <ul className="max-w-prose list-disc space-y-1 pl-5 text-sm">
        {point(<code>README.txt</code>, t('yourData.contentsReadme'))}
        {point(<code>videos.csv</code>, t('yourData.contentsVideos'))}
        {point(<code>data/</code>, t('yourData.contentsData'))}
        {point(<code>manifest.json</code>, t('yourData.contentsManifest'))}
      </ul>
      <p className="mt-3 max-w-prose text-sm text-muted">{t('yourData.notIn')}</p>
      <p className="mt-2 max-w-prose text-sm text-muted">{t('yourData.again')}</p>
    </Disclosure>
  );
}
