import type { StubAnswer, StubRequest } from './language-model-stub';
import { modelWordings, type ModelWords } from './model-wordings';

/** One entry of the answer that Crealia asks for; what is wrong about it is up to the behaviour. */
export type StubItem = Record<string, unknown> & { evidenceId: string; type: string };

/** How a language model may behave, well or badly. */
export type Behaviour = (request: StubRequest) => StubAnswer;

/** What a hostile caption would have a model do, if it obeyed. */
export interface HostileCaption {
  caption: string;
  /** What becomes of an entry whose model saw the caption: as it would be, or several. */
  obeyed: (item: StubItem) => StubItem | StubItem[];
  /**
   * What would then stand where a person sees it. Null for words that carry no figure, claim, link or order: they cannot be told from
   * advice, and all that is promised is that nothing but words changes.
   */
  payload: RegExp | null;
}

interface AskedItem {
  evidenceId: string;
  type: string;
}

function askedItems({ input }: StubRequest): AskedItem[] {
  return (input as { items: AskedItem[] }).items;
}

export function askedLocale({ instructions }: StubRequest): 'FR' | 'EN' {
  return instructions.includes('Write in French') ? 'FR' : 'EN';
}

const forIdeas = ['CONTENT_IDEA', 'SCRIPT'];

function wordsFor({ evidenceId, type }: AskedItem, words: ModelWords): StubItem {
  const { title, description, angle, hook, steps, beats, callToAction } = words;
  const [isIdea, isScript] = [type === 'CONTENT_IDEA', type === 'SCRIPT'];
  return {
    evidenceId,
    type,
    title,
    description,
    angle: isIdea ? angle : null,
    hook: forIdeas.includes(type) ? hook : null,
    steps: isIdea ? steps : null,
    beats: isScript ? beats : null,
    callToAction: isScript ? callToAction : null,
  };
}

/** What a model answers that does as it is told, changed by `change`. */
export function goodItems(
  request: StubRequest,
  change: (item: StubItem) => StubItem = (item) => item,
  language = askedLocale(request),
): StubItem[] {
  const wordings = modelWordings[language];
  return askedItems(request).map((item, index) => change(wordsFor(item, wordings[index % wordings.length]!)));
}

/** Does as it is told, changed by `change`. */
export const good = (request: StubRequest, change?: (item: StubItem) => StubItem): StubAnswer => ({
  json: { items: goodItems(request, change) },
});

/** Adds figures that nobody measured, in digits and in words, to every text. */
export const ungrounded: Behaviour = (request) =>
  good(request, (item) => ({
    ...item,
    description:
      askedLocale(request) === 'FR'
        ? `Vos vues vont doubler. Vous gagnerez 900 % de vues. ${String(item.description)} Neuf créateurs sur dix le font.`
        : `Your views will double. You will get 900% more views. ${String(item.description)} Nine creators out of ten do it.`,
    ...(item.steps
      ? { steps: [...(item.steps as string[]), askedLocale(request) === 'FR' ? 'Visez 12 345 vues.' : 'Aim for 12,345 views.'] }
      : {}),
  }));

export const wrongLanguage: Behaviour = (request) => ({
  json: { items: goodItems(request, undefined, askedLocale(request) === 'FR' ? 'EN' : 'FR') },
});

export const unparsable: Behaviour = () => ({ text: 'Bien sûr ! Voici les recommandations : {"items": [' });

/** Every other entry lacks what the schema asks for. */
export const halfUsable: Behaviour = (request) => ({
  json: {
    items: goodItems(request).map((item, index) => (index % 2 === 0 ? item : { evidenceId: item.evidenceId, text: item.title })),
  },
});

/** Says the same in every entry. */
export const duplicates: Behaviour = (request) => ({
  json: { items: askedItems(request).map((item) => wordsFor(item, modelWordings[askedLocale(request)][0]!)) },
});

/** Reasons at length first: what it may write is gone before it begins, unless it may write a lot. */
export const reasoning: Behaviour = (request) =>
  request.maxOutputTokens < 20_000
    ? { text: '', finishReason: 'length', usage: { prompt_tokens: 120, completion_tokens: request.maxOutputTokens } }
    : { json: { items: goodItems(request) }, usage: { prompt_tokens: 120, completion_tokens: 12_000 } };

/** Does what the captions say that it finds in its data. */
export function obeying(captions: readonly HostileCaption[], plain: (caption: string) => string): Behaviour {
  return (request) => {
    const seen = JSON.stringify(request.input);
    const orders = captions.filter(({ caption }) => seen.includes(JSON.stringify(plain(caption)).slice(1, -1)));
    return { json: { items: orders.reduce((items, { obeyed }) => items.flatMap(obeyed), goodItems(request)) } };
  };
}
