extension Page {
    /// Sorting and filtering. The page says everything without it.
    static let script = #"""
        "use strict";
        (function () {
          var box = document.getElementById("cards");
          var tools = document.querySelector(".tools");
          if (!box || !tools) { return; }
          var cards = Array.prototype.slice.call(box.children);
          if (cards.length < 2) { return; }
          var texts = null;
          var find = document.getElementById("find");
          var leaning = document.getElementById("leaning");
          var order = document.getElementById("order");
          var found = document.getElementById("found");
          function filter() {
            if (!texts) { texts = cards.map(function (c) { return c.textContent.toLowerCase(); }); }
            var words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
            var shown = 0;
            cards.forEach(function (card, i) {
              var fits = (!leaning.value || card.dataset.leaning === leaning.value) &&
                words.every(function (w) { return texts[i].indexOf(w) >= 0; });
              if (card.hidden === fits) { card.hidden = !fits; }
              if (fits) { shown += 1; }
            });
            found.textContent = shown === cards.length ? "" : shown + " of " + cards.length;
          }
          function sort() {
            var by = order.value;
            var sorted = cards.slice();
            if (by === "against" || by === "favor") {
              var sign = by === "against" ? 1 : -1;
              sorted.sort(function (a, b) { return sign * (a.dataset.net - b.dataset.net); });
            } else if (by === "name") {
              var collator = new Intl.Collator();
              var named = cards.map(function (c) { return [c.querySelector("h3").textContent, c]; });
              named.sort(function (a, b) { return collator.compare(a[0], b[0]); });
              sorted = named.map(function (n) { return n[1]; });
            }
            var all = document.createDocumentFragment();
            sorted.forEach(function (card) { all.appendChild(card); });
            box.appendChild(all);
          }
          var timer = 0;
          find.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(filter, 120); });
          leaning.addEventListener("change", filter);
          order.addEventListener("change", sort);
          tools.addEventListener("submit", function (event) { event.preventDefault(); });
          tools.hidden = false;
        })();
        (function () {
          document.querySelectorAll("table.sortable").forEach(function (table) {
            var body = table.tBodies[0];
            table.querySelectorAll("th[data-by]").forEach(function (head) {
              var button = document.createElement("button");
              button.type = "button";
              while (head.firstChild) { button.appendChild(head.firstChild); }
              head.appendChild(button);
              button.addEventListener("click", function () {
                var up = head.getAttribute("aria-sort") === "descending";
                table.querySelectorAll("th[aria-sort]").forEach(function (h) { h.removeAttribute("aria-sort"); });
                head.setAttribute("aria-sort", up ? "ascending" : "descending");
                var by = head.dataset.by;
                var rows = Array.prototype.slice.call(body.rows);
                rows.sort(function (a, b) {
                  var order = by === "name"
                    ? b.cells[0].textContent.localeCompare(a.cells[0].textContent)
                    : b.dataset[by] - a.dataset[by];
                  return up ? -order : order;
                });
                rows.forEach(function (row) { body.appendChild(row); });
              });
            });
          });
          function openAt() {
            var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
            if (target && target.hidden) { target.hidden = false; }
          }
          window.addEventListener("hashchange", openAt);
          window.addEventListener("beforeprint", function () {
            document.querySelectorAll("details:not(.more)").forEach(function (d) { d.open = true; });
          });
        })();
        (function () {
          var data = document.getElementById("qdata");
          var box = document.getElementById("browser");
          if (!data || !box) { return; }
          var all = null, rows = [], keys = [], shown = 0, current = [];
          var signs = ["▼ against", "● neutral", "▲ in favor", "○ not sure"], kinds = ["against", "neutral", "favor", "open"];
          var find = document.getElementById("qfind"), stance = document.getElementById("qstance");
          var order = document.getElementById("qorder"), list = document.getElementById("qlist");
          var found = document.getElementById("qfound"), more = document.getElementById("qmore");
          function el(name, cls, text) {
            var e = document.createElement(name);
            if (cls) { e.className = cls; }
            if (text) { e.textContent = text; }
            return e;
          }
          function load() {
            if (all) { return; }
            all = JSON.parse(data.textContent);
            rows = all.rows;
            keys = rows.map(function (r) {
              var d = all.documents[r[1]];
              return (r[4] + " " + all.people[r[0]] + " " + d[0] + " " + d[1]).toLowerCase();
            });
          }
          function thin(n) { return String(n).replace(/\B(?=(\d{3})+$)/g, "\u2009"); }
          function link(url, text, given) {
            if (!/^https?:\/\//i.test(url)) { return ""; }
            if (given !== undefined) {
              return url + (given ? (url.indexOf("#") < 0 ? "#" : "") + ":~:text=" + given : "");
            }
            var words = text.split(/\s+/).filter(Boolean);
            var code = function (list) {
              return encodeURIComponent(list.join(" ")).replace(/-/g, "%2D");
            };
            var part = words.length > 8 ? code(words.slice(0, 4)) + "," + code(words.slice(-4)) : code(words);
            return url + (url.indexOf("#") < 0 ? "#" : "") + ":~:text=" + part;
          }
          function item(r) {
            var d = all.documents[r[1]], li = el("li", kinds[r[2]]);
            var head = el("p", "verdict"), quote = el("blockquote"), meta = el("p", "meta");
            head.appendChild(el("span", "chip", signs[r[2]]));
            head.appendChild(el("bdi", "", all.people[r[0]] || "speaker unknown"));
            head.appendChild(el("span", "p", "net " + (r[3] < 0 ? "\u2212" : r[3] > 0 ? "+" : "") + (Math.abs(r[3]) / 100).toFixed(2)));
            quote.appendChild(el("bdi", "", r[4]));
            var url = link(d[3], r[4], r[5]), title = el("bdi", "", d[0]);
            if (url) {
              var a = el("a");
              a.href = url; a.rel = "noopener noreferrer"; a.appendChild(title); meta.appendChild(a);
            } else { meta.appendChild(title); }
            [d[1], d[2]].forEach(function (t) {
              if (t) { meta.appendChild(document.createTextNode(", ")); meta.appendChild(el("bdi", "", t)); }
            });
            li.appendChild(head); li.appendChild(quote); li.appendChild(meta);
            return li;
          }
          function extend() {
            var part = document.createDocumentFragment();
            current.slice(shown, shown + 40).forEach(function (i) { part.appendChild(item(rows[i])); });
            list.appendChild(part);
            shown = Math.min(shown + 40, current.length);
            more.hidden = shown >= current.length;
          }
          function search() {
            load();
            var words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
            current = [];
            for (var i = 0; i < rows.length; i++) {
              if (stance.value !== "" && rows[i][2] !== +stance.value) { continue; }
              var fits = true;
              for (var w = 0; fits && w < words.length; w++) { fits = keys[i].indexOf(words[w]) >= 0; }
              if (fits) { current.push(i); }
            }
            if (order.value) {
              var sign = order.value === "against" ? 1 : -1;
              current.sort(function (a, b) { return sign * (rows[a][3] - rows[b][3]) || a - b; });
            }
            found.textContent = thin(current.length) + " found";
            list.textContent = "";
            shown = 0;
            extend();
          }
          var timer = 0;
          find.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(search, 120); });
          stance.addEventListener("change", search);
          order.addEventListener("change", search);
          more.addEventListener("click", extend);
          box.querySelector("form").addEventListener("submit", function (event) { event.preventDefault(); });
          document.querySelectorAll(".noscript").forEach(function (p) { p.hidden = true; });
          box.hidden = false;
          if ("IntersectionObserver" in window) {
            var watch = new IntersectionObserver(function (seen) {
              if (seen.some(function (s) { return s.isIntersecting; })) { watch.disconnect(); search(); }
            }, { rootMargin: "400px" });
            watch.observe(box);
          } else { search(); }
        })();
        """#
}
