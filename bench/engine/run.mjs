// Measures the engine in one build: node run.mjs GLUE WASM DATASET. Prints JSON. Times in milliseconds.
// Each load is in an instance of its own, as memory never shrinks; a question is asked so often that 20 ms go by.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [glue, wasm, dataset] = process.argv.slice(2);
let initSync, Engine, parse;
const code = readFileSync(wasm);
let memory;
const bytes = new Uint8Array(readFileSync(dataset));
const LOADS = 3;
const ROUNDS = 15;

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const timed = (work) => {
  const start = performance.now();
  const value = work();
  return [performance.now() - start, value];
};
const mib = () => Math.round(memory.buffer.byteLength / 2 ** 20);

const loads = [];
let engine;
for (let round = 0; round < LOADS; round++) {
  // The glue keeps the first instance it was given: a second query makes it another module.
  ({ initSync, Engine, parse } = await import(`${pathToFileURL(glue).href}?${round}`));
  memory = initSync({ module: code }).memory;
  const [parsing] = timed(() => parse(bytes));
  const before = mib();
  const [reading, read] = timed(() => Engine.read(bytes, "en"));
  engine = read;
  const afterReading = mib();
  const [preparing] = timed(() => engine.prepare());
  loads.push({ parse: parsing, parseAndValidate: reading, index: preparing, before, afterReading, after: mib() });
}

const TYPED = "infrastructure";
const alone = "country=SE,DK,US&scope=institutional,regional&status=active";
const initiatives = `${alone}&area=cancer`;
const agreements = "partner=US,GB&agreement=mou&from=2015";
const questions = {
  "nothing asked": "",
  "country": "country=SE,DK,US",
  "disease area alone, the broadest": "area=cancer",
  "kind of agreement alone, the broadest": "agreement=mou",
  "years alone": "from=2015",
  "facets of initiatives alone (country, scope, status)": alone,
  "facets of initiatives and disease area (country, scope, status, area)": initiatives,
  "facets of agreements (partner, kind, from)": agreements,
  "facets of agreements and disease area": `${agreements}&area=cancer`,
  "facets of both": `${initiatives}&${agreements}`,
  "one letter: s": "q=s",
  "typo: infrastrctuer": "q=infrastrctuer",
  "two words: genomic sequencing": "q=genomic sequencing",
  "two words by relevance, with facets": `q=genomic sequencing&sort=relevance&${initiatives}`,
  "non-Latin: 医学": "q=医学",
};
for (let end = 1; end <= TYPED.length; end++) questions[`typed: ${TYPED.slice(0, end)}`] = `q=${TYPED.slice(0, end)}`;

const asked = {};
for (const [name, question] of Object.entries(questions)) {
  engine.ask(question);
  const [first] = timed(() => engine.answer(1));
  const [once] = timed(() => engine.answer(3));
  const times = Math.max(1, Math.ceil(60 / Math.max(once, 0.01)));
  const samples = [];
  for (let round = 0; round < ROUNDS; round++) samples.push(timed(() => engine.answer(times))[0] / times);
  asked[name] = {
    first, median: median(samples), least: Math.min(...samples), most: Math.max(...samples), times,
    found: engine.found(), digest: engine.digest(), samples,
  };
}
console.log(JSON.stringify({ bytes: bytes.length, node: process.version, loads, asked, mib: mib() }, null, 1));
