/** Opened as tabs in GraphiQL; a test runs each of them as it is. */
export const exampleQueries = [
  {
    name: 'My accounts',
    query: `# Who am I here, and which TikTok accounts are connected?
query MyAccounts {
  viewer {
    user { displayName locale timeZone }
    tiktokConnections(first: 10) {
      totalCount
      nodes { id displayName username status followerCount videoCount lastSyncedAt }
    }
  }
}
`,
  },
  {
    name: 'Best videos of a period',
    query: `# The videos that did best against the creator's own level, at equal age.
query BestVideos {
  viewer {
    tiktokConnections(first: 1) {
      nodes {
        analytics(period: LAST_90_DAYS) {
          baseline { typicalViews scatter n }
          topVideos(first: 5) {
            title
            publishedAt
            viewCount
            baseline { ratio residual percentile n }
            engagement { engagementRateByViews }
          }
        }
      }
    }
  }
}
`,
  },
  {
    name: 'Does the hour matter?',
    query: `# Four-hour blocks with n, a shrunken estimate (in ln of views) and its interval.
query DoesTheHourMatter {
  viewer {
    tiktokConnections(first: 1) {
      nodes {
        analytics(period: LAST_365_DAYS) {
          postingTimes {
            n
            verdict
            intervalLevel
            blocks { hourFrom hourUntil n estimate low high liftRate verdict }
          }
        }
      }
    }
  }
}
`,
  },
  {
    name: 'Page through videos',
    query: `# The most viewed first; put endCursor into "after" for the next page.
query Videos {
  viewer {
    tiktokConnections(first: 1) {
      nodes {
        videos(first: 10, orderBy: { field: VIEW_COUNT, direction: DESC }) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { id title publishedAt viewCount likeCount commentCount shareCount hashtags }
        }
      }
    }
  }
}
`,
  },
  {
    name: 'Recommendations and their evidence',
    query: `# Each recommendation with the number behind it and how to compute it again.
query Recommendations {
  viewer {
    recommendations(first: 10) {
      nodes {
        type
        title
        confidence
        source
        evidence { statement effect low high n document variables }
      }
    }
  }
}
`,
  },
  {
    name: 'What others post more often',
    query: `# Hashtags rising among other creators here who consented to research: what they do, not an effect on views.
query RisingHashtags {
  viewer {
    risingHashtags(first: 10) {
      status
      creatorCount
      minimumCreators
      recentFrom
      until
      hashtags { name videoCount creatorCount ownVideoCount velocity velocityLow velocityHigh }
    }
  }
}
`,
  },
  {
    name: 'Outliers',
    query: `# Videos outside the creator's ordinary scatter, with the probability.
query Outliers {
  viewer {
    tiktokConnections(first: 1) {
      nodes {
        videos(first: 20, filter: { outlier: [UP, DOWN] }) {
          totalCount
          nodes { title viewCount baseline { ratio n outlier { direction upProbability downProbability n threshold } } }
        }
      }
    }
  }
}
`,
  },
  {
    name: 'Scoreboard',
    query: `# What was predicted when advice was applied, and what came of it.
query Scoreboard {
  viewer {
    tiktokConnections(first: 1) {
      nodes {
        scoreboard {
          overall { hits misses undecided measuring waiting n statedRate observedRate insideIntervalRate }
          types { type hits misses undecided n confidenceCorrection }
        }
        predictions(first: 5) {
          nodes {
            type status verdict undecidedReason registeredAt effect effectLow effectHigh n
            video { title publishedAt }
            horizons { ageHours baselineViews expectedViews lowViews highViews probability measuredViews verdict }
          }
        }
      }
    }
  }
}
`,
  },
  {
    name: 'What the metrics mean',
    query: `# Formula, unit and source of every metric.
query Metrics {
  metricDefinitions { key name formula unit denominator source description }
}
`,
  },
] as const;
