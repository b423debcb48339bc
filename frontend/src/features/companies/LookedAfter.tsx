import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { fullName } from '@/lib/format';
import { routes } from '@/lib/routes';
import { Card, Link } from '@/ui';
import styles from './Customer.module.css';
import type { Company } from './customerQuery';

/** Who has access to a company: those to whom it is assigned. */
export function LookedAfter({ company: { administrators } }: { company: Company }) {
  const { t } = useLingui();
  const more = administrators.totalCount - administrators.edges.length;
  return (
    <Card
      title={t`Assigned users`}
      lead={<Trans>They have access to it, and look after it as far as their role lets them.</Trans>}
    >
      {administrators.edges.length === 0 ? (
        <p>
          <Trans>Nobody yet. Assign it on a user's card, under Customers.</Trans>
        </p>
      ) : (
        <ul className={styles.people} aria-label={t`Assigned users`}>
          {administrators.edges.map(({ node }) => (
            <li key={node.id}>
              <Link href={routes.user(node.id)}>{fullName(node)}</Link>
              <small>{node.email}</small>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <p>
          <Plural value={more} one="and # more" other="and # more" />
        </p>
      )}
    </Card>
  );
}
