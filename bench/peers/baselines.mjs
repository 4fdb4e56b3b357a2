// Cheap readers beside SoftNo's, on labelled calls: what the prospect's words say to a list of positive words, the same turned round, how much
// the prospect talks, and keywords of the doctrine's own phrases. Each gives a call one number, the higher the better the deal;
// the numbers are cut where the classes of corpus/train part, so that each reader knows how frequent each class is. Prints the rows of
// docs/model.md.    node baselines.mjs [corpus]
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sentiment from 'sentiment';
import vader from 'vader-sentiment';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const corpus = process.argv[2] ?? join(home, 'corpus');
const worstFirst = ['clear-no', 'soft-no', 'insufficient', 'wavering', 'engaged'];
const signals = ['generic-enthusiasm', 'vague-next-step', 'tech-infatuation'];
const words = text => text.toLowerCase().match(/[a-z']+/g) ?? [];

function call(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const header = Object.fromEntries(lines.filter(line => /^[a-z-]+: /.test(line)).map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
  const names = header.them.split(/,(?![^(]*\))/).map(one => one.replace(/\(.*/, '').trim());
  const isTheirs = who => names.some(name => name === who || name.split(' ')[0] === who);
  const turns = lines.map(line => /^[\d:]+ ([^:]+): (.*)$/.exec(line)).filter(Boolean)
    .map(([, who, text]) => ({ theirs: isTheirs(who), text: text.replace(/\{\{[^|]*\|([^}]*)\}\}/g, '$1') }));
  return { verdict: header.verdict, signals: (header.signals ?? '').split(' '), turns };
}

const read = part => readdirSync(join(corpus, part)).filter(name => name.endsWith('.call')).sort().map(name => call(join(corpus, part, name))).filter(one => one.verdict);
const theirs = one => one.turns.filter(turn => turn.theirs).map(turn => turn.text);
const mean = numbers => numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const doctrine = ['really great', 'great technology', 'really interesting', 'lot of potential', 'get back to you', 'digest', 'circle back', 'tech is amazing', 'so innovative', 'really smart'];

const analyzer = new Sentiment();
const readers = {
  'positive words (vader-sentiment)': one => mean(theirs(one).map(text => vader.SentimentIntensityAnalyzer.polarity_scores(text).compound)),
  'positive words (sentiment)': one => mean(theirs(one).map(text => analyzer.analyze(text).comparative)),
  'how much the prospect talks': one => {
    const said = which => one.turns.filter(turn => turn.theirs === which).reduce((sum, turn) => sum + words(turn.text).length, 0);
    return said(true) / Math.max(1, said(true) + said(false));
  },
  'keywords of the doctrine': one => {
    const text = words(theirs(one).join(' ')).join(' ');
    return -doctrine.filter(phrase => text.includes(phrase)).length;
  },
};
for (const name of ['vader-sentiment', 'sentiment']) {
  const straight = readers[`positive words (${name})`];
  readers[`the same, turned round (${name})`] = one => -straight(one);
}

const f1 = (pairs, is) => {
  const [tp, fp, fn] = [pairs.filter(([told, made]) => is(told) && is(made)), pairs.filter(([told, made]) => !is(told) && is(made)), pairs.filter(([told, made]) => is(told) && !is(made))].map(list => list.length);
  return tp === 0 ? 0 : 2 * tp / (2 * tp + fp + fn);
};
const [train, dev] = [read('train'), read('dev')];
console.log('| reader | signals macro-F1 | verdict accuracy | verdict macro-F1 | engaged read as soft-no |\n| --- | --- | --- | --- | --- |');
for (const [name, score] of Object.entries(readers)) {
  const sorted = train.map(score).sort((a, b) => a - b);
  const cut = share => sorted[Math.min(sorted.length - 1, Math.round(share * sorted.length))];
  let below = 0;
  const cuts = worstFirst.slice(0, -1).map(verdict => cut(below += train.filter(one => one.verdict === verdict).length / train.length));
  const verdictOf = one => worstFirst[cuts.filter(edge => score(one) >= edge).length];
  const verdicts = dev.map(one => [one.verdict, verdictOf(one)]);
  const bySignal = signals.map(signal => {
    const edge = cut(train.filter(one => one.signals.includes(signal)).length / train.length);
    return f1(dev.map(one => [one.signals.includes(signal), score(one) < edge]), is => is);
  });
  const engaged = verdicts.filter(([told]) => told === 'engaged');
  const row = [mean(bySignal), mean(verdicts.map(([told, made]) => told === made ? 1 : 0)), mean(worstFirst.map(one => f1(verdicts, is => is === one))), engaged.filter(([, made]) => made === 'soft-no').length / engaged.length];
  console.log(`| ${name} | ${row.map(number => number.toFixed(3)).join(' | ')} |`);
}
