// Entry of a thread: makes TypeScript readable there, which the flags of the process do not.
import { register } from 'tsx/esm/api';

register();
await import(new URL('./serve-thread.ts', import.meta.url).href);
