import { answerAllIssues } from '@/app/feeds/answers';

/** The issues of all municipalities that came last, as JSON Feed. */
export const GET = (): Promise<Response> => answerAllIssues('json');
