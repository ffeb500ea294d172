import '../../analytics/schema';
import '../../recommendations/schema';
import '../../recommendations/generation-schema';
import { readFileSync } from 'node:fs';
import { buildSchema, printType, isObjectType, isEnumType, isInputObjectType, isUnionType } from 'graphql';
import { schema } from '../../graphql/schema';
const contract = buildSchema(readFileSync('/work/brief/schema.graphql', 'utf8'), { assumeValidSDL: true });
const strip = (s: string) =>
  s
    .replace(/"""[\s\S]*?"""/g, '')
    .replace(/^\s*".*"$/gm, '')
    .replace(/\n\s*\n/g, '\n');
for (const name of [
  'Recommendation',
  'RecommendationContent',
  'ContentIdea',
  'Script',
  'HashtagSet',
  'PostingTime',
  'VideoFormat',
  'Evidence',
  'EvidenceArm',
  'GenerationRun',
  'GenerationOutcome',
  'MissingRecommendation',
  'MissingReason',
  'RecommendationType',
  'RecommendationSource',
  'RecommendationState',
  'RecommendationFilter',
  'GenerateRecommendationsInput',
  'GenerateRecommendationsSuccess',
  'GenerateRecommendationsResult',
  'MarkRecommendationReadInput',
  'MarkRecommendationReadSuccess',
  'MarkRecommendationReadResult',
  'ApplyRecommendationResult',
  'DismissRecommendationResult',
  'ApplyRecommendationInput',
  'DismissRecommendationInput',
  'ViewerRecommendationsConnection',
  'ViewerRecommendationsConnectionEdge',
  'TikTokConnectionRecommendationsConnection',
  'TikTokConnectionRecommendationsConnectionEdge',
  'NothingSyncedError',
]) {
  const a = schema.getType(name),
    b = contract.getType(name);
  if (!a) {
    console.log('MISSING', name);
    continue;
  }
  const norm = (t: any) => {
    if (isObjectType(t) || isInputObjectType(t))
      return Object.values(t.getFields())
        .map(
          (f: any) =>
            f.name + ':' + f.type + (f.args?.length ? '(' + f.args.map((x: any) => x.name + ':' + x.type).sort() + ')' : ''),
        )
        .sort()
        .join('\n');
    if (isEnumType(t))
      return t
        .getValues()
        .map((v: any) => v.name)
        .sort()
        .join();
    if (isUnionType(t))
      return t
        .getTypes()
        .map((x: any) => x.name)
        .sort()
        .join();
    return '';
  };
  if (norm(a) !== norm(b)) console.log('DIFF', name, '\n--ours\n' + norm(a), '\n--contract\n' + norm(b));
  if (!a.description) console.log('no description', name);
}
for (const [t, f] of [
  ['TikTokConnection', 'latestGeneration'],
  ['TikTokConnection', 'recommendations'],
  ['Viewer', 'recommendations'],
  ['Subscription', 'recommendationProgress'],
  ['Mutation', 'generateRecommendations'],
] as const)
  console.log(
    t,
    f,
    String((schema.getType(t) as any).getFields()[f].type),
    String((contract.getType(t) as any).getFields()[f].type),
  );
process.exit(0);
