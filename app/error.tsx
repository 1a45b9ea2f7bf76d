'use client';

import { Failure } from '@/components/site/Failure';

/** A page that could not be made. Error boundaries have to be client components. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return <Failure digest={error.digest} />;
}
