// No import cycles, types included: a cycle hides which part rests on which. The only ones that
// may be are the recursions over the tree, where blocks hold sections and sections hold blocks.
const recursions =
  '^(components/gazette/(Blocks|Section|Callout)[.]tsx|lib/export/files/akn/akn-(blocks|sections)[.]ts)$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Move what both files need, often a type, into a small file of its own.',
      severity: 'error',
      from: { pathNot: recursions },
      to: { circular: true },
    },
    {
      name: 'no-cycle-through-recursion',
      comment: 'A recursion over the tree runs through its own files alone.',
      severity: 'error',
      from: { path: recursions },
      to: { circular: true, via: { pathNot: recursions } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['node_modules', '^lib/db/generated/', '[.]css$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
