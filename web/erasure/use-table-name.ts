import { useTranslation } from 'react-i18next';
import type { Texts } from '../i18n/fr';

type TableName = keyof Texts['erasure']['tables'];

/** What the rows of a table are, in the reader's words; a table that has no words yet keeps its name. */
export function useTableName(): (table: string) => string {
  const { t } = useTranslation();
  return (table) => t(`erasure.tables.${table as TableName}`, { defaultValue: table });
}
