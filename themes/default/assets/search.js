"use strict";
// The engine of the search: a question in, acts and places in them out. It knows no page; `search-page.js` shows what
// it finds. Files of the index are plain scripts (`assets/search/*.js`) that call `reglamentSearch.take`, so that they
// load from a disk as well as from a server, each of them when it is first needed.
(() => {
  const base = document.currentScript.src.replace(/[^/]*$/, "");
  // How much a place says of its act: text, heading, name, title.
  const WEIGHTS = [1, 1.4, 2.2, 5];
  // How much a word of the index answers a word of the question.
  const EXACT = 1, SAME_WORD = 0.9, BEGINNING = 0.75, KIN = 0.55, SLIP = 0.5, TRANSLATED = 0.8;

  const taken = new Map(), loads = new Map(), shards = new Map();
  let acts, language, byAct, byPassage, titles, folds, unseen, wordPattern;

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

  async function start() {
    if (acts) return acts;
    const [[index], [words]] = await Promise.all([load("acts"), load("language", "search-words.js")]);
    const ranges = index.unseen.map(([from, to]) => `${from}-${to}`).join("");
    unseen = new RegExp(`[${ranges}]`, "gu");
    wordPattern = new RegExp(`(?:[\\p{Alphabetic}\\p{N}${ranges}]|(?<=\\d)/(?=\\d))+`, "gu");
    folds = new Map(index.folds.flatMap(([to, all]) => Array.from(all, (from) => [from, to])));
    acts = index;
    readLanguage(words);
    titles = acts.acts.map(({ title }) => Math.min(1, Math.sqrt(10 / wordsOf(title[0] || title[1]).length)));
    return acts;
  }

  // Letters that are written for each other become one: the table comes with the index, which is folded by it.
  function fold(word) {
    const small = (sign) => Array.from(sign.toLowerCase(), (s) => folds.get(s) ?? s).join("");
    return Array.from(word.replace(unseen, ""), (sign) => folds.get(sign) ?? small(sign)).join("")
      .replace(unseen, "").replace(/(^|\/)0+(?=\d)/g, "$1");
  }

  const wordsOf = (text) => (text.match(wordPattern) ?? []).map(fold).filter(Boolean);

  // Whether nothing but endings is left of a word, one after the other.
  function isEndings(rest, most) {
    if (rest === "") return true;
    for (let length = Math.min(rest.length, language.longest); length > 0 && most > 0; length--) {
      if (language.endings.has(rest.slice(0, length)) && isEndings(rest.slice(length), most - 1)) return true;
    }
    return false;
  }

  // Whether two words are forms of one: the same beginning, and then endings only. A beginning of three letters is
  // too short for long rows of endings.
  function isOneWord(a, b, shared) {
    const most = shared > 3 ? 4 : 1;
    return shared > 2 && isEndings(a.slice(shared), most) && isEndings(b.slice(shared), most);
  }

  // Endings, and words that mean the same in the two languages.
  function readLanguage({ endings, asking, pairs }) {
    const folded = endings.split(" ").map(fold);
    language = { endings: new Set(folded), asking: new Set(wordsOf(asking)), longest: Math.max(...folded.map((ending) => ending.length)) };
    language.pairs = pairs.flatMap((pair) => {
      const sides = pair.split("=").map(wordsOf);
      return sides.flatMap((side, at) => side.map((word) => ({ word, others: sides[1 - at] })));
    });
  }

  // A row of numbers: signs of the first half of the digits end one.
  function numbers(text) {
    const half = acts.digits.length / 2, all = [];
    let value = 0, unit = 1;
    for (const sign of text) {
      const digit = acts.digits.indexOf(sign);
      value += digit * unit;
      unit *= half;
      if (digit < half) { all.push(value); value = 0; unit = 1; }
    }
    return all;
  }

  async function readPlaces() {
    if (byAct) return;
    const [rows, anchors] = await load("places");
    byPassage = [];
    byAct = rows.map((row, act) => {
      const coded = numbers(row), own = [];
      for (let at = 0; at < coded.length; at += 3) {
        const passage = coded[at + 1] ? coded[at + 1] - 1 : byPassage.length;
        const weight = Math.floor(coded[at] / 3), pages = coded[at] % 3 + 1;
        const place = { act, order: own.length, passage, weight, pages, anchor: anchors[coded[at + 2]] };
        own.push(place);
        (byPassage[passage] ??= []).push(place);
      }
      return own;
    });
  }

  // The words of one first letter, each with the steps from passage to passage.
  async function shard(number) {
    if (!shards.has(number)) {
      const [words, passages] = await load(`words-${number}`), steps = passages.split(" ");
      let before = "";
      shards.set(number, words.split(" ").map((coded, at) => {
        let end = 0;
        while (acts.digits.indexOf(coded[end]) >= acts.digits.length / 2) end++;
        before = before.slice(0, numbers(coded.slice(0, end + 1))[0]) + coded.slice(end + 1);
        return { word: before, steps: steps[at] };
      }));
    }
    return shards.get(number);
  }

  // Whether one slip makes one word of the other: a letter more, less, or another, or two letters exchanged.
  function isNear(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    let at = 0;
    while (at < a.length && a[at] === b[at]) at++;
    const x = a.slice(at), y = b.slice(at);
    return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1)
      || (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2));
  }

  function likeness(asked, word) {
    if (word === asked) return EXACT;
    let shared = 0;
    while (shared < asked.length && asked[shared] === word[shared]) shared++;
    if (/\d/.test(asked)) return shared === asked.length && shared > 1 ? KIN : 0;
    // What is typed may be cut short within an ending.
    const stem = [shared, shared - 1].find((length) => isOneWord(asked, word, length));
    // Three letters are a word for sure only where one of the two has no ending.
    if (stem) return stem > 3 || stem === Math.min(asked.length, word.length) ? SAME_WORD : KIN;
    if (shared > 1 && shared === asked.length) return BEGINNING * (0.8 + 0.2 * asked.length / word.length);
    return shared > 4 && shared >= 0.7 * Math.min(asked.length, word.length) ? KIN : 0;
  }

  function slip(asked, word) {
    if (asked.length < 4 || /\d/.test(asked)) return 0;
    if (isNear(asked, word)) return SLIP;
    return asked.length > 4 && isNear(asked, word.slice(0, asked.length)) ? SLIP * 0.8 : 0;
  }

  const pick = (all, asked, judge) => all.map((one) => ({ one, quality: judge(asked, one.word) })).filter((like) => like.quality);

  // Words of the other language that mean the same.
  function translations(asked) {
    const isSame = (asked, word) => (likeness(asked, word) >= SAME_WORD ? 1 : 0);
    const found = pick(language.pairs, asked, isSame);
    const near = found.length || asked.length < 6 ? found : pick(language.pairs, asked, (asked, word) => (isNear(asked, word) ? 1 : 0));
    return [...new Set(near.flatMap(({ one }) => one.others))];
  }

  // Words of the index that answer one word of the question; slips are thought of where there is nothing better.
  async function likes(asked, isWhole) {
    const first = acts.firsts.indexOf(Array.from(asked)[0]);
    const near = first < 0 ? [] : await shard(first);
    const found = pick(near, asked, likeness);
    if (found.length || isWhole) return found;
    const slips = pick(near, asked, slip);
    if (slips.length || asked.length < 5) return slips;
    // The first letter may be the wrong one.
    const all = await Promise.all(acts.firsts.map((_, number) => shard(number)));
    return pick(all.flat(), asked, slip);
  }

  // Passages that answer one word of the question, with how well they do.
  async function answers(asked, marked) {
    const others = translations(asked);
    const found = await likes(asked, others.length > 0);
    for (const like of (await Promise.all(others.map((other) => likes(other, true)))).flat()) {
      if (like.quality >= SAME_WORD) found.push({ one: like.one, quality: like.quality * TRANSLATED });
    }
    const passages = new Map();
    for (const { one, quality } of found) {
      marked.add(one.word);
      let passage = -1;
      for (const step of numbers(one.steps)) {
        passage += step + 1;
        if (quality > (passages.get(passage) ?? 0)) passages.set(passage, quality);
      }
    }
    // A word that is nowhere tells no act from another.
    const rarity = passages.size ? Math.log(1 + acts.passages / passages.size) : 0;
    return { passages, rarity };
  }

  // A word of a short title says more of its act than one of a long title.
  const weightOf = ({ act, weight }) => (weight < 3 ? WEIGHTS[weight] : WEIGHTS[3] * titles[act]);

  // Acts that answer a question, the best first: `[{ act, score, isWhole, places }]`, and the words to mark.
  async function ask(question) {
    await start();
    const marked = new Set(), all = [...new Set(wordsOf(question))];
    // «Қайдан», «как», a letter alone: they ask, and name nothing. They count where there is nothing else.
    const telling = all.filter((word) => !language.asking.has(word) && (word.length > 1 || /\d/.test(word)));
    const asked = telling.length ? telling : all;
    await readPlaces();
    const words = await Promise.all(asked.map((word) => answers(word, marked)));
    const sums = new Map();
    words.forEach(({ passages, rarity }, at) => {
      for (const [passage, quality] of passages) for (const place of byPassage[passage]) {
        let sum = sums.get(place.act);
        if (!sum) sums.set(place.act, sum = { best: words.map(() => 0), places: new Map() });
        const worth = weightOf(place) * quality;
        sum.best[at] = Math.max(sum.best[at], worth);
        const said = sum.places.get(place) ?? { place, count: 0, worth: 0 };
        sum.places.set(place, { place, count: said.count + 1, worth: said.worth + rarity * worth });
      }
    });
    const most = words.reduce((sum, word) => sum + word.rarity, 0);
    const found = [...sums].map(([act, { best, places }]) => {
      const ranked = [...places.values()].sort((a, b) => b.worth - a.worth || a.place.order - b.place.order);
      const share = words.reduce((sum, word, at) => sum + (best[at] ? word.rarity : 0), 0) / most;
      const apart = words.reduce((sum, word, at) => sum + word.rarity * best[at], 0);
      // Words that stand together say more than the same words apart.
      const score = (apart + ranked[0].worth) * share * share;
      return { act, score, isWhole: best.every(Boolean), places: ranked.map(({ place }) => place) };
    });
    const inForce = (act) => (acts.decrees[acts.acts[act].decree].repealed ? 1 : 0);
    found.sort((a, b) => b.score - a.score || inForce(a.act) - inForce(b.act) || a.act - b.act);
    return { found, marked };
  }

  // The heading under which a place stands.
  const headingOf = (place) => byAct[place.act].slice(0, place.order).findLast((before) => before.weight === 1 && before.anchor);

  // The words of a passage: common ones by number, others written out, one space understood.
  async function textOf(passage) {
    const file = acts.starts.findLastIndex((start) => start <= passage);
    const [[texts], [common]] = await Promise.all([load(`texts-${file}`), load("common")]);
    let text = "", wasWord = false;
    texts[passage - acts.starts[file]].split(acts.literal).forEach((part, at) => {
      for (const piece of at % 2 ? [part] : numbers(part).map((number) => common[number])) {
        const isWord = piece.search(wordPattern) === 0;
        text += isWord && wasWord ? ` ${piece}` : piece;
        wasWord = isWord;
      }
    });
    return text;
  }

  // A text cut into words and what stands between, each word with whether it answers.
  function split(text, marked) {
    const pieces = [];
    let end = 0;
    for (const { 0: word, index } of text.matchAll(wordPattern)) {
      pieces.push({ text: text.slice(end, index), isMarked: false }, { text: word, isMarked: marked.has(fold(word)) });
      end = index + word.length;
    }
    return [...pieces, { text: text.slice(end), isMarked: false }];
  }

  const take = (name, ...values) => taken.set(name, values);
  window.reglamentSearch = { take, start, ask, headingOf, textOf, split };
})();
