"use strict";
// The engine of the search: a question in, acts and places in them out. It reads the index by `search-index.js`; what it
// finds is shown by `search-page.js`; endings and words of the languages stand in `search-words.js`.
(() => {
  const engine = window.reglamentSearch, { fold, wordsOf, numbers, places, shard } = engine;
  // How much a place says of its act: text, heading, name, title.
  const WEIGHTS = [1, 1.4, 2.2, 5];
  // How much a word of the index answers a word of the question.
  const EXACT = 1, SAME_WORD = 0.9, BEGINNING = 0.75, KIN = 0.55, SLIP = 0.5, TRANSLATED = 0.8, DIGITS_OF = 0.25;

  let acts, language, titles, opening;

  const start = () => opening ??= read();

  async function read() {
    const { index, language: words } = await engine.open();
    readLanguage(words);
    titles = index.acts.map(({ title }) => Math.min(1, Math.sqrt(10 / wordsOf(title[0] || title[1]).length)));
    return acts = index;
  }

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
    // The first digits of a number are another number, unless one is still typing.
    if (/\d/.test(asked)) return shared === asked.length && shared > 1 ? DIGITS_OF : 0;
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
    const byPassage = await places();
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
    // What has a small part of the question only is no answer where another act has all of it.
    found.sort((a, b) => b.score - a.score || inForce(a.act) - inForce(b.act) || a.act - b.act);
    const isGood = ({ isWhole, score }) => isWhole || score > found[0].score / 5;
    return { found: found.filter(isGood), marked };
  }

  Object.assign(engine, { start, ask });
})();
