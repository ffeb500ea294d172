import { connect } from './en/connect';
import { consent } from './en/consent';
import { dashboard } from './en/dashboard';
import { growth } from './en/growth';
import { languageModel } from './en/language-model';
import { method } from './en/method';
import { erasure } from './en/erasure';
import { evidence } from './en/evidence';
import { outliers } from './en/outliers';
import { experiments } from './en/experiments';
import { reading } from './en/reading';
import { recommendations } from './en/recommendations';
import { scoreboard } from './en/scoreboard';
import { sessions } from './en/sessions';
import { settings } from './en/settings';
import { shell } from './en/shell';
import { trends } from './en/trends';
import { videos } from './en/videos';
import { yourData } from './en/your-data';
import type { Texts } from './fr';

export const en: Texts = {
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
};
