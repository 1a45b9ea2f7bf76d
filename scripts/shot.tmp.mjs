import { chromium } from 'playwright-core';
const b=await chromium.launch({executablePath:'/usr/bin/chromium-headless-shell'});
const shots=JSON.parse(process.argv[2]);
for (const [name,url,w,full,type] of shots){ const c=await b.newContext({viewport:{width:w,height:w<500?780:1000},deviceScaleFactor:w<500?2:1, colorScheme: name.includes('dark')?'dark':'light'}); const p=await c.newPage(); await p.goto('http://localhost:3100'+url,{waitUntil:'networkidle'}); if(type){await p.getByLabel('检索',{exact:true}).first().pressSequentially(type,{delay:40}); await p.waitForTimeout(700);} await p.screenshot({path:`/tmp/shots/${name}.png`,fullPage:!!full}); await c.close(); }
await b.close();
