#!/usr/bin/env node
// Reads definitions as editors do (YAML 1.2, JSON Schema draft 2020-12) and tells what an editor would call wrong.
//   node schema.mjs DECREE.schema.json REGULATION.schema.json FOLDER…
import fs from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const [decree, regulation, ...folders] = process.argv.slice(2);
const ajv = new Ajv2020({ allErrors: true, strict: false });
const [isDecree, isRegulation] = [decree, regulation].map((file) => ajv.compile(JSON.parse(fs.readFileSync(file, 'utf8'))));
let faults = 0, read = 0;
for (const folder of folders) for (const name of fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.yaml')).sort()) {
  const check = path.basename(name) === 'decree.yaml' ? isDecree : isRegulation;
  read++;
  if (check(parse(fs.readFileSync(path.join(folder, name), 'utf8')))) continue;
  for (const { instancePath, message } of check.errors) console.log(`FAULT ${folder}/${name} ${instancePath}: ${message}`), faults++;
}
console.log(`${read} definitions read as an editor does; ${faults} faults`);
process.exit(faults || !read ? 1 : 0);
