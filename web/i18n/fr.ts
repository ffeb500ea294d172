import { withFrenchSpaces } from './french-spaces';
import { connect } from './fr/connect';
import { consent } from './fr/consent';
import { dashboard } from './fr/dashboard';
import { growth } from './fr/growth';
import { languageModel } from './fr/language-model';
import { method } from './fr/method';
import { erasure } from './fr/erasure';
import { evidence } from './fr/evidence';
import { outliers } from './fr/outliers';
import { experiments } from './fr/experiments';
import { reading } from './fr/reading';
import { recommendations } from './fr/recommendations';
import { scoreboard } from './fr/scoreboard';
import { sessions } from './fr/sessions';
import { settings } from './fr/settings';
import { shell } from './fr/shell';
import { trends } from './fr/trends';
import { videos } from './fr/videos';
import { yourData } from './fr/your-data';

/** The texts as they were first written; their keys are the type that the other languages follow. */
export const fr = withFrenchSpaces({
  ...shell,
  ...connect,
  ...consent,
  ...dashboard,
  ...videos,
  ...trends,
  ...outliers,
  ...growth,
  ...method,
  ...reading,
  ...recommendations,
  ...scoreboard,
  ...experiments,
  ...evidence,
  ...sessions,
  ...settings,
  ...erasure,
  ...yourData,
  ...languageModel,
});

export type Texts = typeof fr;
