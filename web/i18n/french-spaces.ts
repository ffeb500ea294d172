/** French puts a space before : ; ? ! » and after «: made unbreakable here, so that no line starts with a colon. */
export function frenchSpaces(text: string): string {
  return text.replace(/ ([:;?!»])/g, '\u00a0$1').replace(/« /g, '«\u00a0');
}

/** The same for every text inside. */
export function withFrenchSpaces<Texts extends object>(texts: Texts): Texts {
  const mapped = (value: unknown): unknown => {
    if (typeof value === 'string') return frenchSpaces(value);
    if (Array.isArray(value)) return value.map(mapped);
    return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, mapped(inner)]));
  };
  return mapped(texts) as Texts;
}
