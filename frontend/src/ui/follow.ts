import { createContext, type MouseEvent, use } from 'react';

/** Goes to a path of Portico without loading the page anew; the application says how. */
export type Follow = (href: string, options?: { replace?: boolean }) => void;

/** Without one around it, a link is the browser's own. */
export const FollowContext = createContext<Follow | undefined>(undefined);

/** What a press on a link does: ours are followed, everything else is left to the browser. */
export function useFollow(): (event: MouseEvent<HTMLAnchorElement>) => void {
  const follow = use(FollowContext);
  return (event) => {
    const link = event.currentTarget;
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    const isOurs = link.origin === location.origin && !link.target && !link.hasAttribute('download');
    if (!follow || event.defaultPrevented || !isPlain || !isOurs) return;
    event.preventDefault();
    follow(link.pathname + link.search + link.hash);
  };
}
