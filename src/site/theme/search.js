/* The search of a shanhai site: looks for words in the texts of its index, which scripts bring.
   The index is made by src/search; the two agree on fold() and bucket(). */
(function () {
  "use strict";
  var SHOWN = 60;
  var index = null, chunks = [], buckets = [], waiting = {}, fold = {}, turn = 0;

  window.shanhaiSearch = {
    index: function (about) {
      index = about;
      var pairs = Array.from(about.fold);
      for (var i = 0; i + 1 < pairs.length; i += 2) fold[pairs[i]] = pairs[i + 1];
      begin();
    },
    entries: function (number, list) { chunks[number] = list.map(prepared); arrived("entries-" + number); },
    pairs: function (number, map) { buckets[number] = map; arrived("pairs-" + number); }
  };

  function prepared(one) {
    return { title: one[0], kind: one[1], href: one[2], text: one[3], inTitle: folded(one[0]), inText: folded(one[3]) };
  }

  /* Character by character, so that a place in the folded text is a place in the text. */
  function folded(text) {
    var out = [];
    for (var c of text) {
      var code = c.codePointAt(0);
      if (code === 0x3000) c = " ";
      else if (code >= 0xff01 && code <= 0xff5e) c = String.fromCodePoint(code - 0xfee0);
      var lower = c.toLowerCase();
      if (Array.from(lower).length === 1) c = lower;
      out.push(fold[c] || c);
    }
    return out.join("");
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

  /* The numbers of the entries that may hold all terms; null for all of them. */
  function candidates(terms) {
    var grams = [];
    terms.forEach(function (term) {
      var chars = Array.from(term);
      for (var i = 0; i + 1 < chars.length; i++) grams.push([chars[i], chars[i + 1]]);
    });
    if (!index.buckets || !grams.length) return Promise.resolve(null);
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
  }

  function find(terms) {
    return candidates(terms).then(function (numbers) {
      if (!numbers) {
        numbers = [];
        for (var n = 0; n < index.entries; n++) numbers.push(n);
      }
      var wanted = new Set(numbers.map(function (n) { return Math.floor(n / index.chunk); }));
      return Promise.all(Array.from(wanted).map(function (k) { return load("entries-" + k); })).then(function () {
        var found = [];
        numbers.forEach(function (n) {
          var one = chunks[Math.floor(n / index.chunk)][n % index.chunk], inTitle = 0;
          var all = terms.every(function (term) {
            if (one.inTitle.indexOf(term) >= 0) { inTitle++; return true; }
            return one.inText.indexOf(term) >= 0;
          });
          if (all) found.push({ one: one, rank: one.inTitle === terms.join(" ") ? -1 : terms.length - inTitle, n: n });
        });
        found.sort(function (a, b) { return a.rank - b.rank || a.n - b.n; });
        return found;
      });
    });
  }

  /* The words around the first place found, the found ones marked. */
  function snippet(one, terms) {
    var chars = Array.from(one.text), text = Array.from(one.inText).join(""), at = -1;
    terms.forEach(function (term) {
      var here = text.indexOf(term);
      if (here >= 0 && (at < 0 || here < at)) at = here;
    });
    if (at < 0) return marked(chars.slice(0, 90).join("") + (chars.length > 90 ? "…" : ""), terms);
    at = Array.from(text.slice(0, at)).length;
    var from = Math.max(0, at - 30), to = Math.min(chars.length, from + 100);
    return marked((from ? "…" : "") + chars.slice(from, to).join("") + (to < chars.length ? "…" : ""), terms);
  }

  function marked(text, terms) {
    var part = document.createDocumentFragment(), chars = Array.from(text), plain = folded(text), on = [];
    terms.forEach(function (term) {
      for (var at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + 1)) {
        var from = Array.from(plain.slice(0, at)).length, length = Array.from(term).length;
        for (var i = from; i < from + length; i++) on[i] = true;
      }
    });
    for (var i = 0; i < chars.length; ) {
      var j = i;
      while (j < chars.length && !on[j] === !on[i]) j++;
      var node = document.createTextNode(chars.slice(i, j).join(""));
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

  function look() {
    var mine = ++turn;
    var terms = Array.from(new Set(folded(field.value).split(/\s+/).filter(Boolean)));
    var address = new URL(location.href);
    if (terms.length) address.searchParams.set("q", field.value.trim());
    else address.searchParams.delete("q");
    try { history.replaceState(null, "", address); } catch (e) { /* Not allowed from some file: addresses. */ }
    if (!terms.length) { list.replaceChildren(); said.textContent = ""; return; }
    if (index.buckets && terms.every(function (t) { return Array.from(t).length < 2; })) {
      list.replaceChildren();
      say("short", "");
      return;
    }
    find(terms).then(function (found) {
      if (mine !== turn) return;
      say(found.length === 0 ? "none" : found.length === 1 ? "one" : "many", found.length);
      list.replaceChildren.apply(list, found.slice(0, SHOWN).map(function (hit) { return row(hit.one, terms); }));
    }, function () { if (mine === turn) say("failed", ""); });
  }

  function row(one, terms) {
    var item = document.createElement("li"), link = document.createElement("a");
    var kind = document.createElement("span"), text = document.createElement("p");
    link.href = one.href;
    link.appendChild(marked(one.title, terms));
    kind.className = "kind";
    kind.textContent = one.kind;
    text.appendChild(snippet(one, terms));
    item.append(link, " ", kind, text);
    return item;
  }
})();
