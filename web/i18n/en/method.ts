import type { Texts } from '../fr';

export const method: Pick<Texts, 'method'> = {
  method: {
    title: 'How our numbers are made',
    intro:
      'What we compute, how we check that it holds on videos the computation has never seen, and what came out, good or bad.',
    link: 'How these numbers are made and checked',
    stepsTitle: 'From your views to a recommendation',
    steps: {
      age: {
        title: 'At equal age',
        body: 'Yesterday’s video has not had the time of last month’s. Each video is brought to the views it would have after seven days.',
      },
      level: {
        title: 'Against your own level',
        body: 'A video is compared with your other videos of the same period only, never with those of others. What counts is the gap to that level.',
      },
      arms: {
        title: 'With a choice, and without',
        body: 'For each choice (hour, hashtag, length, sound…), the videos that follow it are compared with your other videos.',
      },
      chance: {
        title: 'Chance is taken out',
        body: 'Among thirty hashtags one always shines by chance. Each gap is therefore pulled towards zero, the more so the fewer videos carry it, and gets an interval.',
      },
      silence: {
        title: 'A recommendation, or nothing',
        body: 'We recommend only above a probability and a gain that were fixed beforehand. Otherwise we write “no measurable difference”, with the number of videos.',
      },
    },
    methods: {
      crealia: 'Crealia',
      'raw-heat-map': 'Best cell of an hour map',
      'most-frequent-slot': 'Most used cell',
      'best-raw-hashtag': 'Hashtag with the best average',
      none: 'No advice',
    },
    choices: {
      HOURS: 'Hours',
      WEEKDAY: 'Day of the week',
      HASHTAG: 'Hashtag',
      OPENING: 'Start of the caption',
      DURATION: 'Length of the video',
      CAPTION_LENGTH: 'Length of the caption',
      SOUND: 'Sound',
      GAP: 'Time since the video before',
      FORMAT: 'Form',
    },
    interval: '95% interval',
    between: '{{from}} to {{to}}',
    gain: {
      title: 'Do later videos prove the advice right?',
      intro:
        'We replayed the past of {{creators}} creators ({{videos}} videos, a private set). At {{origins}} moments, {{scored}} of them get the advice that their videos so far allow; from seven days later we look at what they post: {{later}} videos that the computation has never seen. The measured gain compares those that happen to follow the advice with the others.',
      keyGain: 'gain measured on later videos, with its 95% interval',
      keyPromised: 'gain that the method promised on the videos already known',
      same: '= same',
      row: '{{method}}: {{gain}} measured later, interval {{low}} to {{high}}, on {{n}} videos; {{promised}} promised.',
      rowOneCreator:
        '{{method}}: {{gain}} measured later with a single creator, without interval, on {{n}} videos; {{promised}} promised.',
      reading:
        'Where the dot is far from the ring, the method promised what it did not keep. Where the interval touches the “same” line, nothing says that the advice is of any use.',
      noFigure: 'no figure',
      nobodyAdvised: 'Nobody was advised.',
      nothingToTell: 'No later video to tell by.',
      advice: 'Advice',
      advised: 'Creators advised',
      ofCreators: '{{advised}} of {{creators}}',
      promised: 'Gain promised',
      measured: 'Gain measured later',
      videosFollowing: 'Videos that follow',
      byChoice: 'Crealia’s advice by what is chosen',
      placebo: 'As a check, the same with scrambled views (those of a much later video): every gain here is chance',
    },
    calibration: {
      title: 'When we say 90%, is it 90%?',
      intro:
        'The confidence of a recommendation is the probability that the next ten videos that follow it do better, on average, than your other videos. We counted how often that was so.',
      chart: 'Stated confidence, and later videos that agree',
      summary:
        'Upwards, the share of recommendations that later videos confirmed; along, the stated confidence. On the diagonal, what is said is what happens. Mean gap: {{error}}, over {{n}} recommendations.',
      none: 'No recommendation had enough later videos to tell.',
      confidence: 'Confidence',
      n: 'Recommendations',
      stated: 'Stated',
      observed: 'Confirmed',
    },
    generated: {
      title: 'And when there is nothing to find?',
      intro:
        'With made-up creators we know the truth: nothing matters but what we put there. A method that is always silent would never raise a false alarm, and be of no use; so both have to be looked at.',
      falseAlarms:
        'Advised wrongly: {{rate}} (± {{error}}) of {{creators}} creators for whom nothing matters, all advice taken together. The aim is 5% or less.',
      chart: 'Effects found, by their size and the number of videos',
      summary:
        'An effect of {{large}} views is found with {{foundLarge}} of the creators who have 200 videos, an effect of {{small}} with {{foundSmall}} of those who have 800. Each curve bears its number of videos; the line is the aim of 80%.',
      effect: 'Effect',
      videos_one: '{{count}} video',
      videos_other: '{{count}} videos',
    },
    growth: {
      title: 'Forecasting the views of a video',
      intro:
        'From one reading, the views at a later reading are foretold, then compared with what came: {{readings}} readings of {{videos}} videos of {{creators}} creators, another private set. For half of the videos the forecast is off by less than the error shown; beside it that of the median curve, and that of “nothing moves any more”.',
      span: 'From → to',
      hours: '{{range}} h',
      days: '{{range}} d',
      earlier: 'Earlier reading',
      yes: 'yes',
      no: 'no',
      n: 'Readings',
      error: 'Error',
      medianPath: 'Median curve',
      noGrowth: 'No growth',
      coverage50: 'Inside the 50% interval',
      coverage80: 'Inside the 80% interval',
    },
    limitsTitle: 'What these numbers do not say',
    limits: {
      cause: 'The cause. A hashtag may go with good videos and have no part in it.',
      average: 'Your case. The creators measured are large accounts; what helps on average may not help you.',
      purpose:
        'What happens when advice is followed on purpose: here, videos happened to follow it. That is why each recommendation you apply is scored in turn on what happens.',
    },
    again:
      'Method {{version}}. The same figures can be computed again with the command “npm run backtest”, and stand in docs/backtest.md.',
  },
};
