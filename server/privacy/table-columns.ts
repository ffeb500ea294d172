import * as enums from '../db/generated/client/enums';
import { getDatamodel } from '../db/generated/pothos-types';

/** A column as the data model has it. */
export interface TableColumn {
  name: string;
  type: 'String' | 'Int' | 'BigInt' | 'Float' | 'Boolean' | 'DateTime' | 'Json' | 'Enum';
  isRequired: boolean;
  /** A new row may leave it out. */
  isOptionalOnInsert: boolean;
  /** Null unless the type is Enum. */
  values: readonly string[] | null;
  /** The table whose `id` it holds, where it is a foreign key. */
  references: string | null;
}

interface ModelField {
  name: string;
  kind: string;
  type: string;
  isRequired: boolean;
  hasDefaultValue: boolean;
  relationFromFields?: readonly string[];
}

// Pothos types the data model by what it needs itself; the generator writes more into it.
const { models } = (getDatamodel() as unknown as { datamodel: { models: Record<string, { fields: readonly ModelField[] }> } })
  .datamodel;
const enumValues = enums as unknown as Record<string, Record<string, string>>;

/** Columns of a table, in the order of the data model. @throws Error for a name that is no model */
export function columnsOf(model: string): TableColumn[] {
  const fields = models[model]?.fields;
  if (!fields) throw new Error(`There is no model ${model}.`);
  const referenced = new Map(
    fields.flatMap(({ type, relationFromFields }) => (relationFromFields ?? []).map((column) => [column, type] as const)),
  );
  return fields
    .filter(({ kind }) => kind !== 'object')
    .map(({ name, kind, type, isRequired, hasDefaultValue }) => ({
      name,
      type: kind === 'enum' ? 'Enum' : (type as TableColumn['type']),
      isRequired,
      // An id has a default value in Prisma alone: SQL must be given it.
      isOptionalOnInsert: !isRequired || (hasDefaultValue && name !== 'id'),
      values: kind === 'enum' ? Object.values(enumValues[type] ?? {}) : null,
      references: referenced.get(name) ?? null,
    }));
}
