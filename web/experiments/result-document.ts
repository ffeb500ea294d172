/** What GraphiQL opens on: the result and every video it was computed from, so that anybody can compute it again. */
export const resultDocument = `query ExperimentResult($id: ID!) {
  node(id: $id) {
    ... on Experiment {
      alpha
      seed
      methodVersion
      usualViews
      result { verdict difference low high intervalLevel pValue nA nB meanA meanB arrangements isExact }
      assignments(first: 100) {
        totalCount
        nodes { position side block state views residual video { id title publishedAt } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}
`;
