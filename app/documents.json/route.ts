import { answerAll } from '@/app/feeds/answers';

/** What came last to all municipalities, as JSON Feed. */
export const GET = (): Promise<Response> => answerAll('json');
