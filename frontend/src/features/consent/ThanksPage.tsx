import { Trans } from '@lingui/react/macro';
import { CheckYourEmail } from '@/parts/public/CheckYourEmail';

/** What a form leads to that names no page of its own. It says the same to everybody. */
export default function ThanksPage() {
  return <CheckYourEmail lead={<Trans>Thank you. An email is on its way to you: open its link to confirm.</Trans>} />;
}
