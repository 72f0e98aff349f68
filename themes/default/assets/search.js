"use strict";
// The engine of the search: a question in, acts and places in them out. It reads the index by `search-index.js`; what
// it finds is shown by `search-page.js`; what is known of the two languages stands in `search-words.js`.
(() => {
  const engine = window.reglamentSearch, { wordsOf, numbers, places, shard } = engine;
  // How much a place says of its act: text, heading, name, title.
  const WEIGHTS = [1, 1.4, 2.2, 5];
  // How much less a word says that is only near in meaning; and an act that is repealed.
  const RELATED = 0.6, REPEALED = 0.95;

  let acts, language, titles, opening;

  const start = () => opening ??= read();

  async function read() {
    const { index, language: words } = await engine.open();
    language = words;
    titles = index.acts.map(({ title }) => Math.min(1, Math.sqrt(10 / wordsOf(title[0] || title[1]).length)));
    return acts = index;
  }

  const pick = (all, judge) => all.map((one) => ({ one, quality: judge(one.word) })).filter((like) => like.quality);

  // All words of the index with the same first letter.
  async function near(word) {
    const first = acts.firsts.indexOf(Array.from(word)[0]);
    return first < 0 ? [] : shard(first);
  }

  // Words of the index that answer one word of the question; slips are thought of where there is nothing better.
  async function likes(asked, isSure) {
    const all = await near(asked), found = pick(all, (word) => language.likeness(asked, word));
    if (found.length || isSure) return found;
    const slip = (word) => language.slip(asked, word), slips = pick(all, slip);
    if (slips.length || asked.length < 5) return slips;
    // The first letter may be the wrong one.
    return pick((await Promise.all(acts.firsts.map((_, number) => shard(number)))).flat(), slip);
  }

  // The passages that hold any of some words of the index, with how well they do.
  function passagesOf(found) {
    const passages = new Map();
    for (const { one, quality } of found) {
      let passage = -1;
      for (const step of numbers(one.steps)) {
        passage += step + 1;
        if (quality > (passages.get(passage) ?? 0)) passages.set(passage, quality);
      }
    }
    return passages;
  }

  // The passages that hold all words of an expression, and the rows of words that are to be marked there.
  async function holding(expression) {
    const found = await Promise.all(expression.words.map(async (word, at) =>
      pick(await near(word), (other) => language.formOf(other, expression, at))));
    const [first, ...others] = found.map(passagesOf);
    const passages = new Map();
    for (const [passage, quality] of first) {
      const worth = Math.min(quality, ...others.map((other) => other.get(passage) ?? 0));
      if (worth) passages.set(passage, worth);
    }
    const words = passages.size ? found.map((list) => list.map(({ one }) => one.word)) : [[]];
    return { passages, rows: words.reduce((rows, next) => rows.flatMap((row) => next.map((word) => `${row} ${word}`))) };
  }

  // The passages that say a term of time. The index does not tell where in a passage a word stands, so those that hold
  // the number and the unit are read.
  async function saying(time) {
    const all = async (words, is) => (await Promise.all(words.map(async (word) =>
      pick(await near(word), (other) => (is(other, word) ? 1 : 0))))).flat();
    const [ofNumber, ofUnit] = await Promise.all([
      all(language.numberWords(time), (other, word) => other === word),
      all(language.unitWords(time), (other) => language.isUnit(other, time)),
    ]);
    const units = passagesOf(ofUnit), passages = new Map(), rows = new Set();
    await Promise.all([...passagesOf(ofNumber).keys()].filter((passage) => units.has(passage)).map(async (passage) => {
      const said = language.said(wordsOf(await engine.textOf(passage)), time);
      if (!said.quality) return;
      passages.set(passage, said.quality);
      said.rows.forEach((row) => rows.add(row));
    }));
    return { passages, rows };
  }

  // Passages that answer one term of the question, with how well they do.
  async function answers(term, marked) {
    const passages = new Map();
    const add = (found, worth) => {
      found.rows.forEach((row) => marked.add(row));
      for (const [passage, quality] of found.passages) {
        passages.set(passage, Math.max(passages.get(passage) ?? 0, quality * worth));
      }
    };
    const addAll = async (all, worth) => (await Promise.all(all.map(holding))).forEach((found) => add(found, worth));
    const addLikes = (likes) => add({ passages: passagesOf(likes), rows: likes.map(({ one }) => one.word) }, 1);
    const found = term.words.length > 1 ? [] : await likes(term.words[0], term.isSure);
    // Where it is known what a word means, only its own forms count, unless there is nothing else.
    addLikes(term.isSure ? found.filter(({ quality }) => quality >= language.MADE) : found);
    if (term.time) add(await saying(term.time), 1);
    else if (term.words.length > 1) await addAll(term.own, 1);
    await addAll(term.same, language.TRANSLATED);
    const byPassage = await places(), isNamed = ([passage]) => byPassage[passage].some(({ weight }) => weight > 1);
    if (![...passages].some(isNamed)) await addAll(term.near, RELATED);
    if (!passages.size) addLikes(found);
    // A word that is nowhere tells no act from another.
    return { passages, rarity: passages.size ? Math.log(1 + acts.passages / passages.size) : 0 };
  }

  // Words that are nowhere together are looked for apart.
  async function answersOf(term, marked) {
    const found = await answers(term, marked);
    if (found.passages.size || term.words.length === 1) return [found];
    return Promise.all(term.words.map((word) => answers(language.term([word]), marked)));
  }

  // A word of a short title says more of its act than one of a long title.
  const weightOf = ({ act, weight }) => (weight < 3 ? WEIGHTS[weight] : WEIGHTS[3] * titles[act]);

  const isDecree = ({ act }) => (acts.acts[act].channels ? 0 : 1);
  const isRepealed = (act) => acts.decrees[acts.acts[act].decree].repealed;

  // Acts that answer a question, the best first: `[{ act, score, isWhole, places }]`, and the rows of words to mark.
  // A day in digits is asked for as acts write it, and as it is only where no act has it so. What was typed on the wrong keyboard
  // is a question of its own: the better answer counts.
  async function ask(question) {
    await start();
    const best = ({ found: [first] }) => first?.score ?? 0, spelt = language.spelt(question);
    let answer = await find(spelt);
    const askToo = async (other) => {
      const more = await find(other);
      if (best(more) > best(answer)) answer = more;
    };
    if (spelt !== question && !answer.found[0]?.isWhole) await askToo(question);
    if (!best(answer) || language.isLatin(question)) await askToo(language.retyped(question));
    return answer;
  }

  async function find(question) {
    const marked = new Set(), byPassage = await places();
    const words = (await Promise.all(language.terms(question).map((term) => answersOf(term, marked)))).flat();
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
      const score = (apart + ranked[0].worth) * share * share * (isRepealed(act) ? REPEALED : 1);
      return { act, score, isWhole: best.every(Boolean), places: ranked.map(({ place }) => place) };
    });
    // What has a small part of the question only is no answer where another act has all of it.
    found.sort((a, b) => b.score - a.score || isDecree(a) - isDecree(b) || a.act - b.act);
    const isGood = ({ isWhole, score }) => isWhole || score > found[0].score / 5;
    return { found: found.filter(isGood), marked };
  }

  Object.assign(engine, { start, ask });
})();
