const intervals = [
  { y: 40, low: 70, high: 230, at: 148 },
  { y: 80, low: 96, high: 262, at: 172 },
  { y: 120, low: 190, high: 316, at: 252 },
  { y: 160, low: 60, high: 200, at: 128 },
  { y: 200, low: 108, high: 222, at: 160 },
];

/** What the product is about, without a number: estimates with their doubt around one's own level. One clears the line. */
export function IntervalPicture() {
  return (
    <svg aria-hidden="true" viewBox="0 0 360 240" className="w-full rounded-3xl border border-line bg-card p-2">
      <line x1="160" x2="160" y1="16" y2="224" className="stroke-line-strong" strokeDasharray="4 5" />
      {intervals.map(({ y, low, high, at }) => {
        const isClear = low > 160;
        return (
          <g key={y} className={isClear ? 'stroke-accent' : 'stroke-line-strong'}>
            <line
              x1={low}
              x2={high}
              y1={y}
              y2={y}
              strokeWidth={isClear ? 6 : 4}
              strokeLinecap="round"
              opacity={isClear ? 0.45 : 0.5}
            />
            <circle cx={at} cy={y} r={isClear ? 9 : 6} stroke="none" className={isClear ? 'fill-accent' : 'fill-line-strong'} />
          </g>
        );
      })}
    </svg>
  );
}
