import { builder } from '../graphql/builder';
import { draws, heldAt, type ReadingResult } from './read-result';

const verdictEnum = builder.enumType('ExperimentVerdict', {
  description: 'What the test allows to say.',
  values: {
    A_HIGHER: { description: 'A has more views: p ≤ alpha.' },
    B_HIGHER: { description: 'B has more views: p ≤ alpha.' },
    NO_MEASURABLE_DIFFERENCE: { description: 'The numbers cannot tell it from chance; not “there is none”.' },
  } satisfies Record<ReadingResult['verdict'], object>,
});

export const ExperimentResultRef = builder.objectRef<ReadingResult & { alpha: number }>('ExperimentResult').implement({
  description: 'What an experiment found. Read once, when its plan was complete, and never again.',
  fields: (t) => ({
    verdict: t.expose('verdict', { type: verdictEnum, description: 'What it allows to say.' }),
    difference: t.exposeFloat('difference', {
      description:
        'In ln(views), B minus A: Σ w · (mean residual of B − mean residual of A) / Σ w over the blocks of the coin, w = nA · nB / (nA + nB). ' +
        'exp of it is how many times the views of A B had.',
    }),
    low: t.exposeFloat('low', {
      description:
        'Lower end of the interval of `difference`: every δ that the same test, after δ is taken from the residuals of B, would not reject (Ernst 2004, Statistical Science 19).',
    }),
    high: t.exposeFloat('high', { description: 'Upper end of that interval.' }),
    intervalLevel: t.float({ description: '1 − alpha.', resolve: ({ alpha }) => 1 - alpha }),
    pValue: t.exposeFloat('pValue', {
      description:
        'Two-sided: the share of all ways in which the coin could have fallen, within its blocks, that give a difference at least this large, the one that fell included ' +
        '(Fisher 1935; with random arrangements (1 + those) / (1 + draws), Phipson and Smyth 2010).',
    }),
    nA: t.exposeInt('nA', { description: 'Videos of A compared: measured, with a video of B measured in their block.' }),
    nB: t.exposeInt('nB', { description: 'Videos of B compared.' }),
    meanA: t.exposeFloat('meanA', {
      description: `Mean residual of A in ln(views); residuals beyond ${heldAt} robust standard deviations are held there.`,
    }),
    meanB: t.exposeFloat('meanB', { description: 'The same for B.' }),
    arrangements: t.exposeInt('arrangements', {
      description: `Ways for the coin to fall that were gone through: all of them up to 50,000, else ${draws.toLocaleString('en')} random ones and the real one.`,
    }),
    isExact: t.exposeBoolean('isExact', { description: 'Whether all of them were gone through.' }),
  }),
});
