import path from 'node:path';
import { useSharedServer } from '../../embedded-postgres/shared-server';
import { makeCorpus } from './corpus';
import { openFilled } from './database';
import { serverSettings } from './server';
const folder=path.resolve('.data/bench');
const server = await useSharedServer(path.join(folder,'cluster'), {durable:false, settings: serverSettings});
const size={sections:Number(process.argv[2]??10000),seed:1};
const t=performance.now();
try { const f=await openFilled({server:server.url, folder}, size, makeCorpus(size), {fresh:true, log:console.log}); console.log(f.times, (performance.now()-t)/1000); }
finally { await server.release(); }
