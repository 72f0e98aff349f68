"use strict";
// What the search knows of the two languages: endings, words that mean the same, terms of time, keyboards; and whether
// two words are one. Letters may be written as they are spelt; they are folded like everything else.
(() => {
  const { fold, wordsOf, take } = window.reglamentSearch;

  // Endings are cut off one after the other, so that «қызметтерімізден» needs only «тер», «іміз» and «ден». Those of
  // one language never follow those of the other: «биржа» is not «біржолғы».
  const ENDINGS = {
    kk: [
      // Number, person, case.
      "лар лер дар дер тар тер ым ім ың ің ы і сы сі мыз міз ымыз іміз ңыз ңіз ыңыз іңіз",
      "ның нің дың дің тың тің ға ге қа ке на не а е ны ні ды ді ты ті н сын сін да де та те нда нде",
      "дан ден тан тен нан нен мен бен пен мын мін бын бін пын пін",
      // Adjectives and verbs.
      "ғы гі қы кі ғым гім қым кім у ю л ыл іл ын ін ған ген қан кен ады еді йды йді атын етін йтын йтін ып іп п са се",
    ],
    ru: [
      "я о и ь ой ей ией ию ию ом ем ам ям ами ями ах ях ов ев ий ый ая яя ое ее ие ые ого его ому ему ым им ыми ими ых их ую юю ие ия ии ию ием иям иями иях а е у ы ю",
      "ть ти ться тся ет ит ут ют ат ят л ла ло ли лся лась лись ся сь",
    ],
  };
  // Endings that make another word of near meaning: «қорғау» protects, «қорғаншы» is a guardian.
  const MAKING = { kk: "лық лік дық дік тық тік лы лі ушы уші шы ші", ru: "н нн ск" };
  // Words of asking and joining, which name nothing.
  const ASKING = "қалай қайда қайдан қандай қай кім не неге қанша қашан керек болады келеді және мен үшін туралы бойынша арқылы осы бұл ма ме ба бе па пе \
как где куда откуда какой какая какие кто что зачем сколько когда нужно надо можно хочу и или для при после по на из от до об о в с к у не ли это";
  // The vocabulary of state services: Russian on the left, Kazakh on the right. A word that alone says little («беру»,
  // «алу») is left out: what is common in one language should not stand for what is rare in the other. Words that mean
  // it only together are joined: «тарту» draws in, «бас тарту» refuses.
  const PAIRS = [
    // Families and civil status
    "рождение родился = туу", "ребенок ребенка дети детский детей сын дочь = бала", "семья семейный = отбасы", "брак бракосочетание женитьба = неке",
    "развод расторжение = бұзу ажырасу", "смерть умерший = қайтыс өлім", "усыновление усыновить удочерение усыновитель = асырап+алу", "опека опекун = қорғаншылық қорғаншы",
    "попечительство попечитель = қамқоршылық қамқоршы", "приемный = қабылдаушы", "воспитание воспитатель = тәрбие тәрбиелеу", "сирота = жетім", "родитель = ата+ана",
    "фамилия = тегі", "гражданский гражданство гражданин = азаматтық азамат", "состояние = хал", "мать одинокая = ана", "отец отцовство = әке", "многодетный = көпбалалы",
    "имя = есім", "алименты = алимент", "наследство = мұра", "запись = жазба", "свидетельство удостоверение = куәлік", "дубликат повторный = қайталама телнұсқа",
    "исправление = түзету", "изменение изменить сменить = өзгеріс өзгерту", "дополнение = толықтыру", "акт = акт",
    // Learning
    "образование обучение учеба знание = білім оқу оқыту", "обучающийся учащийся студент = студент оқушы білім+алушы", "школа = мектеп",
    "садик дошкольный = балабақша мектепке", "колледж профессиональный = колледж кәсіптік", "технический = техникалық", "перевод переход перевестись = ауыстыру ауысу",
    "восстановление восстановиться = қайта+қабылдау", "завершить завершивший незавершенный неоконченный окончить = аяқтамаған аяқтау", "экзамен = емтихан",
    "общежитие = жатақхана", "стипендия = шәкіртақы", "выпускник = бітіруші", "отдых каникулы = демалыс", "питание = тамақтандыру", "учитель педагог = мұғалім педагог",
    // Work and help
    "работа труд трудовой рабочий = жұмыс еңбек", "трудоустройство трудоустроиться занятость занятый биржа+труда = жұмыспен+қамту жұмысқа+орналасу еңбек+биржасы",
    "безработный безработица = жұмыссыз", "направление = жолдама", "место = орын", "практика = практика тәжірибе", "молодежь молодежный = жастар", "социальный = әлеуметтік",
    "помощь = көмек", "нуждающийся малоимущий = мұқтаж", "пособие выплата = жәрдемақы төлем", "содействие = жәрдемдесу", "инвалид инвалидность = мүгедек мүгедектік", "пенсия = зейнетақы",
    "жилье жилищный квартира = тұрғын", "иностранный = шетелдік", "население = халық", "участие = қатысу", "мера мероприятие = шара", "активный = белсенді",
    "адресный = атаулы", "затраты расходы = шығын", "возмещение = өтеу", "защита охрана = қорғау", "работодатель = жұмыс+беруші", "рабочая+сила = жұмыс+күші",
    "зарплата = жалақы", "соцзащита = әлеуметтік+қорғау", "соцпомощь = әлеуметтік+көмек", "уход = күтім", "лечение = емдеу", "благосостояние = әл+ауқат",
    // Land, building, trade, health
    "земля земельный участок = жер учаске", "строительство построить = құрылыс құрылыс+салу", "лицензия = лицензия", "разрешение = рұқсат", "договор = шарт келісімшарт",
    "медицинский здоровье = медициналық денсаулық", "больница поликлиника = аурухана емхана", "врач = дәрігер", "ветеринарный = ветеринариялық", "животный животное = жануар",
    "пользование использование = пайдалану", "предприниматель предпринимательство = кәсіпкер", "индивидуальный личный = жеке", "слуховой слух = есту",
    "сельский аульный = ауылдық", "хозяйство = шаруашылық", "налог = салық", "транспорт = көлік", "автомобиль = автомобиль", "собственность имущество = меншік мүлік",
    "культура = мәдениет", "спорт = спорт", "архив = мұрағат архив", "субсидия = субсидия", "торговля = сауда", "реклама = жарнама", "аренда = жалдау",
    "архитектура градостроительство = сәулет", "недвижимость недвижимый = жылжымайтын", "проект = жоба", "адрес = мекенжай", "вода водный = су", "лес = орман",
    "природа природный = табиғат табиғи", "окружающая+среда = қоршаған+орта", "недра = жер+қойнауы", "рыба рыболовство = балық", "охота = аң+аулау аңшылық",
    "скот животноводство = мал", "племенной = асыл+тұқымды", "водитель = жүргізуші",
    // Acts and procedure
    "постановление = қаулы", "решение = шешім", "приказ = бұйрық", "закон = заң", "услуга = қызмет", "государственный = мемлекеттік", "утверждение утвердить = бекіту",
    "утратить+силу отменен = күші+жою", "приложение = қосымша", "пункт = тармақ", "глава = тарау", "срок = мерзім", "день = күн", "календарный = күнтізбелік", "час = сағат",
    "регистрация зарегистрировать = тіркеу", "прием принять = қабылдау", "выдача выдать передача = беру", "получение получить получатель = алу алушы",
    "отказ отказать = бас+тарту", "заявление заявка = өтініш", "запрос = сұрау сұраныс", "документ = құжат", "справка = анықтама", "справочник = анықтамалық",
    "уведомление извещение = хабарлама", "заключение = қорытынды", "учет = есеп есепке", "постановка поставить = қою", "подпись подписать = қол+қою",
    "электронный = электрондық", "бумажный = қағаз", "проверка проверить = тексеру", "условие = шарт", "процедура = рәсім", "действие = қимыл әрекет",
    "процесс = үдеріс процесс", "результат = нәтиже", "основание = негіз негіздеме", "порядок = тәртіп", "жалоба обжалование = шағым шағымдану", "ошибка = қате",
    "копия = көшірме", "оригинал подлинник = түпнұсқа", "нотариус нотариальный = нотариус нотариалдық", "рассмотрение рассмотреть = қарау",
    "подготовка подготовить = дайындау", "оформление оформить = ресімдеу", "продление продлить = ұзарту", "бесплатный = тегін", "очередь = кезек",
    "резолюция виза = бұрыштама", "продолжительность длительность = ұзақтық", "последовательность = реттілік", "взаимодействие = өзара", "единый = бірыңғай",
    "цифровой = цифрлық", "связь = байланыс", "расписка = қолхат", "доверенность = сенімхат сенім", "пароль = пароль", "лицо лица = адам тұлға", "бланк форма = нысан",
    "журнал = журнал", "физическое+лицо = жеке+тұлға", "юридическое+лицо = заңды+тұлға", "кандидат претендент = үміткер", "реестр перечень список = тізілім тізбе",
    // Who does it
    "аким = әкім", "акимат = әкімдік", "канцелярия = кеңсе", "руководитель начальник = басшы", "сотрудник работник = қызметкер қызметші", "специалист = маман",
    "заместитель = орынбасар", "комиссия = комиссия", "суд = сот", "заявитель = өтініш+беруші", "должностной = лауазымды", "исполнитель = орындаушы",
    "ответственный = жауапты", "отдел = бөлім", "управление = басқарма", "министр министерство = министр министрлік", "департамент юстиция = әділет", "услугодатель = беруші",
    "услугополучатель = алушы", "корпорация = корпорация", "госкорпорация = мемлекеттік+корпорация", "госуслуга = мемлекеттік+қызмет", "правительство правительства = үкімет", "центр цон = орталық", "местный = жергілікті", "другой иной = басқа өзге", "исполнительный = атқарушы",
    "орган = орган", "организация = ұйым", "оператор = оператор",
    // Places
    "область областной = облыс облыстық", "город городской = қала", "район районный = аудан", "село аул = ауыл", "округ = округ", "западный западно = батыс",
    "восточный восточно = шығыс", "северный северо = солтүстік", "южный южно = оңтүстік", "казахстан казахстанский = қазақстан", "республика = республика", "уральск = орал",
    "семипалатинский = семей", "полигон = полигон", "карагандинский = қарағанды", "алматинский = алматы", "жамбылский = жамбыл",
    // Systems
    "система = жүйе", "информационный = ақпараттық", "шлюз = шлюз", "шэп = эүш", "ршэп = өэүш эүаш", "пэп = эүп", "эцп = эцқ", "иин = жсн", "бин = бсн", "гбд = мдқ мдб",
    "фл = жт", "юл = зт", "арм = ажо", "ис = аж", "ис иис = ыаж", "загс рагс = ахаж ахат", "енис = бнаж", "база данных = қор деректер", "региональный = өңірлік аймақтық",
  ];
  // Kazakh words that lose a vowel before an ending.
  const SHORTENED = ["орны = орын", "халқы = халық", "аузы = ауыз", "мойны = мойын", "ерні = ерін", "қарны = қарын", "мұрны = мұрын"];
  // What people call a thing, and what acts treat it under, in both languages. It is thought of where no title and no
  // name has the word or its translation.
  const RELATED = [
    "опека опекун попечительство попечитель сирота ата+анасыз приемный қорғаншылық қорғаншы қамқоршылық қамқоршы жетім = патронат асырап+алу усыновление",
    "новорожденный младенец роддом метрика нәресте сәби перзент = туу рождение",
    "загс рагс фамилия отчество тегі = азаматтық+хал гражданское+состояние",
    "вакансия резюме биржа безработный уволенный сокращение бос+орын = жұмыспен+қамту жұмысқа+орналасу занятость трудоустройство",
    "студент зачетка стипендия училище техникум факультет = колледж кәсіптік білім+алушы обучающийся",
    "отчисление отчислен оқудан+шығу = аяқтамаған қайта+қабылдау",
    "академический аттестат диплом = білім+алу образование",
    "садик детсад ясли бөбекжай = балабақша мектепке+дейінгі дошкольный",
    "охота охотник рыбалка аңшы аңшылық = жануарлар+дүниесі животный+мир",
    "стройка дача үй = құрылыс строительство",
    "бизнес фирма бизнесмен ип жк = кәсіпкер предприниматель",
    "коляска протез = мүгедек инвалид",
  ];
  // Units of time and months, Kazakh on the left, Russian on the right: a number before one of them is a term or a day.
  const UNITS = [
    "минут = минута минут мин", "сағат = час", "күн тәулік = день дня дней сутки", "апта = неделя", "ай айы айға айдан айда айдың = месяц", "жыл = год лет",
    "қаңтар = январь", "ақпан = февраль", "наурыз = март", "сәуір = апрель", "мамыр = май мая", "маусым = июнь", "шілде = июль", "тамыз = август",
    "қыркүйек = сентябрь", "қазан = октябрь", "қараша = ноябрь", "желтоқсан = декабрь",
  ];
  const MONTHS = UNITS.slice(-12).map((unit) => unit.split(" ")[0]);
  // What days are counted: of work, or all of the calendar.
  const KINDS = ["жұмыс = рабочий", "күнтізбелік = календарный"];
  const NUMERALS = {
    1: "бір один одна одно одну одного одной", 2: "екі два две двух", 3: "үш три трех", 4: "төрт четыре четырех", 5: "бес пять пяти", 6: "алты шесть шести",
    7: "жеті семь семи", 8: "сегіз восемь восьми", 9: "тоғыз девять девяти", 10: "он десять десяти", 11: "одиннадцать одиннадцати", 12: "двенадцать двенадцати",
    13: "тринадцать тринадцати", 14: "четырнадцать четырнадцати", 15: "пятнадцать пятнадцати", 16: "шестнадцать шестнадцати", 17: "семнадцать семнадцати",
    18: "восемнадцать восемнадцати", 19: "девятнадцать девятнадцати", 20: "жиырма двадцать двадцати", 30: "отыз тридцать тридцати", 40: "қырық сорок сорока",
    50: "елу пятьдесят пятидесяти", 60: "алпыс шестьдесят шестидесяти", 70: "жетпіс семьдесят семидесяти", 80: "сексен восемьдесят восьмидесяти",
    90: "тоқсан девяносто", 100: "жүз сто ста",
  };
  // The same keys on a keyboard with Latin letters and on a Cyrillic one, where Kazakh letters stand for digits.
  const KEYS = ["`qwertyuiop[]asdfghjkl;'zxcvbnm,.2345890-=", "ёйцукенгшщзхъфывапролджэячсмитьбюәіңғүұқөһ"];

  // How much a word of the index answers a word of the question.
  const EXACT = 1, SAME_WORD = 0.9, MADE = 0.85, BEGINNING = 0.75, KIN = 0.55, SLIP = 0.5, DIGITS_OF = 0.25, TRANSLATED = 0.7;

  let longest, inflected, made, asking, meanings, units, kinds, numerals;

  // Everything is folded once, when the index has told how.
  function open() {
    const setOf = (lang, ...lists) => [{ lang, endings: new Set(lists.flatMap((list) => list.split(" ").map(fold))) }];
    [inflected, made] = [{ kk: "", ru: "" }, MAKING].map((more) => {
      const [kk, ru] = ["kk", "ru"].map((lang) => setOf(lang, ...ENDINGS[lang], more[lang]));
      return { kk, ru, any: [...kk, ...ru] };
    });
    longest = Math.max(...made.any.flatMap(({ endings }) => [...endings].map((ending) => ending.length)));
    asking = new Set(wordsOf(ASKING));
    const pairs = [...PAIRS.map((pair) => sides(pair, "ru", "kk")), ...SHORTENED.map((pair) => sides(pair, "kk", "kk"))];
    const withOthers = (all, same, near) => all.map((one) => ({ ...one, same, near }));
    meanings = [
      ...pairs.flatMap(([a, b]) => [...withOthers(a, b, a), ...withOthers(b, a, b)]),
      ...RELATED.map((pair) => sides(pair, "any", "any")).flatMap(([some, others]) => withOthers(some, [], others)),
    ];
    [units, kinds] = [UNITS, KINDS].map((pairs) => pairs.map((pair) => sides(pair, "kk", "ru").flat()));
    numerals = new Map(Object.entries(NUMERALS).flatMap(([value, words]) => wordsOf(words).map((word) => [word, Number(value)])));
  }

  // The two sides of a pair: expressions, each with the beginnings that all forms of its words have. A Russian word
  // loses its last vowels, a Kazakh one the «у» of a verb, and its last consonant may turn soft.
  const STEMS = {
    kk: (word) => [word, word.replace(/к$/, "г").replace(/п$/, "б"), word.replace(/[ую]$/, "")],
    ru: (word) => [word, word.replace(/([ыио]и|[ао]я|[оыие]е|[аоеиуыьюя])$/, "")],
    any: (word) => [...STEMS.kk(word), ...STEMS.ru(word)],
  };
  const sides = (pair, ...langs) => pair.split("=").map((list, at) => list.trim().split(" ").map((expression) => {
    const words = expression.split("+").map(fold);
    return { words, lang: langs[at], stems: words.map((word) => [...new Set(STEMS[langs[at]](word))]) };
  }));

  // Whether nothing but endings of one language is left of a word, one after the other. Kazakh ones are all of back
  // vowels or all of front ones; of those that are folded together nothing is known.
  function isEndings(rest, most, { lang, endings }) {
    if (lang === "kk" && /[аы]/.test(rest) && rest.replace(/[мбп]ен$/, "").includes("е")) return false;
    return isRow(rest, most, endings);
  }

  function isRow(rest, most, endings) {
    if (rest === "") return true;
    for (let length = Math.min(rest.length, longest); length > 0 && most > 0; length--) {
      if (endings.has(rest.slice(0, length)) && isRow(rest.slice(length), most - 1, endings)) return true;
    }
    return false;
  }

  // Whether two words are forms of one: the same beginning, and then endings only. A beginning of three letters is
  // too short for long rows of endings.
  function isOneWord(a, b, shared, set) {
    const most = shared > 3 ? 4 : 1;
    return shared > 2 && isEndings(a.slice(shared), most, set) && isEndings(b.slice(shared), most, set);
  }

  function likeness(asked, word) {
    return word === asked ? EXACT : likenessOf(soft(asked, word), soft(word, asked));
  }

  // «Бұйрық» is «бұйрығы» with an ending: its last consonant turns soft.
  function soft(word, other) {
    const turned = word.replace(/к$/, "г").replace(/п$/, "б");
    return other.startsWith(turned) ? turned : word;
  }

  function sharedBy(a, b) {
    let at = 0;
    while (at < a.length && a[at] === b[at]) at++;
    return at;
  }

  function likenessOf(asked, word) {
    const shared = sharedBy(asked, word);
    if (shared < 2) return 0;
    // The first digits of a number are another number, unless one is still typing.
    if (/\d/.test(asked)) return shared === asked.length ? DIGITS_OF : 0;
    // What is typed may be cut short within an ending.
    const stemIn = (sets) => [shared, shared - 1].find((length) => sets.any.some((set) => isOneWord(asked, word, length, set)));
    // Three letters are a word for sure only where one of the two has no ending.
    const shorter = Math.min(asked.length, word.length), stem = stemIn(inflected);
    if (stem) return stem > 3 || stem === shorter ? SAME_WORD : KIN;
    const other = stemIn(made);
    if (other === shorter) return MADE;
    if (shared === asked.length) return BEGINNING * (0.8 + 0.2 * asked.length / word.length);
    return other || (shared > 4 && shared >= 0.7 * shorter) ? KIN : 0;
  }

  // Whether one slip makes one word of the other: a letter more, less, or another, or two letters exchanged.
  function isNear(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    const at = sharedBy(a, b), x = a.slice(at), y = b.slice(at);
    return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1)
      || (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2));
  }

  // What is heard where it is not stressed: «потранат», «рибенок».
  const heard = (word) => word.replace(/о/g, "а").replace(/и/g, "е");

  function slip(asked, word) {
    if (asked.length < 4 || /\d/.test(asked)) return 0;
    if (isNear(asked, word)) return SLIP;
    if (asked.length < 5) return 0;
    const beginning = word.slice(0, asked.length);
    return isNear(asked, beginning) || (asked.length > 5 && isNear(heard(asked), heard(beginning))) ? SLIP * 0.8 : 0;
  }

  // How much a word is the given one of an expression of the lists. It is stricter than likeness: nothing but endings
  // may come after. The last word of several may be short, as those before it tell which one is meant («алу», «қою»); a
  // short one before others stands as it is («бас тарту»).
  function formOf(word, { words, lang, stems }, at) {
    if (word === words[at]) return EXACT;
    const isLast = at === words.length - 1, least = isLast && at ? 2 : 3;
    if (!isLast && words[at].length < 4) return 0;
    const grows = (stem) => stem.length >= least && word.startsWith(stem)
      && made[lang].some((set) => isEndings(word.slice(stem.length), stem.length > 3 || least < 3 ? 4 : 2, set));
    return stems[at].some(grows) ? SAME_WORD : 0;
  }

  // Which of the lists has the word; nothing is looked for twice.
  const seen = new Map();
  function listOf(word = "", lists) {
    if (!seen.has(lists)) seen.set(lists, new Map());
    const known = seen.get(lists);
    if (!known.has(word)) known.set(word, lists.findIndex((list) => list.some((one) => formOf(word, one, 0))));
    return known.get(word);
  }

  // Terms and days in a row of words: a number with its unit, whether it is written in digits, in words, or both, and
  // whatever stands first: «3 (үш) жұмыс күні», «күнтізбелік 25 күн», «он күнтізбелік күн», «8 қаңтар».
  const measures = (words) => words.map((_, to) => measureAt(words, to)).filter(({ unit, value }) => unit >= 0 && value);

  function measureAt(words, to) {
    const unit = listOf(words[to], units);
    let from = to, kind = -1, value = 0;
    const takeKind = () => { if (kind < 0 && (kind = listOf(words[from - 1], kinds)) >= 0) from--; };
    // «Жиырма бес»: five, and before it twenty.
    const isMore = (part) => part && part % (value ? 10 ** String(value).length : 1) === 0;
    if (unit < 0) return { unit };
    takeKind();
    while (isMore(numerals.get(words[from - 1]))) value += numerals.get(words[--from]);
    if (/^\d{1,3}$/.test(words[from - 1])) value = Number(words[--from]);
    takeKind();
    return { unit, kind, value, langs: units[unit].filter((one) => formOf(words[to], one, 0)).map(({ lang }) => lang), from, to };
  }

  // How well a text says a term, and in which rows of words. Days of work are no other days; what the other language
  // says is a translation.
  function said(words, { value, unit, kind, langs }) {
    const all = measures(words).filter((other) => other.value === value && other.unit === unit);
    const qualityOf = (other) => (other.kind === kind ? EXACT : kind < 0 ? SAME_WORD : other.kind < 0 ? KIN : 0)
      * (langs.some((lang) => other.langs.includes(lang)) ? 1 : TRANSLATED);
    const quality = Math.max(0, ...all.map(qualityOf)), best = all.filter((other) => qualityOf(other) === quality);
    return { quality, rows: best.map(({ from, to }) => words.slice(from, to + 1).join(" ")) };
  }

  // The words that a passage must have to say a term: one for its number and one for its unit.
  const numberWords = ({ value }) =>
    [String(value), ...[...numerals.keys()].filter((word) => [value, value % 10, value % 100].includes(numerals.get(word)))];
  const isUnit = (word, { unit }) => listOf(word, units) === unit;
  const unitWords = ({ unit }) => units[unit].map(({ words }) => words[0]);

  const isSaid = (one, words, at) => one.words.length > 1
    && one.words.every((_, part) => words[at + part] && formOf(words[at + part], one, part));

  // A word of the question, or several that mean something together, with what means the same and what is near. Of like
  // words the likest count: «приёмный» is not «приём». A misspelt word is not sure to be the one that is meant.
  function term(words) {
    const [asked] = words, isAlone = words.length === 1;
    const all = meanings.filter((one) => one.words.length === words.length);
    const qualityOf = ({ words: [word] }) => likeness(asked, word), lengthOf = ({ words: [word] }) => sharedBy(asked, word);
    const most = (list, judge) => list.filter((one) => judge(one) === Math.max(...list.map(judge)));
    let own = all.filter(isAlone ? (one) => qualityOf(one) >= MADE : (one) => isSaid(one, words, 0));
    const isSure = own.length > 0;
    if (isSure && isAlone) own = most(most(own, qualityOf), lengthOf);
    else if (isAlone && asked.length > 5) own = all.filter(({ words: [word] }) => isNear(asked, word));
    const [same, near] = ["same", "near"].map((name) => [...new Set(own.flatMap((one) => one[name]))]);
    return { words, isSure, own, same, near };
  }

  // What a question names: terms of time, expressions, words. «Қайдан», «как», a letter alone ask, and name nothing;
  // they count where there is nothing else.
  function terms(question) {
    const words = wordsOf(question), times = measures(words), all = [];
    for (let at = 0; at < words.length;) {
      const time = times.find(({ from }) => from === at);
      const said = meanings.filter((one) => isSaid(one, words, at));
      const length = time ? time.to - at + 1 : Math.max(1, ...said.map((one) => one.words.length));
      const own = words.slice(at, at += length);
      all.push(time ? { words: own, time, same: [], near: [] } : term(own));
    }
    const isTelling = (word) => !asking.has(word) && (word.length > 1 || /\d/.test(word));
    const telling = all.filter(({ words: [word, ...more] }) => more.length || isTelling(word));
    const key = ({ words }) => words.join(" ");
    return [...new Map((telling.length ? telling : all).map((one) => [key(one), one])).values()];
  }

  // What the same keys would have given on the other keyboard.
  const isLatin = (question) => /[a-z]/i.test(question) && !/\p{Script=Cyrillic}/u.test(question);
  function retyped(question) {
    const [from, to] = isLatin(question) ? KEYS : [...KEYS].reverse(), change = (sign) => to[from.indexOf(sign)] ?? sign;
    return question.toLowerCase().replace(/\S+/g, (word) => (/\p{L}/u.test(word) ? Array.from(word, change).join("") : word));
  }

  // A day in digits alone, with its month as acts write it: «20.08.2020» is «20 тамыз 2020».
  const DAY = /(?<!\d)(?:(\d{1,2})[./](\d{1,2})[./](\d{4})|(\d{4})-(\d{2})-(\d{2}))(?!\d)/g;
  const spelt = (question) => question.replace(DAY, (said, day, month, year, isoYear, isoMonth, isoDay) => {
    const name = MONTHS[(month ?? isoMonth) - 1];
    return name ? `${day ?? isoDay} ${name} ${year ?? isoYear}` : said;
  });

  take("language", { open, likeness, slip, formOf, said, numberWords, unitWords, isUnit, term, terms, isLatin, retyped, spelt, MADE, TRANSLATED });
})();
