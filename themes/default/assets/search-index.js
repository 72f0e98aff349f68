"use strict";
// The index of the search, read. Its files are plain scripts (`assets/search/*.js`) that call `reglamentSearch.take`,
// so that they load from a disk as well as from a server, each of them when it is first needed. `src/site/search/`
// makes them and says what they hold. What answers a question is decided in `search.js`.
(() => {
  const base = document.currentScript.src.replace(/[^/]*$/, "");
  const taken = new Map(), loads = new Map(), shards = new Map(), folded = new Map();
  // Words of the longest row that is marked together: «25 (жиырма бес) күнтізбелік күн».
  const LONGEST_ROW = 6;
  let index, byAct, byPassage, folds, unseen, wordPattern, digits, half;

  // A file of the index: asked for once.
  function load(name, file = `search/${name}.js`) {
    if (!loads.has(name)) loads.set(name, new Promise((done, fail) => {
      const script = document.createElement("script");
      script.onload = () => done(taken.get(name));
      script.onerror = () => { loads.delete(name); fail(new Error(file)); };
      script.src = base + file;
      document.head.append(script);
    }));
    return loads.get(name);
  }

  // The first file: acts, facets, letters. Everything else needs it.
  async function open() {
    const [[read], [language]] = await Promise.all([load("acts"), load("language", "search-words.js")]);
    const ranges = read.unseen.map(([from, to]) => `${from}-${to}`).join("");
    unseen = new RegExp(`[${ranges}]`, "gu");
    wordPattern = new RegExp(`(?:[\\p{Alphabetic}\\p{N}${ranges}]|(?<=\\d)/(?=\\d))+`, "gu");
    folds = new Map(read.folds.flatMap(([to, all]) => Array.from(all, (from) => [from, to])));
    digits = [];
    Array.from(read.digits).forEach((sign, digit) => { digits[sign.charCodeAt(0)] = digit; });
    half = read.digits.length / 2;
    index = read;
    language.open();
    return { index, language };
  }

  // Letters that are written for each other become one: the table comes with the index, which is folded by it. Texts
  // repeat their words.
  function fold(word) {
    if (!folded.has(word)) folded.set(word, foldNew(word));
    return folded.get(word);
  }

  function foldNew(word) {
    const small = (sign) => Array.from(sign.toLowerCase(), (s) => folds.get(s) ?? s).join("");
    return Array.from(word.replace(unseen, ""), (sign) => folds.get(sign) ?? small(sign)).join("")
      .replace(unseen, "").replace(/(^|\/)0+(?=\d)/g, "$1");
  }

  const wordsOf = (text) => (text.match(wordPattern) ?? []).map(fold).filter(Boolean);

  // A row of numbers: signs of the first half of the digits end one.
  function numbers(text) {
    const all = [];
    let value = 0, unit = 1;
    for (let at = 0; at < text.length; at++) {
      const digit = digits[text.charCodeAt(at)];
      value += digit * unit;
      unit *= half;
      if (digit < half) { all.push(value); value = 0; unit = 1; }
    }
    return all;
  }

  // For each passage, the places where it stands: its acts with their anchors.
  async function places() {
    if (byPassage) return byPassage;
    const [rows, anchors] = await load("places");
    const all = [];
    byAct = rows.map((row, act) => {
      const coded = numbers(row), own = [];
      for (let at = 0; at < coded.length; at += 3) {
        const passage = coded[at + 1] ? coded[at + 1] - 1 : all.length;
        const weight = Math.floor(coded[at] / 3), pages = coded[at] % 3 + 1;
        const place = { act, order: own.length, passage, weight, pages, anchor: anchors[coded[at + 2]] };
        own.push(place);
        (all[passage] ??= []).push(place);
      }
      return own;
    });
    return byPassage = all;
  }

  // The words of one first letter, each with the steps from passage to passage.
  async function shard(number) {
    if (!shards.has(number)) {
      const [words, passages] = await load(`words-${number}`), steps = passages.split(" ");
      let before = "";
      shards.set(number, words.split(" ").map((coded, at) => {
        let end = 0;
        while (digits[coded.charCodeAt(end)] >= half) end++;
        before = before.slice(0, numbers(coded.slice(0, end + 1))[0]) + coded.slice(end + 1);
        return { word: before, steps: steps[at] };
      }));
    }
    return shards.get(number);
  }

  // The heading under which a place stands.
  const headingOf = (place) => byAct[place.act].slice(0, place.order).findLast((before) => before.weight === 1 && before.anchor);

  // The words of a passage: common ones by number, others written out, one space understood.
  async function textOf(passage) {
    const file = index.starts.findLastIndex((start) => start <= passage);
    const [[texts], [common]] = await Promise.all([load(`texts-${file}`), load("common")]);
    let text = "", wasWord = false;
    texts[passage - index.starts[file]].split(index.literal).forEach((part, at) => {
      for (const piece of at % 2 ? [part] : numbers(part).map((number) => common[number])) {
        const isWord = piece.search(wordPattern) === 0;
        text += isWord && wasWord ? ` ${piece}` : piece;
        wasWord = isWord;
      }
    });
    return text;
  }

  // A text cut into words and what stands between, each word with whether it answers: alone, or in a row of words.
  function split(text, marked) {
    const found = [...text.matchAll(wordPattern)], words = found.map(([word]) => fold(word));
    const answers = words.map(() => false);
    for (let from = 0; from < words.length; from++) for (let to = from + 1; to <= from + LONGEST_ROW; to++) {
      if (marked.has(words.slice(from, to).join(" "))) answers.fill(true, from, to);
    }
    const pieces = [];
    let end = 0;
    found.forEach(({ 0: word, index }, at) => {
      pieces.push({ text: text.slice(end, index), isMarked: false }, { text: word, isMarked: answers[at] });
      end = index + word.length;
    });
    return [...pieces, { text: text.slice(end), isMarked: false }];
  }

  const take = (name, ...values) => taken.set(name, values);
  window.reglamentSearch = { take, open, fold, wordsOf, numbers, places, shard, headingOf, textOf, split };
})();
