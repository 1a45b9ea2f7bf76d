import { answerAll } from '@/app/feeds/answers';

/** What came last to all municipalities, as Atom. */
export const GET = (): Promise<Response> => answerAll('atom');
