import { Info, Pencil } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  ActionBar,
  ActionBarEnd,
  Avatar,
  Badge,
  BarTools,
  Button,
  Card,
  Chip,
  DescriptionList,
  Grid,
  type GridColumn,
  type GridSort,
  IconButton,
  Link,
  Progress,
  Row,
  TabLinks,
  ViewTabEnd,
  ViewTabItem,
  ViewTabs,
  Tabs,
  Tag,
  Tags,
} from '@/ui';
import styles from './Gallery.module.css';
import { people, type Person } from './people';

const tones = { Active: 'ok', Inactive: 'off', Invited: 'warn', Locked: 'bad' } as const;

const columns: GridColumn<Person>[] = [
  {
    id: 'name',
    label: 'Name',
    width: 'minmax(190px, 1.3fr)',
    isSortable: true,
    layout: 'roomy',
    cell: (person) => (
      <>
        <Avatar name={person.name} size="small" />
        <Link href={`/gallery#${person.id}`} look="plain">
          {person.name}
        </Link>
        <IconButton label={`Information about ${person.name}`} icon={Info} size="small" />
      </>
    ),
  },
  {
    id: 'email',
    label: 'Email',
    width: 'minmax(160px, 1.5fr)',
    isSortable: true,
    minGridWidth: 560,
    cell: (person) => person.email,
  },
  {
    id: 'state',
    label: 'Status',
    width: '96px',
    isSortable: true,
    cell: (person) => <Badge tone={tones[person.state]}>{person.state}</Badge>,
  },
  { id: 'role', label: 'Role', width: '150px', minGridWidth: 760, cell: (person) => person.role },
  {
    id: 'group',
    label: 'Groups',
    width: 'minmax(90px, 1fr)',
    minGridWidth: 900,
    cell: (person) => <Tag>{person.group}</Tag>,
  },
  {
    id: 'edit',
    label: 'Actions',
    hideHeading: true,
    width: '44px',
    layout: 'end',
    cell: (person) => <IconButton label={`Edit ${person.name}`} icon={Pencil} size="small" />,
  },
];

/** Lists and pairs. */
export function Showing() {
  const [count, setCount] = useState(60);
  const [sort, setSort] = useState<GridSort>({ column: 'name', direction: 'ascending' });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['0']));
  const [tab, setTab] = useState('one');
  const rows = useMemo(() => people.slice(0, count), [count]);
  return (
    <>
      <div className={styles.wide}>
        <Card title="Grid" isFlush>
          <div className={styles.tall}>
            <Grid
              label="People"
              columns={columns}
              rows={rows}
              rowCount={people.length}
              rowName={(person) => person.name}
              hasMore={count < people.length}
              onMore={() => setCount(count + 60)}
              sort={sort}
              onSort={setSort}
              selected={selected}
              onSelect={setSelected}
            />
          </div>
          <ActionBar label="Selection">
            <span>{selected.size} selected</span>
            <Progress label="Deactivating" value={selected.size} max={people.length} />
            <ActionBarEnd>
              <Button>Stop</Button>
            </ActionBarEnd>
          </ActionBar>
        </Card>
      </div>
      <Card title="Tabs">
        <ViewTabs
          label="Views with counts"
          current={1}
          items={[
            { href: '#all', label: 'All', count: '20,001', room: 6 },
            { href: '#active', label: 'Active', count: '912K', title: 'about 912,406', room: 6 },
            { href: '#locked', label: 'Locked', room: 6 },
          ]}
        >
          <ViewTabItem tab={{ href: '#board', label: 'Board 2027 •', title: 'changed' }} />
          <ViewTabEnd>
            <Button variant="quiet" size="small">
              Save view…
            </Button>
          </ViewTabEnd>
        </ViewTabs>
        <BarTools>
          <Chip label="Add filter" />
        </BarTools>
        <TabLinks
          label="Views"
          current="/gallery#all"
          items={[
            { href: '/gallery#all', label: 'All', count: '1,000,000' },
            { href: '/gallery#active', label: 'Active', count: '912,406' },
            { href: '/gallery#locked', label: 'Locked' },
          ]}
        />
        <Tabs
          label="Preview"
          value={tab}
          onChange={setTab}
          items={[
            { id: 'one', label: 'Plain text', content: 'Hello Ana,' },
            { id: 'two', label: 'HTML', content: 'Hello Ana, in HTML' },
            { id: 'three', label: 'Dark', content: '', isDisabled: true },
          ]}
        />
      </Card>
      <Card title="Ana Adams" lead="Names and values" actions={<IconButton label="Edit" icon={Pencil} />}>
        <Row>
          <Avatar name="Ana Adams" size="small" />
          <Avatar name="Björn Åkesson" />
          <Avatar name="Cher" size="large" />
        </Row>
        <DescriptionList
          items={[
            { term: 'Email', value: 'ana.adams@example.org' },
            { term: 'Title', value: '' },
            {
              term: 'Groups',
              value: (
                <Tags>
                  <Tag>Board</Tag>
                  <Tag>Staff</Tag>
                </Tags>
              ),
            },
          ]}
        />
      </Card>
    </>
  );
}
