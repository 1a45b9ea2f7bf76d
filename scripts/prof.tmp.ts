import fs from 'node:fs';
import { parseSearchParams, searchRequest } from '@/lib/search-params';
import { engine } from '@/lib/db/search';
import { closeSearch } from '@/lib/db/search/pool';
const st = JSON.parse(fs.readFileSync('/tmp/bench/.data/bench/cluster/cluster.json', 'utf8'));
process.env.DATABASE_URL = `postgresql://gongbao:${st.password}@127.0.0.1:${st.port}/${process.env.BENCHDB}`;
const qs = ['第难', '最常', '向', '工作', '题子', '题子定力'];
for (let i = 0; i < 10; i++) for (const q of qs) await engine.search(searchRequest(parseSearchParams({ q })));
for (const q of qs) { const u0 = process.cpuUsage(); const t: number[] = [];
for (let i = 0; i < 20; i++) { const a = performance.now(); await engine.search(searchRequest(parseSearchParams({ q }))); t.push(performance.now() - a); }
const u = process.cpuUsage(u0); t.sort((x, y) => x - y);
console.log(q, 'p50', t[10]!.toFixed(1), 'p95', t[18]!.toFixed(1), 'node cpu', ((u.user + u.system) / 2e4).toFixed(1)); }
await closeSearch();
