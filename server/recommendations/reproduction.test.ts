import './generation-schema';
import { parse, validate } from 'graphql';
import { schema } from '../graphql/schema';
import {
  reproduceDurations,
  reproduceFormats,
  reproduceHashtags,
  reproducePostingTimes,
  reproduceResiduals,
} from './reproduction';

it.each([
  ['posting times', reproducePostingTimes('c')],
  ['hashtags', reproduceHashtags('c')],
  ['durations', reproduceDurations('c')],
  ['formats', reproduceFormats('c')],
  ['residuals', reproduceResiduals('c', ['v'])],
])('has a valid document for %s', (_name, { document }) => {
  expect(validate(schema, parse(document)).map(({ message }) => message)).toEqual([]);
});
