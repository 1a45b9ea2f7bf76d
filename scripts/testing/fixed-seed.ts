import fc from 'fast-check';

// A property that fails here fails everywhere: random texts come from one seed.
fc.configureGlobal({ seed: 20_261_121 });
