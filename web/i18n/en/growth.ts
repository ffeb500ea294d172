import type { Texts } from '../fr';

export const growth: Pick<Texts, 'growth'> = {
  growth: {
    title: 'Where it is heading',
    sentence:
      'About {{views}} views after {{age}}; 8 in 10 such videos end between {{low}} and {{high}}, every other one between {{low50}} and {{high50}}.',
    basis: 'Told from {{n}} readings of this video and {{others}} of your other videos; measured on videos it had not seen.',
    basisAlone: 'Told from {{n}} readings of this video and the usual path of public videos.',
    badge: { BREAKING_OUT: 'Breaking out · {{probability}}', STALLING: 'Stalling · {{probability}}' },
    momentum: {
      BREAKING_OUT:
        'Breaking out: probability {{probability}} that after 7 days it has at least {{factor}} times your usual {{typical}} views.',
      STALLING: 'Stalling: probability {{probability}} that after 7 days it has at most a third of your usual {{typical}} views.',
      AS_EXPECTED:
        'Neither breaking out ({{up}} for {{factor}} times your usual {{typical}} views after 7 days) nor stalling ({{down}} for a third); we say so from {{threshold}} on.',
    },
    unknown: {
      NOT_YET: 'Where it is heading can be told from the second reading on.',
      NO_LEVEL: 'Whether that is much or little for you cannot be told yet: it takes 5 videos read at an age of a day or more.',
      WEEK_OVER: 'Its first week is over: how it did stands under “Against your level”.',
    },
    legend: 'Dashed: expected. Dark band: 5 in 10 such videos; light band: 8 in 10.',
    pointsCaption: 'Views at round ages, measured or expected',
    age: 'Age',
    views: 'Views',
    half: '5 in 10',
    most: '8 in 10',
    range: '{{low}} – {{high}}',
    origin: 'Origin',
    statuses: {
      MEASURED: 'read',
      INTERPOLATED: 'between two readings',
      EXPECTED: 'expected',
      NOT_READ: 'not read at that age',
      NOT_YET: 'not yet',
    },
    youngTitle: 'Videos of the last 7 days',
    youngIntro:
      'Where your young videos will stand against your usual views after 7 days. Only what is probable at {{threshold}} or more is shown.',
    breakingOut: 'Breaking out',
    stalling: 'Stalling',
    noneYoung:
      'No video of the last 7 days can be told yet: it takes two readings of a video, a few hours apart, and 5 older videos for comparison.',
    noneMoving_one: 'Nothing stands out: the one video followed may well end within your usual views.',
    noneMoving_other: 'Nothing stands out: the {{formatted}} videos followed may well end within your usual views.',
    noneOfKind: 'None at present.',
    towards: 'about {{views}} after 7 days ({{low}} – {{high}}); usual: {{typical}}',
  },
};
