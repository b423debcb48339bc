import { lazy, type ReactNode, Suspense, useState } from 'react';
import { withWords } from '@/lib/words';
import type { CareTask } from './care/Care';

const Care = lazy(() => withWords(import('./care/Care'), import('@/locales/en/users.po')));

/** Looks after users from wherever they are shown: the menu of what can be done, its questions and its windows. */
export function useCare(onDeleted?: () => void): {
  begin: (task: CareTask) => void;
  /** To be put into the page. */
  care: ReactNode;
  /** Whose menu or window is open. */
  current: string | undefined;
} {
  const [task, setTask] = useState<CareTask>();
  return {
    begin: setTask,
    care: task && (
      <Suspense>
        <Care key={task.user.id} task={task} onDone={() => setTask(undefined)} onDeleted={onDeleted} />
      </Suspense>
    ),
    current: task?.user.id,
  };
}
