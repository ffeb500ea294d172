import { scaleLinear } from '@visx/scale';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../shell/use-shell';
import { intervalOf, type NamedGainRow } from './backtest-results';

/** Beyond six times the views an interval is cut: what is so uncertain needs no exact end. */
const LARGEST = Math.log(6);
const TICKS = [0.5, 1, 2, 4];

/** One row a method: what it promised (ring) and what later videos gave (dot, with its 95 % interval), around "no difference". */
export function GainForest({ groups }: { groups: readonly { title: string; rows: readonly NamedGainRow[] }[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = groups.flatMap((group) => group.rows);
  const values = rows.flatMap((row) => {
    const interval = intervalOf(row);
    return [row.apparentGain, row.gain, interval?.low, interval?.high].filter((value) => value != null);
  });
  const domain = [Math.max(Math.min(-0.2, ...values), -LARGEST), Math.min(Math.max(0.3, ...values), LARGEST)] as const;
  const x = scaleLinear<number>({ domain: [...domain], range: [3, 97], clamp: true });
  const at = (value: number) => `${x(value).toFixed(2)}%`;
  const ticks = TICKS.filter((tick) => Math.log(tick) >= domain[0] && Math.log(tick) <= domain[1]);
  return (
    <div className="space-y-5">
      {groups.map(({ title, rows: own }) => (
        <div key={title}>
          <h3 className="font-semibold">{title}</h3>
          <ul className="mt-2 space-y-3 sm:space-y-2">
            {own.map((row) => (
              <GainLine key={row.method} row={row} at={at} />
            ))}
          </ul>
        </div>
      ))}
      <div className="sm:grid sm:grid-cols-[12rem_minmax(0,1fr)_11rem] sm:gap-x-3" aria-hidden="true">
        <svg width="100%" height="18" className="block sm:col-start-2">
          {ticks.map((tick) => (
            <text key={tick} x={at(Math.log(tick))} y="13" textAnchor="middle" fontSize="11" className="fill-muted">
              {tick === 1 ? t('method.gain.same') : format.change(tick - 1)}
            </text>
          ))}
        </svg>
      </div>
    </div>
  );
}

function GainLine({ row, at }: { row: NamedGainRow; at: (value: number) => string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { gain, apparentGain } = row;
  const interval = intervalOf(row);
  const isOwn = row.method === 'crealia';
  const isClear = interval !== null && (interval.low > 0 || interval.high < 0);
  const lift = (value: number) => format.change(Math.exp(value) - 1);
  const name = t(`method.methods.${row.method}`);
  const words = {
    method: name,
    gain: gain === null ? '' : lift(gain),
    low: interval ? lift(interval.low) : '',
    high: interval ? lift(interval.high) : '',
    promised: apparentGain === null ? '–' : lift(apparentGain),
    n: format.integer(row.videosFollowing),
  };
  const tone = isClear ? 'stroke-above-2' : 'stroke-line-strong';
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 sm:grid-cols-[12rem_minmax(0,1fr)_11rem]">
      <span className={`text-sm ${isOwn ? 'font-semibold' : ''}`}>{name}</span>
      <span className="text-right text-sm whitespace-nowrap sm:order-3">
        {gain === null ? (
          <span className="text-muted">{t('method.gain.noFigure')}</span>
        ) : (
          <>
            <span className="font-semibold">{words.gain}</span>
            <span className="ml-2 text-xs text-muted">n = {words.n}</span>
          </>
        )}
      </span>
      <span className="col-span-2 sm:order-2 sm:col-span-1">
        {gain === null ? (
          <span className="text-xs text-muted">
            {t(row.creatorsAdvised === 0 ? 'method.gain.nobodyAdvised' : 'method.gain.nothingToTell')}
          </span>
        ) : (
          <svg
            role="img"
            aria-label={t(interval ? 'method.gain.row' : 'method.gain.rowOneCreator', words)}
            width="100%"
            height="20"
            className="block"
          >
            <line x1={at(0)} x2={at(0)} y1="0" y2="20" className="stroke-line-strong" strokeDasharray="2 3" />
            {interval && (
              <line
                x1={at(interval.low)}
                x2={at(interval.high)}
                y1="10"
                y2="10"
                strokeWidth="5"
                strokeLinecap="round"
                className={tone}
              />
            )}
            {apparentGain !== null && (
              <circle cx={at(apparentGain)} cy="10" r="5" strokeWidth="1.75" className="fill-card stroke-muted" />
            )}
            <circle cx={at(gain)} cy="10" r="5.5" className={isClear ? 'fill-above-3' : 'fill-muted'} />
          </svg>
        )}
      </span>
    </li>
  );
}
