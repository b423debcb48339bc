import { Plural, Trans } from '@lingui/react/macro';
import { graphql } from '@/gen';
import { useFormat } from '@/lib/format';
import { useQuery } from '@/lib/hooks';
import { Note } from '@/ui';
import type { Import } from './importsQuery';

const SheetDocument = graphql(`
  query SheetNote($id: ID!) {
    node(id: $id) {
      __typename
      ... on Import {
        sheet {
          name
          others
        }
      }
    }
  }
`);

/** Which sheet of a workbook is read, where others are not. */
export function SheetNote({ id }: Pick<Import, 'id'>) {
  const { count } = useFormat();
  const { data } = useQuery(SheetDocument, { id });
  const sheet = data?.node?.__typename === 'Import' ? data.node.sheet : null;
  if (!sheet?.others) return null;
  const { name, others } = sheet;
  const number = count(others);
  return (
    <Note tone="info" title={<Trans>The sheet “{name}” is read.</Trans>}>
      <Plural value={others} one={`${number} other sheet is not.`} other={`${number} other sheets are not.`} />
    </Note>
  );
}
