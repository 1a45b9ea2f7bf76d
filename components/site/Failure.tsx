import { failureMain } from '@/lib/caching/failure-page';

interface FailureProps {
  /** Finds the error in the server's log. */
  digest: string | undefined;
}

/** A page that could not be made, where React shows it: in development. */
export const Failure = ({ digest }: FailureProps) => (
  <main className="wrap" dangerouslySetInnerHTML={{ __html: failureMain(digest) }} />
);
