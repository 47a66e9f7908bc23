/* The search of a shanhai site: looks for words in the texts of its index, which scripts bring.
   The index is made by src/search; the two agree on folded() and bucket(). What a word may also be (another form of
   it, a word of the same meaning) is known here alone. Written for browsers back to Chromium 80 and Safari 13. */
(function () {
  "use strict";
  var SHOWN = 60, ANSWERS = 3;
  var index = null, chunks = [], buckets = [], waiting = {}, fold = {}, groups = [], fillers = [], turn = 0;

  window.shanhaiSearch = {
    index: function (about) {
      index = about;
      var pairs = Array.from(about.fold);
      for (var i = 0; i + 1 < pairs.length; i += 2) fold[pairs[i]] = pairs[i + 1];
      groups = about.synonyms.map(function (group) { return group.map(plain); });
      fillers = about.fillers.map(plain);
      begin();
    },
    entries: function (number, list) { chunks[number] = list.map(prepared); arrived("entries-" + number); },
    pairs: function (number, map) { buckets[number] = map; arrived("pairs-" + number); }
  };

  function prepared(one) {
    return { title: one[0], kind: one[1], href: one[2], text: one[3], answers: one[4],
      inTitle: plain(one[0]), inText: plain(one[3]), inAnswers: plain(one[4].join("\n")) };
  }

  /* A text as it is compared, and for each sign of it where in the text it stands. */
  function folded(text) {
    var chars = [], places = [], from = Array.from(text);
    from.forEach(function (c, at) {
      var code = c.codePointAt(0);
      if (code >= 0xff01 && code <= 0xff5e) c = String.fromCodePoint(code - 0xfee0);
      if (/['\u2018\u2019\u02bc\u00ad\u200b\u2060\ufeff]/.test(c)) return;
      if (/[-~\u2010-\u2015\u2212\u301c\u3000\u00a0\u2009\u202f]/.test(c)) c = " ";
      var lower = c.toLowerCase();
      if (Array.from(lower).length === 1) c = lower;
      chars.push(fold[c] || c);
      places.push(at);
    });
    var kept = chars.map(function (c, at) {
      return !(c === "," && digit(chars[at - 1]) && [1, 2, 3].every(function (n) { return digit(chars[at + n]); }) && !digit(chars[at + 4]));
    });
    var held = function (_, at) { return kept[at]; };
    return { chars: chars.filter(held), places: places.filter(held), from: from };
  }
  function plain(text) { return folded(text).chars.join(""); }
  function digit(c) { return c >= "0" && c <= "9"; }
  function letter(c) { return c !== undefined && /[a-z0-9\u00c0-\u024f]/.test(c); }

  /* What the forms of an English word have in common. */
  function stem(word) {
    if (!/^[a-z]{4,}$/.test(word)) return word;
    word = word.replace(/sses$/, "ss").replace(/(ie|y)s$/, "y").replace(/(x|z|s|ch|sh)es$/, "$1").replace(/([^su])s$/, "$1");
    word = word.replace(/ied$/, "y");
    var cut = word.replace(/(ed|ing)$/, "");
    if (cut !== word && cut.length > 2 && /[aeiouy]/.test(cut)) word = cut.replace(/([bdfgmnprt])\1$/, "$1");
    return word.length > 3 ? word.replace(/e$/, "").replace(/y$/, "i") : word;
  }

  /* A script of the index, loaded once; works from file:// as well. */
  function load(name) {
    if (waiting[name]) return waiting[name].promise;
    var one = (waiting[name] = {});
    one.promise = new Promise(function (done, failed) {
      one.done = done;
      var script = document.createElement("script");
      script.src = name + ".js";
      script.onerror = function () { delete waiting[name]; failed(new Error(name)); };
      document.head.appendChild(script);
    });
    return one.promise;
  }
  function arrived(name) {
    if (waiting[name]) waiting[name].done();
    else waiting[name] = { promise: Promise.resolve() };
  }

  function bucket(first, second) {
    return (first.codePointAt(0) * 31 + second.codePointAt(0)) % index.buckets;
  }

  /* A term is the word that was typed and what else would do for it; each of these is looked for in its own way:
     "as" wherever its signs stand, "stem" as a word with that stem, "same" as a word of the same meaning. */
  function term(word) {
    var ways = [{ how: "as", word: word }], stemmed = stem(word);
    if (/^[a-z]{4,}$/.test(word)) ways.push({ how: "stem", word: word, stem: stemmed, start: stemmed.replace(/i$/, "") });
    groups.forEach(function (group) {
      if (!group.some(function (one) { return one === word || (/^[a-z]{4,}$/.test(one) && stem(one) === stemmed); })) return;
      group.forEach(function (one) {
        if (one === word) return;
        var stemmed = stem(one);
        ways.push(/^[a-z]{4,}$/.test(one)
          ? { how: "same", word: one, stem: stemmed, start: stemmed.replace(/i$/, "") }
          : { how: "same", word: one, start: one });
      });
    });
    return { word: word, ways: ways };
  }

  /* Where a way of a term stands in a folded text: pairs of begin and end. A number does not begin within another, and
     a Latin word of the same meaning stands by itself. */
  function places(text, way) {
    var found = [], start = way.start || way.word;
    for (var at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
      var end = at + start.length, before = text[at - 1];
      if (digit(start[0]) && (digit(before) || (before === "." && digit(text[at - 2])))) continue;
      if (way.how !== "as" && letter(start[0]) && letter(before)) continue;
      if (way.stem) {
        while (letter(text[end])) end++;
        if (stem(text.slice(at, end)) !== way.stem) continue;
      } else if (way.how === "same" && letter(start[start.length - 1]) && letter(text[end])) continue;
      found.push([at, end]);
    }
    return found;
  }

  /* How badly an entry fits a term: 0 if its title has the word itself; none if it does not have it at all. */
  function misfit(one, term) {
    var best = null, also = 0;
    term.ways.forEach(function (way) {
      [one.inTitle, one.inAnswers, one.inText].forEach(function (text, part) {
        var here = places(text, way);
        if (!here.length) return;
        var cost = part + (way.how === "same" ? 0.5 : way.how === "stem" ? 0.1 : 0);
        if (digit(way.word[way.word.length - 1]) && here.every(function (at) { return digit(text[at[1]]); })) cost += 0.7;
        if (best === null || cost < best) best = cost;
        if (part === 0) also += 0.05;
      });
    });
    return best === null ? null : best - Math.min(also, 0.2);
  }

  /* The numbers of the entries that may have a term; null where all of them may. */
  function candidates(term) {
    if (!index.buckets) return Promise.resolve(null);
    return Promise.all(term.ways.map(function (way) {
      var chars = Array.from(way.start || way.word), grams = [];
      for (var i = 0; i + 1 < chars.length; i++) if (!/\s/.test(chars[i] + chars[i + 1])) grams.push([chars[i], chars[i + 1]]);
      // A single sign is found too often to be looked for, but as what else would do for the word.
      if (!grams.length) return way.how === "same" ? [] : null;
      var names = grams.map(function (gram) { return "pairs-" + bucket(gram[0], gram[1]); });
      return Promise.all(Array.from(new Set(names)).map(load)).then(function () {
        var kept = null;
        grams.forEach(function (gram) {
          var at = 0, here = new Set();
          (buckets[bucket(gram[0], gram[1])][gram.join("")] || []).forEach(function (step) {
            at += step;
            here.add(at);
          });
          kept = kept ? kept.filter(function (n) { return here.has(n); }) : Array.from(here);
        });
        return kept;
      });
    })).then(function (lists) {
      if (lists.some(function (list) { return list === null; })) return null;
      return [].concat.apply([], lists);
    });
  }

  /* The entries that may have all terms, or any of them, once their texts are there. */
  function loaded(terms, all) {
    return Promise.all(terms.map(candidates)).then(function (lists) {
      var open = lists.filter(function (list) { return list === null; }).length, counts = {};
      var known = lists.filter(function (list) { return list !== null; });
      known.forEach(function (list) {
        new Set(list).forEach(function (n) { counts[n] = (counts[n] || 0) + 1; });
      });
      var numbers = [];
      for (var n = 0; n < index.entries; n++) {
        if (all ? (counts[n] || 0) === known.length : open || counts[n]) numbers.push(n);
      }
      var wanted = new Set(numbers.map(function (n) { return Math.floor(n / index.chunk); }));
      return Promise.all(Array.from(wanted).map(function (k) { return load("entries-" + k); })).then(function () {
        return numbers.map(function (n) {
          return { one: chunks[Math.floor(n / index.chunk)][n % index.chunk], n: n };
        });
      });
    });
  }

  function sorted(found) {
    return found.sort(function (a, b) { return a.rank - b.rank || a.n - b.n; });
  }

  /* The entries that have all terms; what is called as was typed comes first. */
  function withAll(terms, typed) {
    var names = term(typed).ways.map(function (way) { return way.word; });
    return loaded(terms, true).then(function (near) {
      return sorted(near.filter(function (hit) {
        // What was promised comes before what only stands beside it.
        hit.rank = hit.one.answers.length ? -0.6 : 0;
        var fits = terms.every(function (term) {
          var cost = misfit(hit.one, term);
          hit.rank += cost;
          return cost !== null;
        });
        if (names.indexOf(hit.one.inTitle) >= 0) hit.rank -= 20;
        else if (hit.one.inTitle.indexOf(typed) >= 0) hit.rank -= 1;
        return fits;
      }));
    });
  }

  /* The entries that have some of the terms; rare terms weigh more, and a title more than a text. */
  function withAny(terms) {
    return loaded(terms, false).then(function (near) {
      var costs = near.map(function (hit) { return terms.map(function (term) { return misfit(hit.one, term); }); });
      var weights = terms.map(function (_, t) {
        var having = costs.filter(function (row) { return row[t] !== null; }).length;
        return Math.log(1 + index.entries / Math.max(1, having));
      });
      return sorted(near.filter(function (hit, at) {
        hit.rank = 0;
        costs[at].forEach(function (cost, t) { if (cost !== null) hit.rank -= weights[t] / (1 + Math.max(0, cost)); });
        return hit.rank < 0;
      }));
    });
  }

  /* The words that were typed; several that mean together what another word means stay together. */
  function typedTerms(typed) {
    var words = typed.split(/[\s,;:?!"\u201c\u201d()\u3001\u3002\u300a\u300b]+/).filter(Boolean), terms = [];
    var phrases = [].concat.apply([], groups).filter(function (one) { return one.indexOf(" ") > 0; });
    for (var at = 0; at < words.length; ) {
      var length = 1;
      for (var n = Math.min(4, words.length - at); n > 1; n--) {
        if (phrases.indexOf(words.slice(at, at + n).join(" ")) >= 0) { length = n; break; }
      }
      terms.push(words.slice(at, at + length).join(" "));
      at += length;
    }
    return meant(terms);
  }

  /* Terms without the fillers of a question, unless there is nothing else. */
  function meant(terms) {
    terms = Array.from(new Set(terms));
    var kept = terms.filter(function (one) { return fillers.indexOf(one) < 0; });
    return (kept.length ? kept : terms).map(term);
  }

  /* A question as its words: written without spaces it falls apart at the words that the site knows, at fillers, and
     else into pairs of signs. */
  function partsOf(terms) {
    var han = /[\u3400-\u9fff\uf900-\ufaff]/, known = [].concat.apply([], groups).filter(function (one) { return han.test(one); });
    var all = known.concat(fillers).sort(function (a, b) { return b.length - a.length; }), parts = [];
    terms.forEach(function (whole) {
      var rest = whole.word, run = "";
      if (!han.test(rest) || (rest.length < 4 && whole.ways.length > 1)) { parts.push(rest); return; }
      var close = function () {
        (run.match(/[0-9][0-9.]*[%\u5e74\u6708\u65e5]?|[a-z]+|[^0-9a-z]+/g) || []).forEach(function (piece) {
          if (!han.test(piece[0]) || piece.length < 3) { if (piece.length > 1 || !han.test(piece)) parts.push(piece); return; }
          for (var i = 0; i + 1 < piece.length; i++) parts.push(piece.slice(i, i + 2));
        });
        run = "";
      };
      while (rest) {
        var word = all.find(function (one) { return rest.indexOf(one) === 0; });
        if (word) {
          close();
          if (fillers.indexOf(word) < 0) parts.push(word);
          rest = rest.slice(word.length);
        } else {
          run += rest[0];
          rest = rest.slice(1);
        }
      }
      close();
    });
    return parts.length ? meant(parts) : terms;
  }

  /* What there is: with all words, else with all parts of them, else with any of these. */
  function find(typed) {
    var terms = typedTerms(typed), parts = partsOf(terms);
    return withAll(terms, typed).then(function (found) {
      if (found.length) return { found: found, terms: terms };
      return withAll(parts, typed).then(function (found) {
        if (found.length || parts.length < 2) return { found: found, terms: parts };
        return withAny(parts).then(function (found) { return { found: found, terms: parts, any: true }; });
      });
    });
  }

  /* The words around the first place found, the found ones marked. */
  function snippet(one, terms) {
    var text = folded(one.text), joined = text.chars.join(""), at = -1;
    terms.forEach(function (term) {
      term.ways.forEach(function (way) {
        var here = places(joined, way)[0];
        if (here && (at < 0 || here[0] < at)) at = here[0];
      });
    });
    at = at < 0 ? 0 : text.places[Array.from(joined.slice(0, at)).length] || 0;
    var from = Math.max(0, at - 30), to = Math.min(text.from.length, from + 100);
    return marked((from ? "…" : "") + text.from.slice(from, to).join("") + (to < text.from.length ? "…" : ""), terms);
  }

  function marked(words, terms) {
    var part = document.createDocumentFragment(), text = folded(words), on = [], joined = text.chars.join("");
    terms.forEach(function (term) {
      term.ways.forEach(function (way) {
        places(joined, way).forEach(function (here) {
          var from = Array.from(joined.slice(0, here[0])).length, to = from + Array.from(joined.slice(here[0], here[1])).length - 1;
          for (var i = text.places[from]; i <= text.places[to]; i++) on[i] = true;
        });
      });
    });
    for (var i = 0; i < text.from.length; ) {
      var j = i;
      while (j < text.from.length && !on[j] === !on[i]) j++;
      var node = document.createTextNode(text.from.slice(i, j).join(""));
      if (on[i]) {
        var mark = document.createElement("mark");
        mark.appendChild(node);
        node = mark;
      }
      part.appendChild(node);
      i = j;
    }
    return part;
  }

  var field, list, said;
  function begin() {
    field = document.getElementById("query");
    list = document.getElementById("results");
    said = document.getElementById("found");
    document.getElementById("search").hidden = false;
    var asked = new URLSearchParams(location.search).get("q");
    if (asked) field.value = asked;
    field.addEventListener("input", look);
    field.form.addEventListener("submit", function (event) { event.preventDefault(); look(); });
    look();
  }

  function say(name, count) {
    said.textContent = (said.getAttribute("data-" + name) || "").replace("%n", count);
  }

  function show(rows) {
    list.textContent = "";
    rows.forEach(function (row) { list.appendChild(row); });
  }

  function look() {
    var mine = ++turn, typed = plain(field.value).trim();
    var address = new URL(location.href);
    if (typed) address.searchParams.set("q", field.value.trim());
    else address.searchParams.delete("q");
    try { history.replaceState(null, "", address); } catch (e) { /* Not allowed from some file: addresses. */ }
    if (!typed) { show([]); said.textContent = ""; return; }
    if (index.buckets && typed.split(/\s+/).every(function (t) { return Array.from(t).length < 2; })) {
      show([]);
      say("short", "");
      return;
    }
    find(typed).then(function (result) {
      if (mine !== turn) return;
      var count = result.found.length;
      say(count === 0 ? "none" : result.any ? "any" : count === 1 ? "one" : "many", count);
      show(result.found.slice(0, SHOWN).map(function (hit) { return row(hit.one, result.terms); }));
    }, function () { if (mine === turn) say("failed", ""); });
  }

  /* A result: what it is called and is, what it answers (the lines that were found first), and where else it was found. */
  function row(one, terms) {
    var item = document.createElement("li"), link = document.createElement("a");
    var kind = document.createElement("span"), text = document.createElement("p");
    link.href = one.href;
    link.appendChild(marked(one.title, terms));
    kind.className = "kind";
    kind.textContent = one.kind;
    item.appendChild(link);
    item.appendChild(document.createTextNode(" "));
    item.appendChild(kind);
    var has = function (line) {
      line = plain(line);
      return terms.some(function (term) { return term.ways.some(function (way) { return places(line, way).length > 0; }); });
    };
    one.answers.filter(has).concat(one.answers.filter(function (line) { return !has(line); })).slice(0, ANSWERS).forEach(function (line) {
      var answer = document.createElement("p");
      answer.className = "answer-line";
      answer.appendChild(marked(line, terms));
      item.appendChild(answer);
    });
    text.appendChild(snippet(one, terms));
    item.appendChild(text);
    return item;
  }
})();
