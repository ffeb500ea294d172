/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { gql } from 'urql';
import * as Urql from 'urql';
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
/** Whole local days, ending with the day of the newest reading. */
export type AnalyticsPeriod =
  /** Seven local days. */
  | 'LAST_7_DAYS'
  /** Four weeks: every weekday as often as any other. */
  | 'LAST_28_DAYS'
  /** Ninety local days. */
  | 'LAST_90_DAYS'
  /** A year. */
  | 'LAST_365_DAYS';

/** Which recommendation. */
export type ApplyRecommendationInput = {
  /** The recommendation. */
  recommendationId: string;
};

/** A kind of choice that a creator makes before a video is posted. */
export type ChoiceFamily =
  /** Characters of the caption. Key: 0-30, 30-80, 80-150, 150+. */
  | 'CAPTION_LENGTH'
  /** Length in seconds. Key: 0-15, 15-30, 30-60, 60-90, 90-180, 180+. */
  | 'DURATION'
  /** What TikTok tells of the form. Key: PHOTO, VERTICAL, HORIZONTAL, SQUARE, AI_GENERATED. */
  | 'FORMAT'
  /** Hours since the creator’s video before. Key: 0-6, 6-18, 18-30, 30-72, 72+. */
  | 'GAP'
  /** A hashtag. Key: without #, lower case. */
  | 'HASHTAG'
  /** Local hours of posting, in overlapping blocks of four. Key: 16-20 every day, 1:9-10 for one hour of Mondays (1 = Monday … 7 = Sunday). */
  | 'HOURS'
  /** A recurring series, told by captions that begin alike. Key: their first two or three words. */
  | 'OPENING'
  /** Whose sound it has, told by the name that TikTok’s oEmbed gives: “original sound - the account” is OWN, all else BORROWED. */
  | 'SOUND'
  /** Local weekday. Key: 1 (Monday) to 7 (Sunday). */
  | 'WEEKDAY';

/** Whether TikTok lets us read an account. */
export type ConnectionStatus =
  /** Readings are being taken. */
  | 'ACTIVE'
  /** Disconnected here; the history stays. */
  | 'DISCONNECTED'
  /** A scope is missing or the authorization ran out: the person must connect again. */
  | 'NEEDS_RECONNECT'
  /** The person or TikTok took the authorization back. */
  | 'REVOKED';

/** What a person can agree to. */
export type ConsentPurpose =
  /** Read the account’s profile, counters and public videos from TikTok, keep their history and compute advice from it. */
  | 'ACCOUNT_ANALYTICS'
  /** Voluntary: let hashtags and dates of the own public videos count in the rising hashtags that everybody here sees, never alone and without a name. */
  | 'RESEARCH';

/** Which account. */
export type DisconnectTikTokInput = {
  /** The connection to end. */
  connectionId: string;
};

/** Which recommendation. */
export type DismissRecommendationInput = {
  /** The recommendation. */
  recommendationId: string;
};

/** What the data allows to say of a choice. HIGHER needs a probability of 0.78, LOWER one of 0.9, that the true difference is beyond 0.1 in ln(views), and 10 videos with and without the choice. For simulated creators for whom nothing matters, some choice is called HIGHER for at most one creator in twenty, over all choices together: see docs/backtest.md. */
export type EffectVerdict =
  /** Too few videos with it, or too few without it, to say anything. */
  | 'BELOW_THRESHOLD'
  /** Videos with it get more views: probably at least 11 % more than the others. */
  | 'HIGHER'
  /** Videos with it get fewer views than the others, by as much. */
  | 'LOWER'
  /** Chance explains what is seen: no difference that would be worth acting on. */
  | 'NO_MEASURABLE_DIFFERENCE';

/** The confirmation. */
export type EraseMyDataInput = {
  /** Must be true: what is erased does not come back. */
  isConfirmed: boolean;
};

/** Which account, and the confirmation. */
export type EraseTikTokConnectionInput = {
  /** The account. */
  connectionId: string;
  /** Must be true: what is erased does not come back. */
  isConfirmed: boolean;
};

/** How far an erasure is. One that was interrupted goes on from there. */
export type ErasurePhase =
  /** The database file is written anew, so that no copy of a deleted row is left in it. */
  | 'CLEANING'
  /** Rows are being deleted. */
  | 'DELETING'
  /** Nothing is left. */
  | 'DONE'
  /** Files are being deleted. */
  | 'FORGETTING_FILES'
  /** TikTok is asked to end the authorizations. */
  | 'REVOKING';

/** Why data was erased. */
export type ErasureReason =
  /** A person asked for one of their accounts. */
  | 'ACCOUNT_REQUESTED'
  /** The authorization was removed at TikTok, and the time to connect again went by. */
  | 'GRACE_OVER'
  /** TikTok says that the account was deleted, or its owner’s age changed. */
  | 'REMOVED_AT_TIKTOK'
  /** A person asked for everything of theirs. */
  | 'REQUESTED';

/** A number of some evidence. */
export type EvidenceNumber =
  /** `effect`, in ln(views). */
  | 'EFFECT'
  /** `high`, in ln(views). */
  | 'HIGH'
  /** `low`, in ln(views). */
  | 'LOW'
  /** `n`: videos with the choice. */
  | 'N'
  /** The other compared videos: `n` of the second arm. */
  | 'OTHER_COUNT';

/** Which video, and why. */
export type ExcludeExperimentVideoInput = {
  /** The toss. */
  assignmentId: string;
  /** Why it does not count: 1 to 200 characters. */
  reason: string;
};

/** How the video of a toss stands. */
export type ExperimentAssignmentState =
  /** It is there and has not reached the age of measurement, or waits for a reading near it. */
  | 'GROWING'
  /** Its views at that age are known. */
  | 'MEASURED'
  /** No reading came near that age, or the video was removed: it cannot be compared. */
  | 'MISSING'
  /** The first video published after the toss will count. */
  | 'WAITING_FOR_VIDEO';

/** What the two choices are about. */
export type ExperimentKind =
  /** How to begin. */
  | 'HOOK'
  /** When to post. */
  | 'HOURS'
  /** How long. */
  | 'LENGTH'
  /** Anything else, in the person’s words. */
  | 'OTHER';

/** One of the two choices of an experiment. */
export type ExperimentSide =
  /** The first. */
  | 'A'
  /** The second. */
  | 'B';

/** How an experiment stands. */
export type ExperimentStatus =
  /** All planned videos are there; the youngest are not old enough to be measured. */
  | 'MEASURING'
  /** It ended without enough videos and is never read. */
  | 'NOT_ENOUGH_VIDEOS'
  /** It was read, once; `result` says what it found. */
  | 'READ'
  /** Videos are still to come. */
  | 'RUNNING';

/** What the test allows to say. */
export type ExperimentVerdict =
  /** A has more views: p ≤ alpha. */
  | 'A_HIGHER'
  /** B has more views: p ≤ alpha. */
  | 'B_HIGHER'
  /** The numbers cannot tell it from chance; not “there is none”. */
  | 'NO_MEASURABLE_DIFFERENCE';

/** Why there is no result. */
export type ExperimentWhyNoResult =
  /** The planned videos are not all measured: an experiment is read at its end and not on the way. */
  | 'NOT_YET'
  /** The person stopped it before its plan was complete. */
  | 'STOPPED_EARLY'
  /** Fewer than 6 videos of a side could be compared: 2 / 2^5 > 0.05, no arrangement could pass 5 %. */
  | 'TOO_MANY_MISSING';

/** For which account, and about what. */
export type GenerateRecommendationsInput = {
  /** The account. */
  connectionId: string;
  /** The types wanted; all when left out or empty. */
  types?: Array<RecommendationType> | null | undefined;
};

/** Who found the words. */
export type GenerationOutcome =
  /** Crealia itself, because the language model could not be used; `fallbackReason` says why. */
  | 'FELL_BACK'
  /** Crealia itself: no language model is configured, or there was nothing to word. */
  | 'STATISTICS_ONLY'
  /** A language model worded the evidence; `source` tells for each recommendation. */
  | 'WORDED';

/** What is agreed to. */
export type GiveConsentInput = {
  /** Version of the policy that the person read: `instance.policyVersion`. */
  policyVersion: string;
  /** The purpose. */
  purpose: ConsentPurpose;
};

/** Where the views at an age come from, or why there are none. */
export type GrowthPointStatus =
  /** Still ahead: the median of what is expected. */
  | 'EXPECTED'
  /** Between the readings before and after it, along the median path in ln(views); they lie at most 0.5 of it apart. */
  | 'INTERPOLATED'
  /** Read at that age, give or take 2 %. */
  | 'MEASURED'
  /** Passed, and no reading is near enough. */
  | 'NOT_READ'
  /** Still ahead, and nothing can be expected yet: it takes two readings. */
  | 'NOT_YET';

/** Why a cost of the language model is unknown. */
export type LanguageModelCostGap =
  /** No language model was asked, or none was charged. */
  | 'NOT_ASKED'
  /** The model’s server did not say how many tokens it took. */
  | 'NOT_COUNTED'
  /** The operator has set no prices (OPENAI_INPUT_PRICE, OPENAI_OUTPUT_PRICE), or had not at the time. */
  | 'NO_PRICES';

/** How many days. */
export type LetDaysPassInput = {
  /** 1 to 90. */
  days: number;
};

/** Which video, for which toss. */
export type LinkExperimentVideoInput = {
  /** The toss. */
  assignmentId: string;
  /** Why the video that stood there does not count: 1 to 200 characters. Needed where one does. */
  reason?: string | null | undefined;
  /** The video. */
  videoId: string;
};

/** Which video follows which prediction. */
export type LinkPredictionVideoInput = {
  /** The prediction. */
  predictionId: string;
  /** The video, less than 24 hours old. */
  videoId: string;
};

/** A language that Crealia speaks. */
export type Locale =
  /** English. */
  | 'EN'
  /** French. */
  | 'FR';

/** Of which archive. */
export type MakeDownloadLinkInput = {
  /** The archive. */
  dataExportId: string;
};

/** Which toss, and what was done. */
export type MarkExperimentVideoInput = {
  /** The toss. */
  assignmentId: string;
  /** Whether the video did what the coin said. */
  isFollowed: boolean;
};

/** Which recommendation. */
export type MarkRecommendationReadInput = {
  /** The recommendation. */
  recommendationId: string;
};

/** Why a field has the value it has, or none. */
export type MeasurementStatus =
  /** There is too little to say anything. */
  | 'BELOW_THRESHOLD'
  /** The source gave it; zero means zero. */
  | 'MEASURED'
  /** TikTok’s API does not give it for this account. */
  | 'NOT_IN_API'
  /** It has not been read yet. */
  | 'NOT_YET'
  /** The person did not grant the permission that carries it. Connecting again can. */
  | 'SCOPE_MISSING';

/** Why a type that was asked for has nothing to stand on. */
export type MissingReason =
  /** A series stands above the others, but none of its captions has words to build a script on. */
  | 'NO_CAPTIONS'
  /** TikTok gave no video’s length. */
  | 'NO_DURATIONS'
  /** No video carries a hashtag. */
  | 'NO_HASHTAGS'
  /** What was compared does not differ measurably. */
  | 'NO_MEASURABLE_DIFFERENCE'
  /** Fewer videos, read and old enough to be compared, than `needed`. */
  | 'TOO_FEW_VIDEOS';

/** Where a video of less than 7 days is heading, against the creator’s other videos. */
export type Momentum =
  /** Neither of the two is that probable. */
  | 'AS_EXPECTED'
  /** breakingOutProbability is 0.8 or more: at 7 days it will very likely have at least 3 times the typical views. */
  | 'BREAKING_OUT'
  /** stallingProbability is 0.8 or more: at 7 days it will very likely have at most 1/3 of the typical views. */
  | 'STALLING'
  /** Cannot be told; see unknownBecause. */
  | 'UNKNOWN';

/** Why momentum is UNKNOWN. */
export type MomentumGap =
  /** Fewer than two readings of the video. */
  | 'NOT_YET'
  /** Too few other videos to tell what is typical of the creator: it takes 5 read at an age of a day or more. */
  | 'NO_LEVEL'
  /** The video was last read at 7 days of age or later: `baseline` says how it did. */
  | 'WEEK_OVER';

/** The direction of an order. */
export type OrderDirection =
  /** Smallest or oldest first. */
  | 'ASC'
  /** Largest or newest first. */
  | 'DESC';

/** Whether a video is an outlier against its creator’s own level. */
export type OutlierDirection =
  /** An outlier downward, with a probability of 0.8 or more. */
  | 'DOWN'
  /** No outlier can be told: it lies within the ordinary scatter, or too near to it. */
  | 'NONE'
  /** An outlier upward, with a probability of 0.8 or more. */
  | 'UP';

/** How the video that follows was found. */
export type PredictionLink =
  /** The creator named it, within a day of its publication. */
  | 'CREATOR'
  /** It is the first video after the registration that meets the criterion. */
  | 'CRITERION';

/** Where a prediction stands. */
export type PredictionStatus =
  /** Taken back before a video followed. */
  | 'CANCELLED'
  /** No video followed within 60 days. */
  | 'EXPIRED'
  /** A video follows; it is not 7 days old and measured yet. */
  | 'MEASURING'
  /** The account had no level when the recommendation was applied: fewer than five videos a day old. */
  | 'NOT_PREDICTED'
  /** The video was judged at 7 days. */
  | 'SETTLED'
  /** No video has followed yet. */
  | 'WAITING';

/** What became of a prediction: ln(measured views / baseline views) against a margin of 0.1. */
export type PredictionVerdict =
  /** Above the baseline by more than 0.1 in ln(views), 10.5 %. */
  | 'HIT'
  /** Below the baseline by more than 0.1 in ln(views), 9.5 %. */
  | 'MISS'
  /** Neither; `undecidedReason` says why. */
  | 'UNDECIDED';

/** Which recommendations: those that meet every condition given. */
export type RecommendationFilter = {
  /** Read, or not read. */
  isRead?: boolean | null | undefined;
  /** In this state. */
  state?: RecommendationState | null | undefined;
  /** Of one of these types; all when left out or empty. */
  types?: Array<RecommendationType> | null | undefined;
};

/** Where the words come from. The evidence always comes from statistics. */
export type RecommendationSource =
  /** A language model worded the evidence. */
  | 'OPENAI'
  /** Crealia’s own words. */
  | 'STATISTICS';

/** What the person made of a recommendation. */
export type RecommendationState =
  /** The person does what it says. */
  | 'APPLIED'
  /** The person does not want it. */
  | 'DISMISSED'
  /** Neither applied nor dismissed. */
  | 'OPEN';

/** What a recommendation is about. */
export type RecommendationType =
  /** What to make: a series to go on with, or a sequel to a video that stood out. */
  | 'CONTENT_IDEA'
  /** Which length or form. */
  | 'FORMAT'
  /** Hashtags to keep. */
  | 'HASHTAGS'
  /** The outline of a video, from one that stood out. */
  | 'SCRIPT'
  /** When to post. */
  | 'TIMING';

/** Which recommendation. */
export type ReproduceRecommendationInput = {
  /** The recommendation. */
  recommendationId: string;
};

/** Why the numbers of a recommendation are the same as when it was made, or are not. */
export type ReproductionReason =
  /** Newer readings came in since, and give other numbers. */
  | 'DATA_CHANGED'
  /** The stored document or its variables are not the ones that Crealia writes; it was not run. */
  | 'DOCUMENT_REFUSED'
  /** The method has another version; without numbers where the stored question is one that it does not answer. */
  | 'METHOD_CHANGED'
  /** The same readings and method give other numbers: what is stored was not computed from them. */
  | 'NOT_REPRODUCED'
  /** Too few videos have the choice, or none, to measure anything today. */
  | 'NO_LONGER_MEASURED'
  /** They are the same. */
  | 'SAME';

/** Which session. */
export type RevokeSessionInput = {
  /** The session to end. */
  sessionId: string;
};

/** What a person may do here. */
export type Role =
  /** Reads what consented to research. */
  | 'ANALYST'
  /** Sees and manages what is theirs. */
  | 'CREATOR'
  /** Runs the installation. */
  | 'OPERATOR';

/** How a piece of background work stands. */
export type RunStatus =
  /** It ended badly; `error` says why and what to do. What was read is kept. */
  | 'FAILED'
  /** It waits for its turn. */
  | 'QUEUED'
  /** It is under way, or waits to be tried again after TikTok did not answer. */
  | 'RUNNING'
  /** It is done. */
  | 'SUCCEEDED';

/** The plan. */
export type StartExperimentInput = {
  /** The account. */
  connectionId: string;
  /** Age in hours at which each video is measured: 48 or 168. */
  horizonHours: number;
  /** What the choices are about. */
  kind: ExperimentKind;
  /** The first choice, in own words: 1 to 80 characters. */
  labelA: string;
  /** The second choice: 1 to 80 characters. */
  labelB: string;
  /** Videos for each side, 6 to 100. `experimentPlanning` says what so many can find. */
  videosPerArm: number;
};

/** The consent that the person gave, and what a new person starts with. */
export type StartTikTokAuthorizationInput = {
  /** What the person agreed to. */
  consents: Array<ConsentPurpose>;
  /** Language of a new person; French when left out. */
  locale?: Locale | null | undefined;
  /** Version of the policy that was shown: `instance.policyVersion`. */
  policyVersion: string;
  /** Path on this site to go to afterwards; /tiktok when left out. */
  returnTo?: string | null | undefined;
  /** IANA time zone of a new person; Europe/Paris when left out. */
  timeZone?: string | null | undefined;
};

/** Which experiment. */
export type StopExperimentInput = {
  /** The experiment. */
  experimentId: string;
};

/** What a run is doing. */
export type SyncPhase =
  /** Working out when to come back. */
  | 'FINISHING'
  /** Listing videos, newest first, with their counters. */
  | 'LISTING'
  /** Reading the profile and the account’s counters. */
  | 'PROFILE'
  /** Reading the counters of known videos that are due. */
  | 'READING';

/** What set off a run. */
export type SyncTrigger =
  /** Nothing was read completely before: everything is listed. */
  | 'FIRST'
  /** The person asked for it. */
  | 'REQUESTED'
  /** The cadence: a reading was due. */
  | 'SCHEDULED';

/** What to read. */
export type SyncVideosInput = {
  /** The account to read. */
  connectionId: string;
};

/** In which experiment. */
export type TossForNextVideoInput = {
  /** The experiment. */
  experimentId: string;
};

/** Why a prediction is neither hit nor miss. */
export type UndecidedReason =
  /** No reading near enough: none on both sides with the later age at most twice the earlier, and none within a tenth of the age. */
  | 'NO_READING'
  /** No video followed within 60 days. */
  | 'NO_VIDEO'
  /** TikTok stopped returning the video before it was read at this age. */
  | 'VIDEO_GONE'
  /** The video lies within the margin around the baseline. */
  | 'WITHIN_MARGIN';

/** Which prediction. */
export type UnlinkPredictionVideoInput = {
  /** The prediction. */
  predictionId: string;
};

/** What to change; what is left out stays. */
export type UpdateSettingsInput = {
  /** Language of the pages and of new advice. */
  locale?: Locale | null | undefined;
  /** IANA time zone, such as Europe/Paris. */
  timeZone?: string | null | undefined;
};

/** Whether TikTok still shows a video. */
export type VideoAvailability =
  /** TikTok returned it when it was last asked. */
  | 'AVAILABLE'
  /** TikTok no longer returns it: deleted, private, or under review. Its history stays. */
  | 'UNAVAILABLE';

/** A field of a video that may have no value. */
export type VideoField =
  /** `bookmarkCount`: not in TikTok’s Display API. */
  | 'BOOKMARK_COUNT'
  /** `commentCount`. */
  | 'COMMENT_COUNT'
  /** Followers at publication: known where the account was read within a day of it. */
  | 'FOLLOWERS_AT_PUBLICATION'
  /** `likeCount`. */
  | 'LIKE_COUNT'
  /** `musicName`: looked up by oEmbed after a sync, newest videos first. */
  | 'MUSIC_NAME'
  /** Different people reached: not in TikTok’s Display API. */
  | 'REACH'
  /** `shareCount`. */
  | 'SHARE_COUNT'
  /** `viewCount`. */
  | 'VIEW_COUNT'
  /** Time watched: not in TikTok’s Display API. */
  | 'WATCH_TIME';

/** Which videos: those that meet every condition given. */
export type VideoFilter = {
  /** Whether TikTok still shows it. */
  availability?: VideoAvailability | null | undefined;
  /** Carries this hashtag, with or without #. */
  hashtag?: string | null | undefined;
  /** At least so many views at the last reading. */
  minimumViews?: number | null | undefined;
  /** Stands in one of these directions: `[UP, DOWN]` gives the outliers. A video of which it cannot be told is in none. */
  outlier?: Array<OutlierDirection> | null | undefined;
  /** Published at this time or later. */
  publishedFrom?: string | null | undefined;
  /** Published before this time. */
  publishedUntil?: string | null | undefined;
  /** Title or description contains this, whatever the case and the accents. */
  text?: string | null | undefined;
};

/** The form of a post, as far as TikTok tells it. */
export type VideoForm =
  /** Carries the label of AI-generated content. */
  | 'AI_GENERATED'
  /** Wider than high. */
  | 'HORIZONTAL'
  /** Photos; guessed from a length of 0 seconds. */
  | 'PHOTO'
  /** As high as wide. */
  | 'SQUARE'
  /** Higher than wide. */
  | 'VERTICAL';

/** Whether growth can be told. */
export type VideoGrowthStatus =
  /** From two readings or more. */
  | 'MEASURED'
  /** No reading has a count of views. */
  | 'NOT_IN_API'
  /** Fewer than two readings of the views, at different ages from half an hour on. */
  | 'NOT_YET';

/** How videos are ordered. What TikTok does not say comes last in either direction. */
export type VideoOrder = {
  /** In which direction. */
  direction: OrderDirection;
  /** By what. */
  field: VideoOrderField;
};

/** What videos can be ordered by. */
export type VideoOrderField =
  /** Comments at the last reading. */
  | 'COMMENT_COUNT'
  /** Likes at the last reading. */
  | 'LIKE_COUNT'
  /** Time of publication. */
  | 'PUBLISHED_AT'
  /** Shares at the last reading. */
  | 'SHARE_COUNT'
  /** Views at the last reading. */
  | 'VIEW_COUNT';

/** What is withdrawn. */
export type WithdrawConsentInput = {
  /** The purpose. */
  purpose: ConsentPurpose;
};

export type StartTikTokAuthorizationMutationVariables = Exact<{
  input: StartTikTokAuthorizationInput;
}>;


export type StartTikTokAuthorizationMutation = { startTikTokAuthorization:
    | { __typename: 'ConsentRequiredError', message: string }
    | { __typename: 'InvalidInputError', message: string }
    | { __typename: 'StartTikTokAuthorizationSuccess', authorizeUrl: string, expiresAt: string }
   };

export type SyncStateFragment = { id: string, trigger: SyncTrigger, status: RunStatus, phase: SyncPhase, progress: number | null, listedCount: number, newVideoCount: number, readingCount: number, unavailableCount: number, unreadableCount: number, expectedCount: number | null, finishedAt: string | null, error: { code: string, message: string } | null, retryReason: { code: string, message: string } | null };

export type ChangeFragment = { current: number | null, previous: number | null, change: number | null, changeRate: number | null, status: MeasurementStatus, previousStatus: MeasurementStatus };

export type EffectsFragment = { family: ChoiceFamily, n: number, intervalLevel: number, minimumN: number, verdict: EffectVerdict, methodVersion: string, effects: Array<{ key: string, n: number, estimate: number | null, low: number | null, high: number | null, verdict: EffectVerdict }> };

export type YoungVideoFragment = { id: string, title: string | null, description: string | null, publishedAt: string, coverUrl: string | null, viewCount: number | null, growth: { points: Array<{ ageHours: number, status: GrowthPointStatus, views: number | null, low50: number | null, high50: number | null, low80: number | null, high80: number | null }>, momentum: { momentum: Momentum, probability: number | null, typicalViews: number | null, threshold: number } } | null };

export type DashboardQueryVariables = Exact<{
  connectionId: string;
  period: AnalyticsPeriod;
}>;


export type DashboardQuery = { viewer: { risingHashtags: { status: MeasurementStatus, creatorCount: number, minimumCreators: number, intervalLevel: number, hashtags: Array<{ name: string, videoCount: number, creatorCount: number, ownVideoCount: number, velocity: number, velocityLow: number, velocityHigh: number }> } } | null, node:
    | { __typename: 'Consent', id: string }
    | { __typename: 'DataExport', id: string }
    | { __typename: 'Experiment', id: string }
    | { __typename: 'ExperimentAssignment', id: string }
    | { __typename: 'GenerationRun', id: string }
    | { __typename: 'Prediction', id: string }
    | { __typename: 'Recommendation', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'SyncRun', id: string }
    | { __typename: 'TikTokConnection', followerCount: number | null, followingCount: number | null, likesCount: number | null, videoCount: number | null, nextSyncAt: string | null, dataVersion: number, id: string, displayName: string, username: string | null, avatarUrl: string | null, status: ConnectionStatus, isActive: boolean, connectedAt: string, missingScopes: Array<string>, disconnectedAt: string | null, lastSyncedAt: string | null, willBeErasedAt: string | null, latestSync: { id: string, trigger: SyncTrigger, status: RunStatus, phase: SyncPhase, progress: number | null, listedCount: number, newVideoCount: number, readingCount: number, unavailableCount: number, unreadableCount: number, expectedCount: number | null, finishedAt: string | null, error: { code: string, message: string } | null, retryReason: { code: string, message: string } | null } | null, latestGeneration: { id: string, status: RunStatus, progress: number, types: Array<RecommendationType>, model: string | null, inputTokens: number | null, outputTokens: number | null, latencyMs: number | null, outcome: GenerationOutcome | null, fallbackReason: string | null, finishedAt: string | null, missing: Array<{ type: RecommendationType, reason: MissingReason, have: number | null, needed: number | null }>, error: { code: string, message: string } | null } | null, knownVideos: { totalCount: number }, recommendations: { totalCount: number, nodes: Array<{ id: string, type: RecommendationType, title: string, description: string, confidence: number, statedConfidence: number, source: RecommendationSource, locale: Locale, isRead: boolean, isApplied: boolean, appliedAt: string | null, isDismissed: boolean, dismissedAt: string | null, createdAt: string, prediction: { id: string, type: RecommendationType, status: PredictionStatus, effect: number, effectLow: number, effectHigh: number, intervalLevel: number, n: number | null, registeredAt: string, expiresAt: string, cancelledAt: string | null, linkedBy: PredictionLink | null, verdict: PredictionVerdict | null, undecidedReason: UndecidedReason | null, criterion:
              | { __typename: 'CaptionLengthCriterion', minimumCharacters: number, maximumCharacters: number | null }
              | { __typename: 'DurationCriterion', minimumSeconds: number, maximumSeconds: number | null }
              | { __typename: 'FormatCriterion', form: VideoForm }
              | { __typename: 'GapCriterion', minimumHours: number, maximumHours: number | null }
              | { __typename: 'HashtagCriterion', hashtag: string }
              | { __typename: 'HoursCriterion', onWeekday: number | null, hourFrom: number, hourUntil: number, timeZone: string }
              | { __typename: 'OpeningCriterion', opening: string }
              | { __typename: 'SoundCriterion', isOwn: boolean }
              | { __typename: 'WeekdayCriterion', weekday: number, timeZone: string }
             | null, horizons: Array<{ ageHours: number, baselineViews: number, expectedViews: number, lowViews: number, highViews: number, probability: number, measuredViews: number | null, isInsideInterval: boolean | null, verdict: PredictionVerdict | null, undecidedReason: UndecidedReason | null }>, video: { id: string, title: string | null, description: string | null, publishedAt: string, coverUrl: string | null } | null, candidateVideos: Array<{ id: string, title: string | null, description: string | null, publishedAt: string }> } | null, connection: { id: string }, content:
            | { __typename: 'ContentIdea', angle: string, hook: string, steps: Array<string> }
            | { __typename: 'HashtagSet', hashtags: Array<string> }
            | { __typename: 'PostingTime', weekday: number | null, hourFrom: number, hourUntil: number, timeZone: string, minimumGapHours: number | null, maximumGapHours: number | null }
            | { __typename: 'Script', hook: string, beats: Array<string>, callToAction: string, durationSeconds: number | null }
            | { __typename: 'VideoFormat', label: string, minimumSeconds: number | null, maximumSeconds: number | null }
          , evidence: { effect: number, low: number, high: number, intervalLevel: number, n: number, methodVersion: string, statement: string, document: string, variables: unknown, arms: Array<{ label: string, n: number, meanResidual: number | null, residuals: Array<number> }>, supportingVideos: Array<{ id: string, title: string | null, description: string | null, publishedAt: string, coverUrl: string | null, viewCount: number | null, baseline: { ratio: number } | null }>, contradictingVideos: Array<{ id: string, title: string | null, description: string | null, publishedAt: string, coverUrl: string | null, viewCount: number | null, baseline: { ratio: number } | null }>, period: { from: string, until: string, timeZone: string } } }> }, analytics: { period: { from: string, until: string, timeZone: string }, previousPeriod: { from: string, until: string }, summary: { viewsGained: { current: number | null, previous: number | null, change: number | null, changeRate: number | null, status: MeasurementStatus, previousStatus: MeasurementStatus }, likesGained: { current: number | null, previous: number | null, change: number | null, changeRate: number | null, status: MeasurementStatus, previousStatus: MeasurementStatus }, commentsGained: { current: number | null, previous: number | null, change: number | null, changeRate: number | null, status: MeasurementStatus, previousStatus: MeasurementStatus }, sharesGained: { current: number | null, previous: number | null, change: number | null, changeRate: number | null, status: MeasurementStatus, previousStatus: MeasurementStatus }, followersGained: { current: number | null, previous: number | null, change: number | null, changeRate: number | null, status: MeasurementStatus, previousStatus: MeasurementStatus }, videosPublished: { current: number | null, previous: number | null, change: number | null, changeRate: number | null, status: MeasurementStatus, previousStatus: MeasurementStatus }, engagementRateByViews: { current: number | null, previous: number | null, change: number | null, changeRate: number | null, status: MeasurementStatus, previousStatus: MeasurementStatus }, engagementRateByFollowers: { current: number | null, previous: number | null, change: number | null, changeRate: number | null, status: MeasurementStatus, previousStatus: MeasurementStatus }, engagementRateByReach: { current: number | null, previous: number | null, change: number | null, changeRate: number | null, status: MeasurementStatus, previousStatus: MeasurementStatus } }, views: Array<{ date: string, value: number | null }>, followers: Array<{ date: string, value: number | null }>, likes: Array<{ date: string, value: number | null }>, comments: Array<{ date: string, value: number | null }>, shares: Array<{ date: string, value: number | null }>, baseline: { typicalViews: number, scatter: number, n: number } | null, topVideos: Array<{ id: string, title: string | null, description: string | null, publishedAt: string, coverUrl: string | null, viewCount: number | null, baseline: { ratio: number, outlier: { direction: OutlierDirection | null, upProbability: number | null, downProbability: number | null } } | null }>, bottomVideos: Array<{ id: string, title: string | null, description: string | null, publishedAt: string, coverUrl: string | null, viewCount: number | null, baseline: { ratio: number, outlier: { direction: OutlierDirection | null, upProbability: number | null, downProbability: number | null } } | null }>, youngVideos: { toldCount: number, breakingOut: Array<{ id: string, title: string | null, description: string | null, publishedAt: string, coverUrl: string | null, viewCount: number | null, growth: { points: Array<{ ageHours: number, status: GrowthPointStatus, views: number | null, low50: number | null, high50: number | null, low80: number | null, high80: number | null }>, momentum: { momentum: Momentum, probability: number | null, typicalViews: number | null, threshold: number } } | null }>, stalling: Array<{ id: string, title: string | null, description: string | null, publishedAt: string, coverUrl: string | null, viewCount: number | null, growth: { points: Array<{ ageHours: number, status: GrowthPointStatus, views: number | null, low50: number | null, high50: number | null, low80: number | null, high80: number | null }>, momentum: { momentum: Momentum, probability: number | null, typicalViews: number | null, threshold: number } } | null }> }, postingTimes: { n: number, timeZone: string, intervalLevel: number, minimumN: number, verdict: EffectVerdict, methodVersion: string, cells: Array<{ weekday: number, hour: number, n: number, estimate: number | null, low: number | null, high: number | null, verdict: EffectVerdict }>, blocks: Array<{ hourFrom: number, hourUntil: number, n: number, estimate: number | null, low: number | null, high: number | null, verdict: EffectVerdict }> }, choices: Array<{ family: ChoiceFamily, n: number, intervalLevel: number, minimumN: number, verdict: EffectVerdict, methodVersion: string, effects: Array<{ key: string, n: number, estimate: number | null, low: number | null, high: number | null, verdict: EffectVerdict }> }> } }
    | { __typename: 'User', id: string }
    | { __typename: 'Video', id: string }
   | null };

export type SyncVideosMutationVariables = Exact<{
  input: SyncVideosInput;
}>;


export type SyncVideosMutation = { syncVideos:
    | { __typename: 'ConnectionNotActiveError', message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'SyncVideosSuccess', syncRun: { id: string, status: RunStatus } }
   };

export type SyncProgressSubscriptionVariables = Exact<{
  runId: string;
}>;


export type SyncProgressSubscription = { syncProgress: { id: string, trigger: SyncTrigger, status: RunStatus, phase: SyncPhase, progress: number | null, listedCount: number, newVideoCount: number, readingCount: number, unavailableCount: number, unreadableCount: number, expectedCount: number | null, finishedAt: string | null, error: { code: string, message: string } | null, retryReason: { code: string, message: string } | null } };

export type PassingTimeQueryVariables = Exact<{ [key: string]: never; }>;


export type PassingTimeQuery = { instance: { now: string, passingTime: { from: string, until: string, now: string } | null } };

export type LetDaysPassMutationVariables = Exact<{
  input: LetDaysPassInput;
}>;


export type LetDaysPassMutation = { letDaysPass:
    | { __typename: 'InvalidInputError', message: string }
    | { __typename: 'LetDaysPassSuccess', passingTime: { from: string, until: string, now: string } }
    | { __typename: 'NotADemonstrationError', message: string }
   };

export type ErasePreviewQueryVariables = Exact<{ [key: string]: never; }>;


export type ErasePreviewQuery = { viewer: { user: { id: string, displayName: string }, erasurePreview: Array<{ table: string, rowCountBefore: number }> | null, tiktokConnections: { totalCount: number, nodes: Array<{ id: string, displayName: string, username: string | null, isActive: boolean }> } } | null };

export type EraseAccountPreviewQueryVariables = Exact<{
  connectionId: string;
}>;


export type EraseAccountPreviewQuery = { viewer: { user: { id: string }, erasurePreview: Array<{ table: string, rowCountBefore: number }> | null, tiktokConnections: { totalCount: number, nodes: Array<{ id: string, displayName: string, username: string | null, isActive: boolean }> } } | null };

export type ReceiptPartsFragment = { id: string, reason: ErasureReason, phase: ErasurePhase, requestedAt: string, finishedAt: string | null, keptUntil: string | null, deletedFileCount: number, remainingFileCount: number | null, revokedCount: number, alreadyEndedCount: number, unconfirmedCount: number, tables: Array<{ table: string, rowCountBefore: number, rowCountAfter: number | null }> };

export type ErasureReceiptQueryVariables = Exact<{
  receipt: string;
}>;


export type ErasureReceiptQuery = { erasureReceipt: { id: string, reason: ErasureReason, phase: ErasurePhase, requestedAt: string, finishedAt: string | null, keptUntil: string | null, deletedFileCount: number, remainingFileCount: number | null, revokedCount: number, alreadyEndedCount: number, unconfirmedCount: number, tables: Array<{ table: string, rowCountBefore: number, rowCountAfter: number | null }> } | null };

export type EraseMyDataMutationVariables = Exact<{
  input: EraseMyDataInput;
}>;


export type EraseMyDataMutation = { eraseMyData:
    | { __typename: 'EraseMyDataSuccess', receipt: { id: string } }
    | { __typename: 'InvalidInputError', message: string }
   };

export type EraseTikTokConnectionMutationVariables = Exact<{
  input: EraseTikTokConnectionInput;
}>;


export type EraseTikTokConnectionMutation = { eraseTikTokConnection:
    | { __typename: 'EraseTikTokConnectionSuccess', receipt: { id: string } }
    | { __typename: 'InvalidInputError', message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'OnlyAccountError', message: string }
   };

export type ExperimentGlanceFragment = { id: string, kind: ExperimentKind, status: ExperimentStatus, whyNoResult: ExperimentWhyNoResult | null, startedAt: string, endedAt: string | null, arms: Array<{ side: ExperimentSide, label: string }>, result: { verdict: ExperimentVerdict, difference: number, low: number, high: number, pValue: number, nA: number, nB: number } | null };

export type ExperimentTossFragment = { id: string, position: number, side: ExperimentSide, tossedAt: string, state: ExperimentAssignmentState, isFollowed: boolean | null, isLinkedByCreator: boolean, changeableUntil: string | null, measurableAt: string | null, views: number | null, residual: number | null, candidates: Array<{ id: string, title: string | null, description: string | null, publishedAt: string }>, video: { id: string, title: string | null, description: string | null, publishedAt: string, coverUrl: string | null } | null };

export type ExperimentViewFragment = { id: string, kind: ExperimentKind, status: ExperimentStatus, whyNoResult: ExperimentWhyNoResult | null, startedAt: string, endedAt: string | null, plannedVideoCount: number, horizonHours: number, alpha: number, usualViews: number | null, detectableDifference: number, methodVersion: string, nextMeasurementAt: string | null, readableAt: string | null, arms: Array<{ side: ExperimentSide, label: string, tossCount: number, growingCount: number, measuredCount: number, missingCount: number, notFollowedCount: number }>, currentToss: { id: string, side: ExperimentSide, tossedAt: string } | null, exclusions: Array<{ position: number, reason: string, video: { id: string, title: string | null, description: string | null } }>, result: { verdict: ExperimentVerdict, difference: number, low: number, high: number, intervalLevel: number, pValue: number, nA: number, nB: number, meanA: number, meanB: number, arrangements: number, isExact: boolean } | null };

export type ExperimentsQueryVariables = Exact<{
  connectionId: string;
  sizes: Array<number> | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ExperimentsQuery = { node:
    | { __typename: 'Consent', id: string }
    | { __typename: 'DataExport', id: string }
    | { __typename: 'Experiment', id: string }
    | { __typename: 'ExperimentAssignment', id: string }
    | { __typename: 'GenerationRun', id: string }
    | { __typename: 'Prediction', id: string }
    | { __typename: 'Recommendation', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'SyncRun', id: string }
    | { __typename: 'TikTokConnection', displayName: string, status: ConnectionStatus, isActive: boolean, missingScopes: Array<string>, willBeErasedAt: string | null, id: string, dataVersion: number, lastSyncedAt: string | null, experimentPlanning: { scatter: number, isScatterOwn: boolean, videosPerWeek: number | null, suggestedVideosPerArm: number, sizes: Array<{ videosPerArm: number, detectableDifference: number, weeks: number | null }> }, latest: { nodes: Array<{ id: string, kind: ExperimentKind, status: ExperimentStatus, whyNoResult: ExperimentWhyNoResult | null, startedAt: string, endedAt: string | null, plannedVideoCount: number, horizonHours: number, alpha: number, usualViews: number | null, detectableDifference: number, methodVersion: string, nextMeasurementAt: string | null, readableAt: string | null, assignments: { totalCount: number, nodes: Array<{ id: string, position: number, side: ExperimentSide, tossedAt: string, state: ExperimentAssignmentState, isFollowed: boolean | null, isLinkedByCreator: boolean, changeableUntil: string | null, measurableAt: string | null, views: number | null, residual: number | null, candidates: Array<{ id: string, title: string | null, description: string | null, publishedAt: string }>, video: { id: string, title: string | null, description: string | null, publishedAt: string, coverUrl: string | null } | null }> }, arms: Array<{ side: ExperimentSide, label: string, tossCount: number, growingCount: number, measuredCount: number, missingCount: number, notFollowedCount: number }>, currentToss: { id: string, side: ExperimentSide, tossedAt: string } | null, exclusions: Array<{ position: number, reason: string, video: { id: string, title: string | null, description: string | null } }>, result: { verdict: ExperimentVerdict, difference: number, low: number, high: number, intervalLevel: number, pValue: number, nA: number, nB: number, meanA: number, meanB: number, arrangements: number, isExact: boolean } | null }> }, experiments: { totalCount: number, nodes: Array<{ id: string, kind: ExperimentKind, status: ExperimentStatus, whyNoResult: ExperimentWhyNoResult | null, startedAt: string, endedAt: string | null, arms: Array<{ side: ExperimentSide, label: string }>, result: { verdict: ExperimentVerdict, difference: number, low: number, high: number, pValue: number, nA: number, nB: number } | null }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } }, latestSync: { id: string, status: RunStatus } | null, latestGeneration: { id: string, status: RunStatus } | null }
    | { __typename: 'User', id: string }
    | { __typename: 'Video', id: string }
   | null };

export type ExperimentQueryVariables = Exact<{
  id: string;
}>;


export type ExperimentQuery = { node:
    | { __typename: 'Consent', id: string }
    | { __typename: 'DataExport', id: string }
    | { __typename: 'Experiment', id: string, kind: ExperimentKind, status: ExperimentStatus, whyNoResult: ExperimentWhyNoResult | null, startedAt: string, endedAt: string | null, plannedVideoCount: number, horizonHours: number, alpha: number, usualViews: number | null, detectableDifference: number, methodVersion: string, nextMeasurementAt: string | null, readableAt: string | null, connection: { id: string, status: ConnectionStatus, missingScopes: Array<string>, willBeErasedAt: string | null, dataVersion: number, lastSyncedAt: string | null, latestSync: { id: string, status: RunStatus } | null, latestGeneration: { id: string, status: RunStatus } | null }, firstTosses: { totalCount: number, nodes: Array<{ id: string, position: number, side: ExperimentSide, tossedAt: string, state: ExperimentAssignmentState, isFollowed: boolean | null, isLinkedByCreator: boolean, changeableUntil: string | null, measurableAt: string | null, views: number | null, residual: number | null, candidates: Array<{ id: string, title: string | null, description: string | null, publishedAt: string }>, video: { id: string, title: string | null, description: string | null, publishedAt: string, coverUrl: string | null } | null }> }, lastTosses: { nodes: Array<{ id: string, position: number, side: ExperimentSide, tossedAt: string, state: ExperimentAssignmentState, isFollowed: boolean | null, isLinkedByCreator: boolean, changeableUntil: string | null, measurableAt: string | null, views: number | null, residual: number | null, candidates: Array<{ id: string, title: string | null, description: string | null, publishedAt: string }>, video: { id: string, title: string | null, description: string | null, publishedAt: string, coverUrl: string | null } | null }> }, arms: Array<{ side: ExperimentSide, label: string, tossCount: number, growingCount: number, measuredCount: number, missingCount: number, notFollowedCount: number }>, currentToss: { id: string, side: ExperimentSide, tossedAt: string } | null, exclusions: Array<{ position: number, reason: string, video: { id: string, title: string | null, description: string | null } }>, result: { verdict: ExperimentVerdict, difference: number, low: number, high: number, intervalLevel: number, pValue: number, nA: number, nB: number, meanA: number, meanB: number, arrangements: number, isExact: boolean } | null }
    | { __typename: 'ExperimentAssignment', id: string }
    | { __typename: 'GenerationRun', id: string }
    | { __typename: 'Prediction', id: string }
    | { __typename: 'Recommendation', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'SyncRun', id: string }
    | { __typename: 'TikTokConnection', id: string }
    | { __typename: 'User', id: string }
    | { __typename: 'Video', id: string }
   | null };

export type StartExperimentMutationVariables = Exact<{
  input: StartExperimentInput;
}>;


export type StartExperimentMutation = { startExperiment:
    | { __typename: 'ConnectionNotActiveError', message: string }
    | { __typename: 'ExperimentRunningError', message: string }
    | { __typename: 'InvalidInputError', message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'StartExperimentSuccess', experiment: { id: string } }
   };

export type TossForNextVideoMutationVariables = Exact<{
  input: TossForNextVideoInput;
}>;


export type TossForNextVideoMutation = { tossForNextVideo:
    | { __typename: 'ExperimentEndedError', message: string }
    | { __typename: 'NoTossLeftError', message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'TossForNextVideoSuccess', experiment: { id: string } }
   };

export type ExcludeExperimentVideoMutationVariables = Exact<{
  input: ExcludeExperimentVideoInput;
}>;


export type ExcludeExperimentVideoMutation = { excludeExperimentVideo:
    | { __typename: 'ExcludeExperimentVideoSuccess', experiment: { id: string } }
    | { __typename: 'ExperimentEndedError', message: string }
    | { __typename: 'InvalidInputError', message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'VideoSettledError', message: string }
   };

export type LinkExperimentVideoMutationVariables = Exact<{
  input: LinkExperimentVideoInput;
}>;


export type LinkExperimentVideoMutation = { linkExperimentVideo:
    | { __typename: 'ExperimentEndedError', message: string }
    | { __typename: 'InvalidInputError', message: string }
    | { __typename: 'LinkExperimentVideoSuccess', experiment: { id: string } }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'VideoSettledError', message: string }
   };

export type MarkExperimentVideoMutationVariables = Exact<{
  input: MarkExperimentVideoInput;
}>;


export type MarkExperimentVideoMutation = { markExperimentVideo:
    | { __typename: 'ExperimentEndedError', message: string }
    | { __typename: 'MarkExperimentVideoSuccess', experiment: { id: string } }
    | { __typename: 'NotFoundError', message: string }
   };

export type StopExperimentMutationVariables = Exact<{
  input: StopExperimentInput;
}>;


export type StopExperimentMutation = { stopExperiment:
    | { __typename: 'ExperimentEndedError', message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'StopExperimentSuccess', experiment: { id: string } }
   };

export type RecommendationCardFragment = { id: string, type: RecommendationType, title: string, description: string, confidence: number, statedConfidence: number, source: RecommendationSource, locale: Locale, isRead: boolean, isApplied: boolean, appliedAt: string | null, isDismissed: boolean, dismissedAt: string | null, createdAt: string, prediction: { id: string, type: RecommendationType, status: PredictionStatus, effect: number, effectLow: number, effectHigh: number, intervalLevel: number, n: number | null, registeredAt: string, expiresAt: string, cancelledAt: string | null, linkedBy: PredictionLink | null, verdict: PredictionVerdict | null, undecidedReason: UndecidedReason | null, criterion:
      | { __typename: 'CaptionLengthCriterion', minimumCharacters: number, maximumCharacters: number | null }
      | { __typename: 'DurationCriterion', minimumSeconds: number, maximumSeconds: number | null }
      | { __typename: 'FormatCriterion', form: VideoForm }
      | { __typename: 'GapCriterion', minimumHours: number, maximumHours: number | null }
      | { __typename: 'HashtagCriterion', hashtag: string }
      | { __typename: 'HoursCriterion', onWeekday: number | null, hourFrom: number, hourUntil: number, timeZone: string }
      | { __typename: 'OpeningCriterion', opening: string }
      | { __typename: 'SoundCriterion', isOwn: boolean }
      | { __typename: 'WeekdayCriterion', weekday: number, timeZone: string }
     | null, horizons: Array<{ ageHours: number, baselineViews: number, expectedViews: number, lowViews: number, highViews: number, probability: number, measuredViews: number | null, isInsideInterval: boolean | null, verdict: PredictionVerdict | null, undecidedReason: UndecidedReason | null }>, video: { id: string, title: string | null, description: string | null, publishedAt: string, coverUrl: string | null } | null, candidateVideos: Array<{ id: string, title: string | null, description: string | null, publishedAt: string }> } | null, connection: { id: string }, content:
    | { __typename: 'ContentIdea', angle: string, hook: string, steps: Array<string> }
    | { __typename: 'HashtagSet', hashtags: Array<string> }
    | { __typename: 'PostingTime', weekday: number | null, hourFrom: number, hourUntil: number, timeZone: string, minimumGapHours: number | null, maximumGapHours: number | null }
    | { __typename: 'Script', hook: string, beats: Array<string>, callToAction: string, durationSeconds: number | null }
    | { __typename: 'VideoFormat', label: string, minimumSeconds: number | null, maximumSeconds: number | null }
  , evidence: { effect: number, low: number, high: number, intervalLevel: number, n: number, methodVersion: string, statement: string, document: string, variables: unknown, arms: Array<{ label: string, n: number, meanResidual: number | null, residuals: Array<number> }>, supportingVideos: Array<{ id: string, title: string | null, description: string | null, publishedAt: string, coverUrl: string | null, viewCount: number | null, baseline: { ratio: number } | null }>, contradictingVideos: Array<{ id: string, title: string | null, description: string | null, publishedAt: string, coverUrl: string | null, viewCount: number | null, baseline: { ratio: number } | null }>, period: { from: string, until: string, timeZone: string } } };

export type GenerationStateFragment = { id: string, status: RunStatus, progress: number, types: Array<RecommendationType>, model: string | null, inputTokens: number | null, outputTokens: number | null, latencyMs: number | null, outcome: GenerationOutcome | null, fallbackReason: string | null, finishedAt: string | null, missing: Array<{ type: RecommendationType, reason: MissingReason, have: number | null, needed: number | null }>, error: { code: string, message: string } | null };

export type RecommendationsQueryVariables = Exact<{
  connectionId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: RecommendationFilter | null | undefined;
}>;


export type RecommendationsQuery = { node:
    | { __typename: 'Consent', id: string }
    | { __typename: 'DataExport', id: string }
    | { __typename: 'Experiment', id: string }
    | { __typename: 'ExperimentAssignment', id: string }
    | { __typename: 'GenerationRun', id: string }
    | { __typename: 'Prediction', id: string }
    | { __typename: 'Recommendation', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'SyncRun', id: string }
    | { __typename: 'TikTokConnection', displayName: string, missingScopes: Array<string>, willBeErasedAt: string | null, id: string, dataVersion: number, lastSyncedAt: string | null, status: ConnectionStatus, latestGeneration: { id: string, status: RunStatus, progress: number, types: Array<RecommendationType>, model: string | null, inputTokens: number | null, outputTokens: number | null, latencyMs: number | null, outcome: GenerationOutcome | null, fallbackReason: string | null, finishedAt: string | null, missing: Array<{ type: RecommendationType, reason: MissingReason, have: number | null, needed: number | null }>, error: { code: string, message: string } | null } | null, recommendations: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, type: RecommendationType, title: string, description: string, confidence: number, statedConfidence: number, source: RecommendationSource, locale: Locale, isRead: boolean, isApplied: boolean, appliedAt: string | null, isDismissed: boolean, dismissedAt: string | null, createdAt: string, prediction: { id: string, type: RecommendationType, status: PredictionStatus, effect: number, effectLow: number, effectHigh: number, intervalLevel: number, n: number | null, registeredAt: string, expiresAt: string, cancelledAt: string | null, linkedBy: PredictionLink | null, verdict: PredictionVerdict | null, undecidedReason: UndecidedReason | null, criterion:
              | { __typename: 'CaptionLengthCriterion', minimumCharacters: number, maximumCharacters: number | null }
              | { __typename: 'DurationCriterion', minimumSeconds: number, maximumSeconds: number | null }
              | { __typename: 'FormatCriterion', form: VideoForm }
              | { __typename: 'GapCriterion', minimumHours: number, maximumHours: number | null }
              | { __typename: 'HashtagCriterion', hashtag: string }
              | { __typename: 'HoursCriterion', onWeekday: number | null, hourFrom: number, hourUntil: number, timeZone: string }
              | { __typename: 'OpeningCriterion', opening: string }
              | { __typename: 'SoundCriterion', isOwn: boolean }
              | { __typename: 'WeekdayCriterion', weekday: number, timeZone: string }
             | null, horizons: Array<{ ageHours: number, baselineViews: number, expectedViews: number, lowViews: number, highViews: number, probability: number, measuredViews: number | null, isInsideInterval: boolean | null, verdict: PredictionVerdict | null, undecidedReason: UndecidedReason | null }>, video: { id: string, title: string | null, description: string | null, publishedAt: string, coverUrl: string | null } | null, candidateVideos: Array<{ id: string, title: string | null, description: string | null, publishedAt: string }> } | null, connection: { id: string }, content:
            | { __typename: 'ContentIdea', angle: string, hook: string, steps: Array<string> }
            | { __typename: 'HashtagSet', hashtags: Array<string> }
            | { __typename: 'PostingTime', weekday: number | null, hourFrom: number, hourUntil: number, timeZone: string, minimumGapHours: number | null, maximumGapHours: number | null }
            | { __typename: 'Script', hook: string, beats: Array<string>, callToAction: string, durationSeconds: number | null }
            | { __typename: 'VideoFormat', label: string, minimumSeconds: number | null, maximumSeconds: number | null }
          , evidence: { effect: number, low: number, high: number, intervalLevel: number, n: number, methodVersion: string, statement: string, document: string, variables: unknown, arms: Array<{ label: string, n: number, meanResidual: number | null, residuals: Array<number> }>, supportingVideos: Array<{ id: string, title: string | null, description: string | null, publishedAt: string, coverUrl: string | null, viewCount: number | null, baseline: { ratio: number } | null }>, contradictingVideos: Array<{ id: string, title: string | null, description: string | null, publishedAt: string, coverUrl: string | null, viewCount: number | null, baseline: { ratio: number } | null }>, period: { from: string, until: string, timeZone: string } } }> }, latestSync: { id: string, status: RunStatus } | null }
    | { __typename: 'User', id: string }
    | { __typename: 'Video', id: string }
   | null };

export type GenerateRecommendationsMutationVariables = Exact<{
  input: GenerateRecommendationsInput;
}>;


export type GenerateRecommendationsMutation = { generateRecommendations:
    | { __typename: 'GenerateRecommendationsSuccess', generationRun: { id: string, status: RunStatus } }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'NothingSyncedError', message: string }
   };

export type ReproductionFragment = { holds: boolean, reason: ReproductionReason, conclusionStands: boolean | null, statement: string, goneVideoCount: number, recommendation: { id: string }, differences: Array<{ metric: EvidenceNumber, stored: number, now: number | null }> };

export type ReproduceRecommendationMutationVariables = Exact<{
  input: ReproduceRecommendationInput;
}>;


export type ReproduceRecommendationMutation = { reproduceRecommendation:
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'ReproduceRecommendationSuccess', holds: boolean, reason: ReproductionReason, conclusionStands: boolean | null, statement: string, goneVideoCount: number, recommendation: { id: string }, differences: Array<{ metric: EvidenceNumber, stored: number, now: number | null }> }
   };

export type MarkRecommendationReadMutationVariables = Exact<{
  input: MarkRecommendationReadInput;
}>;


export type MarkRecommendationReadMutation = { markRecommendationRead:
    | { __typename: 'MarkRecommendationReadSuccess', recommendation: { id: string, isRead: boolean } }
    | { __typename: 'NotFoundError', message: string }
   };

export type ApplyRecommendationMutationVariables = Exact<{
  input: ApplyRecommendationInput;
}>;


export type ApplyRecommendationMutation = { applyRecommendation:
    | { __typename: 'ApplyRecommendationSuccess', recommendation: { id: string, isApplied: boolean } }
    | { __typename: 'NotFoundError', message: string }
   };

export type DismissRecommendationMutationVariables = Exact<{
  input: DismissRecommendationInput;
}>;


export type DismissRecommendationMutation = { dismissRecommendation:
    | { __typename: 'DismissRecommendationSuccess', recommendation: { id: string, isDismissed: boolean } }
    | { __typename: 'NotFoundError', message: string }
   };

export type RecommendationProgressSubscriptionVariables = Exact<{
  runId: string;
}>;


export type RecommendationProgressSubscription = { recommendationProgress: { id: string, status: RunStatus, progress: number, types: Array<RecommendationType>, model: string | null, inputTokens: number | null, outputTokens: number | null, latencyMs: number | null, outcome: GenerationOutcome | null, fallbackReason: string | null, finishedAt: string | null, missing: Array<{ type: RecommendationType, reason: MissingReason, have: number | null, needed: number | null }>, error: { code: string, message: string } | null } };

type CriterionParts_CaptionLengthCriterion_Fragment = { __typename: 'CaptionLengthCriterion', minimumCharacters: number, maximumCharacters: number | null };

type CriterionParts_DurationCriterion_Fragment = { __typename: 'DurationCriterion', minimumSeconds: number, maximumSeconds: number | null };

type CriterionParts_FormatCriterion_Fragment = { __typename: 'FormatCriterion', form: VideoForm };

type CriterionParts_GapCriterion_Fragment = { __typename: 'GapCriterion', minimumHours: number, maximumHours: number | null };

type CriterionParts_HashtagCriterion_Fragment = { __typename: 'HashtagCriterion', hashtag: string };

type CriterionParts_HoursCriterion_Fragment = { __typename: 'HoursCriterion', onWeekday: number | null, hourFrom: number, hourUntil: number, timeZone: string };

type CriterionParts_OpeningCriterion_Fragment = { __typename: 'OpeningCriterion', opening: string };

type CriterionParts_SoundCriterion_Fragment = { __typename: 'SoundCriterion', isOwn: boolean };

type CriterionParts_WeekdayCriterion_Fragment = { __typename: 'WeekdayCriterion', weekday: number, timeZone: string };

export type CriterionPartsFragment =
  | CriterionParts_CaptionLengthCriterion_Fragment
  | CriterionParts_DurationCriterion_Fragment
  | CriterionParts_FormatCriterion_Fragment
  | CriterionParts_GapCriterion_Fragment
  | CriterionParts_HashtagCriterion_Fragment
  | CriterionParts_HoursCriterion_Fragment
  | CriterionParts_OpeningCriterion_Fragment
  | CriterionParts_SoundCriterion_Fragment
  | CriterionParts_WeekdayCriterion_Fragment
;

export type HorizonPartsFragment = { ageHours: number, baselineViews: number, expectedViews: number, lowViews: number, highViews: number, probability: number, measuredViews: number | null, isInsideInterval: boolean | null, verdict: PredictionVerdict | null, undecidedReason: UndecidedReason | null };

export type PredictionPartsFragment = { id: string, type: RecommendationType, status: PredictionStatus, effect: number, effectLow: number, effectHigh: number, intervalLevel: number, n: number | null, registeredAt: string, expiresAt: string, cancelledAt: string | null, linkedBy: PredictionLink | null, verdict: PredictionVerdict | null, undecidedReason: UndecidedReason | null, criterion:
    | { __typename: 'CaptionLengthCriterion', minimumCharacters: number, maximumCharacters: number | null }
    | { __typename: 'DurationCriterion', minimumSeconds: number, maximumSeconds: number | null }
    | { __typename: 'FormatCriterion', form: VideoForm }
    | { __typename: 'GapCriterion', minimumHours: number, maximumHours: number | null }
    | { __typename: 'HashtagCriterion', hashtag: string }
    | { __typename: 'HoursCriterion', onWeekday: number | null, hourFrom: number, hourUntil: number, timeZone: string }
    | { __typename: 'OpeningCriterion', opening: string }
    | { __typename: 'SoundCriterion', isOwn: boolean }
    | { __typename: 'WeekdayCriterion', weekday: number, timeZone: string }
   | null, horizons: Array<{ ageHours: number, baselineViews: number, expectedViews: number, lowViews: number, highViews: number, probability: number, measuredViews: number | null, isInsideInterval: boolean | null, verdict: PredictionVerdict | null, undecidedReason: UndecidedReason | null }>, video: { id: string, title: string | null, description: string | null, publishedAt: string, coverUrl: string | null } | null, candidateVideos: Array<{ id: string, title: string | null, description: string | null, publishedAt: string }> };

type TallyParts_OverallTally_Fragment = { hits: number, misses: number, undecided: number, measuring: number, waiting: number, cancelled: number, n: number, statedRate: number | null, observedRate: number | null, insideIntervalRate: number | null };

type TallyParts_TypeTally_Fragment = { hits: number, misses: number, undecided: number, measuring: number, waiting: number, cancelled: number, n: number, statedRate: number | null, observedRate: number | null, insideIntervalRate: number | null };

export type TallyPartsFragment =
  | TallyParts_OverallTally_Fragment
  | TallyParts_TypeTally_Fragment
;

export type ScoreboardQueryVariables = Exact<{
  connectionId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ScoreboardQuery = { node:
    | { __typename: 'Consent', id: string }
    | { __typename: 'DataExport', id: string }
    | { __typename: 'Experiment', id: string }
    | { __typename: 'ExperimentAssignment', id: string }
    | { __typename: 'GenerationRun', id: string }
    | { __typename: 'Prediction', id: string }
    | { __typename: 'Recommendation', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'SyncRun', id: string }
    | { __typename: 'TikTokConnection', displayName: string, missingScopes: Array<string>, willBeErasedAt: string | null, id: string, dataVersion: number, lastSyncedAt: string | null, status: ConnectionStatus, scoreboard: { minimumVideos: number, priorVideos: number, overall: { hits: number, misses: number, undecided: number, measuring: number, waiting: number, cancelled: number, n: number, statedRate: number | null, observedRate: number | null, insideIntervalRate: number | null }, types: Array<{ type: RecommendationType, confidenceCorrection: number, hits: number, misses: number, undecided: number, measuring: number, waiting: number, cancelled: number, n: number, statedRate: number | null, observedRate: number | null, insideIntervalRate: number | null }> }, predictions: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, type: RecommendationType, status: PredictionStatus, effect: number, effectLow: number, effectHigh: number, intervalLevel: number, n: number | null, registeredAt: string, expiresAt: string, cancelledAt: string | null, linkedBy: PredictionLink | null, verdict: PredictionVerdict | null, undecidedReason: UndecidedReason | null, recommendation: { id: string, title: string, locale: Locale } | null, criterion:
            | { __typename: 'CaptionLengthCriterion', minimumCharacters: number, maximumCharacters: number | null }
            | { __typename: 'DurationCriterion', minimumSeconds: number, maximumSeconds: number | null }
            | { __typename: 'FormatCriterion', form: VideoForm }
            | { __typename: 'GapCriterion', minimumHours: number, maximumHours: number | null }
            | { __typename: 'HashtagCriterion', hashtag: string }
            | { __typename: 'HoursCriterion', onWeekday: number | null, hourFrom: number, hourUntil: number, timeZone: string }
            | { __typename: 'OpeningCriterion', opening: string }
            | { __typename: 'SoundCriterion', isOwn: boolean }
            | { __typename: 'WeekdayCriterion', weekday: number, timeZone: string }
           | null, horizons: Array<{ ageHours: number, baselineViews: number, expectedViews: number, lowViews: number, highViews: number, probability: number, measuredViews: number | null, isInsideInterval: boolean | null, verdict: PredictionVerdict | null, undecidedReason: UndecidedReason | null }>, video: { id: string, title: string | null, description: string | null, publishedAt: string, coverUrl: string | null } | null, candidateVideos: Array<{ id: string, title: string | null, description: string | null, publishedAt: string }> }> }, latestSync: { id: string, status: RunStatus } | null, latestGeneration: { id: string, status: RunStatus } | null }
    | { __typename: 'User', id: string }
    | { __typename: 'Video', id: string }
   | null };

export type LinkPredictionVideoMutationVariables = Exact<{
  input: LinkPredictionVideoInput;
}>;


export type LinkPredictionVideoMutation = { linkPredictionVideo:
    | { __typename: 'LinkPredictionVideoSuccess', prediction: { id: string, status: PredictionStatus } }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'PredictionClosedError', message: string }
    | { __typename: 'VideoCannotFollowError', message: string }
   };

export type UnlinkPredictionVideoMutationVariables = Exact<{
  input: UnlinkPredictionVideoInput;
}>;


export type UnlinkPredictionVideoMutation = { unlinkPredictionVideo:
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'PredictionClosedError', message: string }
    | { __typename: 'UnlinkPredictionVideoSuccess', prediction: { id: string, status: PredictionStatus } }
   };

export type SettingsQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsQuery = { viewer: { user: { id: string, displayName: string, locale: Locale, timeZone: string, role: Role, createdAt: string }, consentStates: Array<{ purpose: ConsentPurpose, isGiven: boolean, isCurrent: boolean }>, languageModelUsage: { month: string, tokensUsed: number, tokenCeiling: number, resetsAt: string, costUsd: number | null, costGap: LanguageModelCostGap | null } | null, sessions: { totalCount: number, nodes: Array<{ id: string, browserName: string | null, systemName: string | null, createdAt: string, lastSeenAt: string, isCurrent: boolean }> }, consents: Array<{ id: string, purpose: ConsentPurpose, policyVersion: string, givenAt: string, withdrawnAt: string | null }>, tiktokConnections: { totalCount: number, nodes: Array<{ scopes: Array<string>, followerCount: number | null, videoCount: number | null, id: string, displayName: string, username: string | null, avatarUrl: string | null, status: ConnectionStatus, isActive: boolean, connectedAt: string, missingScopes: Array<string>, disconnectedAt: string | null, lastSyncedAt: string | null, willBeErasedAt: string | null }> } } | null };

export type UpdateSettingsMutationVariables = Exact<{
  input: UpdateSettingsInput;
}>;


export type UpdateSettingsMutation = { updateSettings:
    | { __typename: 'InvalidInputError', message: string }
    | { __typename: 'UpdateSettingsSuccess', user: { id: string, locale: Locale, timeZone: string } }
   };

export type DisconnectTikTokMutationVariables = Exact<{
  input: DisconnectTikTokInput;
}>;


export type DisconnectTikTokMutation = { disconnectTikTok:
    | { __typename: 'DisconnectTikTokSuccess', isRevokedAtTikTok: boolean, connection: { id: string, displayName: string, status: ConnectionStatus } }
    | { __typename: 'NotFoundError', message: string }
   };

export type GiveConsentMutationVariables = Exact<{
  input: GiveConsentInput;
}>;


export type GiveConsentMutation = { giveConsent:
    | { __typename: 'GiveConsentSuccess' }
    | { __typename: 'OutdatedPolicyError', message: string }
   };

export type WithdrawConsentMutationVariables = Exact<{
  input: WithdrawConsentInput;
}>;


export type WithdrawConsentMutation = { withdrawConsent:
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'WithdrawConsentSuccess', disconnected: Array<{ id: string, displayName: string }> }
   };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut:
    | { __typename: 'NotSignedInError', message: string }
    | { __typename: 'SignOutSuccess', isSignedOut: boolean }
   };

export type RevokeSessionMutationVariables = Exact<{
  input: RevokeSessionInput;
}>;


export type RevokeSessionMutation = { revokeSession:
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'RevokeSessionSuccess', isSignedOut: boolean }
   };

export type RevokeOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type RevokeOtherSessionsMutation = { revokeOtherSessions:
    | { __typename: 'NotSignedInError', message: string }
    | { __typename: 'RevokeOtherSessionsSuccess', revokedCount: number }
   };

export type ConnectionBadgeFragment = { id: string, displayName: string, username: string | null, avatarUrl: string | null, status: ConnectionStatus, isActive: boolean, connectedAt: string, missingScopes: Array<string>, disconnectedAt: string | null, lastSyncedAt: string | null, willBeErasedAt: string | null };

export type ShellQueryVariables = Exact<{ [key: string]: never; }>;


export type ShellQuery = { viewer: { user: { id: string, displayName: string, locale: Locale, timeZone: string, role: Role }, consentStates: Array<{ purpose: ConsentPurpose, isRequired: boolean, isGiven: boolean, isCurrent: boolean }>, tiktokConnections: { nodes: Array<{ id: string, displayName: string, username: string | null, avatarUrl: string | null, status: ConnectionStatus, isActive: boolean, connectedAt: string, missingScopes: Array<string>, disconnectedAt: string | null, lastSyncedAt: string | null, willBeErasedAt: string | null }> } } | null, instance: { isDemonstration: boolean, now: string, policyVersion: string, languageModel: string | null, retention: { graceDays: number, finishedRunDays: number, failedJobDays: number, receiptDays: number, sessionDays: number, archiveHours: number }, passingTime: { from: string, until: string, now: string } | null } };

export type LiveStateFragment = { dataVersion: number, lastSyncedAt: string | null, status: ConnectionStatus, latestSync: { id: string, status: RunStatus } | null, latestGeneration: { id: string, status: RunStatus } | null };

export type PulseQueryVariables = Exact<{
  connectionId: string;
}>;


export type PulseQuery = { node:
    | { __typename: 'Consent', id: string }
    | { __typename: 'DataExport', id: string }
    | { __typename: 'Experiment', id: string }
    | { __typename: 'ExperimentAssignment', id: string }
    | { __typename: 'GenerationRun', id: string }
    | { __typename: 'Prediction', id: string }
    | { __typename: 'Recommendation', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'SyncRun', id: string }
    | { __typename: 'TikTokConnection', id: string, dataVersion: number, lastSyncedAt: string | null, status: ConnectionStatus, latestSync: { id: string, status: RunStatus } | null, latestGeneration: { id: string, status: RunStatus } | null }
    | { __typename: 'User', id: string }
    | { __typename: 'Video', id: string }
   | null };

export type RisingHashtagReportFragment = { status: MeasurementStatus, creatorCount: number, minimumCreators: number, intervalLevel: number, hashtags: Array<{ name: string, videoCount: number, creatorCount: number, ownVideoCount: number, velocity: number, velocityLow: number, velocityHigh: number }> };

export type OutlierGlanceFragment = { direction: OutlierDirection | null, upProbability: number | null, downProbability: number | null };

export type VideoGlanceFragment = { id: string, title: string | null, description: string | null, publishedAt: string, coverUrl: string | null, viewCount: number | null, baseline: { ratio: number } | null };

export type VideoStandingFragment = { id: string, title: string | null, description: string | null, publishedAt: string, coverUrl: string | null, viewCount: number | null, baseline: { ratio: number, outlier: { direction: OutlierDirection | null, upProbability: number | null, downProbability: number | null } } | null };

export type VideoCardFragment = { id: string, title: string | null, description: string | null, hashtags: Array<string>, durationSeconds: number | null, publishedAt: string, coverUrl: string | null, viewCount: number | null, likeCount: number | null, commentCount: number | null, shareCount: number | null, availability: VideoAvailability, engagement: { engagementRateByViews: number | null }, baseline: { ratio: number, percentile: number, n: number, outlier: { direction: OutlierDirection | null, upProbability: number | null, downProbability: number | null } } | null };

export type VideosQueryVariables = Exact<{
  connectionId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  orderBy?: VideoOrder | null | undefined;
  filter?: VideoFilter | null | undefined;
}>;


export type VideosQuery = { node:
    | { __typename: 'Consent', id: string }
    | { __typename: 'DataExport', id: string }
    | { __typename: 'Experiment', id: string }
    | { __typename: 'ExperimentAssignment', id: string }
    | { __typename: 'GenerationRun', id: string }
    | { __typename: 'Prediction', id: string }
    | { __typename: 'Recommendation', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'SyncRun', id: string }
    | { __typename: 'TikTokConnection', displayName: string, id: string, dataVersion: number, lastSyncedAt: string | null, status: ConnectionStatus, videos: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, title: string | null, description: string | null, hashtags: Array<string>, durationSeconds: number | null, publishedAt: string, coverUrl: string | null, viewCount: number | null, likeCount: number | null, commentCount: number | null, shareCount: number | null, availability: VideoAvailability, engagement: { engagementRateByViews: number | null }, baseline: { ratio: number, percentile: number, n: number, outlier: { direction: OutlierDirection | null, upProbability: number | null, downProbability: number | null } } | null }> }, latestSync: { id: string, status: RunStatus } | null, latestGeneration: { id: string, status: RunStatus } | null }
    | { __typename: 'User', id: string }
    | { __typename: 'Video', id: string }
   | null };

export type VideoPageQueryVariables = Exact<{
  id: string;
}>;


export type VideoPageQuery = { node:
    | { __typename: 'Consent', id: string }
    | { __typename: 'DataExport', id: string }
    | { __typename: 'Experiment', id: string }
    | { __typename: 'ExperimentAssignment', id: string }
    | { __typename: 'GenerationRun', id: string }
    | { __typename: 'Prediction', id: string }
    | { __typename: 'Recommendation', id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'SyncRun', id: string }
    | { __typename: 'TikTokConnection', id: string }
    | { __typename: 'User', id: string }
    | { __typename: 'Video', tiktokVideoId: string, musicName: string | null, isAiGenerated: boolean | null, shareUrl: string | null, embedUrl: string | null, bookmarkCount: number | null, unavailableSince: string | null, firstSeenAt: string, lastObservedAt: string, id: string, title: string | null, description: string | null, hashtags: Array<string>, durationSeconds: number | null, publishedAt: string, coverUrl: string | null, viewCount: number | null, likeCount: number | null, commentCount: number | null, shareCount: number | null, availability: VideoAvailability, connection: { id: string, displayName: string, username: string | null, dataVersion: number, lastSyncedAt: string | null, status: ConnectionStatus, latestSync: { id: string, status: RunStatus } | null, latestGeneration: { id: string, status: RunStatus } | null }, measurements: Array<{ field: VideoField, status: MeasurementStatus }>, engagement: { engagementRateByViews: number | null, engagementRateByFollowers: number | null, engagementRateByReach: number | null }, baseline: { ageHours: number, expectedViews: number, residual: number, ratio: number, percentile: number, n: number, outlier: { n: number | null, minimumN: number, threshold: number, direction: OutlierDirection | null, upProbability: number | null, downProbability: number | null } } | null, growth: { status: VideoGrowthStatus, n: number, otherVideos: number, points: Array<{ ageHours: number, status: GrowthPointStatus, views: number | null, low50: number | null, high50: number | null, low80: number | null, high80: number | null }>, path: Array<{ ageHours: number, status: GrowthPointStatus, views: number | null, low50: number | null, high50: number | null, low80: number | null, high80: number | null }>, momentum: { breakingOutProbability: number | null, stallingProbability: number | null, factor: number, unknownBecause: MomentumGap | null, momentum: Momentum, probability: number | null, typicalViews: number | null, threshold: number } } | null, firstReadings: { totalCount: number, nodes: Array<{ observedAt: string, ageHours: number, viewCount: number | null, likeCount: number | null, commentCount: number | null, shareCount: number | null }> }, lastReadings: { nodes: Array<{ observedAt: string, ageHours: number, viewCount: number | null, likeCount: number | null, commentCount: number | null, shareCount: number | null }> } }
   | null };

export type ReadingFragment = { observedAt: string, ageHours: number, viewCount: number | null, likeCount: number | null, commentCount: number | null, shareCount: number | null };

export type GrowthAtFragment = { ageHours: number, status: GrowthPointStatus, views: number | null, low50: number | null, high50: number | null, low80: number | null, high80: number | null };

export type MomentumGlanceFragment = { momentum: Momentum, probability: number | null, typicalViews: number | null, threshold: number };

export type ArchiveStateFragment = { id: string, status: RunStatus, progress: number, isDownloadable: boolean, sizeBytes: number | null, createdAt: string, finishedAt: string | null, expiresAt: string | null, downloadedAt: string | null };

export type YourDataQueryVariables = Exact<{ [key: string]: never; }>;


export type YourDataQuery = { viewer: { user: { id: string }, keptData: { accountCount: number, videoCount: number, videoReadingCount: number, accountReadingCount: number, syncCount: number, recommendationCount: number, predictionCount: number, experimentCount: number, consentCount: number }, dataExports: { nodes: Array<{ id: string, status: RunStatus, progress: number, isDownloadable: boolean, sizeBytes: number | null, createdAt: string, finishedAt: string | null, expiresAt: string | null, downloadedAt: string | null }> } } | null };

export type ExportMyDataMutationVariables = Exact<{ [key: string]: never; }>;


export type ExportMyDataMutation = { exportMyData:
    | { __typename: 'ExportMyDataSuccess', dataExport: { id: string } }
    | { __typename: 'TooManyExportsError', nextExportAt: string, message: string }
   };

export type MakeDownloadLinkMutationVariables = Exact<{
  input: MakeDownloadLinkInput;
}>;


export type MakeDownloadLinkMutation = { makeDownloadLink:
    | { __typename: 'ArchiveNotReadyError', message: string }
    | { __typename: 'MakeDownloadLinkSuccess', url: string }
    | { __typename: 'NotFoundError', message: string }
   };

export type DataExportProgressSubscriptionVariables = Exact<{
  runId: string;
}>;


export type DataExportProgressSubscription = { dataExportProgress: { id: string, status: RunStatus, progress: number, isDownloadable: boolean, sizeBytes: number | null, createdAt: string, finishedAt: string | null, expiresAt: string | null, downloadedAt: string | null } };

export const SyncStateFragmentDoc = gql`
    fragment SyncState on SyncRun {
  id
  trigger
  status
  phase
  progress
  listedCount
  newVideoCount
  readingCount
  unavailableCount
  unreadableCount
  expectedCount
  finishedAt
  error {
    code
    message
  }
  retryReason {
    code
    message
  }
}
    `;
export const ChangeFragmentDoc = gql`
    fragment Change on MetricChange {
  current
  previous
  change
  changeRate
  status
  previousStatus
}
    `;
export const EffectsFragmentDoc = gql`
    fragment Effects on ChoiceReport {
  family
  n
  intervalLevel
  minimumN
  verdict
  methodVersion
  effects {
    key
    n
    estimate
    low
    high
    verdict
  }
}
    `;
export const GrowthAtFragmentDoc = gql`
    fragment GrowthAt on GrowthPoint {
  ageHours
  status
  views
  low50
  high50
  low80
  high80
}
    `;
export const MomentumGlanceFragmentDoc = gql`
    fragment MomentumGlance on VideoMomentum {
  momentum
  probability
  typicalViews
  threshold
}
    `;
export const YoungVideoFragmentDoc = gql`
    fragment YoungVideo on Video {
  id
  title
  description
  publishedAt
  coverUrl
  viewCount
  growth {
    points {
      ...GrowthAt
    }
    momentum {
      ...MomentumGlance
    }
  }
}
    ${GrowthAtFragmentDoc}
${MomentumGlanceFragmentDoc}`;
export const ReceiptPartsFragmentDoc = gql`
    fragment ReceiptParts on ErasureReceipt {
  id
  reason
  phase
  requestedAt
  finishedAt
  keptUntil
  deletedFileCount
  remainingFileCount
  revokedCount
  alreadyEndedCount
  unconfirmedCount
  tables {
    table
    rowCountBefore
    rowCountAfter
  }
}
    `;
export const ExperimentGlanceFragmentDoc = gql`
    fragment ExperimentGlance on Experiment {
  id
  kind
  status
  whyNoResult
  startedAt
  endedAt
  arms {
    side
    label
  }
  result {
    verdict
    difference
    low
    high
    pValue
    nA
    nB
  }
}
    `;
export const ExperimentTossFragmentDoc = gql`
    fragment ExperimentToss on ExperimentAssignment {
  id
  position
  side
  tossedAt
  state
  isFollowed
  isLinkedByCreator
  candidates {
    id
    title
    description
    publishedAt
  }
  changeableUntil
  measurableAt
  views
  residual
  video {
    id
    title
    description
    publishedAt
    coverUrl
  }
}
    `;
export const ExperimentViewFragmentDoc = gql`
    fragment ExperimentView on Experiment {
  id
  kind
  status
  whyNoResult
  startedAt
  endedAt
  plannedVideoCount
  horizonHours
  alpha
  usualViews
  detectableDifference
  methodVersion
  nextMeasurementAt
  readableAt
  arms {
    side
    label
    tossCount
    growingCount
    measuredCount
    missingCount
    notFollowedCount
  }
  currentToss {
    id
    side
    tossedAt
  }
  exclusions {
    position
    reason
    video {
      id
      title
      description
    }
  }
  result {
    verdict
    difference
    low
    high
    intervalLevel
    pValue
    nA
    nB
    meanA
    meanB
    arrangements
    isExact
  }
}
    `;
export const CriterionPartsFragmentDoc = gql`
    fragment CriterionParts on Criterion {
  __typename
  ... on HoursCriterion {
    onWeekday
    hourFrom
    hourUntil
    timeZone
  }
  ... on WeekdayCriterion {
    weekday
    timeZone
  }
  ... on HashtagCriterion {
    hashtag
  }
  ... on OpeningCriterion {
    opening
  }
  ... on DurationCriterion {
    minimumSeconds
    maximumSeconds
  }
  ... on CaptionLengthCriterion {
    minimumCharacters
    maximumCharacters
  }
  ... on SoundCriterion {
    isOwn
  }
  ... on GapCriterion {
    minimumHours
    maximumHours
  }
  ... on FormatCriterion {
    form
  }
}
    `;
export const HorizonPartsFragmentDoc = gql`
    fragment HorizonParts on PredictionHorizon {
  ageHours
  baselineViews
  expectedViews
  lowViews
  highViews
  probability
  measuredViews
  isInsideInterval
  verdict
  undecidedReason
}
    `;
export const PredictionPartsFragmentDoc = gql`
    fragment PredictionParts on Prediction {
  id
  type
  status
  criterion {
    ...CriterionParts
  }
  effect
  effectLow
  effectHigh
  intervalLevel
  n
  registeredAt
  expiresAt
  cancelledAt
  linkedBy
  verdict
  undecidedReason
  horizons {
    ...HorizonParts
  }
  video {
    id
    title
    description
    publishedAt
    coverUrl
  }
  candidateVideos {
    id
    title
    description
    publishedAt
  }
}
    ${CriterionPartsFragmentDoc}
${HorizonPartsFragmentDoc}`;
export const VideoGlanceFragmentDoc = gql`
    fragment VideoGlance on Video {
  id
  title
  description
  publishedAt
  coverUrl
  viewCount
  baseline {
    ratio
  }
}
    `;
export const RecommendationCardFragmentDoc = gql`
    fragment RecommendationCard on Recommendation {
  id
  type
  title
  description
  confidence
  statedConfidence
  prediction {
    ...PredictionParts
  }
  source
  locale
  isRead
  isApplied
  appliedAt
  isDismissed
  dismissedAt
  createdAt
  connection {
    id
  }
  content {
    __typename
    ... on ContentIdea {
      angle
      hook
      steps
    }
    ... on Script {
      hook
      beats
      callToAction
      durationSeconds
    }
    ... on HashtagSet {
      hashtags
    }
    ... on PostingTime {
      weekday
      hourFrom
      hourUntil
      timeZone
      minimumGapHours
      maximumGapHours
    }
    ... on VideoFormat {
      label
      minimumSeconds
      maximumSeconds
    }
  }
  evidence {
    effect
    low
    high
    intervalLevel
    n
    arms {
      label
      n
      meanResidual
      residuals
    }
    supportingVideos {
      ...VideoGlance
    }
    contradictingVideos {
      ...VideoGlance
    }
    period {
      from
      until
      timeZone
    }
    methodVersion
    statement
    document
    variables
  }
}
    ${PredictionPartsFragmentDoc}
${VideoGlanceFragmentDoc}`;
export const GenerationStateFragmentDoc = gql`
    fragment GenerationState on GenerationRun {
  id
  status
  progress
  types
  model
  inputTokens
  outputTokens
  latencyMs
  outcome
  fallbackReason
  finishedAt
  missing {
    type
    reason
    have
    needed
  }
  error {
    code
    message
  }
}
    `;
export const ReproductionFragmentDoc = gql`
    fragment Reproduction on ReproduceRecommendationSuccess {
  recommendation {
    id
  }
  holds
  reason
  conclusionStands
  statement
  goneVideoCount
  differences {
    metric
    stored
    now
  }
}
    `;
export const TallyPartsFragmentDoc = gql`
    fragment TallyParts on PredictionTally {
  hits
  misses
  undecided
  measuring
  waiting
  cancelled
  n
  statedRate
  observedRate
  insideIntervalRate
}
    `;
export const ConnectionBadgeFragmentDoc = gql`
    fragment ConnectionBadge on TikTokConnection {
  id
  displayName
  username
  avatarUrl
  status
  isActive
  connectedAt
  missingScopes
  disconnectedAt
  lastSyncedAt
  willBeErasedAt
}
    `;
export const LiveStateFragmentDoc = gql`
    fragment LiveState on TikTokConnection {
  dataVersion
  lastSyncedAt
  status
  latestSync {
    id
    status
  }
  latestGeneration {
    id
    status
  }
}
    `;
export const RisingHashtagReportFragmentDoc = gql`
    fragment RisingHashtagReport on RisingHashtags {
  status
  creatorCount
  minimumCreators
  intervalLevel
  hashtags {
    name
    videoCount
    creatorCount
    ownVideoCount
    velocity
    velocityLow
    velocityHigh
  }
}
    `;
export const OutlierGlanceFragmentDoc = gql`
    fragment OutlierGlance on VideoOutlier {
  direction
  upProbability
  downProbability
}
    `;
export const VideoStandingFragmentDoc = gql`
    fragment VideoStanding on Video {
  ...VideoGlance
  baseline {
    outlier {
      ...OutlierGlance
    }
  }
}
    ${VideoGlanceFragmentDoc}
${OutlierGlanceFragmentDoc}`;
export const VideoCardFragmentDoc = gql`
    fragment VideoCard on Video {
  id
  title
  description
  hashtags
  durationSeconds
  publishedAt
  coverUrl
  viewCount
  likeCount
  commentCount
  shareCount
  availability
  engagement {
    engagementRateByViews
  }
  baseline {
    ratio
    percentile
    n
    outlier {
      ...OutlierGlance
    }
  }
}
    ${OutlierGlanceFragmentDoc}`;
export const ReadingFragmentDoc = gql`
    fragment Reading on VideoSnapshot {
  observedAt
  ageHours
  viewCount
  likeCount
  commentCount
  shareCount
}
    `;
export const ArchiveStateFragmentDoc = gql`
    fragment ArchiveState on DataExport {
  id
  status
  progress
  isDownloadable
  sizeBytes
  createdAt
  finishedAt
  expiresAt
  downloadedAt
}
    `;
export const StartTikTokAuthorizationDocument = gql`
    mutation StartTikTokAuthorization($input: StartTikTokAuthorizationInput!) {
  startTikTokAuthorization(input: $input) {
    __typename
    ... on StartTikTokAuthorizationSuccess {
      authorizeUrl
      expiresAt
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useStartTikTokAuthorizationMutation() {
  return Urql.useMutation<StartTikTokAuthorizationMutation, StartTikTokAuthorizationMutationVariables>(StartTikTokAuthorizationDocument);
};
export const DashboardDocument = gql`
    query Dashboard($connectionId: ID!, $period: AnalyticsPeriod!) {
  viewer {
    risingHashtags(first: 8) {
      ...RisingHashtagReport
    }
  }
  node(id: $connectionId) {
    __typename
    id
    ... on TikTokConnection {
      ...ConnectionBadge
      followerCount
      followingCount
      likesCount
      videoCount
      nextSyncAt
      dataVersion
      latestSync {
        ...SyncState
      }
      latestGeneration {
        ...GenerationState
      }
      knownVideos: videos(first: 1) {
        totalCount
      }
      recommendations(first: 3, filter: {state: OPEN}) {
        totalCount
        nodes {
          ...RecommendationCard
        }
      }
      analytics(period: $period) {
        period {
          from
          until
          timeZone
        }
        previousPeriod {
          from
          until
        }
        summary {
          viewsGained {
            ...Change
          }
          likesGained {
            ...Change
          }
          commentsGained {
            ...Change
          }
          sharesGained {
            ...Change
          }
          followersGained {
            ...Change
          }
          videosPublished {
            ...Change
          }
          engagementRateByViews {
            ...Change
          }
          engagementRateByFollowers {
            ...Change
          }
          engagementRateByReach {
            ...Change
          }
        }
        views: series(metric: VIEWS_GAINED) {
          date
          value
        }
        followers: series(metric: FOLLOWERS) {
          date
          value
        }
        likes: series(metric: LIKES_GAINED) {
          date
          value
        }
        comments: series(metric: COMMENTS_GAINED) {
          date
          value
        }
        shares: series(metric: SHARES_GAINED) {
          date
          value
        }
        baseline {
          typicalViews
          scatter
          n
        }
        topVideos(first: 5) {
          ...VideoStanding
        }
        bottomVideos(first: 5) {
          ...VideoStanding
        }
        youngVideos {
          toldCount
          breakingOut(first: 3) {
            ...YoungVideo
          }
          stalling(first: 3) {
            ...YoungVideo
          }
        }
        postingTimes {
          n
          timeZone
          intervalLevel
          minimumN
          verdict
          methodVersion
          cells {
            weekday
            hour
            n
            estimate
            low
            high
            verdict
          }
          blocks {
            hourFrom
            hourUntil
            n
            estimate
            low
            high
            verdict
          }
        }
        choices(
          families: [WEEKDAY, GAP, HASHTAG, OPENING, DURATION, CAPTION_LENGTH, SOUND, FORMAT]
          first: 10
        ) {
          ...Effects
        }
      }
    }
  }
}
    ${RisingHashtagReportFragmentDoc}
${ConnectionBadgeFragmentDoc}
${SyncStateFragmentDoc}
${GenerationStateFragmentDoc}
${RecommendationCardFragmentDoc}
${ChangeFragmentDoc}
${VideoStandingFragmentDoc}
${YoungVideoFragmentDoc}
${EffectsFragmentDoc}`;

export function useDashboardQuery(options: Omit<Urql.UseQueryArgs<DashboardQueryVariables>, 'query'>) {
  return Urql.useQuery<DashboardQuery, DashboardQueryVariables>({ query: DashboardDocument, ...options });
};
export const SyncVideosDocument = gql`
    mutation SyncVideos($input: SyncVideosInput!) {
  syncVideos(input: $input) {
    __typename
    ... on SyncVideosSuccess {
      syncRun {
        id
        status
      }
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useSyncVideosMutation() {
  return Urql.useMutation<SyncVideosMutation, SyncVideosMutationVariables>(SyncVideosDocument);
};
export const SyncProgressDocument = gql`
    subscription SyncProgress($runId: ID!) {
  syncProgress(runId: $runId) {
    ...SyncState
  }
}
    ${SyncStateFragmentDoc}`;

export function useSyncProgressSubscription<TData = SyncProgressSubscription>(options: Omit<Urql.UseSubscriptionArgs<SyncProgressSubscriptionVariables>, 'query'>, handler?: Urql.SubscriptionHandler<SyncProgressSubscription, TData>) {
  return Urql.useSubscription<SyncProgressSubscription, TData, SyncProgressSubscriptionVariables>({ query: SyncProgressDocument, ...options }, handler);
};
export const PassingTimeDocument = gql`
    query PassingTime {
  instance {
    now
    passingTime {
      from
      until
      now
    }
  }
}
    `;

export function usePassingTimeQuery(options?: Omit<Urql.UseQueryArgs<PassingTimeQueryVariables>, 'query'>) {
  return Urql.useQuery<PassingTimeQuery, PassingTimeQueryVariables>({ query: PassingTimeDocument, ...options });
};
export const LetDaysPassDocument = gql`
    mutation LetDaysPass($input: LetDaysPassInput!) {
  letDaysPass(input: $input) {
    __typename
    ... on LetDaysPassSuccess {
      passingTime {
        from
        until
        now
      }
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useLetDaysPassMutation() {
  return Urql.useMutation<LetDaysPassMutation, LetDaysPassMutationVariables>(LetDaysPassDocument);
};
export const ErasePreviewDocument = gql`
    query ErasePreview {
  viewer {
    user {
      id
      displayName
    }
    erasurePreview {
      table
      rowCountBefore
    }
    tiktokConnections(first: 50) {
      totalCount
      nodes {
        id
        displayName
        username
        isActive
      }
    }
  }
}
    `;

export function useErasePreviewQuery(options?: Omit<Urql.UseQueryArgs<ErasePreviewQueryVariables>, 'query'>) {
  return Urql.useQuery<ErasePreviewQuery, ErasePreviewQueryVariables>({ query: ErasePreviewDocument, ...options });
};
export const EraseAccountPreviewDocument = gql`
    query EraseAccountPreview($connectionId: ID!) {
  viewer {
    user {
      id
    }
    erasurePreview(connectionId: $connectionId) {
      table
      rowCountBefore
    }
    tiktokConnections(first: 50) {
      totalCount
      nodes {
        id
        displayName
        username
        isActive
      }
    }
  }
}
    `;

export function useEraseAccountPreviewQuery(options: Omit<Urql.UseQueryArgs<EraseAccountPreviewQueryVariables>, 'query'>) {
  return Urql.useQuery<EraseAccountPreviewQuery, EraseAccountPreviewQueryVariables>({ query: EraseAccountPreviewDocument, ...options });
};
export const ErasureReceiptDocument = gql`
    query ErasureReceipt($receipt: String!) {
  erasureReceipt(receipt: $receipt) {
    ...ReceiptParts
  }
}
    ${ReceiptPartsFragmentDoc}`;

export function useErasureReceiptQuery(options: Omit<Urql.UseQueryArgs<ErasureReceiptQueryVariables>, 'query'>) {
  return Urql.useQuery<ErasureReceiptQuery, ErasureReceiptQueryVariables>({ query: ErasureReceiptDocument, ...options });
};
export const EraseMyDataDocument = gql`
    mutation EraseMyData($input: EraseMyDataInput!) {
  eraseMyData(input: $input) {
    __typename
    ... on EraseMyDataSuccess {
      receipt {
        id
      }
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useEraseMyDataMutation() {
  return Urql.useMutation<EraseMyDataMutation, EraseMyDataMutationVariables>(EraseMyDataDocument);
};
export const EraseTikTokConnectionDocument = gql`
    mutation EraseTikTokConnection($input: EraseTikTokConnectionInput!) {
  eraseTikTokConnection(input: $input) {
    __typename
    ... on EraseTikTokConnectionSuccess {
      receipt {
        id
      }
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useEraseTikTokConnectionMutation() {
  return Urql.useMutation<EraseTikTokConnectionMutation, EraseTikTokConnectionMutationVariables>(EraseTikTokConnectionDocument);
};
export const ExperimentsDocument = gql`
    query Experiments($connectionId: ID!, $sizes: [Int!]!, $first: Int, $after: String, $last: Int, $before: String) {
  node(id: $connectionId) {
    __typename
    id
    ... on TikTokConnection {
      displayName
      status
      isActive
      missingScopes
      willBeErasedAt
      ...LiveState
      experimentPlanning {
        scatter
        isScatterOwn
        videosPerWeek
        suggestedVideosPerArm
        sizes(videosPerArm: $sizes) {
          videosPerArm
          detectableDifference
          weeks
        }
      }
      latest: experiments(first: 1) {
        nodes {
          ...ExperimentView
          assignments(last: 6) {
            totalCount
            nodes {
              ...ExperimentToss
            }
          }
        }
      }
      experiments(first: $first, after: $after, last: $last, before: $before) {
        totalCount
        nodes {
          ...ExperimentGlance
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  }
}
    ${LiveStateFragmentDoc}
${ExperimentViewFragmentDoc}
${ExperimentTossFragmentDoc}
${ExperimentGlanceFragmentDoc}`;

export function useExperimentsQuery(options: Omit<Urql.UseQueryArgs<ExperimentsQueryVariables>, 'query'>) {
  return Urql.useQuery<ExperimentsQuery, ExperimentsQueryVariables>({ query: ExperimentsDocument, ...options });
};
export const ExperimentDocument = gql`
    query Experiment($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Experiment {
      ...ExperimentView
      connection {
        id
        status
        missingScopes
        willBeErasedAt
        ...LiveState
      }
      firstTosses: assignments(first: 100) {
        totalCount
        nodes {
          ...ExperimentToss
        }
      }
      lastTosses: assignments(last: 100) {
        nodes {
          ...ExperimentToss
        }
      }
    }
  }
}
    ${ExperimentViewFragmentDoc}
${LiveStateFragmentDoc}
${ExperimentTossFragmentDoc}`;

export function useExperimentQuery(options: Omit<Urql.UseQueryArgs<ExperimentQueryVariables>, 'query'>) {
  return Urql.useQuery<ExperimentQuery, ExperimentQueryVariables>({ query: ExperimentDocument, ...options });
};
export const StartExperimentDocument = gql`
    mutation StartExperiment($input: StartExperimentInput!) {
  startExperiment(input: $input) {
    __typename
    ... on StartExperimentSuccess {
      experiment {
        id
      }
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useStartExperimentMutation() {
  return Urql.useMutation<StartExperimentMutation, StartExperimentMutationVariables>(StartExperimentDocument);
};
export const TossForNextVideoDocument = gql`
    mutation TossForNextVideo($input: TossForNextVideoInput!) {
  tossForNextVideo(input: $input) {
    __typename
    ... on TossForNextVideoSuccess {
      experiment {
        id
      }
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useTossForNextVideoMutation() {
  return Urql.useMutation<TossForNextVideoMutation, TossForNextVideoMutationVariables>(TossForNextVideoDocument);
};
export const ExcludeExperimentVideoDocument = gql`
    mutation ExcludeExperimentVideo($input: ExcludeExperimentVideoInput!) {
  excludeExperimentVideo(input: $input) {
    __typename
    ... on ExcludeExperimentVideoSuccess {
      experiment {
        id
      }
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useExcludeExperimentVideoMutation() {
  return Urql.useMutation<ExcludeExperimentVideoMutation, ExcludeExperimentVideoMutationVariables>(ExcludeExperimentVideoDocument);
};
export const LinkExperimentVideoDocument = gql`
    mutation LinkExperimentVideo($input: LinkExperimentVideoInput!) {
  linkExperimentVideo(input: $input) {
    __typename
    ... on LinkExperimentVideoSuccess {
      experiment {
        id
      }
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useLinkExperimentVideoMutation() {
  return Urql.useMutation<LinkExperimentVideoMutation, LinkExperimentVideoMutationVariables>(LinkExperimentVideoDocument);
};
export const MarkExperimentVideoDocument = gql`
    mutation MarkExperimentVideo($input: MarkExperimentVideoInput!) {
  markExperimentVideo(input: $input) {
    __typename
    ... on MarkExperimentVideoSuccess {
      experiment {
        id
      }
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useMarkExperimentVideoMutation() {
  return Urql.useMutation<MarkExperimentVideoMutation, MarkExperimentVideoMutationVariables>(MarkExperimentVideoDocument);
};
export const StopExperimentDocument = gql`
    mutation StopExperiment($input: StopExperimentInput!) {
  stopExperiment(input: $input) {
    __typename
    ... on StopExperimentSuccess {
      experiment {
        id
      }
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useStopExperimentMutation() {
  return Urql.useMutation<StopExperimentMutation, StopExperimentMutationVariables>(StopExperimentDocument);
};
export const RecommendationsDocument = gql`
    query Recommendations($connectionId: ID!, $first: Int, $after: String, $last: Int, $before: String, $filter: RecommendationFilter) {
  node(id: $connectionId) {
    __typename
    id
    ... on TikTokConnection {
      displayName
      missingScopes
      willBeErasedAt
      ...LiveState
      latestGeneration {
        ...GenerationState
      }
      recommendations(
        first: $first
        after: $after
        last: $last
        before: $before
        filter: $filter
      ) {
        totalCount
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
        nodes {
          ...RecommendationCard
        }
      }
    }
  }
}
    ${LiveStateFragmentDoc}
${GenerationStateFragmentDoc}
${RecommendationCardFragmentDoc}`;

export function useRecommendationsQuery(options: Omit<Urql.UseQueryArgs<RecommendationsQueryVariables>, 'query'>) {
  return Urql.useQuery<RecommendationsQuery, RecommendationsQueryVariables>({ query: RecommendationsDocument, ...options });
};
export const GenerateRecommendationsDocument = gql`
    mutation GenerateRecommendations($input: GenerateRecommendationsInput!) {
  generateRecommendations(input: $input) {
    __typename
    ... on GenerateRecommendationsSuccess {
      generationRun {
        id
        status
      }
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useGenerateRecommendationsMutation() {
  return Urql.useMutation<GenerateRecommendationsMutation, GenerateRecommendationsMutationVariables>(GenerateRecommendationsDocument);
};
export const ReproduceRecommendationDocument = gql`
    mutation ReproduceRecommendation($input: ReproduceRecommendationInput!) {
  reproduceRecommendation(input: $input) {
    __typename
    ... on ReproduceRecommendationSuccess {
      ...Reproduction
    }
    ... on Error {
      message
    }
  }
}
    ${ReproductionFragmentDoc}`;

export function useReproduceRecommendationMutation() {
  return Urql.useMutation<ReproduceRecommendationMutation, ReproduceRecommendationMutationVariables>(ReproduceRecommendationDocument);
};
export const MarkRecommendationReadDocument = gql`
    mutation MarkRecommendationRead($input: MarkRecommendationReadInput!) {
  markRecommendationRead(input: $input) {
    __typename
    ... on MarkRecommendationReadSuccess {
      recommendation {
        id
        isRead
      }
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useMarkRecommendationReadMutation() {
  return Urql.useMutation<MarkRecommendationReadMutation, MarkRecommendationReadMutationVariables>(MarkRecommendationReadDocument);
};
export const ApplyRecommendationDocument = gql`
    mutation ApplyRecommendation($input: ApplyRecommendationInput!) {
  applyRecommendation(input: $input) {
    __typename
    ... on ApplyRecommendationSuccess {
      recommendation {
        id
        isApplied
      }
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useApplyRecommendationMutation() {
  return Urql.useMutation<ApplyRecommendationMutation, ApplyRecommendationMutationVariables>(ApplyRecommendationDocument);
};
export const DismissRecommendationDocument = gql`
    mutation DismissRecommendation($input: DismissRecommendationInput!) {
  dismissRecommendation(input: $input) {
    __typename
    ... on DismissRecommendationSuccess {
      recommendation {
        id
        isDismissed
      }
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useDismissRecommendationMutation() {
  return Urql.useMutation<DismissRecommendationMutation, DismissRecommendationMutationVariables>(DismissRecommendationDocument);
};
export const RecommendationProgressDocument = gql`
    subscription RecommendationProgress($runId: ID!) {
  recommendationProgress(runId: $runId) {
    ...GenerationState
  }
}
    ${GenerationStateFragmentDoc}`;

export function useRecommendationProgressSubscription<TData = RecommendationProgressSubscription>(options: Omit<Urql.UseSubscriptionArgs<RecommendationProgressSubscriptionVariables>, 'query'>, handler?: Urql.SubscriptionHandler<RecommendationProgressSubscription, TData>) {
  return Urql.useSubscription<RecommendationProgressSubscription, TData, RecommendationProgressSubscriptionVariables>({ query: RecommendationProgressDocument, ...options }, handler);
};
export const ScoreboardDocument = gql`
    query Scoreboard($connectionId: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  node(id: $connectionId) {
    __typename
    id
    ... on TikTokConnection {
      displayName
      missingScopes
      willBeErasedAt
      ...LiveState
      scoreboard {
        minimumVideos
        priorVideos
        overall {
          ...TallyParts
        }
        types {
          type
          confidenceCorrection
          ...TallyParts
        }
      }
      predictions(first: $first, after: $after, last: $last, before: $before) {
        totalCount
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
        nodes {
          ...PredictionParts
          recommendation {
            id
            title
            locale
          }
        }
      }
    }
  }
}
    ${LiveStateFragmentDoc}
${TallyPartsFragmentDoc}
${PredictionPartsFragmentDoc}`;

export function useScoreboardQuery(options: Omit<Urql.UseQueryArgs<ScoreboardQueryVariables>, 'query'>) {
  return Urql.useQuery<ScoreboardQuery, ScoreboardQueryVariables>({ query: ScoreboardDocument, ...options });
};
export const LinkPredictionVideoDocument = gql`
    mutation LinkPredictionVideo($input: LinkPredictionVideoInput!) {
  linkPredictionVideo(input: $input) {
    __typename
    ... on LinkPredictionVideoSuccess {
      prediction {
        id
        status
      }
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useLinkPredictionVideoMutation() {
  return Urql.useMutation<LinkPredictionVideoMutation, LinkPredictionVideoMutationVariables>(LinkPredictionVideoDocument);
};
export const UnlinkPredictionVideoDocument = gql`
    mutation UnlinkPredictionVideo($input: UnlinkPredictionVideoInput!) {
  unlinkPredictionVideo(input: $input) {
    __typename
    ... on UnlinkPredictionVideoSuccess {
      prediction {
        id
        status
      }
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useUnlinkPredictionVideoMutation() {
  return Urql.useMutation<UnlinkPredictionVideoMutation, UnlinkPredictionVideoMutationVariables>(UnlinkPredictionVideoDocument);
};
export const SettingsDocument = gql`
    query Settings {
  viewer {
    user {
      id
      displayName
      locale
      timeZone
      role
      createdAt
    }
    consentStates {
      purpose
      isGiven
      isCurrent
    }
    languageModelUsage {
      month
      tokensUsed
      tokenCeiling
      resetsAt
      costUsd
      costGap
    }
    sessions(first: 20) {
      totalCount
      nodes {
        id
        browserName
        systemName
        createdAt
        lastSeenAt
        isCurrent
      }
    }
    consents {
      id
      purpose
      policyVersion
      givenAt
      withdrawnAt
    }
    tiktokConnections(first: 50) {
      totalCount
      nodes {
        ...ConnectionBadge
        scopes
        followerCount
        videoCount
      }
    }
  }
}
    ${ConnectionBadgeFragmentDoc}`;

export function useSettingsQuery(options?: Omit<Urql.UseQueryArgs<SettingsQueryVariables>, 'query'>) {
  return Urql.useQuery<SettingsQuery, SettingsQueryVariables>({ query: SettingsDocument, ...options });
};
export const UpdateSettingsDocument = gql`
    mutation UpdateSettings($input: UpdateSettingsInput!) {
  updateSettings(input: $input) {
    __typename
    ... on UpdateSettingsSuccess {
      user {
        id
        locale
        timeZone
      }
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useUpdateSettingsMutation() {
  return Urql.useMutation<UpdateSettingsMutation, UpdateSettingsMutationVariables>(UpdateSettingsDocument);
};
export const DisconnectTikTokDocument = gql`
    mutation DisconnectTikTok($input: DisconnectTikTokInput!) {
  disconnectTikTok(input: $input) {
    __typename
    ... on DisconnectTikTokSuccess {
      isRevokedAtTikTok
      connection {
        id
        displayName
        status
      }
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useDisconnectTikTokMutation() {
  return Urql.useMutation<DisconnectTikTokMutation, DisconnectTikTokMutationVariables>(DisconnectTikTokDocument);
};
export const GiveConsentDocument = gql`
    mutation GiveConsent($input: GiveConsentInput!) {
  giveConsent(input: $input) {
    __typename
    ... on Error {
      message
    }
  }
}
    `;

export function useGiveConsentMutation() {
  return Urql.useMutation<GiveConsentMutation, GiveConsentMutationVariables>(GiveConsentDocument);
};
export const WithdrawConsentDocument = gql`
    mutation WithdrawConsent($input: WithdrawConsentInput!) {
  withdrawConsent(input: $input) {
    __typename
    ... on WithdrawConsentSuccess {
      disconnected {
        id
        displayName
      }
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useWithdrawConsentMutation() {
  return Urql.useMutation<WithdrawConsentMutation, WithdrawConsentMutationVariables>(WithdrawConsentDocument);
};
export const SignOutDocument = gql`
    mutation SignOut {
  signOut {
    __typename
    ... on SignOutSuccess {
      isSignedOut
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useSignOutMutation() {
  return Urql.useMutation<SignOutMutation, SignOutMutationVariables>(SignOutDocument);
};
export const RevokeSessionDocument = gql`
    mutation RevokeSession($input: RevokeSessionInput!) {
  revokeSession(input: $input) {
    __typename
    ... on RevokeSessionSuccess {
      isSignedOut
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useRevokeSessionMutation() {
  return Urql.useMutation<RevokeSessionMutation, RevokeSessionMutationVariables>(RevokeSessionDocument);
};
export const RevokeOtherSessionsDocument = gql`
    mutation RevokeOtherSessions {
  revokeOtherSessions {
    __typename
    ... on RevokeOtherSessionsSuccess {
      revokedCount
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useRevokeOtherSessionsMutation() {
  return Urql.useMutation<RevokeOtherSessionsMutation, RevokeOtherSessionsMutationVariables>(RevokeOtherSessionsDocument);
};
export const ShellDocument = gql`
    query Shell {
  viewer {
    user {
      id
      displayName
      locale
      timeZone
      role
    }
    consentStates {
      purpose
      isRequired
      isGiven
      isCurrent
    }
    tiktokConnections(first: 50) {
      nodes {
        ...ConnectionBadge
      }
    }
  }
  instance {
    isDemonstration
    now
    policyVersion
    languageModel
    retention {
      graceDays
      finishedRunDays
      failedJobDays
      receiptDays
      sessionDays
      archiveHours
    }
    passingTime {
      from
      until
      now
    }
  }
}
    ${ConnectionBadgeFragmentDoc}`;

export function useShellQuery(options?: Omit<Urql.UseQueryArgs<ShellQueryVariables>, 'query'>) {
  return Urql.useQuery<ShellQuery, ShellQueryVariables>({ query: ShellDocument, ...options });
};
export const PulseDocument = gql`
    query Pulse($connectionId: ID!) {
  node(id: $connectionId) {
    __typename
    id
    ... on TikTokConnection {
      ...LiveState
    }
  }
}
    ${LiveStateFragmentDoc}`;

export function usePulseQuery(options: Omit<Urql.UseQueryArgs<PulseQueryVariables>, 'query'>) {
  return Urql.useQuery<PulseQuery, PulseQueryVariables>({ query: PulseDocument, ...options });
};
export const VideosDocument = gql`
    query Videos($connectionId: ID!, $first: Int, $after: String, $last: Int, $before: String, $orderBy: VideoOrder, $filter: VideoFilter) {
  node(id: $connectionId) {
    __typename
    id
    ... on TikTokConnection {
      displayName
      ...LiveState
      videos(
        first: $first
        after: $after
        last: $last
        before: $before
        orderBy: $orderBy
        filter: $filter
      ) {
        totalCount
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
        nodes {
          ...VideoCard
        }
      }
    }
  }
}
    ${LiveStateFragmentDoc}
${VideoCardFragmentDoc}`;

export function useVideosQuery(options: Omit<Urql.UseQueryArgs<VideosQueryVariables>, 'query'>) {
  return Urql.useQuery<VideosQuery, VideosQueryVariables>({ query: VideosDocument, ...options });
};
export const VideoPageDocument = gql`
    query VideoPage($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Video {
      ...VideoCard
      tiktokVideoId
      musicName
      isAiGenerated
      shareUrl
      embedUrl
      bookmarkCount
      unavailableSince
      firstSeenAt
      lastObservedAt
      connection {
        id
        displayName
        username
        ...LiveState
      }
      measurements {
        field
        status
      }
      engagement {
        engagementRateByViews
        engagementRateByFollowers
        engagementRateByReach
      }
      baseline {
        ageHours
        expectedViews
        residual
        ratio
        percentile
        n
        outlier {
          ...OutlierGlance
          n
          minimumN
          threshold
        }
      }
      growth {
        status
        n
        otherVideos
        points {
          ...GrowthAt
        }
        path {
          ...GrowthAt
        }
        momentum {
          ...MomentumGlance
          breakingOutProbability
          stallingProbability
          factor
          unknownBecause
        }
      }
      firstReadings: snapshots(first: 60) {
        totalCount
        nodes {
          ...Reading
        }
      }
      lastReadings: snapshots(last: 60) {
        nodes {
          ...Reading
        }
      }
    }
  }
}
    ${VideoCardFragmentDoc}
${LiveStateFragmentDoc}
${OutlierGlanceFragmentDoc}
${GrowthAtFragmentDoc}
${MomentumGlanceFragmentDoc}
${ReadingFragmentDoc}`;

export function useVideoPageQuery(options: Omit<Urql.UseQueryArgs<VideoPageQueryVariables>, 'query'>) {
  return Urql.useQuery<VideoPageQuery, VideoPageQueryVariables>({ query: VideoPageDocument, ...options });
};
export const YourDataDocument = gql`
    query YourData {
  viewer {
    user {
      id
    }
    keptData {
      accountCount
      videoCount
      videoReadingCount
      accountReadingCount
      syncCount
      recommendationCount
      predictionCount
      experimentCount
      consentCount
    }
    dataExports(first: 1) {
      nodes {
        ...ArchiveState
      }
    }
  }
}
    ${ArchiveStateFragmentDoc}`;

export function useYourDataQuery(options?: Omit<Urql.UseQueryArgs<YourDataQueryVariables>, 'query'>) {
  return Urql.useQuery<YourDataQuery, YourDataQueryVariables>({ query: YourDataDocument, ...options });
};
export const ExportMyDataDocument = gql`
    mutation ExportMyData {
  exportMyData {
    __typename
    ... on ExportMyDataSuccess {
      dataExport {
        id
      }
    }
    ... on TooManyExportsError {
      nextExportAt
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useExportMyDataMutation() {
  return Urql.useMutation<ExportMyDataMutation, ExportMyDataMutationVariables>(ExportMyDataDocument);
};
export const MakeDownloadLinkDocument = gql`
    mutation MakeDownloadLink($input: MakeDownloadLinkInput!) {
  makeDownloadLink(input: $input) {
    __typename
    ... on MakeDownloadLinkSuccess {
      url
    }
    ... on Error {
      message
    }
  }
}
    `;

export function useMakeDownloadLinkMutation() {
  return Urql.useMutation<MakeDownloadLinkMutation, MakeDownloadLinkMutationVariables>(MakeDownloadLinkDocument);
};
export const DataExportProgressDocument = gql`
    subscription DataExportProgress($runId: ID!) {
  dataExportProgress(runId: $runId) {
    ...ArchiveState
  }
}
    ${ArchiveStateFragmentDoc}`;

export function useDataExportProgressSubscription<TData = DataExportProgressSubscription>(options: Omit<Urql.UseSubscriptionArgs<DataExportProgressSubscriptionVariables>, 'query'>, handler?: Urql.SubscriptionHandler<DataExportProgressSubscription, TData>) {
  return Urql.useSubscription<DataExportProgressSubscription, TData, DataExportProgressSubscriptionVariables>({ query: DataExportProgressDocument, ...options }, handler);
};