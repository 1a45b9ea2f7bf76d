'use client';

import { Failure } from '@/components/browser/page/Failure';

/** A page that could not be made. Error boundaries have to be client components. */
export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return <Failure digest={error.digest} retry={retry} />;
}
