// wink-nlp's full pipe (sentences, negation, sentiment, parts of speech, entities) over a text file.
//   node full-pipe.mjs FILE warm    reads it until five seconds are over; prints {"bytesPerSecond"}
//   node full-pipe.mjs FILE once    reads it once, as a cold start does
import { readFileSync } from "node:fs";
import winkNLP from "wink-nlp";
import model from "wink-eng-lite-web-model";

const [file, how] = process.argv.slice(2);
const text = readFileSync(file, "utf8");
const nlp = winkNLP(model);
const read = () => {
  const doc = nlp.readDoc(text);
  return doc.sentences().length() + doc.entities().length();
};

if (how === "once") {
  read();
} else {
  read();
  const began = process.hrtime.bigint();
  let runs = 0;
  while (process.hrtime.bigint() - began < 5_000_000_000n) {
    read();
    runs++;
  }
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  console.log(JSON.stringify({ bytesPerSecond: (Buffer.byteLength(text) * runs) / seconds }));
}
