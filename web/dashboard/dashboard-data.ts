import type { DashboardQuery } from '../graphql/generated';

/** The account of a dashboard, as its query brings it. */
export type DashboardConnection = Extract<NonNullable<DashboardQuery['node']>, { __typename: 'TikTokConnection' }>;
export type DashboardAnalytics = DashboardConnection['analytics'];
