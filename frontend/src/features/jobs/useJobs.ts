import { useQuery } from '@/lib/hooks';
import { useSwitchedOff } from '@/lib/viewer';
import { JobsQuery } from './jobsQuery';

const none = {};
/** A hub without jobs asks again, too. */
const shows = ['Job'];

/** Every job; nothing is asked while they are switched off. */
export function useJobs() {
  const isOn = useSwitchedOff('JOBS') === undefined;
  const { data, ...state } = useQuery(JobsQuery, none, { isPaused: !isOn, shows });
  return { jobs: isOn ? data?.jobs : undefined, isOn, ...state };
}
