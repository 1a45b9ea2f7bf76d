import { statSync } from 'node:fs';
import path from 'node:path';
import { parseGazette } from '@/lib/gazette';
import { findReferenceCorpus } from '@/lib/gazette/testing/reference-corpus';
import { findSourceFiles, readSourceFile } from '@/lib/source-files';
import { enlargeIssue } from './enlarge';
import type { CaseResult, Subject } from './subject';
import { medianOf } from './statistics';

/** The texts of these files, in one process one after the other. */
interface ParseSpec {
  files: string[];
  enlarged?: { times: number; how: 'issue' | 'repetition' };
}

/** Time per byte may grow by so much from one file to many times the file. */
const growthLimit = 1.25;

const enlargedNames = { issue: 'an issue of many documents', repetition: 'plain repetition' } as const;

export const parse: Subject<ParseSpec> = {
  summary: 'the parser: a file, all files together, and the file many times over',
  paths: 'files and folders to parse; without them the reference corpus where there is one, else the sample corpus',

  async plan({ paths, times }) {
    const named = paths.length > 0 ? paths : [findReferenceCorpus() ?? 'prisma/sample-corpus'];
    const { files, problems } = await findSourceFiles(named.map((each) => path.resolve(each)));
    if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
    // An issue rather than a single document: it has a contents page and all kinds of lines.
    const file = files.reduce((one, other) => (statSync(other).size > statSync(one).size ? other : one));
    const shown = path.relative('.', file);
    return {
      notes: [
        `Parsing ${named.map((each) => path.relative('.', path.resolve(each))).join(', ')}: ${files.length} ${files.length === 1 ? 'file' : 'files'}, the largest being ${shown}.`,
        `An issue of many documents: masthead and contents once, the documents ${times} times with serials of their own.`,
        `Plain repetition: the whole text ${times} times, masthead and contents between the documents.`,
        'Speed is by the clock, comparisons are by processor time. The yardstick is a plain scan of the same text.',
      ],
      cases: [
        { name: 'one file', spec: { files: [file] } },
        ...(files.length > 1 ? [{ name: `all ${files.length} files`, spec: { files } }] : []),
        ...(['issue', 'repetition'] as const).map((how) => ({
          name: `${enlargedNames[how]}, ${times} times the file`,
          spec: { files: [file], enlarged: { times, how } },
        })),
      ],
    };
  },

  async load({ files, enlarged }) {
    const read = await Promise.all(files.map(readSourceFile));
    const texts = read.map(({ text }) => {
      if (!enlarged) return text;
      return enlarged.how === 'issue' ? enlargeIssue(text, enlarged.times) : text.repeat(enlarged.times);
    });
    return {
      bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
      work: () => texts.map((text) => parseGazette(text)),
      text: texts[0]!,
    };
  },

  judge(results) {
    const [one, ...others] = results;
    return others.flatMap((other) => {
      // Other files may cost more because there is more in them.
      if (!other.spec.enlarged) return [];
      const growth = costOf(other) / costOf(one!);
      if (growth <= growthLimit) return [];
      const percent = Math.round((growth - 1) * 100);
      return [
        `FAILED: ${other.name} costs ${percent} % more time per byte than ${one!.name}; at most ${Math.round((growthLimit - 1) * 100)} % are allowed.`,
      ];
    });
  },
};

/** Processor seconds per byte: the clock would count what other programs do meanwhile. */
const costOf = ({ rounds }: CaseResult<ParseSpec>): number =>
  medianOf(rounds, ({ processorSeconds, bytes }) => processorSeconds / bytes);
