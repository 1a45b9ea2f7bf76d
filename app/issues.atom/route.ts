import { answerAllIssues } from '@/app/feeds/answers';

/** The issues of all municipalities that came last, as Atom. */
export const GET = (): Promise<Response> => answerAllIssues('atom');
