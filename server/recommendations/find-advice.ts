import type { Advice, Finding } from './advice';
import type { CreatorHistory } from './creator-history';
import { findFormat, findHashtags, findTiming } from './find-choices';
import { findContentIdeas, findScript } from './find-ideas';
import type { RecommendationType } from './recommendation';

const finders: { [Type in RecommendationType]: (history: CreatorHistory) => Finding<Type> } = {
  CONTENT_IDEA: findContentIdeas,
  SCRIPT: findScript,
  HASHTAGS: findHashtags,
  TIMING: findTiming,
  FORMAT: findFormat,
};

/** What one type of recommendation can stand on in this history, or what is missing. */
export function findAdvice(
  type: RecommendationType,
  history: CreatorHistory,
): { advice: Advice[] } | Extract<Finding<RecommendationType>, { missing: unknown }> {
  return finders[type](history);
}
